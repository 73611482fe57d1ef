package import CommandLineKit
import DutyModel
import DutyReports
import TerminalText

/// `duty reopen`: ends a waiver, or returns work that does not do (退回).
package struct Reopen: RecordingCommand {
  let targets: TargetOptions
  let reason: String
  let recording: RecordingOptions

  package static let name = "reopen"

  package static let declaration = Declaration(
    Message(en: "Return work, or end a waiver", zh: "退回重办，或取消免办"),
    group: .record,
    examples: [
      Example(
        Message(
          en: "duty reopen township/s9 --reason \"Figures do not add up\"",
          zh: "duty reopen township/s9 --reason \"数据对不上\""
        )
      )
    ],
    discussion: Message(
      en: """
        The records before it count no longer for that occurrence, and a waiver of it ends. A slip \
        of the keyboard is mended with 'duty undo'.
        """,
      zh: "此前的记录对这一期不再计次，免办也随之取消。打错了请用 duty undo。"
    ),
    TargetOptions.parameters,
    Option<String>.reason.required,
    RecordingOptions.parameters,
    as: Reopen.init
  )

  package func run(in context: Context) throws -> Outcome {
    let recorder = try Recorder(context, recording)
    return try recorder.record(targets) { finder in
      let decisions = try finder.decisions()
      for (target, account) in decisions
      where account.waivedFor == nil && account.recordCount == 0 {
        throw Reopen.nothing(finder.opened.names.shortest(target.to), account.period)
      }
      return Decision([Draft(.reopen(decisions.map(\.target), reason: reason))])
    }
  }

  private static func nothing(_ name: String, _ period: Period) -> CommandError {
    .refused(
      .usage,
      code: "nothing-to-reopen",
      Message(
        en: "\(name) has no record for \(period.description) that could be returned",
        zh: "\(name) 的\(period.description)没有记录可退回"
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
