import DutyModel
import Testing

@Suite("Findings")
struct FindingTests {
  private static func book() throws -> Workbook {
    var book = try Workbook("ongoing")
    book.add(
      .finding(
        Finding(
          title: "台账不全",
          measure: "补记",
          departments: ["纪委"],
          due: try Workbook.day("2026-06-30"),
          on: try Workbook.day("2026-05-01")
        )
      )
    )
    return book
  }

  @Test(
    "are open, then overdue",
    arguments: [
      ("2026-04-30", nil), ("2026-05-01", FindingStatus.State.open), ("2026-06-30", .open),
      ("2026-07-01", .overdue),
    ]
  )
  func haveStates(day: String, state: FindingStatus.State?) throws {
    #expect(try Self.book().register(on: day).findings.first?.state == state)
  }

  @Test("change by key: set, cleared, or left alone")
  func change() throws {
    var book = try Self.book()
    var change = FindingChange()
    change.due = .set(try Workbook.day("2026-09-30"))
    change.measure = .cleared
    change.departments = .cleared
    book.add(.findingUpdate(Workbook.id(1), change))
    let status = try #require(book.register(on: "2026-07-01").findings.first)
    #expect(status.state == .open && status.finding.title == "台账不全")
    #expect(status.finding.measure == nil && status.finding.departments.isEmpty)
    #expect(status.events == [Workbook.id(1), Workbook.id(2)])
    book.add(.undo(Workbook.id(2), reason: nil))
    #expect(try book.register(on: "2026-07-01").findings.first?.state == .overdue)
  }

  @Test("close from the day of closing, and reopen")
  func close() throws {
    var book = try Self.book()
    let closure = FindingClosure(
      on: try Workbook.day("2026-07-10"),
      note: nil,
      documents: [],
      confirmedBy: "书记"
    )
    book.add(.findingClose(Workbook.id(1), closure))
    #expect(try book.register(on: "2026-07-09").findings.first?.state == .overdue)
    let closed = try #require(book.register(on: "2026-07-10").findings.first)
    #expect(closed.state == .closed && closed.closure?.confirmedBy == "书记")
    book.add(.findingReopen(Workbook.id(1), reason: "反弹"))
    let open = try #require(book.register(on: "2026-07-10").findings.first)
    #expect(open.state == .overdue && open.closure == nil)
    book.add(.undo(Workbook.id(3), reason: nil))
    #expect(try book.register(on: "2026-07-10").findings.first?.state == .closed)
  }

  @Test("disappear with the event that recorded them, and what is about them is told")
  func disappear() throws {
    var book = try Self.book()
    book.add(.findingReopen(Workbook.id(1), reason: "反弹"))
    book.add(.undo(Workbook.id(1), reason: nil))
    let register = try book.register(on: "2026-07-01")
    #expect(register.findings.isEmpty)
    #expect(register.unmatched.map(\.reason) == [.unknownFinding])
  }
}
