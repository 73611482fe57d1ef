import DutyModel
import TerminalText

/// Writes a report as one HTML file that needs no other and has no script; all text is escaped.
struct ReportHTML {
  private let report: YearlyReport
  private var trace: Trace

  init(_ report: YearlyReport, _ layout: ReportLayout) {
    self.report = report
    trace = Trace(isWanted: layout.isTraced)
  }

  /// The whole file.
  var text: String {
    var writer = self
    return writer.write()
  }

  private mutating func write() -> String {
    var html = """
      <!DOCTYPE html>
      <html lang="\(report.language.text(en: "en", zh: "zh-Hans"))">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="color-scheme" content="light dark">
      <title>\(report.title.asHTML)</title>
      <style>
      \(ReportHTML.style)\(wideStyle)
      </style>
      </head>
      <body>
      <main\(mostColumns > ReportHTML.columnsOfText ? " class=\"wide\"" : "")>

      """
    if let letterhead = report.letterhead {
      html += "<p class=\"letterhead\">\(letterhead.asHTML)</p>\n"
    }
    // Where a title may be broken, as no program can tell from Chinese.
    let title = TitleLines.parts(report.title).map(\.asHTML).joined(separator: "<wbr>")
    html += "<h1>\(title)</h1>\n"
    if let subtitle = report.subtitle { html += "<p class=\"subtitle\">\(subtitle.asHTML)</p>\n" }
    if let addressee = report.addressee {
      html += "<p class=\"addressee\">\(addressee.asHTML)</p>\n"
    }
    for block in report.body {
      switch block {
      case .heading(let heading):
        let level = heading.level + 1
        html += "<h\(level)>\(text(heading.text))</h\(level)>\n"
      case .paragraph(let paragraph): html += "<p>\(text(paragraph))</p>\n"
      case .table(let table): html += self.table(table)
      }
    }
    let attachments = report.attachmentLines.map(\.asHTML)
    if !attachments.isEmpty {
      html += "<p class=\"attachments\">\(attachments.joined(separator: "<br>"))</p>\n"
    }
    html += "<p class=\"signature\">\(text(report.signature.name))<br>"
    html += "\(report.signature.date.asHTML)</p>\n"
    for annex in report.annexes {
      html += "<section class=\"annex\">\n<h2>\(annex.title.asHTML)</h2>\n\(table(annex.table))"
      if let note = annex.note { html += "<p class=\"note\">\(text(note))</p>\n" }
      html += "</section>\n"
    }
    html += charts()
    if !trace.notes.isEmpty {
      let title = report.language.text(en: "Records behind the sentences", zh: "依据的记录")
      html += "<section class=\"annex trace\">\n<h2>\(title)</h2>\n<ol>\n"
      for (place, events) in trace.notes.enumerated() {
        html += "<li id=\"r\(place + 1)\">\(Trace.text(events).asHTML)</li>\n"
      }
      html += "</ol>\n</section>\n"
    }
    return html + "</main>\n</body>\n</html>\n"
  }

  private mutating func text(_ sentence: Sentence) -> String {
    var html = ""
    for run in sentence.runs {
      html += run.isGap ? "<mark>\(run.text.asHTML)</mark>" : run.text.asHTML
    }
    if let number = trace.number(of: sentence) {
      html += "<sup><a href=\"#r\(number)\">\(number)</a></sup>"
    }
    return html
  }

  private mutating func text(_ paragraph: YearlyReport.Paragraph) -> String {
    var parts: [String] = []
    if let lead = paragraph.lead { parts.append("<strong>\(text(lead))</strong>") }
    for sentence in paragraph.sentences { parts.append(text(sentence)) }
    return parts.joined(separator: report.language.text(en: " ", zh: ""))
  }

  /// The most columns of a table that stands in the column of the text.
  private static let columnsOfText = 6

  /// The columns of the widest table.
  private var mostColumns: Int {
    var tables = report.annexes.map(\.table)
    for case .table(let table) in report.body { tables.append(table) }
    return tables.map(\.columns.count).max() ?? 0
  }

  /// Landscape paper for a wide table, and of twice the size for a very wide one.
  private var wideStyle: String {
    guard mostColumns > ReportHTML.columnsOfText else { return "" }
    let paper = mostColumns > 12 ? "A3" : "A4"
    let size = mostColumns > 12 ? "7.5pt" : "9pt"
    return """

      @media print {
        @page { size: \(paper) landscape; margin: 15mm 12mm; }
        body { font-size: 12pt; line-height: 1.6; } table { font-size: \(size); }
        th, td { padding: 1.5pt 2.5pt; } main.wide .w4 { min-width: 16em; } .annex { break-before: auto; } }
      """
  }

  /// How the cells of each column are laid out: by their longest text, so that no column of
  /// Chinese shrinks to one character, as it would beside long ones.
  private func classes(_ table: YearlyReport.Table) -> [String] {
    let terminal = Terminal(columns: nil)
    var widths = table.columns.map { terminal.width(of: $0.header) }
    for row in table.rows {
      for (place, cell) in row.enumerated() where place < widths.count && widths[place] <= 60 {
        // A text of more bytes than that is wider, whatever is in it.
        let text = cell.text
        widths[place] = max(widths[place], text.utf8.count > 600 ? 61 : terminal.width(of: text))
      }
    }
    return zip(table.columns, widths).map { column, width in
      let name =
        switch width {
        case ...12: "w1"
        case ...24: "w2"
        case ...60: "w3"
        default: "w4"
        }
      return column.isNumeric ? "number" : name
    }
  }

  private mutating func table(_ table: YearlyReport.Table) -> String {
    let classes = classes(table)
    func attribute(_ place: Int) -> String {
      classes.indices.contains(place) ? " class=\"\(classes[place])\"" : ""
    }
    var html = "<div class=\"table\"><table>\n<thead><tr>"
    for (place, column) in table.columns.enumerated() {
      html += "<th scope=\"col\"\(attribute(place))>\(column.header.asHTML)</th>"
    }
    html += "</tr></thead>\n<tbody>\n"
    for row in table.rows {
      html += "<tr>"
      for (place, cell) in row.enumerated() { html += "<td\(attribute(place))>\(text(cell))</td>" }
      html += "</tr>\n"
    }
    html += "</tbody>\n"
    if let total = table.total {
      html += "<tfoot><tr>"
      for (place, cell) in total.enumerated() {
        html += "<td\(attribute(place))>\(text(cell))</td>"
      }
      html += "</tr></tfoot>\n"
    }
    return html + "</table></div>\n"
  }

  private func charts() -> String {
    let drawn = report.charts.compactMap { ChartDrawing($0, report.language).html }
    if drawn.isEmpty { return "" }
    let title = report.language.text(en: "Charts", zh: "附图")
    return "<section class=\"annex charts\">\n<h2>\(title)</h2>\n\(drawn.joined())</section>\n"
  }

  private static let style = """
    :root { color-scheme: light dark; --ink: #1b1b1b; --paper: #ffffff; --quiet: #5c5c5c;
      --line: #c9c9c9; --gap: #fff0b8; --gap-ink: #5a3d00; --on-time: #2e7d4f; --late: #c98a00;
      --open: #c0392b; --waived: #8a8a8a; --not-yet: #dddddd; }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #e6e6e6; --paper: #161616; --quiet: #a5a5a5; --line: #4a4a4a;
        --gap: #4b3a00; --gap-ink: #ffe49a; --on-time: #58b27f; --late: #e0a92e; --open: #ef7a6d;
        --waived: #9a9a9a; --not-yet: #3a3a3a; } }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--paper); color: var(--ink);
      font: 1.05rem/1.9 FangSong, STFangsong, "Noto Serif CJK SC", "Songti SC", serif; }
    main { max-width: 44rem; margin: 0 auto; padding: 2.5rem 1.25rem; overflow-wrap: anywhere; }
    h1 { font-size: 1.6rem; line-height: 1.5; text-align: center; font-weight: 600;
      text-wrap: balance; word-break: keep-all; margin: 0 0 1.2rem; }
    h2 { font: 600 1.1rem/1.7 SimHei, "Heiti SC", "Noto Sans CJK SC", sans-serif;
      margin: 1.4rem 0 .3rem; }
    h3 { font: 600 1.05rem/1.7 KaiTi, STKaiti, "Noto Serif CJK SC", serif; margin: .8rem 0 .2rem; }
    h2, h3, p { text-indent: 2em; }
    p { margin: 0; }
    :lang(en) h2, :lang(en) h3, :lang(en) p { text-indent: 0; }
    :lang(en) p { margin: 0 0 .7rem; }
    main.wide { max-width: 96rem; } main.wide .w4 { min-width: 22em; }
    .subtitle, .letterhead { text-align: center; text-indent: 0; margin-bottom: 1rem; }
    .subtitle { font-family: KaiTi, STKaiti, "Noto Serif CJK SC", serif; margin-top: -.8rem; }
    .addressee, .annex h2, .annex p { text-indent: 0; }
    .attachments { margin-top: 1.5rem; }
    .signature { text-align: right; text-indent: 0; margin: 2rem 2em 0 0;
      word-break: keep-all; }
    mark { background: var(--gap); color: var(--gap-ink); border-bottom: 1px dashed; }
    .annex { margin-top: 2.5rem; border-top: 1px solid var(--line); padding-top: .5rem; }
    .note, .trace, .legend, figcaption { font-size: .9rem; color: var(--quiet); }
    .table { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; font-size: .92rem; line-height: 1.6; }
    th, td { border: 1px solid var(--line); padding: .3rem .5rem; text-align: left;
      vertical-align: top; }
    th { white-space: nowrap; }
    .w1, .number { white-space: nowrap; } .number { text-align: right; }
    .w2 { min-width: 7em; } .w3 { min-width: 10em; } .w4 { min-width: 16em; }
    tfoot td { font-weight: 600; }
    figure { margin: 1.2rem 0; overflow-x: auto; }
    figcaption { margin-bottom: .3rem; }
    svg { width: 100%; min-width: 32rem; height: auto; display: block; }
    svg text { fill: var(--ink); font: 12px sans-serif; }
    svg .quiet { fill: var(--quiet); }
    svg .on-time { fill: var(--on-time); } svg .late { fill: var(--late); }
    svg .open { fill: var(--open); } svg .waived { fill: var(--waived); }
    svg .not-yet { fill: var(--not-yet); } svg .mark { fill: var(--paper); font-weight: 700; }
    svg .not-yet + .mark { fill: var(--ink); } svg .late + .mark { fill: #111; }
    sup { line-height: 0; } sup a { color: var(--quiet); text-decoration: none; }
    @media print {
      @page { size: A4; margin: 37mm 26mm 35mm 28mm; }
      :root { --ink: #000; --paper: #fff; --quiet: #333; --line: #777; --gap: #fff;
        --gap-ink: #000; --on-time: #2e7d4f; --late: #c98a00; --open: #c0392b; --waived: #8a8a8a;
        --not-yet: #ddd; }
      body { font-size: 16pt; line-height: 29pt; } main { max-width: none; padding: 0; }
      h1 { font-size: 22pt; } h2, h3 { font-size: 16pt; break-after: avoid; }
      .annex { break-before: page; border: 0; } table { font-size: 12pt; }
      .table, figure { overflow: visible; } thead { display: table-header-group; }
      tr, figure { break-inside: avoid; } svg { min-width: 0; }
      svg * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
    """
}

extension String {
  /// The text as HTML has it, in an element or in an attribute in double quotes.
  var asHTML: String {
    var result = ""
    result.reserveCapacity(utf8.count)
    for scalar in visible.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      // What Unicode promises never to use is an error in HTML.
      case _ where scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value):
        result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
