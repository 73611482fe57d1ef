/// A document as Chinese offices write them: what it says, in the order in which it says it.
///
/// `bytes()` lays it out by GB/T 9704-2012. Texts are taken as they are: a heading carries its own
/// number ("一、", "（一）"), and a line feed in a text is a line break.
package struct OfficialDocument: Equatable, Sendable {
  /// What stands on a line above the title, such as the name of the office; nil for nothing.
  package var letterhead: String?

  /// The title; a line feed breaks it where it reads well.
  package var title: String

  /// What stands on a line below the title, such as who reports; nil for nothing.
  package var subtitle: String?

  /// To whom it is written; nil if to nobody.
  ///
  /// A colon is put after it if it ends without one.
  package var addressee: String?

  /// Who the file says has made it.
  package var author: String?

  /// Whether the paper lies on its long side, as wide tables ask for.
  package var isLandscape: Bool

  /// What the document says.
  package var blocks: [Block]

  /// Creates a document.
  package init(
    letterhead: String? = nil,
    title: String,
    subtitle: String? = nil,
    addressee: String? = nil,
    author: String? = nil,
    isLandscape: Bool = false,
    blocks: [Block] = []
  ) {
    self.letterhead = letterhead
    self.title = title
    self.subtitle = subtitle
    self.addressee = addressee
    self.author = author
    self.isLandscape = isLandscape
    self.blocks = blocks
  }

  /// A part of the text.
  package enum Block: Equatable, Sendable {
    /// A heading; levels are 1 to 4, others count as the nearest.
    case heading(Text, level: Int)

    /// A paragraph, its first line indented by two characters.
    case paragraph(Text)

    /// Numbered paragraphs; every list starts again.
    case list([String], marker: ListMarker)

    /// A table over the whole width, its header repeated on every page.
    case table(Table)

    /// What follows starts on a new page.
    case pageBreak

    /// The note that names what is attached, one line below the text.
    case attachmentNote([String], label: String = "附件：")

    /// The name of who signs and the day, at the right, one line below the text.
    case signature(Signature)

    /// An annex: a new page with a mark such as "附件1" and a title.
    case annex(mark: String, title: String)
  }

  /// What stands before the paragraphs of a list.
  package enum ListMarker: CaseIterable, Sendable {
    /// 1. 2. 3.
    case decimal

    /// （1）（2）（3）
    case parenthesized

    /// 一是 二是 三是
    case ordinal

    /// A dot.
    case bullet
  }

  /// A table.
  package struct Table: Equatable, Sendable {
    /// What stands over the table; nil is nothing.
    package var caption: String?

    /// The columns.
    package var columns: [Column]

    /// The texts of the cells, row by row; a row that is too short is filled up, and one that is
    /// too long makes the table wider.
    package var rows: [[Text]]

    /// Creates a table.
    package init(caption: String? = nil, columns: [Column], rows: [[Text]]) {
      self.caption = caption
      self.columns = columns
      self.rows = rows
    }

    /// Creates a table of texts without marks.
    package init(caption: String? = nil, columns: [Column], rows: [[String]]) {
      let rows = rows.map { row in row.map { Text($0) } }
      self.init(caption: caption, columns: columns, rows: rows)
    }
  }

  /// A column of a table.
  package struct Column: Equatable, Sendable {
    /// What stands in the header.
    package var header: String

    /// The share of the width, as compared with the other columns; nil is by the longest text.
    package var weight: Int?

    /// Whether the texts are centred, as short ones are.
    package var isCentered: Bool

    /// Creates a column.
    package init(_ header: String, weight: Int? = nil, isCentered: Bool = false) {
      self.header = header
      self.weight = weight
      self.isCentered = isCentered
    }
  }

  /// Who signs, and when.
  package struct Signature: Equatable, Sendable {
    /// The name of the office or the person; nil leaves the line out.
    package var name: Text?

    /// The day as it is to be written, such as "2026年7月1日"; nil leaves the line out.
    package var date: String?

    /// Creates a signature.
    package init(name: Text?, date: String?) {
      self.name = name
      self.date = date
    }
  }
}

extension OfficialDocument {
  /// What stands before a name in the note that names what is attached: the label before the first,
  /// and a number if there are several.
  ///
  /// - Parameters:
  ///   - index: The place of the name, from 0.
  ///   - count: The number of names.
  ///   - label: What begins the note, such as 附件：.
  /// - Returns: The text, with a space after the number in a language of Latin letters.
  package static func attachmentStart(at index: Int, of count: Int, label: String) -> String {
    let space = !label.isEmpty && label.allSatisfy(\.isASCII) ? " " : ""
    return (index == 0 ? label : "") + (count > 1 ? "\(index + 1).\(space)" : "")
  }
}
