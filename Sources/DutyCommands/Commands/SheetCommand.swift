import CommandLineKit
import DutyModel
import DutyReports
import DutyStore
import TerminalText

/// Writes one person's duties, to be printed and signed.
struct SheetCommand: Command {
  let person: String
  let subject: ReportSubject
  let format: ReportForm?
  let output: DocumentOutput

  static let name = "sheet"

  static let declaration = Declaration(
    Message(en: "Write one person's duties of a year", zh: "生成个人责任清单"),
    group: .report,
    examples: [
      Example(
        Message(
          en: "duty sheet --owner 王芳 --checklist township -o sheet.docx",
          zh: "duty sheet --owner 王芳 --checklist township -o 王芳.docx"
        )
      )
    ],
    discussion: Message(
      en:
        "The duties with their states and records, those handed on in the year, and the findings to put right; with a line to sign.",
      zh: "列出职责及其状态和记录、年内改派的事项、负责整改的问题，并留出签字处。"
    ),
    Option<String>(
      "owner",
      value: Message(en: "name", zh: "姓名"),
      help: Message(en: "Whose duties", zh: "谁的职责"),
      completion: .source("owners")
    ).required,
    ReportSubject.parameters,
    Option<ReportForm>(
      "format",
      value: Message(en: "format", zh: "格式"),
      help: Message(en: "The form of the sheet", zh: "清单的格式"),
      fallback: Message(en: "that of the file's name, else text", zh: "按文件名，否则为 text")
    ),
    DocumentOutput.parameters,
    as: SheetCommand.init(person:subject:format:output:)
  )

  func run(in context: Context) throws -> Outcome {
    let form = try ReportForm.chosen(format, for: output)
    let opened = try subject.open(in: context)
    let journal = opened.workspace.journal
    let sheet = try DutySheet.paper(
      of: person,
      checklist: try subject.checklistID(in: opened, line: context.line),
      from: opened.register,
      style: YearlyReport.Style(opened.workspace.settings),
      particulars: { journal.particulars(of: $0) }
    )
    return Outcome(
      try output.answer(sheet, form, ReportLayout(), in: context),
      opened: opened
    )
  }
}
