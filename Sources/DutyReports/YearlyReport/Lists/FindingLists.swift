import DutyModel
import TerminalText

/// The three lists of problems, tasks and responsibilities (三个清单), as annexes of a report.
struct FindingLists: Sendable {
  private let facts: ReportFacts

  init(_ facts: ReportFacts) {
    self.facts = facts
  }

  private func text(_ chinese: String, _ english: String) -> String {
    facts.language.text(en: english, zh: chinese)
  }

  var annexes: [YearlyReport.Annex] {
    let findings = facts.findings
    func annex(
      _ title: String,
      _ columns: [String],
      _ row: (FindingFacts) -> [Sentence]
    ) -> YearlyReport.Annex {
      YearlyReport.Annex(
        title: title,
        table: YearlyReport.Table(columns: columns.map { .init($0) }, rows: findings.map(row)),
        note: findings.isEmpty ? Sentence(text("年内没有登记问题。", "No finding was raised.")) : nil
      )
    }
    return [
      annex(
        text("附件 问题清单", "Annex: problems"),
        [
          text("编号", "Number"), text("问题", "Problem"), text("来源", "Source"),
          text("登记日期", "Raised on"), text("主要原因", "Cause"),
        ]
      ) { finding in
        let value = finding.finding
        return [
          name(finding),
          [finding.title, value.text].compactMap(\.self).map { Sentence($0) }
            .joined(text("：", ": ")),
          cell(value.source), Sentence(date(value.on)),
          value.cause.map { Sentence($0) } ?? gap("原因", "cause", finding),
        ]
      },
      annex(
        text("附件 任务清单", "Annex: tasks"),
        [
          text("编号", "Number"), text("整改措施", "Measure"), text("整改期限", "Due"),
          text("进展", "Progress"), text("状态", "State"), text("销号日期", "Closed on"),
          text("销号依据", "Evidence"),
        ]
      ) { finding in
        let value = finding.finding
        let closure = finding.status.closure
        let note = NoteText(closure?.note, language: facts.language)?.text
        let evidence = ([note].compactMap(\.self) + (closure?.documents ?? []))
          .map { Sentence($0) }.joined(text("；", "; "))
        let progress = finding.progress.map {
          Sentence("\(date($0.on)) \($0.note.text)", events: [$0.event])
        }
        return [
          name(finding),
          value.measure.map { Sentence($0) } ?? gap("整改措施", "measure", finding),
          value.due.map { Sentence(date($0)) } ?? gap("整改期限", "date", finding),
          progress.isEmpty ? "—" : progress.joined(text("；", "; ")),
          Sentence(finding.status.stateCell(on: facts.asOf).text(in: facts.language)),
          cell(closure.map { date($0.on) }),
          (evidence.isEmpty ? "—" : evidence).resting(on: finding.closure.map { [$0] } ?? []),
        ]
      },
      annex(
        text("附件 责任清单", "Annex: responsibilities"),
        [
          text("编号", "Number"), text("问题", "Problem"), text("责任人", "Owner"),
          text("责任科室", "Departments"), text("确认人", "Confirmed by"),
        ]
      ) { finding in
        let value = finding.finding
        return [
          name(finding), Sentence(finding.title),
          value.owner.map { Sentence($0) } ?? gap("责任人", "owner", finding),
          cell(
            value.departments.isEmpty ? nil : value.departments.joined(separator: text("、", ", "))
          ),
          cell(finding.status.closure?.confirmedBy),
        ]
      },
    ]
  }

  private func name(_ finding: FindingFacts) -> Sentence {
    Sentence(finding.name, events: [finding.status.id])
  }

  private func cell(_ text: String?) -> Sentence { Sentence(text ?? "—") }

  private func date(_ day: Day) -> String {
    facts.language.words(for: day)
  }

  private func gap(_ chinese: String, _ english: String, _ finding: FindingFacts) -> Sentence {
    switch facts.language {
    case .english: EnglishWriter.gap("\(finding.name) \(english)", about: finding.name)
    case .chinese: .gap("【待补充：\(finding.name) \(chinese)】", about: finding.name)
    }
  }
}
