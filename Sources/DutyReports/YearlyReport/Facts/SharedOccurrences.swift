import DutyModel

/// Occurrences that several persons have alike, of what each of them owes.
struct SharedOccurrences: Sendable {
  /// The persons, each once, in the order of their places.
  let names: [String]
  /// What each of them has, told of one of them.
  let occurrences: [Occurrence]
  /// The events about all of them.
  let events: [EventID]

  /// How far two persons have the same.
  private struct Likeness: Hashable {
    let period: Period
    let owed: Int
    let missing: Int
  }

  /// Puts together the persons who have the same in the same periods, so that no name stands
  /// beside a period that is not that person's.
  static func groups(of occurrences: [Occurrence]) -> [SharedOccurrences] {
    var periods: [(names: [String], occurrences: [Occurrence])] = []
    var places: [Likeness: Int] = [:]
    for occurrence in occurrences {
      let likeness = Likeness(
        period: occurrence.period,
        owed: occurrence.owed,
        missing: occurrence.missing
      )
      let place = places[likeness] ?? periods.count
      if place == periods.count {
        places[likeness] = place
        periods.append(([], []))
      }
      let name = occurrence.owner ?? ""
      if !periods[place].names.contains(name) { periods[place].names.append(name) }
      periods[place].occurrences.append(occurrence)
    }
    var order: [[String]] = []
    var shares: [[String]: [[Occurrence]]] = [:]
    for period in periods {
      if shares[period.names] == nil { order.append(period.names) }
      shares[period.names, default: []].append(period.occurrences)
    }
    return order.map { names in
      let own = shares[names] ?? []
      return SharedOccurrences(
        names: names,
        occurrences: own.map { $0[0] },
        events: own.flatMap { $0.flatMap(\.events) }
      )
    }
  }
}
