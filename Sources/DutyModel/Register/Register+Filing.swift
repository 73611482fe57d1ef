// Filing events under what they are about.

extension Register {
  mutating func file() {
    var findings = FindingFold()
    var sections: Set<String>?
    // Nearly every event is work for one obligation.
    works.reserve(effects.events.count)
    // Of a list that cannot change meanwhile nothing is copied to look at it.
    let events = effects.events
    for index in events.indices {
      let id = events[index].id
      if file(id, events[index].action) { continue }
      switch events[index].action {
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
        findings.add(events[index])
      case .done, .note, .cause, .start, .waive, .reopen, .reschedule, .sign, .undo, .unknown:
        continue
      }
    }
    self.findings = findings.statuses(on: today)
    unmatched += findings.unmatched
    sortFiled()
    removeRecordsOfStrangers()
    removeLaterEvents()
  }

  /// Sorts what was filed by obligations.
  private mutating func sortFiled() {
    works.sort(count: obligations.count)
    rulings.sort(count: obligations.count)
    assignments.sort(count: obligations.count)
  }

  /// Files what is said about occurrences; `false` if the action is about something else.
  @discardableResult
  private mutating func file(_ id: EventID, _ action: Action) -> Bool {
    switch action {
    case .done(let targets, let on, let count):
      file(id, .done, targets, on, count)
    case .note(let targets, let on):
      file(id, .note, targets, on, 0)
    case .cause(let targets, let on):
      file(id, .cause, targets, on, 0)
    case .start(let targets, let on):
      file(id, .start, targets, on, 0)
    case .waive(let targets, let reason):
      file(id, .waive(reason), targets)
    case .reopen(let targets, _):
      file(id, .reopen, targets)
    case .reschedule(let targets, let due, _):
      file(id, .reschedule(due), targets)
    case .sign(let targets, let signature):
      file(id, .sign(signature), targets)
    case .assign, .score, .finding, .findingUpdate, .findingClose, .findingReopen, .undo, .unknown:
      return false
    }
    return true
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
    let today = today
    works.removeAll { _, work in work.on > today }
    rulings.removeAll { _, ruling in
      if case .sign(let signature) = ruling.kind { signature.on > today } else { false }
    }
  }

  /// Takes out what names nobody who ever held a seat, where each of several owes it.
  ///
  /// Only after all events are filed are all assignments known.
  private mutating func removeRecordsOfStrangers() {
    var known: [Int: Set<String>] = [:]
    var hasStrangers = false
    for number in personalNumbers.sorted() {
      let history = history(of: number)
      let seats = seats(obligations[number].personalNames, history: history)
      let names = seats.reduce(into: Set<String>()) { $0.formUnion($1.names) }
      known[number] = names
      for work in history.works where isStranger(work.owner, names, number, work.period) {
        hasStrangers = true
        report(stranger: work.owner, in: work.id, number, work.period)
      }
      for ruling in history.rulings where isStranger(ruling.owner, names, number, ruling.period) {
        hasStrangers = true
        report(stranger: ruling.owner, in: ruling.id, number, ruling.period)
      }
      for (id, assignment) in history.assignments {
        guard let replaced = assignment.replaces, !names.contains(replaced) else { continue }
        unmatched.append(Unmatched(event: id, reason: .unknownOwner, subject: replaced))
      }
    }
    guard hasStrangers else { return }
    let register = self
    works.removeAll { number, work in
      register.isStranger(work.owner, known[number], number, work.period)
    }
    rulings.removeAll { number, ruling in
      register.isStranger(ruling.owner, known[number], number, ruling.period)
    }
  }

  /// Whether a record names nobody of those known to have held a seat, where it must; none are known
  /// of what no edition asks of each of several.
  private func isStranger(
    _ owner: String?,
    _ known: Set<String>?,
    _ number: Int,
    _ period: Period
  ) -> Bool {
    guard let known, obligations[number].isPersonal(period) else { return false }
    return owner.map { !known.contains($0) } ?? true
  }

  private mutating func report(
    stranger owner: String?,
    in event: EventID,
    _ number: Int,
    _ period: Period
  ) {
    let occurrence = "\(obligations[number].reference)@\(period)"
    unmatched.append(
      owner.map { Unmatched(event: event, reason: .unknownOwner, subject: "\(occurrence) \($0)") }
        ?? Unmatched(event: event, reason: .noOwner, subject: occurrence)
    )
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
      let work = History.Work(
        id: event,
        kind: kind,
        on: on,
        count: count,
        period: number.period,
        owner: targets[index].owner
      )
      works.add(work, under: number.obligation)
    }
  }

  private mutating func file(
    _ event: EventID,
    _ kind: History.Ruling.Kind,
    _ targets: [Target]
  ) {
    for target in targets {
      guard let number = number(of: target, event, on: nil) else { continue }
      rulings.add(
        History.Ruling(id: event, kind: kind, period: number.period, owner: target.owner),
        under: number.obligation
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
    for number in own { assignments.add((event, assignment), under: number) }
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
    guard let period = resolved(target.period, on: day, of: number) else {
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
    result.sortFiled()
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
    case .done(let own, let on, _), .note(let own, let on), .cause(let own, let on),
      .start(let own, let on):
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
        resolved(target.period, on: day, of: number) != nil
      else { return false }
      guard personalNumbers.contains(number) else { return true }
      // What names nobody who owes it is left out, and told.
      return seats(obligations[number].personalNames, history: history(of: number))
        .contains { seat in target.owner.map(seat.wasHeld) ?? false }
    }
  }
}
