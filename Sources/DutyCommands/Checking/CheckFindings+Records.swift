import CommandLineKit
import DutyModel
import DutyReports
import DutyStore
import TerminalText

/// Records for which the checklists have no place.
extension CheckFindings {
  mutating func addRecords() {
    var events: [EventID: Event] = [:]
    if !register.unmatched.isEmpty || !register.effects.repeated.isEmpty {
      events.reserveCapacity(workspace.journal.events.count)
      for event in workspace.journal.events { events[event.id] = event }
    }
    for missing in missingChecklists {
      add(entry(missing, at: missing.records.first.flatMap { place(of: $0, in: events) }))
    }
    for (number, group) in unmatchedByDuty.enumerated() {
      let isSuggesting = number < CheckFindings.mostSuggestions
      add(entry(group, at: place(of: group.first.event, in: events), isSuggesting))
    }
    for (event, first) in register.effects.repeated.sorted(by: { $0.key < $1.key })
    where event.member <= 1 {
      let place = place(of: event, in: events)
      add(
        ProblemList.Entry(
          .warning,
          CheckCode.repeatedKey.rawValue,
          path: place?.path,
          line: place?.line,
          column: place?.column,
          id: event.description,
          message: Message(
            en: "the record \(first.short) has the same key; this one is not counted",
            zh: "记录 \(first.short) 用了同一个键，这一条未计入"
          ),
          fix: Message(
            en: "if both are meant, record it again without the key",
            zh: "若两条都要，请不带键再记一次"
          ),
          values: [(key: "first", value: .text(first.description))]
        )
      )
    }
    for event in register.effects.events { addIfInFuture(event) }
  }

  /// Records without a place: those of one duty that is gone together, any other by itself.
  private struct Group {
    let first: Unmatched
    /// What they name: the duty, if they name several requirements of it.
    private(set) var subject: String
    private(set) var events: [EventID]

    init(_ first: Unmatched) {
      self.first = first
      subject = first.subject
      events = [first.event]
    }

    mutating func add(_ other: Unmatched, of duty: Reference) {
      if subject != other.subject { subject = duty.description }
      if events.last != other.event { events.append(other.event) }
    }
  }

  private var unmatchedByDuty: [Group] {
    var groups: [Group] = []
    var places: [Reference: Int] = [:]
    for unmatched in register.unmatched {
      guard unmatched.reason == .unknownReference, let reference = Reference(unmatched.subject),
        requirements(ofDuty: unmatched.subject) == nil
      else {
        groups.append(Group(unmatched))
        continue
      }
      guard !isExplained(reference) else { continue }
      // Of a duty that is there, only the requirement is gone.
      let subject = requirements(of: reference) == nil ? reference.whole : reference
      if let place = places[subject] {
        groups[place].add(unmatched, of: subject)
      } else {
        places[subject] = groups.count
        groups.append(Group(unmatched))
      }
    }
    return groups
  }

  /// For how many records the nearest name is looked up, which takes a look at every name there is:
  /// of more, whoever reads them learns nothing.
  private static let mostSuggestions = 100

  private func place(of id: EventID, in events: [EventID: Event]) -> FilePlace? {
    events[id].flatMap { workspace.journal.place(of: $0) }
  }

  /// Whether a record has no place only because its checklist cannot be read or is missing, or
  /// because the duty was taken out of its checklist on purpose.
  private func isExplained(_ reference: Reference) -> Bool {
    let isKnown = workspace.checklists.contains { $0.id == reference.checklist }
    if !isKnown { return true }
    return workspace.files.contains {
      $0.checklist?.id == reference.checklist && $0.removedIDs.contains(reference.duty)
    }
  }

  private func entry(_ missing: MissingChecklist, at place: FilePlace?) -> ProblemList.Entry {
    let nearest = register.checklists.ids.nearest(to: missing.id, limit: 1)
    let hint =
      nearest.first.map {
        Message(en: "; the nearest id is \(quoted: $0)", zh: "；最接近的编号是\(quoted: $0)")
      } ?? .empty
    return ProblemList.Entry(
      .error,
      CheckCode.missingChecklist.rawValue,
      path: place?.path,
      line: place?.line,
      column: place?.column,
      id: missing.id,
      message: Message(
        en:
          "\(missing.records.count, "record belongs", "records belong") to the checklist \(quoted: missing.id), which is not here; not counted\(hint)",
        zh: "\(missing.records.count)条记录属于清单\(quoted: missing.id)，它不在这里，未计入\(hint)"
      ),
      fix: Message(
        en: "restore its file; if it has another 'id' now, give it the old one again",
        zh: "恢复它的文件；若改过'id'，请改回原来的编号"
      ),
      values: [(key: "count", value: .number(missing.records.count))]
        + (nearest.isEmpty ? [] : [(key: "nearest", value: .texts(nearest))])
    )
  }

  private func entry(
    _ group: Group,
    at place: FilePlace?,
    _ isSuggesting: Bool
  ) -> ProblemList.Entry {
    let unmatched = group.first
    let (code, message, nearest) = describe(group, isSuggesting)
    return ProblemList.Entry(
      .warning,
      code.rawValue,
      path: place?.path,
      line: place?.line,
      column: place?.column,
      id: group.subject,
      message: message,
      fix: fix(of: unmatched, code, nearest),
      values: [(key: "event", value: .text(unmatched.event.description))]
        + (code == .unknownDuty ? [(key: "count", value: .number(group.events.count))] : [])
        + (nearest.isEmpty ? [] : [(key: "nearest", value: .texts(nearest))])
    )
  }

  private func fix(of unmatched: Unmatched, _ code: CheckCode, _ nearest: [String]) -> Message {
    let undo = "duty undo \(unmatched.event.line.short)"
    switch code {
    case .bareDuty where !nearest.isEmpty:
      let names = Message.list(nearest.map { .verbatim($0) }, .or)
      return Message(
        en: "\(command: undo), then record it again for \(names)",
        zh: "\(command: undo)，再按\(names)重新记录"
      )
    case .unknownDuty:
      // What was recorded is right for all that is known: it is the duty that is gone.
      guard let reference = Reference(unmatched.subject), requirements(of: reference) == nil else {
        return Message(en: "restore it in the checklist", zh: "请在清单里恢复它")
      }
      let formerly = "\"formerly\": [\"\(reference.duty)\"]"
      return Message(
        en:
          "restore it in the checklist, or write \(command: formerly) in the duty that took its place",
        zh: "请在清单里恢复它，或在接替它的职责里写 \(command: formerly)"
      )
    case .noPeriod:
      return Message(
        en: "\(command: undo), then record it again with \(command: "--for <period>")",
        zh: "\(command: undo)，再用 \(command: "--for <期间>") 重新记录"
      )
    default:
      return Message(
        en: "\(command: undo), then record it again",
        zh: "\(command: undo)，再重新记录"
      )
    }
  }

  private func describe(
    _ group: Group,
    _ isSuggesting: Bool
  ) -> (code: CheckCode, message: Message, nearest: [String]) {
    let subject = group.subject
    switch group.first.reason {
    case .unknownReference:
      if let names = requirements(ofDuty: subject) {
        return (
          .bareDuty,
          Message(
            en:
              "record for the duty \(quoted: subject) without saying which requirement; not counted",
            zh: "记录只写了职责\(quoted: subject)，没有写明是哪项要求，未计入"
          ), names
        )
      }
      let nearest = isSuggesting ? nearest(to: subject) : []
      let hint =
        nearest.first.map {
          Message(en: "; the nearest id is \(quoted: $0)", zh: "；最接近的编号是\(quoted: $0)")
        } ?? .empty
      return (
        .unknownDuty,
        Message(
          en:
            "\(group.events.count, "record", "records") for \(quoted: subject), which does not exist; not counted\(hint)",
          zh: "\(group.events.count)条记录所记的\(quoted: subject)不存在，未计入\(hint)"
        ), nearest
      )
    case .unknownPeriod where subject.hasSuffix("@?"):
      let name = String(subject.dropLast(2))
      return (
        .noPeriod,
        Message(
          en: "record for \(quoted: name) without saying which period; not counted",
          zh: "所记的\(quoted: name)没有写明是哪一期，未计入"
        ), []
      )
    case .unknownPeriod:
      return (
        .unknownPeriod,
        Message(
          en: "record for \(quoted: subject), a period the duty does not have; not counted",
          zh: "所记的\(quoted: subject)没有这一期，未计入"
        ), []
      )
    case .noOwner:
      return (
        .unknownPerson,
        Message(
          en:
            "record for \(quoted: subject) names no person, though each of several owes it; not counted",
          zh: "所记的\(quoted: subject)由几个人各自完成，没有写明是谁的，未计入"
        ), []
      )
    case .unknownOwner:
      return (
        .unknownPerson,
        Message(
          en: "record for \(quoted: subject), who does not owe it; not counted",
          zh: "所记的\(quoted: subject)不由此人负责，未计入"
        ), []
      )
    case .unknownFinding:
      return (
        .unknownFinding,
        Message(
          en: "record about the finding \(subject), which does not exist",
          zh: "所指的问题 \(subject) 不存在"
        ), []
      )
    case .unknownEvent:
      return (
        .unknownEvent,
        Message(
          en: "takes back the record \(subject), which does not exist",
          zh: "所撤销的记录 \(subject) 不存在"
        ), []
      )
    }
  }

  /// The full names of the requirements of a duty, if it is the duty that is named and nothing of
  /// it; records are always about requirements.
  private func requirements(ofDuty subject: String) -> [String]? {
    guard let reference = Reference(subject), reference.requirement == nil else { return nil }
    return requirements(of: reference)
  }

  private func requirements(of reference: Reference) -> [String]? {
    guard let number = register.item(reference) else { return nil }
    let item = register.items[number]
    return (item.obligations.isEmpty ? item.otherObligations : item.obligations)
      .map { register.obligations[$0].reference.description }
  }

  /// The full name that a name is nearest to: a requirement of the duty if there is that duty, else
  /// of the same letters if there is one, else of those that are spelled much alike.
  private func nearest(to subject: String) -> [String] {
    guard let reference = Reference(subject) else { return [] }
    if let names = requirements(of: reference) { return Array(names.prefix(1)) }
    let own = register.items.filter { register.checklist(of: $0).id == reference.checklist }
    if let parts = NewIdentifier.parts(reference.duty) {
      let similar = own.compactMap { item -> (id: String, distance: UInt)? in
        guard let other = NewIdentifier.parts(item.duty.id), other.stem == parts.stem else {
          return nil
        }
        let (difference, overflows) = other.number.subtractingReportingOverflow(parts.number)
        return overflows ? nil : (item.duty.id, difference.magnitude)
      }
      if let best = similar.min(by: { $0.distance < $1.distance }) {
        return ["\(reference.checklist)/\(best.id)"]
      }
    }
    return (own.isEmpty ? register.items : own).map { register.reference(of: $0).description }
      .nearest(to: reference.whole.description, limit: 1)
  }

  private mutating func addIfInFuture(_ event: Event) {
    let day: Day?
    switch event.action {
    case .done(_, let on, _), .note(_, let on), .cause(_, let on), .start(_, let on): day = on
    case .sign(_, let signature): day = signature.on
    default: day = nil
    }
    guard let day, day > clockDay, let place = workspace.journal.place(of: event) else { return }
    let undo = "duty undo \(event.id.line.short)"
    add(
      ProblemList.Entry(
        .warning,
        CheckCode.futureDay.rawValue,
        path: place.path,
        line: place.line,
        column: place.column,
        id: event.id.description,
        message: Message(
          en: "record of \(day.description), which is after today",
          zh: "记录的日期 \(day.description) 在今天之后"
        ),
        fix: Message(
          en: "if the day is wrong: \(command: undo), then record it again",
          zh: "若日期有误：\(command: undo)，再重新记录"
        ),
        values: [(key: "on", value: .text(day.description))]
      )
    )
  }
}
