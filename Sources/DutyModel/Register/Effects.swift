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
    for event in sorted {
      if case .undo(let target, _) = event.action { undos.append((event.id, target)) }
      if event.key != nil { hasKeys = true }
    }
    if undos.isEmpty, !hasKeys {
      events = sorted
      return
    }
    var lines: Set<EventID> = []
    if !undos.isEmpty { lines = Set(sorted.lazy.map(\.id.line)) }
    for undo in undos.reversed() where undoneBy[undo.id.line] == nil {
      if undo.target.member != 0 || !lines.contains(undo.target) || undo.target >= undo.id.line {
        let subject = undo.target.description
        unmatched.append(Unmatched(event: undo.id, reason: .unknownEvent, subject: subject))
      } else {
        undoneBy[undo.target] = undo.id
      }
    }
    var keys: [String: EventID] = [:]
    for event in sorted where undoneBy[event.id.line] == nil {
      if case .undo = event.action { continue }
      if let key = event.key {
        if let first = keys[key], first.line != event.id.line {
          repeated[event.id] = first
          continue
        }
        keys[key] = event.id
      }
      events.append(event)
    }
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
