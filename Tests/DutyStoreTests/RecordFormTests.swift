import DutyModel
import DutyStore
import TestSupport
import Testing

/// Records of work are read in one pass where they are written as the program writes them, and by
/// the general reader where a space more stands in them: both must read the same.
@Suite("A record of work")
struct RecordFormTests {
  private static let id = "01KRZ8T3W5QJ6Y0V4N2M7B9C1D"

  private static let head =
    "{\"v\":1,\"id\":\"\(id)\",\"at\":\"2026-05-06T09:12:33+08:00\",\"by\":\"王芳\""

  private static func line(_ type: String, _ target: String, _ rest: String) -> String {
    "\(head),\"type\":\"\(type)\",\"targets\":[{\(target)}],\"on\":\"2026-05-06\"\(rest)}"
  }

  private static let lines = [
    line("done", "\"to\":\"list/d1a\",\"for\":\"2026\"", ""),
    line("done", "\"to\":\"list/d1a\",\"for\":\"2026-Q2\"", ",\"count\":3"),
    line(
      "done",
      "\"to\":\"li-st/d.1-2ab\",\"for\":\"2026-05-31\"",
      ",\"count\":1,\"note\":\"学习Ⅱ\""
    ),
    line("note", "\"to\":\"list/d1a\",\"for\":\"2026-H1\",\"owner\":\"李强\"", ",\"note\":\"é𝄞\""),
    line("start", "\"to\":\"list/d1a\",\"for\":\"2026-W20\"", ",\"note\":\"\""),
    line("done", "\"to\":\"list/d1\",\"for\":\"2026-05\"", ",\"cause\":\"雨\""),
    head + ",\"prev\":\"\(id)\",\"type\":\"start\","
      + "\"targets\":[{\"to\":\"list/d1a\",\"for\":\"没有\"}],\"on\":\"2026-02-28\"}",
  ]

  /// What was read of a line: its event, or what is wrong with it.
  private static func reading(_ line: [UInt8], spaced: Bool) -> [String] {
    var bytes = line
    if spaced, let brace = bytes.firstIndex(of: UInt8(ascii: "{")) {
      bytes.insert(UInt8(ascii: " "), at: brace + 1)
    }
    // What follows a line must make no difference: the pass looks several bytes ahead.
    let end = Array("\n{\"v\":1}\n                    ".utf8)
    let journal = Journal([JournalFile(path: "journal/w.jsonl", bytes: bytes + end)])
    return journal.events.map { "\($0.id) \($0.key ?? "-") \($0.action)" }
      + journal.problems.map { "\($0.code) \($0.subject ?? "-")" }
  }

  @Test("is read alike in either form", arguments: lines)
  func agreement(_ line: String) {
    let reading = RecordFormTests.reading(Array(line.utf8), spaced: false)
    #expect(reading == RecordFormTests.reading(Array(line.utf8), spaced: true))
    #expect(reading.first?.hasPrefix(RecordFormTests.id) == true)
  }

  /// The day read before is remembered, be it one that exists or not.
  @Test("is read alike behind others of the same and of other days")
  func agreementOfDays() {
    let days = ["2026-05-06", "2026-05-06", "2026-02-30", "2026-02-30", "2026-05-06", "2026-05-07"]
    var bytes: [UInt8] = []
    for (number, day) in days.enumerated() {
      let line = RecordFormTests.line("done", "\"to\":\"list/d1a\",\"for\":\"2026\"", "")
        .replacing("\"on\":\"2026-05-06\"", with: "\"on\":\"\(day)\"")
        .replacing(RecordFormTests.id, with: RecordFormTests.id.dropLast() + "\(number)")
      bytes += Array("\(line)\n".utf8)
    }
    let journal = Journal([JournalFile(path: "journal/w.jsonl", bytes: bytes)])
    let read = journal.events.compactMap { event in
      if case .done(_, let on, _) = event.action { "\(on)" } else { nil }
    }
    #expect(read == ["2026-05-06", "2026-05-06", "2026-05-06", "2026-05-07"])
    #expect(journal.problems.map(\.place.line) == [3, 4])
  }

  @Test("is read alike however it is damaged")
  func agreementOfDamaged() {
    var random = SeededGenerator(seed: 11)
    let signs = Array("\"\"\\{}[],:0129adnT-/ \t\u{7F}学".utf8) + [0, 0x80, 0xC2, 0xE0, 0xFF]
    var differing = 0
    for _ in 0..<20_000 {
      var line = Array((RecordFormTests.lines.randomElement(using: &random) ?? "").utf8)
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        let place = Int.random(in: 1..<line.count, using: &random)
        let sign = signs.randomElement(using: &random) ?? 0
        switch Int.random(in: 0...3, using: &random) {
        case 0: line[place] = sign
        case 1: line.insert(sign, at: place)
        case 2: line.remove(at: place)
        default:
          let end = Int.random(in: place...min(place + 20, line.count), using: &random)
          line.insert(contentsOf: line[place..<end], at: place)
        }
      }
      let reading = RecordFormTests.reading(line, spaced: false)
      let other = RecordFormTests.reading(line, spaced: true)
      #expect(reading == other, "\(String(decoding: line, as: UTF8.self))")
      if reading.first?.hasPrefix(RecordFormTests.id) != true { differing += 1 }
    }
    // Both kinds must have come up, or nothing was tested.
    #expect((1000...19_000).contains(differing))
  }
}
