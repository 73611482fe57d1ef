/// What may have been meant where a schedule is not understood.
enum ScheduleAdvice {
  /// The first word that names no cycle, and where it begins.
  static func vagueWord(in scalars: [Unicode.Scalar]) -> (word: String, place: Int)? {
    for place in scalars.indices {
      for word in VagueWords.all where scalars[place...].starts(with: word.unicodeScalars) {
        return (word, place)
      }
    }
    return nil
  }

  /// The candidate that begins as a word does or differs from it in the fewest letters, if it is
  /// near enough to have been meant.
  static func nearest(to word: some StringProtocol, among candidates: [String]) -> String? {
    guard !word.isEmpty, word.utf8.count <= 20 else { return nil }
    if word.count >= 3, let longer = candidates.first(where: { $0.hasPrefix(word) }) {
      return longer
    }
    let distances = candidates.map { distance(Array(word.utf8), Array($0.utf8)) }
    guard
      let least = distances.min(), least <= max(1, word.count / 3),
      let place = distances.firstIndex(of: least)
    else { return nil }
    return candidates[place]
  }

  /// The form for a word that English has for a cycle.
  static func form(for word: String) -> String? {
    switch word {
    case "weekly": "1 per week"
    case "monthly": "1 per month"
    case "quarterly": "1 per quarter"
    case "half-yearly", "semiannually": "1 per half-year"
    case "yearly", "annually", "annual": "1 per year"
    case "always", "continuous", "continuously": "ongoing"
    default: nearest(to: word, among: ["ongoing", "as needed"])
    }
  }

  /// The number of letters to insert, remove or replace.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (place, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = place + 1
      for column in right.indices {
        let replaced = diagonal + (letter == right[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
      }
    }
    return row[right.count]
  }
}
