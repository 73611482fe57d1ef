package import CommandLineKit
import DutyModel
import DutyReports
import DutyStore
import StrictJSON
import TerminalText

/// Adds a duty to a checklist, or a requirement to a duty.
package struct Add: Command {
  package let place: String
  package let title: String
  package let schedule: ScheduleArgument
  package let text: String?
  package let tier: String?
  package let section: String?
  package let creates: Bool
  package let id: String?
  package let number: String?
  package let owner: OwnerName?
  package let each: OwnerNames?
  package let departments: DepartmentNames?
  package let from: DayExpression?
  let options: WritingOptions

  package static let name = "add"

  package static let declaration = Declaration(
    Message(en: "Add a duty to a checklist, or a requirement to a duty", zh: "给清单加一项职责，或给职责加一项要求"),
    group: .setUp,
    examples: [
      Example(
        Message(
          en:
            "duty add township --tier s0 --section s0-1 --title \"Annual report\" --schedule \"by 12-31 each year\"",
          zh: "duty add township --tier s0 --section s0-1 --title 年度报告 --schedule 每年12月31日前"
        )
      ),
      Example(
        Message(
          en: "duty add township/s11 --title \"Warning cases\" --schedule \"2 per year\"",
          zh: "duty add township/s11 --title 警示教育 --schedule 每年2次"
        )
      ),
    ],
    discussion: Message(
      en:
        "The id is the next free one and never changes. It is owed as long as the checklist holds, so that in the course of a year some may be overdue at once; --from leaves out what was due before. The rest of the file stays as it is, byte for byte.",
      zh: "编号取下一个空号，以后不变。职责与清单同时生效，年中添加的可能一加上就有逾期；用 --from 可不计此前到期的。文件的其余部分一字不动。"
    ),
    Argument<String>(
      Message(en: "place", zh: "位置"),
      help: Message(
        en: "A checklist, such as township, or a duty, such as township/s11",
        zh: "清单，如 township；或职责，如 township/s11"
      ),
      completion: .anyOf([.source("checklists"), .source("duties")])
    ),
    Option<String>(
      "title",
      value: Message(en: "title", zh: "标题"),
      help: Message(en: "What is to be done, in a few words", zh: "要做什么，几个字")
    ).required,
    Option<ScheduleArgument>(
      "schedule",
      value: Message(en: "schedule", zh: "安排"),
      help: Message(
        en: "When, such as '4 per year' or 'by 06-30 each year'",
        zh: "何时做，如 每季度1次、每年6月30日前"
      )
    ).required,
    Option<String>(
      "text",
      value: Message(en: "text", zh: "文字"),
      help: Message(en: "The words of the document", zh: "文件原文")
    ),
    Option<String>(
      "tier",
      value: Message(en: "tier", zh: "主体"),
      help: Message(
        en: "The tier: party-group, secretary, member, common, an id or a title",
        zh: "责任主体：party-group、secretary、member、common、编号或标题"
      ),
      completion: .words(Tier.Kind.allCases.map(\.rawValue))
    ),
    Option<String>(
      "section",
      value: Message(en: "section", zh: "部分"),
      help: Message(en: "The section: an id or part of a title", zh: "部分：编号或标题的一部分"),
      completion: .source("sections")
    ),
    Flag(
      "create",
      help: Message(
        en: "Make the tier or the section if there is none",
        zh: "没有这个主体或部分就新建"
      )
    ),
    Option<String>(
      "id",
      value: Message(en: "id", zh: "编号"),
      help: Message(en: "The id", zh: "编号"),
      fallback: Message(en: "the next free one", zh: "下一个空号")
    ),
    Option<String>(
      "number",
      value: Message(en: "number", zh: "序号"),
      help: Message(en: "The number as it is printed", zh: "文件里的序号")
    ),
    Option<OwnerName>(
      "owner",
      value: Message(en: "name", zh: "姓名"),
      help: Message(en: "Who answers for it", zh: "由谁负责"),
      completion: .source("owners")
    ),
    Option<OwnerNames>(
      "each",
      value: Message(en: "names", zh: "姓名"),
      help: Message(
        en: "Every one of these owes it; with commas between",
        zh: "这些人各自完成，用逗号隔开"
      )
    ),
    Option<DepartmentNames>(
      "departments",
      value: Message(en: "names", zh: "名称"),
      help: Message(en: "Departments, with commas between", zh: "责任处室，用逗号隔开")
    ),
    Option<DayExpression>(
      "from",
      value: Message(en: "date", zh: "日期"),
      help: Message(en: "The first day on which it may be due", zh: "从哪天起计，此前到期的不算"),
      fallback: Message(en: "as long as the checklist holds", zh: "与清单同时")
    ),
    WritingOptions.parameters,
    as: Add.init(
      place:
      title:
      schedule:
      text:
      tier:
      section:
      creates:
      id:
      number:
      owner:
      each:
      departments:
      from:
      options:
    )
  )

  package func run(in context: Context) throws -> Outcome {
    let wait = try context.lockMilliseconds(options.lockTimeout)
    guard owner == nil || each == nil else { throw UsageError.conflict("--owner", "--each") }
    let from = try from?.nearestDay(to: context.today, for: "from")
    let workspace = try context.openWorkspace()
    let opened = Opened(workspace, today: context.today)
    let addition: Addition
    let checklist = Identifier.folded(place)
    if let edition = Add.edition(checklist, in: opened) {
      let editing = try ChecklistEditing(edition)
      addition = try duty(title, schedule.schedule, from, to: editing, in: workspace, context)
    } else {
      addition = try requirement(title, schedule.schedule, from, in: opened, context.line)
    }
    let old = addition.old
    let new = addition.new
    let told = AdditionNotes(
      reference: addition.reference,
      file: new,
      opened: opened,
      isDryRun: options.isDryRun
    )
    let notes = (from == nil ? told.arrears : []) + told.laterEditions
    if options.isDryRun {
      let lines = LineDifference.lines(old.path, from: old.bytes, to: new.bytes)
      return Outcome(.prose(lines.map { Message(verbatim: $0) }), notes: notes)
    }
    try Workspace.write(
      new.bytes,
      to: new.path,
      in: workspace.location.folder,
      .unchanged(since: old.bytes),
      as: context.author(nil),
      lockMilliseconds: wait,
      files: context.files
    )
    guard !options.isQuiet else { return Outcome(.nothing) }
    let path = Path.join(workspace.location.folder, old.path)
    return Outcome(
      .prose([
        Message(
          en:
            "added  \(addition.reference.description)  \(title)  \(schedule.schedule.words)  (\(path))",
          zh:
            "已添加  \(addition.reference.description)  \(title)  \(schedule.schedule.words)（\(path)）"
        )
      ]),
      notes: notes
    )
  }

  /// What is added: the name it gets, and the file before and after.
  private struct Addition {
    let reference: Reference
    let old: ChecklistFile
    let new: ChecklistFile
  }

  /// What is missing where no id is left to be given.
  private static var missingID: UsageError {
    .missingOption(ParameterReference(name: "--id", placeholder: Message(en: "id", zh: "编号")))
  }

  /// The edition of a checklist that is shown on the day.
  private static func edition(_ id: String, in opened: Opened) -> ChecklistFile? {
    let files = opened.workspace.files.filter { $0.checklist?.id == id }
    let today = opened.register.today
    return files.first { $0.checklist?.effective.contains(today) ?? false }
      ?? files.max {
        ($0.checklist?.effective.from ?? .first) < ($1.checklist?.effective.from ?? .first)
      }
  }

  // MARK: - A duty

  private func duty(
    _ title: String,
    _ schedule: Schedule,
    _ from: Day?,
    to editing: ChecklistEditing,
    in workspace: Workspace,
    _ context: Context
  ) throws -> Addition {
    guard let checklist = editing.file.checklist else {
      throw CommandError.unreadableChecklists([editing.file.path])
    }
    let identifiers = NewIdentifier(checklist.id, in: workspace)
    let target = try AdditionPlace(
      tier: tier,
      section: section,
      creates: creates,
      in: editing,
      checklist,
      context.language
    )
    let id = try newID(target, identifiers, checklist.id)
    let number = number ?? String(NewIdentifier.parts(id)?.number ?? 1)
    let fragment = JSONFragment { json in
      json.object { json in
        json.member("id", id)
        json.member("number", number)
        json.member("title", title)
        json.memberIfPresent("text", text)
        writePeople(to: &json)
        Add.write(from, to: &json)
        json.member("schedule", schedule.description)
      }
    }
    let new = try editing.applying(target.edits(adding: fragment, editing, identifiers))
    return Addition(
      reference: Reference(checklist: checklist.id, duty: id),
      old: editing.file,
      new: new
    )
  }

  private func newID(
    _ target: AdditionPlace,
    _ identifiers: NewIdentifier,
    _ checklist: String
  ) throws -> String {
    guard let typed = id else {
      guard let id = identifiers.next(after: target.siblings, stem: target.kind.letter) else {
        throw Add.missingID
      }
      return id
    }
    let id = Identifier.folded(typed)
    let reference = ParameterReference(name: "--id", placeholder: Message(en: "id", zh: "编号"))
    guard Identifier.isItem(id) else {
      throw UsageError.invalidValue(
        typed,
        reference,
        InvalidValue(
          Message(
            en: "the id of a duty begins with a letter and ends in a digit, such as s12",
            zh: "职责编号以字母开头、数字结尾，如 s12"
          )
        )
      )
    }
    guard identifiers.isFree(id) else {
      throw UsageError.invalidValue(
        typed,
        reference,
        InvalidValue(
          Message(
            en: "\(checklist) has or had such an id, and ids are never used again",
            zh: "\(checklist) 已用过这个编号，编号不能再用"
          )
        )
      )
    }
    return id
  }

  private func writePeople(to json: inout JSONWriter) {
    json.memberIfPresent("owner", owner?.text)
    json.memberIfPresent("each", each?.names)
    json.memberIfPresent("departments", departments?.names)
  }

  /// Writes from when it is owed, if not as long as the checklist holds.
  private static func write(_ from: Day?, to json: inout JSONWriter) {
    guard let from else { return }
    json.object("effective") { $0.member("from", from.description) }
  }

  // MARK: - A requirement

  private func requirement(
    _ title: String,
    _ schedule: Schedule,
    _ from: Day?,
    in opened: Opened,
    _ line: TypedLine
  ) throws -> Addition {
    let register = opened.register
    let number: Int
    do throws(CommandError) {
      number = try Resolver(opened, line: line, isRecording: true).item(place)
    } catch {
      if case .noDuty(let typed, _, _) = error, !typed.contains("/") {
        throw CommandError.unknownChecklist(typed, in: opened.workspace)
      }
      throw error
    }
    let item = register.items[number]
    for (name, value) in [("--tier", tier), ("--section", section), ("--number", self.number)]
    where value != nil {
      throw CommandError.refused(
        .usage,
        code: "not-for-requirements",
        Message(
          en: "\(name) is for duties; \(quoted: place) is one, and gets a requirement",
          zh: "\(name) 只用于添加职责；\(quoted: place)是职责，加的是要求"
        ),
        advice: [
          Message(
            en:
              "Name the checklist to add a duty: \(command: "duty add \(register.checklist(of: item).id) ...")",
            zh: "要加职责请写清单：\(command: "duty add \(register.checklist(of: item).id) ...")"
          )
        ]
      )
    }
    let file = opened.workspace.files[opened.workspace.readableFiles[item.edition]]
    let editing = try ChecklistEditing(file)
    let own = register.reference(of: item)
    guard let path = editing.path(ofDuty: item.duty.id) else {
      throw CommandError.noDuty(place, nearest: [], known: nil)
    }
    let letter = try newLetter(NewIdentifier.letters(ofItem: number, in: opened))
    let added = JSONFragment { json in
      json.object { json in
        json.member("id", letter)
        json.member("title", title)
        writePeople(to: &json)
        Add.write(from, to: &json)
        json.member("schedule", schedule.description)
      }
    }
    let list = path + [.key("requirements")]
    var edits: [JSONEdit] = []
    if editing.document.root[list] != nil {
      edits.append(.insertElement(added, into: list))
    } else {
      // The schedule of the duty becomes its first requirement, under the same name as before.
      let both = JSONFragment { json in
        json.beginArray()
        json.object { json in
          json.member("id", "a")
          json.member("title", item.duty.title)
          json.member("schedule", item.duty.requirements.first?.schedule.description ?? "")
        }
        json.raw(added.bytes.span)
        json.endArray()
      }
      edits.append(
        .addMember(key: "requirements", both, to: path, after: "schedule")
      )
      edits.append(.remove(path + [.key("schedule")]))
    }
    let new = try editing.applying(edits)
    return Addition(
      reference: Reference(checklist: own.checklist, duty: own.duty, requirement: letter),
      old: file,
      new: new
    )
  }

  /// The first letter that is not taken, or the one that was asked for.
  private func newLetter(_ taken: Set<String>) throws -> String {
    if let id {
      let letter = Identifier.folded(id)
      if Identifier.isRequirement(letter), !taken.contains(letter) { return letter }
      throw UsageError.invalidValue(
        id,
        ParameterReference(name: "--id", placeholder: Message(en: "id", zh: "编号")),
        InvalidValue(
          Message(
            en: "the id of a requirement is one or two letters that were not used before",
            zh: "要求的编号是一两个没有用过的字母"
          )
        )
      )
    }
    let letters = "abcdefghijklmnopqrstuvwxyz".map(String.init)
    let all = letters + letters.flatMap { first in letters.map { first + $0 } }
    guard let letter = all.first(where: { !taken.contains($0) }) else {
      throw Add.missingID
    }
    return letter
  }
}
