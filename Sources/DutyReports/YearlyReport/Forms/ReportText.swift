import DutyModel
import TerminalText

/// Writes a report as plain text.
struct ReportText {
  private let report: YearlyReport
  private let layout: ReportLayout
  private let terminal: Terminal
  private var trace: Trace

  init(_ report: YearlyReport, _ layout: ReportLayout, for terminal: Terminal) {
    self.report = report
    self.layout = layout
    self.terminal = terminal
    trace = Trace(isWanted: layout.isTraced)
  }

  private var isChinese: Bool { report.language == .chinese }

  /// The lines, without spaces at their ends.
  var lines: [String] {
    var writer = self
    return writer.write()
  }

  private mutating func write() -> [String] {
    var lines = report.letterhead.map { centered($0) } ?? []
    lines += centered(report.title)
    if let subtitle = report.subtitle { lines += centered(subtitle) }
    lines.append("")
    if let addressee = report.addressee {
      lines += wrapped(Prose(addressee))
      if !isChinese { lines.append("") }
    }
    for block in report.body {
      switch block {
      case .heading(let heading):
        if !isChinese, lines.last != "" { lines.append("") }
        lines += wrapped(prose(heading.text), indent: isChinese ? 4 : 0)
      case .paragraph(let paragraph):
        lines += wrapped(prose(paragraph), indent: isChinese ? 4 : 0)
      case .table(let table): lines += self.table(table)
      }
    }
    lines.append("")
    let attachments = report.attachmentLines
    for (place, line) in attachments.enumerated() {
      // A further line stands under the number of the first, and a broken one under its name.
      let edge = isChinese ? 4 : 0
      let start = edge + terminal.width(of: report.attachmentNote?.label ?? "")
      let number = attachments.count > 1 ? (isChinese ? 2 : 3) : 0
      lines += wrapped(Prose(line), indent: place == 0 ? edge : start, rest: start + number)
    }
    lines.append("")
    lines += right(prose(report.signature.name), inset: 4)
    lines += right(Prose(report.signature.date), inset: 4)
    for annex in report.annexes {
      lines += ["", annex.title]
      lines += table(annex.table)
      if let note = annex.note { lines += wrapped(prose(note)) }
    }
    if !trace.notes.isEmpty {
      lines += ["", report.language.text(en: "Records behind the sentences", zh: "依据的记录")]
      for (place, events) in trace.notes.enumerated() {
        lines += wrapped(Prose("[\(place + 1)] \(Trace.text(events))"), rest: 4)
      }
    }
    return tidied(lines)
  }

  /// Two empty lines never follow each other, nor is the first one empty.
  private func tidied(_ lines: [String]) -> [String] {
    var result: [String] = []
    for line in lines where !line.isEmpty || (result.last.map { !$0.isEmpty } ?? false) {
      result.append(line)
    }
    return result
  }

  // MARK: - Prose

  private mutating func prose(_ sentence: Sentence) -> Prose {
    var prose = Prose()
    for run in sentence.runs { prose += Prose(run.text, role: run.isGap ? .warning : nil) }
    if let number = trace.number(of: sentence) { prose += Prose("[\(number)]", role: .quiet) }
    return prose
  }

  private mutating func prose(_ paragraph: YearlyReport.Paragraph) -> Prose {
    let space = report.language.text(en: " ", zh: "")
    var result = Prose()
    for sentence in (paragraph.lead.map { [$0] } ?? []) + paragraph.sentences {
      if !result.isEmpty { result += space }
      result += prose(sentence)
    }
    return result
  }

  // MARK: - Lines

  /// Lines of the layout's width; one line if it has none.
  private func wrapped(_ prose: Prose, indent: Int = 0, rest: Int = 0) -> [String] {
    guard layout.columns != nil else { return prose.lines(for: terminal) }
    return prose.lines(for: terminal, indentation: Indentation(first: indent, rest: rest))
  }

  private func centered(_ text: String) -> [String] {
    guard let columns = layout.columns else { return [text] }
    return TitleLines.lines(text, columns: columns).map { line in
      let space = max(0, (columns - terminal.width(of: line)) / 2)
      return String(repeating: " ", count: space) + line
    }
  }

  private func right(_ prose: Prose, inset: Int) -> [String] {
    guard let columns = layout.columns, isChinese else { return prose.lines(for: terminal) }
    return prose.lines(for: terminal, maximum: max(columns - inset, 8)).map { line in
      let width = terminal.width(of: line.uncoloured)
      return String(repeating: " ", count: max(0, columns - inset - width)) + line
    }
  }

  // MARK: - Tables

  private mutating func table(_ table: YearlyReport.Table) -> [String] {
    if let columns = layout.columns {
      var rows: [[Prose]] = []
      for row in table.rows { rows.append(cells(row)) }
      let total = table.total.map { cells($0) }
      return ReportGrid(
        table,
        rows: rows,
        total: total,
        columns: columns,
        colon: report.language.text(en: ": ", zh: "："),
        for: terminal
      )
      .lines
    }
    var rows = [Prose(table.columns.map(\.header).joined(separator: " | "))]
    rows.append(Prose(table.columns.map { _ in "---" }.joined(separator: "|")))
    for row in table.rows + [table.total].compactMap(\.self) {
      var line = Prose()
      for (place, cell) in row.enumerated() {
        if place > 0 { line += cell.isEmpty ? " |" : " | " }
        line += prose(cell)
      }
      rows.append(line)
    }
    return rows.flatMap { wrapped($0) }
  }

  private mutating func cells(_ row: [Sentence]) -> [Prose] {
    var cells: [Prose] = []
    for cell in row { cells.append(prose(cell)) }
    return cells
  }
}
