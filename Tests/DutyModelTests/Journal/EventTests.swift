import DutyModel
import Testing

@Suite("An event")
struct EventTests {
  @Test(
    "keeps where it stands",
    arguments: [(0, 1, 0..<0), (7, 12_345, 99..<4_000), (-1, 0, 0..<0), (3, 9, 5..<2_147_483_647)]
  )
  func place(_ file: Int, _ line: Int, _ bytes: Range<Int>) {
    let place = Event.Place(file: file, line: line, bytes: bytes)
    #expect(place.file == file)
    #expect(place.line == line)
    #expect(place.bytes == bytes)
  }

  @Test("cuts what no journal can have")
  func cutPlace() {
    let place = Event.Place(file: .max, line: -1, bytes: -5 ..< .max)
    #expect(place.file == Int(Int32.max))
    #expect(place.line == 0)
    #expect(place.bytes == 0..<Int(UInt32.max))
    #expect(EventID(high: 1, low: 1, member: -1).member == 0)
  }

  @Test("has the key it was given", arguments: [nil, "", "k1", "批次-2026-05-06"] as [String?])
  func key(_ key: String?) {
    let place = Event.Place(file: 0, line: 1, bytes: 0..<0)
    let event = Event(
      id: EventID(high: 1, low: 2),
      place: place,
      key: key,
      action: .undo(EventID(high: 1, low: 1), reason: nil)
    )
    #expect(event.key == key)
    #expect(event.hasKey == (key != nil))
    #expect(event.place == place)
  }
}
