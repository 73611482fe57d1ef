import DutyCommands
import DutyTestSupport
import Testing

/// What is told of a journal that an editor has saved in another encoding.
@Suite struct UnreadableJournalTests {
  private static let path = "\(Scene.folder)/journal/liuwen@pc1.jsonl"

  /// The sample with a journal whose Chinese characters are two bytes each, as GBK has them.
  private static func scene() throws -> Scene {
    let scene = try Scene.sample()
    let text = String(decoding: try Scene.sample("journal/liuwen@pc1.jsonl"), as: UTF8.self)
    let bytes: [UInt8] = text.unicodeScalars.flatMap {
      $0.isASCII ? [UInt8($0.value)] : [0xCD, 0xF5]
    }
    scene.files.put(path, bytes: bytes)
    return scene
  }

  private static let message =
    "journal/liuwen@pc1.jsonl: the file cannot be read: it is not UTF-8 (GBK?)"

  @Test func itIsToldOnce() throws {
    let reply = try Self.scene().run("list")
    let lines = reply.errorText.split(separator: "\n").filter { $0.contains("pc1.jsonl") }
    #expect(lines == ["Warning: \(Self.message)"], "\(reply.errorText)")
    #expect(!reply.errorText.contains("duty repair"))
    #expect(reply.status == .data)
  }

  @Test func checkSaysWhatToDo() throws {
    let check = try Self.scene().run("check")
    #expect(
      check.text.contains("fix: save it as UTF-8, with the same text; or restore it"),
      "\(check.text)"
    )
    #expect(check.text.contains("\n1 error, "), "\(check.text)")
    #expect(check.status == .data)
  }

  /// Who reads a report does not see what was said when it was written.
  @Test(arguments: ["text", "markdown", "html"]) func aReportSaysWhatItDoesNotKnow(
    form: String
  ) throws {
    let scene = try Scene.sample()
    let line = "report --checklist township --format \(form)"
    #expect(!scene.run(line).text.contains("无法读取"))
    scene.files.put("\(Scene.folder)/journal/x@pc9.jsonl", "{\n<<<<<<< HEAD\n")
    let reply = scene.run(line)
    #expect(reply.text.contains("【待核实：台账有2行无法读取，未计入】"))
    #expect(reply.status == .success)
    let strict = scene.run("\(line) --strict")
    #expect(strict.status == .negative && strict.output.isEmpty)
  }

  /// The lines are good ones: none is moved away, and none is added that saving it again would lose.
  @Test(arguments: [
    "repair --yes", "repair --dry-run", "done township/s11b", "undo", "finding add 漏登",
  ])
  func itStaysAsItIs(words: String) throws {
    let scene = try Self.scene()
    let paths = scene.files.paths
    let bytes = scene.files.bytes(Self.path)
    let reply = scene.run(words)
    #expect(reply.status == .data, "\(reply.errorText)")
    #expect(
      reply.errorText.hasPrefix("journal/liuwen@pc1.jsonl: error: the file cannot be read"),
      "\(reply.errorText)"
    )
    #expect(reply.errorText.contains("Until then nothing is written to the journal."))
    #expect(scene.files.bytes(Self.path) == bytes)
    #expect(scene.files.paths.filter { !$0.hasSuffix(".lock") } == paths)
  }
}
