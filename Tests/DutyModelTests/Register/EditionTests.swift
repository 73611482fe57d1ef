import DutyModel
import Testing

/// What holds where the editions of a checklist say different things.
@Suite("Editions")
struct EditionTests {
  private static func editions(
    _ old: [Requirement],
    _ new: [Requirement],
    formerly: [String] = [],
    from day: String = "2026-07-01"
  ) throws -> Workbook {
    var book = Workbook()
    let day = try Workbook.day(day)
    let before = DayRange(from: nil, to: day.dayBefore)
    let after = DayRange(from: day, to: nil)
    func narrowed(_ requirement: Requirement, to range: DayRange) -> Requirement {
      Requirement(
        id: requirement.id,
        title: requirement.title,
        schedule: requirement.schedule,
        responsible: requirement.responsible,
        effective: range
      )
    }
    book.checklists = [
      Workbook.checklist(
        old.map { narrowed($0, to: before) },
        formerly: formerly,
        effective: before
      ),
      Workbook.checklist(new.map { narrowed($0, to: after) }, effective: after),
    ]
    return book
  }

  @Test("count what the new one no longer asks for")
  func countDropped() throws {
    let book = try Self.editions(
      [
        try Workbook.requirement("1 per month"), try Workbook.requirement("1 per quarter", id: "b"),
      ],
      [try Workbook.requirement("1 per month")]
    )
    for day in ["2026-06-01", "2026-08-01"] {
      let register = try book.register(on: day)
      let total = register.progress(by: .section).total.occurrences
      #expect(total.owedYear == 14)
      #expect(register.obligations.count == 2)
    }
    let item = try #require(book.register(on: "2026-08-01").items.first)
    #expect(item.obligations == [0] && item.otherObligations == [1])
  }

  @Test("know a former name whichever is shown")
  func keepFormerNames() throws {
    let requirement = try Workbook.requirement("1 per quarter")
    var book = try Self.editions([requirement], [requirement], formerly: ["d9"])
    try book.done("2026-02-01", to: "list/d9a")
    for day in ["2026-06-01", "2026-08-01"] {
      let register = try book.register(on: day)
      #expect(register.unmatched.isEmpty)
      #expect(register.occurrences(of: 0, year: 2026).first?.state == .done)
      #expect(register.item(Reference(checklist: "list", duty: "d9")) == 0)
    }
  }

  @Test("leave out what strangers recorded where each of several owed it, whoever owes it now")
  func leaveOutStrangers() throws {
    var book = try Self.editions(
      [try Workbook.requirement("1 per month", responsible: .each(["Wang", "Li"]))],
      [try Workbook.requirement("ongoing", responsible: .owner("Wang"))]
    )
    try book.done("2026-03-05", for: "2026-03", owner: "Zhao")
    try book.done("2026-03-06", for: "2026-03", owner: "Li")
    let register = try book.register(on: "2026-08-01")
    let status = register.status(of: 0).requirements[0]
    #expect(status.records == 1)
    #expect(status.lastRecord == (try Workbook.day("2026-03-06")))
    #expect(register.unmatched.map(\.reason) == [.unknownOwner])
  }

  @Test("owe a label once")
  func oweLabelOnce() throws {
    let book = try Self.editions(
      [try Workbook.requirement("1 per year by 06-30")],
      [try Workbook.requirement("1 per year by 11-30")]
    )
    let register = try book.register(on: "2026-08-01")
    #expect(register.occurrences(of: 0, year: 2026).map(\.line) == ["2026 overdue"])
    #expect(register.occurrences(of: 0, year: 2027).map(\.line) == ["2027 future"])
  }

  @Test("leave to those who owed it what they left overdue")
  func leaveDebts() throws {
    var book = try Self.editions(
      [try Workbook.requirement("1 per quarter", responsible: .each(["甲", "乙"]))],
      [try Workbook.requirement("1 per quarter", responsible: .owner("丙"))]
    )
    for label in ["2026-Q1", "2026-Q2"] {
      try book.done("2026-03-01", for: label, owner: "甲")
    }
    let status = try book.register(on: "2026-08-01").status(of: 0)
    #expect(status.currents.map(\.line) == ["2026-Q3 pending", "2026-Q1 overdue"])
    #expect(status.currents.map(\.owner) == ["丙", "乙"])
    #expect(status.state == .overdue && status.done == 0 && status.owed == 2)
  }

  @Test("hand on by an assignment what only one of them asks for")
  func assignDropped() throws {
    var book = try Self.editions(
      [
        try Workbook.requirement("1 per month"), try Workbook.requirement("1 per quarter", id: "b"),
      ],
      [try Workbook.requirement("1 per month")]
    )
    book.add(
      .assign([Reference(checklist: "list", duty: "d1")], Assignment(from: .first, owner: "丁"))
    )
    for day in ["2026-06-01", "2026-08-01"] {
      #expect(try book.register(on: day).owner(of: 1, on: try Workbook.day("2026-05-01")) == "丁")
    }
  }
}
