package import CommandLineKit
import DutyModel

/// A day as people write it: `2026-06-30`, `yesterday`, `-3d`, `06-30`, `wed`, `6月底`.
///
/// The word is read without knowing what day it is; `day(on:facing:)` finds the day that is
/// meant. What is not one of the known forms is refused, so that no guess is ever recorded.
package struct DayExpression: Hashable, Sendable {
  /// The word, as it was typed.
  package let typed: String
  let form: Form

  /// Which way a day is looked for that a word does not fix: `06-30` names one every year.
  package enum Direction: CaseIterable, Hashable, Sendable {
    /// Of what has happened: the latest such day that is not after today.
    case past

    /// Of what is to come: the next such day. Today counts for dates, but the weekday that it
    /// is today means the one in a week.
    case future
  }

  /// What a word says of a day.
  enum Form: Hashable, Sendable {
    case day(Day)

    /// So many days from today.
    case days(Int)

    /// So many months from today, cut to the month's length.
    case months(Int)

    /// A weekday of the week, from Monday to Sunday, that is so many weeks from this one;
    /// without one, the nearest.
    case weekday(Weekday, week: Int?)

    /// A day of the month that is so many months from this one; without one, of the nearest.
    case dayOfMonth(DayOfMonth, month: Int?)

    /// The first or the last day of the quarter that is so many quarters from this one; without
    /// one, of the nearest.
    case edgeOfQuarter(Edge, quarter: Int?)

    /// A date of the year that is so many years from this one; without one, of the nearest that
    /// has the date.
    case date(month: Int, DayOfMonth, year: Int?)

    /// Several days, of which a deadline means the last.
    case period(Period)
  }

  /// A day of a month.
  enum DayOfMonth: Hashable, Sendable {
    /// The day with a number from 1 to 31.
    case number(Int)
    case last
  }

  /// An end of a stretch of days.
  enum Edge: Hashable, Sendable {
    case start
    case end
  }
}

extension DayExpression: ArgumentValue {
  package init(word: String) throws(InvalidValue) {
    typed = word
    if let day = Day(word) {
      form = .day(day)
      return
    }
    do throws(DayFault) {
      form = try Form(reading: word)
    } catch {
      throw error.invalidValue
    }
  }

  package static var completion: Completion {
    .words(["today", "yesterday", "tomorrow"])
  }

  package static var acceptsLeadingDash: Bool { true }
}
