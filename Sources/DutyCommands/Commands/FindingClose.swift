package import CommandLineKit
import DutyModel
import DutyReports
import TerminalText

/// `duty finding close`: a finding is settled (销号).
package struct FindingClose: RecordingCommand {
  let id: String
  let on: DayExpression?
  let note: String?
  let documents: [String]
  let confirmedBy: String?
  let recording: RecordingOptions

  package static let name = "finding close"

  package static let declaration = Declaration(
    Message(en: "Record that a finding is settled", zh: "销号：一个问题整改完成"),
    group: .record,
    examples: [
      Example(
        Message(
          en: "duty finding close f8wv8jy --note \"All reports are in\" --confirmed-by 张明",
          zh: "duty finding close f8wv8jy --note \"已全部补报\" --confirmed-by 张明"
        )
      )
    ],
    Argument<String>.finding,
    Option<DayExpression>.dayOfWork,
    Option<String>(
      "note",
      value: Message(en: "text", zh: "文字"),
      help: Message(en: "How it was settled, in a sentence", zh: "怎样整改的，一句话")
    ),
    Options<String>(
      "document",
      value: Message(en: "name", zh: "名称"),
      help: Message(en: "A document that shows it. Repeatable", zh: "可作佐证的文件。可多次使用")
    ),
    Option<String>(
      "confirmed-by",
      value: Message(en: "name", zh: "姓名"),
      help: Message(en: "Who confirmed it", zh: "由谁确认")
    ),
    RecordingOptions.parameters,
    as: FindingClose.init
  )

  package func run(in context: Context) throws -> Outcome {
    let day = try context.dayOfWork(on)
    let recorder = try Recorder(context, recording, on: day)
    return try recorder.record { opened in
      let finding = try FindingResolver(opened.register).finding(id)
      if finding.state == .closed {
        let closedOn = finding.closure?.on.description ?? ""
        throw CommandError.refused(
          .usage,
          code: "closed-already",
          Message(
            en: "\(finding.short) is closed already, since \(closedOn)",
            zh: "\(finding.short) 已于 \(closedOn) 销号"
          ),
          advice: [
            Message(
              en:
                "If it is not settled: \(command: "duty finding reopen \(finding.short) --reason <text>")",
              zh: "若没有整改好：\(command: "duty finding reopen \(finding.short) --reason <文字>")"
            )
          ]
        )
      }
      guard day >= finding.finding.on else {
        throw CommandError.refused(
          .usage,
          code: "before-finding",
          Message(
            en: "\(day.echoed) is before the day it was found, \(finding.finding.on.description)",
            zh: "\(day.echoed)早于发现问题的 \(finding.finding.on.description)"
          ),
          advice: []
        )
      }
      let closure = FindingClosure(
        on: day,
        note: note,
        documents: documents,
        confirmedBy: confirmedBy
      )
      return Decision([Draft(.findingClose(finding.id, closure))])
    }
  }
}
