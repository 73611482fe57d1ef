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
    (["check"], "duty sign township/g25 --for 2026-01-31 --signer <name>"),
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
      // What was typed is repeated as it was typed.
      let isTold = telling.contains { line in
        ["--dir", flag].contains { line.contains(" \($0) '\(Self.folder)'") }
      }
      #expect(isTold, "\(line) \(command): \(reply.text + reply.errorText)")
    }
  }

  @Test(arguments: [
    ["--dir", folder], ["--dir=\(folder)"], ["-C", folder], ["-C\(folder)"],
  ])
  func pastedAnswersNameTheFolderOnce(_ option: [String]) throws {
    let scene = try scene()
    let reply = scene.run(["done", "s9", "-n"] + option)
    let line = try #require(
      reply.errorText.split(separator: "\n").first { $0.contains("duty done") }
    )
    let answer = Transcript.answer(to: line.trimmingCharacters(in: .whitespaces), in: scene)
    #expect(answer.status == nil, "\(line) \(answer.errors)")
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

  @Test func pastedSignaturesAreAllThatWereMissing() throws {
    var scene = try Scene.sample()
    scene.now = try #require(Instant("2026-11-21T10:00:00+08:00"))
    let line = try #require(scene.run("check").text.firstMatch(of: /fix: (duty sign .*)/)).1
    let commands = line.split(separator: "; ")
    #expect(commands.count > 1)
    for command in commands {
      let signed = command.replacing("<name>", with: "张明")
      #expect(Transcript.answer(to: String(signed), in: scene).status == nil, "\(signed)")
    }
    #expect(!scene.run("check").text.contains("signature"))
  }

  @Test(arguments: [
    (["done", "m2"], "--owner 'Ann Lee'"),
    (
      ["done", "m2", "--on", "2026-07-01", "--owner", "Ann Lee"], "--owner 'Ann Lee' --for 2026-03"
    ),
    (["done", "m1", "--owner", "Ann Lee"], "reopen m1 --for 2026 --owner 'Ann Lee' --reason"),
    (["assign", "m1", "--owner", "Bob"], "--instead-of 'Ann Lee'"),
    (["sheet", "--owner", "Ann Lee"], "duty sheet --owner 'Ann Lee' --checklist"),
    (["fill", "--set", "g3.title=Bob's"], "--set 'town/g3.title=Bob'\\''s'"),
    (["init", "my office"], "duty list --dir '/office/my office'"),
  ])
  func quoteWhatAShellWouldTakeApart(_ line: [String], _ words: String) throws {
    var scene = RecordingOffice().scene
    let path = "\(Scene.folder)/checklists/town.json"
    let town = try #require(scene.files.text(path))
    scene.files.put(path, town.replacing("李强", with: "Ann Lee"))
    scene.columns = nil
    _ = scene.run(["waive", "m1", "--owner", "Ann Lee", "--reason", "病假"])
    let reply = scene.run(line)
    #expect((reply.text + reply.errorText).contains(words), "\(reply.text)\(reply.errorText)")
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
