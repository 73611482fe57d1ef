/// How it stands with an occurrence, a requirement or a duty.
///
/// The cases are in the order of how much they ask: the state of a duty is the first of those of
/// its requirements. That something was done late or is silent are marks, not states.
package enum State: String, CaseIterable, Sendable {
  /// Due before the day looked at, and not done.
  case overdue
  /// Due within the days of warning.
  case dueSoon = "due-soon"
  /// Begun, or done in part.
  case inProgress = "in-progress"
  /// Nothing recorded yet.
  case pending
  /// Has no due day.
  case ongoing
  /// Its period has not begun.
  case future
  case done
  case waived
}

extension State: Comparable {
  /// The place among all states, from 0; the first asks for most.
  package var rank: Int {
    switch self {
    case .overdue: 0
    case .dueSoon: 1
    case .inProgress: 2
    case .pending: 3
    case .ongoing: 4
    case .future: 5
    case .done: 6
    case .waived: 7
    }
  }

  /// Whether the left state asks for more than the right one.
  package static func < (left: State, right: State) -> Bool {
    left.rank < right.rank
  }

  /// Whether something is still owed.
  package var isOpen: Bool {
    switch self {
    case .overdue, .dueSoon, .inProgress, .pending, .future: true
    case .ongoing, .done, .waived: false
    }
  }
}
