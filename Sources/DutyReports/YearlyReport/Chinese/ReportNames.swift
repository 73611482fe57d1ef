import DutyModel
import TerminalText

/// The title, opening, closing and signature of a report in Chinese: what the settings say, or the
/// usual wording.
struct ReportNames: Sendable {
  private let facts: ReportFacts
  private let dates: ChineseDates
  private let values: [String: Sentence]

  init(_ facts: ReportFacts) {
    self.facts = facts
    dates = ChineseDates(year: facts.year)
    values = [
      "year": Sentence("\(facts.year)"),
      "organization": facts.organization.map { Sentence($0) } ?? ReportNames.noOrganization,
      "short": facts.short.map { Sentence($0) } ?? "本单位",
      "subject": Sentence(facts.checklist.subject ?? "落实《\(facts.checklist.title)》"),
      "checklist": Sentence(facts.checklist.title),
      "duties": Sentence("\(facts.dutyCount)"),
      "post": Sentence(facts.person?.post ?? ""),
      "name": Sentence(facts.person?.name ?? ""),
      "date": Sentence(ChineseDates.full(facts.asOf)),
      "figures": Sentence(ReportNames.figures(of: facts)),
    ]
  }

  private static let noOrganization = Sentence.gap("【待补充：单位名称】")

  private func filled(_ pattern: String) -> Sentence { Pattern.filled(pattern, with: values) }

  // MARK: - Title

  var title: String {
    if let pattern = facts.style.titles[facts.request.kind] { return filled(pattern).text }
    let office = facts.organization ?? ""
    return switch facts.request.kind {
    case .annual: office + filled("{year}年度{subject}情况报告").text
    case .accountability: filled("{year}年度述责述廉报告").text
    case .selfAssessment: office + filled("{year}年度{subject}情况自评报告").text
    }
  }

  /// The post and the name below the title of a personal report.
  var subtitle: String? {
    guard let person = facts.person else { return nil }
    return [person.post, person.name].compactMap(\.self).joined(separator: " ")
  }

  var signature: Sentence {
    if let person = facts.person { return Sentence(person.name) }
    return facts.signature.map { Sentence($0) } ?? ReportNames.noOrganization
  }

  /// A heading that says how a tier's duties were met.
  static func fulfilment(of title: String) -> String {
    let names = ["责任", "职责", "要求", "工作"].contains { title.contains($0) }
    return names ? title + "落实情况" : title + "责任落实情况"
  }

  // MARK: - Opening

  var opening: Sentence {
    if let pattern = facts.style.opening {
      if pattern.contains("{figures}") { return filled(pattern) }
      return "\(filled(pattern))\(filled("{figures}"))现将有关情况报告如下："
    }
    switch facts.request.kind {
    case .annual:
      return filled(
        "{year}年，{short}对照《{checklist}》履行职责，清单共列职责{duties}项。{figures}现将有关情况报告如下："
      )
    case .accountability:
      let post = facts.person?.post.map { "我担任\($0)，" } ?? "我"
      let tiers = facts.person?.tiers.map { "“\($0)”" }.joined() ?? ""
      let rest = filled("按照《{checklist}》，承担")
      let formerDuties = facts.person?.formerDuties ?? 0
      let former = formerDuties > 0 ? "，另有\(formerDuties)项已于年内移交" : ""
      if facts.dutyCount == 0, formerDuties > 0 {
        return filled("我按照《{checklist}》承担的职责\(formerDuties)项已于年内移交。现将履行职责和廉洁自律情况报告如下：")
      }
      return
        "\(post)\(rest)\(tiers)职责\(facts.dutyCount)项\(former)。\(Sentence(ReportNames.personal(facts)))现将履行职责和廉洁自律情况报告如下："
    case .selfAssessment:
      let points = Assessment(of: facts).points
      let full = points > 0 ? "，满分\(Thousandths.text(points))分" : ""
      let head = filled("根据《{checklist}》，{short}对{year}年度{subject}情况进行了自评")
      let owed = ReportNames.owed(of: facts)
      let figures = Sentence(owed.isEmpty ? "" : owed + "。")
      return "\(head)\(full)。\(figures)现将自评情况报告如下，请予评议。"
    }
  }

  /// All the figures of the year, as sentences.
  private static func figures(of facts: ReportFacts) -> String {
    let figures = facts.figures
    var parts: [String] = []
    let owed = owed(of: facts)
    if !owed.isEmpty { parts.append(owed) }
    parts += undated(figures)
    return parts.isEmpty ? "" : parts.joined(separator: "；") + "。"
  }

  private static func personal(_ facts: ReportFacts) -> String {
    var parts = [owed(of: facts, isPersonal: true)]
    parts += undated(facts.figures)
    let text = parts.filter { !$0.isEmpty }.joined(separator: "；")
    if text.isEmpty { return "" }
    return (facts.isYearOver ? "\(facts.year)年，" : "") + text + "。"
  }

  private static func undated(_ figures: YearFigures) -> [String] {
    var parts: [String] = []
    if figures.ongoing > 0 {
      parts.append("长期推进的职责" + ChineseWriter.ongoing(figures))
    }
    if figures.asNeeded > 0 {
      let records = figures.asNeededRecords
      parts.append(
        "遇事即办的职责\(figures.asNeeded)项，" + (records == 0 ? "年内无办理记录" : "办理\(records)次")
      )
    }
    return parts
  }

  /// What was owed, with the day looked at if the year is not over.
  private static func owed(of facts: ReportFacts, isPersonal: Bool = false) -> String {
    let figures = facts.figures
    if facts.isYearOver {
      if figures.owed == 0, figures.notYetDue == 0 { return "" }
      let rest = figures.notYetDue > 0 ? "，另有\(figures.notYetDue)项经改期尚未到期" : ""
      return (isPersonal ? "" : "全年") + ChineseWriter.plain(figures) + rest
    }
    let day = ChineseDates.full(facts.asOf)
    if figures.owed == 0 {
      if figures.notYetDue == 0 { return "截至\(day)，本年度尚未结束" }
      return "截至\(day)，本年度尚未结束，应办事项\(figures.notYetDue)项\(figures.notYetDue == 1 ? "" : "均")尚未到期"
    }
    let text = ChineseWriter.plain(figures)
    let rest = figures.notYetDue > 0 ? "，另有\(figures.notYetDue)项尚未到期" : ""
    return "截至\(day)已到期或已办结的\(text)\(rest)"
  }

  // MARK: - Closing

  /// The last sentence; a self-assessment says its score before it and needs none.
  func closing(score: Int?) -> Sentence? {
    if let pattern = facts.style.closing {
      var values = values
      values["score"] = score.map { Sentence(Thousandths.text($0)) } ?? .gap("【待补充：自评得分】")
      return Pattern.filled(pattern, with: values)
    }
    return switch facts.request.kind {
    case .annual: "特此报告。"
    case .accountability: "以上报告，请予评议。"
    case .selfAssessment: nil
    }
  }

  /// The score in one sentence, such as “综上，…自评得分86分，扣14分”.
  func total(_ assessment: Assessment) -> Sentence {
    let head = filled("综上，{organization}{year}年度{subject}")
    let isLater = facts.isYearOver ? "" : "（截至\(ChineseDates.full(facts.asOf))）"
    guard let score = assessment.score else {
      return "\(head)\(isLater)自评得分为\(Sentence.gap("【待补充：自评总得分】"))。"
    }
    let loss = assessment.points - score
    let lost = loss == 0 ? "，不扣分" : "，扣\(Thousandths.text(loss))分"
    return "\(head)\(isLater)自评得分\(Thousandths.text(score))分\(lost)。"
  }
}
