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

  // MARK: Occasions

  /// The first words in a range that name a time by a feast or the like, which no schedule can say:
  /// 国庆节前, “七一”前夕.
  static func occasion(in text: Reading, _ range: Range<Int>) -> Range<Int>? {
    guard text.scalars[range].contains("前") else { return nil }
    for index in range {
      guard let word = text.word(at: index, of: occasions) else { continue }
      var end = index + word.count
      for part: Word in ["”", "\"", "节", "节日", "假期", "假日"] where text.has(part, at: end) {
        end += part.count
      }
      guard let last = ending(["前夕", "前后", "之前", "以前", "前"], text, end), last <= range.upperBound,
        last == text.count || last > end + 1 || !"往期列沿瞻".unicodeScalars.contains(text[last])
      else { continue }
      return index..<last
    }
    return nil
  }

  private static let occasions = Word.list(
    """
    元旦 春节 除夕 元宵 清明 五一 端午 七一 八一 中秋 国庆 十一 节假日 节日 重要节点 时间节点 汛期 入汛 入冬 入夏 两会 \
    开学 高考 春运 春耕 秋收 换届
    """
  )

  /// Whether words beside a cycle say more of the time than the cycle does: 上旬, 15日, 前夕, 多次.
  static func saysMore(in text: Reading, _ range: Range<Int>) -> Bool {
    if occasion(in: text, range) != nil { return true }
    if more.contains(where: { text.index(of: $0, in: range) != nil }) { return true }
    return range.contains { index in
      guard index == 0 || !isNumeral(text[index - 1]) && text[index - 1] != "第",
        let (number, end) = ChineseNumber.read(text, at: index), end < range.upperBound
      else { return false }
      switch text[end] {
      case "月": return (1...12).contains(number)
      case "日", "号": return (1...31).contains(number)
      default: return false
      }
    }
  }

  private static let more = Word.list("前夕 期间 上旬 中旬 下旬 首月 末月 最后一 第一周 多次 数次 若干次 几次")
}
