import CommandLineKit
import DutyModel
import DutyReports
import DutyStore
import OfficeDocuments
import TerminalText

/// Writes the yearly report.
struct ReportCommand: Command {
  let year: Int?
  let checklist: String?
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
    group: .look,
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
      en: "0 written; 1 gaps are left and --strict is given; 64 usage; 65 data; 73 it exists already",
      zh: "0 已生成；1 有待补充且用了 --strict；64 用法；65 数据；73 已经存在"
    ),
    seeAlso: Message(
      en: "See also '\(command: "duty help score")', '\(command: "duty help note")'.",
      zh: "另见 \(command: "duty help score")、\(command: "duty help note")。"
    ),
    Option<Int>(
      "year",
      value: Message(en: "year", zh: "年份"),
      help: Message(en: "The year reported on", zh: "哪一年的报告"),
      fallback: Message(en: "this year", zh: "今年")
    ),
    Option<String>(
      "checklist",
      value: Message(en: "id", zh: "编号"),
      help: Message(
        en: "The checklist; needed if there are several",
        zh: "清单；有几份时必须写明"
      ),
      completion: .source("checklists")
    ),
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
      year:
      checklist:
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
    let form = try format ?? formOfName()
    if let columns, !(20...400).contains(columns) {
      throw UsageError.invalidValue(
        String(columns),
        ParameterReference(name: "--width", placeholder: Message(en: "columns", zh: "列数")),
        InvalidValue(Message(en: "columns are 20 to 400", zh: "列数应为20至400"))
      )
    }
    if let columns, form != .text {
      throw UsageError.conflict("--width \(columns)", "--format \(form.rawValue)")
    }
    let opened = try context.open(year: try year.validYear())
    let id = try checklistID(in: opened)
    let report: YearlyReport
    let journal = opened.workspace.journal
    do throws(YearlyReport.Refusal) {
      report = try YearlyReport(
        YearlyReport.Request(
          kind: kind ?? .annual,
          checklist: id,
          person: person,
          hasLists: hasLists
        ),
        from: opened.register,
        style: YearlyReport.Style(opened.workspace.settings),
        particulars: { journal.particulars(of: $0) }
      )
    } catch {
      throw CommandError.refused(.usage, code: "no-report", error.message, advice: [])
    }
    let gaps = report.gaps
    let notes = ReportCommand.notes(gaps, isStrict: isStrict)
    guard !isStrict || gaps.isEmpty else {
      return Outcome(.nothing, notes: notes, status: .negative, workspace: opened.workspace)
    }
    return Outcome(
      try answer(report, form, in: context),
      notes: notes,
      workspace: opened.workspace
    )
  }

  private func answer(
    _ report: YearlyReport,
    _ form: ReportForm,
    in context: Context
  ) throws -> Outcome.Answer {
    let layout = ReportLayout(columns: columns, isTraced: isTraced)
    let isPreview = output.path == nil && context.terminal.columns != nil && columns == nil
    if form == .text, isPreview {
      return .bytes(report.screen(for: context.terminal, isTraced: isTraced).joinedLines)
    }
    return try output.answer(
      try report.bytes(as: form, layout: layout),
      isBinary: form.isBinary,
      in: context
    )
  }

  /// The form that the name of the file asks for; text if there is none.
  private func formOfName() throws(UsageError) -> ReportForm {
    switch output.suffix?.lowercased() {
    case nil, "txt", "text": return .text
    case "md", "markdown": return .markdown
    case "html", "htm": return .html
    case "docx": return .docx
    case let suffix?:
      throw .invalidValue(
        ".\(suffix)",
        ParameterReference(name: "--output", placeholder: Message(en: "file", zh: "文件")),
        InvalidValue(
          Message(en: "no form has this ending", zh: "没有这种后缀的格式"),
          advice: Message(
            en: "Say which it is: \(command: "--format text"), markdown, html or docx.",
            zh: "请写明格式：\(command: "--format text")、markdown、html 或 docx。"
          )
        )
      )
    }
  }

  private func checklistID(in opened: Opened) throws -> String {
    let known = opened.register.checklistIDs
    if let checklist {
      let id = Identifier.folded(checklist)
      guard known.contains(id) else { throw CommandError.noChecklist(checklist, known: known) }
      return id
    }
    guard known.count > 1 else {
      guard let only = known.first else {
        throw CommandError.refused(
          .noInput,
          code: "no-checklist",
          Message(en: "There is no checklist to report on", zh: "没有可以报告的清单"),
          advice: []
        )
      }
      return only
    }
    throw CommandError.refused(
      .usage,
      code: "several-checklists",
      Message(en: "There are \(known.count) checklists", zh: "有\(known.count)份清单"),
      advice: [Message(en: "Name one:", zh: "请写明是哪一份：")]
        + known.map { id in
          let line = "duty report --checklist \(id)"
          return Message(en: "  \(command: line)", zh: "  \(command: line)")
        }
    )
  }

  /// How many gaps there are, and what they are about.
  private static func notes(_ gaps: [YearlyReport.Gap], isStrict: Bool) -> [Note] {
    guard !gaps.isEmpty else { return [] }
    var subjects: [String] = []
    for gap in gaps {
      if let subject = gap.subject, !subjects.contains(subject) { subjects.append(subject) }
    }
    let names = Message.list(subjects.map { .verbatim($0) })
    let about =
      subjects.isEmpty ? Message.empty : Message(en: ": \(names)", zh: "：\(names)")
    let head = Message(
      en: "the report has \(gaps.count, "gap", "gaps")\(about).",
      zh: "报告有\(gaps.count)处待补充\(about)。"
    )
    let rest =
      isStrict
      ? Message(en: "Nothing was written.", zh: "没有写出。")
      : Message(
        en:
          "To insist on none: \(command: "--strict"); to check the sources: \(command: "--trace")",
        zh: "要求无缺口时用 \(command: "--strict")；核对来源用 \(command: "--trace")"
      )
    return [.hint(Message(en: "\(head) \(rest)", zh: "\(head)\(rest)"))]
  }
}

extension YearlyReport.Kind: ArgumentValue {}
extension ReportForm: ArgumentValue {}

extension YearlyReport.Style {
  /// What the settings of the office say of reports.
  fileprivate init(_ settings: Settings) {
    self.init()
    organization = settings.organization
    short = settings.report.short
    addressee = settings.report.addressee
    signature = settings.report.signature
    for (name, pattern) in settings.report.titles {
      if let kind = YearlyReport.Kind(rawValue: name) { titles[kind] = pattern }
    }
    opening = settings.report.opening
    closing = settings.report.closing
    late = settings.report.late
    step = settings.report.step
    flowUnits = Set(settings.report.flowUnits)
    language = settings.language == "en" ? .english : .chinese
  }
}
