package import CommandLineKit
import DutyModel
import DutyReports
import TerminalText

/// `duty note`: evidence that does not count.
package struct NoteCommand: RecordingCommand {
  let targets: TargetOptions
  let evidence: EvidenceOptions
  let cause: String?
  let recording: RecordingOptions

  package static let name = "note"

  package static let declaration = Declaration(
    Message(en: "Add evidence without counting it as done", zh: "补充佐证，不计次"),
    group: .record,
    examples: [
      Example(
        "duty note township/s11b --document files/0522.jpg",
        Message(en: "a file came in later", zh: "后补的材料")
      ),
      Example(
        Message(
          en: "duty note civil/g8 --for 2026-05 --cause \"The hall was closed\"",
          zh: "duty note civil/g8 --for 2026-05 --cause \"会场停用\""
        ),
        Message(en: "why something is missing", zh: "说明为什么缺")
      ),
    ],
    TargetOptions.parameters,
    EvidenceOptions.parameters,
    Option<String>(
      "cause",
      value: Message(en: "text", zh: "文字"),
      help: Message(
        en: "Why something is missing or late; reports quote it. Alone it is no record of work",
        zh: "为什么缺或迟；报告会引用。只写原因不算工作记录"
      )
    ),
    RecordingOptions.parameters,
    as: NoteCommand.init
  )

  package func run(in context: Context) throws -> Outcome {
    let day = try context.dayOfWork(evidence.on)
    let recorder = try Recorder(context, recording, on: day)
    if evidence.isEmpty, cause == nil {
      throw CommandError.refused(
        .usage,
        code: "empty",
        Message(en: "The note says nothing", zh: "佐证是空的"),
        advice: [
          Message(
            en: "Add --note, --cause, --quantity or --document.",
            zh: "请加 --note、--cause、--quantity 或 --document。"
          )
        ]
      )
    }
    return try recorder.record(targets) { finder in
      let works = try finder.works(on: day)
      let draft = evidence.draft(
        evidence.isEmpty ? .cause(works, on: day) : .note(works, on: day),
        cause: cause
      )
      let hints = WorkHints(
        opened: finder.opened,
        clock: context.surroundings.clock,
        draft: draft,
        evidence: evidence
      )
      return Decision([draft], hints: hints.notes)
    }
  }
}
