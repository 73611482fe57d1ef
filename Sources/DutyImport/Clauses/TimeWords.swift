internal import DutyModel

/// The words of a text that state how often and by when.
enum TimeWords {
  /// A word for a cycle.
  struct Cycle {
    enum Kind: Equatable {
      case unit(PeriodUnit)
      /// 全年, 年内: the year of the list, but a cycle only with a count.
      case wholeYear
      case unsupported(String)
    }

    let kind: Kind
    let range: Range<Int>
    /// Whether words that belong to it say more than the kind.
    var isInPart = false
  }

  /// A number of times.
  struct Count {
    /// `nil` if it is masked.
    let number: Int?
    /// Whether 至少, 不少于 or 以上 stands with it.
    let isLeast: Bool
    let unit: String
    let range: Range<Int>
  }

  /// A date of the year.
  struct Date {
    enum Value: Equatable {
      case point(YearPoint)
      case day(Int)
      case deadline(Deadline)
      case span(YearPoint, YearPoint)
    }

    let value: Value
    let range: Range<Int>
    /// Whether it is 年底 or the like, which may be only an expression.
    var isYearEnd = false
    /// Whether it is a month or a quarter that begins a clause, with neither 前 nor 底.
    var isLeading = false
  }

  // MARK: Cycles

  static func cycle(in text: Reading, at start: Int) -> Cycle? {
    switch text[start] {
    case "每": return every(text, start)
    case "按", "逐":
      let words: [(Word, PeriodUnit)] = [
        ("按月度", .month), ("按月", .month), ("按季度", .quarter), ("按季", .quarter), ("按周", .week),
        ("按半年", .halfYear), ("按年度", .year), ("逐月", .month), ("逐季度", .quarter), ("逐季", .quarter),
        ("逐周", .week), ("逐年", .year),
      ]
      for (word, unit) in words where text.has(word, at: start) {
        return Cycle(kind: .unit(unit), range: start..<(start + word.count))
      }
      return nil
    case "全", "年", "本", "当", "一":
      for word: Word in ["全年", "年度内", "年内", "本年度", "一年内", "当年内"]
      where text.has(word, at: start) {
        if word == "年内", start > 0, isNumeral(text[start - 1]) { return nil }
        return Cycle(kind: .wholeYear, range: start..<(start + word.count))
      }
      return text[start] == "一" ? once(text, start) : nil
    case "半": return once(text, start)
    case "上":
      return halves(text, at: start).map { Cycle(kind: .unit(.halfYear), range: start..<$0) }
    default: return nil
    }
  }

  private static func every(_ text: Reading, _ start: Int) -> Cycle? {
    var index = start + 1
    if index < text.count, text[index] == "个" { index += 1 }
    if index < text.count, text[index] == "逢" { index += 1 }
    // 每年底: the date keeps its own 年.
    for word: Word in ["年底", "年终", "年末", "年初"] where text.has(word, at: index) {
      return Cycle(kind: .unit(.year), range: start..<index)
    }
    for (word, unit) in units where text.has(word, at: index) {
      let end = index + word.count
      if unit == .year, let halves = halves(text, at: end) {
        return Cycle(kind: .unit(.halfYear), range: start..<halves)
      }
      // 每月初, 每周五, 每季度第一个月: when in the period stays with what is to be done.
      if namesPart(text, at: end, of: unit) {
        return Cycle(kind: .unit(unit), range: start..<index)
      }
      // 每季度末, 每月底前: that is when the period ends.
      if unit != .year, let last = ending(["底之前", "底以前", "末之前", "底前", "末前", "末", "底"], text, end) {
        return Cycle(kind: .unit(unit), range: start..<last)
      }
      return Cycle(kind: .unit(unit), range: start..<end)
    }
    for word in unsupported where text.has(word, at: index) {
      return Cycle(kind: .unsupported("每" + word.text), range: start..<(index + word.count))
    }
    // 每两年, 每3个月, 每隔一年
    if index < text.count, text[index] == "隔" { index += 1 }
    if let (_, end) = ChineseNumber.read(text, at: index) {
      for word: Word in ["年", "个月", "个季度", "周", "天", "个工作日"] where text.has(word, at: end) {
        let range = start..<(end + word.count)
        return Cycle(kind: .unsupported(text[range].description), range: range)
      }
    }
    return nil
  }

  /// The end of 上半年、下半年各, which is once in every half of the year.
  private static func halves(_ text: Reading, at start: Int) -> Int? {
    for word: Word in ["上半年、下半年", "上半年和下半年", "上半年及下半年", "上半年下半年", "上、下半年", "上下半年"]
    where text.has(word, at: start) {
      let end = start + word.count
      if end < text.count, text[end] == "各" { return end + 1 }
      return text.has("分别", at: end) ? end + 2 : nil
    }
    return nil
  }

  /// Whether words behind a cycle name a part of it that no schedule can say.
  private static func namesPart(_ text: Reading, at index: Int, of unit: PeriodUnit) -> Bool {
    guard index < text.count else { return false }
    switch unit {
    case .week:
      return "一二三四五六日天".unicodeScalars.contains(text[index]) && index + 1 < text.count
        && !"次节个天小篇期场课名人回轮遍至到-、两二三四五六".unicodeScalars.contains(text[index + 1])
    case .month: return text[index] == "初" || text.has("第一周", at: index)
    case .quarter:
      return text[index] == "初" || text[index] == "第" || text.has("末月", at: index)
    case .halfYear, .year: return text[index] == "初"
    }
  }

  /// 半年一次, 一季度一次, 一年两次: the count follows at once.
  private static func once(_ text: Reading, _ start: Int) -> Cycle? {
    if start > 0, "上下前后每第".unicodeScalars.contains(text[start - 1]) { return nil }
    let words: [(Word, PeriodUnit)] = [
      ("半年", .halfYear), ("一年", .year), ("一季度", .quarter), ("一季", .quarter),
      ("一个季度", .quarter), ("一月", .month), ("一个月", .month), ("一周", .week),
    ]
    for (word, unit) in words where text.has(word, at: start) {
      let end = start + word.count
      guard end < text.count, count(in: text, at: end)?.range.lowerBound == end else { continue }
      return Cycle(kind: .unit(unit), range: start..<end)
    }
    for word: Word in ["一学期", "一学年", "一届任期"] where text.has(word, at: start) {
      let end = start + word.count
      return Cycle(kind: .unsupported(word.text), range: start..<end)
    }
    return nil
  }

  private static let units: [(Word, PeriodUnit)] = [
    ("半年度", .halfYear), ("半年", .halfYear), ("年度", .year), ("年", .year), ("季度", .quarter),
    ("季", .quarter), ("月度", .month), ("月", .month), ("周", .week), ("星期", .week),
    ("礼拜", .week),
  ]

  private static let unsupported: [Word] = ["学期", "学年", "届", "天", "日", "工作日", "旬", "双月", "单月"]

  // MARK: Counts

  static func count(in text: Reading, at start: Int) -> Count? {
    var index = start
    var isLeast = false
    for word in least where text.has(word, at: index) {
      index += word.count
      isLeast = true
      break
    }
    let numberStart = index
    var number: Int?
    if let mask = mask(text, at: index) {
      index = mask
    } else if let (value, end) = ChineseNumber.read(text, at: index) {
      guard !isPartOfWord(text, before: numberStart) else { return nil }
      number = value
      index = end
      // 1—2次: at least the first of them.
      if index + 1 < text.count, "-—–~至到".unicodeScalars.contains(text[index]) {
        var next = index + 1
        while next < text.count, "-—–".unicodeScalars.contains(text[next]) { next += 1 }
        if let (_, end) = ChineseNumber.read(text, at: next) {
          index = end
          isLeast = true
        }
      }
    } else {
      return nil
    }
    if index < text.count, text[index] == "余" { index += 1 }
    guard let unit = text.word(at: index, of: countUnits) else { return nil }
    index += unit.count
    if index < text.count, "性数".unicodeScalars.contains(text[index]) { return nil }
    // 两场教育, 三期: only 次 is a count by itself.
    for word: Word in ["及以上", "(含)以上", "或以上", "以上"] where text.has(word, at: index) {
      index += word.count
      isLeast = true
      break
    }
    guard unit.text == "次" || isLeast else { return nil }
    return Count(number: number, isLeast: isLeast, unit: unit.text, range: start..<index)
  }

  /// The end of a mask in place of a number.
  static func mask(_ text: Reading, at start: Int) -> Int? {
    var end = start
    while end < text.count, end < start + 8, isMask(text[end]) { end += 1 }
    return end > start ? end : nil
  }

  private static func isMask(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "*", "x", "X", "×", "?": true
    default: false
    }
  }

  /// Whether a cycle, a date or a count may begin with a character; nearly none can.
  static func mayBegin(with scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "每", "按", "逐", "全", "年", "本", "当", "半", "上", "至", "不", "原", "〇", "○", "零", "一", "二",
      "两", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "0"..."9":
      true
    default: isMask(scalar)
    }
  }

  private static func isPartOfWord(_ text: Reading, before index: Int) -> Bool {
    guard index > 0 else { return false }
    let before = text[index - 1]
    return "第首.".unicodeScalars.contains(before) || isNumeral(before)
  }

  static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    JunkWords.isDigit(scalar) || "一二三四五六七八九十百两".unicodeScalars.contains(scalar)
  }

  static let least: [Word] = ["至少", "不得少于", "不少于", "不低于", "不得低于", "原则上不少于"]
  private static let countUnits: [Word] = ["次", "场次", "场", "期", "轮", "堂", "回", "篇", "遍"]

  // MARK: Times to react

  /// The first words in a range that say how soon something is to be done after something else
  /// happened: 24小时内, 5个工作日以内.
  static func reaction(in text: Reading, _ range: Range<Int>) -> String? {
    // Nothing else that ends in 内 begins with a number, and few clauses have the word at all.
    guard text.scalars[range].contains("内") else { return nil }
    for index in range {
      // 第5日, 7月1日 and 2026年6月 are dates.
      let before: Unicode.Scalar = index > 0 ? text[index - 1] : "。"
      guard !isNumeral(before), !"第月年".unicodeScalars.contains(before),
        let number = mask(text, at: index) ?? ChineseNumber.read(text, at: index)?.end,
        let unit = text.word(at: number, of: reactionUnits)
      else { continue }
      let end = number + unit.count
      guard let last = ending(["之内", "以内", "内"], text, end), last <= range.upperBound,
        last == text.count || !"容部设".unicodeScalars.contains(text[last])
      else { continue }
      return text[index..<last].description
    }
    return nil
  }

  private static let reactionUnits = Word.list("个小时 小时 个工作日 工作日 个自然日 日 天 分钟 个月 周")

  // MARK: The next period

  /// The first words in a range that name a day of the next month, which no schedule can: 次月5日前.
  static func nextPeriod(in text: Reading, _ range: Range<Int>) -> Range<Int>? {
    for index in range {
      guard let word = text.word(at: index, of: nextPeriods),
        let (_, end) = ChineseNumber.read(text, at: index + word.count), end < range.upperBound,
        text[end] == "日" || text[end] == "号"
      else { continue }
      let last = ending(["之前", "以前", "前"], text, end + 1) ?? end + 1
      return index..<min(last, range.upperBound)
    }
    return nil
  }

  private static let nextPeriods = Word.list("次月 下月 下个月 次季度首月 下季度首月")

  // MARK: Dates

  /// The date that begins at an index; in a cell that holds nothing else a day needs no 前.
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
      guard let last = ending(["之前", "以前", "前"], text, dayEnd + 1) ?? listed ?? bare else {
        return nil
      }
      if let year {
        guard let day = Day(year: year, month: month, day: day) else { return nil }
        return Date(value: .deadline(.day(day)), range: start..<last)
      }
      guard Day(year: 2000, month: month, day: day) != nil else { return nil }
      return Date(value: .point(.day(month: month, day: day)), range: start..<last)
    }
    for (word, day): (Word, Int) in [("上旬", 10), ("中旬", 20)] where text.has(word, at: index) {
      guard let last = ending(["前"], text, index + 2), year == nil else { return nil }
      return Date(value: .point(.day(month: month, day: day)), range: start..<last)
    }
    let words: [Word] = ["底之前", "底以前", "底前", "下旬前", "末前", "份底前", "底", "份前", "前"]
    guard let last = ending(words, text, index) else { return nil }
    if let year { return Date(value: .deadline(.month(year, month)), range: start..<last) }
    return Date(value: .point(.month(month)), range: start..<last)
  }

  /// Whether more days follow, and 前 behind the last one holds for all: 1月15日和7月15日前.
  private static func isListed(_ text: Reading, _ start: Int) -> Bool {
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

  private static func ending(_ words: [Word], _ text: Reading, _ index: Int) -> Int? {
    text.word(at: index, of: words).map { index + $0.count }
  }

  private static func yearEnd(_ text: Reading, at start: Int) -> Int? {
    guard "年当".unicodeScalars.contains(text[start]) else { return nil }
    if start > 0, isNumeral(text[start - 1]) { return nil }
    return ending(["年底之前", "年底以前", "年底前", "年底", "年末", "年终", "当年底前"], text, start)
  }

  /// Months right behind 每年, which need no 前 or 底: 每年12月, 每年3月至6月, 每年6月、12月.
  static func months(in text: Reading, at start: Int) -> [Date] {
    var dates: [Date] = []
    var index = start
    let quarters = quarters(in: text, at: start)
    if !quarters.isEmpty { return quarters }
    if let span = shortMonths(in: text, at: start) { return [span] }
    while let (month, monthEnd) = ChineseNumber.read(text, at: index), (1...12).contains(month),
      monthEnd < text.count, text[monthEnd] == "月"
    {
      var end = monthEnd + 1
      if end < text.count, text[end] == "份" { end += 1 }
      // A day, 底 or 前: a date like any other.
      if end < text.count, "底前上中下末".unicodeScalars.contains(text[end]) { break }
      if ChineseNumber.read(text, at: end) != nil { break }
      if end < text.count, "至到-—–~".unicodeScalars.contains(text[end]) {
        var next = end + 1
        while next < text.count, "-—–~".unicodeScalars.contains(text[next]) { next += 1 }
        guard let (last, lastEnd) = ChineseNumber.read(text, at: next), (month...12).contains(last),
          lastEnd < text.count, text[lastEnd] == "月"
        else { break }
        let range = index..<(lastEnd + 1)
        return [Date(value: .span(.month(month), .month(last)), range: range)]
      }
      dates.append(Date(value: .point(.month(month)), range: index..<end))
      guard end < text.count, "、和及与".unicodeScalars.contains(text[end]) else { break }
      index = end + 1
    }
    return dates
  }

  /// Months that begin a clause without 每年: 3月、9月, 1—3月, 1月份, 第四季度.
  static func leadingMonths(in text: Reading, at start: Int) -> [Date] {
    // 一季度听取一次 may be once in every quarter.
    if start < text.count, text[start] != "第", quarters(in: text, at: start).count == 1 {
      return []
    }
    if let (_, end) = ChineseNumber.read(text, at: start), end < text.count,
      "-—–~至到".unicodeScalars.contains(text[end]), !text.has("至少", at: end),
      let span = shortMonths(in: text, at: start)
    {
      return [span]
    }
    let dates = months(in: text, at: start)
    guard let first = dates.first, let last = dates.last else { return [] }
    let isSpan: Bool
    if case .span = first.value { isSpan = true } else { isSpan = false }
    let isWhole = isSpan || first.isLeading || dates.count > 1
    guard isWhole || text[last.range.upperBound - 1] == "份" else { return [] }
    return dates.map { Date(value: $0.value, range: $0.range, isLeading: true) }
  }

  /// 1—3月, where the first month has no 月.
  private static func shortMonths(in text: Reading, at start: Int) -> Date? {
    guard let (first, end) = ChineseNumber.read(text, at: start), (1...12).contains(first) else {
      return nil
    }
    var next = end
    while next < text.count, "-—–~至到".unicodeScalars.contains(text[next]) { next += 1 }
    guard next > end, let (last, lastEnd) = ChineseNumber.read(text, at: next),
      (first...12).contains(last), lastEnd < text.count, text[lastEnd] == "月"
    else { return nil }
    let more = ending(["份", "底前", "底"], text, lastEnd + 1) ?? lastEnd + 1
    return Date(value: .span(.month(first), .month(last)), range: start..<more, isLeading: true)
  }

  /// 第四季度; 一季度、三季度; each with its end.
  private static func quarters(in text: Reading, at start: Int) -> [Date] {
    var dates: [Date] = []
    var index = start
    while index < text.count, dates.count < 4 {
      let from = text[index] == "第" ? index + 1 : index
      guard let (number, end) = ChineseNumber.read(text, at: from), (1...4).contains(number),
        text.has("季度", at: end)
      else { break }
      let last = ending(["底前", "末前", "末", "底", "前"], text, end + 2) ?? end + 2
      let point = Date.Value.point(.month(number * 3))
      dates.append(Date(value: point, range: index..<last, isLeading: true))
      guard last < text.count, "、和及与".unicodeScalars.contains(text[last]) else { break }
      index = last + 1
    }
    return dates
  }

  /// Months that a cell or an annotation names: 6月, 3月至6月, 3-6月.
  static func months(in text: Reading) -> Date.Value? {
    guard let (first, end) = ChineseNumber.read(text, at: 0), (1...12).contains(first) else {
      return nil
    }
    var index = end
    if index < text.count, text[index] == "月" { index += 1 }
    if index < text.count, text[index] == "份" { index += 1 }
    if index == text.count, index > end { return .point(.month(first)) }
    guard index < text.count, "-—–~至到".unicodeScalars.contains(text[index]) else { return nil }
    while index < text.count, "-—–~至到".unicodeScalars.contains(text[index]) { index += 1 }
    guard let (second, last) = ChineseNumber.read(text, at: index), (first...12).contains(second),
      last < text.count, text[last] == "月"
    else { return nil }
    index = last + 1
    for word: Word in ["份", "底", "前"] where text.has(word, at: index) { index += 1 }
    return index == text.count ? .span(.month(first), .month(second)) : nil
  }
}
