/// Where an offset is for a person: a line and a column.
package struct JSONPosition: Equatable, Sendable {
  /// The line, from 1; LF, CR LF and a lone CR each end one.
  package let line: Int

  /// The column in Unicode scalars, from 1; a byte that is not UTF-8 counts as one.
  package let column: Int

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
    if start == 0 { start = byteOrderMarkLength(bytes) }
    self.line = line
    column = 1 + JSONPosition.scalarCount(bytes, from: start, to: place)
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
