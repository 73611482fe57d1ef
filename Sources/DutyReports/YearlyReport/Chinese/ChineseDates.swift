import DutyModel

/// Days and periods in the form of official Chinese papers: 3月15日, without leading zeros.
struct ChineseDates: Sendable {
  /// The year of the report, which is not written.
  let year: Int

  /// A day; with its year if that is not the report's.
  func day(_ day: Day) -> String {
    let parts = day.parts
    return (parts.year == year ? "" : "\(parts.year)年") + "\(parts.month)月\(parts.day)日"
  }

  /// A day with its year.
  static func full(_ day: Day) -> String {
    let parts = day.parts
    return "\(parts.year)年\(parts.month)月\(parts.day)日"
  }

  /// Days one after the other; of one month only the first names it: 9月18日、29日.
  func days(_ days: [Day]) -> String {
    var last: Day?
    return days.map { day in
      defer { last = day }
      if let last, last != day, last.parts.year == day.parts.year,
        last.parts.month == day.parts.month
      {
        return "\(day.parts.day)日"
      }
      return self.day(day)
    }
    .joined(separator: "、")
  }

  /// Numbers in a row as a stretch: 1月至7月、9月.
  static func runs(_ numbers: [Int], _ word: (Int) -> String) -> String {
    var parts: [String] = []
    var start = 0
    while start < numbers.count {
      var end = start
      while end + 1 < numbers.count, numbers[end + 1] == numbers[end] + 1 { end += 1 }
      if end - start >= 2 {
        parts.append("\(word(numbers[start]))至\(word(numbers[end]))")
      } else {
        parts += numbers[start...end].map(word)
      }
      start = end + 1
    }
    return parts.joined(separator: "、")
  }

  /// The names of periods of one length: 1月至7月、9月, 上半年, 全年.
  ///
  /// Days of `due` are written as ends: 1月31日前.
  func label(of occurrences: [Occurrence]) -> String {
    var labels: [String] = []
    var months: [Int] = []
    var weeks: [Int] = []
    var dues: [Day] = []
    for occurrence in occurrences {
      switch occurrence.period {
      case .week(let year, let week) where year != self.year:
        // The first days of a year may belong to the last week of the one before.
        labels.append("\(year)年第\(week)周")
      case .year: labels.append("全年")
      case .halfYear(_, let half): labels.append(half == 1 ? "上半年" : "下半年")
      case .quarter(_, let quarter): labels.append("第\(ChineseNumber.text(quarter))季度")
      case .month(_, let month): months.append(month)
      case .week(_, let week): weeks.append(week)
      case .due: dues.append(occurrence.due)
      }
    }
    if !months.isEmpty { labels.append(ChineseDates.runs(months) { "\($0)月" }) }
    if !weeks.isEmpty { labels.append(ChineseDates.runs(weeks) { "第\($0)周" }) }
    if !dues.isEmpty { labels.append(days(dues) + "前") }
    var known: Set<String> = []
    return labels.filter { known.insert($0).inserted }.joined(separator: "、")
  }
}

/// Numbers of headings: 一, 十一, 二十.
enum ChineseNumber {
  private static let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

  /// A number in Chinese from 1 to 99, in digits beyond.
  static func text(_ number: Int) -> String {
    guard (1...99).contains(number) else { return String(number) }
    let (tens, ones) = (number / 10, number % 10)
    let head = tens == 0 ? "" : (tens == 1 ? "" : digits[tens]) + "十"
    return head + digits[ones]
  }

  /// The word that begins an item: 一是.
  static func item(_ number: Int) -> String { text(number) + "是" }
}
