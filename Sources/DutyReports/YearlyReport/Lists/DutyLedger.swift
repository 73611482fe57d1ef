package import DutyModel
package import StrictJSON
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
  private let unreadableLines: Int

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

// MARK: - Texts of a row

extension DutyLedger {
  /// Records with their days, their notes and their quantities, and the name of whoever has to be
  /// named.
  static func text(
    of records: [WorkRecord],
    in language: Language,
    name: (WorkRecord) -> String? = { _ in nil }
  ) -> String {
    let parts = records.map { record in
      let note = record.wholeNote.flatMap { NoteText($0, language: language)?.text }
      let name = name(record)
      switch language {
      case .chinese:
        let day = ChineseDates(year: record.on.year).day(record.on)
        let parts = [note].compactMap(\.self) + record.quantities.map(ChineseWords.text)
        return (name ?? "") + day + parts.joined(separator: "，")
      case .english:
        let day = EnglishWords(year: record.on.year).day(record.on)
        let parts = [note].compactMap(\.self) + record.quantities.map(EnglishWords.text)
        let text = parts.isEmpty ? "" : ": " + parts.joined(separator: ", ")
        return day + (name.map { " (\($0))" } ?? "") + text
      }
    }
    return parts.joined(separator: language.text(en: "; ", zh: "；"))
  }
}

extension DutyLedger.Row {
  /// The days of the work done, each once a record.
  var days: [Day] { records.filter { $0.kind == .done }.map(\.on) }

  var late: Int? { state == .late ? occurrence?.late : nil }

  var documents: [String] { records.flatMap(\.documents) + (waiver?.documents ?? []) }

  /// Every record that says more than its day, in the language of the checklist.
  ///
  /// - Parameters:
  ///   - language: The language of the checklist.
  ///   - person: Whose sheet it stands in, and need not be named there; `nil` in a ledger.
  /// - Returns: The text; empty if no record says more.
  func record(in language: Language, for person: String? = nil) -> String {
    let told = records.filter { record in
      record.wholeNote != nil || !record.quantities.isEmpty || isNamed(record, for: person)
    }
    return DutyLedger.text(of: told, in: language) { isNamed($0, for: person) ? $0.owner : nil }
  }

  /// Whether it has to be said whose a record is: where several answer for the row, and where it is of
  /// somebody who does not, and may have done so before.
  private func isNamed(_ record: WorkRecord, for person: String?) -> Bool {
    guard let owner = record.owner, owner != person else { return false }
    return owners.count > 1 || !owners.contains(owner)
  }

  /// Who signed, when, and with what opinion.
  func signatures(in language: Language) -> String {
    (occurrence?.signatures ?? []).map { signature in
      let day =
        language.words(for: signature.on, in: signature.on.year)
      let opinion = signature.opinion.map { language.text(en: ": ", zh: "：") + $0 } ?? ""
      let changed =
        signature.isChanged ? language.text(en: " (changed since)", zh: "（签字后有变动）") : ""
      return "\(signature.signer) \(day)\(opinion)\(changed)"
    }
    .joined(separator: language.text(en: "; ", zh: "；"))
  }

  /// What else there is to know: what is missing, why it was waived, what is masked.
  func remark(in language: Language) -> String {
    var parts: [String] = []
    if let occurrence, state == .missed || state == .dueSoon, occurrence.owed > 1 {
      let unit = requirement.unit ?? "次"
      parts.append(
        language.text(en: "\(occurrence.missing) missing", zh: "尚缺\(occurrence.missing)\(unit)")
      )
    }
    if let waiver { parts.append(language.text(en: "waived: ", zh: "免办理由：") + waiver.reason) }
    if requirement.schedule.isUnknown {
      parts.append(language.text(en: "masked in the checklist", zh: "原清单数字缺失"))
    }
    for handover in handovers {
      // In a row of several persons it has to be said whose part it is.
      let replaced = owners.count > 1 ? handover.replaced : nil
      switch language {
      case .english:
        let instead = replaced.map { " instead of \($0)" } ?? ""
        parts.append("\(handover.owner)\(instead) since \(EnglishWords.full(handover.from))")
      case .chinese:
        let day = ChineseDates(year: handover.from.year).day(handover.from)
        let part = replaced.map { "\($0)负责的部分" } ?? ""
        parts.append("\(part)自\(day)起由\(handover.owner)负责")
      }
    }
    for cause in causes {
      parts.append(language.text(en: "cause: ", zh: "原因：") + cause)
    }
    return parts.joined(separator: language.text(en: "; ", zh: "；"))
  }
}

// MARK: - Forms

extension DutyLedger: Report {
  package func screen(in language: Language, for terminal: Terminal) -> [String] {
    func header(_ message: Message) -> String { message.text(in: language) }
    let table = TextTable(
      columns: [
        .init("no", header: header(Message(en: "No.", zh: "序号")), alignment: .trailing),
        .init("id", header: header(Message(en: "ID", zh: "编号"))),
        .init("requirement", header: header(Message(en: "Requirement", zh: "工作要求"))),
        .init("owner", header: header(Message(en: "Owner", zh: "责任人"))),
        .init("due", header: header(Message(en: "Due", zh: "时限"))),
        .init("state", header: header(Message(en: "State", zh: "状态"))),
        .init("done", header: header(Message(en: "Done", zh: "已办"))),
        .init("documents", header: header(Message(en: "Evidence", zh: "佐证"))),
      ],
      rows: rows.map { .cells(cells($0, in: language)) },
      narrowing: [
        .cut("documents", to: 16), .drop("documents"), .cut("requirement", to: 16), .drop("no"),
        .drop("owner"), .cut("requirement", to: 8),
      ]
    )
    let open = rows.count { $0.state == .missed }
    let footer = Message(
      en: "\(rows.count, "row", "rows"); \(open) not done.",
      zh: "共\(rows.count)行，未完成\(open)行。"
    )
    return table.lines(for: terminal) + (rows.isEmpty ? [] : [""])
      + footer.prose(in: language).lines(for: terminal)
  }

  private func cells(_ row: Row, in language: Language) -> [Prose] {
    let role = row.state.role
    let late = row.late.map { language.text(en: " \($0)d", zh: "\($0)天") } ?? ""
    let done = row.occurrence.map { "\($0.done)/\($0.owed)" } ?? String(row.records.count)
    return [
      Prose(String(row.number)), Prose(row.id),
      Prose(row.requirement.action ?? row.requirement.title),
      Prose(NameList.full(row.owners).text(in: language)),
      Prose(row.occurrence?.due.description ?? ""),
      Prose(row.state.word.text(in: language) + late, role: role), Prose(done),
      Prose(row.documents.joined(separator: language.text(en: "; ", zh: "、"))),
    ]
  }

  package func writeJSON(_ json: inout JSONWriter) {
    json.object { json in
      AnswerHead(today: facts.asOf, year: facts.year, unreadableLines: unreadableLines)
        .write(to: &json, format: "duty.ledger/1")
      json.member("checklist", facts.checklist.id)
      json.array("rows", rows) { json, row in json.object { write(row, to: &$0) } }
    }
  }

  package func writeElements(_ lines: inout JSONLines) {
    for row in rows { lines.add("row") { write(row, to: &$0) } }
  }

  private func write(_ row: Row, to json: inout JSONWriter) {
    let occurrence = row.occurrence
    json.member("number", row.number)
    json.member("tier", row.tier)
    json.member("section", row.section)
    json.member("id", "\(facts.checklist.id)/\(row.id)")
    json.member("duty", row.duty.title)
    json.member("requirement", row.requirement.title)
    json.member("schedule", row.requirement.schedule.description)
    json.member("period", occurrence?.period.description)
    json.member("due", occurrence?.due)
    json.member("owner", row.owners.isEmpty ? nil : row.owners.joined(separator: "; "))
    json.array("departments", row.departments) { $0.value($1) }
    json.member("owed", occurrence?.owed)
    json.member("done", occurrence?.done ?? row.records.count)
    json.member("state", row.state.rawValue)
    json.array("dates", row.days) { $0.value($1) }
    json.member("late", row.late)
    json.member("record", row.record(in: facts.language))
    json.array("documents", row.documents) { $0.value($1) }
    json.member("signoff", row.signatures(in: facts.language))
    json.member("remark", row.remark(in: facts.language))
  }

  package var table: DataTable { table { $0.rawValue } }

  package func table(in language: Language) -> DataTable { table { $0.word.text(in: language) } }

  private func table(_ state: (State) -> String) -> DataTable {
    let language = facts.language
    let comma = language.text(en: "; ", zh: "、")
    return DataTable(
      columns: DutyLedger.columns,
      rows: rows.map { row in
        let occurrence = row.occurrence
        return [
          .value(row.number),
          .text(row.tier),
          .text(row.section),
          .value(row.id),
          .text(row.duty.title),
          .text(row.requirement.action ?? row.requirement.title),
          .value(
            row.requirement.schedule.words(in: language)
          ),
          .value(occurrence?.period),
          .value(occurrence?.due),
          row.owners.isEmpty ? .empty : .text(row.owners.joined(separator: comma)),
          .text(row.departments.joined(separator: comma)),
          .value(occurrence?.owed),
          .value(occurrence?.done ?? row.records.count),
          .value(state(row.state)),
          .value(row.days.map(\.description).joined(separator: " ")),
          .value(row.late),
          .text(row.record(in: language)),
          .text(row.documents.joined(separator: comma)),
          .text(row.signatures(in: language)),
          .text(row.remark(in: language)),
        ]
      }
    )
  }

  private static let columns: [DataTable.Column] = [
    .init("no", Message(en: "No.", zh: "序号")),
    .init("tier", Message(en: "Whose", zh: "责任主体")),
    .init("section", Message(en: "Section", zh: "部分")),
    .init("id", Message(en: "ID", zh: "编号")),
    .init("duty", Message(en: "Duty", zh: "责任事项")),
    .init("requirement", Message(en: "Requirement", zh: "工作要求")),
    .init("schedule", Message(en: "Schedule", zh: "时间安排")),
    .init("period", Message(en: "Period", zh: "所属期")),
    .init("due", Message(en: "Due", zh: "完成时限")),
    .init("owner", Message(en: "Owner", zh: "牵头领导")),
    .init("departments", Message(en: "Departments", zh: "责任科室")),
    .init("owed", Message(en: "Owed", zh: "应办")),
    .init("done", Message(en: "Done", zh: "已办")),
    .init("state", Message(en: "State", zh: "状态")),
    .init("dates", Message(en: "Done on", zh: "完成日期")),
    .init("late", Message(en: "Days late", zh: "逾期天数")),
    .init("record", Message(en: "Records and quantities", zh: "工作记录和数量")),
    .init("documents", Message(en: "Evidence", zh: "佐证")),
    .init("signoff", Message(en: "Sign-off", zh: "签字背书")),
    .init("remark", Message(en: "Remarks", zh: "备注")),
  ]
}
