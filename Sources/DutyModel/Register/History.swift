/// What the journal says about one obligation, in the order of the events' ids: parts of what it
/// says about all.
struct History: Sendable {
  /// Work: done, evidence, begun; or why there is none.
  struct Work: Sendable {
    enum Kind: Sendable {
      case done
      case note
      case cause
      case start
    }

    let id: EventID
    let kind: Kind
    let on: Day
    let count: Int
    /// The occurrence it belongs to; the year where there are no due days.
    let period: Period
    let owner: String?

    /// Whether it shows that something was done; a cause shows the contrary.
    var isRecord: Bool { kind != .cause }
  }

  /// A decision about one occurrence.
  struct Ruling: Sendable {
    enum Kind: Sendable {
      case waive(String)
      case reopen
      case reschedule(Day)
      case sign(SignOff)
    }

    let id: EventID
    let kind: Kind
    let period: Period
    let owner: String?
  }

  /// An assignment with the event that records it.
  typealias Assigned = (id: EventID, assignment: Assignment)

  var works: ArraySlice<Work> = []
  var rulings: ArraySlice<Ruling> = []
  var assignments: ArraySlice<Assigned> = []
}

extension History {
  /// What concerns each of several seats: what names a person who ever held it.
  ///
  /// - Parameters:
  ///   - seats: The seats of those who each owe the obligation.
  ///   - period: The only occurrence wanted; all if `nil`.
  /// - Returns: A history for every seat, each with all the assignments.
  func divided(among seats: [Seat], in period: Period? = nil) -> [History] {
    var parts = Array(repeating: History(assignments: assignments), count: seats.count)
    if works.isEmpty, rulings.isEmpty { return parts }
    var places: [String: [Int]] = [:]
    for (place, seat) in seats.enumerated() {
      for name in seat.names { places[name, default: []].append(place) }
    }
    for work in works where period == nil || work.period == period {
      for place in work.owner.flatMap({ places[$0] }) ?? [] { parts[place].works.append(work) }
    }
    for ruling in rulings where period == nil || ruling.period == period {
      for place in ruling.owner.flatMap({ places[$0] }) ?? [] {
        parts[place].rulings.append(ruling)
      }
    }
    return parts
  }
}

/// An event that no edition has a place for.
package struct Unmatched: Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// No checklist has the requirement.
    case unknownReference
    /// The requirement has no such occurrence.
    case unknownPeriod
    /// The person is not one of those who owe it.
    case unknownOwner
    /// No person is named, though each of several owes it.
    case noOwner
    /// No such finding was recorded.
    case unknownFinding
    /// No such event was recorded.
    case unknownEvent
  }

  package let event: EventID
  package let reason: Reason
  /// What the event names: a requirement, an event.
  package let subject: String
}
