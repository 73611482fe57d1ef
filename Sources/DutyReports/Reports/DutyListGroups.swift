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
      for section in sections {
        for run in section.runs { places.append(contentsOf: run) }
      }
      return places
    }
  }

  struct SectionGroup {
    let id: String?
    let title: String
    fileprivate var runs: [Range<Int>] = []

    /// The places of its duties in the list.
    var places: some Sequence<Int> { runs.joined() }
  }

  private(set) var checklists: [ChecklistGroup] = []

  init(_ statuses: ArraySlice<DutyStatus>, in register: Register) {
    var last: (edition: Int, tier: Int, section: Int)?
    var start = statuses.startIndex
    for place in statuses.indices {
      let number = statuses[place].item
      let item = (
        register.items[number].edition, register.items[number].tier, register.items[number].section
      )
      // Neighbours mostly stand under the same headings.
      if let last, last == item { continue }
      add(start..<place, of: statuses, in: register)
      last = item
      start = place
    }
    add(start..<statuses.endIndex, of: statuses, in: register)
  }

  /// Adds duties of one section of the documents.
  private mutating func add(
    _ run: Range<Int>,
    of statuses: ArraySlice<DutyStatus>,
    in register: Register
  ) {
    guard let first = run.first else { return }
    let item = register.items[statuses[first].item]
    let place = makePlace(for: item, in: register)
    checklists[place.checklist].tiers[place.tier].sections[place.section].runs.append(run)
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
