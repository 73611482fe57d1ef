import DutyModel
import TerminalText

/// The three lists of problems, tasks and responsibilities (三个清单), as annexes of a report.
struct FindingLists: Sendable {
  private let facts: ReportFacts

  init(_ facts: ReportFacts) {
    self.facts = facts
  }

  private var isChinese: Bool { facts.language == .chinese }

  private func text(_ chinese: String, _ english: String) -> String {
    isChinese ? chinese : english
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
        isChinese
          ? ["编号", "问题", "来源", "登记日期", "主要原因"]
          : ["Number", "Problem", "Source", "Raised on", "Cause"]
      ) { finding in
        let value = finding.finding
        return [
          name(finding),
          Sentence(
            [value.title, value.text].compactMap(\.self).joined(separator: text("：", ": "))
          ),
          cell(value.source), Sentence(date(value.on)),
          value.cause.map { Sentence($0) } ?? gap("原因", "cause", finding),
        ]
      },
      annex(
        text("附件 任务清单", "Annex: tasks"),
        isChinese
          ? ["编号", "整改措施", "整改期限", "进展", "状态", "销号日期", "销号依据"]
          : ["Number", "Measure", "Due", "Progress", "State", "Closed on", "Evidence"]
      ) { finding in
        let value = finding.finding
        let closure = finding.status.closure
        let evidence = ([closure?.note].compactMap(\.self) + (closure?.documents ?? []))
          .joined(separator: text("；", "; "))
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
          Sentence(evidence.isEmpty ? "—" : evidence, events: finding.closure.map { [$0] } ?? []),
        ]
      },
      annex(
        text("附件 责任清单", "Annex: responsibilities"),
        isChinese
          ? ["编号", "问题", "责任人", "责任科室", "确认人"]
          : ["Number", "Problem", "Owner", "Departments", "Confirmed by"]
      ) { finding in
        let value = finding.finding
        return [
          name(finding), Sentence(value.title),
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
    isChinese ? ChineseDates.full(day) : EnglishWords.full(day)
  }

  private func gap(_ chinese: String, _ english: String, _ finding: FindingFacts) -> Sentence {
    isChinese
      ? .gap("【待补充：\(finding.name) \(chinese)】", about: finding.name)
      : EnglishWriter.gap("\(finding.name) \(english)", about: finding.name)
  }
}
