import DutyModel
import TerminalText

/// Gathers what a report tells from a register, each event once.
struct Collector {
  let register: Register
  let checklist: Checklist
  private let style: YearlyReport.Style
  let particulars: ParticularsMemory
  private let names: Names
  let language: Language
  /// The events about requirements without due days, by the numbers of those: the place of each
  /// among the events that hold, and that of the first target that is meant.
  let undated: [Int: [(event: Int, target: Int)]]

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

  var year: Int { register.year }
  var asOf: Day { register.today }
  var isYearOver: Bool { asOf >= Day.lastDay(ofYear: year) }

  /// The event with an id, if it holds.
  func event(_ id: EventID) -> Event? {
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
    var gathered = Gathered()
    if requirement.schedule.isDated || !occurrences.isEmpty {
      if occurrences.isEmpty { return nil }
      let isHandedOn = register.assignments(of: number).contains { $0.assignment.replaces != nil }
      for occurrence in occurrences { add(occurrence, told, isHandedOn: isHandedOn, to: &gathered) }
    } else {
      let status = register.status(ofObligation: number)
      let standings = status.standings.filter(\.isInEffect)
      if !isShown || standings.isEmpty { return nil }
      addUndated(number, told, to: &gathered)
      let isWaived = standings.allSatisfy { $0.waivedFor != nil }
      if isWaived, let reason = standings.first?.waivedFor {
        gathered.waivers = [waiver(reason, gathered.waiveEvent, of: nil)]
      }
      let counted = standings.filter { $0.waivedFor == nil }
      gathered.unrecorded = counted.filter { $0.records == 0 }.compactMap(\.owner)
      gathered.figures.count(
        requirement.schedule == .asNeeded ? .asNeeded : .ongoing,
        records: gathered.records.count,
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
      records: gathered.records.sorted(by: WorkRecord.isEarlier),
      returned: gathered.returned.sorted(by: WorkRecord.isEarlier),
      causes: gathered.causes.sorted { ($0.on, $0.event) < ($1.on, $1.event) },
      unrecorded: gathered.unrecorded,
      waivers: gathered.waivers,
      reschedules: gathered.reschedules,
      signatures: gathered.signatures,
      handovers: handovers(of: number),
      figures: gathered.figures,
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
}
