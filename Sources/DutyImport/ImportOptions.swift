package import DutyModel

/// What the person who imports says about the checklist, and the document does not.
package struct ImportOptions: Sendable {
  /// The id of the new checklist; it must follow the grammar of ids.
  package var id: String
  /// The title; the document's own if it is `nil`.
  package var title: String?
  /// Whose document it is.
  package var organization: String?
  /// The days on which the checklist holds.
  package var effective: DayRange

  package init(
    id: String,
    title: String? = nil,
    organization: String? = nil,
    effective: DayRange = .always
  ) {
    self.id = id
    self.title = title
    self.organization = organization
    self.effective = effective
  }
}
