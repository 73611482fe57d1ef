/// How it stands with a requirement on the day looked at.
package struct RequirementStatus: Sendable {
  /// The number of the obligation.
  package let obligation: Int
  package let requirement: Requirement
  package let state: State
  /// The current occurrence, one for every person who owes it; none without due days.
  package let currents: [Occurrence]
  /// Who answers, where one person does.
  package let owner: String?
  /// Who each owe it; empty where one person answers.
  package let each: [String]
  package let departments: [String]
  /// What is recorded: by the one who answers, or by the first of those who each owe it.
  let firstStanding: Standing
  /// What is recorded by the others who each owe it.
  let otherStandings: [Standing]

  /// The records, one standing for every person who owes it.
  package var standings: [Standing] { [firstStanding] + otherStandings }

  /// The number of records of the year.
  package var records: Int { otherStandings.reduce(firstStanding.records) { $0 + $1.records } }

  /// The day of the last record of all.
  package var lastRecord: Day? {
    otherStandings.isEmpty
      ? firstStanding.lastRecord : standings.lazy.compactMap(\.lastRecord).max()
  }

  /// For how many days an ongoing requirement has had no record, once that is too long for any
  /// person.
  package var silentDays: Int? {
    otherStandings.isEmpty
      ? firstStanding.silentDays : standings.lazy.compactMap(\.silentDays).max()
  }

  /// Why an ongoing requirement is waived for the year.
  package var waivedFor: String? { state == .waived ? firstStanding.waivedFor : nil }

  /// The occurrence that gives the state: the worst, then the earliest.
  package var current: Occurrence? {
    currents.count < 2 ? currents.first : currents.min(by: Occurrence.isWorse)
  }

  /// How many times were done and are owed in the current occurrences.
  ///
  /// Of several persons each counts at most what it owes.
  package var done: Int {
    if currents.count == 1, !currents[0].isPersonal { return currents[0].done }
    return currents.reduce(0) { $0 + min($1.done, $1.owed) }
  }
  package var owed: Int { currents.reduce(0) { $0 + $1.owed } }
}

/// What is recorded for a requirement, by one of those who owe it or by all.
package struct Standing: Sendable {
  /// The person, where each of several owes it.
  package let owner: String?
  /// The number of records of the year that were not returned.
  package let records: Int
  /// The day of the last of all years.
  package let lastRecord: Day?
  /// For how many days an ongoing requirement has had no record, once that is too long.
  package let silentDays: Int?
  /// Why an ongoing requirement is waived for the year.
  package let waivedFor: String?
  /// Whether the day looked at lies in the requirement's effective days.
  package let isInEffect: Bool
}

/// How it stands with a duty: the worst of its requirements.
package struct DutyStatus: Sendable {
  /// The number of the duty in the register.
  package let item: Int
  package let requirements: [RequirementStatus]
  /// The worst state of all.
  package let state: State
  /// Of what is ongoing, for how many days nothing was recorded, if that is too long.
  package let ongoingSilence: Int?
  /// Whether the document masks a value.
  package let isUnknown: Bool
  /// Whether the document masks a value of something that is neither done nor waived.
  package let isToBeFilledIn: Bool

  init(item: Int, requirements: [RequirementStatus]) {
    var state: State?
    var silence: Int?
    var isUnknown = false
    var isToBeFilledIn = false
    // By index: a copy of a requirement's status costs more than all that is asked of it.
    for index in requirements.indices {
      let own = requirements[index].state
      state = state.map { min($0, own) } ?? own
      if own == .ongoing, let days = requirements[index].silentDays {
        silence = max(silence ?? days, days)
      }
      if requirements[index].requirement.schedule.isUnknown {
        isUnknown = true
        if own != .done, own != .waived { isToBeFilledIn = true }
      }
    }
    self.item = item
    self.requirements = requirements
    self.state = state ?? .ongoing
    ongoingSilence = silence
    self.isUnknown = isUnknown
    self.isToBeFilledIn = isToBeFilledIn
  }

  /// The current occurrences of all requirements and persons.
  package var currents: [Occurrence] { requirements.flatMap(\.currents) }

  /// The earliest due day of what is open; of what is closed, the last.
  package var due: Day? { current?.due }

  /// The occurrence that gives the due day.
  package var current: Occurrence? {
    // One is the rule; of several the arrays are worth their price.
    if requirements.count == 1, requirements[0].currents.count < 2 {
      return requirements[0].currents.first
    }
    let all = currents
    return all.filter(\.state.isOpen).min { $0.due < $1.due } ?? all.max { $0.due < $1.due }
  }

  /// The times done: of one requirement as they are; of several at most what each owes; without
  /// due days the records of the year.
  package var done: Int {
    if requirements.count == 1 {
      return requirements[0].currents.isEmpty ? requirements[0].records : requirements[0].done
    }
    let dated = requirements.filter { !$0.currents.isEmpty }
    if dated.isEmpty { return requirements.reduce(0) { $0 + $1.records } }
    return dated.reduce(0) { sum, requirement in
      sum + requirement.currents.reduce(0) { $0 + min($1.done, $1.owed) }
    }
  }

  package var owed: Int { requirements.reduce(0) { $0 + $1.owed } }

  /// By how many days the only requirement was late.
  package var late: Int? { requirements.count == 1 ? requirements[0].current?.late : nil }

  /// For how many days nothing was recorded, if that is too long for any requirement.
  package var silentDays: Int? { requirements.lazy.compactMap(\.silentDays).max() }
}
