import DutyModel
import TerminalText

/// A record of work in the year, with what it has to say in a text.
struct WorkRecord: Sendable {
  enum Kind: Sendable {
    case done
    case note
    case start
  }

  let event: EventID
  let kind: Kind
  let on: Day
  /// How many times the record says it was done; 0 unless it is `done`.
  let count: Int
  /// What the note says beside the words of the requirement.
  let note: NoteText?
  /// The note as it was recorded.
  let wholeNote: String?
  /// What was recorded as a cause.
  let cause: String?
  let quantities: [Particulars.Quantity]
  /// Everything there is to show.
  let documents: [String]
  /// The documents that a text names: file numbers and titles, not paths.
  let cited: [String]
  /// Who did it, where that is known: the person whom the record names, where each of several owes
  /// it; in what is told of one person, also whoever answered on its day.
  var owner: String?
  /// The period it counts for, if the requirement has due days.
  let period: Period?
  /// The place of the person among those who each owe it, if the requirement has due days.
  let seat: String?
  /// Days from the last record that counts, if it stands too close to it to count.
  let tooClose: Int?

  /// Whether there is something to say besides the day.
  var isSpeaking: Bool {
    note != nil || !quantities.isEmpty || wholeNote.map { !$0.trimmed().isEmpty } ?? false
  }
}

extension WorkRecord {
  /// Whether it is a record of an occurrence of its requirement.
  func isOf(_ occurrence: Occurrence) -> Bool {
    period == occurrence.period && seat == occurrence.seat
  }

  static func isEarlier(_ left: WorkRecord, _ right: WorkRecord) -> Bool {
    (left.on, left.event) < (right.on, right.event)
  }

  /// Whether a text names a document: it looks like a number or a title and not like a file.
  static func isCited(_ document: String, in language: Language) -> Bool {
    switch language {
    case .chinese:
      let scalars = document.unicodeScalars
      return scalars.last == "号" || scalars.contains { $0 == "〔" || $0 == "《" }
    case .english:
      let last = document.split(separator: "/").last ?? ""
      guard let dot = last.lastIndex(of: "."), !document.hasPrefix("/") else {
        return !document.hasPrefix("/")
      }
      let ending = last[last.index(after: dot)...]
      let isEnding =
        (1...5).contains(ending.utf8.count) && ending.allSatisfy { $0.isLetter || $0.isNumber }
        && ending.contains(where: \.isLetter)
      return !isEnding
    }
  }
}
