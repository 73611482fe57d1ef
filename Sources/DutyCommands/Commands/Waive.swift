package import CommandLineKit
import DutyModel
import DutyReports
import TerminalText

/// `duty waive`: something need not be done this time.
package struct Waive: RecordingCommand {
  let targets: TargetOptions
  let year: Int?
  let reason: String
  let documents: [String]
  let recording: RecordingOptions

  package static let name = "waive"

  package static let declaration = Declaration(
    Message(en: "Record that something need not be done", zh: "免办：某一期不用办"),
    group: .record,
    examples: [
      Example(
        Message(
          en: "duty waive civil/g8 --for 2026-08 --reason \"Flood control\"",
          zh: "duty waive civil/g8 --for 2026-08 --reason \"防汛值守\""
        )
      ),
      Example(
        Message(
          en: "duty waive civil/g8 --year 2026 --reason \"Office merged\"",
          zh: "duty waive civil/g8 --year 2026 --reason \"机构合并\""
        ),
        Message(en: "all that is left of a year", zh: "一年中还没办的")
      ),
    ],
    discussion: Message(
      en: """
        Without --for it is the current occurrence. What is done already is not waived. To drop a \
        duty for good, end its "effective" in the checklist. 'duty reopen' ends a waiver.
        """,
      zh: """
        不写 --for 就是当前这一期。已办的不免。永久取消请在清单里写明 effective 的截止日。\
        用 duty reopen 取消免办。
        """
    ),
    TargetOptions.parameters,
    Option<Int>(
      "year",
      value: Message(en: "year", zh: "年份"),
      help: Message(
        en: "Every occurrence of the year, also of what is ongoing",
        zh: "这一年的每一期，长期的也可以"
      )
    ),
    Option<String>.reason.required,
    Options<String>(
      "document",
      value: Message(en: "name", zh: "名称"),
      help: Message(en: "The document that allows it. Repeatable", zh: "所依据的文件。可多次使用")
    ),
    RecordingOptions.parameters,
    as: Waive.init
  )

  package func run(in context: Context) throws -> Outcome {
    if year != nil, targets.period != nil { throw UsageError.conflict("--for", "--year") }
    let year = try year.validYear()
    let recorder = try Recorder(context, recording)
    return try recorder.record(targets) { finder in
      let waived: [Target]
      if let year {
        let open = try finder.decisions(inYear: year).filter { $0.account.isWaivable }
        guard !open.isEmpty else { throw Waive.nothingLeft(year) }
        waived = open.map(\.target)
      } else {
        let decisions = try finder.decisions()
        for (target, account) in decisions {
          try Waive.check(account, finder.opened.names.shortest(target.to))
        }
        waived = decisions.map(\.target)
      }
      return Decision([Draft(.waive(waived, reason: reason), documents: documents)])
    }
  }

  private static func nothingLeft(_ year: Int) -> CommandError {
    .refused(
      .usage,
      code: "nothing-to-waive",
      Message(en: "Nothing of \(year) is left to waive", zh: "\(year)年没有可免办的了"),
      advice: [
        Message(en: "All of it is done or waived.", zh: "都已完成或已免办。")
      ]
    )
  }

  private static func check(_ account: Account, _ name: String) throws(CommandError) {
    let period = account.period.description
    if let reason = account.waivedFor {
      throw .refused(
        .usage,
        code: "waived",
        Message(
          en: "\(name) is waived for \(period) already: \(reason)",
          zh: "\(name) 的\(period)已经免办：\(reason)"
        ),
        advice: [otherPeriod]
      )
    }
    guard account.isWaivable else {
      throw .refused(
        .usage,
        code: "done",
        Message(
          en: "\(name) is done for \(period), so there is nothing to waive",
          zh: "\(name) 的\(period)已完成，不用免办"
        ),
        advice: [otherPeriod]
      )
    }
  }

  private static let otherPeriod = Message(
    en: "If you mean another occurrence, say which: \(command: "--for <period>")",
    zh: "若指另一期，请写明：\(command: "--for <期间>")"
  )
}

extension Account {
  /// Whether there is something to waive: it is neither done nor waived.
  fileprivate var isWaivable: Bool { state != .done && state != .waived }
}
