internal import DutyModel

/// Gives ids to tiers, sections and duties: `g0`, `g0-1`, `g25`; where numbers start again, with
/// the ordinal of the tier among those of its kind, or of the section: `m2.3`.
struct Identifiers {
  private var taken: Set<String> = []

  static func give(to checklist: inout ImportedChecklist) {
    var identifiers = Identifiers()
    identifiers.giveToTiers(&checklist.tiers)
    for kind in Tier.Kind.allCases { identifiers.giveToDuties(kind, &checklist.tiers) }
  }

  private mutating func giveToTiers(_ tiers: inout [ImportedTier]) {
    for kind in Tier.Kind.allCases {
      let same = tiers.indices.filter { tiers[$0].kind == kind }
      for (ordinal, tier) in same.enumerated() {
        let id = same.count == 1 ? "\(kind.letter)0" : "\(kind.letter)0.\(ordinal + 1)"
        tiers[tier].id = id
        taken.insert(id)
        var section = 0
        for index in tiers[tier].sections.indices where tiers[tier].sections[index].id != nil {
          section += 1
          tiers[tier].sections[index].id = "\(id)-\(section)"
          taken.insert("\(id)-\(section)")
        }
      }
    }
  }

  private mutating func giveToDuties(_ kind: Tier.Kind, _ tiers: inout [ImportedTier]) {
    let same = tiers.indices.filter { tiers[$0].kind == kind }
    let restartsInAll = same.count > 1 && Identifiers.repeats(same.map { tiers[$0].sections })
    let restartsInTier = same.contains { Identifiers.restarts(tiers[$0].sections) }
    func stem(_ ordinal: Int, _ section: Int) -> String {
      var stem = kind.letter
      if restartsInAll { stem += "\(ordinal + 1)." }
      if restartsInTier { stem += "\(section + 1)." }
      return stem
    }
    // The id that a printed number gives is no other duty's.
    var printed: Set<String> = []
    for (ordinal, tier) in same.enumerated() {
      for (section, content) in tiers[tier].sections.enumerated() {
        let stem = stem(ordinal, section)
        printed.formUnion(content.duties.compactMap { $0.ownNumber.map { stem + String($0) } })
      }
    }
    for (ordinal, tier) in same.enumerated() {
      for section in tiers[tier].sections.indices {
        let stem = stem(ordinal, section)
        var last = 0
        for duty in tiers[tier].sections[section].duties.indices {
          let number: Int
          if let own = tiers[tier].sections[section].duties[duty].ownNumber {
            number = own
          } else {
            // A row without a number goes with the one above it.
            let isFree = last == 0 || !printed.contains(stem + String(last + 1))
            number = isFree ? last + 1 : last
          }
          last = min(number, 999_999)
          tiers[tier].sections[section].duties[duty].id = free(stem + String(number))
        }
      }
    }
  }

  /// An id that nothing else has; a number that is printed twice gets an ordinal.
  private mutating func free(_ id: String) -> String {
    if taken.insert(id).inserted { return id }
    var ordinal = (ordinals[id] ?? 1) + 1
    while !taken.insert("\(id)-\(ordinal)").inserted { ordinal += 1 }
    ordinals[id] = ordinal
    return "\(id)-\(ordinal)"
  }

  private var ordinals: [String: Int] = [:]

  /// Whether two tiers have a number in common, or one has duties without any.
  private static func repeats(_ tiers: [[ImportedSection]]) -> Bool {
    var seen: Set<String> = []
    for tier in tiers {
      var own: Set<String> = []
      for duty in tier.flatMap(\.duties) {
        guard let number = duty.number, !seen.contains(number) else { return true }
        own.insert(number)
      }
      seen.formUnion(own)
    }
    return false
  }

  /// Whether the numbers of a tier start again in a later section.
  private static func restarts(_ sections: [ImportedSection]) -> Bool {
    var hasOne = false
    for section in sections {
      let first = section.duties.first { $0.number != nil }?.number
      if first == "1" || first == nil || first?.hasSuffix(".1") == true, !section.duties.isEmpty {
        if hasOne { return true }
      }
      if !section.duties.isEmpty { hasOne = true }
    }
    return false
  }
}

extension ImportedDuty {
  /// The printed number; of 1.2.3 the last one is the duty's own.
  fileprivate var ownNumber: Int? {
    number.flatMap { $0.split(separator: ".").last }.flatMap { Int($0) }
  }
}
