import Bytes

/// The columns of a table with the widths they have been given.
struct TableLayout {
  /// A column that is shown.
  struct Column {
    let field: FieldColumn
    /// Whether a cell that is too wide for it is wrapped rather than cut.
    let wraps: Bool

    var width: Int { field.width }
  }

  private struct Candidate {
    let column: TextTable.Column
    var width: Int
    var isHidden = false
    var wraps = false
  }

  private var candidates: [Candidate]

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
    candidates = zip(columns, naturalWidths).map { Candidate(column: $0, width: $1) }
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
      for index in candidates.indices {
        candidates[index].width = naturalWidths[index]
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
  var shown: [Column] {
    var columns: [Column] = []
    for index in candidates.indices where !candidates[index].isHidden {
      let candidate = candidates[index]
      columns.append(
        Column(
          field: FieldColumn(
            index: index,
            width: candidate.width,
            gap: candidate.column.gap,
            isTrailing: candidate.column.alignment == .trailing
          ),
          wraps: candidate.wraps
        )
      )
    }
    return columns
  }

  /// The columns of the terminal that a full row takes.
  private var width: Int {
    var width = 0
    var gap = 0
    for candidate in candidates where !candidate.isHidden {
      width += gap + candidate.width
      gap = candidate.column.gap
    }
    return width
  }

  private mutating func edit(_ id: String, _ change: (inout Candidate) -> Void) {
    for index in candidates.indices where candidates[index].column.id == id {
      change(&candidates[index])
    }
  }
}
