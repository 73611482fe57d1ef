/// The signs of Markdown that say how a line looks and are no words of it: those of headings,
/// quotations and emphasis.
struct Markdown {
  /// What signs a line has.
  struct Signs {
    /// Their places; ascending.
    var places: [Int] = []
    var isHeading = false
  }

  /// Fails if a document has no heading of Markdown: elsewhere `*` masks a number or a name.
  init?(_ scalars: [Unicode.Scalar]) {
    var isLineStart = true
    for place in scalars.indices {
      if isLineStart, scalars[place] == "#",
        let words = Markdown.heading(in: place..<min(place + 12, scalars.count), of: scalars),
        words < scalars.count, Markdown.beginsWords(scalars[words])
      {
        return
      }
      isLineStart = Folding.isLineEnd(scalars[place])
    }
    return nil
  }

  func signs(of line: Range<Int>, in scalars: [Unicode.Scalar]) -> Signs {
    var signs = Signs()
    var closers: [Int] = []
    var place = line.lowerBound
    while place < line.upperBound, Folding.isSpace(scalars[place]) || scalars[place] == ">" {
      if scalars[place] == ">" { signs.places.append(place) }
      place += 1
    }
    var rest = place..<line.upperBound
    if let words = Markdown.heading(in: rest, of: scalars) {
      signs.isHeading = true
      signs.places += rest.prefix { scalars[$0] == "#" }
      // The signs may stand behind the words as well.
      let end = rest.reversed().first { !Folding.isSpace(scalars[$0]) && scalars[$0] != "#" }
      let closing = ((end ?? words) + 1)..<rest.upperBound
      if let first = closing.first, Folding.isSpace(scalars[first]) {
        rest = words..<first
        closers = closing.filter { scalars[$0] == "#" }
      }
      place = words
    } else if Markdown.isRule(scalars[rest]) {
      signs.places += rest.filter { !Folding.isSpace(scalars[$0]) }
      return signs
    }
    signs.places += Markdown.emphasis(in: place..<rest.upperBound, of: scalars) + closers
    return signs
  }

  /// Where the words of a heading begin: behind one to six `#` and a space.
  private static func heading(in line: Range<Int>, of scalars: [Unicode.Scalar]) -> Int? {
    let level = line.prefix(7).prefix { scalars[$0] == "#" }.count
    guard (1...6).contains(level), level < line.count,
      Folding.isSpace(scalars[line.lowerBound + level])
    else { return nil }
    return line.dropFirst(level).first { !Folding.isSpace(scalars[$0]) }
  }

  private static func beginsWords(_ scalar: Unicode.Scalar) -> Bool {
    Folding.isHan(scalar) || JunkWords.isDigit(scalar) || "（(《“【".unicodeScalars.contains(scalar)
  }

  /// Whether a line is only a rule: `---`, `***`.
  private static func isRule(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    let signs = line.prefix(200).filter { !Folding.isSpace($0) }
    guard let first = signs.first, "-*_".unicodeScalars.contains(first) else { return false }
    return line.count <= 200 && signs.count >= 3 && signs.allSatisfy { $0 == first }
  }

  /// The places of pairs of `**` or `__` round at least two characters.
  private static func emphasis(in line: Range<Int>, of scalars: [Unicode.Scalar]) -> [Int] {
    var places: [Int] = []
    // Where emphasis with each of the two signs opened.
    var open: [Unicode.Scalar: Int] = [:]
    var place = line.lowerBound
    while place + 1 < line.upperBound {
      let sign = scalars[place]
      guard sign == "*" || sign == "_", scalars[place + 1] == sign else {
        place += 1
        continue
      }
      if let start = open[sign] {
        if place >= start + 4, !Folding.isSpace(scalars[place - 1]) {
          places += [start, start + 1, place, place + 1]
          open[sign] = nil
        } else {
          open[sign] = place
        }
      } else if place + 2 < line.upperBound, !Folding.isSpace(scalars[place + 2]) {
        open[sign] = place
      }
      place += 2
    }
    return places.sorted()
  }
}
