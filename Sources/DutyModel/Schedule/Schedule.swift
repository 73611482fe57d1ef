/// When a requirement is owed: the one list of the kinds of schedule.
///
/// To add a kind, add a case here; the compiler then names every place that must answer for it:
/// the occurrences it makes, its text in both languages, and the explanation of its due dates.
package enum Schedule: Hashable, Sendable {
  /// Always owed, never late: `ongoing`.
  case ongoing
  /// Owed when something happens, never late: `as needed`.
  case asNeeded
  /// Owed once: `by 2023-06-30`.
  case once(Deadline)
  /// Owed on fixed dates of every year, ascending: `by 01-31 and 07-31 each year`.
  case yearly([YearPoint])
  /// Owed within a stretch of every year: `from 03 by 06 each year`.
  case span(from: YearPoint, by: YearPoint)
  /// Owed a number of times in every calendar period: `4 per year`.
  case counted(Counted)
}

/// The date of a schedule that is owed once, as precise as the document states it.
package enum Deadline: Hashable, Sendable {
  /// By the end of a year: `by 2023`.
  case year(Int)
  /// By the end of a month: `by 2023-06`.
  case month(Int, Int)
  /// By a day: `by 2023-06-30`.
  case day(Day)
  /// The month is masked in the document: `by 2023-?`; the year's end stands in.
  case unknownMonth(year: Int)
  /// The day is masked in the document: `by 2023-06-?`; the month's end stands in.
  case unknownDay(year: Int, month: Int)
}

/// A date of every year, as precise as the document states it.
package enum YearPoint: Hashable, Sendable {
  /// The end of a month: `06`.
  case month(Int)
  /// A day: `06-30`; 02-29 is 02-28 in a common year.
  case day(month: Int, day: Int)
  /// Masked in the document: `?`; the year's end stands in.
  case unknown
}

/// A number of times in every calendar period.
package struct Counted: Hashable, Sendable {
  /// How often: 1...366, or `nil` if it is masked in the document, which counts as 1.
  package let count: Int?
  package let unit: PeriodUnit
  /// The date inside the period by which it is owed; the period's end if there is none.
  package let by: PointInPeriod?
  /// The least number of days between two records that both count.
  package let gap: Int?

  package init(count: Int?, unit: PeriodUnit, by: PointInPeriod? = nil, gap: Int? = nil) {
    self.count = count
    self.unit = unit
    self.by = by
    self.gap = gap
  }
}

/// A date inside a period by which a counted schedule is owed.
package enum PointInPeriod: Hashable, Sendable {
  /// A date of the year; only of a schedule per year.
  case point(YearPoint)
  /// A day of the month from 1 to 31, cut to the month's length; only of a schedule per month.
  case dayOfMonth(Int)
}

extension Schedule {
  /// Whether occurrences have due days.
  package var isDated: Bool {
    switch self {
    case .ongoing, .asNeeded: false
    case .once, .yearly, .span, .counted: true
    }
  }

  /// Whether the document masks the count or a date.
  package var isUnknown: Bool {
    isCountUnknown || isDateUnknown
  }

  /// Whether the document masks how often.
  package var isCountUnknown: Bool {
    if case .counted(let counted) = self { counted.count == nil } else { false }
  }

  /// Whether the document masks a date, so that a stand-in is used.
  package var isDateUnknown: Bool {
    switch self {
    case .ongoing, .asNeeded: false
    case .once(.unknownMonth), .once(.unknownDay): true
    case .once: false
    case .yearly(let points): points.contains(.unknown)
    case .span(let from, let by): from == .unknown || by == .unknown
    case .counted(let counted): counted.by == .point(.unknown)
    }
  }

  /// The least number of days between two records that both count, if there is one.
  package var gap: Int? {
    if case .counted(let counted) = self { counted.gap } else { nil }
  }
}

extension Deadline {
  /// The last day on which the work is on time.
  package var day: Day {
    switch self {
    case .year(let year), .unknownMonth(let year): .lastDay(ofYear: year)
    case .month(let year, let month), .unknownDay(let year, let month):
      Day(year: year, month: month, clampedDay: 31) ?? .lastDay(ofYear: year)
    case .day(let day): day
    }
  }
}

extension YearPoint {
  /// The last day of a year on which the work is on time.
  package func lastDay(in year: Int) -> Day {
    switch self {
    case .month(let month): Day(year: year, month: month, clampedDay: 31) ?? .lastDay(ofYear: year)
    case .day(let month, let day):
      Day(year: year, month: month, clampedDay: day) ?? .lastDay(ofYear: year)
    case .unknown: .lastDay(ofYear: year)
    }
  }

  /// The first day of a year that the date names, where a stretch begins on it.
  package func firstDay(in year: Int) -> Day {
    switch self {
    case .month(let month): Day(year: year, month: month, day: 1) ?? .firstDay(ofYear: year)
    case .day(let month, let day):
      Day(year: year, month: month, clampedDay: day) ?? .firstDay(ofYear: year)
    case .unknown: .firstDay(ofYear: year)
    }
  }
}
