import DutyModel
import DutyReports
import TestSupport

/// Registers made in tests.
enum SampleRegister {
  static let today = Day(year: 2026, month: 7, day: 10) ?? .first

  /// A register of one tier.
  static func of(_ duties: [Duty], _ events: [Event] = [], year: Int? = nil) -> Register {
    let tier = Tier(
      id: "g0",
      kind: .partyGroup,
      title: "党委",
      sections: [Section(id: "g0-1", title: "部署", duties: duties)]
    )
    return Register(
      checklists: [Checklist(id: "town", title: "清单", tiers: [tier])],
      events: events,
      today: today,
      year: year
    )
  }

  static func duty(
    _ id: String,
    _ title: String = "事项",
    _ schedules: String...,
    by responsible: Responsible = .owner("王芳"),
    departments: [String] = []
  ) throws -> Duty {
    let letters = ["a", "b", "c", "d"]
    let requirements = try zip(letters, schedules).map { letter, schedule in
      Requirement(
        id: letter,
        title: schedules.count == 1 ? title : title + letter,
        schedule: try Schedule(schedule),
        responsible: responsible,
        departments: departments
      )
    }
    return Duty(id: id, number: String(id.dropFirst()), title: title, requirements: requirements)
  }

  static func done(
    _ number: UInt64,
    _ reference: Reference,
    _ period: Period,
    on day: Day,
    owner: String? = nil,
    count: Int = 1
  ) -> Event {
    Event(
      id: EventID(high: 1, low: number),
      place: Event.Place(file: 0, line: 1, bytes: 0..<0),
      action: .done([Target(to: reference, period: period, owner: owner)], on: day, count: count)
    )
  }

  /// Three checklists of random duties with random records.
  static func random(seed: UInt64) throws -> Register {
    var generator = SeededGenerator(seed: seed)
    let schedules = [
      "ongoing", "ongoing", "as needed", "1 per month", "4 per year", "? per half-year",
      "by ? each year", "by 01-31 and 07-31 each year", "by 2027-06", "from 03 by 06 each year",
      "1 per week", "by 2026-07-20",
    ]
    let names = ["王芳", "李国栋", "欧阳文静", "O'Neill", "张明"]
    var events: [Event] = []
    var checklists: [Checklist] = []
    for place in 0..<3 {
      let id = "list\(place)"
      var tiers: [Tier] = []
      for tier in 0..<Int.random(in: 1...3, using: &generator) {
        var duties: [Duty] = []
        for number in 0..<Int.random(in: 0...12, using: &generator) {
          let count = Int.random(in: 1...3, using: &generator)
          let each = Array(names.prefix(Int.random(in: 1...4, using: &generator)))
          let responsible: Responsible =
            switch Int.random(in: 0...3, using: &generator) {
            case 0: .nobody
            case 1: .each(each)
            default: .owner(names.randomElement(using: &generator) ?? "")
            }
          let requirements = try (0..<count).map { index in
            Requirement(
              id: ["a", "b", "c"][index],
              title: "要求\(index)",
              schedule: try Schedule(schedules.randomElement(using: &generator) ?? ""),
              responsible: responsible,
              departments: Array(["党政办公室", "纪委"].prefix(count - 1))
            )
          }
          let duty = "g\(tier).\(number)"
          duties.append(
            Duty(id: duty, number: "1", title: "职责\(number)", requirements: requirements)
          )
          guard Bool.random(using: &generator), case .owner = responsible else { continue }
          let day = Day.firstDay(ofYear: 2026).adding(
            days: Int.random(in: 0...190, using: &generator)
          )
          events.append(
            done(
              UInt64(events.count + 1),
              Reference(checklist: id, duty: duty, requirement: "a"),
              .year(2026),
              on: day ?? today,
              count: Int.random(in: 1...5, using: &generator)
            )
          )
        }
        tiers.append(
          Tier(
            id: "t\(tier)",
            kind: tier == 0 ? .common : .member,
            title: "成员",
            sections: [Section(id: nil, title: "", duties: duties)]
          )
        )
      }
      checklists.append(Checklist(id: id, title: "清单", organization: "某局", tiers: tiers))
    }
    return Register(checklists: checklists, events: events, today: today)
  }
}

extension DutyList {
  /// A list of every duty of a register.
  init(
    of register: Register,
    layout: Layout = .folded,
    columns: [Column]? = nil,
    order: Order? = nil,
    limit: Int? = nil,
    scope: Scope = Scope()
  ) {
    self.init(
      register.items.indices.map { register.status(of: $0) },
      in: register,
      names: Names(register),
      head: AnswerHead(today: register.today, year: register.namedYear, unreadableLines: 0),
      layout: layout,
      columns: columns,
      order: order,
      limit: limit,
      scope: scope
    )
  }
}
