/// A finding as it stands on a day.
package struct FindingStatus: Sendable {
  package enum State: String, CaseIterable, Sendable {
    case open
    case overdue
    case closed
  }

  package let id: EventID
  /// The finding with all its updates.
  package internal(set) var finding: Finding
  package internal(set) var state: State
  /// How it was closed, if it is.
  package internal(set) var closure: FindingClosure?
  /// Every event about it that holds, in order.
  package internal(set) var events: [EventID]

  /// The name people use: `f` and the last 6 characters of the event's id, in lower case.
  package var short: String { "f" + Identifier.folded(id.short) }
}

/// Collects the events about findings.
struct FindingFold {
  private var order: [EventID] = []
  private var found: [EventID: FindingStatus] = [:]
  private var closures: [EventID: FindingClosure] = [:]
  private(set) var unmatched: [Unmatched] = []

  mutating func add(_ event: Event) {
    switch event.action {
    case .finding(let finding):
      order.append(event.id)
      found[event.id] = FindingStatus(
        id: event.id,
        finding: finding,
        state: .open,
        events: [event.id]
      )
    case .findingUpdate(let id, let change):
      guard belongs(event, to: id) else { return }
      found[id]?.finding.apply(change)
    case .findingClose(let id, let closure):
      guard belongs(event, to: id) else { return }
      closures[id] = closure
    case .findingReopen(let id, _):
      guard belongs(event, to: id) else { return }
      closures[id] = nil
    default:
      return
    }
  }

  private mutating func belongs(_ event: Event, to id: EventID) -> Bool {
    guard found[id] != nil else {
      unmatched.append(
        Unmatched(event: event.id, reason: .unknownFinding, subject: id.description)
      )
      return false
    }
    found[id]?.events.append(event.id)
    return true
  }

  /// The findings recorded by a day; one that is closed later is still open.
  func statuses(on today: Day) -> [FindingStatus] {
    order.compactMap { id in
      guard var status = found[id], status.finding.on <= today else { return nil }
      if let closure = closures[id], closure.on <= today {
        status.state = .closed
        status.closure = closure
      } else if let due = status.finding.due, due < today {
        status.state = .overdue
      }
      return status
    }
  }
}

extension Finding {
  /// Changes the fields an update names.
  mutating func apply(_ change: FindingChange) {
    change.number.apply(to: &number)
    if case .set(let title) = change.title { self.title = title }
    change.text.apply(to: &text)
    change.source.apply(to: &source)
    change.cause.apply(to: &cause)
    change.measure.apply(to: &measure)
    change.owner.apply(to: &owner)
    change.due.apply(to: &due)
    switch change.departments {
    case .unchanged: break
    case .cleared: departments = []
    case .set(let departments): self.departments = departments
    }
    switch change.about {
    case .unchanged: break
    case .cleared: about = []
    case .set(let about): self.about = about
    }
  }
}

extension FindingChange.Field {
  fileprivate func apply(to value: inout Value?) {
    switch self {
    case .unchanged: break
    case .cleared: value = nil
    case .set(let new): value = new
    }
  }
}
