import DutyStore
import DutyTestSupport
import Testing

/// One writer at a time.
@Suite struct LockTests {
  @Test func whoWaitsTooLongIsToldWhoHoldsIt() throws {
    let files = Sample.workspace()
    let path = "/w/journal/sun@office.lock"
    let lock = try files.lock(path, holder: "sun@office", milliseconds: 0)
    let error = #expect(throws: FileError.self) {
      try files.lock(path, holder: "zhou@office", milliseconds: 1000)
    }
    #expect(
      error?.reason
        == .busy(
          holder: LockHolder(process: files.processNumber, name: "sun@office"),
          milliseconds: 1000
        )
    )
    lock.release()
    #expect(files.bytes(path) == [])
    try files.lock(path, holder: "zhou@office", milliseconds: 0).release()
  }

  @Test func lockThatIsGivenBackInTimeIsTaken() throws {
    let files = Sample.workspace()
    let path = "/w/journal/sun@office.lock"
    let lock = try files.lock(path, holder: "sun@office", milliseconds: 0)
    files.fault = nil
    files.beforeEachStep { step, _ in
      if step == .takeLock, files.steps.count == 5 { lock.release() }
    }
    try files.lock(path, holder: "sun@office", milliseconds: 5000).release()
    #expect(files.pauses == 3)
  }

  @Test func lockOfAProcessThatEndedIsFree() throws {
    let files = Sample.workspace()
    _ = try files.lock("/w/journal/sun@office.lock", holder: "sun@office", milliseconds: 0)
    try Sample.record(files.afterCrash())
  }

  @Test func fullDiskIsNoReasonToRefuseALock() throws {
    let files = Sample.workspace()
    files.fault = .init(step: 5, reason: .noSpace)
    try files.lock("/w/x.lock", holder: "sun", milliseconds: 0).release()
    #expect(files.steps[4].step == .write)
  }

  @Test func recordThatIsRefusedLeavesNothing() throws {
    struct Refusal: Error {}
    let files = Sample.workspace()
    #expect(throws: Refusal.self) {
      try Workspace.record(
        at: Sample.location,
        as: Sample.author,
        clock: Sample.clock(),
        files: files
      ) { _ in throw Refusal() }
    }
    #expect(files.bytes(Sample.journal) == nil)
    // The lock is free again.
    try Sample.record(files)
  }
}
