/// One escape of a string: what it stands for, and how long it is.
struct EscapeSequence {
  /// The character it stands for.
  let scalar: Unicode.Scalar

  /// Its length in bytes: 2, 6, or 12 for a surrogate pair.
  let length: Int

  /// Reads a valid escape; `nil` stands for any fault.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - index: The offset of the backslash.
  ///   - end: The offset behind which nothing is read; at most the number of bytes.
  init?(in bytes: Span<UInt8>, at index: Int, end: Int) {
    guard let sequence = try? EscapeSequence(reading: bytes, at: index, end: end) else {
      return nil
    }
    self = sequence
  }

  /// Reads an escape.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - index: The offset of the backslash.
  ///   - end: The offset behind which nothing is read; at most the number of bytes.
  /// - Throws: `invalidEscape`, `loneSurrogate`, or `unexpectedEnd`.
  init(reading bytes: Span<UInt8>, at index: Int, end: Int) throws(JSONError) {
    guard index + 1 < end else { throw JSONError(.unexpectedEnd, at: index) }
    let simple: Unicode.Scalar
    switch bytes[index + 1] {
    case UInt8(ascii: "\""): simple = "\""
    case UInt8(ascii: "\\"): simple = "\\"
    case UInt8(ascii: "/"): simple = "/"
    case UInt8(ascii: "b"): simple = "\u{08}"
    case UInt8(ascii: "f"): simple = "\u{0C}"
    case UInt8(ascii: "n"): simple = "\n"
    case UInt8(ascii: "r"): simple = "\r"
    case UInt8(ascii: "t"): simple = "\t"
    case UInt8(ascii: "u"):
      (scalar, length) = try EscapeSequence.unicode(bytes, at: index, end: end)
      return
    default: throw JSONError(.invalidEscape, at: index)
    }
    scalar = simple
    length = 2
  }

  /// Reads `\u` and four hexadecimal digits, and a second one if the first is a high surrogate.
  private static func unicode(
    _ bytes: Span<UInt8>,
    at index: Int,
    end: Int
  ) throws(JSONError) -> (Unicode.Scalar, Int) {
    let first = try codeUnit(bytes, at: index, end: end)
    if let scalar = Unicode.Scalar(first) { return (scalar, 6) }
    guard first < 0xDC00, index + 7 < end, bytes[index + 6] == UInt8(ascii: "\\"),
      bytes[index + 7] == UInt8(ascii: "u")
    else { throw JSONError(.loneSurrogate, at: index) }
    let second = try codeUnit(bytes, at: index + 6, end: end)
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw JSONError(.loneSurrogate, at: index) }
    return (scalar, 12)
  }

  /// Reads the four digits of `\u`.
  private static func codeUnit(
    _ bytes: Span<UInt8>,
    at index: Int,
    end: Int
  ) throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for place in (index + 2)..<(index + 6) {
      guard place < end else { throw JSONError(.unexpectedEnd, at: index) }
      let byte = bytes[place]
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte - 0x30)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(byte - 0x37)
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(byte - 0x57)
      default: throw JSONError(.invalidEscape, at: index)
      }
    }
    return value
  }
}

extension Unicode.Scalar {
  /// Appends the scalar as UTF-8.
  func appendUTF8(to bytes: inout [UInt8]) {
    for byte in UTF8.encode(self) ?? UTF8.encodedReplacementCharacter { bytes.append(byte) }
  }
}
