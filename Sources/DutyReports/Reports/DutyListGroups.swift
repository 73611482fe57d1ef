import DutyModel

/// Duties under the headings of their checklists, tiers and sections.
///
/// Editions of one checklist share its heading, and so do their tiers and sections of one id.
struct DutyListGroups {
  struct ChecklistGroup {
    let checklist: Checklist
    var tiers: [TierGroup] = []
  }

  struct TierGroup {
    let id: String
    let title: String
    var sections: [SectionGroup] = []

    /// The places of its duties in the list.
    var places: [Int] {
      var places: [Int] = []
      for section in sections { places += section.places }
      return places
    }
  }

  struct SectionGroup {
    let id: String?
    let title: String
    /// The places of its duties in the list.
    fileprivate(set) var places: [Int] = []
  }

  private(set) var checklists: [ChecklistGroup] = []

  init(_ entries: ArraySlice<DutyList.Entry>, in register: Register) {
    var last: (edition: Int, tier: Int, section: Int)?
    var start = entries.startIndex
    for place in entries.indices {
      let number = entries[place].status.item
      let item = (
        register.items[number].edition, register.items[number].tier, register.items[number].section
      )
      // Neighbours mostly stand under the same headings.
      if let last, last == item { continue }
      add(start..<place, of: entries, in: register)
      last = item
      start = place
    }
    add(start..<entries.endIndex, of: entries, in: register)
  }

  /// Adds duties of one section of the documents.
  private mutating func add(
    _ run: Range<Int>,
    of entries: ArraySlice<DutyList.Entry>,
    in register: Register
  ) {
    guard let first = run.first else { return }
    let item = register.items[entries[first].status.item]
    let place = makePlace(for: item, in: register)
    checklists[place.checklist].tiers[place.tier].sections[place.section].places += run
  }

  private mutating func makePlace(
    for item: Register.Item,
    in register: Register
  ) -> (checklist: Int, tier: Int, section: Int) {
    let checklist = register.checklist(of: item)
    let tier = register.tier(of: item)
    let section = register.section(of: item)
    let first =
      checklists.firstIndex { $0.checklist.id == checklist.id }
      ?? append(ChecklistGroup(checklist: checklist), to: &checklists)
    let second =
      checklists[first].tiers.firstIndex { $0.id == tier.id }
      ?? append(TierGroup(id: tier.id, title: tier.title), to: &checklists[first].tiers)
    let sections = checklists[first].tiers[second].sections
    let third =
      sections.firstIndex { $0.id == section.id }
      ?? append(
        SectionGroup(id: section.id, title: section.title),
        to: &checklists[first].tiers[second].sections
      )
    return (first, second, third)
  }

  private func append<Group>(_ group: Group, to groups: inout [Group]) -> Int {
    groups.append(group)
    return groups.count - 1
  }
}
