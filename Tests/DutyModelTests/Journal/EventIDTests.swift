import DutyModel
import TestSupport
import Testing

@Suite("The id of an event")
struct EventIDTests {
  private let highest: UInt64 = EventID.endOfTime << 16

  @Test("is read back from its text, and texts sort as ids do")
  func roundTrip() {
    var generator = SeededGenerator(seed: 1)
    var ids: [EventID] = [
      EventID(high: 0, low: 0), EventID(high: highest - 1, low: .max),
      EventID(high: 0, low: .max), EventID(high: 1, low: 0),
    ]
    for _ in 0..<2000 {
      let high = UInt64.random(in: 0..<highest, using: &generator)
      let low = generator.next()
      ids += [EventID(high: high, low: low), EventID(high: high, low: low ^ 1)]
    }
    for id in ids {
      let text = id.description
      #expect(text.utf8.count == 26)
      #expect(EventID(text) == id)
      #expect(EventID(ascii: Array(text.utf8)) == id)
      #expect(id.short == String(text.suffix(6)))
      let member = id.member(Int.random(in: 1...999_999, using: &generator))
      #expect(EventID(member.description) == member)
      #expect(member.description == "\(text)-\(member.member)")
      #expect(member.short == "\(text.suffix(6))-\(member.member)")
      #expect(member.line == id)
      #expect(id < member)
    }
    #expect(ids.sorted().map(\.description) == ids.map(\.description).sorted())
  }

  @Test("spells a number in Crockford's base 32")
  func spelling() {
    #expect(EventID(high: 0, low: 0).description == "00000000000000000000000000")
    #expect(EventID(high: 0, low: 31).description == "0000000000000000000000000Z")
    #expect(EventID(high: 0, low: 1 << 60).description == "00000000000001000000000000")
    #expect(EventID(high: 0, low: 1 << 63).description == "00000000000008000000000000")
    #expect(EventID(high: 1, low: 0).description == "0000000000000G000000000000")
    #expect(EventID(high: 2, low: 0).description == "00000000000010000000000000")
  }

  @Test("has a time in milliseconds", arguments: [0, 1, 1_792_000_000_000, EventID.endOfTime - 1])
  func time(milliseconds: UInt64) {
    let id = EventID(milliseconds: milliseconds, random: (0xFFFF, .max))
    #expect(id.milliseconds == milliseconds)
    #expect(EventID(id.description) == id)
    #expect(id.successor == nil)
    #expect(EventID(milliseconds: .max, random: (0, 0)).milliseconds == 0xFFFF_FFFF_FFFF)
  }

  @Test("has a successor within its millisecond")
  func successor() {
    #expect(EventID(high: 1 << 16, low: 5).successor == EventID(high: 1 << 16, low: 6))
    #expect(EventID(high: 1 << 16, low: .max).successor == EventID(high: 1 << 16 | 1, low: 0))
    #expect(EventID(high: .max, low: .max).successor == nil)
  }

  @Test("orders the members of a batch by their number")
  func members() {
    let line = EventID(high: 7, low: 7)
    let following = EventID(high: 7, low: 8)
    let ids = [line, line.member(1), line.member(2), line.member(10), following]
    #expect(ids.reversed().sorted() == ids)
  }

  @Test(
    "is nothing else",
    arguments: [
      "", "0", "0000000000000000000000000", "000000000000000000000000000",
      "01KXVAB2C3D4E5F6G7H8J9K0m1", "01kxvab2c3d4e5f6g7h8j9k0m1", "01KXVAB2C3D4E5F6G7H8J9K0MI",
      "01KXVAB2C3D4E5F6G7H8J9K0ML", "01KXVAB2C3D4E5F6G7H8J9K0MO", "01KXVAB2C3D4E5F6G7H8J9K0MU",
      "01KXVAB2C3D4E5F6G7H8J9K0M", "01KXVAB2C3D4E5F6G7H8J9K0M11", "01KXVAB2C3D4E5F6G7H8J9K0M ",
      " 1KXVAB2C3D4E5F6G7H8J9K0M1", "01KXVAB2C3D4E5F6G7H8J9K0M1-", "01KXVAB2C3D4E5F6G7H8J9K0M1-0",
      "01KXVAB2C3D4E5F6G7H8J9K0M1-01", "01KXVAB2C3D4E5F6G7H8J9K0M1-x",
      "01KXVAB2C3D4E5F6G7H8J9K0M1--1", "01KXVAB2C3D4E5F6G7H8J9K0M1-1 ",
      "01KXVAB2C3D4E5F6G7H8J9K0M1-1000000", "01KXVAB2C3D4E5F6G7H8J9K0M1-99999999999999999999",
      "80000000000000000000000000", "7ZZZZZZZZZZZZZZZZZZZZZZZZZ", "ZZZZZZZZZZZZZZZZZZZZZZZZZZ",
      "01KXVAB2C3D4E5F6G7H8J9K0M１", "01KXVAB2C3D4E5F6G7H8J9K0é",
    ]
  )
  func malformed(text: String) {
    #expect(EventID(text) == nil)
  }

  @Test("ends with the year 9999")
  func endOfTime() throws {
    let last = EventID(high: highest - 1, low: .max)
    #expect(EventID(last.description) == last)
    let first = EventID(high: highest, low: 0)
    #expect(EventID(first.description) == nil)
  }
}
