import DutyModel
import DutyStore
import TestSupport
import Testing

/// A journal is a set of lines: neither their order, nor their files, nor how often they stand
/// there changes what was recorded.
@Suite("Every journal")
struct JournalPropertyTests {
  @Test("is the same shuffled, repeated and split")
  func isASet() {
    for seed in UInt64(0)..<1000 { expectASet(seed) }
  }

  private func expectASet(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let lines = JournalPropertyTests.lines(&random)
    let expected = JournalPropertyTests.events(of: [lines])
    var copies = lines
    for line in lines where Bool.random(using: &random) { copies.append(line) }
    copies.shuffle(using: &random)
    var files = Array(repeating: [String](), count: Int.random(in: 1...5, using: &random))
    for line in copies { files[Int.random(in: files.indices, using: &random)].append(line) }
    #expect(JournalPropertyTests.events(of: files) == expected, "seed \(seed)")
    #expect(expected.count >= lines.count, "seed \(seed)")
  }

  @Test("uses neither of two lines that share an id and differ")
  func refusesConflicts() {
    var random = SeededGenerator(seed: 3)
    let lines = JournalPropertyTests.lines(&random)
    let other = lines[0].replacing("\"by\":\"王芳\"", with: "\"by\":\"李强\"")
    let alone = JournalPropertyTests.events(of: [Array(lines.dropFirst())])
    #expect(other != lines[0])
    for files in [[lines, [other]], [[other], lines], [lines + [other, lines[0]]]] {
      let journal = JournalPropertyTests.journal(of: files)
      #expect(journal.problems.map(\.code) == [.conflictingID])
      #expect(JournalPropertyTests.events(of: files) == alone)
    }
  }

  private static func journal(of files: [[String]]) -> Journal {
    Journal(
      files.enumerated().map { number, lines in
        let text = lines.map { $0 + "\n" }.joined()
        return JournalFile(path: "journal/w\(number).jsonl", bytes: Array(text.utf8))
      }
    )
  }

  /// What the register is made from: ids, keys and actions, in order.
  private static func events(of files: [[String]]) -> [String] {
    journal(of: files).events.map { "\($0.id) \($0.key ?? "-") \($0.action)" }
  }

  /// Up to a dozen lines of all types, none with an id that another has.
  private static func lines(_ random: inout SeededGenerator) -> [String] {
    var ids: [EventID] = []
    var milliseconds: UInt64 = 1_767_225_600_000
    return (0..<Int.random(in: 1...12, using: &random)).map { _ in
      milliseconds += UInt64.random(in: 0...2, using: &random)
      let bits = (UInt16.random(in: 0...9, using: &random), random.next())
      let id = EventID(milliseconds: milliseconds, random: bits)
      let earlier = ids.randomElement(using: &random) ?? id
      ids.append(id)
      let key = Bool.random(using: &random) ? "" : "\"key\":\"k\(bits.0)\","
      return "{\"v\":1,\"id\":\"\(id)\",\"at\":\"2026-05-06T09:12:33+08:00\",\"by\":\"王芳\",\(key)"
        + "\(content(earlier, &random))}"
    }
  }

  private static func content(
    _ earlier: EventID,
    _ random: inout SeededGenerator
  ) -> String {
    let targets = "\"targets\":[{\"to\":\"list/d1a\",\"for\":\"2026-Q2\"}]"
    let contents = [
      "\"type\":\"done\",\(targets),\"on\":\"2026-05-06\",\"count\":2",
      "\"type\":\"note\",\(targets),\"on\":\"2026-05-07\",\"note\":\"纪要\"",
      "\"type\":\"start\",\(targets),\"on\":\"2026-05-01\"",
      "\"type\":\"waive\",\(targets),\"reason\":\"免\"",
      "\"type\":\"reopen\",\(targets),\"reason\":\"退回\"",
      "\"type\":\"reschedule\",\(targets),\"due\":\"2026-07-20\",\"reason\":\"延期\"",
      "\"type\":\"assign\",\"targets\":[{\"to\":\"list/d1\"}],\"from\":\"2026-04-01\",\"owner\":\"丁\"",
      "\"type\":\"sign\",\(targets),\"on\":\"2026-05-08\",\"signer\":\"镇长\",\"seen\":[\"\(earlier)\"]",
      "\"type\":\"score\",\"section\":\"list/s1\",\"year\":2026,\"score\":22.5,\"reason\":\"评定\"",
      "\"type\":\"finding\",\"title\":\"台账不全\",\"on\":\"2026-05-01\",\"due\":\"2026-06-30\"",
      "\"type\":\"finding-update\",\"finding\":\"\(earlier)\",\"set\":{\"measure\":\"补记\",\"due\":null}",
      "\"type\":\"finding-close\",\"finding\":\"\(earlier)\",\"on\":\"2026-06-01\"",
      "\"type\":\"finding-reopen\",\"finding\":\"\(earlier)\",\"reason\":\"反弹\"",
      "\"type\":\"undo\",\"event\":\"\(earlier)\"",
      "\"type\":\"batch\",\"events\":[{\"type\":\"note\",\(targets),\"on\":\"2026-05-09\"},"
        + "{\"type\":\"done\",\(targets),\"on\":\"2026-05-09\"}]",
      "\"type\":\"of-a-later-version\",\"what\":[1,2,{}]",
    ]
    return contents[Int.random(in: contents.indices, using: &random)]
  }
}
