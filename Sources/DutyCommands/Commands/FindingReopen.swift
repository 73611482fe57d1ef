package import CommandLineKit
import DutyModel
import DutyReports
import TerminalText

/// `duty finding reopen`: a finding was closed too early.
package struct FindingReopen: RecordingCommand {
  let id: String
  let reason: String
  let recording: RecordingOptions

  package static let name = "finding reopen"

  package static let declaration = Declaration(
    Message(en: "Reopen a finding that was closed", zh: "重开一个已销号的问题"),
    group: .record,
    examples: [
      Example(
        Message(
          en: "duty finding reopen f0ny04x --reason \"It happened again\"",
          zh: "duty finding reopen f0ny04x --reason \"问题反弹\""
        )
      )
    ],
    Argument<String>.finding,
    Option<String>.reason.required,
    RecordingOptions.parameters,
    as: FindingReopen.init
  )

  package func run(in context: Context) throws -> Outcome {
    let recorder = try Recorder(context, recording)
    return try recorder.record { opened in
      let finding = try FindingResolver(opened.register).finding(id)
      guard finding.state == .closed else {
        throw CommandError.refused(
          .usage,
          code: "not-closed",
          Message(en: "\(finding.short) is not closed", zh: "\(finding.short) 还没有销号"),
          advice: [
            Message(
              en: "See it: \(command: "duty finding show \(finding.short)")",
              zh: "查看：\(command: "duty finding show \(finding.short)")"
            )
          ]
        )
      }
      return Decision([Draft(.findingReopen(finding.id, reason: reason))])
    }
  }
}
