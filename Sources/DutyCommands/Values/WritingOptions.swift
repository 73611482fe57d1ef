import CommandLineKit
import TerminalText

/// What every command takes that writes checklists or settings.
struct WritingOptions: Sendable, Hashable {
  let isDryRun: Bool
  let isQuiet: Bool
  /// How long to wait for other writers, in seconds.
  let lockTimeout: Int?

  static let parameters = Parameters(
    Flag(
      "dry-run",
      short: "n",
      help: Message(en: "Show what would be written", zh: "只显示会写什么，不写入")
    ),
    Flag("quiet", short: "q", help: Message(en: "Print nothing on success", zh: "成功时不输出")),
    Option<Int>(
      "lock-timeout",
      value: Message(en: "seconds", zh: "秒"),
      help: Message(
        en: "How long to wait for other writers",
        zh: "等待其他写入者多久"
      ),
      fallback: .verbatim("10")
    ),
    as: WritingOptions.init(isDryRun:isQuiet:lockTimeout:)
  )

  /// How long to wait for other writers: the option, else the environment, else ten seconds.
  ///
  /// - Throws: An error about a number of seconds that is none.
  func lockMilliseconds(in context: Context) throws(UsageError) -> Int {
    if let lockTimeout {
      guard (0...86_400).contains(lockTimeout) else {
        throw .invalidValue(
          String(lockTimeout),
          ParameterReference(
            name: "--lock-timeout",
            placeholder: Message(en: "seconds", zh: "秒")
          ),
          InvalidValue(Message(en: "seconds are 0 to 86400", zh: "秒数应为0至86400"))
        )
      }
      return lockTimeout * 1000
    }
    let named = context.surroundings.environment["DUTY_LOCK_TIMEOUT"].flatMap { Int($0) }
    guard let named, (0...86_400).contains(named) else { return 10_000 }
    return named * 1000
  }
}
