internal import DutyModel

/// Finds in the text of a duty what is to be done how often and by when.
///
/// A sentence is read clause by clause. The cycle that a clause states governs the counts that
/// follow in the same sentence, across 、 and ；, but not beyond a full stop.
struct ClauseReader {
  let text: Reading
  var isQuoted: [Bool]
  var clauses: [Clause] = []

  /// The cycle that governs, and what its clause began with.
  var governing: TimeWords.Cycle.Kind?
  /// A clause with a cycle but without a verb, which waits for the next one.
  private var pending: Unit?
  /// The verb behind the cycle of the last part before ；, if it could go on in the next part.
  private var verbBefore: [Unicode.Scalar]?
  var reportedTo: [Range<Int>] = []
  /// The clause before, in the same part of the sentence.
  var clauseBefore: Range<Int>?

  /// A clause, or a part of one, with at most one count.
  struct Unit {
    var range: Range<Int>
    var cycle: TimeWords.Cycle?
    var count: TimeWords.Count?
    var dates: [TimeWords.Date] = []
    /// The cycles listed behind the first one: 按季度、半年、年度.
    var others: [TimeWords.Cycle] = []
    /// The whole list, in one of the units that are made of it.
    var list: Range<Int>?
  }

  static func clauses(in text: Reading) -> [Clause] {
    var reader = ClauseReader(text)
    reader.read()
    return reader.clauses
  }

  /// The first upper limit in some words: 不超过1次.
  static func limit(in text: Reading) -> String? {
    for clause in clauses(in: text) { if case .limit(let word) = clause.basis { return word } }
    return nil
  }

  private init(_ text: Reading) {
    self.text = text
    isQuoted = text.quotations()
  }

  mutating func read() {
    var start = 0
    for index in 0...text.count {
      let scalar: Unicode.Scalar = index < text.count ? text[index] : "。"
      guard index == text.count || !isQuoted[index] else { continue }
      switch scalar {
      case "。", "!", "?", "…":
        readClause(start..<index)
        endPart()
        endSentence()
        start = index + 1
      case ";":
        readClause(start..<index)
        endPart()
        start = index + 1
      case ",", ":":
        readClause(start..<index)
        start = index + 1
      default: break
      }
    }
  }

  private mutating func endPart() {
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

  mutating func readClause(_ range: Range<Int>) {
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

  mutating func read(_ unit: Unit, isPartStart: Bool) {
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
    if let waiting = pending, let cycle = waiting.cycle, unit.cycle != nil,
      cycle.kind != .unit(.year) || !waiting.dates.isEmpty
    {
      // 每季度或每半年: what is waiting is not the frame of what follows.
      pending = nil
      add(waiting, .unsupported(text[waiting.range].description), nil)
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
      if let waiting = pending, !waiting.others.isEmpty, unit.cycle == nil {
        unit.range = waiting.range.lowerBound..<unit.range.upperBound
        unit.cycle = waiting.cycle
        unit.others = waiting.others
      }
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

  mutating func read(_ unit: Unit, _ count: TimeWords.Count) {
    if let number = count.number, !(1...366).contains(number) { return }
    if let limit = count.limit {
      add(unit, .limit(limit), nil)
      return
    }
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
  mutating func readUntimed(_ unit: Unit) {
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
    if let occasion = TimeWords.occasion(in: text, unit.range), !isQuoted[occasion.upperBound - 1] {
      add(unit, .vague(text[occasion].description), nil)
    } else if let word = text.word(at: unit.range.lowerBound, of: ClauseReader.times),
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
}
