package import CommandLineKit
import DutyModel
package import TerminalText

/// The options that every command takes.
package struct GlobalOptions: Sendable {
  package let folder: String?
  package let today: DayExpression?
  package let language: Language?
  package let color: ColorChoice?
  package let usesASCII: Bool
  package let ambiguousIsWide: Bool

  package static let parameters = Parameters(
    Option<String>(
      "dir",
      short: "C",
      value: Message(en: "folder", zh: "文件夹"),
      help: Message(
        en: "The workspace",
        zh: "工作区"
      ),
      fallback: Message(en: "found from here upwards", zh: "从当前文件夹向上找"),
      completion: .files
    ),
    Option<DayExpression>(
      "today",
      value: Message(en: "date", zh: "日期"),
      help: Message(en: "Look as of that day", zh: "以哪天为准"),
      fallback: Message(en: "today", zh: "今天")
    ),
    Option<Language>(
      "lang",
      value: Message(en: "lang", zh: "语言"),
      help: Message(
        en: "The language of messages",
        zh: "提示用的语言"
      ),
      fallback: Message(en: "from the environment", zh: "按环境变量")
    ),
    Option<ColorChoice>(
      "color",
      value: Message(en: "when", zh: "何时"),
      help: Message(en: "When to use colour", zh: "何时用颜色"),
      fallback: .verbatim("auto")
    ),
    Flag(
      "ascii",
      help: Message(en: "Draw bars and cuts with ASCII only", zh: "进度条和省略号只用 ASCII 字符")
    ),
    Flag(
      "ambiguous-wide",
      help: Message(
        en: "Take characters of ambiguous width for two cells",
        zh: "宽度不定的字符按两格计"
      )
    ),
    as: GlobalOptions.init(folder:today:language:color:usesASCII:ambiguousIsWide:)
  )
}

extension Language: ArgumentValue {}
extension ColorChoice: ArgumentValue {}
