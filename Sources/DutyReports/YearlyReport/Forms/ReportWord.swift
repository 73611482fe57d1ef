package import OfficeDocuments
import TerminalText

extension YearlyReport {
  /// The report as an official document; events behind the sentences are noted in brackets.
  ///
  /// - Parameter layout: Whether the events are noted; lines have the width of the page.
  /// - Returns: The document, whose paragraphs are those of the plain text.
  package func officialDocument(_ layout: ReportLayout) -> OfficialDocument {
    var writer = ReportWord(self, layout)
    return writer.document()
  }
}

/// Turns a report into an official document.
private struct ReportWord {
  private let report: YearlyReport
  private var trace: Trace

  init(_ report: YearlyReport, _ layout: ReportLayout) {
    self.report = report
    trace = Trace(isWanted: layout.isTraced)
  }

  private var isChinese: Bool { report.language == .chinese }

  mutating func document() -> OfficialDocument {
    var blocks: [OfficialDocument.Block] = []
    for block in report.body {
      switch block {
      case .heading(let heading): blocks.append(.heading(text(heading.text), level: heading.level))
      case .paragraph(let paragraph): blocks.append(.paragraph(text(paragraph)))
      case .table(let table): blocks.append(.table(self.table(table)))
      }
    }
    if let (label, names) = report.attachmentNote {
      blocks.append(.attachmentNote(names, label: label))
    }
    blocks.append(
      .signature(
        OfficialDocument.Signature(
          name: text(report.signature.name),
          date: report.signature.date
        )
      )
    )
    for annex in report.annexes {
      blocks.append(
        .annex(
          mark: annex.mark,
          title: title(isChinese ? annex.name : EnglishWords.capitalized(annex.name))
        )
      )
      blocks.append(.table(table(annex.table)))
      if let note = annex.note { blocks.append(.paragraph(text(note))) }
    }
    if !trace.notes.isEmpty {
      blocks.append(
        .heading(
          OfficialDocument.Text(
            report.language.text(en: "Records behind the sentences", zh: "依据的记录")
          ),
          level: 1
        )
      )
      for (place, events) in trace.notes.enumerated() {
        let note = "[\(place + 1)] \(Trace.text(events))"
        blocks.append(.paragraph(OfficialDocument.Text(note)))
      }
    }
    return OfficialDocument(
      letterhead: report.letterhead,
      title: title(report.title),
      subtitle: report.subtitle,
      addressee: report.addressee,
      isLandscape: report.body.contains { block in
        if case .table(let table) = block { table.columns.count > 6 } else { false }
      },
      blocks: blocks
    )
  }

  /// The columns of a line of the title: twenty characters of 二号 fill the width of the text.
  private static let titleColumns = 38

  private func title(_ text: String) -> String {
    TitleLines.lines(text, columns: ReportWord.titleColumns).joined(separator: "\n")
  }

  /// The sentence; its gaps are marked.
  private mutating func text(_ sentence: Sentence) -> OfficialDocument.Text {
    var text = OfficialDocument.Text()
    for run in sentence.runs { text.append(run.text, isMarked: run.isGap) }
    if let number = trace.number(of: sentence) { text.append("[\(number)]") }
    return text
  }

  private mutating func text(_ paragraph: YearlyReport.Paragraph) -> OfficialDocument.Text {
    var text = OfficialDocument.Text()
    for sentence in [paragraph.lead].compactMap(\.self) + paragraph.sentences {
      if !text.isEmpty, !isChinese { text.append(" ") }
      text.append(self.text(sentence))
    }
    return text
  }

  private mutating func table(_ table: YearlyReport.Table) -> OfficialDocument.Table {
    var rows: [[OfficialDocument.Text]] = []
    for row in table.rows + [table.total].compactMap(\.self) {
      var cells: [OfficialDocument.Text] = []
      for cell in row { cells.append(text(cell)) }
      rows.append(cells)
    }
    return OfficialDocument.Table(
      columns: table.columns.map { OfficialDocument.Column($0.header, isCentered: $0.isNumeric) },
      rows: rows
    )
  }
}
