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
    guard !isPrintable else { return false }
    guard !hasEscapes else { return string(in: bytes).hasControlCharacter }
    // JSON has no C0 without an escape; of the others the first byte is DEL or C2.
    var index = lowerBound
    let end = min(upperBound, bytes.count)
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
