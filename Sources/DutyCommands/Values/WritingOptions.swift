import CommandLineKit
import TerminalText

/// What every command takes that writes checklists or settings others may be writing too.
struct WritingOptions: Sendable, Hashable {
  let isDryRun: Bool
  let isQuiet: Bool
  let lockTimeout: LockTimeout?

  static let parameters = Parameters(
    Flag.dryRun,
    Flag.quiet,
    Option<LockTimeout>.lockTimeout,
    as: WritingOptions.init(isDryRun:isQuiet:lockTimeout:)
  )
}

extension Flag {
  /// The flag of every command that writes checklists or settings.
  static var dryRun: Flag {
    Flag(
      "dry-run",
      short: "n",
      help: Message(en: "Show what would be written", zh: "只显示会写什么，不写入")
    )
  }

  /// The flag of every command that writes.
  static var quiet: Flag {
    Flag("quiet", short: "q", help: Message(en: "Print nothing on success", zh: "成功时不输出"))
  }
}
