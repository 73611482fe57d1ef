import DutyCommands
import DutyStore
import DutyTestSupport
import Foundation
import Testing

/// The commands that answers tell: they must mean the same workspace once they are pasted.
@Suite struct CopiedCommandTests {
  private static let folder = "/elsewhere/our office"

  /// A workspace that is only found because it is named.
  private func scene() throws -> Scene {
    let files = InMemoryFileSystem()
    for name in Scene.sampleFiles {
      files.put("\(Self.folder)/\(name)", bytes: try Scene.sample(name))
    }
    return Scene(files: files)
  }

  @Test(arguments: [
    (["done", "township/g3"], "duty undo "),
    (["undo", "--as", "x", "01"], "duty history"),
    (["list"], "duty overdue"),
    (["due"], "duty overdue"),
    (["check"], "duty fill civil"),
    (["check"], "duty sign township/g25 township/s9 --signer <name>"),
    (["show", "township/s11"], "duty done township/s11b --on <date>"),
    (["show", "nothing9"], "duty list"),
    (["history", "--limit", "1"], "duty history"),
    (["done", "s11"], "duty done township/s11"),
    (["finding", "list"], "duty finding list --all"),
    ([], "duty overdue"),
  ])
  func nameTheFolder(_ line: [String], _ command: String) throws {
    for flag in ["--dir", "-C"] {
      let reply = try scene().run(line + [flag, Self.folder])
      let lines = (reply.text + reply.errorText).split(separator: "\n")
      let telling = lines.filter { $0.contains(command) }
      let isTold = telling.contains { $0.contains(" --dir '\(Self.folder)'") }
      #expect(isTold, "\(line) \(command): \(reply.text + reply.errorText)")
    }
  }

  @Test func pastedUndoTakesBackWhatWasRecorded() throws {
    let scene = try scene()
    let done = scene.run(["done", "township/g3", "--dir", Self.folder])
    let line = try #require(done.text.split(separator: "\n").first { $0.contains("duty undo") })
    let range = try #require(line.range(of: "duty undo "))
    let words = Transcript.answer(to: String(line[range.lowerBound...]), in: scene)
    #expect(words.status == nil, "\(words.errors)")
    #expect(words.output.first?.hasPrefix("Undone") == true, "\(words.output)")
  }

  @Test func helpNamesNoFolder() throws {
    let reply = try scene().run(["--dir", Self.folder])
    #expect(reply.text.contains("Help on a command: duty help <command>"), "\(reply.text)")
    #expect(!reply.text.contains("manual --dir"), "\(reply.text)")
  }

  @Test func nothingIsRepeatedThatWasNotTyped() throws {
    let scene = try Scene.sample()
    for line in [["list"], ["check"], ["done", "township/g3"]] {
      #expect(!scene.run(line).text.contains("--dir"))
    }
  }
}
