import DutyModel

extension DayExpression.Form {
  /// Reads a form of Chinese, such as `周三`, `三天前`, `6月30日` and `年底`; `nil` if it is none.
  static func chinese(_ text: String) throws(DayFault) -> Self? {
    if let form = weekday(text) { return form }
    if let form = try shiftInWords(text) { return form }
    return try date(text)
  }

  /// Reads `周三`, `星期三`, `本周三`, `上周三` and `下周三`.
  private static func weekday(_ text: String) -> Self? {
    var rest = DayExpressionScanner(text)
    let week = rest.neighbour()
    if week != nil { rest.take("个", "個") }
    guard rest.takeWeek() else { return nil }
    for (character, weekday) in zip("一二三四五六日天", Weekday.allCases + [.sunday])
    where rest.take(String(character)) {
      return rest.isAtEnd ? .weekday(weekday, week: week) : nil
    }
    return nil
  }

  /// Reads `3天前`, `两周后` and `1个月后`.
  ///
  /// `3月后` is none of them: it may mean after March.
  private static func shiftInWords(_ text: String) throws(DayFault) -> Self? {
    var rest = DayExpressionScanner(text)
    guard let count = rest.take("两", "兩") ? 2 : rest.number() else { return nil }
    let shift: (Int) -> Self
    if rest.take("天") {
      shift = { .days($0 * count) }
    } else {
      let hasMeasure = rest.take("个", "個")
      if rest.takeWeek() {
        shift = { .days($0 * count * 7) }
      } else if hasMeasure, rest.take("月") {
        shift = { .months($0 * count) }
      } else {
        return nil
      }
    }
    guard !rest.isAtEnd else { throw .unfinished([text + "前", text + "后"]) }
    if rest.take("前") { return rest.isAtEnd ? shift(-1) : nil }
    return rest.take("后", "後") && rest.isAtEnd ? shift(1) : nil
  }
}

// MARK: - Dates

extension DayExpression.Form {
  /// Reads `[年] [月] 日`, where what is left out is found by looking forwards or backwards, and
  /// 底, 末 and 初 of a year, a quarter or a month.
  private static func date(_ text: String) throws(DayFault) -> Self? {
    var rest = DayExpressionScanner(text)
    let year = try rest.year()
    if let form = edgeOfYear(year, rest) { return form }
    if case .unsaid = year {
      if let form = edgeOfQuarter(rest) { return form }
      if let form = try dayOfThisOrThatMonth(rest) { return form }
    }
    if case .number(let year) = year, rest.isAtEnd { return .period(.year(year)) }
    guard let number = rest.number(), rest.take("月") else { return nil }
    let month = try checked(month: number)
    if case .number(let year) = year, rest.isAtEnd { return .period(.month(year, month)) }
    if rest.takeEnd() {
      guard rest.isAtEnd else { return nil }
      guard case .number(let year) = year else {
        return .date(month: month, .last, year: year.distance)
      }
      return try date(year: year, month: month, day: Day.count(inMonth: month, of: year))
    }
    guard let day = rest.dayAtEnd() else { return nil }
    guard case .number(let year) = year else {
      return try date(month: month, day: day, year: year.distance)
    }
    return try date(year: year, month: month, day: day)
  }

  /// Reads `年底` and `年初`, also of a year: `2026年底`, `今年年底`.
  private static func edgeOfYear(_ year: DayExpressionScanner.Year, _ rest: DayExpressionScanner)
    -> Self?
  {
    var rest = rest
    let hasWord = rest.take("年")
    if case .unsaid = year, !hasWord { return nil }
    let month: Int
    let day: DayExpression.DayOfMonth
    if rest.takeEnd() {
      (month, day) = (12, .last)
    } else if rest.take("初") {
      (month, day) = (1, .number(1))
    } else {
      return nil
    }
    guard rest.isAtEnd else { return nil }
    guard case .number(let year) = year else {
      return .date(month: month, day, year: year.distance)
    }
    return .day(day == .last ? .lastDay(ofYear: year) : .firstDay(ofYear: year))
  }

  /// Reads `季末`, `季度末`, `本季度末` and the like.
  private static func edgeOfQuarter(_ rest: DayExpressionScanner) -> Self? {
    var rest = rest
    let quarter = rest.neighbour()
    if quarter != nil { rest.take("个", "個") }
    guard rest.take("季度", "季") else { return nil }
    if rest.takeEnd() { return rest.isAtEnd ? .edgeOfQuarter(.end, quarter: quarter) : nil }
    return rest.take("初") && rest.isAtEnd ? .edgeOfQuarter(.start, quarter: quarter) : nil
  }

  /// Reads `月底`, `月初` and `15日`, also of `本月`, `上月` or `下个月`.
  private static func dayOfThisOrThatMonth(_ rest: DayExpressionScanner) throws(DayFault) -> Self? {
    var rest = rest
    let month = rest.neighbour()
    if month != nil { rest.take("个", "個") }
    let hasWord = rest.take("月")
    if hasWord, rest.takeEnd() { return rest.isAtEnd ? .dayOfMonth(.last, month: month) : nil }
    if hasWord, rest.take("初") { return rest.isAtEnd ? .dayOfMonth(.number(1), month: month) : nil }
    guard hasWord == (month != nil), let day = rest.dayAtEnd() else { return nil }
    guard (1...31).contains(day) else { throw .noDay(day, month: nil, year: nil) }
    return .dayOfMonth(.number(day), month: month)
  }
}
