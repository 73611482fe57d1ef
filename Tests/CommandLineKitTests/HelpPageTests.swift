import CommandLineKit
import TerminalText
import Testing

@Suite struct HelpPageTests {
  private func page(_ line: String, _ language: Language, _ columns: Int?) -> [String] {
    let topic = Sample.tool.topic(of: words(line))
    return HelpPage(topic, of: Sample.tool, language: language, columns: columns).lines
  }

  @Test func toolAt80() {
    #expect(page("", .english, 80).joined(separator: "\n") == Golden.toolAt80)
  }

  @Test func toolInChinese() {
    #expect(page("", .chinese, 80).joined(separator: "\n") == Golden.toolInChinese)
  }

  @Test func doneAt80() {
    #expect(page("done", .english, 80).joined(separator: "\n") == Golden.doneAt80)
  }

  @Test func doneAt40() {
    #expect(page("done", .english, 40).joined(separator: "\n") == Golden.doneAt40)
  }

  @Test func doneInChinese() {
    #expect(page("done", .chinese, 80).joined(separator: "\n") == Golden.doneInChinese)
  }

  @Test func doneInChineseAt40() {
    #expect(page("done", .chinese, 40).joined(separator: "\n") == Golden.doneInChineseAt40)
  }

  @Test func listAt200() {
    #expect(page("list", .english, 200).joined(separator: "\n") == Golden.listAt200)
  }

  @Test func familyAt80() {
    #expect(page("finding", .english, 80).joined(separator: "\n") == Golden.familyAt80)
  }

  @Test(arguments: ["", "list", "done", "move", "finding", "finding add", "config set"])
  func linesFit(line: String) {
    for language in Language.allCases {
      for columns in 20...200 {
        let lines = page(line, language, columns)
        let limit = max(min(columns, 80), 27)
        for line in lines where line.displayWidth > limit {
          // The usage and command lines to copy are never broken, nor are long names.
          let isWhole =
            line.hasPrefix("USAGE: ") || line.hasPrefix("用法：") || line.contains("clerk ")
          #expect(isWhole, "\(columns): \(line)")
        }
        #expect(lines.allSatisfy { !$0.hasSuffix(" ") })
      }
      #expect(page(line, language, 200) == page(line, language, 80))
      #expect(page(line, language, nil) == page(line, language, 80))
    }
  }

  @Test func hiddenCommandsAreLeftOut() {
    for language in Language.allCases {
      #expect(!page("", language, 80).joined().contains("complete-words"))
    }
  }

  @Test func everyOptionIsThere() {
    for command in Sample.tool.visibleDescriptions {
      let text = page(command.name, .english, 80).joined(separator: "\n")
      for entry in command.entries where entry.isNamed {
        #expect(text.contains("--\(entry.name)"))
      }
    }
    let text = page("", .english, 80).joined(separator: "\n")
    for entry in Sample.tool.globals.entries {
      #expect(text.contains("--\(entry.name)"))
    }
  }
}

private enum Golden {
  static let toolAt80 = """
    OVERVIEW: Keep lists of things to do.

    EXAMPLES:
      clerk list --state late,open                      what is left
      clerk done s11b --on 2026-05-06

    USAGE: clerk <subcommand>

    LOOK SUBCOMMANDS:
      list                    Show what is on the lists.

    RECORD SUBCOMMANDS:
      done                    Record that something was done.
      move                    Move something by some days.
      finding add             Open a finding.
      finding close           Close a finding.

    SET-UP SUBCOMMANDS:
      config set              Change a setting.

    OPTIONS FOR ALL:
      -C, --dir <folder>      The folder with the lists. (default: found from here
                              upwards)
      --lang <lang>           The language of the answer. (values: en, zh; default:
                              from the environment)
      --pager/--no-pager      Show long answers page by page.
      -q, --quiet             Print nothing on success.
      --version               Show the version.
      -h, --help              Show help information.

      See 'clerk help <subcommand>' for detailed help.
    """

  static let toolInChinese = """
    概述：管理待办清单。

    示例：
      clerk list --state late,open                      还剩什么
      clerk done s11b --on 2026-05-06

    用法：clerk <命令>

    查看：
      list                    列出各项。

    记录：
      done                    记一笔：办了。
      move                    推后若干天。
      finding add             登记一个问题。
      finding close           问题销号。

    建立：
      config set              更改一项设置。

    通用选项：
      -C, --dir <文件夹>      清单所在的文件夹。（默认：由此向上查找）
      --lang <语言>           回答所用的语言。（取值：en, zh；默认：取自环境）
      --pager/--no-pager      长的回答分页显示。
      -q, --quiet             成功时不输出。
      --version               显示版本。
      -h, --help              显示帮助。

      某个命令的详细说明：clerk help <命令>
    """

  static let doneAt80 = """
    OVERVIEW: Record that something was done.

    Several ids are recorded together: all of them or none.

    EXAMPLES:
      clerk done s11b                                   done today
      clerk done s11b --on 2026-05-06 --note "学习条例"
          done on another day

    USAGE: clerk done <id> ... [--on <date>] [--note <text>] [--output <file>] ...

    ARGUMENTS:
      <id> ...                What was done, such as s11b or town/s11b; '-' reads
                              ids from standard input.

    OPTIONS:
      --on <date>             The day it was done. (default: today)
                              2026-05-06, 05-06, today, -3d
      --note <text>           What was done.
      -o, --output <file>     Where to write the record.
      -n, --dry-run           Show what would be recorded.
      --as <name>             Who records it.
      -h, --help              Show help information.

    EXIT STATUS: 0 recorded; 64 usage; 66 no such id.

      See 'clerk --help' for the options of all subcommands.
    """

  static let doneAt40 = """
    OVERVIEW: Record that something was
    done.

    Several ids are recorded together: all
    of them or none.

    EXAMPLES:
      clerk done s11b
          done today
      clerk done s11b --on 2026-05-06 --note "学习条例"
          done on another day

    USAGE: clerk done <id> ... [--on <date>] [--note <text>] [--output <file>] ...

    ARGUMENTS:
      <id> ...
              What was done, such as s11b or
              town/s11b; '-' reads ids from
              standard input.

    OPTIONS:
      --on <date>
              The day it was done. (default:
              today)
              2026-05-06, 05-06, today, -3d
      --note <text>
              What was done.
      -o, --output <file>
              Where to write the record.
      -n, --dry-run
              Show what would be recorded.
      --as <name>
              Who records it.
      -h, --help
              Show help information.

    EXIT STATUS: 0 recorded; 64 usage; 66 no
    such id.

      See 'clerk --help' for the options of
      all subcommands.
    """

  static let doneInChinese = """
    概述：记一笔：办了。

    多个编号一并记录：要么全记，要么全不记。

    示例：
      clerk done s11b                                   今天办的
      clerk done s11b --on 2026-05-06 --note "学习条例"
          另一天办的

    用法：clerk done <编号> ... [--on <日期>] [--note <文字>] [--output <文件>] ...

    参数：
      <编号> ...              办了的编号，如 s11b 或 town/s11b；写 - 则从标准输入读
                              取。

    选项：
      --on <日期>             哪天办的。（默认：今天）
                              2026-05-06、05-06、今天、-3d
      --note <文字>           办了什么。
      -o, --output <文件>     记录写到哪里。
      -n, --dry-run           只显示将写入的内容。
      --as <姓名>             由谁记录。
      -h, --help              显示帮助。

    退出状态：0 已记录；64 用法有误；66 没有这个编号。

      通用选项见 clerk --help
    """

  static let doneInChineseAt40 = """
    概述：记一笔：办了。

    多个编号一并记录：要么全记，要么全不记。

    示例：
      clerk done s11b
          今天办的
      clerk done s11b --on 2026-05-06 --note "学习条例"
          另一天办的

    用法：clerk done <编号> ... [--on <日期>] [--note <文字>] [--output <文件>] ...

    参数：
      <编号> ...
              办了的编号，如 s11b 或
              town/s11b；写 - 则从标准输入读
              取。

    选项：
      --on <日期>
              哪天办的。（默认：今天）
              2026-05-06、05-06、今天、-3d
      --note <文字>
              办了什么。
      -o, --output <文件>
              记录写到哪里。
      -n, --dry-run
              只显示将写入的内容。
      --as <姓名>
              由谁记录。
      -h, --help
              显示帮助。

    退出状态：0 已记录；64 用法有误；66 没有
    这个编号。

      通用选项见 clerk --help
    """

  static let listAt200 = """
    OVERVIEW: Show what is on the lists.

    USAGE: clerk list [<id> ...] [--owner <name>] [--state <state>] ...

    ARGUMENTS:
      [<id> ...]              What to show.

    OPTIONS:
      --owner <name>          Whose things; repeatable.
      -s, --state <state>     In which state. (values: late, open, done, waived,
                              silent, future)
      --sort <order>          The order of the rows. (values: due, title, owner;
                              default: due)
      -l, --limit <n>         How many rows to show. (default: 20)
      -h, --help              Show help information.

      See 'clerk --help' for the options of all subcommands.
    """

  static let familyAt80 = """
    USAGE: clerk finding <subcommand>

    SUBCOMMANDS:
      finding add             Open a finding.
      finding close           Close a finding.

    OPTIONS:
      -h, --help              Show help information.

      See 'clerk help finding <subcommand>' for detailed help.
    """
}
