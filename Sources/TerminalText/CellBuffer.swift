package import Bytes

/// Cells of text, one after another in one buffer, each measured when it is finished.
///
///     cells.text.append("2026-06-30")
///     cells.endCell(role: .overdue)
///
/// What a cell holds is what a terminal may be shown of it.
package struct CellBuffer: Sendable {
  /// A finished cell; its text begins where that of the one before ends.
  struct Cell: Sendable {
    let end: Int
    /// The columns of the terminal that the text takes.
    let width: Int32
    /// The number of its prose, if it is not all of one kind; -1 otherwise.
    let prose: Int32
    let role: Role?
    /// Whether the text consists of simple characters alone.
    let isSimple: Bool
  }

  /// The texts of all cells; what is written behind the last finished one belongs to the next.
  package var text: ByteBuffer

  private(set) var cells: [Cell] = []

  /// The parts of the unfinished cell that differ from the rest of it.
  private var parts: [(range: Range<Int>, role: Role)] = []

  /// The cells that are not all of one kind.
  private(set) var proses: [Prose] = []
  private let ambiguousIsWide: Bool

  package init(capacity: Int = 512, ambiguousIsWide: Bool = false) {
    text = ByteBuffer(capacity: capacity)
    // Few cells have less text, and moving what is there costs more than room that is left.
    cells.reserveCapacity(capacity / 8)
    self.ambiguousIsWide = ambiguousIsWide
  }

  /// Finishes a cell of what has been written since the one before.
  ///
  /// - Parameter role: What it means, but for the parts that differ.
  package mutating func endCell(role: Role? = nil) {
    guard !parts.isEmpty else { return endCell(role: role, prose: -1) }
    let start = cells.last?.end ?? 0
    var prose = Prose()
    var place = start
    for part in parts {
      prose += Prose(string(place..<part.range.lowerBound), role: role)
      prose += Prose(string(part.range), role: part.role)
      place = part.range.upperBound
    }
    prose += Prose(string(place..<text.count), role: role)
    parts = []
    text.truncate(to: start)
    add(prose)
  }

  /// Adds to the unfinished cell a part that means something else than the rest of it.
  package mutating func addPart(_ part: String, role: Role) {
    let start = text.count
    text.append(part)
    parts.append((start..<text.count, role))
  }

  /// Adds a cell.
  package mutating func add(_ cell: String, role: Role? = nil) {
    text.append(cell)
    endCell(role: role)
  }

  /// Adds a cell whose parts may be of several kinds.
  package mutating func add(_ prose: Prose) {
    text.append(prose.text)
    guard let mark = prose.marks.first else { return endCell() }
    if mark.range == 0..<prose.text.utf8.count, !mark.isUnbreakable {
      endCell(role: mark.role)
    } else {
      proses.append(prose)
      endCell(role: nil, prose: Int32(truncatingIfNeeded: proses.count - 1))
    }
  }

  /// Forgets all cells from one on.
  mutating func removeCells(from count: Int) {
    guard count < cells.count else { return }
    cells.removeLast(cells.count - count)
    text.truncate(to: cells.last?.end ?? 0)
  }

  private mutating func endCell(role: Role?, prose: Int32) {
    let start = cells.last?.end ?? 0
    if text.isPrintableASCII(from: start) {
      append(width: text.count - start, role: role, prose: prose, isSimple: true)
      return
    }
    let run = text.storage.span.extracting(start..<text.count).simpleRun(columns: .max)
    if let width = run.wholeWidth {
      append(width: width, role: role, prose: prose, isSimple: true)
      return
    }
    let visible = string(start..<text.count).visible
    text.truncate(to: start)
    text.append(visible)
    let width = visible.displayWidth(ambiguousIsWide: ambiguousIsWide)
    append(width: width, role: role, prose: prose, isSimple: false)
  }

  private mutating func append(width: Int, role: Role?, prose: Int32, isSimple: Bool) {
    cells.append(
      Cell(
        end: text.count,
        width: Int32(clamping: width),
        prose: prose,
        role: role,
        isSimple: isSimple
      )
    )
  }
}

// MARK: - Reading

extension CellBuffer {
  /// The texts of the cells.
  package var strings: [String] {
    cells.indices.map { string(range(of: $0)) }
  }

  /// Where the text of a cell is.
  func range(of number: Int) -> Range<Int> {
    (number > 0 ? cells[number - 1].end : 0)..<cells[number].end
  }

  /// A cell with what is marked in it.
  func prose(of number: Int) -> Prose {
    let cell = cells[number]
    if cell.prose >= 0 { return proses[Int(cell.prose)].visible }
    return Prose(string(range(of: number)), role: cell.role)
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: text.storage[range], as: UTF8.self)
  }
}
