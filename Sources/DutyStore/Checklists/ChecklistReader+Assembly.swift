internal import DutyModel
internal import StrictJSON

/// From parts to a checklist: ids that were not written, inheritance, and what only shows then.
extension ChecklistReader {
  mutating func assemble(_ source: [UInt8]) {
    if root.id == nil, !faults.contains(where: { $0.code == .badID }) {
      noteMissing("id", 0, subject: nil)
    }
    if root.title == nil { noteMissing("title", 0, subject: root.id) }
    if !root.hasTiers { noteMissing("tiers", 0, subject: root.id) }
    giveDefaultIDs(source.span)
    checkIDs()
    let base = Inheritance().stating(statement(root.level))
    terms = schedules.values.map { Terms($0, effective: base.effective) }
    dutyOffsets.reserveCapacity(duties.count)
    requirementOffsets.reserveCapacity(duties.count + requirements.count)
    var result: [Tier] = []
    result.reserveCapacity(tiers.count)
    for tier in tiers {
      let inherited = narrowed(base, by: tier.level, tier.offset, tier.id)
      result.append(
        Tier(
          id: tier.id ?? "",
          kind: tier.kind ?? .common,
          title: tier.title,
          portfolio: tier.portfolio,
          post: tier.post,
          sections: tier.sections.map { section(sections[$0], inherited, source) }
        )
      )
    }
    checklist = Checklist(
      id: root.id ?? "",
      title: root.title ?? "",
      organization: root.organization,
      subject: root.subject,
      year: root.year,
      language: root.language,
      effective: base.effective,
      tiers: result
    )
  }

  private mutating func section(
    _ parts: SectionParts,
    _ inherited: Inheritance,
    _ source: [UInt8]
  ) -> Section {
    let inherited = narrowed(inherited, by: parts.level, parts.offset, parts.id)
    var result: [Duty] = []
    result.reserveCapacity(parts.duties.count)
    for index in parts.duties { result.append(duty(index, inherited, source)) }
    return Section(
      id: parts.id,
      title: parts.title,
      points: parts.points,
      role: parts.role,
      duties: result
    )
  }

  private mutating func duty(_ index: Int, _ inherited: Inheritance, _ source: [UInt8]) -> Duty {
    // Most duties state who answers and nothing else. What else one states is large, and is not
    // copied to look at it.
    let rest = duties[index].details.map { Int($0) }
    let id = dutyIDs[index]
    let offset = duties[index].offset
    var inherited = inherited
    if let rest { inherited = narrowed(inherited, by: details[rest].level, offset, id) }
    if let answering = duties[index].responsible {
      inherited.responsible = responsible(answering)
    }
    dutyOffsets.append(UInt32(clamping: offset))
    if id == nil, duties[index].number == nil { noteMissing("number", offset, subject: nil) }
    // A duty that has only its words is named by them.
    let title = passage(duties[index].title ?? duties[index].text, source)
    if title.isEmpty { noteMissing("title", offset, subject: id) }
    return Duty(
      id: id ?? "",
      number: duties[index].number.map { passage($0, source) },
      title: title,
      text: passage(duties[index].text, source),
      points: rest.flatMap { details[$0].points },
      hasNoCycle: rest.map { details[$0].hasNoCycle } ?? false,
      formerly: rest.flatMap { details[$0].formerly }.map { lists[$0] } ?? [],
      effective: inherited.effective,
      requirements: requirements(of: index, title, inherited, source)
    )
  }

  /// A text of the file; only one with escapes is copied.
  private func passage(_ text: JSONText?, _ source: [UInt8]) -> Passage {
    guard let text else { return Passage("") }
    return text.hasEscapes
      ? Passage(text.string(in: source.span)) : Passage(of: source, text.range)
  }

  private mutating func requirements(
    of index: Int,
    _ title: Passage,
    _ inherited: Inheritance,
    _ source: [UInt8]
  ) -> Requirements {
    let offset = duties[index].offset
    let rest = duties[index].details.map { Int($0) }
    if let rest, let list = details[rest].requirements {
      if let offset = details[rest].scheduleOffset {
        faults.append(Fault(code: .scheduleTwice, offset: offset, subject: dutyIDs[index]))
      }
      if list.isEmpty {
        faults.append(Fault(code: .noRequirement, offset: offset, subject: dutyIDs[index]))
      }
      return Requirements(
        listedRequirements(list, of: index, details[rest], title, inherited, source)
      )
    }
    guard let schedule = duties[index].schedule else {
      if rest.flatMap({ details[$0].scheduleOffset }) == nil {
        faults.append(Fault(code: .noRequirement, offset: offset, subject: dutyIDs[index]))
      }
      return Requirements([])
    }
    requirementOffsets.append(UInt32(clamping: offset))
    return Requirements(
      Requirement(
        id: "a",
        title: title,
        terms: terms(of: Int(schedule), inherited.effective),
        inherited: inherited,
        additions: rest.flatMap { details[$0].additions(in: source.span) }
      )
    )
  }

  private mutating func listedRequirements(
    _ list: Range<Int>,
    of duty: Int,
    _ details: DutyDetails,
    _ title: Passage,
    _ inherited: Inheritance,
    _ source: [UInt8]
  ) -> [Requirement] {
    let bytes = source.span
    let dutyID = dutyIDs[duty]
    let shared = details.additions(in: bytes)
    var result: [Requirement] = []
    result.reserveCapacity(list.count)
    for (place, index) in list.enumerated() {
      let parts = requirements[index]
      let inherited = narrowed(inherited, by: parts.level, parts.offset, dutyID)
      let id = parts.id?.string(in: bytes) ?? ChecklistReader.letter(place)
      if let first = result.firstIndex(where: { $0.id == id }) {
        var fault = Fault(code: .duplicateID, offset: parts.offset)
        fault.subject = (dutyID ?? "") + id
        fault.otherOffset = requirements[list.lowerBound + first].offset
        faults.append(fault)
      }
      requirementOffsets.append(UInt32(clamping: parts.offset))
      result.append(
        Requirement(
          id: id,
          title: parts.title.map { passage($0, source) } ?? title,
          terms: parts.schedule.map { terms(of: $0, inherited.effective) }
            ?? Terms(.asNeeded, effective: inherited.effective),
          inherited: inherited,
          additions: parts.additions(in: bytes, orElse: shared)
        )
      )
    }
    return result
  }

  /// The terms of a schedule, by its number; those made last are shared, as neighbours hold for the
  /// same days.
  private mutating func terms(of schedule: Int, _ effective: DayRange) -> Terms {
    if terms[schedule].effective != effective {
      terms[schedule] = Terms(schedules[schedule], effective: effective)
    }
    return terms[schedule]
  }

  /// The letter of the n-th requirement that says none: a … z, aa … zz.
  private static func letter(_ place: Int) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    if place < 26 { return String(letters[place]) }
    let rest = min(place - 26, 675)
    return String([letters[rest / 26], letters[rest % 26]])
  }

  /// What a level hands down; warns where nothing of its days is left.
  private mutating func narrowed(
    _ inherited: Inheritance,
    by level: LevelParts,
    _ offset: Int,
    _ subject: String?
  ) -> Inheritance {
    // Most levels state one person or nothing.
    if level.isAboutAnsweringAlone {
      guard let answering = level.responsible else { return inherited }
      var result = inherited
      result.responsible = responsible(answering)
      return result
    }
    let result = inherited.stating(statement(level))
    if let own = level.effective, let from = result.effective.from,
      let to = result.effective.to, from > to, own.overlaps(own)
    {
      faults.append(
        Fault(
          code: .effectiveEmpty,
          severity: .warning,
          offset: offset,
          subject: subject,
          values: ["from": "\(from)", "to": "\(to)"]
        )
      )
    }
    return result
  }

  /// What a level states, with the names and lists that its numbers stand for.
  private func statement(_ level: LevelParts) -> Inheritance.Statement {
    var statement = Inheritance.Statement()
    statement.responsible = level.responsible.map { responsible($0) }
    statement.departments = level.departments.map { lists[$0] }
    statement.signOff = level.signOff
    statement.reportTo = level.reportTo.map { lists[$0] }
    statement.effective = level.effective
    return statement
  }

  private func responsible(_ answering: LevelParts.Answering) -> Responsible {
    switch answering {
    case .nobody: .nobody
    case .owner(let number): .owner(owners[Int(number)])
    case .each(let number): .each(lists[Int(number)])
    }
  }
}
