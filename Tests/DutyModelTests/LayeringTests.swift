import Foundation
import Testing

/// The targets are apart by what they may import; the compiler does not know these rules.
@Suite("A source file")
struct LayeringTests {
  private static let systemModules: Set = ["Glibc", "Musl", "Darwin"]

  private struct Line {
    let target: String
    let file: String
    let module: String
  }

  @Test("of the model imports nothing")
  func model() throws {
    let lines = try imports().filter { $0.target == "DutyModel" }
    #expect(lines.isEmpty, "\(lines)")
    #expect(try files(of: "DutyModel").count > 5)
  }

  @Test("imports no Foundation")
  func foundation() throws {
    let lines = try imports().filter { $0.module.hasPrefix("Foundation") }
    #expect(lines.isEmpty, "\(lines)")
  }

  @Test("calls the system only in the program and the store")
  func system() throws {
    let lines = try imports().filter {
      LayeringTests.systemModules.contains($0.module) && !["duty", "DutyStore"].contains($0.target)
    }
    #expect(lines.isEmpty, "\(lines)")
  }

  @Test("imports modules of this package and the system's alone")
  func ownModules() throws {
    let targets = Set(try FileManager.default.contentsOfDirectory(atPath: sources.path))
    #expect(targets.contains("duty") && targets.contains("DutyStore"))
    let known = targets.union(LayeringTests.systemModules).union(["Synchronization"])
    let lines = try imports().filter { !known.contains($0.module) }
    #expect(lines.isEmpty, "\(lines)")
  }

  private var sources: URL {
    URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Sources")
  }

  private func files(of target: String) throws -> [URL] {
    let folder = sources.appending(path: target)
    let enumerator = try #require(
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    )
    return enumerator.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
  }

  /// Every line that imports a module, in any of the ways Swift has.
  private func imports() throws -> [Line] {
    var lines: [Line] = []
    for target in try FileManager.default.contentsOfDirectory(atPath: sources.path) {
      for file in try files(of: target) {
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
          var words = line.split(separator: " ")[...]
          let modifiers = ["package", "internal", "private", "fileprivate", "public"]
          while let word = words.first, word.hasPrefix("@") || modifiers.contains(String(word)) {
            words.removeFirst()
          }
          guard words.first == "import", let last = words.last else { continue }
          let kinds: Set<Substring> = ["struct", "class", "enum", "func", "var", "typealias"]
          let name = words.dropFirst().first { !kinds.contains($0) } ?? last
          let module = name.split(separator: ".").first ?? name
          lines.append(
            Line(target: target, file: file.lastPathComponent, module: String(module))
          )
        }
      }
    }
    return lines
  }
}
