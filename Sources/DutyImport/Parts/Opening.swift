/// What stands before the list: the title, and what is skipped.
struct Opening {
  /// The lines of the title.
  private(set) var title: [Segment] = []
  /// Everything else, with what it is.
  private(set) var skipped: [(segment: Segment, part: ImportDecision.SkippedPart)] = []

  init(_ segments: [Segment], in text: DocumentText) {
    let titles = segments.indices.filter {
      segments[$0].kind == .paragraph && TitleWords.isTitle(segments[$0].body)
    }
    // After a notice the title stands again, before the list: the last one counts, but a line in
    // the preamble does not.
    let chosen = titles.last { Opening.stands(segments[$0].body) } ?? titles.last
    var range = 0..<0
    if let chosen {
      var start = chosen
      // A long title is broken over lines.
      while start > 0, !segments[start].isBlankBefore, chosen - start < 3,
        Opening.isBroken(segments[start - 1].body)
      {
        start -= 1
      }
      let hasNote = chosen + 1 < segments.count && TitleWords.isTitleNote(segments[chosen + 1].body)
      range = start..<(chosen + (hasNote ? 2 : 1))
    }
    title = Array(segments[range])
    let hasNotice = segments[..<range.lowerBound].contains { Opening.isNotice($0.body) }
    for (index, segment) in segments.enumerated() where !range.contains(index) {
      let isNotice = index < range.lowerBound && hasNotice
      skipped.append((segment, isNotice ? .notice : .preamble))
    }
  }

  /// Whether a title ends as titles do.
  private static func stands(_ words: Reading) -> Bool {
    let words = HeadingWords.trimmed(words)
    return words.hasSuffix("清单") || words.hasSuffix("责任") || words.hasSuffix("职责")
      || words.hasSuffix("制度") || words.hasSuffix("规定") || words.hasSuffix("办法")
      || words.last == ")"
  }

  /// Whether a line above a title is its beginning.
  private static func isBroken(_ words: Reading) -> Bool {
    words.count <= 40 && !words.isTerminated && !words.contains(",") && !words.contains("〔")
      && !stands(words) && !TitleWords.isDate(words) && words.count >= 3 && !words.contains("通知")
  }

  private static func isNotice(_ words: Reading) -> Bool {
    words.containsAny(["印发给", "的通知", "现印发", "现将", "请认真", "〕"])
  }
}
