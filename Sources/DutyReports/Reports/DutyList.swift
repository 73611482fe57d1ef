package import DutyModel
package import StrictJSON
package import TerminalText

/// The duties chosen and how it stands with them: the answer of `duty list`.
///
/// On a screen what asks for nothing may be folded into a line for each tier. That is a matter of
/// layout: all other forms hold every duty chosen, up to the limit.
package struct DutyList: Sendable {
  /// How the rows stand on a screen.
  package enum Layout: Sendable, Hashable {
    /// Under the headings of checklists and tiers; what asks for nothing is counted and named.
    case folded
    /// Every duty, under the headings of checklists, tiers and sections.
    case grouped
    /// Every duty under its full name, without headings.
    case flat
  }

  let register: Register
  let names: Names
  let head: AnswerHead
  let layout: Layout
  /// The columns wanted; `nil` leaves the choice to the width of the screen.
  let columns: [Column]?
  let scope: Scope
  /// Every duty chosen.
  let chosen: [DutyStatus]
  /// How many of them are listed.
  let listedCount: Int

  /// Makes a list.
  ///
  /// - Parameters:
  ///   - statuses: How it stands with every duty chosen, in the order of the documents.
  ///   - register: What the statuses were taken from.
  ///   - names: The shortest names of its duties.
  ///   - head: What the answer begins with.
  ///   - layout: How the rows stand on a screen.
  ///   - columns: The columns wanted, if some were named.
  ///   - order: How the duties are sorted; in the order of the documents otherwise.
  ///   - limit: How many duties are listed at most; all are counted.
  ///   - scope: What was chosen, in words.
  package init(
    _ statuses: [DutyStatus],
    in register: Register,
    names: Names,
    head: AnswerHead,
    layout: Layout = .folded,
    columns: [Column]? = nil,
    order: Order? = nil,
    limit: Int? = nil,
    scope: Scope = Scope()
  ) {
    self.register = register
    self.names = names
    self.head = head
    self.layout = layout
    self.columns = columns
    self.scope = scope
    chosen = order.map { $0.sorted(statuses, in: register) } ?? statuses
    listedCount = min(statuses.count, max(limit ?? statuses.count, 0))
  }

  /// The duties listed.
  var listed: ArraySlice<DutyStatus> { chosen.prefix(listedCount) }
}

extension DutyList {
  /// What was chosen, as the last lines of a list say it.
  package struct Scope: Sendable {
    /// The filters in words; empty if every duty is chosen.
    package let filter: Message
    /// The filters in words with what each of them is, for an answer without rows.
    package let labelledFilter: Message
    /// The same choice with fewer filters.
    package let wider: Wider?
    /// What may have been meant where a filter fits nothing.
    package let suggestions: [NameSuggestion]
    /// Whether a checklist was left out because it cannot be read.
    package let isIncomplete: Bool

    package init(
      filter: Message = .empty,
      labelledFilter: Message = .empty,
      wider: Wider? = nil,
      suggestions: [NameSuggestion] = [],
      isIncomplete: Bool = false
    ) {
      self.filter = filter
      self.labelledFilter = labelledFilter
      self.wider = wider
      self.suggestions = suggestions
      self.isIncomplete = isIncomplete
    }
  }

  /// A choice that holds more, and the command that shows it.
  package struct Wider: Sendable, Hashable {
    package let filter: Message
    /// The number of its duties.
    package let count: Int
    package let command: String

    package init(filter: Message, count: Int, command: String) {
      self.filter = filter
      self.count = count
      self.command = command
    }
  }
}

// MARK: - Counting

extension DutyList {
  /// What the last lines and the counts of the JSON form say.
  struct Totals {
    fileprivate(set) var checklists = 0
    fileprivate(set) var common = 0
    private(set) var silent = 0
    private(set) var toBeFilledIn = 0
    private var states = [Int](repeating: 0, count: State.allCases.count)

    /// The number of duties in a state.
    subscript(state: State) -> Int { states[state.rank] }

    /// Counts one of some duties; by its place, because a copy costs more than all of this.
    fileprivate mutating func add(_ place: Int, of statuses: [DutyStatus]) {
      states[statuses[place].state.rank] += 1
      if statuses[place].ongoingSilence != nil { silent += 1 }
      if statuses[place].isToBeFilledIn { toBeFilledIn += 1 }
    }
  }

  /// The totals of all duties chosen, whether they are listed or not.
  var totals: Totals {
    var totals = Totals()
    var ids: [String] = []
    var last: (edition: Int, tier: Int)?
    var isCommon = false
    for index in chosen.indices {
      totals.add(index, of: chosen)
      let number = chosen[index].item
      let place = (register.items[number].edition, register.items[number].tier)
      // Neighbours mostly stand in the same tier.
      if last.map({ $0 != place }) ?? true {
        last = place
        let id = register.checklists[place.0].id
        if !ids.contains(id) { ids.append(id) }
        isCommon = register.checklists[place.0].tiers[place.1].kind == .common
      }
      if isCommon { totals.common += 1 }
    }
    totals.checklists = ids.count
    return totals
  }
}

// MARK: - Machine forms

extension DutyList: Report {
  package func writeJSON(_ json: inout JSONWriter) {
    let totals = totals
    json.object { json in
      head.write(to: &json, format: "duty.list/1")
      json.array("duties", listed) { json, status in
        json.object { DutyAnswer(status, in: register).writeMembers(to: &$0) }
      }
      json.object("counts") { json in
        json.member("duties", chosen.count)
        json.member("common", totals.common)
        json.member("requirements", chosen.reduce(0) { $0 + $1.requirements.count })
        json.object("byState") { json in
          for state in State.allCases { json.member(state.rawValue, totals[state]) }
        }
      }
    }
  }

  package func writeElements(_ lines: inout JSONLines) {
    for status in listed {
      lines.add("duty") { DutyAnswer(status, in: register).writeMembers(to: &$0) }
    }
  }
}
