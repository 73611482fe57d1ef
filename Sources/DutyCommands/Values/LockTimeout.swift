package import CommandLineKit
import TerminalText

/// How long a command waits for other writers, as it is typed: whole seconds, at most a day.
package struct LockTimeout: Hashable, Sendable {
  package let milliseconds: Int

  /// Where neither the command line nor the environment says anything.
  fileprivate static let standard = LockTimeout(seconds: 10)

  private init(seconds: Int) {
    milliseconds = seconds * 1000
  }
}

extension LockTimeout: ArgumentValue {
  package init(word: String) throws(InvalidValue) {
    guard let seconds = Int(word), (0...86_400).contains(seconds) else {
      throw InvalidValue(
        Message(en: "not a whole number from 0 to 86400", zh: "须为0至86400的整数")
      )
    }
    self.init(seconds: seconds)
  }

  package static var acceptsLeadingDash: Bool { true }
}

extension Option<LockTimeout> {
  private static var seconds: Message { Message(en: "seconds", zh: "秒") }

  /// The option of every command that writes what others write too.
  package static var lockTimeout: Option {
    Option(
      "lock-timeout",
      value: seconds,
      help: Message(en: "How long to wait for other writers", zh: "等待其他写入者多久"),
      fallback: .verbatim("10")
    )
  }

  /// The variable that stands for the option where it is not typed.
  fileprivate static var variable: ParameterReference {
    ParameterReference(name: "DUTY_LOCK_TIMEOUT", placeholder: seconds)
  }
}

extension Context {
  /// How long to wait for other writers: as it was typed, else as the environment has it.
  ///
  /// Every command that may write asks at its start, so that what is wrong is told always.
  ///
  /// - Throws: An error about a value of the environment that is none.
  func lockMilliseconds(_ typed: LockTimeout?) throws(UsageError) -> Int {
    if let typed { return typed.milliseconds }
    let variable = Option<LockTimeout>.variable
    let word = surroundings.environment[variable.name] ?? ""
    if word.isEmpty { return LockTimeout.standard.milliseconds }
    do throws(InvalidValue) {
      return try LockTimeout(word: word).milliseconds
    } catch {
      throw .invalidValue(word, variable, error)
    }
  }
}
