/// A text in a buffer that stands in a column of a table.
package struct ByteField: Sendable {
  /// Where the text begins.
  package let start: UInt32
  /// Its bytes.
  package let count: UInt32
  /// The columns of the terminal that it takes.
  package let width: Int32
  /// What else is known of it: 0 for nothing.
  package var tag: UInt8

  package init(start: UInt32, count: UInt32, width: Int32, tag: UInt8 = 0) {
    self.start = start
    self.count = count
    self.width = width
    self.tag = tag
  }

  package static let empty = ByteField(start: 0, count: 0, width: 0)
}

/// A column in which fields stand.
package struct FieldColumn: Sendable {
  /// The place of its field among those of a row.
  package let index: Int
  package var width: Int
  /// The spaces between it and the next column.
  package let gap: Int
  /// Whether its fields stand on the right.
  package let isTrailing: Bool

  package init(index: Int, width: Int, gap: Int, isTrailing: Bool) {
    self.index = index
    self.width = width
    self.gap = gap
    self.isTrailing = isTrailing
  }
}

/// How far a row has been written.
package struct FieldCursor: Sendable {
  /// The number of the next column.
  package var column = 0
  /// The spaces that are due before the next text; none are written at the end of a row.
  package var spaces = 0

  package init() {}

  /// The spaces to write before a text in the next column.
  @inline(__always)
  package func spaces(before width: Int, in column: FieldColumn) -> Int {
    column.isTrailing ? spaces + max(column.width - width, 0) : spaces
  }

  /// Goes on to the next column.
  ///
  /// - Parameters:
  ///   - width: The columns of the terminal that the field took; nothing was written if none.
  ///   - column: The column it stands in.
  @inline(__always)
  package mutating func advance(by width: Int, in column: FieldColumn) {
    let free = max(column.width - width, 0)
    self.column += 1
    if width == 0 {
      spaces += free + column.gap
    } else {
      spaces = column.isTrailing ? column.gap : column.gap + free
    }
  }
}

extension ByteBuffer {
  /// Adds the fields of a row, up to one that its column has no room for or whose tag is larger
  /// than a limit.
  ///
  /// There is room for a word behind the last byte of either buffer, so that whole words go over:
  /// what they bring along means nothing, and the next field is put over it.
  ///
  /// - Parameters:
  ///   - fields: The fields of all rows.
  ///   - first: The number of the first of this row.
  ///   - texts: Where the texts of the fields are.
  ///   - columns: The columns that are shown.
  ///   - limit: The largest tag of a field that is added as it is.
  ///   - cursor: How far the row has been written; it is behind the last column if all was.
  package mutating func append(
    _ fields: [ByteField],
    from first: Int,
    of texts: ByteBuffer,
    in columns: [FieldColumn],
    tagsUpTo limit: UInt8,
    _ cursor: inout FieldCursor
  ) {
    var length = cursor.spaces
    for column in columns {
      length += column.width + column.gap + Int(fields[first + column.index].count)
    }
    reserve(length)
    var place = count
    var next = cursor
    let bytes = texts.storage.span
    var room = storage.mutableSpan
    while next.column < columns.count {
      let column = columns[next.column]
      let field = fields[first + column.index]
      let width = Int(field.width)
      if width > column.width || field.tag > limit { break }
      if width > 0 {
        let spaces = next.spaces(before: width, in: column)
        place = room.put(bytes, field, at: place, afterSpaces: spaces)
      }
      next.advance(by: width, in: column)
    }
    count = place
    cursor = next
  }
}

extension MutableSpan<UInt8> {
  /// Puts the text of a field at an offset, eight bytes at a time, where there is room for a word
  /// more.
  ///
  /// - Returns: The offset behind it.
  @inline(__always)
  fileprivate mutating func put(
    _ bytes: Span<UInt8>,
    _ field: ByteField,
    at start: Int,
    afterSpaces spaces: Int
  ) -> Int {
    var place = start
    let middle = start + spaces
    while place < middle {
      store(0x2020_2020_2020_2020, at: place)
      place += 8
    }
    place = middle
    let end = middle + Int(field.count)
    var next = Int(field.start)
    while place < end {
      store(bytes.word(at: next), at: place)
      next += 8
      place += 8
    }
    return end
  }
}
