import DutyModel
import DutyStore
import Foundation
import Testing

/// The golden year: what the program makes of a workspace, against figures that an independent
/// script computed from the rules alone.
@Suite struct GoldenYearTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "DutyModelTests/GoldenYear")

  static let days: [String] = [
    "2025-12-31", "2026-01-01", "2026-02-28", "2026-03-31", "2026-04-01", "2026-06-30",
    "2026-07-01", "2026-10-09", "2026-12-31", "2027-01-01", "2027-03-31", "2027-04-01",
  ]

  static func register(_ day: Day, year: Int? = nil) throws -> Register {
    let location = Workspace.Location(
      folder: folder.appending(path: "workspace").path(percentEncoded: false),
      source: .option
    )
    let workspace = try Workspace.open(at: location, files: LocalFileSystem())
    let errors = workspace.files.flatMap(\.problems).filter { $0.severity == .error }
    #expect(errors.isEmpty, "\(errors.map { "\($0.place) \($0.code) \($0.subject ?? "")" })")
    var rules = Rules()
    rules.dueSoonDays = workspace.settings.dueSoonDays
    rules.silentDays = workspace.settings.silentDays
    rules.carryUntil = workspace.settings.carryUntil
    return Register(
      checklists: workspace.checklists,
      events: workspace.journal.events,
      rules: rules,
      today: day,
      year: year
    )
  }

  @Test(arguments: days) func agrees(on text: String) throws {
    let day = try #require(Day(text))
    let data = try Data(contentsOf: Self.folder.appending(path: "expected/\(text).json"))
    let expected = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    var differences: [String] = []
    let register = try Self.register(day)
    let golden = GoldenFigures(register)

    compare(expected["duties"], golden.duties, by: "id", "duties", &differences)
    compare(
      expected["occurrences"],
      golden.occurrences,
      by: "key",
      "occurrences",
      &differences
    )
    compare(expected["overdue"], golden.overdue(register), by: "key", "overdue", &differences)
    for year in [2025, 2026] {
      let register = try Self.register(day, year: year)
      compare(
        expected["overdueOf\(year)"],
        golden.overdue(register),
        by: "key",
        "overdueOf\(year)",
        &differences
      )
    }
    compare(expected["findings"], golden.findings, by: "id", "findings", &differences)
    differences += GoldenFigures.differences(
      expected["progress"] ?? [:],
      golden.progress,
      "progress"
    )
    differences += GoldenFigures.differences(expected["scores"] ?? [:], golden.scores, "scores")
    let unmatched = Set(
      (expected["unmatched"] as? [[String: Any]] ?? []).compactMap { $0["event"] as? String }
    )
    let found = Set(register.unmatched.map(\.event.description))
    differences += unmatched.symmetricDifference(found).sorted().map { "unmatched: \($0)" }
    let suppressed = Set(
      (expected["suppressed"] as? [Any] ?? []).map { "\($0)" }
    )
    let repeated = Set(register.effects.repeated.keys.map(\.description))
    differences += suppressed.symmetricDifference(repeated).sorted().map { "suppressed: \($0)" }
    #expect(differences.isEmpty, "\(differences.prefix(60).joined(separator: "\n"))")
  }

  private func compare(
    _ expected: Any?,
    _ found: [[String: Any]],
    by key: String,
    _ name: String,
    _ differences: inout [String]
  ) {
    let expected = expected as? [[String: Any]] ?? []
    func index(_ rows: [[String: Any]]) -> [String: [String: Any]] {
      Dictionary(
        rows.map { row in
          let id =
            key == "id"
            ? "\(row["id"] ?? "")"
            : "\(row["id"] ?? "")@\(row["period"] ?? "")@\(row["due"] ?? "")@\(row["owner"] ?? "")"
          return (id, row)
        },
        uniquingKeysWith: { first, _ in first }
      )
    }
    let (left, right) = (index(expected), index(found))
    for id in Set(left.keys).union(right.keys).sorted() {
      guard let one = left[id] else {
        differences.append("\(name) \(id): not expected")
        continue
      }
      guard let other = right[id] else {
        differences.append("\(name) \(id): missing")
        continue
      }
      differences += GoldenFigures.differences(one, other, "\(name) \(id)")
    }
  }
}

/// The figures of a register in the shape of the expected files.
struct GoldenFigures {
  let register: Register

  init(_ register: Register) {
    self.register = register
  }

  var duties: [[String: Any]] {
    register.items.indices.compactMap { number in
      let item = register.items[number]
      let status = register.status(of: number)
      let isOverdue = item.obligations.contains { !register.overdue($0).isEmpty }
      guard item.isInEffect || isOverdue else { return nil }
      return [
        "id": register.reference(of: item).description,
        "state": status.state.rawValue,
        "due": text(status.due),
        "done": status.done,
        "owed": status.owed,
        "late": orNull(status.late),
        "silent": status.silentDays != nil,
        "requirements": status.requirements.map(requirement),
      ]
    }
  }

  private func requirement(_ status: RequirementStatus) -> [String: Any] {
    let day = register.today
    return [
      "id": register.obligations[status.obligation].reference.description,
      "state": status.state.rawValue,
      "schedule": status.requirement.schedule.description,
      "unknown": status.requirement.schedule.isUnknown,
      "owner": status.each.isEmpty
        ? orNull(register.owner(of: status.obligation, on: day)) : NSNull(),
      "each": status.each,
      "departments": register.departments(of: status.obligation, on: day),
      "signOff": status.requirement.signOff,
      "reportTo": status.requirement.reportTo,
      "records": status.records,
      "lastRecord": text(status.lastRecord),
      "silent": status.silentDays != nil,
      "current": orNull(status.current.map(occurrence)),
      "currents": status.each.isEmpty ? [] : status.currents.map(occurrence),
    ]
  }

  var occurrences: [[String: Any]] {
    register.obligations.indices.flatMap { number in
      register.occurrences(of: number, year: register.year).map(occurrence)
    }
  }

  func overdue(_ register: Register) -> [[String: Any]] {
    register.overdue().map { occurrence in
      [
        "id": occurrence.reference.description,
        "period": occurrence.period.description,
        "due": occurrence.due.description,
        "owner": orNull(occurrence.owner),
        "missing": occurrence.missing,
        "state": occurrence.state.rawValue,
      ]
    }
  }

  var findings: [[String: Any]] {
    register.findings.map { status in
      [
        "id": status.id.description,
        "number": orNull(status.finding.number),
        "title": status.finding.title,
        "text": orNull(status.finding.text),
        "source": orNull(status.finding.source),
        "cause": orNull(status.finding.cause),
        "measure": orNull(status.finding.measure),
        "owner": orNull(status.finding.owner),
        "departments": status.finding.departments,
        "due": text(status.finding.due),
        "state": status.state.rawValue,
        "closedOn": text(status.closure?.on),
        "confirmedBy": orNull(status.closure?.confirmedBy),
        "about": status.finding.about.map(\.description),
      ]
    }
  }

  var scores: [String: Any] {
    Dictionary(
      uniqueKeysWithValues: register.scores.map { key, score in
        ("\(key.section) \(key.year)", Double(score.thousandths) / 1000)
      }
    )
  }

  var progress: [String: Any] {
    var result: [String: Any] = [:]
    for grouping in [Progress.Grouping.checklist, .owner, .department, .tier, .month] {
      let progress = register.progress(by: grouping)
      var groups: [String: Any] = [:]
      for group in progress.groups where group.figures != Figures() {
        groups[group.key] = figures(group.figures)
      }
      result[grouping.rawValue] = groups
      result["total"] = figures(progress.total)
    }
    return result
  }

  private func figures(_ figures: Figures) -> [String: Any] {
    [
      "occurrences": [
        "owedSoFar": figures.occurrences.owedSoFar,
        "fulfilledSoFar": figures.occurrences.fulfilledSoFar,
        "late": figures.occurrences.late,
        "overdue": figures.occurrences.overdue,
        "dueToday": figures.occurrences.dueToday,
        "waived": figures.occurrences.waived,
        "owedYear": figures.occurrences.owedYear,
        "fulfilledYear": figures.occurrences.fulfilledYear,
      ],
      "ongoing": [
        "total": figures.ongoing.total,
        "recorded": figures.ongoing.recorded,
        "silent": figures.ongoing.silent,
      ],
    ]
  }

  private func occurrence(_ occurrence: Occurrence) -> [String: Any] {
    [
      "id": occurrence.reference.description,
      "period": occurrence.period.description,
      "owner": orNull(occurrence.owner),
      "start": occurrence.start.description,
      "due": occurrence.due.description,
      "originalDue": occurrence.originalDue.description,
      "year": occurrence.year,
      "owed": occurrence.owed,
      "done": occurrence.done,
      "state": occurrence.state.rawValue,
      "fulfilledOn": text(occurrence.fulfilledOn),
      "late": orNull(occurrence.late),
      "daysLeft": occurrence.due - register.today,
      "waivedFor": orNull(occurrence.waivedFor),
      "signed": occurrence.signatures.map { signature -> [String: Any] in
        [
          "signer": signature.signer, "on": signature.on.description,
          "event": signature.event.description, "changed": signature.isChanged,
        ]
      },
      "events": occurrence.events.map(\.description),
    ]
  }

  private func orNull(_ value: Any?) -> Any { value ?? NSNull() }

  private func text(_ day: Day?) -> Any { day.map(\.description) ?? NSNull() }

  /// Where two values differ; keys that only the expected one has and the program does not show
  /// are told too.
  static func differences(_ expected: Any, _ found: Any, _ path: String) -> [String] {
    switch (expected, found) {
    case (let expected as [String: Any], let found as [String: Any]):
      let ignored: Set<String> = ["events", "opinion", "colour"]
      return Set(expected.keys).union(found.keys).sorted().flatMap { key -> [String] in
        if ignored.contains(key), expected[key] == nil || found[key] == nil { return [] }
        guard let one = expected[key] else { return ["\(path).\(key): not expected"] }
        guard let other = found[key] else { return ["\(path).\(key): missing"] }
        return differences(one, other, "\(path).\(key)")
      }
    case (let expected as [Any], let found as [Any]):
      guard expected.count == found.count else {
        return [
          "\(path): \(expected.count) elements expected, found \(found.count): \(expected) / \(found)"
        ]
      }
      return zip(expected, found).enumerated().flatMap { place, pair in
        differences(pair.0, pair.1, "\(path)[\(place)]")
      }
    default:
      let (one, other) = ("\(expected)", "\(found)")
      if let left = expected as? NSNumber, let right = found as? NSNumber,
        left.doubleValue == right.doubleValue
      {
        return []
      }
      return one == other ? [] : ["\(path): expected \(one), found \(other)"]
    }
  }
}
