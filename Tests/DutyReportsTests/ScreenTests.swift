import DutyModel
import DutyReports
import Foundation
import Testing

@testable import TerminalText

/// What people see of the sample workspace, line by line, as the files of the folder `Screens`
/// have it.
@Suite struct ScreenTests {
  @Test(
    arguments: ["list", "list-all", "overdue", "due"],
    ["en-50", "en-80", "en-120", "en-pipe", "zh-50", "zh-80", "zh-120", "zh-pipe"]
  )
  func screen(_ name: String, _ form: String) throws {
    let parts = form.split(separator: "-")
    let language = try #require(Language(rawValue: String(parts[0])))
    let terminal = Terminal(columns: Int(parts[1]))
    let lines = try report(name).screen(in: language, for: terminal)
    #expect(lines == (try expected("\(name)-\(form)")))
  }

  @Test(arguments: ["list", "list-all", "overdue", "due"], Language.allCases)
  func colorChangesNoText(_ name: String, _ language: Language) throws {
    let report = try report(name)
    for columns in [nil, 40, 80] {
      let plain = report.screen(in: language, for: Terminal(columns: columns))
      let colored = report.screen(in: language, for: Terminal(columns: columns, palette: .standard))
      #expect(colored != plain)
      #expect(colored.map { $0.replacing(/\u{1B}\[[0-9;]*m/, with: "") } == plain)
    }
  }

  @Test(arguments: ["list", "list-all", "overdue", "due"], Language.allCases)
  func linesFitAndEndWithoutSpaces(_ name: String, _ language: Language) throws {
    let report = try report(name)
    for columns in [52, 61, 79, 80, 99, 139, 140] {
      for line in report.screen(in: language, for: Terminal(columns: columns)) {
        #expect(line.displayWidth <= columns, "\(line)")
        #expect(!line.hasSuffix(" "))
      }
    }
  }

  @Test(arguments: ["list", "list-all", "overdue", "due"], Language.allCases)
  func nothingIsOfAmbiguousWidth(_ name: String, _ language: Language) throws {
    let report = try report(name)
    for columns in [nil, 30, 50, 80] {
      for line in report.screen(in: language, for: Terminal(columns: columns)) {
        let line = line.replacing("…", with: "")
        #expect(line.displayWidth(ambiguousIsWide: true) == line.displayWidth, "\(line)")
      }
    }
  }

  private func report(_ name: String) throws -> any Report {
    let sample = try SampleWorkspace.shared()
    return switch name {
    case "list": sample.list()
    case "list-all": sample.list(.grouped)
    case "overdue": sample.overdue
    default: try sample.due(days: 30)
    }
  }

  private func expected(_ name: String) throws -> [String] {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Screens/\(name).txt")
    let text = try String(contentsOf: url, encoding: .utf8)
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }
}
