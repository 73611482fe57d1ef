/// Words that are much like others.
enum Spelling {
  /// The known words that may have been meant, nearest first, at most three.
  static func nearest(to word: String, among known: [String]) -> [String] {
    let folded = fold(word)
    guard !folded.isEmpty, folded.count <= 64 else { return [] }
    let most = folded.count <= 3 ? 1 : 2
    return known.enumerated()
      // The distance is at least the difference of the lengths; the signs that are left out are few.
      .filter { abs($1.utf8.count - folded.count) <= most + 2 }
      .map { (index: $0, word: $1, distance: distance(folded, fold($1))) }
      .filter { $0.distance <= most }
      .sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }
      .prefix(3)
      .map(\.word)
  }

  /// A word without case and without the signs that people put between its parts.
  private static func fold(_ word: String) -> [UInt8] {
    word.utf8.filter { $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "-") && $0 != 0x20 }
      .map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
  }

  /// Insertions, deletions, substitutions and swaps of neighbours from one word to another.
  private static func distance(_ source: [UInt8], _ target: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...target.count)
    for row in source.indices {
      var current = [row + 1]
      for column in target.indices {
        let same = source[row] == target[column]
        var least = min(last[column] + (same ? 0 : 1), last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, source[row] == target[column - 1],
          source[row - 1] == target[column]
        {
          least = min(least, beforeLast[column - 1] + 1)
        }
        current.append(least)
      }
      (beforeLast, last) = (last, current)
    }
    return last[target.count]
  }
}
