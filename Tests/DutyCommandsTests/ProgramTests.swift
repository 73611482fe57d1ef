import CommandLineKit
import DutyCommands
import DutyTestSupport
import Foundation
import Testing

/// Rules over all the commands that no type can hold.
@Suite struct ProgramTests {
  @Test func declarationsHaveNoFaults() {
    #expect(Program.tool.faults == [])
  }

  @Test func everyFileOfTheFolderIsACommandOfTheList() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/DutyCommands/Commands")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path())
      .filter { $0.hasSuffix(".swift") }
    var declared = 0
    for file in files {
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      declared += text.components(separatedBy: "static let declaration =").count - 1
      declared += text.components(separatedBy: "static let declaration: ").count - 1
    }
    #expect(declared == Program.tool.commands.count)
  }

  /// Help and version answer whatever state the data is in.
  @Test(arguments: ["help", "--version", "help done", "completion bash", "manual", ""])
  func answersWithoutAWorkspace(_ line: String) {
    let reply = Scene(files: InMemoryFileSystem()).run(line)
    #expect(reply.status == .success)
    #expect(!reply.output.isEmpty)
    #expect(reply.errors.isEmpty)
  }
}
