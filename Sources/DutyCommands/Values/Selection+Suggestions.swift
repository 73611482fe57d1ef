import CommandLineKit
import DutyModel
import DutyReports
import TerminalText

extension Selection {
  /// Why nothing is chosen, if a name of a person or place was asked for that no duty has: then an
  /// answer without rows must not read as if all were well.
  ///
  /// - Parameters:
  ///   - register: The register.
  ///   - filter: The filters in words, with what each of them is.
  ///   - others: More persons and departments that are known.
  /// - Returns: What is said instead; `nil` if some duty has every name.
  func noMatch(
    in register: Register,
    filter: Message,
    besides others: (owners: [String], departments: [String]) = ([], [])
  ) -> NoMatch? {
    guard namesPeopleOrPlaces else { return nil }
    let names = KnownNames(register)
    guard names.lack(self, besides: others) else { return nil }
    return NoMatch(filter: filter, suggestions: names.suggestions(for: self))
  }

  /// What may have been meant by names that no duty has.
  func suggestions(in register: Register) -> [NameSuggestion] {
    namesPeopleOrPlaces ? KnownNames(register).suggestions(for: self) : []
  }

  private var namesPeopleOrPlaces: Bool {
    !owners.isEmpty || !departments.isEmpty || !tiers.isEmpty || !sections.isEmpty
  }
}

/// The names by which the duties in effect can be chosen.
private struct KnownNames {
  private var owners = NameCounts()
  private var departments = NameCounts()
  private var places: [Place] = []

  /// A section and where it stands.
  private struct Place {
    let checklist: String
    let tier: Tier
    let section: Section

    /// The full id of the section; `nil` of duties right under their tier.
    var id: String? { section.id.map { "\(checklist)/\($0)" } }
  }

  init(_ register: Register) {
    var last: (edition: Int, tier: Int, section: Int)?
    for number in register.items.indices where register.items[number].isInEffect {
      let status = register.status(of: number)
      owners.add(status.owners)
      departments.add(status.departments)
      let item = register.items[number]
      let place = (edition: item.edition, tier: item.tier, section: item.section)
      if let last, last == place { continue }
      last = place
      places.append(
        Place(
          checklist: register.checklist(of: item).id,
          tier: register.tier(of: item),
          section: register.section(of: item)
        )
      )
    }
  }

  /// Whether a name is asked for that nothing has.
  func lack(
    _ selection: Selection,
    besides others: (owners: [String], departments: [String])
  ) -> Bool {
    selection.owners.contains { !owners.holds($0) && !others.owners.contains($0) }
      || selection.departments.contains {
        !departments.holds($0) && !others.departments.contains($0)
      }
      || selection.tiers.contains { !hasTier($0) }
      || selection.sections.contains { !hasSection($0) }
  }

  func suggestions(for selection: Selection) -> [NameSuggestion] {
    var found = owners.near(selection.owners).map { NameSuggestion.owner($0.name, count: $0.count) }
    found += departments.near(selection.departments).map {
      NameSuggestion.department($0.name, count: $0.count)
    }
    if selection.tiers.contains(where: { !hasTier($0) }) {
      let kinds = Tier.Kind.allCases.filter { kind in places.contains { $0.tier.kind == kind } }
      found.append(.tiers(kinds.map(\.rawValue)))
    }
    for word in selection.sections where !hasSection(word) {
      for name in known(like: word).nearest(to: word, limit: 3) {
        guard
          let near = places.first(where: {
            $0.id == name || $0.section.id == name || $0.section.title == name
          }), let id = near.id
        else { continue }
        let suggestion = NameSuggestion.section(id, title: near.section.title)
        if !found.contains(suggestion) { found.append(suggestion) }
      }
    }
    return found
  }

  /// The ids and titles of sections: full ids if a word is one.
  private func known(like word: String) -> [String] {
    let isFull = word.contains("/")
    return places.flatMap { place -> [String] in
      guard let id = place.id else { return [] }
      return [isFull ? id : place.section.id ?? "", place.section.title]
    }
  }

  private func hasTier(_ word: String) -> Bool {
    let name = PlaceName(word)
    return places.contains { name.isName(of: $0.tier, in: $0.checklist) }
  }

  private func hasSection(_ word: String) -> Bool {
    let name = PlaceName(word)
    return places.contains { name.isName(of: $0.section, under: $0.tier, in: $0.checklist) }
  }
}

/// How many duties each name answers for.
private struct NameCounts {
  private var counts: [String: Int] = [:]

  mutating func add(_ names: [String]) {
    for name in names { counts[name, default: 0] += 1 }
  }

  func holds(_ name: String) -> Bool { counts[name] != nil }

  /// The names nearest to those typed that nobody has, with their counts.
  func near(_ typed: [String]) -> [(name: String, count: Int)] {
    var found: [(name: String, count: Int)] = []
    let known = counts.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for word in typed where counts[word] == nil {
      for name in known.nearest(to: word, limit: 3)
      where !found.contains(where: { $0.name == name }
      ) {
        found.append((name, counts[name] ?? 0))
      }
    }
    return found
  }
}
