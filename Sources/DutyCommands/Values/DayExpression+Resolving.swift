package import CommandLineKit
package import DutyModel

extension DayExpression {
  /// The day that is meant.
  ///
  /// - Parameters:
  ///   - today: The day it is.
  ///   - direction: Which way to look for a day that the word does not fix.
  /// - Returns: The one day.
  /// - Throws: `InvalidValue` if the day would lie outside the calendar, if this year or month
  ///   has no such day, or if several days are meant where one day of the past is asked for.
  package func day(on today: Day, facing direction: Direction) throws(InvalidValue) -> Day {
    do throws(DayFault) {
      return try form.day(on: today, facing: direction)
    } catch {
      throw error.invalidValue
    }
  }

  /// The nearest day of a date that may leave its year open, past or to come, for an option.
  func nearestDay(to today: Day, for option: String) throws(UsageError) -> Day {
    let past = try day(on: today, facing: .past, for: option)
    let future = try day(on: today, facing: .future, for: option)
    return today - past <= future - today ? past : future
  }
}

extension DayExpression.Form {
  fileprivate func day(
    on today: Day,
    facing direction: DayExpression.Direction
  ) throws(DayFault) -> Day {
    let (year, month, _) = today.parts
    switch self {
    case .day(let day):
      return day
    case .days(let count):
      return try today.adding(days: count).orOutside()
    case .months(let count):
      return try today.adding(months: count).orOutside()
    case .weekday(let weekday, let week):
      let distance = weekday.rawValue - today.weekday.rawValue
      let days =
        switch (week, direction) {
        case (let week?, _): distance + 7 * week
        case (nil, .past): distance > 0 ? distance - 7 : distance
        case (nil, .future): distance > 0 ? distance : distance + 7
        }
      return try today.adding(days: days).orOutside()
    case .dayOfMonth(let day, let count?):
      return try day.day(monthsFromYearOne: year * 12 + month - 13 + count)
    case .dayOfMonth(let day, nil):
      return try direction.nearest(to: today) {
        day.dayIfAny(monthsFromYearOne: year * 12 + month - 13 + $0)
      }
    case .edgeOfQuarter(let edge, let count):
      let start = year * 12 + (month - 1) / 3 * 3 - 12
      let (day, offset): (DayExpression.DayOfMonth, Int) =
        switch edge {
        case .start: (.number(1), 0)
        case .end: (.last, 2)
        }
      if let count { return try day.day(monthsFromYearOne: start + offset + 3 * count) }
      return try direction.nearest(to: today) {
        day.dayIfAny(monthsFromYearOne: start + offset + 3 * $0)
      }
    case .date(let month, let day, let count?):
      return try day.day(monthsFromYearOne: (year + count) * 12 + month - 13)
    case .date(let month, let day, nil):
      return try direction.nearest(to: today) {
        day.dayIfAny(monthsFromYearOne: (year + $0) * 12 + month - 13)
      }
    case .period(let period):
      guard direction == .future else { throw .severalDays(period) }
      return period.lastDay
    }
  }
}

extension DayExpression.DayOfMonth {
  /// The day in the month that is so many months from January of the year 1, or `nil` if the
  /// month has no such day or lies outside the calendar.
  fileprivate func dayIfAny(monthsFromYearOne months: Int) -> Day? {
    guard months >= 0 else { return nil }
    let year = months / 12 + 1
    let month = months % 12 + 1
    return switch self {
    case .number(let day): Day(year: year, month: month, day: day)
    case .last: Day(year: year, month: month, clampedDay: 31)
    }
  }

  fileprivate func day(monthsFromYearOne months: Int) throws(DayFault) -> Day {
    if let day = dayIfAny(monthsFromYearOne: months) { return day }
    guard case .number(let day) = self, months >= 0, months < 9999 * 12 else {
      throw .outsideCalendar
    }
    throw .noDay(day, month: months % 12 + 1, year: months / 12 + 1)
  }
}

extension DayExpression.Direction {
  /// The nearest day of a row in which every step leads to a later day, or to none.
  ///
  /// - Parameters:
  ///   - today: The day to start from, which may itself be the day.
  ///   - candidate: The day at a step from the present; the one at 0 may lie on either side.
  /// - Returns: The first candidate on the right side of today, or today.
  /// - Throws: ``DayFault/outsideCalendar`` if there is none.
  fileprivate func nearest(
    to today: Day,
    among candidate: (Int) -> Day?
  ) throws(DayFault) -> Day {
    // 29 February may be missing for eight years: after 1896 came 1904.
    for step in 0...8 {
      switch self {
      case .past:
        if let day = candidate(-step), day <= today { return day }
      case .future:
        if let day = candidate(step), day >= today { return day }
      }
    }
    throw .outsideCalendar
  }
}

extension Day? {
  fileprivate func orOutside() throws(DayFault) -> Day {
    guard let self else { throw .outsideCalendar }
    return self
  }
}
