package import CommandLineKit
import DutyModel
internal import DutyReports
import DutyStore
import StrictJSON
import TerminalText

/// Makes the next edition of a checklist: the same duties under the same ids, from a day on.
package struct Roll: Command {
  package let checklist: String
  package let from: DayExpression?
  let options: WritingOptions

  package static let name = "roll"

  package static let declaration = Declaration(
    Message(en: "Make the next edition of a checklist", zh: "为清单建立新一版"),
    group: .setUp,
    examples: [
      Example("duty roll township --dry-run"),
      Example("duty roll township --from 2027-01-01"),
    ],
    discussion: Message(
      en:
        "The edition in effect ends the day before. Ids stay, so that each duty keeps one history; what is owed once is moved by a year. If it is interrupted, run it again.",
      zh: "现行的一版在前一天结束。编号不变，每项职责的历史连成一线；只做一次的事项顺延一年。若中途中断，请再运行一次。"
    ),
    exitStatus: Message(
      en:
        "0 made; 65 the file is malformed; 66 no such checklist; 73 there is such an edition already",
      zh: "0 已建立；65 文件有错；66 没有这份清单；73 已有这一版"
    ),
    Argument<String>(
      Message(en: "checklist", zh: "清单"),
      help: Message(en: "The id of the checklist", zh: "清单的编号"),
      completion: .source("checklists")
    ),
    Option<DayExpression>(
      "from",
      value: Message(en: "date", zh: "日期"),
      help: Message(en: "The first day of the new edition", zh: "新一版从哪天起生效"),
      fallback: Message(en: "the start of next year", zh: "明年年初")
    ),
    WritingOptions.parameters,
    as: Roll.init(checklist:from:options:)
  )

  package func run(in context: Context) throws -> Outcome {
    let wait = try context.lockMilliseconds(options.lockTimeout)
    let workspace = try context.openWorkspace()
    let id = Identifier.folded(checklist)
    let start =
      try from?.day(on: context.today, facing: .future, for: "from")
      ?? .firstDay(ofYear: min(context.today.year + 1, 9999))
    let file = try latest(id, in: workspace)
    let plan = try RollPlan(file, from: start)
    guard
      try context.files.status(
        of: Path.join(workspace.location.folder, plan.path),
        followingLinks: false
      ) == nil
    else { throw Roll.exists(plan.path) }

    if options.isDryRun {
      let lines =
        LineDifference.lines(file.path, from: file.bytes, to: plan.old.bytes)
        + [Prose(plan.path, role: .heading)]
        + LineDifference.lines(file.path, from: file.bytes, to: plan.new.bytes).dropFirst()
      return Outcome(.prose(lines.map { Message(verbatim: $0) }))
    }
    // First the old edition ends: should the second step fail, no day has two editions, and
    // running it again finds the end it needs.
    if plan.old.bytes != file.bytes {
      try Workspace.write(
        plan.old.bytes,
        to: file.path,
        in: workspace.location.folder,
        .unchanged(since: file.bytes),
        as: context.author(nil),
        lockMilliseconds: wait,
        files: context.files
      )
    }
    try Workspace.write(
      plan.new.bytes,
      to: plan.path,
      in: workspace.location.folder,
      .new,
      as: context.author(nil),
      lockMilliseconds: wait,
      files: context.files
    )
    guard !options.isQuiet else { return Outcome(.nothing) }
    return Outcome(
      .prose(words(plan, file, start, in: workspace.location)),
      notes: plan.hints
    )
  }

  /// The last edition of a checklist.
  private func latest(_ id: String, in workspace: Workspace) throws(CommandError) -> ChecklistFile {
    let readable = workspace.files.filter { $0.checklist?.id == id }
    guard
      let latest = readable.max(by: {
        ($0.checklist?.effective.from ?? .first) < ($1.checklist?.effective.from ?? .first)
      })
    else {
      throw .unknownChecklist(checklist, in: workspace)
    }
    return latest
  }

  private func words(
    _ plan: RollPlan,
    _ file: ChecklistFile,
    _ start: Day,
    in location: Workspace.Location
  ) -> [Message] {
    let count = plan.new.checklist?.dutyCount ?? 0
    let new = Path.join(location.folder, plan.path)
    var messages = [
      Message(
        en: "\(new): \(count, "duty", "duties") from \(start.description)",
        zh: "\(new)：\(count)项职责，\(start.description)起生效"
      )
    ]
    if plan.old.bytes != file.bytes {
      let old = Path.join(location.folder, file.path)
      messages.append(
        Message(
          en: "\(old): in effect until \(start.dayBefore.description)",
          zh: "\(old)：到\(start.dayBefore.description)为止"
        )
      )
    }
    if plan.moved > 0 {
      messages.append(
        Message(
          en: "\(plan.moved, "date", "dates") of what is owed once moved by a year",
          zh: "\(plan.moved)处只做一次的日期顺延一年"
        )
      )
    }
    if let title = plan.title {
      messages.append(
        Message(en: "The title is now \(quoted: title)", zh: "标题改为\(quoted: title)")
      )
    }
    return messages
  }

  fileprivate static func exists(_ path: String) -> CommandError {
    .refused(
      .cannotCreate,
      code: "edition-exists",
      Message(en: "There is such an edition already: \(path)", zh: "已有这一版：\(path)"),
      advice: [
        Message(
          en: "Choose a later day: \(command: "--from <date>")",
          zh: "请选更晚的日期：\(command: "--from <日期>")"
        )
      ]
    )
  }
}

/// The two files that a new edition makes of one.
private struct RollPlan {
  /// The edition that ends.
  let old: ChecklistFile
  let new: ChecklistFile
  /// The name of the new file.
  let path: String
  /// How many dates of what is owed once were moved.
  private(set) var moved = 0
  /// The title with the new year, if it named the old one.
  private(set) var title: String?
  private(set) var hints: [Note] = []

  init(_ file: ChecklistFile, from start: Day) throws(CommandError) {
    let editing = try ChecklistEditing(file)
    guard let checklist = file.checklist else { throw .unreadableChecklists([file.path]) }
    guard start > .first, checklist.effective.from.map({ $0 < start }) ?? true else {
      throw Roll.exists(file.path)
    }
    path = "checklists/\(checklist.id)-\(start.year).json"
    old = try RollPlan.ended(editing, before: start)
    var edits = RollPlan.effective(editing, from: start)
    if checklist.year != nil {
      edits.append(.replace([.key("year")], with: JSONFragment(start.year)))
    }
    for change in RollPlan.dates(editing, checklist, before: start) {
      edits.append(change)
      moved += 1
    }
    let last = checklist.year ?? start.dayBefore.year
    if last != start.year {
      let parts = checklist.title.split(separator: String(last), omittingEmptySubsequences: false)
      if parts.count == 2 {
        let title = parts.joined(separator: String(start.year))
        edits.append(.replace([.key("title")], with: JSONFragment(title)))
        self.title = title
      } else if parts.count > 2 {
        hints.append(
          .hint(
            Message(
              en: "The title still says \(last); change it in \(path): \(quoted: checklist.title)",
              zh: "标题里还是\(last)年，请在 \(path) 里改：\(quoted: checklist.title)"
            )
          )
        )
      }
    }
    new = try editing.applying(edits, path: path)
  }

  /// The file with its last day, unless it ends by then already.
  private static func ended(
    _ editing: ChecklistEditing,
    before start: Day
  ) throws(CommandError) -> ChecklistFile {
    if let to = editing.file.checklist?.effective.to, to < start { return editing.file }
    let fragment = JSONFragment(start.dayBefore.description)
    if editing.document.root["effective"]?.kind == .object {
      let edit = editing.setting("to", fragment, at: [.key("effective")], after: ["from"])
      return try editing.applying([edit])
    }
    let object = JSONFragment { json in
      json.object { $0.member("to", start.dayBefore.description) }
    }
    return try editing.applying([
      editing.setting("effective", object, at: [], after: afterHead)
    ])
  }

  private static let afterHead = ["language", "year", "organization", "title", "id"]

  private static func effective(_ editing: ChecklistEditing, from start: Day) -> [JSONEdit] {
    let root = editing.document.root
    guard let effective = root["effective"], effective.kind == .object else {
      let object = JSONFragment { json in
        json.object { $0.member("from", start.description) }
      }
      return [editing.setting("effective", object, at: [], after: afterHead)]
    }
    var edits: [JSONEdit] = []
    let fragment = JSONFragment(start.description)
    edits.append(editing.setting("from", fragment, at: [.key("effective")]))
    if effective["to"] != nil { edits.append(.remove([.key("effective"), .key("to")])) }
    return edits
  }

  /// The dates of what is owed once, a year later; what the new edition owes anyway stays.
  private static func dates(
    _ editing: ChecklistEditing,
    _ checklist: Checklist,
    before start: Day
  ) -> [JSONEdit] {
    var edits: [JSONEdit] = []
    for tier in checklist.tiers {
      for section in tier.sections {
        for duty in section.duties {
          for requirement in duty.requirements {
            guard case .once(let deadline) = requirement.schedule, deadline.day < start,
              let later = deadline.adding(years: 1),
              let path = editing.path(
                ofRequirement: Reference(
                  checklist: checklist.id,
                  duty: duty.id,
                  requirement: requirement.id
                )
              )
            else { continue }
            let text = Schedule.once(later).description
            edits.append(.replace(path + [.key("schedule")], with: JSONFragment(text)))
          }
        }
      }
    }
    return edits
  }
}

extension Deadline {
  /// The same date of a later year; 29 February becomes the 28th.
  ///
  /// `nil` beyond the calendar.
  fileprivate func adding(years: Int) -> Deadline? {
    func later(_ year: Int) -> Int? {
      let (sum, overflows) = year.addingReportingOverflow(years)
      return !overflows && (1...9999).contains(sum) ? sum : nil
    }
    switch self {
    case .year(let year): return later(year).map { .year($0) }
    case .month(let year, let month): return later(year).map { .month($0, month) }
    case .unknownMonth(let year): return later(year).map { .unknownMonth(year: $0) }
    case .unknownDay(let year, let month):
      return later(year).map { .unknownDay(year: $0, month: month) }
    case .day(let day):
      let (year, month, number) = day.parts
      return later(year).flatMap { Day(year: $0, month: month, clampedDay: number) }
        .map { .day($0) }
    }
  }
}
