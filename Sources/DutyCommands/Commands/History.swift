package import CommandLineKit
import DutyModel
import DutyReports
import DutyStore
import TerminalText

/// `duty history`: what was recorded, by whom and when.
package struct History: Command {
  let ids: [String]
  let filters: Selection
  let names: [String]
  let since: DayExpression?
  let until: DayExpression?
  let limit: Int?
  let output: OutputOptions.Typed

  package static let name = "history"

  package static let declaration = Declaration(
    Message(en: "Show what was recorded, by whom and when", zh: "看历史：谁在什么时候记了什么"),
    group: .look,
    examples: [
      Example("duty history township/s11"),
      Example(
        "duty history --checklist township --tier secretary",
        Message(en: "about the duties of a tier", zh: "一个责任主体的职责")
      ),
      Example(
        Message(
          en: "duty history --who 王芳 --since 2026-06-01",
          zh: "duty history --who 王芳 --since 6月1日"
        )
      ),
    ],
    discussion: Message(
      en:
        "The latest comes first. What was taken back stays, and says so. Times are those of the place they were recorded in. JSON has the events as they are stored, the first one first.",
      zh: "最近的在前。撤销过的仍在，并且注明。时间是记录地的时间。JSON 是存下来的原样，最早的在前。"
    ),
    Arguments<String>(
      Message(en: "id", zh: "编号"),
      isOptional: true,
      help: Message(
        en: "Duties, requirements, occurrences such as g25@2026-07-31, findings or records",
        zh: "职责、要求、某一期（如 g25@2026-07-31）、问题或记录的编号"
      ),
      completion: .source("duties")
    ),
    Selection.filters,
    Options<String>(
      "who",
      value: Message(en: "name", zh: "姓名"),
      help: Message(en: "Only what this person recorded", zh: "只看这个人记的"),
      completion: .source("owners")
    ),
    Option<DayExpression>(
      "since",
      value: Message(en: "date", zh: "日期"),
      help: Message(en: "Only what was recorded on this day or later", zh: "只看这天及以后记的")
    ),
    Option<DayExpression>(
      "until",
      value: Message(en: "date", zh: "日期"),
      help: Message(en: "Only what was recorded on this day or before", zh: "只看这天及以前记的")
    ),
    Option<Int>(
      "limit",
      value: Message(en: "number", zh: "条数"),
      help: Message(en: "At most so many, the latest; 0 for all", zh: "最多几条，取最近的；0 为全部"),
      fallback: Message(en: "20 on a terminal, else all", zh: "终端上20，其他全部")
    ),
    OutputOptions.parameters,
    as: History.init
  )

  package func run(in context: Context) throws -> Outcome {
    let output = try output.resolved()
    if let limit, limit < 0 {
      throw UsageError.invalidValue(
        String(limit),
        ParameterReference(name: "--limit", placeholder: Message(en: "number", zh: "条数")),
        InvalidValue(Message(en: "it is 0 or more", zh: "不能小于0"))
      )
    }
    // Nothing is counted here, so records that only a later version understands do no harm.
    let opened = try context.open(isToleratingNewer: true)
    let days = (
      first: try since?.day(on: context.today, facing: .past, for: "since"),
      last: try until?.day(on: context.today, facing: .past, for: "until")
    )
    let events = try chosen(from: opened, days.first, days.last, in: context)
    let preset = context.terminal.isInteractive && output.format == .table ? 20 : 0
    let count = limit ?? preset
    let shown = count == 0 ? events[...] : events.suffix(count)
    let report = HistoryList(
      opened.stored(Array(shown)),
      of: events.count,
      command: (["duty history"] + words).joined(separator: " "),
      filter: filter(days.first, days.last),
      noMatch: events.isEmpty
        ? filters.noMatch(in: opened.register, filter: filters.shortLabelledDescription) : nil,
      in: opened.register,
      names: opened.names,
      unreadableLines: opened.unreadableLines,
      newerLines: opened.workspace.journal.newerLines
    )
    return Outcome(
      .report(report, output.format, isRaw: output.isRaw),
      opened: opened
    )
  }

  /// The events asked for, ascending by id.
  private func chosen(
    from opened: Opened,
    _ first: Day?,
    _ last: Day?,
    in context: Context
  ) throws -> [Event] {
    let all = opened.workspace.journal.events
    var events = all
    if !ids.isEmpty {
      events = try subjects(in: opened, context).events(among: all, in: opened.register)
    }
    if !filters.isEverything {
      let subjects = try filters.subjects(from: opened, on: context.today, line: context.line)
      let chosen = Set(subjects.events(among: all, in: opened.register).map(\.id))
      events = events.filter { chosen.contains($0.id) }
    }
    guard !names.isEmpty || first != nil || last != nil else { return events }
    let journal = opened.workspace.journal
    return events.filter { event in
      let particulars = journal.particulars(of: event)
      guard names.isEmpty || names.contains(particulars.by) else { return false }
      guard first != nil || last != nil else { return true }
      guard let day = Day(String(particulars.at.prefix(10))) else { return false }
      return first.map { day >= $0 } ?? true && last.map { day <= $0 } ?? true
    }
  }

  /// The occurrences that an id names with its period.
  private func places(
    of id: String,
    in opened: Opened,
    _ context: Context
  ) throws(CommandError) -> [EventSubjects.Place] {
    let target = try TypedTarget(id)
    let named = Resolver(opened, line: context.line, suffix: target.suffix)
    let numbers = try named.obligations(target.id)
    let periods = try target.periods(on: opened.register.today)
    return periods.flatMap { period in
      numbers.map { EventSubjects.Place(obligation: $0, period: period) }
    }
  }

  /// What the ids name: a duty or requirement, else a finding, else a record.
  private func subjects(in opened: Opened, _ context: Context) throws -> EventSubjects {
    var subjects = EventSubjects()
    let duties = Resolver(opened, line: context.line)
    let findings = FindingResolver(opened.register)
    let records = EventResolver(opened.workspace.journal.events)
    for id in ids {
      if TypedTarget.separator(in: id) != nil {
        subjects.occurrences.formUnion(try places(of: id, in: opened, context))
        continue
      }
      do throws(CommandError) {
        subjects.obligations.formUnion(try duties.obligations(id))
      } catch {
        if let finding = try? findings.finding(id) {
          subjects.findings.insert(finding.id)
          continue
        }
        if let checklist = try? opened.checklistID(id) {
          throw History.isChecklist(
            id,
            context.line.replacing(argument: id, by: ["--checklist", checklist])
          )
        }
        do throws(CommandError) {
          subjects.lines.insert(try records.line(id))
        } catch .noEvent {
          throw error
        }
      }
    }
    return subjects
  }

  /// The error for the name of a checklist where one of its duties is wanted.
  private static func isChecklist(_ id: String, _ line: String?) -> CommandError {
    .refused(
      .noInput,
      code: "not-a-duty",
      Message(
        en: "\(quoted: id) is a checklist, not a duty",
        zh: "\(quoted: id)是一份清单，不是职责"
      ),
      advice: line.map { line in
        [Message(en: "All of its records: \(command: line)", zh: "它的全部记录：\(command: line)")]
      } ?? []
    )
  }

  /// The words that choose, as they can be typed again.
  private var words: [String] {
    var words = ids.map(\.quotedForShell) + filters.filterWords
    for name in names { words += ["--who", name.quotedForShell] }
    if let since { words += ["--since", since.typed.quotedForShell] }
    if let until { words += ["--until", until.typed.quotedForShell] }
    return words
  }

  /// What is chosen, in words.
  private func filter(_ first: Day?, _ last: Day?) -> Message {
    var parts: [Message] = []
    if !ids.isEmpty { parts.append(.verbatim(ids.joined(separator: " "))) }
    if !filters.isEverything { parts.append(filters.shortDescription) }
    if !names.isEmpty { parts.append(.list(names.map { .verbatim($0) }, .and)) }
    if let day = first?.description { parts.append(Message(en: "since \(day)", zh: "\(day)起")) }
    if let day = last?.description { parts.append(Message(en: "until \(day)", zh: "\(day)止")) }
    return .joined(parts)
  }
}
