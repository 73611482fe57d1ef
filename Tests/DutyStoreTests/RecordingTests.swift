import DutyModel
import DutyStore
import DutyTestSupport
import TestSupport
import Testing

/// What is recorded, and under which id.
@Suite struct RecordingTests {
  @Test func lineHasItsKeysInTheirOrder() throws {
    let files = Sample.workspace(["sun@office": Sample.done(1) + "\n"])
    let draft = Draft(
      .done([Sample.target], on: Sample.day, count: 2),
      key: "k1",
      note: "说\"好\"",
      quantities: [.init(what: "风险点", thousandths: 31_500, unit: "个")],
      documents: ["纪要"]
    )
    let recorded = try Sample.record(files, [draft])
    #expect(
      String(decoding: recorded.line, as: UTF8.self)
        == #"{"v":1,"id":"01KQXDFZZ828T5CY4TQKFF04HM","at":"2026-05-06T09:12:33+08:00","#
        + #""by":"孙玉兰","key":"k1","prev":"\#(Sample.id(1))","type":"done","#
        + #""targets":[{"to":"t/s1a","for":"2026"}],"on":"2026-01-01","count":2,"#
        + #""note":"说\"好\"","quantities":[{"what":"风险点","amount":31.5,"unit":"个"}],"#
        + #""documents":["纪要"]}"#
    )
    #expect(recorded.path == "journal/sun@office.jsonl")
    #expect(
      recorded.workspace.journal.events.map(\.id)
        == (try Sample.open(files)).journal.events.map(\.id)
    )
    #expect(recorded.workspace.journal.place(of: recorded.events[0])?.line == 2)
    #expect(recorded.workspace.journal.particulars(of: recorded.events[0]).note == "说\"好\"")
  }

  @Test func severalDraftsAreOneLineAndOneWrite() throws {
    let files = Sample.workspace()
    files.fault = nil
    let drafts = (0..<100).map { Sample.draft("第\($0)次") }
    let recorded = try Sample.record(files, drafts)
    #expect(recorded.events.map(\.id.member) == Array(1...100))
    #expect(Set(recorded.events.map(\.id.line)).count == 1)
    #expect(files.text(Sample.journal)?.split(separator: "\n").count == 1)
    #expect(files.steps.count { $0.step == .write && $0.path == Sample.journal } == 1)
    let read = try Sample.open(files)
    #expect(read.journal.events.map(\.id) == recorded.events.map(\.id))
    #expect(read.journal.particulars(of: read.journal.events[99]).note == "第99次")
  }

  @Test func nothingToRecordWritesNothing() throws {
    let files = Sample.workspace()
    let recorded = try Workspace.record(
      at: Sample.location,
      as: Sample.author,
      clock: Sample.clock(),
      files: files
    ) { _ in [] }
    #expect(recorded == nil)
    #expect(files.bytes(Sample.journal) == nil)
  }

  @Test func whatIsDecidedRestsOnTheStateUnderTheLock() throws {
    let files = Sample.workspace(["zhou@office": Sample.done(1) + "\n"])
    files.beforeEachStep { step, path in
      if step == .takeLock {
        files.put("/w/journal/zhou@office.jsonl", Sample.done(1) + "\n" + Sample.done(2) + "\n")
      }
    }
    var seen = 0
    _ = try Workspace.record(
      at: Sample.location,
      as: Sample.author,
      clock: Sample.clock(),
      files: files
    ) { workspace in
      seen = workspace.journal.events.count
      return [Sample.draft()]
    }
    #expect(seen == 2)
  }

  /// Whatever the clock does, an event is later than all that its writer had read.
  @Test func idsGrowUnderAnyClock() throws {
    let files = Sample.workspace()
    var generator = SeededGenerator(seed: 42)
    var last: EventID?
    let decade = 315_360_000_000
    for round in 0..<60 {
      let jump = round % 3 == 0 ? 0 : Int.random(in: -decade...decade, using: &generator)
      let writer = Author(name: "a", writer: round % 2 == 0 ? "a@x" : "b@x")
      let recorded = try #require(
        try Workspace.record(
          at: Sample.location,
          as: writer,
          clock: Sample.clock(jump),
          files: files
        ) { _ in [Sample.draft()] }
      )
      let id = try #require(recorded.events.first?.id)
      if let last { #expect(id > last) }
      last = id
    }
    let workspace = try Sample.open(files)
    #expect(workspace.journal.events.count == 60)
    #expect(workspace.journal.gaps() == [])
  }

  /// Two writers who follow the same late id must not come upon the same next one.
  @Test func idThatFollowsAnotherHasRandomBitsOfItsOwn() throws {
    let before = ["zhou@office": Sample.done(1).replacing(Sample.id(1), with: late) + "\n"]
    let ids = try [1, 2].map { bits in
      let clock = Clock(now: Sample.clock().now) { (0, UInt64(bits)) }
      return try Sample.record(Sample.workspace(before), clock: clock).events[0].id
    }
    let followed = try #require(EventID(late))
    #expect(ids[0] != ids[1])
    #expect(ids.allSatisfy { $0.milliseconds == followed.milliseconds + 1 })
  }

  private let late = "02000000000000000000000001"

  @Test func endOfTheCalendarIsRefused() throws {
    let last = "76EZ91ZPZZZZZZZZZZZZZZZZZZ"
    try #require(EventID(last) != nil)
    let files = Sample.workspace([
      "sun@office": Sample.done(1).replacing(Sample.id(1), with: last) + "\n"
    ])
    let error = #expect(throws: StoreError.self) { try Sample.record(files) }
    guard case .badDraft(.noIDLeft) = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
  }

  private static let wrong: [(Draft, DraftError)] = [
    (Sample.draft("a\u{1B}[2J"), .controlCharacter(key: "note")),
    (Sample.draft("a\nb"), .controlCharacter(key: "note")),
    (Sample.draft("a\u{9B}b"), .controlCharacter(key: "note")),
    (Sample.draft(""), .missing(key: "note")),
    (
      Sample.draft(String(repeating: "字", count: 21_846)),
      .textTooLong(key: "note", limit: 65_536)
    ),
    (Draft(.done([], on: Sample.day, count: 1)), .missing(key: "targets")),
    (Draft(.done([Sample.target], on: Sample.day, count: 0)), .missing(key: "count")),
    (Draft(.waive([Sample.target], reason: "")), .missing(key: "reason")),
    (
      Draft(.done([Sample.target, Sample.target], on: Sample.day, count: 1)),
      .repeated(key: "targets", "t/s1a@2026")
    ),
    (Draft(.unknown("sing")), .notRecordable),
  ]

  @Test(arguments: wrong.indices) func whatCannotBeReadAgainIsNotWritten(_ index: Int) throws {
    let (draft, expected) = RecordingTests.wrong[index]
    let files = Sample.workspace()
    let error = #expect(throws: StoreError.self) { try Sample.record(files, [draft]) }
    guard case .badDraft(let found) = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(found == expected)
    #expect(files.bytes(Sample.journal) == nil)
  }

  @Test func longestTextIsWrittenAndRead() throws {
    let files = Sample.workspace()
    let note = String(repeating: "a", count: 65_536)
    let recorded = try Sample.record(files, [Sample.draft(note)])
    let workspace = try Sample.open(files)
    #expect(workspace.journal.particulars(of: recorded.events[0]).note == note)
  }

  @Test func lineThatIsTooLongIsRefused() throws {
    let files = Sample.workspace()
    let note = String(repeating: "a", count: 65_000)
    let error = #expect(throws: StoreError.self) {
      try Sample.record(files, Array(repeating: Sample.draft(note), count: 260))
    }
    guard case .badDraft(.lineTooLong(let limit)) = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(limit == 16 << 20)
  }

  @Test func rehearsalHasNoID() throws {
    let workspace = try Sample.open(Sample.workspace())
    let line = try workspace.encode([Sample.draft()], as: Sample.author, clock: Sample.clock())
    #expect(String(decoding: line, as: UTF8.self).hasPrefix(#"{"v":1,"id":"-","at":"#))
  }
}
