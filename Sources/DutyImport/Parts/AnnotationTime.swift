internal import DutyModel

/// The time that an annotation states: 持续推进, 2023年6月底前完成, 3月至6月, 每季度一次.
enum AnnotationTime {
  /// What the words behind a label say, and whether that is all they say; `nil` if they cannot be
  /// read.
  ///
  /// If the list is of one year, a month without a year is a date of that year only.
  static func schedule(of value: Reading, year: Int?) -> (schedule: Schedule, isWhole: Bool)? {
    var end = value.count
    while end > 0, "。;,)】]".unicodeScalars.contains(value[end - 1]) { end -= 1 }
    let value = value[0..<end]
    guard !value.isEmpty, value.count <= 60 else { return nil }
    if let schedule = plain(value, year) { return (schedule, true) }
    // 6月底前，并长期坚持: the date is what can be late.
    let parts = parts(of: value).compactMap { part in
      plain(part, year).map { (part, $0) } ?? clause(part).map { (part, $0.schedule) }
    }
    let dated = parts.filter { $0.1.isDated }
    if parts.count > 1, dated.count == 1, let schedule = dated.first?.1 { return (schedule, false) }
    // 每半年一次，年底前完成: the one says when the other is over.
    if parts.count == 2, dated.count == 2, let schedule = dated[0].1.joined(with: dated[1].1) {
      return (schedule, true)
    }
    return clause(value)
  }

  private static func parts(of value: Reading) -> [Reading] {
    var parts: [Reading] = []
    var start = 0
    for index in 0...value.count
    where index == value.count || ",;、".unicodeScalars.contains(value[index]) {
      if index > start { parts.append(value[start..<index]) }
      start = index + 1
    }
    return parts
  }

  /// Words that are a time and nothing else.
  private static func plain(_ value: Reading, _ year: Int?) -> Schedule? {
    let isTimed =
      value.containsAny(["每", "次", "月", "季", "周", "半年", "年底", "年末"])
      || value.scalars.contains { JunkWords.isDigit($0) }
    if !isTimed, value.containsAny(ongoing) { return .ongoing }
    if !isTimed, value.containsAny(asNeeded), value.count <= 12 { return .asNeeded }
    if let schedule = try? Schedule(value.description) { return schedule }
    return perPeriod(value) ?? dated(value, year)
  }

  /// A count before its period: 2次/年, 不少于1次/季度.
  private static func perPeriod(_ value: Reading) -> Schedule? {
    guard let count = TimeWords.count(in: value, at: 0), count.limit == nil, !count.isAbout,
      count.range.upperBound < value.count, value[count.range.upperBound] == "/"
    else { return nil }
    let rest = value.from(count.range.upperBound + 1)
    guard let (_, unit) = periods.first(where: { rest.count == $0.0.count && rest.hasPrefix($0.0) })
    else { return nil }
    return try? Schedule(Schedule.counted(Counted(count: count.number, unit: unit)).description)
  }

  private static let periods: [(Word, PeriodUnit)] = [
    ("年", .year), ("年度", .year), ("半年", .halfYear), ("季度", .quarter), ("季", .quarter),
    ("月", .month), ("周", .week),
  ]

  /// A date in digits, as tables have it: 2026/6/30, 2026.06, 6.30.
  private static func numeric(_ value: Reading, _ year: Int?) -> Schedule? {
    var value = value
    for word: Word in ["之前", "以前", "前"] where value.hasSuffix(word) {
      value = value[0..<(value.count - word.count)]
      break
    }
    var numbers: [Int] = []
    var separator: Unicode.Scalar?
    var index = 0
    while numbers.count < 3, index < value.count, JunkWords.isDigit(value[index]),
      let (number, end) = ChineseNumber.read(value, at: index)
    {
      numbers.append(number)
      index = end
      guard end < value.count else { break }
      guard "./-".unicodeScalars.contains(value[end]), separator ?? value[end] == value[end] else {
        return nil
      }
      separator = value[end]
      index = end + 1
    }
    guard index == value.count, let last = value.last, JunkWords.isDigit(last) else { return nil }
    switch numbers.count {
    case 3 where (1900...2999).contains(numbers[0]):
      return Day(year: numbers[0], month: numbers[1], day: numbers[2]).map { .once(.day($0)) }
    case 2 where (1900...2999).contains(numbers[0]) && (1...12).contains(numbers[1]):
      return .once(.month(numbers[0], numbers[1]))
    // 3-6 are months from one to another, perhaps.
    case 2 where separator != "-" && Day(year: 2000, month: numbers[0], day: numbers[1]) != nil:
      return schedule(.point(.day(month: numbers[0], day: numbers[1])), year)
    default: return nil
    }
  }

  /// Whether words name a year: 2026年6月, 2026/6/30.
  static func statesYear(_ value: Reading) -> Bool {
    value.indices.contains { index in
      guard index == 0 || !TimeWords.isNumeral(value[index - 1]) else { return false }
      return ChineseNumber.read(value, at: index).map { (1900...2999).contains($0.number) } ?? false
    }
  }

  /// What a clause says; the whole of it if nothing else in it is about time.
  private static func clause(_ value: Reading) -> (schedule: Schedule, isWhole: Bool)? {
    let timed = ClauseReader.clauses(in: value).filter { $0.schedule != nil }
    guard timed.count == 1, let clause = timed.first, let schedule = clause.schedule else {
      return nil
    }
    let rest = clause.action.reduce(value.count - clause.range.count) { $0 + $1.count }
    let isTimed = clause.action.contains { range in
      value[range].scalars.contains {
        JunkWords.isDigit($0) || "年月日季周旬初中末底".unicodeScalars.contains($0)
      }
    }
    // 月底前 may be the end of one month, or of every month.
    let isGuess = clause.basis == .inPart && !value.contains("每")
    return (schedule, rest <= 16 && !isTimed && !isGuess && clause.range.count == value.count)
  }

  private static func dated(_ value: Reading, _ year: Int?) -> Schedule? {
    var value = value
    for word: Word in ["前完成", "完成", "落实到位", "落实"] where value.hasSuffix(word) {
      let isBefore = word == "前完成"
      value = value[0..<(value.count - word.count + (isBefore ? 1 : 0))]
      break
    }
    // 2026年第一季度: the year stands before words that may stand alone.
    if let (number, end) = ChineseNumber.read(value, at: 0), (1900...2999).contains(number),
      end < value.count, value[end] == "年"
    {
      let rest = value.from(value.has("年度", at: end) ? end + 2 : end + 1)
      if rest.isEmpty { return .once(.year(number)) }
      if let schedule = dated(rest, number) { return schedule }
    }
    if let schedule = numeric(value, year) { return schedule }
    if let found = TimeWords.months(in: value) { return schedule(found, year) }
    let list = TimeWords.monthList(in: value, at: 0)
    if list.last?.range.upperBound == value.count { return yearly(list) }
    if let month = quarters[value.description] { return schedule(.point(.month(month)), year) }
    let start = value.hasPrefix("每年") ? 2 : 0
    if let months = seasons[value.from(start).description] {
      return .yearly(months.map { .month($0) })
    }
    if value.description == "全年" {
      return year.map { .once(.year($0)) } ?? .span(from: .month(1), by: .month(12))
    }
    let months = TimeWords.months(in: value, at: 0)
    if months.count > 1, months.last?.range.upperBound == value.count { return yearly(months) }
    guard let date = TimeWords.date(in: value, at: 0, isBare: true),
      date.range.upperBound == value.count
    else { return nil }
    return schedule(date.value, year)
  }

  /// Several months of every year.
  private static func yearly(_ dates: [TimeWords.Date]) -> Schedule? {
    let points: [YearPoint] = dates.compactMap {
      if case .point(let point) = $0.value { point } else { nil }
    }
    return try? Schedule(Schedule.yearly(points).description)
  }

  /// The schedule of a date; without a year it is of the list's year, or of every year.
  static func schedule(_ value: TimeWords.Date.Value, _ year: Int?) -> Schedule? {
    switch value {
    case .deadline(let deadline): return .once(deadline)
    case .day: return nil
    case .span(let from, let by):
      if let year { return schedule(.point(by), year) }
      return .span(from: from, by: by)
    case .point(let point):
      guard let year else { return .yearly([point]) }
      switch point {
      case .month(let month): return .once(.month(year, month))
      case .day(let month, let day):
        return Day(year: year, month: month, day: day).map { .once(.day($0)) }
      case .unknown: return .once(.unknownMonth(year: year))
      }
    }
  }

  private static let ongoing = Word.list("持续 长期 常态 贯穿全年 全年推进 始终 坚持 全年开展")
  private static let asNeeded = Word.list("及时 随时 立即 即时 即知即改 立行立改 按需 适时 视情")

  private static let seasons: [String: [Int]] = [
    "年中年末": [6, 12], "年中、年末": [6, 12], "年中和年末": [6, 12], "年中年底": [6, 12], "年中、年底": [6, 12],
    "年中和年底": [6, 12], "年中": [6], "上半年、下半年": [6, 12], "上下半年": [6, 12],
  ]

  private static let quarters: [String: Int] = [
    "一季度": 3, "二季度": 6, "三季度": 9, "四季度": 12, "第一季度": 3, "第二季度": 6, "第三季度": 9,
    "第四季度": 12, "上半年": 6, "下半年": 12, "一季度末": 3, "二季度末": 6, "三季度末": 9, "四季度末": 12,
    "一季度前": 3, "二季度前": 6, "三季度前": 9, "四季度前": 12, "上半年前": 6, "年内": 12, "年度内": 12,
    "一季度末前": 3, "二季度末前": 6, "三季度末前": 9, "四季度末前": 12, "一季度底前": 3, "二季度底前": 6,
    "三季度底前": 9, "四季度底前": 12,
  ]
}
