import DutyModel
import DutyReports
import TerminalText
import Testing

/// How what persons recorded is put beside the marks, the quotes and the words of a report.
@Suite struct ReportWordingTests {
  private func office(
    _ schedule: String = "1 per year",
    _ language: String = "zh",
    title: String = "党课"
  ) throws -> SmallOffice {
    var office = SmallOffice()
    office.language = language
    office.add("日常", [try SmallOffice.duty("g1", [schedule], title: title)])
    return office
  }

  private func finding(
    _ title: String,
    measure: String? = nil,
    due: String? = nil,
    in office: inout SmallOffice
  ) throws -> EventID {
    office.record(
      .finding(
        Finding(
          title: title,
          measure: measure,
          owner: "王芳",
          due: due.flatMap { Day($0) },
          on: try #require(Day("2026-02-01")),
          about: [try #require(Reference("town/g1"))]
        )
      )
    )
  }

  // MARK: - The next year

  @Test func aYearThatHasNotBegunIsRefused() throws {
    let office = try office()
    let today = try #require(Day("2025-12-31"))
    #expect(throws: YearlyReport.Refusal.notBegun(year: 2026, today: today)) {
      try office.report(on: "2025-12-31")
    }
  }

  // MARK: - Headings and annexes

  /// A heading is printed only if a sentence follows it.
  @Test func noHeadingStandsAlone() throws {
    var office = SmallOffice()
    office.add("信访", [try SmallOffice.duty("g1", ["as needed"])])
    office.add("学习", [try SmallOffice.duty("g2", ["ongoing"])])
    let text = try office.report().plain
    #expect(!text.contains("信访"))
    #expect(text.contains("（一）学习"))
  }
}
