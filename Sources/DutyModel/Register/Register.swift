/// The state of a workspace on a day: a pure function of checklists, events, rules and the day.
///
/// Making a register only files the events under what they are about; states are computed when
/// they are asked for.
package struct Register: Sendable {
  /// A duty, in the edition shown.
  package struct Item: Sendable {
    /// The number of the edition in ``Register/checklists``.
    package let edition: Int
    package let tier: Int
    package let section: Int
    package let duty: Duty
    /// The numbers of its obligations, in the order of its requirements.
    package let obligations: [Int]
    /// The numbers of what only other editions of the duty ask for: no longer shown with it, but
    /// what was owed counts in the figures.
    package fileprivate(set) var otherObligations: [Int] = []
    /// Whether its edition is the one shown of its checklist on the day looked at; if not, it is
    /// shown only while something of it is overdue.
    package let isInEffect: Bool
  }

  package let checklists: [Checklist]
  package let rules: Rules
  /// The day looked at.
  package let today: Day
  /// The year whose occurrences are wanted, if one was named; otherwise it is that of the day.
  package let namedYear: Int?
  /// The year whose figures are asked for.
  package let year: Int
  /// The days of that year.
  let daysOfYear: ClosedRange<Day>
  /// The first due day of what is looked at: of the named year, or of the window of overdue.
  package let windowStart: Day
  package private(set) var effects: Effects
  /// Every duty once, in the order of the documents.
  package private(set) var items: [Item] = []
  package private(set) var obligations: [Obligation] = []
  /// Events for which there is no place.
  package private(set) var unmatched: [Unmatched] = []
  /// Every finding recorded by the day looked at, in the order of recording.
  package private(set) var findings: [FindingStatus] = []
  /// The scores set by hand: the last for each section and year.
  package private(set) var scores: [ScoreKey: Score] = [:]

  /// The number in ``itemNumbers`` of each checklist.
  private var checklistNumbers = IdentifierTable()
  /// For each checklist the numbers of its duties, by their names and former ones.
  private var itemNumbers: [IdentifierTable] = []
  var histories: [History] = []
  private var hasLaterEvents = false

  /// Files events under what they are about.
  ///
  /// - Parameters:
  ///   - checklists: All the editions.
  ///   - events: All the events, in ascending order of their ids, each once.
  ///   - rules: The figures states depend on.
  ///   - today: The day looked at.
  ///   - year: The year whose occurrences are wanted, if not the day's.
  package init(
    checklists: [Checklist],
    events: [Event],
    rules: Rules = Rules(),
    today: Day,
    year: Int? = nil
  ) {
    self.checklists = checklists
    self.rules = rules
    self.today = today
    namedYear = year
    self.year = year ?? today.year
    daysOfYear = .firstDay(ofYear: self.year) ... .lastDay(ofYear: self.year)
    windowStart = year.map { .firstDay(ofYear: $0) } ?? rules.windowStart(on: today)
    effects = Effects(of: events)
    unmatched = effects.unmatched
    index()
    histories = Array(repeating: History(), count: obligations.count)
    file()
  }

  /// The day on which an edition must be in effect to be shown.
  private var referenceDay: Day {
    guard let namedYear, namedYear != today.year else { return today }
    return namedYear < today.year ? .lastDay(ofYear: namedYear) : .firstDay(ofYear: namedYear)
  }
}

/// The section and the year a score is for.
package struct ScoreKey: Hashable, Sendable {
  package let section: String
  package let year: Int
}

/// A score set by hand.
package struct Score: Hashable, Sendable {
  package let event: EventID
  package let thousandths: Int
  package let reason: String
}

// MARK: - Looking up

extension Register {
  /// The number of an obligation, by its name or a former one.
  package func obligation(_ reference: Reference) -> Int? {
    guard
      let letter = reference.requirement,
      let item = item(reference)
    else { return nil }
    return obligation(letter, of: item)
  }

  /// The number of the obligation with a letter of a duty, in any edition.
  private func obligation(_ letter: String, of item: Int) -> Int? {
    func hasLetter(_ number: Int) -> Bool {
      obligations[number].reference.requirement == letter
    }
    return items[item].obligations.first(where: hasLetter)
      ?? items[item].otherObligations.first(where: hasLetter)
  }

  /// The number of a duty in ``items``, by its name without a letter, or a former one.
  package func item(_ reference: Reference) -> Int? {
    // Nearly always it is the first: a workspace has few.
    if !checklists.isEmpty, checklists[0].id == reference.checklist {
      return itemNumbers[0][reference.duty]
    }
    guard let checklist = checklistNumbers[reference.checklist] else { return nil }
    return itemNumbers[checklist][reference.duty]
  }

  package func checklist(of item: Item) -> Checklist { checklists[item.edition] }

  package func tier(of item: Item) -> Tier { checklists[item.edition].tiers[item.tier] }

  package func section(of item: Item) -> Section {
    checklists[item.edition].tiers[item.tier].sections[item.section]
  }

  package func reference(of item: Item) -> Reference {
    Reference(checklist: checklists[item.edition].id, duty: item.duty.id)
  }
}

// MARK: - Indexing

extension Register {
  /// Gives every duty and every requirement a number; later editions add versions to what earlier
  /// ones have.
  private mutating func index() {
    let count = checklists.reduce(0) { $0 + $1.dutyCount }
    items.reserveCapacity(count)
    obligations.reserveCapacity(count)
    var shown: [String: Int] = [:]
    var hasFormerNames = false
    for edition in checklists.indices {
      let id = checklists[edition].id
      if let other = shown[id], !isBetter(edition, than: other) { continue }
      shown[id] = edition
    }
    for edition in checklists.indices {
      let checklist = checklists[edition]
      let isInEffect = shown[checklist.id] == edition
      let number = checklistNumbers.insert(checklist.id, itemNumbers.count) ?? itemNumbers.count
      if number == itemNumbers.count {
        itemNumbers.append(IdentifierTable(capacity: checklist.dutyCount))
      }
      for tier in checklist.tiers.indices {
        for section in checklist.tiers[tier].sections.indices {
          for duty in checklist.tiers[tier].sections[section].duties {
            let place = (edition: edition, tier: tier, section: section)
            add(duty, of: number, at: place, isInEffect: isInEffect)
            if !duty.formerly.isEmpty { hasFormerNames = true }
          }
        }
      }
    }
    if hasFormerNames { addFormerNames() }
  }

  /// Adds the names that duties had before, as any edition tells them.
  ///
  /// What a name means must not depend on the edition shown. A name that is in use stays with who
  /// uses it.
  private mutating func addFormerNames() {
    for checklist in checklists {
      guard let own = checklistNumbers[checklist.id] else { continue }
      for duty in checklist.tiers.lazy.flatMap(\.sections).flatMap(\.duties)
      where !duty.formerly.isEmpty {
        guard let number = itemNumbers[own][duty.id] else { continue }
        for former in duty.formerly { itemNumbers[own].insert(former, number) }
      }
    }
  }

  private mutating func add(
    _ duty: Duty,
    of checklist: Int,
    at place: (edition: Int, tier: Int, section: Int),
    isInEffect: Bool
  ) {
    let known = itemNumbers[checklist].insert(duty.id, items.count)
    let isShown = known.map { isBetter(place.edition, than: items[$0].edition) } ?? true
    // Most duties ask for one thing, and need no room for more.
    var own: [Int] = []
    for requirement in duty.requirements {
      let version = Obligation.Version(edition: place.edition, requirement: requirement)
      if let known, let number = obligation(requirement.id, of: known) {
        obligations[number] = obligations[number].adding(version, isShown: isShown)
        own.append(number)
      } else {
        let name = Reference(
          checklist: checklists[place.edition].id,
          duty: duty.id,
          requirement: requirement.id
        )
        if own.isEmpty { own = [obligations.count] } else { own.append(obligations.count) }
        obligations.append(Obligation(reference: name, versions: .init(version), shown: 0))
      }
    }
    var item = Item(
      edition: place.edition,
      tier: place.tier,
      section: place.section,
      duty: duty,
      obligations: own,
      isInEffect: isInEffect
    )
    if let known {
      let other = items[known]
      if !isShown { item = other }
      item.otherObligations = (own + other.obligations + other.otherObligations)
        .filter { !item.obligations.contains($0) }
      item.otherObligations = Array(Set(item.otherObligations)).sorted()
      items[known] = item
    } else {
      items.append(item)
    }
  }

  /// Whether an edition is to be shown rather than another of the same checklist: the one in
  /// effect, else the last that has begun, else the first to come.
  private func isBetter(_ edition: Int, than other: Int) -> Bool {
    let day = referenceDay
    let (new, old) = (checklists[edition].effective, checklists[other].effective)
    if new.contains(day) != old.contains(day) { return new.contains(day) }
    let (newStart, oldStart) = (new.from ?? .first, old.from ?? .first)
    if (newStart <= day) != (oldStart <= day) { return newStart <= day }
    return newStart <= day ? newStart > oldStart : newStart < oldStart
  }
}

extension Checklist {
  /// The number of duties in all tiers.
  package var dutyCount: Int {
    tiers.reduce(0) { $0 + $1.sections.reduce(0) { $0 + $1.duties.count } }
  }
}

// MARK: - Filing events

extension Register {
  private mutating func file() {
    var findings = FindingFold()
    var sections: Set<String>?
    for index in effects.events.indices {
      // The event itself is not copied: its action is all that is looked at.
      let id = effects.events[index].id
      switch effects.events[index].action {
      case .done, .note, .start, .waive, .reopen, .reschedule, .sign:
        file(id, effects.events[index].action)
      case .assign(let references, let assignment):
        for reference in references { file(id, assignment, reference) }
      case .score(let section, let year, let thousandths, let reason):
        let known = sections ?? sectionNames()
        sections = known
        guard known.contains(section) else {
          unmatched.append(
            Unmatched(event: id, reason: .unknownReference, subject: section)
          )
          continue
        }
        scores[ScoreKey(section: section, year: year)] = Score(
          event: id,
          thousandths: thousandths,
          reason: reason
        )
      case .finding, .findingUpdate, .findingClose, .findingReopen:
        findings.add(effects.events[index])
      case .undo, .unknown:
        continue
      }
    }
    self.findings = findings.statuses(on: today)
    unmatched += findings.unmatched
    removeRecordsOfStrangers()
    if hasLaterEvents { removeLaterEvents() }
  }

  /// Files what is said about occurrences.
  private mutating func file(_ id: EventID, _ action: Action) {
    switch action {
    case .done(let targets, let on, let count):
      file(id, .done, targets, on, count)
    case .note(let targets, let on):
      file(id, .note, targets, on, 0)
    case .start(let targets, let on):
      file(id, .start, targets, on, 0)
    case .waive(let targets, let reason):
      file(id, .waive(reason), targets)
    case .reopen(let targets, _):
      file(id, .reopen, targets)
    case .reschedule(let targets, let due, _):
      file(id, .reschedule(due), targets)
    case .sign(let targets, let signature):
      file(id, .sign(signature), targets, on: signature.on)
    case .assign, .score, .finding, .findingUpdate, .findingClose, .findingReopen, .undo, .unknown:
      break
    }
  }

  /// The full names of all sections, and of tiers without sections.
  private func sectionNames() -> Set<String> {
    var names: Set<String> = []
    for checklist in checklists {
      for tier in checklist.tiers {
        for section in tier.sections { names.insert("\(checklist.id)/\(section.id ?? tier.id)") }
      }
    }
    return names
  }

  /// Takes out what happened after the day looked at.
  ///
  /// Whether an event has a place does not depend on the day, so this comes last.
  private mutating func removeLaterEvents() {
    for number in histories.indices {
      histories[number].works.removeAll { $0.on > today }
      histories[number].rulings.removeAll {
        if case .sign(let signature) = $0.kind { signature.on > today } else { false }
      }
    }
  }

  /// Takes out what names nobody who ever held a seat, where each of several owes it.
  ///
  /// Only after all events are filed are all assignments known.
  private mutating func removeRecordsOfStrangers() {
    for number in obligations.indices where obligations[number].isEverPersonal {
      let history = histories[number]
      let seats = seats(obligations[number].personalNames, history: history)
      let known = seats.reduce(into: Set<String>()) { $0.formUnion($1.names) }
      func isKnown(_ owner: String?) -> Bool { owner.map(known.contains) ?? false }
      func isPersonal(_ period: Period) -> Bool { obligations[number].isPersonal(period) }
      for work in history.works where isPersonal(work.period) && !isKnown(work.owner) {
        report(stranger: work.owner, in: work.id, number, work.period)
      }
      for ruling in history.rulings where isPersonal(ruling.period) && !isKnown(ruling.owner) {
        report(stranger: ruling.owner, in: ruling.id, number, ruling.period)
      }
      histories[number].works.removeAll { isPersonal($0.period) && !isKnown($0.owner) }
      histories[number].rulings.removeAll { isPersonal($0.period) && !isKnown($0.owner) }
      for (id, assignment) in history.assignments {
        guard let replaced = assignment.replaces, !isKnown(replaced) else { continue }
        unmatched.append(Unmatched(event: id, reason: .unknownOwner, subject: replaced))
      }
    }
  }

  private mutating func report(
    stranger owner: String?,
    in event: EventID,
    _ number: Int,
    _ period: Period
  ) {
    let subject = "\(obligations[number].reference)@\(period) \(owner ?? "")"
    unmatched.append(Unmatched(event: event, reason: .unknownOwner, subject: subject))
  }

  private mutating func file(
    _ event: EventID,
    _ kind: History.Work.Kind,
    _ targets: [Target],
    _ on: Day,
    _ count: Int
  ) {
    for index in targets.indices {
      guard let number = number(of: targets[index], event, on: on) else { continue }
      if on > today { hasLaterEvents = true }
      let work = History.Work(
        id: event,
        kind: kind,
        on: on,
        count: count,
        period: number.period,
        owner: targets[index].owner
      )
      // Most have no more than one, and need no room for others.
      if histories[number.obligation].works.isEmpty {
        histories[number.obligation].works = [work]
      } else {
        histories[number.obligation].works.append(work)
      }
    }
  }

  private mutating func file(
    _ event: EventID,
    _ kind: History.Ruling.Kind,
    _ targets: [Target],
    on day: Day? = nil
  ) {
    for target in targets {
      guard let number = number(of: target, event, on: nil) else { continue }
      if let day, day > today { hasLaterEvents = true }
      histories[number.obligation].rulings.append(
        History.Ruling(id: event, kind: kind, period: number.period, owner: target.owner)
      )
    }
  }

  private mutating func file(_ event: EventID, _ assignment: Assignment, _ reference: Reference) {
    let own: [Int] =
      if reference.requirement != nil {
        obligation(reference).map { [$0] } ?? []
      } else {
        item(reference).map { items[$0].obligations + items[$0].otherObligations } ?? []
      }
    if own.isEmpty {
      unmatched.append(
        Unmatched(
          event: event,
          reason: .unknownReference,
          subject: reference.description
        )
      )
    }
    for number in own { histories[number].assignments.append((event, assignment)) }
  }

  private mutating func number(
    of target: Target,
    _ event: EventID,
    on day: Day?
  ) -> (obligation: Int, period: Period)? {
    guard let number = obligation(target.to) else {
      unmatched.append(
        Unmatched(event: event, reason: .unknownReference, subject: target.to.description)
      )
      return nil
    }
    guard let period = obligations[number].resolved(target.period, on: day) else {
      unmatched.append(
        Unmatched(
          event: event,
          reason: .unknownPeriod,
          subject: "\(target.to)@\(target.period?.description ?? "?")"
        )
      )
      return nil
    }
    return (number, period)
  }
}

// MARK: - Filing more

extension Register {
  /// The register with further events, without filing all the others again.
  ///
  /// - Parameter new: Events later than all that the register was made from, in the order of their
  ///   ids.
  /// - Returns: The register, or `nil` where an event may change what others mean, so that all must
  ///   be filed again.
  package func filing(_ new: [Event]) -> Register? {
    guard new.allSatisfy(onlyAdds) else { return nil }
    var result = self
    for event in new { result.file(event.id, event.action) }
    result.effects.append(new)
    return result
  }

  /// Whether an event is about occurrences that there are, and changes the meaning of no other.
  private func onlyAdds(_ event: Event) -> Bool {
    // Of two events with one key only the first holds.
    if let key = event.key, effects.events.contains(where: { $0.key == key }) { return false }
    let targets: [Target]
    var day: Day?
    switch event.action {
    case .done(let own, let on, _), .note(let own, let on), .start(let own, let on):
      guard on <= today else { return false }
      targets = own
      day = on
    case .sign(let own, let signature):
      guard signature.on <= today else { return false }
      targets = own
    case .waive(let own, _), .reopen(let own, _), .reschedule(let own, _, _): targets = own
    case .assign, .score, .finding, .findingUpdate, .findingClose, .findingReopen, .undo, .unknown:
      return false
    }
    return targets.allSatisfy { target in
      guard let number = obligation(target.to),
        obligations[number].resolved(target.period, on: day) != nil
      else { return false }
      guard obligations[number].isEverPersonal else { return true }
      // What names nobody who owes it is left out, and told.
      return seats(obligations[number].personalNames, history: histories[number])
        .contains { seat in target.owner.map(seat.wasHeld) ?? false }
    }
  }
}
