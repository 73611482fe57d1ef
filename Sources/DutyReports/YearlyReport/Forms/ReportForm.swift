package import OfficeDocuments
package import TerminalText

/// The forms in which a yearly report is written; one form, one file.
package enum ReportForm: String, CaseIterable, Sendable {
  /// Plain text.
  case text
  case markdown
  /// One file that needs no other.
  case html
  /// For Word, WPS and LibreOffice, by the rules for official documents.
  case docx

  /// Whether a terminal cannot show it.
  package var isBinary: Bool { self == .docx }
}

/// How a report is laid out.
package struct ReportLayout: Sendable {
  /// The columns of a line of text: 56 for 28 full-width characters; `nil` for a paragraph a line.
  package var columns: Int?
  /// Whether the events behind each sentence are noted.
  package var isTraced: Bool

  package init(columns: Int? = nil, isTraced: Bool = false) {
    self.columns = columns
    self.isTraced = isTraced
  }
}

extension YearlyReport {
  /// The report in a form.
  ///
  /// - Parameters:
  ///   - form: What is written.
  ///   - layout: How it is laid out.
  /// - Returns: Bytes of UTF-8 that end in a line feed, or those of a `.docx`.
  /// - Throws: An error if the report is larger than a `.docx` can be.
  package func bytes(
    as form: ReportForm,
    layout: ReportLayout = ReportLayout()
  ) throws(OfficeError) -> [UInt8] {
    switch form {
    case .text:
      ReportText(self, layout, for: Terminal(columns: layout.columns)).lines.joinedLines
    case .markdown: ReportMarkdown(self, layout).lines.joinedLines
    case .html: Array(ReportHTML(self, layout).text.utf8)
    case .docx: try officialDocument(layout).bytes()
    }
  }

  /// The report for a terminal: as wide as it, gaps in the colour of warnings.
  package func screen(for terminal: Terminal, isTraced: Bool = false) -> [String] {
    var terminal = terminal
    terminal.columns = terminal.columns.map { min($0, 80) }
    let layout = ReportLayout(columns: terminal.columns, isTraced: isTraced)
    return ReportText(self, layout, for: terminal).lines
  }
}
