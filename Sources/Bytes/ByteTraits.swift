/// What stands among some bytes; more may be told than there is, but never less.
package struct ByteTraits: OptionSet, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// A control of ASCII, or DEL.
  package static let control = ByteTraits(rawValue: 1)
  /// A quotation mark or a backslash.
  package static let quote = ByteTraits(rawValue: 2)
  /// A byte that begins U+0080 to U+00BF, U+0600 to U+063F or U+2000 to U+2FFF, among which are all
  /// other characters that steer a terminal or the direction of a text.
  package static let lead = ByteTraits(rawValue: 4)
}

extension ByteTraits {
  /// Whether nothing stands out.
  package var isPlain: Bool { rawValue == 0 }
}

extension UInt64 {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// What stands among the eight bytes.
  @inline(__always)
  var traits: ByteTraits {
    let ones = UInt64.ones
    let highs = UInt64.highs
    let isASCII = self & highs == 0
    // In each byte the subtraction sets the highest bit if it was too small; what borrows go on to
    // the bytes above can only tell of more than there is.
    let control = ((self &- ones &* 0x20) & ~self | zeros(self ^ ones &* 0x7F)) & highs
    let quote = (zeros(self ^ ones &* 0x22) | zeros(self ^ ones &* 0x5C)) & highs
    if isASCII, control | quote == 0 { return [] }
    var traits: UInt8 = 0
    if control != 0 { traits |= ByteTraits.control.rawValue }
    if quote != 0 { traits |= ByteTraits.quote.rawValue }
    if isASCII { return ByteTraits(rawValue: traits) }
    let lead =
      zeros(self ^ ones &* 0xC2) | zeros(self ^ ones &* 0xD8) | zeros(self ^ ones &* 0xE2)
    if lead & highs != 0 { traits |= ByteTraits.lead.rawValue }
    return ByteTraits(rawValue: traits)
  }

  /// Whether all of the eight bytes are printable ASCII.
  @inline(__always)
  var isPrintableASCII: Bool {
    // Below 0x20 the subtraction borrows, at 0x7F the addition carries, both into the highest bit.
    (self | (self &- UInt64.ones &* 0x20) | (self &+ UInt64.ones)) & UInt64.highs == 0
  }

  /// Sets the highest bit of the bytes that are zero, and perhaps of bytes above them.
  @inline(__always)
  private func zeros(_ word: UInt64) -> UInt64 {
    (word &- UInt64.ones) & ~word
  }
}
