import CommandLineKit
import DutyImport
import DutyModel
import DutyReports
import DutyStore
import TerminalText

/// Turns the text of a document into a checklist.
struct Import: Command {
  let source: String
  let id: ChecklistID?
  let title: String?
  let organization: String?
  let ownerMap: String?
  let from: DayExpression?
  let output: String?
  let isForced: Bool
  let isStrict: Bool
  let isExplaining: Bool
  let isJSON: Bool
  let options: WritingOptions

  static let name = "import"

  static let declaration = Declaration(
    Message(en: "Turn a document into a checklist", zh: "把文件变成责任清单"),
    group: .setUp,
    examples: [
      Example(
        Message(
          en: "duty import list.docx --id bureau",
          zh: "duty import 责任清单.docx --id bureau"
        )
      ),
      Example(
        "duty import - --id bureau --dry-run < list.txt",
        Message(en: "look first", zh: "先看一看")
      ),
    ],
    discussion: Message(
      en:
        "Reads a Chinese document, as text in UTF-8 or a .docx, and writes checklists/<id>.json. The words of the document stay as they are; no cycle, number or name is added that it does not state. Every line that needed a decision is told on standard error, with how sure it is. Where there is no workspace yet, one is started here.",
      zh:
        "读取中文文件（UTF-8 文本或 .docx），写成 checklists/<编号>.json。原文一字不改；文件没有写的周期、数字和姓名一概不添。凡需判断的行都在标准错误输出里逐条说明，并写明把握。此处还没有工作区的，同时建立。"
    ),
    exitStatus: Message(
      en:
        "0 written; 1 something is unsure and --strict is given; 64 usage; 65 no checklist; 66 no such file; 73 it exists already; 74 disk",
      zh: "0 已写入；1 有不确定的地方且用了 --strict；64 用法；65 不是责任清单；66 没有这个文件；73 已经存在；74 磁盘"
    ),
    seeAlso: Message(
      en: "See also '\(command: "duty help fill")', '\(command: "duty help check")'.",
      zh: "另见 \(command: "duty help fill")、\(command: "duty help check")。"
    ),
    Argument<String>(
      Message(en: "file", zh: "文件"),
      help: Message(
        en: "The document, text or .docx; - reads text from standard input",
        zh: "文件，文本或 .docx；- 表示从标准输入读取文本"
      ),
      completion: .files
    ),
    Option<ChecklistID>(
      "id",
      value: Message(en: "id", zh: "编号"),
      help: Message(en: "The id of the checklist", zh: "清单的编号"),
      fallback: Message(en: "from the name of the file", zh: "取自文件名")
    ),
    Option<String>(
      "title",
      value: Message(en: "title", zh: "标题"),
      help: Message(en: "The title", zh: "标题"),
      fallback: Message(en: "that of the document", zh: "文件的标题")
    ),
    Option<String>(
      "organization",
      value: Message(en: "name", zh: "名称"),
      help: Message(en: "The office", zh: "单位名称")
    ),
    Option<String>(
      "owner-map",
      value: Message(en: "file", zh: "文件"),
      help: Message(
        en: "Who is meant: lines of what the document says or an id, a tab or =, and a name",
        zh: "姓名对照：每行写文件里的称呼或编号、制表符或等号、姓名"
      ),
      completion: .files
    ),
    Option<DayExpression>(
      "from",
      value: Message(en: "date", zh: "日期"),
      help: Message(en: "From when it holds", zh: "从哪天起生效"),
      fallback: Message(en: "1 January of this year", zh: "今年1月1日")
    ),
    Option<String>(
      "output",
      short: "o",
      value: Message(en: "file", zh: "文件"),
      help: Message(
        en: "Where the checklist is written; - for standard output",
        zh: "清单写到哪里；- 表示标准输出"
      ),
      fallback: Message(en: "into the workspace", zh: "工作区内"),
      completion: .files
    ),
    Flag("force", help: Message(en: "Overwrite a file that is there", zh: "覆盖已有的文件")),
    Flag(
      "strict",
      help: Message(
        en: "Write nothing and end with 1 if anything is unsure",
        zh: "只要有不确定的地方就不写入，以 1 结束"
      )
    ),
    Flag(
      "explain",
      help: Message(
        en: "Show each step of the reading instead of writing",
        zh: "只显示每一步是怎样读的，不写入"
      )
    ),
    Flag("json", help: Message(en: "Print the review as JSON", zh: "以 JSON 输出处理说明")),
    WritingOptions.parameters,
    as: Import.init(
      source:
      id:
      title:
      organization:
      ownerMap:
      from:
      output:
      isForced:
      isStrict:
      isExplaining:
      isJSON:
      options:
    )
  )

  func run(in context: Context) throws -> Outcome {
    let wait = try context.lockMilliseconds(options.lockTimeout)
    if isJSON, output == "-" { throw UsageError.conflict("--json", "--output -") }
    let document = DocumentSource(name: source)
    let id = try checklistID()
    let text = try document.text(in: context)
    let map = try ownerMap.map { try OwnerMap(at: $0, in: context) }
    let readingOptions = ImportOptions(
      id: id,
      title: title,
      organization: organization,
      effective: DayRange(from: try from(context), to: nil)
    )
    let read: ImportedDocument
    do throws(ImportError) {
      read = try ImportedDocument(reading: text, options: readingOptions)
    } catch {
      let refusal = ImportRefusal(source: document.shownName, error: error)
      guard isExplaining else { throw refusal }
      let steps = ImportedDocument.stepsBeforeRefusal(of: text)
      return Outcome(.bytes(steps.joinedLines), refusal: refusal.diagnosis)
    }
    if isExplaining { return Outcome(.bytes(read.steps.joinedLines)) }
    var checklist = read.checklist
    let unused = map?.apply(to: &checklist) ?? []
    var notes = unused.map { entry in
      Note.warning(
        Message(
          en: "owner map, line \(entry.line): nothing is called \(quoted: entry.key)",
          zh: "姓名对照第\(entry.line)行：没有\(quoted: entry.key)"
        )
      )
    }
    let bytes = try checked(checklist.json)
    let isRefused = isStrict && !read.review.questions.isEmpty
    var status = isRefused ? ExitStatus.negative : .success
    var place: Place?
    if !isRefused {
      let workspace = output == nil ? try workspace(in: context) : nil
      do {
        let target = try target(of: checklist, bytes, in: workspace, context)
        if !options.isDryRun { place = try write(bytes, to: target, waiting: wait, context) }
      } catch  where options.isDryRun {
        let refusal = Speaker.diagnosis(of: error)
        status = refusal.status
        notes.append(
          .warning(
            Message(
              en: "\(refusal.message). Without \(command: "--dry-run"), nothing would be written.",
              zh: "\(refusal.message)。不加 \(command: "--dry-run") 时，不会写入任何内容。"
            )
          )
        )
      }
    }
    let report = ImportReport(
      read,
      checklist,
      from: document.shownName,
      open: FillItem.all(in: checklist.checklist, on: context.today),
      written: place?.shown
    )
    return Outcome(
      answer(report, place, bytes),
      reviews: isJSON || options.isQuiet && !isRefused ? [] : [report],
      notes: notes,
      status: status
    )
  }

  private func answer(_ report: ImportReport, _ place: Place?, _ bytes: [UInt8]) -> Outcome.Answer {
    if isJSON { return .report(report, .json, isRaw: false) }
    guard let place else { return .nothing }
    if place.path == nil { return .bytes(bytes) }
    return options.isQuiet ? .nothing : .bytes(Array("\(place.shown)\n".utf8))
  }

  // MARK: - What was typed

  /// The id that was typed, or the name of the file made one.
  private func checklistID() throws(CommandError) -> String {
    if let id { return id.text }
    let made = source == "-" ? nil : Import.id(fromFileName: Path.name(of: source))
    if let made { return made }
    throw CommandError.wouldAsk(
      Message(
        en: "What is the id of the checklist?",
        zh: "清单的编号是什么？"
      ),
      option: "--id township"
    )
  }

  /// The name without what follows its last dot, with dashes for what no id may hold.
  static func id(fromFileName name: String) -> String? {
    let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name[...]
    var id = ""
    for byte in Identifier.folded(stem).utf8 {
      let isPart = (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
      if isPart {
        id.unicodeScalars.append(Unicode.Scalar(byte))
      } else if byte < 0x80, !id.isEmpty, id.utf8.last != UInt8(ascii: "-") {
        id += "-"
      } else if byte >= 0x80 {
        // A name in another script cannot be told by the few letters in it.
        return nil
      }
    }
    // An id that is cut ends with a whole word, if it has several.
    if id.utf8.count > 32 {
      id = String(id.prefix(33))
      id = String(id[..<(id.lastIndex(of: "-") ?? id.index(id.startIndex, offsetBy: 32))])
    }
    while id.utf8.last == UInt8(ascii: "-") { id.removeLast() }
    return Identifier.isChecklist(id) ? id : nil
  }

  private func from(_ context: Context) throws -> Day? {
    if let from { return try from.day(on: context.today, facing: .past, for: "from") }
    return Day(year: context.today.year, month: 1, day: 1)
  }

  /// The bytes, if they can be read back: titles and names come from outside.
  private func checked(_ bytes: [UInt8]) throws -> [UInt8] {
    let problems = ChecklistFile(path: source, bytes: bytes).problems
    if let problem = problems.first(where: { $0.severity == .error }) {
      throw CommandError.refused(
        .data,
        code: problem.code.rawValue,
        problem.message,
        advice: problem.fix.map { [$0] } ?? []
      )
    }
    return bytes
  }
}

extension ImportReport {
  /// What was read, with the owners that a map has added since.
  fileprivate init(
    _ document: ImportedDocument,
    _ checklist: ImportedChecklist,
    from source: String,
    open: [FillItem],
    written: String?
  ) {
    let named = Set(checklist.duties.lazy.filter { $0.owner != nil }.map(\.id))
    let settled = document.review.decisions.filter { decision in
      guard case .maskedOwner = decision.what, let subject = decision.subject else { return false }
      return named.contains(subject)
    }
    var summary = document.review.summary
    summary.unknownOwners -= settled.count
    self.init(
      source: source,
      checklist: checklist,
      decisions: document.review.decisions.filter { !settled.contains($0) },
      summary: summary,
      open: open,
      written: written
    )
  }
}

extension OwnerMap {
  fileprivate init(at name: String, in context: Context) throws {
    let path = context.surroundings.workingDirectory.map { Path.join($0, name) } ?? name
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try context.files.read(path, limit: 1 << 20, followingLinks: true)
    } catch {
      throw StoreError.file(FileError(name, error.action, error.reason))
    }
    try self.init(bytes, path: name)
  }
}

/// A document that is no checklist, with the place where that shows.
private struct ImportRefusal: Diagnosable {
  let source: String
  let error: ImportError

  var diagnosis: Diagnosis {
    Diagnosis(
      .data,
      "not-a-checklist",
      error.message,
      advice: error.advice + [Message(en: "Nothing was written.", zh: "没有写入任何内容。")],
      place: FilePlace(path: source, line: error.line),
      subject: source
    )
  }
}

extension ImportError {
  /// What to do, if there is more to say than what is wrong.
  fileprivate var advice: [Message] {
    switch self {
    case .notChinese:
      [
        Message(
          en:
            "Enter it duty by duty: \(command: "duty init --language en"), then \(command: "duty add").",
          zh: "请逐条录入：先 \(command: "duty init --language en")，再 \(command: "duty add")。"
        )
      ]
    case .noDutyColumn:
      [
        Message(
          en: """
            Let the first row name the columns: 责任内容, 工作任务, 具体措施 or 整改措施 for the duties; \
            and, if there are such, 序号, 责任人, 责任科室, 完成时限.
            """,
          zh: """
            请在第一行写栏目名：职责一栏写责任内容、工作任务、具体措施或整改措施，\
            其余的写序号、责任人、责任科室、完成时限等。
            """
        )
      ]
    default: []
    }
  }
}
