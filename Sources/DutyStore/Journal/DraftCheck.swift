internal import DutyModel

/// Makes sure that what is written can be read again by every later version.
struct DraftCheck {
  static let longestText = 64 << 10

  /// A text that must say something, on one line.
  func line(_ key: String, _ text: String) throws(DraftError) {
    guard !text.isEmpty else { throw .missing(key: key) }
    guard text.utf8.count <= DraftCheck.longestText else {
      throw .textTooLong(key: key, limit: DraftCheck.longestText)
    }
    guard !text.hasControlCharacter else { throw .controlCharacter(key: key) }
  }

  private func optional(_ key: String, _ text: String?) throws(DraftError) {
    if let text { try line(key, text) }
  }

  private func lines(_ key: String, _ texts: [String]) throws(DraftError) {
    for text in texts { try line(key, text) }
  }

  func draft(_ draft: Draft) throws(DraftError) {
    try optional("key", draft.key)
    try optional("note", draft.note)
    try optional("cause", draft.cause)
    try lines("documents", draft.documents)
    for quantity in draft.quantities {
      try optional("what", quantity.what)
      try line("unit", quantity.unit)
    }
    try action(draft)
  }

  private func action(_ draft: Draft) throws(DraftError) {
    try targets(draft.action)
    switch draft.action {
    case .done(_, _, let count):
      guard (1...maximumCount).contains(count) else { throw .missing(key: "count") }
    case .cause:
      // Without one, or beside evidence, it would be read again as a note.
      guard draft.cause != nil else { throw .missing(key: "cause") }
      guard draft.note == nil, draft.quantities.isEmpty, draft.documents.isEmpty else {
        throw .notRecordable
      }
    case .note, .start: break
    case .waive(_, let reason), .reopen(_, let reason), .reschedule(_, _, let reason):
      try line("reason", reason)
    case .assign(let references, let assignment):
      guard !references.isEmpty else { throw .missing(key: "targets") }
      try optional("owner", assignment.owner)
      try lines("departments", assignment.departments ?? [])
      try optional("replaces", assignment.replaces)
    case .sign(_, let signOff):
      try line("signer", signOff.signer)
      try optional("opinion", signOff.opinion)
    case .score(let section, let year, let thousandths, let reason):
      try line("section", section)
      guard (1...9999).contains(year) else { throw .missing(key: "year") }
      guard (0...maximumScore).contains(thousandths) else { throw .missing(key: "score") }
      try line("reason", reason)
    case .finding(let finding):
      // It has a cause of its own; one key cannot stand twice.
      guard draft.cause == nil else { throw .notRecordable }
      try self.finding(finding)
    case .findingUpdate(_, let change): try self.change(change)
    case .findingClose(_, let closure):
      guard draft.note == nil, draft.documents.isEmpty else { throw .notRecordable }
      try optional("note", closure.note)
      try lines("documents", closure.documents)
      try optional("confirmedBy", closure.confirmedBy)
    case .findingReopen(_, let reason): try line("reason", reason)
    case .undo(_, let reason): try optional("reason", reason)
    case .unknown: throw .notRecordable
    }
  }

  private func targets(_ action: Action) throws(DraftError) {
    switch action {
    case .done, .note, .cause, .start, .waive, .reopen, .reschedule, .sign: break
    case .assign, .score, .finding, .findingUpdate, .findingClose, .findingReopen, .undo, .unknown:
      return
    }
    guard !action.targets.isEmpty else { throw .missing(key: "targets") }
    var seen: Set<Target> = []
    for target in action.targets {
      guard target.to.requirement != nil else { throw .missing(key: "to") }
      guard let period = target.period else { throw .missing(key: "for") }
      guard seen.insert(target).inserted else {
        throw .repeated(key: "targets", "\(target.to)@\(period)")
      }
      try optional("owner", target.owner)
    }
  }

  private func finding(_ finding: Finding) throws(DraftError) {
    try optional("number", finding.number)
    try line("title", finding.title)
    try optional("text", finding.text)
    try optional("source", finding.source)
    try optional("cause", finding.cause)
    try optional("measure", finding.measure)
    try optional("owner", finding.owner)
    try lines("departments", finding.departments)
  }

  private func change(_ change: FindingChange) throws(DraftError) {
    guard change != FindingChange() else { throw .missing(key: "set") }
    let texts = [
      ("number", change.number), ("title", change.title), ("text", change.text),
      ("source", change.source), ("cause", change.cause), ("measure", change.measure),
      ("owner", change.owner),
    ]
    for (key, field) in texts {
      if case .set(let text) = field { try line(key, text) }
      if case .cleared = field, key == "title" { throw .missing(key: key) }
    }
    if case .set(let names) = change.departments { try lines("departments", names) }
  }
}
