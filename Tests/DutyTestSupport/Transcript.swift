import DutyCommands
import DutyStore
package import Foundation

/// A conversation with the program, written down: command lines and what they answer.
///
///     @ sample
///     $ duty done s11b --on 2026-07-08
///     Recorded: …
///     $ LANG=zh_CN.UTF-8 duty overdue
///     没有逾期事项…
///     $ duty done - < s11b g25
///     2> Error: …
///     ? 64
///
/// Lines of standard error start with `2> `, and an exit status other than zero with `? `. A line
/// `@ sample`, `@ empty` or `@ folder` sets the scene, `@ now MOMENT` the clock, `@ columns N` the terminal's
/// width (`@ columns pipe` for none), `@ file PATH` writes the lines up to `@ end` into a file of
/// the workspace. Lines that start with `#` are comments. Words after `<` are lines of standard
/// input.
package struct Transcript: Sendable, CustomStringConvertible {
  package let name: String
  package let lines: [String]
  private let url: URL

  package var description: String { name }

  /// The transcripts of a folder, in the order of their names.
  package static func all(in folder: URL) throws -> [Transcript] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "txt" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .map { url in
        let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
        return Transcript(name: url.lastPathComponent, text: text, url: url)
      }
  }

  private init(name: String, text: String, url: URL) {
    self.name = name
    self.url = url
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// Writes what the program answers now; for a test that is recording, which must fail.
  package func record(_ replayed: [String]) throws {
    try Data(replayed.joined(separator: "\n").utf8).write(to: url)
  }

  /// The lines as the program would write them now.
  package func replayed() throws -> [String] {
    var scene = try Scene.sample()
    scene.columns = 80
    var result: [String] = []
    var file: (path: String, lines: [String])?
    var isAnswer = false
    for line in lines {
      if let open = file {
        result.append(line)
        if line == "@ end" {
          scene.files.put("\(Scene.folder)/\(open.path)", open.lines.map { $0 + "\n" }.joined())
          file = nil
        } else {
          file = (open.path, open.lines + [line])
        }
        continue
      }
      if line.hasPrefix("@ ") {
        isAnswer = false
        result.append(line)
        let words = line.dropFirst(2).split(separator: " ", maxSplits: 1).map(String.init)
        switch (words[0], words.count > 1 ? words[1] : "") {
        case ("sample", _): scene = try kept(scene, Scene.sample())
        case ("empty", _): scene = kept(scene, Scene.empty())
        case ("folder", _): scene = kept(scene, Scene.folderAlone())
        case ("now", let text): scene.now = Instant(text) ?? scene.now
        case ("columns", let text): scene.columns = Int(text)
        case ("file", let path): file = (path, [])
        default: result.append("2> unknown direction: \(line)")
        }
      } else if line.hasPrefix("$ ") {
        isAnswer = true
        result.append(line)
        let answer = Transcript.answer(to: String(line.dropFirst(2)), in: scene)
        result += answer.output
        result += answer.errors.map { $0.isEmpty ? "2>" : "2> \($0)" }
        if let status = answer.status { result.append("? \(status)") }
      } else if line.hasPrefix("#") || (line.isEmpty && !isAnswer) {
        result.append(line)
        isAnswer = false
      }
    }
    result.append("")
    return result
  }

  private func kept(_ old: Scene, _ new: Scene) -> Scene {
    var scene = new
    scene.now = old.now
    scene.columns = old.columns
    return scene
  }

  /// What a command line answers.
  package struct Answer: Sendable {
    package let output: [String]
    package let errors: [String]
    /// The exit status, if it is not zero.
    package let status: Int32?
  }

  /// What a command line answers.
  package static func answer(to command: String, in scene: Scene) -> Answer {
    var scene = scene
    var words = words(of: command)[...]
    if let input = words.firstIndex(of: "<") {
      scene.input = Array(words[(input + 1)...])
      words = words[..<input]
    }
    while let word = words.first, let equals = word.firstIndex(of: "="), word != "duty" {
      let name = String(word[..<equals])
      let value = String(word[word.index(after: equals)...])
      if name == "COLUMNS" { scene.columns = Int(value) }
      scene.environment[name] = value
      words = words.dropFirst()
    }
    let reply = scene.run(Array(words.dropFirst()))
    func lines(_ text: String) -> [String] {
      text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        .map { $0.replacingOccurrences(of: "\r", with: "") }
    }
    return Answer(
      output: lines(reply.text),
      errors: lines(reply.errorText),
      status: reply.status == .success ? nil : reply.status.rawValue
    )
  }

  /// The words of a command line, with single and double quotes as a shell reads them.
  static func words(of command: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in command {
      if let open = quote {
        if character == open { quote = nil } else { word?.append(character) }
      } else if character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if character == " " {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let done = word { words.append(done) }
    return words
  }
}
