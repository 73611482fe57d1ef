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
    let numbers: ObligationNumbers
    /// The numbers of what only other editions of the duty ask for: no longer shown with it, but
    /// what was owed counts in the figures.
    package internal(set) var otherObligations: [Int] = []
    /// Whether its edition is the one shown of its checklist on the day looked at; if not, it is
    /// shown only while something of it is overdue.
    package let isInEffect: Bool

    /// The numbers of its obligations, in the order of its requirements.
    package var obligations: [Int] { Array(numbers) }

    /// Whether it asks for one thing.
    package var asksOneThing: Bool { numbers.count == 1 }
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
  // What a record needs of its obligation lies side by side: looking at one obligation after the
  // other, each somewhere else in memory, takes longer than all the rest of filing.

  /// The letter of each obligation.
  var letters: [String] = []
  /// When each obligation is owed, where only one edition says it.
  var onlyTerms: [Terms?] = []
  /// What is recorded of each obligation.
  var works = Filed<History.Work>()
  var rulings = Filed<History.Ruling>()
  var assignments = Filed<History.Assigned>()
  /// The numbers of what in any edition each of several persons owes.
  var personalNumbers: Set<Int> = []

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
    file()
  }

  /// The day for what has no due day: the one looked at, or the last of a past year that is named.
  ///
  /// What was ongoing in a year stays so, whatever ended with it.
  package var undatedDay: Day { min(today, daysOfYear.upperBound) }

  /// The day on which an edition must be in effect to be shown.
  var referenceDay: Day {
    guard let namedYear, namedYear != today.year else { return today }
    return namedYear < today.year ? .lastDay(ofYear: namedYear) : .firstDay(ofYear: namedYear)
  }
}

/// The numbers of a duty's obligations.
///
/// Most duties ask for one thing, which needs no array.
struct ObligationNumbers: RandomAccessCollection, Sendable {
  private var oldest: Int?
  private var others: [Int] = []

  init() {}

  /// Adds a number behind the others.
  mutating func append(_ number: Int) {
    if oldest == nil { oldest = number } else { others.append(number) }
  }

  var startIndex: Int { 0 }
  var endIndex: Int { oldest == nil ? 0 : others.count + 1 }

  subscript(place: Int) -> Int {
    if place == 0, let oldest { return oldest }
    return others[place - 1]
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
    for number in items[item].numbers where letters[number] == letter { return number }
    return items[item].otherObligations.first { letters[$0] == letter }
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
      for obligation in items[number].numbers { numbers[obligation] = number }
      for obligation in items[number].otherObligations { numbers[obligation] = number }
    }
    return numbers
  }

  /// What is recorded of an obligation.
  func history(of number: Int) -> History {
    History(works: works[number], rulings: rulings[number], assignments: assignments[number])
  }

  /// The occurrence of an obligation that an event is about, as ``Terms`` tell it.
  func resolved(_ period: Period?, on day: Day?, of number: Int) -> Period? {
    if let terms = onlyTerms[number] { return CollectionOfOne(terms).resolved(period, on: day) }
    return obligations[number].terms.resolved(period, on: day)
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
