extension Schedule {
  /// The form shown to Chinese readers, one text for every schedule.
  package var chinese: String {
    switch self {
    case .ongoing: "持续推进"
    case .asNeeded: "按需"
    case .once(let deadline): deadline.chinese
    case .yearly(let points): "每年" + points.list("、") { $0.chinese }
    case .span(let from, let by): "每年\(from.chineseDate)至\(by.chineseDate)"
    case .counted(let counted): counted.chinese
    }
  }
}

extension Deadline {
  fileprivate var chinese: String {
    switch self {
    case .year(let year): return "\(year)年底前"
    case .month(let year, let month): return "\(year)年\(month)月底前"
    case .day(let day):
      let parts = day.parts
      return "\(parts.year)年\(parts.month)月\(parts.day)日前"
    case .unknownMonth(let year): return "\(year)年*月底前"
    case .unknownDay(let year, let month): return "\(year)年\(month)月*日前"
    }
  }
}

extension YearPoint {
  fileprivate var chinese: String {
    switch self {
    case .month(let month): "\(month)月底前"
    case .day(let month, let day): "\(month)月\(day)日前"
    case .unknown: "*月底前"
    }
  }

  /// The date as an end of a stretch.
  fileprivate var chineseDate: String {
    switch self {
    case .month(let month): "\(month)月"
    case .day(let month, let day): "\(month)月\(day)日"
    case .unknown: "*月"
    }
  }
}

extension Counted {
  fileprivate var chinese: String {
    var text = "每" + unit.chinese
    switch by {
    case nil: break
    case .point(let point): text += point.chinese
    case .dayOfMonth(let day): text += "\(day)日前"
    }
    text += "\(count.map(String.init) ?? "*")次"
    if let gap { text += "，间隔\(gap)天以上" }
    return text
  }
}

extension PeriodUnit {
  fileprivate var chinese: String {
    switch self {
    case .week: "周"
    case .month: "月"
    case .quarter: "季度"
    case .halfYear: "半年"
    case .year: "年"
    }
  }
}

// MARK: - Reading

/// Reads the Chinese form of a schedule, folded and without spaces.
///
///     schedule = "持续推进" | "按需" | dated | counted
///     dated    = year "年底前" | year "年" ( month | "*" ) "月底前"
///              | year "年" month "月" ( day | "*" ) "日前"
///              | "每年" point { "、" point } | "每年" end "至" end
///     point    = month "月底前" | month "月" day "日前" | "*月底前"
///     end      = month "月" [ day "日" ] | "*月"
///     counted  = "每" unit [ point | day "日前" ] ( count | "*" ) "次" [ "，间隔" gap "天以上" ]
///
/// Documents word the same thing in more ways, which are read but never written: 长期坚持, 及时,
/// 随时, 发现…时, 年底前, 每季, 每星期, 至少, 不少于, 以上, 完成, 半年一次; 和, 及 and 与 between
/// dates; Chinese numerals; X and ? for the mask.
struct ChineseScheduleReader {
  private let folded: FoldedSchedule
  private let scalars: [Unicode.Scalar]
  private var position = 0

  init(_ folded: FoldedSchedule) {
    self.folded = folded
    scalars = folded.scalars
  }

  mutating func schedule() throws(ScheduleError) -> Schedule {
    if let word = wholeWord() { return word }
    let schedule: Schedule
    if take("每") {
      schedule = try periodic()
    } else if take("半年") {
      schedule = .counted(try counted(.halfYear, needsCount: true))
    } else {
      schedule = .once(try deadline())
    }
    guard position == scalars.count else { throw unexpected() }
    return schedule
  }

  private func wholeWord() -> Schedule? {
    switch folded.text {
    case "持续推进", "长期坚持": return .ongoing
    case "按需", "及时", "随时": return .asNeeded
    case let text where text.hasPrefix("发现") && text.hasSuffix("时"): return .asNeeded
    default: return nil
    }
  }

  // MARK: Every period

  private mutating func periodic() throws(ScheduleError) -> Schedule {
    let start = position
    if take("届") { throw .notSupported(.perTerm, at: offset(start)) }
    if take("次") { throw .notSupported(.eachMeeting, at: offset(start)) }
    if take("隔") || number() != nil { throw .notSupported(.everyMonths, at: offset(start)) }
    if take("周") || take("星期") { return .counted(try counted(.week)) }
    if take("季度") || take("季") { return .counted(try counted(.quarter)) }
    if take("半年") { return .counted(try counted(.halfYear)) }
    if take("月") { return .counted(try counted(.month, by: dayOfMonth())) }
    if take("年") { return try everyYear() }
    throw unexpected()
  }

  /// Reads what follows 每月 if it is a day; the month's end is what is meant without one.
  private mutating func dayOfMonth() throws(ScheduleError) -> PointInPeriod? {
    let start = position
    if take("底前") { return nil }
    guard let day = number(), take("日") else {
      position = start
      return nil
    }
    guard take("前") else { throw unexpected() }
    try ScheduleConstraints.dayOfMonth(day, at: offset(start))
    return .dayOfMonth(day)
  }

  private mutating func everyYear() throws(ScheduleError) -> Schedule {
    if take("年底前") || take("底前") { return try everyYear(by: [.month(12)]) }
    guard let first = try date() else { return .counted(try counted(.year)) }
    if !first.isBefore, !looksAt("至少"), take("至") {
      let start = position
      guard let second = try date() else { throw unexpected() }
      try ScheduleConstraints.stretch(from: first.point, by: second.point, at: offset(start))
      _ = take("完成")
      return .span(from: first.point, by: second.point)
    }
    var points = [first.point]
    var isBefore = first.isBefore
    while take("、") || take("和") || take("及") || take("与") {
      let start = position
      guard let next = try date() else { throw unexpected() }
      try ScheduleConstraints.ascending(next.point, after: points.last, at: offset(start))
      points.append(next.point)
      isBefore = next.isBefore
    }
    guard isBefore else { throw unexpected() }
    return try everyYear(by: points)
  }

  /// Reads what follows the dates of 每年: nothing, or a number of times by the one date.
  private mutating func everyYear(by points: [YearPoint]) throws(ScheduleError) -> Schedule {
    let start = position
    _ = take("完成")
    if position == scalars.count { return .yearly(points) }
    position = start
    guard points.count == 1, let point = points.first else { throw unexpected() }
    return .counted(try counted(.year, by: .point(point), needsCount: true))
  }

  private mutating func counted(
    _ unit: PeriodUnit,
    by: PointInPeriod? = nil,
    needsCount: Bool = false
  ) throws(ScheduleError) -> Counted {
    _ = take("完成")
    let isLeast = take("至少") || take("不少于")
    var count: Int? = 1
    let isOver = position == scalars.count || looksAt(",") || looksAt("间隔")
    if !isOver || isLeast || needsCount {
      let start = position
      if takeMask() {
        count = nil
      } else {
        guard let number = number() else { throw unexpected() }
        count = number
      }
      guard take("次") else {
        if looksAt("月") || looksAt("日") { throw .dateDoesNotFit(unit, at: offset(start)) }
        throw unexpected()
      }
      if let count { try ScheduleConstraints.count(count, at: offset(start)) }
      _ = take("以上")
    }
    _ = take("完成")
    let gap = try gap(count: count, unit: unit)
    return Counted(count: count, unit: unit, by: by, gap: gap)
  }

  private mutating func gap(
    count: Int?,
    unit: PeriodUnit
  ) throws(ScheduleError) -> Int? {
    guard position < scalars.count else { return nil }
    _ = take(",")
    guard take("间隔") else { throw unexpected() }
    _ = take("至少") || take("不少于")
    let start = position
    guard let gap = number(), take("天") else { throw unexpected() }
    _ = take("以上")
    try ScheduleConstraints.gap(gap, count: count, unit: unit, at: offset(start))
    return gap
  }

  // MARK: Dates

  private mutating func deadline() throws(ScheduleError) -> Deadline {
    let start = position
    guard let year = number(), take("年") else {
      position = start
      throw unexpected()
    }
    try ScheduleConstraints.year(year, at: offset(start))
    if take("底前") || take("年底前") {
      _ = take("完成")
      return .year(year)
    }
    let deadline: Deadline
    if takeMask() {
      guard take("月底前") else { throw unexpected() }
      deadline = .unknownMonth(year: year)
    } else {
      let month = try month()
      if take("底前") {
        deadline = .month(year, month)
      } else if takeMask() {
        guard take("日前") else { throw unexpected() }
        deadline = .unknownDay(year: year, month: month)
      } else {
        let start = position
        guard let number = number(), take("日前") else { throw unexpected() }
        guard let day = Day(year: year, month: month, day: number) else {
          throw .dayOutOfRange(number, month: month, year: year, at: offset(start))
        }
        deadline = .day(day)
      }
    }
    _ = take("完成")
    return deadline
  }

  private mutating func month() throws(ScheduleError) -> Int {
    let start = position
    guard let month = number(), take("月") else { throw unexpected() }
    try ScheduleConstraints.month(month, at: offset(start))
    return month
  }

  /// Reads a date of the year, and whether 前 ends it; `nil` if no date stands here.
  private mutating func date() throws(ScheduleError) -> (point: YearPoint, isBefore: Bool)? {
    let start = position
    if takeMask(), take("月") {
      return (.unknown, take("底") && take("前"))
    }
    position = start
    guard let month = number(), take("月") else {
      position = start
      return nil
    }
    try ScheduleConstraints.month(month, at: offset(start))
    if take("底") { return (.month(month), take("前")) }
    let dayStart = position
    guard let day = number() else { return (.month(month), false) }
    guard take("日") else { throw unexpected() }
    try ScheduleConstraints.day(day, ofMonth: month, at: offset(dayStart))
    return (.day(month: month, day: day), take("前"))
  }

  private mutating func takeMask() -> Bool {
    take("*") || take("?") || take("x") || take("×")
  }

  // MARK: Numbers

  /// Reads a number in digits or in Chinese numerals; a number too long for any use is cut to
  /// a billion.
  private mutating func number() -> Int? {
    let start = position
    var number = 0
    while position < scalars.count, ("0"..."9").contains(scalars[position]) {
      number = min(number * 10 + Int(scalars[position].value - 0x30), 1_000_000_000)
      position += 1
    }
    if position > start { return number }
    var numerals: [Int] = []
    while position < scalars.count, let value = ChineseNumerals.value(of: scalars[position]) {
      numerals.append(value)
      position += 1
    }
    guard let value = ChineseNumerals.value(of: numerals) else {
      position = start
      return nil
    }
    return value
  }

  // MARK: Scalars

  private func looksAt(_ word: String) -> Bool {
    scalars.dropFirst(position).starts(with: word.unicodeScalars)
  }

  private mutating func take(_ word: String) -> Bool {
    guard looksAt(word) else { return false }
    position += word.unicodeScalars.count
    return true
  }

  // MARK: Faults

  private func offset(_ place: Int) -> Int {
    folded.offset(place)
  }

  private func unexpected() -> ScheduleError {
    if let vague = ScheduleAdvice.vagueWord(in: scalars) {
      return .vague(vague.word, at: offset(vague.place))
    }
    guard position < scalars.count else { return .incomplete(at: offset(position)) }
    let text = folded.excerpt(from: position)
    return .unknown(text, nearest: nearest(to: text), at: offset(position))
  }

  private func nearest(to text: String) -> String? {
    guard position == 0 else { return nil }
    if text.hasPrefix("持续") || text.hasPrefix("长期") { return "持续推进" }
    if text.hasPrefix("及时") || text.hasPrefix("随时") { return "按需" }
    return nil
  }
}
