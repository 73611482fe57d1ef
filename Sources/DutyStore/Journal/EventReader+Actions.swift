internal import DutyModel
internal import StrictJSON

/// What an event says, by its type.
extension EventReader {
  /// Makes the action of an event.
  ///
  /// - Parameters:
  ///   - fields: The values of its object.
  ///   - type: Its type, if it is known.
  ///   - bytes: The bytes of the file.
  /// - Returns: The action; `unknown` for a type of a later version.
  /// - Throws: The first key that is wrong or missing.
  mutating func action(
    _ fields: EventFields,
    _ type: EventType?,
    _ bytes: Span<UInt8>
  ) throws(EventFault) -> Action {
    guard let typeText = fields.type else { throw fields.missing("type") }
    // Of a type that is not known nothing more is known: neither can its values be wrong.
    guard let type else { return .unknown(typeText.string(in: bytes)) }
    if let fault = fields.fault { throw fault }
    try fields.checkEvidence(bytes)
    switch type {
    case .done:
      let count = try fields.count(bytes)
      return .done(
        try targets(fields, bytes),
        on: try fields.day("on", fields.on, bytes),
        count: count
      )
    case .note:
      let (targets, on) = (try targets(fields, bytes), try fields.day("on", fields.on, bytes))
      return try fields.isOnlyCause(bytes) ? .cause(targets, on: on) : .note(targets, on: on)
    case .start:
      return .start(try targets(fields, bytes), on: try fields.day("on", fields.on, bytes))
    case .waive: return .waive(try targets(fields, bytes), reason: try fields.reason(bytes))
    case .reopen: return .reopen(try targets(fields, bytes), reason: try fields.reason(bytes))
    case .reschedule:
      let due = try fields.day("due", fields.due, bytes)
      return .reschedule(try targets(fields, bytes), due: due, reason: try fields.reason(bytes))
    case .assign:
      return .assign(try references(fields, bytes), try fields.assignment(bytes))
    case .sign: return .sign(try targets(fields, bytes), try fields.signOff(bytes))
    case .score: return try fields.scoring(bytes)
    case .finding: return .finding(try fields.newFinding(bytes))
    case .findingUpdate:
      return .findingUpdate(
        try fields.id("finding", fields.finding, bytes),
        try fields.change(bytes)
      )
    case .findingClose:
      return .findingClose(
        try fields.id("finding", fields.finding, bytes),
        try fields.closure(bytes)
      )
    case .findingReopen:
      return .findingReopen(
        try fields.id("finding", fields.finding, bytes),
        reason: try fields.reason(bytes)
      )
    case .undo:
      return .undo(
        try fields.id("event", fields.event, bytes),
        reason: fields.reason?.string(in: bytes)
      )
    case .batch: throw EventFault("type", at: typeText.lowerBound - 1)
    }
  }

  /// The occurrences an event is about: at least one, none twice.
  private mutating func targets(
    _ fields: EventFields,
    _ bytes: Span<UInt8>
  ) throws(EventFault) -> [Target] {
    guard let range = fields.targets?.range else { throw fields.missing("targets") }
    var result: [Target] = []
    var seen: Set<Target> = []
    parts.restart(in: range)
    while let parts = try targetParts(result.isEmpty, range, bytes) {
      // A label or a name that nothing has is no reason to lose the record: the register tells it.
      var period: Period?
      if let label = parts.period, !label.hasEscapes { period = readPeriod(bytes, label.range) }
      guard let to = reference(parts.to, bytes) else {
        throw EventFault("to", at: parts.to.lowerBound - 1)
      }
      let target = Target(to: to, period: period, owner: parts.owner?.string(in: bytes))
      let isKnown =
        result.count < 8 ? result.contains(target) : !seen.insert(target).inserted
      guard !isKnown else { throw EventFault("targets", at: parts.offset) }
      // Most events have one target, and need no room for more.
      if result.isEmpty { result = [target] } else { result.append(target) }
      if result.count == 8 { seen = Set(result) }
    }
    return result
  }

  /// The duties or requirements an assignment is about.
  private mutating func references(
    _ fields: EventFields,
    _ bytes: Span<UInt8>
  ) throws(EventFault) -> [Reference] {
    guard let range = fields.targets?.range else { throw fields.missing("targets") }
    var result: [Reference] = []
    parts.restart(in: range)
    while let parts = try targetParts(result.isEmpty, range, bytes) {
      guard let to = reference(parts.to, bytes) else {
        throw EventFault("to", at: parts.to.lowerBound - 1)
      }
      result.append(to)
    }
    return result
  }

  /// The texts of one target.
  private struct TargetParts {
    let offset: Int
    let to: JSONText
    let period: JSONText?
    let owner: JSONText?
  }

  /// The next target, or `nil` after the last one; a list without any is a fault.
  private mutating func targetParts(
    _ isFirst: Bool,
    _ range: Range<Int>,
    _ bytes: Span<UInt8>
  ) throws(EventFault) -> TargetParts? {
    do throws(JSONError) {
      if isFirst { try parts.enterArray(bytes) }
      guard try parts.nextElement(bytes) else {
        if isFirst { throw JSONError(.expected(.value), at: range.lowerBound) }
        return nil
      }
      _ = try parts.kind(bytes)
      let offset = parts.position
      var to: JSONText?
      var period: JSONText?
      var owner: JSONText?
      try parts.enterObject(bytes)
      while let member = try parts.nextRawMember(bytes) {
        guard let key = TargetKey.table.field(member.key, in: bytes) else { continue }
        switch (key, member.kind) {
        case (.to, .string): to = member.value
        case (.period, .string): period = member.value
        case (.owner, .string): owner = member.value
        case (.owner, .null): owner = nil
        default:
          let fault = JSONError.Reason.wrongKind(expected: .string, found: member.kind)
          throw JSONError(fault, at: member.valueOffset)
        }
      }
      guard let to else { throw JSONError(.expected(.key), at: offset) }
      return TargetParts(offset: offset, to: to, period: period, owner: owner)
    } catch {
      throw EventFault("targets", at: error.offset)
    }
  }

  /// A full name; the checklist's text is made once for events of the same one.
  private mutating func reference(_ text: JSONText, _ bytes: Span<UInt8>) -> Reference? {
    guard !text.hasEscapes else { return Reference(text.string(in: bytes)) }
    return reference(bytes, text.range)
  }

  /// The full name that a text without escapes begins with; goes to the quote behind it.
  mutating func nextReference(_ bytes: Span<UInt8>, _ index: inout Int) -> Reference? {
    let start = index
    // Nearly always the checklist is that of the event before.
    if checklistSign.count > 0, checklistSign.isNext(in: bytes, &index) {
      let item = index
      index = endOfItem(bytes, from: item)
      return reference(bytes, item: item..<index)
    }
    guard let end = plainStringEnd(bytes, from: start) else { return nil }
    index = end
    return reference(bytes, start..<end)
  }

  /// A full name that is written without escapes.
  private mutating func reference(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Reference? {
    guard let slash = firstSlash(bytes, range) else { return nil }
    if !checklist.isEqual(to: bytes, range.lowerBound..<slash) {
      let name = String(ascii: bytes, range.lowerBound..<slash)
      guard Identifier.isChecklist(name) else { return nil }
      checklist = name
      checklistSign = FixedText(name.utf8.count < 16 ? "\(name)/" : "")
    }
    let item = (slash + 1)..<range.upperBound
    guard endOfItem(bytes, from: item.lowerBound) >= item.upperBound else { return nil }
    return reference(bytes, item: item)
  }

  /// The full name of an item of the checklist, of whose signs it is known that they may stand in
  /// a name.
  private mutating func reference(_ bytes: Span<UInt8>, item: Range<Int>) -> Reference? {
    var end = item.upperBound
    while end > item.lowerBound, isLetter(bytes[end &- 1]) { end &-= 1 }
    guard item.upperBound - end <= 2, hasEndsOfItem(bytes, item.lowerBound..<end) else {
      return nil
    }
    return Reference(
      checklist: checklist,
      duty: String(ascii: bytes, item.lowerBound..<end),
      requirement: end == item.upperBound ? nil : requirement(bytes, end..<item.upperBound)
    )
  }

  private func firstSlash(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == UInt8(ascii: "/") { return index }
      index &+= 1
    }
    return nil
  }

  /// One or two letters of a requirement: nearly always the same as before.
  private mutating func requirement(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    let first = UInt16(bytes[range.lowerBound])
    let own = range.count == 2 ? first | UInt16(bytes[range.lowerBound + 1]) << 8 : first
    if letterBytes != own {
      letterBytes = own
      letters = String(ascii: bytes, range)
    }
    return letters
  }
}
