/// One immutable fact of the journal: what the fold needs of it.
///
/// The words around it (who recorded it and when, notes, quantities …) are its ``Particulars``;
/// they are read again from the file only where a person asks for them.
package struct Event: Sendable {
  package let id: EventID
  /// Where it stands in the journal.
  package let place: Place
  private let storedKey: Key
  package let action: Action

  package init(id: EventID, place: Place, key: String? = nil, action: Action) {
    self.id = id
    self.place = place
    storedKey = if let key { .text(key) } else { .none }
    self.action = action
  }

  /// The name a script gave it so that a second run records nothing.
  package var key: String? {
    if case .text(let text) = storedKey { text } else { nil }
  }

  /// Whether it has such a name.
  package var hasKey: Bool {
    if case .text = storedKey { true } else { false }
  }

  /// Hardly any event has a key, so its text is stored apart.
  private indirect enum Key: Sendable {
    case none
    case text(String)
  }

  /// A line of a file of the journal.
  ///
  /// The numbers are kept in 32 bits, as every event has them; what does not fit is cut to the
  /// nearest number that does. No file of a journal is as large.
  package struct Place: Hashable, Sendable {
    private let storedFile: Int32
    private let storedLine: UInt32
    private let start: UInt32
    private let end: UInt32

    /// The place of a line in a file of the journal.
    ///
    /// - Parameters:
    ///   - file: The number of the file in the journal's list; negative for an event that stands
    ///     in none.
    ///   - line: The number of the line, from 1.
    ///   - bytes: The bytes of the line in the file, without its end.
    package init(file: Int, line: Int, bytes: Range<Int>) {
      storedFile = Int32(clamping: file)
      storedLine = UInt32(clamping: line)
      start = UInt32(clamping: bytes.lowerBound)
      end = UInt32(clamping: bytes.upperBound)
    }

    /// The number of the file in the journal's list; negative for an event that stands in none.
    package var file: Int { Int(storedFile) }

    /// The number of the line, from 1.
    package var line: Int { Int(storedLine) }

    /// The bytes of the line in the file, without its end.
    package var bytes: Range<Int> { Int(start)..<Int(end) }
  }
}

/// What an event says: the one list of the kinds of event.
///
/// What is rare and large is stored apart, so that the many records of work stay small.
package enum Action: Sendable {
  /// Work that counts towards what is owed.
  case done([Target], on: Day, count: Int)
  /// Evidence that does not count.
  case note([Target], on: Day)
  /// Why something is missing or late, and nothing to show: no record of work.
  case cause([Target], on: Day)
  /// Work was begun.
  case start([Target], on: Day)
  indirect case waive([Target], reason: String)
  /// Ends a waiver and returns work: records before it count no longer.
  indirect case reopen([Target], reason: String)
  indirect case reschedule([Target], due: Day, reason: String)
  indirect case assign([Reference], Assignment)
  indirect case sign([Target], SignOff)
  indirect case score(section: String, year: Int, thousandths: Int, reason: String)
  indirect case finding(Finding)
  indirect case findingUpdate(EventID, FindingChange)
  indirect case findingClose(EventID, FindingClosure)
  indirect case findingReopen(EventID, reason: String)
  /// Takes a whole line back: a compound event or a batch, never a part.
  indirect case undo(EventID, reason: String?)
  /// A type that a later version knows; kept and ignored.
  indirect case unknown(String)
}

/// The occurrence an event is about.
package struct Target: Hashable, Sendable {
  /// The requirement, always with its letter.
  package let to: Reference
  /// The label of the occurrence; `nil` if the journal has none that can be read.
  package let period: Period?
  /// The person, where each of several owes it.
  package let owner: String?

  package init(to: Reference, period: Period?, owner: String? = nil) {
    self.to = to
    self.period = period
    self.owner = owner
  }
}

/// Who answers from a day on.
package struct Assignment: Hashable, Sendable {
  package let from: Day
  package let owner: String?
  package let departments: [String]?
  /// Whose place is taken, where each of several owes it.
  package let replaces: String?

  package init(from: Day, owner: String?, departments: [String]? = nil, replaces: String? = nil) {
    self.from = from
    self.owner = owner
    self.departments = departments
    self.replaces = replaces
  }
}

/// A person's signature under an occurrence.
package struct SignOff: Hashable, Sendable {
  package let on: Day
  package let signer: String
  package let opinion: String?
  /// The records the signature rests on.
  package let seen: [EventID]

  package init(on: Day, signer: String, opinion: String?, seen: [EventID]) {
    self.on = on
    self.signer = signer
    self.opinion = opinion
    self.seen = seen
  }
}

/// A problem that was found, as it was written down.
package struct Finding: Hashable, Sendable {
  /// The office's own numbering.
  package var number: String?
  package var title: String
  package var text: String?
  package var source: String?
  package var cause: String?
  package var measure: String?
  package var owner: String?
  package var departments: [String]
  package var due: Day?
  package var on: Day
  /// The duties or requirements it is about.
  package var about: [Reference]

  package init(
    number: String? = nil,
    title: String,
    text: String? = nil,
    source: String? = nil,
    cause: String? = nil,
    measure: String? = nil,
    owner: String? = nil,
    departments: [String] = [],
    due: Day? = nil,
    on: Day,
    about: [Reference] = []
  ) {
    self.number = number
    self.title = title
    self.text = text
    self.source = source
    self.cause = cause
    self.measure = measure
    self.owner = owner
    self.departments = departments
    self.due = due
    self.on = on
    self.about = about
  }
}

/// What an update changes in a finding: per key, the last update wins.
package struct FindingChange: Hashable, Sendable {
  /// A key that is changed: set to a value, or cleared.
  package enum Field<Value: Hashable & Sendable>: Hashable, Sendable {
    case unchanged
    case cleared
    case set(Value)
  }

  package var number = Field<String>.unchanged
  /// A title can be replaced but not cleared.
  package var title = Field<String>.unchanged
  package var text = Field<String>.unchanged
  package var source = Field<String>.unchanged
  package var cause = Field<String>.unchanged
  package var measure = Field<String>.unchanged
  package var owner = Field<String>.unchanged
  package var departments = Field<[String]>.unchanged
  package var due = Field<Day>.unchanged
  package var about = Field<[Reference]>.unchanged

  package init() {}
}

/// How a finding was closed (销号).
package struct FindingClosure: Hashable, Sendable {
  package let on: Day
  package let note: String?
  package let documents: [String]
  package let confirmedBy: String?

  package init(on: Day, note: String?, documents: [String], confirmedBy: String?) {
    self.on = on
    self.note = note
    self.documents = documents
    self.confirmedBy = confirmedBy
  }
}

extension Action {
  /// The duties and requirements that the event names.
  package var references: [Reference] {
    switch self {
    case .done, .note, .cause, .start, .waive, .reopen, .reschedule, .sign:
      targets.map(\.to)
    case .assign(let references, _):
      references
    case .finding(let finding):
      finding.about
    case .findingUpdate(_, let change):
      if case .set(let about) = change.about { about } else { [] }
    case .score, .findingClose, .findingReopen, .undo, .unknown:
      []
    }
  }

  /// The occurrences the event is about, if it is about occurrences.
  package var targets: [Target] {
    switch self {
    case .done(let targets, _, _), .note(let targets, _), .cause(let targets, _),
      .start(let targets, _), .waive(let targets, _), .reopen(let targets, _),
      .reschedule(let targets, _, _), .sign(let targets, _):
      targets
    case .assign, .score, .finding, .findingUpdate, .findingClose, .findingReopen, .undo, .unknown:
      []
    }
  }
}
