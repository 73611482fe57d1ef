/// What became of every character of a document: the proof that none was lost.
package struct CharacterLedger: Sendable {
  /// What a stretch of the document was used for.
  package enum Use: Sendable, Equatable {
    case title
    case skipped(ImportDecision.SkippedPart)
    case marker
    case heading
    /// The text of the duty with this index in the checklist.
    case text(duty: Int)
    case annotation
  }

  /// A stretch with its use.
  package struct Entry: Sendable {
    package let range: Range<Int>
    package let use: Use
    fileprivate let document: [Unicode.Scalar]

    /// The characters, as they stand in the document.
    package var text: String { String(scalars: document[range]) }
  }

  /// In the document's order; they do not overlap, and what lies between them is space.
  package let entries: [Entry]
  /// The number of characters that are no spaces and stand in no entry, or in two; 0 unless the
  /// reader is wrong.
  package let lost: Int

  init(text: DocumentText, uses: [(range: Range<Int>, use: Use)]) {
    let all =
      uses + text.junk.map { ($0.range, CharacterLedger.Use.skipped($0.part)) }
      + text.marks.map { ($0..<($0 + 1), CharacterLedger.Use.marker) }
    let sorted = all.filter { !$0.range.isEmpty }.sorted {
      $0.range.lowerBound < $1.range.lowerBound
    }
    var entries: [Entry] = []
    entries.reserveCapacity(sorted.count)
    var lost = 0
    var place = 0
    for (range, use) in sorted {
      if range.lowerBound > place {
        lost += CharacterLedger.wordCount(text, place..<range.lowerBound)
      } else if range.lowerBound < place {
        lost += CharacterLedger.wordCount(text, range.lowerBound..<min(place, range.upperBound))
      }
      entries.append(Entry(range: range, use: use, document: text.scalars))
      place = max(place, range.upperBound)
    }
    lost += CharacterLedger.wordCount(text, place..<max(place, text.scalars.count))
    self.entries = entries
    self.lost = lost
  }

  private static func wordCount(_ text: DocumentText, _ range: Range<Int>) -> Int {
    text.scalars[range.clamped(to: text.scalars.indices)].lazy.filter { !Folding.isSpace($0) }.count
  }
}
