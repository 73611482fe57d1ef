package import CommandLineKit
import DutyModel
import DutyReports
import TerminalText

/// `duty sign`: a person signs for what was done.
package struct Sign: RecordingCommand {
  let targets: TargetOptions
  let signer: String
  let opinion: String?
  let on: DayExpression?
  let recording: RecordingOptions

  package static let name = "sign"

  package static let declaration = Declaration(
    Message(en: "Record that somebody signed for what was done", zh: "签字：对已办的签署意见"),
    group: .record,
    examples: [
      Example(
        Message(
          en: "duty sign township/s11b --signer 张明 --opinion \"Agreed\"",
          zh: "duty sign township/s11b --signer 张明 --opinion \"同意\""
        )
      )
    ],
    discussion: Message(
      en: """
        A signature rests on the records that are there when it is given. If they change later, it \
        is shown as changed.
        """,
      zh: "签字依据当时的记录。此后记录有变动，会标明签字后有变动。"
    ),
    TargetOptions.parameters,
    Option<String>(
      "signer",
      value: Message(en: "name", zh: "姓名"),
      help: Message(en: "Who signs", zh: "由谁签字")
    ).required,
    Option<String>(
      "opinion",
      value: Message(en: "text", zh: "文字"),
      help: Message(en: "What the signer says", zh: "签署的意见")
    ),
    Option<DayExpression>.dayOfWork,
    RecordingOptions.parameters,
    as: Sign.init
  )

  package func run(in context: Context) throws -> Outcome {
    let day = try context.dayOfWork(on)
    let recorder = try Recorder(context, recording, on: day)
    return try recorder.record(targets) { finder in
      let decisions = try finder.decisions()
      try finder.refuseWaived(decisions.map(\.target))
      // Every signature rests on the records of its own occurrence, so that each is an event.
      let drafts = try decisions.map { (target, account) throws(CommandError) in
        let name = finder.opened.names.shortest(target.to)
        guard let last = account.records.last?.on else { throw Sign.nothing(name, account.period) }
        guard day >= last else { throw Sign.early(day, name, last) }
        let signature = SignOff(
          on: day,
          signer: signer,
          opinion: opinion,
          seen: account.records.map(\.id).sorted()
        )
        return Draft(.sign([target], signature))
      }
      let hints = drafts.first.map { draft in
        WorkHints(opened: finder.opened, clock: context.surroundings.clock, draft: draft)
      }
      return Decision(drafts, hints: hints?.notes ?? [])
    }
  }

  /// The refusal of a signature that is older than what it is for.
  private static func early(_ day: Day, _ name: String, _ last: Day) -> CommandError {
    .refused(
      .usage,
      code: "before-work",
      Message(
        en: "\(day.echoed) is before the last record of \(name) to sign for, \(last.description)",
        zh: "\(day.echoed)早于 \(name) 要签字的最后一条记录（\(last.description)）"
      ),
      advice: []
    )
  }

  private static func nothing(_ name: String, _ period: Period) -> CommandError {
    .refused(
      .usage,
      code: "nothing-to-sign",
      Message(
        en: "\(name) has no record for \(period.description) to sign for",
        zh: "\(name) 的\(period.description)没有可签字的记录"
      ),
      advice: [
        Message(
          en: "Record what was done first: \(command: "duty done \(name) --for \(period)")",
          zh: "请先记录所办：\(command: "duty done \(name) --for \(period)")"
        ),
        Message(
          en: "If you mean another occurrence, say which: \(command: "--for <period>")",
          zh: "若指另一期，请写明：\(command: "--for <期间>")"
        ),
      ]
    )
  }
}
