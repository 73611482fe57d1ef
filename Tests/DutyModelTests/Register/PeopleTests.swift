import DutyModel
import Testing

/// What persons answer for, of what others owe as well.
@Suite("What persons answer for")
struct PeopleTests {
  @Test("is their own where each of several owes it")
  func own() throws {
    var book = try Workbook("1 per quarter", responsible: .each(["Ann", "Bob"]))
    try book.done("2026-03-20", for: "2026-Q1", owner: "Ann")
    let register = try book.register(on: "2026-04-10")
    #expect(register.status(of: 0).state == .overdue)
    let ann = try #require(register.status(of: 0, for: ["Ann"]))
    #expect(ann.currents.map(\.line) == ["2026-Q2 pending"])
    #expect(ann.requirements[0].each == ["Ann"])
    let bob = try #require(register.status(of: 0, for: ["Bob"]))
    #expect(bob.currents.map(\.line) == ["2026-Q1 overdue"])
    #expect(register.status(of: 0, for: ["Ann", "Bob"])?.state == .overdue)
    #expect(register.status(of: 0, for: ["Cal"]) == nil)
  }

  @Test("is theirs before and after it changes hands")
  func handedOver() throws {
    var book = try Workbook("1 per month", responsible: .owner("Ann"))
    book.add(
      .assign(
        [Reference(checklist: "list", duty: "d1")],
        Assignment(from: try Workbook.day("2026-03-01"), owner: "Bea")
      )
    )
    let register = try book.register(on: "2026-07-20")
    let ann = try #require(register.status(of: 0, for: ["Ann"]))
    #expect(ann.currents.map(\.line) == ["2026-01 overdue"])
    let bea = try #require(register.status(of: 0, for: ["Bea"]))
    #expect(bea.currents.map(\.line) == ["2026-03 overdue"])
    #expect(bea.requirements[0].owner == "Bea")
  }

  @Test("is the seat's, and theirs who held it before for what they left")
  func seat() throws {
    var book = try Workbook("1 per quarter", responsible: .each(["Ann", "Bob"]))
    book.add(
      .assign(
        [Reference(checklist: "list", duty: "d1")],
        Assignment(from: try Workbook.day("2026-09-01"), owner: "Cal", replaces: "Bob")
      )
    )
    let register = try book.register(on: "2026-09-10")
    let bob = try #require(register.status(of: 0, for: ["Bob"]))
    #expect(bob.currents.map(\.line) == ["2026-Q1 overdue"])
    #expect(bob.requirements[0].each == ["Bob"])
    let cal = try #require(register.status(of: 0, for: ["Cal"]))
    #expect(cal.currents.map(\.line) == ["2026-Q3 due-soon"])
  }

  @Test("without due days is by who answers on the day")
  func undated() throws {
    var book = try Workbook("ongoing", responsible: .each(["Ann", "Bob"]))
    try book.done("2026-03-20", for: "2026", owner: "Ann")
    let register = try book.register(on: "2026-12-01")
    #expect(register.status(of: 0, for: ["Ann"])?.requirements[0].records == 1)
    #expect(register.status(of: 0, for: ["Bob"])?.requirements[0].records == 0)
    #expect(register.status(of: 0, for: ["Cal"]) == nil)
    let other = try Workbook("ongoing", responsible: .owner("Ann")).register(on: "2026-12-01")
    #expect(other.status(of: 0, for: ["Ann"])?.state == .ongoing)
    #expect(other.status(of: 0, for: ["Bob"]) == nil)
  }
}
