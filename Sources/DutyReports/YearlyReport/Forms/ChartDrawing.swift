import TerminalText

/// Draws a chart as SVG inside HTML.
///
/// What a colour says is also said by a figure or a mark, and the whole by a text for those who
/// cannot see it.
struct ChartDrawing {
  private let chart: YearlyReport.Chart
  private let language: Language

  init(_ chart: YearlyReport.Chart, _ language: Language) {
    self.chart = chart
    self.language = language
  }

  /// The most rows that are drawn; a chart of more would not be read.
  private static let mostRows = 60

  /// The figure; `nil` if there is nothing to draw.
  var html: String? {
    switch chart {
    case .bars(let title, let bars):
      let shown = bars.filter { $0.parts.total > 0 || $0.ongoing > 0 }
      if shown.isEmpty { return nil }
      return figure(title, of: shown.count, draw(Array(shown.prefix(ChartDrawing.mostRows)), title))
    case .calendar(let title, let rows):
      if rows.isEmpty { return nil }
      return figure(title, of: rows.count, draw(Array(rows.prefix(ChartDrawing.mostRows)), title))
    }
  }

  private func figure(_ title: String, of count: Int, _ svg: String) -> String {
    var caption = title.asHTML
    if count > ChartDrawing.mostRows {
      caption +=
        language.text(
          en: " (first \(ChartDrawing.mostRows) of \(count))",
          zh: "（前\(ChartDrawing.mostRows)项，共\(count)项）"
        )
    }
    return
      "<figure>\n<figcaption>\(caption)</figcaption>\n\(svg)<p class=\"legend\">\(legend)</p>\n</figure>\n"
  }

  private var legend: String {
    language.text(
      en:
        "✓ on time (green), △ late (yellow), ✗ not done (red), ○ waived (grey), · not yet due (pale)",
      zh: "✓ 按期完成（绿）　△ 逾期完成（黄）　✗ 未完成（红）　○ 免办（灰）　· 尚未到期（浅）"
    )
  }

  private static let kinds:
    [(name: String, mark: String, count: any KeyPath<YearlyReport.Parts, Int> & Sendable)] = [
      ("on-time", "✓", \.onTime), ("late", "△", \.late), ("open", "✗", \.open),
      ("waived", "○", \.waived), ("not-yet", "·", \.notYetDue),
    ]

  private func words(_ parts: YearlyReport.Parts) -> String {
    let names =
      [
        language.text(en: "on time", zh: "按期完成"), language.text(en: "late", zh: "逾期完成"),
        language.text(en: "not done", zh: "未完成"), language.text(en: "waived", zh: "免办"),
        language.text(en: "not yet due", zh: "尚未到期"),
      ]
    let values = zip(names, ChartDrawing.kinds).compactMap { name, kind -> String? in
      let count = parts[keyPath: kind.count]
      return count == 0 ? nil : language.text(en: "\(count) \(name)", zh: "\(name)\(count)")
    }
    return values.joined(separator: language.text(en: ", ", zh: "，"))
  }

  private func cut(_ label: String) -> String {
    Terminal(columns: nil).cut(label, to: 22).asHTML
  }

  // MARK: - Bars

  private func draw(_ bars: [YearlyReport.Bar], _ title: String) -> String {
    let (left, width, rowHeight) = (170, 400, 26)
    let height = bars.count * rowHeight + 6
    let most = max(bars.map(\.parts.total).max() ?? 0, 1)
    var svg = start(720, height, title)
    for (row, bar) in bars.enumerated() {
      let y = row * rowHeight + 4
      svg +=
        "<text x=\"\(left - 8)\" y=\"\(y + 14)\" text-anchor=\"end\">\(cut(bar.label))</text>\n"
      var x = left
      var seen = 0
      for kind in ChartDrawing.kinds {
        let count = bar.parts[keyPath: kind.count]
        if count == 0 { continue }
        seen += count
        let end = left + share(seen, of: most, width)
        svg +=
          "<rect class=\"\(kind.name)\" x=\"\(x)\" y=\"\(y)\" width=\"\(max(end - x, 1))\" height=\"18\"/>"
        if end - x >= 24 {
          svg +=
            "<text class=\"mark\" x=\"\((x + end) / 2)\" y=\"\(y + 13)\" text-anchor=\"middle\">\(kind.mark)\(count)</text>"
        }
        svg += "\n"
        x = end
      }
      var note = bar.parts.owed > 0 ? "\(bar.parts.done)/\(bar.parts.owed)" : ""
      if bar.ongoing > 0 {
        let ongoing = "\(bar.ongoingRecorded)/\(bar.ongoing)"
        note +=
          (note.isEmpty ? "" : " · ")
          + language.text(en: "ongoing \(ongoing)", zh: "长期 \(ongoing)")
      }
      svg += "<text class=\"quiet\" x=\"\(x + 8)\" y=\"\(y + 14)\">\(note)"
      svg += "<title>\(bar.label.asHTML) \(words(bar.parts))</title></text>\n"
    }
    return svg + "</svg>\n"
  }

  /// A part of a length, without overflow.
  private func share(_ count: Int, of total: Int, _ length: Int) -> Int {
    let (product, overflow) = count.multipliedReportingOverflow(by: length)
    return overflow ? length : product / max(total, 1)
  }

  // MARK: - The calendar

  private func draw(_ rows: [YearlyReport.CalendarRow], _ title: String) -> String {
    let (left, step, rowHeight) = (170, 44, 30)
    let height = rows.count * rowHeight + 26
    var svg = start(720, height, title)
    for month in 1...12 {
      let x = left + (month - 1) * step + step / 2
      svg += "<text class=\"quiet\" x=\"\(x)\" y=\"14\" text-anchor=\"middle\">"
      svg += language.text(en: ChartDrawing.monthNames[month - 1], zh: "\(month)月")
      svg += "</text>\n"
    }
    for (row, line) in rows.enumerated() {
      let y = row * rowHeight + 36
      svg +=
        "<text x=\"\(left - 8)\" y=\"\(y + 4)\" text-anchor=\"end\">\(cut(line.label))</text>\n"
      for (month, parts) in line.months.enumerated() where parts.total > 0 {
        let x = left + month * step + step / 2
        let kind = worst(parts)
        let text = parts.owed > 1 ? "\(parts.done)/\(parts.owed)" : kind.mark
        svg +=
          "<rect class=\"\(kind.name)\" x=\"\(x - 17)\" y=\"\(y - 11)\" width=\"34\" height=\"22\" rx=\"11\">"
        let name = language.text(en: ChartDrawing.monthNames[month], zh: "\(month + 1)月")
        svg += "<title>\(line.label.asHTML) \(name): \(words(parts))</title></rect>"
        svg +=
          "<text class=\"mark\" x=\"\(x)\" y=\"\(y + 4)\" text-anchor=\"middle\">\(text)</text>\n"
      }
    }
    return svg + "</svg>\n"
  }

  /// The light of a month: what is open before what was late, that before what is to come.
  private func worst(_ parts: YearlyReport.Parts) -> (name: String, mark: String) {
    let order = [2, 1, 4, 0, 3]
    for place in order where parts[keyPath: ChartDrawing.kinds[place].count] > 0 {
      return (ChartDrawing.kinds[place].name, ChartDrawing.kinds[place].mark)
    }
    return ("not-yet", "·")
  }

  private static let monthNames = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private func start(_ width: Int, _ height: Int, _ title: String) -> String {
    "<svg viewBox=\"0 0 \(width) \(height)\" role=\"img\" aria-label=\"\(title.asHTML)\">\n"
  }
}
