import StrictJSON
package import TerminalText

/// The one list of the forms in which rows are written.
///
/// To add a form, add a case and a file beside this one.
package enum Format: String, CaseIterable, Sendable {
  /// For people, as wide as the terminal.
  case table
  /// Values separated by tabs, without a header.
  case plain
  /// One JSON document.
  case json
  /// One JSON object a line.
  case jsonl
  case csv
  /// Values separated by tabs, with a header.
  case tsv
  case markdown
}

extension Format {
  /// Writes a report.
  ///
  /// - Parameters:
  ///   - report: What is said.
  ///   - language: The language of what people read; the other forms do not depend on it.
  ///   - terminal: Where the table is shown.
  ///   - isRaw: Whether `csv` leaves texts alone that a spreadsheet would take for formulas.
  /// - Returns: Bytes that end in a line feed, or none.
  package func bytes(
    of report: any Report,
    in language: Language,
    for terminal: Terminal,
    isRaw: Bool
  ) -> [UInt8] {
    switch self {
    case .table:
      return report.screenBytes(in: language, for: terminal)
    case .plain:
      return report.table.tabSeparated(withHeader: false)
    case .tsv:
      return report.table.tabSeparated(withHeader: true)
    case .csv:
      return report.table.commaSeparated(isRaw: isRaw)
    case .markdown:
      return report.table(in: language).markdown(in: language)
    case .json:
      var json = JSONWriter(.pretty)
      report.writeJSON(&json)
      json.endLine()
      return json.finish()
    case .jsonl:
      var lines = JSONLines()
      report.writeElements(&lines)
      return lines.bytes
    }
  }
}

extension [String] {
  /// The lines, each ended by a line feed.
  package var joinedLines: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(reduce(0) { $0 + $1.utf8.count + 1 })
    for line in self {
      bytes += line.utf8
      bytes.append(0x0A)
    }
    return bytes
  }
}

extension [UInt8] {
  /// The lines, without the line feeds that end them.
  var separateLines: [String] {
    split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
      .map { String(decoding: $0, as: UTF8.self) }
  }
}
