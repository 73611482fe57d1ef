import DutyModel
import DutyReports
import DutyStore
import DutyTestSupport
import Foundation
import TerminalText

/// A workspace read from a folder of fixtures, and the reports made of it.
struct ReportOffice {
  let workspace: Workspace

  /// Opens a folder beside this file, or the sample that comes with the program.
  init(_ name: String) throws {
    let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let folder =
      name == "Data"
      ? here.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Data") : here.appendingPathComponent("Offices/\(name)")
    let files = InMemoryFileSystem()
    for path in ReportOffice.paths[name] ?? [] {
      files.put(
        "/office/\(path)",
        bytes: Array(try Data(contentsOf: folder.appendingPathComponent(path)))
      )
    }
    workspace = try Workspace.open(
      at: Workspace.Location(folder: "/office", source: .option),
      files: files
    )
  }

  /// A workspace of files given as texts.
  init(files texts: [String: String]) throws {
    let files = InMemoryFileSystem()
    for (path, text) in texts { files.put("/office/\(path)", bytes: Array(text.utf8)) }
    workspace = try Workspace.open(
      at: Workspace.Location(folder: "/office", source: .option),
      files: files
    )
  }

  /// Only these files are read, so that what somebody records in a clone changes no test.
  private static let paths = [
    "township": [
      "duty.json", "checklists/township.json", "journal/hejing@discipline.jsonl",
      "journal/liumin@office.jsonl",
    ],
    "library": [
      "duty.json", "checklists/library.json", "journal/ajones@desk.jsonl",
      "journal/kpatel@ops.jsonl",
    ],
    "harbour": ["duty.json", "checklists/harbour.json", "journal/sfield@desk.jsonl"],
    "Data": [
      "duty.json", "checklists/civil.json", "checklists/justice.json", "checklists/township.json",
      "journal/hexuemei@justice.jsonl", "journal/liuwen@pc1.jsonl", "journal/wangfang@pc2.jsonl",
      "journal/xuliang@civil.jsonl", "journal/zhangming@pc3.jsonl",
    ],
  ]

  /// The text of a fixture beside this file.
  static func fixture(_ name: String) throws -> String {
    let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    return try String(contentsOf: here.appendingPathComponent("Texts/\(name)"), encoding: .utf8)
  }

  var style: YearlyReport.Style {
    let settings = workspace.settings
    var style = YearlyReport.Style()
    style.organization = settings.organization
    style.short = settings.report.short
    style.addressee = settings.report.addressee
    style.signature = settings.report.signature
    for (name, pattern) in settings.report.titles {
      if let kind = YearlyReport.Kind(rawValue: name) { style.titles[kind] = pattern }
    }
    style.opening = settings.report.opening
    style.closing = settings.report.closing
    style.late = settings.report.late
    style.step = settings.report.step
    style.flowUnits = Set(settings.report.flowUnits)
    return style
  }

  func register(_ today: String, year: Int, without left: (Event) -> Bool = { _ in false }) throws
    -> Register
  {
    guard let day = Day(today) else { throw CocoaError(.formatting) }
    return Register(
      checklists: workspace.checklists,
      events: workspace.journal.events.filter { !left($0) },
      today: day,
      year: year
    )
  }

  func report(
    _ kind: YearlyReport.Kind = .annual,
    of checklist: String,
    on today: String = "2026-12-31",
    year: Int = 2026,
    person: String? = nil,
    hasLists: Bool = false,
    without left: (Event) -> Bool = { _ in false },
    change: (inout YearlyReport.Style) -> Void = { _ in }
  ) throws -> YearlyReport {
    var style = style
    change(&style)
    let journal = workspace.journal
    return try YearlyReport(
      YearlyReport.Request(kind: kind, checklist: checklist, person: person, hasLists: hasLists),
      from: try register(today, year: year, without: left),
      style: style,
      particulars: { journal.particulars(of: $0) }
    )
  }
}

extension YearlyReport {
  /// The report as plain text.
  var plain: String { String(decoding: ((try? bytes(as: .text)) ?? []), as: UTF8.self) }
}
