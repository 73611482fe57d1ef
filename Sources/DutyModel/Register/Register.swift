/// The state of a workspace on a day: a pure function of checklists, events, rules and the day.
///
/// Making a register only files the events under what they are about; states are computed when
/// they are asked for.
package struct Register: Sendable {
  /// A duty, in the edition shown.
  package struct Item: Sendable {
    /// The number of the edition in ``Register/checklists``.
    package let edition: Int
    package let tier: Int
    package let section: Int
    package let duty: Duty
    /// The numbers of its obligations, in the order of its requirements.
    package let obligations: [Int]
    /// The numbers of what only other editions of the duty ask for: no longer shown with it, but
    /// what was owed counts in the figures.
    package internal(set) var otherObligations: [Int] = []
    /// Whether its edition is the one shown of its checklist on the day looked at; if not, it is
    /// shown only while something of it is overdue.
    package let isInEffect: Bool

    /// Whether it asks for one thing.
    package var asksOneThing: Bool { obligations.count == 1 }
  }

  package let checklists: [Checklist]
  package let rules: Rules
  /// The day looked at.
  package let today: Day
  /// The year whose occurrences are wanted, if one was named; otherwise it is that of the day.
  package let namedYear: Int?
  /// The year whose figures are asked for.
  package let year: Int
  /// The days of that year.
  let daysOfYear: ClosedRange<Day>
  /// The first due day of what is looked at: of the named year, or of the window of overdue.
  package let windowStart: Day
  package internal(set) var effects: Effects
  /// Every duty once, in the order of the documents.
  package internal(set) var items: [Item] = []
  package internal(set) var obligations: [Obligation] = []
  /// Events for which there is no place.
  package internal(set) var unmatched: [Unmatched] = []
  /// Every finding recorded by the day looked at, in the order of recording.
  package internal(set) var findings: [FindingStatus] = []
  /// The scores set by hand: the last for each section and year.
  package internal(set) var scores: [ScoreKey: Score] = [:]

  /// A number for each checklist, whatever its editions.
  var checklistNumbers = IdentifierTable()
  /// The numbers of the duties of each checklist, by their names and former ones.
  var itemNumbers = IdentifierTable()
  var histories: [History] = []
  var hasLaterEvents = false

  /// Files events under what they are about.
  ///
  /// - Parameters:
  ///   - checklists: All the editions.
  ///   - events: All the events, in ascending order of their ids, each once.
  ///   - rules: The figures states depend on.
  ///   - today: The day looked at.
  ///   - year: The year whose occurrences are wanted, if not the day's.
  package init(
    checklists: [Checklist],
    events: [Event],
    rules: Rules = Rules(),
    today: Day,
    year: Int? = nil
  ) {
    self.checklists = checklists
    self.rules = rules
    self.today = today
    namedYear = year
    self.year = year ?? today.year
    daysOfYear = .firstDay(ofYear: self.year) ... .lastDay(ofYear: self.year)
    windowStart = year.map { .firstDay(ofYear: $0) } ?? rules.windowStart(on: today)
    effects = Effects(of: events)
    unmatched = effects.unmatched
    index()
    histories = Array(repeating: History(), count: obligations.count)
    file()
  }

  /// The day on which an edition must be in effect to be shown.
  var referenceDay: Day {
    guard let namedYear, namedYear != today.year else { return today }
    return namedYear < today.year ? .lastDay(ofYear: namedYear) : .firstDay(ofYear: namedYear)
  }
}

/// The section and the year a score is for.
package struct ScoreKey: Hashable, Sendable {
  package let section: String
  package let year: Int
}

/// A score set by hand.
package struct Score: Hashable, Sendable {
  package let event: EventID
  package let thousandths: Int
  package let reason: String
}

// MARK: - Looking up

extension Register {
  /// The number of an obligation, by its name or a former one.
  package func obligation(_ reference: Reference) -> Int? {
    guard
      let letter = reference.requirement,
      let item = item(reference)
    else { return nil }
    return obligation(letter, of: item)
  }

  /// The number of the obligation with a letter of a duty, in any edition.
  func obligation(_ letter: String, of item: Int) -> Int? {
    func hasLetter(_ number: Int) -> Bool {
      obligations[number].reference.requirement == letter
    }
    return items[item].obligations.first(where: hasLetter)
      ?? items[item].otherObligations.first(where: hasLetter)
  }

  /// The number of a duty in ``items``, by its name without a letter, or a former one.
  package func item(_ reference: Reference) -> Int? {
    // Nearly always it is the first: a workspace has few.
    if !checklists.isEmpty, checklists[0].id == reference.checklist {
      return itemNumbers[reference.duty, of: 0]
    }
    guard let checklist = checklistNumbers[reference.checklist] else { return nil }
    return itemNumbers[reference.duty, of: checklist]
  }

  /// The number of the duty that each obligation belongs to.
  package var itemsOfObligations: [Int] {
    var numbers = [Int](repeating: 0, count: obligations.count)
    for number in items.indices {
      for obligation in items[number].obligations { numbers[obligation] = number }
      for obligation in items[number].otherObligations { numbers[obligation] = number }
    }
    return numbers
  }

  package func checklist(of item: Item) -> Checklist { checklists[item.edition] }

  package func tier(of item: Item) -> Tier { checklists[item.edition].tiers[item.tier] }

  package func section(of item: Item) -> Section {
    checklists[item.edition].tiers[item.tier].sections[item.section]
  }

  package func reference(of item: Item) -> Reference {
    Reference(checklist: checklists[item.edition].id, duty: item.duty.id)
  }
}
