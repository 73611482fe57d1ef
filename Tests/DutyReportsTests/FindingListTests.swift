import DutyModel
import TerminalText
import Testing

@testable import DutyReports

/// The table of findings that other programs read.
@Suite struct FindingListTests {
  /// Names are joined as in every other table.
  @Test func departmentsAreJoinedBySemicolons() throws {
    var office = SmallOffice()
    office.add("检查", [try SmallOffice.duty("g1", ["1 per year"])])
    office.record(
      .finding(
        Finding(
          title: "通道堵塞",
          departments: ["党政办", "应急办"],
          on: try #require(Day("2026-05-06"))
        )
      )
    )
    let findings = try office.register("2026-12-31").findings
    let table = DataTable(findings: findings)
    let place = try #require(table.columns.firstIndex { $0.key == "departments" })
    #expect(table.rows.map { $0[place] } == [.text("党政办;应急办")])
  }
}
