/// What a Word document (`.docx`) says, without how it looks.
///
/// Insertions that are not accepted yet are kept and deletions are left out, so the text is what a
/// person sees who accepts all changes. Headers, footers, footnotes, comments, hidden text and
/// tables of contents are left out. What stands in a text box follows the paragraph it is tied to.
package struct WordDocument: Equatable, Sendable {
  /// The paragraphs and tables in order.
  package var blocks: [Block]

  /// A paragraph or a table.
  package enum Block: Equatable, Sendable {
    case paragraph(Paragraph)
    case table(Table)
  }

  /// One paragraph.
  package struct Paragraph: Equatable, Sendable {
    /// The number or the bullet that Word puts in front, such as "（一）"; nil if it puts none.
    ///
    /// It is no part of `text`: a number that was typed is.
    package var number: String?

    /// What stands between number and text: nothing, or white space.
    package var isNumberSpaced: Bool

    /// The level in the outline, from 1, if the paragraph is a heading.
    package var outlineLevel: Int?

    /// The text; a line feed is a line break within the paragraph, a tab a tab.
    package var text: String

    /// Creates a paragraph.
    package init(
      _ text: String,
      number: String? = nil,
      isNumberSpaced: Bool = true,
      outlineLevel: Int? = nil
    ) {
      self.number = number
      self.isNumberSpaced = isNumberSpaced
      self.outlineLevel = outlineLevel
      self.text = text
    }

    /// The text with the number in front, and a space between them if Word leaves a gap there.
    package var numberedText: String {
      guard let number else { return text }
      return isNumberSpaced && !text.isEmpty ? "\(number) \(text)" : number + text
    }
  }

  /// One table.
  package struct Table: Equatable, Sendable {
    package var rows: [Row]

    /// Creates a table.
    package init(rows: [Row]) {
      self.rows = rows
    }
  }

  /// One row of a table.
  package struct Row: Equatable, Sendable {
    package var cells: [Cell]

    /// Creates a row.
    package init(cells: [Cell]) {
      self.cells = cells
    }
  }

  /// One cell of a table.
  package struct Cell: Equatable, Sendable {
    /// The paragraphs; those of a table within the cell too, row by row.
    package var paragraphs: [Paragraph]

    /// How many columns the cell is wide, at least 1.
    package var columns: Int

    /// Whether the cell is the continuation of the one above it.
    package var continuesAbove: Bool

    /// Creates a cell.
    package init(_ paragraphs: [Paragraph], columns: Int = 1, continuesAbove: Bool = false) {
      self.paragraphs = paragraphs
      self.columns = columns
      self.continuesAbove = continuesAbove
    }

    /// The numbered paragraphs, with `lineSeparator` between lines; blank ones at either end are
    /// left out, and a tab is a space.
    package var text: String {
      let lines = paragraphs.flatMap { paragraph in
        paragraph.numberedText.split(separator: "\n", omittingEmptySubsequences: false)
      }
      let isBlank = { (line: Substring) in line.allSatisfy(\.isWhitespace) }
      let trimmed = lines.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
      return trimmed.map { $0.withSpacesForTabs }.joined(separator: WordDocument.lineSeparator)
    }
  }

  /// What stands between the lines of a table's cell in `text`: U+2028, which no one types.
  package static let lineSeparator = "\u{2028}"

  /// What a cell that is the continuation of the one above it holds in `text`: U+2029, which no one
  /// types, so that it differs from an empty one.
  package static let continuation = "\u{2029}"

  /// Creates a document.
  package init(blocks: [Block]) {
    self.blocks = blocks
  }

  /// The document as lines.
  ///
  /// A paragraph is one line, with the number that Word generates in front; a line break within it
  /// starts another line. A row of a table is one line too: its cells have a tab between them, and
  /// the lines of a cell have `lineSeparator` between them. A cell that is several columns wide is
  /// followed by empty ones, and one that continues the cell above is a `continuation`, so that a
  /// column is the same number of tabs away in every row. A tab within a paragraph or a cell is a space, so a
  /// line with a tab is a row.
  package var text: String {
    var result = ""
    for block in blocks {
      switch block {
      case .paragraph(let paragraph):
        result += paragraph.numberedText.withSpacesForTabs + "\n"
      case .table(let table):
        for row in table.rows {
          result += row.fields.joined(separator: "\t") + "\n"
        }
      }
    }
    return result
  }
}

extension WordDocument.Row {
  /// The texts of the row's columns, as `WordDocument.text` has them.
  package var fields: [String] {
    cells.flatMap { cell in
      [cell.continuesAbove ? WordDocument.continuation : cell.text]
        + repeatElement("", count: Swift.max(cell.columns - 1, 0))
    }
  }
}

extension StringProtocol {
  fileprivate var withSpacesForTabs: String {
    String(map { $0 == "\t" ? " " : $0 })
  }
}
