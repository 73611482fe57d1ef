import TerminalText

/// A page of headings, sentences and tables, before its language and its width are known.
struct PageText {
  /// A table whose cells have wordings in every language.
  struct Table {
    struct Column {
      let id: String
      var header = Message.empty
      var alignment = TextTable.Column.Alignment.leading
    }

    var columns: [Column]
    var rows: [[Message]] = []
    var narrowing: [TextTable.Narrowing] = []
  }

  private enum Block {
    case space
    case line(Message, Indentation)
    /// A text of the document: indented, and not wider than a page is read.
    case prose(String)
    case table(Table, indentation: Int)
    /// Phrases four spaces apart, as many on a line as fit.
    case phrases([Message])
  }

  private var blocks: [Block] = []

  mutating func addSpace() { blocks.append(.space) }

  /// Adds a line, whose continuation stands in by two columns.
  mutating func add(_ line: Message) {
    blocks.append(.line(line, Indentation(rest: 2)))
  }

  /// Adds a line below a heading.
  mutating func addIndented(_ line: Message, by columns: Int = 2) {
    blocks.append(.line(line, Indentation(first: columns, rest: columns + 2)))
  }

  /// Adds a text of the document.
  mutating func addProse(_ text: String) { blocks.append(.prose(text)) }

  /// Begins a part of the page.
  mutating func begin(_ heading: Message) {
    blocks.append(.space)
    blocks.append(.line(heading.with(role: .heading), .none))
  }

  mutating func add(_ table: Table, indentation: Int = 2) {
    guard !table.rows.isEmpty else { return }
    blocks.append(.table(table, indentation: indentation))
  }

  mutating func add(hints: [Message]) {
    guard !hints.isEmpty else { return }
    blocks.append(.space)
    blocks.append(.phrases(hints))
  }

  /// Adds phrases that stand side by side where there is room.
  mutating func add(phrases: [Message]) {
    if !phrases.isEmpty { blocks.append(.phrases(phrases)) }
  }

  /// The widest a text of the document gets, however wide the terminal is.
  static let readingWidth = 80

  func lines(in language: Language, for terminal: Terminal) -> [String] {
    blocks.flatMap { block -> [String] in
      switch block {
      case .space:
        return [""]
      case .line(let message, let indentation):
        return message.prose(in: language).lines(for: terminal, indentation: indentation)
      case .prose(let text):
        return Prose(text).lines(
          for: terminal,
          indentation: .all(2),
          maximum: PageText.readingWidth
        )
      case .table(let table, let indentation):
        return table.lines(in: language, for: terminal, indentation: indentation)
      case .phrases(let phrases):
        return PageText.lines(of: phrases.map { $0.prose(in: language) }, for: terminal)
      }
    }
  }

  private static func lines(of phrases: [Prose], for terminal: Terminal) -> [String] {
    var rows: [Prose] = []
    for phrase in phrases {
      if let last = rows.last {
        let joined = .joined([last, phrase], separator: "    ") as Prose
        if terminal.columns.map({ terminal.width(of: joined.text) <= $0 }) ?? true {
          rows[rows.count - 1] = joined
          continue
        }
      }
      rows.append(phrase)
    }
    return rows.flatMap { $0.lines(for: terminal, indentation: Indentation(rest: 2)) }
  }
}

extension PageText.Table {
  fileprivate func lines(
    in language: Language,
    for terminal: Terminal,
    indentation: Int
  ) -> [String] {
    var inner = terminal
    inner.columns = terminal.columns.map { max(1, $0 - indentation) }
    let table = TextTable(
      columns: columns.map { column in
        .init(column.id, header: column.header.text(in: language), alignment: column.alignment)
      },
      rows: rows.map { row in .cells(row.map { $0.prose(in: language) }) },
      narrowing: narrowing
    )
    let space = String(repeating: " ", count: indentation)
    return table.lines(for: inner).map { $0.isEmpty ? "" : space + $0 }
  }
}

extension Message {
  /// The message in a role for the words that have none.
  func with(role: Role?) -> Message {
    guard let role else { return self }
    return Message(en: "\(self, role: role)", zh: "\(self, role: role)")
  }
}
