extension Schedule: CustomStringConvertible {
  /// The canonical form: ASCII, single spaces, one text for every schedule.
  package var description: String {
    switch self {
    case .ongoing: "ongoing"
    case .asNeeded: "as needed"
    case .once(let deadline): "by \(deadline.english)"
    case .yearly(let points): "by \(points.list(" and ") { $0.english }) each year"
    case .span(let from, let by): "from \(from.english) by \(by.english) each year"
    case .counted(let counted): counted.english
    }
  }
}

extension Deadline {
  fileprivate var english: String {
    switch self {
    case .year(let year): "\(digits: year, 4)"
    case .month(let year, let month): "\(digits: year, 4)-\(digits: month, 2)"
    case .day(let day): day.description
    case .unknownMonth(let year): "\(digits: year, 4)-?"
    case .unknownDay(let year, let month): "\(digits: year, 4)-\(digits: month, 2)-?"
    }
  }
}

extension YearPoint {
  fileprivate var english: String {
    switch self {
    case .month(let month): "\(digits: month, 2)"
    case .day(let month, let day): "\(digits: month, 2)-\(digits: day, 2)"
    case .unknown: "?"
    }
  }
}

extension Counted {
  fileprivate var english: String {
    var text = "\(count.map(String.init) ?? "?") per \(unit.rawValue)"
    switch by {
    case nil: break
    case .point(let point): text += " by \(point.english)"
    case .dayOfMonth(let day): text += " by \(digits: day, 2)"
    }
    if let gap { text += ", \(gap) days apart" }
    return text
  }
}

// MARK: - Reading

/// Reads the English form of a schedule.
///
///     schedule = "ongoing" | "as needed" | dated | counted
///     dated    = "by" date
///              | "by" point { "and" point } "each year"
///              | "from" point "by" point "each year"
///     date     = year | year "-" month [ "-" day ] | year "-?" | year "-" month "-?"
///     point    = month [ "-" day ] | "?"
///     counted  = count "per" unit [ "by" ( point | day ) ] [ "," gap "days apart" ]
struct EnglishScheduleReader {
  private let bytes: [UInt8]
  /// The text the bytes were folded from; `nil` if they stand as they were given.
  private let folded: FoldedSchedule?
  private var position = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
    folded = nil
  }

  /// Reads folded text; every scalar outside ASCII becomes one byte that no form has.
  init(_ folded: FoldedSchedule) {
    bytes = folded.scalars.map { $0.isASCII ? UInt8(truncatingIfNeeded: $0.value) : 0xFF }
    self.folded = folded
  }

  mutating func schedule() throws(ScheduleError) -> Schedule {
    let schedule: Schedule
    switch bytes.first ?? 0 {
    case 0x30...0x39, UInt8(ascii: "?"):
      schedule = .counted(try counted())
    case UInt8(ascii: "b") where take("by "):
      schedule = try dated()
    case UInt8(ascii: "f") where take("from "):
      schedule = try stretch()
    case UInt8(ascii: "o") where take("ongoing"):
      schedule = .ongoing
    case UInt8(ascii: "a") where take("as needed"):
      schedule = .asNeeded
    default:
      throw unexpectedStart()
    }
    guard position == bytes.count else { throw unexpected() }
    return schedule
  }

  // MARK: The forms

  private mutating func counted() throws(ScheduleError) -> Counted {
    var count: Int?
    if !take("?") {
      let start = position
      let number = try number()
      try ScheduleConstraints.count(number, at: offset(start))
      count = number
    }
    try expect(" per ")
    let unit = try unit()
    let by = take(" by ") ? try pointInPeriod(of: unit) : nil
    var gap: Int?
    if take(", ") {
      let start = position
      let number = try number()
      try expect(" days apart")
      try ScheduleConstraints.gap(number, count: count, unit: unit, at: offset(start))
      gap = number
    }
    return Counted(count: count, unit: unit, by: by, gap: gap)
  }

  private mutating func unit() throws(ScheduleError) -> PeriodUnit {
    let start = position
    while position < bytes.count, isLetter(bytes[position]) || bytes[position] == UInt8(ascii: "-")
    {
      position += 1
    }
    let end = position
    position = start
    let unit: PeriodUnit? =
      switch end - start {
      case 4: take("year") ? .year : take("week") ? .week : nil
      case 5: take("month") ? .month : nil
      case 7: take("quarter") ? .quarter : nil
      case 9: take("half-year") ? .halfYear : nil
      default: nil
      }
    if let unit { return unit }
    if end - start == 4, take("term") { throw .notSupported(.perTerm, at: offset(start)) }
    throw unexpected(among: PeriodUnit.allCases.map(\.rawValue))
  }

  private mutating func pointInPeriod(
    of unit: PeriodUnit
  ) throws(ScheduleError) -> PointInPeriod {
    let start = position
    switch unit {
    case .year:
      return .point(try point())
    case .month:
      guard !take("?") else { throw .dateDoesNotFit(unit, at: offset(start)) }
      let day = try twoDigits()
      guard !take("-") else { throw .dateDoesNotFit(unit, at: offset(start)) }
      try ScheduleConstraints.dayOfMonth(day, at: offset(start))
      return .dayOfMonth(day)
    case .week, .quarter, .halfYear:
      throw .dateDoesNotFit(unit, at: offset(start))
    }
  }

  private mutating func dated() throws(ScheduleError) -> Schedule {
    if (0..<4).allSatisfy({ isDigit(at: position + $0) }) { return .once(try deadline()) }
    var points: [YearPoint] = []
    repeat {
      let start = position
      let point = try point()
      try ScheduleConstraints.ascending(point, after: points.last, at: offset(start))
      points.append(point)
    } while take(" and ")
    try expect(" each year")
    return .yearly(points)
  }

  private mutating func stretch() throws(ScheduleError) -> Schedule {
    let from = try point()
    try expect(" by ")
    let start = position
    let by = try point()
    try ScheduleConstraints.stretch(from: from, by: by, at: offset(start))
    try expect(" each year")
    return .span(from: from, by: by)
  }

  // MARK: Dates

  private mutating func deadline() throws(ScheduleError) -> Deadline {
    let start = position
    let year = try twoDigits() * 100 + twoDigits()
    guard !isDigit(at: position) else { throw unexpected() }
    try ScheduleConstraints.year(year, at: offset(start))
    guard take("-") else { return .year(year) }
    if take("?") { return .unknownMonth(year: year) }
    let month = try month()
    guard take("-") else { return .month(year, month) }
    if take("?") { return .unknownDay(year: year, month: month) }
    let dayStart = position
    let number = try twoDigits()
    guard let day = Day(year: year, month: month, day: number) else {
      throw .dayOutOfRange(number, month: month, year: year, at: offset(dayStart))
    }
    return .day(day)
  }

  private mutating func point() throws(ScheduleError) -> YearPoint {
    if take("?") { return .unknown }
    let month = try month()
    guard take("-") else { return .month(month) }
    let start = position
    let day = try twoDigits()
    try ScheduleConstraints.day(day, ofMonth: month, at: offset(start))
    return .day(month: month, day: day)
  }

  private mutating func month() throws(ScheduleError) -> Int {
    let start = position
    let month = try twoDigits()
    try ScheduleConstraints.month(month, at: offset(start))
    return month
  }

  private mutating func twoDigits() throws(ScheduleError) -> Int {
    guard isDigit(at: position), isDigit(at: position + 1) else { throw unexpected() }
    defer { position += 2 }
    return Int(bytes[position] - 0x30) * 10 + Int(bytes[position + 1] - 0x30)
  }

  /// Reads digits without a leading zero; a number too long for any use is cut to a billion.
  private mutating func number() throws(ScheduleError) -> Int {
    let start = position
    var number = 0
    while isDigit(at: position) {
      number = min(number * 10 + Int(bytes[position] - 0x30), 1_000_000_000)
      position += 1
    }
    guard position > start else { throw unexpected() }
    if bytes[start] == 0x30, position - start > 1 {
      position = start
      throw unexpected()
    }
    return number
  }

  // MARK: Bytes

  private mutating func take(_ word: String) -> Bool {
    let word = word.utf8
    guard bytes.count - position >= word.count else { return false }
    var place = position
    for byte in word {
      guard bytes[place] == byte else { return false }
      place += 1
    }
    position = place
    return true
  }

  /// Takes a word that must stand here.
  private mutating func expect(_ word: String) throws(ScheduleError) {
    if take(word) { return }
    if word.utf8.starts(with: bytes[position...]) { position = bytes.count }
    throw unexpected()
  }

  private func isDigit(at place: Int) -> Bool {
    place < bytes.count && (0x30...0x39).contains(bytes[place])
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }

  // MARK: Faults

  private func offset(_ place: Int) -> Int {
    folded?.offset(place) ?? place
  }

  /// The fault at the start of a text, where a whole other form may have been meant.
  private func unexpectedStart() -> ScheduleError {
    // Without folded text the fault is only a sign that the text must be folded first.
    guard let folded else { return .empty }
    let words = folded.text.split(separator: " ").map(String.init)
    let first = words.first ?? ""
    if first == "every" || first == "each", words.count > 1 {
      if words[1] == "meeting" { return .notSupported(.eachMeeting, at: 0) }
      if words[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
        return .notSupported(.everyMonths, at: offset(0))
      }
      if words.count == 2, let unit = PeriodUnit(rawValue: words[1]) {
        return .unknown(
          folded.excerpt(from: 0),
          nearest: "1 per \(unit.rawValue)",
          at: offset(0)
        )
      }
    }
    if first == "by" || first == "from", words.count == 1 { return .incomplete(at: offset(2)) }
    if let vague = ScheduleAdvice.vagueWord(in: folded.scalars) {
      return .vague(vague.word, at: offset(vague.place))
    }
    return .unknown(
      folded.excerpt(from: 0),
      nearest: ScheduleAdvice.form(for: words.joined(separator: " ")),
      at: offset(0)
    )
  }

  /// The fault at the position reached; `words` are what could stand there.
  private func unexpected(among words: [String] = []) -> ScheduleError {
    guard let folded else { return .empty }
    guard position < bytes.count else { return .incomplete(at: offset(position)) }
    if let vague = ScheduleAdvice.vagueWord(in: folded.scalars) {
      return .vague(vague.word, at: offset(vague.place))
    }
    let skipped = bytes[position] == UInt8(ascii: " ") ? position + 1 : position
    let rest = bytes[skipped...].prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: ",") }
    return .unknown(
      folded.excerpt(from: skipped),
      nearest: ScheduleAdvice.nearest(to: String(decoding: rest, as: UTF8.self), among: words),
      at: offset(skipped)
    )
  }
}
