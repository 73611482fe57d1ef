/// Counts the paragraphs of a document's lists, as Word does while it lays them out.
struct WordCounter: Sendable {
  private let numbering: WordNumbering
  private let styles: WordStyles

  /// The last numbers of every definition's levels; nil is a level that starts afresh.
  ///
  /// They belong to the definition, because lists of one definition continue each other.
  private var counts: [String: [Int?]] = [:]

  /// The levels of lists whose own start was applied already, as "list/level".
  private var started: Set<String> = []

  /// The definition by numbering style.
  private let definitionsOfStyles: [String: String]

  init(_ numbering: WordNumbering, _ styles: WordStyles) {
    self.numbering = numbering
    self.styles = styles
    var definitionsOfStyles: [String: String] = [:]
    for (id, definition) in numbering.definitions {
      if let style = definition.style {
        definitionsOfStyles[style] = id
      }
    }
    self.definitionsOfStyles = definitionsOfStyles
  }

  /// The number of the next paragraph.
  struct Number: Equatable {
    var text: String
    var isSpaced: Bool
  }

  /// Counts a paragraph, and gives the number that stands in front of it; nil if none does.
  mutating func next(_ properties: WordParagraphProperties) -> Number? {
    let chain = styles.chain(properties.style)
    guard let list = properties.list ?? chain.lazy.compactMap(\.style.properties.list).first,
      let instance = numbering.instances[list],
      let id = definition(instance.definition),
      let definition = numbering.definitions[id]
    else { return nil }
    let levels = definition.levels.merging(instance.levels) { $1 }
    let index = level(of: properties, in: chain, levels)
    guard let level = levels[index] else { return nil }

    let starts = { (index: Int) in instance.starts[index] ?? levels[index]?.start ?? 0 }
    var counts = counts[id] ?? [Int?](repeating: nil, count: WordNumbering.levelCount)
    let isFresh =
      instance.starts[index] != nil && started.insert("\(list)/\(index)").inserted
    if !isFresh, let last = counts[index] {
      counts[index] = last + 1
    } else {
      counts[index] = starts(index)
    }
    for deeper in (index + 1)..<max(WordNumbering.levelCount, index + 1) {
      // A level starts afresh after the level it names, counted from 1, and those above that.
      if index < levels[deeper]?.restart ?? deeper {
        counts[deeper] = nil
      }
    }
    self.counts[id] = counts
    let text = Self.text(of: level, levels, counts.enumerated().map { $1 ?? starts($0) })
    return text.isEmpty ? nil : Number(text: text, isSpaced: level.isSpaced)
  }

  /// The definition that counts, if the one that is named leaves it to a numbering style.
  private func definition(_ id: String) -> String? {
    guard let definition = numbering.definitions[id] else { return nil }
    guard definition.levels.isEmpty, let style = definition.linkedStyle else { return id }
    if let other = definitionsOfStyles[style] {
      return other
    }
    return styles.list(ofNumberingStyle: style).flatMap { numbering.instances[$0]?.definition }
  }

  private func level(
    of properties: WordParagraphProperties,
    in chain: [(id: String, style: WordStyles.Style)],
    _ levels: [Int: WordNumbering.Level]
  ) -> Int {
    // A list that comes from a style may leave it to the level to name the style.
    if properties.list == nil, properties.level == nil {
      for (id, _) in chain {
        let linked = levels.keys.sorted().first { levels[$0]?.style == id }
        if let linked {
          return linked
        }
      }
    }
    let level =
      properties.level
      ?? (properties.list == nil ? chain.lazy.compactMap(\.style.properties.level).first : nil)
    return min(max(level ?? 0, 0), WordNumbering.levelCount - 1)
  }

  private static func text(
    of level: WordNumbering.Level,
    _ levels: [Int: WordNumbering.Level],
    _ counts: [Int]
  ) -> String {
    if level.format == .bullet {
      return WordSymbols.bullet(level.text)
    }
    var result = ""
    var rest = level.text[...]
    while let character = rest.popFirst() {
      guard character == "%", let digit = rest.first?.wholeNumberValue,
        (1...WordNumbering.levelCount).contains(digit)
      else {
        result.append(character)
        continue
      }
      rest.removeFirst()
      let format = levels[digit - 1]?.format ?? .decimal
      let count = counts[digit - 1]
      result += level.isLegal ? String(count) : format.text(count)
    }
    return result
  }
}
