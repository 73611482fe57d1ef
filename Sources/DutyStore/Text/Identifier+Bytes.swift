/// Whether bytes may name a tier, section or duty; the grammar is that of `Identifier.isItem`.
func isItem(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
  guard (2...32).contains(range.count), range.upperBound <= bytes.count,
    isLetter(bytes[range.lowerBound]), isDigit(bytes[range.upperBound - 1])
  else { return false }
  let text = bytes.extracting(range)
  var isBehindDot = false
  for index in text.indices {
    let byte = text[index]
    let isDot = byte == UInt8(ascii: ".")
    guard isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "-") || isDot && !isBehindDot
    else { return false }
    isBehindDot = isDot
  }
  return true
}

/// Whether a byte is a small letter of ASCII.
@inline(__always)
func isLetter(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "a") < 26 }

@inline(__always)
private func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
