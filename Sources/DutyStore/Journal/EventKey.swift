internal import StrictJSON

/// The keys of an event of version 1, in the order in which they are written.
enum EventKey: String, CaseIterable, Sendable {
  case version = "v"
  case id, at, by, key
  case previous = "prev"
  case type, targets, section, year, score, finding, event
  case number, title, text, source, cause, measure
  case from, owner, departments, replaces
  case due, on, count, signer, opinion, seen, about
  case set, note, quantities, documents, confirmedBy, reason, events

  static let table = KeyTable<EventKey>()
}

/// The keys of a target.
enum TargetKey: String, CaseIterable, Sendable {
  case to
  case period = "for"
  case owner

  static let table = KeyTable<TargetKey>()
}

/// The types of event of version 1.
enum EventType: String, CaseIterable, Sendable {
  case done, note, start, waive, reopen, reschedule, assign, sign, score, finding
  case findingUpdate = "finding-update"
  case findingClose = "finding-close"
  case findingReopen = "finding-reopen"
  case undo, batch

  static let table = KeyTable<EventType>()
}

/// The longest line of a journal, in bytes.
let maximumLineBytes = 16 << 20

extension JSONPolicy {
  /// The policy for a line of a journal.
  static let journalLine = JSONPolicy(maximumBytes: maximumLineBytes, allowsByteOrderMark: false)
}
