import DutyModel
import DutyStore

/// Why there is no checklist of a name: the file that holds it may be there and not be readable.
extension CommandError {
  /// The refusal of a name that no checklist has that can be read.
  ///
  /// - Parameters:
  ///   - typed: The name as it was typed.
  ///   - workspace: The workspace.
  /// - Returns: What is wrong with the file of the checklist; else that any file that cannot be read
  ///   may be the one; else that there is no such checklist.
  static func unknownChecklist(_ typed: String, in workspace: Workspace) -> CommandError {
    let id = Identifier.folded(typed)
    if let problem = workspace.problem(ofChecklist: id) { return .brokenChecklist(id, problem) }
    let possible = workspace.files.filter { $0.mayBeUnread(id) }.map(\.path)
    guard possible.isEmpty else { return .uncertainChecklist(typed, unreadable: possible) }
    return .noChecklist(typed, known: workspace.checklists.ids)
  }
}

extension Opened {
  /// The id of a checklist that there is, by the name that was typed.
  ///
  /// - Throws: Why there is none.
  func checklistID(_ typed: String) throws(CommandError) -> String {
    let id = Identifier.folded(typed)
    guard register.checklists.contains(where: { $0.id == id }) else {
      throw .unknownChecklist(typed, in: workspace)
    }
    return id
  }
}

extension Workspace {
  /// What makes a checklist unusable, if a file is known to be of it by the id that it states or,
  /// where it states none that can be read, by its name.
  func problem(ofChecklist id: String) -> Problem? {
    let errors = problems.filter { $0.severity == .error }
    for file in files where file.checklist == nil {
      guard (file.statedID ?? file.nameWithoutSuffix) == id else { continue }
      let own = errors.first { $0.place.path == file.path }
      if let problem = own ?? errors.first(where: { $0.other?.path == file.path }) {
        return problem
      }
    }
    return nil
  }
}

extension ChecklistFile {
  /// Whether it cannot be read and may be of a checklist, as it states no other id.
  func mayBeUnread(_ id: String) -> Bool {
    checklist == nil && (statedID ?? id) == id
  }

  fileprivate var nameWithoutSuffix: String {
    let name = Path.name(of: path)
    return name.hasSuffix(".json") ? String(name.dropLast(5)) : name
  }
}
