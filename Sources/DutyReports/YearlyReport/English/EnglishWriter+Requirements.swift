import DutyModel
import TerminalText

extension EnglishWriter {
  /// A duty in one paragraph: its title, then what there is to say of each requirement.
  mutating func tell(_ duty: DutyFacts) -> (title: Sentence, sentences: [Sentence])? {
    var sentences: [Sentence] = []
    let isAlone = duty.requirements.count == 1
    for requirement in duty.requirements {
      var told = tell(requirement)
      guard let first = told.first else { continue }
      if !isAlone { told[0] = "\(requirement.action): \(EnglishWriter.lowered(first))" }
      sentences += told
    }
    return sentences.isEmpty ? nil : ("\(duty.duty.title).", sentences + handovers(duty))
  }

  /// The sentence with a small first letter, unless it begins with a gap.
  static func lowered(_ sentence: Sentence) -> Sentence {
    guard let first = sentence.runs.first, !first.isGap else { return sentence }
    var result = Sentence(EnglishWords.lowered(first.text), events: sentence.events)
    for run in sentence.runs.dropFirst() {
      result += run.isGap ? .gap(run.text, about: run.subject) : Sentence(run.text)
    }
    return result
  }

  /// Everything a report says of a requirement.
  mutating func tell(_ requirement: RequirementFacts, isShort: Bool = false) -> [Sentence] {
    var result =
      requirement.nature == .dated
      ? dated(requirement, isShort: isShort) : undated(requirement, isShort: isShort)
    result += waivers(requirement, isShort: isShort)
    if !isShort {
      result += requirement.reschedules.map { reschedule($0) }
      result += requirement.signatures.map { signature($0.signature) }
    }
    let unknown = unknown(requirement)
    if !unknown.isEmpty, !result.contains(missing(requirement)) {
      result.append(
        EnglishWriter.gap("\(requirement.name) \(unknown)", about: requirement.name)
      )
    }
    return result
  }

  private func missing(_ requirement: RequirementFacts) -> Sentence {
    let unknown = unknown(requirement)
    let more = unknown.isEmpty ? "" : "; \(unknown)"
    // What was returned is told beside it.
    let none = requirement.returned.isEmpty ? "no record" : "no record that counts"
    // Of what was handed on, whoever had it before may have done the rest.
    let isPart = facts.person != nil && !requirement.handovers.isEmpty && !requirement.open.isEmpty
    let part = isPart ? " for \(words.phrase(of: requirement.open))" : ""
    return EnglishWriter.gap(
      "\(requirement.name) \(requirement.action): \(none) in \(facts.year)\(part)\(more)",
      about: requirement.name
    )
  }

  /// What the document masks, in words; an empty text if it masks nothing.
  private func unknown(_ requirement: RequirementFacts) -> String {
    let schedule = requirement.requirement.schedule
    var parts: [String] = []
    if schedule.isCountUnknown, case .counted(let counted) = schedule {
      parts.append(
        "the number is masked in the checklist; one per \(counted.unit.rawValue) is taken"
      )
    }
    if schedule.isDateUnknown {
      let due = requirement.occurrences.last.map { "; \(words.day($0.originalDue)) is taken" } ?? ""
      parts.append("the date is masked in the checklist\(due)")
    }
    return parts.joined(separator: "; ")
  }

  /// What a person did of a duty before it was handed on, and who answers for it since.
  mutating func tell(_ former: FormerDuty) -> [Sentence] {
    let requirement = former.told
    let who = "\(former.handover.owner) has answered"
    let what = former.handover.replaced == nil ? "it" : "what was mine"
    let since = Sentence(
      "\(who) for \(what) since \(words.day(former.handover.from)).",
      events: [former.handover.event]
    )
    if requirement.records.isEmpty {
      return ["No work is recorded before it was handed on.", since]
    }
    let told =
      requirement.nature == .dated
      ? dated(requirement, isShort: false) : undated(requirement, isShort: false)
    return told + (former.isHolder ? [] : [since])
  }

  private mutating func undated(_ requirement: RequirementFacts, isShort: Bool) -> [Sentence] {
    let records = requirement.records
    if records.isEmpty {
      guard requirement.waivers.isEmpty else { return [] }
      guard requirement.nature == .ongoing else { return tails(requirement) }
      let causes = isShort ? [] : causes(requirement)
      return [missing(requirement)] + tails(requirement) + causes
    }
    return told("Work recorded", records.count, requirement, records, isShort: isShort)
      + tails(requirement)
  }

  /// Why nothing was done for a requirement without due days, as it was recorded.
  private func causes(_ requirement: RequirementFacts) -> [Sentence] {
    var texts: [String] = []
    for cause in requirement.causes {
      let text = NoteText(cause.text, language: .english)?.text ?? ""
      if !text.isEmpty, !texts.contains(text) { texts.append(text) }
    }
    if texts.isEmpty { return [] }
    return [
      Sentence(
        "Cause: \(texts.joined(separator: "; ")).",
        events: requirement.causes.map(\.event)
      )
    ]
  }

  private mutating func dated(_ requirement: RequirementFacts, isShort: Bool) -> [Sentence] {
    let times = requirement.times
    let notes = requirement.records.filter { $0.kind != .done }
    let others = notes.filter { $0.isSpeaking || !$0.cited.isEmpty || $0.kind == .start }
    if times.isEmpty {
      if requirement.isWaived || requirement.occurrences.isEmpty { return [] }
      if notes.isEmpty {
        if requirement.open.isEmpty {
          let nothing = requirement.returned.isEmpty
          return nothing
            ? ["Not yet due; nothing is recorded."] : ["Not yet due."] + tails(requirement)
        }
        return [missing(requirement)] + (requirement.returned.isEmpty ? [] : tails(requirement))
      }
      let head = requirement.open.isEmpty ? "In progress" : "Not completed"
      let list = list(Array(notes.prefix(4)), requirement.name, [])
      let some = notes.count > 4 ? ", \(notes.count) records, among them" : ""
      return ["\(head)\(some): \(list)."] + tails(requirement)
    }
    var result = told("Carried out", requirement.count, requirement, times, isShort: isShort)
    if !others.isEmpty, !isShort {
      let head = others.count > 4 ? "\(others.count) further records, among them: " : ""
      result.append("\(head)\(list(Array(others.prefix(4)), requirement.name, [])).")
    }
    return result + tails(requirement)
  }

  /// How often and when, and what the records say.
  private mutating func told(
    _ verb: String,
    _ count: Int,
    _ requirement: RequirementFacts,
    _ records: [WorkRecord],
    isShort: Bool
  ) -> [Sentence] {
    let events = records.map(\.event)
    let sums = QuantitySum.sums(of: records, flowUnits: facts.style.flowUnits)
    let speaking = records.filter { speaks($0, sums) }
    let often = "\(verb) \(EnglishWords.times(count))"
    if speaking.count == records.count, (2...4).contains(records.count), !isShort,
      rotation.next(verb.hasPrefix("W") ? .listedRecords : .listedTimes, of: 3) == 2
    {
      // The list names every day, so that they need not be named before it.
      let list: Sentence = "\(often): \(self.list(records, requirement.name, sums))."
      return [list] + [sum(sums, records)].compactMap(\.self)
    }
    let hasOnlyDocuments =
      speaking.isEmpty && records.count <= 4 && records.contains { !$0.cited.isEmpty }
    var result: [Sentence] = []
    if hasOnlyDocuments, !isShort {
      let places = records.map { when($0) + EnglishWriter.bracket($0.cited) }
      result.append(Sentence("\(often), on \(EnglishWords.list(places)).", events: events))
    } else {
      let days = days(records, of: requirement)
      let text =
        records.count > 4 || days.text.contains("(") || rotation.next(.plainTimes, of: 2) == 0
        ? ", \(days.preposition)\(days.preposition.isEmpty ? "" : " ")\(days.text)"
        : " (\(days.text))"
      result.append(Sentence("\(often)\(text).", events: events))
    }
    if let sum = sum(sums, records) { result.append(sum) }
    if isShort, records.count == 1 {
      let texts = own(records[0], sums, isNoteTold: false).map { EnglishWords.text($0) }
      if !texts.isEmpty {
        let text = EnglishWords.capitalized(texts.joined(separator: ", "))
        result.append(Sentence("\(text).", events: events))
      }
    }
    if isShort || speaking.isEmpty { return result }
    if records.count == 1 {
      let text: Sentence =
        "\(EnglishWords.capitalized(body(records[0], requirement.name, sums)))."
      result.append(text.resting(on: events))
    } else {
      let first = speaking.filter { !$0.cited.isEmpty && $0.note != nil }
      let second = speaking.filter { $0.cited.isEmpty || $0.note == nil }
      let shown = records.count > 4 ? Array((first + second).prefix(3)) : speaking
      let list = list(shown.sorted(by: WorkRecord.isEarlier), requirement.name, sums)
      let rest = shown.count < speaking.count ? " (the rest is in the ledger)" : ""
      result.append(records.count > 4 ? "Among them\(rest): \(list)." : "\(list).")
    }
    return result
  }
}
