package import DutyModel
package import StrictJSON
package import TerminalText

/// What a command that records answers: what was understood, and what it changed.
package struct RecordedEcho: Report {
  /// Why there is something to tell.
  package enum Occasion: Hashable, Sendable {
    case recorded
    /// Nothing was written.
    case dryRun
    /// An event had the key already, and nothing was written.
    case duplicate(key: String)
  }

  /// What an undo did to the events it is about.
  package enum Reversal: Hashable, Sendable {
    case undone
    /// The undo of an undo.
    case broughtBack
  }

  /// What is said to have been recorded or taken back.
  package struct Subject: Sendable {
    package let event: Event
    package let reversal: Reversal?

    package init(_ event: Event, reversal: Reversal? = nil) {
      self.event = event
      self.reversal = reversal
    }
  }

  /// The line as it stands in the journal, without its end.
  private let line: [UInt8]
  private let occasion: Occasion
  private let reversal: Reversal?
  private let head: AnswerHead
  private let sentences: [Message]
  private let results: [Result]
  /// The shortest name of the line.
  private let name: String
  private let folder: String?
  /// What the answer was made from: a process that ends with the answer need not take it apart.
  private let register: Register

  /// - Parameters:
  ///   - subjects: What was recorded, or what an undo is about.
  ///   - line: The line as it stands in the journal, without its end.
  ///   - name: The shortest name of the line; empty if none was written.
  ///   - occasion: Why there is something to tell.
  ///   - before: How it stood before.
  ///   - after: How it stands now.
  ///   - folder: The workspace, if it must be named because it was found by walking up.
  ///   - unreadableLines: The number of lines of the journal that could not be read.
  package init(
    _ subjects: [Subject],
    line: [UInt8],
    name: String,
    occasion: Occasion,
    before: Register,
    after: Register,
    folder: String?,
    unreadableLines: Int
  ) {
    self.line = line
    self.occasion = occasion
    self.name = name
    self.folder = folder
    register = after
    reversal = subjects.lazy.compactMap(\.reversal).first
    head = AnswerHead(today: after.today, year: nil, unreadableLines: unreadableLines)
    var sentences: [Message] = []
    var results: [Result] = []
    let names = Names(after)
    for subject in subjects {
      for part in subject.parts {
        let wording = RecordedWording(
          subject,
          part,
          occasion: occasion,
          before: before,
          after: after,
          names: names
        )
        sentences.append(wording.sentence)
        if let result = Result(part, subject.event.action, in: after) { results.append(result) }
      }
    }
    self.sentences = sentences
    self.results = results
  }
}

extension RecordedEcho {
  /// One of the things an event is about.
  enum Part: Sendable {
    case target(Target)
    case reference(Reference)
    /// The event itself.
    case whole
  }
}

extension RecordedEcho.Subject {
  fileprivate var parts: [RecordedEcho.Part] {
    if case .assign(let references, _) = event.action { return references.map { .reference($0) } }
    let targets = event.action.targets
    return targets.isEmpty ? [.whole] : targets.map { .target($0) }
  }
}

// MARK: - For people

extension RecordedEcho {
  package func screen(in language: Language, for terminal: Terminal) -> [String] {
    var lines = sentences.flatMap { $0.prose(in: language).lines(for: terminal) }
    if case .dryRun = occasion {
      // The exact line: never wrapped, never cut.
      lines.append("+ \(String(decoding: line, as: UTF8.self))")
    } else {
      lines += foot.prose(in: language).lines(for: terminal, indentation: .all(2))
    }
    return lines
  }

  /// The id of the record and the way back.
  private var foot: Message {
    let way =
      reversal == .undone
      ? Message(
        en: "Bring it back: \(command: "duty undo \(name)")",
        zh: "恢复：\(command: "duty undo \(name)")"
      )
      : Message(
        en: "Undo: \(command: "duty undo \(name)")",
        zh: "撤销：\(command: "duty undo \(name)")"
      )
    let place =
      folder.map { folder in
        let place = Message.workspace(folder)
        return Message(en: "    \(place)", zh: "    \(place)")
      } ?? Message.empty
    return Message(en: "Record \(name)    \(way)\(place)", zh: "记录 \(name)    \(way)\(place)")
  }
}

extension Message {
  /// Which workspace was written to, where nobody named it.
  package static func workspace(_ folder: String) -> Message {
    Message(en: "In: \(folder)", zh: "工作区：\(folder)")
  }
}

// MARK: - For machines

extension RecordedEcho {
  /// How it stands with what was recorded.
  struct Result: Sendable {
    let reference: Reference
    let period: Period?
    let owner: String?
    let state: State
    let done: Int
    let owed: Int

    init?(_ part: Part, _ action: Action, in register: Register) {
      switch part {
      case .target(let target):
        guard let account = register.account(of: target, on: action.on) else { return nil }
        reference = target.to
        period = account.period
        owner = target.owner
        state = account.state
        done = account.done
        owed = account.owed
      case .reference(let reference):
        self.reference = reference
        period = nil
        owner = nil
        if reference.requirement != nil {
          guard let number = register.obligation(reference) else { return nil }
          let status = register.status(ofObligation: number)
          state = status.state
          done = status.currents.isEmpty ? status.records : status.done
          owed = status.owed
        } else {
          guard let item = register.item(reference) else { return nil }
          let status = register.status(of: item)
          state = status.state
          done = status.done
          owed = status.owed
        }
      case .whole:
        return nil
      }
    }
  }

  package func writeJSON(_ json: inout JSONWriter) {
    json.object { json in
      head.write(to: &json, format: "duty.recorded/1")
      json.key("event")
      json.raw(line.span)
      writeResults(to: &json)
    }
  }

  package func writeElements(_ lines: inout JSONLines) {
    lines.add("recorded") { json in
      json.key("event")
      json.raw(line.span)
      writeResults(to: &json)
    }
  }

  private func writeResults(to json: inout JSONWriter) {
    json.array("results", results) { json, result in
      json.object { json in
        json.member("id", result.reference)
        json.member("period", result.period?.description)
        json.member("owner", result.owner)
        json.member("state", result.state)
        json.member("done", result.done)
        json.member("owed", result.owed)
      }
    }
    json.member("dryRun", occasion == .dryRun)
    json.member("duplicate", isDuplicate)
  }

  private var isDuplicate: Bool {
    if case .duplicate = occasion { true } else { false }
  }

  package var table: DataTable {
    DataTable(
      columns: [
        .init("id", Message(en: "ID", zh: "编号")),
        .init("period", Message(en: "Period", zh: "期间")),
        .init("owner", Message(en: "Owner", zh: "负责人")),
        .init("state", Message(en: "State", zh: "状态")),
        .init("done", Message(en: "Done", zh: "已办")),
        .init("owed", Message(en: "Owed", zh: "应办")),
      ],
      rows: results.map { result in
        [
          .value(result.reference.description), .value(result.period),
          .optional(result.owner), .value(result.state.rawValue), .value(result.done),
          .value(result.owed),
        ]
      }
    )
  }
}

extension Action {
  /// The day of the work, where the occurrence depends on it.
  var on: Day? {
    switch self {
    case .done(_, let on, _), .note(_, let on), .cause(_, let on), .start(_, let on): on
    case .waive, .reopen, .reschedule, .assign, .sign, .score, .finding, .findingUpdate,
      .findingClose, .findingReopen, .undo, .unknown:
      nil
    }
  }
}
