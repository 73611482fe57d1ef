package import CommandLineKit
import DutyModel
import DutyReports
import DutyStore
import TerminalText

/// `duty undo`: takes a whole line of the journal back, or brings it back.
package struct Undo: RecordingCommand {
  let event: String?
  let reason: String?
  let recording: RecordingOptions

  package static let name = "undo"

  package static let declaration = Declaration(
    Message(en: "Take back what was recorded", zh: "撤销记录"),
    group: .record,
    examples: [
      Example("duty undo", Message(en: "one's own last record", zh: "自己最近的一条")),
      Example("duty undo 693A44", Message(en: "the record of that name", zh: "这个编号的记录")),
    ],
    discussion: Message(
      en: """
        Without a record it is one's own last one, and only of the last 24 hours. The undo of an \
        undo brings the record back. What was recorded with one command is taken back as a whole. \
        Nothing is ever deleted: 'duty history' shows all.
        """,
      zh: """
        不写记录编号，就是自己最近的一条，且只限24小时之内。撤销一次撤销，就是恢复。\
        一条命令记下的，整条撤销。记录从不删除，全部可用 duty history 查看。
        """
    ),
    exitStatus: Message(
      en: "0 undone; 1 nothing to undo; 66 no such record.",
      zh: "0 已撤销；1 没有可撤销的；66 没有这条记录。"
    ),
    OptionalArgument<String>(
      Message(en: "record", zh: "记录"),
      help: Message(
        en: "The last 6 characters of the record, or more",
        zh: "记录编号的后6位，或更多位"
      )
    ),
    Option<String>.reason,
    RecordingOptions.parameters,
    as: Undo.init
  )

  package func run(in context: Context) throws -> Outcome {
    let recorder = try Recorder(context, recording)
    return try recorder.record { opened in
      let journal = opened.workspace.journal
      let line =
        if let event {
          try EventResolver(journal.events).line(event)
        } else {
          try latest(of: recorder.author, in: opened, now: context.surroundings.clock.now)
        }
      if let undo = opened.register.effects.undo(of: line) {
        throw Undo.undoneAlready(line, by: undo, in: journal)
      }
      let origin = Undo.origin(of: line, in: journal)
      let count = journal.events.count { $0.id.line == origin }
      return Decision(
        [Draft(.undo(line, reason: reason))],
        hints: count > 1 ? [Undo.wholeLine(count)] : [],
        reversed: origin
      )
    }
  }

  /// The newest event of a writer's file that holds, if it is of the last 24 hours.
  private func latest(
    of author: Author,
    in opened: Opened,
    now: Instant
  ) throws(CommandError) -> EventID {
    let journal = opened.workspace.journal
    let path = "journal/\(author.writer).jsonl"
    guard let last = journal.last(of: opened.register.effects.events, in: path) else {
      throw .nothingToUndo(by: author.name, last: nil, days: nil)
    }
    // The moment of recording, not that of the id, which follows clocks that go fast.
    let at = Instant(journal.particulars(of: last).at)
    let milliseconds = at?.milliseconds ?? Int(clamping: last.id.milliseconds)
    let age = now.milliseconds - milliseconds
    guard age <= 86_400_000 else {
      throw .nothingToUndo(by: author.name, last: last.id.line, days: age / 86_400_000)
    }
    return last.id.line
  }

  /// The line that an undo, or the undo of an undo, is about in the end.
  private static func origin(of line: EventID, in journal: Journal) -> EventID {
    var undos: [EventID: EventID] = [:]
    for event in journal.events {
      if case .undo(let target, _) = event.action { undos[event.id.line] = target.line }
    }
    var line = line
    // An undo is always later than what it is about, so that no chain comes back to itself.
    while let earlier = undos[line], earlier < line { line = earlier }
    return line
  }

  private static func undoneAlready(
    _ line: EventID,
    by undo: EventID,
    in journal: Journal
  ) -> CommandError {
    let name = line.shortest(among: journal.events)
    let other = undo.shortest(among: journal.events)
    return .refused(
      .usage,
      code: "undone-already",
      Message(
        en: "\(name) is undone already, by \(other)",
        zh: "\(name) 已被 \(other) 撤销"
      ),
      advice: [
        Message(
          en: "Bring it back: \(command: "duty undo \(other)")",
          zh: "恢复：\(command: "duty undo \(other)")"
        )
      ]
    )
  }

  private static func wholeLine(_ count: Int) -> Note {
    .hint(
      Message(
        en: "these \(count) records were made by one command and go together",
        zh: "这\(count)条记录由一条命令记下，一并处理"
      )
    )
  }
}
