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

  // MARK: - Tails

  private func tails(_ requirement: RequirementFacts) -> [Sentence] {
    var result = late(requirement)
    let times = requirement.times
    let close = times.filter { $0.tooClose != nil }
    if !close.isEmpty, let gap = requirement.requirement.schedule.gap {
      let days = EnglishWords.list(close.prefix(4).map { words.day($0.on) })
      let subject =
        close.count == 1
        ? "The one on \(days)"
        : "\(EnglishWords.capitalized(EnglishWords.number(close.count))) (\(days))"
      result.append(
        Sentence(
          "\(subject) came less than \(gap) days after the one before and is not counted.",
          events: close.map(\.event)
        )
      )
    }
    if !requirement.returned.isEmpty {
      let days = WorkDay.days(of: requirement.returned, requirement).prefix(4)
      let list = EnglishWords.list(days.map { when($0.on, $0.owner) })
      result.append(
        Sentence(
          "Work of \(list) was returned to be done again.",
          events: requirement.returned.map(\.event)
        )
      )
    }
    if !requirement.unrecorded.isEmpty, !requirement.records.isEmpty {
      let names = EnglishWords.names(requirement.unrecorded)
      result.append(Sentence("No work is recorded for \(names)."))
    }
    return result + shortfalls(requirement)
  }

  private func shortfalls(_ requirement: RequirementFacts) -> [Sentence] {
    let open = requirement.open
    if open.isEmpty || requirement.times.isEmpty && requirement.records.isEmpty { return [] }
    var result: [Sentence] = []
    let others = open.filter { $0.isPersonal && !isSelf($0.owner) }
    let own = open.filter { !$0.isPersonal || isSelf($0.owner) }
    let single = own.filter { $0.owed == 1 }
    if !single.isEmpty,
      single.contains(where: { if case .year = $0.period { false } else { true } })
    {
      let isDated = single.allSatisfy { if case .due = $0.period { true } else { false } }
      let label = words.phrase(of: single)
      let subject = single.count == 1 ? "The one" : "Those"
      let text =
        isDated
        ? "\(subject) due by \(label) \(single.count == 1 ? "is" : "are") not completed."
        : "None is recorded for \(label)."
      result.append(Sentence(text, events: single.flatMap(\.events)))
    }
    for occurrence in own where occurrence.owed > 1 {
      result.append(Sentence("\(shortfall(occurrence)).", events: occurrence.events))
    }
    for group in SharedOccurrences.groups(of: others.filter { $0.owed > 1 }) {
      let names = EnglishWords.names(group.names) + (group.names.count > 1 ? " each" : "")
      for occurrence in group.occurrences {
        result.append(Sentence("\(shortfall(occurrence)) by \(names).", events: group.events))
      }
    }
    let groups = SharedOccurrences.groups(of: others.filter { $0.owed == 1 })
    if !groups.isEmpty {
      let parts = groups.map { group in
        let label = words.dueLabel(of: group.occurrences)
        return "by \(EnglishWords.names(group.names))" + (label.isEmpty ? "" : " (\(label))")
      }
      result.append(
        Sentence(
          "Not completed \(parts.joined(separator: "; ")).",
          events: groups.flatMap(\.events)
        )
      )
    }
    return result
  }

  /// One of two required for the first half-year completed.
  private func shortfall(_ occurrence: Occurrence) -> String {
    var label = " for \(words.phrase(of: [occurrence]))"
    if case .year = occurrence.period { label = "" }
    let done = EnglishWords.capitalized(
      occurrence.done == 0 ? "none" : EnglishWords.number(occurrence.done)
    )
    return "\(done) of \(EnglishWords.number(occurrence.owed)) required\(label) completed"
  }

  private func waivers(_ requirement: RequirementFacts, isShort: Bool) -> [Sentence] {
    var result: [Sentence] = []
    var places: [String: Int] = [:]
    var groups: [(waiver: RequirementFacts.Waiver, occurrences: [Occurrence])] = []
    for waiver in requirement.waivers {
      if let place = places[waiver.reason] {
        groups[place].occurrences += waiver.occurrence.map { [$0] } ?? []
      } else {
        places[waiver.reason] = groups.count
        groups.append((waiver, waiver.occurrence.map { [$0] } ?? []))
      }
    }
    let isWhole = requirement.isWaived && requirement.times.isEmpty && groups.count == 1
    for (waiver, occurrences) in groups {
      let label = isWhole ? "" : " \(phrase(ofWaived: occurrences))"
      let reason = NoteText(waiver.reason, language: .english)?.text ?? waiver.reason
      let why = isShort ? "" : ": \(reason)\(EnglishWriter.bracket(waiver.cited))"
      let text: Sentence = "Waived\(label)\(why)."
      result.append(text.resting(on: waiver.event.map { [$0] } ?? []))
    }
    return result
  }

  /// The periods of what was waived, with the persons where each of several owes it: for the first
  /// quarter (Ann Lee).
  private func phrase(ofWaived occurrences: [Occurrence]) -> String {
    let others = occurrences.filter { $0.isPersonal && !isSelf($0.owner) }
    let own = occurrences.filter { !$0.isPersonal || isSelf($0.owner) }
    var parts = own.isEmpty ? [] : ["for \(words.phrase(of: own))"]
    for group in SharedOccurrences.groups(of: others) {
      parts.append(
        "for \(words.phrase(of: group.occurrences)) (\(EnglishWords.names(group.names)))"
      )
    }
    return parts.joined(separator: "; ")
  }

  /// Who answers for a duty since when; what is the same for several requirements is said once.
  private func handovers(_ duty: DutyFacts) -> [Sentence] {
    var result: [Sentence] = []
    var known: Set<EventID> = []
    for handover in duty.requirements.flatMap(\.handovers)
    where known.insert(handover.event).inserted {
      let subject = handover.replaced.map { isSelf($0) ? "what was mine" : "what was \($0)’s" }
      let verb = isSelf(handover.owner) ? "I have answered" : "\(handover.owner) has answered"
      result.append(
        Sentence(
          "\(verb) for \(subject ?? "it") since \(words.day(handover.from)).",
          events: [handover.event]
        )
      )
    }
    return result
  }

  private func reschedule(_ change: RequirementFacts.Reschedule) -> Sentence {
    let (old, new) = (words.day(change.occurrence.originalDue), words.day(change.occurrence.due))
    let reason = NoteText(change.reason, language: .english).map { ": \($0.text)" } ?? ""
    let text: Sentence = "The due date \(old) was changed to \(new)\(reason)."
    return text.resting(on: [change.event])
  }

  func signature(_ signature: Occurrence.Signature) -> Sentence {
    let name = isSelf(signature.signer) ? "I" : signature.signer
    let changed = signature.isChanged ? " The records have changed since." : ""
    let opinion =
      NoteText(signature.opinion, language: .english).map { ": “\($0.text.quotable)”" } ?? ""
    let text: Sentence = "\(name) signed it off on \(words.day(signature.on))\(opinion).\(changed)"
    return text.resting(on: [signature.event])
  }

  // MARK: - Figures

  /// The figures of a section.
  func figures(_ figures: YearFigures, isLast: Bool, isOngoingTold: Bool = true) -> Sentence {
    if figures.owed == 0, figures.notYetDue == 0 {
      guard figures.ongoing > 0, isOngoingTold else { return Sentence() }
      return Sentence(EnglishWriter.ongoing(figures))
    }
    var text = EnglishWriter.owed(figures)
    if isLast { text = "For this section as a whole: " + EnglishWords.lowered(text) }
    return Sentence(text)
  }

  /// Two duties are continuous; work is recorded for one of them.
  static func ongoing(_ figures: YearFigures) -> String {
    let count = figures.ongoingRequirements
    let subject = EnglishWords.count(count, "duty is", "duties are")
    if count == 1, figures.ongoingRecorded == 0 {
      return EnglishWords.capitalized("\(subject) continuous; no work is recorded for it.")
    }
    let recorded =
      if figures.ongoingRecorded == 0 {
        count == 2 ? "neither of them" : "none of them"
      } else if figures.ongoingRecorded == figures.ongoing {
        switch count {
        case 1: "it"
        case 2: "both of them"
        default: "all of them"
        }
      } else {
        "\(EnglishWords.number(figures.ongoingRecorded)) of them"
      }
    let persons =
      figures.isOngoingByPersons
      ? ", \(EnglishWords.number(figures.ongoing)) if counted by person" : ""
    return EnglishWords.capitalized(
      "\(subject) continuous\(persons); work is recorded for \(recorded)."
    )
  }

  /// 20 items were due: 18 completed (two late) and two not completed.
  static func owed(_ figures: YearFigures) -> String {
    let rest =
      figures.notYetDue > 0
      ? " \(EnglishWords.capitalized(EnglishWords.count(figures.notYetDue, "item is", "items are"))) not yet due."
      : ""
    if figures.owed == 0 { return rest.trimmed() }
    let subject =
      EnglishWords.capitalized(EnglishWords.count(figures.owed, "item was", "items were")) + " due"
    let who =
      switch figures.owed {
      case 1: "it was"
      case 2: "both were"
      default: "all were"
      }
    if figures.waived == figures.owed { return "\(subject); \(who) waived.\(rest)" }
    if figures.open == figures.owed {
      let none =
        switch figures.owed {
        case 1: "it was not completed"
        case 2: "neither was completed"
        default: "none was completed"
        }
      return "\(subject); \(none).\(rest)"
    }
    if figures.open == 0, figures.waived == 0 {
      let how =
        figures.late == 0
        ? "on time"
        : figures.late == figures.owed ? "late" : "(\(EnglishWords.number(figures.late)) late)"
      return "\(subject); \(who) completed \(how).\(rest)"
    }
    var parts: [String] = []
    if figures.done > 0 {
      let isAllLate = figures.late == figures.done
      let late =
        figures.late == 0
        ? "" : isAllLate ? " late" : " (\(EnglishWords.number(figures.late)) late)"
      parts.append("\(EnglishWords.number(figures.done)) completed\(late)")
    }
    if figures.waived > 0 { parts.append("\(EnglishWords.number(figures.waived)) waived") }
    if figures.open > 0 {
      parts.append("\(EnglishWords.number(figures.open)) not completed")
    }
    return "\(subject): \(EnglishWords.list(parts)).\(rest)"
  }
}
