import DutyModel
import Testing

@Suite("Passages")
struct PassageTests {
  @Test func areTextsOfTheirOwn() {
    #expect(Passage("抓好学习").text == "抓好学习")
    #expect(Passage("").isEmpty)
    #expect(Passage("").text.isEmpty)
  }

  @Test func areRangesOfBytes() {
    let source = Array("一二三".utf8)
    #expect(Passage(of: source, 3..<6).text == "二")
    #expect(Passage(of: source, 3..<3).isEmpty)
    #expect(Passage(of: source, 6..<99).text == "三")
    #expect(Passage(of: source, 1..<6).text == "\u{FFFD}\u{FFFD}二")
  }
}
