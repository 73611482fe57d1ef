import DutyModel
import TerminalText

extension Collector {
  /// The findings of the checklist that were open in the year, in the order of recording.
  ///
  /// One that names no duty belongs to the checklist in which its owner answers for something; if
  /// nobody knows the owner, to all.
  func findings() -> [FindingFacts] {
    let (first, last) = (Day.firstDay(ofYear: year), Day.lastDay(ofYear: year))
    var owners: [String: Set<String>]?
    return register.findings.compactMap { status in
      guard status.finding.on <= last else { return nil }
      if let closure = status.closure, closure.on < first { return nil }
      if status.finding.about.isEmpty {
        let known = owners ?? self.owners()
        owners = known
        let places = status.finding.owner.flatMap { known[$0] } ?? []
        guard places.isEmpty || places.contains(checklist.id) else { return nil }
      } else {
        guard status.finding.about.contains(where: { $0.checklist == checklist.id }) else {
          return nil
        }
      }
      return facts(of: status)
    }
  }

  private func facts(of status: FindingStatus) -> FindingFacts {
    var progress: [FindingFacts.Progress] = []
    var closure: EventID?
    for id in status.events {
      guard let event = event(id) else { continue }
      switch event.action {
      case .findingUpdate:
        let words = particulars.words(of: event)
        if let note = NoteText(words.note, language: language),
          let day = Day(String(words.at.prefix(10))), day <= asOf
        {
          progress.append(FindingFacts.Progress(event: id, on: day, note: note))
        }
      case .findingClose: if status.state == .closed { closure = id }
      default: break
      }
    }
    let prefix = "\(checklist.id)/"
    let number = status.finding.number.map {
      $0.hasPrefix(prefix) && $0.count > prefix.count ? String($0.dropFirst(prefix.count)) : $0
    }
    return FindingFacts(
      status: status,
      name: number ?? status.short,
      title: NoteText(status.finding.title, language: language)?.text ?? status.finding.title,
      progress: progress,
      closure: closure
    )
  }

  /// The checklists in which each person answers for something.
  private func owners() -> [String: Set<String>] {
    var result: [String: Set<String>] = [:]
    let day = register.undatedDay
    for (number, obligation) in register.obligations.enumerated() {
      let id = obligation.reference.checklist
      if let owner = register.owner(of: number, on: day) { result[owner, default: []].insert(id) }
      for name in register.persons(of: number, on: day) { result[name, default: []].insert(id) }
    }
    return result
  }
}
