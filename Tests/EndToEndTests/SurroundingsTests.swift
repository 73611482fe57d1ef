import Foundation
import Testing

/// What the process is given: environment, arguments, working directory, clock and time zone.
struct SurroundingsTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  // MARK: - Environment

  @Test func anEmptyEnvironmentIsEnough() throws {
    let office = try folder.office()
    for words in [["list"], ["overdue", "--json"], ["done", "g2"], ["--help"], []] {
      let run = try folder.run(
        TemporaryFolder.program,
        (["--dir", office] + words).map { Array($0.utf8) },
        environment: [:],
        streams: (.existing("/dev/null"), nil, nil)
      )
      #expect(run.ending == .exited(0), "\(run.testDescription)")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: office + "/journal")
    #expect(names.filter { $0.hasSuffix(".jsonl") }.count == 1)
  }

  @Test(arguments: [nil, "", "relative", "/nonexistent", "/dev/null"] as [String?])
  func anyHomeWillDo(_ home: String?) throws {
    let office = try folder.office()
    for words in [["list"], ["done", "g2"]] {
      let run = try folder.run(["--dir", office] + words, environment: ["HOME": home])
      #expect(run.ending == .exited(0), "\(run.testDescription)")
      // Without a folder the search ends somewhere, and says where it looked.
      let lost = try folder.run(words, environment: ["HOME": home], in: "/")
      #expect(lost.ending == .exited(66), "\(lost.testDescription)")
    }
  }

  @Test func hostileEnvironmentsAreOnlyText() throws {
    let office = try folder.office()
    let long = String(repeating: "长", count: 20_000)
    for (name, value) in [
      ("DUTY_USER", long), ("DUTY_WRITER", long), ("DUTY_WRITER", "../../x"), ("DUTY_WRITER", "."),
      ("DUTY_USER", "\u{1B}[2J\n{"), ("COLUMNS", "-1"), ("COLUMNS", "99999999999999999999"),
      ("LANG", "zh_CN.GBK"), ("DUTY_LANG", "xx"), ("TERM", long), ("XDG_CONFIG_HOME", "relative"),
    ] {
      let run = try folder.run(["--dir", office, "done", "g2"], environment: [name: value])
      #expect(
        [.exited(0), .exited(64)].contains(run.ending),
        "\(name): \(run.testDescription)"
      )
      #expect(!run.text.contains("\u{1B}"))
      #expect(!run.errorText.contains("\u{1B}"))
    }
    let outside = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(outside) == ["home", "office"])
    _ = try TemporaryFolder.events(office)
  }

  /// Repaired in silence, the names of several people would be one.
  @Test(arguments: ["DUTY_USER", "DUTY_WRITER", "USER", "LOGNAME", "HOME", "DUTY_DIR"])
  func variablesThatAreNotUTF8AreRefused(name: String) throws {
    let office = try folder.office()
    let start = "export \(name)=\"$(printf '\\315\\365')\"; cd '\(office)' && \"$duty\" "
    for words in ["list", "done g2", "undo"] {
      let run = try folder.shell(start + words)
      #expect(run.ending == .exited(64), "\(run.testDescription)")
      #expect(run.errorText.contains("The value of \(name) is not valid UTF-8"))
      #expect(run.output.isEmpty)
    }
    #expect(try TemporaryFolder.events(office).isEmpty)
    // Help comes whatever the surroundings are.
    #expect(try folder.shell(start + "--help").ending == .exited(0))
  }

  // MARK: - Working directory

  #if os(Linux)
  @Test func aWorkingDirectoryWithoutANameIsTheWorkspace() throws {
    let office = try folder.office()
    let move = "there=\"$(printf '\\315\\365')\"; mv '\(office)' \"$there\"; cd \"$there\"; "
    let run = try folder.shell(move + "\"$duty\" done g2 && \"$duty\" list --plain")
    #expect(run.ending == .exited(0), "\(run.testDescription)")
    #expect(run.text.contains("\n"), "\(run.testDescription)")
  }
  #endif

  @Test func aRemovedWorkingDirectoryIsNoObstacle() throws {
    let office = try folder.office()
    for words in ["list", "done g2"] {
      let run = try folder.shell(
        """
        mkdir gone && cd gone && rmdir ../gone && "$duty" --dir "\(office)" \(words)
        """
      )
      #expect(run.ending == .exited(0), "\(run.testDescription)")
    }
    let lost = try folder.shell(
      "mkdir gone && cd gone && rmdir ../gone && \"$duty\" list; echo $?"
    )
    #expect(lost.text == "66\n", "\(lost.testDescription)")
  }

  @Test func theWorkspaceIsFoundFromBelow() throws {
    let office = try folder.office()
    try FileManager.default.createDirectory(
      atPath: office + "/files/2026",
      withIntermediateDirectories: true
    )
    let run = try folder.run(["list", "--plain"], in: office + "/files/2026")
    #expect(run.ending == .exited(0), "\(run.testDescription)")
    #expect(run.lines.count == 2)
  }

  // MARK: - Arguments

  @Test(arguments: [
    [0xFF], Array("caf".utf8) + [0xE9], [0xED, 0xA0, 0x80], [0xC0, 0x80 as UInt8],
  ])
  func argumentsThatAreNotUTF8AreRefused(_ bytes: [UInt8]) throws {
    let office = try folder.office()
    let start = ["--dir", office, "done", "g2", "--note"].map { Array($0.utf8) }
    let run = try folder.run(
      TemporaryFolder.program,
      start + [bytes],
      environment: folder.environment(),
      streams: (.existing("/dev/null"), nil, nil)
    )
    #expect(run.ending == .exited(64), "\(run.testDescription)")
    #expect(run.output.isEmpty)
    #expect(run.errorText.contains("UTF-8"))
    #expect(try TemporaryFolder.events(office).isEmpty)
  }

  @Test func manyArgumentsAreRefusedOrTaken() throws {
    let office = try folder.office()
    let many = Array(repeating: "g2", count: 10_000)
    for words in [["list"] + many, ["done"] + many, ["list", "--nosuch"] + many, many] {
      let run = try folder.run(["--dir", office] + words)
      #expect([.exited(0), .exited(64)].contains(run.ending), "\(run.ending)")
      #expect(run.errors.count < 4096)
    }
  }

  @Test func hugeArgumentsAreRefusedOrTaken() throws {
    let office = try folder.office()
    // Linux takes no single argument beyond 128 KiB; eight of them make 1 MiB.
    let long = String(repeating: "z", count: 131_000)
    let words = Array(repeating: long, count: 8)
    for line in [
      ["list"] + words, ["show", long], ["list", "--" + long], [long], ["done", long],
    ] {
      let run = try folder.run(["--dir", office] + line)
      #expect([.exited(64), .exited(66)].contains(run.ending), "\(run.ending)")
    }
    let note = try folder.run(["--dir", office, "done", "g2", "--note", long])
    #expect(note.ending == .exited(64), "\(note.testDescription.suffix(300))")
    #expect(try TemporaryFolder.events(office).isEmpty)
  }

  @Test func emptyArgumentsAreRefused() throws {
    let office = try folder.office()
    for words in [["list", ""], ["done", ""], [""], ["show", ""], ["list", "--owner="]] {
      let run = try folder.run(["--dir", office] + words)
      #expect(run.ending == .exited(64), "\(run.testDescription)")
    }
  }

  // MARK: - Clock

  @Test(arguments: [
    "yesterday", "2026-07-10", "2026-13-01T00:00:00Z", "2026-07-10T10:00:00", "0", "２０２６",
  ])
  func aWrongClockIsRefused(_ moment: String) throws {
    let office = try folder.office()
    for words in [["list"], ["done", "g2"]] {
      let run = try folder.run(["--dir", office] + words, environment: ["DUTY_NOW": moment])
      #expect(run.ending == .exited(64), "\(run.testDescription)")
      #expect(run.errorText.contains("DUTY_NOW"))
      #expect(run.output.isEmpty)
    }
    #expect(try TemporaryFolder.events(office).isEmpty)
    // Help comes whatever the surroundings are.
    let help = try folder.run(["--help"], environment: ["DUTY_NOW": moment])
    #expect(help.ending == .exited(0))
  }

  /// Today is the civil day of the clock's own offset.
  @Test(arguments: [
    ("2026-07-10T23:59:59+08:00", "2026-07-10"), ("2026-07-11T00:00:00+08:00", "2026-07-11"),
    ("2026-07-10T15:59:59Z", "2026-07-10"), ("2026-12-31T23:59:59-11:00", "2026-12-31"),
    ("2027-01-01T00:00:00+14:00", "2027-01-01"), ("2028-02-29T12:00:00+00:00", "2028-02-29"),
    ("0001-01-01T00:00:00Z", "0001-01-01"), ("9999-12-31T23:59:59Z", "9999-12-31"),
  ])
  func todayIsTheDayOfTheClock(_ moment: String, _ day: String) throws {
    let office = try folder.office()
    let run = try folder.run(
      ["--dir", office, "list", "--json"],
      environment: ["DUTY_NOW": moment, "TZ": "America/New_York"]
    )
    #expect(try today(run) == day)
  }

  /// Without a clock of its own the program agrees with `date` on what day it is, in every time
  /// zone, also in one that does not exist.
  @Test(arguments: [
    "UTC", "Asia/Shanghai", "America/New_York", "Pacific/Kiritimati", "Pacific/Pago_Pago",
    "Asia/Kathmandu", "XXX-14", "XXX+12", "Nonsense/Place", "", ":", "\u{7F}",
  ])
  func todayIsThatOfTheTimeZone(_ zone: String) throws {
    let office = try folder.office()
    func date() throws -> String {
      String(try folder.shell("date +%F", environment: ["TZ": zone]).text.dropLast())
    }
    // Midnight may pass between the two.
    let before = try date()
    let run = try folder.run(
      ["--dir", office, "list", "--json"],
      environment: ["TZ": zone, "DUTY_NOW": nil]
    )
    let after = try date()
    #expect([before, after].contains(try today(run)))
  }

  private func today(_ run: Run) throws -> String {
    #expect(run.ending == .exited(0), "\(run.testDescription)")
    let answer = try JSONSerialization.jsonObject(with: run.output) as? [String: Any]
    return try #require(answer?["today"] as? String)
  }
}
