import DutyModel
import DutyStore
import DutyTestSupport
import Testing

/// A record is in the journal whole and once, or not at all.
@Suite struct AppendTests {
  @Test func stepsComeInTheirOrder() throws {
    let files = Sample.workspace(["sun@office": Sample.done(1) + "\n"])
    files.fault = nil
    try Sample.record(files)
    let steps = files.steps.filter { $0.path.hasPrefix("/w/journal/sun@office") }
    let names = steps.map {
      "\($0.step.rawValue) \($0.path.hasSuffix(".lock") ? "lock" : "journal")"
    }
    #expect(
      names == [
        "open lock", "statusOfOpen lock", "takeLock lock", "truncate lock", "write lock",
        "read journal", "open journal", "statusOfOpen journal", "readOpen journal",
        "write journal", "statusOfOpen journal", "readOpen journal", "synchronize journal",
        "statusOfOpen journal", "status journal", "close journal", "truncate lock", "close lock",
      ]
    )
  }

  @Test func newJournalIsMadeOnceAndItsFolderSynchronized() throws {
    let files = Sample.workspace()
    files.fault = nil
    let recorded = try Sample.record(files)
    #expect(files.text(Sample.journal) == String(decoding: recorded.line, as: UTF8.self) + "\n")
    #expect(files.steps.contains { $0.step == .synchronizeFolder && $0.path == "/w/journal" })
  }

  /// Torn tails of every kind: the next record starts a line of its own.
  @Test(arguments: [
    #"{"v":1,"id":"#, Sample.done(1), Sample.done(1) + "\r", "\u{0}\u{0}\u{0}", "x",
  ])
  func tornTailIsEnded(_ tail: String) throws {
    let files = Sample.workspace(["sun@office": tail])
    let recorded = try Sample.record(files)
    let line = String(decoding: recorded.line, as: UTF8.self)
    #expect(files.text(Sample.journal) == "\(tail)\n\(line)\n")
    #expect(try Sample.open(files).ids.contains(recorded.events[0].id.description))
  }

  @Test(arguments: [1, 2, 7, 4096]) func shortAndInterruptedWritesAreFinished(_ most: Int) throws {
    let files = Sample.workspace()
    files.longestWrite = most
    files.interruptsWrites = true
    try Sample.record(files)
    #expect(try Sample.open(files).journal.events.count == 1)
  }

  @Test func writeThatLiesIsFoundOutAndTakenBack() throws {
    let before = Sample.done(1) + "\n"
    let files = Sample.workspace(["sun@office": before])
    files.liesAboutWrites = true
    let error = #expect(throws: StoreError.self) { try Sample.record(files) }
    guard case .file(let fault) = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(fault.reason == .mismatch)
    #expect(files.text(Sample.journal) == before)
  }

  @Test(arguments: [FileError.Reason.io(5), .noSpace])
  func diskThatDoesNotConfirmIsToldAndNotAskedAgain(_ reason: FileError.Reason) throws {
    let files = Sample.workspace(["sun@office": Sample.done(1) + "\n"])
    files.fault = nil
    try Sample.record(files)
    let step = try #require(files.steps.firstIndex { $0.step == .synchronize }) + 1
    let again = Sample.workspace(["sun@office": Sample.done(1) + "\n"])
    again.fault = .init(step: step, reason: reason)
    let error = #expect(throws: StoreError.self) { try Sample.record(again) }
    guard case .unconfirmed(let id, let fault) = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(fault.reason == .unconfirmed(reason))
    #expect(again.steps.count { $0.step == .synchronize } == 1)
    #expect(try Sample.open(again).ids.last == id.description)
  }

  @Test func lineLandsInTheFileThatPeopleSee() throws {
    let files = Sample.workspace(["sun@office": Sample.done(1) + "\n"])
    files.fault = nil
    files.beforeEachStep { step, path in
      guard step == .write, path == Sample.journal,
        !files.steps.contains(where: { $0.step == .write && $0.path == path })
      else { return }
      // Version control puts another file in its place while it is open.
      files.put(Sample.journal, Sample.done(1) + "\n" + Sample.done(2) + "\n")
    }
    let recorded = try Sample.record(files)
    files.beforeEachStep(nil)
    let line = String(decoding: recorded.line, as: UTF8.self)
    #expect(
      files.text(Sample.journal) == "\(Sample.done(1))\n\(Sample.done(2))\n\(line)\n"
    )
  }

  @Test func fileThatIsReplacedAgainAndAgainIsGivenUp() throws {
    let files = Sample.workspace(["sun@office": Sample.done(1) + "\n"])
    files.beforeEachStep { step, path in
      if step == .write, path == Sample.journal { files.put(Sample.journal, Sample.done(1) + "\n") }
    }
    let error = #expect(throws: StoreError.self) { try Sample.record(files) }
    guard case .file(let fault) = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(fault.reason == .replaced)
  }

  @Test func journalThatVanishesIsNeverMadeAnew() throws {
    let files = Sample.workspace(["sun@office": Sample.done(1) + "\n"])
    files.beforeEachStep { step, path in
      if step == .open, path == Sample.journal { files.take(path) }
    }
    let error = #expect(throws: StoreError.self) { try Sample.record(files) }
    guard case .file(let fault) = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(fault.reason == .replaced)
    #expect(files.bytes(Sample.journal) == nil)
    #expect(files.pauses == 100)
  }

  @Test(arguments: [true, false]) func linksAndPipesAreRefused(_ isLink: Bool) throws {
    let files = Sample.workspace()
    if isLink {
      files.put("/victim", "")
      files.putLink(Sample.journal, to: "/victim")
    } else {
      files.putPipe(Sample.journal)
    }
    let error = #expect(throws: StoreError.self) { try Sample.record(files) }
    guard case .file(let fault) = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(fault.reason == (isLink ? .symbolicLink : .notARegularFile))
    #expect(files.bytes("/victim") ?? [] == [])
  }

  // MARK: - Every step fails

  private static let faults: [(FileError.Reason, Bool, Int)] = [
    (.io(5), false, 0), (.io(5), true, 0), (.noSpace, false, 0), (.noSpace, true, 20),
    (.permission, false, 0), (.notFound, false, 0), (.interrupted, false, 0), (.io(5), true, 1000),
  ]

  /// Fails the first step, then the second … until the record is made: old records stay as they
  /// are, what was acknowledged is there, and nothing is torn in the middle.
  @Test(arguments: faults.indices, [true, false])
  func oldRecordsSurviveEveryFault(_ index: Int, _ exists: Bool) throws {
    let (reason, isPermanent, written) = AppendTests.faults[index]
    let before = Sample.done(1) + "\n" + Sample.done(2) + "\n"
    var step = 1
    while true {
      try #require(step < 200)
      let files = Sample.workspace(exists ? ["sun@office": before] : [:])
      files.fault = .init(
        step: step,
        reason: reason,
        isPermanent: isPermanent,
        writtenBytes: written
      )
      let recorded = try? Sample.record(files)
      let reached = files.steps.count >= step
      let after = files.afterCrash()
      let journal = try Sample.open(after).journal
      let old = exists ? [Sample.id(1), Sample.id(2)] : []
      #expect(journal.events.prefix(old.count).map(\.id.description) == old)
      #expect(after.text(Sample.journal)?.hasPrefix(exists ? before : "") ?? !exists)
      #expect(journal.events.count <= old.count + 1)
      if let recorded { #expect(journal.events.last?.id == recorded.events.last?.id) }
      // Whatever is left, the next record is whole.
      let next = try Sample.record(after, clock: Sample.clock(1000))
      #expect(try Sample.open(after).ids.contains(next.events[0].id.description))
      if !reached { return }
      step += 1
    }
  }

  /// What was written and not yet confirmed may be lost, cut or zero; what was there before may not.
  @Test func lossOfPowerTakesOnlyTheNewRecord() throws {
    let before = Sample.done(1) + "\n"
    for step in 1..<60 {
      let files = Sample.workspace(["sun@office": before])
      files.fault = .init(step: step, isPermanent: true, writtenBytes: .max)
      let recorded = try? Sample.record(files)
      for kept in stride(from: 0, through: 400, by: 7) {
        for isZeroed in [true, false] {
          let after = files.afterLossOfPower { disk, memory in
            let new = memory.dropFirst(disk.count)
            guard memory.starts(with: disk) else { return memory }
            return disk + new.prefix(kept) + (isZeroed ? new.dropFirst(kept).map { _ in 0 } : [])
          }
          let journal = try Sample.open(after).journal
          #expect(journal.events.first?.id.description == Sample.id(1))
          #expect(journal.unreadableLines <= 1)
          if recorded != nil { #expect(journal.events.count == 2) }
        }
      }
    }
  }
}
