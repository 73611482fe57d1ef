/// Why a due date is that date: the rule of the schedule and the days it gave, without words.
///
/// Every date is computed from its rule, never from the date before, so that each can be
/// checked by hand.
package struct Derivation: Hashable, Sendable {
  /// The rule a due day follows from.
  package enum Rule: Hashable, Sendable {
    /// No due day; it is never late.
    case undated
    /// The one date the document states.
    case deadline(Deadline)
    /// One of the fixed dates of every year.
    case datesOfYear([YearPoint])
    /// The end of a stretch of every year.
    case stretchOfYear(from: YearPoint, by: YearPoint)
    /// The last day of a calendar period.
    case endOfPeriod(PeriodUnit)
    /// A date inside a calendar period.
    case dateInPeriod(PeriodUnit, PointInPeriod)
  }

  package let rule: Rule
  /// The days and the number owed that the rule gave; `nil` only if the rule is `undated`.
  package let slot: Slot?
  /// Whether the document masks the count, so that it is taken as 1.
  package let isCountMasked: Bool
  /// Whether the document masks the date, so that the last possible day stands in: the due day.
  package let isDateMasked: Bool
  /// The day of the month the rule names, from 29 to 31, if the month of the due day is shorter.
  package let shortenedFrom: Int?
  /// The least number of days between two records that both count.
  package let gap: Int?
}

extension Schedule {
  /// How a slot follows from the schedule.
  ///
  /// - Parameter slot: A slot the schedule made; `nil` for a schedule without due days.
  /// - Returns: The rule with the slot's days.
  package func derivation(of slot: Slot?) -> Derivation {
    let slot = isDated ? slot : nil
    let named = slot.flatMap { dayOfMonth(of: $0) }
    return Derivation(
      rule: rule,
      slot: slot,
      isCountMasked: isCountUnknown,
      isDateMasked: slot.map { isStandIn($0.due) } ?? isDateUnknown,
      shortenedFrom: named.flatMap { named in
        slot.flatMap { named > $0.due.day ? named : nil }
      },
      gap: gap
    )
  }

  private var rule: Derivation.Rule {
    switch self {
    case .ongoing, .asNeeded: return .undated
    case .once(let deadline): return .deadline(deadline)
    case .yearly(let points): return .datesOfYear(points)
    case .span(let from, let by): return .stretchOfYear(from: from, by: by)
    case .counted(let counted):
      guard let by = counted.by else { return .endOfPeriod(counted.unit) }
      return .dateInPeriod(counted.unit, by)
    }
  }

  /// Whether a due day stands in for a masked one; of several dates of the year only the masked
  /// one does.
  private func isStandIn(_ due: Day) -> Bool {
    guard case .yearly(let points) = self else { return isDateUnknown }
    return points.contains(.unknown) && due == YearPoint.unknown.lastDay(in: due.year)
  }

  /// The day of the month that the rule of a slot names, if it names one.
  private func dayOfMonth(of slot: Slot) -> Int? {
    switch self {
    case .yearly(let points):
      return points.last { $0.lastDay(in: slot.due.year) == slot.due }?.dayOfMonth
    case .span(_, let by):
      return by.dayOfMonth
    case .counted(let counted):
      switch counted.by {
      case .point(let point): return point.dayOfMonth
      case .dayOfMonth(let day): return day
      case nil: return nil
      }
    case .ongoing, .asNeeded, .once:
      return nil
    }
  }
}

extension YearPoint {
  fileprivate var dayOfMonth: Int? {
    if case .day(_, let day) = self { day } else { nil }
  }
}
