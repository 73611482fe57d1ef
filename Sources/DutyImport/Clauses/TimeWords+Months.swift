internal import DutyModel

// Months and quarters, which need no 前 or 底: 每年6月、12月, 3月至6月, 第四季度.

extension TimeWords {
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
    // 一季度听取一次 may be once in every quarter; 一季度末 and 一季度前 are dates.
    let quarters = quarters(in: text, at: start)
    if quarters.count == 1, let end = quarters.first?.range.upperBound,
      text[start] != "第", text[end - 1] == "度"
    {
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

  // MARK: The beginning of a clause

  /// A time that begins a clause and has neither 前 nor 底: 2026年5月完成, 上半年完成, 5月中旬开展.
  ///
  /// In other places such words name something: 上半年工作, 3月报表. So what follows has to say what
  /// is to be done.
  static func leadingDate(in text: Reading, _ range: Range<Int>) -> Date? {
    let start = range.lowerBound
    guard let date = daySpan(in: text, at: start) ?? bareDate(text, range),
      date.range.upperBound + 2 <= range.upperBound,
      text.word(at: date.range.upperBound, of: namesBehind) == nil,
      // 一月一次 is no month.
      count(in: text, at: date.range.upperBound) == nil
    else { return nil }
    return Date(value: date.value, range: date.range, isLeading: true, isBare: true)
  }

  private static func bareDate(_ text: Reading, _ range: Range<Int>) -> Date? {
    let start = range.lowerBound
    if let date = date(in: text, at: start, isBare: true) {
      guard date.isBare else { return nil }
      // 10月1日 may be when something happens; 10月1日报送 is by when.
      if case .point(.day) = date.value, text[date.range.upperBound - 1] != "旬",
        text.word(at: date.range.upperBound, of: endings) == nil
      {
        return nil
      }
      return date
    }
    // 一季度听取一次 may be once in every quarter.
    let isCounted = text.index(of: "次", in: range) != nil
    if let (year, end) = ChineseNumber.read(text, at: start), (1900...2999).contains(year),
      end < text.count, text[end] == "年"
    {
      let rest = text.has("度", at: end + 1) ? end + 2 : end + 1
      if let last = ending(["内"], text, rest) {
        return Date(value: .deadline(.year(year)), range: start..<last)
      }
      guard let (month, last) = partOfYear(text, at: rest) else { return nil }
      return Date(value: .deadline(.month(year, month)), range: start..<last)
    }
    let rest = ending(["今年度", "今年", "本年度", "本年", "当年"], text, start) ?? start
    let within: [Word] = rest > start ? ["内"] : ["年度内", "年内"]
    if !isCounted, let last = ending(within, text, rest) {
      return Date(value: .point(.month(12)), range: start..<last)
    }
    if let (month, last) = partOfYear(text, at: rest) {
      guard !isCounted || "上下".unicodeScalars.contains(text[rest]) else { return nil }
      return Date(value: .point(.month(month)), range: start..<last)
    }
    guard let (month, end) = ChineseNumber.read(text, at: rest), (1...12).contains(month),
      end < text.count, text[end] == "月", text[rest] != "两"
    else { return nil }
    return Date(value: .point(.month(month)), range: start..<(end + 1))
  }

  /// A half or a quarter of a year, or its middle, with its last month.
  private static func partOfYear(_ text: Reading, at start: Int) -> (month: Int, end: Int)? {
    for (word, month): (Word, Int) in [("上半年", 6), ("下半年", 12), ("年中", 6)]
    where text.has(word, at: start) {
      return (
        month,
        ending(["底前", "末前", "末", "底", "前", "内"], text, start + word.count) ?? start + word.count
      )
    }
    let quarters = quarters(in: text, at: start)
    guard quarters.count == 1, let quarter = quarters.first,
      case .point(.month(let month)) = quarter.value
    else { return nil }
    return (month, ending(["内"], text, quarter.range.upperBound) ?? quarter.range.upperBound)
  }

  /// Days from one to another: 11月20日至12月20日.
  static func daySpan(in text: Reading, at start: Int) -> Date? {
    func day(_ start: Int) -> (month: Int, day: Int, end: Int)? {
      guard let (month, monthEnd) = ChineseNumber.read(text, at: start), monthEnd < text.count,
        text[monthEnd] == "月", let (day, dayEnd) = ChineseNumber.read(text, at: monthEnd + 1),
        dayEnd < text.count, text[dayEnd] == "日" || text[dayEnd] == "号",
        Day(year: 2000, month: month, day: day) != nil
      else { return nil }
      return (month, day, dayEnd + 1)
    }
    guard let first = day(start), first.end < text.count,
      "至到-—–~".unicodeScalars.contains(text[first.end])
    else { return nil }
    var next = first.end + 1
    while next < text.count, "-—–~".unicodeScalars.contains(text[next]) { next += 1 }
    guard let last = day(next), (first.month, first.day) < (last.month, last.day) else {
      return nil
    }
    let end = ending(["期间"], text, last.end) ?? last.end
    return Date(
      value: .span(
        .day(month: first.month, day: first.day),
        .day(month: last.month, day: last.day)
      ),
      range: start..<end
    )
  }

  /// Months of which only the last one has its 底 or 前: 6月、12月底前.
  static func monthList(in text: Reading, at start: Int) -> [Date] {
    // 2026年6月、12月底前: those are no months of every year.
    if start > 1, text[start - 1] == "年", isNumeral(text[start - 2]) { return [] }
    var dates: [Date] = []
    var months: [Int] = []
    var index = start
    while let (month, monthEnd) = ChineseNumber.read(text, at: index), monthEnd < text.count,
      (1...12).contains(month), month > months.last ?? 0
    {
      let end = text[monthEnd] == "月" ? monthEnd + 1 : monthEnd
      months.append(month)
      if end > monthEnd, months.count > 1,
        let last = ending(["底之前", "底以前", "底前", "末前", "份前", "底", "前"], text, end)
      {
        dates.append(Date(value: .point(.month(month)), range: index..<last))
        return dates
      }
      guard end < text.count, "、和及与".unicodeScalars.contains(text[end]) else { return [] }
      dates.append(Date(value: .point(.month(month)), range: index..<end))
      index = end + 1
    }
    return []
  }

  /// Days of the month right behind 每月, which need no 前: 10日、20日.
  static func days(in text: Reading, at start: Int) -> [Date] {
    var dates: [Date] = []
    var index = start
    while let (day, end) = ChineseNumber.read(text, at: index), (1...31).contains(day),
      end < text.count
    {
      let isDay = text[end] == "日" || text[end] == "号"
      let isJoint = "、和及与".unicodeScalars.contains(text[end])
      guard isDay || isJoint else { return [] }
      let before = isDay ? ending(["之前", "以前", "前"], text, end + 1) : nil
      let last = before ?? (isDay ? end + 1 : end)
      dates.append(Date(value: .day(day), range: index..<last, isBare: before == nil))
      guard last < text.count, "、和及与".unicodeScalars.contains(text[last]) else {
        return isDay && !text.has("起", at: last) ? dates : []
      }
      index = last + 1
    }
    return []
  }

  /// Words behind a time that make it a part of a name, or of another time.
  private static let namesBehind = Word.list(
    """
    的 工作 情况 以来 以后 后 起 开始 考核 总结 目标 任务 计划 重点 数据 指标 经济 预算 内部 度 为 是 至 到 、 和 与 及 \
    ( ) 有 报表 例会 份 上旬 中旬 下旬 初 末 上 中 下 . / - — 分别 印发 下发 出台 ” 》
    """
  )

  /// Verbs of what is done by a day.
  private static let endings = Word.list("完成 报送 上报 提交 报告 召开 开展 组织 汇总 公布 公示 办结 建成 前")
}
