/// A workbook (`.xlsx`) of tables: what stands in the cells, and how wide the columns are.
///
/// A text stays a text: nothing that stands in a cell is ever taken for a formula.
package struct Workbook: Equatable, Sendable {
  /// The sheets; a workbook without any is written with an empty one.
  package var sheets: [Sheet]

  /// The title in the properties of the file.
  package var title: String

  /// Who the file says has made it.
  package var author: String?

  /// How days are written.
  package var dateStyle: DateStyle

  /// Creates a workbook.
  package init(
    sheets: [Sheet],
    title: String = "",
    author: String? = nil,
    dateStyle: DateStyle = .number(format: "yyyy-mm-dd")
  ) {
    self.sheets = sheets
    self.title = title
    self.author = author
    self.dateStyle = dateStyle
  }

  /// How days are written.
  package enum DateStyle: Equatable, Sendable {
    /// As text, such as "2026-07-01".
    case text

    /// As numbers that programs can sort and count, in a format such as "yyyy-mm-dd".
    case number(format: String)
  }

  /// One table.
  package struct Sheet: Equatable, Sendable {
    /// The name on the tab; what a name must not contain is replaced, and equal names are
    /// numbered.
    package var name: String

    /// The columns.
    package var columns: [Column]

    /// The cells, row by row.
    package var rows: [[Cell]]

    /// Creates a sheet.
    package init(name: String, columns: [Column], rows: [[Cell]]) {
      self.name = name
      self.columns = columns
      self.rows = rows
    }
  }

  /// A column of a sheet.
  package struct Column: Equatable, Sendable {
    /// What stands in the first row.
    package var header: String

    /// The width in digits of the common typeface; nil is by the longest text.
    package var width: Int?

    /// Creates a column.
    package init(_ header: String, width: Int? = nil) {
      self.header = header
      self.width = width
    }
  }

  /// What stands in a cell.
  package enum Cell: Equatable, Sendable {
    case empty

    /// A text of at most 32,767 UTF-16 units; the end of a longer one is cut off, marked by "…".
    case text(String)
    case integer(Int)

    /// A number with the given count of decimal places, 0 to 9.
    case number(Double, decimals: Int)

    /// A share of 1, written in whole per cent.
    case percent(Double)

    /// A day of the Gregorian calendar.
    case date(year: Int, month: Int, day: Int)
  }
}
