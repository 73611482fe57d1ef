import DutyTestSupport
import Foundation
import Testing

/// What the README shows, against what the program answers.
///
/// Its `console` blocks are one conversation over a copy of the sample workspace, at a terminal of
/// 80 columns; a block after the comment `in an empty folder` is a conversation of its own, in a
/// folder that holds the sample document and nothing else. `DUTY_RECORD=1` rewrites them; such a
/// run fails.
@Suite struct ReadmeTests {
  static let url = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "README.md")

  @Test func consoleBlocks() throws {
    let text = String(decoding: try Data(contentsOf: Self.url), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var scene = try Scene.sample()
    scene.columns = 80
    var replayed: [String] = []
    var commands = 0
    var isConsole = false
    var apart: Scene?
    for line in lines {
      if line == "<!-- in an empty folder -->" {
        apart = try Scene.document()
      } else if line == "```console" {
        isConsole = true
      } else if line == "```" {
        if isConsole { apart = nil }
        isConsole = false
      }
      guard isConsole, line != "```console" else {
        replayed.append(line)
        continue
      }
      guard line.hasPrefix("$ ") else { continue }
      commands += 1
      replayed.append(line)
      let answer = Transcript.answer(to: String(line.dropFirst(2)), in: apart ?? scene)
      replayed += answer.output + answer.errors
    }
    #expect(commands > 20)
    guard ProcessInfo.processInfo.environment["DUTY_RECORD"] == nil else {
      try Data(replayed.joined(separator: "\n").utf8).write(to: Self.url)
      Issue.record("recorded README.md")
      return
    }
    #expect(replayed == lines)
  }
}
