/// The three words of JSON.
enum JSONWord {
  case isTrue
  case isFalse
  case isNull
}

extension JSONCursor {
  /// Reads the string whose opening quote is at the position.
  @inline(__always)
  mutating func scanText(_ bytes: Span<UInt8>) throws(JSONError) -> JSONText {
    let text = bytes.extracting(first: endOfText(bytes))
    let start = position &+ 1
    var index = start
    var isPrintable = true
    while true {
      index = plainTextEnd(text, from: index)
      guard index < text.count else { break }
      let byte = text[index]
      if byte == UInt8(ascii: "\"") {
        guard index &- start <= policy.maximumStringBytes else {
          throw JSONError(.stringTooLong(limit: policy.maximumStringBytes), at: position)
        }
        position = index &+ 1
        return JSONText(from: start, to: index, hasEscapes: false, isPrintable: isPrintable)
      }
      if byte < 0x20 || byte == UInt8(ascii: "\\") { break }
      let length = utf8SequenceLength(text, at: index, end: text.count)
      if length == 0 { break }
      // What is plain ends at DEL, and at the leading byte of C1 and others, among other places.
      if byte == 0x7F || byte == 0xC2 { isPrintable = false }
      index &+= length
    }
    return try scanEscapedText(bytes, from: index)
  }

  /// Goes on with a string from its first escape or fault.
  @inline(never)
  private mutating func scanEscapedText(
    _ bytes: Span<UInt8>,
    from firstEscape: Int
  ) throws(JSONError) -> JSONText {
    let end = endOfText(bytes)
    let start = position + 1
    var index = firstEscape
    /// By how much the string is shorter than it is written.
    var saved = 0
    while index < end {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\""):
        guard index - start - saved <= policy.maximumStringBytes else {
          throw JSONError(.stringTooLong(limit: policy.maximumStringBytes), at: position)
        }
        position = index + 1
        return JSONText(from: start, to: index, hasEscapes: true)
      case UInt8(ascii: "\\"):
        let escape = try escapeSequence(bytes, at: index, end: end)
        saved += escape.length - UTF8.width(escape.scalar)
        index += escape.length
      case 0..<0x20: throw JSONError(.controlCharacter(byte), at: index)
      default:
        let length = utf8SequenceLength(bytes, at: index, end: end)
        guard length > 0 else { throw JSONError(.invalidUTF8, at: index) }
        index += length
      }
    }
    throw JSONError(.unterminatedString, at: position)
  }

  private func escapeSequence(
    _ bytes: Span<UInt8>,
    at index: Int,
    end: Int
  ) throws(JSONError) -> EscapeSequence {
    let escape: EscapeSequence
    do throws(JSONError) {
      escape = try EscapeSequence(reading: bytes, at: index, end: end)
    } catch {
      guard error.reason == .unexpectedEnd else { throw error }
      throw JSONError(.unterminatedString, at: position)
    }
    guard escape.scalar != "\0" || policy.allowsNUL else {
      throw JSONError(.nulInString, at: index)
    }
    return escape
  }

  /// Reads the number at the position, which starts with a digit or a minus sign.
  @inline(__always)
  mutating func scanNumber(_ bytes: Span<UInt8>) throws(JSONError) -> Range<Int> {
    let end = endOfText(bytes)
    let start = position
    var index = start
    if bytes[index] == UInt8(ascii: "-") { index += 1 }
    let integer = index
    skipDigits(bytes, &index, end)
    guard index > integer else { throw numberFault(bytes, index, end) }
    if index - integer > 1, bytes[integer] == UInt8(ascii: "0") {
      throw JSONError(.invalidNumber, at: integer)
    }
    if index < end, bytes[index] == UInt8(ascii: ".") {
      index += 1
      let fraction = index
      skipDigits(bytes, &index, end)
      guard index > fraction else { throw numberFault(bytes, index, end) }
    }
    if index < end, bytes[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if index < end, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") {
        index += 1
      }
      let exponent = index
      skipDigits(bytes, &index, end)
      guard index > exponent else { throw numberFault(bytes, index, end) }
    }
    if index < end, isPartOfWord(bytes[index]) { throw JSONError(.invalidNumber, at: index) }
    guard index - start <= policy.maximumNumberBytes else {
      throw JSONError(.numberTooLong(limit: policy.maximumNumberBytes), at: start)
    }
    position = index
    return start..<index
  }

  @inline(__always)
  private func skipDigits(_ bytes: Span<UInt8>, _ index: inout Int, _ end: Int) {
    while index < end, bytes[index] &- 0x30 < 10 { index += 1 }
  }

  private func numberFault(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> JSONError {
    guard index < end else { return JSONError(.unexpectedEnd, at: end) }
    guard bytes[index] < 0x80 || utf8SequenceLength(bytes, at: index, end: end) > 0 else {
      return JSONError(.invalidUTF8, at: index)
    }
    return JSONError(.invalidNumber, at: index)
  }

  /// Reads a word at the position, where its first letter stands.
  @inline(__always)
  mutating func scanWord(_ bytes: Span<UInt8>, _ word: JSONWord) throws(JSONError) {
    let end = endOfText(bytes)
    let start = position
    let length = word == .isFalse ? 5 : 4
    guard start + length <= end else { throw wordFault(bytes) }
    let isRight =
      switch word {
      case .isTrue: matches(bytes, start + 1, "r", "u", "e")
      case .isNull: matches(bytes, start + 1, "u", "l", "l")
      case .isFalse:
        bytes[start + 1] == UInt8(ascii: "a") && matches(bytes, start + 2, "l", "s", "e")
      }
    guard isRight else { throw wordFault(bytes) }
    if start + length < end, isPartOfWord(bytes[start + length]) { throw wordFault(bytes) }
    position = start + length
  }

  @inline(__always)
  private func matches(
    _ bytes: Span<UInt8>,
    _ index: Int,
    _ first: Unicode.Scalar,
    _ second: Unicode.Scalar,
    _ third: Unicode.Scalar
  ) -> Bool {
    bytes[index] == UInt8(ascii: first) && bytes[index + 1] == UInt8(ascii: second)
      && bytes[index + 2] == UInt8(ascii: third)
  }

  /// A word that is cut off by the end of the text, or is another word.
  private func wordFault(_ bytes: Span<UInt8>) -> JSONError {
    let end = endOfText(bytes)
    var index = position
    while index < end, isPartOfWord(bytes[index]) { index += 1 }
    if index >= end {
      for word in ["true", "false", "null"] where word.utf8.count > index - position {
        if zip(word.utf8, position..<index).allSatisfy({ $0 == bytes[$1] }) {
          return JSONError(.unexpectedEnd, at: end)
        }
      }
    }
    return JSONError(.bareWord, at: position)
  }
}

/// Whether a byte can belong to a number or a word, so that nothing may directly follow one.
@inline(__always)
func isPartOfWord(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
    UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "+"), UInt8(ascii: "-"),
    UInt8(ascii: "."), UInt8(ascii: "_"):
    true
  default: false
  }
}
