package import CommandLineKit
import DutyModel
import DutyReports
import TerminalText

/// `duty reschedule`: one occurrence gets another due day.
package struct Reschedule: RecordingCommand {
  let targets: TargetOptions
  let to: DayExpression
  let reason: String
  let recording: RecordingOptions

  package static let name = "reschedule"

  package static let declaration = Declaration(
    Message(en: "Give one occurrence another due day", zh: "改期：某一期另定期限"),
    group: .record,
    examples: [
      Example(
        Message(
          en: "duty reschedule township/g25 --to 2026-08-15 --reason \"Asked to by the county\"",
          zh: "duty reschedule township/g25 --to 8月15日 --reason \"县里通知延期\""
        )
      )
    ],
    discussion: Message(
      en: """
        The occurrence stays in its year, and its figures with it. A lasting change is an edit of \
        the checklist.
        """,
      zh: "这一期仍算在原来的年度。长期改变请修改清单。"
    ),
    TargetOptions.parameters,
    Option<DayExpression>(
      "to",
      value: Message(en: "date", zh: "日期"),
      help: Message(en: "The new due day", zh: "新的期限")
    ).required,
    Option<String>.reason.required,
    RecordingOptions.parameters,
    as: Reschedule.init
  )

  package func run(in context: Context) throws -> Outcome {
    let due = try to.day(on: context.today, facing: .future, for: "to")
    let recorder = try Recorder(context, recording)
    return try recorder.record(targets) { finder in
      let decisions = try finder.decisions()
      for (target, account) in decisions {
        try Reschedule.check(account, due, finder.opened.names.shortest(target.to))
      }
      try finder.refuseWaived(decisions.map(\.target))
      return Decision([Draft(.reschedule(decisions.map(\.target), due: due, reason: reason))])
    }
  }

  private static func check(_ account: Account, _ due: Day, _ name: String) throws(CommandError) {
    guard let occurrence = account.occurrence else {
      throw .refused(
        .usage,
        code: "no-due-day",
        Message(en: "\(name) has no due day", zh: "\(name) 没有期限"),
        advice: [
          Message(
            en: "It is ongoing: there is nothing to reschedule.",
            zh: "它是长期的，不存在改期。"
          )
        ]
      )
    }
    let period = occurrence.period.description
    guard due != occurrence.due else {
      throw .refused(
        .usage,
        code: "same-day",
        Message(
          en: "\(name) is due on \(due.description) already for \(period)",
          zh: "\(name) 的\(period)本来就在 \(due.description) 到期"
        ),
        advice: []
      )
    }
    guard due >= occurrence.start else {
      throw .refused(
        .usage,
        code: "before-start",
        Message(
          en:
            "\(due.echoed) is before \(period) of \(name) begins, on \(occurrence.start.description)",
          zh: "\(due.echoed)早于 \(name) 的\(period)的开始日 \(occurrence.start.description)"
        ),
        advice: [
          Message(
            en: "If you mean another occurrence, say which: \(command: "--for <period>")",
            zh: "若指另一期，请写明：\(command: "--for <期间>")"
          )
        ]
      )
    }
  }
}
