/// Where an offset is for a person: a line and a column.
package struct JSONPosition: Equatable, Sendable {
  /// The line, from 1; LF, CR LF and a lone CR each end one.
  package let line: Int

  /// The column in Unicode scalars, from 1; a byte that is not UTF-8 counts as one.
  package let column: Int

  /// The range of the line's bytes, without what ends it and without a byte order mark.
  package let lineRange: Range<Int>

  /// Finds the line and the column of an offset.
  ///
  /// - Parameters:
  ///   - offset: The offset in bytes; one beyond the text counts as its end.
  ///   - bytes: The whole text.
  package init(of offset: Int, in bytes: Span<UInt8>) {
    let place = max(0, min(offset, bytes.count))
    var line = 1
    var start = 0
    var index = 0
    while index < place {
      let byte = bytes[index]
      index += 1
      guard byte == 0x0A || byte == 0x0D else { continue }
      if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A {
        // The place between CR and LF still belongs to the line they end.
        guard index < place else { break }
        index += 1
      }
      line += 1
      start = index
    }
    var end = max(start, place)
    if start < place, bytes[place - 1] == 0x0D { end = place - 1 }
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    if start == 0, end >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { start = 3 }
    self.line = line
    lineRange = start..<end
    column = 1 + JSONPosition.scalarCount(bytes, from: start, to: place)
  }

  /// The text of the line, with U+FFFD for what is not UTF-8.
  ///
  /// The fault is `column - 1` scalars from its start: there a caret belongs.
  ///
  /// - Parameter bytes: The whole text.
  /// - Returns: The line, without what ends it.
  package func excerpt(in bytes: Span<UInt8>) -> String {
    var result: [UInt8] = []
    var index = lineRange.lowerBound
    let end = min(lineRange.upperBound, bytes.count)
    while index < end {
      let length = utf8SequenceLength(bytes, at: index, end: end)
      if length == 0 {
        result.append(contentsOf: [0xEF, 0xBF, 0xBD])
        index += 1
      } else {
        for place in index..<(index + length) { result.append(bytes[place]) }
        index += length
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func scalarCount(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var count = 0
    var index = start
    while index < end {
      index += max(1, utf8SequenceLength(bytes, at: index, end: bytes.count))
      // An offset within a character is the character's.
      if index <= end { count += 1 }
    }
    return count
  }
}

extension JSONError {
  /// The line and the column of the fault.
  ///
  /// - Parameter bytes: The bytes that were read.
  /// - Returns: The position, from line 1 and column 1.
  package func position(in bytes: Span<UInt8>) -> JSONPosition {
    JSONPosition(of: offset, in: bytes)
  }
}
