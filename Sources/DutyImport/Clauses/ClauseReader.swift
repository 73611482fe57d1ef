internal import DutyModel

/// Finds in the text of a duty what is to be done how often and by when.
///
/// A sentence is read clause by clause. The cycle that a clause states governs the counts that
/// follow in the same sentence, across 、 and ；, but not beyond a full stop.
struct ClauseReader {
  private let text: Reading
  private var isQuoted: [Bool]
  private var clauses: [Clause] = []

  /// The cycle that governs, and what its clause began with.
  private var governing: TimeWords.Cycle.Kind?
  /// A clause with a cycle but without a verb, which waits for the next one.
  private var pending: Unit?
  /// The verb behind the cycle of the last part before ；, if it could go on in the next part.
  private var verbBefore: [Unicode.Scalar]?
  private var reportedTo: [Range<Int>] = []
  /// The clause before, in the same part of the sentence.
  private var clauseBefore: Range<Int>?

  /// A clause, or a part of one, with at most one count.
  private struct Unit {
    var range: Range<Int>
    var cycle: TimeWords.Cycle?
    var count: TimeWords.Count?
    var dates: [TimeWords.Date] = []
  }

  static func clauses(in text: Reading) -> [Clause] {
    var reader = ClauseReader(text)
    reader.read()
    return reader.clauses
  }

  private init(_ text: Reading) {
    self.text = text
    isQuoted = ClauseReader.quotations(text)
  }

  private mutating func read() {
    var start = 0
    var partStart = 0
    for index in 0...text.count {
      let scalar: Unicode.Scalar = index < text.count ? text[index] : "。"
      guard index == text.count || !isQuoted[index] else { continue }
      switch scalar {
      case "。", "!", "?", "…":
        readClause(start..<index)
        endPart(partStart..<index)
        endSentence()
        start = index + 1
        partStart = start
      case ";":
        readClause(start..<index)
        endPart(partStart..<index)
        start = index + 1
        partStart = start
      case ",", ":":
        readClause(start..<index)
        start = index + 1
      default: break
      }
    }
  }

  private mutating func endPart(_ range: Range<Int>) {
    if let unit = pending { emit(unit, unit.cycle == nil ? .dateOnly : .implied) }
    pending = nil
  }

  private mutating func endSentence() {
    governing = nil
    verbBefore = nil
    reportedTo = []
    clauseBefore = nil
  }

  // MARK: Clauses

  private mutating func readClause(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let isPartStart = range.lowerBound == 0 || text[range.lowerBound - 1] == ";"
    if isPartStart { clauseBefore = nil }
    for (place, unit) in units(of: range).enumerated() {
      if let word = TimeWords.reaction(in: text, unit.range), !isQuoted[unit.range.lowerBound] {
        add(unit, .reaction(word), nil)
      }
      read(unit, isPartStart: isPartStart && place == 0)
      clauseBefore = unit.range
    }
  }

  private mutating func read(_ unit: Unit, isPartStart: Bool) {
    let verb = verbBefore
    verbBefore = nil
    var unit = unit
    if let waiting = pending, waiting.cycle == nil {
      // 3月底前，召开2次会议: the date goes with what follows, unless that has its own time.
      pending = nil
      if unit.cycle == nil, unit.dates.isEmpty {
        unit.range = waiting.range.lowerBound..<unit.range.upperBound
        unit.dates = waiting.dates
      } else {
        emit(waiting, .dateOnly)
      }
    }
    if let cycle = unit.cycle {
      governing = cycle.kind
      if case .unsupported(let word) = cycle.kind {
        add(unit, .unsupported(word), nil)
        return
      }
    }
    if unit.cycle == nil, text.word(at: unit.range.lowerBound, of: ClauseReader.seasons) != nil {
      governing = .unit(.year)
    }
    if let count = unit.count {
      pending = nil
      read(unit, count)
    } else if let cycle = unit.cycle, cycle.kind != .wholeYear || !unit.dates.isEmpty {
      if isAdverbial(unit, cycle) {
        pending = unit
      } else {
        emit(unit, .implied)
        let start = cycle.range.upperBound
        if isPartStart, unit.dates.isEmpty, start + 2 <= unit.range.upperBound {
          verbBefore = [text[start], text[start + 1]]
        }
      }
    } else if var waiting = pending {
      pending = nil
      waiting.range = waiting.range.lowerBound..<unit.range.upperBound
      waiting.dates += unit.dates
      emit(waiting, .implied)
    } else if !unit.dates.isEmpty, isDue(unit) {
      let last = unit.dates.last?.range.upperBound ?? 0
      if unit.range.upperBound <= last + 1,
        unit.dates.first?.range.lowerBound == unit.range.lowerBound,
        clauseBefore == nil
      {
        pending = unit
      } else {
        emit(unit, .dateOnly)
      }
    } else if let verb, isPartStart, case .unit = governing,
      text.has(Word(String(String.UnicodeScalarView(verb))), at: unit.range.lowerBound)
    {
      // 每半年听取甲汇报；听取乙汇报: the same verb goes on under the same cycle.
      emit(unit, .inherited)
    } else {
      readUntimed(unit)
    }
  }

  private mutating func read(_ unit: Unit, _ count: TimeWords.Count) {
    if let number = count.number, !(1...366).contains(number) { return }
    if unit.cycle != nil {
      emit(unit, .stated)
    } else if let governing {
      if case .unsupported(let word) = governing {
        add(unit, .unsupported(word), nil)
      } else {
        emit(unit, .inherited)
      }
    } else if count.isLeast || count.number == nil {
      emit(unit, .yearly)
    } else if unit.dates.isEmpty {
      add(unit, .countOnly, nil)
    } else {
      emit(unit, .dateOnly)
    }
  }

  /// A clause that names no time: it may still report, or use a word that names no cycle.
  private mutating func readUntimed(_ unit: Unit) {
    let addressees = ReportWords.addressees(in: text, unit.range)
    if ReportWords.coverage(in: text, unit.range) == .previousYear, !addressees.isEmpty {
      emit(unit, .previousYear)
      return
    }
    if index(of: "逢会必学", in: unit.range) != nil {
      add(unit, .eachMeeting, .asNeeded)
      return
    }
    if let next = TimeWords.nextPeriod(in: text, unit.range), !isQuoted[next.lowerBound] {
      add(unit, .unsupported(text[next].description), nil)
    }
    if let place = index(of: "定期", in: unit.range) {
      let isIrregular = place > 0 && text[place - 1] == "不"
      add(unit, .vague(isIrregular ? "不定期" : "定期"), nil)
    }
    if let word = text.word(at: unit.range.lowerBound, of: ClauseReader.times),
      !isQuoted[unit.range.lowerBound]
    {
      add(unit, .vague(word.text), nil)
    } else if let (number, end) = ChineseNumber.read(text, at: unit.range.lowerBound),
      (1...10).contains(number), text.has("年内", at: end), !isQuoted[unit.range.lowerBound]
    {
      add(unit, .vague(text[unit.range.lowerBound..<(end + 2)].description), nil)
    }
    if ReportWords.isEvent(text, unit.range) {
      if !addressees.isEmpty {
        add(unit, .event, .asNeeded)
      } else if !reportedTo.isEmpty, unit.range.count <= 14, text[unit.range].hasSuffix("报告") {
        // 每年向上级党组织报告…，重大问题及时报告
        add(unit, .event, .asNeeded, reportTo: reportedTo)
      }
    }
  }

  /// The units of a clause: two counts, or two cycles, are two things to do.
  private func units(of range: Range<Int>) -> [Unit] {
    let tokens = tokens(in: range)
    var units: [Unit] = []
    var unit = Unit(range: range)
    for token in tokens {
      switch token {
      case .cycle(let cycle):
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

  /// Where one unit ends and the next one begins.
  private func cut(
    between unit: Unit,
    and next: Range<Int>,
    isCycle: Bool
  ) -> (end: Int, start: Int) {
    let last = unit.count?.range.upperBound ?? unit.cycle?.range.upperBound ?? unit.range.lowerBound
    let gap = last..<max(last, next.lowerBound)
    if isCycle {
      let isJoint = gap.last.map { "、和及并与".unicodeScalars.contains(text[$0]) } ?? false
      return (isJoint ? next.lowerBound - 1 : next.lowerBound, next.lowerBound)
    }
    let joints = gap.filter { "、和及并与".unicodeScalars.contains(text[$0]) }
    // A count at the end of its words is followed by the joint, one before them is not.
    let joint = joints.first == last ? joints.first : joints.last { text[$0] == "、" } ?? joints.last
    return joint.map { ($0, $0 + 1) } ?? (next.lowerBound, next.lowerBound)
  }

  private enum Token {
    case cycle(TimeWords.Cycle)
    case count(TimeWords.Count)
    case date(TimeWords.Date)
  }

  private func tokens(in range: Range<Int>) -> [Token] {
    var tokens: [Token] = []
    var index = range.lowerBound
    let hasLeast = TimeWords.least.contains { text.index(of: $0, in: range) != nil }
    let next = TimeWords.nextPeriod(in: text, range)
    let leading = TimeWords.leadingMonths(in: text, at: range.lowerBound)
    if !isQuoted[range.lowerBound], let last = leading.last,
      last.range.upperBound <= range.upperBound
    {
      tokens += leading.map(Token.date)
      index = last.range.upperBound
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
        } else if case .unit(.year) = cycle.kind {
          for date in TimeWords.months(in: text, at: end)
          where date.range.upperBound <= range.upperBound {
            tokens.append(.date(date))
            index = date.range.upperBound
          }
        }
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
              range: count.range
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

  /// The end of a bracket right behind a cycle that holds days or months.
  private func bracket(behind start: Int) -> Int? {
    guard start < text.count, text[start] == "(" else { return nil }
    let range = start..<min(start + 24, text.count)
    guard let end = range.first(where: { text[$0] == ")" }) else { return nil }
    let words = text[(start + 1)..<end]
    return words.contains("月") || words.contains("日") ? end + 1 : nil
  }

  /// Whether a clause has only a cycle and what goes with it, and the next one says what to do.
  private func isAdverbial(_ unit: Unit, _ cycle: TimeWords.Cycle) -> Bool {
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
  private static let seasons = Word.list("年初 年中 年底 年末 年终")

  /// Words of time at the start of a clause that are no schedule, and not nothing either.
  private static let times = Word.list(
    "年初有 年初制定 年初召开 年初部署 半年一小结 半年一总结 半年一考核 全年一总结 季度一小结 季度一督查 每逢 七一前 节假日前 任期内"
  )

  /// Whether a date without a cycle is by when something is owed, not a word in a name.
  private func isDue(_ unit: Unit) -> Bool {
    guard let date = unit.dates.first else { return false }
    if date.isLeading { return unit.range.upperBound - date.range.upperBound >= 2 }
    if !date.isYearEnd {
      if case .day = date.value { return false }
      return text[date.range.upperBound - 1] == "前" || text[date.range.upperBound - 1] == "底"
    }
    if text[date.range].hasSuffix("前") { return true }
    // 年底 at the start of the clause, with what to do behind it; 年终考核 is a name.
    guard date.range.lowerBound == unit.range.lowerBound else { return false }
    let rest = text[date.range.upperBound..<unit.range.upperBound]
    return rest.count >= 4 && !ClauseReader.names.contains { rest.hasPrefix($0) }
  }

  private static let names = Word.list("考核 总结 述职 测评 评 绩效 奖 工作总结 检查 目标 综合 时")

  private func index(of word: Word, in range: Range<Int>) -> Int? {
    guard let index = text.index(of: word, in: range), !isQuoted[index] else { return nil }
    return index
  }

  // MARK: Schedules

  private mutating func emit(_ unit: Unit, _ basis: Clause.Basis) {
    let kind = unit.cycle?.kind ?? (basis == .dateOnly ? nil : governing)
    var period = PeriodUnit.year
    if case .unit(let unit) = kind { period = unit }
    let masked = unit.count.map { $0.number == nil } ?? false
    let count: Int? = masked ? nil : unit.count?.number ?? 1
    var schedule = Schedule.counted(Counted(count: count, unit: period))
    var unit = unit
    var basis = basis
    if isListOfDays(unit) {
      add(unit, .unsupported(text[unit.range].description), nil)
      return
    }
    if let dated = dated(unit, count: count, period: period) {
      schedule = dated
    } else if !unit.dates.isEmpty {
      // 每季度末月25日前: the day stays with what is to be done, and a person has to look at it.
      unit.dates = []
      basis = .inPart
    }
    if replacesLast(unit, schedule) { return }
    // 每周一, 每月初: the cycle is read, the part of it is not.
    if let cycle = unit.cycle,
      cycle.isInPart || cycle.range.count == 1 && period != .year && basis == .implied
    {
      basis = .inPart
    }
    // What the rules of schedules refuse is not forced on them.
    guard let valid = try? Schedule(schedule.description), valid == schedule else {
      add(unit, .unsupported(text[unit.range].description), nil)
      return
    }
    add(unit, basis, schedule)
  }

  /// Whether days of the month are listed, of which only the last one is a date: 5日、20日前.
  private func isListOfDays(_ unit: Unit) -> Bool {
    guard let first = unit.dates.first, case .day = first.value else { return false }
    return unit.dates.count > 1
      || first.range.lowerBound >= 2
        && "、和及".unicodeScalars.contains(text[first.range.lowerBound - 1])
        && text[first.range.lowerBound - 2] == "日"
  }

  /// 每月检查一次，每月10日前完成: the date of what the clause before says; `true` if it was put there.
  private mutating func replacesLast(_ unit: Unit, _ schedule: Schedule) -> Bool {
    guard unit.count == nil, unit.cycle != nil, let last = clauses.last,
      last.range == clauseBefore, case .counted(let before) = last.schedule, before.by == nil,
      case .counted(let counted) = schedule, counted.by != nil, counted.unit == before.unit
    else { return false }
    let words = action(of: unit).map { text[$0].description }.joined()
    guard ["完成", "前完成", "落实", "报送", "上报"].contains(words) else { return false }
    clauses[clauses.count - 1] = Clause(
      basis: last.basis,
      schedule: .counted(Counted(count: before.count, unit: before.unit, by: counted.by)),
      range: last.range.lowerBound..<unit.range.upperBound,
      action: last.action,
      reportTo: last.reportTo,
      covers: last.covers,
      unit: last.unit
    )
    return true
  }

  private func dated(_ unit: Unit, count: Int?, period: PeriodUnit) -> Schedule? {
    guard let first = unit.dates.first else { return nil }
    switch first.value {
    case .deadline(let deadline):
      return .once(deadline)
    case .day(let day):
      guard period == .month else { return nil }
      return .counted(Counted(count: count, unit: .month, by: .dayOfMonth(day)))
    case .span(let from, let by):
      return .span(from: from, by: by)
    case .point(let point):
      guard period == .year else { return nil }
      if unit.count != nil, unit.dates.count == 1 {
        return .counted(Counted(count: count, unit: .year, by: .point(point)))
      }
      var points: [YearPoint] = []
      for date in unit.dates {
        if case .point(let point) = date.value { points.append(point) }
      }
      return .yearly(points)
    }
  }

  private mutating func add(
    _ unit: Unit,
    _ basis: Clause.Basis,
    _ schedule: Schedule?,
    reportTo: [Range<Int>]? = nil
  ) {
    let addressees = reportTo ?? ReportWords.addressees(in: text, unit.range)
    if !addressees.isEmpty { reportedTo = addressees }
    let isTimed = schedule != nil
    clauses.append(
      Clause(
        basis: basis,
        schedule: schedule,
        range: unit.range,
        action: isTimed ? action(of: unit) : [],
        reportTo: isTimed ? addressees : [],
        covers: isTimed ? ReportWords.coverage(in: text, unit.range) : nil,
        unit: unit.count?.unit
      )
    )
  }

  /// The words of a unit without its cycle, count and dates.
  private func action(of unit: Unit) -> [Range<Int>] {
    var cuts: [Range<Int>] = unit.dates.map(\.range)
    if let cycle = unit.cycle { cuts.append(cycle.range) }
    if let count = unit.count { cuts.append(count.range) }
    // 不少于10天 is no number of times.
    for word in TimeWords.least where unit.count != nil {
      if let place = text.index(of: word, in: unit.range) {
        cuts.append(place..<(place + word.count))
      }
    }
    cuts.sort { $0.lowerBound < $1.lowerBound }
    var parts: [Range<Int>] = []
    var start = unit.range.lowerBound
    for cut in cuts {
      if cut.lowerBound > start { parts.append(start..<withoutModal(start..<cut.lowerBound)) }
      start = max(start, cut.upperBound)
    }
    if start < unit.range.upperBound { parts.append(start..<unit.range.upperBound) }
    // 6月、12月各组织一次
    if unit.dates.count > 1, unit.count != nil, let end = unit.dates.last?.range.upperBound,
      let each = parts.firstIndex(where: { $0.lowerBound == end }), text[end] == "各"
    {
      parts[each] = (end + 1)..<max(end + 1, parts[each].upperBound)
    }
    // Marks and joints at the ends are no words.
    let words: [Range<Int>] = parts.compactMap { part in
      var lower = part.lowerBound
      var upper = part.upperBound
      // A bracket stays with its other half.
      let isClosed = text[part].contains(")")
      let isOpen = text[part].contains("(")
      while lower < upper,
        "、,:".unicodeScalars.contains(text[lower]) || text[lower] == "(" && !isClosed
          || text[lower] == ")" && !isOpen
      {
        lower += 1
      }
      while lower < upper,
        "、,:.和及与(".unicodeScalars.contains(text[upper - 1]) || text[upper - 1] == ")" && !isOpen
      {
        upper -= 1
      }
      return lower < upper ? lower..<upper : nil
    }
    // 开展全员培训，每年不少于2次: what is to be done stands before.
    let length = words.reduce(0) { $0 + $1.count }
    if length == 0 || length <= 2 && unit.count == nil && unit.cycle == nil,
      let before = clauseBefore, !before.isEmpty,
      before != unit.range
    {
      return [before]
    }
    return words
  }

  /// Where words end before a time that is cut out, without the modal verb and the preposition
  /// that belong to the time: 应当于, 要在.
  private func withoutModal(_ range: Range<Int>) -> Int {
    var end = range.upperBound
    for words in [ClauseReader.prepositions, ClauseReader.modals] {
      for word in words {
        let start = end - word.count
        guard start >= range.lowerBound, text.has(word, at: start) else { continue }
        let before = start > range.lowerBound ? text[start - 1] : "。"
        // 存在, 关于, 主要, 相应 are words of their own.
        if "存现实内潜关对属由位等限基鉴主重需首必紧相对响供反适效".unicodeScalars.contains(before) { continue }
        end = start
        break
      }
    }
    return end
  }

  private static let prepositions = Word.list("于 在")
  private static let modals = Word.list("应当 必须 需要 应 须 需 要")

  /// What stands inside quotation marks or titles: names, not statements.
  private static func quotations(_ text: Reading) -> [Bool] {
    var result = [Bool](repeating: false, count: text.count)
    var open: [Int] = []
    for index in text.indices {
      switch text[index] {
      case "“", "《", "‘", "「", "『", "〈", "【": open.append(index)
      case "”", "》", "’", "」", "』", "〉", "】":
        if let start = open.popLast(), open.isEmpty, index - start <= 60 {
          for place in start...index { result[place] = true }
        }
      case "。", ";":
        // A mark that was never closed quotes nothing.
        if let first = open.first, index - first > 60 { open = [] }
      default: break
      }
    }
    return result
  }
}
