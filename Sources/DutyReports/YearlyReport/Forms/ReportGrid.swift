import TerminalText

/// A table of a report within a width: in columns, with long cells in several lines, or, where
/// there is too little room for that, a row after the other with a line for each cell.
struct ReportGrid {
  /// What stands in a cell, with gaps in their role.
  struct Cell {
    let prose: Prose
    /// The columns it needs in one line.
    let width: Int
  }

  private let headers: [String]
  private let isNumeric: [Bool]
  private let rows: [[Cell]]
  private let total: [Cell]?
  private let terminal: Terminal
  /// The width of all.
  private let columns: Int
  /// What stands between a header and its cell where each has a line.
  private let colon: String

  private static let gap = 2
  /// A column narrower than that is no column of a long text.
  private static let leastWidth = 8
  private static let mostLines = 6

  init(
    _ table: YearlyReport.Table,
    rows: [[Prose]],
    total: [Prose]?,
    columns: Int,
    colon: String,
    for terminal: Terminal
  ) {
    func cell(_ prose: Prose) -> Cell {
      // A text of more bytes than that is wider than any column, whatever is in it.
      Cell(
        prose: prose,
        width: prose.text.utf8.count > 30 * columns
          ? 10 * columns : terminal.width(of: prose.text)
      )
    }
    headers = table.columns.map(\.header)
    isNumeric = table.columns.map(\.isNumeric)
    self.rows = rows.map { $0.map(cell) }
    self.total = total?.map(cell)
    self.columns = columns
    self.colon = colon
    self.terminal = terminal
  }

  var lines: [String] {
    if headers.isEmpty { return [] }
    return widths.flatMap(inColumns) ?? oneByOne
  }

  /// The widths of the columns; `nil` if they do not fit.
  private var widths: [Int]? {
    let cells = rows + [total].compactMap(\.self)
    let natural = headers.indices.map { place in
      cells.reduce(terminal.width(of: headers[place])) { max($0, $1[place].width) }
    }
    var rest = columns - ReportGrid.gap * (headers.count - 1)
    var widths = natural
    var open = Array(headers.indices)
    while !open.isEmpty {
      let share = rest / open.count
      let fitting = open.filter { natural[$0] <= share }
      if fitting.isEmpty { break }
      rest -= fitting.reduce(0) { $0 + natural[$1] }
      open.removeAll { natural[$0] <= share }
    }
    if open.isEmpty { return widths }
    // The others have what their headers need at least, and the more the longer they are.
    for place in open {
      widths[place] = max(ReportGrid.leastWidth, terminal.width(of: headers[place]))
      rest -= widths[place]
    }
    if rest < 0 { return nil }
    let wanted = open.map { max(0, min(natural[$0], columns) - widths[$0]) }
    let all = max(wanted.reduce(0, +), 1)
    for (place, want) in zip(open, wanted) { widths[place] += rest * want / all }
    // A column of very many lines is harder to read than a line for each cell.
    return open.contains { natural[$0] > widths[$0] * ReportGrid.mostLines } ? nil : widths
  }

  /// The lines with these widths; `nil` if something that is never broken is wider than its column.
  private func inColumns(_ widths: [Int]) -> [String]? {
    let head = zip(headers, widths).enumerated().map { place, column in
      padded(column.0, to: column.1, isNumeric[place])
    }
    let rule = widths.map { String(repeating: "-", count: $0) }
    var lines = [joined(head), joined(rule)]
    let blocks = rows.compactMap { block($0, widths) }
    guard blocks.count == rows.count else { return nil }
    let isApart = blocks.contains { $0.count > 1 }
    for (place, block) in blocks.enumerated() {
      if isApart, place > 0 { lines.append("") }
      lines += block
    }
    if let total {
      guard let block = block(total, widths) else { return nil }
      lines += [joined(rule)] + block
    }
    return lines
  }

  /// The lines of a row, as many as its longest cell has; `nil` if one does not fit.
  private func block(_ row: [Cell], _ widths: [Int]) -> [String]? {
    let cells = zip(row, widths).map { cell, width in
      cell.prose.isEmpty ? [] : cell.prose.lines(for: terminal, maximum: width)
    }
    let isFitting = zip(cells, widths).allSatisfy { texts, width in
      texts.allSatisfy { terminal.width(of: $0.uncoloured) <= width }
    }
    guard isFitting else { return nil }
    let count = max(cells.map(\.count).max() ?? 0, 1)
    return (0..<count).map { line in
      joined(
        cells.enumerated().map { place, texts in
          padded(line < texts.count ? texts[line] : "", to: widths[place], isNumeric[place])
        }
      )
    }
  }

  private func padded(_ text: String, to width: Int, _ isRight: Bool) -> String {
    let space = String(repeating: " ", count: max(0, width - terminal.width(of: text.uncoloured)))
    return isRight ? space + text : text + space
  }

  private func joined(_ cells: [String]) -> String {
    var line = cells.joined(separator: String(repeating: " ", count: ReportGrid.gap))
    while line.last == " " { line.removeLast() }
    return line
  }

  private var oneByOne: [String] {
    var lines: [String] = []
    for row in rows + [total].compactMap(\.self) {
      if !lines.isEmpty { lines.append("") }
      for (header, cell) in zip(headers, row) where !cell.prose.isEmpty {
        let text = Prose(header + colon) + cell.prose
        lines += text.lines(for: terminal, indentation: Indentation(first: 0, rest: 4))
      }
    }
    return lines
  }
}

extension String {
  /// The text without the escape sequences of colours.
  var uncoloured: String {
    var result = ""
    var isEscape = false
    for scalar in unicodeScalars {
      if scalar == "\u{1B}" {
        isEscape = true
      } else if isEscape {
        if scalar == "m" { isEscape = false }
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
