import DutyModel
import DutyReports
import DutyStore

extension Opened {
  /// The events with the words around them and the bytes they were read from.
  func stored(_ events: [Event]) -> [StoredEvent] {
    let journal = workspace.journal
    return events.map { event in
      StoredEvent(
        event,
        journal.particulars(of: event),
        bytes: Array(journal.rawLine(of: event)),
        file: journal.place(of: event)?.path ?? ""
      )
    }
  }

  /// What every answer about the workspace tells of its journal.
  var unreadableLines: Int { workspace.journal.unreadableLines }
}
