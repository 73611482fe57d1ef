/// A string of a JSON text that has been validated but not copied: where its contents stand.
///
/// It is eight bytes long, so that a hundred thousand of them cost little; the bytes are needed
/// again to make a `String` of it.
package struct JSONText: Equatable, Sendable {
  /// Twice the offset, plus 1 if it is known that there are no control characters.
  private let startAndPrintable: UInt32

  /// Twice the length, plus 1 if there are escapes.
  private let lengthAndEscapes: UInt32

  @inline(__always)
  init(from start: Int, to end: Int, hasEscapes: Bool, isPrintable: Bool = false) {
    // No text is longer than 31 bits can tell.
    startAndPrintable = UInt32(truncatingIfNeeded: start &* 2 &+ (isPrintable ? 1 : 0))
    lengthAndEscapes = UInt32(truncatingIfNeeded: (end - start) &* 2 &+ (hasEscapes ? 1 : 0))
  }

  /// The text of a token without quotes, such as a number.
  package init(plain range: Range<Int>) {
    self.init(from: range.lowerBound, to: range.upperBound, hasEscapes: false)
  }

  /// The offset of the first byte after the opening quote.
  package var lowerBound: Int { Int(startAndPrintable >> 1) }

  /// The offset of the closing quote.
  package var upperBound: Int { lowerBound + count }

  /// The length as written, in bytes, without the quotes.
  package var count: Int { Int(lengthAndEscapes >> 1) }

  /// Whether there are escapes, so that the contents are not the bytes as written.
  package var hasEscapes: Bool { lengthAndEscapes & 1 == 1 }

  /// Whether the scan has seen that no control character is among the contents.
  ///
  /// Control characters are C0, DEL and C1, written or escaped. If it has not, there may be one.
  package var isPrintable: Bool { startAndPrintable & 1 == 1 }

  /// Whether the string is empty.
  package var isEmpty: Bool { lengthAndEscapes == 0 }

  /// The range of the contents as written, without the quotes.
  package var range: Range<Int> { lowerBound..<upperBound }

  /// The range of the whole token, with the quotes.
  package var tokenRange: Range<Int> { (lowerBound - 1)..<(upperBound + 1) }

  /// Makes the string, with its escapes replaced.
  ///
  /// - Parameter bytes: The bytes it was read from; with others the result is any string.
  /// - Returns: The contents.
  package func string(in bytes: Span<UInt8>) -> String {
    guard hasEscapes else { return String(copyingUTF8: bytes, range) }
    return String(decoding: unescapedBytes(in: bytes), as: UTF8.self)
  }

  /// Tells whether the contents are these, byte by byte, after replacing escapes.
  ///
  /// Canonically equivalent texts that are written differently do not match.
  package func matches(_ name: String, in bytes: Span<UInt8>) -> Bool {
    guard !hasEscapes else { return unescapedBytes(in: bytes).elementsEqual(name.utf8) }
    guard count == name.utf8.count, upperBound <= bytes.count else { return false }
    var index = lowerBound
    for byte in name.utf8 {
      guard bytes[index] == byte else { return false }
      index += 1
    }
    return true
  }

  /// The contents as UTF-8, with the escapes replaced.
  package func unescapedBytes(in bytes: Span<UInt8>) -> [UInt8] {
    let end = min(upperBound, bytes.count)
    var result: [UInt8] = []
    result.reserveCapacity(max(0, end - lowerBound))
    var index = lowerBound
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\\"), let escape = EscapeSequence(in: bytes, at: index, end: end) {
        escape.scalar.appendUTF8(to: &result)
        index += escape.length
      } else {
        result.append(byte)
        index += 1
      }
    }
    return result
  }
}

/// A key that has just been read: its text, and its first bytes for a quick comparison.
package struct JSONKey: Equatable, Sendable {
  /// The key's text.
  package let text: JSONText

  /// The first eight bytes of the unescaped key, the first one lowest, filled up with zeros.
  package let word: UInt64

  /// The length of the unescaped key in bytes.
  package let count: Int

  /// Takes a text that has been read for a key.
  package init(_ text: JSONText, in bytes: Span<UInt8>) {
    self.text = text
    guard !text.hasEscapes else {
      let unescaped = text.unescapedBytes(in: bytes)
      count = unescaped.count
      word = JSONNames.word(unescaped[...])
      return
    }
    count = text.count
    word = JSONKey.word(of: text, in: bytes)
  }

  /// A plain key of at most eight bytes, given the eight bytes from its first one on.
  @inline(__always)
  init(from start: Int, count: Int, word: UInt64) {
    text = JSONText(from: start, to: start &+ count, hasEscapes: false)
    self.word = count < 8 ? word & ~(~0 << UInt64(truncatingIfNeeded: count &* 8)) : word
    self.count = count
  }

  @inline(__always)
  private static func word(of text: JSONText, in bytes: Span<UInt8>) -> UInt64 {
    let start = text.lowerBound
    let count = text.count
    if count == 0 { return 0 }
    if let word = littleEndianWord(bytes, at: start) {
      return count >= 8 ? word : word & (~0 >> UInt64(truncatingIfNeeded: 64 - count * 8))
    }
    var word: UInt64 = 0
    for index in 0..<min(count, 8) {
      word |= UInt64(bytes[start + index]) << UInt64(truncatingIfNeeded: index * 8)
    }
    return word
  }

  /// The offset of the key's opening quote.
  package var offset: Int { text.lowerBound - 1 }

  /// Makes a string of the key.
  package func string(in bytes: Span<UInt8>) -> String { text.string(in: bytes) }

  /// Tells whether the key is this one, byte by byte, after replacing escapes.
  package func matches(_ name: String, in bytes: Span<UInt8>) -> Bool {
    text.matches(name, in: bytes)
  }
}

extension String {
  /// Copies a range of bytes; what is not UTF-8 becomes U+FFFD.
  init(copyingUTF8 bytes: Span<UInt8>, _ range: Range<Int>) {
    guard range.upperBound <= bytes.count else {
      self = ""
      return
    }
    if #available(macOS 26, *) {
      if let text = try? UTF8Span(validating: bytes.extracting(range)) {
        self = String(copying: text)
        return
      }
    }
    var copy: [UInt8] = []
    copy.reserveCapacity(range.count)
    for index in range { copy.append(bytes[index]) }
    self = String(decoding: copy, as: UTF8.self)
  }
}
