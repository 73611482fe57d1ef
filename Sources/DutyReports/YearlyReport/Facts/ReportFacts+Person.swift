import DutyModel

extension SectionFacts {
  /// The part of the section that a person answers for; `nil` if there is none.
  func part(of name: String, _ register: Register) -> SectionFacts? {
    let own = duties.compactMap { duty -> DutyFacts? in
      let requirements = duty.requirements.compactMap { $0.part(of: name, register) }
      return requirements.isEmpty ? nil : DutyFacts(duty: duty.duty, requirements: requirements)
    }
    if own.isEmpty { return nil }
    return SectionFacts(
      name: self.name,
      title: title,
      points: points,
      isSelfDiscipline: isSelfDiscipline,
      duties: own
    )
  }
}

extension RequirementFacts {
  /// What a person answers for; `nil` if there is nothing.
  func part(of name: String, _ register: Register) -> RequirementFacts? {
    let persons = register.persons(of: number, on: register.undatedDay)
    switch nature {
    case .dated:
      let own = occurrences.filter { $0.owner == name }
      if own.isEmpty { return nil }
      if own.count == occurrences.count {
        return handovers.isEmpty ? self : telling(signed(records, for: name, register))
      }
      var figures = YearFigures()
      for occurrence in own {
        figures.count(occurrence, isYearOver: isYearOver, asOf: asOf)
      }
      let periods = Set(own.map(\.period))
      func isOwn(_ occurrence: Occurrence) -> Bool {
        occurrence.owner == name && periods.contains(occurrence.period)
      }
      var part = self
      part.occurrences = own
      part.figures = figures
      part.records = signed(
        records.filter { record in own.contains { record.isOf($0) } },
        for: name,
        register
      )
      part.returned = returned.filter { record in own.contains { record.isOf($0) } }
      part.causes = causes.filter { cause in own.contains { $0.events.contains(cause.event) } }
      part.unrecorded = []
      part.waivers = waivers.filter { $0.occurrence.map(isOwn) ?? true }
      part.reschedules = reschedules.filter { isOwn($0.occurrence) }
      part.signatures = signatures.filter { isOwn($0.occurrence) }
      part.handovers = handovers.filter { handover in own.contains { handover.concerns($0) } }
      return part
    case .ongoing, .asNeeded:
      if persons.isEmpty {
        guard register.owner(of: number, on: register.undatedDay) == name else { return nil }
        return handovers.isEmpty ? self : telling(signed(records, for: name, register))
      }
      let seats = register.seats(of: name, in: number, on: register.undatedDay)
      if seats.isEmpty { return nil }
      // What whoever had the place before did counts for it too.
      func isOwn(_ owner: String?) -> Bool {
        guard let owner, owner != name else { return true }
        return handovers.contains { !$0.seats.isDisjoint(with: seats) }
          && register.seat(of: owner, in: number).map { seats.contains($0) } ?? false
      }
      let own = records.filter { isOwn($0.owner) }
      var figures = YearFigures()
      figures.count(
        nature,
        records: own.count,
        isWaived: isWaived,
        persons: 1,
        recorded: own.isEmpty ? 0 : 1
      )
      var part = self
      part.occurrences = []
      part.reschedules = []
      part.figures = figures
      part.records = own
      part.returned = returned.filter { isOwn($0.owner) }
      part.causes = causes.filter { isOwn($0.owner) }
      part.unrecorded = []
      part.handovers = handovers.filter { !$0.seats.isDisjoint(with: seats) }
      return part
    }
  }

  /// Records told of one person: where one answers, the others say who answered on their day.
  private func signed(
    _ records: [WorkRecord],
    for name: String,
    _ register: Register
  ) -> [WorkRecord] {
    records.map { record in
      guard record.owner == nil, let owner = register.owner(of: number, on: record.on),
        owner != name
      else { return record }
      var result = record
      result.owner = owner
      return result
    }
  }

  /// The same requirement with some of its records.
  func telling(_ records: [WorkRecord]) -> RequirementFacts {
    var copy = self
    copy.records = records
    return copy
  }
}
