import DutyModel

/// Finds what the name of a record means: its id, or the id's last 6 characters or more.
///
/// A member of a batch is named by its line, with or without the number behind it.
struct EventResolver {
  private let lines: [EventID]

  /// - Parameter events: All events, ascending by id.
  init(_ events: [Event]) {
    var lines: [EventID] = []
    for event in events where lines.last != event.id.line { lines.append(event.id.line) }
    self.lines = lines
  }

  /// The line of the journal that a word names.
  ///
  /// - Throws: `noEvent`, or `ambiguousEvent` if several ids end in the same characters.
  func line(_ typed: String) throws(CommandError) -> EventID {
    let name = Identifier.folded(typed)
    let end =
      name.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
      .first.map(String.init) ?? name
    guard end.utf8.count >= 6 else { throw .noEvent(typed) }
    let found = lines.filter { Identifier.folded($0.description).hasSuffix(end) }
    if found.count > 1 { throw .ambiguousEvent(typed, found) }
    guard let line = found.first else { throw .noEvent(typed) }
    return line
  }
}
