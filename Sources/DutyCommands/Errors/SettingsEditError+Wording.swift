package import DutyStore
import TerminalText

extension SettingsEditError: Diagnosable {
  package var diagnosis: Diagnosis {
    switch self {
    case .unknownKey(let key, let nearest):
      let meant: Message =
        nearest.isEmpty
        ? .empty
        : Message(
          en: ". Did you mean \(Message.list(quoted: nearest, .or))?",
          zh: "，是否想输入\(Message.list(quoted: nearest, .or))？"
        )
      return Diagnosis(
        .usage,
        "unknown-setting",
        Message(en: "No setting \(quoted: key)\(meant)", zh: "没有设置\(quoted: key)\(meant)"),
        advice: [
          Message(
            en: "All settings: \(command: "duty config")",
            zh: "全部设置：\(command: "duty config")"
          )
        ],
        subject: key,
        nearest: nearest
      )
    case .badValue(let value, let expected):
      return Diagnosis(
        .usage,
        "bad-setting",
        Message(en: "The setting cannot be \(quoted: value)", zh: "这项设置不能是\(quoted: value)"),
        advice: [
          Message(
            en: "It takes \(Message.settingKind(expected)).",
            zh: "应为\(Message.settingKind(expected))。"
          )
        ],
        subject: value
      )
    case .noUserFile:
      return Diagnosis(
        .cannotCreate,
        "no-user-file",
        Message(
          en: "There is no place for your own settings: HOME is not set",
          zh: "个人设置无处存放：没有设置 HOME"
        ),
        advice: [
          Message(
            en: "Set HOME or XDG_CONFIG_HOME to an absolute path.",
            zh: "请把 HOME 或 XDG_CONFIG_HOME 设为绝对路径。"
          )
        ]
      )
    }
  }
}

extension Message {
  /// What a setting can be, as the store names it.
  static func settingKind(_ expected: String) -> Message {
    switch expected {
    case "text": Message(en: "a text", zh: "文字")
    case "texts": Message(en: "a list with commas between", zh: "用逗号隔开的列表")
    case "object": .noun(ofKind: expected)
    case "MM-DD": Message(en: "a date such as 03-31", zh: "日期，如 03-31")
    default: settingChoice(expected)
    }
  }

  private static func settingChoice(_ expected: String) -> Message {
    let ends = expected.split(separator: "...").map(String.init)
    guard ends.count == 2 else {
      return Message(en: "one of: \(expected)", zh: "其中之一：\(expected)")
    }
    return Message(en: "a number from \(ends[0]) to \(ends[1])", zh: "\(ends[0])到\(ends[1])的数字")
  }
}
