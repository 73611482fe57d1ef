import DutyModel
import TerminalText

extension DutyPage {
  /// What the duty asks for; where each of several owes it, their names below.
  var requirementTable: PageText.Table {
    var table = PageText.Table(
      columns: [
        .init(id: "id", header: Message(en: "ID", zh: "编号")),
        .init(id: "title", header: Message(en: "What", zh: "内容")),
        .init(id: "schedule", header: Message(en: "Schedule", zh: "时间安排")),
        .init(id: "due", header: Message(en: "Due", zh: "到期")),
        .init(id: "state", header: Message(en: "State", zh: "状态")),
        .init(id: "done", header: Message(en: "Done", zh: "完成")),
        .init(id: "missing", header: Message(en: "Still owed", zh: "还欠")),
      ],
      narrowing: [
        .wrap("title", to: 20), .drop("missing"), .drop("schedule"), .wrap("title", to: 8),
        .drop("due"),
      ]
    )
    for requirement in status.requirements { table.rows += rows(requirement) }
    return table
  }

  private func rows(_ status: RequirementStatus) -> [[Message]] {
    let schedule = status.requirement.schedule
    let current = status.current
    let whole: [Message] = [
      .verbatim(name(of: status)),
      .verbatim(status.requirement.title),
      schedule.words.with(role: .quiet),
      dueCell(current),
      stateCell(status),
      current == nil
        ? recordsCell(status.records)
        : .verbatim("\(status.done)/\(status.owed)\(schedule.isCountUnknown ? "?" : "")"),
      current == nil ? lastCell(status.lastRecord) : missingCell(status.currents),
    ]
    guard !status.each.isEmpty else { return [whole] }
    let persons =
      current == nil
      ? status.standings.map { standing in
        [
          .empty, .verbatim(standing.owner ?? ""), .empty, .empty,
          standing.silentDays.map { .silentCell(days: $0).with(role: .silent) }
            ?? status.state.word.with(role: status.state.role),
          recordsCell(standing.records), lastCell(standing.lastRecord),
        ]
      }
      : status.currents.map { occurrence in
        [
          .empty, .verbatim(occurrence.owner ?? ""), .empty, dueCell(occurrence),
          stateCell(occurrence), .verbatim("\(occurrence.done)/\(occurrence.owed)"),
          missingCell([occurrence]),
        ]
      }
    return [whole] + persons
  }

  private func dueCell(_ occurrence: Occurrence?) -> Message {
    guard let occurrence else { return .empty }
    let mark = derivation(of: occurrence)?.isDateMasked ?? false ? "?" : ""
    let role: Role? = occurrence.state == .overdue ? .overdue : nil
    return Message.verbatim("\(occurrence.due)\(mark)").with(role: role)
  }

  private func stateCell(_ status: RequirementStatus) -> Message {
    if let current = status.current { return stateCell(current) }
    if let days = status.silentDays { return .silentCell(days: days).with(role: .silent) }
    return status.state.word.with(role: status.state.role)
  }

  /// The state with the days overdue, left or late.
  func stateCell(_ occurrence: Occurrence) -> Message {
    let days =
      occurrence.state == .done ? occurrence.late : abs(occurrence.due - register.today)
    return .stateCell(occurrence.state, days: days)
      .with(role: occurrence.state.role(late: days))
  }

  private func recordsCell(_ count: Int) -> Message {
    Message(en: "\(count, "record", "records")", zh: "\(count)条")
  }

  private func lastCell(_ day: Day?) -> Message {
    guard let day else { return .empty }
    return Message(en: "last \(day.description)", zh: "最近\(day.description)")
  }

  /// How many times are still owed, and how long there is.
  private func missingCell(_ occurrences: [Occurrence]) -> Message {
    let missing = occurrences.reduce(0) { $0 + $1.missing }
    guard missing > 0, let next = occurrences.filter({ $0.missing > 0 }).map(\.due).min() else {
      return .empty
    }
    let left = next - register.today
    if left < 0 { return Message(en: "\(missing)", zh: "\(missing)次") }
    if left == 0 { return Message(en: "\(missing), today", zh: "\(missing)次，今天到期") }
    return Message(en: "\(missing), in \(left, "day", "days")", zh: "\(missing)次，还有\(left)天")
  }

  /// How the due day of an occurrence follows from the schedule that made it.
  func derivation(of occurrence: Occurrence) -> Derivation? {
    for version in register.obligations[occurrence.obligation].versions {
      let requirement = version.requirement
      guard
        let slot = requirement.schedule.slot(
          for: occurrence.period,
          beginning: requirement.effective.from
        ), slot.due == occurrence.originalDue, requirement.effective.contains(slot.due)
      else { continue }
      return requirement.schedule.derivation(of: slot)
    }
    return nil
  }

  /// The occurrences looked at: those of the year, and current ones of other years.
  func occurrences(_ status: RequirementStatus) -> [Occurrence] {
    let all = register.occurrences(of: status.obligation, year: register.year)
    let others = status.currents.filter { $0.year != register.year }
    return others.filter { $0.year < register.year } + all
      + (all.isEmpty ? others.filter { $0.year > register.year } : [])
  }
}
