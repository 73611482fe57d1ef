/// What a level of a checklist hands down to the levels inside it.
///
/// The nearest level that states a key wins whole: lists are replaced, never merged, and an
/// empty value clears. Only the effective range is narrowed instead of replaced.
package struct Inheritance: Sendable {
  package var responsible = Responsible.nobody
  /// What else is handed down.
  let conditions: Conditions

  package init() {
    conditions = Conditions()
  }

  init(_ responsible: Responsible, _ conditions: Conditions) {
    self.responsible = responsible
    self.conditions = conditions
  }

  package var departments: [String] { conditions.departments }
  package var signOff: Bool { conditions.signOff }
  package var reportTo: [String] { conditions.reportTo }
  package var effective: DayRange { conditions.effective }

  /// What one level states; a value that is `nil` is not stated.
  package struct Statement: Sendable {
    package var responsible: Responsible?
    package var departments: [String]?
    package var signOff: Bool?
    package var reportTo: [String]?
    package var effective: DayRange?

    package init() {}
  }

  /// What holds below a level: what it states itself, and of the rest what holds above it.
  package func stating(_ statement: Statement) -> Inheritance {
    Inheritance(
      statement.responsible ?? responsible,
      Conditions(
        departments: statement.departments ?? departments,
        signOff: statement.signOff ?? signOff,
        reportTo: statement.reportTo ?? reportTo,
        effective: statement.effective?.intersected(with: effective) ?? effective
      )
    )
  }
}

/// What is handed down besides who answers.
///
/// Nearly all requirements of a document state nothing of it, and share one copy.
final class Conditions: Sendable {
  let departments: [String]
  let signOff: Bool
  let reportTo: [String]
  let effective: DayRange

  init(
    departments: [String] = [],
    signOff: Bool = false,
    reportTo: [String] = [],
    effective: DayRange = .always
  ) {
    self.departments = departments
    self.signOff = signOff
    self.reportTo = reportTo
    self.effective = effective
  }
}
