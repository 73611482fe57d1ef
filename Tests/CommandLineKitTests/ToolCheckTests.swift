import CommandLineKit
import TerminalText
import Testing

@Suite struct FaultTests {
  private struct Faulty: Command {
    let flags: Bool
    let words: [String]
    let word: String?
    let last: String

    static let name = "faulty -one"

    static let declaration = Declaration(
      Message(en: "Ends in a stop.", zh: "句号。"),
      Flag("quiet", help: Message(en: "", zh: "有（默认：无）")),
      Arguments<String>(.empty, isOptional: true, help: Message(en: "words", zh: "词")),
      OptionalArgument<String>(Message(en: "word", zh: "词"), help: Message(en: "word", zh: "词")),
      Argument<String>(Message(en: "last", zh: "词"), help: Message(en: "word", zh: "词")),
      as: Faulty.init(flags:words:word:last:)
    )

    func run(in context: Sample.Context) -> String { "" }
  }

  private struct Family: Command {
    let sort: Bool
    let topic: String?

    static let name = "finding"

    static let declaration = Declaration(
      Message(en: "Find", zh: "找"),
      Flag("sort", short: "C", help: Message(en: "Sort", zh: "排序")),
      OptionalArgument<String>(
        Message(en: "topic", zh: "主题"),
        help: Message(en: "A topic", zh: "主题")
      ),
      as: Family.init(sort:topic:)
    )

    func run(in context: Sample.Context) -> String { "" }
  }

  @Test func faultsAreFound() {
    let tool = Tool<Globals, Sample.Context, String>(
      "clerk",
      version: "1",
      Message(en: "Keep lists", zh: "清单"),
      globals: Globals.parameters,
      commands: [Faulty.self, Family.self, FindingAdd.self, FindingAdd.self, List.self]
    )
    #expect(
      tool.faults == [
        "finding add: the name is used twice",
        "finding: takes arguments and is the first word of others",
        "faulty -one: the summary ends in a full stop in english",
        "faulty -one: the summary ends in a full stop in chinese",
        "faulty -one: the name is neither a word nor two",
        "faulty -one: --quiet is used twice",
        "faulty -one: [<> ...] repeats, but is not the last argument",
        "faulty -one: <last> is required after an optional argument",
        "faulty -one: the help of --quiet is empty in english",
        "faulty -one: the help of --quiet tells the default, which is added to it, in chinese",
        "faulty -one: [<> ...] has no name for its value in one of the languages",
        "finding: -C is used twice",
        "-C: takes a value in one place and none in another",
        "--sort: takes a value in one place and none in another",
      ]
    )
  }
}
