internal import DutyModel

// The parts of a clause with one count each, and the words of time in them.

extension ClauseReader {
  /// The units of a clause: two counts, or two cycles, are two things to do.
  func units(of range: Range<Int>) -> [Unit] {
    let tokens = tokens(in: range)
    var units: [Unit] = []
    var unit = Unit(range: range)
    for token in tokens {
      switch token {
      case .cycle(let cycle):
        if unit.count == nil, unit.dates.isEmpty, unit.others.count < 4, cycle.kind != .wholeYear,
          let last = unit.others.last ?? unit.cycle, last.kind != .wholeYear,
          isListed(cycle.range, behind: last.range)
        {
          unit.others.append(cycle)
          continue
        }
        if unit.cycle != nil || unit.count != nil, cycle.kind != .wholeYear {
          let (end, start) = cut(between: unit, and: cycle.range, isCycle: true)
          unit.range = unit.range.lowerBound..<end
          units.append(unit)
          unit = Unit(range: start..<range.upperBound)
        }
        if unit.cycle == nil { unit.cycle = cycle }
      case .count(let count):
        if unit.count != nil {
          let (end, start) = cut(between: unit, and: count.range, isCycle: false)
          unit.range = unit.range.lowerBound..<end
          units.append(unit)
          unit = Unit(range: start..<range.upperBound)
        }
        unit.count = count
      case .date(let date):
        unit.dates.append(date)
      }
    }
    units.append(unit)
    return units
  }

  /// Whether only 、 or the like stands between two cycles: 每季度、每半年各一次 is two things to do.
  private func isListed(_ cycle: Range<Int>, behind last: Range<Int>) -> Bool {
    cycle.lowerBound == last.upperBound + 1
      && "、和及与".unicodeScalars.contains(text[last.upperBound])
  }

  /// Where one unit ends and the next one begins.
  func cut(
    between unit: Unit,
    and next: Range<Int>,
    isCycle: Bool
  ) -> (end: Int, start: Int) {
    let last = unit.count?.range.upperBound ?? unit.cycle?.range.upperBound ?? unit.range.lowerBound
    let gap = last..<max(last, next.lowerBound)
    if isCycle {
      let joint = gap.last.flatMap { JointWords.isJoint(text, at: $0) ? $0 : nil }
      return (joint.map { JointWords.start(in: text, at: $0) } ?? next.lowerBound, next.lowerBound)
    }
    let joints = gap.filter { JointWords.isJoint(text, at: $0) }
    // A count at the end of its words is followed by the joint, one before them is not.
    let joint =
      joints.first.map { JointWords.start(in: text, at: $0) } == last
      ? joints.first : joints.last { text[$0] == "、" } ?? joints.last
    return joint.map { (JointWords.start(in: text, at: $0), $0 + 1) }
      ?? (next.lowerBound, next.lowerBound)
  }

  private enum Token {
    case cycle(TimeWords.Cycle)
    case count(TimeWords.Count)
    case date(TimeWords.Date)

    var range: Range<Int> {
      switch self {
      case .cycle(let cycle): cycle.range
      case .count(let count): count.range
      case .date(let date): date.range
      }
    }
  }

  private func tokens(in range: Range<Int>) -> [Token] {
    var tokens: [Token] = []
    var index = range.lowerBound
    let hasLeast = TimeWords.least.contains { text.index(of: $0, in: range) != nil }
    let limit = limit(in: range)
    let next = TimeWords.nextPeriod(in: text, range)
    if !isQuoted[range.lowerBound] {
      let leading = leading(in: range)
      tokens += leading
      index = leading.last?.range.upperBound ?? index
    }
    while index < range.upperBound {
      guard !isQuoted[index], TimeWords.mayBegin(with: text[index]) else {
        index += 1
        continue
      }
      if let next, next.contains(index) {
        // 每月汇总，并于次月5日前报送: what the cycle says is not all.
        if case .cycle(let cycle)? = tokens.last {
          let inPart = TimeWords.Cycle(kind: cycle.kind, range: cycle.range, isInPart: true)
          tokens[tokens.count - 1] = .cycle(inPart)
        }
        index = next.upperBound
      } else if let cycle = TimeWords.cycle(in: text, at: index),
        cycle.range.upperBound <= range.upperBound
      {
        // 每年增长 is no cycle of work.
        let end = cycle.range.upperBound
        if !text.has("递增", at: end), !text.has("增长", at: end) { tokens.append(.cycle(cycle)) }
        index = end
        if let bracket = bracket(behind: end), bracket <= range.upperBound {
          // 每季度（3、6、9、12月）: which days they are stays to a person.
          if !tokens.isEmpty, case .cycle(let cycle) = tokens[tokens.count - 1] {
            tokens[tokens.count - 1] = .cycle(
              TimeWords.Cycle(
                kind: cycle.kind,
                range: cycle.range.lowerBound..<bracket,
                isInPart: true
              )
            )
          }
          index = bracket
        } else if case .unit(let unit) = cycle.kind {
          for date in dates(behind: unit, at: end)
          where date.range.upperBound <= range.upperBound {
            tokens.append(.date(date))
            index = date.range.upperBound
          }
          while index < range.upperBound, "、和及与".unicodeScalars.contains(text[index]),
            let cycle = TimeWords.listedCycle(in: text, at: index + 1),
            cycle.range.upperBound <= range.upperBound
          {
            tokens.append(.cycle(cycle))
            index = cycle.range.upperBound
          }
        }
      } else if let last = TimeWords.monthList(in: text, at: index).last,
        last.range.upperBound <= range.upperBound
      {
        tokens += TimeWords.monthList(in: text, at: index).map(Token.date)
        index = last.range.upperBound
      } else if let date = TimeWords.date(in: text, at: index),
        date.range.upperBound <= range.upperBound
      {
        tokens.append(.date(date))
        index = date.range.upperBound
      } else if let count = TimeWords.count(in: text, at: index),
        count.range.upperBound <= range.upperBound
      {
        tokens.append(
          .count(
            TimeWords.Count(
              number: count.number,
              isLeast: count.isLeast || hasLeast,
              unit: count.unit,
              range: count.range,
              limit: count.limit
                ?? limit.flatMap { limit in
                  limit.place < index ? limit.word.text + text[count.range].description : nil
                },
              isAbout: count.isAbout
            )
          )
        )
        index = count.range.upperBound
      } else {
        index += 1
      }
    }
    return tokens
  }

  /// The times that a clause begins with: months, quarters, or the end of a period.
  private func leading(in range: Range<Int>) -> [Token] {
    let preposition = text.word(at: range.lowerBound, of: ["应于", "要在", "于", "在"])?.count ?? 0
    let start = range.lowerBound + preposition
    guard start < range.upperBound else { return [] }
    let range = start..<range.upperBound
    let months = TimeWords.leadingMonths(in: text, at: start)
    if let last = months.last, last.range.upperBound <= range.upperBound {
      return months.map(Token.date)
    }
    if let date = TimeWords.leadingDate(in: text, range) { return [.date(date)] }
    if let cycle = TimeWords.periodEnd(in: text, at: start),
      cycle.range.upperBound + 2 <= range.upperBound || cycle.range.count == text.count
    {
      return [.cycle(cycle)]
    }
    return []
  }

  /// The dates right behind a cycle, which need neither 前 nor 底: 每年6月、12月, 每月10日.
  private func dates(behind unit: PeriodUnit, at end: Int) -> [TimeWords.Date] {
    switch unit {
    case .month: return TimeWords.days(in: text, at: end)
    case .year:
      let months = TimeWords.months(in: text, at: end)
      if !months.isEmpty { return months }
      if let span = TimeWords.daySpan(in: text, at: end) { return [span] }
      guard end < text.count, let date = TimeWords.date(in: text, at: end, isBare: true),
        date.isBare, text.word(at: date.range.upperBound, of: ["起", "至", "到", "以", "之"]) == nil
      else { return [] }
      return [date]
    default: return []
    }
  }

  /// The first word in a range that makes the count behind it an upper limit: 至多召开1次.
  private func limit(in range: Range<Int>) -> (word: Word, place: Int)? {
    for word: Word in ["至多", "最多"] {
      guard let place = index(of: word, in: range), !text.has("的", at: place + word.count) else {
        continue
      }
      return (word, place)
    }
    return nil
  }

  /// The end of a bracket right behind a cycle that holds days or months.
  func bracket(behind start: Int) -> Int? {
    guard start < text.count, text[start] == "(" else { return nil }
    let range = start..<min(start + 24, text.count)
    guard let end = range.first(where: { text[$0] == ")" }) else { return nil }
    let words = text[(start + 1)..<end]
    return words.contains("月") || words.contains("日") ? end + 1 : nil
  }

  /// Whether a clause has only a cycle and what goes with it, and the next one says what to do.
  func isAdverbial(_ unit: Unit, _ cycle: TimeWords.Cycle) -> Bool {
    let cycle = unit.others.last ?? cycle
    let last = max(cycle.range.upperBound, unit.dates.last?.range.upperBound ?? 0)
    let rest = text[last..<unit.range.upperBound]
    if rest.count <= 1 || ["至少", "定期", "分别", "都要", "应当"].contains(rest.description) { return true }
    guard rest.count <= 30 else { return false }
    return ClauseReader.adverbs.contains { rest.hasPrefix($0) }
      && !ReportWords.isReport(rest, rest.indices)
  }

  private static let adverbs = Word.list(
    "结合 围绕 根据 按照 按 针对 通过 利用 依托 对照 采取 在 以 由 至少在"
  )

  /// Words that a clause about one time of the year begins with.
  static let seasons = Word.list("年初 年中 年底 年末 年终")

  /// Words of time at the start of a clause that are no schedule, and not nothing either.
  static let times = Word.list(
    "年初有 年初制定 年初召开 年初部署 半年一小结 半年一总结 半年一考核 全年一总结 季度一小结 季度一督查 每逢 任期内"
  )

  /// Whether a date without a cycle is by when something is owed, not a word in a name.
  func isDue(_ unit: Unit) -> Bool {
    guard let date = unit.dates.first else { return false }
    if date.isLeading { return unit.range.upperBound - date.range.upperBound >= 2 }
    if !date.isYearEnd {
      if case .day = date.value { return false }
      // 6月、12月底前: the last one of a list says it for all.
      return unit.dates.contains { date in
        text[date.range.upperBound - 1] == "前" || text[date.range.upperBound - 1] == "底"
      }
    }
    if text[date.range].hasSuffix("前") { return true }
    // 年底 at the start of the clause, with what to do behind it; 年终考核 is a name.
    guard date.range.lowerBound == unit.range.lowerBound else { return false }
    let rest = text[date.range.upperBound..<unit.range.upperBound]
    return rest.count >= 4 && !ClauseReader.names.contains { rest.hasPrefix($0) }
  }

  static let names = Word.list("考核 总结 述职 测评 评 绩效 奖 工作总结 检查 目标 综合 时")

  func index(of word: Word, in range: Range<Int>) -> Int? {
    guard let index = text.index(of: word, in: range), !isQuoted[index] else { return nil }
    return index
  }
}
