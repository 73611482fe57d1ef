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
    #expect(excerpted(position, bytes, reach: 10)?.text == excerpt)
  }

  @Test func bytesThatAreNotUTF8CountAsOneEach() {
    let bytes: [UInt8] = [0x61, 0xFF, 0xE4, 0xB9, 0x62]
    let position = JSONPosition(of: 4, in: bytes.span)
    #expect(position.column == 5)
    let excerpt = excerpted(position, bytes, reach: 10)
    #expect(excerpt?.text == "a\u{FFFD}\u{FFFD}\u{FFFD}b")
    #expect(excerpt?.caret == 4)
  }

  private func excerpted(_ position: JSONPosition, _ bytes: [UInt8], reach: Int) -> JSONExcerpt? {
    JSONExcerpt(line: position.line, column: position.column, in: bytes.span, reach: reach)
  }

  /// The text, the place of the caret, and whether there is more on either side.
  @Test(arguments: [
    (1, 1, "一二", 0, false, true), (1, 3, "一二三四", 2, false, true),
    (1, 4, "二三四五", 2, true, true), (1, 6, "四五六", 2, true, false),
    (1, 7, "五六", 2, true, false), (1, 99, "五六", 2, true, false),
    (2, 1, "ab", 0, false, false), (2, 3, "ab", 2, false, false), (3, 1, "", 0, false, false),
  ])
  func anExcerptReachesSoFarOnEitherSide(
    _ line: Int,
    _ column: Int,
    _ text: String,
    _ caret: Int,
    _ isCutBefore: Bool,
    _ isCutAfter: Bool
  ) {
    let bytes = Array("\u{FEFF}一二三四五六\r\nab\n".utf8)
    let excerpt = JSONExcerpt(line: line, column: column, in: bytes.span, reach: 2)
    #expect(excerpt?.text == text)
    #expect(excerpt?.caret == caret)
    #expect(excerpt?.isCutBefore == isCutBefore)
    #expect(excerpt?.isCutAfter == isCutAfter)
    #expect(JSONExcerpt(line: 4, column: 1, in: bytes.span, reach: 2) == nil)
  }

  @Test func anErrorHasAPosition() {
    let bytes = Array("{\n  \"标题\": “镇”\n}".utf8)
    let position = fault(in: bytes, .strict)?.position(in: bytes.span)
    #expect(position?.line == 2)
    #expect(position?.column == 9)
  }
}
