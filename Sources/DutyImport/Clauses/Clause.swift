package import DutyModel

/// One thing that a text says is to be done, with its time.
package struct Clause: Sendable {
  /// How the time is stated.
  package enum Basis: Sendable, Equatable {
    /// Both cycle and count, or a date.
    case stated
    /// A cycle without a count.
    case implied
    /// The cycle stands earlier in the sentence.
    case inherited
    /// A count without any cycle.
    case yearly
    /// A report about the year before, so one a year.
    case previousYear
    /// A date of the year without 每年.
    case dateOnly
    /// At every meeting.
    case eachMeeting
    /// When something happens.
    case event
    /// A cycle that no schedule can say.
    case unsupported(String)
    /// A count without a cycle and without 不少于: no schedule.
    case countOnly
    /// What the words most likely mean, which somebody has to confirm.
    case likely
    /// At most so many times, of which none is owed.
    case limit(String)
    /// A cycle, with a time beside it that no schedule can say.
    case inPart
    /// A word that names no cycle.
    case vague(String)
    /// How soon something is to be done after something else happened.
    case reaction(String)
  }

  package let basis: Basis
  /// `nil` if the clause states no time of its own.
  package let schedule: Schedule?
  /// The clause in the reading it was found in.
  let range: Range<Int>
  /// The clause without cycle, count and date.
  let action: [Range<Int>]
  let reportTo: [Range<Int>]
  let covers: Requirement.Coverage?
  let unit: String?
}
