/// What a level of a checklist hands down to the levels inside it.
///
/// The nearest level that states a key wins whole: lists are replaced, never merged, and an
/// empty value clears. Only the effective range is narrowed instead of replaced.
package struct Inheritance: Sendable {
  package var responsible = Responsible.nobody
  package var departments: [String] = []
  package var signOff = false
  package var reportTo: [String] = []
  package var effective = DayRange.always

  package init() {}

  /// What one level states; a value that is `nil` is not stated.
  package struct Statement: Sendable {
    package var responsible: Responsible?
    package var departments: [String]?
    package var signOff: Bool?
    package var reportTo: [String]?
    package var effective: DayRange?

    package init() {}
  }

  /// What is handed down by a level that states nothing but who answers.
  package func stating(_ responsible: Responsible) -> Inheritance {
    var result = self
    result.responsible = responsible
    return result
  }

  package func stating(_ statement: Statement) -> Inheritance {
    var result = self
    if let responsible = statement.responsible { result.responsible = responsible }
    if let departments = statement.departments { result.departments = departments }
    if let signOff = statement.signOff { result.signOff = signOff }
    if let reportTo = statement.reportTo { result.reportTo = reportTo }
    if let effective = statement.effective {
      result.effective = effective.intersected(with: self.effective)
    }
    return result
  }
}
