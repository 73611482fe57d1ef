import DutyStore
import DutyTestSupport
import Testing

/// Files that are rewritten: the old one or the new one, never a part.
@Suite struct ReplaceTests {
  private static let path = "/w/checklists/t.json"
  private static let old = Array("old".utf8)
  private static let new = Array("new and longer".utf8)

  private func files() -> InMemoryFileSystem {
    let files = Sample.workspace()
    files.put(ReplaceTests.path, bytes: ReplaceTests.old, permissions: 0o640)
    return files
  }

  private func write(_ files: InMemoryFileSystem, _ replacement: Replacement) throws(StoreError) {
    try Workspace.write(
      ReplaceTests.new,
      to: "checklists/t.json",
      in: "/w",
      replacement,
      as: Sample.author,
      lockMilliseconds: 10,
      files: files
    )
  }

  private func reason(_ body: () throws -> Void) -> FileError.Reason? {
    do {
      try body()
    } catch StoreError.file(let error) {
      return error.reason
    } catch {
      Issue.record("another error: \(error)")
    }
    return nil
  }

  @Test func permissionsStayAndNothingIsLeftBehind() throws {
    let files = files()
    try write(files, .unchanged(since: ReplaceTests.old))
    #expect(files.bytes(ReplaceTests.path) == ReplaceTests.new)
    #expect(try files.status(of: ReplaceTests.path, followingLinks: false)?.permissions == 0o640)
    #expect(!files.paths.contains { $0.hasSuffix(".tmp") })
  }

  @Test func fileThatChangedMeanwhileIsLeftAlone() throws {
    let files = files()
    files.beforeEachStep { step, path in
      if step == .synchronize, path.hasSuffix(".tmp") { files.put(ReplaceTests.path, "theirs") }
    }
    #expect(reason { try write(files, .unchanged(since: ReplaceTests.old)) } == .changedSinceRead)
    #expect(files.text(ReplaceTests.path) == "theirs")
    #expect(!files.paths.contains { $0.hasSuffix(".tmp") })
  }

  @Test func aFailureNamesTheFileAndNotTheTemporaryOne() {
    for step in [InMemoryFileSystem.Step.open, .write, .synchronize, .setOwnership] {
      let files = files()
      files.fault = nil
      try? files.replace(ReplaceTests.path, with: ReplaceTests.new, .whatever)
      let number = files.steps.firstIndex { $0.step == step && $0.path.hasSuffix(".tmp") }
      files.fault = number.map { InMemoryFileSystem.Fault(step: $0 + 1) }
      do {
        try files.replace(ReplaceTests.path, with: ReplaceTests.new, .whatever)
        Issue.record("\(step) did not fail")
      } catch {
        #expect(error.path == ReplaceTests.path, "\(step)")
      }
    }
  }

  @Test func newFileNeverOverwrites() throws {
    let files = files()
    #expect(reason { try write(files, .new) } == .exists)
    #expect(files.bytes(ReplaceTests.path) == ReplaceTests.old)
    files.take(ReplaceTests.path)
    files.beforeEachStep { step, path in
      if step == .rename { files.put(ReplaceTests.path, "theirs") }
    }
    #expect(reason { try write(files, .new) } == .exists)
    #expect(files.text(ReplaceTests.path) == "theirs")
  }

  @Test func linkStaysAndItsTargetIsReplaced() throws {
    let files = files()
    files.take(ReplaceTests.path)
    files.put("/w/shared/t.json", bytes: ReplaceTests.old)
    files.putLink(ReplaceTests.path, to: "../shared/t.json")
    try write(files, .unchanged(since: ReplaceTests.old))
    #expect(files.bytes("/w/shared/t.json") == ReplaceTests.new)
    #expect(
      try files.status(of: ReplaceTests.path, followingLinks: false)?.kind == .symbolicLink
    )
  }

  @Test func linkOutOfTheWorkspaceIsRefused() throws {
    let files = files()
    files.take(ReplaceTests.path)
    files.put("/victim.json", bytes: ReplaceTests.old)
    files.putLink(ReplaceTests.path, to: "/victim.json")
    #expect(reason { try write(files, .whatever) } == .outsideWorkspace)
    #expect(files.bytes("/victim.json") == ReplaceTests.old)
    #expect(try Sample.open(files).codes == [.unreadableFile])
  }

  @Test(arguments: [FileError.Reason.io(5), .noSpace, .permission], [true, false])
  func everyFaultLeavesTheOldOrTheNew(_ reason: FileError.Reason, _ isPermanent: Bool) throws {
    var step = 1
    while true {
      try #require(step < 100)
      let files = files()
      files.fault = .init(step: step, reason: reason, isPermanent: isPermanent, writtenBytes: 2)
      var isWritten = true
      do { try write(files, .unchanged(since: ReplaceTests.old)) } catch { isWritten = false }
      let bytes = files.bytes(ReplaceTests.path)
      #expect(bytes == ReplaceTests.old || bytes == ReplaceTests.new)
      if isWritten {
        #expect(bytes == ReplaceTests.new)
        #expect(!files.paths.contains { $0.hasSuffix(".tmp") })
      }
      if files.steps.count < step { return }
      step += 1
    }
  }
}
