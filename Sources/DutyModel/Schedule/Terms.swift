/// When something is owed: a schedule, and the days on which its due days may lie.
///
/// A checklist states few of them for many requirements, which share one copy.
package final class Terms: Sendable {
  package let schedule: Schedule
  package let effective: DayRange

  package init(_ schedule: Schedule, effective: DayRange = .always) {
    self.schedule = schedule
    self.effective = effective
  }
}

extension Terms {
  /// The slots whose due day lies in a range and in the effective days, by due day.
  func slots(dueIn range: ClosedRange<Day>) -> [Slot] {
    guard let range = effective(range) else { return [] }
    return schedule.slots(dueIn: range, beginning: effective.from)
  }

  /// The first slot due in a range and in the effective days that is wanted.
  func firstSlot(dueIn range: ClosedRange<Day>, where isWanted: (Slot) -> Bool) -> Slot? {
    guard let range = effective(range) else { return nil }
    return schedule.firstSlot(dueIn: range, beginning: effective.from, where: isWanted)
  }

  /// Whether it has due days, and none of them lies in the effective days.
  package var isNeverDue: Bool {
    schedule.isDated && firstSlot(dueIn: .first ... .last) { _ in true } == nil
  }

  /// The slot with a label, if it is due in the effective days.
  func slot(for period: Period) -> Slot? {
    guard let slot = schedule.slot(for: period, beginning: effective.from),
      effective.contains(slot.due)
    else { return nil }
    return slot
  }

  /// The slot whose period a day lies in, if it is due in the effective days.
  func slot(containing day: Day) -> Slot? {
    guard let slot = schedule.slot(containing: day, beginning: effective.from),
      effective.contains(slot.due)
    else { return nil }
    return slot
  }

  /// Whether it is owed on a day without a due day.
  func isUndated(on day: Day) -> Bool {
    !schedule.isDated && effective.contains(day)
  }

  /// The part of a range that lies in the effective days.
  private func effective(_ range: ClosedRange<Day>) -> ClosedRange<Day>? {
    let lower = max(range.lowerBound, effective.from ?? .first)
    let upper = min(range.upperBound, effective.to ?? .last)
    return lower <= upper ? lower...upper : nil
  }
}

// MARK: - Of all editions

/// The terms that the editions of a checklist state for one requirement, in their order.
extension Collection<Terms> {
  /// The slot with a label, in whichever edition makes it.
  func slot(for period: Period) -> Slot? {
    for terms in self {
      if let slot = terms.slot(for: period) { return slot }
    }
    return nil
  }

  /// The slot whose period a day lies in, in whichever edition makes it.
  func slot(containing day: Day) -> Slot? {
    for terms in self {
      if let slot = terms.slot(containing: day) { return slot }
    }
    return nil
  }

  /// Whether any edition asks for it without a due day.
  var haveUndated: Bool { contains { !$0.schedule.isDated } }

  /// The occurrence an event is about: its label, if an edition makes it; else the period its day
  /// lies in; the year of its day where there are no due days.
  ///
  /// - Parameters:
  ///   - period: The label the event stores.
  ///   - day: The day of the work, if the event has one.
  /// - Returns: The label it counts for, or `nil` if no edition has a place for it.
  func resolved(_ period: Period?, on day: Day?) -> Period? {
    if let period, slot(for: period) != nil { return period }
    if let day {
      if contains(where: { $0.isUndated(on: day) }) { return .year(day.year) }
      if let slot = slot(containing: day) { return slot.period }
      return haveUndated ? .year(day.year) : nil
    }
    if haveUndated, case .year? = period { return period }
    return nil
  }
}
