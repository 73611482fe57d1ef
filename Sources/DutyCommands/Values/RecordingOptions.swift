package import CommandLineKit
import TerminalText

/// What every command that records takes.
package struct RecordingOptions: Sendable, Hashable {
  /// Who records.
  package let name: String?
  /// A name by which a second run is known.
  package let key: String?
  package let isDryRun: Bool
  package let isQuiet: Bool
  package let isJSON: Bool
  package let lockTimeout: LockTimeout?

  package static let parameters = Parameters(
    Option<String>(
      "as",
      value: Message(en: "name", zh: "姓名"),
      help: Message(en: "Who records it", zh: "由谁记录"),
      fallback: Message(en: "the user", zh: "当前用户")
    ),
    Option<String>(
      "key",
      value: Message(en: "text", zh: "文字"),
      help: Message(
        en: "Record only if nothing was recorded under this key",
        zh: "用同一个键记过就不再记，脚本可放心重复运行"
      )
    ),
    Flag(
      "dry-run",
      short: "n",
      help: Message(en: "Show what would be recorded", zh: "只显示会记什么，不写入")
    ),
    Flag.quiet,
    Flag("json", help: Message(en: "Print the event as JSON", zh: "用 JSON 输出记录")),
    Option<LockTimeout>.lockTimeout,
    as: RecordingOptions.init
  )

  package init(
    name: String? = nil,
    key: String? = nil,
    isDryRun: Bool = false,
    isQuiet: Bool = false,
    isJSON: Bool = false,
    lockTimeout: LockTimeout? = nil
  ) {
    self.name = name
    self.key = key
    self.isDryRun = isDryRun
    self.isQuiet = isQuiet
    self.isJSON = isJSON
    self.lockTimeout = lockTimeout
  }
}
