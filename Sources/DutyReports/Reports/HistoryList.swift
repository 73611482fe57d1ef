package import DutyModel
package import StrictJSON
package import TerminalText

/// What was recorded, by whom and when.
///
/// A screen begins with what was recorded last; every other form begins with the first.
package struct HistoryList: Sendable {
  private let events: [StoredEvent]
  private let total: Int
  private let command: String
  private let filter: Message
  private let noMatch: NoMatch?
  private let register: Register
  private let words: EventWords
  private let unreadableLines: Int
  private let newerLines: Int

  /// Makes the list of events that were chosen.
  ///
  /// - Parameters:
  ///   - events: The last of what was chosen, ascending by id.
  ///   - total: How many were chosen.
  ///   - command: The command line that chose them, without a limit.
  ///   - filter: What was chosen, in words; empty for everything.
  ///   - noMatch: Why there is nothing, if a name that was asked for fits no duty.
  ///   - register: The register made of all events.
  ///   - names: The names that are shown.
  ///   - unreadableLines: The number of lines of the journal that could not be read.
  ///   - newerLines: The number of those that only a later version understands.
  package init(
    _ events: [StoredEvent],
    of total: Int,
    command: String,
    filter: Message,
    noMatch: NoMatch? = nil,
    in register: Register,
    names: Names,
    unreadableLines: Int,
    newerLines: Int = 0
  ) {
    self.events = events
    self.total = total
    self.command = command
    self.filter = filter
    self.noMatch = noMatch
    self.register = register
    words = EventWords(register, names)
    self.unreadableLines = unreadableLines
    self.newerLines = newerLines
  }
}

extension HistoryList: Report {
  package func screen(in language: Language, for terminal: Terminal) -> [String] {
    guard !events.isEmpty || total > 0 else {
      return emptyAnswer.prose(in: language).lines(for: terminal)
    }
    return table(in: language).lines(for: terminal)
      + footer.prose(in: language).lines(for: terminal)
  }

  /// What is said instead of rows; what cannot be read here is no sign that nothing was recorded.
  private var emptyAnswer: Message {
    if let noMatch { return noMatch.sentence(on: register.today) }
    if filter.isEmpty, newerLines + unreadableLines > 0 {
      return Message(en: "No record here can be read.", zh: "这里的记录都无法读取。")
    }
    return filter.isEmpty
      ? Message(en: "Nothing has been recorded yet.", zh: "还没有记录。")
      : Message(en: "\(filter): no records.", zh: "\(filter)：没有记录。")
  }

  /// The year of the time gives way first, then the record's name; what happened is wrapped.
  private func table(in language: Language) -> TextTable {
    func header(_ message: Message) -> String { message.text(in: language) }
    let when = header(Message(en: "When", zh: "时间"))
    return TextTable(
      columns: [
        .init("time", header: when),
        .init("short time", header: when),
        .init("record", header: header(Message(en: "Record", zh: "记录"))),
        .init("who", header: header(Message(en: "Who", zh: "谁"))),
        .init("what", header: header(Message(en: "What", zh: "做了什么"))),
      ],
      rows: events.reversed().map { .cells(cells($0, in: language)) },
      narrowing: [
        .wrap("what", to: 30),
        .replace("time", by: "short time"),
        .drop("record"),
        .wrap("what", to: 12),
      ]
    )
  }

  private func cells(_ stored: StoredEvent, in language: Language) -> [Prose] {
    let time = stored.particulars.at.prefix(16).replacing("T")
    let cells = [
      Prose(time),
      Prose(String(time.dropFirst(5))),
      Prose(stored.event.id.short),
      Prose(stored.particulars.by),
      words.message(stored).prose(in: language),
    ]
    return register.effects.holds(stored.event.id) ? cells : cells.map { $0.with(role: .quiet) }
  }

  private var footer: Message {
    let prefix = filter.isEmpty ? Message.empty : Message(en: "\(filter): ", zh: "\(filter)：")
    let the = filter.isEmpty ? "The" : "the"
    guard events.count < total else {
      return Message(en: "\(prefix)\(total, "record", "records").", zh: "\(prefix)共\(total)条记录。")
    }
    let all = "\(command) --limit 0"
    return Message(
      en: "\(prefix)\(the) last \(events.count) of \(total). All: \(command: all)",
      zh: "\(prefix)最近\(events.count)条，共\(total)条。全部：\(command: all)"
    )
  }

  package func writeJSON(_ json: inout JSONWriter) {
    json.object { json in
      AnswerHead(
        today: register.today,
        year: register.namedYear,
        unreadableLines: unreadableLines
      ).write(to: &json, format: "duty.history/1")
      json.array("events", events) { json, stored in
        stored.write(to: &json) { writeAdditions(of: stored, to: &$0) }
      }
    }
  }

  /// The event is a member of its own, since its `type` is what kind of event it is.
  package func writeElements(_ lines: inout JSONLines) {
    for stored in events {
      lines.add("event") { json in
        json.key("event")
        stored.write(to: &json)
        writeAdditions(of: stored, to: &json)
      }
    }
  }

  private func writeAdditions(of stored: StoredEvent, to json: inout JSONWriter) {
    json.member("undoneBy", register.effects.undo(of: stored.event.id))
    json.member("file", stored.file)
  }

  package var table: DataTable {
    DataTable(
      columns: [
        .init("id", Message(en: "Record", zh: "记录")),
        .init("at", Message(en: "When", zh: "时间")),
        .init("by", Message(en: "Who", zh: "谁")),
        .init("type", Message(en: "Type", zh: "类型")),
        .init("about", Message(en: "About", zh: "涉及")),
        .init("on", Message(en: "On", zh: "日期")),
        .init("note", Message(en: "Note", zh: "说明")),
        .init("undone_by", Message(en: "Undone by", zh: "撤销于")),
        .init("file", Message(en: "File", zh: "文件")),
      ],
      rows: events.map { stored in
        let event = stored.event
        return [
          .value(event.id.description),
          .value(stored.particulars.at),
          .text(stored.particulars.by),
          .value(event.action.typeName),
          .text(event.action.subjects.joined(separator: " ")),
          .value(event.action.day),
          .optional(event.action.reason ?? stored.particulars.note),
          .value(register.effects.undo(of: event.id)),
          .text(stored.file),
        ]
      }
    )
  }
}

extension StringProtocol {
  /// The text with a space for a letter that stands between a date and a time.
  fileprivate func replacing(_ letter: Character) -> String {
    String(map { $0 == letter ? " " : $0 })
  }
}

extension Action {
  /// The word of the journal for the kind of event.
  package var typeName: String {
    switch self {
    case .done: "done"
    case .note, .cause: "note"
    case .start: "start"
    case .waive: "waive"
    case .reopen: "reopen"
    case .reschedule: "reschedule"
    case .assign: "assign"
    case .sign: "sign"
    case .score: "score"
    case .finding: "finding"
    case .findingUpdate: "finding-update"
    case .findingClose: "finding-close"
    case .findingReopen: "finding-reopen"
    case .undo: "undo"
    case .unknown(let type): type
    }
  }

  /// The day the event is about, if it is about one.
  package var day: Day? {
    switch self {
    case .done(_, let on, _), .note(_, let on), .cause(_, let on), .start(_, let on): on
    case .sign(_, let signature): signature.on
    case .finding(let finding): finding.on
    case .findingClose(_, let closure): closure.on
    case .waive, .reopen, .reschedule, .assign, .score, .findingUpdate, .findingReopen, .undo,
      .unknown:
      nil
    }
  }

  /// Why, where an event says so.
  fileprivate var reason: String? {
    switch self {
    case .waive(_, let reason), .reopen(_, let reason), .reschedule(_, _, let reason),
      .score(_, _, _, let reason), .findingReopen(_, let reason):
      reason
    case .undo(_, let reason): reason
    case .sign(_, let signature): signature.opinion
    case .finding(let finding): finding.title
    case .findingClose(_, let closure): closure.note
    case .done, .note, .cause, .start, .assign, .findingUpdate, .unknown: nil
    }
  }

  /// The names of what the event is about, in full.
  fileprivate var subjects: [String] {
    switch self {
    case .done, .note, .cause, .start, .waive, .reopen, .reschedule, .sign:
      targets.map { target in "\(target.to)" + (target.period.map { "@\($0)" } ?? "") }
    case .assign(let references, _): references.map(\.description)
    case .score(let section, _, _, _): [section]
    case .finding(let finding): finding.about.map(\.description)
    case .findingUpdate(let id, _), .findingClose(let id, _), .findingReopen(let id, _),
      .undo(let id, _):
      [id.description]
    case .unknown: []
    }
  }
}
