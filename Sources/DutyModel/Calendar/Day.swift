/// A day of the proleptic Gregorian calendar, from 0001-01-01 to 9999-12-31.
///
/// A day is a number, so comparing and counting are arithmetic; nothing here knows of clocks,
/// time zones or locales.
package struct Day: Hashable, Sendable {
  /// The number of the day: 1 is 0001-01-01, 3,652,059 is 9999-12-31.
  package var ordinal: Int { Int(number) }

  private let number: Int32

  package static let first = Day(number: 1)
  package static let last = Day(number: 3_652_059)

  private init(number: Int32) {
    self.number = number
  }

  /// The day with a number, if there is one.
  package init?(ordinal: Int) {
    guard ordinal >= 1, ordinal <= 3_652_059 else { return nil }
    number = Int32(ordinal)
  }

  /// The day of a date, if the calendar has it: 29 February only in leap years.
  package init?(year: Int, month: Int, day: Int) {
    guard
      (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.count(inMonth: month, of: year)
    else { return nil }
    number = Day.number(year: year, month: month, day: day)
  }

  /// The day of a date whose day of the month is cut to the month's length: 02-29 becomes 02-28
  /// in a common year.
  ///
  /// - Returns: The day, or `nil` for a year outside 1...9999, a month outside 1...12 or a day
  ///   outside 1...31.
  package init?(year: Int, month: Int, clampedDay day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else {
      return nil
    }
    number = Day.number(
      year: year,
      month: month,
      day: min(day, Day.count(inMonth: month, of: year))
    )
  }

  /// Days before a year are counted in years that begin in March, so that the leap day is the
  /// last of its year and month lengths follow one formula.
  private static func number(year: Int, month: Int, day: Int) -> Int32 {
    let shifted = month > 2 ? year : year - 1
    let monthFromMarch = month > 2 ? month - 3 : month + 9
    let leapDays = shifted / 4 - shifted / 100 + shifted / 400
    return Int32(365 * shifted + leapDays + (153 * monthFromMarch + 2) / 5 + day - 306)
  }

  /// The length of a month: 28 to 31 days.
  package static func count(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }
}

// MARK: - Parts and arithmetic

extension Day {
  /// The year, the month from 1 to 12 and the day of the month from 1.
  package var parts: (year: Int, month: Int, day: Int) {
    // Counted from 1 March of the year 0, in cycles of 400 years (146,097 days).
    let days = ordinal + 305
    let cycle = days / 146_097
    let dayOfCycle = days % 146_097
    let yearOfCycle =
      (dayOfCycle - dayOfCycle / 1460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
    let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = 400 * cycle + yearOfCycle + (month <= 2 ? 1 : 0)
    return (year, month, day)
  }

  package var year: Int { parts.year }
  package var month: Int { parts.month }
  package var day: Int { parts.day }

  /// The day of the week; 0001-01-01 was a Monday.
  package var weekday: Weekday {
    Weekday(rawValue: (ordinal - 1) % 7 + 1) ?? .monday
  }

  /// The day a number of days later, or earlier if the number is negative; `nil` outside the
  /// calendar.
  package func adding(days: Int) -> Day? {
    let (sum, overflow) = ordinal.addingReportingOverflow(days)
    return overflow ? nil : Day(ordinal: sum)
  }

  /// The day a number of months later, cut to the month's length: 01-31 plus one month is 02-28
  /// or 02-29.
  package func adding(months: Int) -> Day? {
    let parts = parts
    let (total, overflow) = (parts.year * 12 + parts.month - 1).addingReportingOverflow(months)
    guard !overflow, total >= 12 else { return nil }
    return Day(year: total / 12, month: total % 12 + 1, clampedDay: parts.day)
  }

  /// The number of days from one day to a later one; negative to an earlier one.
  package static func - (later: Day, earlier: Day) -> Int {
    later.ordinal - earlier.ordinal
  }

  /// The day before, or the day itself if it is the first of all.
  package var dayBefore: Day { adding(days: -1) ?? self }

  /// The day after, or the day itself if it is the last of all.
  package var dayAfter: Day { adding(days: 1) ?? self }

  /// 1 January of a year; the year is cut to 1...9999.
  package static func firstDay(ofYear year: Int) -> Day {
    Day(number: number(year: min(max(year, 1), 9999), month: 1, day: 1))
  }

  /// 31 December of a year; the year is cut to 1...9999.
  package static func lastDay(ofYear year: Int) -> Day {
    Day(number: number(year: min(max(year, 1), 9999), month: 12, day: 31))
  }
}

extension Day: Comparable {
  package static func < (left: Day, right: Day) -> Bool {
    left.number < right.number
  }
}

// MARK: - ISO 8601

extension Day: CustomStringConvertible {
  /// Reads `YYYY-MM-DD` and nothing else: ten ASCII characters, a day that exists.
  package init?(_ text: some StringProtocol) {
    // The loop over an array is compiled once; over any text it would be slow.
    let bytes = Array(text.utf8.prefix(11))
    guard bytes.count == 10 else { return nil }
    var digits = (0, 0, 0)
    for place in bytes.indices {
      let byte = bytes[place]
      if place == 4 || place == 7 {
        guard byte == 0x2D else { return nil }
        continue
      }
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      let digit = Int(byte - 0x30)
      switch place {
      case ..<4: digits.0 = digits.0 * 10 + digit
      case ..<7: digits.1 = digits.1 * 10 + digit
      default: digits.2 = digits.2 * 10 + digit
      }
    }
    self.init(year: digits.0, month: digits.1, day: digits.2)
  }

  /// The day as `YYYY-MM-DD`.
  package var description: String {
    let parts = parts
    return Digits.text(parts.year, "-", parts.month, "-", parts.day)
  }
}

/// Writes the numbers of dates: years in four digits, what stands behind them in two.
///
/// Dates stand in every row of every list, so they are written without a text for each number.
enum Digits {
  /// A year, and up to two signs with two digits each.
  static func text(
    _ year: Int,
    _ sign: Unicode.Scalar? = nil,
    _ number: Int = 0,
    _ secondSign: Unicode.Scalar? = nil,
    _ secondNumber: Int = 0
  ) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(10)
    append(year / 100, to: &bytes)
    append(year % 100, to: &bytes)
    if let sign {
      bytes.append(UInt8(ascii: sign))
      append(number, to: &bytes)
    }
    if let secondSign {
      bytes.append(UInt8(ascii: secondSign))
      append(secondNumber, to: &bytes)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Two digits; of what is beyond 0...99 the last two.
  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    let number = number.magnitude
    bytes.append(UInt8(ascii: "0") + UInt8(number / 10 % 10))
    bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
  }
}

extension DefaultStringInterpolation {
  /// Writes a number with leading zeros.
  mutating func appendInterpolation(digits number: Int, _ width: Int) {
    let text = String(number)
    appendLiteral(String(repeating: "0", count: max(0, width - text.utf8.count)))
    appendLiteral(text)
  }
}
