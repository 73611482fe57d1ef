import DutyModel
import TerminalText

/// A record of work in the year, with what it has to say in a text.
struct WorkRecord: Sendable {
  enum Kind: Sendable {
    case done
    case note
    case start
  }

  /// How late it came.
  struct Late: Sendable {
    /// How many days after the due day.
    let days: Int
    /// How many of the times owed it stands for: at least 1.
    let times: Int
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
  /// How late it came; `nil` if it was on time, or nothing was owed any more.
  let late: Late?

  /// Whether there is something to say besides the day.
  var isSpeaking: Bool {
    note != nil || !quantities.isEmpty || wholeNote.map { !$0.trimmed().isEmpty } ?? false
  }
}

/// A day on which something was done, by one person where each of several owes it.
struct WorkDay: Sendable {
  let on: Day
  let owner: String?
  /// How many times it was done; without due days how many records there are.
  private(set) var count: Int

  /// The days of records, in their order; those of one day that follow each other are one.
  static func days(of records: [WorkRecord], _ requirement: RequirementFacts) -> [WorkDay] {
    var result: [WorkDay] = []
    for record in records {
      let count = requirement.nature == .dated ? max(record.count, 1) : 1
      if let last = result.last, last.on == record.on, last.owner == record.owner {
        let (sum, overflow) = last.count.addingReportingOverflow(count)
        result[result.count - 1].count = overflow ? .max : sum
      } else {
        result.append(WorkDay(on: record.on, owner: record.owner, count: count))
      }
    }
    return result
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
