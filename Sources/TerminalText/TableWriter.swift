package import Bytes

/// Writes a table whose cells come one after another: the way of large tables.
///
///     var table = TableWriter(columns: columns, narrowing: narrowing, for: terminal)
///     for duty in duties {
///       table.cells.add(duty.id)
///       table.cells.add(duty.title)
///       table.endRow()
///     }
///     table.write(to: &buffer)
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

  /// The width of each column if nothing is cut.
  private var naturalWidths: [Int]

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

  package init(
    columns: [TextTable.Column],
    narrowing: [TextTable.Narrowing] = [],
    for terminal: Terminal,
    capacity: Int = 512
  ) {
    self.columns = columns
    self.narrowing = narrowing
    self.terminal = terminal
    cells = CellBuffer(capacity: capacity, ambiguousIsWide: terminal.ambiguousIsWide)
    naturalWidths = columns.map(\.leastWidth)
    for column in columns { cells.add(column.header, role: .quiet) }
    endRow()
  }

  /// Finishes a row; missing cells are empty, surplus ones are left out.
  package mutating func endRow() {
    let start = rowCount * columns.count
    rowCount += 1
    let end = rowCount * columns.count
    cells.removeCells(from: end)
    while cells.cells.count < end { cells.endCell() }
    for index in naturalWidths.indices {
      let width = Int(cells.cells[start + index].width)
      if width > naturalWidths[index] { naturalWidths[index] = width }
    }
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

  /// Writes the lines of the table, each ended by a line feed.
  package func write(to buffer: inout ByteBuffer) {
    let layout = TableLayout(
      columns,
      naturalWidths: naturalWidths,
      narrowing: narrowing,
      limit: terminal.columns
    )
    let row = RowWriter(layout.shown, for: terminal)
    let start = buffer.count
    if rowCount > 1, columns.contains(where: { !$0.header.isEmpty }) {
      row.write(cells, from: 0, to: &buffer)
    }
    var next = lines.startIndex
    for number in 1...rowCount {
      while next < lines.endIndex, lines[next].row == number {
        let line = lines[next]
        next += 1
        if line.isGap, buffer.count == start { continue }
        buffer.append(lines: line.prose.lines(for: terminal, indentation: line.indentation))
      }
      if number < rowCount { row.write(cells, from: number * columns.count, to: &buffer) }
    }
  }
}

/// Puts the cells of a row after one another.
private struct RowWriter {
  private let columns: [TableLayout.Column]
  private let terminal: Terminal
  private let mayWrap: Bool

  /// The escape sequences that begin the roles, by their numbers; none without colours.
  private let starts: [String]

  init(_ columns: [TableLayout.Column], for terminal: Terminal) {
    self.columns = columns
    self.terminal = terminal
    mayWrap = columns.contains { $0.wraps }
    let palette = terminal.shownPalette
    starts = palette.map { palette in Role.allCases.map { palette.start(of: $0) } } ?? []
  }

  /// Writes the lines of a row: one, or more if a cell is wrapped.
  func write(_ cells: CellBuffer, from first: Int, to buffer: inout ByteBuffer) {
    if mayWrap, columns.contains(where: { $0.wraps && width(cells, first, $0) > $0.width }) {
      writeWrapped(cells, from: first, to: &buffer)
      return
    }
    // The spaces that are due before the next cell; none are written at the end.
    var spaces = 0
    for column in columns {
      let number = first + column.index
      let width = Int(cells.cells[number].width)
      guard width > 0 else {
        spaces += column.width + column.gap
        continue
      }
      guard width <= column.width else {
        let (short, width) = short(cells, number, column.width)
        let free = max(column.width - width, 0)
        buffer.append(repeating: 0x20, count: spaces + (column.isTrailing ? free : 0))
        buffer.append(short.rendered(with: terminal.shownPalette))
        spaces = column.gap + (column.isTrailing ? 0 : free)
        continue
      }
      let free = column.width - width
      write(cells, number, to: &buffer, after: spaces + (column.isTrailing ? free : 0))
      spaces = column.gap + (column.isTrailing ? 0 : free)
    }
    buffer.append(0x0A)
  }

  private func width(_ cells: CellBuffer, _ first: Int, _ column: TableLayout.Column) -> Int {
    Int(cells.cells[first + column.index].width)
  }

  /// Writes a whole cell behind some spaces.
  private func write(
    _ cells: CellBuffer,
    _ number: Int,
    to buffer: inout ByteBuffer,
    after spaces: Int
  ) {
    let text = cells.text.storage.span.extracting(cells.range(of: number))
    guard !starts.isEmpty else { return buffer.append(text, afterSpaces: spaces) }
    buffer.append(repeating: 0x20, count: spaces)
    if cells.cells[number].prose >= 0 {
      buffer.append(cells.prose(of: number).rendered(with: terminal.shownPalette))
    } else if let role = cells.cells[number].role, !starts[Int(role.rawValue)].isEmpty {
      buffer.append(starts[Int(role.rawValue)])
      buffer.append(text)
      buffer.append(Palette.end)
    } else {
      buffer.append(text)
    }
  }

  /// The beginning of a cell that is too wide.
  private func short(
    _ cells: CellBuffer,
    _ number: Int,
    _ columns: Int
  ) -> (prose: Prose, width: Int) {
    let cut = cells.prose(of: number).cut(to: columns, in: terminal)
    return (cut.short, cut.width)
  }

  private func writeWrapped(
    _ cells: CellBuffer,
    from first: Int,
    to buffer: inout ByteBuffer
  ) {
    let fitted = columns.map { column -> [Prose] in
      let number = first + column.index
      let cell = cells.prose(of: number)
      guard width(cells, first, column) > column.width else { return [cell] }
      guard column.wraps else { return [cell.cut(to: column.width, in: terminal).short] }
      return cell.wrapped(to: column.width, ambiguousIsWide: terminal.ambiguousIsWide)
    }
    for height in 0..<(fitted.map(\.count).max() ?? 0) {
      var spaces = 0
      for (column, cell) in zip(columns, fitted) {
        let prose = height < cell.count ? cell[height] : Prose()
        guard !prose.isEmpty else {
          spaces += column.width + column.gap
          continue
        }
        let free = max(column.width - terminal.width(of: prose.text), 0)
        buffer.append(repeating: 0x20, count: spaces + (column.isTrailing ? free : 0))
        buffer.append(prose.rendered(with: terminal.shownPalette))
        spaces = column.gap + (column.isTrailing ? 0 : free)
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
