package import DutyModel

/// What events are asked for: those about requirements, sections and findings, and single lines.
package struct EventSubjects: Sendable {
  /// The numbers of requirements in the register.
  package var obligations: Set<Int> = []
  /// Occurrences of requirements, of which only what was recorded for them is asked for.
  package var occurrences: Set<Place> = []
  /// The full ids of sections, of which the scores are asked for.
  package var sections: Set<String> = []
  /// The ids of findings.
  package var findings: Set<EventID> = []
  /// The ids of lines of the journal.
  package var lines: Set<EventID> = []

  /// An occurrence of a requirement, whoever owes it.
  package struct Place: Hashable, Sendable {
    /// The number of the requirement in the register.
    let obligation: Int
    let period: Period?

    package init(obligation: Int, period: Period?) {
      self.obligation = obligation
      self.period = period
    }
  }

  package init() {}

  /// The subjects of the page of a duty.
  package init(duty item: Register.Item) {
    obligations = Set(item.obligations)
  }
}

extension EventSubjects {
  /// The events about the subjects, and those that take one of them back.
  ///
  /// A line that is asked for brings what it took back and what took it back.
  ///
  /// - Parameters:
  ///   - events: All events, ascending by id.
  ///   - register: The register made of them.
  /// - Returns: Those events, in the same order.
  package func events(among events: [Event], in register: Register) -> [Event] {
    let asked = lines.isEmpty ? [] : chains(events)
    var chosen = asked
    var findings = findings
    for status in register.findings
    where status.finding.about.contains(where: { isAsked($0, register) }) {
      findings.insert(status.id)
    }
    return events.filter { event in
      let isWanted: Bool
      switch event.action {
      case .assign(let references, _):
        isWanted = references.contains { isAsked($0, register) }
      case .finding(let finding):
        if finding.about.contains(where: { isAsked($0, register) }) { findings.insert(event.id) }
        isWanted = findings.contains(event.id)
      case .findingUpdate(let id, _), .findingClose(let id, _), .findingReopen(let id, _):
        isWanted = findings.contains(id)
      case .undo(let id, _):
        isWanted = chosen.contains(id)
      case .done, .note, .cause, .start, .waive, .reopen, .reschedule, .sign:
        isWanted = event.action.targets.contains {
          isAsked($0.to, register) || isAsked($0, register)
        }
      case .score(let section, _, _, _):
        isWanted = sections.contains(section)
      case .unknown:
        isWanted = false
      }
      // An undo is younger than what it takes back, so one pass in the order of ids is enough.
      if isWanted { chosen.insert(event.id.line) }
      return isWanted || asked.contains(event.id.line)
    }
  }

  /// The lines asked for, and those they took back, and so on.
  private func chains(_ events: [Event]) -> Set<EventID> {
    var chains = lines
    for event in events.reversed() {
      if case .undo(let target, _) = event.action, chains.contains(event.id.line) {
        chains.insert(target.line)
      }
    }
    return chains
  }

  private func isAsked(_ target: Target, _ register: Register) -> Bool {
    if occurrences.isEmpty { return false }
    guard let number = register.obligation(target.to) else { return false }
    return occurrences.contains(Place(obligation: number, period: target.period))
  }

  private func isAsked(_ reference: Reference, _ register: Register) -> Bool {
    if obligations.isEmpty { return false }
    if let number = register.obligation(reference) { return obligations.contains(number) }
    guard reference.requirement == nil, let item = register.item(reference) else { return false }
    return register.items[item].obligations.contains { obligations.contains($0) }
  }
}
