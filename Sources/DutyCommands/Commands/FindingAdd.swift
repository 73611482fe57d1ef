package import CommandLineKit
import DutyModel
import DutyReports
import TerminalText

/// `duty finding add`: a problem was found.
package struct FindingAdd: RecordingCommand {
  let title: String
  let fields: FindingFields
  let on: DayExpression?
  let recording: RecordingOptions

  package static let name = "finding add"

  package static let declaration = Declaration(
    Message(en: "Record a problem that was found", zh: "登记一个问题"),
    group: .record,
    examples: [
      Example(
        Message(
          en: """
            duty finding add "Two branches sent no half-year report" --source inspection \
            --owner 王芳 --due 2026-08-31 --about township/g25
            """,
          zh: """
            duty finding add "两个村支部未报半年情况" --source 巡察反馈 --owner 王芳 \
            --due 8月底 --about township/g25
            """
        )
      )
    ],
    Argument<String>(
      Message(en: "title", zh: "标题"),
      help: Message(en: "What is wrong, in one line", zh: "问题，一句话")
    ),
    FindingFields.parameters,
    Option<DayExpression>.dayOfWork,
    RecordingOptions.parameters,
    as: FindingAdd.init
  )

  package func run(in context: Context) throws -> Outcome {
    let day = try context.dayOfWork(on)
    let due = try fields.dueDay(on: context.today)
    if let due, due < day { throw FindingFields.dueBefore(due, day) }
    let recorder = try Recorder(context, recording, on: day)
    return try recorder.record { opened in
      let finding = Finding(
        number: fields.number,
        title: title,
        text: fields.text,
        source: fields.source,
        cause: fields.cause,
        measure: fields.measure,
        owner: fields.owner,
        departments: fields.departments,
        due: due,
        on: day,
        about: try fields.references(in: opened, line: context.line)
      )
      return Decision([Draft(.finding(finding))])
    }
  }
}
