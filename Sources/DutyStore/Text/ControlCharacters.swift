internal import StrictJSON

extension String {
  /// Whether a control character is among the characters: C0, DEL or C1.
  var hasControlCharacter: Bool {
    var previous: UInt8 = 0
    for byte in utf8 {
      if byte < 0x20 || byte == 0x7F { return true }
      if previous == 0xC2, byte < 0xA0 { return true }
      previous = byte
    }
    return false
  }
}

extension JSONText {
  /// Whether a control character is among the characters: C0, DEL or C1.
  func hasControlCharacter(in bytes: Span<UInt8>) -> Bool {
    guard !hasEscapes else { return string(in: bytes).hasControlCharacter }
    // JSON has no C0 without an escape; of the others the first byte is DEL or C2.
    var index = lowerBound
    let end = min(upperBound, bytes.count)
    while index &+ 8 <= end, let word = littleEndianWord(bytes, at: index) {
      let isDelete = word ^ 0x7F7F_7F7F_7F7F_7F7F
      let isC2 = word ^ 0xC2C2_C2C2_C2C2_C2C2
      let ones: UInt64 = 0x0101_0101_0101_0101
      let marks = ((isDelete &- ones) & ~isDelete | (isC2 &- ones) & ~isC2) & (ones &* 0x80)
      if marks != 0 { break }
      index &+= 8
    }
    var previous: UInt8 = 0
    while index < end {
      let byte = bytes[index]
      if byte == 0x7F || previous == 0xC2 && byte < 0xA0 { return true }
      previous = byte
      index &+= 1
    }
    return false
  }
}
