// Giving every duty and every requirement its number.

extension Register {
  /// Gives every duty and every requirement a number; later editions add versions to what earlier
  /// ones have.
  mutating func index() {
    let count = checklists.reduce(0) { $0 + $1.dutyCount }
    items.reserveCapacity(count)
    obligations.reserveCapacity(count)
    letters.reserveCapacity(count)
    onlyTerms.reserveCapacity(count)
    itemNumbers = IdentifierTable(capacity: count)
    // The edition shown of each checklist, by the number of the checklist.
    var shown = Array(checklists.indices)
    var hasFormerNames = false
    for edition in checklists.indices {
      guard let number = checklistNumbers.insert(checklists[edition].id, edition) else { continue }
      if isBetter(edition, than: shown[number]) { shown[number] = edition }
    }
    for edition in checklists.indices {
      let checklist = checklists[edition]
      let number = checklistNumbers[checklist.id] ?? edition
      let isInEffect = shown[number] == edition
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
        guard let number = itemNumbers[duty.id, of: own] else { continue }
        for former in duty.formerly { itemNumbers.insert(former, number, of: own) }
      }
    }
  }

  private mutating func add(
    _ duty: Duty,
    of checklist: Int,
    at place: (edition: Int, tier: Int, section: Int),
    isInEffect: Bool
  ) {
    let known = itemNumbers.insert(duty.id, items.count, of: checklist)
    let isShown = known.map { isBetter(place.edition, than: items[$0].edition) } ?? true
    var own = ObligationNumbers()
    for requirement in duty.requirements {
      let version = Obligation.Version(edition: place.edition, requirement: requirement)
      let number: Int
      if let known, let old = obligation(requirement.id, of: known) {
        number = old
        obligations[number] = obligations[number].adding(version, isShown: isShown)
        onlyTerms[number] = obligations[number].onlyTerms
      } else {
        let name = Reference(
          checklist: checklists[place.edition].id,
          duty: duty.id,
          requirement: requirement.id
        )
        number = obligations.count
        obligations.append(Obligation(reference: name, versions: .init(version), shown: 0))
        letters.append(requirement.id)
        onlyTerms.append(requirement.terms)
      }
      own.append(number)
      if requirement.responsible.isPersonal { personalNumbers.insert(number) }
    }
    let item = Item(
      edition: place.edition,
      tier: place.tier,
      section: place.section,
      duty: duty,
      numbers: own,
      isInEffect: isInEffect
    )
    if let known { join(item, to: known, isShown: isShown) } else { items.append(item) }
  }

  /// Puts a duty and what is known of it from other editions together.
  private mutating func join(_ new: Item, to number: Int, isShown: Bool) {
    let old = items[number]
    var item = isShown ? new : old
    let others = (Array(new.numbers) + old.obligations + old.otherObligations)
      .filter { !item.numbers.contains($0) }
    item.otherObligations = Array(Set(others)).sorted()
    items[number] = item
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
