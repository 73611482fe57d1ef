import DutyModel

/// Puts the facts of a year into English, with what it has to remember from sentence to sentence.
///
/// A duty is a line with its title as the heading that runs in, so that no tense or plural is
/// needed of the words of a checklist.
struct EnglishWriter: Sendable {
  let facts: ReportFacts
  let words: EnglishWords
  var rotation = Rotation()
  var longNotes: [(name: String, record: WorkRecord)] = []

  init(_ facts: ReportFacts) {
    self.facts = facts
    words = EnglishWords(year: facts.year)
  }

  func isSelf(_ name: String?) -> Bool { name != nil && facts.person?.name == name }

  func when(_ record: WorkRecord) -> String { when(record.on, record.owner) }

  func when(_ day: Day, _ owner: String?) -> String {
    guard let owner, !isSelf(owner) else { return words.day(day) }
    return "\(words.day(day)) (\(owner))"
  }

  /// The documents in brackets, after a space.
  static func bracket(_ documents: [String]) -> String {
    documents.isEmpty ? "" : " (\(documents.joined(separator: "; ")))"
  }

  /// The days of records in words: on 17 March and 6 October; of many, in January to July.
  func days(
    _ records: [WorkRecord],
    of requirement: RequirementFacts
  ) -> (preposition: String, text: String) {
    let days = WorkDay.days(of: records, requirement)
    guard days.count > 4, let first = days.first, let last = days.last else {
      let texts = days.map { day in
        when(day.on, day.owner) + (day.count > 1 ? " (\(EnglishWords.times(day.count)))" : "")
      }
      return ("on", EnglishWords.list(texts))
    }
    let months = days.filter { $0.on.year == facts.year }.map(\.on.month)
    if months.count == days.count, Set(months).count == months.count,
      days.allSatisfy({ $0.count == 1 })
    {
      return ("in", EnglishWords.list(EnglishWords.runs(months, EnglishWords.month)))
    }
    return ("", "first on \(words.day(first.on)), last on \(words.day(last.on))")
  }

  /// The note, or where it stands if it is too long.
  mutating func note(_ record: WorkRecord, of name: String) -> String? {
    guard let note = record.note else { return nil }
    guard note.isLong else { return note.text }
    if !longNotes.contains(where: { $0.record.event == record.event && $0.name == name }) {
      longNotes.append((name, record))
    }
    let number = AnnexNumbers(facts, hasNotes: true).notes
    return "see \(number.map { "annex \($0)" } ?? "the annex") for details"
  }

  /// The quantities of a record that are told neither in a sum nor, where it is told, in its note.
  func own(
    _ record: WorkRecord,
    _ sums: [QuantitySum],
    isNoteTold: Bool = true
  ) -> [Particulars.Quantity] {
    let told = Set(sums.map(\.key))
    return record.quantities.filter { quantity in
      !told.contains(QuantitySum.Key(what: quantity.what ?? "", unit: quantity.unit))
        && !(isNoteTold
          && (record.note.map { !$0.isLong && EnglishWords.tells($0.text, quantity) } ?? false))
    }
  }

  func speaks(_ record: WorkRecord, _ sums: [QuantitySum]) -> Bool {
    record.note != nil || !own(record, sums).isEmpty
  }

  /// What a record says after its day; nothing if it only has a day.
  mutating func body(_ record: WorkRecord, _ name: String, _ sums: [QuantitySum]) -> String {
    var parts: [String] = []
    if let note = note(record, of: name) { parts.append(note) }
    parts += own(record, sums).map { EnglishWords.lowered(EnglishWords.text($0)) }
    let text = parts.dropFirst().reduce(into: parts.first ?? "") { text, part in
      text += ", ".dropping(markAfter: text) + part
    }
    return text + EnglishWriter.bracket(record.cited)
  }

  /// Records as a list: 17 March – note; 6 October – note (Minute 2026/41).
  mutating func list(_ records: [WorkRecord], _ name: String, _ sums: [QuantitySum]) -> Sentence {
    let separator = records.contains { $0.note?.hasSentences ?? false } ? ". " : "; "
    var entries: [Sentence] = []
    for record in records {
      let body = body(record, name, sums).trimmed()
      let text = body.isEmpty ? (record.kind == .start ? "begun" : "recorded") : body
      entries.append(Sentence("\(when(record)) – \(text)", events: [record.event]))
    }
    return entries.joined(separator)
  }

  mutating func sum(_ sums: [QuantitySum], _ records: [WorkRecord]) -> Sentence? {
    if sums.isEmpty { return nil }
    let word = ["In all", "Together", "In total"][rotation.next(.sum, of: 3)]
    let text = EnglishWords.list(sums.map { EnglishWords.lowered(EnglishWords.text($0.quantity)) })
    return Sentence("\(word), \(text).", events: records.map(\.event))
  }

  static func gap(_ text: String, about subject: String? = nil) -> Sentence {
    .gap("[To be supplied: \(text)]", about: subject)
  }
}
