package import DutyCommands
package import DutyStore
import Foundation
import Synchronization
import TerminalText

/// A workspace in memory, and the program as it runs there: a fixed moment, no terminal unless one
/// is asked for, and ids that are the same in every run.
package struct Scene: Sendable {
  /// The folder of the workspace.
  package static let folder = "/office/Data"

  package let files: InMemoryFileSystem
  package var environment = ["USER": "liuwen", "HOME": "/home/liuwen"]
  package var now = Scene.moment
  /// The columns of the terminal; `nil` for a pipe.
  package var columns: Int?
  /// The lines of standard input.
  package var input: [String] = []
  /// The bytes of standard input, for commands that read a document there; the lines if empty.
  package var document: [UInt8] = []
  /// The answers of a person at a terminal; `nil` if there is nobody.
  package var answers: [String]?
  /// The questions that were asked.
  package let questions = Questions()
  private let random = Counter()

  /// The moment at which scenes play: Friday, 10 July 2026.
  package static let moment = Instant(milliseconds: 1_783_650_665_000, offset: 480)

  package init(files: InMemoryFileSystem) {
    self.files = files
  }

  /// A copy of the sample workspace.
  package static func sample() throws -> Scene {
    let files = InMemoryFileSystem()
    for name in sampleFiles {
      files.put("\(folder)/\(name)", bytes: try sample(name))
    }
    return Scene(files: files)
  }

  /// A workspace with nothing in it but its settings.
  package static func empty() -> Scene {
    let files = InMemoryFileSystem()
    files.put("\(folder)/duty.json", "{ \"format\": \"duty.settings/1\" }\n")
    return Scene(files: files)
  }

  /// A folder with nothing in it, and no workspace.
  package static func folderAlone() -> Scene {
    let files = InMemoryFileSystem()
    files.putFolder("/office")
    return Scene(files: files)
  }

  /// A folder with the sample document and no workspace, at a terminal of 80 columns.
  package static func document() throws -> Scene {
    let files = InMemoryFileSystem()
    files.put("/office/forestry-bureau.txt", bytes: try sample("documents/forestry-bureau.txt"))
    var scene = Scene(files: files)
    scene.columns = 80
    return scene
  }

  /// The files of the sample workspace.
  ///
  /// What else is in its folder is none of the tests' business: a user may have recorded something
  /// there.
  package static let sampleFiles = [
    "duty.json",
    "checklists/civil.json", "checklists/justice.json", "checklists/township.json",
    "journal/hexuemei@justice.jsonl", "journal/liuwen@pc1.jsonl", "journal/wangfang@pc2.jsonl",
    "journal/xuliang@civil.jsonl", "journal/zhangming@pc3.jsonl",
  ]

  /// The bytes of a file of the sample workspace.
  package static func sample(_ name: String) throws -> [UInt8] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Data")
    return [UInt8](try Data(contentsOf: folder.appending(path: name)))
  }

  /// Runs a command line, given without the name of the program.
  package func run(_ line: [String]) -> Reply {
    let input = Lines(input)
    let answers = answers.map { Lines($0) }
    let (random, questions) = (random, questions)
    let document = document.isEmpty ? Array(self.input.map { $0 + "\n" }.joined().utf8) : document
    return Program.run(
      line,
      in: Surroundings(
        clock: Clock(now: now, randomBits: { (0x5EED, random.next()) }),
        environment: environment,
        workingDirectory: "/office",
        hostName: "pc1",
        userNumber: 1000,
        output: Surroundings.Stream(isTerminal: columns != nil, columns: columns),
        errors: Surroundings.Stream(isTerminal: columns != nil, columns: columns),
        isInteractive: answers != nil,
        files: files,
        readLine: { input.next() },
        readBytes: { Array(document.prefix($0)) },
        ask: { question in
          questions.add(question)
          return answers?.next()
        }
      )
    )
  }

  /// Runs words separated by spaces.
  package func run(_ words: String) -> Reply {
    run(words.split(separator: " ").map(String.init))
  }
}

extension Reply {
  package var text: String { String(decoding: output, as: UTF8.self) }
  package var errorText: String { String(decoding: errors, as: UTF8.self) }
}

/// What a person was asked, one question after the other.
package final class Questions: Sendable {
  private let questions = Mutex<[String]>([])

  package var all: [String] { questions.withLock { $0 } }

  fileprivate func add(_ question: String) {
    questions.withLock { $0.append(question) }
  }
}

/// Numbers for ids, one after the other.
private final class Counter: Sendable {
  private let number = Mutex<UInt64>(0)

  func next() -> UInt64 {
    number.withLock { number in
      number += 0x0001_0000_0001
      return number
    }
  }
}

/// Lines that are read one after the other.
private final class Lines: Sendable {
  private let lines: Mutex<ArraySlice<String>>

  init(_ lines: [String]) {
    self.lines = Mutex(lines[...])
  }

  func next() -> String? {
    lines.withLock { $0.popFirst() }
  }
}
