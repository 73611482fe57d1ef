import DutyModel
import DutyTestSupport
import Testing

@testable import DutyStore

/// Settings: what they say, what is wrong with them, and how they are changed.
@Suite struct SettingsTests {
  private func problems(_ text: String) -> [String] {
    do {
      return try SettingsFile(Array(text.utf8), path: "duty.json").warnings.map(SettingsTests.words)
    } catch .badSettings(let problems) {
      return problems.map(SettingsTests.words)
    } catch {
      return ["\(error)"]
    }
  }

  private static func words(_ problem: Problem) -> String {
    let place = "\(problem.place.line ?? 0):\(problem.place.column ?? 0)"
    let words = [problem.severity.rawValue, problem.code.rawValue, problem.subject ?? "-"]
    return ([place] + words + problem.nearest).joined(separator: " ")
  }

  /// A key that is taken and changes nothing would be lost.
  @Test(arguments: SettingKey.workspace)
  func everyKeyChangesSomething(_ key: SettingKey) throws {
    let value =
      switch key.kind {
      case .text: "\"别的\""
      case .word: "\"en\""
      case .number(let range): "\(range.upperBound)"
      case .thousandths: "1"
      case .date: "\"01-02\""
      case .texts: "[\"件\"]"
      case .states: "[\"done\"]"
      }
    let star = SettingKey.names[key.name]?.first ?? ""
    let path = key.name.replacing("*", with: star).split(separator: ".")
    let text = path.reversed().reduce(value) { "{\"\($1)\":\($0)}" }
    let members = text.dropFirst().dropLast()
    let file = try SettingsFile(
      Array("{\"format\":\"duty.settings/1\",\(members)}".utf8),
      path: "duty.json"
    )
    #expect(file.warnings.isEmpty)
    #expect(file.settings != Settings())
  }

  private static let head = #"{"format":"duty.settings/1","#

  @Test(arguments: [
    (#"{"format":"duty.settings/2"}"#, "1:11 error newer-format duty.settings/2"),
    (#"{"format":"duty.workspace/1"}"#, "1:11 error bad-format duty.workspace/1"),
    (#"{}"#, "1:1 error bad-format -"), ("[]", "1:1 error bad-type -"),
    ("", "1:1 error bad-json -"),
    (head + #""dueSoonDays":"30"}"#, "1:43 error bad-type dueSoonDays"),
    (head + #""dueSoonDays":367}"#, "1:43 error bad-value dueSoonDays"),
    (head + #""dueSoonDays":1.5}"#, "1:43 error bad-value dueSoonDays"),
    (head + #""dueSoonDays":1e9}"#, "1:43 error bad-value dueSoonDays"),
    (head + #""carryUntil":"02-30"}"#, "1:42 error bad-value carryUntil"),
    (head + #""language":"de"}"#, "1:40 error bad-value language"),
    (head + #""report":"x"}"#, "1:38 error bad-type report"),
    (head + #""report":{"scoring":{"late":2}}}"#, "1:57 error bad-value report.scoring.late"),
    (head + #""colors":{"red":["late","tardy"]}}"#, "1:45 error bad-value colors.red"),
    (
      head + #""dueSoonDay":1}"#,
      "1:29 warning unknown-key dueSoonDay dueSoonDays"
    ),
    (head + #""colors":{"rad":[]}}"#, "1:39 warning unknown-key colors.rad colors.red"),
    (head + #""pager":"less"}"#, "1:29 warning unknown-key pager"),
    (head + #""silentDays":1,"silentDays":2}"#, "1:44 error duplicate-key -"),
    (head + "\n<<<<<<< HEAD\n\"silentDays\":1\n=======\n", "2:1 error conflict-marker -"),
  ])
  func faultsAreNamedWithTheirPlace(_ text: String, _ expected: String) {
    #expect(problems(text) == [expected])
  }

  @Test func whatIsNotSaidHasADefault() throws {
    let file = try SettingsFile(Array(Sample.settings.utf8), path: "duty.json")
    #expect(file.settings == Settings())
    #expect(file.settings.dueSoonDays == 30)
    #expect(file.settings.carryUntil == .day(month: 3, day: 31))
    #expect(file.entries.allSatisfy { $0.origin == .standard })
    let entry = file.entries.first { $0.name == "report.scoring.late" }
    #expect(entry?.value?.description == "0.5")
  }

  @Test func nullIsAsIfItWereNotThere() throws {
    let text = SettingsTests.head + #""dueSoonDays":null,"report":null}"#
    #expect(try SettingsFile(Array(text.utf8), path: "duty.json").settings == Settings())
  }

  @Test func originIsTheFile() throws {
    let text = "{\n  \"format\": \"duty.settings/1\",\n  \"dueSoonDays\": 7\n}\n"
    let file = try SettingsFile(Array(text.utf8), path: "duty.json")
    let entry = try #require(file.entries.first { $0.name == "dueSoonDays" })
    #expect(entry.value == .number(7000))
    #expect(entry.origin == .file(FilePlace(path: "duty.json", line: 3, column: 18)))
  }

  private static let text = """
    {
      "format": "duty.settings/1",
      "later": { "kept" : 1.0 },
      "dueSoonDays":  7
    }

    """

  @Test(arguments: [
    ("dueSoonDays", "14", #""dueSoonDays":  14"#), ("organization", "某局", #""某局""#),
    ("report.scoring.late", "0.25", #""late": 0.25"#), ("colors.red", "overdue, late", #""late""#),
    ("report.flowUnits", "次、份", #""次", "份""#),
  ])
  func changeTouchesNothingElse(_ name: String, _ value: String, _ part: String) throws {
    let file = try SettingsFile(Array(SettingsTests.text.utf8), path: "duty.json")
    let bytes = try file.setting(name, to: value)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains(part))
    #expect(text.contains(#""later": { "kept" : 1.0 }"#))
    let entry = try SettingsFile(bytes, path: "duty.json").entries.first { $0.name == name }
    #expect(entry.map { $0.origin != .standard } == true)
    // Taken back, it is as it was before.
    let back = try SettingsFile(bytes, path: "duty.json").setting(name, to: nil)
    #expect(
      try SettingsFile(back, path: "duty.json").entries.first { $0.name == name }?.origin
        != entry?.origin
    )
  }

  @Test func wrongChangesAreRefused() throws {
    let file = try SettingsFile(Array(SettingsTests.text.utf8), path: "duty.json")
    #expect(throws: SettingsEditError.unknownKey("dueSoonDay", nearest: ["dueSoonDays"])) {
      try file.setting("dueSoonDay", to: "1")
    }
    for (name, value) in [
      ("dueSoonDays", "1.2.3"), ("dueSoonDays", "-1"), ("dueSoonDays", "x"), ("language", "de"),
      ("carryUntil", "13-01"), ("organization", ""), ("organization", "a\u{7}"),
      ("colors.red", "tardy"), ("report.scoring.late", "1.5"),
    ] {
      #expect(throws: SettingsEditError.self) { try file.setting(name, to: value) }
    }
  }

  @Test func personsSettingsAreWhereTheyBelong() {
    func path(_ environment: [String: String]) -> String? {
      UserSettingsFile.path(environment: environment)
    }
    #expect(path(["HOME": "/h"]) == "/h/.config/duty/config.json")
    #expect(path(["HOME": "/h", "XDG_CONFIG_HOME": "/c"]) == "/c/duty/config.json")
    #expect(path(["HOME": "/h", "XDG_CONFIG_HOME": "c"]) == "/h/.config/duty/config.json")
    #expect(path([:]) == nil)
  }

  @Test func personsSettingsThatCannotBeRead() throws {
    let files = InMemoryFileSystem(["/h/.config/duty/config.json": #"{"format": "duty.user/1"}"#])
    func read() throws -> UserSettings {
      try UserSettingsFile.read(environment: ["HOME": "/h"], files: files).settings
    }
    // A file that is there but may not be read is no file without settings.
    files.fault = .init(step: 1, reason: .permission)
    let refused = #expect(throws: StoreError.self) { try read() }
    guard case .file(let error) = refused else { throw try #require(refused) }
    #expect(error.reason == .permission)
    // Of a folder that may not be looked into, nobody knows whether there is one.
    files.fault = .init(step: 1, reason: .permission, isPermanent: true)
    #expect(try read() == UserSettings())
  }

  @Test func settingsThatAreTooLargeAreWrongSettings() throws {
    let text = "{\"format\": \"duty.user/1\"}" + String(repeating: " ", count: 1 << 20)
    let files = InMemoryFileSystem(["/h/.config/duty/config.json": text])
    let error = #expect(throws: StoreError.self) {
      try UserSettingsFile.read(environment: ["HOME": "/h"], files: files)
    }
    guard case .badSettings(let problems) = error else { throw try #require(error) }
    #expect(problems.map(\.code) == [.unreadableFile])
    #expect(problems[0].values["reason"] == "too-large")
  }

  @Test func personsSettingsAreMadeAndChanged() throws {
    let files = InMemoryFileSystem()
    let environment = ["HOME": "/h"]
    for (name, value) in [("name", "王芳"), ("dir", "/srv/plan"), ("color", "never")] {
      let file = try UserSettingsFile.read(environment: environment, files: files)
      try file.write(try file.setting(name, to: value), files: files)
    }
    let settings = try UserSettingsFile.read(environment: environment, files: files).settings
    #expect(settings.name == "王芳")
    #expect(settings.dir == "/srv/plan")
    #expect(settings.color == "never")
    #expect(settings.writer == nil)
    #expect(try UserSettingsFile.read(environment: [:], files: files).settings == UserSettings())
  }
}
