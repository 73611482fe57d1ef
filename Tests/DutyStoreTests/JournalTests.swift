import DutyModel
import DutyStore
import DutyTestSupport
import TestSupport
import Testing

/// The journal is a set: what its files look like makes no difference.
@Suite struct JournalTests {
  private func journal(_ texts: String...) -> Journal {
    Journal(
      texts.enumerated().map { number, text in
        JournalFile(path: "journal/\(number).jsonl", bytes: Array(text.utf8))
      }
    )
  }

  private func ids(_ journal: Journal) -> [String] { journal.events.map(\.id.description) }

  private static let five = (1...5).map { Sample.done($0) }
  private static let fiveIDs = (1...5).map { Sample.id($0) }

  @Test(arguments: ["\n", "\r\n", "\n\n", " \n", "\n\t\r\n"], ["", "\u{FEFF}"])
  func layoutMakesNoDifference(_ end: String, _ start: String) {
    let journal = journal(start + JournalTests.five.joined(separator: end) + end)
    #expect(ids(journal) == JournalTests.fiveIDs)
    #expect(journal.problems == [])
  }

  @Test func orderFilesAndRepetitionsMakeNoDifference() {
    let lines = JournalTests.five
    #expect(ids(journal(lines.reversed().joined(separator: "\n"))) == JournalTests.fiveIDs)
    #expect(ids(journal((lines + lines).joined(separator: "\n"))) == JournalTests.fiveIDs)
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<200 {
      var files = [String](repeating: "", count: Int.random(in: 1...5, using: &generator))
      for line in (lines + lines.prefix(3)).shuffled(using: &generator) {
        files[files.indices.randomElement(using: &generator) ?? 0] += line + "\n"
      }
      let journal = Journal(
        files.enumerated().map {
          JournalFile(path: "journal/\($0).jsonl", bytes: Array($1.utf8))
        }
      )
      #expect(ids(journal) == JournalTests.fiveIDs)
      #expect(journal.problems == [])
    }
  }

  /// A line that is there is not lost, whether it counts or not.
  @Test(arguments: [
    ("", true), (Sample.done(2), false),
    (Sample.done(2).replacing(#""v":1"#, with: #""v":2"#), false),
    (Sample.done(2).replacing(#""by":"孙玉兰","#, with: ""), false),
    (Sample.done(2) + "\n" + Sample.done(2, note: "谈话"), false),
    (#"{"v":1,"id":"\#(Sample.id(2))","#, true),
  ])
  func onlyALineThatIsNowhereIsMissed(_ second: String, _ isMissed: Bool) {
    let third = Sample.done(3)
      .replacing(#""type""#, with: #""prev":"\#(Sample.id(2))","type""#)
    let journal = journal([Sample.done(1), second, third].joined(separator: "\n"))
    #expect(journal.gaps().map(\.subject) == (isMissed ? [Sample.id(2)] : []))
  }

  @Test func journalCutAnywhereKeepsWhatCameBefore() {
    let whole = Array((JournalTests.five.joined(separator: "\n") + "\n").utf8)
    let start = JournalTests.five.prefix(3).joined(separator: "\n").utf8.count + 1
    let fourth = start + JournalTests.five[3].utf8.count
    for end in start...whole.count {
      let journal = Journal([
        JournalFile(path: "journal/a.jsonl", bytes: Array(whole[..<end]))
      ])
      let complete = end == whole.count || end == whole.count - 1 ? 5 : end >= fourth ? 4 : 3
      #expect(ids(journal) == Array(JournalTests.fiveIDs.prefix(complete)))
      let isWhole = end == start || end == fourth || end == fourth + 1 || end >= whole.count - 1
      #expect(journal.unreadableLines == (isWhole ? 0 : 1))
      #expect(journal.problems.map(\.code) == (isWhole ? [] : [.tornLine]))
    }
  }

  @Test func anyByteMayBeWrong() {
    let whole = Array((JournalTests.five.joined(separator: "\n") + "\n").utf8)
    for index in whole.indices {
      for flip: UInt8 in [0x01, 0x20, 0x80, 0xFF] {
        var bytes = whole
        bytes[index] ^= flip
        let file = JournalFile(path: "journal/a.jsonl", bytes: bytes)
        let journal = Journal([file])
        #expect(journal.events.count >= 3)
        #expect(journal.events.map(\.id) == Journal([file]).events.map(\.id))
      }
    }
  }

  @Test func faultsHaveTheirNamesAndPlaces() {
    let lines = [
      Sample.done(1),
      "<<<<<<< HEAD",
      String(repeating: "\u{0}", count: 30),
      #"{"v":1,}"#,
      #"{"v":1,"id":"01KG"}"#,
      #"{"v":1,"v":1}"#,
      Sample.done(2).replacing(#""for":"2026""#, with: #""for":"2026-13""#),
      Sample.done(3).replacing(#""v":1"#, with: #""v":2"#),
      Sample.done(4).replacing(#","by":"孙玉兰""#, with: ""),
      Sample.done(5).replacing(#""to":"t/s1a""#, with: #""to":"t/s1""#),
      Sample.done(6).replacing(#""type":"done""#, with: #""type":"sung""#),
    ]
    let journal = journal(lines.joined(separator: "\n") + "\n" + #"{"v":1,"#)
    let found = journal.problems.map { "\($0.place.line ?? 0) \($0.code.rawValue)" }
    #expect(
      found == [
        "2 conflict-marker", "3 nul-bytes", "4 bad-json", "5 bad-event", "6 duplicate-key",
        "8 newer-event", "9 missing-key", "11 unknown-type", "12 torn-line",
      ]
    )
    #expect(journal.newerLines == 1)
    #expect(journal.unreadableLines == 7)
    // A label or a name that nothing has is no fault of the line: the register finds no place.
    #expect(ids(journal) == [1, 2, 5, 6].map { Sample.id($0) })
    #expect(journal.events[1].action.targets.map(\.period) == [nil])
    #expect(journal.events[2].action.targets.map(\.to.requirement) == [nil])
  }

  @Test func oneIDWithTwoContentsCountsForNeither() {
    let journal = journal(
      JournalTests.five.joined(separator: "\n"),
      Sample.done(3, note: "别的内容") + "\n"
    )
    #expect(ids(journal) == JournalTests.fiveIDs.filter { $0 != Sample.id(3) })
    #expect(journal.problems.count == 1)
    #expect(journal.problems[0].code == .conflictingID)
    #expect(journal.problems[0].place == FilePlace(path: "journal/0.jsonl", line: 3, column: 1))
    #expect(journal.problems[0].other == FilePlace(path: "journal/1.jsonl", line: 1, column: 1))
    #expect(journal.latest?.description == Sample.id(5))
  }

  @Test func batchesOfOneIDAreComparedAsLines() {
    func batch(_ number: Int, _ days: String...) -> String {
      let members = days.map {
        #"{"type":"note","targets":[{"to":"t/s1a","for":"2026"}],"on":"\#($0)"}"#
      }
      return #"{"v":1,"id":"\#(Sample.id(number))","at":"2026-05-06T09:12:33+08:00","by":"甲","#
        + #""type":"batch","events":[\#(members.joined(separator: ","))]}"#
    }
    let first = batch(2, "2026-05-06", "2026-05-07")
    // Equal lines are one, whatever white space is around them.
    let same = journal("\u{FEFF}\(first) \r\n\(Sample.done(1))\n", "\n\t\(first)")
    #expect(same.events.map(\.id.member) == [0, 1, 2])
    #expect(same.problems == [])
    // They differ in their last member only.
    let other = journal("\(Sample.done(3))\n\(first)\n", batch(2, "2026-05-06", "2026-05-08"))
    #expect(ids(other) == [Sample.id(3)])
    #expect(other.problems.map(\.code) == [.conflictingID])
    #expect(other.problems[0].place == FilePlace(path: "journal/0.jsonl", line: 2, column: 1))
    #expect(other.problems[0].other == FilePlace(path: "journal/1.jsonl", line: 1, column: 1))
    #expect(other.latest?.description == Sample.id(3))
  }

  @Test func longOrdersAreSorted() {
    var generator = SeededGenerator(seed: 23)
    for count in [2, 3, 63, 64, 65, 1000] {
      let numbers = Array(1...count)
      let rotated = Array(numbers.dropFirst() + numbers.prefix(1))
      let turned = Array(numbers.suffix(1) + numbers.dropLast())
      for order in [numbers.reversed(), rotated, turned, numbers.shuffled(using: &generator)] {
        let journal = journal(order.map { Sample.done($0) + "\n" }.joined())
        #expect(ids(journal) == numbers.map { Sample.id($0) })
        #expect(journal.events.map { $0.place.line - 1 } == numbers.map(order.firstIndex(of:)))
        #expect(
          journal.events.map { String(decoding: journal.rawLine(of: $0), as: UTF8.self) }
            == numbers.map { Sample.done($0) }
        )
      }
    }
  }

  @Test(arguments: 0..<10)
  func dayOfWorkIsADay(_ place: Int) {
    let day = Array("2026-05-06".utf8)
    let line = Sample.done(1)
    for byte in (0x20...0x7E).map({ UInt8($0) }) where byte != 0x22 && byte != 0x5C {
      var changed = day
      changed[place] = byte
      let text = String(decoding: changed, as: UTF8.self)
      let journal = journal(
        line.replacing(#""on":"2026-05-06""#, with: #""on":"\#(text)""#) + "\n\(Sample.done(2))\n"
      )
      let days = journal.events.compactMap { event in
        if case .done(_, let on, _) = event.action { on } else { nil }
      }
      #expect(days == [Day(text), Day("2026-05-06")].compactMap { $0 })
    }
  }

  @Test(arguments: [
    #""targets":[]"#, #""targets":[{"for":"2026"}]"#,
    #""targets":[{"to":"t/s1a","for":"2026"},{"to":"t/s1a","for":"2026"}]"#,
    #""targets":[{"to":"T/s1a","for":"2026"}]"#, #""targets":[{"to":"t/s1abc","for":"2026"}]"#,
    #""targets":[{"to":"t/1a","for":"2026"}]"#, #""targets":[{"to":"t/a","for":"2026"}]"#,
    #""targets":[{"to":"t","for":"2026"}]"#, #""targets":[{"to":"/","for":"2026"}]"#,
    #""targets":{"to":"t/s1a","for":"2026"}"#, #""targets":"t/s1a""#, #""targets":[7]"#,
    #""targets":[{"to":7,"for":"2026"}]"#,
  ])
  func targetsThatSayNothingAreRefused(_ targets: String) {
    let journal = journal(
      Sample.done(1).replacing(#""targets":[{"to":"t/s1a","for":"2026"}]"#, with: targets)
    )
    #expect(journal.events.isEmpty)
    #expect(journal.unreadableLines == 1)
  }

  @Test(arguments: [
    "0", "-1", "1.5", "1e3", "99999999999999999999", "100001", #""1""#, "[1]", "true",
  ])
  func countsOutOfRangeAreRefused(_ count: String) {
    let journal = journal(Sample.done(1).replacing(#""count":1"#, with: #""count":\#(count)"#))
    #expect(journal.events.isEmpty)
    #expect(journal.unreadableLines == 1)
  }

  @Test func nullIsAsIfTheKeyWereNotThere() {
    let journal = journal(
      Sample.done(1).replacing(#""count":1"#, with: #""count":null,"key":null,"quantities":null"#)
    )
    #expect(ids(journal) == [Sample.id(1)])
  }

  /// A note that only says why something is missing shows no work.
  @Test(arguments: [
    (#""cause":"停电""#, true), (#""cause":"停电","documents":[],"quantities":[]"#, true),
    (#""cause":"停电","note":"""#, true), (#""cause":"停电","note":"改期""#, false),
    (#""cause":"停电","documents":["a/b"]"#, false),
    (#""cause":"停电","quantities":[{"amount":1,"unit":"份"}]"#, false), (#""note":"改期""#, false),
    (#""documents":[]"#, false),
  ])
  func noteWithACauseAloneIsACause(_ words: String, _ isCause: Bool) throws {
    let line = Sample.done(1).replacing(#""type":"done""#, with: #""type":"note""#)
      .replacing(#""count":1,"note":"学习""#, with: words)
    let event = try #require(journal(line).events.first)
    if case .cause = event.action {
      #expect(isCause)
    } else if case .note = event.action {
      #expect(!isCause)
    } else {
      Issue.record("neither a note nor a cause")
    }
  }

  @Test func manyTargetsAreReadAndRepetitionsAmongThemFound() {
    let targets = (1...50).map { #"{"to":"t/s1a","for":"\#(1999 + $0)"}"# }
    func line(_ targets: [String]) -> String {
      Sample.done(1).replacing(
        #""targets":[{"to":"t/s1a","for":"2026"}]"#,
        with: #""targets":[\#(targets.joined(separator: ","))]"#
      )
    }
    #expect(journal(line(targets)).events.first?.action.targets.count == 50)
    #expect(journal(line(targets + [targets[49]])).events.isEmpty)
  }

  @Test func idsOfTheFutureAreReported() {
    let future = Sample.done(1).replacing(Sample.id(1), with: "02000000000000000000000001")
      .replacing("2026-05-06T09:12:33", with: "2039-05-06T09:12:33")
    let malformed = Sample.done(2).replacing(Sample.id(2), with: "7ZZZZZZZZZZZZZZZZZZZZZZZZZ")
    let journal = journal(future + "\n" + malformed)
    #expect(journal.events.count == 1)
    #expect(journal.eventsAhead(of: Sample.clock().now).map(\.code) == [.futureID])
    #expect(journal.problems.map(\.code) == [.badEvent])
  }

  /// Ids follow the latest one: that of another computer is ahead, and its clock is right.
  @Test func onlyWhoMadeTheIDAheadOfTimeIsReported() throws {
    let fast = Sample.done(1).replacing(Sample.id(1), with: "02000000000000000000000001")
      .replacing("2026-05-06T09:12:33", with: "2039-05-06T09:12:33")
    let right = Sample.done(2).replacing(Sample.id(2), with: "02000000000000000000000002")
    let journal = journal(fast + "\n" + right)
    let now = Sample.clock().now
    #expect(journal.eventsAhead(of: now).map(\.subject) == ["02000000000000000000000001"])
    #expect(journal.latestMoment(aheadOf: now) == Instant("2039-05-06T09:12:33+08:00"))
    let later = try #require(Instant("2039-05-05T12:00:00+08:00"))
    #expect(journal.latestMoment(aheadOf: later) == nil)
  }

  @Test func lineThatIsMissingIsMissed() {
    func line(_ number: Int, after previous: Int) -> String {
      Sample.done(number).replacing(
        #","type""#,
        with: #","prev":"\#(Sample.id(previous))","type""#
      )
    }
    let whole = [Sample.done(1), line(2, after: 1), line(3, after: 2)]
    #expect(journal(whole.joined(separator: "\n")).gaps() == [])
    let gaps = journal([whole[0], whole[2]].joined(separator: "\n")).gaps()
    #expect(gaps.map(\.subject) == [Sample.id(2)])
    #expect(gaps.map(\.place.line) == [2])
  }

  @Test func batchWithAWrongMemberCountsForNothing() {
    let member = #"{"type":"note","targets":[{"to":"t/s1a","for":"2026"}],"on":"2026-05-06"}"#
    func batch(_ members: String) -> String {
      let head = Sample.done(1).prefix { $0 != "]" }
      let start = head.replacing(/"type":.*/, with: "")
      return start + #""type":"batch","events":[\#(members)]}"#
    }
    #expect(journal(batch("\(member),\(member)")).events.map(\.id.member) == [1, 2])
    let nested = #"{"type":"batch","events":[\#(member)]}"#
    for wrong in ["", "7", #"{"type":"note"}"#, nested, "{}"] {
      let members = wrong.isEmpty ? "" : "\(member),\(wrong)"
      let journal = journal(batch(members))
      #expect(journal.events.isEmpty)
      #expect(journal.unreadableLines == 1)
    }
  }

  @Test func folderThatMayNotBeReadIsNotEmpty() throws {
    let files = Sample.workspace(["a": Sample.done(1)])
    files.fault = nil
    _ = try Sample.open(files)
    for (index, entry) in files.steps.enumerated() where entry.step == .names {
      files.fault = .init(step: index + 1, reason: .permission)
      #expect(throws: StoreError.self) { try Sample.open(files) }
    }
  }

  @Test func readingNeverWrites() throws {
    let files = try Sample.firstVersion()
    files.fault = nil
    let workspace = try Sample.open(files)
    _ = workspace.journal.gaps()
    let allowed: Set<InMemoryFileSystem.Step> = [.status, .names, .resolve, .read]
    #expect(files.steps.allSatisfy { allowed.contains($0.step) })
  }
}
