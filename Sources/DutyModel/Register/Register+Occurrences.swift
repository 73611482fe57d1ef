extension Register {
  /// The occurrences of an obligation whose original due day lies in a range, by due day; where
  /// each of several owes it, one for every person.
  package func occurrences(of number: Int, dueIn range: ClosedRange<Day>) -> [Occurrence] {
    let slots = obligations[number].slots(dueIn: range)
    if slots.isEmpty { return [] }
    return occurrences(of: number, in: slots)
  }

  /// The occurrences of an obligation that belong to a year.
  package func occurrences(of number: Int, year: Int) -> [Occurrence] {
    guard (1...9999).contains(year) else { return [] }
    return occurrences(of: number, dueIn: .firstDay(ofYear: year) ... .lastDay(ofYear: year))
  }

  /// The labels of the occurrences of an obligation that belong to a year, by due day.
  package func periods(of number: Int, year: Int) -> [Period] {
    guard (1...9999).contains(year) else { return [] }
    return obligations[number]
      .slots(dueIn: .firstDay(ofYear: year) ... .lastDay(ofYear: year))
      .map(\.period)
  }

  /// The occurrence with a label; `nil` if no edition makes it or the person does not owe it.
  ///
  /// - Parameters:
  ///   - number: The obligation.
  ///   - period: The label.
  ///   - owner: The person, where each of several owes it.
  /// - Returns: The occurrence, or `nil`.
  package func occurrence(of number: Int, for period: Period, owner: String?) -> Occurrence? {
    guard let slot = obligations[number].slot(for: period) else { return nil }
    let all = occurrences(of: number, in: [slot])
    return owner == nil ? all.first : all.first { $0.owner == owner }
  }

  /// The occurrences of slots, in their order; where each of several owes it, one for every person.
  func occurrences(of number: Int, in slots: [Slot]) -> [Occurrence] {
    var result: [Occurrence] = []
    result.reserveCapacity(slots.count)
    let versions = obligations[number].versions
    if versions.count == 1, !versions[0].requirement.responsible.isPersonal {
      // Nearly always; what is the same for every slot is looked at once.
      let (requirement, history) = (versions[0].requirement, history(of: number))
      for slot in slots { result.append(occurrence(number, slot, requirement, history, nil)) }
    } else {
      for slot in slots { append(number, slot, to: &result) }
    }
    return result
  }

  /// Adds the occurrence of a slot, or one for every person who owes it.
  private func append(_ number: Int, _ slot: Slot, to occurrences: inout [Occurrence]) {
    let version = obligations[number].version(dueOn: slot.due)
    let history = history(of: number)
    if case .each(let names) = version.requirement.responsible {
      let seats = seats(names, history: history)
      let own = history.divided(among: seats, in: slot.period)
      for (seat, history) in zip(seats, own) {
        occurrences.append(occurrence(number, slot, version.requirement, history, seat))
      }
    } else {
      occurrences.append(occurrence(number, slot, version.requirement, history, nil))
    }
  }

  /// The seats of those who each owe an obligation.
  func seats(_ names: [String], history: History) -> [Seat] {
    var seats = names.map { Seat($0) }
    if history.assignments.isEmpty { return seats }
    let assignments = history.assignments
      .filter { $0.assignment.replaces != nil }
      .sorted { ($0.assignment.from, $0.id) < ($1.assignment.from, $1.id) }
    var held: [String: [Int]] = [:]
    for (number, name) in names.enumerated() { held[name, default: []].append(number) }
    for (_, assignment) in assignments {
      guard let old = assignment.replaces, let new = assignment.owner, let moved = held[old] else {
        continue
      }
      for number in moved { seats[number].pass(to: new, from: assignment.from) }
      if new == old { continue }
      held[old] = nil
      held[new, default: []] += moved
    }
    return seats
  }

  /// The seat of one of those who each owe a requirement, by the name the checklist gives.
  func seat(_ name: String, of requirement: Requirement, _ history: History) -> Seat? {
    guard case .each(let names) = requirement.responsible, names.contains(name) else { return nil }
    // Where nobody was replaced, who sits beside does not matter.
    return history.assignments.isEmpty
      ? Seat(name) : seats(names, history: history).first { $0.name == name }
  }

  /// The occurrence of a slot for one person, or for the one who answers.
  func occurrence(
    _ number: Int,
    _ slot: Slot,
    _ requirement: Requirement,
    _ history: borrowing History,
    _ seat: Seat?
  ) -> Occurrence {
    var due = slot.due
    var waiver: String?
    var reopened: EventID?
    for ruling in history.rulings where ruling.period == slot.period {
      switch ruling.kind {
      case .waive(let reason): waiver = reason
      case .reopen:
        waiver = nil
        reopened = ruling.id
      case .reschedule(let day): due = day
      case .sign: break
      }
    }
    let gap = requirement.schedule.gap
    let tally = Tally(of: history.works, in: slot, gap: gap, returnedBy: reopened)
    // The original due day decides who answers, as it decides the year: a new date moves no debt
    // to the next person.
    let day = min(slot.due, today)
    return Occurrence(
      obligation: number,
      subject: obligations[number],
      period: slot.period,
      owner: seat?.holder(on: day) ?? owner(requirement, history.assignments, on: day),
      seat: seat?.name,
      departments: departments(requirement, history.assignments, on: day),
      start: slot.start,
      due: due,
      originalDue: slot.due,
      owed: slot.owed,
      done: tally.done,
      state: state(slot, due: due, isWaived: waiver != nil, tally),
      fulfilledOn: tally.fulfilledOn,
      waivedFor: waiver,
      signatures: signatures(history, slot.period, returnedBy: reopened),
      events: events(history, slot.period)
    )
  }

  private func state(_ slot: Slot, due: Day, isWaived: Bool, _ tally: Tally) -> State {
    if isWaived { return .waived }
    if tally.done >= slot.owed { return .done }
    if due < today { return .overdue }
    if slot.start > today { return .future }
    if due - today <= min(rules.dueSoonDays, slot.dayCount / 3) { return .dueSoon }
    return tally.done > 0 || tally.isStarted ? .inProgress : .pending
  }

  func concerns(_ work: History.Work, _ seat: Seat?) -> Bool {
    guard let seat else { return true }
    return work.owner.map { seat.wasHeld(by: $0) } ?? false
  }

  func concerns(_ ruling: History.Ruling, _ seat: Seat?) -> Bool {
    guard let seat else { return true }
    return ruling.owner.map { seat.wasHeld(by: $0) } ?? false
  }

  /// Every event that names the occurrence, in the order of ids.
  private func events(_ history: borrowing History, _ period: Period) -> [EventID] {
    var ids: [EventID] = []
    for index in history.works.indices where history.works[index].period == period {
      let id = history.works[index].id
      // Most have no more than one, and need no room for others.
      if ids.isEmpty { ids = [id] } else { ids.append(id) }
    }
    if history.rulings.isEmpty { return ids }
    for ruling in history.rulings where ruling.period == period {
      ids.append(ruling.id)
    }
    return ids.sorted()
  }

  private func signatures(
    _ history: borrowing History,
    _ period: Period,
    returnedBy returned: EventID?
  ) -> [Occurrence.Signature] {
    guard !history.rulings.isEmpty else { return [] }
    let records = Set(
      history.works.filter { $0.kind == .done && $0.belongs(to: period, after: returned) }
        .map(\.id)
    )
    return history.rulings.compactMap { ruling in
      guard
        case .sign(let signature) = ruling.kind, ruling.period == period
      else { return nil }
      return Occurrence.Signature(
        event: ruling.id,
        signer: signature.signer,
        on: signature.on,
        opinion: signature.opinion,
        isChanged: Set(signature.seen) != records
      )
    }
  }
}

// MARK: - Responsibility

extension Register {
  /// Who answers for an obligation on a day, where one person does.
  ///
  /// An assignment beats the checklist from its day on; of several the last by day, then by id.
  package func owner(of number: Int, on day: Day) -> String? {
    owner(obligations[number].requirement, assignments[number], on: day)
  }

  /// Which departments answer for an obligation on a day.
  package func departments(of number: Int, on day: Day) -> [String] {
    departments(obligations[number].requirement, assignments[number], on: day)
  }

  /// The persons who each owe an obligation, as of a day; none where one person answers.
  package func persons(of number: Int, on day: Day) -> [String] {
    guard case .each(let names) = obligations[number].requirement.responsible else { return [] }
    return seats(names, history: history(of: number)).map { $0.holder(on: day) }
  }

  /// The assignments of an obligation that hold, in the order of their days.
  package func assignments(of number: Int) -> [(id: EventID, assignment: Assignment)] {
    assignments[number]
      .sorted { ($0.assignment.from, $0.id) < ($1.assignment.from, $1.id) }
  }

  func owner(
    _ requirement: Requirement,
    _ assignments: ArraySlice<History.Assigned>,
    on day: Day
  ) -> String? {
    if !assignments.isEmpty,
      let assigned = last(of: assignments, on: day, where: { $0.owner != nil })
    {
      return assigned.owner
    }
    if case .owner(let name) = requirement.responsible { return name }
    return nil
  }

  func departments(
    _ requirement: Requirement,
    _ assignments: ArraySlice<History.Assigned>,
    on day: Day
  ) -> [String] {
    guard !assignments.isEmpty else { return requirement.departments }
    return last(of: assignments, on: day) { $0.departments != nil }?.departments
      ?? requirement.departments
  }

  private func last(
    of assignments: ArraySlice<History.Assigned>,
    on day: Day,
    where isWanted: (Assignment) -> Bool
  ) -> Assignment? {
    assignments
      .filter { isWanted($0.assignment) && $0.assignment.from <= day }
      .max { ($0.assignment.from, $0.id) < ($1.assignment.from, $1.id) }?
      .assignment
  }
}
