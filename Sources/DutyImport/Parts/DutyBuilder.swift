internal import DutyModel

/// Puts one duty together: its text, its annotations, and what it asks for.
struct DutyBuilder {
  /// A decision about the duty, before it has an id.
  struct Note {
    let line: Int
    let excerpt: String
    var what: ImportDecision.Decision
    let certainty: ImportDecision.Certainty
  }

  let document: DocumentText
  let year: Int?
  /// The words, paragraph by paragraph.
  var paragraphs: [Reading] = []
  var annotations: [OutlineNode.Annotation] = []
  /// The words of annotations that stay in the text, because no schedule says them.
  var kept: [KeptWords] = []
  private(set) var textRanges: [Range<Int>] = []
  var annotationRanges: [Range<Int>] = []
  var decisions: [Note] = []

  init(text: DocumentText, year: Int?) {
    document = text
    self.year = year
  }

  mutating func append(_ words: Reading, isNewParagraph: Bool) {
    if isNewParagraph || paragraphs.isEmpty {
      paragraphs.append(words)
    } else {
      paragraphs[paragraphs.count - 1].append(words)
    }
  }

  mutating func duty(line: Int, number: String?) -> ImportedDuty {
    let points = takePoints()
    var duty = ImportedDuty(
      id: "",
      number: number,
      title: "",
      text: "",
      line: line,
      owner: nil,
      departments: [],
      points: points,
      requirements: []
    )
    let first = paragraphs.first { !$0.isEmpty } ?? Reading()
    duty.title = TitleWords.title(of: first, in: document)
    if duty.title.isEmpty { duty.title = number ?? "—" }
    var time: StatedTime?
    for annotation in annotations {
      if read(annotation, into: &duty, time: &time) {
        use(annotation)
      } else {
        keep(annotation)
      }
    }
    duty.text = takeText()
    duty.requirements = requirements(of: duty, time: time)
    if let only = duty.requirements.first, duty.requirements.count == 1, only.origin != .text {
      settleCycles(using: only.schedule)
    }
    return duty
  }

  /// Tells what a duty is owed by where its own cycle cannot be said and nothing else of its text.
  private mutating func settleCycles(using schedule: Schedule) {
    for index in decisions.indices {
      guard case .unsupportedCycle(let word, nil) = decisions[index].what else { continue }
      decisions[index].what = .unsupportedCycle(word: word, used: schedule)
    }
  }

  // MARK: Text

  /// The points at the end of the text, which are no part of it.
  private mutating func takePoints() -> Int? {
    guard let last = paragraphs.last, let start = HeadingWords.pointsStart(in: last), start > 0,
      let points = HeadingWords.points(in: last)
    else { return nil }
    annotationRanges += last.from(start).stretches(in: document)
    paragraphs[paragraphs.count - 1] = last[0..<start]
    return points
  }

  private mutating func takeText() -> String {
    // An array grows by doubling; a string would be copied for every stretch.
    var result: [Unicode.Scalar] = []
    for (index, paragraph) in paragraphs.enumerated() {
      if index > 0, !result.isEmpty { result.append("\n") }
      for range in paragraph.stretches(in: document) {
        textRanges.append(range)
        // Two words of letters would run together where a line was broken between them.
        if let last = result.last, let first = document.scalars[range].first,
          DutyBuilder.isLetter(last), DutyBuilder.isLetter(first)
        {
          result.append(" ")
        }
        result += document.scalars[range]
      }
    }
    for words in kept {
      if !result.isEmpty { result.append("\n") }
      result += words.label
      for range in words.words.stretches(in: document) {
        if !words.isShared { textRanges.append(range) }
        result += document.scalars[range]
      }
    }
    return String(scalars: result)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
