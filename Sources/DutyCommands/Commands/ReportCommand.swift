import CommandLineKit
import DutyModel
import DutyReports
import DutyStore
import TerminalText

/// Writes the yearly report.
struct ReportCommand: Command {
  let subject: ReportSubject
  let kind: YearlyReport.Kind?
  let person: String?
  let format: ReportForm?
  let columns: Int?
  let hasLists: Bool
  let isTraced: Bool
  let isStrict: Bool
  let output: DocumentOutput

  static let name = "report"

  static let declaration = Declaration(
    Message(en: "Write the yearly report", zh: "生成年度报告"),
    group: .report,
    examples: [
      Example("duty report --checklist township --year 2026"),
      Example(
        "duty report --checklist township --kind self-assessment -o report.docx",
        Message(en: "for Word or WPS", zh: "供 Word 或 WPS 使用")
      ),
    ],
    discussion: Message(
      en: """
        The report says only what the journal shows, in the language of the checklist. What is \
        missing stands as a visible gap and is counted on standard error; late work is said to be \
        late, and what was taken back does not appear.
        On a terminal the text is as wide as the terminal; in a file a paragraph is a line, or \
        --width columns wide: 56 are 28 Chinese characters.
        """,
      zh: """
        报告只写台账里有的，使用清单的语言。缺什么，就留出醒目的【待补充】，并在标准错误输出里计数；逾期的如实写逾期，撤销的不写。
        在终端上按终端宽度换行；写入文件时一段一行，或按 --width 换行，56列即28个汉字。
        """
    ),
    exitStatus: Message(
      en:
        "0 written; 1 gaps are left and --strict is given; 64 usage; 65 data; 73 it exists already",
      zh: "0 已生成；1 有待补充且用了 --strict；64 用法；65 数据；73 已经存在"
    ),
    seeAlso: Message(
      en: "See also '\(command: "duty help score")', '\(command: "duty help ledger")'.",
      zh: "另见 \(command: "duty help score")、\(command: "duty help ledger")。"
    ),
    ReportSubject.parameters,
    Option<YearlyReport.Kind>(
      "kind",
      value: Message(en: "kind", zh: "种类"),
      help: Message(en: "What it is for", zh: "报告的种类"),
      fallback: .verbatim("annual")
    ),
    Option<String>(
      "owner",
      value: Message(en: "name", zh: "姓名"),
      help: Message(
        en: "Whose report, for accountability",
        zh: "由谁述责，用于 accountability"
      ),
      fallback: Message(en: "the secretary", zh: "书记"),
      completion: .source("owners")
    ),
    Option<ReportForm>(
      "format",
      value: Message(en: "format", zh: "格式"),
      help: Message(en: "The form of the report", zh: "报告的格式"),
      fallback: Message(en: "that of the file's name, else text", zh: "按文件名，否则为 text")
    ),
    Option<Int>(
      "width",
      value: Message(en: "columns", zh: "列数"),
      help: Message(en: "The width of a line of text, 20 to 400", zh: "文本每行的宽度，20至400"),
      fallback: Message(en: "a paragraph a line", zh: "一段一行")
    ),
    Flag(
      "lists",
      help: Message(
        en: "Annex the lists of problems, tasks and responsibilities",
        zh: "附问题、任务、责任三个清单"
      )
    ),
    Flag(
      "trace",
      help: Message(en: "Note the records behind each sentence", zh: "注明每句话依据的记录")
    ),
    Flag(
      "strict",
      help: Message(
        en: "Write nothing and end with 1 if a gap is left",
        zh: "只要有待补充就不写出，以 1 结束"
      )
    ),
    DocumentOutput.parameters,
    as: ReportCommand.init(
      subject:
      kind:
      person:
      format:
      columns:
      hasLists:
      isTraced:
      isStrict:
      output:
    )
  )

  func run(in context: Context) throws -> Outcome {
    let form = try ReportForm.chosen(format, for: output)
    try checkWidth(form)
    if let person, kind != .accountability {
      throw UsageError.conflict("--owner \(person)", "--kind \((kind ?? .annual).rawValue)")
    }
    let opened = try subject.open(in: context)
    let journal = opened.workspace.journal
    let report = try YearlyReport(
      YearlyReport.Request(
        kind: kind ?? .annual,
        checklist: try subject.checklistID(in: opened, line: context.line),
        person: person,
        hasLists: hasLists
      ),
      from: opened.register,
      style: YearlyReport.Style(opened.workspace.settings),
      particulars: { journal.particulars(of: $0) }
    )
    .stating(unreadableLines: journal.unreadableLines)
    let layout = ReportLayout(columns: columns, isTraced: isTraced)
    let notes: [Note] = report.elsewhereNote.map { [.hint($0)] } ?? []
    guard let gaps = report.gapNote else {
      return Outcome(
        try output.answer(report, form, layout, in: context),
        notes: notes,
        opened: opened
      )
    }
    if isStrict {
      let note = Message(en: "\(gaps) Nothing was written.", zh: "\(gaps)没有写出。")
      return Outcome(
        .nothing,
        notes: [.hint(note)],
        status: .negative,
        opened: opened
      )
    }
    let note = Message(
      en:
        "\(gaps) To insist on none: \(command: "--strict"); to check the sources: \(command: "--trace")",
      zh: "\(gaps)要求无缺口时用 \(command: "--strict")；核对来源用 \(command: "--trace")"
    )
    return Outcome(
      try output.answer(report, form, layout, in: context),
      notes: [.hint(note)] + notes,
      opened: opened
    )
  }

  private func checkWidth(_ form: ReportForm) throws(UsageError) {
    guard let columns else { return }
    guard (20...400).contains(columns) else {
      throw .invalidValue(
        String(columns),
        ParameterReference(name: "--width", placeholder: Message(en: "columns", zh: "列数")),
        InvalidValue(Message(en: "columns are 20 to 400", zh: "列数应为20至400"))
      )
    }
    if form != .text { throw .conflict("--width \(columns)", "--format \(form.rawValue)") }
  }
}

extension YearlyReport.Kind: ArgumentValue {}

extension DocumentOutput {
  /// Writes a report; on a terminal its text is a preview as wide as the terminal.
  func answer(
    _ report: YearlyReport,
    _ form: ReportForm,
    _ layout: ReportLayout,
    in context: Context
  ) throws -> Outcome.Answer {
    if form == .text, path == nil, layout.columns == nil, context.terminal.columns != nil {
      return .bytes(report.screen(for: context.terminal, isTraced: layout.isTraced).joinedLines)
    }
    return try answer(
      try report.bytes(as: form, layout: layout),
      isBinary: form.isBinary,
      in: context
    )
  }
}
