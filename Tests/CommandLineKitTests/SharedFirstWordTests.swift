import CommandLineKit
import TerminalText
import Testing

/// A command without arguments whose name is the first word of another.
@Suite struct SharedFirstWordTests {
  private struct Globals: Sendable {
    let isQuiet: Bool

    static let parameters = Parameters(
      Flag("quiet", help: Message(en: "Be quiet", zh: "安静")),
      as: Globals.init(isQuiet:)
    )
  }

  private struct Show: Command {
    let all: Bool

    static let name = "config"

    static let declaration = Declaration<Show>(
      Message(en: "Show settings", zh: "看设置"),
      Flag("all", help: Message(en: "All of them", zh: "全部")),
      as: Show.init(all:)
    )

    func run(in context: Int) -> String { all ? "all" : "some" }
  }

  private struct Change: Command {
    let key: String

    static let name = "config set"

    static let declaration = Declaration<Change>(
      Message(en: "Change a setting", zh: "改设置"),
      Argument<String>(Message(en: "key", zh: "键"), help: Message(en: "A key", zh: "键")),
      as: Change.init(key:)
    )

    func run(in context: Int) -> String { key }
  }

  private let tool = Tool<Globals, Int, String>(
    "clerk",
    version: "1",
    Message(en: "Keep lists", zh: "清单"),
    globals: Globals.parameters,
    commands: [Show.self, Change.self]
  )

  private func answer(_ line: String) throws -> String {
    let words = line.split(separator: " ").map(String.init)
    switch try tool.request(for: words) {
    case .run(let command, _): return try command.run(in: 0)
    case .help(.command(let description), _): return "help \(description.name)"
    case .help(.family(let name), _): return "family \(name)"
    case .help(.tool, _), .overview, .version: return "other"
    }
  }

  @Test(arguments: [
    ("config", "some"), ("config --all", "all"), ("config set a", "a"),
    ("--quiet config set a", "a"), ("config --quiet set a", "a"), ("help config", "help config"),
    ("help config set", "help config set"), ("config --help", "help config"),
    ("config set --help", "help config set"),
  ])
  func theLongerNameIsFoundFirst(_ line: String, _ expected: String) throws {
    #expect(tool.faults == [])
    #expect(try answer(line) == expected)
  }

  @Test func whatIsNeitherIsRefusedByName() {
    #expect(throws: UsageError.unknownCommand("config sett", suggestion: "config set")) {
      _ = try tool.request(for: ["config", "sett", "a"])
    }
  }

  @Test func bothAreOffered() {
    let first = tool.completions(for: ["c"]) { _ in [] }
    #expect(first.candidates.map(\.word) == ["config"])
    let second = tool.completions(for: ["config", ""]) { _ in [] }
    #expect(second.candidates.map(\.word) == ["set"])
  }
}
