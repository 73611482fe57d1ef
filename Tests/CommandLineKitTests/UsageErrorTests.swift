import CommandLineKit
import TerminalText
import Testing

@Suite struct UsageErrorTests {
  /// What a wrong line is told, without the word "Error:".
  private func complaint(_ line: String, _ language: Language) -> [String] {
    do throws(UsageError) {
      _ = try Sample.tool.request(for: words(line))
      return []
    } catch {
      let hints = Sample.tool.hints(
        for: error,
        in: words(line),
        language: language,
        terminal: Terminal()
      )
      return error.message.text(in: language).split(separator: "\n").map(String.init) + hints
    }
  }

  private static let listUsage =
    "Usage: clerk list [<id> ...] [--owner <name>] [--state <state>] ..."
  private static let doneUsage =
    "Usage: clerk done <id> ... [--on <date>] [--note <text>] [--output <file>] ..."
  private static let seeList = "  See 'clerk list --help' for more information."
  private static let seeDone = "  See 'clerk done --help' for more information."

  @Test(
    "English",
    arguments: [
      (
        "dnoe x",
        [
          "Unknown subcommand 'dnoe'. Did you mean 'done'?",
          "  See 'clerk --help' for all commands.",
        ]
      ),
      (
        "help dnoe",
        [
          "Unknown subcommand 'dnoe'. Did you mean 'done'?",
          "  See 'clerk --help' for all commands.",
        ]
      ),
      ("xyzzy", ["Unknown subcommand 'xyzzy'", "  See 'clerk --help' for all commands."]),
      (
        "finding ad x",
        [
          "Unknown subcommand 'finding ad'. Did you mean 'finding add'?",
          "  See 'clerk finding --help' for all commands.",
        ]
      ),
      (
        "complete-word",
        ["Unknown subcommand 'complete-word'", "  See 'clerk --help' for all commands."]
      ),
      (
        "list --onwer x", ["Unknown option '--onwer'. Did you mean '--owner'?", listUsage, seeList]
      ),
      ("list --xyzzy", ["Unknown option '--xyzzy'", listUsage, seeList]),
      ("list -z", ["Unknown option '-z'", listUsage, seeList]),
      ("list -1", ["Unknown option '-1'", listUsage, seeList]),
      (
        "list --no-quiet",
        ["Unknown option '--no-quiet'. Did you mean '--quiet'?", listUsage, seeList]
      ),
      (
        "--nosuch",
        ["Unknown option '--nosuch'", "  See 'clerk --help' for more information."]
      ),
      (
        "list --sort",
        [
          "Missing value for '--sort <order>'",
          "Help:  --sort <order>  The order of the rows. (values: due, title, owner;",
          "  default: due)", listUsage, seeList,
        ]
      ),
      (
        "done x --note --on",
        [
          "Missing value for '--note <text>'", "Help:  --note <text>  What was done.", doneUsage,
          seeDone,
        ]
      ),
      (
        "list --sort x",
        [
          "The value 'x' is invalid for '--sort <order>'. Please provide one of 'due', 'title' or 'owner'.",
          "Help:  --sort <order>  The order of the rows. (values: due, title, owner;",
          "  default: due)", listUsage, seeList,
        ]
      ),
      (
        "list --sort tilte",
        [
          "The value 'tilte' is invalid for '--sort <order>'. Did you mean 'title'?",
          "Help:  --sort <order>  The order of the rows. (values: due, title, owner;",
          "  default: due)", listUsage, seeList,
        ]
      ),
      (
        "list --state late,x",
        [
          "The value 'x' is invalid for '--state <state>'. Please provide one of the following:",
          "  - late", "  - open", "  - done", "  - waived", "  - silent", "  - future",
          "Help:  --state <state>  In which state. (values: late, open, done, waived,",
          "  silent, future)", listUsage, seeList,
        ]
      ),
      (
        "list --limit x",
        [
          "The value 'x' is invalid for '--limit <n>': not a whole number.",
          "Help:  --limit <n>  How many rows to show. (default: 20)", listUsage, seeList,
        ]
      ),
      (
        "done x --on 7/8/2026",
        [
          "The value '7/8/2026' is invalid for '--on <date>': day and month unclear.",
          "  Write 2026-07-08 or 2026-08-07. Also: today, -3d.",
        ]
      ),
      (
        "list --quiet=yes",
        [
          "The option '--quiet' does not take any value, but 'yes' was specified.", listUsage,
          seeList,
        ]
      ),
      (
        "list --help=no",
        [
          "The option '--help' does not take any value, but 'no' was specified.", listUsage,
          seeList,
        ]
      ),
      (
        "list -q=yes",
        ["The option '-q' does not take any value, but 'yes' was specified.", listUsage, seeList]
      ),
      (
        "done x -o=y",
        ["Write '-o y' or '--output=y', not '-o=y'", doneUsage, seeDone]
      ),
      (
        "done x --on=",
        [
          "Empty value for '--on <date>'",
          "Help:  --on <date>  The day it was done. (default: today)",
          doneUsage, seeDone,
        ]
      ),
      (
        "list --state late,",
        [
          "Empty value for '--state <state>'",
          "Help:  --state <state>  In which state. (values: late, open, done, waived,",
          "  silent, future)", listUsage, seeList,
        ]
      ),
      ("done ·", ["Empty argument", doneUsage, seeDone]),
      ("·", ["Empty argument", "  See 'clerk --help' for more information."]),
      (
        "done x --as a --as b",
        [
          "The option '--as <name>' was given twice: 'a' and 'b'",
          "Help:  --as <name>  Who records it.", doneUsage, seeDone,
        ]
      ),
      (
        "done",
        [
          "Missing expected argument '<id>'",
          "Help:  <id>  What was done, such as s11b or town/s11b; '-' reads ids from",
          "  standard input.", doneUsage, seeDone,
        ]
      ),
      (
        "config set a b c",
        [
          "Unexpected argument 'c'", "Usage: clerk config set <key> <value>",
          "  See 'clerk config set --help' for more information.",
        ]
      ),
      (
        "config set a b c d",
        [
          "2 unexpected arguments: 'c', 'd'", "Usage: clerk config set <key> <value>",
          "  See 'clerk config set --help' for more information.",
        ]
      ),
      (
        "help list x",
        ["Unexpected argument 'x'", "  See 'clerk --help' for more information."]
      ),
    ] as [(String, [String])]
  )
  func english(line: String, expected: [String]) {
    #expect(complaint(line, .english) == expected)
  }

  @Test(
    "Chinese",
    arguments: [
      ("dnoe x", ["未知命令'dnoe'，是否想输入'done'？", "  全部命令见 clerk --help"]),
      (
        "done x --on 7/8/2026",
        ["'--on <日期>'的值'7/8/2026'无效：分不清月和日。", "  请写 2026-07-08 或 2026-08-07。也可写：今天、-3d。"]
      ),
      (
        "list --sort x",
        [
          "'--sort <顺序>'的值'x'无效。可用的值：'due''title'或'owner'。",
          "帮助：--sort <顺序>  各行的顺序。（取值：due, title, owner；默认：due）",
          "用法：clerk list [<编号> ...] [--owner <姓名>] [--state <状态>] ...",
          "  更多说明见 clerk list --help",
        ]
      ),
      (
        "done",
        [
          "缺少参数'<编号>'",
          "帮助：<编号>  办了的编号，如 s11b 或 town/s11b；写 - 则从标准输入读取。",
          "用法：clerk done <编号> ... [--on <日期>] [--note <文字>] [--output <文件>] ...",
          "  更多说明见 clerk done --help",
        ]
      ),
      (
        "config set a b c d",
        [
          "2个多余的参数：'c''d'", "用法：clerk config set <名称> <值>",
          "  更多说明见 clerk config set --help",
        ]
      ),
    ] as [(String, [String])]
  )
  func chinese(line: String, expected: [String]) {
    #expect(complaint(line, .chinese) == expected)
  }

  @Test func theFirstErrorIsTold() {
    #expect(throws: UsageError.unknownOption("--nosuch", suggestion: nil)) {
      try Answer(words("list --nosuch --sort nosuch -z"))
    }
    #expect(throws: UsageError.unknownCommand("nosuch", suggestion: nil)) {
      try Answer(words("--nosuch nosuch"))
    }
  }
}
