import DutyModel
import DutyReports
import DutyStore
import Foundation
import TerminalText
import Testing

/// Whole reports of small offices, sentence by sentence as the fixtures have them.
@Suite struct YearlyReportTests {
  @Test(arguments: [
    ("township", YearlyReport.Kind.annual, "2026-12-31", "annual.zh"),
    ("township", .accountability, "2026-12-31", "accountability.zh"),
    ("township", .selfAssessment, "2026-12-31", "self-assessment.zh"),
    ("library", .annual, "2026-12-31", "annual.en"),
    ("harbour", .annual, "2026-12-31", "harbour-annual.en"),
    ("harbour", .accountability, "2026-12-31", "harbour-accountability.en"),
    ("harbour", .selfAssessment, "2026-12-31", "harbour-self-assessment.en"),
    ("Data", .annual, "2026-07-10", "sample-annual.zh"),
    ("Data", .selfAssessment, "2026-07-10", "sample-self-assessment.zh"),
  ])
  func wholeReport(
    _ office: String,
    _ kind: YearlyReport.Kind,
    _ today: String,
    _ fixture: String
  ) throws {
    let checklist = office == "Data" ? "township" : office
    let report = try ReportOffice(office).report(kind, of: checklist, on: today)
    let lines = report.plain.split(separator: "\n", omittingEmptySubsequences: false)
    let expected = try ReportOffice.fixture("\(fixture).txt")
      .split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines == expected)
  }

  /// What a person sees at a terminal of 80 columns.
  @Test func screen() throws {
    let report = try ReportOffice("township").report(.selfAssessment, of: "township")
    let lines = report.screen(for: Terminal(columns: 80))
    let expected = try ReportOffice.fixture("self-assessment-80.zh.txt")
    #expect(lines.joined(separator: "\n") + "\n" == expected)
    let colored = report.screen(for: Terminal(columns: 80, palette: .standard))
    #expect(colored != lines)
    #expect(colored.map { $0.replacing(/\u{1B}\[[0-9;]*m/, with: "") } == lines)
  }
}
