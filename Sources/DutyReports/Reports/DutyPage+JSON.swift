import DutyModel
import StrictJSON
import TerminalText

extension DutyPage {
  /// Writes the members of the answer.
  func writeMembers(to json: inout JSONWriter) {
    AnswerHead(
      today: register.today,
      year: register.namedYear,
      unreadableLines: unreadableLines
    ).write(to: &json, format: "duty.show/1")
    json.object("duty") { writeDuty(to: &$0) }
    writeRest(to: &json)
  }

  /// Writes the same on one level, the duty's own members first.
  func writeElement(to json: inout JSONWriter) {
    writeDuty(to: &json)
    writeRest(to: &json)
  }

  private func writeDuty(to json: inout JSONWriter) {
    DutyAnswer(status, in: register).writeMembers(
      to: &json,
      additions: { json in
        let duty = item.duty
        json.member("text", duty.text)
        json.key("points")
        if let points = duty.points {
          json.number(Thousandths.text(points))
        } else {
          json.null()
        }
        json.object("effective") { json in
          json.member("from", duty.effective.from)
          json.member("to", duty.effective.to)
        }
        json.member("formerly", duty.formerly)
      },
      requirement: { json, requirement in
        let all = register.occurrences(of: requirement.obligation, year: register.year)
        json.array("occurrences", all) { json, occurrence in
          json.object { occurrence.writeMembers(to: &$0, on: register.today) }
        }
        json.object("rule") { requirement.requirement.schedule.writeRule(to: &$0) }
      }
    )
  }

  private func writeRest(to json: inout JSONWriter) {
    json.array("events", events) { json, stored in
      stored.write(to: &json) { json in
        json.member("undoneBy", register.effects.undo(of: stored.event.id))
        let days = stored.event.action.day.flatMap { day in stored.recordedOn.map { $0 - day } }
        json.member("recordedAfterDays", days)
      }
    }
    json.array("findings", findings) { json, status in
      json.object { status.writeMembers(to: &$0) }
    }
    json.array("assignments", assignments) { json, entry in
      json.object { json in
        json.member("owner", entry.assignment.owner)
        json.member("departments", entry.assignment.departments)
        json.member("replaces", entry.assignment.replaces)
        json.member("from", entry.assignment.from)
        json.member("event", entry.id)
      }
    }
  }

  /// The assignments of all requirements, each once, by day.
  private var assignments: [(id: EventID, assignment: Assignment)] {
    var known: Set<EventID> = []
    return item.obligations.flatMap { register.assignments(of: $0) }
      .filter { known.insert($0.id).inserted }
      .sorted { ($0.assignment.from, $0.id) < ($1.assignment.from, $1.id) }
  }
}

// MARK: - Rows

extension DutyPage {
  static let columns: [DataTable.Column] = [
    .init("requirement", Message(en: "Requirement", zh: "要求")),
    .init("title", Message(en: "What", zh: "内容")),
    .init("schedule", Message(en: "Schedule", zh: "时间安排")),
    .init("period", Message(en: "Period", zh: "期间")),
    .init("owner", Message(en: "Owner", zh: "负责人")),
    .init("start", Message(en: "Start", zh: "开始")),
    .init("due", Message(en: "Due", zh: "到期")),
    .init("owed", Message(en: "Owed", zh: "应办")),
    .init("done", Message(en: "Done", zh: "完成")),
    .init("state", Message(en: "State", zh: "状态")),
    .init("fulfilled_on", Message(en: "Fulfilled", zh: "办成")),
    .init("late", Message(en: "Days late", zh: "迟办天数")),
  ]

  /// A row for every occurrence of the year, and one for a requirement without any.
  var rows: [[DataTable.Cell]] {
    status.requirements.flatMap { requirement -> [[DataTable.Cell]] in
      let reference = register.obligations[requirement.obligation].reference
      let common: [DataTable.Cell] = [
        .value(reference.description),
        .text(requirement.requirement.title),
        .value(requirement.requirement.schedule.description),
      ]
      let all = register.occurrences(of: requirement.obligation, year: register.year)
      guard !all.isEmpty else {
        return [
          common + [
            .empty, .optional(requirement.owner), .empty, .empty, .empty,
            .value(requirement.records), .value(requirement.state.rawValue), .empty, .empty,
          ]
        ]
      }
      return all.map { occurrence in
        common + [
          .value(occurrence.period.description),
          .optional(occurrence.owner),
          .value(occurrence.start.description),
          .value(occurrence.due.description),
          .value(occurrence.owed),
          .value(occurrence.done),
          .value(occurrence.state.rawValue),
          .value(occurrence.fulfilledOn),
          .value(occurrence.late),
        ]
      }
    }
  }
}

// MARK: - The rule

extension Schedule {
  /// Writes the schedule taken apart; every key is always there.
  fileprivate func writeRule(to json: inout JSONWriter) {
    var rule = Rule()
    switch self {
    case .ongoing: rule.kind = "ongoing"
    case .asNeeded: rule.kind = "as-needed"
    case .once(let deadline):
      rule.kind = "once"
      rule.deadline = Schedule.once(deadline).description.droppingBy
    case .yearly(let points):
      rule.kind = "yearly"
      rule.dates = points.map(\.text)
    case .span(let from, let by):
      rule.kind = "span"
      rule.from = from.text
      rule.by = by.text
    case .counted(let counted):
      rule.kind = "counted"
      rule.count = counted.count
      rule.per = counted.unit.rawValue
      rule.gap = counted.gap
      switch counted.by {
      case .point(let point): rule.by = point.text
      case .dayOfMonth(let day): rule.by = day < 10 ? "0\(day)" : "\(day)"
      case nil: break
      }
    }
    rule.writeMembers(to: &json)
  }

  private struct Rule {
    var kind = ""
    var count: Int?
    var per: String?
    var from: String?
    var by: String?
    var gap: Int?
    var dates: [String] = []
    var deadline: String?

    func writeMembers(to json: inout JSONWriter) {
      json.member("kind", kind)
      json.member("count", count)
      json.member("per", per)
      json.member("from", from)
      json.member("by", by)
      json.member("gap", gap)
      json.member("dates", dates)
      json.member("deadline", deadline)
    }
  }
}

extension YearPoint {
  /// The date as schedules write it: `06`, `06-30`, `?`.
  fileprivate var text: String {
    switch self {
    case .month(let month): YearPoint.twoDigits(month)
    case .day(let month, let day): "\(YearPoint.twoDigits(month))-\(YearPoint.twoDigits(day))"
    case .unknown: "?"
    }
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}

extension String {
  /// A deadline without the word before it.
  fileprivate var droppingBy: String { hasPrefix("by ") ? String(dropFirst(3)) : self }
}
