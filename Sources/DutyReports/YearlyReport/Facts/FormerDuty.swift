import DutyModel

/// What a person answered for until it was handed on in the year.
struct FormerDuty: Sendable {
  let requirement: RequirementFacts
  /// Whether it is about the person's own conduct (严于律己).
  let isSelfDiscipline: Bool
  let handover: RequirementFacts.Handover
  /// Whether the person answers for it again, or for another part of it.
  let isHolder: Bool
  /// What the person did of it that stands with nothing the person still answers for.
  let records: [WorkRecord]

  /// The last day of the person.
  var until: Day { handover.from.dayBefore }

  /// The requirement with nothing but what the person did: whatever else there is of it is told of
  /// whoever answers now.
  var told: RequirementFacts {
    let isUndone = requirement.nature == .dated && !records.contains { $0.kind == .done }
    var told = requirement
    told.nature = isUndone ? .ongoing : requirement.nature
    told.occurrences = []
    told.figures = YearFigures()
    told.records = records.map { record in
      var record = record
      record.owner = nil
      return record
    }
    told.returned = []
    told.causes = []
    told.unrecorded = []
    told.waivers = []
    told.reschedules = []
    told.signatures = []
    told.handovers = []
    return told
  }
}

extension SectionFacts {
  /// What a person answered for until it was handed on, once for every time that it was.
  func formerly(of person: String, _ register: Register) -> [FormerDuty] {
    requirements.flatMap { requirement -> [FormerDuty] in
      let handovers = requirement.handovers.filter { $0.former == person && $0.owner != person }
      if handovers.isEmpty { return [] }
      let number = requirement.number
      let isHolder =
        register.owner(of: number, on: register.undatedDay) == person
        || register.persons(of: number, on: register.undatedDay).contains(person)
      let records = requirement.records.filter { record in
        let owner = record.owner ?? register.owner(of: number, on: record.on)
        if owner != person { return false }
        guard requirement.nature == .dated else { return !isHolder }
        return !requirement.occurrences.contains { record.isOf($0) && $0.owner == person }
      }
      return handovers.map { handover in
        FormerDuty(
          requirement: requirement,
          isSelfDiscipline: isSelfDiscipline,
          handover: handover,
          isHolder: isHolder,
          records: records.filter { handovers.count == 1 || $0.on < handover.from }
        )
      }
    }
  }
}
