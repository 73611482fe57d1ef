/// Whether bytes may name a tier, section or duty; the grammar is that of `Identifier.isItem`.
func isItem(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
  range.upperBound <= bytes.count && endOfItem(bytes, from: range.lowerBound) >= range.upperBound
    && hasEndsOfItem(bytes, range)
}

/// The offset behind the signs from an offset on that may stand in a name of a tier, section or
/// duty: letters, digits, dashes, and dots that do not follow another.
@inline(__always)
func endOfItem(_ bytes: Span<UInt8>, from start: Int) -> Int {
  var index = start
  while index < bytes.count {
    let byte = bytes[index]
    if !isLetter(byte), !isDigit(byte), byte != UInt8(ascii: "-") {
      let isDot = byte == UInt8(ascii: ".")
      guard isDot, index == start || bytes[index &- 1] != byte else { break }
    }
    index &+= 1
  }
  return index
}

/// Whether signs of names are as many as a name has, and begin and end as it does.
@inline(__always)
func hasEndsOfItem(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
  (2...32).contains(range.count) && range.upperBound <= bytes.count
    && isLetter(bytes[range.lowerBound]) && isDigit(bytes[range.upperBound &- 1])
}

/// Whether a byte is a small letter of ASCII.
@inline(__always)
func isLetter(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "a") < 26 }

@inline(__always)
private func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
