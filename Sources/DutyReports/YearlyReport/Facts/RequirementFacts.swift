import DutyModel

/// What a year shows of one requirement.
struct RequirementFacts: Sendable {
  enum Nature: Sendable {
    /// With due days.
    case dated
    case ongoing
    case asNeeded
  }

  /// A decision that something need not be done.
  struct Waiver: Sendable {
    /// `nil` for a year without due days.
    let occurrence: Occurrence?
    let event: EventID?
    let reason: String
    let cited: [String]
    let documents: [String]
  }

  /// A new due day for an occurrence.
  struct Reschedule: Sendable {
    let occurrence: Occurrence
    let event: EventID
    let reason: String
  }

  /// A signature, and the occurrence it is under.
  struct Signed: Sendable {
    let signature: Occurrence.Signature
    let occurrence: Occurrence
  }

  /// Why something is missing or late, as it was recorded.
  struct Cause: Sendable {
    let event: EventID
    let on: Day
    let text: String
    /// Who recorded it of themselves, where each of several owes it.
    let owner: String?
  }

  /// A change of who answers.
  struct Handover: Sendable {
    let event: EventID
    let from: Day
    /// Who answers from that day on.
    let owner: String
    /// The person who is said to be replaced.
    let replaced: String?
    /// Who answered until then.
    let former: String?
    /// The places that were handed on, where each of several owes it.
    let seats: Set<String>

    /// Whether it concerns an occurrence of the requirement.
    func concerns(_ occurrence: Occurrence) -> Bool {
      occurrence.seat.map { seats.contains($0) } ?? true
    }
  }

  /// The number of the obligation in the register.
  let number: Int
  /// The name inside the checklist: `g2b`.
  let name: String
  let requirement: Requirement
  let duty: Duty
  var nature: Nature
  /// Of the year, by due day, those the report is about.
  var occurrences: [Occurrence]
  /// By day; without those that were returned.
  var records: [WorkRecord]
  /// Work that was returned to be done again, by day.
  var returned: [WorkRecord]
  /// By day.
  var causes: [Cause]
  /// The persons without a record, where several each owe what has no due day.
  var unrecorded: [String]
  var waivers: [Waiver]
  var reschedules: [Reschedule]
  var signatures: [Signed]
  /// Changes of who answers, in the year.
  var handovers: [Handover]
  var figures: YearFigures
  /// Whether what is not done and due on the day counts as open.
  let isYearOver: Bool
  let asOf: Day

  /// The clause for it: what the checklist says, or its title.
  var action: String { requirement.action ?? requirement.title }

  /// The records that count as times done.
  var times: [WorkRecord] { records.filter { $0.kind == .done } }

  /// How many times it was done.
  var count: Int {
    times.reduce(0) { sum, record in
      let (total, overflow) = sum.addingReportingOverflow(record.count)
      return overflow ? .max : total
    }
  }

  /// The occurrences that are due and not done.
  var open: [Occurrence] { occurrences.filter { isOpen($0) } }

  var late: [Occurrence] { occurrences.filter { $0.state == .done && $0.late != nil } }

  /// Whether everything owed in the year was waived.
  var isWaived: Bool {
    nature == .dated
      ? !occurrences.isEmpty && occurrences.allSatisfy { $0.state == .waived }
      : !waivers.isEmpty
  }

  /// Whether a report has anything to say of it.
  var isSpokenOf: Bool {
    !records.isEmpty || !waivers.isEmpty || !occurrences.isEmpty || nature == .ongoing
  }

  /// Whether an occurrence counts as not done.
  func isOpen(_ occurrence: Occurrence) -> Bool {
    RequirementFacts.isOpen(occurrence, isYearOver: isYearOver, asOf: asOf)
  }

  static func isOpen(_ occurrence: Occurrence, isYearOver: Bool, asOf: Day) -> Bool {
    guard occurrence.state.isOpen else { return false }
    return isYearOver ? occurrence.due <= asOf : occurrence.due < asOf
  }

  /// The causes recorded for an occurrence, with their events.
  func causes(of occurrence: Occurrence) -> [(event: EventID, text: String)] {
    let events = Set(occurrence.events)
    return causes.filter { events.contains($0.event) }.map { ($0.event, $0.text) }
  }
}

/// What a year shows of a duty.
struct DutyFacts: Sendable {
  let duty: Duty
  let requirements: [RequirementFacts]

  var isSpokenOf: Bool { requirements.contains(where: \.isSpokenOf) }
}

/// What a year shows of a section.
struct SectionFacts: Sendable {
  /// The name that scores use: `township/g0-3`.
  let name: String
  let title: String
  /// The points it carries, in thousandths.
  let points: Int?
  /// Whether it is about the person's own conduct (严于律己).
  let isSelfDiscipline: Bool
  let duties: [DutyFacts]

  var requirements: [RequirementFacts] { duties.flatMap(\.requirements) }

  var figures: YearFigures { requirements.reduce(YearFigures()) { $0 + $1.figures } }
}

/// What a year shows of a tier.
struct TierFacts: Sendable {
  let tier: Tier
  let sections: [SectionFacts]

  /// Whether it is of persons, who report on it themselves.
  var isPersonal: Bool { tier.kind == .secretary || tier.kind == .member }

  /// The number of duties told of.
  var dutyCount: Int {
    sections.reduce(0) { sum, section in
      sum + (section.duties.count { !$0.requirements.isEmpty })
    }
  }

  var requirements: [RequirementFacts] { sections.flatMap(\.requirements) }
}

/// A finding, and what the journal tells of its progress.
struct FindingFacts: Sendable {
  /// What was done since it was found.
  struct Progress: Sendable {
    let event: EventID
    let on: Day
    let note: NoteText
  }

  let status: FindingStatus
  /// The office's number, without the name of the checklist before it, or the short name.
  let name: String
  /// What was found, without a mark at its end.
  let title: String
  let progress: [Progress]
  let closure: EventID?

  var finding: Finding { status.finding }
}
