import DutyModel
import DutyStore

/// A checklist that records are of and that is not in the workspace, so that what is owed and done
/// by it is missing from every figure.
struct MissingChecklist: Sendable {
  let id: String
  /// The records, in the order of their ids.
  private(set) var records: [EventID]

  fileprivate mutating func add(_ record: EventID) {
    if records.last != record { records.append(record) }
  }
}

extension Opened {
  /// The checklists that records name and that are not here, in the order of their first records.
  ///
  /// A checklist is not missing where a file that cannot be read may be the one. Only records that
  /// found no place are looked at.
  var missingChecklists: [MissingChecklist] {
    var missing: [MissingChecklist] = []
    for unmatched in register.unmatched where unmatched.reason == .unknownReference {
      guard let id = Reference(unmatched.subject)?.checklist, !hasChecklist(id) else { continue }
      if let place = missing.firstIndex(where: { $0.id == id }) {
        missing[place].add(unmatched.event)
      } else {
        missing.append(MissingChecklist(id: id, records: [unmatched.event]))
      }
    }
    return missing
  }

  /// Whether a file is of a checklist, or may be and cannot be read.
  func hasChecklist(_ id: String) -> Bool {
    workspace.files.contains { $0.checklist?.id == id || $0.mayBeUnread(id) }
  }
}
