import Foundation
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Something else than a file stands where a file should be, or the files may not be touched.
struct HostileFileTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  enum Obstacle: String, CaseIterable, CustomTestStringConvertible {
    case link, brokenLink, pipe, folder, device

    var testDescription: String { rawValue }

    /// Puts it at a path; a link leads to `victim`.
    func put(at path: String, victim: String) throws {
      switch self {
      case .link:
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: victim)
      case .brokenLink:
        try FileManager.default.createSymbolicLink(
          atPath: path,
          withDestinationPath: victim + "-missing"
        )
      case .pipe: #expect(unsafe mkfifo(path, 0o600) == 0)
      case .folder:
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
      case .device:
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/dev/zero")
      }
    }
  }

  /// Neither followed, nor read, nor waited for.
  @Test(arguments: Obstacle.allCases)
  func aJournalMustBeAFile(_ obstacle: Obstacle) throws {
    let office = try folder.office()
    try folder.put("victim", "precious\n")
    try obstacle.put(at: TemporaryFolder.journal(office), victim: folder("victim"))
    for words in [["done", "g2"], ["list"], ["check"]] {
      let run = try folder.run(["--dir", office] + words, seconds: 10)
      #expect(
        [.exited(65), .exited(74), .exited(77)].contains(run.ending),
        "\(run.testDescription)"
      )
    }
    #expect(FileManager.default.contents(atPath: folder("victim")) == Data("precious\n".utf8))
    #expect(!FileManager.default.fileExists(atPath: folder("victim-missing")))
  }

  @Test(arguments: Obstacle.allCases)
  func aLockMustBeAFile(_ obstacle: Obstacle) throws {
    let office = try folder.office()
    try folder.put("victim", "precious\n")
    try obstacle.put(at: office + "/journal/tester@here.lock", victim: folder("victim"))
    let run = try folder.run(["--dir", office, "done", "g2"], seconds: 10)
    #expect(
      [.exited(65), .exited(74), .exited(77)].contains(run.ending),
      "\(run.testDescription)"
    )
    #expect(run.errorText.contains("Nothing was recorded"))
    #expect(FileManager.default.contents(atPath: folder("victim")) == Data("precious\n".utf8))
    #expect(!FileManager.default.fileExists(atPath: folder("victim-missing")))
    #expect(try TemporaryFolder.events(office).isEmpty)
    let reader = try folder.run(["--dir", office, "list"])
    #expect(reader.ending == .exited(0), "\(reader.testDescription)")
  }

  /// The other checklists are still shown, and the status tells of the broken one.
  @Test(arguments: Obstacle.allCases)
  func aChecklistMustBeAFile(_ obstacle: Obstacle) throws {
    let office = try folder.office()
    try folder.put("victim", "precious\n")
    try obstacle.put(at: office + "/checklists/other.json", victim: folder("victim"))
    let run = try folder.run(["--dir", office, "list", "--plain"], seconds: 10)
    #expect(
      [.exited(0), .exited(65)].contains(run.ending),
      "\(run.testDescription)"
    )
    #expect(run.ending == .exited(65) || obstacle == .brokenLink, "\(run.testDescription)")
    #expect(run.lines.count == 2)
    #expect(!run.text.contains("precious"))
    #expect(!run.errorText.contains("precious"))
  }

  @Test(arguments: Obstacle.allCases)
  func theSettingsMustBeAFile(_ obstacle: Obstacle) throws {
    let office = try folder.office()
    try FileManager.default.removeItem(atPath: office + "/duty.json")
    try folder.put("victim", "precious\n")
    try obstacle.put(at: office + "/duty.json", victim: folder("victim"))
    let run = try folder.run(["--dir", office, "list"], seconds: 10)
    #expect(
      [.exited(65), .exited(66), .exited(77), .exited(78)].contains(run.ending),
      "\(run.testDescription)"
    )
  }

  // MARK: - Permissions

  /// Runs as somebody who may read the files but not write them.
  @Test(.enabled(if: Unprivileged.isPossible, "nobody else to run as, or no setpriv"))
  func whoMayNotWriteCanStillRead() throws {
    let office = try folder.office()
    #expect(try folder.run(["--dir", office, "done", "g2"]).ending == .exited(0))
    let before = try TemporaryFolder.contents(office)
    for (words, status) in [
      (["list"], 0), (["overdue", "--json"], 0), (["check"], 0), (["done", "g2"], 77),
      (["done", "g2", "--dry-run"], 0),
    ] as [([String], Int32)] {
      let run = try Unprivileged.run(["--dir", office] + words, in: folder)
      #expect(run.ending == .exited(status), "\(run.testDescription)")
      if status == 77 { #expect(run.errorText.contains("Nothing was recorded")) }
    }
    #expect(try TemporaryFolder.contents(office) == before)
  }

  /// A lock has the permissions that its first user gave it, which may be too few for the next.
  @Test(.enabled(if: Unprivileged.isPossible, "nobody else to run as, or no setpriv"))
  func aLockThatMayOnlyBeReadIsTaken() throws {
    let office = try folder.office()
    #expect(try folder.run(["--dir", office, "done", "g2"]).ending == .exited(0))
    for (name, mode) in [("", 0o777), ("/tester@here.jsonl", 0o666), ("/tester@here.lock", 0o444)] {
      #expect(unsafe chmod("\(office)/journal\(name)", mode_t(mode)) == 0)
    }
    let run = try Unprivileged.run(["--dir", office, "done", "g2"], in: folder)
    #expect(run.ending == .exited(0), "\(run.testDescription)")
  }

  /// What may not be read is an error, never an empty answer.
  @Test(
    .enabled(if: Unprivileged.isPossible, "nobody else to run as, or no setpriv"),
    arguments: ["journal", "checklists", "journal/tester@here.jsonl", "checklists/office.json"]
  )
  func whatMayNotBeReadIsNotEmpty(_ name: String) throws {
    let office = try folder.office()
    #expect(try folder.run(["--dir", office, "done", "g2"]).ending == .exited(0))
    #expect(unsafe chmod("\(office)/\(name)", 0) == 0)
    defer { _ = unsafe chmod("\(office)/\(name)", 0o755) }
    let run = try Unprivileged.run(["--dir", office, "list"], in: folder)
    #expect(run.ending == .exited(77), "\(run.testDescription)")
    #expect(run.output.isEmpty)
  }
}

/// Running the program without the rights of the superuser.
enum Unprivileged {
  private static let words = ["--reuid=65534", "--regid=65534", "--clear-groups", "--"]

  /// Whether the program can be run as somebody who owns nothing; the superuser may write
  /// everything.
  static let isPossible: Bool = {
    guard let folder = try? TemporaryFolder() else { return false }
    return (try? run(["--version"], in: folder))?.ending == .exited(0)
  }()

  static func run(_ arguments: [String], in folder: TemporaryFolder) throws -> Run {
    chmod(folder.path)
    return try folder.run(
      "/usr/bin/setpriv",
      (words + [TemporaryFolder.program] + arguments).map { Array($0.utf8) },
      environment: folder.environment(),
      streams: (.existing("/dev/null"), nil, nil)
    )
  }

  /// Lets everybody look into the folder.
  private static func chmod(_ path: String) {
    try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
  }
}
