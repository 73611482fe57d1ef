package import CommandLineKit
import DutyModel
import DutyReports
import TerminalText

/// `duty start`: work was begun.
package struct Start: RecordingCommand {
  let targets: TargetOptions
  let on: DayExpression?
  let note: String?
  let recording: RecordingOptions

  package static let name = "start"

  package static let declaration = Declaration(
    Message(en: "Record that work was begun", zh: "记一笔：开始办了"),
    group: .record,
    examples: [
      Example(
        Message(
          en: "duty start township/g25 --note \"Draft sent round\"",
          zh: "duty start township/g25 --note \"初稿已征求意见\""
        )
      )
    ],
    TargetOptions.parameters,
    Option<DayExpression>.dayOfWork,
    Option<String>(
      "note",
      value: Message(en: "text", zh: "文字"),
      help: Message(en: "What was begun, in a sentence", zh: "办到哪一步，一句话")
    ),
    RecordingOptions.parameters,
    as: Start.init
  )

  package func run(in context: Context) throws -> Outcome {
    let day = try context.dayOfWork(on)
    let recorder = try Recorder(context, recording, on: day)
    return try recorder.record(targets) { finder in
      let targets = try finder.works(on: day)
      try finder.refuseWaived(targets, on: day)
      let draft = Draft(.start(targets, on: day), note: note)
      let hints = WorkHints(
        opened: finder.opened,
        clock: context.surroundings.clock,
        draft: draft,
        evidence: EvidenceOptions(note: note)
      )
      return Decision([draft], hints: hints.notes)
    }
  }
}
