internal import DutyModel

// Words for a cycle: 每季度, 按月, 半年一次.

extension TimeWords {
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
      if text.has("一年一度", at: start) {
        return Cycle(kind: .unit(.year), range: start..<(start + 4))
      }
      return text[start] == "一" ? once(text, start) ?? seldom(text, start) : nil
    case "半": return once(text, start) ?? seldom(text, start)
    case "隔", "双", "单": return alternate(text, start)
    case "两", "二", "三", "四", "五", "六", "2"..."9": return seldom(text, start)
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
      if unit == .week, let days = weekdays(text, at: end) {
        return Cycle(kind: .unit(unit), range: start..<days.end, isInPart: true, days: days.count)
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

  /// The days of the week that are listed behind 每周: 一、三、五, 一至周五; `nil` if it is one or none.
  private static func weekdays(_ text: Reading, at start: Int) -> (count: Int, end: Int)? {
    let names = Array("一二三四五六日".unicodeScalars)
    func day(_ index: Int) -> (place: Int, end: Int)? {
      var index = index
      for word: Word in ["周", "星期"] where index > start && text.has(word, at: index) {
        index += word.count
      }
      guard index < text.count else { return nil }
      let name: Unicode.Scalar = text[index] == "天" ? "日" : text[index]
      return names.firstIndex(of: name).map { ($0, index + 1) }
    }
    guard let first = day(start), first.end < text.count else { return nil }
    var count = 1
    var end = first.end
    if "至到-—–~".unicodeScalars.contains(text[end]) {
      var next = end + 1
      while next < text.count, "-—–~".unicodeScalars.contains(text[next]) { next += 1 }
      guard let last = day(next), last.place > first.place else { return nil }
      (count, end) = (last.place - first.place + 1, last.end)
    } else {
      while end < text.count, "、和及与".unicodeScalars.contains(text[end]), count < 7,
        let next = day(end + 1)
      {
        count += 1
        end = next.end
      }
    }
    // 每周二、三次
    guard count > 1, text.word(at: end, of: countUnits) == nil else { return nil }
    return (count, end)
  }

  /// A word for a cycle without 每 or 按, as the later ones of a list have it: 按季度、半年、年度.
  static func listedCycle(in text: Reading, at start: Int) -> Cycle? {
    for (word, unit) in units where text.has(word, at: start) {
      let end = start + word.count
      let others = word.count > 1 ? "末初底内前后" : "末初底内前后中终轻龄份边围节会"
      guard end < text.count, !others.unicodeScalars.contains(text[end]) else { return nil }
      return Cycle(kind: .unit(unit), range: start..<end)
    }
    return nil
  }

  /// The end of a period without 每, at the beginning of a clause: 季度末, 月底前.
  static func periodEnd(in text: Reading, at start: Int) -> Cycle? {
    let words: [(Word, PeriodUnit)] = [
      ("半年末", .halfYear), ("季度末", .quarter), ("季末", .quarter), ("月末", .month), ("月底", .month),
    ]
    for (word, unit) in words where text.has(word, at: start) {
      let end = start + word.count
      let last = ending(["之前", "以前", "前"], text, end) ?? end
      return Cycle(kind: .unit(unit), range: start..<last, isInPart: true)
    }
    return nil
  }

  /// 隔月, 双月: every other period, which no schedule can say.
  private static func alternate(_ text: Reading, _ start: Int) -> Cycle? {
    for word in alternates where text.has(word, at: start) {
      let end = start + word.count
      // 双月座谈会 and 双月刊 are names.
      if end < text.count, "座刊".unicodeScalars.contains(text[end]) { return nil }
      return Cycle(kind: .unsupported(word.text), range: start..<end)
    }
    return nil
  }

  private static let alternates = Word.list("隔半月 隔季度 隔季 隔月 隔周 隔年 隔天 隔日 双月 单月")

  /// 两个月一次, 半月一次: periods that no schedule can say, with the count behind them.
  private static func seldom(_ text: Reading, _ start: Int) -> Cycle? {
    if start > 0, isNumeral(text[start - 1]) || "第上下前后".unicodeScalars.contains(text[start - 1]) {
      return nil
    }
    guard let end = text[start] == "半" ? start + 1 : ChineseNumber.read(text, at: start)?.end,
      let unit = text.word(at: end, of: ["个季度", "季度", "个月", "月", "年", "周", "天"])
    else { return nil }
    let last = end + unit.count
    // 3月2次 names the month of March.
    if unit == "月", !"一两半".unicodeScalars.contains(text[start]) { return nil }
    guard count(in: text, at: last)?.range.lowerBound == last else { return nil }
    return Cycle(kind: .unsupported(text[start..<last].description), range: start..<last)
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
}
