/// A stretch of a document as it is read: half width, simplified, without spaces; with the place
/// of every character in the document, so that the words can be given back as they were.
package struct Reading: Sendable {
  private(set) var scalars: [Unicode.Scalar] = []
  /// Ascending.
  private(set) var places: [Int32] = []

  init() {}

  /// Creates an empty reading with room for some characters.
  init(reservingCapacity count: Int) {
    scalars.reserveCapacity(count)
    places.reserveCapacity(count)
  }

  /// Reads some stretches of a document.
  init(_ document: [Unicode.Scalar], _ range: Range<Int>) {
    for place in range { append(document[place], at: place) }
  }

  private init(scalars: [Unicode.Scalar], places: [Int32]) {
    self.scalars = scalars
    self.places = places
  }

  mutating func append(_ scalar: Unicode.Scalar, at place: Int) {
    let folded = Folding.fold(scalar)
    guard folded != " " else { return }
    scalars.append(folded)
    places.append(Int32(truncatingIfNeeded: place))
  }

  mutating func append(_ other: Reading) {
    scalars += other.scalars
    places += other.places
  }

  package var isEmpty: Bool { scalars.isEmpty }
  package var count: Int { scalars.count }
  var indices: Range<Int> { 0..<scalars.count }
  var first: Unicode.Scalar? { scalars.first }
  var last: Unicode.Scalar? { scalars.last }

  subscript(index: Int) -> Unicode.Scalar { scalars[index] }

  /// The part between two indices; what lies outside the reading is left out.
  subscript(range: Range<Int>) -> Reading {
    let range = range.clamped(to: indices)
    return Reading(scalars: Array(scalars[range]), places: Array(places[range]))
  }

  func from(_ index: Int) -> Reading { self[min(index, count)..<count] }

  /// The place of a character in the document.
  func place(_ index: Int) -> Int { Int(places[index]) }

  // MARK: Words

  /// Whether a word stands at an index.
  func has(_ word: Word, at index: Int) -> Bool {
    guard index >= 0, index + word.scalars.count <= scalars.count else { return false }
    for offset in word.scalars.indices where scalars[index + offset] != word.scalars[offset] {
      return false
    }
    return true
  }

  func hasPrefix(_ word: Word) -> Bool { has(word, at: 0) }

  func hasSuffix(_ word: Word) -> Bool { has(word, at: count - word.scalars.count) }

  func contains(_ word: Word) -> Bool { index(of: word) != nil }

  func containsAny(_ words: [Word]) -> Bool { words.contains { contains($0) } }

  /// The first index of a word in a range.
  func index(of word: Word, in range: Range<Int>? = nil) -> Int? {
    let range = (range ?? indices).clamped(to: indices)
    guard let first = word.scalars.first, range.count >= word.scalars.count else { return nil }
    let end = range.upperBound - word.scalars.count
    guard range.lowerBound <= end else { return nil }
    for index in range.lowerBound...end where scalars[index] == first && has(word, at: index) {
      return index
    }
    return nil
  }

  /// The first of some words that stands at an index.
  func word(at index: Int, of words: [Word]) -> Word? {
    words.first { has($0, at: index) }
  }

  // MARK: Back to the document

  /// The stretches of the document that hold the characters of a range, and the spaces among
  /// them; a stretch ends where junk or another line lies between two characters.
  func stretches(_ range: Range<Int>, in document: DocumentText) -> [Range<Int>] {
    let range = range.clamped(to: indices)
    guard !range.isEmpty else { return [] }
    var result: [Range<Int>] = []
    var start = place(range.lowerBound)
    var end = start + 1
    for index in range.dropFirst() {
      let place = place(index)
      let gap = end..<max(end, place)
      // Spaces inside a line stay; a long gap is no space.
      let isInside =
        gap.count <= 64
        && gap.allSatisfy {
          Folding.fold(document.scalars[$0]) == " " && !Folding.isLineEnd(document.scalars[$0])
        }
      if !isInside {
        result.append(start..<end)
        start = place
      }
      end = place + 1
    }
    result.append(start..<end)
    return result
  }

  func stretches(in document: DocumentText) -> [Range<Int>] { stretches(indices, in: document) }

  /// Whether the sentence is over at the end: 。；： and the like, quotation marks left aside.
  var isTerminated: Bool {
    var index = count - 1
    while index >= 0, Reading.closing.contains(scalars[index]) { index -= 1 }
    guard index >= 0 else { return false }
    return Reading.ending.contains(scalars[index])
  }

  private static let closing: Set<Unicode.Scalar> = ["”", "’", "》", ")", "\"", "'", "」"]
  private static let ending: Set<Unicode.Scalar> = ["。", ";", ":", "!", "?", "…"]
}

extension Reading: CustomStringConvertible {
  package var description: String {
    String(scalars: scalars)
  }
}

/// A word to look for, taken apart once.
struct Word: Sendable, ExpressibleByStringLiteral, Hashable {
  let text: String
  let scalars: [Unicode.Scalar]

  init(stringLiteral text: String) { self.init(text) }

  init(_ text: String) {
    self.text = text
    scalars = Array(text.unicodeScalars)
  }

  var count: Int { scalars.count }

  static func list(_ words: String) -> [Word] {
    words.split(separator: " ").map { Word(String($0)) }
  }
}
