extension Register {
  /// How it stands with a duty.
  package func status(of item: Int) -> DutyStatus {
    let numbers = items[item].numbers
    // One is the rule.
    if numbers.count == 1 {
      return DutyStatus(item: item, requirements: [status(ofObligation: numbers[0])])
    }
    return DutyStatus(item: item, requirements: numbers.map { status(ofObligation: $0) })
  }

  /// How it stands with an obligation.
  package func status(ofObligation number: Int) -> RequirementStatus {
    let requirement = obligations[number].requirement
    let currents = currentOccurrences(of: number)
    return status(
      of: number,
      requirement,
      currents,
      standings: standings(requirement, number),
      each: namesOfEach(requirement, number, currents)
    )
  }

  func status(
    of number: Int,
    _ requirement: Requirement,
    _ currents: [Occurrence],
    standings: (first: Standing, others: [Standing]),
    each: [String]
  ) -> RequirementStatus {
    let (first, others) = standings
    let isWaived = first.waivedFor != nil && others.allSatisfy { $0.waivedFor != nil }
    var owner: String?
    let departments: [String]
    if currents.isEmpty {
      owner = self.owner(requirement, assignments[number], on: undatedDay)
      departments = self.departments(requirement, assignments[number], on: undatedDay)
    } else {
      // The occurrence may be of an edition before the one shown, and then is its owner's.
      owner = currents[0].owner
      departments = currents[0].departments
    }
    if !each.isEmpty { owner = nil }
    return RequirementStatus(
      obligation: number,
      requirement: requirement,
      state: state(requirement, currents, isWaived: isWaived),
      currents: currents,
      owner: owner,
      each: each,
      departments: departments,
      firstStanding: first,
      otherStandings: others
    )
  }

  /// Those who each owe an obligation, or left something of it that each of them owed; nobody where
  /// one person answers.
  private func namesOfEach(
    _ requirement: Requirement,
    _ number: Int,
    _ currents: [Occurrence]
  ) -> [String] {
    if requirement.responsible.isPersonal { return persons(of: number, on: undatedDay) }
    return currents.contains { $0.isPersonal } ? currents.owners : []
  }

  private func state(
    _ requirement: Requirement,
    _ currents: [Occurrence],
    isWaived: Bool
  ) -> State {
    // One is the rule, and looking for the worst would copy it.
    if currents.count == 1 { return currents[0].state }
    if let worst = currents.min(by: Occurrence.isWorse) { return worst.state }
    // Without due days, or without any in the effective days: it has not begun, or is over.
    if let from = requirement.effective.from, undatedDay < from { return .future }
    if let to = requirement.effective.to, undatedDay > to { return .waived }
    if requirement.schedule.isDated { return .future }
    return isWaived ? .waived : .ongoing
  }

  /// What is recorded for an obligation, for each of those who owe it.
  func standings(
    _ requirement: Requirement,
    _ number: Int
  ) -> (first: Standing, others: [Standing]) {
    if case .each(let names) = requirement.responsible {
      let history = history(of: number)
      let seats = seats(names, history: history)
      let all = zip(seats, history.divided(among: seats)).map { seat, own in
        standing(requirement, number, own.works, own.rulings, seat)
      }
      if let first = all.first { return (first, Array(all.dropFirst())) }
    }
    return (standing(requirement, number, works[number], rulings[number], nil), [])
  }

  private func standing(
    _ requirement: Requirement,
    _ number: Int,
    _ works: ArraySlice<History.Work>,
    _ rulings: ArraySlice<History.Ruling>,
    _ seat: Seat?
  ) -> Standing {
    var waiver: String?
    var returned: [(period: Period, by: EventID)] = []
    for ruling in rulings {
      switch ruling.kind {
      case .waive(let text) where ruling.period == .year(year): waiver = text
      case .reopen:
        if ruling.period == .year(year) { waiver = nil }
        returned.append((ruling.period, ruling.id))
      case .waive, .reschedule, .sign: break
      }
    }
    var records = 0
    var last: Day?
    for work in works where work.isRecord {
      if returned.contains(where: { $0.period == work.period && work.id < $0.by }) { continue }
      if daysOfYear.contains(work.on) { records += 1 }
      if work.on <= undatedDay, last.map({ $0 < work.on }) ?? true { last = work.on }
    }
    let isInEffect = requirement.effective.contains(undatedDay)
    let isSilent = !requirement.schedule.isDated && isInEffect && waiver == nil
    return Standing(
      owner: seat?.holder(on: undatedDay),
      records: records,
      lastRecord: last,
      silentDays: isSilent ? silence(of: number, since: last) : nil,
      waivedFor: requirement.schedule.isDated ? nil : waiver,
      isInEffect: isInEffect
    )
  }

  /// For how many days there has been no record since the last one, once that is too long.
  ///
  /// Without a record it is since the first edition that asks for it began, or since the year did:
  /// a new edition is no record.
  private func silence(of number: Int, since last: Day?) -> Int? {
    let begin = last ?? max(firstUndatedDay(of: number), .firstDay(ofYear: undatedDay.year))
    let days = undatedDay - begin
    return days >= rules.silentDays ? days : nil
  }

  /// From when on any edition asks for it without a due day.
  private func firstUndatedDay(of number: Int) -> Day {
    let undated = obligations[number].terms.lazy.filter { !$0.schedule.isDated }
    return undated.map { $0.effective.from ?? .first }.min() ?? .first
  }
}

// MARK: - The current occurrence

extension Register {
  /// The current occurrence, one for every person: the earliest overdue one inside the window;
  /// else the one whose period the day lies in; else the next; else the last.
  package func currentOccurrences(of number: Int) -> [Occurrence] {
    let versions = obligations[number].versions
    if versions.count == 1, namedYear == nil, rulings.isEmpty(number) {
      let requirement = versions[0].requirement
      if !requirement.schedule.isDated { return [] }
      if case .each = requirement.responsible { return picked(from: candidates(for: number)) }
      return plainCurrent(number, versions[0])
    }
    guard versions.contains(where: { $0.requirement.schedule.isDated }) else { return [] }
    return picked(from: candidates(for: number))
  }

  /// The current occurrence of what one person owes and nobody ruled about: found from the
  /// earliest due day on, without making the occurrences that are not it.
  private func plainCurrent(_ number: Int, _ version: Obligation.Version) -> [Occurrence] {
    var start = windowStart
    if case .once = version.requirement.schedule { start = .first }
    let terms = version.requirement.terms
    let (works, gap) = (works[number], terms.schedule.gap)
    var missed: Slot?
    if start < today {
      missed = terms.firstSlot(dueIn: start...today.dayBefore) {
        !Tally(of: works, in: $0, gap: gap).isFulfilled
      }
    }
    if let slot = missed ?? terms.slot(containing: today) {
      return [occurrence(number, slot, version.requirement, history(of: number), nil)]
    }
    return picked(from: candidates(for: number))
  }

  func candidates(for number: Int) -> [Occurrence] {
    let obligation = obligations[number]
    var slots: [Slot]
    if let namedYear {
      slots = obligation.slots(
        dueIn: .firstDay(ofYear: namedYear) ... .lastDay(ofYear: namedYear)
      )
    } else {
      let first = min(windowStart, .firstDay(ofYear: today.year))
      let next = Day.lastDay(ofYear: today.year + 1)
      slots = obligation.slots(dueIn: first...next)
      if slots.isEmpty, let slot = obligation.nearestSlot(to: today) { slots = [slot] }
      addOutlying(number, to: &slots)
      slots.sort { $0.due < $1.due }
    }
    return occurrences(of: number, in: slots)
  }

  /// Labels that may be looked at whatever their due day: dates owed once, and what was
  /// rescheduled.
  func outlying(_ number: Int) -> [Period] {
    var periods: [Period] = []
    for version in obligations[number].versions {
      if case .once(let deadline) = version.requirement.schedule {
        periods.append(.due(deadline.day))
      }
    }
    for ruling in rulings[number] {
      if case .reschedule = ruling.kind { periods.append(ruling.period) }
    }
    return periods
  }

  /// Adds the slots of such labels.
  private func addOutlying(_ number: Int, to slots: inout [Slot]) {
    let periods = outlying(number)
    if periods.isEmpty { return }
    var known = Set(slots.lazy.map(\.period))
    for period in periods where known.insert(period).inserted {
      if let slot = obligations[number].slot(for: period) { slots.append(slot) }
    }
  }

  /// Picks the current occurrence of every person; or the only one, where one person answers.
  ///
  /// Editions may differ in who owes it. Those who no longer do are picked only for what they have
  /// left overdue.
  func picked(from candidates: [Occurrence]) -> [Occurrence] {
    guard let first = candidates.first else { return [] }
    if !first.isPersonal, candidates.allSatisfy({ !$0.isPersonal }) {
      return current(of: candidates).map { [$0] } ?? []
    }
    var bySeat: [String?: [Occurrence]] = [:]
    for candidate in candidates { bySeat[candidate.seat, default: []].append(candidate) }
    var owing: [String?] = [nil]
    if case .each(let names) = obligations[first.obligation].requirement.responsible {
      owing = names
    }
    // Those who owe it now come first, in the order of the checklist.
    let due = owing.filter { bySeat[$0] != nil }
    var left: [String?] = []
    for candidate in candidates where !owing.contains(candidate.seat) {
      if !left.contains(candidate.seat) { left.append(candidate.seat) }
    }
    return (due + left).compactMap { seat in
      guard let current = current(of: bySeat[seat] ?? []) else { return nil }
      let isLeft = current.state == .overdue && isInWindow(current)
      return owing.contains(seat) || isLeft || due.isEmpty ? current : nil
    }
  }

  private func current(of candidates: [Occurrence]) -> Occurrence? {
    if let overdue = candidates.filter({ $0.state == .overdue && isInWindow($0) })
      .min(by: { ($0.due, $0.originalDue) < ($1.due, $1.originalDue) })
    {
      return overdue
    }
    let obligation = candidates.first.map { obligations[$0.obligation] }
    return candidates.first { candidate in
      let end = obligation?.slot(for: candidate.period)?.end ?? candidate.originalDue
      return candidate.start <= today && today <= max(end, candidate.originalDue)
    }
      ?? candidates.first { $0.start > today }
      ?? candidates.last
  }

  /// Whether an overdue occurrence is listed: dates owed once always, others by their due day.
  func isInWindow(_ occurrence: Occurrence) -> Bool {
    if let namedYear { return occurrence.year == namedYear }
    if occurrence.due >= windowStart { return true }
    let version = obligations[occurrence.obligation].version(dueOn: occurrence.originalDue)
    if case .once = version.requirement.schedule { return true }
    return false
  }
}

extension [Occurrence] {
  /// Who answers for them, each once, in their order.
  var owners: [String] {
    var names: [String] = []
    for occurrence in self {
      if let owner = occurrence.owner, !names.contains(owner) { names.append(owner) }
    }
    return names
  }
}

extension Obligation {
  /// The slot nearest to a day where none is due in the years around it: the last before, else
  /// the next.
  fileprivate func nearestSlot(to day: Day) -> Slot? {
    let past = min(versions.compactMap { $0.requirement.effective.to }.max() ?? day, day)
    let coming = versions.compactMap { $0.requirement.effective.from }.min()
    // No schedule has more than a year between two due days.
    if let slot = slots(dueIn: .firstDay(ofYear: past.year - 1)...past).last { return slot }
    if let coming, coming > day {
      return slots(dueIn: coming ... .lastDay(ofYear: coming.year + 1)).first
    }
    return nil
  }
}

// MARK: - Lists of occurrences

extension Register {
  /// Every occurrence that is overdue inside the window, or in the named year: by due day, then in
  /// the order of the documents.
  package func overdue() -> [Occurrence] {
    sorted(obligations.indices.flatMap { overdue($0) })
  }

  /// The overdue occurrences of one obligation, by due day.
  package func overdue(_ number: Int) -> [Occurrence] {
    let range: ClosedRange<Day>
    if let namedYear {
      range = .firstDay(ofYear: namedYear) ... .lastDay(ofYear: namedYear)
    } else {
      range = min(windowStart, today)...today
    }
    if let version = plainVersion(of: number) { return plainOverdue(number, version, range) }
    let found = occurrences(of: number, in: slots(of: number, dueIn: range))
      .filter { $0.state == .overdue && isInWindow($0) }
    return found.count > 1 ? sorted(found) : found
  }

  /// What is overdue of what one person owes and nobody ruled about: of all others no occurrence is
  /// made.
  private func plainOverdue(
    _ number: Int,
    _ version: Obligation.Version,
    _ range: ClosedRange<Day>
  ) -> [Occurrence] {
    var first = range.lowerBound
    // A date owed once is listed for ever, but for a named year.
    if namedYear == nil, case .once = version.requirement.schedule { first = .first }
    let last = min(range.upperBound, today.dayBefore)
    guard first <= last, last < today else { return [] }
    let terms = version.requirement.terms
    let (works, gap) = (works[number], terms.schedule.gap)
    var missed: [Slot] = []
    _ = terms.firstSlot(dueIn: first...last) { slot in
      if !Tally(of: works, in: slot, gap: gap).isFulfilled { missed.append(slot) }
      return false
    }
    if missed.isEmpty { return [] }
    let history = history(of: number)
    return missed.map { occurrence(number, $0, version.requirement, history, nil) }
  }

  /// The only edition of what one person owes, if nobody ruled about any of it.
  private func plainVersion(of number: Int) -> Obligation.Version? {
    let versions = obligations[number].versions
    guard versions.count == 1, rulings.isEmpty(number) else { return nil }
    if case .each = versions[0].requirement.responsible { return nil }
    return versions[0]
  }

  /// Every open occurrence due from the day looked at through another, by due day, then in the
  /// order of the documents.
  package func due(through last: Day) -> [Occurrence] {
    guard last >= today else { return [] }
    let found = obligations.indices.flatMap { number in
      occurrences(of: number, in: slots(of: number, dueIn: today...last))
        .filter { $0.state.isOpen && $0.due >= today && $0.due <= last }
    }
    return sorted(found)
  }

  /// The slots due in a range, and those that may be looked at whatever their due day.
  private func slots(of number: Int, dueIn range: ClosedRange<Day>) -> [Slot] {
    var slots = obligations[number].slots(dueIn: range)
    addOutlying(number, to: &slots)
    return slots
  }

  /// By due day; those due on one day stay as they are.
  private func sorted(_ occurrences: [Occurrence]) -> [Occurrence] {
    // The places are sorted instead of the occurrences, which are large.
    occurrences.indices
      .sorted { (occurrences[$0].due, $0) < (occurrences[$1].due, $1) }
      .map { occurrences[$0] }
  }
}
