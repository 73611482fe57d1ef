/// What a schedule must keep to in every language: months and days that exist, dates in order,
/// gaps that fit into the period.
enum ScheduleConstraints {
  static func year(_ year: Int, at offset: Int) throws(ScheduleError) {
    guard (1...9999).contains(year) else { throw .yearOutOfRange(year, at: offset) }
  }

  static func month(_ month: Int, at offset: Int) throws(ScheduleError) {
    guard (1...12).contains(month) else { throw .monthOutOfRange(month, at: offset) }
  }

  /// Checks a day of a month of every year, so that 02-29 exists.
  static func day(_ day: Int, ofMonth month: Int, at offset: Int) throws(ScheduleError) {
    guard day >= 1, day <= Day.count(inMonth: month, of: leapYear) else {
      throw .dayOutOfRange(day, month: month, year: nil, at: offset)
    }
  }

  /// Checks a day of every month; what a month does not have is cut to its end.
  static func dayOfMonth(_ day: Int, at offset: Int) throws(ScheduleError) {
    guard (1...31).contains(day) else {
      throw .dayOutOfRange(day, month: nil, year: nil, at: offset)
    }
  }

  static func count(_ count: Int, at offset: Int) throws(ScheduleError) {
    guard (1...366).contains(count) else { throw .countOutOfRange(count, at: offset) }
  }

  /// Checks that a date of the year is later than the one before it, in leap years at least.
  static func ascending(
    _ point: YearPoint,
    after previous: YearPoint?,
    at offset: Int
  ) throws(ScheduleError) {
    guard let previous else { return }
    guard previous.lastDay(in: leapYear) < point.lastDay(in: leapYear) else {
      throw .notAscending(at: offset)
    }
  }

  /// Checks that a stretch does not end before it begins; a masked end is never refused.
  static func stretch(
    from: YearPoint,
    by: YearPoint,
    at offset: Int
  ) throws(ScheduleError) {
    guard from.firstDay(in: leapYear) <= by.lastDay(in: leapYear) else {
      throw .reversed(at: offset)
    }
  }

  /// Checks that the shortest period of the unit has room for every time.
  static func gap(
    _ gap: Int,
    count: Int?,
    unit: PeriodUnit,
    at offset: Int
  ) throws(ScheduleError) {
    guard let count, count >= 2 else { throw .gapWithoutRepetition(at: offset) }
    let most = (unit.leastDayCount - 1) / (count - 1)
    guard gap >= 1, gap <= most else { throw .gapOutOfRange(gap, most: most, at: offset) }
  }

  private static let leapYear = 2000
}

extension PeriodUnit {
  /// The number of days of the shortest period of the unit.
  fileprivate var leastDayCount: Int {
    switch self {
    case .week: 7
    case .month: 28
    case .quarter: 90
    case .halfYear: 181
    case .year: 365
    }
  }
}
