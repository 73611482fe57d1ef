internal import DutyModel

// Dates: 6月底前, 2026年6月30日前, 年底.

extension TimeWords {
  /// The date that begins at an index; if it may be bare, a day, a third of a month, or a month with
  /// its year needs no 前: in a cell that holds nothing else, or at the beginning of a clause.
  static func date(in text: Reading, at start: Int, isBare: Bool = false) -> Date? {
    if let end = yearEnd(text, at: start) {
      return Date(value: .point(.month(12)), range: start..<end, isYearEnd: true)
    }
    if start > 0, isNumeral(text[start - 1]) || text[start - 1] == "第" { return nil }
    if text.has("年中", at: start) {
      // 年中、年底: the middle of the year is a date only beside its end.
      let next = start + 2
      let isJoint = next < text.count && "、和及与".unicodeScalars.contains(text[next])
      guard ending(["年底", "年末", "年终"], text, isJoint ? next + 1 : next) != nil else { return nil }
      return Date(value: .point(.month(6)), range: start..<next)
    }
    // A year, if one stands before the month.
    var index = start
    var year: Int?
    if let (value, end) = ChineseNumber.read(text, at: start), (1900...2999).contains(value),
      end < text.count, text[end] == "年"
    {
      year = value
      index = end + 1
      if let last = ending(["底前", "底", "年底前", "年底"], text, index) {
        return Date(value: .deadline(.year(value)), range: start..<last)
      }
    }
    if let end = mask(text, at: index), end < text.count, text[end] == "月" {
      guard let last = ending(["底前", "底", "份前", "前"], text, end + 1) else { return nil }
      if let year {
        return Date(value: .deadline(.unknownMonth(year: year)), range: start..<last)
      }
      return Date(value: .point(.unknown), range: start..<last)
    }
    guard let (month, monthEnd) = ChineseNumber.read(text, at: index), monthEnd < text.count else {
      return nil
    }
    if text[monthEnd] == "日" || text[monthEnd] == "号", year == nil, (1...31).contains(month) {
      guard let last = ending(["之前", "以前", "前"], text, monthEnd + 1) else { return nil }
      return Date(value: .day(month), range: start..<last)
    }
    guard text[monthEnd] == "月", (1...12).contains(month) else { return nil }
    return dateOfMonth(text, start, month, year, monthEnd + 1, isBare: isBare)
  }

  private static func dateOfMonth(
    _ text: Reading,
    _ start: Int,
    _ month: Int,
    _ year: Int?,
    _ index: Int,
    isBare: Bool
  ) -> Date? {
    if let (day, dayEnd) = ChineseNumber.read(text, at: index), dayEnd < text.count,
      text[dayEnd] == "日" || text[dayEnd] == "号"
    {
      let bare = isBare ? dayEnd + 1 : nil
      let listed = isListed(text, dayEnd + 1) ? dayEnd + 1 : nil
      let before = ending(["之前", "以前", "前"], text, dayEnd + 1)
      guard let last = before ?? listed ?? bare else { return nil }
      return date(month, day, year, start..<last, isBare: before == nil && listed == nil)
    }
    for (word, day): (Word, Int) in [("上旬", 10), ("中旬", 20)] where text.has(word, at: index) {
      let before = ending(["之前", "以前", "前"], text, index + 2)
      guard let last = before ?? (isBare ? index + 2 : nil) else { return nil }
      return date(month, day, year, start..<last, isBare: before == nil)
    }
    let words: [Word] = ["底之前", "底以前", "底前", "下旬前", "末前", "份底前", "底", "份前", "前"]
    let before = ending(words, text, index)
    let bare =
      isBare
      ? ending(["下旬"], text, index) ?? (year == nil ? nil : ending(["份"], text, index) ?? index)
      : nil
    guard let last = before ?? bare else { return nil }
    let value: Date.Value =
      year.map { .deadline(.month($0, month)) } ?? .point(.month(month))
    return Date(value: value, range: start..<last, isBare: before == nil)
  }

  /// A day of one year or of every year; `nil` if there is no such day.
  private static func date(
    _ month: Int,
    _ day: Int,
    _ year: Int?,
    _ range: Range<Int>,
    isBare: Bool
  ) -> Date? {
    guard let whole = Day(year: year ?? 2000, month: month, day: day) else { return nil }
    let value: Date.Value =
      year == nil ? .point(.day(month: month, day: day)) : .deadline(.day(whole))
    return Date(value: value, range: range, isBare: isBare)
  }

  /// Whether more days follow, and 前 behind the last one holds for all: 1月15日和7月15日前.
  static func isListed(_ text: Reading, _ start: Int) -> Bool {
    var index = start
    for _ in 0..<12 {
      guard index < text.count, "、和及与".unicodeScalars.contains(text[index]),
        let (_, monthEnd) = ChineseNumber.read(text, at: index + 1), monthEnd < text.count,
        text[monthEnd] == "月", let (_, dayEnd) = ChineseNumber.read(text, at: monthEnd + 1),
        dayEnd < text.count, text[dayEnd] == "日" || text[dayEnd] == "号"
      else { return false }
      index = dayEnd + 1
      if ending(["之前", "以前", "前"], text, index) != nil { return true }
    }
    return false
  }

  static func ending(_ words: [Word], _ text: Reading, _ index: Int) -> Int? {
    text.word(at: index, of: words).map { index + $0.count }
  }

  private static func yearEnd(_ text: Reading, at start: Int) -> Int? {
    guard "年当".unicodeScalars.contains(text[start]) else { return nil }
    if start > 0, isNumeral(text[start - 1]) { return nil }
    return ending(["年底之前", "年底以前", "年底前", "年底", "年末", "年终", "当年底前"], text, start)
  }
}
