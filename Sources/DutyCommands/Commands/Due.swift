package import CommandLineKit
import DutyModel
import DutyReports
import DutyStore
import TerminalText

/// `duty due`: what comes up.
package struct Due: Command {
  let selection: Selection
  let days: Int?
  let until: DayExpression?
  let asksByStatus: Bool
  let isQuiet: Bool
  let order: OccurrenceOrder?
  let columns: [OccurrenceColumn]
  let limit: Int?
  let output: OutputOptions.Typed

  package static let name = "due"

  package static let declaration = Declaration(
    Message(en: "Show what comes up", zh: "看即将到期的事项"),
    group: .look,
    examples: [
      Example("duty due --days 60", Message(en: "the next 60 days", zh: "今后60天")),
      Example(
        "duty due --until 月底 --owner 王芳",
        Message(en: "what a person has to do this month", zh: "一个人本月要办的")
      ),
    ],
    discussion: Message(
      en: """
        A row is one occurrence that is still open, the first due first. What is overdue already \
        is counted; see it with duty overdue.
        """,
      zh: "一行是一件还没办完的，先到期的在前。已逾期的只计数，用 duty overdue 看。"
    ),
    exitStatus: Message(
      en: "With --exit-code, 1 if anything comes up.",
      zh: "加 --exit-code 时，有即将到期的为 1。"
    ),
    Selection.parameters,
    Option<Int>(
      "days",
      value: Message(en: "number", zh: "天数"),
      help: Message(en: "How many days to look ahead", zh: "往后看多少天"),
      fallback: Message(en: "dueSoonDays of the settings", zh: "设置中的 dueSoonDays")
    ),
    Option<DayExpression>(
      "until",
      value: Message(en: "date", zh: "日期"),
      help: Message(en: "The last day to look at", zh: "看到哪一天为止")
    ),
    Flag(
      "exit-code",
      help: Message(en: "End with 1 if anything comes up", zh: "有即将到期的时以 1 结束")
    ),
    Flag("quiet", short: "q", help: Message(en: "Print no rows", zh: "不输出")),
    Option<OccurrenceOrder>.rowOrder(ownOrder: Message(en: "the due day", zh: "到期日")),
    Options<OccurrenceColumn>.rowColumns(),
    Option<Int>.rowLimit,
    OutputOptions.parameters,
    as: Due.init
  )

  package func run(in context: Context) throws -> Outcome {
    let output = try self.output.resolved(namesColumns: !columns.isEmpty)
    let layout = OccurrenceLayout(
      columns: columns,
      order: order,
      limit: try limit.validRowLimit()
    )
    if days != nil, until != nil { throw UsageError.conflict("--days", "--until") }
    let opened = try context.open(year: selection.validYear())
    let register = opened.register
    let horizon = try horizon(on: context.today, opened.workspace.settings)
    let filter = try selection.occurrenceFilter(
      from: opened,
      on: context.today,
      line: context.line
    )
    let coming = coming(after: horizon, filter, in: register)
    let due = coming.filter { $0.due <= horizon.last }
    let status = asksByStatus && !due.isEmpty ? ExitStatus.negative : .success
    if isQuiet { return Outcome(.nothing, status: status, opened: opened) }
    let overdue = filter.chosen(of: register.overdue()).count
    let report = DueList(
      due,
      in: register,
      names: opened.names,
      head: AnswerHead(
        today: context.today,
        year: register.namedYear,
        unreadableLines: opened.workspace.journal.unreadableLines
      ),
      horizon: horizon,
      surroundings: DueList.Surroundings(
        next: coming.first { $0.due > horizon.last },
        overdue: overdue,
        overdueCommand: selection.line("duty overdue"),
        noMatch: coming.isEmpty && overdue == 0
          ? selection.noMatch(in: register, filter: filter.labelledDescription) : nil
      ),
      filter: filter.description,
      layout: layout
    )
    return Outcome(
      .report(report, output.format, isRaw: output.isRaw),
      status: status,
      opened: opened
    )
  }

  /// What is due through the last day, and a while after it: the first of that is what comes next.
  private func coming(
    after horizon: DueList.Horizon,
    _ filter: OccurrenceFilter,
    in register: Register
  ) -> [Occurrence] {
    var coming: [Occurrence] = []
    // Most often something is due in the month after; a year reaches what comes once a year.
    for days in [31, 366] {
      let end = horizon.last.adding(days: days) ?? .last
      coming = filter.chosen(of: register.due(through: end))
      if coming.contains(where: { $0.due > horizon.last }) { break }
    }
    return coming
  }
}

// MARK: - How far to look

extension Due {
  /// How many days can be looked ahead: ten years, so that a slip costs no more than a moment.
  private static let longest = 3_660

  private func horizon(on today: Day, _ settings: Settings) throws(UsageError) -> DueList.Horizon {
    if let until {
      let last = try until.day(on: today, facing: .future, for: "until")
      guard last >= today else {
        throw invalid(
          until.typed,
          "until",
          Message(en: "\(last.description) is past", zh: "\(last.description)已过")
        )
      }
      guard last - today <= Due.longest else { throw invalid(until.typed, "until", .tooFar) }
      return DueList.Horizon(last: last, days: nil)
    }
    let days = days ?? settings.dueSoonDays
    guard days >= 0 else {
      throw invalid(String(days), "days", Message(en: "it cannot be negative", zh: "不能为负数"))
    }
    guard days <= Due.longest else { throw invalid(String(days), "days", .tooFar) }
    return DueList.Horizon(last: today.adding(days: days) ?? .last, days: days)
  }

  private func invalid(_ word: String, _ option: String, _ reason: Message) -> UsageError {
    let placeholder =
      option == "days" ? Message(en: "number", zh: "天数") : Message(en: "date", zh: "日期")
    return .invalidValue(
      word,
      ParameterReference(name: "--\(option)", placeholder: placeholder),
      InvalidValue(reason)
    )
  }
}

extension Message {
  fileprivate static let tooFar = Message(
    en: "that is more than 3660 days ahead",
    zh: "超过了今后3660天"
  )
}
