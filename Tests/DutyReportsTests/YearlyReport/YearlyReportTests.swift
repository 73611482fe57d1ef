import DutyModel
import DutyReports
import DutyStore
import Foundation
import TerminalText
import Testing

/// Whole reports of two small offices, sentence by sentence as the fixtures have them.
@Suite struct YearlyReportTests {
  @Test(arguments: [
    ("township", YearlyReport.Kind.annual, "annual.zh"),
    ("township", .accountability, "accountability.zh"),
    ("township", .selfAssessment, "self-assessment.zh"),
    ("library", .annual, "annual.en"),
  ])
  func wholeReport(_ checklist: String, _ kind: YearlyReport.Kind, _ fixture: String) throws {
    let report = try ReportOffice(checklist).report(kind, of: checklist)
    let lines = report.plain.split(separator: "\n", omittingEmptySubsequences: false)
    let expected = try ReportOffice.fixture("\(fixture).txt")
      .split(separator: "\n", omittingEmptySubsequences: false)
    if let folder = ProcessInfo.processInfo.environment["DUTY_WRITE_REPORTS"] {
      try report.plain.write(toFile: "\(folder)/\(fixture).txt", atomically: true, encoding: .utf8)
    }
    #expect(lines == expected)
  }
}
