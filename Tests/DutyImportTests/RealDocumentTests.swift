import DutyImport
import DutyModel
import Foundation
import Testing

/// A folder with real documents and what a person read in them, if the environment names one:
/// `DUTY_DOCUMENTS`.
private let folder = ProcessInfo.processInfo.environment["DUTY_DOCUMENTS"].map {
  URL(fileURLWithPath: $0, isDirectory: true)
}

@Suite("Real documents", .enabled(if: folder != nil, "DUTY_DOCUMENTS names no folder"))
struct RealDocumentTests {
  /// A list of the folder, with what was counted in it by hand.
  struct List: Sendable, CustomTestStringConvertible {
    let key: String
    let file: String
    let kinds: [Tier.Kind]
    let sections: [Int]
    let duties: [Int]
    let unknowns: [Int]

    var testDescription: String { file }
  }

  static let lists = [
    List(
      key: "000",
      file: "district-justice-bureau-checklist.txt",
      kinds: [.partyGroup, .secretary, .member, .member, .member, .member, .common],
      sections: [0, 0, 0, 0, 0, 0, 0],
      duties: [11, 7, 6, 3, 3, 3, 4],
      unknowns: [0, 0, 0]
    ),
    List(
      key: "003",
      file: "township-checklist-2020.txt",
      kinds: [.partyGroup, .secretary, .member],
      sections: [10, 4, 4],
      duties: [27, 13, 13],
      unknowns: [0, 0, 0]
    ),
    List(
      key: "004",
      file: "civil-affairs-bureau-checklist-2023.txt",
      kinds: [.partyGroup, .secretary, .member],
      sections: [10, 5, 5],
      duties: [32, 12, 12],
      unknowns: [5, 20, 32]
    ),
  ]

  @Test("have the tiers, sections, duties and masks that were counted", arguments: lists)
  func counts(list: List) throws {
    let document = try read(list.file)
    let checklist = document.checklist
    #expect(checklist.tiers.map(\.kind) == list.kinds)
    #expect(checklist.tiers.map { $0.sections.filter { $0.id != nil }.count } == list.sections)
    #expect(checklist.tiers.map { $0.sections.flatMap(\.duties).count } == list.duties)
    let summary = document.review.summary
    #expect(
      [summary.unknownCounts, summary.unknownDates, summary.unknownOwners] == list.unknowns
    )
    // Every number is the one that follows, or begins again.
    for tier in checklist.tiers {
      let numbers = tier.sections.flatMap(\.duties).compactMap { $0.number.flatMap { Int($0) } }
      #expect(numbers == Array(1...numbers.count))
    }
    let ids = checklist.duties.map(\.id)
    #expect(Set(ids).count == ids.count && ids.allSatisfy { Identifier.isItem($0) })
  }

  @Test("have the clauses of the key, and no other schedule", arguments: lists)
  func clauses(list: List) throws {
    let document = try read(list.file)
    let rows = try table("answer-key.tsv").filter { $0[0] == list.key }
    try #require(rows.count > 10)
    var found: [String] = []
    for duty in document.checklist.duties {
      for requirement in duty.requirements where requirement.origin == .text {
        let isMeeting = requirement.phrase.contains("逢会")
        guard requirement.schedule.isDated || isMeeting else { continue }
        found.append("\(requirement.line) \(requirement.phrase) \(requirement.schedule)")
      }
    }
    // The key quotes the heart of a clause: it must lie in what was read, and have its schedule.
    #expect(found.count == rows.filter { $0[6].hasPrefix("R") }.count)
    for row in rows where row[6].hasPrefix("R") {
      let schedule = try #require(canonical(row[7]))
      let matches = found.filter { text in
        text.hasPrefix("\(row[1]) ") && text.hasSuffix(" \(schedule)")
          && (text.contains(row[5]) || row[5].contains(phrase(text)))
      }
      #expect(matches.count == 1, "\(row[1]) \(row[5]): \(matches)")
    }
  }

  @Test("have the duties of the key under the key's numbers", arguments: lists)
  func numbering(list: List) throws {
    let document = try read(list.file)
    let rows = try table("answer-key.tsv").filter { $0[0] == list.key && $0[4] != "-" }
    for row in rows {
      let line = try #require(Int(row[1]))
      let duty = try #require(document.checklist.duties.last { $0.line <= line })
      #expect(duty.number == row[4], "line \(line)")
      #expect(duty.text.replacing("\n", with: "").contains(row[5]), "line \(line)")
    }
  }

  @Test("mark the reports of the key", arguments: lists)
  func reports(list: List) throws {
    let document = try read(list.file)
    let rows = try table("answer-key.tsv").filter { $0[0] == list.key }
    for row in rows where row[6].contains("U") && row[6].contains("R") {
      let names = row[7].firstMatch(of: /reportTo: \[([^\]]*)\]/).map { String($0.1) } ?? ""
      let expected = names.split(separator: ", ").map { $0.prefix { $0 != "(" } }.map(String.init)
      let line = try #require(Int(row[1]))
      let reports = document.checklist.duties.flatMap(\.requirements).filter {
        $0.line == line && $0.schedule.isDated && !$0.reportTo.isEmpty
      }
      #expect(reports.count == 1, "line \(line)")
      #expect(reports.first?.reportTo == expected, "line \(line)")
    }
    let dated = document.checklist.duties.flatMap(\.requirements).filter {
      $0.schedule.isDated && !$0.reportTo.isEmpty
    }
    #expect(dated.count == rows.filter { $0[6].contains("U") && $0[6].contains("R") }.count)
  }

  @Test("have the annotations of the key")
  func annotations() throws {
    let document = try read("civil-affairs-bureau-checklist-2023.txt")
    let rows = try table("answer-key-004-annotations.tsv")
    let duties = document.checklist.duties
    try #require(rows.count == duties.count)
    for (row, duty) in zip(rows, duties) {
      #expect(duty.number == row[4])
      #expect(duty.owner == nil)
      let departments = row[6].hasSuffix("等") ? String(row[6].dropLast()) : row[6]
      #expect(duty.departments == departments.split(separator: "、").map(String.init))
      let annotated = duty.requirements.filter { $0.origin == .annotation }
      if row[5] == "持续推进" {
        let isTimed = duty.requirements.contains { $0.origin == .text && $0.schedule.isDated }
        #expect(annotated.map(\.schedule) == (isTimed ? [] : [.ongoing]), "\(duty.id)")
      } else {
        #expect(annotated.map(\.phrase) == [row[5]])
        #expect(annotated.map(\.schedule) == [.once(.unknownMonth(year: 2023))])
      }
    }
  }

  @Test("lose no character", arguments: lists)
  func verbatim(list: List) throws {
    try expectVerbatim(read(list.file), of: text(list.file))
  }

  @Test(
    "that are reports are refused",
    arguments: ["secretary-accountability-report-2021.txt", "self-assessment-report-2021.txt"]
  )
  func reportsRefused(file: String) throws {
    let text = try text(file)
    let error = #expect(throws: ImportError.self) {
      try ImportedDocument(reading: text, options: ImportOptions(id: "t"))
    }
    guard case .report(1, let signs)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(!signs.isEmpty)
  }

  // MARK: Reading the folder

  private func text(_ file: String) throws -> String {
    try String(contentsOf: #require(folder).appending(path: file), encoding: .utf8)
  }

  private func read(_ file: String) throws -> ImportedDocument {
    try ImportedDocument(reading: text(file), options: ImportOptions(id: "t"))
  }

  private func table(_ file: String) throws -> [[String]] {
    try text(file).split(separator: "\n").dropFirst().map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  private func phrase(_ text: String) -> String {
    let parts = text.split(separator: " ")
    return parts.count > 1 ? String(parts[1]) : text
  }

  /// The schedule that the key's normal form stands for.
  private func canonical(_ form: String) -> String? {
    if form.contains("every: each-meeting") { return "as needed" }
    let due = form.firstMatch(of: /due: \[(\d\d-\d\d)[^,\]]*, (\d\d-\d\d)/)
    if let due { return "by \(due.1) and \(due.2) each year" }
    if form.contains("due: 12-31(年底前)") || form.contains("due: year-end") {
      return "by 12 each year"
    }
    guard let unit = form.firstMatch(of: /every: ([a-z-]+)/),
      let count = form.firstMatch(of: /min: (\d+|masked)/)
    else { return nil }
    return "\(count.1 == "masked" ? "?" : String(count.1)) per \(unit.1)"
  }
}
