import Foundation
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// What a run of the program left behind.
struct Run {
  let words: [String]
  let ending: Ending
  let output: Data
  let errors: Data

  var text: String { String(decoding: output, as: UTF8.self) }
  var errorText: String { String(decoding: errors, as: UTF8.self) }
  var lines: [Substring] { text.split(separator: "\n") }
}

extension Run: CustomTestStringConvertible {
  var testDescription: String {
    "duty \(words.joined(separator: " ").prefix(200)): \(ending); \(errorText.suffix(400))"
  }
}

/// A folder of one test, with a home of its own, in which the program is run; it vanishes with
/// the value.
final class TemporaryFolder {
  let path: String

  /// The program that the package has built, beside the bundle of the tests.
  static let program: String = {
    let bundle = CommandLine.arguments.first { $0.contains(".xctest") } ?? CommandLine.arguments[0]
    var folder = URL(fileURLWithPath: bundle)
    while folder.path.contains(".xctest") { folder.deleteLastPathComponent() }
    return folder.appendingPathComponent("duty").path
  }()

  init() throws {
    let name = "duty-test-\(ProcessInfo.processInfo.globallyUniqueString)"
    path = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path + "/" + name
    try FileManager.default.createDirectory(
      atPath: path + "/home",
      withIntermediateDirectories: true
    )
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

  /// The environment of every run, with changes; an empty name of a variable cannot be.
  func environment(_ changes: [String: String?] = [:]) -> [String: String] {
    var result: [String: String?] = [
      "PATH": "/usr/local/bin:/usr/bin:/bin",
      "HOME": self("home"),
      "LANG": "C",
      "TZ": "Asia/Shanghai",
      "DUTY_NOW": "2026-07-10T10:00:00+08:00",
      "DUTY_USER": "王芳",
      "DUTY_WRITER": "tester@here",
    ]
    for (name, value) in changes { result[name] = value }
    return result.compactMapValues { $0 }
  }

  // MARK: - Running

  /// Runs the program to its end.
  ///
  /// - Parameters:
  ///   - words: Its arguments.
  ///   - environment: What differs from the usual environment; `nil` takes a variable away.
  ///   - folder: Where it runs, if not in this folder.
  ///   - input: Its standard input, if not nothing.
  ///   - output: Its standard output, if it is not kept.
  ///   - errors: Its standard error, if it is not kept.
  ///   - seconds: How long it may take.
  /// - Returns: What it left behind, also if it failed; a crash or a hang fails the test.
  /// - Throws: An error if it cannot be started.
  func run(
    _ words: [String],
    environment: [String: String?] = [:],
    in folder: String? = nil,
    input: Stream = .existing("/dev/null"),
    output: Stream? = nil,
    errors: Stream? = nil,
    seconds: Double = 60
  ) throws -> Run {
    try run(
      TemporaryFolder.program,
      words.map { Array($0.utf8) },
      environment: self.environment(environment),
      in: folder ?? path,
      streams: (input, output, errors),
      seconds: seconds
    )
  }

  /// Runs a line of the shell, in which `$duty` is the program.
  func shell(
    _ line: String,
    environment: [String: String?] = [:],
    in folder: String? = nil,
    seconds: Double = 120
  ) throws -> Run {
    var variables = self.environment(environment)
    variables["duty"] = TemporaryFolder.program
    return try run(
      "/bin/sh",
      [Array("-c".utf8), Array(line.utf8)],
      environment: variables,
      in: folder ?? path,
      streams: (.existing("/dev/null"), nil, nil),
      seconds: seconds
    )
  }

  /// Runs a program with all of its environment given, where the tests run if no folder is.
  func run(
    _ program: String,
    _ words: [[UInt8]],
    environment: [String: String],
    in folder: String? = nil,
    streams: (input: Stream, output: Stream?, errors: Stream?),
    seconds: Double = 60
  ) throws -> Run {
    let name = UUID().uuidString
    let (output, errors) = ("\(path)/\(name).out", "\(path)/\(name).err")
    defer {
      try? FileManager.default.removeItem(atPath: output)
      try? FileManager.default.removeItem(atPath: errors)
    }
    let child = try Child(
      program,
      words,
      environment: environment,
      in: folder,
      streams: [streams.input, streams.output ?? .file(output), streams.errors ?? .file(errors)]
    )
    let run = Run(
      words: words.map { String(decoding: $0, as: UTF8.self) },
      ending: child.wait(seconds: seconds),
      output: FileManager.default.contents(atPath: output) ?? Data(),
      errors: FileManager.default.contents(atPath: errors) ?? Data()
    )
    // No input whatever may crash the program, and nothing may hang it.
    #expect(!run.ending.isCrash, "\(run.testDescription)")
    #expect(run.ending != .overdue, "\(run.testDescription)")
    return run
  }

  // MARK: - Workspaces

  /// A copy of the sample workspace; only the files of the list, for a clone may hold more.
  func sample(_ name: String = "sample") throws -> String {
    let data =
      URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path + "/Data"
    for file in TemporaryFolder.sampleFiles {
      let target = "\(path)/\(name)/\(file)"
      try FileManager.default.createDirectory(
        atPath: URL(fileURLWithPath: target).deletingLastPathComponent().path,
        withIntermediateDirectories: true
      )
      try FileManager.default.copyItem(atPath: "\(data)/\(file)", toPath: target)
    }
    return "\(path)/\(name)"
  }

  private static let sampleFiles = [
    "duty.json", "checklists/civil.json", "checklists/justice.json", "checklists/township.json",
    "journal/hexuemei@justice.jsonl", "journal/liuwen@pc1.jsonl", "journal/wangfang@pc2.jsonl",
    "journal/xuliang@civil.jsonl", "journal/zhangming@pc3.jsonl",
  ]

  /// A workspace of one checklist with two duties, and no record.
  func office(_ name: String = "office") throws -> String {
    for folder in ["checklists", "journal"] {
      try FileManager.default.createDirectory(
        atPath: "\(path)/\(name)/\(folder)",
        withIntermediateDirectories: true
      )
    }
    try put("\(name)/duty.json", "{ \"format\": \"duty.settings/1\" }\n")
    try put("\(name)/checklists/office.json", TemporaryFolder.office)
    return "\(path)/\(name)"
  }

  private static let office = """
    {
      "format": "duty.checklist/1", "id": "office", "title": "办公室责任清单",
      "tiers": [
        { "id": "g0", "kind": "party-group", "title": "班子", "duties": [
          { "id": "g1", "title": "巡查", "owner": "王芳", "schedule": "4 per year" },
          { "id": "g2", "title": "日常", "owner": "王芳", "schedule": "ongoing" }
        ] }
      ]
    }
    """

  func put(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: self(name)))
  }

  /// The journal that the runs of this folder write.
  static func journal(_ workspace: String) -> String { workspace + "/journal/tester@here.jsonl" }

  /// The events of a workspace by id; a line that is not JSON is an error.
  static func events(_ workspace: String) throws -> [String: [String: Any]] {
    var result: [String: [String: Any]] = [:]
    let folder = workspace + "/journal"
    for name in try FileManager.default.contentsOfDirectory(atPath: folder)
    where name.hasSuffix(".jsonl") {
      let data = try #require(FileManager.default.contents(atPath: "\(folder)/\(name)"))
      for line in data.split(separator: 0x0A) {
        let event = try #require(try JSONSerialization.jsonObject(with: line) as? [String: Any])
        result[try #require(event["id"] as? String)] = event
      }
    }
    return result
  }

  /// Every file of a folder with its bytes, and every folder, with permissions.
  static func contents(_ folder: String) throws -> [String: Data] {
    var result: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      let path = "\(folder)/\(name)"
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      let mode = (attributes[.posixPermissions] as? Int) ?? 0
      let bytes = FileManager.default.contents(atPath: path) ?? Data()
      result["\(name) \(String(mode, radix: 8))"] = bytes
    }
    return result
  }
}

extension Run {
  /// The id of the event that a recording command has answered with `--json`.
  func recorded() throws -> String {
    let answer = try JSONSerialization.jsonObject(with: output) as? [String: Any]
    let event = try #require(answer?["event"] as? [String: Any])
    return try #require(event["id"] as? String)
  }
}
