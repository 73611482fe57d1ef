/// A line of a document.
package struct TextLine: Sendable {
  /// From 1, as an editor counts them; parts of one line have the same number.
  package let number: Int
  let range: Range<Int>
  /// What is read of it: no junk, no spaces.
  package let reading: Reading
  /// The cells of a row of a table; empty if the line has no tabs.
  package let cells: [Reading]

  var isBlank: Bool { reading.isEmpty }
}

extension TextLine: CustomStringConvertible {
  package var description: String {
    cells.isEmpty
      ? "\(number)\t\(reading)" : "\(number)\t" + cells.map(\.description).joined(separator: " | ")
  }
}
