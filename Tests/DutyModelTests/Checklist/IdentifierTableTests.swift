import DutyModel
import Testing

@Suite("The table of ids")
struct IdentifierTableTests {
  @Test func keepsTheFirstNumber() {
    var table = IdentifierTable()
    #expect(table["s11"] == nil)
    #expect(table.insert("s11", 3) == nil)
    #expect(table.insert("s11", 4) == 3)
    #expect(table["s11"] == 3)
    #expect(table["s1"] == nil)
  }

  @Test("grows beyond the room it was made with", arguments: [0, 10, 1000])
  func grows(_ capacity: Int) {
    var table = IdentifierTable(capacity: capacity)
    for number in 0..<1000 { table.insert("g\(number)", number) }
    for number in 0..<1000 { #expect(table["g\(number)"] == number) }
    #expect(table["g1000"] == nil)
  }

  @Test func keepsNameSpacesApart() {
    var table = IdentifierTable()
    for space in 0..<3 {
      for number in 0..<50 { #expect(table.insert("g\(number)", number + space, of: space) == nil) }
    }
    for space in 0..<3 {
      for number in 0..<50 { #expect(table["g\(number)", of: space] == number + space) }
    }
    #expect(table["g1", of: 3] == nil)
    #expect(table.insert("g1", 9, of: 2) == 3)
  }

  @Test func takesAnyText() {
    var table = IdentifierTable()
    let texts = ["", "é", "e\u{301}", "清单", String(repeating: "x", count: 100)]
    for (number, text) in texts.enumerated() { table.insert(text, number) }
    // Texts are the same if their bytes are.
    #expect(table["é"] == 1)
    #expect(table["e\u{301}"] == 2)
    #expect(table["清单"] == 3)
    #expect(table[String(repeating: "x", count: 100)] == 4)
    #expect(table[""] == 0)
  }
}
