import DutyCommands
import DutyStore
import Synchronization
import TerminalText

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What the system knows of this process, and how it ends.
enum Process {
  enum Output: Int32 {
    case output = 1
    case errors = 2
  }

  /// Makes the process safe before anything is opened or written.
  ///
  /// A standard stream that is closed is opened on `/dev/null`: otherwise the next file opened
  /// would get its number, and messages would be written into a journal. Standard output is then
  /// opened for reading, so that an answer nobody can get is still a failure to write it. A file
  /// at its size limit must fail the write, not kill the process with half a line written.
  static func prepare() {
    for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) == -1 {
      _ = unsafe open("/dev/null", descriptor == 2 ? O_WRONLY : O_RDONLY)
    }
    _ = signal(SIGXFSZ, SIG_IGN)
  }

  static func exit(_ status: ExitStatus) -> Never {
    #if canImport(Glibc)
    Glibc.exit(status.rawValue)
    #elseif canImport(Musl)
    Musl.exit(status.rawValue)
    #else
    Darwin.exit(status.rawValue)
    #endif
  }

  /// Whether the arguments could be read at all.
  ///
  /// On Linux the standard library finds them by way of `/proc`. Where that is missing there is
  /// not even the name of the program, and a record must not pass for a call without arguments.
  static var knowsArguments: Bool { CommandLine.argc > 0 }

  /// The arguments without the name of the program; `nil` if one of them is not valid UTF-8.
  ///
  /// `CommandLine.arguments` would repair such an argument silently.
  static var arguments: [String]? {
    var words: [String] = []
    for number in 1..<max(1, Int(CommandLine.argc)) {
      guard let bytes = unsafe CommandLine.unsafeArgv[number] else { continue }
      guard let word = unsafe String(validatingCString: bytes) else { return nil }
      words.append(word)
    }
    return words
  }

  static var surroundings: Surroundings {
    let environment = environment
    return Surroundings(
      clock: clock(environment),
      environment: environment,
      repairedVariables: repairedVariables,
      workingDirectory: LocalFileSystem.workingDirectory,
      hostName: LocalFileSystem.hostName,
      userNumber: LocalFileSystem.userNumber,
      output: stream(.output),
      errors: stream(.errors),
      isInteractive: isatty(0) == 1 && isatty(2) == 1,
      files: LocalFileSystem(),
      readLine: { StandardInput.readLine() },
      readBytes: { StandardInput.readBytes($0) },
      ask: { ask($0) }
    )
  }

  /// The environment, as far as it is looked at; a value that is not valid UTF-8 is repaired.
  private static var environment: [String: String] {
    let names = Surroundings.variables
    var result: [String: String] = Dictionary(minimumCapacity: names.count)
    for name in names {
      if let value = unsafe getenv(name) { result[name] = unsafe String(cString: value) }
    }
    return result
  }

  /// The variables that decide about what is recorded, and whose values are not valid UTF-8.
  private static var repairedVariables: [String] {
    Surroundings.decisiveVariables.filter { name in
      guard let value = unsafe getenv(name) else { return false }
      return unsafe String(validatingCString: value) == nil
    }
  }

  /// Asks a person until the answer can be understood; `nil` at the end of input.
  private static func ask(_ question: String) -> String? {
    while true {
      write(question, to: .errors)
      guard let line = StandardInput.readLineBytes() else { return nil }
      if let answer = String(validating: line, as: UTF8.self) { return answer }
      let message = Message(
        en: "Note: the answer is not valid UTF-8; set the terminal to UTF-8",
        zh: "提示：回答不是有效的 UTF-8，请把终端设为 UTF-8"
      )
      write(message.text(in: Language(environment: environment)) + "\n", to: .errors)
    }
  }

  private static func stream(_ output: Output) -> Surroundings.Stream {
    guard isatty(output.rawValue) == 1 else { return Surroundings.Stream() }
    var size = winsize()
    let isKnown = unsafe ioctl(output.rawValue, UInt(TIOCGWINSZ), &size) == 0
    return Surroundings.Stream(isTerminal: true, columns: isKnown ? Int(size.ws_col) : nil)
  }

  /// The moment, with the offset from UTC that holds here; `DUTY_NOW` replaces it.
  private static func clock(_ environment: [String: String]) -> Clock {
    if let text = environment["DUTY_NOW"], let now = Instant(text) { return Clock(now: now) }
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    var seconds = time.tv_sec
    var local = unsafe tm()
    unsafe localtime_r(&seconds, &local)
    let milliseconds = Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
    return Clock(now: Instant(milliseconds: milliseconds, offset: unsafe Int(local.tm_gmtoff) / 60))
  }
}

// MARK: - Failing

extension Process {
  /// What only the process itself can find wrong.
  enum Failure {
    case argumentNotUTF8
    case argumentsUnreadable
    case inputUnreadable
    case inputLineTooLong
    /// With the event that was recorded before.
    case outputUnwritable(recorded: String?)

    /// A stable word for scripts.
    fileprivate var code: String {
      switch self {
      case .argumentNotUTF8: "not-utf-8"
      case .argumentsUnreadable: "arguments-unreadable"
      case .inputUnreadable: "input-unreadable"
      case .inputLineTooLong: "line-too-long"
      case .outputUnwritable: "output-unwritable"
      }
    }

    var message: Message {
      switch self {
      case .argumentNotUTF8:
        Message(en: "An argument is not valid UTF-8", zh: "有参数不是有效的 UTF-8")
      case .argumentsUnreadable:
        Message(
          en: "The arguments cannot be read; is /proc there? Nothing was done",
          zh: "无法读取参数，/proc 在吗？什么也没有做"
        )
      case .inputUnreadable:
        Message(
          en: "Standard input cannot be read. Nothing was recorded",
          zh: "无法读取标准输入。没有写入任何记录"
        )
      case .inputLineTooLong:
        Message(
          en: "A line of standard input is longer than 64 KiB. Nothing was recorded",
          zh: "标准输入里有一行超过 64 KiB。没有写入任何记录"
        )
      case .outputUnwritable(recorded: nil):
        Message(en: "The output could not be written", zh: "无法写出结果")
      case .outputUnwritable(let event?):
        Message(
          en: "\(event) was recorded, but the output could not be written",
          zh: "\(event) 已记录，但无法写出结果"
        )
      }
    }
  }

  /// Tells what is wrong, in the language of the environment, and ends the process.
  static func fail(_ status: ExitStatus, _ failure: Failure) -> Never {
    let message = Message(en: "Error: \(failure.message)", zh: "错误：\(failure.message)")
    write(message.text(in: Language(environment: environment)) + "\n", to: .errors)
    if knowsArguments, Program.asksForJSON(Array(CommandLine.arguments.dropFirst())) {
      write(Program.errorLine(status, code: failure.code, failure.message), to: .errors)
    }
    exit(status)
  }
}

// MARK: - Writing

extension Process {
  @discardableResult
  static func write(_ text: String, to output: Output) -> Bool {
    write(Array(text.utf8), to: output)
  }

  /// Writes all the bytes.
  ///
  /// If the reader of standard output has gone, the process ends as by that signal even where
  /// whoever started it had the signal ignored or blocked: the rest is not wanted, and nothing is
  /// wrong.
  ///
  /// - Returns: Whether all of them were taken.
  @discardableResult
  static func write(_ bytes: [UInt8], to output: Output) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        #if canImport(Glibc)
        unsafe Glibc.write(output.rawValue, $0.baseAddress, $0.count)
        #elseif canImport(Musl)
        unsafe Musl.write(output.rawValue, $0.baseAddress, $0.count)
        #else
        unsafe Darwin.write(output.rawValue, $0.baseAddress, $0.count)
        #endif
      }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno == EPIPE {
        guard output == .output else { return false }
        endByBrokenPipe()
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }

  /// Ends the process by the signal of a broken pipe.
  private static func endByBrokenPipe() -> Never {
    _ = signal(SIGPIPE, SIG_DFL)
    var unblocked = sigset_t()
    unsafe sigemptyset(&unblocked)
    unsafe sigaddset(&unblocked, SIGPIPE)
    unsafe pthread_sigmask(SIG_UNBLOCK, &unblocked, nil)
    _ = raise(SIGPIPE)
    // The first process of a container is spared by its own signals; a shell would tell this status.
    _exit(128 + SIGPIPE)
  }
}

/// Standard input, read only when it is asked for.
enum StandardInput {
  /// The longest line, in bytes: no id and no answer is nearly as long.
  static let longestLine = 64 << 10

  /// What was read.
  private struct Buffer {
    var bytes: [UInt8] = []
    /// How many of the bytes were taken.
    var start = 0

    /// Takes bytes, and leaves out so many behind them.
    mutating func take(_ count: Int, skipping skipped: Int = 0) -> [UInt8] {
      let end = start + count
      defer { start = end + skipped }
      return Array(bytes[start..<end])
    }

    /// Reads some more in the place of what was taken, and says whether there was more.
    mutating func readBlock() -> Bool {
      bytes.removeFirst(start)
      start = 0
      return StandardInput.readBlock(into: &bytes)
    }
  }

  private static let buffer = Mutex(Buffer())

  /// The next line without its end, or `nil` at the end of input.
  ///
  /// A byte that is not UTF-8 is repaired: an id with it is then refused as unknown.
  static func readLine() -> String? {
    readLineBytes().map { String(decoding: $0, as: UTF8.self) }
  }

  /// The bytes of the next line without its end, or `nil` at the end of input.
  static func readLineBytes() -> [UInt8]? {
    buffer.withLock { buffer in
      // What was searched is not searched again: a line may come in many parts.
      var count = 0
      while true {
        let end = buffer.bytes[(buffer.start + count)...].firstIndex(of: 0x0A)
        count = (end ?? buffer.bytes.count) - buffer.start
        guard count <= longestLine else { Process.fail(.data, .inputLineTooLong) }
        if end != nil {
          var line = buffer.take(count, skipping: 1)
          if line.last == 0x0D { line.removeLast() }
          return line
        }
        guard buffer.readBlock() else { return count == 0 ? nil : buffer.take(count) }
      }
    }
  }

  /// What is left, but no more bytes than a limit.
  static func readBytes(_ limit: Int) -> [UInt8] {
    buffer.withLock { buffer in
      while buffer.bytes.count - buffer.start < limit, buffer.readBlock() {}
      return buffer.take(min(limit, buffer.bytes.count - buffer.start))
    }
  }

  /// Reads some more, and says whether there was more.
  ///
  /// Half a list must not be taken for the whole: input that cannot be read ends the process.
  private static func readBlock(into buffer: inout [UInt8]) -> Bool {
    var block = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe block.withUnsafeMutableBytes { unsafe read(0, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count < 0 { Process.fail(.inputOutput, .inputUnreadable) }
      buffer += block[..<count]
      return count > 0
    }
  }
}
