/// The grammar of ids, which are for ever.
///
/// Ids of tiers, sections and duties end in a digit and those of requirements are letters, so
/// `s11b` splits in one way.
package enum Identifier {
  /// Whether a text may name a checklist: `[a-z][a-z0-9-]{0,31}`.
  package static func isChecklist(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, isLetter(first), bytes.count <= 32 else { return false }
    for byte in bytes where !isLetter(byte) && !isDigit(byte) && byte != UInt8(ascii: "-") {
      return false
    }
    return true
  }

  /// Whether a text may name a tier, section or duty: `[a-z][a-z0-9.-]{0,30}[0-9]`, no `..`.
  package static func isItem(_ text: String) -> Bool {
    let bytes = text.utf8
    guard
      let first = bytes.first, isLetter(first), (2...32).contains(bytes.count)
    else { return false }
    var previous: UInt8 = 0
    for byte in bytes {
      let isDot = byte == UInt8(ascii: ".")
      guard isLetter(byte) || isDigit(byte) || isDot || byte == UInt8(ascii: "-") else {
        return false
      }
      if isDot, previous == byte { return false }
      previous = byte
    }
    return isDigit(previous)
  }

  /// Whether a text may name a requirement inside its duty: `[a-z]{1,2}`.
  package static func isRequirement(_ text: String) -> Bool {
    let bytes = text.utf8
    return (1...2).contains(bytes.count) && bytes.allSatisfy(isLetter)
  }

  /// The id as it is compared: lower case, half width.
  package static func folded(_ text: some StringProtocol) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      var value = scalar.value
      if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
      if (0x41...0x5A).contains(value) { value += 0x20 }
      result.append(Unicode.Scalar(value) ?? scalar)
    }
    return String(result)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
