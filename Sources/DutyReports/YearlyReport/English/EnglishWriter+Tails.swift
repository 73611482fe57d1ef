import DutyModel
import TerminalText

extension EnglishWriter {
  func tails(_ requirement: RequirementFacts) -> [Sentence] {
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

  func waivers(_ requirement: RequirementFacts, isShort: Bool) -> [Sentence] {
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
  func handovers(_ duty: DutyFacts) -> [Sentence] {
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

  func reschedule(_ change: RequirementFacts.Reschedule) -> Sentence {
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
}
