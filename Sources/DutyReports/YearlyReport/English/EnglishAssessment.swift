import DutyModel
import TerminalText

/// What a self-assessment says of scores in English: brackets, deductions and their table.
struct EnglishAssessment: Sendable {
  private let assessment: Assessment
  private let year: Int
  /// The numbers of the rows of each section in the table, from 1.
  private var rows: [String: [Int]] = [:]

  init(_ assessment: Assessment, year: Int) {
    self.assessment = assessment
    self.year = year
    var number = 0
    for section in assessment.sections {
      for _ in section.rows {
        number += 1
        rows[section.name, default: []].append(number)
      }
    }
  }

  func bracket(_ score: Int?) -> Sentence {
    guard let score else { return Sentence() }
    return " (score \(Thousandths.text(score)))"
  }

  func deduction(of section: Assessment.SectionScore) -> Sentence {
    guard let loss = section.loss else {
      return EnglishWriter.gap("score of “\(section.title)”", about: section.name)
    }
    let numbers = EnglishWords.runs(rows[section.name] ?? []) { String($0) }
    let word = (rows[section.name]?.count ?? 0) == 1 ? "row" : "rows"
    let places =
      numbers.isEmpty
      ? "" : "; see \(word) \(EnglishWords.list(numbers)) of the table of deductions"
    let lost = loss == 0 ? "No points lost" : "Points lost: \(Thousandths.text(loss))"
    return Sentence("\(lost)\(places).", events: section.rows.flatMap(\.events))
  }

  /// The table of deductions and the rule below it; `nil` if nothing is deducted.
  var annex: YearlyReport.Annex? {
    if assessment.sections.allSatisfy(\.rows.isEmpty) { return nil }
    var number = 0
    var rows: [[Sentence]] = []
    for section in assessment.sections {
      for row in section.rows {
        number += 1
        let item = [row.name, row.action].compactMap(\.self).joined(separator: " ")
        rows.append([
          Sentence("\(number)"), Sentence(section.title), Sentence(item.isEmpty ? "—" : item),
          Sentence(reason(row), events: row.events), Sentence(Thousandths.text(row.loss)),
        ])
      }
    }
    return YearlyReport.Annex(
      title: "Table of deductions",
      table: YearlyReport.Table(
        columns: [
          .init("No.", isNumeric: true), .init("Section"), .init("Item"), .init("Reason"),
          .init("Points", isNumeric: true),
        ],
        rows: rows,
        total: [
          assessment.score == nil ? "Total of the scored sections" : "Total", "", "", "",
          Sentence(Thousandths.text(assessment.loss)),
        ]
      ),
      note: Sentence(rule)
    )
  }

  private var rule: String {
    let late = Thousandths.text(assessment.late * 100)
    return
      "Note: a section’s points are shared equally by its duties, a duty’s share by its requirements, a requirement’s share by the times owed, unless the checklist gives points of their own; a late time earns \(late)% of its share; what is waived, not yet due or owed as needed is left out; a continuous duty earns its share with one record in the year. A section’s loss is rounded half up to \(Thousandths.text(assessment.step)) points and is never less than that where something was lost; its rows add up to it."
  }

  private func reason(_ row: Assessment.Row) -> String {
    switch row.reason {
    case .noRecord(let names):
      let who = names.isEmpty ? "" : " of \(EnglishWords.names(names))"
      return "no record\(who) in the year"
    case .adjusted(let reason, _):
      return "score set by hand: \(NoteText(reason, language: .english)?.text ?? reason)"
    case .missing(let occurrences):
      let words = EnglishWords(year: year)
      if occurrences.count == 1, occurrences[0].owed > 1 {
        return "\(occurrences[0].done) of \(occurrences[0].owed) completed"
      }
      return "not completed: \(words.label(of: occurrences))"
    case .late(let times): return late(times)
    }
  }

  /// How late each time was.
  private func late(_ times: [Assessment.LateTime]) -> String {
    func days(_ count: Int) -> String { EnglishWords.count(count, "day", "days") }
    let count = times.reduce(0) { $0 + $1.times }
    if count == 1, let only = times.first { return "\(days(only.days)) late" }
    let head = "\(EnglishWords.number(count)) late"
    if times.count > EnglishWriter.mostLateDays {
      return "\(head), up to \(days(times.map(\.days).max() ?? 0))"
    }
    let words = EnglishWords(year: year)
    let parts = times.map { time in
      let owner = time.owner.map { " (\($0))" } ?? ""
      let number = time.times > 1 ? " (\(EnglishWords.times(time.times)))" : ""
      return "\(words.day(time.on))\(owner)\(number) by \(days(time.days))"
    }
    return "\(head): \(EnglishWords.list(parts))"
  }
}
