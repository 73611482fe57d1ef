import DutyModel

/// A tier or a section as it is named on the command line: by its id, bare or with its checklist as
/// it is printed, or by words of the document.
///
/// Ids are folded to lower case and half width.
struct PlaceName {
  private let typed: String
  /// The id inside the checklist.
  private let id: String
  /// The checklist that stands before the id, if one does.
  private let checklist: String?

  init(_ typed: String) {
    self.typed = typed
    let folded = Identifier.folded(typed)
    let slash = folded.firstIndex(of: "/")
    checklist = slash.map { String(folded[..<$0]) }
    id = slash.map { String(folded[folded.index(after: $0)...]) } ?? folded
  }

  /// Whether a tier is meant: by its id, its kind or its title.
  func isName(of tier: Tier, in checklistID: String) -> Bool {
    isID(tier.id, in: checklistID) || checklist == nil && tier.kind.rawValue == id
      || tier.title == typed
  }

  /// Whether a section is meant: by its id or a part of its title.
  ///
  /// Duties right under a tier are a section that has the id of the tier.
  func isName(of section: Section, under tier: Tier, in checklistID: String) -> Bool {
    isID(section.id ?? tier.id, in: checklistID) || section.title.contains(typed)
  }

  /// Whether an id of a checklist is meant.
  func isID(_ other: String, in checklistID: String) -> Bool {
    id == other && (checklist == nil || checklist == checklistID)
  }
}
