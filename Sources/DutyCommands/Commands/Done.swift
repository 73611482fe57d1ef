package import CommandLineKit
import DutyModel
import DutyReports
import TerminalText

/// `duty done`: something was done, and counts.
package struct Done: RecordingCommand {
  let targets: TargetOptions
  let evidence: EvidenceOptions
  let count: Int?
  let recording: RecordingOptions

  /// How often one record can count at most.
  static let mostTimes = 366

  package static let name = "done"

  package static let declaration = Declaration(
    Message(en: "Record that something was done", zh: "记一笔：某项要求办了"),
    group: .record,
    examples: [
      Example("duty done township/s11b", Message(en: "done today", zh: "今天办的")),
      Example(
        Message(
          en: "duty done township/s11b --on 2026-05-06 --note \"Spring seminar\" --quantity 45人次",
          zh: "duty done township/s11b --on 2026-05-06 --note \"学习条例\" --quantity 45人次"
        )
      ),
      Example(
        "duty done civil/g8 --for 2026-05",
        Message(en: "made up for in a later month", zh: "补办5月的")
      ),
      Example(
        "duty done - --on 2026-06-30 < ids.txt",
        Message(en: "many, all or none", zh: "多项，要么全记，要么全不记")
      ),
    ],
    discussion: Message(
      en: """
        The work belongs to the period that holds its day. A report with fixed dates belongs to \
        the next one, unless an earlier one is overdue and nearer; where the day fits several, the \
        command asks for --for. What was understood is always told.
        Doing it twice counts twice. A script that may run twice gives its record a --key.
        """,
      zh: """
        工作记在它那天所在的期间。有固定日期的，记在下一个日期；若前一期已逾期且更近，就记在前一期；\
        分不清时，会要求用 --for 写明。每次都会说明是怎样理解的。
        记两次就计两次。可能重复运行的脚本请加 --key。
        """
    ),
    exitStatus: Message(
      en: "0 recorded; 64 usage; 66 no such duty; 75 busy; 74 disk.",
      zh: "0 已记录；64 用法；66 没有这项职责；75 被占用；74 磁盘。"
    ),
    seeAlso: Message(
      en: "See also 'duty help undo', 'duty help note'.",
      zh: "另见 duty help undo、duty help note。"
    ),
    TargetOptions.parameters,
    EvidenceOptions.parameters,
    Option<Int>(
      "count",
      value: Message(en: "n", zh: "次数"),
      help: Message(en: "How many times it counts", zh: "计几次"),
      fallback: .verbatim("1")
    ),
    RecordingOptions.parameters,
    as: Done.init
  )

  package func run(in context: Context) throws -> Outcome {
    let count = try validCount()
    let day = try context.dayOfWork(evidence.on, canStart: true)
    let recorder = try Recorder(context, recording, on: day)
    return try recorder.record(targets) { finder in
      let targets = try finder.works(on: day)
      try finder.refuseWaived(targets, on: day)
      let draft = evidence.draft(.done(targets, on: day, count: count))
      let hints = WorkHints(
        opened: finder.opened,
        clock: context.surroundings.clock,
        draft: draft,
        evidence: evidence
      )
      return Decision([draft], hints: hints.notes)
    }
  }

  private func validCount() throws(UsageError) -> Int {
    guard let count else { return 1 }
    guard (1...Done.mostTimes).contains(count) else {
      throw .invalidValue(
        String(count),
        ParameterReference(name: "--count", placeholder: Message(en: "n", zh: "次数")),
        InvalidValue(
          Message(
            en: "a record counts 1 to \(Done.mostTimes) times",
            zh: "一条记录计1至\(Done.mostTimes)次"
          )
        )
      )
    }
    return count
  }
}
