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
    let parts = duties[index]
    guard let number = parts.details else {
      // Most duties state who answers and nothing else; what is handed down is not copied then.
      let responsible = parts.responsible.map { self.responsible($0) } ?? inherited.responsible
      return duty(index, DutyDetails(), inherited, responsible, source)
    }
    let details = details[Int(number)]
    let inherited = narrowed(inherited, by: details.level, parts.offset, dutyIDs[index])
    let responsible = parts.responsible.map { self.responsible($0) } ?? inherited.responsible
    return duty(index, details, inherited, responsible, source)
  }

  private mutating func duty(
    _ index: Int,
    _ details: DutyDetails,
    _ inherited: Inheritance,
    _ responsible: Responsible,
    _ source: [UInt8]
  ) -> Duty {
    let bytes = source.span
    let parts = duties[index]
    let id = dutyIDs[index]
    dutyOffsets.append(UInt32(clamping: parts.offset))
    if id == nil, parts.number == nil { noteMissing("number", parts.offset, subject: nil) }
    // A duty that has only its words is named by them.
    let title = (parts.title ?? parts.text)?.string(in: bytes) ?? ""
    if title.isEmpty { noteMissing("title", parts.offset, subject: id) }
    return Duty(
      id: id ?? "",
      number: parts.number?.string(in: bytes),
      title: title,
      passage: ChecklistReader.passage(parts.text, source),
      points: details.points,
      hasNoCycle: details.hasNoCycle,
      formerly: details.formerly.map { lists[$0] } ?? [],
      effective: inherited.effective,
      requirements: requirements(of: index, details, title: title, inherited, responsible, bytes)
    )
  }

  /// The words of a duty; only those with escapes are copied.
  private static func passage(_ text: JSONText?, _ source: [UInt8]) -> Passage {
    guard let text else { return Passage("") }
    return text.hasEscapes
      ? Passage(text.string(in: source.span)) : Passage(of: source, text.range)
  }

  private mutating func requirements(
    of index: Int,
    _ details: DutyDetails,
    title: String,
    _ inherited: Inheritance,
    _ responsible: Responsible,
    _ bytes: Span<UInt8>
  ) -> [Requirement] {
    let offset = duties[index].offset
    if let list = details.requirements {
      if let offset = details.scheduleOffset {
        faults.append(Fault(code: .scheduleTwice, offset: offset, subject: dutyIDs[index]))
      }
      if list.isEmpty {
        faults.append(Fault(code: .noRequirement, offset: offset, subject: dutyIDs[index]))
      }
      let inherited = inherited.stating(responsible)
      return listedRequirements(list, details, subject: dutyIDs[index], title, inherited, bytes)
    }
    guard let schedule = duties[index].schedule else {
      if details.scheduleOffset == nil {
        faults.append(Fault(code: .noRequirement, offset: offset, subject: dutyIDs[index]))
      }
      return []
    }
    requirementOffsets.append(UInt32(clamping: offset))
    return [
      Requirement(
        id: "a",
        title: title,
        terms: terms(of: Int(schedule), inherited.effective),
        reportTo: inherited.reportTo,
        covers: details.covers,
        unit: details.unit?.string(in: bytes),
        action: details.action?.string(in: bytes),
        responsible: responsible,
        departments: inherited.departments,
        signOff: inherited.signOff
      )
    ]
  }

  private mutating func listedRequirements(
    _ list: Range<Int>,
    _ details: DutyDetails,
    subject dutyID: String?,
    _ title: String,
    _ inherited: Inheritance,
    _ bytes: Span<UInt8>
  ) -> [Requirement] {
    let unit = details.unit?.string(in: bytes)
    let action = details.action?.string(in: bytes)
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
          title: parts.title?.string(in: bytes) ?? title,
          terms: parts.schedule.map { terms(of: $0, inherited.effective) }
            ?? Terms(.asNeeded, effective: inherited.effective),
          reportTo: inherited.reportTo,
          covers: parts.covers ?? details.covers,
          unit: parts.unit?.string(in: bytes) ?? unit,
          action: parts.action?.string(in: bytes) ?? action,
          points: parts.points,
          responsible: inherited.responsible,
          departments: inherited.departments,
          signOff: inherited.signOff
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
      return level.responsible.map { inherited.stating(responsible($0)) } ?? inherited
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
