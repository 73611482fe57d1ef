package import DutyModel

/// Events by the requirements that they name.
///
/// A page shows the events about its duty; with this, each of many pages looks at its own alone
/// instead of at all there are.
package struct EventIndex: Sendable {
  private let events: [Event]
  /// For the number of a requirement the places of the events that name it, ascending.
  private var places: [Int: [Int]] = [:]
  /// The places of those that are about a requirement by way of another event, or of findings.
  private var indirect: [Int] = []

  /// - Parameters:
  ///   - events: All events, ascending by id.
  ///   - register: The register made of them.
  package init(_ events: [Event], in register: Register) {
    self.events = events
    for place in events.indices {
      switch events[place].action {
      case .done, .note, .cause, .start, .waive, .reopen, .reschedule, .sign:
        for target in events[place].action.targets { add(place, target.to, register) }
      case .assign(let references, _):
        for reference in references { add(place, reference, register) }
      case .undo, .finding, .findingUpdate, .findingClose, .findingReopen:
        indirect.append(place)
      case .score, .unknown:
        continue
      }
    }
  }

  private mutating func add(_ place: Int, _ reference: Reference, _ register: Register) {
    let numbers: [Int] =
      if let number = register.obligation(reference) {
        [number]
      } else if reference.requirement == nil, let item = register.item(reference) {
        register.items[item].obligations
      } else {
        []
      }
    for number in numbers where places[number]?.last != place {
      places[number, default: []].append(place)
    }
  }

  /// The events that may be about some requirements, ascending by id.
  package func events(about obligations: [Int]) -> [Event] {
    var own = indirect
    for number in obligations { own += places[number] ?? [] }
    var last: Int?
    return own.sorted().compactMap { place in
      defer { last = place }
      return place == last ? nil : events[place]
    }
  }
}
