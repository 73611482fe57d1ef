package import StrictJSON
package import TerminalText

/// Everything that is wrong or unsettled in a workspace, with what to do about it.
package struct ProblemList: Sendable {
  /// How much a problem matters.
  package enum Severity: Int, Sendable {
    /// Something cannot be used.
    case error
    /// It can be used, and somebody should look at it.
    case warning
    /// Nothing is wrong, but somebody has to decide: values to be filled in, owners to be named.
    case unsettled
  }

  /// A value that goes with a code, for scripts.
  package enum Value: Sendable, Hashable {
    case text(String)
    case number(Int)
    case texts([String])
  }

  /// One problem, or several of one kind that are settled together.
  package struct Entry: Sendable {
    package let severity: Severity
    /// The stable word for it.
    package let code: String
    /// The file relative to the workspace, or `nil` if it is about none.
    package let path: String?
    /// The line from 1.
    package let line: Int?
    /// The column in characters from 1.
    package let column: Int?
    /// The id it is about.
    package let id: String?
    /// What is wrong: a phrase.
    package let message: Message
    /// Which ones, where there are several.
    package let details: Message?
    /// What to do: a phrase.
    package let fix: Message?
    /// What else scripts may need, in the order in which it is written.
    package let values: [(key: String, value: Value)]

    package init(
      _ severity: Severity,
      _ code: String,
      path: String?,
      line: Int? = nil,
      column: Int? = nil,
      id: String? = nil,
      message: Message,
      details: Message? = nil,
      fix: Message? = nil,
      values: [(key: String, value: Value)] = []
    ) {
      self.severity = severity
      self.code = code
      self.path = path
      self.line = line
      self.column = column
      self.id = id
      self.message = message
      self.details = details
      self.fix = fix
      self.values = values
    }
  }

  /// What was looked at.
  package struct Extent: Sendable {
    package var files: Int
    package var checklists: Int
    package var duties: Int
    package var records: Int

    package init(files: Int, checklists: Int, duties: Int, records: Int) {
      self.files = files
      self.checklists = checklists
      self.duties = duties
      self.records = records
    }
  }

  package let head: AnswerHead
  /// Errors first, then warnings, then what is to be settled; inside, by file and place.
  package let entries: [Entry]
  package let extent: Extent

  package init(head: AnswerHead, entries: [Entry], extent: Extent) {
    self.head = head
    self.entries = entries.enumerated()
      .sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
      .map(\.element)
    self.extent = extent
  }

  /// The number of problems of a severity.
  package func count(_ severity: Severity) -> Int {
    entries.count { $0.severity == severity }
  }
}

extension ProblemList.Entry {
  /// Where the entry comes in the list: what is about no file comes after what is.
  fileprivate var rank: Rank {
    Rank(
      severity: severity.rawValue,
      path: path ?? "\u{10FFFF}",
      line: line ?? 0,
      column: column ?? 0
    )
  }
}

private struct Rank: Comparable {
  let severity: Int
  let path: String
  let line: Int
  let column: Int

  static func < (left: Rank, right: Rank) -> Bool {
    if left.severity != right.severity { return left.severity < right.severity }
    if left.path != right.path {
      return left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
    }
    return (left.line, left.column) < (right.line, right.column)
  }
}

// MARK: - Screen

extension ProblemList: Report {
  package func screen(in language: Language, for terminal: Terminal) -> [String] {
    func lines(_ message: Message, first: Int) -> [String] {
      message.prose(in: language)
        .lines(for: terminal, indentation: Indentation(first: first, rest: 2))
    }
    guard !entries.isEmpty else { return lines(clean, first: 0) }
    var result: [String] = []
    for entry in entries {
      result += lines(entry.headline, first: 0)
      if let details = entry.details { result += lines(details, first: 2) }
      if let fix = entry.fix {
        result += lines(Message(en: "fix: \(fix)", zh: "修正：\(fix)"), first: 2)
      }
    }
    return result + [""] + lines(total, first: 0)
  }

  private var clean: Message {
    Message(
      en:
        "No problems: \(extent.checklists, "checklist", "checklists"), \(extent.duties, "duty", "duties"), \(extent.records, "record", "records").",
      zh: "没有问题：\(extent.checklists)份清单，\(extent.duties)项职责，\(extent.records)条记录。"
    )
  }

  private var total: Message {
    let errors = count(.error)
    let warnings = count(.warning)
    let unsettled = count(.unsettled)
    return Message(
      en:
        "\(errors, "error", "errors"), \(warnings, "warning", "warnings"), \(unsettled, "thing", "things") to settle, in \(extent.files, "file", "files").",
      zh: "\(errors)个错误，\(warnings)个警告，\(unsettled)处待定，共查\(extent.files)个文件。"
    )
  }
}

extension ProblemList.Entry {
  /// The place as editors read it, which is never broken, then what is wrong.
  fileprivate var headline: Message {
    let word: Message =
      switch severity {
      case .error:
        Message(en: "\("error:", role: .error) ", zh: "\("错误：", role: .error)")
      case .warning:
        Message(en: "\("warning:", role: .warning) ", zh: "\("警告：", role: .warning)")
      case .unsettled: .empty
      }
    guard let path else { return Message(en: "\(word)\(message)", zh: "\(word)\(message)") }
    let place = [path, line.map(String.init), column.map(String.init)].compactMap { $0 }
      .joined(separator: ":")
    return Message(
      en: "\(command: "\(place):") \(word)\(message)",
      zh: "\(command: "\(place):") \(word)\(message)"
    )
  }

  /// The sentence without colour, for rows.
  fileprivate var sentence: Message {
    guard let details else { return message }
    return Message(en: "\(message): \(details)", zh: "\(message)：\(details)")
  }

  /// Scripts know two severities: what is to be settled is a warning.
  fileprivate var word: String { severity == .error ? "error" : "warning" }
}

// MARK: - For machines

extension ProblemList {
  package func writeJSON(_ json: inout JSONWriter) {
    json.object { json in
      head.write(to: &json, format: "duty.check/1")
      json.array("problems", entries) { json, entry in
        json.object { entry.writeMembers(to: &$0) }
      }
    }
  }

  package func writeElements(_ lines: inout JSONLines) {
    for entry in entries { lines.add("problem") { entry.writeMembers(to: &$0) } }
  }

  package var table: DataTable {
    DataTable(
      columns: [
        .init("path", Message(en: "File", zh: "文件")),
        .init("line", Message(en: "Line", zh: "行")),
        .init("column", Message(en: "Column", zh: "列")),
        .init("severity", Message(en: "Severity", zh: "程度")),
        .init("code", Message(en: "Code", zh: "代码")),
        .init("id", Message(en: "Id", zh: "编号")),
        .init("message", Message(en: "Message", zh: "说明")),
      ],
      rows: entries.map { entry in
        [
          .optional(entry.path), .value(entry.line), .value(entry.column), .value(entry.word),
          .value(entry.code), .optional(entry.id), .text(entry.sentence.text(in: .english)),
        ]
      }
    )
  }
}

extension ProblemList.Entry {
  fileprivate func writeMembers(to json: inout JSONWriter) {
    json.member("code", code)
    json.member("severity", word)
    json.member("file", path)
    json.member("line", line)
    json.member("column", column)
    json.member("id", id)
    json.object("values") { json in
      for (key, value) in values {
        switch value {
        case .text(let text): json.member(key, text)
        case .number(let number): json.member(key, number)
        case .texts(let texts): json.member(key, texts)
        }
      }
    }
  }
}
