import CommandLineKit
import DutyModel
import DutyReports
import DutyStore
import StrictJSON
import TerminalText

/// Turns what a command answers into the bytes of standard output and standard error.
struct Speaker {
  private let surroundings: Surroundings
  private let line: TypedLine
  private(set) var language: Language
  private var color: ColorChoice = .auto
  private var usesASCII = false
  private var ambiguousIsWide = false
  /// What the commands that are told must repeat to mean the same workspace.
  private var commandOptions: CommandOptions?
  /// Whether errors are told to a script too.
  private let isForScript: Bool

  init(_ line: [String], _ surroundings: Surroundings) {
    self.surroundings = surroundings
    self.line = TypedLine(line)
    language = Language(environment: surroundings.environment)
    isForScript = Program.asksForJSON(line)
  }

  /// Takes over what the line says about how to speak.
  mutating func adopt(_ globals: GlobalOptions) {
    language = globals.language ?? language
    color = globals.color ?? color
    usesASCII = globals.usesASCII
    ambiguousIsWide = globals.ambiguousIsWide
    commandOptions = globals.folder.map {
      CommandOptions(
        "--dir \($0.quotedForShell)",
        for: Program.tool.name,
        except: ["help", "init", "manual", "completion"],
        excluding: ["--dir", "-C", "--help"]
      )
    }
  }

  /// Takes over as much as can be understood of a line that has an error.
  mutating func adopt(leniently line: [String]) {
    if let globals = try? Program.tool.globals(leniently: line) { adopt(globals) }
  }

  /// The terminal an output goes to.
  func terminal(_ stream: Surroundings.Stream) -> Terminal {
    var result = Terminal(
      columns: Terminal.columns(
        environment: surroundings.environment,
        isTerminal: stream.isTerminal,
        windowColumns: stream.columns
      ),
      isInteractive: stream.isTerminal,
      usesASCII: usesASCII,
      ambiguousIsWide: ambiguousIsWide
    )
    result.commandOptions = commandOptions
    if color.hasColor(environment: surroundings.environment, isTerminal: stream.isTerminal) {
      result.palette = .standard
    }
    return result
  }

  /// What the command may know, with the user's own settings taken into account.
  ///
  /// - Parameters:
  ///   - globals: The options of all commands, as they were typed.
  ///   - isTolerant: Whether settings that cannot be read count as unset, because the answer must
  ///     come whatever state the data is in.
  /// - Returns: The context.
  /// - Throws: An error about the environment, the user's settings or the day looked at.
  mutating func context(_ globals: GlobalOptions, isTolerant: Bool = false) throws -> Context {
    if !isTolerant { try surroundings.checkVariables() }
    var user = UserSettings()
    do {
      user =
        try UserSettingsFile.read(
          environment: surroundings.environment,
          files: surroundings.files
        ).settings
    } catch {
      if !isTolerant { throw error }
    }
    if let word = user.language, surroundings.environment["DUTY_LANG"].map(\.isEmpty) ?? true {
      language = Language(rawValue: word) ?? language
    }
    if let word = user.color { color = ColorChoice(rawValue: word) ?? color }
    adopt(globals)
    if !isTolerant { try surroundings.checkClock() }
    let clockDay = surroundings.clock.now.day
    let today = try globals.today?.day(on: clockDay, facing: .past, for: "today") ?? clockDay
    return Context(
      today: today,
      language: language,
      terminal: terminal(surroundings.output),
      globals: globals,
      surroundings: surroundings,
      user: user,
      line: line
    )
  }
}

// MARK: - Answers

extension Speaker {
  func help(_ topic: HelpTopic) -> [UInt8] {
    let columns = terminal(surroundings.output).columns
    let page = HelpPage(topic, of: Program.tool, language: language, columns: columns)
    return page.lines.joinedLines
  }

  func overview(_ context: Context) -> [UInt8] {
    Overview(context).lines(in: language, for: context.terminal).joinedLines
  }

  /// Writes an answer.
  ///
  /// - Parameters:
  ///   - outcome: What the command answers.
  ///   - context: What it was asked in.
  ///   - isRecording: Whether the command records: then it ends well if that is done, whatever is
  ///     wrong with checklists it did not touch, because a script that sees a failure would record
  ///     it again.
  /// - Returns: What is to be written.
  func reply(to outcome: Outcome, in context: Context, isRecording: Bool) -> Reply {
    var reply = Reply(status: outcome.status, recorded: outcome.recorded)
    var terminal = context.terminal
    if let settings = outcome.opened?.workspace.settings {
      terminal.palette?.set(settings.colors)
    }
    switch outcome.answer {
    case .nothing:
      break
    case .report(let report, let format, let isRaw):
      reply.output = format.bytes(
        of: report,
        in: language,
        for: terminal,
        isRaw: isRaw
      )
    case .prose(let messages):
      let lines = messages.flatMap {
        $0.prose(in: language).lines(for: terminal, indentation: Indentation(rest: 2))
      }
      reply.output = lines.joinedLines
    case .bytes(let bytes):
      reply.output = bytes
    }
    let stream = self.terminal(surroundings.errors)
    var lines: [String] = []
    for review in outcome.reviews { lines += review.screen(in: language, for: stream) }
    for note in outcome.notes { lines += self.lines(of: note, for: stream) }
    // Why the answer is not the whole, if it is not.
    var incomplete = outcome.refusal
    if let refusal = outcome.refusal {
      lines += self.lines(of: refusal, for: stream)
      reply.status = refusal.status
    }
    if let opened = outcome.opened {
      let problems = ProblemNotes(opened)
      lines += problems.lines(in: language, for: stream)
      if let diagnosis = problems.diagnosis, reply.status == .success, !isRecording {
        reply.status = .data
        incomplete = diagnosis
      }
    }
    reply.errors = lines.joinedLines
    if isForScript, let incomplete { reply.errors += ErrorAnswer(incomplete).line }
    return reply
  }

  private func lines(of note: Note, for terminal: Terminal) -> [String] {
    let message =
      switch note {
      case .hint(let text):
        Message(en: "Note: \(text)", zh: "提示：\(text)")
      case .warning(let text):
        Message(
          en: "\("Warning:", role: .warning) \(text)",
          zh: "\("警告：", role: .warning)\(text)"
        )
      }
    return message.prose(in: language).lines(for: terminal, indentation: Indentation(rest: 2))
  }
}

// MARK: - Errors

extension Speaker {
  func reply(to error: any Error, line: [String], isRecording: Bool) -> Reply {
    let stream = terminal(surroundings.errors)
    let diagnosis = Speaker.diagnosis(of: error)
    var lines = self.lines(of: diagnosis, for: stream)
    if let error = error as? UsageError {
      lines += Program.tool.hints(for: error, in: line, language: language, terminal: stream)
    }
    if isRecording, diagnosis.code != "unconfirmed" {
      let nothing = Message(en: "Nothing was recorded.", zh: "没有写入任何记录。")
      lines += nothing.prose(in: language).lines(for: stream, indentation: .all(2))
    }
    var errors = lines.joinedLines
    if isForScript { errors += ErrorAnswer(diagnosis).line }
    return Reply(errors: errors, status: diagnosis.status)
  }

  /// What is wrong, and what to do about it.
  private func lines(of diagnosis: Diagnosis, for terminal: Terminal) -> [String] {
    let place = diagnosis.place.map { "\($0.text): " }
    let message = Message(
      en:
        "\(command: place ?? "")\(place == nil ? "Error:" : "error:", role: .error) \(diagnosis.message)",
      zh: "\(command: place ?? "")\("错误：", role: .error)\(diagnosis.message)"
    )
    return message.prose(in: language).lines(for: terminal, indentation: Indentation(rest: 2))
      + diagnosis.advice.flatMap {
        $0.prose(in: language).lines(for: terminal, indentation: .all(2))
      }
  }

  static func diagnosis(of error: any Error) -> Diagnosis {
    if let error = error as? any Diagnosable { return error.diagnosis }
    // No command throws anything else; if one does, that is a fault of the program.
    return Diagnosis(
      .software,
      "internal",
      Message(
        en: "Internal error: \(String(describing: error)). Please report it",
        zh: "程序内部错误：\(String(describing: error))。请报告"
      )
    )
  }
}

extension UsageError: Diagnosable {
  package var diagnosis: Diagnosis {
    switch self {
    case .invalidValue(let word, _, _):
      Diagnosis(.usage, "usage", message, subject: word)
    default:
      Diagnosis(.usage, "usage", message)
    }
  }
}

/// An error as a script reads it: one line, the last of standard error.
struct ErrorAnswer {
  private let diagnosis: Diagnosis

  init(_ diagnosis: Diagnosis) {
    self.diagnosis = diagnosis
  }

  var line: [UInt8] {
    var json = JSONWriter(.compact)
    json.object { json in
      json.member("format", "duty.error/1")
      json.member("status", Int(diagnosis.status.rawValue))
      json.member("code", diagnosis.code)
      json.member("file", diagnosis.place?.path)
      json.member("line", diagnosis.place?.line)
      json.member("column", diagnosis.place?.column)
      json.member("subject", diagnosis.subject)
      json.member("nearest", diagnosis.nearest)
      json.member("message", diagnosis.message.text(in: .english))
    }
    return json.bytes + [0x0A]
  }
}

extension Palette {
  /// The colours that an office gives to states and marks; a word that is not known is passed over.
  fileprivate mutating func set(_ colors: [String: [String]]) {
    var chosen: [(color: Color, word: String)] = []
    for (name, words) in colors.sorted(by: { $0.key < $1.key }) {
      if let color = Color(rawValue: name) { chosen += words.map { (color, $0) } }
    }
    for (color, word) in chosen {
      guard let state = State(rawValue: word) else { continue }
      set(color, for: state.role)
      for mark in Mark.allCases where mark.state == state { set(color, for: mark.role) }
    }
    for (color, word) in chosen {
      if let mark = Mark(rawValue: word) { set(color, for: mark.role) }
    }
  }
}
