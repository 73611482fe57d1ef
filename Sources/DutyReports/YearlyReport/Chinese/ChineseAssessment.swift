import DutyModel
import TerminalText

/// What a self-assessment says of scores in Chinese: brackets, deductions and their table.
struct ChineseAssessment: Sendable {
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

  /// The score in brackets behind a heading; nothing if there is none.
  func bracket(_ score: Int?) -> Sentence {
    guard let score else { return Sentence() }
    return "（自评得分\(Thousandths.text(score))分）"
  }

  /// What a section loses, such as “扣3.3分，见附表第1、2行”.
  func deduction(of section: Assessment.SectionScore) -> Sentence {
    guard let loss = section.loss else {
      return .gap("【待补充：“\(section.title)”自评得分】", about: section.name)
    }
    let numbers = rows[section.name] ?? []
    let events = section.rows.flatMap(\.events)
    let places =
      numbers.isEmpty ? "" : "，见附表第\(ChineseDates.runs(numbers) { String($0) })行"
    if loss == 0 {
      return Sentence(numbers.isEmpty ? "不扣分。" : "不扣分\(places)。", events: events)
    }
    return Sentence("扣\(Thousandths.text(loss))分\(places)。", events: events)
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
          Sentence("\(number)"),
          Sentence(section.title),
          Sentence(item.isEmpty ? "—" : item),
          Sentence(reason(row), events: row.events),
          Sentence(Thousandths.text(row.loss)),
        ])
      }
    }
    let sum: Sentence = assessment.score == nil ? "已计分部分合计" : "合计"
    let total: [Sentence] = [sum, "", "", "", Sentence(Thousandths.text(assessment.loss))]
    return YearlyReport.Annex(
      title: "附表 扣分明细",
      table: YearlyReport.Table(
        columns: [
          .init("序号", isNumeric: true), .init("部分"), .init("事项"), .init("扣分原因"),
          .init("扣分", isNumeric: true),
        ],
        rows: rows,
        total: total
      ),
      note: Sentence(rule)
    )
  }

  private var rule: String {
    let late =
      switch assessment.late {
      case 500: "逾期完成减半计分"
      case 1000: "逾期完成不减分"
      case 0: "逾期完成不计分"
      default: "逾期完成按\(ChineseAssessment.percent(assessment.late))计分"
      }
    return
      "注：各部分分值由部分内各项职责均分，职责内各项要求均分，要求内按规定次数均分，清单另定分值的从其规定；\(late)，免办、尚未到期和遇事即办的不计入，长期推进的职责年内有记录即计满分；各部分扣分四舍五入到\(Thousandths.text(assessment.step))分，有扣分的不低于\(Thousandths.text(assessment.step))分，各行扣分之和与部分扣分一致。"
  }

  private static func percent(_ thousandths: Int) -> String {
    Thousandths.text(thousandths * 100) + "%"
  }

  private func reason(_ row: Assessment.Row) -> String {
    let unit = row.unit ?? "次"
    switch row.reason {
    case .noRecord(let names): return "\(ChineseWords.persons(names))年内无工作记录"
    case .adjusted(let reason, _):
      return "自评调整：\(NoteText(reason, language: .chinese)?.text ?? reason)"
    case .missing(let occurrences):
      let dates = ChineseDates(year: year)
      if occurrences.count == 1, occurrences[0].owed > 1 {
        let occurrence = occurrences[0]
        let lacking = occurrence.owed - min(occurrence.done, occurrence.owed)
        var label = dates.label(of: occurrences)
        if case .year = occurrence.period { label = "" }
        return "\(label)规定\(occurrence.owed)\(unit)，缺\(lacking)\(unit)"
      }
      let lacking = occurrences.reduce(0) { $0 + $1.owed - min($1.done, $1.owed) }
      let isDated = occurrences.allSatisfy { if case .due = $0.period { true } else { false } }
      let label = dates.label(of: occurrences)
      return isDated ? "应于\(label)办理的\(lacking)\(unit)未完成" : "\(label)应办的\(lacking)\(unit)未完成"
    case .late(let times): return late(times, unit)
    }
  }

  /// 逾期完成，晚4天，该次减半计分, or every time by its day.
  private func late(_ times: [Assessment.LateTime], _ unit: String) -> String {
    let value =
      switch assessment.late {
      case 500: "减半计分"
      case 0: "不计分"
      default: "按\(ChineseAssessment.percent(assessment.late))计分"
      }
    let count = times.reduce(0) { $0 + $1.times }
    if count == 1, let only = times.first { return "逾期完成，晚\(only.days)天，该\(unit)\(value)" }
    let detail: String
    if times.count > ChineseWriter.mostLateDays {
      detail = "，最多晚\(times.map(\.days).max() ?? 0)天"
    } else {
      let dates = ChineseDates(year: year)
      let parts = times.map { time in
        let number = time.times > 1 ? "的\(time.times)\(unit)" : ""
        return "\(time.owner ?? "")\(dates.day(time.on))\(number)晚\(time.days)天"
      }
      detail = "（\(parts.joined(separator: "、"))）"
    }
    return "\(count)\(unit)逾期完成\(detail)，逾期的\(value)"
  }
}
