package import CommandLineKit
import DutyModel
import DutyReports
import DutyStore
import StrictJSON
package import TerminalText

/// The program, apart from the process that runs it.
package enum Program {
  /// The one list of the commands.
  ///
  /// To add a command, add a file to the folder `Commands` and its type here.
  package static let tool = Tool<GlobalOptions, Context, Outcome>(
    "duty",
    version: "1.0.0",
    Message(
      en: "Keep duty checklists: who owes what by when, and what was done",
      zh: "管理责任清单：谁、到何时、该办什么，办了没有"
    ),
    examples: [
      Example(
        Message(
          en: "duty list --owner 王芳 --state overdue,due-soon",
          zh: "duty list --owner 王芳 --state 逾期,临期"
        )
      ),
      Example("duty done township/s11b --on 2026-05-06 --note \"学习条例\""),
    ],
    globals: GlobalOptions.parameters,
    commands: [
      List.self,
      Show.self,
      Overdue.self,
      Due.self,
      ProgressCommand.self,
      History.self,
      FindingListCommand.self,
      FindingShow.self,
      Check.self,
      Done.self,
      NoteCommand.self,
      Start.self,
      Waive.self,
      Reopen.self,
      Assign.self,
      Reschedule.self,
      Sign.self,
      ScoreCommand.self,
      FindingAdd.self,
      FindingUpdate.self,
      FindingClose.self,
      FindingReopen.self,
      Undo.self,
      ReportCommand.self,
      SheetCommand.self,
      LedgerCommand.self,
      Init.self,
      Import.self,
      Fill.self,
      Add.self,
      Roll.self,
      Repair.self,
      Config.self,
      ConfigSet.self,
      Manual.self,
      ShellCompletion.self,
      CompleteWords.self,
    ]
  )
}

extension CommandGroup {
  package static let look = CommandGroup(Message(en: "Look", zh: "查看"))
  package static let record = CommandGroup(Message(en: "Record", zh: "记录"))
  package static let report = CommandGroup(Message(en: "Report", zh: "报告"))
  package static let setUp = CommandGroup(Message(en: "Set up", zh: "建立"))
}

/// What the program leaves behind.
package struct Reply: Sendable, Hashable {
  package var output: [UInt8] = []
  package var errors: [UInt8] = []
  package var status = ExitStatus.success
  /// An event that was recorded, to be named if the answer cannot be written.
  package var recorded: String?
}

/// A command whose refusal is followed by the reader's next question: whether something was
/// recorded.
package protocol RecordingCommand: Command {}

extension RecordingCommand {
  package static var traits: CommandTraits { .records }
}

extension CommandTraits {
  /// The command is a ``RecordingCommand``.
  static let records = CommandTraits(rawValue: 1)
  /// The command is a ``SettingsIndependentCommand``.
  static let ignoresSettings = CommandTraits(rawValue: 2)
}

extension Program {
  /// Does what a command line asks for.
  ///
  /// - Parameters:
  ///   - line: The words without the name of the program.
  ///   - surroundings: What the process gives, collected when it is needed.
  /// - Returns: What is to be written, and the status to end with.
  package static func run(
    _ line: [String],
    in surroundings: @autoclosure () -> Surroundings
  ) -> Reply {
    run(line, in: surroundings()) { $0 }
  }

  /// Does what a command line asks for, and hands the reply over while all that it was made from
  /// is still there.
  ///
  /// A process that ends in `deliver` need not take apart what it has read, which costs a good part
  /// of making it.
  ///
  /// - Parameters:
  ///   - line: The words without the name of the program.
  ///   - surroundings: What the process gives, collected when it is needed.
  ///   - deliver: Takes what is to be written, and the status to end with.
  /// - Returns: What `deliver` returns.
  package static func run<Result>(
    _ line: [String],
    in surroundings: @autoclosure () -> Surroundings,
    deliver: (Reply) -> Result
  ) -> Result {
    // Scripts ask for the version before anything else: it waits for nothing.
    if line == ["--version"] { return deliver(versionReply) }
    var speaker = Speaker(line, surroundings())
    var isRecording = false
    do {
      let request = try tool.request(for: line)
      switch request {
      case .version:
        return deliver(versionReply)
      case .help(let topic, let globals):
        speaker.adopt(globals)
        return deliver(Reply(output: speaker.help(topic)))
      case .overview(let globals):
        let context = try speaker.context(globals, isTolerant: true)
        return deliver(Reply(output: speaker.overview(context)))
      case .run(let command, let globals):
        // Asking for the protocols themselves would take longer than understanding the line.
        let traits = type(of: command).traits
        isRecording = traits.contains(.records)
        let isTolerant = traits.contains(.ignoresSettings)
        let context = try speaker.context(globals, isTolerant: isTolerant)
        let outcome = try command.run(in: context)
        let reply = speaker.reply(to: outcome, in: context, isRecording: isRecording)
        return withExtendedLifetime(outcome) { deliver(reply) }
      }
    } catch {
      speaker.adopt(leniently: line)
      if error is UsageError { isRecording = tool.traits(of: line).contains(.records) }
      return deliver(speaker.reply(to: error, line: line, isRecording: isRecording))
    }
  }

  /// Whether a line asks for an answer in JSON, so that errors are told in JSON too.
  package static func asksForJSON(_ line: [String]) -> Bool {
    let words = line.prefix { $0 != "--" }
    return words.contains("--json") || words.contains("--jsonl")
      || words.contains("--format=json") || words.contains("--format=jsonl")
      || zip(words, words.dropFirst()).contains { $0 == "--format" && $1.hasPrefix("json") }
  }

  /// An error that only the process itself can find, as a script reads it: the last line of
  /// standard error.
  package static func errorLine(_ status: ExitStatus, code: String, _ message: Message) -> [UInt8] {
    ErrorAnswer(Diagnosis(status, code, message)).line
  }

  private static var versionReply: Reply {
    Reply(output: Array("\(tool.name) \(tool.version)\n".utf8))
  }
}
