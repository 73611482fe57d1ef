import DutyModel
import DutyStore
import StrictJSON

/// The duties of which somebody confirmed that a word such as 定期 in their text names no cycle.
///
/// It changes nothing of what is owed, only what is still asked; so it is no part of the model, and
/// a program that does not know the key goes on asking.
struct CycleConfirmations {
  /// The key of a duty that says so.
  static let key = "noCycle"

  private let file: ChecklistFile
  /// Where the objects of the confirmed duties begin.
  private let offsets: Set<Int>

  /// - Parameter file: The file; one that cannot be read confirms nothing.
  init(_ file: ChecklistFile) {
    self.file = file
    // Few files say it of any duty; the others are not read a second time.
    let hasKey = file.bytes.contains(Array("\"\(CycleConfirmations.key)\"".utf8))
    guard hasKey, let root = try? JSONValue(file.bytes.span) else {
      offsets = []
      return
    }
    var offsets: Set<Int> = []
    for tier in root["tiers"]?.elements ?? [] {
      for level in [tier] + (tier["sections"]?.elements ?? []) {
        for duty in level["duties"]?.elements ?? [] where CycleConfirmations.isConfirmed(duty) {
          offsets.insert(duty.range.lowerBound)
        }
      }
    }
    self.offsets = offsets
  }

  /// Whether the object of a duty says so.
  static func isConfirmed(_ duty: JSONValue?) -> Bool {
    if case .bool(true)? = duty?[key]?.content { true } else { false }
  }

  /// Whether a duty of the file is confirmed.
  func contains(_ duty: Reference) -> Bool {
    guard !offsets.isEmpty, let offset = file.offset(of: duty) else { return false }
    return offsets.contains(offset)
  }

  /// The confirmations of each edition that can be read, in the order of the register's checklists.
  static func all(in workspace: Workspace) -> [CycleConfirmations] {
    workspace.files.filter { $0.checklist != nil }.map(CycleConfirmations.init)
  }
}
