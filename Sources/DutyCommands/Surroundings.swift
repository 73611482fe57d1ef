import DutyModel
package import DutyStore
import TerminalText

/// What the program is given by the process that runs it.
///
/// Everything is a value, but for the files, the standard input and the questions.
package struct Surroundings: Sendable {
  package var clock: Clock
  /// The variables of ``variables`` that are set.
  package var environment: [String: String]
  /// The variables of ``decisiveVariables`` whose values are not UTF-8, and were repaired.
  package var repairedVariables: [String]
  /// The working directory, or `nil` if it was removed.
  package var workingDirectory: String?
  package var hostName: String
  package var userNumber: Int
  package var output: Stream
  package var errors: Stream
  /// Whether a person can be asked: standard input and standard error are terminals.
  package var isInteractive: Bool
  package var files: any FileSystem
  /// The next line of standard input without its end; `nil` at the end.
  package var readLine: @Sendable () -> String?
  /// What is left of standard input, but no more bytes than asked for.
  package var readBytes: @Sendable (Int) -> [UInt8]
  /// Asks a person on standard error, and gives the answer; `nil` at the end of input.
  package var ask: @Sendable (String) -> String?

  /// What is known of an output before anything is written.
  package struct Stream: Sendable {
    package var isTerminal: Bool
    /// The columns that the terminal reports.
    package var columns: Int?

    package init(isTerminal: Bool = false, columns: Int? = nil) {
      self.isTerminal = isTerminal
      self.columns = columns
    }
  }

  package init(
    clock: Clock,
    environment: [String: String],
    repairedVariables: [String] = [],
    workingDirectory: String?,
    hostName: String,
    userNumber: Int,
    output: Stream,
    errors: Stream,
    isInteractive: Bool,
    files: any FileSystem,
    readLine: @escaping @Sendable () -> String?,
    readBytes: @escaping @Sendable (Int) -> [UInt8],
    ask: @escaping @Sendable (String) -> String?
  ) {
    self.clock = clock
    self.environment = environment
    self.repairedVariables = repairedVariables
    self.workingDirectory = workingDirectory
    self.hostName = hostName
    self.userNumber = userNumber
    self.output = output
    self.errors = errors
    self.isInteractive = isInteractive
    self.files = files
    self.readLine = readLine
    self.readBytes = readBytes
    self.ask = ask
  }
}

extension Surroundings {
  /// The names of the variables that the program looks at; of the others it takes no notice.
  package static let variables = [
    "DUTY_DIR", "DUTY_USER", "DUTY_WRITER", "DUTY_LANG", "DUTY_NOW", "DUTY_LOCK_TIMEOUT", "HOME",
    "XDG_CONFIG_HOME", "USER", "LOGNAME", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "TERM",
    "COLUMNS", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "FORCE_COLOR", "TZ", "TZDIR",
  ]

  /// The variables that say who records, where and when: they must not be repaired in silence,
  /// because what is recorded under a repaired name is another person's.
  package static let decisiveVariables = variables.filter {
    $0.hasPrefix("DUTY_") || ["HOME", "XDG_CONFIG_HOME", "USER", "LOGNAME"].contains($0)
  }

  /// The value of `TZ`, if the clock is by it and the system knows no such time zone: then it takes
  /// UTC without a word.
  ///
  /// A zone is the name of a file, or a rule such as `CST-8`.
  var unknownTimeZone: String? {
    guard environment["DUTY_NOW", default: ""].isEmpty else { return nil }
    let value = environment["TZ", default: ""]
    let name = value.first == ":" ? String(value.dropFirst()) : value
    if name.isEmpty || ["UTC", "GMT"].contains(name) || Surroundings.isRule(name) { return nil }
    var folders = ["/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/share/zoneinfo", "/etc/zoneinfo"]
    if let folder = environment["TZDIR"], !folder.isEmpty { folders = [folder] }
    let isKnown = folders.contains { folder in
      let status = try? files.status(of: Path.join(folder, name), followingLinks: true)
      return status?.kind == .regular
    }
    return isKnown ? nil : value
  }

  /// Whether a text begins like a rule of POSIX: a name, and the hours from UTC.
  private static func isRule(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    let end: Int?
    if bytes.first == UInt8(ascii: "<") {
      end = bytes.firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
    } else {
      let count = bytes.prefix { (0x41...0x5A).contains($0 & 0xDF) }.count
      end = count >= 3 ? count : nil
    }
    guard let end else { return false }
    let rest = bytes[end...]
    let hours = rest.first.map { "+-".utf8.contains($0) } ?? false ? rest.dropFirst() : rest
    return hours.first.map { (0x30...0x39).contains($0) } ?? false
  }

  /// Makes sure that no variable that decides about what is recorded was repaired.
  func checkVariables() throws(CommandError) {
    guard let name = repairedVariables.first else { return }
    throw .refused(
      .usage,
      code: "not-utf-8",
      Message(
        en: "The value of \(command: name) is not valid UTF-8",
        zh: "\(command: name) 的值不是有效的 UTF-8"
      ),
      advice: [
        Message(
          en: "Set the variable anew in a terminal that uses UTF-8, or unset it.",
          zh: "请在使用 UTF-8 的终端里重新设置这个变量，或去掉它。"
        )
      ]
    )
  }

  /// Makes sure that a clock asked for is the one used: answers of another day would look right.
  func checkClock() throws(CommandError) {
    guard let text = environment["DUTY_NOW"], !text.isEmpty, Instant(text) == nil else { return }
    throw .refused(
      .usage,
      code: "bad-clock",
      Message(
        en: "The value \(quoted: text) of \(command: "DUTY_NOW") is no moment",
        zh: "\(command: "DUTY_NOW") 的值\(quoted: text)不是一个时刻"
      ),
      advice: [
        Message(
          en: "Write it like 2026-07-10T09:00:00+08:00, or unset the variable.",
          zh: "请写成 2026-07-10T09:00:00+08:00 的样子，或去掉这个变量。"
        )
      ]
    )
  }
}
