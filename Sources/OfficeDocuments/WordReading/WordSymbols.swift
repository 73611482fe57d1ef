/// Characters of symbol fonts, which documents name by their place in the font.
enum WordSymbols {
  /// What stands for a symbol that is not known: the sign that Chinese texts use for a character
  /// that cannot be read.
  static let unknown = "□"

  /// The characters of Wingdings that forms and lists use.
  private static let wingdings: [UInt32: String] = {
    var result: [UInt32: String] = [
      0x6C: "●", 0x6D: "○", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "□", 0x72: "□", 0x74: "◆",
      0x75: "◆", 0x76: "◆", 0x77: "◆", 0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "□", 0xAB: "★",
      0xD8: "➢", 0xE0: "→", 0xDF: "←", 0xE1: "↑", 0xE2: "↓", 0xE8: "→", 0xFB: "✗", 0xFC: "✓",
      0xFD: "☒", 0xFE: "☑",
    ]
    for offset in UInt32(0)..<10 {
      result[0x81 + offset] = Unicode.Scalar(0x2460 + offset).map { String($0) }
      result[0x8C + offset] = Unicode.Scalar(0x2776 + offset).map { String($0) }
    }
    return result
  }()

  /// The characters of Symbol that lists use.
  private static let symbol: [UInt32: String] = [
    0x2D: "−", 0xB3: "≥", 0xA3: "≤", 0xB4: "×", 0xB7: "•", 0xB1: "±", 0xB0: "°", 0xA8: "♦",
    0xAE: "→", 0xDE: "⇒", 0xD7: "·",
  ]

  /// The character at a place of a font.
  ///
  /// The place is in hexadecimal; places from F000 on are those of a symbol font.
  static func character(code: String, font: String) -> String {
    guard let value = UInt32(code, radix: 16) else { return unknown }
    let place = (0xF000...0xF0FF).contains(value) ? value - 0xF000 : value
    let name = font.lowercased()
    if name == "wingdings" {
      return wingdings[place] ?? unknown
    }
    if name == "symbol" {
      return symbol[place] ?? ascii(place) ?? unknown
    }
    guard let scalar = Unicode.Scalar(value), scalar.isXMLCharacter, value >= 0x20,
      !(0xE000...0xF8FF).contains(value)
    else { return unknown }
    return String(scalar)
  }

  /// The bullet of a list; one in a symbol font is written as the common one.
  static func bullet(_ text: String) -> String {
    let isKnown = text.unicodeScalars.allSatisfy {
      !(0xE000...0xF8FF).contains($0.value) && $0.value >= 0x20
    }
    return isKnown ? text : "•"
  }

  private static func ascii(_ place: UInt32) -> String? {
    guard (0x20..<0x3B).contains(place), let scalar = Unicode.Scalar(place) else { return nil }
    return String(scalar)
  }
}
