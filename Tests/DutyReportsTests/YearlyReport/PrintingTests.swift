import DutyReports
import Foundation
import Testing

@Suite struct Printing {
  @Test func data() throws {
    guard let folder = ProcessInfo.processInfo.environment["DUTY_WRITE_REPORTS"] else { return }
    let office = try ReportOffice("Data")
    for (id, day) in [
      ("township", "2026-07-10"), ("civil", "2026-07-10"), ("justice", "2026-07-10"),
      ("township", "2026-12-31"),
    ] {
      for kind in YearlyReport.Kind.allCases {
        do {
          let report = try office.report(kind, of: id, on: day, hasLists: kind == .annual)
          try report.plain.write(
            toFile: "\(folder)/data-\(id)-\(kind.rawValue)-\(day).txt",
            atomically: true,
            encoding: .utf8
          )
          if id == "township" {
            for form in ReportForm.allCases {
              let b = report.bytes(as: form, layout: ReportLayout(columns: 56, isTraced: true))
              try Data(b).write(
                to: URL(filePath: "\(folder)/data-\(id)-\(kind.rawValue)-\(day).\(form)")
              )
            }
          }
        } catch { print(id, kind, error) }
      }
    }
    for (o, k) in [("library", YearlyReport.Kind.accountability), ("library", .selfAssessment)] {
      do {
        let report = try ReportOffice(o).report(
          k,
          of: o,
          person: k == .accountability ? "Omar Reid" : nil,
          hasLists: true
        )
        try report.plain.write(
          toFile: "\(folder)/\(o)-\(k.rawValue).txt",
          atomically: true,
          encoding: .utf8
        )
      } catch { print(error) }
    }
    for f in ReportForm.allCases {
      let b = try ReportOffice("township").report(.selfAssessment, of: "township", hasLists: true)
        .bytes(as: f)
      try Data(b).write(to: URL(filePath: "\(folder)/township-self.\(f)"))
    }
    let empty = try ReportOffice("township").report(of: "township", without: { _ in true })
    try empty.plain.write(toFile: "\(folder)/empty.txt", atomically: true, encoding: .utf8)
    let e2 = try ReportOffice("township").report(
      .selfAssessment,
      of: "township",
      without: { _ in true }
    )
    try e2.plain.write(toFile: "\(folder)/empty-self.txt", atomically: true, encoding: .utf8)
    let september = try ReportOffice("township").report(of: "township", on: "2026-09-30")
    try september.plain.write(toFile: "\(folder)/september.txt", atomically: true, encoding: .utf8)
    let e3 = try ReportOffice("library").report(of: "library", without: { _ in true })
    try e3.plain.write(toFile: "\(folder)/empty.en.txt", atomically: true, encoding: .utf8)
  }
}
