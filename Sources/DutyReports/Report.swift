package import StrictJSON
package import TerminalText

/// An answer as a value: it knows what it says, and nothing of where it is shown.
///
/// To add a report, add a file to the folder `Reports`; every format can write it.
package protocol Report: Sendable {
  /// The answer for people: lines that fit the terminal.
  func screen(in language: Language, for terminal: Terminal) -> [String]

  /// The same as bytes, each line ended by a line feed; reports of many rows write them directly.
  func screenBytes(in language: Language, for terminal: Terminal) -> [UInt8]

  /// The answer as one JSON document; it is an object whose keys never depend on the data.
  func writeJSON(_ json: inout JSONWriter)

  /// The answer's elements, one JSON object each, with `type` as the first key.
  func writeElements(_ lines: inout JSONLines)

  /// The answer as rows, for formats that know nothing but rows.
  var table: DataTable { get }

  /// The answer as rows for people to read, in their words.
  func table(in language: Language) -> DataTable
}

extension Report {
  package func screenBytes(in language: Language, for terminal: Terminal) -> [UInt8] {
    screen(in: language, for: terminal).joinedLines
  }

  package func table(in language: Language) -> DataTable { table }
}

/// Rows and columns of plain values: the same in every language, never cut.
package struct DataTable: Sendable {
  package struct Column: Sendable {
    /// The name in `csv` and `tsv`; it never changes.
    package let key: String
    /// The name in `markdown`.
    package let header: Message

    package init(_ key: String, _ header: Message) {
      self.key = key
      self.header = header
    }
  }

  package enum Cell: Sendable, Hashable {
    /// Text from data, which a spreadsheet must not take for a formula.
    case text(String)
    /// A word, number or day of our own.
    case value(String)
    case empty

    package static func value(_ number: Int) -> Cell { .value(String(number)) }

    package static func optional(_ text: String?) -> Cell { text.map { .text($0) } ?? .empty }

    package static func value(_ value: (some CustomStringConvertible)?) -> Cell {
      value.map { .value($0.description) } ?? .empty
    }

    var content: String {
      switch self {
      case .text(let text), .value(let text): text
      case .empty: ""
      }
    }
  }

  package let columns: [Column]
  package var rows: [[Cell]]

  package init(columns: [Column], rows: [[Cell]]) {
    self.columns = columns
    self.rows = rows
  }
}

/// JSON objects, one a line.
package struct JSONLines: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// Adds a line.
  ///
  /// - Parameters:
  ///   - type: What the element is, written first.
  ///   - members: Writes the other members.
  package mutating func add(_ type: String, _ members: (inout JSONWriter) -> Void) {
    var json = JSONWriter(.compact)
    json.object { json in
      json.member("type", type)
      members(&json)
    }
    bytes += json.bytes
    bytes.append(0x0A)
  }
}
