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

  @Test("tell of a past year what was ongoing in it")
  func keepPastYear() throws {
    let ongoing = try Workbook.requirement("ongoing")
    var book = try Self.editions([ongoing], [ongoing], from: "2027-01-01")
    try book.done("2026-05-06")
    for day in ["2026-12-31", "2027-01-10", "2027-09-01"] {
      let register = try book.register(on: day, year: 2026)
      let status = register.status(of: 0)
      #expect(status.state == .ongoing, "\(day)")
      #expect(status.silentDays == 239, "\(day)")
      let figures = register.progress(by: .section).total.ongoing
      #expect(figures.total == 1 && figures.recorded == 1, "\(day)")
    }
    // Also where nothing follows.
    book.checklists.removeLast()
    #expect(try book.register(on: "2027-01-10", year: 2026).status(of: 0).state == .ongoing)
    #expect(try book.register(on: "2027-01-10").status(of: 0).state == .waived)
  }

  @Test("know those who each owe it by their names, not by their places")
  func seatsAreNames() throws {
    let schedule = "by 03-31 and 09-30 each year"
    let book = try Self.editions(
      [try Workbook.requirement(schedule, responsible: .each(["Ann", "Bob"]))],
      [try Workbook.requirement(schedule, responsible: .each(["Cal", "Ann", "Bob"]))],
      from: "2027-01-01"
    )
    var paid = book
    for (label, owner) in [("2026-03-31", "Ann"), ("2026-09-30", "Ann"), ("2026-03-31", "Bob")] {
      try paid.done("2026-03-01", for: label, owner: owner)
    }
    let register = try paid.register(on: "2027-02-01")
    let day = register.today
    let next = Period("2027-03-31")
    let left = Period("2026-09-30")
    #expect(register.placement(of: 0, on: day, by: "Ann") == next.map { .occurrence($0) })
    #expect(register.placement(of: 0, on: day, by: "Cal") == next.map { .occurrence($0) })
    #expect(
      register.placement(of: 0, on: day, by: "Bob") == .several([left, next].compactMap { $0 })
    )
    let currents = register.currentOccurrences(of: 0)
    #expect(currents.map(\.owner) == ["Cal", "Ann", "Bob"])
    #expect(
      currents.map(\.line) == ["2027-03-31 pending", "2027-03-31 pending", "2026-09-30 overdue"]
    )
    // Of several persons a label is named once.
    #expect(
      try book.register(on: "2027-02-01").placement(of: 0, on: day)
        == .several(["2026-03-31", "2026-09-30", "2027-03-31"].compactMap { Period($0) })
    )
  }

  @Test("blame for what is left who answered for it")
  func ownerOfDebt() throws {
    let book = try Self.editions(
      [try Workbook.requirement("1 per half-year", responsible: .owner("Ann"))],
      [try Workbook.requirement("1 per half-year", responsible: .owner("Cal"))]
    )
    let status = try book.register(on: "2026-08-01").status(of: 0).requirements[0]
    #expect(status.current.map(\.line) == "2026-H1 overdue")
    #expect(status.owner == "Ann")
  }

  @Test("count what is recorded once one person answers for what each of several owed")
  func keepRecordsWithoutPersons() throws {
    var book = try Self.editions(
      [try Workbook.requirement("ongoing", responsible: .each(["Ann", "Bob"]))],
      [try Workbook.requirement("ongoing", responsible: .owner("Ann"))],
      from: "2027-01-01"
    )
    try book.done("2027-02-01", for: "2027")
    let register = try book.register(on: "2027-02-01")
    #expect(register.unmatched.isEmpty)
    #expect(register.status(of: 0).requirements[0].records == 1)
  }

  @Test("are no record of what is ongoing")
  func silenceGoesOn() throws {
    let ongoing = try Workbook.requirement("ongoing")
    let book = try Self.editions([ongoing], [ongoing])
    #expect(try book.register(on: "2026-06-30").status(of: 0).silentDays == 180)
    #expect(try book.register(on: "2026-07-01").status(of: 0).silentDays == 181)
  }

  @Test("show the last occurrence where none comes any more, before their end too")
  func lastBeforeTheEnd() throws {
    var book = try Workbook(
      "1 per half-year",
      effective: DayRange(from: try Workbook.day("2023-01-01"), to: try Workbook.day("2026-05-31"))
    )
    try book.done("2025-05-01", for: "2025-H1")
    try book.done("2025-10-01", for: "2025-H2")
    for day in ["2026-03-31", "2026-04-01", "2026-05-31", "2026-06-01"] {
      #expect(try book.register(on: day).currentOccurrences(of: 0).map(\.line) == ["2025-H2 done"])
    }
    // A new date of an older one changes nothing in that.
    let target = try book.target("2025-H1")
    book.add(.reschedule([target], due: try Workbook.day("2025-08-01"), reason: "late"))
    #expect(
      try book.register(on: "2026-04-01").currentOccurrences(of: 0).map(\.line) == ["2025-H2 done"]
    )
  }
}
