// What some persons answer for.

extension Register {
  /// How it stands with what some persons answer for of a duty.
  ///
  /// Of each requirement it is their current occurrence: what others who owe it too have or have
  /// not done says nothing of them, and neither does what was due before they took it over.
  ///
  /// - Returns: The status with their requirements only; `nil` if they answer for none.
  package func status(of item: Int, for persons: [String]) -> DutyStatus? {
    let requirements = items[item].numbers.compactMap { status(ofObligation: $0, for: persons) }
    return requirements.isEmpty ? nil : DutyStatus(item: item, requirements: requirements)
  }

  private func status(ofObligation number: Int, for persons: [String]) -> RequirementStatus? {
    let requirement = obligations[number].requirement
    let candidates = candidates(for: number)
    let own = candidates.filter { $0.owner.map(persons.contains) ?? false }
    var currents = picked(from: own)
    if own.count < candidates.count {
      // What they left long ago is the last of the duty only where nobody took it over.
      currents.removeAll { $0.state == .overdue && !isInWindow($0) }
      if currents.isEmpty { return nil }
    }
    var each: [String] = []
    if requirement.responsible.isPersonal {
      each = self.persons(of: number, on: undatedDay).filter(persons.contains)
      each += currents.owners.filter { !each.contains($0) }
      if each.isEmpty { return nil }
    } else if currents.isEmpty {
      let owner = owner(requirement, assignments[number], on: undatedDay)
      guard let owner, persons.contains(owner) else { return nil }
    } else if currents.contains(where: { $0.isPersonal }) {
      each = currents.owners
    }
    return status(
      of: number,
      requirement,
      currents,
      standings: standings(requirement, number, of: persons),
      each: each
    )
  }

  /// What is recorded for an obligation by some of those who owe it, or by all where one answers.
  private func standings(
    _ requirement: Requirement,
    _ number: Int,
    of persons: [String]
  ) -> (first: Standing, others: [Standing]) {
    let all = standings(requirement, number)
    guard requirement.responsible.isPersonal else { return all }
    let own = ([all.first] + all.others).filter { $0.owner.map(persons.contains) ?? false }
    if let first = own.first { return (first, Array(own.dropFirst())) }
    // Who owes only what an edition before left has recorded nothing for this one.
    let none = Standing(
      owner: nil,
      records: 0,
      lastRecord: nil,
      silentDays: nil,
      waivedFor: nil,
      isInEffect: all.first.isInEffect
    )
    return (none, [])
  }
}

// MARK: - Seats

extension Register {
  /// The seat that a person holds or held among those who each owe an occurrence, by the name that
  /// the checklist gives it; of the edition shown if no label is named.
  package func seat(of person: String, in number: Int, for period: Period? = nil) -> String? {
    let obligation = obligations[number]
    let requirement = period.map { obligation.requirement(in: $0) } ?? obligation.requirement
    guard case .each(let names) = requirement.responsible else { return nil }
    return seats(names, history: history(of: number)).first { $0.wasHeld(by: person) }?.name
  }

  /// The seats that a person holds on a day among those who each owe an obligation, in the edition
  /// shown, by the names that the checklist gives them.
  package func seats(of person: String, in number: Int, on day: Day) -> Set<String> {
    guard case .each(let names) = obligations[number].requirement.responsible else { return [] }
    let seats = seats(names, history: history(of: number))
    return Set(seats.lazy.filter { $0.holder(on: day) == person }.map(\.name))
  }

  /// Whether an occurrence may be a person's: where each of several owes it, only that of the seat
  /// the person holds or held in the edition that makes it.
  ///
  /// - Parameters:
  ///   - occurrence: The occurrence.
  ///   - person: The person; `nil` for anybody.
  /// - Returns: Whether it is one that the person may have worked for.
  package func concerns(_ occurrence: Occurrence, _ person: String?) -> Bool {
    guard let person, let name = occurrence.seat else { return true }
    let number = occurrence.obligation
    let requirement = obligations[number].version(dueOn: occurrence.originalDue).requirement
    return seat(name, of: requirement, history(of: number))?.wasHeld(by: person) ?? false
  }
}
