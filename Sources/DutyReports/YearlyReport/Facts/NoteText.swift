import DutyModel
import TerminalText

/// A note as it is put into a sentence: not a word is changed, only its ends and its line ends.
struct NoteText: Hashable, Sendable {
  /// Without marks at its end, in one line.
  let text: String
  /// Whether it is made of several sentences or clauses, so that a list of notes needs full stops.
  let hasSentences: Bool
  /// Whether it is too long for the text: the whole of it stands in an annex.
  let isLong: Bool

  /// The characters from which on a note is too long.
  static let limit = 80

  /// Reads what was recorded; `nil` if it says nothing.
  init?(_ note: String?, language: Language) {
    guard let note else { return nil }
    let (join, ends, inner): (String, Set<Character>, Set<Character>) =
      switch language {
      case .chinese: ("；", ["。", "；", "，", "、", ".", ";", ","], ["。", "；"])
      case .english: ("; ", [".", ";", ","], [";"])
      }
    let lines = note.split(whereSeparator: \.isNewline).map { line in
      String(line).trimmed(ends)
    }
    let text = lines.filter { !$0.isEmpty }.joined(separator: join)
    if text.isEmpty { return nil }
    self.text = text
    hasSentences = text.contains { inner.contains($0) } || text.contains(". ")
    isLong = text.count > (language == .chinese ? NoteText.limit : 3 * NoteText.limit)
  }
}

extension String {
  /// Without white space at the ends, and without marks at the end.
  func trimmed(_ marks: Set<Character> = []) -> String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace || marks.contains(last) { text.removeLast() }
    return String(text)
  }
}
