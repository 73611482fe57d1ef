import DutyModel
import TerminalText

/// Composes a report in English.
struct EnglishReport: Sendable {
  let facts: ReportFacts
  var writer: EnglishWriter
  var body = ReportBody { level, first, second in
    level == 1 ? "\(first). " : "\(first).\(second) "
  }

  init(_ facts: ReportFacts) {
    self.facts = facts
    writer = EnglishWriter(facts)
  }

  var words: EnglishWords { writer.words }

  /// The whole report.
  mutating func report() -> YearlyReport {
    body.paragraph([opening])
    var annexes: [YearlyReport.Annex] = []
    var score: Int?
    switch facts.request.kind {
    case .annual:
      addTiers()
      addFindings()
      addProblems()
      addPlans()
    case .accountability:
      addPersonalSections()
      addProblems()
      addPlans()
    case .selfAssessment:
      let assessment = Assessment(of: facts)
      score = assessment.score
      let paper = EnglishAssessment(assessment, year: facts.year)
      addScoredTiers(assessment, paper)
      annexes += [paper.annex].compactMap(\.self)
      let none: [Sentence] =
        assessment.sections.isEmpty
        ? ["The checklist gives its sections no points, so that no score can be worked out."] : []
      body.paragraph(none + [total(assessment)])
    }
    if let pattern = facts.style.closing {
      body.paragraph([filled(pattern, score: score)])
    }
    if let annex = longNotes { annexes.append(annex) }
    if let annex = unfinished { annexes.append(annex) }
    if facts.request.hasLists { annexes += FindingLists(facts).annexes }
    return YearlyReport(
      kind: facts.request.kind,
      language: .english,
      year: facts.year,
      asOf: facts.asOf,
      letterhead: facts.organization,
      title: title,
      subtitle: subtitle,
      addressee: facts.style.addressee,
      body: body.blocks,
      signature: YearlyReport.Signature(name: signature, date: EnglishWords.full(facts.asOf)),
      annexes: annexes,
      charts: Charts.all(of: facts),
      toldElsewhere: facts.person?.toldElsewhere ?? []
    )
  }

  // MARK: - Names

  private static let noOrganization = EnglishWriter.gap("name of the office")

  private var values: [String: Sentence] {
    [
      "year": Sentence("\(facts.year)"),
      "organization": facts.organization.map { Sentence($0) } ?? EnglishReport.noOrganization,
      "short": Sentence(facts.short ?? "the office"),
      "subject": Sentence(facts.checklist.subject ?? "“\(facts.checklist.title)”"),
      "checklist": Sentence(facts.checklist.title),
      "duties": Sentence("\(facts.dutyCount)"),
      "post": Sentence(facts.person?.post ?? ""),
      "name": Sentence(facts.person?.name ?? ""),
      "date": Sentence(EnglishWords.full(facts.asOf)),
      "figures": figures,
    ]
  }

  private func filled(_ pattern: String, score: Int? = nil) -> Sentence {
    var values = values
    values["score"] = score.map { Sentence(Thousandths.text($0)) } ?? EnglishWriter.gap("score")
    return Pattern.filled(pattern, with: values)
  }

  private var title: String {
    if let pattern = facts.style.titles[facts.request.kind] { return filled(pattern).text }
    return switch facts.request.kind {
    case .annual: filled("Annual report on {subject}, {year}").text
    case .accountability: filled("Accountability report, {year}").text
    case .selfAssessment: filled("Self-assessment of {subject}, {year}").text
    }
  }

  private var subtitle: String? {
    facts.person.map { [$0.name, $0.post].compactMap(\.self).joined(separator: ", ") }
  }

  private var signature: Sentence {
    if let person = facts.person { return Sentence(person.name) }
    return facts.signature.map { Sentence($0) } ?? EnglishReport.noOrganization
  }

  private var opening: Sentence {
    if let pattern = facts.style.opening {
      if pattern.contains("{figures}") { return filled(pattern) }
      return "\(filled(pattern)) \(figures)"
    }
    let isSingle = facts.dutyCount == 1
    let (duties, were) = isSingle ? ("one duty", "was") : ("{duties} duties", "were")
    switch facts.request.kind {
    case .annual:
      return filled(
        "This report sets out how the \(duties) in “{checklist}” \(were) discharged in {year}. {figures}"
      )
    case .accountability:
      let tiers = EnglishWords.list((facts.person?.tiers ?? []).map { "“\($0)”" })
      let post = facts.person?.post.map { "As \($0), I" } ?? "I"
      let place = tiers.isEmpty ? "" : " of \(tiers)"
      let formerDuties = facts.person?.formerDuties ?? 0
      let former = EnglishWords.count(formerDuties, "duty", "duties")
      if facts.dutyCount == 0, formerDuties > 0 {
        return "I handed on in the year \(former) in “\(facts.checklist.title)”."
      }
      let also = formerDuties > 0 ? "; \(former) more I handed on in the year" : ""
      let head = filled("answer for \(duties)")
      return "\(post) \(head)\(place) in “\(facts.checklist.title)”\(also). \(figures)"
    case .selfAssessment:
      let points = Assessment(of: facts).points
      let full = points > 0 ? "; the full score is \(Thousandths.text(points)) points" : ""
      let head = filled("This is the assessment by {organization} of {subject} in {year}")
      return "\(head)\(full). \(figures)"
    }
  }

  private var figures: Sentence {
    let figures = facts.figures
    var parts: [String] = []
    if !facts.isYearOver {
      parts.append("The year is not over: this is the state on \(EnglishWords.full(facts.asOf)).")
    }
    let owed = EnglishWriter.owed(figures)
    if !owed.isEmpty { parts.append(owed) }
    if figures.ongoing > 0 { parts.append(EnglishWriter.ongoing(figures)) }
    if figures.asNeeded > 0, facts.request.kind != .selfAssessment {
      let subject = EnglishWords.count(figures.asNeeded, "duty arises", "duties arise")
      let records =
        figures.asNeededRecords == 0
        ? "no work is recorded for \(figures.asNeeded == 1 ? "it" : "them")"
        : "work is recorded \(EnglishWords.times(figures.asNeededRecords))"
      parts.append(EnglishWords.capitalized("\(subject) as needed; \(records)."))
    }
    return Sentence(parts.joined(separator: " "))
  }

  private func total(_ assessment: Assessment) -> Sentence {
    let head = filled("Overall, {organization}")
    guard let score = assessment.score else {
      return "\(head) gives itself a total of \(EnglishWriter.gap("total score"))."
    }
    let loss = assessment.points - score
    let lost = loss == 0 ? "none are lost" : "\(Thousandths.text(loss)) are lost"
    return
      "\(head) gives itself \(Thousandths.text(score)) of \(Thousandths.text(assessment.points)) points; \(lost)."
  }

  // MARK: - Sections

  private mutating func addTiers() {
    for tier in facts.tiers {
      body.heading("\(tier.tier.title)")
      for (place, section) in tier.sections.enumerated() {
        if tier.sections.count > 1 { body.heading(second: "\(section.title)") }
        add(section, place)
      }
    }
  }

  private mutating func add(_ section: SectionFacts, _ place: Int) {
    let isLast = place % 2 == 1
    let figures = writer.figures(section.figures, isLast: isLast)
    if !isLast { body.paragraph([figures]) }
    for duty in section.duties where duty.isSpokenOf {
      guard let told = writer.tell(duty) else { continue }
      body.paragraph(told.sentences, lead: told.title)
    }
    if isLast { body.paragraph([figures]) }
  }

  private mutating func addPersonalSections() {
    let others = facts.sections.filter { !$0.isSelfDiscipline }
    let formerly = facts.person?.formerly ?? []
    let former = formerly.filter { !$0.isSelfDiscipline }
    if !others.isEmpty || !former.isEmpty {
      let start = body.blocks.count
      body.heading("What was done")
      for (place, section) in others.enumerated() {
        if others.count > 1 { body.heading(second: "\(section.title)") }
        add(section, place)
      }
      if others.count > 1, !former.isEmpty { body.heading(second: "Handed on in the year") }
      add(former)
      if body.blocks.count == start { body.paragraph([EnglishWriter.gap("what was done")]) }
    }
    addSignatures()
    body.heading("My own conduct")
    let start = body.blocks.count
    for section in facts.sections where section.isSelfDiscipline { add(section, 1) }
    add(formerly.filter(\.isSelfDiscipline))
    if body.blocks.count == start { body.paragraph([EnglishWriter.gap("own conduct")]) }
  }

  /// What the person did of duties that others answer for now.
  private mutating func add(_ formerly: [FormerDuty]) {
    if formerly.isEmpty { return }
    let were = EnglishWords.count(formerly.count, "item was", "items were")
    body.paragraph(["\(EnglishWords.capitalized(were)) handed on in the year."])
    for former in formerly {
      body.paragraph(writer.tell(former), lead: "\(former.requirement.action).")
    }
  }

  private mutating func addSignatures() {
    let name = facts.person?.name
    let own = facts.signatures.filter { $0.signed.signature.signer == name }
    let confirmed = facts.findings.filter {
      $0.status.closure?.confirmedBy == name && $0.status.state == .closed
    }
    if own.isEmpty, confirmed.isEmpty { return }
    body.heading("Signing off and follow-up")
    var sentences: [Sentence] = []
    if !own.isEmpty {
      let mine = Set(facts.requirements.map(\.number))
      let others = own.filter { !mine.contains($0.requirement.number) }
      var text = Sentence(
        "I signed off \(EnglishWords.count(own.count, "item", "items"))",
        events: own.map(\.signed.signature.event)
      )
      if !others.isEmpty {
        let shown = others.prefix(12).map { requirement, signed -> Sentence in
          let signature = signed.signature
          let opinion =
            NoteText(signature.opinion, language: .english)
            .map { ", “\($0.text.quotable)”" } ?? ""
          return Sentence(
            "\(requirement.action) (\(words.day(signature.on))\(opinion))",
            events: [signature.event]
          )
        }
        let number = EnglishWords.number(others.count)
        let some = others.count == own.count ? "" : ", \(number) of them among the duties of others"
        let rest = others.count > shown.count ? ", of which the first 12 are" : ""
        text += "\(some)\(rest): \(shown.joined("; "))"
      }
      sentences.append("\(text).")
    }
    if !confirmed.isEmpty {
      let list = confirmed.map { finding -> Sentence in
        let day = finding.status.closure.map { " (\(words.day($0.on)))" } ?? ""
        return Sentence("“\(finding.title.quotable)”\(day)", events: finding.status.events)
      }
      let count = EnglishWords.count(confirmed.count, "finding", "findings")
      sentences.append("I confirmed that \(count) could be closed: \(list.joined("; ")).")
    }
    body.paragraph(sentences)
  }

  // MARK: - Self-assessment

  private mutating func addScoredTiers(_ assessment: Assessment, _ paper: EnglishAssessment) {
    for tier in facts.tiers {
      let score = assessment.tiers.first { $0.id == tier.tier.id }
      body.heading("\(tier.tier.title)\(paper.bracket(score?.score))")
      for section in tier.sections {
        let score = assessment.sections.first { $0.name == section.name }
        let bracket = paper.bracket(score?.score)
        // A tier that is its only section says so once.
        if tier.sections.count > 1 || section.title != tier.tier.title {
          body.heading(second: "\(section.title)\(bracket)")
        }
        var sentences: [Sentence] = []
        if let score { sentences.append("Out of \(Thousandths.text(score.points)) points.") }
        sentences.append(writer.figures(section.figures, isLast: false, isOngoingTold: false))
        for requirement in section.requirements {
          let told = writer.tell(requirement, isShort: true)
          guard let first = told.first else { continue }
          let all = [EnglishWriter.lowered(first)] + told.dropFirst()
          sentences.append("\(requirement.action): \(all.joined(" "))")
        }
        if let score {
          sentences.append(paper.deduction(of: score))
        } else if !assessment.sections.isEmpty {
          sentences.append("The section carries no points.")
        }
        body.paragraph(sentences)
      }
    }
  }
}
