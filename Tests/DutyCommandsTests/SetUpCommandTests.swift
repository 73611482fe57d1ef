import CommandLineKit
import DutyCommands
import DutyStore
import DutyTestSupport
import Foundation
import Testing

/// The commands that write checklists and settings: what they touch, and what they leave alone.
@Suite struct SetUpCommandTests {
  // A layout of no program: tabs, odd spaces, keys nobody knows, numbers as they were written.
  private static let checklist = """
    {"format" :"duty.checklist/1",
    \t"id": "town",   "title": "清单", "x-note": { "kept": [1.50, 2e3] },
    \t"effective": {"from":"2026-01-01"},
    \t"tiers": [
    \t\t{"kind": "secretary", "title": "书记", "owner": "张明", "duties": [
    \t\t\t{"number": 1, "title": "学习", "schedule": "? per half-year", "x": null},
    \t\t\t{"number": 2, "title": "报告", "schedule": "by 2026-03"}
    \t\t]}
    \t]
    }

    """
  private static let path = "\(Scene.folder)/checklists/town.json"

  private func scene() -> Scene {
    let scene = Scene.empty()
    scene.files.put(Self.path, Self.checklist)
    return scene
  }

  private func text(_ scene: Scene, _ path: String = Self.path) -> String? {
    scene.files.text(path)
  }

  // MARK: - Bytes that stay

  @Test func fillChangesOneValueOnly() {
    let scene = scene()
    #expect(scene.run(["fill", "--set", "s1.schedule=每半年2次"]).status == .success)
    let expected = Self.checklist.replacing("? per half-year", with: "2 per half-year")
    #expect(text(scene) == expected)
  }

  @Test func addChangesOneListOnly() throws {
    let scene = scene()
    let reply = scene.run(["add", "town", "--title", "谈话", "--schedule", "4 per year"])
    #expect(reply.status == .success)
    let new = try #require(text(scene))
    let end = try #require(Self.checklist.range(of: "\"by 2026-03\"}"))
    #expect(new.hasPrefix(Self.checklist[..<end.upperBound]))
    #expect(new.hasSuffix(Self.checklist[end.upperBound...]))
    #expect(new.contains("{\"id\" :\"s3\", \"number\" :\"3\""))
    #expect(new.utf8.count > Self.checklist.utf8.count)
  }

  @Test func rollKeepsAllButDates() throws {
    let scene = scene()
    #expect(scene.run("roll town").status == .success)
    #expect(
      text(scene)
        == Self.checklist.replacing(
          "{\"from\":\"2026-01-01\"}",
          with: "{\"from\":\"2026-01-01\", \"to\":\"2026-12-31\"}"
        )
    )
    #expect(
      text(scene, "\(Scene.folder)/checklists/town-2027.json")
        == Self.checklist
        .replacing("\"from\":\"2026-01-01\"", with: "\"from\":\"2027-01-01\"")
        .replacing("by 2026-03", with: "by 2027-03")
    )
    let check = scene.run("check")
    #expect(check.status == .success, "\(check.text)")
  }

  @Test func configSetChangesOneValueOnly() {
    let scene = Scene.empty()
    let path = "\(Scene.folder)/duty.json"
    let text = "{\"format\":\"duty.settings/1\",\n\n  \"dueSoonDays\" : 7 , \"x\":[ ]}\n"
    scene.files.put(path, text)
    #expect(scene.run("config set dueSoonDays 20").status == .success)
    #expect(scene.files.text(path) == text.replacing(": 7 ,", with: ": 20 ,"))
  }

  /// A long list gives way before it is untold where a setting comes from.
  @Test func configTellsWhereSettingsComeFrom() {
    var scene = Scene.empty()
    scene.columns = 80
    #expect(scene.run("config set user.name 王芳").status == .success)
    let lines = scene.run("config").text.split(separator: "\n")
    #expect(lines.first?.hasSuffix("FROM") == true)
    #expect(lines.contains { $0.contains("人次") && $0.contains("…") && $0.hasSuffix("default") })
    #expect(lines.contains { $0.hasSuffix("/home/liuwen/.config/duty/config.json:3") })
  }

  // MARK: - Dry runs

  @Test(arguments: [
    ["init", "/office/new", "--no-input"],
    ["fill", "--set", "s1.schedule=每半年2次"],
    ["fill", "--set", "s0.owner=王芳"],
    ["add", "town", "--title", "谈话", "--schedule", "4 per year"],
    ["add", "s1", "--title", "谈话", "--schedule", "4 per year"],
    ["roll", "town"],
    ["repair"],
    ["config", "set", "dueSoonDays", "20"],
    ["config", "set", "user.name", "王芳"],
  ])
  func dryRunTouchesNothing(_ line: [String]) {
    let scene = scene()
    scene.files.put("\(Scene.folder)/journal/x@y.jsonl", "{\"v\":1,\n")
    scene.files.fault = nil
    let reply = scene.run(line + ["--dry-run"])
    #expect(reply.status == .success, "\(reply.errorText)")
    #expect(!reply.output.isEmpty)
    let writing: [InMemoryFileSystem.Step] = [
      .write, .truncate, .rename, .remove, .createFolder, .open, .takeLock,
    ]
    #expect(scene.files.steps.filter { writing.contains($0.step) }.map(\.path) == [])
  }

  // MARK: - Refusals

  @Test(
    arguments: [
      (["init", Scene.folder], .cannotCreate),
      (["init", "--id", "A B"], .usage),
      (["init", "/office/new", "--title", "a\u{1B}[2Jb"], .usage),
      (["add", "town"], .usage),
      (["add", "town", "--title", "甲", "--schedule", "定期"], .usage),
      (
        ["add", "town", "--title", "甲", "--schedule", "ongoing", "--owner", "a", "--each", "b"],
        .usage
      ),
      (["add", "town", "--title", "a\u{7}b", "--schedule", "ongoing"], .usage),
      (["add", "town", "--title", "甲", "--schedule", "ongoing", "--id", "s1"], .usage),
      (["add", "town", "--title", "甲", "--schedule", "ongoing", "--tier", "member"], .noInput),
      (["add", "town", "--title", "甲", "--schedule", "ongoing", "--number", "1"], .usage),
      (["add", "s9", "--title", "甲", "--schedule", "ongoing"], .noInput),
      (["fill", "nowhere"], .noInput),
      (["fill", "--set", "s9.owner=王芳"], .noInput),
      (["fill", "--set", "s1.owner="], .usage),
      (["fill", "--set", "s1.owner=王芳、李明"], .usage),
      (["fill", "--set", "s1.each=王芳、3"], .usage),
      (["fill", "--set", "s1.each=,"], .usage),
      (["fill", "--set", "s1.departments=、"], .usage),
      (["add", "town", "--title", "甲", "--schedule", "ongoing", "--each", ","], .usage),
      (["add", "town", "--title", "甲", "--schedule", "ongoing", "--departments", ","], .usage),
      (["add", "town", "--title", "甲", "--schedule", "ongoing", "--owner", "a,b"], .usage),
      (["add", "town", "--title", "甲", "--schedule", "ongoing", "--each", "王芳,无"], .usage),
      (["fill", "--set", "s1"], .usage),
      (["fill", "--set", "s1.schedule=400 per year"], .usage),
      (["fill", "--set", "s1.owner=a", "--set", "s1.owner=b"], .usage),
      (["fill", "--set", "s1.title=a\u{7}b"], .usage),
      (["fill", "--set", "s0.schedule=ongoing"], .usage),
      (["roll", "nowhere"], .noInput),
      (["roll", "town", "--from", "2026-01-01"], .cannotCreate),
      (["repair", "--lock-timeout", "-1"], .usage),
      (["config", "set", "name", "王芳", "--user", "--lock-timeout", "86401"], .usage),
      (["init", "new", "--lock-timeout", "1"], .usage),
      (["config", "set", "dueSoonDays", "-1"], .usage),
      (["config", "set", "dueSoonDays", "1", "--unset"], .usage),
      (["completion", "tcsh"], .usage),
    ] as [([String], DutyCommands.ExitStatus)]
  )
  func refuses(_ line: [String], _ status: DutyCommands.ExitStatus) {
    let scene = scene()
    scene.files.put("\(Scene.folder)/journal/x@y.jsonl", "{\"v\":1,\n")
    let reply = scene.run(line)
    #expect(reply.status == status, "\(reply.text)\(reply.errorText)")
    #expect(reply.output.isEmpty)
    #expect(text(scene) == Self.checklist)
  }

  /// Whether or not it comes to writing.
  @Test(arguments: [
    ["add", "town", "--title", "甲", "--schedule", "ongoing"], ["fill"], ["roll", "town"],
    ["import", "no.txt"], ["repair"], ["config", "set", "dueSoonDays", "20"],
    ["config", "set", "user.name", "王芳"], ["done", "s1"],
  ])
  func aTimeToWaitThatIsNoneIsRefused(_ line: [String]) {
    var scene = scene()
    for word in ["abc", "-1", "86401"] {
      scene.environment["DUTY_LOCK_TIMEOUT"] = word
      for line in [line, line + ["--dry-run"]] {
        let reply = scene.run(line)
        #expect(reply.status == .usage, "\(line): \(reply.text)")
        #expect(reply.errorText.contains("DUTY_LOCK_TIMEOUT"), "\(reply.errorText)")
      }
    }
    // The option is nearer than the variable.
    let reply = scene.run(line + ["--dry-run", "--lock-timeout", "1"])
    #expect(!reply.errorText.contains("LOCK_TIMEOUT"), "\(reply.errorText)")
  }

  @Test func noIDEverChangesUnderRecords() {
    let scene = scene()
    // Ids that are not written follow from numbers: a second number 1 would rename the others.
    let line = ["add", "town", "--title", "甲", "--schedule", "ongoing", "--number", "1"]
    let reply = scene.run(line)
    #expect(reply.errorText.contains("would change the id"))
  }

  @Test func usedIDsAreNotGivenAgain() {
    let scene = scene()
    scene.files.put(
      "\(Scene.folder)/journal/x@y.jsonl",
      "{\"v\":1,\"id\":\"01JZSS5XG0000000000000000A\",\"at\":\"2026-05-01T09:00:00+08:00\","
        + "\"by\":\"x\",\"type\":\"done\",\"targets\":[{\"to\":\"town/s3a\",\"for\":\"2026\"}],"
        + "\"on\":\"2026-05-01\"}\n"
    )
    let reply = scene.run(["add", "town", "--title", "甲", "--schedule", "ongoing"])
    #expect(reply.text.hasPrefix("added  town/s4  "))
  }

  @Test func personsSettingsMayBeEmptyOrMissing() {
    let path = "/home/liuwen/.config/duty/config.json"
    for isThere in [true, false] {
      let scene = scene()
      if isThere { scene.files.put(path, "") }
      let reply = scene.run("config set name 王芳 --user")
      #expect(reply.status == .success, "\(reply.errorText)")
      #expect(scene.files.text(path)?.contains("\"name\": \"王芳\"") == true)
    }
  }

  @Test(arguments: [
    (
      "8 per week, 1 days apart", "there are too many times for a gap between them",
      "Leave the gap out."
    ),
    ("2 per week, 9 days apart", "a gap of 9 days does not fit; at most 6", "Write 1 to 6 days."),
  ])
  func gapsThatDoNotFitAreToldApart(_ schedule: String, _ fault: String, _ advice: String) {
    let reply = scene().run(["add", "town", "--title", "甲", "--schedule", schedule])
    #expect(reply.errorText.contains(fault), "\(reply.errorText)")
    #expect(reply.errorText.contains(advice), "\(reply.errorText)")
  }

  // MARK: - What is added in the course of a year

  @Test func whatIsOverdueAtOnceIsTold() {
    let line = ["add", "town", "--title", "研究", "--schedule", "1 per quarter"]
    let scene = scene()
    let told = "Note: 2 occurrences are overdue already. If it is owed from today on only"
    let dry = scene.run(line + ["-n"])
    #expect(dry.errorText == told + ": --from 2026-07-10\n", "\(dry.errorText)")
    let written = scene.run(line)
    let words = #", write "effective": {"from": "2026-07-10"} into s3 in checklists/town.json"#
    #expect(written.errorText == told + words + "\n", "\(written.errorText)")
    #expect(scene.run("overdue --plain").text.contains("town/s3"))
    // From a day on, and what is owed on one date or has just begun.
    for more in [["--from", "2026-07-10"], ["--from", "7月10日"]] {
      let scene = self.scene()
      #expect(scene.run(line + more).errorText == "")
      #expect(!scene.run("overdue --plain").text.contains("town/s3"))
      #expect(text(scene)?.contains(/"from" ?: ?"2026-07-10"/) == true, "\(text(scene) ?? "")")
    }
    for schedule in ["by 2026-05", "1 per year", "ongoing"] {
      let reply = self.scene().run(["add", "town", "--title", "甲", "--schedule", schedule])
      #expect(reply.errorText == "", "\(schedule)")
    }
    // A requirement of a duty is owed as the duty is.
    let requirement = ["add", "s1", "--title", "乙", "--schedule", "1 per month"]
    let reply = self.scene().run(requirement)
    #expect(reply.errorText.contains("6 occurrences are overdue already"), "\(reply.errorText)")
    #expect(self.scene().run(requirement + ["--from", "2026-07-10"]).errorText == "")
  }

  @Test func editionsThatLackWhatIsAddedAreNamed() {
    let scene = scene()
    #expect(scene.run("roll town").status == .success)
    let reply = scene.run(["add", "town", "--title", "甲", "--schedule", "ongoing"])
    let words =
      "Note: checklists/town-2027.json, in effect from 2027-01-01, does not have it: "
      + "copy s3 there too, with its id\n"
    #expect(reply.errorText == words, "\(reply.errorText)")
    let later = ["add", "town", "--title", "乙", "--schedule", "ongoing", "--today", "2027-01-02"]
    #expect(scene.run(later).errorText == "")
  }

  // MARK: - Interruptions

  @Test func anInterruptedRollIsFinishedByTheNext() throws {
    let whole = scene()
    whole.files.fault = nil
    #expect(whole.run("roll town").status == .success)
    let count = whole.files.steps.count
    for step in 1...count {
      let scene = scene()
      scene.files.fault = InMemoryFileSystem.Fault(step: step, isPermanent: true)
      _ = scene.run("roll town")
      var after = Scene(files: scene.files.afterCrash())
      after.environment = scene.environment
      // Whatever was left, no day has two editions and no checklist is broken.
      #expect(after.run("check --json").status == .success, "step \(step)")
      let again = after.run("roll town")
      let isDone = again.status == .success || again.status == .cannotCreate
      #expect(isDone, "step \(step): \(again.errorText)")
      #expect(after.files.text("\(Scene.folder)/checklists/town-2027.json") != nil)
    }
  }

  @Test func anInterruptedInitIsFinishedByTheNext() {
    let scene = Scene.folderAlone()
    #expect(scene.run("init --no-input").status == .success)
    let whole = text(scene, "/office/checklists/main.json")
    scene.files.take("/office/duty.json")
    #expect(scene.run("init --no-input --title 甲").status == .cannotCreate)
    #expect(text(scene, "/office/checklists/main.json") == whole)
    #expect(text(scene, "/office/duty.json") == nil)
    #expect(scene.run("init --no-input").status == .success)
    #expect(text(scene, "/office/checklists/main.json") == whole)
    #expect(scene.run("check").status == .success)
  }

  @Test func anInterruptedInitIsNoWorkspace() {
    let whole = Scene.folderAlone()
    whole.files.fault = nil
    #expect(whole.run("init --no-input").status == .success)
    for step in 1...whole.files.steps.count {
      let scene = Scene.folderAlone()
      scene.files.fault = InMemoryFileSystem.Fault(step: step, isPermanent: true)
      _ = scene.run("init --no-input")
      let after = Scene(files: scene.files.afterCrash())
      let status = after.run("check").status
      #expect(status == .success || status == .noInput, "step \(step)")
    }
  }

  // MARK: - Questions

  @Test func fillAsksOneThingAtATime() {
    var scene = scene()
    scene.answers = ["nonsense", "0", "2"]
    let reply = scene.run("fill")
    #expect(reply.status == .success, "\(reply.errorText)")
    #expect(text(scene) == Self.checklist.replacing("? per half-year", with: "2 per half-year"))
  }

  @Test func fillTakesOnlyAPersonForAnOwner() {
    var scene = Scene.empty()
    let checklist = Self.checklist.replacing(" \"owner\": \"张明\",", with: "")
      .replacing("? per half-year", with: "1 per half-year")
    scene.files.put(Self.path, checklist)
    scene.answers = ["无", "1", "每月一次", "王芳、李明", " 王芳 ", ""]
    #expect(scene.run("fill").status == .success)
    let name = "\"title\": \"学习\", \"owner\": \"王芳\","
    #expect(text(scene)?.contains(name) == true, "\(text(scene) ?? "")")
  }

  @Test func fillKeepsWhatWasAnsweredBeforeTheEnd() {
    var scene = scene()
    scene.answers = []
    #expect(scene.run("fill").status == .success)
    #expect(text(scene) == Self.checklist)
    #expect(scene.questions.all.count == 1)
    #expect(scene.questions.all.first?.contains("Ctrl-D ends and keeps") == true)
    scene.answers = [""]
    #expect(scene.run("fill").status == .success)
    #expect(text(scene) == Self.checklist)
  }

  @Test func answersAreNotLostWhenAFileChangesMeanwhile() {
    let path = "\(Scene.folder)/checklists/village.json"
    let village = Self.checklist.replacing("\"town\"", with: "\"village\"")
    for (changed, isWritten) in [("village", true), ("town", false)] {
      var scene = scene()
      scene.files.put(path, village)
      scene.answers = ["2", "3"]
      let files = scene.files
      files.beforeEachStep { step, name in
        guard step == .synchronize, name.contains("/.\(changed).json.") else { return }
        files.put("\(Scene.folder)/checklists/\(changed).json", "theirs")
      }
      let reply = scene.run("fill")
      #expect(reply.status == .temporary)
      #expect(text(scene)?.contains("2 per half-year") == isWritten)
      let echo = "town/s1  schedule  \"? per half-year\" -> '2 per half-year'\n"
      #expect(reply.text == (isWritten ? echo : ""))
      #expect(reply.errorText.contains("it was left as it is"), "\(reply.errorText)")
      let rest =
        (isWritten ? "" : " --set 'town/s1.schedule=2 per half-year'")
        + " --set 'village/s1.schedule=3 per half-year'\n"
      #expect(reply.errorText.contains("This was not written: duty fill\(rest)"))
    }
  }

  @Test func initAsksForTheOfficeAlone() throws {
    var scene = Scene.folderAlone()
    scene.answers = [" 某乡党委 "]
    #expect(scene.run("init").status == .success)
    let settings = try #require(scene.files.text("/office/duty.json"))
    #expect(settings.contains("\"organization\": \"某乡党委\""))
    #expect(scene.run("check").status == .success)
  }

  /// What the commands here use stays in sight.
  @Test(arguments: [
    "init --no-input", "init . --no-input", "init --dir /office --no-input", "init --no-input -n",
  ])
  func initHidesNoWorkspaceInData(_ line: String) {
    let scene = scene()
    let paths = scene.files.paths
    let reply = scene.run(line)
    #expect(reply.status == .cannotCreate)
    #expect(reply.errorText.contains("'\(Scene.folder)'"), "\(reply.errorText)")
    #expect(scene.files.paths == paths)
  }

  @Test func initInsideAWorkspaceNeedsTheNameOfAFolder() {
    let scene = Scene.folderAlone()
    scene.files.put("/duty.json", "{ \"format\": \"duty.settings/1\" }\n")
    let reply = scene.run("init --no-input")
    #expect(reply.status == .cannotCreate)
    #expect(reply.errorText.contains("'/'"), "\(reply.errorText)")
    #expect(scene.run("init branch --no-input").status == .success)
    #expect(scene.files.text("/office/branch/duty.json") != nil)
  }

  @Test(arguments: [("fill --input", "--set"), ("init /office/new --input", "--organization")])
  func whatIsToBeAskedIsNotPassedOver(_ line: String, _ option: String) {
    let scene = scene()
    let paths = scene.files.paths
    let reply = scene.run(line)
    #expect(reply.status == .usage)
    #expect(reply.errorText.contains("Answer with \(option)"), "\(reply.errorText)")
    #expect(scene.files.paths == paths)
  }

  @Test func fillNamesAWorkspaceThatWasFound() {
    let scene = scene()
    let found = scene.run(["fill", "--set", "s1.schedule=每半年2次"]).text
    #expect(found.contains("\nIn: \(Scene.folder)\n"), "\(found)")
    let named = scene.run(["fill", "--set", "s1.schedule=每半年3次", "--dir", Scene.folder]).text
    #expect(!named.contains("In: "), "\(named)")
  }

  @Test func initWithoutAnAnswerMakesNothing() {
    var scene = Scene.folderAlone()
    scene.answers = []
    let reply = scene.run("init")
    #expect(reply.status == .negative)
    #expect(reply.errorText.contains("nothing was made"))
    #expect(scene.files.paths == ["/", "/office"])
  }

  @Test(arguments: [("y", true), ("是", true), ("", false), ("n", false)])
  func repairAsksFirst(_ answer: String, _ isWanted: Bool) {
    var scene = scene()
    let journal = "\(Scene.folder)/journal/x@y.jsonl"
    scene.files.put(journal, "{\"v\":1,\n")
    scene.answers = [answer]
    let reply = scene.run("repair")
    #expect(reply.status == (isWanted ? .success : .negative))
    #expect(scene.files.text(journal) == (isWanted ? "" : "{\"v\":1,\n"))
    #expect((scene.files.text("\(journal).bad") != nil) == isWanted)
  }

  /// Answers advise to repair exactly what can be repaired.
  @Test(arguments: [
    ("{\"v\":1,", true), ("<<<<<<< HEAD", true), ("\u{0}\u{0}", true), ("{\"v\":1,\"v\":1}", true),
    (
      #"{"v":1,"id":"01KX4XTGH9BVPG000008000002","at":"2026-07-01T09:00:00+08:00","type":"x"}"#,
      true
    ),
    (#"{"v":1,"id":"01KX4XTGH9BVPG000008000002","by":"王芳","type":"x"}"#, true),
    (
      #"{"v":1,"id":"01KX4XTGH9BVPG000008000002","at":"2026-07-01T09:00:00+08:00","by":"王芳","#
        + #""type":"x"}"#, false
    ),
  ])
  func repairIsAdvisedWhereItHelps(_ line: String, _ helps: Bool) {
    let scene = scene()
    scene.files.put("\(Scene.folder)/journal/x@y.jsonl", line + "\n")
    let list = scene.run("list")
    #expect(list.errorText.contains("duty check"))
    #expect(list.errorText.contains("duty repair") == helps, "\(list.errorText)")
    #expect(scene.run("repair -n").text.contains("would move line 1") == helps)
  }

  // MARK: - Whatever state the data is in

  /// What would make a file unreadable is refused before it is written.
  @Test(arguments: [
    ["config", "set", "report.addressee"], ["fill", "--set", "s1.owner="],
    ["add", "town", "--schedule", "ongoing", "--title"],
  ])
  func textThatIsTooLongIsRefused(words: [String]) {
    let scene = scene()
    let long = String(repeating: "长", count: 30_000)
    var words = words
    if words[0] == "fill" { words[2] += long } else { words.append(long) }
    let reply = scene.run(words)
    let errors = String(decoding: reply.errors, as: UTF8.self)
    #expect(reply.status == .usage)
    #expect(errors.contains("a text of more than 65536 bytes"), "\(errors.prefix(200))")
    #expect(text(scene) == Self.checklist)
  }

  @Test(arguments: ["", "help", "--version", "completion bash", "manual", "complete-words -- l"])
  func worksWithBrokenData(_ line: String) {
    let scene = scene()
    scene.files.put("\(Scene.folder)/duty.json", "{")
    scene.files.put("/home/liuwen/.config/duty/config.json", "{")
    scene.files.put(Self.path, "\u{0}")
    scene.files.put("\(Scene.folder)/journal/x@y.jsonl", "<<<<<<<\n")
    let reply = scene.run(line)
    #expect(reply.status == .success, "\(reply.errorText)")
    #expect(reply.errors.isEmpty)
    #expect(!reply.output.isEmpty)
  }

  @Test func completionIsSilentWithoutAWorkspace() {
    let scene = Scene(files: InMemoryFileSystem())
    let reply = scene.run("complete-words -- list --owner x")
    #expect(reply.status == .success)
    #expect(reply.output.isEmpty)
    #expect(reply.errors.isEmpty)
  }

  @Test func everyCodeOfCheckIsInTheManual() {
    let manual = Scene.empty().run("manual").text
    for code in ProblemCode.allCases {
      let word = code.rawValue.replacing("-", with: "\\-")
      #expect(manual.contains(word), "\(code)")
    }
  }

  @Test func noDeclarationHasAFault() {
    let commands = [
      "check", "init", "fill", "add", "roll", "repair", "config", "config set", "manual",
      "completion", "complete-words",
    ]
    let faults = Program.tool.faults.filter { fault in
      commands.contains { fault.hasPrefix("\($0): ") }
    }
    #expect(faults == [])
  }
}

extension InMemoryFileSystem {
  /// The text of a file, or `nil` if there is none.
  fileprivate func text(_ path: String) -> String? {
    (try? read(path, limit: .max, followingLinks: false)).map {
      String(decoding: $0, as: UTF8.self)
    }
  }
}
