/// A bar that shows how much of something is done.
///
/// It is full only if all is done, and rounded down in between; of more than one cell at least one
/// is filled if anything is done.
package struct Bar: Sendable, Hashable {
  /// How many cells are filled.
  package let filled: Int

  /// How many cells the bar has.
  package let cells: Int

  /// Creates a bar of some cells for a part of a whole.
  ///
  /// A whole of 0 gives an empty bar; more than the whole is shown as the whole.
  package init(_ done: Int, of total: Int, cells: Int) {
    self.cells = max(cells, 0)
    guard total > 0, done > 0, self.cells > 0 else {
      filled = 0
      return
    }
    guard done < total else {
      filled = self.cells
      return
    }
    let share = total.dividingFullWidth(done.multipliedFullWidth(by: self.cells)).quotient
    filled = self.cells == 1 ? 0 : min(max(share, 1), self.cells - 1)
  }

  /// The cells, in two characters that are one column wide in every font.
  package func text(for terminal: Terminal) -> String {
    let (full, empty) = terminal.usesASCII ? ("#", ".") : ("▮", "▯")
    return String(repeating: full, count: filled) + String(repeating: empty, count: cells - filled)
  }
}
