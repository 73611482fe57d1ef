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
}
