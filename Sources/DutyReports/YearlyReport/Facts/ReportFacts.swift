import DutyModel
import TerminalText

/// Everything a report tells, before it is put into words.
struct ReportFacts: Sendable {
  /// Whose report it is.
  struct Person: Sendable {
    let name: String
    let post: String?
    /// The titles of the tiers in which the person answers for something.
    let tiers: [String]
    /// What the person answers for besides, in tiers that have a report of their own.
    let toldElsewhere: [YearlyReport.ToldElsewhere]
    /// What the person handed on in the year and no other part of the report tells of.
    let formerly: [FormerDuty]

    /// How many duties were handed on whole.
    let formerDuties: Int
  }

  let request: YearlyReport.Request
  let style: YearlyReport.Style
  let register: Register
  let checklist: Checklist
  let language: Language
  let year: Int
  let asOf: Day
  let person: Person?
  let tiers: [TierFacts]
  let findings: [FindingFacts]
  /// Every signature in the checklist in the year, those outside the tiers told of too.
  let signatures: [(requirement: RequirementFacts, signed: RequirementFacts.Signed)]

  /// Whether nothing of the year can fall due any more.
  var isYearOver: Bool { asOf >= Day.lastDay(ofYear: year) }

  /// What of a requirement is still to be done in the year after the report's, once that is over: what
  /// belongs to the next year, and what was put off into it.
  ///
  /// - Parameter requirement: The requirement, as the report tells it.
  /// - Returns: The occurrences, those put off first; of a person only the person's own.
  func nextYear(of requirement: RequirementFacts) -> [Occurrence] {
    let next = year + 1
    let putOff = requirement.occurrences.filter {
      $0.state.isOpen && !requirement.isOpen($0) && $0.due.year == next
    }
    let own = register.occurrences(of: requirement.number, year: next).filter {
      $0.state != .waived && $0.state != .done
    }
    return (putOff + own).filter { person == nil || $0.owner == person?.name }
  }

  var requirements: [RequirementFacts] { tiers.flatMap(\.requirements) }
  var sections: [SectionFacts] { tiers.flatMap(\.sections) }
  var figures: YearFigures { requirements.reduce(YearFigures()) { $0 + $1.figures } }

  /// The number of duties told of.
  var dutyCount: Int { tiers.reduce(0) { $0 + $1.dutyCount } }

  /// The name of the office: the checklist's own goes before that of the workspace.
  var organization: String? { checklist.organization ?? style.organization }

  /// Whether the settings speak of the office of this checklist.
  private var isOwnOffice: Bool {
    checklist.organization == nil || style.organization == nil
      || checklist.organization == style.organization
  }

  /// The name the text uses for the office.
  var short: String? { isOwnOffice ? style.short ?? organization : organization }

  var signature: String? { isOwnOffice ? style.signature ?? organization : organization }
}

// MARK: - Collecting

extension ReportFacts {
  init(
    _ request: YearlyReport.Request,
    _ register: Register,
    _ style: YearlyReport.Style,
    _ particulars: @escaping (Event) -> Particulars
  ) throws(YearlyReport.Refusal) {
    let all = register.items.indices.filter {
      register.checklist(of: register.items[$0]).id == request.checklist
    }
    guard
      let shown = all.first(where: { register.items[$0].isInEffect }) ?? all.first
    else {
      guard let empty = register.checklists.first(where: { $0.id == request.checklist }) else {
        throw .unknownChecklist(request.checklist, known: register.checklists.ids)
      }
      self.init(empty, request, register, style)
      return
    }
    let checklist = register.checklist(of: register.items[shown])
    let collector = Collector(register, checklist, style, particulars)
    var tiers = collector.tiers(all)
    let signatures = tiers.flatMap(\.requirements).flatMap { requirement in
      requirement.signatures.map { (requirement, $0) }
    }
    var findings = collector.findings()
    var person: Person?
    if request.kind == .accountability {
      let name = try ReportFacts.name(request.person, tiers)
      let all = ReportFacts.tiers(tiers, of: name, register)
      let personal = all.filter(\.isPersonal)
      let own = personal.isEmpty ? all : personal
      let formerly = ReportFacts.formerly(
        in: personal.isEmpty ? tiers : tiers.filter(\.isPersonal),
        of: name,
        besides: own.flatMap(\.requirements),
        register
      )
      guard !all.isEmpty || !formerly.isEmpty else {
        throw .unknownPerson(name, known: ReportFacts.names(in: tiers, register))
      }
      let others = all.filter { tier in !own.contains { $0.tier.id == tier.tier.id } }
      tiers = own
      person = Person(
        name: name,
        post: own.lazy.compactMap(\.tier.post).first,
        tiers: own.map(\.tier.title),
        toldElsewhere: others.map {
          YearlyReport.ToldElsewhere(tier: $0.tier.title, duties: $0.dutyCount)
        },
        formerly: formerly,
        formerDuties: Set(formerly.map(\.requirement.duty.id))
          .subtracting(own.flatMap(\.requirements).map(\.duty.id)).count
      )
      findings = findings.filter {
        $0.finding.owner == name || $0.status.closure?.confirmedBy == name
      }
    }
    self.init(
      request: request,
      style: style,
      register: register,
      checklist: checklist,
      language: collector.language,
      year: register.year,
      asOf: register.today,
      person: person,
      tiers: tiers,
      findings: findings,
      signatures: signatures
    )
  }

  /// What there is to say of a checklist without duties.
  private init(
    _ checklist: Checklist,
    _ request: YearlyReport.Request,
    _ register: Register,
    _ style: YearlyReport.Style
  ) {
    self.init(
      request: request,
      style: style,
      register: register,
      checklist: checklist,
      language: checklist.language.flatMap { Language(rawValue: $0) } ?? style.language,
      year: register.year,
      asOf: register.today,
      person: request.person.map {
        Person(name: $0, post: nil, tiers: [], toldElsewhere: [], formerly: [], formerDuties: 0)
      },
      tiers: [],
      findings: [],
      signatures: []
    )
  }

  /// The person named, or the one who answers for most in the secretary's tier.
  private static func name(
    _ asked: String?,
    _ tiers: [TierFacts]
  ) throws(YearlyReport.Refusal) -> String {
    if let asked { return asked }
    var counts: [String: Int] = [:]
    for requirement in tiers.filter({ $0.tier.kind == .secretary }).flatMap(\.requirements) {
      if case .owner(let name) = requirement.requirement.responsible {
        counts[name, default: 0] += 1
      }
    }
    guard let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else {
      throw .nobodyReports
    }
    return best.key
  }

  /// Everybody who answers for something, sorted.
  private static func names(in tiers: [TierFacts], _ register: Register) -> [String] {
    var names: Set<String> = []
    for requirement in tiers.flatMap(\.requirements) {
      names.formUnion(requirement.occurrences.compactMap(\.owner))
      if let owner = register.owner(of: requirement.number, on: register.undatedDay) {
        names.insert(owner)
      }
      names.formUnion(register.persons(of: requirement.number, on: register.undatedDay))
    }
    return names.sorted()
  }

  /// What a person handed on in the year: all of it that has a record of that person, and what the
  /// person's own part does not tell of.
  private static func formerly(
    in tiers: [TierFacts],
    of name: String,
    besides own: [RequirementFacts],
    _ register: Register
  ) -> [FormerDuty] {
    let told = Set(own.map(\.number))
    var last: [Int: FormerDuty] = [:]
    var order: [Int] = []
    for former in tiers.flatMap(\.sections).flatMap({ $0.formerly(of: name, register) }) {
      // Of what was handed on several times the last one has all the records.
      if last.updateValue(former, forKey: former.requirement.number) == nil {
        order.append(former.requirement.number)
      }
    }
    return order.compactMap { last[$0] }.filter { former in
      !former.records.isEmpty || !told.contains(former.requirement.number)
    }
  }

  /// The same facts, told of some tiers only.
  init(_ facts: ReportFacts, tiers: [TierFacts]) {
    self.init(
      request: facts.request,
      style: facts.style,
      register: facts.register,
      checklist: facts.checklist,
      language: facts.language,
      year: facts.year,
      asOf: facts.asOf,
      person: facts.person,
      tiers: tiers,
      findings: facts.findings,
      signatures: facts.signatures
    )
  }

  /// Everybody who answers for something, sorted.
  var persons: [String] { ReportFacts.names(in: tiers, register) }

  /// All the tiers with what a person answers for.
  func tiers(of name: String) -> [TierFacts] { ReportFacts.tiers(tiers, of: name, register) }

  private static func tiers(
    _ tiers: [TierFacts],
    of name: String,
    _ register: Register
  ) -> [TierFacts] {
    tiers.compactMap { tier in
      let sections = tier.sections.compactMap { $0.part(of: name, register) }
      return sections.isEmpty ? nil : TierFacts(tier: tier.tier, sections: sections)
    }
  }
}

extension YearFigures {
  /// Counts an occurrence of the year.
  mutating func count(_ occurrence: Occurrence, isYearOver: Bool, asOf: Day) {
    if occurrence.state == .waived {
      waived += 1
    } else if occurrence.state == .done {
      done += 1
      if occurrence.late != nil { late += 1 }
    } else if RequirementFacts.isOpen(occurrence, isYearOver: isYearOver, asOf: asOf) {
      open += 1
    } else {
      notYetDue += 1
    }
  }

  /// Counts a requirement without due days.
  mutating func count(
    _ nature: RequirementFacts.Nature,
    records: Int,
    isWaived: Bool,
    persons: Int,
    recorded: Int
  ) {
    if isWaived { return }
    switch nature {
    case .dated: break
    case .ongoing:
      ongoing += persons
      ongoingRequirements += 1
      ongoingRecorded += recorded
    case .asNeeded:
      asNeeded += 1
      asNeededRecords += records
    }
  }
}
