import TerminalText

/// Breaks a title into lines where its meaning allows it, and never inside a number or a word it
/// knows.
///
/// A title of official papers stands in the middle, in lines whose outline is a wedge or a lozenge:
/// the fewest lines, of lengths that do not differ much, each a whole of meaning.
enum TitleLines {
  /// How badly a title may be broken at a place; the larger, the worse.
  private enum Cost {
    static let none = 0
    /// Before a word that goes with what stands before it.
    static let part = 150
    /// Inside what is not known to be a word.
    static let inside = 900
    /// A line more.
    static let line = 600
  }

  /// Words that open a part of a title: a line may begin with them.
  private static let openings: [(word: String, cost: Int)] = [
    ("落实", Cost.none), ("履行", Cost.none), ("关于", Cost.none), ("贯彻", Cost.none),
    ("述责述廉", Cost.none), ("全面从严治党", Cost.part), ("主体责任", Cost.part),
    ("第一责任人", Cost.part), ("监督责任", Cost.part), ("党风廉政建设", Cost.part),
    ("意识形态", Cost.part), ("情况报告", Cost.part), ("情况自评报告", Cost.part),
    ("自评报告", Cost.part), ("个人责任清单", Cost.none), ("工作台账", Cost.part),
    ("责任清单", Cost.part), ("责任制", Cost.part), ("工作报告", Cost.part),
  ]

  /// Words of two and more characters that are never torn.
  private static let words = [
    "责任", "情况", "报告", "清单", "工作", "落实", "履行", "关于", "贯彻", "全面", "从严", "治党",
    "主体", "监督", "党风", "廉政", "建设", "意识", "形态", "述责", "述廉", "自评", "年度", "委员会",
    "党委", "党组", "支部", "中共", "人民政府", "政府", "街道", "办事处", "台账", "第一", "个人",
    "民政局", "司法局", "未完成", "逾期", "完成", "事项", "问题", "任务", "扣分", "明细", "记录", "全文",
  ]

  /// Lines of at most a width; a line feed in the title always ends one.
  ///
  /// - Parameters:
  ///   - title: The title.
  ///   - columns: The width: a character of full width has 2; fewer than 8 count as 8.
  /// - Returns: The lines, none of them empty.
  static func lines(_ title: String, columns: Int) -> [String] {
    title.split(whereSeparator: \.isNewline).flatMap { lines(of: Array($0), max(columns, 8)) }
  }

  /// The parts of a title that a reader's program may put on lines of their own, together the whole.
  static func parts(_ title: String) -> [String] {
    if title.isEmpty { return [] }
    let characters = Array(title)
    let costs = breaks(in: characters)
    var parts: [String] = []
    var start = 0
    for place in 1...characters.count {
      guard place == characters.count || costs[place] < Cost.inside else { continue }
      parts.append(String(characters[start..<place]))
      start = place
    }
    return parts
  }

  // MARK: - Where it may be broken

  /// What it costs to begin a line with each character; nothing may break before one without.
  private static func breaks(in characters: [Character]) -> [Int] {
    var costs = Array(repeating: Cost.inside, count: characters.count)
    for place in characters.indices {
      guard place > 0 else { continue }
      let (last, next) = (characters[place - 1], characters[place])
      if last.isWhitespace {
        costs[place] = Cost.none
      } else if next.isWhitespace || isRun(last) && isRun(next) || isClosing(next)
        || isOpening(last)
      {
        costs[place] = .max
      } else if isRun(next), next.isNumber, let end = year(at: place, characters) {
        costs[place] = end < characters.count && characters[end] == "年" ? Cost.part : costs[place]
      } else if isOpening(next) || isClosing(last) {
        costs[place] = Cost.part
      }
    }
    for place in characters.indices {
      for word in words where starts(with: word, at: place, characters) {
        for inner in (place + 1)..<(place + word.count) { costs[inner] = .max }
      }
      // A number stands with the character that it counts.
      if place > 0, isRun(characters[place - 1]), characters[place] == "年" { costs[place] = .max }
    }
    for place in characters.indices.dropFirst() {
      // An opening in the middle of a longer one, such as 责任清单 in 个人责任清单, opens nothing.
      let cost = openings.filter { starts(with: $0.word, at: place, characters) }.map(\.cost).min()
      guard let cost, !isTorn(place, characters) else { continue }
      costs[place] = min(costs[place], cost)
    }
    return costs
  }

  /// Whether a longer opening spans the place.
  private static func isTorn(_ place: Int, _ characters: [Character]) -> Bool {
    openings.contains { word, _ in
      (1..<word.count).contains { place >= $0 && starts(with: word, at: place - $0, characters) }
    }
  }

  private static func starts(
    with word: String,
    at place: Int,
    _ characters: [Character]
  ) -> Bool {
    characters[place] == word.first && characters[place...].starts(with: word)
  }

  /// The end of the number that starts at a place.
  private static func year(at place: Int, _ characters: [Character]) -> Int? {
    let end = characters[place...].prefix(12).firstIndex { !$0.isNumber }
    return end ?? (characters.count - place <= 12 ? characters.count : nil)
  }

  /// Whether the character is one of a word of Latin letters or of a number.
  private static func isRun(_ character: Character) -> Bool {
    character.isASCII && !character.isWhitespace
  }

  private static func isOpening(_ character: Character) -> Bool {
    "《〈（〔【“‘「『".contains(character)
  }

  private static func isClosing(_ character: Character) -> Bool {
    "》〉）〕】”’」』，。、；：！？".contains(character)
  }

  // MARK: - The lines

  /// The lines that together cost least.
  private static func lines(of characters: [Character], _ columns: Int) -> [String] {
    let terminal = Terminal(columns: nil)
    let widths = characters.map { terminal.width(of: String($0)) }
    let total = widths.reduce(0, +)
    if total <= columns { return [String(characters).trimmed()].filter { !$0.isEmpty } }
    let costs = breaks(in: characters)
    let fewest = (total + columns - 1) / columns
    let ideal = (total + fewest - 1) / fewest
    // The least cost of the characters from a place on, and where their first line ends.
    var best = Array(repeating: Int.max, count: characters.count + 1)
    var ends = Array(repeating: characters.count, count: characters.count + 1)
    best[characters.count] = 0
    for start in characters.indices.reversed() {
      var width = 0
      var end = start
      while end < characters.count {
        width += widths[end]
        if width > columns, end > start { break }
        end += 1
        guard best[end] < .max else { continue }
        // What must not be broken is broken where nothing else is left.
        let cost = end == characters.count ? 0 : min(costs[end], 100 * Cost.inside)
        let uneven = abs(ideal - width)
        let sum = best[end] + Cost.line + cost + uneven * uneven
        if sum < best[start] { (best[start], ends[start]) = (sum, end) }
      }
    }
    var lines: [String] = []
    var start = 0
    while start < characters.count {
      lines.append(String(characters[start..<ends[start]]).trimmed())
      start = ends[start]
    }
    return lines.filter { !$0.isEmpty }
  }
}
