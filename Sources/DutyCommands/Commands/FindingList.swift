package import CommandLineKit
import DutyModel
import DutyReports
import TerminalText

/// `duty finding list`: the problems that were found, and how far each is put right.
package struct FindingListCommand: Command {
  let isAll: Bool
  let owners: [String]
  let departments: [String]
  let states: [FindingStatus.State]
  let texts: [String]
  let checklists: [String]
  let dueBefore: DayExpression?
  let dueAfter: DayExpression?
  let limit: Int?
  let output: OutputOptions.Typed

  package static let name = "finding list"

  package static let declaration = Declaration(
    Message(en: "List the findings that are open", zh: "列出未销号的问题"),
    group: .look,
    examples: [
      Example("duty finding list --all"),
      Example(Message(en: "duty finding list --owner 王芳", zh: "duty finding list --owner 王芳")),
    ],
    Flag("all", help: Message(en: "The closed ones too", zh: "已销号的也列出")),
    Options<String>.owners,
    Options<String>.departments,
    Options<FindingStatus.State>(
      "state",
      value: Message(en: "state", zh: "状态"),
      help: Message(
        en: "Only these states: open, overdue, closed; several with commas",
        zh: "只看这些状态：整改中、逾期、已销号；几个用逗号隔开"
      ),
      separator: ","
    ),
    Options<String>(
      "text",
      value: Message(en: "text", zh: "文字"),
      help: Message(en: "Only those whose title or text has this", zh: "只看标题或内容含此文字的")
    ),
    Options<String>(
      "checklist",
      value: Message(en: "id", zh: "编号"),
      help: Message(en: "Only those about duties of this checklist", zh: "只看涉及这份清单的"),
      completion: .source("checklists")
    ),
    Option<DayExpression>.dueBefore,
    Option<DayExpression>.dueAfter,
    Option<Int>.rowLimit,
    OutputOptions.parameters,
    as: FindingListCommand.init
  )

  package func run(in context: Context) throws -> Outcome {
    let output = try output.resolved()
    let opened = try context.open()
    let limit = try limit.validRowLimit()
    let wanted = try checklists.map { try opened.checklistID($0) }
    let bounds = try selection.dueBounds(on: context.today)
    let chosen = opened.register.findings.filter { matches($0, wanted, bounds) }
    let shown =
      isAll || !states.isEmpty ? chosen : chosen.filter { $0.state != .closed }
    let report = FindingList(
      shown,
      counts: states.isEmpty ? FindingList.Counts(chosen, on: opened.register.today) : nil,
      command: isAll || !states.isEmpty
        ? nil : selection.line("duty finding list") + " --all",
      filter: filter(bounds),
      noMatch: chosen.isEmpty ? noMatch(in: opened.register) : nil,
      limit: limit,
      today: opened.register.today,
      unreadableLines: opened.unreadableLines
    )
    return Outcome(
      .report(report, output.format, isRaw: output.isRaw),
      opened: opened
    )
  }

  /// Why there is none, if nobody has a name that was asked for.
  private func noMatch(in register: Register) -> NoMatch? {
    let selection = Selection(owners: owners, departments: departments)
    return selection.noMatch(
      in: register,
      filter: selection.shortLabelledDescription,
      besides: (
        register.findings.compactMap(\.finding.owner),
        register.findings.flatMap(\.finding.departments)
      )
    )
  }

  private func matches(
    _ status: FindingStatus,
    _ checklists: [String],
    _ bounds: (before: Day?, after: Day?)
  ) -> Bool {
    let finding = status.finding
    if !states.isEmpty, !states.contains(status.state) { return false }
    if !owners.isEmpty, !owners.contains(finding.owner ?? "") { return false }
    if !departments.isEmpty, !finding.departments.contains(where: departments.contains) {
      return false
    }
    if bounds.before != nil || bounds.after != nil {
      guard let due = finding.due, selection.isWithin(due, bounds.before, bounds.after) else {
        return false
      }
    }
    if !checklists.isEmpty, !finding.about.contains(where: { checklists.contains($0.checklist) }) {
      return false
    }
    guard !texts.isEmpty else { return true }
    let words = [finding.title, finding.text, finding.source, finding.cause, finding.measure]
      .compactMap { $0?.lowercased() }
    return texts.contains { text in
      words.contains { $0.contains(text.lowercased()) }
    }
  }

  /// The filters that duties have too.
  private var selection: Selection {
    Selection(
      checklists: checklists,
      owners: owners,
      departments: departments,
      texts: texts,
      dueBefore: dueBefore,
      dueAfter: dueAfter
    )
  }

  /// What is chosen, in words.
  private func filter(_ bounds: (before: Day?, after: Day?)) -> Message {
    var parts: [Message] = []
    for group in [checklists, owners, departments] where !group.isEmpty {
      parts.append(.list(group.map { .verbatim($0) }, .and))
    }
    if !states.isEmpty { parts.append(.list(states.map(\.word), .and)) }
    if !texts.isEmpty { parts.append(.list(quoted: texts, .and)) }
    parts += Selection.words(dueBefore: bounds.before, after: bounds.after)
    return .joined(parts)
  }
}

extension FindingStatus.State: ArgumentValue {
  package init(word: String) throws(InvalidValue) {
    let found = FindingStatus.State.allCases.first { state in
      Language.allCases.contains { state.word.text(in: $0) == word }
    }
    guard let found else {
      throw InvalidValue(notOneOf: FindingStatus.State.allCases.map(\.rawValue))
    }
    self = found
  }
}
