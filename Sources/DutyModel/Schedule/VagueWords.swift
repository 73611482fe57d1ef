/// Words that say how a thing should be done but name no cycle.
package enum VagueWords {
  /// The words in lower case; one that another one begins with comes after it.
  package static let all = [
    "不定期", "定期", "经常", "适时", "irregularly", "regularly", "periodically", "frequently",
    "often", "from time to time",
  ]

  /// The first word of the list that a text has.
  package static func first(in text: String) -> String? {
    let text = text.lowercased()
    return all.first { has(text, $0) }
  }

  /// Whether a text has a word: English ones stand between other signs than letters.
  private static func has(_ text: String, _ word: String) -> Bool {
    guard text.contains(word) else { return false }
    guard word.utf8.allSatisfy({ $0 < 0x80 }) else { return true }
    let padded = text.unicodeScalars.map { $0.isASCIILetter ? $0 : " " }
    return String(String.UnicodeScalarView([" "] + padded + [" "])).contains(" \(word) ")
  }
}

extension Unicode.Scalar {
  fileprivate var isASCIILetter: Bool { ("a"..."z").contains(self) }
}
