/// The stretch of the calendar an occurrence belongs to, and the label that names it for ever.
///
/// A counted schedule is owed once in a calendar period: `2026`, `2026-H1`, `2026-Q2`, `2026-06`,
/// `2026-W27`. A dated one is named by its due day: `2026-07-31`.
package enum Period: Hashable, Sendable {
  case year(Int)
  case halfYear(Int, Int)
  case quarter(Int, Int)
  case month(Int, Int)
  /// A week of ISO 8601; the year is the one its Thursday lies in.
  case week(Int, Int)
  case due(Day)
}

/// The lengths a calendar period can have.
package enum PeriodUnit: String, CaseIterable, Hashable, Sendable {
  case week
  case month
  case quarter
  case halfYear = "half-year"
  case year
}

extension Period {
  /// The period of a length that a day lies in.
  package init(_ unit: PeriodUnit, containing day: Day) {
    let (year, month, _) = day.parts
    switch unit {
    case .year: self = .year(year)
    case .halfYear: self = .halfYear(year, month <= 6 ? 1 : 2)
    case .quarter: self = .quarter(year, (month + 2) / 3)
    case .month: self = .month(year, month)
    case .week:
      // The last days of 9999 may lie in a week of a year beyond the calendar: they stay in 9999.
      let thursday = day.adding(days: 4 - day.weekday.rawValue) ?? day
      let start = Day.firstDay(ofYear: thursday.year)
      self = .week(thursday.year, (thursday - start) / 7 + 1)
    }
  }

  /// The length of the period, or `nil` if it is named by a due day.
  package var unit: PeriodUnit? {
    switch self {
    case .year: .year
    case .halfYear: .halfYear
    case .quarter: .quarter
    case .month: .month
    case .week: .week
    case .due: nil
    }
  }

  /// The first day; of a dated period, its due day.
  package var firstDay: Day {
    switch self {
    case .year(let year): .firstDay(ofYear: year)
    case .halfYear(let year, let half): Period.day(year, half == 1 ? 1 : 7, 1)
    case .quarter(let year, let quarter): Period.day(year, quarter * 3 - 2, 1)
    case .month(let year, let month): Period.day(year, month, 1)
    case .week(let year, let week):
      Period.mondayOfFirstWeek(of: year).adding(days: (week - 1) * 7) ?? .last
    case .due(let day): day
    }
  }

  /// The last day; of a dated period, its due day.
  package var lastDay: Day {
    switch self {
    case .year(let year): .lastDay(ofYear: year)
    case .halfYear(let year, let half): Period.day(year, half == 1 ? 6 : 12, 31)
    case .quarter(let year, let quarter): Period.day(year, quarter * 3, 31)
    case .month(let year, let month): Period.day(year, month, 31)
    case .week: firstDay.adding(days: 6) ?? .last
    case .due(let day): day
    }
  }

  /// The period that follows, or `nil` after the last of the calendar or for a dated one.
  package var next: Period? {
    switch self {
    case .year(let year): year < 9999 ? .year(year + 1) : nil
    case .halfYear(let year, 1): .halfYear(year, 2)
    case .halfYear(let year, _): year < 9999 ? .halfYear(year + 1, 1) : nil
    case .quarter(let year, 4): year < 9999 ? .quarter(year + 1, 1) : nil
    case .quarter(let year, let quarter): .quarter(year, quarter + 1)
    case .month(let year, 12): year < 9999 ? .month(year + 1, 1) : nil
    case .month(let year, let month): .month(year, month + 1)
    case .week: lastDay.adding(days: 1).map { Period(.week, containing: $0) }
    case .due: nil
    }
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
    Day(year: year, month: month, clampedDay: day) ?? .first
  }

  /// The Monday of week 1, which holds 4 January; in the year 1 it is 0001-01-01.
  private static func mondayOfFirstWeek(of year: Int) -> Day {
    let fourth = day(year, 1, 4)
    return fourth.adding(days: 1 - fourth.weekday.rawValue) ?? .first
  }
}

// MARK: - Labels

extension Period: CustomStringConvertible {
  /// The label, such as `2026-Q2`.
  package var description: String {
    switch self {
    case .year(let year): Digits.text(year)
    case .halfYear(let year, let half): "\(Digits.text(year))-H\(half)"
    case .quarter(let year, let quarter): "\(Digits.text(year))-Q\(quarter)"
    case .month(let year, let month): Digits.text(year, "-", month)
    case .week(let year, let week): "\(Digits.text(year))-W\(week < 10 ? "0" : "")\(week)"
    case .due(let day): day.description
    }
  }

  /// Reads a label; only periods that the calendar has: no `2026-W54`, no `2026-13`.
  package init?(_ label: some StringProtocol) {
    let bytes = Array(label.utf8)
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard byte >= 0x30, byte <= 0x39 else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    guard bytes.count >= 4, let year = number(0..<4), year >= 1 else { return nil }
    if bytes.count == 4 {
      self = .year(year)
      return
    }
    guard bytes[4] == 0x2D else { return nil }
    switch (bytes.count, bytes.count > 5 ? bytes[5] : 0) {
    case (7, UInt8(ascii: "H")):
      guard let half = number(6..<7), (1...2).contains(half) else { return nil }
      self = .halfYear(year, half)
    case (7, UInt8(ascii: "Q")):
      guard let quarter = number(6..<7), (1...4).contains(quarter) else { return nil }
      self = .quarter(year, quarter)
    case (8, UInt8(ascii: "W")):
      guard let week = number(6..<8), (1...53).contains(week) else { return nil }
      let period = Period.week(year, week)
      guard Period(.week, containing: period.firstDay) == period else { return nil }
      self = period
    case (7, _):
      guard let month = number(5..<7), (1...12).contains(month) else { return nil }
      self = .month(year, month)
    case (10, _):
      guard let day = Day(label) else { return nil }
      self = .due(day)
    default:
      return nil
    }
  }
}
