import DutyCommands
import DutyStore
import DutyTestSupport
import Testing

/// The commands `list`, `overdue` and `due`, from the words typed to the bytes written.
@Suite struct ListCommandTests {
  /// Only states and columns may be several in one word.
  @Test(arguments: ["zzz", ",", "township,civil", "township,"])
  func checklistsThatAreNoneAreRefused(_ id: String) throws {
    let scene = try Scene.sample()
    #expect(scene.run("roll township").status == .success)
    let reply = scene.run(["list", "--checklist", id])
    #expect(reply.status == .noInput)
    #expect(reply.output.isEmpty)
    // An edition more is no other checklist.
    #expect(!reply.errorText.contains("township, township"), "\(reply.errorText)")
  }

  private static let checklist = """
    {"format": "duty.checklist/1", "id": "town", "title": "清单", "effective": {"from": "2026-01-01"}, "tiers": [
      {"id": "g0", "kind": "party-group", "title": "党委", "owner": "王芳", "duties": [
        {"id": "g1", "number": "1", "title": "学习", "text": "学条例", "schedule": "1 per month"},
        {"id": "g2", "number": "2", "title": "报告", "text": "写", "owner": "李国栋",
         "schedule": "by 07-31 each year"}
      ]},
      {"id": "s0", "kind": "secretary", "title": "书记", "owner": "张 明", "duties": [
        {"id": "s1", "number": "1", "title": "廉洁", "text": "自律", "schedule": "ongoing"}
      ]}
    ]}
    """

  // MARK: - list

  @Test func filtersByPlaceKeepHeadings() throws {
    let lines = try lines("list --tier secretary")
    #expect(lines[2] == "town/ 清单")
    #expect(lines[3] == "  书记  1")
    #expect(lines[4].hasPrefix("  s1  廉洁  张 明"))
    #expect(lines.last == "secretary: 1 duty on 2026-03-02: 1 ongoing.")
  }

  /// Every place that `progress` tells of is chosen by the id it has there, however it is typed.
  @Test(arguments: ["tier", "section"])
  func placesAreTypedAsTheyArePrinted(_ level: String) throws {
    let scene = try Scene.sample()
    let groups = scene.run("progress --by \(level) --plain").text.split(separator: "\n")
      .map { String($0.prefix { $0 != "\t" }) }
    var count = 0
    for group in groups {
      let duties = scene.run("list --\(level) \(group) --jsonl").text
      #expect(!duties.isEmpty, "\(group)")
      #expect(scene.run("list --\(level) \(group.uppercased()) --jsonl").text == duties)
      count += duties.split(separator: "\n").count
    }
    #expect(count == 146)
    #expect(scene.run("overdue --tier ＣＩＶＩＬ/Ｇ0 -q --exit-code").status == .negative)
    #expect(scene.run("overdue --tier justice/g0 -q --exit-code").status == .success)
  }

  @Test func aFullIDOfASectionThatIsNoneIsAnswered() throws {
    let reply = try Scene.sample().run("list --section civil/g0-99")
    #expect(reply.text.contains("There is a section civil/g0-"), "\(reply.text)")
  }

  @Test func otherFiltersGiveRowsAlone() throws {
    let lines = try lines("list --state overdue --owner 王芳 --columns id,state")
    #expect(
      lines == [
        "  ID  State", "! g1  overdue 30d", "", "王芳, overdue: 1 duty on 2026-03-02: 1 overdue.",
      ]
    )
  }

  @Test func tellsOfMoreOfTheSamePerson() throws {
    let lines = try lines("list --state waived --owner 王芳")
    #expect(
      lines == [
        "No duty matches (owner 王芳, state waived; on 2026-03-02). "
          + "All 1 of 王芳: duty list --owner 王芳"
      ]
    )
  }

  @Test func quotesWhatAShellWouldSplit() throws {
    let reply = try reply(["list", "--owner", "张 明", "--state", "done"])
    let output = String(decoding: reply.output, as: UTF8.self)
    #expect(output.hasSuffix("duty list --owner '张 明'\n"))
  }

  @Test func suggestsTheNearestOwner() throws {
    let lines = try lines("list --owner 王方")
    #expect(
      lines == ["No duty matches (owner 王方; on 2026-03-02). There is an owner 王芳 (1 duty)."]
    )
  }

  @Test(arguments: [
    "list --limit -1", "list --columns id --json", "list --columns id,nothing",
    "list --sort nothing", "list --year 0", "overdue --limit -1", "due --sort state",
    "overdue --columns id --jsonl", "due --columns nothing", "finding list --limit -1",
    "due --days -1", "due --days 3661",
    "due --until 2026-03-01", "due --until 9999-12-31", "due --days 1 --until 2026-04-01",
  ])
  func refuses(_ line: String) throws {
    let reply = try reply(line.split(separator: " ").map(String.init))
    #expect(reply.status == .usage)
    #expect(reply.output.isEmpty)
  }

  // MARK: - overdue and due

  @Test(arguments: [
    ("overdue --columns id,owner", "civil/g8\t吴桂兰\ntownship/g19\t王芳\ntownship/g23b\t王芳\n"),
    ("overdue --sort title --columns id", "civil/g8\ntownship/g23b\ntownship/g19\n"),
    ("overdue --columns owed --limit 1", "0\t1\t1\n"),
    (
      "due --days 60 --columns id,period",
      "civil/g8\t2026-07\ntownship/g25\t2026-07-31\ncivil/g8\t2026-08\n"
    ),
    ("due --days 60 --columns id --sort id", "civil/g8\ncivil/g8\ntownship/g25\n"),
    ("due --days 60 --columns id --sort owner --limit 2", "civil/g8\ncivil/g8\n"),
  ])
  func rowsAreChosenAsInAList(_ line: String, _ rows: String) throws {
    #expect(try Scene.sample().run("\(line) --plain").text == rows)
  }

  @Test func whatALimitLeavesOutIsCounted() throws {
    var scene = try Scene.sample()
    scene.columns = 80
    let screen = scene.run("overdue --limit 1 --columns id,period,state").text
    #expect(
      screen == """
        ID        Period   State
        civil/g8  2026-06  overdue

        3 overdue on 2026-07-10, 2 owners: 王芳 2, 吴桂兰 1. The longest: 10 days.
        The first 1 of 3 are shown.

        """
    )
  }

  @Test func everyMissedMonthIsARow() throws {
    let lines = try lines("overdue --plain")
    #expect(
      lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false)[8] }
        == ["2026-01", "2026-02"]
    )
    let screen = try self.lines("overdue")
    #expect(screen.last == "2 overdue on 2026-03-02, 1 owner: 王芳 2. The longest: 30 days.")
  }

  @Test(arguments: [
    ("overdue --exit-code", DutyCommands.ExitStatus.negative, true),
    ("overdue --exit-code -q", .negative, false),
    ("overdue -q", .success, false),
    ("overdue --exit-code --owner 李国栋", .success, true),
    ("due --exit-code -q", .negative, false),
    ("due --exit-code --days 3", .success, true),
  ])
  func statusAnswersWhenAsked(_ line: String, _ status: DutyCommands.ExitStatus, _ speaks: Bool)
    throws
  {
    let reply = try reply(line.split(separator: " ").map(String.init))
    #expect(reply.status == status)
    #expect(!reply.output.isEmpty == speaks)
  }

  @Test func nothingOverdueTellsWhatComesNext() throws {
    #expect(
      try lines("overdue --owner 李国栋") == [
        "Nothing is overdue on 2026-03-02 (李国栋).",
        "Next: 2026-07-31 g2 报告 (李国栋), in 151 days.",
      ]
    )
    #expect(
      try lines("overdue --tier secretary")
        == ["Nothing is overdue on 2026-03-02 (secretary), and nothing else is due this year."]
    )
  }

  @Test func dueTellsWhatFollowsAndWhatIsLate() throws {
    #expect(
      try lines("due").dropFirst() == [
        "g1  学习 (2026-03)  王芳   2026-03-31   29d  1 of 1  1 per month", "",
        "1 due within 30 days (until 2026-04-01). Next after that: 2026-04-30 g1 学习 (2026-04); "
          + "2 are overdue already: duty overdue",
      ]
    )
    #expect(
      try lines("due --until 2026-03-03 g2") == [
        "g2: Nothing is due until 2026-03-03. Next: 2026-07-31 g2 报告."
      ]
    )
  }

  @Test func emptyAnswersOfMachinesAreEmpty() throws {
    #expect(try lines("overdue --owner 李国栋 --plain").isEmpty)
    #expect(try lines("overdue --owner 李国栋 --jsonl").isEmpty)
    #expect(try lines("overdue --owner 李国栋 --json").contains("  \"occurrences\": []"))
    #expect(try lines("list --owner 王方 --plain").isEmpty)
  }

  // MARK: - Running

  private func lines(_ line: String) throws -> [String] {
    let reply = try reply(line.split(separator: " ").map(String.init))
    #expect(reply.errors.isEmpty)
    return String(decoding: reply.output, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  private func reply(_ line: [String]) throws -> Reply {
    let files = InMemoryFileSystem([
      "/office/duty.json": #"{"format": "duty.settings/1"}"#,
      "/office/checklists/town.json": ListCommandTests.checklist,
    ])
    let now = try #require(Instant("2026-03-02T09:00:00+08:00"))
    return Program.run(
      line,
      in: Surroundings(
        clock: Clock(now: now),
        environment: ["DUTY_DIR": "/office", "DUTY_LANG": "en"],
        workingDirectory: "/",
        hostName: "pc",
        userNumber: 1,
        output: Surroundings.Stream(),
        errors: Surroundings.Stream(),
        isInteractive: false,
        files: files,
        readLine: { nil },
        readBytes: { _ in [] },
        ask: { _ in nil }
      )
    )
  }
}

/// What is told of a checklist that cannot be read.
@Suite struct UnreadableChecklistTests {
  private static func scene(_ checklist: String) -> Scene {
    let scene = Scene.empty()
    scene.files.put("\(Scene.folder)/checklists/town.json", checklist)
    return scene
  }

  /// A line may be the whole file: what is shown of it is what stands around the fault.
  @Test(.timeLimit(.minutes(1)), arguments: [nil, 60]) func longLineIsCut(columns: Int?) throws {
    let duties = (1...5000).map { #"{"id": "g\#($0)", "title": "学习", "schedule": "1 per year"}"# }
    var scene = UnreadableChecklistTests.scene(
      #"{"format": "duty.checklist/1", "id": "town", "title": "清单", "tiers": ["#
        + #"{"id": "g0", "kind": "party-group", "title": "党委", "duties": ["#
        + duties.joined(separator: ", ").replacing("\"g4990\"", with: "\"g4990a\"") + "]}]}"
    )
    scene.columns = columns
    let lines = String(decoding: scene.run("list").errors, as: UTF8.self).split(separator: "\n")
    let excerpt = try #require(lines.first { $0.hasPrefix("1 | ") })
    #expect(excerpt.hasPrefix("1 | …") && excerpt.hasSuffix("…"))
    #expect(excerpt.contains("\"g4990a\""))
    #expect(excerpt.count <= columns ?? 500)
  }

  @Test func nothingIsSaidToBeMissing() {
    let reply = UnreadableChecklistTests.scene("{").run("list")
    #expect(String(decoding: reply.output, as: UTF8.self) == "No duty can be shown.\n")
    #expect(reply.status == .data)
  }

  @Test(arguments: ["report", "sheet --owner 王芳", "ledger"])
  func noReportIsMadeOfAnother(words: String) {
    let reply = UnreadableChecklistTests.scene("{").run(words)
    #expect(reply.output.isEmpty && reply.status == .data)
    #expect(
      String(decoding: reply.errors, as: UTF8.self).hasPrefix(
        "Error: Cannot be sure which checklist is meant: checklists/town.json cannot be read\n"
      )
    )
  }

  private static let named = [
    "list --checklist town", "overdue --checklist TOWN", "report --checklist town",
    "show town/s1", "history town/s1", "done town/s1", "fill town", "finding list --checklist town",
    "finding add x --about town/s1", "roll town", "add town --title 学习 --schedule ongoing",
    "add town/s1 --title 学习 --schedule ongoing",
  ]

  /// It is there, whatever is wrong with it.
  @Test(arguments: named) func theFileOfTheOneThatIsNamedIsTold(words: String) {
    let reply = UnreadableChecklistTests.scene("{").run(words)
    #expect(reply.output.isEmpty && reply.status == .data, "\(reply)")
    #expect(
      reply.errorText.hasPrefix(
        "checklists/town.json:1:2: error: the checklist 'town' cannot be used: the text ends in"
      ),
      "\(reply.errorText)"
    )
  }

  /// What it states counts, not what the file is called.
  @Test(arguments: [
    (#"{"format": "duty.checklist/1", "id": "town", "tiers": 1}"#, "cannot be used"),
    (#"{"format": "duty.checklist/1", "id": "other", "tiers": 1}"#, "No checklist 'town'"),
    ("{", "Cannot be sure whether there is a checklist 'town'"),
  ])
  func anotherFileMayBeTheOneThatIsNamed(checklist: String, expected: String) {
    let scene = Scene.empty()
    scene.files.put("\(Scene.folder)/checklists/copy.json", checklist)
    let reply = scene.run("list --checklist town")
    #expect(reply.errorText.contains(expected), "\(reply.errorText)")
    #expect(reply.status == (expected.hasPrefix("No") ? .noInput : .data))
  }

  /// A copy that a tool for synchronising has left makes both unusable.
  @Test func bothOfTwoCopiesAreTheOneThatIsNamed() throws {
    let scene = try Scene.sample()
    let civil = try Scene.sample("checklists/civil.json")
    scene.files.put("\(Scene.folder)/checklists/civil (1).json", bytes: civil)
    let reply = scene.run("list --checklist civil")
    #expect(reply.status == .data)
    #expect(reply.errorText.contains("two editions of 'civil'"), "\(reply.errorText)")
  }
}
