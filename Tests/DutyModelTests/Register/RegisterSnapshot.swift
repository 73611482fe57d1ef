import DutyModel

/// Everything a register answers, as lines that can be compared.
struct RegisterSnapshot: Equatable {
  private(set) var lines: [String] = []

  init(_ register: Register) {
    for number in register.items.indices { add(register.status(of: number), of: register) }
    for number in register.obligations.indices {
      for occurrence in register.occurrences(of: number, year: register.year) {
        add(occurrence, "year")
      }
      for (id, assignment) in register.assignments(of: number) {
        lines.append("assigned \(number) \(id) \(assignment.from) \(assignment.owner ?? "-")")
      }
    }
    for occurrence in register.overdue() { add(occurrence, "overdue") }
    if let soon = register.today.adding(days: 60) {
      for occurrence in register.due(through: soon) { add(occurrence, "due") }
    }
    add(register.progress(by: .department))
    for status in register.findings {
      let finding = status.finding
      lines.append(
        "finding \(status.id) \(status.state) \(text(finding.due)) \(finding.measure ?? "-") "
          + "\(finding.departments) \(text(status.closure?.on)) \(status.events)"
      )
    }
    for (key, score) in register.scores.sorted(by: {
      ($0.key.section, $0.key.year) < ($1.key.section, $1.key.year)
    }) {
      lines.append("score \(key.section) \(key.year) \(score.thousandths) \(score.event)")
    }
    lines += register.unmatched.map { "unmatched \($0.event) \($0.reason) \($0.subject)" }.sorted()
  }

  private mutating func add(_ status: DutyStatus, of register: Register) {
    lines.append(
      "duty \(status.item) \(status.state.rawValue) \(status.done)/\(status.owed) "
        + "\(text(status.due)) \(status.late ?? 0) \(status.silentDays ?? -1)"
    )
    for requirement in status.requirements {
      lines.append(
        "requirement \(requirement.obligation) \(requirement.state.rawValue) "
          + "\(requirement.done)/\(requirement.owed) \(requirement.records) "
          + "\(text(requirement.lastRecord)) \(requirement.owner ?? "-") \(requirement.each) "
          + "\(requirement.departments) \(requirement.waivedFor ?? "-")"
      )
      for occurrence in requirement.currents { add(occurrence, "current") }
    }
  }

  private mutating func add(_ occurrence: Occurrence, _ name: String) {
    lines.append(
      "\(name) \(occurrence.obligation) \(occurrence.period) \(occurrence.owner ?? "-") "
        + "\(occurrence.seat ?? "-") \(occurrence.departments) \(occurrence.due.ordinal) "
        + "\(occurrence.done)/\(occurrence.owed) \(occurrence.state.rawValue) "
        + "\(occurrence.fulfilledOn?.ordinal ?? 0) \(occurrence.waivedFor ?? "-") "
        + "\(occurrence.signatures.map(\.isChanged)) \(occurrence.events)"
    )
  }

  private mutating func add(_ progress: Progress) {
    lines.append("progress \(progress.grouping) \(progress.shared) \(progress.total.line)")
    for group in progress.groups { lines.append("group \(group.key) \(group.figures.line)") }
  }

  private func text(_ day: Day?) -> String { day.map { String($0.ordinal) } ?? "-" }
}

extension Figures {
  var line: String {
    let (some, other) = (occurrences, ongoing)
    return "\(some.owedSoFar) \(some.fulfilledSoFar) \(some.late) \(some.overdue) \(some.dueToday) "
      + "\(some.waived) \(some.owedYear) \(some.fulfilledYear) \(other.total) \(other.recorded) "
      + "\(other.silent)"
  }
}
