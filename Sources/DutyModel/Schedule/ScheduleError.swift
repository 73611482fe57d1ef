/// Why a text is no schedule, and where in the text the fault lies.
///
/// Every fault carries `at`: the number of Unicode scalars of the text that stand before it.
package enum ScheduleError: Error, Hashable, Sendable {
  /// The text holds nothing but spaces.
  case empty
  /// The text ends where something must follow, as in `4 per`.
  case incomplete(at: Int)
  /// The text from the fault on is not understood; `nearest` is what may have been meant.
  case unknown(String, nearest: String?, at: Int)
  /// A word that says how it should be done but names no cycle (定期, 经常, regularly).
  case vague(String, at: Int)
  /// A form that is kept for a later version.
  case notSupported(ReservedForm, at: Int)
  /// A year outside 1...9999.
  case yearOutOfRange(Int, at: Int)
  /// A month outside 1...12.
  case monthOutOfRange(Int, at: Int)
  /// A day its month does not have; without a month, one outside 1...31.
  case dayOutOfRange(Int, month: Int?, year: Int?, at: Int)
  /// A count outside 1...366.
  case countOutOfRange(Int, at: Int)
  /// A date of the year that is not later than the one before it.
  case notAscending(at: Int)
  /// A stretch of the year that ends before it begins.
  case reversed(at: Int)
  /// A date that a schedule of this unit cannot have: a date of the year belongs to `per year`,
  /// a day of the month to `per month`.
  case dateDoesNotFit(PeriodUnit, at: Int)
  /// A gap where there is only one time, so nothing to keep apart.
  case gapWithoutRepetition(at: Int)
  /// A gap outside 1...`most`, the longest for which every period has room; 0 if it has room for
  /// none.
  case gapOutOfRange(Int, most: Int, at: Int)

  /// A form of schedule that has a meaning but is not evaluated yet.
  package enum ReservedForm: String, CaseIterable, Sendable {
    case perTerm = "per term"
    case everyMonths = "every N months"
    /// What happens at every meeting is written `as needed`.
    case eachMeeting = "each meeting"
  }
}

extension ScheduleError {
  /// The number of Unicode scalars before the fault.
  package var offset: Int {
    switch self {
    case .empty:
      0
    case .incomplete(let at), .unknown(_, _, let at), .vague(_, let at), .notSupported(_, let at),
      .yearOutOfRange(_, let at), .monthOutOfRange(_, let at), .dayOutOfRange(_, _, _, let at),
      .countOutOfRange(_, let at), .notAscending(let at), .reversed(let at),
      .dateDoesNotFit(_, let at), .gapWithoutRepetition(let at), .gapOutOfRange(_, _, let at):
      at
    }
  }
}
