package import DutyModel
package import TerminalText

extension FindingStatus.State {
  /// The one word for the state; the English one is what options take.
  package var word: Message {
    switch self {
    case .open: Message(en: "open", zh: "整改中")
    case .overdue: Message(en: "overdue", zh: "逾期")
    case .closed: Message(en: "closed", zh: "已销号")
    }
  }

  /// The colour role of the state.
  package var role: Role? {
    switch self {
    case .open: nil
    case .overdue: .overdue
    case .closed: .quiet
    }
  }

  /// The mark that hangs in front of a row.
  package var mark: String { self == .overdue ? "!" : "" }
}

extension FindingStatus {
  /// The state with the days that go with it: `overdue 25d`, `逾期25天`.
  package func stateCell(on today: Day) -> Message {
    guard state == .overdue, let due = finding.due else { return state.word }
    return Message(en: "overdue \(today - due)d", zh: "逾期\(today - due)天")
  }
}
