internal import DutyModel
internal import StrictJSON

/// The levels of a file, from the outside in.
extension ChecklistReader {
  mutating func readRoot(_ bytes: Span<UInt8>) throws(JSONError) {
    guard try isNext(.object, bytes) else { return }
    var level = LevelParts()
    try cursor.enterObject(bytes)
    while let key = try cursor.nextKey(bytes) {
      let field = keys.field(key, in: bytes)
      switch field {
      case .format:
        root.formatOffset = try next(bytes)
        root.format = try line(bytes)?.string(in: bytes)
      case .id: root.id = try id(bytes) { Identifier.isChecklist($0) }?.string(in: bytes)
      case .title: root.title = try statedLine(bytes)?.string(in: bytes)
      case .organization: root.organization = try line(bytes)?.string(in: bytes)
      case .subject: root.subject = try line(bytes)?.string(in: bytes)
      case .year: root.year = try year(bytes)
      case .language:
        let language: DocumentLanguage? = try word(bytes)
        root.language = language?.rawValue
      case .removedIDs:
        let list = try names(bytes)
        removedIDs = lists[list]
      case .tiers:
        root.hasTiers = true
        try readTiers(bytes)
      case let field:
        try readInherited(key, field, &level, at: .checklist, bytes)
      }
    }
    finish(&level)
    root.level = level
  }

  private mutating func readTiers(_ bytes: Span<UInt8>) throws(JSONError) {
    guard try isNext(.array, bytes) else { return }
    try cursor.enterArray(bytes)
    while try cursor.nextElement(bytes) {
      guard try isNext(.object, bytes) else { continue }
      try readTier(bytes)
    }
  }

  private mutating func readTier(_ bytes: Span<UInt8>) throws(JSONError) {
    var tier = TierParts(offset: cursor.position)
    let firstSection = sections.count
    var hasTitle = false
    var hasKind = false
    try cursor.enterObject(bytes)
    while let key = try cursor.nextKey(bytes) {
      switch keys.field(key, in: bytes) {
      case .id: tier.id = try itemID(bytes)
      case .kind:
        hasKind = true
        tier.kind = try word(bytes)
      case .title:
        hasTitle = true
        tier.title = try statedLine(bytes)?.string(in: bytes) ?? ""
      case .portfolio: tier.portfolio = try line(bytes)?.string(in: bytes)
      case .post: tier.post = try line(bytes)?.string(in: bytes)
      case .sections: try readSections(bytes)
      case .duties:
        var section = SectionParts(offset: tier.offset)
        section.isStated = false
        section.duties = try readDuties(bytes)
        sections.append(section)
      case let field: try readInherited(key, field, &tier.level, at: .tier, bytes)
      }
    }
    finish(&tier.level)
    if !hasKind { noteMissing("kind", tier.offset, subject: tier.id) }
    if !hasTitle { noteMissing("title", tier.offset, subject: tier.id) }
    tier.sections = firstSection..<sections.count
    tiers.append(tier)
  }

  private mutating func readSections(_ bytes: Span<UInt8>) throws(JSONError) {
    guard try isNext(.array, bytes) else { return }
    try cursor.enterArray(bytes)
    while try cursor.nextElement(bytes) {
      guard try isNext(.object, bytes) else { continue }
      var section = SectionParts(offset: cursor.position)
      var hasTitle = false
      try cursor.enterObject(bytes)
      while let key = try cursor.nextKey(bytes) {
        switch keys.field(key, in: bytes) {
        case .id: section.id = try itemID(bytes)
        case .title:
          hasTitle = true
          section.title = try statedLine(bytes)?.string(in: bytes) ?? ""
        case .points: section.points = try points(bytes)
        case .role: section.role = try line(bytes)?.string(in: bytes)
        case .duties: section.duties = try readDuties(bytes)
        case let field: try readInherited(key, field, &section.level, at: .section, bytes)
        }
      }
      finish(&section.level)
      if !hasTitle { noteMissing("title", section.offset, subject: section.id) }
      sections.append(section)
    }
  }

  private mutating func readDuties(_ bytes: Span<UInt8>) throws(JSONError) -> Range<Int> {
    let first = duties.count
    guard try isNext(.array, bytes) else { return first..<first }
    try cursor.enterArray(bytes)
    while try cursor.nextElement(bytes) {
      guard try isNext(.object, bytes) else { continue }
      if !readPlainDuty(bytes) { try readDuty(bytes) }
    }
    return first..<duties.count
  }

  private mutating func readDuty(_ bytes: Span<UInt8>) throws(JSONError) {
    var duty = DutyParts(offset: cursor.position)
    var rest = DutyDetails()
    var id: String?
    try cursor.enterObject(bytes)
    while let key = try cursor.nextKey(bytes) {
      switch keys.field(key, in: bytes) {
      case .id: id = try itemID(bytes)
      case .number: duty.number = try number(bytes)
      case .title: duty.title = try statedLine(bytes)
      case .text: duty.text = try text(bytes)
      case .points: rest.points = try points(bytes)
      case .noCycle: rest.hasNoCycle = try bool(bytes) ?? false
      case .formerly: rest.formerly = try names(bytes)
      case .schedule:
        rest.scheduleOffset = try next(bytes)
        duty.schedule = try schedule(bytes).map { Int32(clamping: $0) }
      case .covers: rest.covers = try word(bytes)
      case .unit: rest.unit = try line(bytes)
      case .action: rest.action = try line(bytes)
      case .requirements: rest.requirements = try readRequirements(bytes)
      case let field: try readInherited(key, field, &rest.level, at: .duty, bytes)
      }
    }
    finish(&rest.level)
    duty.responsible = rest.level.responsible
    duty.details = Int32(clamping: details.count)
    details.append(rest)
    duties.append(duty)
    dutyIDs.append(id)
  }

  private mutating func readRequirements(_ bytes: Span<UInt8>) throws(JSONError) -> Range<Int> {
    let first = requirements.count
    guard try isNext(.array, bytes) else { return first..<first }
    try cursor.enterArray(bytes)
    while try cursor.nextElement(bytes) {
      guard try isNext(.object, bytes) else { continue }
      var requirement = RequirementParts(offset: cursor.position)
      var hasSchedule = false
      try cursor.enterObject(bytes)
      while let key = try cursor.nextKey(bytes) {
        switch keys.field(key, in: bytes) {
        case .id: requirement.id = try id(bytes) { Identifier.isRequirement($0) }
        case .title: requirement.title = try statedLine(bytes)
        case .schedule:
          hasSchedule = true
          requirement.schedule = try schedule(bytes)
        case .covers: requirement.covers = try word(bytes)
        case .unit: requirement.unit = try line(bytes)
        case .action: requirement.action = try line(bytes)
        case .points: requirement.points = try points(bytes)
        case let field: try readInherited(key, field, &requirement.level, at: .requirement, bytes)
        }
      }
      finish(&requirement.level)
      if !hasSchedule {
        let id = requirement.id?.string(in: bytes)
        noteMissing("schedule", requirement.offset, subject: id)
      }
      requirements.append(requirement)
    }
    return first..<requirements.count
  }

  // MARK: - What is inherited

  private mutating func readInherited(
    _ key: JSONKey,
    _ field: ChecklistKey?,
    _ level: inout LevelParts,
    at place: ChecklistLevel,
    _ bytes: Span<UInt8>
  ) throws(JSONError) {
    switch field {
    case .owner:
      let offset = try next(bytes)
      if let owner = try statedLine(bytes) {
        level.ownerOffset = offset
        if level.eachOffset == nil { level.responsible = .owner(number(ofOwner: owner, bytes)) }
      } else if level.eachOffset == nil {
        level.responsible = .nobody
      }
    case .each:
      let offset = try next(bytes)
      let people = try names(bytes)
      if !lists[people].isEmpty {
        level.eachOffset = offset
        level.responsible = .each(Int32(clamping: people))
      } else if level.ownerOffset == nil {
        level.responsible = .nobody
      }
    case .departments: level.departments = try names(bytes)
    case .signOff: level.signOff = try bool(bytes) ?? false
    case .reportTo: level.reportTo = try names(bytes)
    case .effective: level.effective = try effective(bytes)
    default:
      noteUnknown(key, field, at: place, bytes)
      try cursor.skipValue(bytes)
    }
  }

  private mutating func finish(_ level: inout LevelParts) {
    guard let owner = level.ownerOffset, let each = level.eachOffset else { return }
    var fault = Fault(code: .ownerAndEach, offset: max(owner, each))
    fault.otherOffset = min(owner, each)
    faults.append(fault)
  }

  mutating func number(ofOwner name: JSONText, _ bytes: Span<UInt8>) -> Int32 {
    Int32(
      clamping: owners.number(of: name.range, in: bytes)
        ?? owners.add(name.string(in: bytes), name.range, in: bytes)
    )
  }

  // MARK: - Ids

  private mutating func itemID(_ bytes: Span<UInt8>) throws(JSONError) -> String? {
    guard try isNext(.string, bytes) else { return nil }
    let text = try cursor.text(bytes)
    // Nearly every id is plain; only what may be wrong is looked at as a text.
    if !text.hasEscapes, isItem(bytes, text.range) { return String(ascii: bytes, text.range) }
    return id(text, bytes) { Identifier.isItem($0) }?.string(in: bytes)
  }

  private mutating func id(
    _ bytes: Span<UInt8>,
    _ isValid: (String) -> Bool
  ) throws(JSONError) -> JSONText? {
    guard try isNext(.string, bytes) else { return nil }
    return id(try cursor.text(bytes), bytes, isValid)
  }

  private mutating func id(
    _ text: JSONText,
    _ bytes: Span<UInt8>,
    _ isValid: (String) -> Bool
  ) -> JSONText? {
    let id = text.string(in: bytes)
    guard isValid(id) else {
      var fault = Fault(code: .badID, offset: text.lowerBound - 1, subject: id)
      let folded = Identifier.folded(id)
      if isValid(folded) { fault.nearest = [folded] }
      faults.append(fault)
      return nil
    }
    return text
  }

  mutating func noteMissing(_ key: String, _ offset: Int, subject: String?) {
    faults.append(
      Fault(code: .missingKey, offset: offset, subject: subject, values: ["key": key])
    )
  }
}

/// The languages a document can be in.
enum DocumentLanguage: String, CaseIterable {
  case chinese = "zh"
  case english = "en"
}
