import DutyModel
import TerminalText

extension EnglishReport {
  private static func clean(_ text: String?) -> String? {
    NoteText(text, language: .english)?.text
  }

  mutating func addFindings() {
    let all = facts.findings
    if all.isEmpty { return }
    body.heading("Findings")
    let closed = all.filter { $0.status.state == .closed }
    let overdue = all.count { $0.status.state == .overdue }
    let first = Day.firstDay(ofYear: facts.year)
    let carried = all.count { $0.finding.on < first }
    let was = EnglishWords.count(all.count, "finding was", "findings were")
    var text = "\(EnglishWords.capitalized(was)) raised"
    if carried > 0 { text += " or carried over (\(EnglishWords.number(carried)) carried over)" }
    let open = all.count - closed.count
    let who = all.count == 1 ? "it" : all.count == 2 ? "both" : "all"
    if open == 0 {
      text += "; \(who) \(all.count == 1 ? "was" : "were") closed"
    } else if closed.isEmpty {
      text += "; \(who) \(all.count == 1 ? "is" : "are") open"
    } else {
      text += "; \(EnglishWords.number(closed.count)) closed, \(EnglishWords.number(open)) open"
    }
    if overdue > 0, all.count == 1 {
      text += " and past its date"
    } else if overdue > 0 {
      text +=
        ", \(EnglishWords.number(overdue)) of these past \(overdue == 1 ? "its" : "their") date"
    }
    body.paragraph([Sentence("\(text).", events: all.map(\.status.id))])
    for finding in closed { body.paragraph(closedFinding(finding)) }
    if facts.request.hasLists {
      let lists = annexNumbers.lists
      body.paragraph([
        "The lists of problems, tasks and responsibilities are annexes \(lists.first) to \(lists.last)."
      ])
    }
  }

  /// The numbers of the annexes, once all that the text points at is known.
  private var annexNumbers: AnnexNumbers {
    AnnexNumbers(facts, hasNotes: !writer.longNotes.isEmpty)
  }

  private func closedFinding(_ facts: FindingFacts) -> [Sentence] {
    let finding = facts.finding
    guard let closure = facts.status.closure else { return [] }
    let source = EnglishReport.clean(finding.source).map { " (source: \($0))" } ?? ""
    var result: [Sentence] = ["\(facts.title)\(source)."]
    if let measure = EnglishReport.clean(finding.measure) { result.append("Measure: \(measure).") }
    let confirmed = closure.confirmedBy.map { ", confirmed by \($0)" } ?? ""
    let cited = EnglishWriter.bracket(
      closure.documents.filter { WorkRecord.isCited($0, in: .english) }
    )
    let evidence: Sentence =
      EnglishReport.clean(closure.note).map { "\($0)\(cited)" }
      ?? (closure.documents.isEmpty
        ? EnglishWriter.gap("\(facts.name) evidence", about: facts.name)
        : "\(closure.documents.joined(separator: "; "))")
    result.append("Closed on \(words.day(closure.on))\(confirmed): \(evidence).")
    return result.map { $0.resting(on: facts.status.events) }
  }

  private var openFindings: [FindingFacts] {
    facts.findings
      .filter { $0.status.state != .closed }
      .filter { facts.person == nil || $0.finding.owner == facts.person?.name }
      .sorted { left, right in
        let (a, b) = (left.status.state == .overdue, right.status.state == .overdue)
        if a != b { return a }
        let (x, y) = (left.finding.due ?? .last, right.finding.due ?? .last)
        return x == y ? left.status.id < right.status.id : x < y
      }
  }

  // MARK: - Problems

  private typealias Group = (requirement: RequirementFacts, occurrences: [Occurrence])

  private func groups(_ chosen: (RequirementFacts) -> [Occurrence]) -> [Group] {
    facts.requirements.compactMap { requirement in
      let occurrences = chosen(requirement)
      return occurrences.isEmpty ? nil : (requirement, occurrences)
    }
  }

  private static let mostListed = ReportFacts.mostListed

  mutating func addProblems() {
    body.heading("What remains to be put right")
    let findings = openFindings
    for finding in findings { body.paragraph(problem(finding)) }
    let missed = missed
    if !missed.isEmpty { body.paragraph(missed) }
    if findings.isEmpty, missed.isEmpty {
      body.paragraph([EnglishWriter.gap("problems and causes")])
    }
  }

  private func problem(_ facts: FindingFacts) -> [Sentence] {
    let finding = facts.finding
    var inside = "raised on \(words.day(finding.on))"
    if let source = EnglishReport.clean(finding.source) { inside = "source: \(source), \(inside)" }
    var result: [Sentence] = ["\(facts.title) (\(inside))."]
    if let text = EnglishReport.clean(finding.text) { result.append("\(text).") }
    let cause =
      EnglishReport.clean(finding.cause).map { Sentence($0) }
      ?? EnglishWriter.gap("\(facts.name) cause", about: facts.name)
    result.append("Cause: \(cause).")
    if let last = facts.progress.last {
      let text: Sentence = "As of \(words.day(last.on)): \(last.note.text)."
      result.append(text.resting(on: [last.event]))
    }
    let owner = finding.owner.map { $0 == self.facts.person?.name ? "I" : $0 }
    let who: Sentence =
      owner.map { Sentence($0) }
      ?? EnglishWriter.gap("\(facts.name) owner", about: facts.name)
    if let due = finding.due {
      if facts.status.state == .overdue {
        let late = self.facts.asOf - due
        let days = EnglishWords.count(late, "day", "days")
        result.append("Measure: \(measure(of: facts)).")
        result.append("\(who) was to see to it by \(words.day(due)); this is \(days) overdue.")
      } else {
        // Who is to do what stands among the next steps.
        result.append("It is to be put right by \(words.day(due)).")
      }
    }
    return result.map { $0.resting(on: [facts.status.id]) }
  }

  private var missed: [Sentence] {
    let open = groups(\.open)
    let late = groups(\.late)
    if open.isEmpty, late.isEmpty { return [] }
    var result: [Sentence] = []
    let annex = annexNumbers.unfinished.map { "annex \($0)" } ?? "the annex"
    func list(_ groups: [Group], _ detail: (Group) -> String) -> Sentence {
      let parts = groups.prefix(EnglishReport.mostListed).map { group in
        Sentence(
          "\(group.requirement.action) (\(detail(group)))",
          events: group.occurrences.flatMap(\.events)
        )
      }
      let more = groups.count - parts.count
      return parts.joined("; ")
        + Sentence(more > 0 ? "; and \(EnglishWords.number(more)) more in \(annex)" : "")
    }
    if !open.isEmpty {
      let count = open.reduce(0) { $0 + $1.occurrences.count }
      let items = EnglishWords.capitalized(EnglishWords.count(count, "item was", "items were"))
      result.append("\(items) not completed: \(list(open) { openDetail($0) }).")
    }
    if !late.isEmpty {
      let count = late.reduce(0) { $0 + $1.occurrences.count }
      let items =
        open.isEmpty
        ? EnglishWords.count(count, "item was", "items were")
        : EnglishWords.count(count, "was", "were")
      let text = list(late) { group in
        let days = group.occurrences.compactMap(\.late)
        return days.count == 1
          ? EnglishWords.count(days[0], "day", "days")
          : "\(EnglishWords.times(days.count)), up to \(EnglishWords.count(days.max() ?? 0, "day", "days"))"
      }
      result.append("\(EnglishWords.capitalized(items)) completed late: \(text).")
    }
    result.append("Cause: \(causes(open + late)).")
    return result
  }

  private func openDetail(_ group: Group) -> String {
    func detail(_ occurrences: [Occurrence]) -> String {
      guard occurrences.count == 1, occurrences[0].owed > 1 else {
        return words.dueLabel(of: occurrences)
      }
      return "\(occurrences[0].done) of \(occurrences[0].owed)"
    }
    let others = group.occurrences.filter { $0.isPersonal && !writer.isSelf($0.owner) }
    let own = group.occurrences.filter { !$0.isPersonal || writer.isSelf($0.owner) }
    var parts: [String] = []
    if !own.isEmpty {
      let detail = detail(own)
      parts.append(detail.isEmpty ? words.label(of: own) : detail)
    }
    let groups = SharedOccurrences.groups(of: others)
    for group in groups.prefix(EnglishReport.mostListed) {
      let (names, detail) = (EnglishWords.names(group.names), detail(group.occurrences))
      parts.append(detail.isEmpty ? names : "\(names): \(detail)")
    }
    if groups.count > EnglishReport.mostListed { parts.append("and others") }
    return parts.joined(separator: "; ")
  }

  private func causes(_ groups: [Group]) -> Sentence {
    var told: [Sentence] = []
    var hasUntold = false
    for (requirement, occurrences) in groups {
      var texts: [String] = []
      var events: [EventID] = []
      for occurrence in occurrences {
        let causes = requirement.causes(of: occurrence)
        if causes.isEmpty { hasUntold = true }
        for (event, cause) in causes {
          events.append(event)
          let text = EnglishReport.clean(cause) ?? ""
          if !text.isEmpty, !texts.contains(text), texts.count < 12 { texts.append(text) }
        }
      }
      if texts.isEmpty { continue }
      let causes = texts.map { Sentence($0) }.joined(", ")
      let text: Sentence = "\(requirement.action) – \(causes)"
      told.append(text.resting(on: events))
    }
    let gap = "why items were missed or late"
    if told.isEmpty { return EnglishWriter.gap(gap) }
    let list = told.joined("; ")
    return hasUntold
      ? "\(list); \(EnglishWriter.gap("why the other items were missed or late"))" : list
  }

  // MARK: - Plans

  mutating func addPlans() {
    var items: [[Sentence]] = openFindings.map { [plan($0)] }
    let missed = groups(\.open).reduce(0) { $0 + $1.occurrences.count }
    if missed > 0 {
      let gap = EnglishWriter.gap("arrangements for making up")
      let count = missed == 1 ? "item" : "\(EnglishWords.number(missed)) items"
      items.append(["For the \(count) not completed in \(facts.year): \(gap)."])
    }
    if let coming { items.append([coming]) }
    body.heading("Next steps")
    if items.isEmpty { body.paragraph([EnglishWriter.gap("next steps")]) }
    for (place, item) in items.enumerated() { body.paragraph(item, lead: "(\(place + 1))") }
  }

  private func plan(_ facts: FindingFacts) -> Sentence {
    let finding = facts.finding
    let owner = finding.owner.map { $0 == self.facts.person?.name ? "I am" : "\($0) is" }
    let who: Sentence =
      owner.map { Sentence($0) }
      ?? "\(EnglishWriter.gap("\(facts.name) owner", about: facts.name)) is"
    var text: Sentence = "\(measure(of: facts, isFirst: true)). \(who) to see to it"
    if let due = finding.due {
      if facts.status.state == .overdue {
        let gap = EnglishWriter.gap("\(facts.name) new date", about: facts.name)
        text += "; the date set, \(words.day(due)), has passed, and a new one is needed: \(gap)."
      } else {
        text += " by \(words.day(due))."
      }
    } else {
      text += " by \(EnglishWriter.gap("\(facts.name) date", about: facts.name))."
    }
    return text.resting(on: facts.status.events)
  }

  /// What is done about a finding: a sentence of its own, since no verb can be put before words
  /// that may be a noun as well as a clause.
  private func measure(of facts: FindingFacts, isFirst: Bool = false) -> Sentence {
    guard let text = EnglishReport.clean(facts.finding.measure) else {
      return EnglishWriter.gap("\(facts.name) measure", about: facts.name)
    }
    return Sentence(isFirst ? EnglishWords.capitalized(text) : text)
  }

  private var coming: Sentence? {
    let own: (Occurrence) -> Bool = { [facts] occurrence in
      facts.person == nil || occurrence.owner == facts.person?.name
    }
    if !facts.isYearOver {
      let rest = groups { requirement in
        requirement.occurrences.filter { $0.state.isOpen && !requirement.isOpen($0) && own($0) }
      }
      let count = rest.reduce(0) { $0 + $1.occurrences.count }
      if count == 0 { return nil }
      let items = EnglishWords.capitalized(EnglishWords.count(count, "item is", "items are"))
      return "\(items) still to come in \(facts.year): \(list(rest, words))."
    }
    let year = facts.year + 1
    guard year <= 9999 else { return nil }
    func due(_ wanted: (Occurrence) -> Bool) -> [Group] {
      groups { facts.nextYear(of: $0).filter(wanted) }
    }
    let all = due { _ in true }
    let count = all.reduce(0) { $0 + $1.occurrences.count }
    if count == 0 { return nil }
    let fall = EnglishWords.capitalized(EnglishWords.count(count, "item falls", "items fall"))
    let end = Period.quarter(year, 1).lastDay
    let next = EnglishWords(year: year)
    let first = count <= 8 ? all : due { $0.due <= end }
    let firstCount = first.reduce(0) { $0 + $1.occurrences.count }
    if firstCount == 0 { return "\(fall) due in \(year)." }
    let some = count <= 8 ? "" : ", \(EnglishWords.number(firstCount)) of them by \(next.day(end))"
    return "\(fall) due in \(year)\(some): \(list(first, next))."
  }

  private func list(_ groups: [Group], _ words: EnglishWords) -> Sentence {
    let parts = groups.prefix(EnglishReport.mostListed).map { requirement, occurrences -> String in
      var days: [Day] = []
      for occurrence in occurrences where days.last != occurrence.due {
        days.append(occurrence.due)
      }
      let dates =
        days.count > 6
        ? "\(words.day(days[0])) to \(words.day(days[days.count - 1])), \(EnglishWords.times(days.count))"
        : days.map { words.day($0) }.joined(separator: ", ")
      return "\(requirement.action) (by \(dates))"
    }
    let more = groups.count - parts.count
    let rest = more > 0 ? ["\(EnglishWords.number(more)) more by the dates of the checklist"] : []
    return Sentence(EnglishWords.list(parts + rest))
  }

  // MARK: - Annexes of what the text points at

  var longNotes: YearlyReport.Annex? {
    if writer.longNotes.isEmpty { return nil }
    let rows = writer.longNotes.map { name, record -> [Sentence] in
      [
        Sentence(name), Sentence(EnglishWords.full(record.on)),
        Sentence(record.wholeNote ?? "", events: [record.event]),
      ]
    }
    return YearlyReport.Annex(
      title: "Annex: notes in full",
      table: YearlyReport.Table(columns: [.init("Id"), .init("Date"), .init("Note")], rows: rows)
    )
  }

  var unfinished: YearlyReport.Annex? {
    guard facts.hasUnfinishedAnnex else { return nil }
    let (open, late) = (groups(\.open), groups(\.late))
    func rows(_ groups: [Group], _ state: (Occurrence) -> String) -> [[Sentence]] {
      groups.flatMap { requirement, occurrences in
        occurrences.map { occurrence in
          [
            Sentence(requirement.name), Sentence(requirement.action),
            Sentence(words.label(of: [occurrence])), Sentence(occurrence.owner ?? "—"),
            Sentence(state(occurrence), events: occurrence.events),
          ]
        }
      }
    }
    return YearlyReport.Annex(
      title: "Annex: items not completed or completed late",
      table: YearlyReport.Table(
        columns: [.init("Id"), .init("Item"), .init("Time"), .init("Owner"), .init("State")],
        rows: rows(open) { "not completed (\($0.done)/\($0.owed))" }
          + rows(late) { "\(EnglishWords.count($0.late ?? 0, "day", "days")) late" }
      )
    )
  }
}
