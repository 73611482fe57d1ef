package import CommandLineKit
import DutyModel
import DutyReports
import TerminalText

/// `duty progress`: how far the duties are, by groups.
package struct ProgressCommand: Command {
  let grouping: Progress.Grouping
  let selection: Selection
  let isQuiet: Bool
  let output: OutputOptions.Typed

  package static let name = "progress"

  package static let declaration = Declaration(
    Message(en: "Show how much is done of what is owed", zh: "看进度：应办的办了多少"),
    group: .look,
    examples: [
      Example("duty progress --by owner"),
      Example("duty progress --by month --checklist civil"),
    ],
    discussion: Message(
      en:
        "Two figures stand side by side and are never mixed: of the occurrences due so far, those fulfilled; of the duties without a date, those with a record. Percentages are rounded down.",
      zh: "两个数字并列，从不相加：到期的事项办了多少件；没有期限的职责中有记录的有几项。百分比向下取整。"
    ),
    Option<Progress.Grouping>(
      "by",
      value: Message(en: "group", zh: "分组"),
      help: Message(en: "What the groups are", zh: "按什么分组")
    ).defaulting(to: .checklist),
    Selection.parameters,
    Flag("quiet", short: "q", help: Message(en: "Leave out how it is counted", zh: "不解释数字的算法")),
    OutputOptions.parameters,
    as: ProgressCommand.init
  )

  package func run(in context: Context) throws -> Outcome {
    let output = try output.resolved()
    let opened = try context.open(year: selection.validYear())
    var items: [Int]?
    var filter = Message.empty
    var noMatch: NoMatch?
    if !selection.isEverything {
      let choice = try selection.choose(from: opened, on: context.today, line: context.line)
      items = choice.items
      filter = choice.description
      if choice.items.isEmpty {
        noMatch = selection.noMatch(in: opened.register, filter: choice.labelledDescription)
      }
    }
    let report = ProgressReport(
      opened.register.progress(by: grouping, of: items, for: selection.people),
      in: opened.register,
      filter: filter,
      noMatch: noMatch,
      hasLegend: !isQuiet,
      unreadableLines: opened.unreadableLines
    )
    return Outcome(
      .report(report, output.format, isRaw: output.isRaw),
      opened: opened
    )
  }
}

extension Progress.Grouping: ArgumentValue {}
