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

  /// The characters from which on a note is too long: 80 in Chinese, 240 in English.
  private static let limit = 80

  // Made once: a note is looked at for every record.
  private static let chineseEnds: [Unicode.Scalar] = ["。", "；", "，", "、", ".", ";", ","]
  private static let englishEnds: [Unicode.Scalar] = [".", ";", ","]
  private static let chineseMarks: [Unicode.Scalar] = ["，", "；", "。", "："]
  private static let englishMarks: [Unicode.Scalar] = [",", ";", ".", ":", "–"]

  /// Reads what was recorded; `nil` if it says nothing.
  init?(_ note: String?, language: Language) {
    guard let note else { return nil }
    let isChinese = language == .chinese
    let ends = isChinese ? NoteText.chineseEnds : NoteText.englishEnds
    let text: String
    if note.unicodeScalars.contains(where: \.endsLine) {
      let lines = note.unicodeScalars.split(whereSeparator: \.endsLine)
      text = lines.map { String($0).trimmed(ends) }.filter { !$0.isEmpty }
        .joined(separator: language.text(en: "; ", zh: "；"))
    } else {
      text = note.trimmed(ends)
    }
    if text.isEmpty { return nil }
    self.text = text
    hasSentences = NoteText.hasSentences(text, isChinese: isChinese)
    let limit = isChinese ? NoteText.limit : 3 * NoteText.limit
    isLong = text.utf8.count > limit && text.count > limit
  }

  /// The note without its first clause if that only repeats what was to be done, which is said
  /// before it; `nil` if nothing else is in it.
  ///
  /// - Parameters:
  ///   - names: What was to be done: the clause of a requirement, its title, that of its duty.
  ///   - language: The language of the note.
  /// - Returns: What is left of the note.
  func withoutEcho(of names: Set<String>, _ language: Language) -> NoteText? {
    let isChinese = language == .chinese
    let marks = isChinese ? NoteText.chineseMarks : NoteText.englishMarks
    let scalars = text.unicodeScalars
    let clause = scalars.prefix { !marks.contains($0) }
    let words = String(clause).trimmed()
    let isEcho =
      isChinese
      ? words.count > 2 && names.contains { $0.hasSuffix(words) }
      : names.contains { $0.lowercased() == words.lowercased() }
    guard isEcho else { return self }
    let rest = scalars[clause.endIndex...].dropFirst()
    return NoteText(String(rest), language: language)
  }

  private static func hasSentences(_ text: String, isChinese: Bool) -> Bool {
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if isChinese ? scalar == "。" || scalar == "；" : scalar == ";" { return true }
      if scalar == " ", last == "." { return true }
      last = scalar
    }
    return false
  }
}

extension String {
  /// Without white space at the ends, and without marks at the end.
  func trimmed(_ marks: [Unicode.Scalar] = []) -> String {
    let scalars = unicodeScalars
    var (start, end) = (scalars.startIndex, scalars.endIndex)
    while start < end, scalars[start].properties.isWhitespace {
      start = scalars.index(after: start)
    }
    while start < end {
      let last = scalars[scalars.index(before: end)]
      guard last.properties.isWhitespace || marks.contains(last) else { break }
      end = scalars.index(before: end)
    }
    if start == scalars.startIndex, end == scalars.endIndex { return self }
    return String(self[start..<end])
  }
}

extension Unicode.Scalar {
  /// Whether the scalar ends a line.
  fileprivate var endsLine: Bool {
    switch value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}
