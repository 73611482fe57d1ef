import DutyModel
import TerminalText

extension DutyPage {
  /// What there is to show: the work recorded for the year, by day.
  func addRecords(to page: inout PageText) {
    let year = register.year
    let records = events.filter { register.effects.holds($0.event.id) }
      .compactMap { stored in record(stored).map { (stored, $0) } }
      .sorted { ($0.1, $0.0.event.id) < ($1.1, $1.0.event.id) }
    guard !records.isEmpty else {
      page.addSpace()
      page.add(Message(en: "No records of \(year) yet", zh: "\(year)年还没有记录"))
      return
    }
    let uncounted = uncounted
    page.begin(Message(en: "Records of \(year)", zh: "\(year)年的记录"))
    page.add(
      PageText.Table(
        columns: [
          .init(id: "day"), .init(id: "weekday"), .init(id: "id"), .init(id: "what"),
          .init(id: "who"),
        ],
        rows: records.map { stored, day in
          [
            .verbatim(self.day(day)),
            day.weekday.word,
            label(stored.event, on: day),
            words(stored, uncounted),
            .verbatim(stored.particulars.by),
          ]
        },
        narrowing: [.wrap("what", to: 20), .drop("weekday"), .wrap("what", to: 10)]
      )
    )
  }

  /// Why records of the occurrences looked at do not count, for those that do not.
  private var uncounted: [EventID: Message] {
    var reasons: [EventID: Message] = [:]
    for occurrence in status.requirements.flatMap({ occurrences($0) }) {
      for record in register.records(of: occurrence) {
        switch record.standing {
        case .counted: continue
        case .returned:
          reasons[record.event] = Message(en: "returned, not counted", zh: "已退回，不计")
        case .tooClose(let days):
          reasons[record.event] = Message(
            en: "only \(days) days after the last, not counted",
            zh: "距上次只有\(days)天，不计"
          )
        }
      }
    }
    return reasons
  }

  /// The day of work of the year; `nil` for every other event.
  private func record(_ stored: StoredEvent) -> Day? {
    let action = stored.event.action
    switch action {
    case .done(let targets, let on, _), .note(let targets, let on), .cause(let targets, let on),
      .start(let targets, let on):
      let years = own(targets).compactMap(\.period?.lastDay.year)
      guard on <= register.today else { return nil }
      return on.year == register.year || years.contains(register.year) ? on : nil
    case .waive, .reopen, .reschedule, .assign, .sign, .score, .finding, .findingUpdate,
      .findingClose, .findingReopen, .undo, .unknown:
      return nil
    }
  }

  /// Those of the occurrences that are of this duty.
  private func own(_ targets: [Target]) -> [Target] {
    targets.filter { target in
      register.obligation(target.to).map { item.obligations.contains($0) } ?? false
    }
  }

  /// A day without its year, where the heading names it.
  private func day(_ day: Day) -> String {
    day.year == register.year ? day.monthAndDay : day.description
  }

  /// The requirements, with the occurrence where the day does not tell it.
  private func label(_ event: Event, on day: Day) -> Message {
    let names = own(event.action.targets).map { target -> Message in
      let name = name(target) + (isTold(target, on: day) ? "" : suffix(target.period))
      guard let owner = target.owner else { return .verbatim(name) }
      return Message(en: "\(name) (\(owner))", zh: "\(name)（\(owner)）")
    }
    return .joined(names, separator: .verbatim(" "))
  }

  /// Whether the day of the work, or there being only one this year, tells the occurrence.
  private func isTold(_ target: Target, on day: Day) -> Bool {
    guard let period = target.period else { return true }
    if let unit = period.unit, Period(unit, containing: day) == period { return true }
    guard day.year == register.year, let number = register.obligation(target.to) else {
      return false
    }
    return register.periods(of: number, year: register.year).allSatisfy { $0 == period }
  }

  private func suffix(_ period: Period?) -> String { period.map { "@\($0)" } ?? "" }

  private func name(_ target: Target) -> String {
    register.obligation(target.to).map { names.item(register.obligations[$0].reference) }
      ?? target.to.item
  }

  private func words(_ stored: StoredEvent, _ uncounted: [EventID: Message]) -> Message {
    let particulars = stored.particulars
    switch stored.event.action {
    case .done(let targets, _, let count):
      let title = own(targets).first.flatMap { register.obligation($0.to) }
        .map { register.obligations[$0].requirement.title }
      let words = particulars.words(title: title)
      var parts = [words]
      if count != 1 { parts.append(Message(en: "counts \(count)", zh: "计\(count)次")) }
      if let reason = uncounted[stored.event.id] { parts.append(reason) }
      return .joined(parts, separator: Message(en: "; ", zh: "；"))
    case .start:
      return prefixed(Message(en: "begun", zh: "开始办理"), particulars.words())
    case .cause:
      return particulars.words()
    default:
      return prefixed(Message(en: "evidence", zh: "佐证"), particulars.words())
    }
  }

  private func prefixed(_ kind: Message, _ words: Message) -> Message {
    words.isEmpty ? kind : Message(en: "\(kind): \(words)", zh: "\(kind)：\(words)")
  }

  // MARK: - Signatures

  /// Who signed under what, and what is not signed though the duty asks for it.
  func addSignatures(to page: inout PageText) {
    var rows: [[Message]] = []
    var missing: [Message] = []
    for requirement in status.requirements {
      let name = name(of: requirement)
      let occurrences = occurrences(requirement)
      let signed = occurrences.filter { !$0.signatures.isEmpty }
      for occurrence in signed {
        let label = label(of: occurrence, name, among: occurrences)
        rows += occurrence.signatures.map { signature in
          [.verbatim(day(signature.on)), label, words(signature)]
        }
      }
      guard requirement.requirement.signOff else { continue }
      let unsigned = requirement.currents.filter { $0.signatures.isEmpty }
      missing += unsigned.map { label(of: $0, name, among: occurrences) }
    }
    guard !rows.isEmpty || !missing.isEmpty else { return }
    page.begin(Message(en: "Signed off", zh: "签字背书"))
    page.add(
      PageText.Table(
        columns: [.init(id: "day"), .init(id: "id"), .init(id: "what")],
        rows: rows,
        narrowing: [.wrap("what", to: 12)]
      )
    )
    if !missing.isEmpty {
      page.addIndented(
        Message(
          en: "not signed: \(Message.joined(missing, separator: .verbatim(", ")))",
          zh: "\(Message.joined(missing, separator: .verbatim("、")))  未签"
        )
      )
    }
  }

  /// The name of a requirement, with the period where there are several this year, and the person
  /// where each of several owes it.
  private func label(
    of occurrence: Occurrence,
    _ name: String,
    among occurrences: [Occurrence]
  ) -> Message {
    let isOnly = occurrences.allSatisfy { $0.period == occurrence.period }
    let label = isOnly ? name : "\(name)@\(occurrence.period)"
    guard occurrence.isPersonal, let owner = occurrence.owner else { return .verbatim(label) }
    return Message(en: "\(label) (\(owner))", zh: "\(label)（\(owner)）")
  }

  private func words(_ signature: Occurrence.Signature) -> Message {
    let opinion = signature.opinion ?? ""
    let signer = Message.verbatim(signature.signer).with(role: .signed)
    let words: Message =
      opinion.isEmpty
      ? signer : Message(en: "\(signer): \(opinion)", zh: "\(signer)：\(opinion)")
    guard signature.isChanged else { return words }
    let changed = Message(en: "changed since", zh: "签字后有变动").with(role: .changed)
    return Message(en: "\(words) (\(changed))", zh: "\(words)（\(changed)）")
  }

  // MARK: - Findings

  /// The findings about the duty: open ones, and those closed in the year.
  var findings: [FindingStatus] {
    register.findings.filter { status in
      status.finding.about.contains { reference in
        if let number = register.obligation(reference) { return item.obligations.contains(number) }
        guard reference.requirement == nil, let number = register.item(reference) else {
          return false
        }
        return register.items[number].obligations == item.obligations
      }
    }
  }

  func addFindings(to page: inout PageText) {
    let shown = findings.filter {
      $0.state != .closed || $0.closure?.on.year == register.year
    }
    guard !shown.isEmpty else { return }
    page.begin(Message(en: "Findings", zh: "问题"))
    page.add(
      PageText.Table(
        columns: [.init(id: "id"), .init(id: "state"), .init(id: "what")],
        rows: shown.map { status in
          [
            .verbatim(status.short),
            status.stateCell(on: register.today).with(role: status.state.role),
            words(status),
          ]
        },
        narrowing: [.wrap("what", to: 12)]
      )
    )
  }

  private func words(_ status: FindingStatus) -> Message {
    var details: [Message] = []
    if let owner = status.finding.owner { details.append(.verbatim(owner)) }
    if let closure = status.closure, status.state == .closed {
      let day = closure.on.description
      details.append(Message(en: "closed on \(day)", zh: "\(day)销号"))
    } else if let due = status.finding.due {
      details.append(Message(en: "by \(due.description)", zh: "\(due.description)前"))
    }
    guard !details.isEmpty else { return .verbatim(status.finding.title) }
    let list = Message.joined(details)
    return Message(en: "\(status.finding.title) (\(list))", zh: "\(status.finding.title)（\(list)）")
  }
}
