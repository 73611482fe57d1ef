import DutyModel
import DutyReports
import TerminalText

/// An office of one tier made in a test, with the words of its events.
struct SmallOffice {
  var sections: [Section] = []
  var events: [Event] = []
  var words: [EventID: Particulars] = [:]
  var kind = Tier.Kind.partyGroup
  var language = "zh"
  var style = YearlyReport.Style()

  /// Adds a section of duties with one requirement each.
  mutating func add(_ title: String, points: Int? = nil, _ duties: [Duty]) {
    sections.append(
      Section(id: "g0-\(sections.count + 1)", title: title, points: points, duties: duties)
    )
  }

  static func duty(
    _ id: String,
    _ schedules: [String],
    title: String = "事项",
    action: String? = nil,
    unit: String? = nil,
    points: Int? = nil,
    by responsible: Responsible = .owner("王芳")
  ) throws -> Duty {
    let letters = ["a", "b", "c", "d"]
    return Duty(
      id: id,
      number: id,
      title: title,
      points: points,
      requirements: try zip(letters, schedules).map { letter, schedule in
        Requirement(
          id: letter,
          title: schedules.count == 1 ? title : title + letter,
          schedule: try Schedule(schedule),
          unit: unit,
          action: action,
          responsible: responsible
        )
      }
    )
  }

  /// The id of the next event, as in a journal.
  private var nextID: EventID {
    EventID(milliseconds: 1_767_225_600_000 + UInt64(events.count) * 1000, random: (0, 7))
  }

  @discardableResult
  mutating func record(_ action: Action, _ particulars: Particulars? = nil) -> EventID {
    let id = nextID
    let place = Event.Place(file: 0, line: events.count + 1, bytes: 0..<0)
    events.append(Event(id: id, place: place, action: action))
    words[id] = particulars ?? Particulars(at: "2026-01-01T08:00:00+08:00", by: "王芳")
    return id
  }

  /// Records work on a duty's requirement.
  @discardableResult
  mutating func done(
    _ item: String,
    _ period: String,
    on day: String,
    count: Int = 1,
    note: String? = nil,
    quantities: [Particulars.Quantity] = [],
    documents: [String] = [],
    owner: String? = nil
  ) throws -> EventID {
    guard let reference = Reference("town/\(item)"), let on = Day(day) else { throw Fault() }
    let target = Target(to: reference, period: Period(period), owner: owner)
    return record(
      .done([target], on: on, count: count),
      Particulars(
        at: "\(day)T08:00:00+08:00",
        by: "王芳",
        note: note,
        quantities: quantities,
        documents: documents
      )
    )
  }

  /// Records why something is missing.
  mutating func cause(
    _ item: String,
    _ period: String,
    on day: String,
    _ cause: String,
    owner: String? = nil
  ) throws {
    guard let reference = Reference("town/\(item)"), let on = Day(day) else { throw Fault() }
    let target = Target(to: reference, period: Period(period), owner: owner)
    record(
      .cause([target], on: on),
      Particulars(at: "\(day)T08:00:00+08:00", by: "王芳", cause: cause)
    )
  }

  struct Fault: Error {}

  func register(_ today: String) throws -> Register {
    guard let day = Day(today) else { throw Fault() }
    let tier = Tier(id: "g0", kind: kind, title: "镇党委责任", sections: sections)
    return Register(
      checklists: [
        Checklist(
          id: "town",
          title: "责任清单",
          organization: "某镇党委",
          subject: "落实主体责任",
          language: language,
          tiers: [tier]
        )
      ],
      events: events,
      today: day,
      year: 2026
    )
  }

  func report(
    _ kind: YearlyReport.Kind = .annual,
    on today: String = "2026-12-31",
    person: String? = nil,
    hasLists: Bool = false
  ) throws -> YearlyReport {
    let words = words
    return try YearlyReport(
      YearlyReport.Request(kind: kind, checklist: "town", person: person, hasLists: hasLists),
      from: try register(today),
      style: style,
      particulars: { words[$0.id] ?? Particulars(at: "", by: "") }
    )
  }

  func assessment(on today: String = "2026-12-31") throws -> Assessment {
    try Assessment(of: "town", in: try register(today), style: style)
  }
}

extension YearlyReport {
  /// The paragraph of the first section.
  var firstSection: String {
    for (place, block) in body.enumerated() {
      guard case .heading(let heading) = block, heading.level == 1, place + 1 < body.count,
        case .paragraph(let paragraph) = body[place + 1]
      else { continue }
      return paragraph.sentences.map(\.text).joined()
    }
    return ""
  }
}
