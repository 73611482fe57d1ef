// What is to be done, without when and how often.

extension ClauseReader {
  /// The words of a unit without its cycle, count and dates.
  func action(of unit: Unit) -> [Range<Int>] {
    var cuts: [Range<Int>] = unit.dates.map(\.range)
    if let cycle = unit.list ?? unit.cycle?.range { cuts.append(cycle) }
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
    // 6月、12月各组织一次; 每季度、每半年各组织一次
    let isEach = unit.dates.count > 1 && unit.count != nil
    if let end = unit.list?.upperBound ?? (isEach ? unit.dates.last?.range.upperBound : nil),
      let each = parts.firstIndex(where: { $0.lowerBound == end }),
      let word = text.word(at: end, of: ["各", "分别"])
    {
      let start = end + word.count
      parts[each] = start..<max(start, parts[each].upperBound)
    }
    // Marks and joints at the ends are no words.
    var words: [Range<Int>] = parts.compactMap { part in
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
      // 不少于2次的培训
      if lower < upper, text[lower] == "的", cuts.contains(where: { $0.upperBound == lower }) {
        lower += 1
      }
      while lower < upper {
        let last = text[upper - 1]
        if ",:.(".unicodeScalars.contains(last) || last == ")" && !isOpen {
          upper -= 1
        } else if last != "并", JointWords.isJoint(text, at: upper - 1) {
          upper = JointWords.start(in: text, at: upper - 1)
        } else {
          break
        }
      }
      return lower < upper ? lower..<upper : nil
    }
    // 开展全员培训，每年不少于2次: what is to be done stands before.
    let length = words.reduce(0) { $0 + $1.count }
    if length == 0 || length <= 2 && unit.count == nil && unit.cycle == nil,
      let before = clauseBefore, !before.isEmpty,
      before != unit.range
    {
      // 每年3月底前，各科上报，6月底前汇总: those words are another requirement's already.
      let isTaken = clauses.suffix(4).contains {
        $0.schedule != nil && $0.range.upperBound == before.upperBound
      }
      if length == 0 || !isTaken { return [before] }
    }
    // Two cycles of one thing to do are told apart by their own words.
    if let list = unit.list, let cycle = unit.cycle {
      words.insert(
        cycle.range,
        at: words.firstIndex { $0.lowerBound >= list.upperBound } ?? words.count
      )
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
        // 存在, 关于, 善于, 主要, 纪要, 相应 are words of their own.
        if ClauseReader.beforeWords.contains(before) { continue }
        end = start
        break
      }
    }
    return end
  }

  private static let beforeWords = Set(
    "存现实内外潜所正关对属由位等限基鉴善敢勇乐易主重需首必紧纪摘提纲概简相响供反适效急".unicodeScalars
  )
  private static let prepositions = Word.list("于 在")
  private static let modals = Word.list("应当 必须 需要 应 须 需 要")
}
