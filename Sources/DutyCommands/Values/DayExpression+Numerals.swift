import DutyModel

extension DayExpression.Form {
  /// Reads digits in one to three groups: `20260630`, `2026-6-30`, `2026-06`, `06-30`, `2026`.
  static func numerals(_ text: String) throws(DayFault) -> Self? {
    let isSeparator: (UInt8) -> Bool = {
      $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ".")
    }
    let groups = text.utf8.split(omittingEmptySubsequences: false, whereSeparator: isSeparator)
    guard groups.count <= 3, groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isDigit) }) else {
      return nil
    }
    let hasHyphens = text.utf8.allSatisfy { !isSeparator($0) || $0 == UInt8(ascii: "-") }
    let lengths = groups.map(\.count)
    guard lengths.allSatisfy({ $0 <= 8 }) else { return nil }
    let numbers = groups.map(\.decimal)
    switch groups.count {
    case 3: return try threeGroups(numbers, lengths: lengths, hasHyphens: hasHyphens)
    case 2: return try twoGroups(numbers, lengths: lengths, hasHyphens: hasHyphens)
    default: return try oneGroup(numbers[0], length: lengths[0])
    }
  }

  private static func oneGroup(_ number: Int, length: Int) throws(DayFault) -> Self? {
    switch length {
    case 8: try date(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    case 4: .period(.year(try checked(year: number)))
    default: nil
    }
  }

  private static func twoGroups(
    _ numbers: [Int],
    lengths: [Int],
    hasHyphens: Bool
  ) throws(DayFault) -> Self? {
    switch (lengths[0], lengths[1]) {
    case (4, ...2):
      let period = Period.month(try checked(year: numbers[0]), try checked(month: numbers[1]))
      guard hasHyphens else { throw .order(instead: "\(period)") }
      return .period(period)
    case (...2, 4):
      let year = try checked(year: numbers[1])
      throw .order(instead: "\(Period.month(year, try checked(month: numbers[0])))")
    case (...2, ...2):
      let readings = [(numbers[0], numbers[1]), (numbers[1], numbers[0])]
        .filter { hasDay($1, month: $0) }
        .map { "\($0.padded)-\($1.padded)" }
      guard !hasHyphens else {
        guard (1...12).contains(numbers[0]) else {
          throw .noMonth(numbers[0], instead: readings.first)
        }
        return try date(month: numbers[0], day: numbers[1], year: nil)
      }
      throw fault(of: readings)
    case (5..., ...2) where hasHyphens:
      throw .yearOutside
    default:
      return nil
    }
  }

  private static func threeGroups(
    _ numbers: [Int],
    lengths: [Int],
    hasHyphens: Bool
  ) throws(DayFault) -> Self? {
    switch (lengths[0], lengths[1], lengths[2]) {
    case (4, ...2, ...2):
      let (year, month, day) = (numbers[0], numbers[1], numbers[2])
      if let day = Day(year: year, month: month, day: day) {
        guard hasHyphens else { throw .order(instead: "\(day)") }
        return .day(day)
      }
      if month > 12, let swapped = Day(year: year, month: day, day: month) {
        throw .noMonth(month, instead: "\(swapped)")
      }
      return try date(year: year, month: month, day: day)
    case (...2, ...2, 4):
      let year = try checked(year: numbers[2])
      throw fault(
        of: [(numbers[0], numbers[1]), (numbers[1], numbers[0])]
          .compactMap { Day(year: year, month: $0, day: $1)?.description }
      )
    case (...3, ...2, ...2):
      let isYear = hasHyphens && lengths[0] == 2
      let day = isYear ? Day(year: 2000 + numbers[0], month: numbers[1], day: numbers[2]) : nil
      throw .shortYear(instead: day?.description)
    case (5..., ...2, ...2) where hasHyphens:
      throw .yearOutside
    default:
      return nil
    }
  }

  /// Why a date is refused whose order of day and month is not known.
  private static func fault(of readings: [String]) -> DayFault {
    guard let first = readings.first else { return .notADay(meant: nil) }
    return Set(readings).count > 1 ? .unclear(readings) : .order(instead: first)
  }
}

// MARK: - What the calendar has

extension DayExpression.Form {
  static func date(year: Int, month: Int, day: Int) throws(DayFault) -> Self {
    let year = try checked(year: year)
    let month = try checked(month: month)
    guard let day = Day(year: year, month: month, day: day) else {
      throw .noDay(day, month: month, year: year)
    }
    return .day(day)
  }

  static func date(month: Int, day: Int, year: Int?) throws(DayFault) -> Self {
    let month = try checked(month: month)
    guard hasDay(day, month: month) else { throw .noDay(day, month: month, year: nil) }
    return .date(month: month, .number(day), year: year)
  }

  static func checked(year: Int) throws(DayFault) -> Int {
    guard (1...9999).contains(year) else { throw .yearOutside }
    return year
  }

  static func checked(month: Int) throws(DayFault) -> Int {
    guard (1...12).contains(month) else { throw .noMonth(month, instead: nil) }
    return month
  }

  /// Whether any year has the date.
  private static func hasDay(_ day: Int, month: Int) -> Bool {
    let anyLeapYear = 2000
    return Day(year: anyLeapYear, month: month, day: day) != nil
  }
}
