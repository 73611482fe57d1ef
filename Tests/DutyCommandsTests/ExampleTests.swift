import CommandLineKit
import DutyStore
import DutyTestSupport
import TerminalText
import Testing

@testable import DutyCommands

/// The command lines that the help shows: what a reader copies must work in the sample workspace.
@Suite struct ExampleTests {
  private static let lines: [String] = {
    let commands = Program.tool.visibleDescriptions
    let examples = Program.tool.examples + commands.flatMap(\.examples)
    return Language.allCases.flatMap { language in examples.map { $0.line.text(in: language) } }
  }()

  @Test func everyCommandShowsOne() {
    let without = Program.tool.visibleDescriptions.filter(\.examples.isEmpty)
    #expect(without.map(\.name).isEmpty)
  }

  @Test(arguments: Set(lines).sorted())
  func works(_ line: String) throws {
    // What follows is the shell's matter; ids that a file would hold stand in its place.
    var line = line.replacing("< ids.txt", with: "< township/s11b civil/g8")
    for end in [" | ", " > ", " || ", " < list.txt"] {
      line = String(line.prefix(upTo: line.firstRange(of: end)?.lowerBound ?? line.endIndex))
    }
    var scene = try Scene.sample()
    if line.hasPrefix("duty init") {
      scene = Scene(files: InMemoryFileSystem())
      scene.files.putFolder("/office")
    } else if line.hasPrefix("duty import") {
      scene = try Scene.document()
      scene.document = try Scene.sample("documents/forestry-bureau.txt")
      // A document of Word is a file that this suite does not have.
      line = line.replacing(/[^ ]+\.docx/, with: "forestry-bureau.txt")
    }
    if line == "duty undo" { _ = scene.run("done township/s11b") }
    let answer = Transcript.answer(to: line, in: scene)
    let answersNo = line.contains("--exit-code") || line.contains("--strict")
    #expect(
      answer.status == (answersNo ? ExitStatus.negative.rawValue : nil),
      "\(line) \(answer.errors)"
    )
  }
}
