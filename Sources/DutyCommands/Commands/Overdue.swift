package import CommandLineKit
import DutyModel
package import DutyReports
import DutyStore
import TerminalText

/// `duty overdue`: what is late.
package struct Overdue: Command {
  let selection: Selection
  let asksByStatus: Bool
  let isQuiet: Bool
  let order: OccurrenceOrder?
  let columns: [OccurrenceColumn]
  let limit: Int?
  let output: OutputOptions.Typed

  package static let name = "overdue"

  package static let declaration = Declaration(
    Message(en: "Show what is late", zh: "看逾期事项"),
    group: .look,
    examples: [
      Example(
        "duty overdue --owner 王芳",
        Message(en: "what a person is late with", zh: "一个人逾期的")
      ),
      Example(
        "duty overdue --exit-code -q || duty overdue",
        Message(en: "for cron: say something only if something is late", zh: "供 cron 用：有逾期才输出")
      ),
    ],
    discussion: Message(
      en: """
        A row is one occurrence: a duty missed in two months is two rows. The latest come first. \
        What was due last year is listed until the day carryUntil of the settings; --year lists \
        what was due in a year.
        """,
      zh: """
        一行是一件：两个月没办就是两行，逾期最久的在前。上一年到期的，\
        列到设置中 carryUntil 所定的日子；用 --year 看某一年到期的。
        """
    ),
    exitStatus: Message(
      en: "With --exit-code, 1 if anything is overdue.",
      zh: "加 --exit-code 时，有逾期为 1。"
    ),
    Selection.parameters,
    Flag(
      "exit-code",
      help: Message(en: "End with 1 if anything is overdue", zh: "有逾期时以 1 结束")
    ),
    Flag("quiet", short: "q", help: Message(en: "Print no rows", zh: "不输出")),
    Option<OccurrenceOrder>.rowOrder(ownOrder: Message(en: "the due day", zh: "到期日")),
    Options<OccurrenceColumn>.rowColumns(),
    Option<Int>.rowLimit,
    OutputOptions.parameters,
    as: Overdue.init
  )

  package func run(in context: Context) throws -> Outcome {
    let output = try self.output.resolved(namesColumns: !columns.isEmpty)
    let layout = OccurrenceLayout(
      columns: columns,
      order: order,
      limit: try limit.validRowLimit()
    )
    let opened = try context.open(year: selection.validYear())
    let register = opened.register
    let filter = try selection.occurrenceFilter(
      from: opened,
      on: context.today,
      line: context.line
    )
    let late = filter.chosen(of: register.overdue())
    let status = asksByStatus && !late.isEmpty ? ExitStatus.negative : .success
    if isQuiet { return Outcome(.nothing, status: status, opened: opened) }
    let isOfAnotherYear = register.namedYear.map { $0 != context.today.year } ?? false
    let next =
      late.isEmpty && !isOfAnotherYear
      ? filter.chosen(of: register.due(through: .lastDay(ofYear: context.today.year))).first : nil
    let report = OverdueList(
      late,
      in: register,
      names: opened.names,
      head: AnswerHead(
        today: context.today,
        year: register.namedYear,
        unreadableLines: opened.workspace.journal.unreadableLines
      ),
      filter: filter.description,
      next: next,
      noMatch: late.isEmpty && next == nil
        ? selection.noMatch(in: register, filter: filter.labelledDescription) : nil,
      layout: layout
    )
    return Outcome(
      .report(report, output.format, isRaw: output.isRaw),
      status: status,
      opened: opened
    )
  }
}

extension OccurrenceColumn: ArgumentValue {}

extension OccurrenceOrder: ArgumentValue {}
