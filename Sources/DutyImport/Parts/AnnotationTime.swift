internal import DutyModel

/// The time that an annotation states: 持续推进, 2023年6月底前完成, 3月至6月, 每季度一次.
enum AnnotationTime {
  /// What the words behind a label say; `nil` if that cannot be read.
  ///
  /// If the list is of one year, a month without a year is a date of that year only.
  static func schedule(of value: Reading, year: Int?) -> Schedule? {
    var end = value.count
    while end > 0, "。;,)】]".unicodeScalars.contains(value[end - 1]) { end -= 1 }
    let value = value[0..<end]
    guard !value.isEmpty, value.count <= 60 else { return nil }
    let hasCycle = value.contains("每") || value.contains("次")
    if !hasCycle, value.containsAny(ongoing) { return .ongoing }
    if !hasCycle, value.containsAny(asNeeded), value.count <= 12 { return .asNeeded }
    if let schedule = try? Schedule(value.description) { return schedule }
    if !hasCycle, let schedule = dated(value, year) { return schedule }
    let timed = ClauseReader.clauses(in: value).compactMap(\.schedule)
    return timed.count == 1 ? timed.first : nil
  }

  private static func dated(_ value: Reading, _ year: Int?) -> Schedule? {
    var value = value
    for word: Word in ["完成", "落实", "落实到位", "前完成"] where value.hasSuffix(word) {
      let isBefore = word == "前完成"
      value = value[0..<(value.count - word.count + (isBefore ? 1 : 0))]
      break
    }
    if let found = TimeWords.months(in: value) { return schedule(found, year) }
    if let month = quarters[value.description] { return schedule(.point(.month(month)), year) }
    if value.description == "全年" {
      return year.map { .once(.year($0)) } ?? .span(from: .month(1), by: .month(12))
    }
    let months = TimeWords.months(in: value, at: 0)
    if months.count > 1, months.last?.range.upperBound == value.count, year == nil {
      let points: [YearPoint] = months.compactMap {
        if case .point(let point) = $0.value { point } else { nil }
      }
      return try? Schedule(Schedule.yearly(points).description)
    }
    guard let date = TimeWords.date(in: value, at: 0), date.range.upperBound == value.count else {
      return nil
    }
    return schedule(date.value, year)
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

  private static let ongoing = Word.list("持续 长期 常态 贯穿全年 全年推进 始终")
  private static let asNeeded = Word.list("及时 随时 立即 即时 即知即改 立行立改 按需 适时 视情")

  private static let quarters: [String: Int] = [
    "一季度": 3, "二季度": 6, "三季度": 9, "四季度": 12, "第一季度": 3, "第二季度": 6, "第三季度": 9,
    "第四季度": 12, "上半年": 6, "下半年": 12, "一季度末": 3, "二季度末": 6, "三季度末": 9, "四季度末": 12,
    "一季度前": 3, "二季度前": 6, "三季度前": 9, "四季度前": 12, "上半年前": 6, "年内": 12, "年度内": 12,
  ]
}
