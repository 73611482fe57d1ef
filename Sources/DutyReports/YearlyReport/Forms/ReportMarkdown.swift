import DutyModel
import TerminalText

/// Writes a report as GitHub's Markdown; whatever Markdown would read in a text is escaped.
struct ReportMarkdown {
  private let report: YearlyReport
  private var trace: Trace

  init(_ report: YearlyReport, _ layout: ReportLayout) {
    self.report = report
    trace = Trace(isWanted: layout.isTraced)
  }

  /// The lines.
  var lines: [String] {
    var writer = self
    return writer.write()
  }

  private mutating func write() -> [String] {
    var lines: [String] = []
    func add(_ text: String) { lines += [text, ""] }
    if let letterhead = report.letterhead { add(letterhead.asMarkdown) }
    add("# \(report.title.asMarkdown)")
    if let subtitle = report.subtitle { add(subtitle.asMarkdown) }
    if let addressee = report.addressee { add(addressee.asMarkdown) }
    for block in report.body {
      switch block {
      case .heading(let heading):
        add(String(repeating: "#", count: heading.level + 1) + " " + text(heading.text))
      case .paragraph(let paragraph): add(text(paragraph))
      case .table(let table): lines += self.table(table) + [""]
      }
    }
    let attachments = report.attachmentLines.map { $0.asMarkdown.replacingListStart() }
    if !attachments.isEmpty { lines += [attachments.joined(separator: "  \n"), ""] }
    // Two spaces at the end of a line keep name and date apart in one paragraph.
    lines += [text(report.signature.name) + "  ", report.signature.date.asMarkdown, ""]
    for annex in report.annexes {
      add("## \(annex.title.asMarkdown)")
      lines += table(annex.table) + [""]
      if let note = annex.note { add(text(note)) }
    }
    for (place, events) in trace.notes.enumerated() {
      lines.append("[^\(place + 1)]: \(Trace.text(events))")
    }
    while lines.last == "" { lines.removeLast() }
    return lines
  }

  private mutating func text(_ sentence: Sentence) -> String {
    var text = ""
    for run in sentence.runs {
      text += run.isGap ? "**\(run.text.asMarkdown)**" : run.text.asMarkdown
    }
    if let number = trace.number(of: sentence) { text += "[^\(number)]" }
    return text
  }

  private mutating func text(_ paragraph: YearlyReport.Paragraph) -> String {
    var parts: [String] = []
    if let lead = paragraph.lead {
      let text = text(lead)
      let isWords = text.contains { $0.isLetter }
      // A space after the closing mark, or the stars would not end the strong text.
      parts.append(isWords ? "**\(text.trimmed())** " : text)
    }
    for sentence in paragraph.sentences { parts.append(text(sentence)) }
    return parts.joined(separator: report.language.text(en: " ", zh: ""))
      .replacingListStart()
  }

  private mutating func table(_ table: YearlyReport.Table) -> [String] {
    var rows = [table.columns.map(\.header.asMarkdown)]
    rows.append(table.columns.map { $0.isNumeric ? "---:" : "---" })
    for row in table.rows + [table.total].compactMap(\.self) {
      var cells: [String] = []
      for cell in row { cells.append(text(cell)) }
      rows.append(cells)
    }
    return rows.map { "| " + $0.joined(separator: " | ") + " |" }
  }
}

extension String {
  /// The text with every character escaped that could mean something in Markdown or HTML.
  ///
  /// Without control characters it cannot begin a line, so what is special only there (a number
  /// with a full stop, a plus or a minus) is escaped where a paragraph begins.
  var asMarkdown: String {
    var result = ""
    result.reserveCapacity(utf8.count)
    for scalar in visible.unicodeScalars {
      switch scalar {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "|", "\\", "`", "*", "_", "[", "]", "#", "!", "~", "$", "^":
        result += "\\"
        result.unicodeScalars.append(scalar)
      case ":":
        // No bare address becomes a link.
        result += "&#58;"
      case "@": result += "&#64;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The text escaped where it would begin a list, a rule or a heading of underlines.
  fileprivate func replacingListStart() -> String {
    let start = trimmed()
    if let first = start.first, "-+=".contains(first) { return "\\" + start }
    let digits = start.prefix { $0.isNumber && $0.isASCII }
    let rest = start.dropFirst(digits.count)
    if !digits.isEmpty, digits.count < 10, let mark = rest.first, mark == "." || mark == ")" {
      return digits + "\\" + rest
    }
    return start
  }
}
