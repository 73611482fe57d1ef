internal import DutyModel

/// From parts to a checklist: ids that were not written, inheritance, and what only shows then.
extension ChecklistReader {
  mutating func assemble() {
    if root.id == nil, !faults.contains(where: { $0.code == .badID }) {
      noteMissing("id", 0, subject: nil)
    }
    if root.title == nil { noteMissing("title", 0, subject: root.id) }
    if !root.hasTiers { noteMissing("tiers", 0, subject: root.id) }
    giveDefaultIDs()
    checkIDs()
    let base = Inheritance().stating(root.level.statement)
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
          sections: tier.sections.map { section(sections[$0], inherited) }
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

  private mutating func section(_ parts: SectionParts, _ inherited: Inheritance) -> Section {
    let inherited = narrowed(inherited, by: parts.level, parts.offset, parts.id)
    var result: [Duty] = []
    result.reserveCapacity(parts.duties.count)
    for index in parts.duties { result.append(duty(index, inherited)) }
    return Section(
      id: parts.id,
      title: parts.title,
      points: parts.points,
      role: parts.role,
      duties: result
    )
  }

  private mutating func duty(_ index: Int, _ inherited: Inheritance) -> Duty {
    let parts = duties[index]
    let inherited = narrowed(inherited, by: parts.level, parts.offset, parts.id)
    dutyOffsets.append(UInt32(clamping: parts.offset))
    if parts.id == nil, parts.number == nil { noteMissing("number", parts.offset, subject: nil) }
    // A duty that has only its words is named by them.
    let title = parts.title ?? parts.text
    if title.isEmpty { noteMissing("title", parts.offset, subject: parts.id) }
    return Duty(
      id: parts.id ?? "",
      number: parts.number ?? ChecklistReader.number(of: parts.id ?? ""),
      title: title,
      text: parts.text,
      points: parts.points,
      formerly: parts.formerly,
      effective: inherited.effective,
      requirements: requirements(of: parts, title: title, inherited)
    )
  }

  private mutating func requirements(
    of duty: DutyParts,
    title: String,
    _ inherited: Inheritance
  ) -> [Requirement] {
    if let list = duty.requirements {
      if let offset = duty.scheduleOffset {
        faults.append(Fault(code: .scheduleTwice, offset: offset, subject: duty.id))
      }
      if list.isEmpty {
        faults.append(Fault(code: .noRequirement, offset: duty.offset, subject: duty.id))
      }
      return listedRequirements(list, of: duty, title: title, inherited)
    }
    guard let schedule = duty.schedule else {
      if duty.scheduleOffset == nil {
        faults.append(Fault(code: .noRequirement, offset: duty.offset, subject: duty.id))
      }
      return []
    }
    requirementOffsets.append(UInt32(clamping: duty.offset))
    return [
      Requirement(
        id: "a",
        title: title,
        schedule: schedule,
        reportTo: inherited.reportTo,
        covers: duty.covers,
        unit: duty.unit,
        action: duty.action,
        responsible: inherited.responsible,
        departments: inherited.departments,
        signOff: inherited.signOff,
        effective: inherited.effective
      )
    ]
  }

  private mutating func listedRequirements(
    _ list: Range<Int>,
    of duty: DutyParts,
    title: String,
    _ inherited: Inheritance
  ) -> [Requirement] {
    var result: [Requirement] = []
    result.reserveCapacity(list.count)
    for (place, index) in list.enumerated() {
      let parts = requirements[index]
      let inherited = narrowed(inherited, by: parts.level, parts.offset, duty.id)
      let id = parts.id ?? ChecklistReader.letter(place)
      if let first = result.firstIndex(where: { $0.id == id }) {
        var fault = Fault(code: .duplicateID, offset: parts.offset)
        fault.subject = (duty.id ?? "") + id
        fault.otherOffset = requirements[list.lowerBound + first].offset
        faults.append(fault)
      }
      requirementOffsets.append(UInt32(clamping: parts.offset))
      result.append(
        Requirement(
          id: id,
          title: parts.title ?? title,
          schedule: parts.schedule ?? .asNeeded,
          reportTo: inherited.reportTo,
          covers: parts.covers ?? duty.covers,
          unit: parts.unit ?? duty.unit,
          action: parts.action ?? duty.action,
          points: parts.points,
          responsible: inherited.responsible,
          departments: inherited.departments,
          signOff: inherited.signOff,
          effective: inherited.effective
        )
      )
    }
    return result
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
    let result = inherited.stating(level.statement)
    if let own = level.statement.effective, let from = result.effective.from,
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

  /// The number that is printed where the file states none: what follows the letters of the id.
  private static func number(of id: String) -> String {
    String(id.drop { ("a"..."z").contains($0) || $0 == "-" || $0 == "." })
  }
}
