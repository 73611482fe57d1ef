import DutyModel
import TerminalText

/// Gathers what a report tells from a register, each event once.
struct Collector {
  private let register: Register
  private let checklist: Checklist
  private let style: YearlyReport.Style
  private let particulars: ParticularsMemory
  private let names: Names
  let language: Language
  /// The events about requirements without due days, by the numbers of those: the place of each
  /// among the events that hold, and that of the first target that is meant.
  private let undated: [Int: [(event: Int, target: Int)]]

  init(
    _ register: Register,
    _ checklist: Checklist,
    _ style: YearlyReport.Style,
    _ particulars: @escaping (Event) -> Particulars
  ) {
    self.register = register
    self.checklist = checklist
    self.style = style
    self.particulars = ParticularsMemory(particulars)
    names = Names(register)
    language = checklist.language.flatMap { Language(rawValue: $0) } ?? style.language
    var places: [Int: [(event: Int, target: Int)]] = [:]
    for (place, event) in register.effects.events.enumerated() {
      for (index, target) in event.action.targets.enumerated()
      where target.to.checklist == checklist.id {
        guard let number = register.obligation(target.to),
          !register.obligations[number].requirement.schedule.isDated
        else { continue }
        if places[number]?.last?.event != place {
          places[number, default: []].append((place, index))
        }
      }
    }
    undated = places
  }

  private var year: Int { register.year }
  private var asOf: Day { register.today }
  private var isYearOver: Bool { asOf >= Day.lastDay(ofYear: year) }

  /// The event with an id, if it holds.
  private func event(_ id: EventID) -> Event? {
    let events = register.effects.events
    var (low, high) = (0, events.count)
    while low < high {
      let middle = (low + high) / 2
      if events[middle].id < id { low = middle + 1 } else { high = middle }
    }
    return low < events.count && events[low].id == id ? events[low] : nil
  }
}

// MARK: - Duties

extension Collector {
  /// The tiers with what the year shows of each, in the order of the document.
  func tiers(_ items: [Int]) -> [TierFacts] {
    var tiers: [(tier: Tier, sections: [SectionFacts])] = []
    var tierPlaces: [String: Int] = [:]
    var duties: [[[DutyFacts]]] = []
    var sectionPlaces: [String: Int] = [:]
    for number in items.filter({ register.items[$0].isInEffect })
      + items.filter({ !register.items[$0].isInEffect })
    {
      let item = register.items[number]
      let facts = duty(item)
      if facts.requirements.isEmpty { continue }
      let (tier, section) = (register.tier(of: item), register.section(of: item))
      let tierPlace = tierPlaces[tier.id] ?? tiers.count
      if tierPlace == tiers.count {
        tierPlaces[tier.id] = tierPlace
        tiers.append((tier, []))
        duties.append([])
      }
      let key = "\(tier.id)/\(section.id ?? "")"
      let sectionPlace = sectionPlaces[key] ?? tiers[tierPlace].sections.count
      if sectionPlace == tiers[tierPlace].sections.count {
        sectionPlaces[key] = sectionPlace
        tiers[tierPlace].sections.append(self.section(section, of: tier))
        duties[tierPlace].append([])
      }
      duties[tierPlace][sectionPlace].append(facts)
    }
    return zip(tiers, duties).map { tier, duties in
      TierFacts(
        tier: tier.tier,
        sections: zip(tier.sections, duties).map { section, duties in
          SectionFacts(
            name: section.name,
            title: section.title,
            points: section.points,
            isSelfDiscipline: section.isSelfDiscipline,
            duties: duties
          )
        }
      )
    }
  }

  private func section(_ section: Section, of tier: Tier) -> SectionFacts {
    let title = section.id == nil && section.title.isEmpty ? tier.title : section.title
    return SectionFacts(
      name: "\(checklist.id)/\(section.id ?? tier.id)",
      title: title,
      points: section.points,
      isSelfDiscipline: section.role == "self-discipline"
        || ["律己", "廉洁自律", "以身作则"].contains { title.contains($0) },
      duties: []
    )
  }

  private func duty(_ item: Register.Item) -> DutyFacts {
    let numbers =
      (item.isInEffect ? item.obligations : []) + item.otherObligations
      + (item.isInEffect ? [] : item.obligations)
    let requirements = numbers.compactMap { number -> RequirementFacts? in
      let isShown = item.isInEffect && item.obligations.contains(number)
      return requirement(number, of: item.duty, isShown: isShown)
    }
    return DutyFacts(duty: item.duty, requirements: requirements)
  }

  /// What the year shows of a requirement; `nil` if it was not in force in the year.
  private func requirement(_ number: Int, of duty: Duty, isShown: Bool) -> RequirementFacts? {
    let requirement = register.obligations[number].requirement
    let occurrences = register.occurrences(of: number, year: year)
    let told = Set([requirement.title, requirement.action, duty.title].compactMap(\.self))
    var draft = Draft()
    if requirement.schedule.isDated || !occurrences.isEmpty {
      if occurrences.isEmpty { return nil }
      let isHandedOn = register.assignments(of: number).contains { $0.assignment.replaces != nil }
      for occurrence in occurrences { add(occurrence, told, isHandedOn: isHandedOn, to: &draft) }
    } else {
      let status = register.status(ofObligation: number)
      let standings = status.standings.filter(\.isInEffect)
      if !isShown || standings.isEmpty { return nil }
      addUndated(number, told, to: &draft)
      let isWaived = standings.allSatisfy { $0.waivedFor != nil }
      if isWaived, let reason = standings.first?.waivedFor {
        draft.waivers = [waiver(reason, draft.waiveEvent, of: nil)]
      }
      let counted = standings.filter { $0.waivedFor == nil }
      draft.unrecorded = counted.filter { $0.records == 0 }.compactMap(\.owner)
      draft.figures.count(
        requirement.schedule == .asNeeded ? .asNeeded : .ongoing,
        records: draft.records.count,
        isWaived: isWaived,
        persons: counted.count,
        recorded: counted.count { $0.records > 0 }
      )
    }
    let nature: RequirementFacts.Nature =
      if !occurrences.isEmpty {
        .dated
      } else {
        requirement.schedule == .asNeeded ? .asNeeded : .ongoing
      }
    return RequirementFacts(
      number: number,
      name: names.item(register.obligations[number].reference),
      requirement: requirement,
      duty: duty,
      nature: nature,
      occurrences: occurrences,
      records: draft.records.sorted(by: WorkRecord.isEarlier),
      returned: draft.returned.sorted(by: WorkRecord.isEarlier),
      causes: draft.causes.sorted { ($0.on, $0.event) < ($1.on, $1.event) },
      unrecorded: draft.unrecorded,
      waivers: draft.waivers,
      reschedules: draft.reschedules,
      signatures: draft.signatures,
      handovers: handovers(of: number),
      figures: draft.figures,
      isYearOver: isYearOver,
      asOf: asOf
    )
  }

  /// The changes in the year of who answers; where each of several owes it, those that handed a
  /// place on.
  private func handovers(of number: Int) -> [RequirementFacts.Handover] {
    register.assignments(of: number).compactMap { id, assignment in
      let day = assignment.from
      guard day.year == year, day <= asOf, let owner = assignment.owner else { return nil }
      let replaced = assignment.replaces
      let persons = register.persons(of: number, on: day.dayBefore)
      var former = replaced
      var seats: Set<String> = []
      if persons.isEmpty {
        let before = register.owner(of: number, on: day.dayBefore)
        if replaced == nil, before == owner { return nil }
        former = replaced ?? before
      } else {
        guard let replaced else { return nil }
        seats = register.seats(of: replaced, in: number, on: day.dayBefore)
        // Whoever took the place only on that day has not held it the day before.
        if seats.isEmpty, let seat = register.seat(of: replaced, in: number) { seats = [seat] }
        if seats.isEmpty { return nil }
      }
      return RequirementFacts.Handover(
        event: id,
        from: day,
        owner: owner,
        replaced: replaced,
        former: former,
        seats: seats
      )
    }
  }

  /// What is gathered of a requirement.
  private struct Draft {
    var records: [WorkRecord] = []
    var returned: [WorkRecord] = []
    var causes: [RequirementFacts.Cause] = []
    var unrecorded: [String] = []
    var waivers: [RequirementFacts.Waiver] = []
    var reschedules: [RequirementFacts.Reschedule] = []
    var signatures: [RequirementFacts.Signed] = []
    var figures = YearFigures()
    /// The last decision that it need not be done.
    var waiveEvent: Event?

    mutating func add(_ record: WorkRecord?, isReturned: Bool = false) {
      guard let record else { return }
      if isReturned { returned.append(record) } else { records.append(record) }
    }

    mutating func add(_ cause: RequirementFacts.Cause?) {
      if let cause { causes.append(cause) }
    }
  }

  private func add(
    _ occurrence: Occurrence,
    _ told: Set<String>,
    isHandedOn: Bool,
    to draft: inout Draft
  ) {
    draft.figures.count(occurrence, isYearOver: isYearOver, asOf: asOf)
    var standings: [EventID: Occurrence.Record.Standing] = [:]
    var lateness: [EventID: WorkRecord.Late] = [:]
    var done = 0
    for record in register.records(of: occurrence) {
      standings[record.event] = record.standing
      if record.standing != .counted { continue }
      let times = min(record.sum, occurrence.owed) - done
      done += times
      if times > 0, record.on > occurrence.due, occurrence.state != .waived {
        lateness[record.event] = WorkRecord.Late(days: record.on - occurrence.due, times: times)
      }
    }
    var lastWaive: Event?
    var rescheduled: (event: EventID, reason: String)?
    for id in occurrence.events {
      guard let event = event(id) else { continue }
      if case .waive = event.action { lastWaive = event }
      if case .reschedule(_, _, let reason) = event.action { rescheduled = (id, reason) }
      let owner = isHandedOn ? doer(of: event, for: occurrence) : occurrence.owner
      let record = record(
        event,
        by: owner,
        for: occurrence,
        standings[id],
        late: lateness[id],
        told
      )
      draft.add(record, isReturned: standings[id] == .returned)
      draft.add(cause(event, by: owner, for: occurrence, record))
    }
    if let rescheduled, occurrence.due != occurrence.originalDue {
      draft.reschedules.append(
        RequirementFacts.Reschedule(
          occurrence: occurrence,
          event: rescheduled.event,
          reason: rescheduled.reason
        )
      )
    }
    if let reason = occurrence.waivedFor {
      draft.waivers.append(waiver(reason, lastWaive, of: occurrence))
    }
    draft.signatures += occurrence.signatures.map {
      RequirementFacts.Signed(signature: $0, occurrence: occurrence)
    }
  }

  /// Who did what counts for a person's occurrence: not always its owner, for what was done before
  /// a place was handed on counts for it too.
  private func doer(of event: Event, for occurrence: Occurrence) -> String? {
    let number = occurrence.obligation
    let targets = event.action.targets.filter { register.obligation($0.to) == number }
    let own = targets.filter { $0.period.map { $0 == occurrence.period } ?? true }
    // A label that no longer exists is filed by its day.
    let names = (own.isEmpty ? targets : own).compactMap(\.owner)
    if names.isEmpty || names.contains(where: { $0 == occurrence.owner }) {
      return occurrence.owner
    }
    let holder = names.first {
      register.seat(of: $0, in: number, for: occurrence.period) == occurrence.seat
    }
    return holder ?? names[0]
  }

  private func addUndated(_ number: Int, _ told: Set<String>, to draft: inout Draft) {
    // Where each of several owes it, only the work of one of them is returned.
    var returned: [String?: EventID] = [:]
    func seat(_ owner: String?) -> String? { owner.flatMap { register.seat(of: $0, in: number) } }
    for place in undated[number] ?? [] {
      let event = register.effects.events[place.event]
      let target = event.action.targets[place.target]
      let isOfYear = target.period.map { $0 == .year(year) } ?? true
      if case .reopen = event.action, isOfYear { returned[seat(target.owner)] = event.id }
      if case .waive = event.action, isOfYear { draft.waiveEvent = event }
      guard let day = event.action.workDay, day.year == year, day <= asOf else { continue }
      let record = record(event, by: target.owner, for: nil, nil, late: nil, told)
      draft.add(record)
      draft.add(cause(event, by: target.owner, for: nil, record))
    }
    if returned.isEmpty { return }
    let isReturned = draft.records.map { record in
      returned[seat(record.owner)].map { record.event < $0 } ?? false
    }
    let marked = zip(draft.records, isReturned)
    draft.returned = marked.filter { $0.kind == .done && $1 }.map(\.0)
    draft.records = marked.filter { !$1 }.map(\.0)
  }

  /// What an event records; a note need not repeat what is said of the requirement anyway.
  private func record(
    _ event: Event,
    by person: String?,
    for occurrence: Occurrence?,
    _ standing: Occurrence.Record.Standing?,
    late: WorkRecord.Late?,
    _ told: Set<String>
  ) -> WorkRecord? {
    let kind: WorkRecord.Kind
    let day: Day
    var times = 0
    switch event.action {
    case .done(_, let on, let count): (kind, day, times) = (.done, on, max(count, 1))
    case .note(_, let on): (kind, day) = (.note, on)
    case .start(_, let on): (kind, day) = (.start, on)
    // A cause alone shows no work.
    default: return nil
    }
    let words = particulars.words(of: event)
    var tooClose: Int?
    if case .tooClose(let days) = standing { tooClose = days }
    return WorkRecord(
      event: event.id,
      kind: kind,
      on: day,
      count: times,
      note: NoteText(words.note, language: language)?.withoutEcho(of: told, language),
      wholeNote: words.note,
      cause: words.cause,
      quantities: words.quantities,
      documents: words.documents,
      cited: words.documents.filter { WorkRecord.isCited($0, in: language) },
      owner: occurrence.map(\.isPersonal) ?? true ? person : nil,
      period: occurrence?.period,
      seat: occurrence?.seat,
      tooClose: tooClose,
      late: late
    )
  }

  /// The cause that an event states, alone or beside what it records.
  private func cause(
    _ event: Event,
    by person: String?,
    for occurrence: Occurrence?,
    _ record: WorkRecord?
  ) -> RequirementFacts.Cause? {
    var text = record?.cause
    if case .cause = event.action { text = particulars.words(of: event).cause }
    guard let text, let day = event.action.workDay else { return nil }
    return RequirementFacts.Cause(
      event: event.id,
      on: day,
      text: text,
      owner: occurrence.map(\.isPersonal) ?? true ? person : nil
    )
  }

  private func waiver(
    _ reason: String,
    _ event: Event?,
    of occurrence: Occurrence?
  ) -> RequirementFacts.Waiver {
    let documents = event.map { particulars.words(of: $0).documents } ?? []
    return RequirementFacts.Waiver(
      occurrence: occurrence,
      event: event?.id,
      reason: reason,
      cited: documents.filter { WorkRecord.isCited($0, in: language) },
      documents: documents
    )
  }
}

// MARK: - Findings

extension Collector {
  /// The findings of the checklist that were open in the year, in the order of recording.
  ///
  /// One that names no duty belongs to the checklist in which its owner answers for something; if
  /// nobody knows the owner, to all.
  func findings() -> [FindingFacts] {
    let (first, last) = (Day.firstDay(ofYear: year), Day.lastDay(ofYear: year))
    var owners: [String: Set<String>]?
    return register.findings.compactMap { status in
      guard status.finding.on <= last else { return nil }
      if let closure = status.closure, closure.on < first { return nil }
      if status.finding.about.isEmpty {
        let known = owners ?? self.owners()
        owners = known
        let places = status.finding.owner.flatMap { known[$0] } ?? []
        guard places.isEmpty || places.contains(checklist.id) else { return nil }
      } else {
        guard status.finding.about.contains(where: { $0.checklist == checklist.id }) else {
          return nil
        }
      }
      return facts(of: status)
    }
  }

  private func facts(of status: FindingStatus) -> FindingFacts {
    var progress: [FindingFacts.Progress] = []
    var closure: EventID?
    for id in status.events {
      guard let event = event(id) else { continue }
      switch event.action {
      case .findingUpdate:
        let words = particulars.words(of: event)
        if let note = NoteText(words.note, language: language),
          let day = Day(String(words.at.prefix(10))), day <= asOf
        {
          progress.append(FindingFacts.Progress(event: id, on: day, note: note))
        }
      case .findingClose: if status.state == .closed { closure = id }
      default: break
      }
    }
    let prefix = "\(checklist.id)/"
    let number = status.finding.number.map {
      $0.hasPrefix(prefix) && $0.count > prefix.count ? String($0.dropFirst(prefix.count)) : $0
    }
    return FindingFacts(
      status: status,
      name: number ?? status.short,
      title: NoteText(status.finding.title, language: language)?.text ?? status.finding.title,
      progress: progress,
      closure: closure
    )
  }

  /// The checklists in which each person answers for something.
  private func owners() -> [String: Set<String>] {
    var result: [String: Set<String>] = [:]
    let day = register.undatedDay
    for (number, obligation) in register.obligations.enumerated() {
      let id = obligation.reference.checklist
      if let owner = register.owner(of: number, on: day) { result[owner, default: []].insert(id) }
      for name in register.persons(of: number, on: day) { result[name, default: []].insert(id) }
    }
    return result
  }
}

extension Action {
  /// The day of work, or of saying why there is none.
  fileprivate var workDay: Day? {
    switch self {
    case .done(_, let on, _), .note(_, let on), .cause(_, let on), .start(_, let on): on
    default: nil
    }
  }
}

/// The words of events, read once from each line that many requirements share: such a line is as
/// long as they are many.
private final class ParticularsMemory {
  private let read: (Event) -> Particulars
  private var known: [EventID: Particulars] = [:]

  init(_ read: @escaping (Event) -> Particulars) {
    self.read = read
  }

  func words(of event: Event) -> Particulars {
    guard event.action.targets.count > 1 else { return read(event) }
    if let words = known[event.id] { return words }
    let words = read(event)
    known[event.id] = words
    return words
  }
}
