/// A line of a document.
package struct TextLine: Sendable {
  /// From 1, as an editor counts them; parts of one line have the same number.
  package let number: Int
  let range: Range<Int>
  /// What is read of it: no junk, no spaces.
  package let reading: Reading
  /// The cells of a row of a table; empty if the line has no tabs.
  package let cells: [Cell]
  /// Whether signs of layout mark it as a heading.
  var isHeading = false

  var isBlank: Bool { reading.isEmpty }

  /// A cell of a row of a table.
  package struct Cell: Sendable {
    package internal(set) var reading: Reading
    /// Where in it further lines of the cell begin; ascending.
    var lineStarts: [Int] = []
    /// Whether it is the continuation of the cell above it, whose words hold for this row too.
    var continuesAbove = false

    var isEmpty: Bool { reading.isEmpty }
  }
}

extension TextLine: CustomStringConvertible {
  package var description: String {
    cells.isEmpty
      ? "\(number)\t\(reading)"
      : "\(number)\t" + cells.map(\.reading.description).joined(separator: " | ")
  }
}
