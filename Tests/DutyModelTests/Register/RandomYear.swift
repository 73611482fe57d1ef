import DutyModel
import TestSupport

/// Random editions, events and days around one year: the same for the same seed.
///
/// Everything the register must bear occurs: all kinds of schedule and of event, editions that
/// follow one another, several persons, batches, keys, undo of undo, names and labels that nothing
/// has, counts at the end of the integers, and now and then the ends of the calendar.
struct RandomYear {
  private(set) var checklists: [Checklist] = []
  /// Ascending by id, each once.
  private(set) var events: [Event] = []
  private(set) var rules = Rules()
  private(set) var today = Day.first
  private(set) var namedYear: Int?

  private var random: SeededGenerator
  private let base: Int
  private var clock: UInt64 = 1
  private var requirements: [(reference: Reference, requirement: Requirement)] = []
  private var findings: [EventID] = []

  private static let persons = ["张明", "李强", "赵敏", "Wang Fang", "O'Neil"]
  private static let departments = ["纪委", "财政所", "Archive"]

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    base = if seed % 29 == 7 { [1, 2, 9998, 9999][Int(seed / 29 % 4)] } else { 2026 }
    rules.dueSoonDays = pick([0, 7, 30, 366])
    rules.silentDays = pick([0, 30, 90, 1000])
    rules.carryUntil = pick([.month(1), .day(month: 3, day: 31), .day(month: 2, day: 29), .unknown])
    today = day()
    if chance(4) { namedYear = pick([base - 1, base, base + 1]) }
    for number in 1...number(1, 2) { addChecklist("list-\(number)") }
    for _ in 0..<number(0, 40) { addLine() }
  }

  func register(on day: Day? = nil, events: [Event]? = nil) -> Register {
    Register(
      checklists: checklists,
      events: events ?? self.events,
      rules: rules,
      today: day ?? today,
      year: namedYear
    )
  }

  /// A day around the year, often an edge of a month.
  mutating func day() -> Day {
    let years = base - 1...base + 1
    let year = min(max(number(years.lowerBound, years.upperBound), 1), 9999)
    let month = number(1, 12)
    return Day(year: year, month: month, clampedDay: pick([1, 31, 30, number(1, 28)])) ?? .first
  }

  mutating func nextID() -> EventID {
    clock += UInt64(number(1, 3))
    return EventID(milliseconds: clock, random: (0, random.next()))
  }

  mutating func chance(_ one: Int) -> Bool { number(1, one) == 1 }

  mutating func number(_ low: Int, _ high: Int) -> Int {
    Int.random(in: low...high, using: &random)
  }

  mutating func pick<Value>(_ values: [Value]) -> Value { values[number(0, values.count - 1)] }
}

// MARK: - Checklists

extension RandomYear {
  private mutating func addChecklist(_ id: String) {
    guard chance(3), let from = Day(year: base, month: number(1, 12), day: 1) else {
      checklists.append(edition(id, chance(4) ? range() : .always))
      return
    }
    checklists.append(edition(id, DayRange(from: nil, to: from.adding(days: -1))))
    checklists.append(edition(id, DayRange(from: from, to: nil)))
  }

  private mutating func range() -> DayRange {
    let (one, other) = (day(), day())
    switch number(1, 4) {
    case 1: return DayRange(from: min(one, other), to: max(one, other))
    case 2: return DayRange(from: one, to: nil)
    case 3: return DayRange(from: nil, to: one)
    default: return .always
    }
  }

  private mutating func edition(_ id: String, _ effective: DayRange) -> Checklist {
    var statement = statement()
    statement.effective = effective
    let inherited = Inheritance().stating(statement)
    var tiers: [Tier] = []
    for tier in 0..<number(1, 2) {
      var sections: [Section] = []
      for section in 0..<number(1, 2) {
        let duties = (0..<number(1, 2)).map { place in
          duty(id, "t\(tier)-s\(section)-d\(place)", inherited.stating(self.statement()))
        }
        sections.append(
          Section(
            id: chance(3) ? nil : "t\(tier)-s\(section)",
            title: "第\(section)节",
            duties: duties
          )
        )
      }
      tiers.append(
        Tier(id: "t\(tier)", kind: pick(Tier.Kind.allCases), title: "责任主体", sections: sections)
      )
    }
    return Checklist(id: id, title: "清单", effective: effective, tiers: tiers)
  }

  private mutating func duty(_ checklist: String, _ id: String, _ inherited: Inheritance) -> Duty {
    var requirements: [Requirement] = []
    for letter in "abc".prefix(pick([1, 1, 2, 3])) {
      let own = inherited.stating(statement())
      let requirement = Requirement(
        id: String(letter),
        title: "要求",
        schedule: schedule(),
        responsible: own.responsible,
        departments: own.departments,
        signOff: own.signOff,
        effective: own.effective
      )
      requirements.append(requirement)
      let reference = Reference(checklist: checklist, duty: id, requirement: String(letter))
      self.requirements.append((reference, requirement))
    }
    return Duty(
      id: id,
      number: "1",
      title: "Duty",
      formerly: chance(5) ? ["old-\(id)"] : [],
      effective: inherited.effective,
      requirements: requirements
    )
  }

  private mutating func statement() -> Inheritance.Statement {
    var statement = Inheritance.Statement()
    if chance(3) {
      statement.responsible = pick([
        .nobody, .owner(pick(Self.persons)), .each(Array(Self.persons.prefix(number(1, 3)))),
      ])
    }
    if chance(3) { statement.departments = Array(Self.departments.prefix(number(0, 3))) }
    if chance(6) { statement.effective = range() }
    return statement
  }

  private mutating func point() -> YearPoint {
    let month = number(1, 12)
    switch number(1, 8) {
    case 1: return .unknown
    case 2...4: return .month(month)
    default: return .day(month: month, day: number(1, Day.count(inMonth: month, of: 2000)))
    }
  }

  private mutating func schedule() -> Schedule {
    switch number(1, 12) {
    case 1: return .ongoing
    case 2: return .asNeeded
    case 3:
      let day = day()
      return .once(
        pick([
          .year(day.year), .month(day.year, day.month), .day(day), .unknownMonth(year: day.year),
          .unknownDay(year: day.year, month: day.month),
        ])
      )
    case 4, 5:
      let points = (0..<number(1, 3)).map { _ in point() }
        .sorted { $0.lastDay(in: 2000) < $1.lastDay(in: 2000) }
      var ascending: [YearPoint] = []
      for point in points {
        if let last = ascending.last, last.lastDay(in: 2000) == point.lastDay(in: 2000) { continue }
        ascending.append(point)
      }
      return .yearly(ascending)
    case 6:
      let (one, other) = (point(), point())
      let isOrdered = one.firstDay(in: 2000) <= other.lastDay(in: 2000)
      return isOrdered ? .span(from: one, by: other) : .span(from: other, by: one)
    default:
      return .counted(counted())
    }
  }

  private mutating func counted() -> Counted {
    let unit = pick(PeriodUnit.allCases)
    let count = chance(8) ? nil : pick([1, 1, 2, 3, 12, 366])
    var by: PointInPeriod?
    if unit == .year, chance(2) { by = .point(point()) }
    if unit == .month, chance(2) { by = .dayOfMonth(number(1, 31)) }
    let gap = count.map { $0 >= 2 && chance(3) } ?? false
    return Counted(count: count, unit: unit, by: by, gap: gap ? number(1, 40) : nil)
  }
}

// MARK: - Events

extension RandomYear {
  /// Adds an event, or several as one batch.
  private mutating func addLine() {
    let id = nextID()
    let key = chance(8) ? pick(["k1", "k2", "k3"]) : nil
    let place = Event.Place(file: 0, line: events.count + 1, bytes: 0..<0)
    guard chance(8) else {
      events.append(Event(id: id, place: place, key: key, action: action(of: id)))
      return
    }
    for number in 1...number(1, 3) {
      let id = id.member(number)
      events.append(Event(id: id, place: place, key: key, action: action(of: id)))
    }
  }

  /// A random action of any type.
  mutating func action(of id: EventID) -> Action {
    switch number(0, 24) {
    case 0...8: return .done(targets(), on: day(), count: pick([1, 1, 1, 1, 2, 5, .max]))
    case 9: return .note(targets(), on: day())
    case 10: return .start(targets(), on: day())
    case 11: return .waive(targets(), reason: "任务取消")
    case 12: return .reopen(targets(), reason: "退回")
    case 13, 14: return .reschedule(targets(), due: day(), reason: "延期")
    case 15: return .assign([reference()], assignment())
    case 16: return .assign([reference().whole], assignment())
    case 17: return .sign(targets(), SignOff(on: day(), signer: "镇长", opinion: nil, seen: seen()))
    case 18:
      return .score(
        section: pick(["list-1/t0-s0", "list-1/t0", "list-2/t1-s1", "no/s1"]),
        year: pick([base, base + 1]),
        thousandths: number(0, 9) * 500,
        reason: "评定"
      )
    case 19:
      findings.append(id)
      return .finding(Finding(title: "台账不全", due: chance(2) ? day() : nil, on: day()))
    case 20: return .findingUpdate(findingID(), change())
    case 21:
      return .findingClose(
        findingID(),
        FindingClosure(on: day(), note: nil, documents: [], confirmedBy: pick(Self.persons))
      )
    case 22: return .findingReopen(findingID(), reason: "反弹")
    case 23: return .undo(undone(before: id), reason: nil)
    default: return .unknown("later-type")
    }
  }

  private mutating func seen() -> [EventID] {
    (0..<number(0, 2)).compactMap { _ in events.isEmpty ? nil : pick(events).id }
  }

  private mutating func findingID() -> EventID {
    findings.isEmpty || chance(8) ? EventID(high: 5, low: 5) : pick(findings)
  }

  private mutating func undone(before id: EventID) -> EventID {
    if events.isEmpty || chance(10) { return EventID(high: 7, low: 7) }
    if chance(20) { return id.line }
    let target = pick(events.suffix(12)).id
    return chance(12) ? target : target.line
  }

  private mutating func change() -> FindingChange {
    var change = FindingChange()
    change.due = pick([.unchanged, .cleared, .set(day())])
    change.measure = pick([.unchanged, .cleared, .set("补记台账")])
    change.departments = pick([.unchanged, .cleared, .set(["纪委"])])
    return change
  }

  private mutating func assignment() -> Assignment {
    Assignment(
      from: day(),
      owner: chance(6) ? nil : pick(Self.persons),
      departments: chance(3) ? ["新部门"] : nil,
      replaces: chance(2) ? pick(Self.persons) : nil
    )
  }

  private mutating func reference() -> Reference {
    let known = pick(requirements).reference
    switch number(1, 24) {
    case 1: return Reference(checklist: known.checklist, duty: "gone9", requirement: "a")
    case 2: return Reference(checklist: "nowhere", duty: known.duty, requirement: "a")
    case 3:
      return Reference(
        checklist: known.checklist,
        duty: "old-\(known.duty)",
        requirement: known.requirement
      )
    default: return known
    }
  }

  private mutating func targets() -> [Target] {
    (0..<pick([1, 1, 1, 2, 3])).map { _ in target() }
  }

  private mutating func target() -> Target {
    let to = reference()
    let requirement = requirements.last { $0.reference == to }?.requirement
    let owner: String? =
      if case .each(let names)? = requirement?.responsible, !chance(10) { pick(names) } else {
        chance(6) ? pick(Self.persons) : nil
      }
    return Target(to: to, period: period(requirement), owner: owner)
  }

  private mutating func period(_ requirement: Requirement?) -> Period? {
    let day = day()
    if chance(12) { return nil }
    if let slot = requirement?.schedule.slot(containing: day), !chance(8) { return slot.period }
    return chance(2) ? .year(day.year) : Period(pick(PeriodUnit.allCases), containing: day)
  }
}
