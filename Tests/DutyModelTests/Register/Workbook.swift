import DutyModel

/// A checklist and a journal written down in a test, a line each.
struct Workbook {
  var checklists: [Checklist] = []
  var rules = Rules()
  private(set) var events: [Event] = []

  init() {}

  /// A workbook of one duty, `list/d1`, with one requirement, `a`.
  init(
    _ schedule: String,
    responsible: Responsible = .nobody,
    effective: DayRange = .always
  ) throws {
    checklists = [
      Workbook.checklist([
        try Workbook.requirement(schedule, responsible: responsible, effective: effective)
      ])
    ]
  }

  static func requirement(
    _ schedule: String,
    id: String = "a",
    responsible: Responsible = .nobody,
    effective: DayRange = .always
  ) throws -> Requirement {
    Requirement(
      id: id,
      title: "Report",
      schedule: try Schedule(schedule),
      responsible: responsible,
      effective: effective
    )
  }

  /// An edition with the section `list/s1` and one duty in it.
  static func checklist(
    _ requirements: [Requirement],
    duty: String = "d1",
    formerly: [String] = [],
    effective: DayRange = .always
  ) -> Checklist {
    let duty = Duty(
      id: duty,
      number: "1",
      title: "Duty",
      formerly: formerly,
      requirements: requirements
    )
    let section = Section(id: "s1", title: "Section", duties: [duty])
    let tier = Tier(id: "t1", kind: .common, title: "All", sections: [section])
    return Checklist(id: "list", title: "List", effective: effective, tiers: [tier])
  }

  /// The id of the n-th event, from 1.
  static func id(_ number: Int) -> EventID {
    EventID(milliseconds: UInt64(number), random: (0, 0))
  }

  /// Records the next event.
  mutating func add(_ action: Action, key: String? = nil) {
    let number = events.count + 1
    let place = Event.Place(file: 0, line: number, bytes: 0..<0)
    events.append(Event(id: Workbook.id(number), place: place, key: key, action: action))
  }

  mutating func done(
    _ day: String,
    for label: String? = nil,
    count: Int = 1,
    to name: String = "list/d1a",
    owner: String? = nil
  ) throws {
    add(.done([try target(label, name, owner)], on: try Workbook.day(day), count: count))
  }

  func target(_ label: String?, _ name: String = "list/d1a", _ owner: String? = nil) throws
    -> Target
  {
    guard let reference = Reference(name) else { throw Unreadable(text: name) }
    return Target(to: reference, period: label.flatMap { Period($0) }, owner: owner)
  }

  static func day(_ text: String) throws -> Day {
    guard let day = Day(text) else { throw Unreadable(text: text) }
    return day
  }

  func register(on day: String, year: Int? = nil) throws -> Register {
    Register(
      checklists: checklists,
      events: events,
      rules: rules,
      today: try Workbook.day(day),
      year: year
    )
  }

  struct Unreadable: Error {
    let text: String
  }
}

extension Occurrence {
  /// The label and the state: `2026-Q1 overdue`.
  var line: String { "\(period) \(state.rawValue)" }
}
