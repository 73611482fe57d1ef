internal import DutyModel
internal import StrictJSON

/// Ids: those that are not written, and those that are written twice.
extension ChecklistReader {
  /// Gives ids to the tiers, sections and duties that have none; an id that is written stays.
  mutating func giveDefaultIDs(_ bytes: Span<UInt8>) {
    giveTierIDs()
    for tier in tiers {
      var ordinal = 0
      for index in tier.sections where sections[index].isStated {
        ordinal += 1
        guard sections[index].id == nil, let name = tier.id else { continue }
        sections[index].id = name + "-\(ordinal)"
      }
    }
    guard dutyIDs.contains(nil) else { return }
    for kind in Tier.Kind.allCases { giveDutyIDs(kind, bytes) }
  }

  private mutating func giveTierIDs() {
    for kind in Tier.Kind.allCases {
      let same = tiers.indices.filter { tiers[$0].kind == kind }
      for (ordinal, index) in same.enumerated() where tiers[index].id == nil {
        tiers[index].id = same.count == 1 ? "\(kind.letter)0" : "\(kind.letter)0.\(ordinal + 1)"
      }
    }
  }

  /// `g25` where the numbers of all tiers of a kind are different; where they restart, the
  /// ordinal of the tier among those of its kind, or of the section, stands before it: `m2.3`.
  private mutating func giveDutyIDs(_ kind: Tier.Kind, _ bytes: Span<UInt8>) {
    let same = tiers.indices.filter { tiers[$0].kind == kind }
    let all = same.map { tier in tiers[tier].sections.map { sections[$0].duties } }
    guard all.contains(where: { $0.contains { $0.contains { dutyIDs[$0] == nil } } }) else {
      return
    }
    let restartsInAll = repeats(all.flatMap { $0.flatMap { Array($0) } }, bytes)
    var restartsInTier = false
    for tier in all where repeats(tier.flatMap { Array($0) }, bytes) { restartsInTier = true }
    for (tierOrdinal, tier) in same.enumerated() {
      var sectionOrdinal = 0
      for section in tiers[tier].sections {
        sectionOrdinal += 1
        for duty in sections[section].duties where dutyIDs[duty] == nil {
          guard let number = duties[duty].number?.string(in: bytes) else { continue }
          var name = kind.letter
          if restartsInAll, same.count > 1 { name += "\(tierOrdinal + 1)." }
          if restartsInTier { name += "\(sectionOrdinal)." }
          name += Identifier.folded(number)
          guard Identifier.isItem(name) else {
            noteMissing("id", duties[duty].offset, subject: number)
            continue
          }
          dutyIDs[duty] = name
        }
      }
    }
  }

  private func repeats(_ indices: [Int], _ bytes: Span<UInt8>) -> Bool {
    var seen: Set<String> = []
    for index in indices {
      guard let number = duties[index].number?.string(in: bytes) else { continue }
      if !seen.insert(number).inserted { return true }
    }
    return false
  }

  /// Tiers, sections and duties share one namespace, with the ids that were once used.
  mutating func checkIDs() {
    var table = IdentifierTable(capacity: tiers.count + sections.count + duties.count)
    func enter(_ id: String?, _ offset: Int, _ faults: inout [Fault]) {
      guard let id, let first = table.insert(id, offset) else { return }
      var fault = Fault(code: .duplicateID, offset: offset, subject: id)
      fault.otherOffset = first
      faults.append(fault)
    }
    for tier in tiers {
      enter(tier.id, tier.offset, &faults)
      for section in tier.sections {
        enter(sections[section].id, sections[section].offset, &faults)
        for duty in sections[section].duties {
          enter(dutyIDs[duty], duties[duty].offset, &faults)
        }
      }
    }
    func refuse(_ id: String, by offset: Int?, _ faults: inout [Fault]) {
      guard let place = table[id], place != offset else { return }
      var fault = Fault(code: .reusedID, offset: place, subject: id)
      fault.otherOffset = offset
      faults.append(fault)
    }
    for id in removedIDs { refuse(id, by: nil, &faults) }
    // Former ids stand among what few duties state.
    guard !details.isEmpty else { return }
    for duty in duties.indices {
      guard let rest = duties[duty].details, let former = details[Int(rest)].formerly else {
        continue
      }
      for id in lists[former] { refuse(id, by: duties[duty].offset, &faults) }
    }
  }
}
