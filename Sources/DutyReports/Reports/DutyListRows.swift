import Bytes
import DutyModel
import TerminalText

/// The rows of a list on a screen, with the lines between them.
struct DutyListRows {
  private var table: TableWriter
  private var cells: DutyListCells
  private let columns: [DutyList.Column]

  /// How many duties have a row.
  private(set) var count = 0

  init(
    _ list: DutyList,
    _ columns: [DutyList.Column],
    in language: Language,
    for terminal: Terminal
  ) {
    table = TableWriter(
      columns: [.mark] + columns.map { DutyListRows.column($0, in: language) },
      narrowing: list.columns == nil
        ? DutyList.Column.narrowing : DutyList.Column.narrowingOfChosen,
      for: terminal,
      // Of very many, most may be folded.
      capacity: min(list.listedCount, 10_000)
    )
    cells = DutyListCells(list, in: language)
    self.columns = columns
  }

  private static func column(
    _ column: DutyList.Column,
    in language: Language
  ) -> TextTable.Column {
    TextTable.Column(
      column.rawValue,
      header: column.header.text(in: language),
      alignment: column == .records ? .trailing : .leading
    )
  }

  /// Adds the row of a duty.
  mutating func add(_ status: DutyStatus) {
    cells.addMark(of: status, to: &table.cells)
    for column in columns { cells.add(column, of: status, to: &table.cells) }
    table.endRow()
    count += 1
  }

  /// Adds a line across all columns.
  mutating func addLine(_ prose: Prose, indentation: Indentation = .none) {
    table.addLine(prose, indentation: indentation)
  }

  /// Adds an empty line, unless it would be the first.
  mutating func addGap() {
    table.addGap()
  }

  /// The lines of all of them, each ended by a line feed.
  func written() -> ByteBuffer { table.written() }
}
