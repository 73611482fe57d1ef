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

  /// The number of the obligation in the register.
  package let obligation: Int
  /// What it is an occurrence of.
  let subject: Obligation
  package let period: Period
  /// The person who answers for this occurrence.
  package let owner: String?
  /// Whom the checklist names among those who each owe it, whoever took over since; `nil` where one
  /// person answers.
  package let seat: String?
  package let departments: [String]
  package let start: Day
  /// The last day on time; a reschedule moves it.
  package let due: Day
  /// The due day that the schedule gives: it decides the year.
  package let originalDue: Day
  package let owed: Int
  package let done: Int
  package let state: State
  /// The day of the record that reached the number owed.
  package let fulfilledOn: Day?
  /// Why it was waived, if it is.
  package let waivedFor: String?
  package let signatures: [Signature]
  /// Every event that names it and holds, in the order of ids.
  package let events: [EventID]

  /// The requirement's name.
  package var reference: Reference { subject.reference }

  /// The requirement, as the edition that makes the occurrence states it.
  package var requirement: Requirement { subject.version(dueOn: originalDue).requirement }

  /// Whether every one of several persons owes it.
  package var isPersonal: Bool { seat != nil }

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
