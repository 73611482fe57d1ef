import DutyModel
import TerminalText

/// Composes a report in Chinese, in the manner of official papers.
struct ChineseReport: Sendable {
  let facts: ReportFacts
  var writer: ChineseWriter
  var body = ReportBody { level, first, second in
    level == 1 ? "\(ChineseNumber.text(first))、" : "（\(ChineseNumber.text(second))）"
  }

  init(_ facts: ReportFacts) {
    self.facts = facts
    writer = ChineseWriter(facts)
  }

  /// The whole report.
  mutating func report() -> YearlyReport {
    let names = ReportNames(facts)
    body.paragraph([names.opening])
    var annexes: [YearlyReport.Annex] = []
    var score: Int?
    switch facts.request.kind {
    case .annual:
      addTiers()
      addFindings()
      addProblems(heading: "存在的问题及原因", head: nil)
      addPlans(heading: "下一步打算")
    case .accountability:
      addPersonalSections()
      addProblems(heading: "存在的问题及原因", head: "对照职责，我还存在以下不足。")
      addPlans(heading: "今后努力方向")
    case .selfAssessment:
      let assessment = Assessment(of: facts)
      score = assessment.score
      let paper = ChineseAssessment(assessment, year: facts.year)
      addScoredTiers(assessment, paper)
      annexes += [paper.annex].compactMap(\.self)
      let none: [Sentence] = assessment.sections.isEmpty ? ["清单各部分均未设分值，不计分。"] : []
      body.paragraph(none + [names.total(assessment)])
    }
    if let closing = names.closing(score: score) { body.paragraph([closing]) }
    if let annex = longNotes { annexes.append(annex) }
    if let annex = unfinished { annexes.append(annex) }
    if facts.request.hasLists { annexes += FindingLists(facts).annexes }
    return YearlyReport(
      kind: facts.request.kind,
      language: .chinese,
      year: facts.year,
      asOf: facts.asOf,
      title: names.title,
      subtitle: names.subtitle,
      addressee: facts.style.addressee.map { "\($0)：" },
      body: body.blocks,
      signature: YearlyReport.Signature(
        name: names.signature,
        date: ChineseDates.full(facts.asOf)
      ),
      annexes: annexes,
      charts: Charts.all(of: facts),
      toldElsewhere: facts.person?.toldElsewhere ?? []
    )
  }

  // MARK: - Sections

  private mutating func addTiers() {
    for tier in facts.tiers {
      body.heading("\(ReportNames.fulfilment(of: tier.tier.title))")
      for (place, section) in tier.sections.enumerated() {
        if tier.sections.count > 1 { body.heading(second: "\(section.title)") }
        add(section, place)
      }
    }
  }

  private mutating func addPersonalSections() {
    let sections = facts.sections.filter { !$0.isSelfDiscipline }
    let formerly = facts.person?.formerly ?? []
    let former = formerly.filter { !$0.isSelfDiscipline }
    if !sections.isEmpty || !former.isEmpty {
      let start = body.blocks.count
      body.heading("履行职责情况")
      for (place, section) in sections.enumerated() {
        if sections.count > 1 { body.heading(second: "\(section.title)") }
        writer.saysI = true
        add(section, place)
      }
      if sections.count > 1, !former.isEmpty { body.heading(second: "年内移交的工作") }
      add(former)
      if body.blocks.count == start { body.paragraph([.gap("【待补充：履行职责情况】")]) }
    }
    addSignatures()
    body.heading("严于律己情况")
    let start = body.blocks.count
    for section in facts.sections where section.isSelfDiscipline {
      writer.saysI = true
      add(section, 1)
    }
    add(formerly.filter(\.isSelfDiscipline))
    if body.blocks.count == start { body.paragraph([.gap("【待补充：严于律己情况】")]) }
    writer.saysI = false
  }

  /// What the person did of duties that others answer for now.
  private mutating func add(_ formerly: [FormerDuty]) {
    if formerly.isEmpty { return }
    writer.saysI = true
    var told: [[Sentence]] = []
    for former in formerly { told.append(writer.tell(former)) }
    body.paragraph(["年内移交他人负责的工作有\(told.count)项。"] + numbered(told).flatMap(\.self))
  }

  /// Items that begin with 一是, 二是; a single one as it is.
  func numbered(_ items: [[Sentence]]) -> [[Sentence]] {
    if items.count < 2 { return items }
    return items.enumerated().map { number, sentences in
      [Sentence(ChineseNumber.item(number + 1)) + sentences[0]] + sentences.dropFirst()
    }
  }

  /// A section: its figures first or last, its duties as 一是…二是….
  private mutating func add(_ section: SectionFacts, _ place: Int) {
    let figures = writer.figures(section.figures, isLast: place % 2 == 1)
    let duties = section.duties.filter(\.isSpokenOf).compactMap { duty -> [Sentence]? in
      let sentences = writer.tell(duty)
      return sentences.isEmpty ? nil : sentences
    }
    if duties.count > 12 {
      if place % 2 == 0 { body.paragraph([figures]) }
      for (number, sentences) in duties.enumerated() {
        body.paragraph(sentences, lead: "\(number + 1). ")
      }
      if place % 2 == 1 { body.paragraph([figures]) }
      return
    }
    let items = numbered(duties)
    let length = items.reduce(0) { sum, item in sum + item.reduce(0) { $0 + $1.text.count } }
    if length > 600, items.count > 1 {
      if place % 2 == 0 { body.paragraph([figures]) }
      for item in items { body.paragraph(item) }
      if place % 2 == 1 { body.paragraph([figures]) }
    } else {
      let all = items.flatMap(\.self)
      body.paragraph(place % 2 == 0 ? [figures] + all : all + [figures])
    }
  }

  /// What a person signed and confirmed.
  private mutating func addSignatures() {
    let name = facts.person?.name
    let own = facts.signatures.filter { $0.signed.signature.signer == name }
    let confirmed = facts.findings.filter {
      $0.status.closure?.confirmedBy == name && $0.status.state == .closed
    }
    if own.isEmpty, confirmed.isEmpty { return }
    body.heading("签字背书和督促整改情况")
    var sentences: [Sentence] = []
    if !own.isEmpty {
      let mine = Set(facts.requirements.map(\.number))
      let others = own.filter { !mine.contains($0.requirement.number) }
      var text: Sentence = "年内我签署意见\(own.count)件"
      text.add(own.map(\.signed.signature.event))
      if !others.isEmpty {
        let shown = others.prefix(12).map { requirement, signed -> Sentence in
          let signature = signed.signature
          let opinion =
            NoteText(signature.opinion, language: .chinese)
            .map { "，意见为“\($0.text.quotable)”" } ?? ""
          return Sentence(
            "\(requirement.action)（\(writer.dates.day(signature.on))\(opinion)）",
            events: [signature.event]
          )
        }
        text +=
          "，其中对班子和其他成员职责签署的有\(others.count > 12 ? "\(others.count)件，前12件为" : "")：\(shown.joined("；"))"
      }
      sentences.append("\(text)。")
    }
    if !confirmed.isEmpty {
      let list = confirmed.map { finding -> Sentence in
        let day = finding.status.closure.map { "（\(writer.dates.day($0.on))）" } ?? ""
        return Sentence("\(finding.title)\(day)", events: finding.status.events)
      }
      sentences.append("经我确认销号的问题\(confirmed.count)个：\(list.joined("；"))。")
    }
    body.paragraph(sentences)
  }

  // MARK: - Self-assessment

  private mutating func addScoredTiers(_ assessment: Assessment, _ paper: ChineseAssessment) {
    for tier in facts.tiers {
      let score = assessment.tiers.first { $0.id == tier.tier.id }
      body.heading("\(tier.tier.title)\(paper.bracket(score?.score))")
      for (place, section) in tier.sections.enumerated() {
        let score = assessment.sections.first { $0.name == section.name }
        let bracket = paper.bracket(score?.score)
        // A tier that is its only section says so once.
        if tier.sections.count > 1 || section.title != tier.tier.title {
          body.heading(second: "\(section.title)\(bracket)")
        }
        add(section, place, score, paper, isAnyScored: !assessment.sections.isEmpty)
      }
    }
  }

  private mutating func add(
    _ section: SectionFacts,
    _ place: Int,
    _ score: Assessment.SectionScore?,
    _ paper: ChineseAssessment,
    isAnyScored: Bool
  ) {
    let figures = writer.figures(section.figures, isLast: false, isOngoingTold: false)
    var sentences: [Sentence] = []
    if let score { sentences.append("满分\(Thousandths.text(score.points))分。") }
    if place % 2 == 0 { sentences.append(figures) }
    sentences += writer.tellShort(section.requirements)
    if place % 2 == 1 { sentences.append(figures) }
    if let score {
      sentences.append(paper.deduction(of: score))
    } else if isAnyScored {
      sentences.append("本部分未设分值，不计分。")
    }
    body.paragraph(sentences)
  }
}
