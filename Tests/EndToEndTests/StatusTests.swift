import Foundation
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// The status a command ends with says what kind of answer it was, also to a script.
struct StatusTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// The status, and with `--json` the same and the error as the last line of standard error.
  private func expect(
    _ status: Int32,
    _ words: [String],
    json: Bool = true,
    environment: [String: String?] = [:],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for more in json ? [[], ["--json"]] : [[]] {
      let run = try folder.run(words + more, environment: environment, seconds: 20)
      #expect(
        run.ending == .exited(status),
        "\(run.testDescription)",
        sourceLocation: sourceLocation
      )
      guard status != 0 else { continue }
      #expect(run.output.isEmpty, "\(run.testDescription)", sourceLocation: sourceLocation)
      let last = run.errorText.split(separator: "\n").last ?? ""
      let error =
        try? JSONSerialization.jsonObject(with: Data(last.utf8), options: .fragmentsAllowed)
        as? [String: Any]
      #expect(
        error?["status"] as? Int == (more.isEmpty ? nil : Int(status)),
        "\(run.testDescription)",
        sourceLocation: sourceLocation
      )
    }
  }

  @Test func eachHasItsCause() throws {
    let office = try folder.office()
    let dir = ["--dir", office]
    // 0: what is late is no failure.
    try expect(0, dir + ["overdue", "--today", "2027-01-05"])
    // 1: nothing to undo, something overdue if asked, a gap that may not be.
    try expect(1, dir + ["undo"])
    let late = try folder.run(dir + ["overdue", "--exit-code", "--today", "2027-01-05"])
    #expect(late.ending == .exited(1) && !late.output.isEmpty, "\(late.testDescription)")
    #expect(try folder.run(dir + ["overdue", "--exit-code"]).ending == .exited(0))
    try expect(1, dir + ["report", "--strict"], json: false)
    // 64, 66: lines that cannot be understood, and things that are not there.
    try expect(64, dir + ["done", "g1", "--on", "2026-07-11"])
    try expect(66, dir + ["done", "nosuch9"])
    try expect(66, ["--dir", folder("nothing"), "list"])
    // 73: a file that is there already.
    try folder.put("ours.txt", "ours")
    try expect(73, dir + ["report", "-o", folder("ours.txt")], json: false)
    try expect(73, dir + ["ledger", "-o", folder("ours.txt")], json: false)
    try expect(73, ["init", office], json: false)
    #expect(FileManager.default.contents(atPath: folder("ours.txt")) == Data("ours".utf8))
    // 78: settings, the office's and a person's.
    try folder.put("office/duty.json", "{ \"format\": \"duty.settings/1\", \"silentDays\": \"x\" }")
    try expect(78, dir + ["list"])
    try folder.put("office/duty.json", String(repeating: " ", count: 1 << 21))
    try expect(78, dir + ["list"])
  }

  /// 65: a checklist, a line of a journal that a later version wrote.
  @Test func dataThatIsMalformed() throws {
    let office = try folder.office()
    try folder.put("office/checklists/bad.json", "{\"format\": \"duty.checklist/1\",,}")
    let run = try folder.run(["--dir", office, "list", "--plain"])
    #expect(run.ending == .exited(65), "\(run.testDescription)")
    #expect(run.lines.count == 2, "\(run.text)")
    #expect(run.errorText.contains("bad.json:1:"))
    try FileManager.default.removeItem(atPath: office + "/checklists/bad.json")
    try folder.put(
      "office/journal/a@b.jsonl",
      """
      {"v":2,"id":"01KCGSYXMTD679BWV2S7M4BEG6","at":"2026-05-06T09:12:33+08:00","by":"x",\
      "type":"done"}

      """
    )
    try expect(65, ["--dir", office, "list"])
    try expect(65, ["--dir", office, "done", "g2"])
    #expect(try folder.run(["--dir", office, "history"]).ending == .exited(0))
  }

  /// 75: another process writes.
  @Test func aWorkspaceThatIsBusy() throws {
    let office = try folder.office()
    #expect(try folder.run(["--dir", office, "done", "g2"]).ending == .exited(0))
    let descriptor = unsafe open(office + "/journal/tester@here.lock", O_RDWR | O_CLOEXEC)
    defer { close(descriptor) }
    #expect(flock(descriptor, LOCK_EX) == 0)
    try expect(75, ["--dir", office, "done", "g2", "--lock-timeout", "0"])
    #expect(try TemporaryFolder.events(office).count == 1)
  }

  // MARK: - Without /proc

  /// Where the arguments cannot be found out, nothing passes for a call without arguments.
  @Test(.enabled(if: WithoutProc.isPossible, "no folder may be mounted over /proc here"))
  func argumentsThatCannotBeReadAreAnError() throws {
    let office = try folder.office()
    for words in [["done", "g2"], ["list"], ["--version"]] {
      let run = try WithoutProc.run(["--dir", office] + words, in: folder)
      // Where the library finds them by another way, all is well.
      if run.ending == .exited(0) {
        #expect(!run.text.contains("duty help <command>"), "\(run.text)")
      } else {
        #expect(run.ending == .exited(74), "\(run.testDescription)")
        #expect(run.output.isEmpty)
      }
    }
  }
}

/// Running the program where there is no `/proc`.
private enum WithoutProc {
  static let isPossible: Bool = {
    guard let folder = try? TemporaryFolder() else { return false }
    return (try? run([], in: folder, program: "/bin/true"))?.ending == .exited(0)
  }()

  static func run(
    _ words: [String],
    in folder: TemporaryFolder,
    program: String = TemporaryFolder.program
  ) throws -> Run {
    let line = "mount -t tmpfs none /proc && exec \"$@\""
    return try folder.run(
      "/usr/bin/unshare",
      (["-m", "sh", "-c", line, "sh", program] + words).map { Array($0.utf8) },
      environment: folder.environment(),
      streams: (.existing("/dev/null"), nil, nil)
    )
  }
}
