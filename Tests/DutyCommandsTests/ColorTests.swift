import DutyCommands
import DutyTestSupport
import Testing

/// The colours that an office gives to states, and to the marks beside them.
@Suite struct ColorTests {
  private static let magenta = "\u{1B}[35m"

  /// Something is done late, something is silent, and something is signed and changed since.
  private func scene() throws -> Scene {
    let scene = try Scene.sample()
    scene.files.put(
      "\(Scene.folder)/checklists/plain.json",
      """
      { "format": "duty.checklist/1", "id": "plain", "title": "清单", "tiers": [
        { "id": "s0", "kind": "secretary", "title": "书记", "duties": [
          { "id": "s99", "title": "报告", "schedule": "by 2026-06-30" } ] } ] }
      """
    )
    for line in ["done plain/s99 --on 2026-07-05", "done township/s11a --on 2026-07-08"] {
      let reply = scene.run(line)
      try #require(reply.status == .success, "\(reply.errorText)")
    }
    return scene
  }

  @Test(arguments: [
    ("late", "show plain/s99 --color always", "done, 5d late"),
    ("late", "list --all --color always --checklist plain", "done, 5d late"),
    ("silent", "list --all --color always --checklist civil", "silent 96d"),
    ("silent", "show civil/g24 --color always", "silent 96d"),
    ("signed", "show township/s11 --color always", "张明"),
    ("changed", "show township/s11 --color always", "changed since"),
  ])
  func areShown(_ word: String, _ command: String, _ text: String) throws {
    let scene = try scene()
    let colored = Self.magenta + text
    let before = scene.run(command).text
    #expect(before.contains(text), "\(before)")
    #expect(!before.contains(colored))
    #expect(scene.run("config set colors.magenta \(word)").status == .success)
    let after = scene.run(command).text
    #expect(after.contains(colored), "\(after)")
  }

  @Test func marksFollowTheirStatesUnlessChosen() throws {
    let scene = try scene()
    let list = "list --all --color always --checklist civil"
    #expect(scene.run("config set colors.yellow --unset").status == .success)
    #expect(scene.run("config set colors.blue due-soon").status == .success)
    #expect(scene.run(list).text.contains("\u{1B}[34msilent 96d"))
    #expect(scene.run("config set colors.magenta silent").status == .success)
    #expect(scene.run(list).text.contains(Self.magenta + "silent 96d"))
  }
}
