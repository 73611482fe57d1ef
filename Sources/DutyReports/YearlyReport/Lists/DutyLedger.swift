package import DutyModel
package import TerminalText

/// The year of a checklist as a table (台账): a row for every occurrence, and one for every
/// requirement without due days; in the order of the document, so that a number stays with its row.
///
/// Nothing is cut in it: notes stand in full, and every document and path is named.
package struct DutyLedger: Sendable {
  /// How it stands with a row.
  package enum State: String, CaseIterable, Sendable {
    case done
    case late
    case waived
    /// Its day is past.
    case missed
    case dueSoon = "due-soon"
    case inProgress = "in-progress"
    case notYetDue = "not-yet-due"
    /// Without due days, with records.
    case ongoing
    /// Without due days and records.
    case noRecord = "no-record"
  }

  /// A row; days, numbers and words as they are, for any form.
  struct Row: Sendable {
    let number: Int
    let tier: String
    let section: String
    let id: String
    let duty: Duty
    let requirement: Requirement
    let occurrence: Occurrence?
    /// One person, or all who each owe what has no due day.
    let owners: [String]
    let departments: [String]
    let records: [WorkRecord]
    /// Why it is missing or late.
    let causes: [String]
    let waiver: RequirementFacts.Waiver?
    let state: State
    /// The changes of who answers for it.
    let handovers: [RequirementFacts.Handover]
  }

  let rows: [Row]
  let facts: ReportFacts
  let unreadableLines: Int

  /// Makes the ledger of a checklist.
  ///
  /// - Parameters:
  ///   - checklist: Its id.
  ///   - register: The state, made for the year of the ledger.
  ///   - style: What the settings say of reports.
  ///   - unreadableLines: The number of lines of the journal that could not be read.
  ///   - particulars: Gives the words of an event.
  /// - Throws: If there is no such checklist.
  package init(
    of checklist: String,
    from register: Register,
    style: YearlyReport.Style,
    unreadableLines: Int,
    particulars: @escaping (Event) -> Particulars
  ) throws(YearlyReport.Refusal) {
    let request = YearlyReport.Request(checklist: checklist)
    self.init(
      try ReportFacts(request, register, style, particulars),
      unreadableLines: unreadableLines
    )
  }

  init(_ facts: ReportFacts, unreadableLines: Int) {
    self.facts = facts
    self.unreadableLines = unreadableLines
    var rows: [Row] = []
    for tier in facts.tiers {
      for section in tier.sections {
        for requirement in section.requirements {
          rows += DutyLedger.rows(
            of: requirement,
            tier: tier.tier.title,
            section: section.title,
            facts,
            after: rows.count
          )
        }
      }
    }
    self.rows = rows
  }

  private static func rows(
    of requirement: RequirementFacts,
    tier: String,
    section: String,
    _ facts: ReportFacts,
    after count: Int
  ) -> [Row] {
    let register = facts.register
    func row(
      _ place: Int,
      _ occurrence: Occurrence?,
      _ records: [WorkRecord],
      _ state: State
    ) -> Row {
      Row(
        number: count + place + 1,
        tier: tier,
        section: section,
        id: requirement.name,
        duty: requirement.duty,
        requirement: requirement.requirement,
        occurrence: occurrence,
        owners: occurrence.map { [$0.owner].compactMap(\.self) }
          ?? owners(of: requirement.number, facts),
        departments: occurrence?.departments
          ?? register.departments(of: requirement.number, on: facts.asOf),
        records: records,
        causes: occurrence.map { requirement.causes(of: $0).map { $0.text } }
          ?? requirement.causes.map(\.text),
        waiver: requirement.waivers.first {
          $0.occurrence?.period == occurrence?.period && $0.occurrence?.seat == occurrence?.seat
        },
        state: state,
        handovers: handovers(requirement, of: occurrence)
      )
    }
    if requirement.occurrences.isEmpty {
      let state: State =
        requirement.isWaived ? .waived : requirement.records.isEmpty ? .noRecord : .ongoing
      return [row(0, nil, requirement.records, state)]
    }
    var places: [EventID: [WorkRecord]] = [:]
    for record in requirement.records { places[record.event, default: []].append(record) }
    return requirement.occurrences.enumerated().map { place, occurrence in
      let records = occurrence.events.compactMap { id in
        places[id]?.first { $0.isOf(occurrence) }
      }
      let state = state(of: occurrence, requirement)
      return row(place, occurrence, records.sorted(by: WorkRecord.isEarlier), state)
    }
  }

  /// Who answers for what has no due day: one person, or all who each owe it.
  private static func owners(of number: Int, _ facts: ReportFacts) -> [String] {
    let register = facts.register
    let persons = register.persons(of: number, on: register.undatedDay)
    if !persons.isEmpty { return persons }
    return [register.owner(of: number, on: register.undatedDay)].compactMap(\.self)
  }

  /// The last change of who answers for a row; of one that is of several persons, all.
  private static func handovers(
    _ requirement: RequirementFacts,
    of occurrence: Occurrence?
  ) -> [RequirementFacts.Handover] {
    let isShared = occurrence == nil && requirement.handovers.contains { !$0.seats.isEmpty }
    if isShared { return requirement.handovers }
    return requirement.handovers.filter { handover in
      occurrence.map { handover.concerns($0) } ?? true
    }
    .suffix(1)
  }

  private static func state(of occurrence: Occurrence, _ requirement: RequirementFacts) -> State {
    switch occurrence.state {
    case .waived: .waived
    case .done: occurrence.late == nil ? .done : .late
    // What is due on the last day of the year can no longer be done in it.
    case _ where requirement.isOpen(occurrence): .missed
    case .overdue: .missed
    case .dueSoon: .dueSoon
    case .inProgress: .inProgress
    case .pending, .future, .ongoing: .notYetDue
    }
  }
}

extension DutyLedger.State {
  /// The word for the state.
  package var word: Message {
    switch self {
    case .done: Message(en: "done", zh: "已完成")
    case .late: Message(en: "done late", zh: "逾期完成")
    case .waived: Message(en: "waived", zh: "免办")
    case .missed: Message(en: "not done", zh: "未完成")
    case .dueSoon: Message(en: "due soon", zh: "临期")
    case .inProgress: Message(en: "in progress", zh: "进行中")
    case .notYetDue: Message(en: "not yet due", zh: "未到期")
    case .ongoing: Message(en: "ongoing", zh: "推进中")
    case .noRecord: Message(en: "no record", zh: "无记录")
    }
  }

  var role: Role? {
    switch self {
    case .missed: .overdue
    case .dueSoon: .dueSoon
    case .done, .late: .good
    case .waived: .waived
    case .noRecord: .warning
    case .inProgress: .active
    case .notYetDue, .ongoing: nil
    }
  }
}
