import DutyModel
import Testing

@Suite("An id")
struct IdentifierTests {
  private static let hostile = [
    "", " ", "-", ".", "..", "/", "\\", "a/b1", "../x1", "a\n1", "a 1", "a\u{0}1", "A1", "é1", "ａ1",
    "a１", "-a1", ".a1", "1a1", "_a1", "a_1", "a:1", "con:1", "~1", "$a1", "a*1", "a?1", "责1",
    "a\u{301}1", "a\u{200B}1", "a\u{202E}1", "🙂1", "a%1", "a\"1", "a'1", "a@1",
  ]

  @Test("is nothing hostile", arguments: hostile)
  func hostileNames(text: String) {
    #expect(!Identifier.isItem(text))
    #expect(!Identifier.isChecklist(text))
    #expect(!Identifier.isRequirement(text))
  }

  @Test(
    "of a checklist is letters, digits and hyphens after a letter",
    arguments: [
      ("township", true), ("a", true), ("a1", true), ("a-", true), ("civil-2026", true),
      (String(repeating: "a", count: 32), true), (String(repeating: "a", count: 33), false),
      ("a.b", false), ("1a", false), ("Township", false), ("ａ", false),
    ]
  )
  func checklist(text: String, isOne: Bool) {
    #expect(Identifier.isChecklist(text) == isOne)
  }

  @Test(
    "of a duty ends in a digit",
    arguments: [
      ("s11", true), ("m2.3", true), ("g0-1", true), ("a0", true), ("m0.1", true), ("a-.1", true),
      ("a.-1", true), ("a1b2", true), ("a" + String(repeating: "1", count: 31), true),
      ("a" + String(repeating: "1", count: 32), false), ("a", false), ("1", false), ("11", false),
      ("s11b", false), ("s11.", false), ("s11-", false), ("m2..3", false), ("s", false),
    ]
  )
  func item(text: String, isOne: Bool) {
    #expect(Identifier.isItem(text) == isOne)
  }

  @Test(
    "of a requirement is one letter or two",
    arguments: [
      ("a", true), ("zz", true), ("", false), ("abc", false), ("A", false), ("1", false),
      ("a1", false), ("ａ", false), ("é", false),
    ]
  )
  func requirement(text: String, isOne: Bool) {
    #expect(Identifier.isRequirement(text) == isOne)
  }

  @Test(
    "is compared in lower case and half width",
    arguments: [
      ("S11B", "s11b"), ("ｓ１１ｂ", "s11b"), ("Ｓ１１Ｂ", "s11b"), ("township／S11", "township/s11"),
      ("s11", "s11"), ("É", "É"), ("责11", "责11"), ("", ""), ("～", "~"),
    ]
  )
  func folding(text: String, folded: String) {
    #expect(Identifier.folded(text) == folded)
  }

  @Test("is compared as it was once it is folded")
  func foldingTwice() {
    for value in UInt32(0)...0xFFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let folded = Identifier.folded(String(scalar))
      if Identifier.folded(folded) != folded { Issue.record("U+\(value) is folded twice") }
    }
  }
}
