/// Which events hold, after those that take others back.
///
/// A pure function of the set of events: their order in files means nothing.
package struct Effects: Sendable {
  /// The events that hold, in the order of their ids, without the undo events.
  package private(set) var events: [Event] = []
  /// For an event that was taken back, the undo event that did it.
  package private(set) var undoneBy: [EventID: EventID] = [:]
  /// Events that do not hold because an earlier one has the same key.
  package private(set) var repeated: [EventID: EventID] = [:]
  /// Undo events whose event is not there, or is not older than they are.
  package private(set) var unmatched: [Unmatched] = []

  /// Resolves the events.
  ///
  /// An undo is itself undone by an effective undo with a greater id, so undo events are resolved
  /// from the greatest id down. It takes back a whole line; naming a member of a batch does nothing.
  ///
  /// - Parameter sorted: Events in ascending order of their ids, each once.
  package init(of sorted: [Event]) {
    var undos: [(id: EventID, target: EventID)] = []
    var hasKeys = false
    // By number, because the loop copies whole events otherwise, to look at little of each.
    for number in sorted.indices {
      if case .undo(let target, _) = sorted[number].action {
        undos.append((sorted[number].id, target))
      }
      if sorted[number].hasKey { hasKeys = true }
    }
    if undos.isEmpty, !hasKeys {
      events = sorted
      return
    }
    for undo in undos.reversed() where undoneBy[undo.id.line] == nil {
      let isKnown = Effects.hasLine(undo.target, in: sorted)
      if undo.target.member != 0 || !isKnown || undo.target >= undo.id.line {
        let subject = undo.target.description
        unmatched.append(Unmatched(event: undo.id, reason: .unknownEvent, subject: subject))
      } else {
        undoneBy[undo.target] = undo.id
      }
    }
    var keys: [String: EventID] = [:]
    events.reserveCapacity(sorted.count)
    for number in sorted.indices {
      let id = sorted[number].id
      guard undoneBy[id.line] == nil else { continue }
      if case .undo = sorted[number].action { continue }
      if let key = sorted[number].key {
        if let first = keys[key], first.line != id.line {
          repeated[id] = first
          continue
        }
        keys[key] = id
      }
      events.append(sorted[number])
    }
  }

  /// Whether an event of a line is among events in ascending order of their ids.
  private static func hasLine(_ line: EventID, in sorted: [Event]) -> Bool {
    var range = sorted.indices
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      let id = sorted[middle].id.line
      if id == line { return true }
      range = id < line ? (middle + 1)..<range.upperBound : range.lowerBound..<middle
    }
    return false
  }

  /// Adds events that hold, and are later than all others.
  mutating func append(_ new: [Event]) {
    events += new
  }

  /// Whether an event holds: neither taken back nor repeated under its key.
  package func holds(_ id: EventID) -> Bool {
    undoneBy[id.line] == nil && repeated[id] == nil
  }

  /// The undo event that took an event back, if one did.
  package func undo(of id: EventID) -> EventID? {
    undoneBy[id.line]
  }
}
