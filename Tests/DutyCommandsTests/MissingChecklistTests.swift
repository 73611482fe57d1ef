import DutyCommands
import DutyTestSupport
import Testing

/// Records whose checklist is not there: what is shown is not the whole, and nothing that may be
/// right is to be taken back.
@Suite struct MissingChecklistTests {
  private func scene(without checklists: String..., broken: String? = nil) throws -> Scene {
    let scene = try Scene.sample()
    for name in checklists { try scene.files.remove("\(Scene.folder)/checklists/\(name).json") }
    if let broken { scene.files.put("\(Scene.folder)/checklists/\(broken).json", "{") }
    return scene
  }

  // MARK: - Names of records

  /// A bare name would be that of another checklist's duty.
  @Test(arguments: [true, false]) func recordsKeepTheNameOfTheirChecklist(isBroken: Bool) throws {
    let scene = try isBroken ? scene(broken: "civil") : scene(without: "civil")
    let whole = try Scene.sample().run("history").text
    let text = scene.run("history").text
    #expect(whole.contains("civil/s12") && !whole.contains(" s12a"), "\(whole)")
    #expect(text.contains("civil/s12a"), "\(text)")
    #expect(!text.contains(" s12a"), "\(text)")
  }

  // MARK: - What is shown

  private static let looking = [
    "list", "overdue", "overdue --exit-code -q", "due", "progress", "history", "show township/s11",
    "finding list --all",
  ]

  @Test(arguments: looking) func whatIsShownIsNotTheWhole(words: String) throws {
    let reply = try scene(without: "civil", "justice").run(words)
    #expect(reply.errorText.contains("belong to checklists that are not here: "), "\(words)")
    #expect(reply.errorText.contains("duty check"))
    #expect(reply.status == .data || words.contains("-q") && reply.status == .negative)
  }

  @Test func nothingAtAllIsNoAllClear() throws {
    let scene = try scene(without: "civil", "justice", "township")
    #expect(scene.run("overdue --exit-code -q").status == .data)
    let list = scene.run("list")
    #expect(list.text == "No duty can be shown.\n")
    #expect(list.status == .data)
    #expect(scene.run("").text.contains("This workspace has problems: duty check"))
  }

  @Test func recordingIsDoneAllTheSame() throws {
    let reply = try scene(without: "civil").run(["done", "township/s11b", "--note", "学习"])
    #expect(reply.status == .success)
    #expect(reply.errorText.contains("checklists that are not here: civil"), "\(reply.errorText)")
  }

  @Test func aBrokenFileMayBeTheOne() throws {
    let reply = try scene(broken: "civil").run("list")
    #expect(!reply.errorText.contains("not here"), "\(reply.errorText)")
  }

  // MARK: - Check

  /// Following it to the letter must lose nothing.
  @Test func checkTellsOfAChecklistOnce() throws {
    let scene = try scene(without: "civil")
    let check = scene.run("check")
    let lines = check.text.split(separator: "\n").filter { $0.contains("'civil'") }
    #expect(lines.count == 1, "\(check.text)")
    #expect(check.text.contains("104 records belong to the checklist 'civil'"), "\(check.text)")
    #expect(!check.text.contains("undo"), "\(check.text)")
    #expect(check.status == .data)
    let answer = scene.run("check --jsonl").text
    #expect(answer.contains(#""code":"missing-checklist","severity":"error""#), "\(answer)")
    #expect(answer.contains(#""id":"civil","values":{"count":104"#), "\(answer)")
  }

  @Test func checkTellsItInChinese() throws {
    let text = try scene(without: "civil").run("check --lang zh").text
    #expect(text.contains("104条记录属于清单'civil'，它不在这里，未计入"), "\(text)")
  }
}
