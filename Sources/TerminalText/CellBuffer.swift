package import Bytes

/// Cells of text, one after another in one buffer, each measured when it is finished.
///
///     cells.text.append("2026-06-30")
///     cells.endCell(role: .quiet)
///
/// A text that stands in many rows is written and measured once; the cells that show it share it.
/// What a cell holds is what a terminal may be shown of it.
package struct CellBuffer: Sendable {
  /// A finished cell; a mixed one begins at the number of its prose.
  typealias Cell = ByteField

  /// The texts of the cells; what is written behind the last finished one belongs to the next.
  package var text: ByteBuffer

  private(set) var cells: [Cell] = []

  /// Where the text of the unfinished cell begins.
  private var start = 0

  /// The parts of the unfinished cell that differ from the rest of it.
  private var parts: [(range: Range<Int>, role: Role)] = []

  /// The cells that are not all of one kind.
  private var proses: [Prose] = []

  /// Cells by the hashes of their keys, each in the first place that was free; at most half of the
  /// places, a power of two, are taken.
  private var known: [KnownCell] = []
  private var knownCount = 0

  private let ambiguousIsWide: Bool

  private struct KnownCell: Sendable {
    let key: CellKey
    let cell: Cell

    /// What stands in a place that no cell has taken.
    static let none = KnownCell(key: CellKey(kind: .min, 0), cell: .empty)
  }

  /// - Parameters:
  ///   - capacity: The number of cells for which there is room from the start.
  ///   - textCapacity: The bytes of text for which there is.
  ///   - ambiguousIsWide: Whether characters of ambiguous width take two columns.
  package init(
    capacity: Int = 64,
    textCapacity: Int = 512,
    ambiguousIsWide: Bool = false
  ) {
    text = ByteBuffer(capacity: textCapacity)
    cells.reserveCapacity(capacity)
    self.ambiguousIsWide = ambiguousIsWide
  }
}

extension ByteField {
  /// The tag of a cell that is not all of one kind.
  static let mixed: UInt8 = .max

  /// The tag of a cell that is.
  static func tag(of role: Role?) -> UInt8 { role.map { $0.rawValue + 1 } ?? 0 }

  /// Whether it is not all of one kind.
  var isMixed: Bool { tag == ByteField.mixed }

  /// What it means, if it is all of one kind.
  var role: Role? { tag == 0 ? nil : Role(rawValue: tag - 1) }
}

/// What a text is known by that stands in many cells: numbers that stand for no other.
package struct CellKey: Sendable, Equatable {
  private let kind: Int
  private let first: Int
  private let second: Int

  /// - Parameters:
  ///   - kind: What sort of text it is, from 0.
  ///   - first: Which of them.
  ///   - second: The rest of that, if one number is not enough.
  package init(kind: Int, _ first: Int, _ second: Int = 0) {
    self.kind = kind
    self.first = first
    self.second = second
  }

  /// A short text, which is known by its bytes; `nil` for a longer one.
  fileprivate init?(_ text: String) {
    guard let words = text.words else { return nil }
    kind = -1 - words.count
    first = Int(truncatingIfNeeded: words.first)
    second = Int(truncatingIfNeeded: words.second)
  }

  /// Whether it is the key of a place that no cell has taken.
  fileprivate var isNone: Bool { kind == .min }

  /// A number that differs for most keys.
  fileprivate var hash: UInt {
    let rest = UInt(bitPattern: second) &* 0xC2B2_AE3D_27D4_EB4F &+ UInt(bitPattern: kind)
    // Both halves of the product together depend on all bits.
    let product = (UInt(bitPattern: first) ^ rest).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }
}

// MARK: - Writing

extension CellBuffer {
  /// Finishes a cell of what has been written since the one before.
  ///
  /// - Parameter role: What it means, but for the parts that differ.
  package mutating func endCell(role: Role? = nil) {
    cells.append(text.count > start ? finished(role) : .empty)
  }

  /// Adds to the unfinished cell a part that means something else than the rest of it.
  package mutating func addPart(_ part: String, role: Role) {
    guard !part.isEmpty else { return }
    let start = text.count
    text.append(part)
    parts.append((start..<text.count, role))
  }

  /// Adds a cell.
  package mutating func add(_ cell: String, role: Role? = nil) {
    text.append(cell)
    endCell(role: role)
  }

  /// Adds a cell of a text that may stand in many others, such as a name; an unfinished one is
  /// forgotten.
  package mutating func add(repeated text: String, role: Role? = nil) {
    if let key = CellKey(text) {
      add(key, role: role) { $0.append(text) }
    } else {
      self.text.truncate(to: start)
      add(text, role: role)
    }
  }

  /// Adds a cell whose text may stand in many others; an unfinished one is forgotten.
  ///
  /// - Parameters:
  ///   - key: What the text is known by.
  ///   - role: What the cell means.
  ///   - write: Writes the text, if it is not at hand.
  package mutating func add(
    _ key: CellKey,
    role: Role? = nil,
    _ write: (inout ByteBuffer) -> Void
  ) {
    text.truncate(to: start)
    if knownCount * 2 >= known.count { makeRoomForKeys() }
    let place = place(of: key)
    if known[place].key == key {
      var cell = known[place].cell
      cell.tag = Cell.tag(of: role)
      cells.append(cell)
    } else {
      write(&text)
      let cell = finished(role)
      known[place] = KnownCell(key: key, cell: cell)
      knownCount += 1
      cells.append(cell)
    }
  }

  /// The place where the cell of a key is, or where it belongs.
  @inline(__always)
  private func place(of key: CellKey) -> Int {
    let mask = known.count - 1
    var place = Int(truncatingIfNeeded: key.hash) & mask
    while known[place].key != key, !known[place].key.isNone {
      place = (place + 1) & mask
    }
    return place
  }

  private mutating func makeRoomForKeys() {
    let old = known
    known = [KnownCell](repeating: .none, count: max(old.count * 2, 256))
    for entry in old where !entry.key.isNone {
      known[place(of: entry.key)] = entry
    }
  }

  /// Adds a cell whose parts may be of several kinds.
  package mutating func add(_ prose: Prose) {
    guard let mark = prose.marks.first else { return add(prose.text) }
    if mark.range == 0..<prose.text.utf8.count, !mark.isUnbreakable {
      add(prose.text, role: mark.role)
    } else {
      cells.append(mixed(prose))
    }
  }

  /// Forgets all cells from one on.
  mutating func removeCells(from count: Int) {
    guard count < cells.count else { return }
    cells.removeLast(cells.count - count)
  }

  /// The cell of what has been written since the one before.
  private mutating func finished(_ role: Role?) -> Cell {
    if !parts.isEmpty { return finishedMixed(role) }
    let width = text.isPrintableASCII(from: start) ? text.count - start : measured()
    let cell = Cell(
      start: UInt32(clamping: start),
      count: UInt32(clamping: text.count - start),
      width: Int32(clamping: width),
      tag: Cell.tag(of: role)
    )
    start = text.count
    return cell
  }

  /// The width of what has been written since the cell before, which is made visible.
  private mutating func measured() -> Int {
    let run = text.storage.span.extracting(start..<text.count).simpleRun(columns: .max)
    if let width = run.wholeWidth { return width }
    let visible = string(start..<text.count).visible
    text.truncate(to: start)
    text.append(visible)
    return visible.displayWidth(ambiguousIsWide: ambiguousIsWide)
  }

  private mutating func finishedMixed(_ role: Role?) -> Cell {
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
    return mixed(prose)
  }

  private mutating func mixed(_ prose: Prose) -> Cell {
    let visible = prose.visible
    proses.append(visible)
    let width =
      visible.text.simpleWidth ?? visible.text.displayWidth(ambiguousIsWide: ambiguousIsWide)
    return Cell(
      start: UInt32(clamping: proses.count - 1),
      count: UInt32(clamping: visible.text.utf8.count),
      width: Int32(clamping: width),
      tag: Cell.mixed
    )
  }
}

// MARK: - Reading

extension CellBuffer {
  /// The number of finished cells.
  package var count: Int { cells.count }

  /// The texts of the cells from one on.
  package func strings(from first: Int) -> [String] {
    cells.dropFirst(first).map { $0.isMixed ? proses[Int($0.start)].text : string(range(of: $0)) }
  }

  /// A cell with what is marked in it.
  func prose(of cell: Cell) -> Prose {
    if cell.isMixed { return proses[Int(cell.start)] }
    return Prose(string(range(of: cell)), role: cell.role)
  }

  /// Where the text of a cell is that is not mixed.
  func range(of cell: Cell) -> Range<Int> {
    // Of more text than can be counted the end is not shown.
    (Int(cell.start)..<Int(cell.start) + Int(cell.count)).clamped(to: 0..<text.count)
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: text.storage[range], as: UTF8.self)
  }
}
