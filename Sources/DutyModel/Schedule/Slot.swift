/// One place in time that a schedule makes: what is owed in it, and by when.
///
/// A slot knows nothing of records or persons; together with them it is an ``Occurrence``.
package struct Slot: Hashable, Sendable {
  /// The label that names the slot for ever.
  package let period: Period
  /// The first day on which work belongs to the slot.
  package let start: Day
  /// The last day on which work belongs to the slot; after the due day if the schedule is owed
  /// by a date inside a longer period.
  package let end: Day
  /// The last day on which work is on time.
  package let due: Day
  /// How many times are owed: 1...366.
  package let owed: Int

  /// The number of days from the first to the due day.
  package var dayCount: Int { due - start + 1 }
}

extension Schedule {
  /// The slots whose due day lies in a range, in order of their due days.
  ///
  /// - Parameters:
  ///   - range: The first and the last due day wanted.
  ///   - beginning: The day a schedule that is owed once begins on, if it is known; 1 January of
  ///     its due year otherwise.
  /// - Returns: The slots; none for a schedule without due days.
  package func slots(dueIn range: ClosedRange<Day>, beginning: Day? = nil) -> [Slot] {
    var slots: [Slot] = []
    _ = firstSlot(dueIn: range, beginning: beginning) { slot in
      slots.append(slot)
      return false
    }
    return slots
  }

  /// The first of the slots whose due day lies in a range that is wanted; those behind it are not
  /// made.
  func firstSlot(
    dueIn range: ClosedRange<Day>,
    beginning: Day? = nil,
    where isWanted: (Slot) -> Bool
  ) -> Slot? {
    switch self {
    case .ongoing, .asNeeded:
      return nil
    case .once(let deadline):
      let slot = Schedule.slot(of: deadline, beginning: beginning)
      return range.contains(slot.due) && isWanted(slot) ? slot : nil
    case .yearly, .span:
      for year in range.lowerBound.year...range.upperBound.year {
        let slot = firstDatedSlot(in: year) { range.contains($0.due) && isWanted($0) }
        if let slot { return slot }
      }
      return nil
    case .counted(let counted):
      // A due day never lies outside its period, so the periods of the range's ends are enough.
      var period: Period? = Period(counted.unit, containing: range.lowerBound)
      while let current = period {
        let slot = counted.slot(in: current)
        if slot.start > range.upperBound { return nil }
        if range.contains(slot.due), isWanted(slot) { return slot }
        period = current.next
      }
      return nil
    }
  }

  /// The slot with a label, if the schedule makes it.
  package func slot(for period: Period, beginning: Day? = nil) -> Slot? {
    switch self {
    case .ongoing, .asNeeded:
      return nil
    case .once(let deadline):
      let slot = Schedule.slot(of: deadline, beginning: beginning)
      return slot.period == period ? slot : nil
    case .yearly, .span:
      guard case .due(let day) = period else { return nil }
      return firstDatedSlot(in: day.year) { $0.due == day }
    case .counted(let counted):
      return period.unit == counted.unit ? counted.slot(in: period) : nil
    }
  }

  /// The slot whose period a day lies in, if there is one.
  ///
  /// The periods of dates of every year follow one another without a gap; a stretch of the year
  /// and a schedule that is owed once leave days that belong to no slot.
  package func slot(containing day: Day, beginning: Day? = nil) -> Slot? {
    switch self {
    case .ongoing, .asNeeded:
      return nil
    case .once(let deadline):
      let slot = Schedule.slot(of: deadline, beginning: beginning)
      return (slot.start...slot.end).contains(day) ? slot : nil
    case .yearly, .span:
      let year = day.year
      func holdsDay(_ slot: Slot) -> Bool { slot.start <= day && day <= slot.end }
      if let slot = firstDatedSlot(in: year, where: holdsDay) { return slot }
      guard year < 9999, let next = firstDatedSlot(in: year + 1, where: { _ in true }) else {
        return nil
      }
      return holdsDay(next) ? next : nil
    case .counted(let counted):
      return counted.slot(in: Period(counted.unit, containing: day))
    }
  }

  private static func slot(of deadline: Deadline, beginning: Day?) -> Slot {
    let due = deadline.day
    let start = min(beginning ?? .firstDay(ofYear: due.year), due)
    return Slot(period: .due(due), start: start, end: due, due: due, owed: 1)
  }

  /// The first that is wanted of the slots of dates of every year that are due in one year.
  private func firstDatedSlot(in year: Int, where isWanted: (Slot) -> Bool) -> Slot? {
    switch self {
    case .yearly(let points):
      let last = points.last?.lastDay(in: year - 1)
      var start = year > 1 ? last?.dayAfter ?? .first : .first
      var previous: Day?
      for point in points {
        let due = point.lastDay(in: year)
        // Two dates may fall on one day (02-28 and 02-29 in a common year): that day is owed once.
        if due == previous { continue }
        previous = due
        let slot = Slot(period: .due(due), start: min(start, due), end: due, due: due, owed: 1)
        if isWanted(slot) { return slot }
        start = due.dayAfter
      }
      return nil
    case .span(let from, let by):
      let due = by.lastDay(in: year)
      let start = min(from.firstDay(in: year), due)
      let slot = Slot(period: .due(due), start: start, end: due, due: due, owed: 1)
      return isWanted(slot) ? slot : nil
    case .ongoing, .asNeeded, .once, .counted:
      return nil
    }
  }
}

extension Counted {
  /// The slot in a calendar period of the schedule's unit.
  fileprivate func slot(in period: Period) -> Slot {
    let (first, last) = (period.firstDay, period.lastDay)
    let due =
      switch by {
      case nil: last
      case .point(let point): point.lastDay(in: first.year)
      case .dayOfMonth(let day):
        Day(year: first.year, month: first.month, clampedDay: day) ?? last
      }
    return Slot(period: period, start: first, end: last, due: due, owed: count ?? 1)
  }
}
