/// The text around a place, for a person: a piece of the line that it is on.
///
/// Only what is shown is decoded, for a file may be one line of many megabytes.
package struct JSONExcerpt: Equatable {
  /// The text, with U+FFFD for each byte that is not UTF-8; what ends the line is no part of it.
  package let text: String

  /// How many Unicode scalars of the text stand before the place.
  package let caret: Int

  /// Whether the line has more before the text.
  package let isCutBefore: Bool

  /// Whether the line has more behind the text.
  package let isCutAfter: Bool

  /// Finds the text around a place; `nil` if there are fewer lines.
  ///
  /// - Parameters:
  ///   - line: The line, from 1.
  ///   - column: The column in Unicode scalars, from 1; one beyond the line counts as its end.
  ///   - bytes: The whole text.
  ///   - reach: The most scalars on either side of the place.
  package init?(line: Int, column: Int, in bytes: Span<UInt8>, reach: Int) {
    guard var start = JSONExcerpt.start(of: line, in: bytes) else { return nil }
    if start == 0 { start = byteOrderMarkLength(bytes) }
    let place = JSONExcerpt.index(after: max(0, column - 1), from: start, in: bytes)
    let lower = JSONExcerpt.index(after: place.count - reach, from: start, in: bytes)
    let upper = JSONExcerpt.index(after: reach, from: place.index, in: bytes)
    text = JSONExcerpt.text(lower.index..<upper.index, of: bytes)
    caret = place.count - lower.count
    isCutBefore = lower.index > start
    isCutAfter = !JSONExcerpt.isLineEnd(upper.index, in: bytes)
  }

  /// The offset of a line's first byte; LF, CR LF and a lone CR each end one.
  private static func start(of number: Int, in bytes: Span<UInt8>) -> Int? {
    var line = 1
    var index = 0
    while line < number {
      guard index < bytes.count else { return nil }
      let byte = bytes[index]
      index += 1
      guard byte == 0x0A || byte == 0x0D else { continue }
      if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
      line += 1
    }
    return index
  }

  /// The offset some scalars further on, but not beyond the line, and how many that were.
  private static func index(
    after count: Int,
    from start: Int,
    in bytes: Span<UInt8>
  ) -> (index: Int, count: Int) {
    var index = start
    var passed = 0
    while passed < count, !isLineEnd(index, in: bytes) {
      index += max(1, utf8SequenceLength(bytes, at: index, end: bytes.count))
      passed += 1
    }
    return (index, passed)
  }

  private static func isLineEnd(_ index: Int, in bytes: Span<UInt8>) -> Bool {
    index == bytes.count || bytes[index] == 0x0A || bytes[index] == 0x0D
  }

  private static func text(_ range: Range<Int>, of bytes: Span<UInt8>) -> String {
    var text = ""
    var index = range.lowerBound
    while index < range.upperBound {
      let scalar = unicodeScalar(bytes, at: index, end: range.upperBound)
      text.unicodeScalars.append(scalar ?? "\u{FFFD}")
      index += scalar.map(UTF8.width) ?? 1
    }
    return text
  }
}
