package import Bytes

/// Writes a table whose cells come one after another: the way of large tables.
///
///     var table = TableWriter(columns: columns, narrowing: narrowing, for: terminal)
///     for duty in duties {
///       table.cells.add(duty.id)
///       table.cells.add(duty.title)
///       table.endRow()
///     }
///     let bytes = table.written().bytes()
///
/// A ``TextTable`` says the same as a value, and is written by this.
package struct TableWriter: Sendable {
  /// The cells; those behind the last finished row belong to the next.
  package var cells: CellBuffer

  private let columns: [TextTable.Column]
  private let narrowing: [TextTable.Narrowing]
  private let terminal: Terminal

  /// The rows so far; the header is the first of them.
  private var rowCount = 0

  private var lines: [Line] = []

  /// A line across all columns.
  private struct Line {
    /// The number of rows before it.
    let row: Int
    let prose: Prose
    let indentation: Indentation
    /// Whether it only keeps apart what stands before and behind it.
    var isGap = false
  }

  /// - Parameters:
  ///   - columns: All the columns.
  ///   - narrowing: What to do, one after the other, until the table fits the terminal.
  ///   - terminal: Where the table is shown.
  ///   - capacity: The number of rows for which there is room from the start.
  package init(
    columns: [TextTable.Column],
    narrowing: [TextTable.Narrowing] = [],
    for terminal: Terminal,
    capacity: Int = 8
  ) {
    self.columns = columns
    self.narrowing = narrowing
    self.terminal = terminal
    cells = CellBuffer(
      capacity: (capacity + 1) * columns.count,
      // Most rows have this much text of their own.
      textCapacity: (capacity + 8) * 32,
      ambiguousIsWide: terminal.ambiguousIsWide
    )
    for column in columns { cells.add(column.header, role: .quiet) }
    endRow()
  }

  /// Finishes a row; missing cells are empty, surplus ones are left out.
  package mutating func endRow() {
    rowCount += 1
    let end = rowCount * columns.count
    cells.removeCells(from: end)
    while cells.cells.count < end { cells.endCell() }
  }

  /// Adds a line across all columns, such as a heading.
  ///
  /// It is wrapped, and may be empty.
  package mutating func addLine(_ prose: Prose, indentation: Indentation = .none) {
    lines.append(Line(row: rowCount, prose: prose, indentation: indentation))
  }

  /// Adds an empty line, which is left out if it would be the first.
  package mutating func addGap() {
    lines.append(Line(row: rowCount, prose: Prose(), indentation: .none, isGap: true))
  }

  /// The lines of the table, each ended by a line feed.
  package func written() -> ByteBuffer {
    let sizes = sizes
    let layout = TableLayout(
      columns,
      naturalWidths: sizes.widths,
      narrowing: narrowing,
      limit: terminal.columns
    )
    let row = RowWriter(layout.shown, for: terminal)
    // Without colours the rows take no more; some room is for what is said below them.
    let rows = (row.width + 1) * rowCount + max(sizes.surplus, 0)
    let room = lines.reduce(rows + 1024) { $0 + $1.prose.text.utf8.count + 32 }
    var buffer = ByteBuffer(capacity: room)
    if rowCount > 1, columns.contains(where: { !$0.header.isEmpty }) {
      row.write(cells, from: 0, to: &buffer)
    }
    var next = lines.startIndex
    for number in 1...rowCount {
      while next < lines.endIndex, lines[next].row == number {
        let line = lines[next]
        next += 1
        if line.isGap, buffer.count == 0 { continue }
        buffer.append(lines: line.prose.lines(for: terminal, indentation: line.indentation))
      }
      if number < rowCount { row.write(cells, from: number * columns.count, to: &buffer) }
    }
    return buffer
  }

  /// The width of each column if nothing is cut, and how many more bytes than columns of the
  /// terminal the texts of all rows take.
  private var sizes: (widths: [Int], surplus: Int) {
    var widths = columns.map(\.leastWidth)
    var surplus = 0
    for row in 0..<rowCount {
      let first = row * columns.count
      for index in widths.indices {
        let cell = cells.cells[first + index]
        surplus += Int(cell.count) - Int(cell.width)
        if cell.width > widths[index] { widths[index] = Int(cell.width) }
      }
    }
    return (widths, surplus)
  }
}

/// Puts the cells of a row after one another.
private struct RowWriter {
  /// The columns of the terminal that a full row takes.
  let width: Int

  private let columns: [TableLayout.Column]
  private let fields: [FieldColumn]
  private let terminal: Terminal
  private let mayWrap: Bool

  /// The escape sequences that begin the roles, by their numbers; none without colours.
  private let starts: [String]

  /// The largest tag of a cell that is shown as it is.
  private let plainTag: UInt8

  init(_ columns: [TableLayout.Column], for terminal: Terminal) {
    self.columns = columns
    self.terminal = terminal
    fields = columns.map(\.field)
    width = fields.reduce(0) { $0 + $1.width + $1.gap }
    mayWrap = columns.contains { $0.wraps }
    starts = terminal.palette?.starts ?? []
    plainTag = terminal.palette == nil ? CellBuffer.Cell.mixed - 1 : CellBuffer.Cell.tag(of: nil)
  }

  /// Writes the lines of a row: one, or more if a cell is wrapped.
  ///
  /// - Parameters:
  ///   - cells: The cells of all rows.
  ///   - first: The number of the first of this one.
  ///   - buffer: Where it is written.
  func write(_ cells: CellBuffer, from first: Int, to buffer: inout ByteBuffer) {
    if mayWrap, mustWrap(cells, from: first) {
      return writeWrapped(cells, from: first, to: &buffer)
    }
    var cursor = FieldCursor()
    while true {
      buffer.append(
        cells.cells,
        from: first,
        of: cells.text,
        in: fields,
        tagsUpTo: plainTag,
        &cursor
      )
      guard cursor.column < fields.count else { break }
      let cell = cells.cells[first + fields[cursor.column].index]
      writeApart(cell, of: cells, to: &buffer, at: &cursor)
    }
    buffer.append(0x0A)
  }

  /// Whether a cell takes more than one line.
  private func mustWrap(_ cells: CellBuffer, from first: Int) -> Bool {
    columns.contains { $0.wraps && Int(cells.cells[first + $0.field.index].width) > $0.width }
  }

  /// Writes a cell that is coloured, or too wide for its column.
  private func writeApart(
    _ cell: CellBuffer.Cell,
    of cells: CellBuffer,
    to buffer: inout ByteBuffer,
    at cursor: inout FieldCursor
  ) {
    let column = fields[cursor.column]
    if let role = cell.role, cell.width > 0, Int(cell.width) <= column.width,
      role.rawValue < starts.count
    {
      let start = starts[Int(role.rawValue)]
      buffer.append(repeating: 0x20, count: cursor.spaces(before: Int(cell.width), in: column))
      buffer.append(start)
      buffer.append(cells.text.storage.span.extracting(cells.range(of: cell)))
      if !start.isEmpty { buffer.append(Palette.end) }
      cursor.advance(by: Int(cell.width), in: column)
      return
    }
    let (short, width) = cells.prose(of: cell)
      .cut(to: column.width, keepingTail: columns[cursor.column].keepsTail, in: terminal)
    if width > 0 {
      buffer.append(repeating: 0x20, count: cursor.spaces(before: width, in: column))
      buffer.append(short.rendered(with: terminal.palette))
    }
    cursor.advance(by: width, in: column)
  }

  private func writeWrapped(
    _ cells: CellBuffer,
    from first: Int,
    to buffer: inout ByteBuffer
  ) {
    let fitted = columns.map { column -> [Prose] in
      let cell = cells.cells[first + column.field.index]
      let prose = cells.prose(of: cell)
      guard Int(cell.width) > column.width else { return [prose] }
      guard column.wraps else { return [prose.cut(to: column.width, in: terminal).short] }
      return prose.wrapped(to: column.width, ambiguousIsWide: terminal.ambiguousIsWide)
    }
    for height in 0..<(fitted.map(\.count).max() ?? 0) {
      var cursor = FieldCursor()
      for (column, cell) in zip(fields, fitted) {
        let prose = height < cell.count ? cell[height] : Prose()
        let width = terminal.width(of: prose.text)
        if width > 0 {
          buffer.append(repeating: 0x20, count: cursor.spaces(before: width, in: column))
          buffer.append(prose.rendered(with: terminal.palette))
        }
        cursor.advance(by: width, in: column)
      }
      buffer.append(0x0A)
    }
  }
}

extension ByteBuffer {
  /// Adds lines, each ended by a line feed.
  package mutating func append(lines: [String]) {
    for line in lines {
      append(line)
      append(0x0A)
    }
  }
}

extension Prose {
  /// The prose cut as a column wants it.
  ///
  /// - Parameters:
  ///   - columns: The columns that it may take.
  ///   - keepsTail: Whether what stands in brackets at its end is to stay, if there is room for
  ///     more than that.
  ///   - terminal: Where it is shown.
  /// - Returns: The prose, and its width.
  fileprivate func cut(
    to columns: Int,
    keepingTail keepsTail: Bool,
    in terminal: Terminal
  ) -> (short: Prose, width: Int) {
    guard keepsTail, marks.isEmpty, let tail = text.bracketedTail else {
      return cut(to: columns, in: terminal)
    }
    let room = columns - terminal.width(of: tail)
    guard room >= 4, terminal.width(of: text) > columns else {
      return cut(to: columns, in: terminal)
    }
    let start = terminal.cutText(String(text.dropLast(tail.count)), to: room)
    let result = start.text + tail
    return (Prose(result), terminal.width(of: result))
  }

  /// The beginning of the prose, with an ellipsis in the role of the place where it is cut.
  fileprivate func cut(to columns: Int, in terminal: Terminal) -> (short: Prose, width: Int) {
    let cut = terminal.cutText(text, to: columns)
    guard !marks.isEmpty else { return (Prose(cut.text), cut.width) }
    var rest = cut.text[...]
    var result = Prose()
    for part in parts where !rest.isEmpty {
      let common = zip(part.text.utf8, rest.utf8).prefix { $0 == $1 }.count
      let isWhole = common == part.text.utf8.count
      let end = isWhole ? rest.utf8.index(rest.startIndex, offsetBy: common) : rest.endIndex
      result += Prose(String(rest[..<end]), role: part.role)
      rest = rest[end...]
    }
    return (result + Prose(String(rest)), cut.width)
  }
}

extension String {
  /// What stands in brackets at the end, with the space before it.
  fileprivate var bracketedTail: String? {
    guard let last, let place = lastIndex(of: last == ")" ? "(" : "（") else { return nil }
    guard last == ")" || last == "）" else { return nil }
    let isSpaced = place > startIndex && self[index(before: place)] == " "
    return String(self[(isSpaced ? index(before: place) : place)...])
  }
}
