import Bytes

/// The columns of a table with the widths they have been given.
struct TableLayout {
  /// A column with the width it has been given.
  struct Column {
    fileprivate let id: String
    fileprivate(set) var field: FieldColumn
    /// Whether a cell that is too wide for it is wrapped rather than cut.
    fileprivate(set) var wraps = false
    /// Whether what stands in brackets at the end of a cell is not cut off.
    let keepsTail: Bool
    fileprivate var isHidden = false

    fileprivate(set) var width: Int {
      get { field.width }
      set { field.width = newValue }
    }
  }

  private var columns: [Column]

  /// Finds out which columns are shown, and how wide.
  ///
  /// - Parameters:
  ///   - columns: All the columns.
  ///   - naturalWidths: The width of each if nothing is cut.
  ///   - narrowing: What to do, one after the other, until the table fits.
  ///   - limit: The columns of the terminal; `nil` for any number.
  init(
    _ columns: [TextTable.Column],
    naturalWidths: [Int],
    narrowing: [TextTable.Narrowing],
    limit: Int?
  ) {
    self.columns = columns.indices.map { index in
      Column(
        id: columns[index].id,
        field: FieldColumn(
          index: index,
          width: naturalWidths[index],
          gap: columns[index].gap,
          isTrailing: columns[index].alignment == .trailing
        ),
        keepsTail: columns[index].keepsTail
      )
    }
    for case .replace(_, let other) in narrowing {
      edit(other) { $0.isHidden = true }
    }
    guard let limit, width > limit else { return }
    // What may be made narrower so far, and how far.
    var floors: [(id: String, width: Int)] = []
    for step in narrowing {
      switch step {
      case .drop(let id):
        edit(id) { $0.isHidden = true }
      case .replace(let id, let other):
        guard columns.contains(where: { $0.id == other }) else { continue }
        edit(id) { $0.isHidden = true }
        edit(other) { $0.isHidden = false }
      case .cut(let id, let width):
        floors.removeAll { $0.id == id }
        floors.append((id, width))
      case .wrap(let id, let width):
        floors.removeAll { $0.id == id }
        floors.append((id, width))
        edit(id) { $0.wraps = true }
      }
      for index in columns.indices {
        self.columns[index].width = naturalWidths[index]
      }
      for (id, floor) in floors {
        let excess = width - limit
        guard excess > 0 else { break }
        edit(id) { $0.width = min($0.width, max($0.width - excess, floor, 1)) }
      }
      if width <= limit { break }
    }
  }

  /// The columns that are shown, in their order.
  var shown: [Column] { columns.filter { !$0.isHidden } }

  /// The columns of the terminal that a full row takes.
  private var width: Int {
    var width = 0
    var gap = 0
    for column in columns where !column.isHidden {
      width += gap + column.width
      gap = column.field.gap
    }
    return width
  }

  private mutating func edit(_ id: String, _ change: (inout Column) -> Void) {
    for index in columns.indices where columns[index].id == id {
      change(&columns[index])
    }
  }
}
