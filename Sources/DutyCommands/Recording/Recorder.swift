import CommandLineKit
import DutyModel
import DutyReports
import DutyStore
import TerminalText

/// Records what a command decides, and tells what it changed.
struct Recorder {
  let context: Context
  let options: RecordingOptions
  /// Who records.
  let author: Author
  /// The day on which the workspace is looked at: never before the day of the work, so that what
  /// is recorded is seen.
  let day: Day

  /// - Parameters:
  ///   - context: What the command may know and touch.
  ///   - options: What every command that records takes.
  ///   - day: The day of the work, if there is one.
  /// - Throws: A usage error for options that contradict each other.
  init(_ context: Context, _ options: RecordingOptions, on day: Day? = nil) throws(UsageError) {
    if options.isQuiet, options.isJSON { throw .conflict("--quiet", "--json") }
    self.context = context
    self.options = options
    author = context.author(options.name)
    self.day = max(context.today, day ?? context.today)
  }

  /// Records what is decided.
  ///
  /// - Parameter decide: Looks at the workspace as it is and says what to record. It is asked while
  ///   the lock is held; what it throws ends the command with nothing recorded.
  /// - Returns: The answer of the command.
  /// - Throws: What `decide` throws, and what the store does.
  func record(_ decide: (Opened) throws -> Decision) throws -> Outcome {
    let wait = try context.lockMilliseconds(options.lockTimeout)
    let location = try context.locate()
    if options.isDryRun {
      let workspace = try Workspace.open(at: location, files: context.files)
      return try rehearse(try prepare(workspace, decide))
    }
    var preparation: Preparation?
    let recorded = try Workspace.record(
      at: location,
      as: author,
      clock: context.surroundings.clock,
      lockMilliseconds: wait,
      files: context.files
    ) { workspace in
      let prepared = try prepare(workspace, decide)
      preparation = prepared
      return prepared.decision?.drafts ?? []
    }
    guard let preparation else { return Outcome(.nothing) }
    guard let recorded, let decision = preparation.decision else {
      return duplicate(preparation)
    }
    let after = preparation.opened.adding(recorded.events, in: recorded.workspace)
    let id = recorded.events.first?.id.line
    return outcome(
      subjects(of: decision, recorded.events, in: after),
      line: recorded.line,
      id: id,
      occasion: .recorded,
      before: preparation.opened,
      after: after,
      hints: decision.hints
    )
  }

  /// Records what is decided of the duties named on the command line.
  ///
  /// - Parameters:
  ///   - targets: The names as they were typed.
  ///   - decide: As in ``record(_:)``, with what finds the occurrences that are meant.
  /// - Returns: The answer of the command.
  /// - Throws: What `decide` throws, and what the store does.
  func record(
    _ targets: TargetOptions,
    _ decide: (TargetFinder) throws -> Decision
  ) throws -> Outcome {
    let ids = try TypedIDs.read(targets.ids, in: context).map { word throws(CommandError) in
      try TypedTarget(word, besides: targets.period)
    }
    return try record { opened in
      try decide(
        TargetFinder(
          opened: opened,
          options: targets,
          ids: ids,
          author: author,
          line: context.line
        )
      )
    }
  }
}

// MARK: - Steps

extension Recorder {
  /// The workspace before anything is recorded, and what is to be recorded.
  private struct Preparation {
    let opened: Opened
    /// `nil` if the key is known.
    let decision: Decision?
    /// The events that have the key.
    var known: [Event] = []
    /// What is said of them if they are not what was to be recorded now.
    var warning: Note?
  }

  private func prepare(
    _ workspace: Workspace,
    _ decide: (Opened) throws -> Decision
  ) throws -> Preparation {
    if workspace.journal.newerLines > 0 {
      throw CommandError.newerEvents(workspace.journal.newerLines)
    }
    let opened = Opened(workspace, today: day)
    if let key = options.key {
      let effects = opened.register.effects
      let known = workspace.journal.events.filter { $0.key == key && effects.holds($0.id) }
      if !known.isEmpty {
        return Preparation(
          opened: opened,
          decision: nil,
          known: known,
          warning: warning(that: known, have: key, insteadOf: try? decide(opened))
        )
      }
    }
    var decision = try decide(opened)
    for index in decision.drafts.indices { decision.drafts[index].key = options.key }
    return Preparation(opened: opened, decision: decision)
  }

  /// What is said where a key stands for something else than what was to be recorded: a script
  /// that uses it again would otherwise take for recorded what is not.
  ///
  /// - Parameters:
  ///   - known: The events that have the key.
  ///   - key: The key.
  ///   - decision: What was to be recorded; `nil` if that can no longer be decided, as once a
  ///     finding is closed.
  /// - Returns: A warning; `nil` if the key stands for what was to be recorded.
  private func warning(that known: [Event], have key: String, insteadOf decision: Decision?)
    -> Note?
  {
    guard let decision, let first = known.first,
      Set(known.map { $0.action.matter }) != Set(decision.drafts.map { $0.action.matter })
    else { return nil }
    let name = first.id.short
    return .warning(
      Message(
        en: """
          the key \(quoted: key) is that of another record, \(name), so nothing was recorded: give \
          every record a key of its own
          """,
        zh: "键\(quoted: key)是另一条记录 \(name) 的，因此没有写入；请给每条记录一个自己的键"
      )
    )
  }

  /// Tells what would be recorded; nothing is written, and no lock is taken.
  private func rehearse(_ preparation: Preparation) throws -> Outcome {
    guard let decision = preparation.decision else { return duplicate(preparation) }
    let workspace = preparation.opened.workspace
    let line = try workspace.encode(
      decision.drafts,
      as: author,
      clock: context.surroundings.clock
    )
    let events = assumedEvents(decision.drafts, after: workspace.journal.latest)
    let after = preparation.opened.adding(events)
    return outcome(
      subjects(of: decision, events, in: after),
      line: line,
      id: nil,
      occasion: .dryRun,
      before: preparation.opened,
      after: after,
      hints: decision.hints
    )
  }

  /// The events that drafts would become, after all others.
  private func assumedEvents(_ drafts: [Draft], after latest: EventID?) -> [Event] {
    let now = UInt64(max(0, context.surroundings.clock.now.milliseconds))
    let own = EventID(milliseconds: now, random: (0, 0))
    let id = latest.map { max(own, $0.line.successor ?? own) } ?? own
    return drafts.enumerated().map { number, draft in
      Event(
        id: drafts.count == 1 ? id : id.member(number + 1),
        place: Event.Place(file: -1, line: 0, bytes: 0..<0),
        key: draft.key,
        action: draft.action
      )
    }
  }

  /// Tells that the key is known.
  private func duplicate(_ preparation: Preparation) -> Outcome {
    let opened = preparation.opened
    let journal = opened.workspace.journal
    guard let first = preparation.known.first, let key = options.key else {
      return Outcome(.nothing, opened: opened)
    }
    return outcome(
      preparation.known.map { RecordedEcho.Subject($0) },
      line: Array(journal.wholeLine(of: first)),
      id: first.id.line,
      occasion: .duplicate(key: key),
      before: opened,
      after: opened,
      hints: preparation.warning.map { [$0] } ?? []
    )
  }

  /// What the answer tells of: the events, or those that an undo is about.
  private func subjects(
    of decision: Decision,
    _ events: [Event],
    in after: Opened
  ) -> [RecordedEcho.Subject] {
    guard let line = decision.reversed else { return events.map { RecordedEcho.Subject($0) } }
    let subjects = after.workspace.journal.events.filter { $0.id.line == line }
    let isBack = after.register.effects.undo(of: line) == nil
    guard !subjects.isEmpty else { return events.map { RecordedEcho.Subject($0) } }
    return subjects.map { RecordedEcho.Subject($0, reversal: isBack ? .broughtBack : .undone) }
  }

  private func outcome(
    _ subjects: [RecordedEcho.Subject],
    line: [UInt8],
    id: EventID?,
    occasion: RecordedEcho.Occasion,
    before: Opened,
    after: Opened,
    hints: [Note]
  ) -> Outcome {
    let location = after.workspace.location
    let echo = RecordedEcho(
      subjects,
      line: line,
      name: id?.shortest(among: after.workspace.journal.events) ?? "",
      occasion: occasion,
      before: before.register,
      after: after.register,
      folder: location.source == .walk ? location.folder : nil,
      unreadableLines: after.workspace.journal.unreadableLines
    )
    let answer: Outcome.Answer =
      options.isQuiet
      ? .nothing : .report(echo, options.isJSON ? .json : .table, isRaw: false)
    return Outcome(
      answer,
      notes: clockWarnings(before.workspace.journal)
        + (options.isQuiet ? hints.filter(\.isWarning) : hints),
      opened: after,
      recorded: id?.description
    )
  }

  /// What seems wrong with the clock, by which the record is dated.
  private func clockWarnings(_ journal: Journal) -> [Note] {
    let now = context.surroundings.clock.now
    var warnings: [Note] = []
    if let latest = journal.latestMoment(aheadOf: now) {
      warnings.append(
        .warning(
          Message(
            en:
              "the clock of this computer says \(now.description), and the journal has a record made at \(latest.description). One of the clocks is wrong: \(command: "duty check")",
            zh:
              "这台电脑的时钟是 \(now.description)，而台账里有一条记于 \(latest.description) 的记录，其中一台电脑的时钟有误：\(command: "duty check")"
          )
        )
      )
    }
    if let zone = context.surroundings.unknownTimeZone {
      warnings.append(
        .warning(
          Message(
            en:
              "the system knows no time zone \(quoted: zone) (\(command: "TZ")): days and times are those of UTC",
            zh: "系统不认识时区\(quoted: zone)（\(command: "TZ")），日期和时间按 UTC 计"
          )
        )
      )
    }
    return warnings
  }
}

extension Action {
  /// What an event is about: its kind, and what it names; the same work recorded a second time has
  /// the same, whatever occurrence it would now be for.
  fileprivate var matter: [String] {
    switch self {
    case .done, .note, .cause, .start, .waive, .reopen, .reschedule, .sign:
      [typeName] + targets.map { "\($0.to) \($0.owner ?? "")" }.sorted()
    case .assign(let references, _): [typeName] + references.map(\.description).sorted()
    case .score(let section, let year, _, _): [typeName, section, String(year)]
    case .findingUpdate(let id, _), .findingClose(let id, _), .findingReopen(let id, _):
      [typeName, id.description]
    // What an undo without a name takes back is another record each time.
    case .finding, .undo, .unknown: [typeName]
    }
  }
}

// MARK: - Days

extension Context {
  /// The day something happened: today unless it is said, and never after the day of the clock.
  ///
  /// - Parameters:
  ///   - expression: What was typed.
  ///   - canStart: Whether what is not done yet can be recorded as begun.
  /// - Returns: The day.
  /// - Throws: An error about a day that is none, or that is to come.
  func dayOfWork(_ expression: DayExpression?, canStart: Bool = false) throws -> Day {
    let day = try expression?.day(on: today, facing: .past, for: "on") ?? today
    guard day <= clockDay else {
      throw CommandError.dayInFuture(day, today: clockDay, canStart: canStart)
    }
    return day
  }
}
