package import DutyModel
internal import StrictJSON

/// A file of `checklists/`: its bytes, and what they say.
package struct ChecklistFile: Sendable {
  /// The path relative to the workspace, such as `checklists/township.json`.
  package let path: String
  package let bytes: [UInt8]
  /// What the file says, or `nil` if it has an error.
  package internal(set) var checklist: Checklist?
  package internal(set) var problems: [Problem]
  /// The id that the file states, also if it has an error; `nil` if none could be read.
  package let statedID: String?
  /// The ids that were once used and must not come back.
  package let removedIDs: [String]

  /// The offset of each duty's object, in the checklist's order.
  let dutyOffsets: [UInt32]
  /// The offset of each requirement's object, or of its duty's if the duty has the schedule.
  let requirementOffsets: [UInt32]

  /// Reads a checklist, and finds as many of its problems as can be found at once.
  package init(path: String, bytes: [UInt8]) {
    var reader = ChecklistReader(path: path)
    reader.read(bytes)
    self.path = path
    self.bytes = bytes
    checklist = reader.checklist
    problems = reader.problems
    statedID = reader.root.id.flatMap { Identifier.isChecklist($0) ? $0 : nil }
    removedIDs = reader.removedIDs
    dutyOffsets = reader.dutyOffsets
    requirementOffsets = reader.requirementOffsets
  }

  /// A file that could not be read at all.
  init(path: String, unreadable problem: Problem) {
    self.path = path
    bytes = []
    checklist = nil
    problems = [problem]
    statedID = nil
    removedIDs = []
    dutyOffsets = []
    requirementOffsets = []
  }

  /// The line and the column of a duty or a requirement, if the file has it.
  package func place(of reference: Reference) -> FilePlace? {
    offset(of: reference).map { FilePlace(path: path, offset: $0, in: bytes.span) }
  }

  /// The offset in bytes of the object of a duty or a requirement, if the file has it.
  package func offset(of reference: Reference) -> Int? {
    guard let checklist, checklist.id == reference.checklist else { return nil }
    var duties = 0
    var requirements = 0
    for tier in checklist.tiers {
      for section in tier.sections {
        for duty in section.duties {
          guard duty.id == reference.duty else {
            duties += 1
            requirements += duty.requirements.count
            continue
          }
          guard let letter = reference.requirement else {
            return duties < dutyOffsets.count ? Int(dutyOffsets[duties]) : nil
          }
          guard let index = duty.requirements.firstIndex(where: { $0.id == letter }) else {
            return nil
          }
          let place = requirements + index
          return place < requirementOffsets.count ? Int(requirementOffsets[place]) : nil
        }
      }
    }
    return nil
  }
}
