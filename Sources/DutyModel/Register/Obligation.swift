/// A requirement under its name, over all the editions that state it.
///
/// It never changes, and is a class so that looking at it copies nothing.
package final class Obligation: Sendable {
  /// What one edition says of it.
  package struct Version: Sendable {
    /// The number of the edition in the register's list of checklists.
    package let edition: Int
    package let requirement: Requirement
  }

  /// What the editions say of it: at least one, in the order of the checklists.
  ///
  /// Nearly always there is one, which needs no array.
  package struct Versions: RandomAccessCollection, Sendable {
    private let oldest: Version
    private let others: [Version]

    init(_ oldest: Version, _ others: [Version] = []) {
      self.oldest = oldest
      self.others = others
    }

    /// The versions and a further one.
    func adding(_ version: Version) -> Versions { Versions(oldest, others + [version]) }

    package var startIndex: Int { 0 }
    package var endIndex: Int { others.count + 1 }

    package subscript(place: Int) -> Version { place == 0 ? oldest : others[place - 1] }
  }

  /// The name with the letter, such as `township/s11b`.
  package let reference: Reference
  package let versions: Versions
  /// The version shown on the day looked at.
  package let shown: Int

  init(reference: Reference, versions: Versions, shown: Int) {
    self.reference = reference
    self.versions = versions
    self.shown = shown
  }

  /// The obligation with what a further edition says of it.
  func adding(_ version: Version, isShown: Bool) -> Obligation {
    Obligation(
      reference: reference,
      versions: versions.adding(version),
      shown: isShown ? versions.count : shown
    )
  }

  /// The requirement as it reads on the day looked at.
  package var requirement: Requirement { versions[shown].requirement }

  /// When it is owed, as each edition says it.
  var terms: some Collection<Terms> { versions.lazy.map(\.requirement.terms) }

  /// When it is owed, if only one edition says it.
  var onlyTerms: Terms? { versions.count == 1 ? versions[0].requirement.terms : nil }
}

extension Obligation {
  /// The slots whose due day lies in a range and in the effective days of their edition, by due
  /// day.
  ///
  /// A label names one slot for ever: where two editions make it, because they state different due
  /// days inside one period, it is the first edition's.
  func slots(dueIn range: ClosedRange<Day>) -> [Slot] {
    if let onlyTerms { return onlyTerms.slots(dueIn: range) }
    return terms.flatMap { $0.slots(dueIn: range) }
      .filter { slot(for: $0.period) == $0 }
      .sorted { $0.due < $1.due }
  }

  /// The slot with a label, in whichever edition makes it.
  func slot(for period: Period) -> Slot? { terms.slot(for: period) }

  /// All the persons whom any edition names as those who each owe it.
  var personalNames: [String] {
    var names: [String] = []
    var known: Set<String> = []
    for version in versions {
      if case .each(let some) = version.requirement.responsible {
        for name in some where known.insert(name).inserted { names.append(name) }
      }
    }
    return names
  }

  /// Whether each of several persons owes what a label names.
  func isPersonal(_ period: Period) -> Bool { requirement(in: period).responsible.isPersonal }

  /// Whether any edition asks for it without a due day.
  var hasUndatedVersion: Bool { terms.haveUndated }

  /// The version in whose effective days a due day lies.
  func version(dueOn day: Day) -> Version {
    versions.first { $0.requirement.effective.contains(day) } ?? versions[shown]
  }
}
