/// Whose occurrences are asked for: persons who answer for them, departments they belong to, or both.
package struct People: Sendable {
  /// The persons, one of whom must answer; anybody if empty.
  package let owners: [String]
  /// The departments, one of which must take part; any if empty.
  package let departments: [String]

  package init(owners: [String], departments: [String]) {
    self.owners = owners
    self.departments = departments
  }

  /// All of them.
  package static let everybody = People(owners: [], departments: [])

  /// Whether something is theirs, by who answers for it and the departments that take part.
  package func includes(_ owner: String?, _ departments: [String]) -> Bool {
    if !owners.isEmpty, !(owner.map(owners.contains) ?? false) { return false }
    return self.departments.isEmpty || self.departments.contains(where: departments.contains)
  }
}
