import DutyModel
import StrictJSON
import TerminalText

extension DutyLedger {
  /// Records with their days, their notes and their quantities, and the name of whoever has to be
  /// named.
  static func text(
    of records: [WorkRecord],
    in language: Language,
    name: (WorkRecord) -> String? = { _ in nil }
  ) -> String {
    let parts = records.map { record in
      let note = record.wholeNote.flatMap { NoteText($0, language: language)?.text }
      let name = name(record)
      switch language {
      case .chinese:
        let day = ChineseDates(year: record.on.year).day(record.on)
        let parts = [note].compactMap(\.self) + record.quantities.map(ChineseWords.text)
        return (name ?? "") + day + parts.joined(separator: "，")
      case .english:
        let day = EnglishWords(year: record.on.year).day(record.on)
        let parts = [note].compactMap(\.self) + record.quantities.map(EnglishWords.text)
        let text = parts.isEmpty ? "" : ": " + parts.joined(separator: ", ")
        return day + (name.map { " (\($0))" } ?? "") + text
      }
    }
    return parts.joined(separator: language.text(en: "; ", zh: "；"))
  }
}

extension DutyLedger.Row {
  /// The days of the work done, each once a record.
  var days: [Day] { records.filter { $0.kind == .done }.map(\.on) }

  var late: Int? { state == .late ? occurrence?.late : nil }

  var documents: [String] { records.flatMap(\.documents) + (waiver?.documents ?? []) }

  /// Every record that says more than its day, in the language of the checklist.
  ///
  /// - Parameters:
  ///   - language: The language of the checklist.
  ///   - person: Whose sheet it stands in, and need not be named there; `nil` in a ledger.
  /// - Returns: The text; empty if no record says more.
  func record(in language: Language, for person: String? = nil) -> String {
    let told = records.filter { record in
      record.wholeNote != nil || !record.quantities.isEmpty || isNamed(record, for: person)
    }
    return DutyLedger.text(of: told, in: language) { isNamed($0, for: person) ? $0.owner : nil }
  }

  /// Whether it has to be said whose a record is: where several answer for the row, and where it is of
  /// somebody who does not, and may have done so before.
  private func isNamed(_ record: WorkRecord, for person: String?) -> Bool {
    guard let owner = record.owner, owner != person else { return false }
    return owners.count > 1 || !owners.contains(owner)
  }

  /// Who signed, when, and with what opinion.
  func signatures(in language: Language) -> String {
    (occurrence?.signatures ?? []).map { signature in
      let day =
        language.words(for: signature.on, in: signature.on.year)
      let opinion = signature.opinion.map { language.text(en: ": ", zh: "：") + $0 } ?? ""
      let changed =
        signature.isChanged ? language.text(en: " (changed since)", zh: "（签字后有变动）") : ""
      return "\(signature.signer) \(day)\(opinion)\(changed)"
    }
    .joined(separator: language.text(en: "; ", zh: "；"))
  }

  /// What else there is to know: what is missing, why it was waived, what is masked.
  func remark(in language: Language) -> String {
    var parts: [String] = []
    if let occurrence, state == .missed || state == .dueSoon, occurrence.owed > 1 {
      let unit = requirement.unit ?? "次"
      parts.append(
        language.text(en: "\(occurrence.missing) missing", zh: "尚缺\(occurrence.missing)\(unit)")
      )
    }
    if let waiver { parts.append(language.text(en: "waived: ", zh: "免办理由：") + waiver.reason) }
    if requirement.schedule.isUnknown {
      parts.append(language.text(en: "masked in the checklist", zh: "原清单数字缺失"))
    }
    for handover in handovers {
      // In a row of several persons it has to be said whose part it is.
      let replaced = owners.count > 1 ? handover.replaced : nil
      switch language {
      case .english:
        let instead = replaced.map { " instead of \($0)" } ?? ""
        parts.append("\(handover.owner)\(instead) since \(EnglishWords.full(handover.from))")
      case .chinese:
        let day = ChineseDates(year: handover.from.year).day(handover.from)
        let part = replaced.map { "\($0)负责的部分" } ?? ""
        parts.append("\(part)自\(day)起由\(handover.owner)负责")
      }
    }
    for cause in causes {
      parts.append(language.text(en: "cause: ", zh: "原因：") + cause)
    }
    return parts.joined(separator: language.text(en: "; ", zh: "；"))
  }
}
