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

    var entries: [DutyList.Entry] {
      sections.count == 1 ? sections[0].entries : sections.flatMap(\.entries)
    }
  }

  struct SectionGroup {
    let id: String?
    let title: String
    var entries: [DutyList.Entry] = []
  }

  private(set) var checklists: [ChecklistGroup] = []

  init(_ entries: ArraySlice<DutyList.Entry>, in register: Register) {
    var last: (edition: Int, tier: Int, section: Int)?
    var place = (checklist: 0, tier: 0, section: 0)
    for entry in entries {
      let item = register.items[entry.status.item]
      // Neighbours mostly stand under the same headings.
      if last.map({ $0 != (item.edition, item.tier, item.section) }) ?? true {
        last = (item.edition, item.tier, item.section)
        place = makePlace(for: item, in: register)
      }
      checklists[place.checklist].tiers[place.tier].sections[place.section].entries.append(entry)
    }
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
