import DutyModel
import Testing

@Suite("A register")
struct RegisterTests {
  @Test(
    "lists last year's debts until the day they are carried to",
    arguments: [
      ("2025-12-31", YearPoint.day(month: 3, day: 31), []),
      ("2026-01-01", .day(month: 3, day: 31), ["2025 overdue"]),
      ("2026-03-31", .day(month: 3, day: 31), ["2025 overdue"]),
      ("2026-04-01", .day(month: 3, day: 31), []),
      ("2026-02-28", .day(month: 2, day: 29), ["2025 overdue"]),
      ("2026-03-01", .day(month: 2, day: 29), []),
      ("2026-06-30", .month(6), ["2025 overdue"]),
      ("2026-12-31", .unknown, ["2025 overdue"]),
    ]
  )
  func carries(today: String, until: YearPoint, expected: [String]) throws {
    var book = try Workbook("1 per year")
    book.rules.carryUntil = until
    try book.done("2024-05-06")
    let register = try book.register(on: today)
    #expect(register.overdue().map(\.line) == expected)
    let current = register.status(of: 0).current?.line
    #expect(
      current == expected.first ?? "\(today.prefix(4)) \(today < "2026" ? "due-soon" : "pending")"
    )
  }

  @Test("lists the debts of a named year whatever the day")
  func namesYear() throws {
    let book = try Workbook("1 per year")
    #expect(
      try book.register(on: "2026-07-01", year: 2024).overdue().map(\.line) == ["2024 overdue"]
    )
    #expect(try book.register(on: "2026-07-01").overdue().isEmpty)
    let coming = try book.register(on: "2026-07-01", year: 2027).status(of: 0)
    #expect(coming.currents.map(\.line) == ["2027 future"])
  }

  @Test("never forgets a date that is owed once")
  func keepsOnce() throws {
    var book = try Workbook("by 2020-06-30")
    #expect(try book.register(on: "2026-07-01").overdue().map(\.line) == ["2020-06-30 overdue"])
    #expect(try book.register(on: "2026-07-01").status(of: 0).state == .overdue)
    #expect(try book.register(on: "2026-07-01", year: 2026).overdue().isEmpty)
    try book.done("2026-07-01", for: "2020-06-30")
    let status = try book.register(on: "2026-07-01").status(of: 0)
    #expect(status.state == .done && status.late == 2192)
  }

  @Test("moves a due day over the end of the year, but not the year")
  func reschedules() throws {
    var book = try Workbook("1 per year by 12-31")
    book.add(
      .reschedule([try book.target("2026")], due: try Workbook.day("2027-01-20"), reason: "延期")
    )
    #expect(try book.register(on: "2027-01-10").status(of: 0).current?.line == "2027 pending")
    #expect(
      try book.register(on: "2027-01-10").due(through: try Workbook.day("2027-01-20")).map(\.line)
        == ["2026 due-soon"]
    )
    let late = try book.register(on: "2027-01-21")
    #expect(late.overdue().map(\.line) == ["2026 overdue"])
    #expect(late.status(of: 0).state == .overdue)
    #expect(late.progress(by: .month).total.occurrences.owedYear == 1)
    let old = try book.register(on: "2027-01-21", year: 2026).progress(by: .month)
    #expect(old.total.occurrences.overdue == 1)
    #expect(old.groups.last?.figures.occurrences.overdue == 1)
    try book.done("2027-01-22", for: "2026")
    let done = try #require(book.register(on: "2027-02-01").occurrences(of: 0, year: 2026).first)
    #expect(done.state == .done && done.late == 2 && done.year == 2026)
  }

  /// A third of the period counts where it is shorter than the days of warning.
  @Test(
    "warns in the last third, or the days of warning",
    arguments: [
      ("1 per week", "2026-07-09", "pending"), ("1 per week", "2026-07-10", "due-soon"),
      ("1 per week", "2026-07-12", "due-soon"),
      ("1 per month", "2026-07-20", "pending"), ("1 per month", "2026-07-21", "due-soon"),
      ("1 per year", "2026-11-30", "pending"), ("1 per year", "2026-12-01", "due-soon"),
      ("from 03 by 06 each year", "2026-02-28", "future"),
      ("by 01-10 and 01-20 each year", "2027-01-16", "pending"),
      ("by 01-10 and 01-20 each year", "2027-01-17", "due-soon"),
    ]
  )
  func warns(schedule: String, today: String, state: String) throws {
    var book = try Workbook(schedule, effective: DayRange(from: try Workbook.day(today), to: nil))
    if schedule.hasPrefix("by 01-10") { try book.done("2027-01-10", for: "2027-01-10") }
    #expect(try book.register(on: today).status(of: 0).state.rawValue == state)
  }

  @Test("counts records only at a distance, by their days")
  func keepsGap() throws {
    let year = DayRange(from: .firstDay(ofYear: 2026), to: nil)
    var book = try Workbook("3 per year, 30 days apart", effective: year)
    try book.done("2026-01-31", count: 5)
    try book.done("2026-01-01")
    try book.done("2026-01-20")
    let two = try #require(book.register(on: "2026-02-28").status(of: 0).current)
    #expect(two.done == 2 && two.state == .inProgress && two.events.count == 3)
    try book.done("2026-03-01")
    try book.done("2026-03-02")
    let three = try #require(book.register(on: "2026-07-01").status(of: 0).current)
    #expect(three.done == 3 && three.fulfilledOn == Day("2026-03-02"))
  }

  @Test("bears counts that no integer holds together")
  func saturates() throws {
    var book = try Workbook("2 per year")
    try book.done("2026-01-01", count: .max)
    try book.done("2026-01-02", count: .max)
    #expect(try book.register(on: "2026-07-01").status(of: 0).done == .max)
  }

  @Test("bears thousands of persons who each owe a duty")
  func bearsCrowds() throws {
    let names = (0..<2000).map { "p\($0)" }
    let year = DayRange(from: .firstDay(ofYear: 2026), to: nil)
    var book = try Workbook("1 per quarter", responsible: .each(names), effective: year)
    for name in names.prefix(1500) { try book.done("2026-02-01", owner: name) }
    let to = try book.target(nil).to
    for name in names.suffix(1000) {
      let assignment = Assignment(from: .first, owner: "new-\(name)", replaces: name)
      book.add(.assign([to], assignment))
    }
    let register = try book.register(on: "2026-04-15")
    #expect(register.overdue().count == 500)
    #expect(register.overdue().last?.owner == "new-p1999")
    #expect(register.progress(by: .owner).total.occurrences.fulfilledSoFar == 1500)
    let status = register.status(of: 0)
    #expect(status.currents.count == 2000 && status.state == .overdue)
    #expect(status.requirements[0].records == 1500)
  }

  @Test("returns work with a reopening, ends a waiver with it, and takes undone events as unsaid")
  func reopens() throws {
    var book = try Workbook("1 per year")
    try book.done("2026-02-01")
    book.add(.reopen([try book.target("2026")], reason: "退回"))
    #expect(try book.register(on: "2026-07-01").status(of: 0).done == 0)
    try book.done("2026-03-01")
    #expect(try book.register(on: "2026-07-01").status(of: 0).done == 1)
    book.add(.undo(Workbook.id(2), reason: nil))
    #expect(try book.register(on: "2026-07-01").status(of: 0).done == 2)
    book.add(.undo(Workbook.id(4), reason: nil))
    #expect(try book.register(on: "2026-07-01").status(of: 0).done == 1)
    book.add(.waive([try book.target("2026")], reason: "免"))
    #expect(try book.register(on: "2026-07-01").status(of: 0).state == .waived)
    book.add(.reopen([try book.target("2026")], reason: "恢复"))
    let status = try book.register(on: "2026-07-01").status(of: 0)
    #expect(status.state == .pending && status.done == 0)
  }

  @Test("knows a signature under records that have changed since")
  func signs() throws {
    var book = try Workbook("2 per year")
    try book.done("2026-02-01")
    let signature = SignOff(
      on: try Workbook.day("2026-02-02"),
      signer: "镇长",
      opinion: "同意",
      seen: [Workbook.id(1)]
    )
    book.add(.sign([try book.target("2026")], signature))
    let before = try #require(book.register(on: "2026-07-01").status(of: 0).current)
    #expect(before.signatures.map(\.isChanged) == [false])
    try book.done("2026-03-01")
    let after = try #require(book.register(on: "2026-07-01").status(of: 0).current)
    #expect(after.signatures.map(\.isChanged) == [true])
    #expect(try book.register(on: "2026-02-01").status(of: 0).current?.signatures.isEmpty == true)
  }

  @Test("keeps the last score of a section and year")
  func scores() throws {
    var book = try Workbook("ongoing")
    for (section, points) in [("list/s1", 8000), ("list/s1", 7500), ("list/t1", 1), ("no/s1", 1)] {
      book.add(.score(section: section, year: 2026, thousandths: points, reason: "评定"))
    }
    let register = try book.register(on: "2026-07-01")
    #expect(register.scores.map(\.value.thousandths) == [7500])
    #expect(register.scores.keys.map(\.section) == ["list/s1"])
    #expect(register.unmatched.map(\.subject) == ["list/t1", "no/s1"])
  }

  @Test("orders its states by how much they ask")
  func ordersStates() {
    let words = State.allCases.shuffled().sorted().map(\.rawValue)
    #expect(
      words == [
        "overdue", "due-soon", "in-progress", "pending", "ongoing", "future", "done", "waived",
      ]
    )
  }

  @Test("tells why an event has no place")
  func tellsUnmatched() throws {
    var book = try Workbook("4 per year", responsible: .each(["甲", "乙"]))
    try book.done("2026-02-01", to: "list/d2a", owner: "甲")
    try book.done("2026-02-01", to: "list/d1b", owner: "甲")
    try book.done("2026-02-01", owner: "丙")
    try book.done("2026-02-01")
    book.add(.waive([try book.target("2026-Q1", "list/d1a", "甲")], reason: "免"))
    book.add(.undo(Workbook.id(99), reason: nil))
    book.add(.undo(Workbook.id(7), reason: nil))
    book.add(.findingReopen(Workbook.id(1), reason: "反弹"))
    let assignment = Assignment(from: .first, owner: "丁", replaces: "戊")
    book.add(.assign([try book.target(nil).to], assignment))
    // Of an obligation without due days a label of another kind counts for the year of its day.
    try book.done("2026-02-01", for: "2026-Q1", owner: "甲")
    let register = try book.register(on: "2026-07-01")
    let reasons = Dictionary(uniqueKeysWithValues: register.unmatched.map { ($0.event, $0.reason) })
    #expect(
      reasons == [
        Workbook.id(1): .unknownReference, Workbook.id(2): .unknownReference,
        Workbook.id(3): .unknownOwner, Workbook.id(4): .noOwner,
        Workbook.id(5): .unknownPeriod, Workbook.id(6): .unknownEvent,
        Workbook.id(7): .unknownEvent, Workbook.id(8): .unknownFinding,
        Workbook.id(9): .unknownOwner,
      ]
    )
    #expect(register.status(of: 0).done == 1 && register.status(of: 0).owed == 8)
  }

  @Test("does not tell of an undo that was itself taken back")
  func forgetsUndoneUndo() throws {
    var book = try Workbook("1 per year")
    book.add(.undo(Workbook.id(99), reason: nil))
    #expect(try book.register(on: "2026-07-01").unmatched.count == 1)
    book.add(.undo(Workbook.id(1), reason: nil))
    #expect(try book.register(on: "2026-07-01").unmatched.isEmpty)
  }

  @Test("takes a cause for an event of its occurrence, and for no record")
  func causeIsNoRecord() throws {
    var book = try Workbook("ongoing")
    book.add(.cause([try book.target("2026")], on: try Workbook.day("2026-06-30")))
    var status = try book.register(on: "2026-07-01").status(of: 0)
    #expect(status.requirements[0].records == 0)
    #expect(status.ongoingSilence == 181)
    #expect(try book.register(on: "2026-07-01").progress(by: .section).total.ongoing.recorded == 0)
    let account = try book.register(on: "2026-07-01").account(of: book.target("2026"))
    #expect(account?.recordCount == 0)
    book.add(.note([try book.target("2026")], on: try Workbook.day("2026-06-30")))
    status = try book.register(on: "2026-07-01").status(of: 0)
    #expect(status.requirements[0].records == 1)
    book = try Workbook("1 per year")
    book.add(.cause([try book.target("2026")], on: try Workbook.day("2026-06-30")))
    let register = try book.register(on: "2026-07-01")
    #expect(register.occurrences(of: 0, year: 2026).map(\.events) == [[Workbook.id(1)]])
    #expect(register.unmatched.isEmpty)
  }
}
