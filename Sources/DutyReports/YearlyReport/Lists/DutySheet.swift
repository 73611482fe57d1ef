package import DutyModel
import TerminalText

/// One person's duties of a year with their states, to be printed and signed (个人责任清单).
///
/// There are three tables, and none that is empty: what the person answers for, what was handed on
/// in the year, and the findings the person is to put right. The line for the signature is for a
/// hand; the program fills nothing in.
package enum DutySheet {
  /// Makes the sheet as a paper that every form of a report can write.
  ///
  /// - Parameters:
  ///   - person: Whose it is.
  ///   - checklist: The id of the checklist.
  ///   - register: The state, made for the year of the sheet.
  ///   - style: What the settings say of reports.
  ///   - particulars: Gives the words of an event.
  /// - Returns: A report without a kind.
  /// - Throws: If there is no such checklist, or the person answers for nothing in it.
  package static func paper(
    of person: String,
    checklist: String,
    from register: Register,
    style: YearlyReport.Style,
    particulars: @escaping (Event) -> Particulars
  ) throws(YearlyReport.Refusal) -> YearlyReport {
    let request = YearlyReport.Request(checklist: checklist)
    let facts = try ReportFacts(request, register, style, particulars)
    let own = facts.tiers(of: person)
    let findings = facts.findings.filter { $0.finding.owner == person }
    let formerly = facts.sections.flatMap { $0.formerly(of: person, register) }
    if own.isEmpty, findings.isEmpty, formerly.isEmpty {
      throw .unknownPerson(person, known: facts.persons)
    }
    return DutySheet.paper(person, facts, own, findings, formerly)
  }

  private static func paper(
    _ person: String,
    _ facts: ReportFacts,
    _ own: [TierFacts],
    _ findings: [FindingFacts],
    _ formerly: [FormerDuty]
  ) -> YearlyReport {
    let language = facts.language
    let day = language.words(for: facts.asOf)
    let office = facts.organization ?? language.text(en: "______", zh: "＿＿＿＿＿＿")
    var body: [YearlyReport.Block] = [
      .paragraph(
        YearlyReport.Paragraph([
          Sentence(
            language.text(
              en: "Name: \(person). Office: \(office). Year: \(facts.year). Printed on \(day).",
              zh: "姓名：\(person)　　单位：\(office)"
            )
          )
        ])
      )
    ]
    if language == .chinese {
      // The day has a line of its own, on which it is not broken.
      body.append(
        .paragraph(YearlyReport.Paragraph(["年度：\(facts.year)年　　打印日期：\(day)"]))
      )
    }
    body.append(.paragraph(YearlyReport.Paragraph(summary(own, findings, facts))))
    if !own.isEmpty { body.append(.table(duties(own, of: person, facts))) }
    if !formerly.isEmpty {
      body.append(
        .heading(
          YearlyReport.Heading(
            level: 1,
            Sentence(language.text(en: "Handed on in the year", zh: "年内已改派的事项"))
          )
        )
      )
      body.append(.table(handedOn(formerly, facts)))
    }
    if !findings.isEmpty {
      body.append(
        .heading(
          YearlyReport.Heading(
            level: 1,
            Sentence(language.text(en: "Findings to put right", zh: "负责整改的问题"))
          )
        )
      )
      body.append(.table(problems(findings, facts)))
    }
    return YearlyReport(
      kind: nil,
      language: facts.language,
      year: facts.year,
      asOf: facts.asOf,
      title: language.text(
        en: "Duties of \(person), \(facts.year)",
        zh: "\(person)\(facts.year)年度个人责任清单"
      ),
      body: body,
      signature: YearlyReport.Signature(
        name: Sentence(
          language.text(
            en: "I have taken note of these duties. Signed: ____________",
            zh: "本人已知悉上述责任事项。　　签字：＿＿＿＿＿＿"
          )
        ),
        date: language.text(en: "Date: ____________", zh: "＿＿＿＿年＿＿月＿＿日")
      )
    )
  }

  /// The person's own figures.
  private static func summary(
    _ own: [TierFacts],
    _ findings: [FindingFacts],
    _ facts: ReportFacts
  ) -> [Sentence] {
    let figures = own.flatMap(\.requirements).reduce(YearFigures()) { $0 + $1.figures }
    let overdue = findings.count { $0.status.state == .overdue }
    let closed = findings.count { $0.status.state == .closed }
    var sentences: [Sentence] = []
    switch facts.language {
    case .chinese:
      var writer = ChineseWriter(facts)
      sentences.append(writer.figures(figures, isLast: false))
      if !findings.isEmpty {
        var text = "负责整改的问题\(findings.count)个"
        if closed > 0 { text += "，已销号\(closed)个" }
        if overdue > 0 { text += "，超过整改期限\(overdue)个" }
        sentences.append(Sentence(text + "。"))
      }
    case .english:
      sentences.append(EnglishWriter(facts).figures(figures, isLast: false))
      if !findings.isEmpty {
        let count = EnglishWords.capitalized(
          EnglishWords.count(findings.count, "finding", "findings")
        )
        var states: [String] = []
        if closed > 0 { states.append("\(EnglishWords.number(closed)) closed") }
        if overdue > 0 { states.append("\(EnglishWords.number(overdue)) overdue") }
        let text = states.isEmpty ? "" : ": " + states.joined(separator: ", ")
        sentences.append(Sentence("\(count) to put right\(text)."))
      }
    }
    return sentences
  }

  private static func columns(_ facts: ReportFacts, _ names: [(String, String)]) -> [YearlyReport
    .Table.Column]
  {
    names.map { .init(facts.language.text(en: $0.1, zh: $0.0)) }
  }

  private static func duties(
    _ own: [TierFacts],
    of person: String,
    _ facts: ReportFacts
  ) -> YearlyReport.Table {
    let part = ReportFacts(facts, tiers: own)
    let rows = DutyLedger(part, unreadableLines: 0).rows.map { row -> [Sentence] in
      let language = facts.language
      let told = row.record(in: language, for: person)
      let days = told.isEmpty ? DutySheet.days(row.days, facts) : told
      let due: String
      if let occurrence = row.occurrence {
        due =
          language.words(for: occurrence.due, in: facts.year) + language.text(en: "", zh: "前")
      } else {
        due = row.requirement.schedule.words(in: language)
      }
      let figures = row.occurrence.flatMap { $0.owed > 1 ? "\($0.done)/\($0.owed)" : nil }
      let count = figures.map { language.text(en: " (\($0))", zh: "（\($0)）") } ?? ""
      return [
        Sentence(row.id),
        Sentence(row.duty.requirements.count == 1 ? row.duty.title : row.requirement.title),
        Sentence(row.duty.text.isEmpty ? row.requirement.title : row.duty.text),
        Sentence(due),
        Sentence(
          row.departments.isEmpty
            ? "—" : row.departments.joined(separator: language.text(en: ", ", zh: "、"))
        ),
        Sentence(days.isEmpty ? "—" : days, events: row.records.map(\.event)),
        Sentence(row.state.word.text(in: language) + count),
      ]
    }
    return YearlyReport.Table(
      columns: columns(
        facts,
        [
          ("编号", "ID"), ("责任事项", "Duty"), ("具体要求", "What is asked"), ("完成时限", "Due"),
          ("责任科室", "Departments"), ("办理情况", "Done"), ("状态", "State"),
        ]
      ),
      rows: rows
    )
  }

  /// Days one after the other.
  private static func days(_ days: [Day], _ facts: ReportFacts) -> String {
    days.map { facts.language.words(for: $0, in: facts.year) }
      .joined(separator: facts.language.text(en: ", ", zh: "、"))
  }

  private static func handedOn(_ formerly: [FormerDuty], _ facts: ReportFacts) -> YearlyReport.Table
  {
    YearlyReport.Table(
      columns: columns(
        facts,
        [("编号", "ID"), ("责任事项", "Duty"), ("至何日止", "Until"), ("办理情况", "Done")]
      ),
      rows: formerly.map { former in
        let told = DutyLedger.text(of: former.records, in: facts.language)
        return [
          Sentence(former.requirement.name), Sentence(former.requirement.action),
          Sentence(
            facts.language.words(for: former.until)
          ),
          Sentence(told.isEmpty ? "—" : told, events: former.records.map(\.event)),
        ]
      }
    )
  }

  private static func problems(
    _ findings: [FindingFacts],
    _ facts: ReportFacts
  ) -> YearlyReport.Table {
    func day(_ day: Day) -> String {
      facts.language.words(for: day, in: facts.year)
    }
    return YearlyReport.Table(
      columns: columns(
        facts,
        [
          ("编号", "Number"), ("问题", "Finding"), ("整改措施", "Measure"), ("期限", "Due"),
          ("进展", "Progress"), ("状态", "State"),
        ]
      ),
      rows: findings.map { finding in
        let progress = finding.progress.map { "\(day($0.on)) \($0.note.text)" }
        return [
          Sentence(finding.name, events: finding.status.events),
          Sentence(finding.finding.title), Sentence(finding.finding.measure ?? "—"),
          Sentence(finding.finding.due.map { day($0) } ?? "—"),
          Sentence(
            progress.isEmpty
              ? "—" : progress.joined(separator: facts.language.text(en: "; ", zh: "；"))
          ),
          Sentence(finding.status.stateCell(on: facts.asOf).text(in: facts.language)),
        ]
      }
    )
  }
}
