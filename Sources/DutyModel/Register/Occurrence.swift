/// A requirement in one period, and what became of it: what can be done, late or waived.
package struct Occurrence: Sendable {
  /// A signature under the occurrence.
  package struct Signature: Hashable, Sendable {
    package let event: EventID
    package let signer: String
    package let on: Day
    package let opinion: String?
    /// Whether the records it rests on are no longer those that count.
    package let isChanged: Bool
  }

  /// What was decided about an occurrence, apart from its due day.
  final class Decision: Sendable {
    let waivedFor: String?
    let signatures: [Signature]

    init(waivedFor: String?, signatures: [Signature]) {
      self.waivedFor = waivedFor
      self.signatures = signatures
    }
  }

  /// The number of the obligation in the register.
  package let obligation: Int
  /// What it is an occurrence of.
  let subject: Obligation
  /// The person who answers for this occurrence.
  package let owner: String?
  package let departments: [String]
  /// Every event that names it and holds, in the order of ids.
  package let events: [EventID]
  /// What was decided about it; few have it, and so it is stored apart.
  let decision: Decision?
  package let done: Int
  package let owed: Int
  private let storedSeat: Int32
  package let start: Day
  /// The last day on time; a reschedule moves it.
  package let due: Day
  /// The due day that the schedule gives: it decides the year.
  package let originalDue: Day
  /// The day of the record that reached the number owed.
  package let fulfilledOn: Day?
  package let state: State
  /// Whether every one of several persons owes it.
  package let isPersonal: Bool
  package let period: Period

  init(
    obligation: Int,
    subject: Obligation,
    slot: Slot,
    due: Day,
    seat: Int?,
    owner: String?,
    departments: [String],
    state: State,
    done: Int,
    fulfilledOn: Day?,
    decision: Decision?,
    events: [EventID]
  ) {
    self.obligation = obligation
    self.subject = subject
    self.owner = owner
    self.departments = departments
    self.events = events
    self.decision = decision
    self.done = done
    owed = slot.owed
    storedSeat = Int32(clamping: seat ?? 0)
    isPersonal = seat != nil
    start = slot.start
    self.due = due
    originalDue = slot.due
    self.fulfilledOn = fulfilledOn
    self.state = state
    period = slot.period
  }

  /// The requirement's name.
  package var reference: Reference { subject.reference }

  /// The place of the person among those who each owe it, from 0; `nil` where one person answers.
  package var seat: Int? { isPersonal ? Int(storedSeat) : nil }

  /// Why it was waived, if it is.
  package var waivedFor: String? { decision?.waivedFor }

  package var signatures: [Signature] { decision?.signatures ?? [] }

  /// The year whose figures it belongs to.
  package var year: Int { originalDue.year }

  /// How many days after the due day it was fulfilled; `nil` if on time or not at all.
  ///
  /// A fact of the records: a waiver does not change it.
  package var late: Int? {
    guard let fulfilledOn, fulfilledOn > due else { return nil }
    return fulfilledOn - due
  }

  /// How many times are still owed.
  package var missing: Int { state.isOpen ? max(0, owed - done) : 0 }
}

extension Occurrence {
  /// Which occurrence of its requirement is looked at first: the worst, then the earliest.
  package static func isWorse(_ left: Occurrence, _ right: Occurrence) -> Bool {
    if left.state != right.state { return left.state < right.state }
    return left.due < right.due
  }
}
