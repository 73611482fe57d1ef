/// The texts of a workbook, each once.
struct SharedTexts {
  /// The most UTF-16 units of a cell.
  private static let longest = 32_767

  private var texts: [String] = []
  private var indexes: [String: Int] = [:]

  /// How many cells have a text.
  private var useCount = 0

  /// The number of a text.
  mutating func index(of text: String) -> Int {
    let text = Self.cut(text.withLineFeeds)
    useCount += 1
    if let index = indexes[text] {
      return index
    }
    indexes[text] = texts.count
    texts.append(text)
    return texts.count - 1
  }

  /// The part that lists the texts.
  var part: XMLWriter {
    var xml = XMLWriter()
    let attributes: KeyValuePairs = [
      "xmlns": SheetPart.main, "count": String(useCount), "uniqueCount": String(texts.count),
    ]
    xml.element("sst", attributes) { xml in
      for text in texts {
        xml.element("si") { xml in
          // Not every schema knows the attribute, so it is written only where it matters.
          let space: KeyValuePairs = text.isStrippable ? ["xml:space": "preserve"] : [:]
          xml.element("t", space) { $0.text(Self.escaped(text)) }
        }
      }
    }
    return xml
  }

  private static func cut(_ text: String) -> String {
    guard text.utf16.count > longest else { return text }
    return text.prefix(utf16Units: longest - 1) + "…"
  }

  /// The text with what looks like an escape made one of itself.
  ///
  /// Workbooks write a character as "_x000A_" where XML cannot; a text that has such letters would
  /// lose them. The underscore in front is written in this way, so the rest is only text.
  private static func escaped(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "_"), isEscape(bytes, index) {
        result += Array("_x005F_".utf8)
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isEscape(_ bytes: [UInt8], _ start: Int) -> Bool {
    guard start + 7 <= bytes.count, bytes[start + 1] == UInt8(ascii: "x"),
      bytes[start + 6] == UInt8(ascii: "_")
    else { return false }
    return bytes[start + 2..<start + 6].allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
  }
}

extension String {
  /// Whether a program that strips white space from the ends of a text would change this one.
  fileprivate var isStrippable: Bool {
    utf8.first?.isXMLSpace == true || utf8.last?.isXMLSpace == true
  }
}
