import DutyModel
import TerminalText

extension Collector {
  /// What is gathered of a requirement.
  struct Gathered {
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

  func add(
    _ occurrence: Occurrence,
    _ told: Set<String>,
    isHandedOn: Bool,
    to gathered: inout Gathered
  ) {
    gathered.figures.count(occurrence, isYearOver: isYearOver, asOf: asOf)
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
      gathered.add(record, isReturned: standings[id] == .returned)
      gathered.add(cause(event, by: owner, for: occurrence, record))
    }
    if let rescheduled, occurrence.due != occurrence.originalDue {
      gathered.reschedules.append(
        RequirementFacts.Reschedule(
          occurrence: occurrence,
          event: rescheduled.event,
          reason: rescheduled.reason
        )
      )
    }
    if let reason = occurrence.waivedFor {
      gathered.waivers.append(waiver(reason, lastWaive, of: occurrence))
    }
    gathered.signatures += occurrence.signatures.map {
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

  func addUndated(_ number: Int, _ told: Set<String>, to gathered: inout Gathered) {
    // Where each of several owes it, only the work of one of them is returned.
    var returned: [String?: EventID] = [:]
    func seat(_ owner: String?) -> String? { owner.flatMap { register.seat(of: $0, in: number) } }
    for place in undated[number] ?? [] {
      let event = register.effects.events[place.event]
      let target = event.action.targets[place.target]
      let isOfYear = target.period.map { $0 == .year(year) } ?? true
      if case .reopen = event.action, isOfYear { returned[seat(target.owner)] = event.id }
      if case .waive = event.action, isOfYear { gathered.waiveEvent = event }
      guard let day = event.action.workDay, day.year == year, day <= asOf else { continue }
      let record = record(event, by: target.owner, for: nil, nil, late: nil, told)
      gathered.add(record)
      gathered.add(cause(event, by: target.owner, for: nil, record))
    }
    if returned.isEmpty { return }
    let isReturned = gathered.records.map { record in
      returned[seat(record.owner)].map { record.event < $0 } ?? false
    }
    let marked = zip(gathered.records, isReturned)
    gathered.returned = marked.filter { $0.kind == .done && $1 }.map(\.0)
    gathered.records = marked.filter { !$1 }.map(\.0)
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

  func waiver(
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

extension Action {
  /// The day of work, or of saying why there is none.
  fileprivate var workDay: Day? {
    switch self {
    case .done(_, let on, _), .note(_, let on), .cause(_, let on), .start(_, let on): on
    default: nil
    }
  }
}
