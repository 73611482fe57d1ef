import DutyModel
import DutyStore
import Foundation
import Testing

/// The files of this computer, in a folder of their own.
@Suite final class LocalFileSystemTests {
  private let folder: String
  private let files = LocalFileSystem()

  init() throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("duty-store-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(
      atPath: path + "/journal",
      withIntermediateDirectories: true
    )
    try FileManager.default.createDirectory(
      atPath: path + "/checklists",
      withIntermediateDirectories: true
    )
    folder = try LocalFileSystem().resolve(path)
    try put("duty.json", Sample.settings)
    try put("checklists/t.json", Sample.checklist)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  private func put(_ path: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(path)"))
  }

  private func text(_ path: String) -> String? {
    (try? Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(path)")))
      .map { String(decoding: $0, as: UTF8.self) }
  }

  private func setPermissions(_ path: String, _ permissions: Int) throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: permissions],
      ofItemAtPath: path
    )
  }

  private var location: Workspace.Location { .init(folder: folder, source: .option) }

  @discardableResult
  private func record(writer: String = "sun@office", patience: Int = 30_000) throws -> Recorded? {
    try Workspace.record(
      at: location,
      as: Author(name: "孙玉兰", writer: writer),
      clock: Sample.clock(),
      lockMilliseconds: patience,
      files: files
    ) { _ in [Sample.draft()] }
  }

  private func reason(_ body: () throws -> Void) -> FileError.Reason? {
    do {
      try body()
    } catch StoreError.file(let error) {
      return error.reason
    } catch let error as FileError {
      return error.reason
    } catch {
      Issue.record("another error: \(error)")
    }
    return nil
  }

  @Test func recordsAreWrittenAndRead() throws {
    let recorded = try #require(try record())
    #expect(
      text("journal/sun@office.jsonl") == String(decoding: recorded.line, as: UTF8.self) + "\n"
    )
    let workspace = try Workspace.open(at: location, files: files)
    #expect(workspace.journal.events.map(\.id) == recorded.events.map(\.id))
    #expect(workspace.checklists.map(\.id) == ["t"])
    #expect(text("journal/sun@office.lock") == "")
  }

  @Test func missingLineEndIsMended() throws {
    try put("journal/sun@office.jsonl", "{\"v\":1,")
    let recorded = try #require(try record())
    let line = String(decoding: recorded.line, as: UTF8.self)
    #expect(text("journal/sun@office.jsonl") == "{\"v\":1,\n\(line)\n")
  }

  /// It is still there, unlike a file that version control is replacing.
  @Test func checklistThatLeadsNowhereIsReported() throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder)/checklists/gone.json",
      withDestinationPath: "../elsewhere.json"
    )
    let workspace = try Workspace.open(at: location, files: files)
    #expect(workspace.problems.map(\.place.path) == ["checklists/gone.json"])
    #expect(workspace.problems.map { $0.values["reason"] } == ["dangling-link"])
    #expect(workspace.hasUnreadableChecklist)
  }

  #if os(Linux)
  /// Archives that were packed in another encoding leave such names.
  @Test(arguments: ["checklists", "journal"]) func nameThatIsNotUTF8IsReported(
    _ place: String
  ) throws {
    let suffix = place == "journal" ? ".jsonl" : ".json"
    let path = Array("\(folder)/\(place)/".utf8) + [0xCD, 0xF5] + Array("\(suffix)\0".utf8)
    let number = unsafe path.withUnsafeBufferPointer { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { text in
        guard let start = text.baseAddress else { return Int32(-1) }
        return unsafe creat(start, 0o600)
      }
    }
    try #require(number >= 0)
    try #require(close(number) == 0)
    let workspace = try Workspace.open(at: location, files: files)
    let problems = workspace.problems.filter { $0.code == .unreadableFile }
    #expect(problems.map(\.place.path) == ["\(place)/\u{FFFD}\u{FFFD}\(suffix)"])
    #expect(problems.map { $0.values["reason"] } == ["name-not-utf-8"])
    #expect(workspace.checklists.map(\.id) == ["t"])
    #expect(try Workspace.repair(at: location, as: Sample.author, files: files).isEmpty)
    try record()
  }
  #endif

  /// A lock is made with the permissions of whoever comes first; as root this states nothing.
  @Test(.enabled(if: getuid() != 0)) func lockThatMayOnlyBeReadIsTaken() throws {
    try put("journal/sun@office.lock", "")
    try setPermissions("\(folder)/journal/sun@office.lock", 0o444)
    try record()
  }

  @Test func journalThatIsALinkIsRefused() throws {
    try put("victim", "x")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder)/journal/sun@office.jsonl",
      withDestinationPath: "../victim"
    )
    #expect(reason { try record() } == .symbolicLink)
    #expect(text("victim") == "x")
  }

  @Test func journalThatIsAPipeIsRefusedWithoutWaiting() throws {
    let made = unsafe mkfifo("\(folder)/journal/sun@office.jsonl", 0o600)
    try #require(made == 0)
    #expect(reason { try record() } == .notARegularFile)
  }

  @Test func journalThatIsAFolderIsRefused() throws {
    try FileManager.default.createDirectory(
      atPath: "\(folder)/journal/sun@office.jsonl",
      withIntermediateDirectories: false
    )
    #expect(reason { try record() } == .notARegularFile)
  }

  @Test func lockThatIsALinkIsRefused() throws {
    try put("victim", "x")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder)/journal/sun@office.lock",
      withDestinationPath: "../victim"
    )
    #expect(reason { try record() } == .symbolicLink)
    #expect(text("victim") == "x")
  }

  @Test func lockThatIsHeldIsWaitedForAndItsHolderNamed() throws {
    let path = "\(folder)/journal/sun@office.lock"
    let lock = try files.lock(path, holder: "zhou@office", milliseconds: 0)
    let holder = LockHolder(process: files.processNumber, name: "zhou@office")
    #expect(reason { try record(patience: 20) } == .busy(holder: holder, milliseconds: 20))
    lock.release()
    try record()
  }

  @Test func manyWritersAtOnceLoseNothing() async throws {
    let location = location
    let files = files
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<200 {
        let writer = number % 3 == 0 ? "zhou@office" : "sun@office"
        group.addTask {
          _ = try Workspace.record(
            at: location,
            as: Author(name: "孙玉兰", writer: writer),
            clock: Clock(now: Sample.clock().now),
            lockMilliseconds: 30_000,
            files: files
          ) { _ in [Sample.draft()] }
        }
      }
      try await group.waitForAll()
    }
    let workspace = try Workspace.open(at: location, files: files)
    let lines = ["sun@office", "zhou@office"].flatMap {
      text("journal/\($0).jsonl")?.split(separator: "\n") ?? []
    }
    #expect(lines.count == 200)
    #expect(workspace.journal.unreadableLines == 0)
    #expect(workspace.journal.gaps() == [])
  }

  @Test func rewritingKeepsPermissions() throws {
    let path = "\(folder)/checklists/t.json"
    try setPermissions(path, 0o640)
    try Workspace.write(
      Array("new".utf8),
      to: "checklists/t.json",
      in: folder,
      .unchanged(since: Array(Sample.checklist.utf8)),
      as: Sample.author,
      files: files
    )
    #expect(text("checklists/t.json") == "new")
    #expect(try files.status(of: path, followingLinks: false)?.permissions == 0o640)
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/checklists")
    #expect(names.sorted() == [".lock", "t.json"])
  }

  @Test func outputNeverOverwritesUnasked() throws {
    let path = "\(folder)/report.md"
    try files.replace(path, with: Array("one".utf8), .new)
    #expect(reason { try files.replace(path, with: Array("two".utf8), .new) } == .exists)
    #expect(text("report.md") == "one")
    try files.replace(path, with: Array("two".utf8), .whatever)
    #expect(text("report.md") == "two")
    #expect(reason { try files.replace(folder, with: [], .whatever) } == .notARegularFile)
  }

  @Test func fileThatChangedIsLeftAlone() throws {
    let write = {
      try Workspace.write(
        Array("new".utf8),
        to: "duty.json",
        in: self.folder,
        .unchanged(since: [1]),
        as: Sample.author,
        files: self.files
      )
    }
    #expect(reason(write) == .changedSinceRead)
    #expect(text("duty.json") == Sample.settings)
  }

  @Test func folderThatMayNotBeWrittenCanBeRead() throws {
    try setPermissions("\(folder)/journal", 0o555)
    defer { try? setPermissions("\(folder)/journal", 0o755) }
    _ = try Workspace.open(at: location, files: files)
    // Whoever may do everything is not stopped by permissions.
    if LocalFileSystem.userNumber != 0 { #expect(reason { try record() } == .permission) }
  }

  @Test func hostilePathsAreErrors() {
    for path in ["", "a\u{0}b", String(repeating: "x", count: 5000), "/dev/null/x"] {
      #expect(throws: FileError.self) {
        try files.read(path, limit: 100, followingLinks: true)
      }
    }
    #expect(throws: FileError.self) {
      try files.read("/dev/zero", limit: 100, followingLinks: true)
    }
  }

  @Test func surroundingsAreKnown() throws {
    #expect(!LocalFileSystem.hostName.isEmpty)
    #expect(LocalFileSystem.workingDirectory == FileManager.default.currentDirectoryPath)
  }
}
