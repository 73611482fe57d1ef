import Foundation
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Where a setting can be given in several places, the nearest one holds, whatever the others say.
struct PrecedenceTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// One place in which something is said.
  struct Place: Sendable {
    var arguments: [String] = []
    var environment: [String: String] = [:]
    /// A key of the person's own settings with its value.
    var setting: (key: String, value: String)?
  }

  /// Runs a command with what is said in some places, the nearest first.
  private func run(
    _ words: [String],
    _ places: ArraySlice<Place>,
    without names: [String],
    in path: String? = nil
  ) throws -> Run {
    var environment: [String: String?] = ["TERM": "xterm"]
    for name in names { environment[name] = .some(nil) }
    var arguments: [String] = []
    var settings = ["format": "duty.user/1"]
    for place in places {
      arguments += place.arguments
      for (name, value) in place.environment { environment[name] = value }
      if let (key, value) = place.setting { settings[key] = value }
    }
    let home = folder("home/.config/duty")
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    let data = try JSONSerialization.data(withJSONObject: settings)
    try data.write(to: URL(fileURLWithPath: home + "/config.json"))
    return try folder.run(words + arguments, environment: environment, in: path)
  }

  @Test func whoRecords() throws {
    let office = try folder.office()
    let places = [
      Place(arguments: ["--as", "甲"]), Place(environment: ["DUTY_USER": "乙"]),
      Place(setting: ("name", "丙")), Place(environment: ["USER": "丁"]),
      Place(environment: ["LOGNAME": "戊"]), Place(),
    ]
    let names = ["甲", "乙", "丙", "丁", "戊", "uid\(getuid())"]
    for (number, name) in names.enumerated() {
      let words = ["--dir", office, "done", "g2", "--json"]
      let run = try run(
        words,
        places[number...],
        without: ["DUTY_USER", "USER", "LOGNAME"]
      )
      let event = try #require(try TemporaryFolder.events(office)[run.recorded()])
      #expect(event["by"] as? String == name)
    }
  }

  @Test func whichJournalIsWritten() throws {
    let places = [
      Place(environment: ["DUTY_WRITER": "a@pc"]), Place(setting: ("writer", "b@pc")),
      Place(environment: ["USER": "c"]),
    ]
    for (number, name) in ["a@pc.jsonl", "b@pc.jsonl", "c@"].enumerated() {
      let office = try folder.office("office\(number)")
      let run = try run(
        ["--dir", office, "done", "g2"],
        places[number...],
        without: ["DUTY_WRITER", "USER", "LOGNAME"]
      )
      #expect(run.ending == .exited(0), "\(run.testDescription)")
      let files = try FileManager.default.contentsOfDirectory(atPath: office + "/journal")
      #expect(files.filter { $0.hasSuffix(".jsonl") && $0.hasPrefix(name) }.count == 1, "\(files)")
      #expect(files.filter { $0.hasSuffix(".jsonl") }.count == 1, "\(files)")
    }
  }

  @Test func whichWorkspaceIsLookedAt() throws {
    let offices = try ["a", "b", "c", "d"].map { name in
      let office = try folder.office(name)
      try folder.put(
        "\(name)/duty.json",
        "{ \"format\": \"duty.settings/1\", \"organization\": \"\(name)\" }"
      )
      return office
    }
    try FileManager.default.createDirectory(
      atPath: offices[2] + "/x/y",
      withIntermediateDirectories: true
    )
    let places = [
      Place(arguments: ["--dir", offices[0]]), Place(environment: ["DUTY_DIR": offices[1]]),
      Place(),
      Place(setting: ("dir", offices[3])),
    ]
    for (number, name) in ["a", "b", "c", "d"].enumerated() {
      // The last is what is left where nothing is found on the way up.
      let run = try run(
        ["config", "--plain"],
        places[number...],
        without: ["DUTY_DIR"],
        in: number == 3 ? "/" : offices[2] + "/x/y"
      )
      #expect(run.ending == .exited(0), "\(run.testDescription)")
      #expect(run.lines.contains { $0.hasPrefix("organization\t\(name)\t") }, "\(run.text)")
    }
    // A folder that was named and is none is not made up for by another.
    for places in [
      [Place(arguments: ["--dir", folder("none")]), Place(environment: ["DUTY_DIR": offices[1]])],
      [Place(environment: ["DUTY_DIR": folder("none")]), Place(setting: ("dir", offices[3]))],
    ] {
      let run = try run(["list"], places[...], without: ["DUTY_DIR"], in: offices[2])
      #expect(run.ending == .exited(66), "\(run.testDescription)")
    }
  }

  /// Each place says the one language, all those behind it the other.
  @Test(arguments: [true, false])
  func whichLanguageIsSpoken(_ isChinese: Bool) throws {
    let (one, other) = isChinese ? ("zh", "en") : ("en", "zh")
    func places(_ word: String) -> [Place] {
      [
        Place(arguments: ["--lang", word]), Place(environment: ["DUTY_LANG": word]),
        Place(setting: ("language", word)), Place(environment: ["LANGUAGE": word]),
        Place(environment: ["LC_ALL": word == "zh" ? "zh_CN.UTF-8" : "en_US.UTF-8"]),
        Place(environment: ["LC_MESSAGES": word == "zh" ? "zh_CN" : "en_GB"]),
        Place(environment: ["LANG": word == "zh" ? "zh_CN.UTF-8" : "fr_FR.UTF-8"]),
      ]
    }
    let names = ["DUTY_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"]
    for number in 0..<7 {
      let chosen = places(one)[number...number] + places(other)[(number + 1)...]
      let run = try run(["show", "nosuch9"], chosen, without: names, in: try folder.office())
      let start = isChinese ? "错误：" : "Error: "
      #expect(run.errorText.hasPrefix(start), "\(number): \(run.testDescription)")
    }
  }

  /// Nothing is translated that was typed or stored, and nothing is lost where the locale knows
  /// no letters beyond ASCII.
  @Test(arguments: ["C", "POSIX", "en_US.ISO-8859-1", "zh_CN.GBK", "tr_TR.UTF-8", ""])
  func titlesStayInEveryLocale(_ locale: String) throws {
    let office = try folder.office()
    let variables: [String: String?] = ["LC_ALL": locale, "LANG": locale]
    let done = try folder.run(
      ["--dir", office, "done", "g1", "--note", "İıI 三〇", "--as", "赵敏"],
      environment: variables
    )
    #expect(done.ending == .exited(0), "\(done.testDescription)")
    let event = try TemporaryFolder.events(office).values.first
    #expect(event?["note"] as? String == "İıI 三〇")
    for words in [["list"], ["show", "g1"], ["history"]] {
      let run = try folder.run(["--dir", office] + words, environment: variables)
      #expect(run.ending == .exited(0), "\(run.testDescription)")
      #expect(String(validating: run.output, as: UTF8.self) != nil)
      #expect(run.text.contains(words == ["history"] ? "赵敏" : "巡查"), "\(run.text)")
    }
  }

  /// The option, the person's settings, then the environment.
  @Test func whetherThereIsColour() throws {
    let office = try folder.office()
    let never = Place(environment: ["NO_COLOR": "1"])
    let force = Place(environment: ["CLICOLOR_FORCE": "1"])
    for (places, isColoured) in [
      (
        [Place(arguments: ["--color", "always"]), Place(setting: ("color", "never")), never], true
      ),
      (
        [Place(arguments: ["--color", "never"]), Place(setting: ("color", "always")), force], false
      ),
      ([Place(setting: ("color", "always")), never], true),
      ([Place(setting: ("color", "never")), force], false),
      ([Place(setting: ("color", "auto")), force], true), ([never, force], false),
      ([force], true), ([], false),
    ] {
      let run = try run(["--dir", office, "list"], places[...], without: [])
      #expect(run.ending == .exited(0), "\(run.testDescription)")
      #expect(run.text.contains("\u{1B}[") == isColoured, "\(places)")
    }
  }

  @Test func howLongALockIsWaitedFor() throws {
    let office = try folder.office()
    #expect(try folder.run(["--dir", office, "done", "g2"]).ending == .exited(0))
    let lock = office + "/journal/tester@here.lock"
    let descriptor = unsafe open(lock, O_RDWR | O_CLOEXEC)
    defer { close(descriptor) }
    #expect(flock(descriptor, LOCK_EX) == 0)
    // The option is nearer than the variable: it would wait beyond the time this run has.
    let run = try folder.run(
      ["--dir", office, "done", "g2", "--lock-timeout", "0"],
      environment: ["DUTY_LOCK_TIMEOUT": "600"],
      seconds: 20
    )
    #expect(run.ending == .exited(75), "\(run.testDescription)")
    for wrong in ["x", "-1", "1.5", "99999999999999999999"] {
      let run = try folder.run(
        ["--dir", office, "done", "g2"],
        environment: ["DUTY_LOCK_TIMEOUT": wrong],
        seconds: 20
      )
      #expect(run.ending == .exited(64), "\(wrong): \(run.testDescription)")
    }
  }

  // MARK: - A person's settings

  @Test(
    arguments: [
      ("garbage", 78), (#"{"format":"duty.user/1","name":3}"#, 78),
      (#"{"format":"duty.user/1","color":"blue"}"#, 78), (#"{"format":"duty.user/2"}"#, 78),
      (#"{"format":"duty.user/1","nmae":"王芳"}"#, 0), ("", 0), ("{}", 78),
    ] as [(String, Int32)]
  )
  func wrongSettingsOfAPersonAreNamed(_ text: String, _ status: Int32) throws {
    let office = try folder.office()
    try FileManager.default.createDirectory(
      atPath: folder("home/.config/duty"),
      withIntermediateDirectories: true
    )
    try folder.put("home/.config/duty/config.json", text)
    for words in [["list"], ["done", "g2"]] {
      let run = try folder.run(["--dir", office] + words)
      #expect(run.ending == .exited(status), "\(run.testDescription)")
      #expect(run.errorText.contains("config.json:1") == (status == 78))
    }
    #expect(try TemporaryFolder.events(office).count == (status == 0 ? 1 : 0))
    // Help comes whatever state they are in.
    #expect(try folder.run(["--help"]).ending == .exited(0))
  }

  /// A relative path in the variable would depend on the working directory; it is not looked at.
  @Test func aRelativeFolderOfSettingsIsIgnored() throws {
    let office = try folder.office()
    try FileManager.default.createDirectory(
      atPath: folder("here/duty"),
      withIntermediateDirectories: true
    )
    try folder.put("here/duty/config.json", "garbage")
    for (value, status) in [("here", 0), ("./here", 0), (folder("here"), 78)] as [(String, Int32)] {
      let run = try folder.run(["--dir", office, "list"], environment: ["XDG_CONFIG_HOME": value])
      #expect(run.ending == .exited(status), "\(value): \(run.testDescription)")
    }
  }

  /// Somebody else's home is no obstacle: what nobody can see there is unset.
  ///
  /// A file that can be seen and not read is not passed over.
  @Test(.enabled(if: Unprivileged.isPossible, "nobody else to run as, or no setpriv"))
  func settingsOutOfReachAreUnset() throws {
    let office = try folder.office()
    try FileManager.default.createDirectory(
      atPath: folder("home/.config/duty"),
      withIntermediateDirectories: true
    )
    try folder.put("home/.config/duty/config.json", "garbage")
    for (name, status) in [("home/.config/duty/config.json", 77), ("home", 0)] as [(String, Int32)]
    {
      #expect(unsafe chmod(folder(name), 0) == 0)
      let run = try Unprivileged.run(["--dir", office, "list"], in: folder)
      #expect(run.ending == .exited(status), "\(run.testDescription)")
    }
    #expect(unsafe chmod(folder("home"), 0o755) == 0)
  }

  // MARK: - Finding the workspace

  /// From within, the nearest one is found, also by way of a link and by a relative path.
  @Test func theNearestWorkspaceIsFound() throws {
    let outer = try folder.office("outer")
    try FileManager.default.createDirectory(
      atPath: outer + "/files/inner/checklists",
      withIntermediateDirectories: true
    )
    try folder.put(
      "outer/files/inner/duty.json",
      "{ \"format\": \"duty.settings/1\", \"organization\": \"inner\" }"
    )
    try FileManager.default.createSymbolicLink(
      atPath: folder("link"),
      withDestinationPath: outer + "/files"
    )
    func organization(_ words: [String], in path: String) throws -> Substring? {
      let run = try folder.run(words + ["config", "--plain"], in: path)
      #expect(run.ending == .exited(0), "\(run.testDescription)")
      return run.lines.first { $0.hasPrefix("organization\t") }?.split(separator: "\t")[1]
    }
    let inner = outer + "/files/inner"
    #expect(try organization([], in: inner) == "inner")
    #expect(try organization([], in: inner + "/checklists") == "inner")
    #expect(try organization([], in: outer + "/files") != "inner")
    #expect(try organization([], in: folder("link/inner")) == "inner")
    #expect(try organization([], in: folder("link")) != "inner")
    #expect(try organization(["-C", "inner"], in: outer + "/files") == "inner")
    #expect(try organization(["-C", "../files/inner"], in: outer + "/files") == "inner")
    #expect(try organization(["-C", "."], in: inner) == "inner")
    #expect(try organization(["-C", "link/inner"], in: folder.path) == "inner")
    #expect(try organization(["-C", "../.."], in: inner) != "inner")
    // What is named is looked at itself, not from there upwards.
    let run = try folder.run(["-C", inner + "/checklists", "list"])
    #expect(run.ending == .exited(66), "\(run.testDescription)")
  }
}
