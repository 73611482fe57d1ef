// Times that are no schedule: 24小时内, 次月5日前.

extension TimeWords {
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
}
