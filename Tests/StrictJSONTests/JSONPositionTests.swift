import StrictJSON
import Testing

@Suite("Lines and columns")
struct JSONPositionTests {
  @Test(arguments: [
    ("ab\ncd", 0, 1, 1, "ab"), ("ab\ncd", 2, 1, 3, "ab"), ("ab\ncd", 3, 2, 1, "cd"),
    ("ab\ncd", 5, 2, 3, "cd"), ("ab\ncd", 99, 2, 3, "cd"), ("ab\ncd", -1, 1, 1, "ab"),
    ("a\r\nb", 1, 1, 2, "a"), ("a\r\nb", 2, 1, 3, "a"), ("a\r\nb", 3, 2, 1, "b"),
    ("a\rb", 2, 2, 1, "b"), ("a\r\rb", 3, 3, 1, "b"), ("", 0, 1, 1, ""), ("\n", 1, 2, 1, ""),
    ("镇纪委", 3, 1, 2, "镇纪委"), ("镇纪委", 9, 1, 4, "镇纪委"), ("\u{1F300}x", 4, 1, 2, "\u{1F300}x"),
    ("\u{FEFF}{}", 3, 1, 1, "{}"), ("\u{FEFF}{}", 0, 1, 1, "{}"), ("\u{FEFF}\na", 4, 2, 1, "a"),
    ("e\u{301}x", 3, 1, 3, "e\u{301}x"),
  ])
  func areFound(_ text: String, _ offset: Int, _ line: Int, _ column: Int, _ excerpt: String) {
    let bytes = Array(text.utf8)
    let position = JSONPosition(of: offset, in: bytes.span)
    #expect(position.line == line)
    #expect(position.column == column)
    #expect(position.excerpt(in: bytes) == excerpt)
  }

  @Test func bytesThatAreNotUTF8CountAsOneEach() {
    let bytes: [UInt8] = [0x61, 0xFF, 0xE4, 0xB9, 0x62]
    let position = JSONPosition(of: 4, in: bytes.span)
    #expect(position.column == 5)
    #expect(position.excerpt(in: bytes) == "a\u{FFFD}\u{FFFD}\u{FFFD}b")
  }

  @Test func anErrorHasAPosition() {
    let bytes = Array("{\n  \"标题\": “镇”\n}".utf8)
    let position = fault(in: bytes, .strict)?.position(in: bytes.span)
    #expect(position?.line == 2)
    #expect(position?.column == 9)
  }
}
