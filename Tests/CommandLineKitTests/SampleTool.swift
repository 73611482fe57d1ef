import CommandLineKit
import TerminalText

/// A small program with one of everything, for the tests of this target.
enum Sample {
  struct Context {}

  static let tool = Tool<Globals, Context, String>(
    "clerk",
    version: "1.2.3",
    Message(en: "Keep lists of things to do", zh: "管理待办清单"),
    examples: [
      Example("clerk list --state late,open", Message(en: "what is left", zh: "还剩什么")),
      Example("clerk done s11b --on 2026-05-06"),
    ],
    globals: Globals.parameters,
    commands: [
      List.self, Done.self, Move.self, FindingAdd.self, FindingClose.self, ConfigSet.self,
      CompleteWords.self,
    ]
  )

  static let look = CommandGroup(Message(en: "Look", zh: "查看"))
  static let record = CommandGroup(Message(en: "Record", zh: "记录"))
  static let setUp = CommandGroup(Message(en: "Set-up", zh: "建立"))
}

struct Globals: Equatable {
  let folder: String?
  let language: LanguageChoice?
  let usesPager: Bool?
  let isQuiet: Bool

  static let parameters = Parameters(
    Option<String>(
      "dir",
      short: "C",
      value: Message(en: "folder", zh: "文件夹"),
      help: Message(en: "The folder with the lists", zh: "清单所在的文件夹"),
      fallback: Message(en: "found from here upwards", zh: "由此向上查找"),
      completion: .files
    ),
    Option<LanguageChoice>(
      "lang",
      value: Message(en: "lang", zh: "语言"),
      help: Message(en: "The language of the answer", zh: "回答所用的语言"),
      fallback: Message(en: "from the environment", zh: "取自环境")
    ),
    Switch("pager", help: Message(en: "Show long answers page by page", zh: "长的回答分页显示")),
    Flag("quiet", short: "q", help: Message(en: "Print nothing on success", zh: "成功时不输出")),
    as: Globals.init(folder:language:usesPager:isQuiet:)
  )
}

enum LanguageChoice: String, CaseIterable, ArgumentValue {
  case en
  case zh
}

enum State: String, CaseIterable, ArgumentValue {
  case late
  case open
  case done
  case waived
  case silent
  case future
}

enum Order: String, CaseIterable, ArgumentValue {
  case due
  case title
  case owner
}

/// A day, of which this sample understands two forms.
struct Day: ArgumentValue, Equatable {
  let text: String

  init(text: String) {
    self.text = text
  }

  init(word: String) throws(InvalidValue) {
    if word.contains("/") {
      throw InvalidValue(
        Message(en: "day and month unclear", zh: "分不清月和日"),
        advice: Message(
          en: "Write 2026-07-08 or 2026-08-07. Also: today, -3d.",
          zh: "请写 2026-07-08 或 2026-08-07。也可写：今天、-3d。"
        )
      )
    }
    text = word
  }

  /// Some of the words that are understood, so that they are offered but not listed.
  static var completion: Completion { .words(["today", "yesterday"]) }

  static var acceptsLeadingDash: Bool { true }
}

struct List: Command, Equatable {
  let words: [String]
  let owners: [String]
  let states: [State]
  let order: Order
  let limit: Int

  static let name = "list"

  static let declaration = Declaration(
    Message(en: "Show what is on the lists", zh: "列出各项"),
    group: Sample.look,
    Arguments<String>(
      Message(en: "id", zh: "编号"),
      isOptional: true,
      help: Message(en: "What to show", zh: "要看的编号"),
      completion: .source("ids")
    ),
    Options<String>(
      "owner",
      value: Message(en: "name", zh: "姓名"),
      help: Message(en: "Whose things; repeatable", zh: "谁的事，可多次给出"),
      completion: .source("owners")
    ),
    Options<State>(
      "state",
      short: "s",
      value: Message(en: "state", zh: "状态"),
      help: Message(en: "In which state", zh: "处于什么状态"),
      separator: ","
    ),
    Option<Order>(
      "sort",
      value: Message(en: "order", zh: "顺序"),
      help: Message(en: "The order of the rows", zh: "各行的顺序")
    )
    .defaulting(to: .due),
    Option<Int>(
      "limit",
      short: "l",
      value: Message(en: "n", zh: "数"),
      help: Message(en: "How many rows to show", zh: "最多显示几行")
    )
    .defaulting(to: 20),
    as: List.init(words:owners:states:order:limit:)
  )

  func run(in context: Sample.Context) -> String { "list" }
}

/// Options that several commands share.
struct Recording: Equatable {
  let isDryRun: Bool
  let author: String?

  static let parameters = Parameters(
    Flag(
      "dry-run",
      short: "n",
      help: Message(en: "Show what would be recorded", zh: "只显示将写入的内容")
    ),
    Option<String>(
      "as",
      value: Message(en: "name", zh: "姓名"),
      help: Message(en: "Who records it", zh: "由谁记录")
    ),
    as: Recording.init(isDryRun:author:)
  )
}

struct Done: Command, Equatable {
  let ids: [String]
  let day: Day?
  let note: String?
  let file: String?
  let recording: Recording

  static let name = "done"

  static let declaration = Declaration(
    Message(en: "Record that something was done", zh: "记一笔：办了"),
    group: Sample.record,
    examples: [
      Example("clerk done s11b", Message(en: "done today", zh: "今天办的")),
      Example(
        "clerk done s11b --on 2026-05-06 --note \"学习条例\"",
        Message(en: "done on another day", zh: "另一天办的")
      ),
    ],
    discussion: Message(
      en: "Several ids are recorded together: all of them or none.",
      zh: "多个编号一并记录：要么全记，要么全不记。"
    ),
    exitStatus: Message(en: "0 recorded; 64 usage; 66 no such id", zh: "0 已记录；64 用法有误；66 没有这个编号"),
    Arguments<String>(
      Message(en: "id", zh: "编号"),
      isOptional: false,
      help: Message(
        en: "What was done, such as s11b or town/s11b; '-' reads ids from standard input",
        zh: "办了的编号，如 s11b 或 town/s11b；写 - 则从标准输入读取"
      ),
      completion: .source("ids")
    ),
    Option<Day>(
      "on",
      value: Message(en: "date", zh: "日期"),
      help: Message(
        en: "The day it was done\n2026-05-06, 05-06, today, -3d",
        zh: "哪天办的\n2026-05-06、05-06、今天、-3d"
      ),
      fallback: Message(en: "today", zh: "今天")
    ),
    Option<String>(
      "note",
      value: Message(en: "text", zh: "文字"),
      help: Message(en: "What was done", zh: "办了什么"),
      acceptsEmpty: true
    ),
    Option<String>(
      "output",
      short: "o",
      value: Message(en: "file", zh: "文件"),
      help: Message(en: "Where to write the record", zh: "记录写到哪里"),
      completion: .files
    ),
    Recording.parameters,
    as: Done.init(ids:day:note:file:recording:)
  )

  func run(in context: Sample.Context) -> String { "done" }
}

struct Move: Command, Equatable {
  let id: String
  let days: Int
  let place: String?

  static let name = "move"

  static let declaration = Declaration(
    Message(en: "Move something by some days", zh: "推后若干天"),
    group: Sample.record,
    Argument<String>(
      Message(en: "id", zh: "编号"),
      help: Message(en: "What to move", zh: "要推后的编号"),
      completion: .source("ids")
    ),
    Argument<Int>(
      Message(en: "days", zh: "天数"),
      help: Message(en: "By how many days; negative for earlier", zh: "推后几天，负数为提前")
    ),
    OptionalArgument<String>(
      Message(en: "list", zh: "清单"),
      help: Message(en: "The list to move it to", zh: "移到哪个清单"),
      completion: .anyOf([.words(["inbox", "archive"]), .files])
    ),
    as: Move.init(id:days:place:)
  )

  func run(in context: Sample.Context) -> String { "move" }
}

struct FindingAdd: Command, Equatable {
  let text: String
  let recording: Recording

  static let name = "finding add"

  static let declaration = Declaration(
    Message(en: "Open a finding", zh: "登记一个问题"),
    group: Sample.record,
    Argument<String>(
      Message(en: "text", zh: "文字"),
      help: Message(en: "What was found", zh: "发现了什么")
    ),
    Recording.parameters,
    as: FindingAdd.init(text:recording:)
  )

  func run(in context: Sample.Context) -> String { "finding add" }
}

struct FindingClose: Command, Equatable {
  let id: String

  static let name = "finding close"

  static let declaration = Declaration(
    Message(en: "Close a finding", zh: "问题销号"),
    group: Sample.record,
    Argument<String>(
      Message(en: "id", zh: "编号"),
      help: Message(en: "The finding to close", zh: "要销号的问题")
    ),
    as: FindingClose.init(id:)
  )

  func run(in context: Sample.Context) -> String { "finding close" }
}

struct ConfigSet: Command, Equatable {
  let key: String
  let value: String

  static let name = "config set"

  static let declaration = Declaration(
    Message(en: "Change a setting", zh: "更改一项设置"),
    group: Sample.setUp,
    Argument<String>(
      Message(en: "key", zh: "名称"),
      help: Message(en: "The name of the setting", zh: "设置的名称"),
      completion: .words(["list:order", "list:limit", "name"])
    ),
    Argument<String>(
      Message(en: "value", zh: "值"),
      help: Message(en: "Its new value", zh: "新的值")
    ),
    as: ConfigSet.init(key:value:)
  )

  func run(in context: Sample.Context) -> String { "config set" }
}

struct CompleteWords: Command, Equatable {
  let words: [String]

  static let name = "complete-words"

  static let declaration = Declaration(
    Message(en: "Show the words that may follow", zh: "列出可以接着输入的词"),
    isHidden: true,
    Arguments<String>(
      Message(en: "word", zh: "词"),
      isOptional: true,
      help: Message(en: "The words so far", zh: "已输入的词"),
      acceptsEmpty: true
    ),
    as: CompleteWords.init(words:)
  )

  func run(in context: Sample.Context) -> String {
    let completions = Sample.tool.completions(for: words) { name in
      name == "ids"
        ? [
          Candidate("s11a", Message(en: "a lecture", zh: "讲课")), Candidate("town/s11b"),
          Candidate("town/s12"),
        ]
        : [Candidate("Ann"), Candidate("王芳")]
    }
    return completions.lines(in: .english).joined(separator: "\n")
  }
}
