/// Whether bytes may name a tier, section or duty; the grammar is that of `Identifier.isItem`.
func isItem(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
  guard (2...32).contains(range.count), range.upperBound <= bytes.count,
    isLetter(bytes[range.lowerBound]), isDigit(bytes[range.upperBound - 1])
  else { return false }
  var previous: UInt8 = 0
  for index in range {
    let byte = bytes[index]
    let isDot = byte == UInt8(ascii: ".")
    guard isLetter(byte) || isDigit(byte) || isDot || byte == UInt8(ascii: "-") else {
      return false
    }
    if isDot, previous == byte { return false }
    previous = byte
  }
  return true
}

private func isLetter(_ byte: UInt8) -> Bool {
  byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
}

private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
