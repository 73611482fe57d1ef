extension JSONCursor {
  /// Reads a string.
  ///
  /// - Throws: `wrongKind`, `stringTooLong`, `nulInString`, and faults of the grammar.
  package mutating func string(_ bytes: Span<UInt8>) throws(JSONError) -> String {
    try text(bytes).string(in: bytes)
  }

  /// Reads a string without copying it.
  ///
  /// - Throws: As `string(_:)`.
  package mutating func text(_ bytes: Span<UInt8>) throws(JSONError) -> JSONText {
    guard try peek(bytes) == UInt8(ascii: "\"") else { throw unexpected(bytes, kind: .string) }
    return try scanText(bytes)
  }

  /// Reads an integer of at most ±(2⁵³ − 1), which every program reads alike.
  ///
  /// - Throws: `wrongKind`, `notAnInteger` for a fraction or an exponent, `integerOutOfRange`, and
  ///   faults of the grammar.
  package mutating func integer(_ bytes: Span<UInt8>) throws(JSONError) -> Int {
    let range = try number(bytes)
    let isNegative = bytes[range.lowerBound] == UInt8(ascii: "-")
    let largest = 9_007_199_254_740_991
    var value = 0
    for index in (range.lowerBound + (isNegative ? 1 : 0))..<range.upperBound {
      let digit = Int(bytes[index]) - 0x30
      guard (0...9).contains(digit) else { throw JSONError(.notAnInteger, at: range.lowerBound) }
      // Saturates: what is too large stays too large, and a later "." is still found.
      value = min(value * 10 + digit, largest + 1)
    }
    guard value <= largest else { throw JSONError(.integerOutOfRange, at: range.lowerBound) }
    return isNegative ? -value : value
  }

  /// Reads a number and returns the range of its token.
  ///
  /// - Throws: `wrongKind`, `invalidNumber`, `numberTooLong`, and faults of the grammar.
  package mutating func number(_ bytes: Span<UInt8>) throws(JSONError) -> Range<Int> {
    switch try peek(bytes) {
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try scanNumber(bytes)
    default: throw unexpected(bytes, kind: .number)
    }
  }

  /// Reads a number as it is written.
  ///
  /// - Throws: As `number(_:)`.
  package mutating func numberText(_ bytes: Span<UInt8>) throws(JSONError) -> String {
    String(copyingUTF8: bytes, try number(bytes))
  }

  /// Reads `true` or `false`.
  ///
  /// - Throws: `wrongKind`, and faults of the grammar.
  package mutating func bool(_ bytes: Span<UInt8>) throws(JSONError) -> Bool {
    switch try peek(bytes) {
    case UInt8(ascii: "t"):
      try scanWord(bytes, JSONWord.isTrue)
      return true
    case UInt8(ascii: "f"):
      try scanWord(bytes, JSONWord.isFalse)
      return false
    default: throw unexpected(bytes, kind: .bool)
    }
  }

  /// Reads `null`.
  ///
  /// - Throws: `wrongKind`, and faults of the grammar.
  package mutating func null(_ bytes: Span<UInt8>) throws(JSONError) {
    guard try peek(bytes) == UInt8(ascii: "n") else { throw unexpected(bytes, kind: .null) }
    try scanWord(bytes, JSONWord.isNull)
  }

  /// Reads `null` if it comes next, and tells whether it did; anything else stays unread.
  ///
  /// - Throws: Faults of the grammar.
  package mutating func takeNull(_ bytes: Span<UInt8>) throws(JSONError) -> Bool {
    guard try peek(bytes) == UInt8(ascii: "n") else { return false }
    try scanWord(bytes, JSONWord.isNull)
    return true
  }

  /// Reads an array of strings.
  ///
  /// - Throws: As `string(_:)` and `enterArray(_:)`.
  package mutating func strings(_ bytes: Span<UInt8>) throws(JSONError) -> [String] {
    var result: [String] = []
    try enterArray(bytes)
    while try nextElement(bytes) { result.append(try string(bytes)) }
    return result
  }

  /// Reads whatever value comes next, checks all of it, and returns the range of its bytes.
  ///
  /// - Throws: Faults of the grammar and of the policy, in nested values too.
  @discardableResult
  package mutating func skipValue(_ bytes: Span<UInt8>) throws(JSONError) -> Range<Int> {
    let first = try peek(bytes)
    let start = position
    try skip(bytes, first)
    return start..<position
  }
}
