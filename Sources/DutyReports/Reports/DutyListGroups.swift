import DutyModel

/// Duties under the headings of their checklists, tiers and sections.
///
/// Editions of one checklist share its heading, and so do their tiers and sections of one id.
struct DutyListGroups {
  /// The duties of one section; next to it stand the others of its tier, and next to those the
  /// other tiers of its checklist.
  struct Group {
    /// The first of its duties, by the number in the register, which tells its headings.
    let item: Int
    fileprivate let checklist: String
    fileprivate let tier: String
    fileprivate let section: String?
    /// The places of its duties in the list.
    fileprivate(set) var places: [Int] = []
  }

  private(set) var groups: [Group] = []

  init(_ statuses: ArraySlice<DutyStatus>, in register: Register) {
    var last: (edition: Int, tier: Int, section: Int)?
    var group = 0
    for place in statuses.indices {
      let number = statuses[place].item
      let item = (
        register.items[number].edition, register.items[number].tier, register.items[number].section
      )
      // Neighbours mostly stand under the same headings.
      if last.map({ $0 != item }) ?? true {
        last = item
        group = makeGroup(for: number, in: register)
      }
      groups[group].places.append(place)
    }
  }

  /// The group of a duty; a new one stands behind those that share most of its headings.
  private mutating func makeGroup(for number: Int, in register: Register) -> Int {
    let item = register.items[number]
    let new = Group(
      item: number,
      checklist: register.checklists[item.edition].id,
      tier: register.checklists[item.edition].tiers[item.tier].id,
      section: register.section(of: item).id
    )
    if let group = groups.firstIndex(where: { $0.sharesTier(new) && $0.section == new.section }) {
      return group
    }
    let neighbour =
      groups.lastIndex { $0.sharesTier(new) } ?? groups.lastIndex { $0.checklist == new.checklist }
      ?? groups.endIndex - 1
    groups.insert(new, at: neighbour + 1)
    return neighbour + 1
  }

  /// Whether a group, by its place, needs the heading of a checklist.
  func beginsChecklist(_ place: Int) -> Bool {
    place == 0 || groups[place - 1].checklist != groups[place].checklist
  }

  /// The groups of a tier.
  ///
  /// - Parameter first: The place of the first of them.
  /// - Returns: All of them, one after the other.
  func tier(from first: Int) -> ArraySlice<Group> {
    let rest = groups[first...]
    return rest.prefix { $0.sharesTier(groups[first]) }
  }
}

extension DutyListGroups.Group {
  fileprivate func sharesTier(_ other: DutyListGroups.Group) -> Bool {
    tier == other.tier && checklist == other.checklist
  }
}
