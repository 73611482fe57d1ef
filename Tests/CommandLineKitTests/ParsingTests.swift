import CommandLineKit
import TerminalText
import Testing

/// What a line asks for, in a form that can be compared.
enum Answer: Equatable {
  case overview(Globals)
  case list(List, Globals)
  case done(Done, Globals)
  case other(String)
  case help(HelpTopic)
  case version

  init(_ line: [String]) throws(UsageError) {
    switch try Sample.tool.request(for: line) {
    case .overview(let globals): self = .overview(globals)
    case .run(let command as List, let globals): self = .list(command, globals)
    case .run(let command as Done, let globals): self = .done(command, globals)
    case .run(let command, _): self = .other("\(type(of: command))")
    case .help(let topic, _): self = .help(topic)
    case .version: self = .version
    }
  }
}

extension Globals {
  static func with(
    folder: String? = nil,
    language: LanguageChoice? = nil,
    usesPager: Bool? = nil,
    isQuiet: Bool = false
  ) -> Globals {
    Globals(folder: folder, language: language, usesPager: usesPager, isQuiet: isQuiet)
  }
}

extension List {
  static func with(
    words: [String] = [],
    owners: [String] = [],
    states: [State] = [],
    order: Order = .due,
    limit: Int = 20
  ) -> List {
    List(words: words, owners: owners, states: states, order: order, limit: limit)
  }
}

extension Done {
  static func with(
    _ ids: String...,
    day: String? = nil,
    note: String? = nil,
    file: String? = nil,
    isDryRun: Bool = false,
    author: String? = nil
  ) -> Done {
    Done(
      ids: ids,
      day: day.map { Day(text: $0) },
      note: note,
      file: file,
      recording: Recording(isDryRun: isDryRun, author: author)
    )
  }
}

/// The words of a line in which spaces separate words and `·` stands for an empty one.
func words(_ line: String) -> [String] {
  line.split(separator: " ").map { $0 == "·" ? "" : String($0) }
}

@Suite struct ParsingTests {
  @Test(
    "Lists",
    arguments: [
      ("list", .with(), .with()),
      ("list --state late", .with(states: [.late]), .with()),
      ("list --state=late", .with(states: [.late]), .with()),
      ("list -s late", .with(states: [.late]), .with()),
      ("list -slate", .with(states: [.late]), .with()),
      ("list -qslate", .with(states: [.late]), .with(isQuiet: true)),
      ("list --state late,open --state done", .with(states: [.late, .open, .done]), .with()),
      ("list --owner a --owner b", .with(owners: ["a", "b"]), .with()),
      ("list --owner a,b", .with(owners: ["a,b"]), .with()),
      ("--state late list", .with(states: [.late]), .with()),
      ("-s late list x", .with(words: ["x"], states: [.late]), .with()),
      ("--dir d list", .with(), .with(folder: "d")),
      ("list --dir d", .with(), .with(folder: "d")),
      ("list -Cd x", .with(words: ["x"]), .with(folder: "d")),
      (
        "-C d -q list x -- -y --z", .with(words: ["x", "-y", "--z"]),
        .with(folder: "d", isQuiet: true)
      ),
      ("list -- --help", .with(words: ["--help"]), .with()),
      ("-- list x", .with(words: ["x"]), .with()),
      ("list -", .with(words: ["-"]), .with()),
      ("list --sort title", .with(order: .title), .with()),
      ("list --sort title --sort title", .with(order: .title), .with()),
      ("list --limit -1", .with(limit: -1), .with()),
      ("list --limit=0 -l0", .with(limit: 0), .with()),
      ("list list", .with(words: ["list"]), .with()),
      ("list --pager", .with(), .with(usesPager: true)),
      ("list --pager --no-pager", .with(), .with(usesPager: false)),
      ("list --no-pager --pager -q -q", .with(), .with(usesPager: true, isQuiet: true)),
      ("list --dir -", .with(), .with(folder: "-")),
      ("list --owner=-x", .with(owners: ["-x"]), .with()),
      ("list --owner=a=b", .with(owners: ["a=b"]), .with()),
    ] as [(String, List, Globals)]
  )
  func lists(line: String, command: List, globals: Globals) throws {
    #expect(try Answer(words(line)) == .list(command, globals))
  }

  @Test(
    "Records",
    arguments: [
      ("done a b", .with("a", "b"), .with()),
      ("done a --on -3d", .with("a", day: "-3d"), .with()),
      ("done a --on=-3d", .with("a", day: "-3d"), .with()),
      ("done --note= a", .with("a", note: ""), .with()),
      ("done a --note ·", .with("a", note: ""), .with()),
      ("done a -nof", .with("a", file: "f", isDryRun: true), .with()),
      ("done a -n -o f", .with("a", file: "f", isDryRun: true), .with()),
      ("done a --as b --lang zh", .with("a", author: "b"), .with(language: .zh)),
    ] as [(String, Done, Globals)]
  )
  func records(line: String, command: Done, globals: Globals) throws {
    #expect(try Answer(words(line)) == .done(command, globals))
  }

  @Test(
    "Other lines",
    arguments: [
      ("", .overview(.with())),
      ("-q --lang zh", .overview(.with(language: .zh, isQuiet: true))),
      ("finding add text", .other("FindingAdd")),
      ("finding -n add text", .other("FindingAdd")),
      ("--as x finding add text", .other("FindingAdd")),
      ("config set a b", .other("ConfigSet")),
      ("move a -3", .other("Move")),
      ("complete-words -- list ·", .other("CompleteWords")),
      ("--version", .version),
      ("nosuch --version --nosuch", .version),
      ("list --version", .version),
      ("finding", .help(.family("finding"))),
      ("finding -q", .help(.family("finding"))),
      ("finding -h", .help(.family("finding"))),
      ("help", .help(.tool)),
      ("help help", .help(.tool)),
      ("help finding", .help(.family("finding"))),
      ("--help", .help(.tool)),
      ("-h", .help(.tool)),
      ("-qh", .help(.tool)),
      ("nosuch --help", .help(.tool)),
      ("help nosuch --help", .help(.tool)),
      ("--nosuch --help", .help(.tool)),
      ("--help --version", .help(.tool)),
    ] as [(String, Answer)]
  )
  func others(line: String, answer: Answer) throws {
    #expect(try Answer(words(line)) == answer)
  }

  @Test(
    "Help on a command, next to whatever else",
    arguments: [
      "help list", "list --help", "list -h", "--help list", "list --nosuch --help",
      "list --sort nosuch -h", "list x y --limit -h", "list --lang nosuch --help",
      "-q list --dir -h", "list --state= --help", "list --sort a --sort b -h",
    ]
  )
  func help(line: String) throws {
    let list = try #require(Sample.tool.descriptions.first { $0.name == "list" })
    #expect(try Answer(words(line)) == .help(.command(list)))
  }

  @Test func helpSpeaksTheLanguageAskedFor() throws {
    let line = words("list --lang zh --dir -h")
    guard case .help(_, let globals) = try Sample.tool.request(for: line) else {
      Issue.record("no help")
      return
    }
    #expect(globals == .with(language: .zh))
  }

  @Test(
    "Globals of a line that is wrong",
    arguments: [
      ("nosuch --lang zh", .with(language: .zh)),
      ("list --nosuch --lang zh", .with(language: .zh)),
      ("--lang zh --lang en list -q", .with(isQuiet: true)),
      ("list --lang fr -C x", .with(folder: "x")),
      ("list --lang", .with()),
    ] as [(String, Globals)]
  )
  func leniently(line: String, globals: Globals) throws {
    #expect(try Sample.tool.globals(leniently: words(line)) == globals)
  }

  @Test func abbreviationsAreNotUnderstood() {
    let tool = Sample.tool
    let commands = Set(tool.descriptions.map(\.name) + ["finding", "config", "help"])
    for name in commands {
      for length in 1..<name.count where !commands.contains(String(name.prefix(length))) {
        let line = words(String(name.prefix(length)) + " x y")
        #expect(throws: UsageError.self, "\(line)") { try tool.request(for: line) }
      }
    }
    for command in tool.descriptions {
      let names = Set((command.entries + tool.globals.entries).map(\.name) + ["help", "version"])
      for name in names {
        for length in 1..<max(name.count, 1) where !names.contains(String(name.prefix(length))) {
          let line = words("\(command.name) --\(name.prefix(length))=x")
          #expect(throws: UsageError.self, "\(line)") { try tool.request(for: line) }
        }
      }
    }
  }

  @Test func longLines() throws {
    let ids = (0..<10_000).map(String.init)
    #expect(try Answer(["list"] + ids) == .list(.with(words: ids), .with()))
    let long = String(repeating: "x", count: 1 << 20)
    #expect(throws: UsageError.unknownCommand(long, suggestion: nil)) { try Answer([long]) }
    #expect(throws: UsageError.unknownOption("--\(long)", suggestion: nil)) {
      try Answer(["list", "--\(long)"])
    }
    #expect(throws: UsageError.self) { try Answer(["list", "-\(long)"]) }
    #expect(throws: UsageError.self) { try Answer(["list", "--sort", long]) }
  }

  @Test func noFaults() {
    #expect(Sample.tool.faults == [])
  }
}

@Suite struct SuggestionTests {
  @Test(
    "Nearest names",
    arguments: [
      ("dnoe", ["list", "done", "due"], ["done", "due"]),
      ("--fromat", ["--format", "--from"], ["--format", "--from"]),
      ("--x", ["--y", "--on"], ["--y"]),
      ("s21", ["s1", "s2", "s11", "s12", "s3"], ["s1", "s2", "s11", "s12"]),
      ("王方", ["王芳", "张明"], ["王芳"]),
      ("a", ["b", "a"], []),
      ("", ["b"], []),
      ("abcdefgh", ["abcdwxyz"], []),
      ("abcdefgh", ["abcdexyz"], ["abcdexyz"]),
    ]
  )
  func nearest(word: String, names: [String], expected: [String]) {
    #expect(names.nearest(to: word, limit: 10) == expected)
    #expect(names.nearest(to: word, limit: 1) == Array(expected.prefix(1)))
    #expect(names.nearest(to: word, limit: 0) == [])
    #expect(names.nearest(to: word, limit: -1) == [])
    #expect(names.closest(to: word) == expected.first)
  }
}
