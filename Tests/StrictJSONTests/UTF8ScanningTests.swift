import StrictJSON
import Testing

@Suite("Reading UTF-8")
struct UTF8ScanningTests {
  /// Every leading byte of three, with the second bytes at which what is well formed begins and
  /// ends.
  private static let triples: [[UInt8]] =
    (0xE0...0xEF).flatMap { (lead: UInt8) -> [[UInt8]] in
      [0x7F, 0x80, 0x9F, 0xA0, 0xBF, 0xC0].map { [lead, $0, 0x80] }
    } + [[0xE4, 0xB8, 0x7F], [0xE4, 0xB8, 0xC0]]

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    String(validating: bytes, as: UTF8.self) != nil
  }

  private static func text(_ parts: [UInt8]...) -> [UInt8] {
    [0x22] + parts.flatMap { $0 } + Array("清单abcdefgh".utf8) + [0x22]
  }

  @Test("what stands first, second or third of three characters", arguments: triples)
  func isJudgedAlike(_ triple: [UInt8]) {
    let plain = Array("清".utf8)
    for text in [
      UTF8ScanningTests.text(triple, plain, plain),
      UTF8ScanningTests.text(plain, triple, plain),
      UTF8ScanningTests.text(plain, plain, triple),
      UTF8ScanningTests.text(Array("a".utf8), plain, triple),
    ] {
      var cursor = JSONCursor()
      let read = try? cursor.string(text)
      let expected =
        UTF8ScanningTests.isUTF8(text)
        ? String(decoding: text.dropFirst().dropLast(), as: UTF8.self)
        : nil
      #expect(read == expected)
    }
  }

  @Test("a string of every length ends where it ends", arguments: 0...40)
  func endsAtItsQuote(_ length: Int) throws {
    for characters in ["a", "清", "é", "a清", "清é", "😀"] {
      let content = String(String(repeating: characters, count: length).prefix(length))
      for rest in ["", ",", "                    "] {
        var cursor = JSONCursor()
        #expect(try cursor.string(Array("\"\(content)\"\(rest)".utf8)) == content)
        #expect(cursor.position == content.utf8.count + 2)
      }
    }
  }

  @Test("a control character is never overlooked", arguments: 0...17)
  func seesControlCharacters(_ length: Int) throws {
    let before = String(repeating: "清a", count: 9).unicodeScalars.prefix(length)
    for value in (0x20...0x17F).map({ UInt32($0) }) + [0x2028, 0x1F600] {
      guard let scalar = Unicode.Scalar(value), scalar != "\"", scalar != "\\" else { continue }
      let isControl = scalar.properties.generalCategory == .control
      for rest in ["", "文本后面还有"] {
        var content = String.UnicodeScalarView(before)
        content.append(scalar)
        content.append(contentsOf: rest.unicodeScalars)
        // Near the end of all bytes a text may be left unjudged, but not misjudged.
        for spaces in ["", "                    "] {
          var cursor = JSONCursor()
          let text = try cursor.text(Array("\"\(String(content))\"\(spaces)".utf8))
          if isControl { #expect(!text.isPrintable) }
          if !isControl, !spaces.isEmpty { #expect(text.isPrintable) }
          #expect(text.count == String(content).utf8.count)
        }
      }
    }
    var cursor = JSONCursor()
    let escaped = try cursor.text(Array(#""a\u0007 and more than eight bytes""#.utf8))
    #expect(!escaped.isPrintable)
  }

  @Test("the indentation behind a line break is skipped", arguments: 0...20)
  func skipsIndentation(_ count: Int) throws {
    let spaces = String(repeating: " ", count: count)
    for line in ["\n\(spaces)", "\r\n\(spaces)\t", "\n\n\(spaces)\n", "\(spaces)\n"] {
      let bytes = Array("{\(line)\"a\"\(line):\(line)1\(line)}\(line)".utf8)
      var cursor = JSONCursor()
      try cursor.enterObject(bytes)
      #expect(try cursor.nextKey(bytes)?.string(in: bytes.span) == "a")
      #expect(try cursor.integer(bytes) == 1)
      #expect(try cursor.nextKey(bytes) == nil)
      try cursor.end(bytes)
    }
  }

  @Test("keys are the same at every length and distance from the end", arguments: 0...20)
  func keysOfAllLengths(_ length: Int) throws {
    let name = String(repeating: "k", count: length)
    for rest in ["", " ", "      "] {
      let bytes = Array("{\"\(name)\"\(rest):1}".utf8)
      var cursor = JSONCursor()
      try cursor.enterObject(bytes)
      let key = try #require(try cursor.nextKey(bytes))
      #expect(key.matches(name, in: bytes))
      #expect(key.count == length)
      #expect(try cursor.integer(bytes) == 1)
    }
  }
}
