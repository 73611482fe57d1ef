import DutyModel

/// What occurrences may be sorted by; among equals the order of the list stays.
package enum OccurrenceOrder: String, CaseIterable, Sendable {
  /// By due day.
  case due
  /// By checklist and id; numbers inside ids by their value.
  case id
  /// By the code points of the name, those without one last.
  case owner
  /// By the code points of the title.
  case title
}

extension OccurrenceOrder {
  /// Sorts occurrences; whatever is compared is made only once for each of them.
  func sorted(_ occurrences: [Occurrence]) -> [Occurrence] {
    switch self {
    case .due: occurrences.sorted(byKey: { $0.due })
    case .id:
      occurrences.sorted(byKey: { occurrence in
        IDKey(checklist: occurrence.reference.checklist, duty: occurrence.reference.item)
      })
    case .owner: occurrences.sorted(byKey: { TextKey($0.owner) })
    case .title: occurrences.sorted(byKey: { TextKey($0.requirement.title) })
    }
  }
}
