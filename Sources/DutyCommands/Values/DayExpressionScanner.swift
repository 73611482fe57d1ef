/// A text read from its beginning, for the words of Chinese days.
struct DayExpressionScanner {
  /// The year that a date is said to lie in.
  enum Year {
    case unsaid
    case number(Int)

    /// So many years from this one.
    case distance(Int)

    var distance: Int? {
      if case .distance(let distance) = self { distance } else { nil }
    }
  }

  private var rest: Substring.UnicodeScalarView

  init(_ text: String) {
    rest = text[...].unicodeScalars
  }

  var isAtEnd: Bool { rest.isEmpty }

  /// Takes the first of some texts that comes next, if one does.
  @discardableResult
  mutating func take(_ texts: String...) -> Bool {
    for text in texts where rest.starts(with: text.unicodeScalars) {
      rest = rest.dropFirst(text.unicodeScalars.count)
      return true
    }
    return false
  }

  mutating func takeWeek() -> Bool {
    take("周", "週", "星期", "礼拜", "禮拜")
  }

  mutating func takeEnd() -> Bool {
    take("底", "末")
  }

  /// Takes the word for this, the last or the next week, month or quarter: its distance.
  mutating func neighbour() -> Int? {
    if take("本", "这", "這") { return 0 }
    if take("上") { return -1 }
    return take("下") ? 1 : nil
  }

  /// Takes up to seven ASCII digits or a Chinese number up to 99.
  mutating func number() -> Int? {
    let digits = rest.prefix { ("0"..."9").contains($0) }
    guard digits.isEmpty else {
      guard digits.count <= 7 else { return nil }
      rest = rest[digits.endIndex...]
      return Int(String(digits))
    }
    let units = digit()
    guard take("十") else { return units }
    return (units ?? 1) * 10 + (digit() ?? 0)
  }

  private mutating func digit() -> Int? {
    for (place, character) in "一二三四五六七八九".enumerated() where take(String(character)) {
      return place + 1
    }
    return nil
  }

  /// Takes a day of the month that nothing follows.
  mutating func dayAtEnd() -> Int? {
    guard let day = number(), take("日", "号", "號"), isAtEnd else { return nil }
    return day
  }
}

extension DayExpressionScanner {
  /// Takes `2026年`, `今年`, `去年` or `明年`, if one of them comes next.
  mutating func year() throws(DayFault) -> Year {
    if take("今年", "本年") { return .distance(0) }
    if take("去年") { return .distance(-1) }
    if take("明年") { return .distance(1) }
    let digits = rest.prefix { ("0"..."9").contains($0) }
    guard !digits.isEmpty, rest[digits.endIndex...].first == "年" else { return .unsaid }
    guard digits.count >= 4 else { throw .shortYear(instead: nil) }
    guard digits.count == 4, let year = Int(String(digits)) else { throw .yearOutside }
    rest = rest[digits.endIndex...].dropFirst()
    return .number(try DayExpression.Form.checked(year: year))
  }
}
