import DutyModel
import Testing

@Suite("A reference")
struct ReferenceTests {
  @Test(
    "splits in one way",
    arguments: [
      ("township/s11", "township", "s11", nil),
      ("township/s11b", "township", "s11", "b"),
      ("township/s11ab", "township", "s11", "ab"),
      ("civil/m2.3", "civil", "m2.3", nil),
      ("civil/m2.3c", "civil", "m2.3", "c"),
      ("a/a1b2", "a", "a1b2", nil),
      ("a-1/g0-1", "a-1", "g0-1", nil),
    ] as [(String, String, String, String?)]
  )
  func split(text: String, checklist: String, duty: String, requirement: String?) throws {
    let reference = try #require(Reference(text))
    #expect(reference.checklist == checklist)
    #expect(reference.duty == duty)
    #expect(reference.requirement == requirement)
    #expect(reference.description == text)
    #expect(reference.item == text.split(separator: "/")[1])
    #expect(reference.whole == Reference(checklist: checklist, duty: duty))
    #expect(Reference(checklist: checklist, item: reference.item) == reference)
  }

  @Test(
    "is nothing hostile",
    arguments: [
      "", "/", "township", "township/", "/s11", "township/s", "township/s11abc", "township/s11B",
      "Township/s11", "township//s11", "township/s11/", "township/../s1", "../s11", "./s11",
      "township/s11-b", "township/s11.b", "township/s..1", "township/ s11", "township /s11",
      "township/s11b@2026", "township／s11", "township/s１１", "township/责11", "a/b/c1",
      "township/s11\u{0}", "township/s11\n", "township/11", "township/-s1", "🙂/s1", "a\u{301}/s1",
    ]
  )
  func hostile(text: String) {
    #expect(Reference(text) == nil)
  }
}
