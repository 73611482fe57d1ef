extension UInt8 {
  /// Whether the byte is white space to XML.
  var isXMLSpace: Bool {
    self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09
  }

  /// Whether the byte may be part of a name: any letter of another script may.
  fileprivate var isXMLNameByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: ":"), 0x80...:
      true
    default: false
    }
  }

  fileprivate var startsXMLName: Bool {
    guard isXMLNameByte else { return false }
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."): return false
    default: return true
    }
  }
}

extension Unicode.Scalar {
  /// Whether XML 1.0 allows the character.
  var isXMLCharacter: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...: true
    default: false
    }
  }
}

extension XMLReader {
  @discardableResult
  mutating func skipSpace() -> Bool {
    let start = position
    while position < bytes.count, bytes[position].isXMLSpace {
      position += 1
    }
    return position > start
  }

  mutating func expect(_ byte: UInt8) throws(XMLFault) {
    guard position < bytes.count else { throw .unexpectedEnd }
    guard bytes[position] == byte else { throw .malformed }
    position += 1
  }

  mutating func readName() throws(XMLFault) -> Range<Int> {
    let start = position
    guard position < bytes.count else { throw .unexpectedEnd }
    guard bytes[position].startsXMLName else { throw .malformed }
    while position < bytes.count, bytes[position].isXMLNameByte {
      position += 1
    }
    return start..<position
  }

  mutating func readAttributeValue() throws(XMLFault) -> String {
    guard position < bytes.count else { throw .unexpectedEnd }
    let quote = bytes[position]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw .malformed }
    position += 1
    let value = try readCharacters {
      $0 == quote
    } spaces: { _ in
      0x20
    }
    guard position < bytes.count else { throw .unexpectedEnd }
    // A tag within a value is a quotation mark that was forgotten.
    guard bytes[position] == quote else { throw .malformed }
    position += 1
    return value
  }

  mutating func readText() throws(XMLFault) -> String {
    try readCharacters { _ in
      false
    } spaces: {
      $0
    }
  }

  /// Reads characters and references up to a tag or to a byte that ends them.
  ///
  /// `spaces` says what white space becomes; a carriage return, alone or before a line feed, is a
  /// line feed to XML.
  private mutating func readCharacters(
    until isEnd: (UInt8) -> Bool,
    spaces: (UInt8) -> UInt8
  ) throws(XMLFault) -> String {
    var result: [UInt8] = []
    loop: while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "<"):
        break loop
      case UInt8(ascii: "&"):
        result.append(contentsOf: try readReference())
      case 0x0D:
        position += 1
        if position < bytes.count, bytes[position] == 0x0A {
          position += 1
        }
        result.append(spaces(0x0A))
      case 0x09, 0x0A:
        result.append(spaces(byte))
        position += 1
      case 0x00..<0x20:
        throw .forbiddenCharacter
      default:
        if isEnd(byte) {
          break loop
        }
        if byte == 0xEF, isNoncharacter(at: position) {
          throw .forbiddenCharacter
        }
        result.append(byte)
        position += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether U+FFFE or U+FFFF starts at an offset.
  private func isNoncharacter(at offset: Int) -> Bool {
    offset + 2 < bytes.count && bytes[offset + 1] == 0xBF && bytes[offset + 2] >= 0xBE
  }

  private mutating func readReference() throws(XMLFault) -> [UInt8] {
    // The longest that can be meant is "&#x0010FFFF;"; more zeros are nobody's.
    let limit = Swift.min(position + 16, bytes.count)
    guard let end = bytes[position..<limit].firstIndex(of: UInt8(ascii: ";")) else {
      throw limit == bytes.count ? .unexpectedEnd : .unknownEntity
    }
    let name = String(decoding: bytes[position + 1..<end], as: UTF8.self)
    position = end + 1
    switch name {
    case "amp": return [UInt8(ascii: "&")]
    case "lt": return [UInt8(ascii: "<")]
    case "gt": return [UInt8(ascii: ">")]
    case "quot": return [UInt8(ascii: "\"")]
    case "apos": return [UInt8(ascii: "'")]
    default: break
    }
    guard name.hasPrefix("#") else { throw .unknownEntity }
    let isHexadecimal = name.hasPrefix("#x")
    let digits = name.dropFirst(isHexadecimal ? 2 : 1)
    // A sign is no digit, though it could be read as part of a number.
    guard let first = digits.utf8.first, first != 0x2B, first != 0x2D,
      let value = UInt32(digits, radix: isHexadecimal ? 16 : 10)
    else { throw .malformed }
    guard let scalar = Unicode.Scalar(value), scalar.isXMLCharacter else {
      throw .forbiddenCharacter
    }
    return Array(String(scalar).utf8)
  }

  /// Reads what starts with `<?`; of a declaration only the encoding matters.
  mutating func readInstruction() throws(XMLFault) {
    let start = position
    guard let end = find([0x3F, 0x3E], from: position + 2) else { throw .unexpectedEnd }
    position = end + 2
    let content = bytes[start + 2..<end]
    guard content.starts(with: [0x78, 0x6D, 0x6C]), content.dropFirst(3).first?.isXMLSpace == true
    else { return }
    guard start == 0 else { throw .malformed }
    let text = String(decoding: content, as: UTF8.self)
    guard let name = Self.encoding(in: text) else { return }
    guard ["utf-8", "utf8", "us-ascii", "ascii", "utf-16", "utf16"].contains(name.lowercased())
    else { throw .unsupportedEncoding }
  }

  private static func encoding(in declaration: String) -> Substring? {
    let marker = Array("encoding")
    let characters = Array(declaration)
    guard characters.count > marker.count else { return nil }
    for start in 0..<characters.count - marker.count
    where Array(characters[start..<start + marker.count]) == marker {
      let rest = characters[(start + marker.count)...].drop { $0 == " " || $0 == "=" }
      guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
      return Substring(rest.dropFirst().prefix { $0 != quote })
    }
    return nil
  }

  /// Reads what starts with `<!`: a comment, or a CDATA section, whose text it gives back.
  mutating func readDeclaration() throws(XMLFault) -> String? {
    let rest = bytes[position...]
    if rest.starts(with: [0x3C, 0x21, 0x2D, 0x2D]) {
      guard let end = find([0x2D, 0x2D], from: position + 4) else { throw .unexpectedEnd }
      guard end + 2 < bytes.count else { throw .unexpectedEnd }
      guard bytes[end + 2] == UInt8(ascii: ">") else { throw .malformed }
      position = end + 3
      return nil
    }
    if rest.starts(with: [0x3C, 0x21, 0x5B, 0x43, 0x44, 0x41, 0x54, 0x41, 0x5B]) {
      guard !open.isEmpty else { throw .malformed }
      guard let end = find([0x5D, 0x5D, 0x3E], from: position + 9) else { throw .unexpectedEnd }
      let text = String(decoding: bytes[position + 9..<end], as: UTF8.self)
      guard text.unicodeScalars.allSatisfy(\.isXMLCharacter) else { throw .forbiddenCharacter }
      position = end + 3
      return text
    }
    throw rest.starts(with: [0x3C, 0x21, 0x44]) ? .documentType : .malformed
  }

  private func find(_ pattern: [UInt8], from start: Int) -> Int? {
    guard let first = pattern.first else { return nil }
    var place = start
    while place + pattern.count <= bytes.count {
      if bytes[place] == first, bytes[place..<place + pattern.count].elementsEqual(pattern) {
        return place
      }
      place += 1
    }
    return nil
  }
}
