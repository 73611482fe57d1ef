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
