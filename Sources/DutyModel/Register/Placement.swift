/// Which occurrence work of a day belongs to, where nobody says it.
package enum Placement: Hashable, Sendable {
  case occurrence(Period)
  /// The day fits any of several: those that are overdue, and the next one; by due day.
  case several([Period])
  /// Nothing is owed on that day.
  case nowhere
}

extension Register {
  /// Which occurrence work of a day belongs to.
  ///
  /// Without due days it is the year of the day, and of a counted schedule the period that holds
  /// the day. Of dates it is the next one that is due, unless earlier ones are overdue: a single
  /// one that is nearer to the day takes the work, and otherwise nobody but the person can tell.
  /// A report that is handed in on 20 July must not silently stand for the one of January.
  ///
  /// - Parameters:
  ///   - number: The obligation.
  ///   - day: The day of the work, not after the day looked at.
  ///   - person: Who did it, where each of several owes it.
  /// - Returns: The occurrence, or those it may be.
  package func placement(of number: Int, on day: Day, by person: String? = nil) -> Placement {
    let obligation = obligations[number]
    if obligation.terms.contains(where: { $0.isUndated(on: day) }) {
      return .occurrence(.year(day.year))
    }
    for version in obligation.versions {
      guard case .counted = version.requirement.schedule,
        let slot = version.requirement.schedule.slot(containing: day),
        version.requirement.effective.contains(slot.due)
      else { continue }
      return .occurrence(slot.period)
    }
    let missed = overdue(number).filter { $0.due < day && concerns($0, person) }
    let dated = occurrences(of: number, in: datedSlots(of: number, around: day))
      .filter { concerns($0, person) }
    guard let next = dated.filter({ $0.due >= day }).min(by: { $0.due < $1.due }) else {
      if missed.count > 1 { return .several(missed.periods) }
      let last = missed.first ?? dated.max { $0.due < $1.due }
      return last.map { .occurrence($0.period) } ?? .nowhere
    }
    if missed.isEmpty { return .occurrence(next.period) }
    if missed.count == 1, day - missed[0].due < next.due - day {
      return .occurrence(missed[0].period)
    }
    return .several((missed + [next]).periods)
  }

  /// The slots of dates from the year before a day to the year after it, those that were
  /// rescheduled, and dates owed once.
  private func datedSlots(of number: Int, around day: Day) -> [Slot] {
    let obligation = obligations[number]
    var slots = obligation.slots(
      dueIn: .firstDay(ofYear: day.year - 1) ... .lastDay(ofYear: day.year + 1)
    )
    var periods = Set(slots.map(\.period))
    for period in outlying(number) where periods.insert(period).inserted {
      if let slot = obligation.slot(for: period) { slots.append(slot) }
    }
    return slots.filter { slot in
      if case .due = slot.period { true } else { false }
    }
  }

  /// Whether an obligation has an occurrence with a label; of a requirement without due days any
  /// year, or that of the day if there is one.
  package func hasPlace(for period: Period, of number: Int, on day: Day? = nil) -> Bool {
    let obligation = obligations[number]
    if obligation.slot(for: period) != nil { return true }
    guard obligation.hasUndatedVersion, case .year(let year) = period else { return false }
    return day.map { $0.year == year } ?? true
  }

  /// The persons who each owe an occurrence, in the order of their seats; none where one person
  /// answers.
  package func persons(of number: Int, for period: Period) -> [String] {
    let obligation = obligations[number]
    guard case .each(let names) = obligation.requirement(in: period).responsible else { return [] }
    let due = obligation.slot(for: period)?.due ?? period.lastDay
    return seats(names, history: history(of: number)).map { $0.holder(on: min(due, today)) }
  }
}

extension [Occurrence] {
  /// The labels, each once, in their order.
  fileprivate var periods: [Period] {
    var periods: [Period] = []
    for occurrence in self where !periods.contains(occurrence.period) {
      periods.append(occurrence.period)
    }
    return periods
  }
}
