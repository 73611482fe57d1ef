import CommandLineKit
import DutyModel
import DutyReports
import DutyStore
import OfficeDocuments
import TerminalText

/// Writes the whole year as a table.
struct LedgerCommand: Command {
  let subject: ReportSubject
  let format: Form?
  let isJSON: Bool
  let isCSV: Bool
  let isRaw: Bool
  let output: DocumentOutput

  /// The forms of a ledger: those of all rows, and two for offices.
  enum Form: String, CaseIterable, ArgumentValue {
    case table
    case plain
    case json
    case jsonl
    case csv
    case tsv
    case markdown
    case html
    case xlsx
  }

  static let name = "ledger"

  static let declaration = Declaration(
    Message(en: "Write the whole year as a table", zh: "生成全年工作台账"),
    group: .report,
    examples: [
      Example(
        "duty ledger --checklist township -o ledger.xlsx",
        Message(en: "for Excel or WPS", zh: "供 Excel 或 WPS 使用")
      )
    ],
    discussion: Message(
      en:
        "A row for every occurrence, and one for every requirement without due days: item, measure, owner, departments, deadline, state, evidence, sign-off. Nothing is cut, and no cell is a formula.",
      zh: "每件应办事项一行，没有时限的要求各一行：事项、要求、责任人、科室、时限、状态、佐证、签字。内容不删节，单元格没有公式。"
    ),
    ReportSubject.parameters,
    Option<Form>(
      "format",
      value: Message(en: "format", zh: "格式"),
      help: Message(en: "The form of the ledger", zh: "台账的格式"),
      fallback: Message(en: "that of the file's name, else table", zh: "按文件名，否则为 table")
    ),
    Flag("json", help: Message(en: "Short for --format json", zh: "即 --format json")),
    Flag("csv", help: Message(en: "Short for --format csv", zh: "即 --format csv")),
    Flag(
      "raw",
      help: Message(
        en: "Leave texts in csv that a spreadsheet would run as formulas",
        zh: "csv 中不处理会被表格软件当作公式的文字"
      )
    ),
    DocumentOutput.parameters,
    as: LedgerCommand.init(subject:format:isJSON:isCSV:isRaw:output:)
  )

  func run(in context: Context) throws -> Outcome {
    let form = try form()
    let opened = try subject.open(in: context)
    let journal = opened.workspace.journal
    let ledger = try DutyLedger(
      of: try subject.checklistID(in: opened, line: context.line),
      from: opened.register,
      style: YearlyReport.Style(opened.workspace.settings),
      unreadableLines: journal.unreadableLines,
      particulars: { journal.particulars(of: $0) }
    )
    return Outcome(try answer(ledger, form, in: context), opened: opened)
  }

  private func answer(
    _ ledger: DutyLedger,
    _ form: Form,
    in context: Context
  ) throws -> Outcome.Answer {
    switch form {
    case .html: return try output.answer(ledger.paper, .html, ReportLayout(), in: context)
    case .xlsx:
      return try output.answer(try ledger.workbook.bytes(), isBinary: true, in: context)
    case .table, .plain, .json, .jsonl, .csv, .tsv, .markdown:
      let format = Format(rawValue: form.rawValue) ?? .table
      guard output.path != nil else { return .report(ledger, format, isRaw: isRaw) }
      var terminal = context.terminal
      terminal.columns = nil
      terminal.palette = nil
      let bytes = format.bytes(of: ledger, in: context.language, for: terminal, isRaw: isRaw)
      return try output.answer(bytes, isBinary: false, in: context)
    }
  }

  /// The form that was typed, else the one that the name of the file asks for, else a table.
  private func form() throws(UsageError) -> Form {
    var chosen = format.map { ("--format \($0.rawValue)", $0) }
    for (isTyped, form) in [(isJSON, Form.json), (isCSV, .csv)] where isTyped {
      let name = "--\(form.rawValue)"
      if let chosen, chosen.1 != form { throw .conflict(chosen.0, name) }
      chosen = (name, form)
    }
    if let chosen { return chosen.1 }
    switch output.suffix?.lowercased() {
    case nil, "txt": return .table
    case "md": return .markdown
    case "htm": return .html
    case let suffix?:
      guard let form = Form(rawValue: suffix), form != .table, form != .plain else {
        throw output.unknownSuffix(suffix, Form.allCases.map(\.rawValue))
      }
      return form
    }
  }
}
