package import DutyModel
package import TerminalText

extension State {
  /// The one word for the state; the English one is what options take.
  package var word: Message {
    switch self {
    case .overdue: Message(en: "overdue", zh: "逾期")
    case .dueSoon: Message(en: "due-soon", zh: "临期")
    case .inProgress: Message(en: "in-progress", zh: "进行中")
    case .pending: Message(en: "pending", zh: "待办")
    case .ongoing: Message(en: "ongoing", zh: "长期")
    case .future: Message(en: "future", zh: "未开始")
    case .done: Message(en: "done", zh: "已完成")
    case .waived: Message(en: "waived", zh: "免办")
    }
  }

  /// The colour role of the state; each has one of its own, so that an office can colour it.
  package var role: Role {
    switch self {
    case .overdue: .overdue
    case .dueSoon: .dueSoon
    case .inProgress: .active
    case .pending: .pending
    case .ongoing: .ongoing
    case .future: .future
    case .done: .good
    case .waived: .waived
    }
  }

  /// The role of the words that tell the state with the days late.
  package func role(late days: Int?) -> Role {
    self == .done && days.map { $0 != 0 } ?? false ? .late : role
  }

  /// The mark that hangs in front of a row; a quiet edge makes it visible without colour.
  package var mark: String {
    switch self {
    case .overdue: "!"
    case .dueSoon: "*"
    case .inProgress, .pending, .ongoing, .future, .done, .waived: ""
    }
  }
}

extension Message {
  /// The word for an ongoing duty without a record for too long.
  package static let silent = Message(en: "silent", zh: "久无记录")

  /// The cell of a table that tells a state, with the days that go with it.
  ///
  /// - Parameters:
  ///   - state: The state.
  ///   - days: Days overdue, days left, or days late, as the state has it.
  /// - Returns: Such as `overdue 10d`.
  package static func stateCell(_ state: State, days: Int? = nil) -> Message {
    guard let days, days != 0 || state == .dueSoon else { return state.word }
    switch state {
    case .overdue:
      return Message(en: "overdue \(abs(days))d", zh: "逾期\(abs(days))天")
    case .dueSoon:
      return days == 0
        ? Message(en: "due-soon today", zh: "临期今天")
        : Message(en: "due-soon \(days)d", zh: "临期\(days)天")
    case .done:
      return Message(en: "done, \(days)d late", zh: "已完成，迟\(days)天")
    case .inProgress, .pending, .ongoing, .future, .waived:
      return state.word
    }
  }

  /// The cell of an ongoing duty without a record for too long.
  package static func silentCell(days: Int) -> Message {
    Message(en: "silent \(days)d", zh: "久无记录\(days)天")
  }
}

extension Mark {
  /// The colour role of the mark.
  package var role: Role {
    switch self {
    case .late: .late
    case .silent: .silent
    case .signed: .signed
    case .changed: .changed
    }
  }

  /// The state whose colour it has if none is chosen for it.
  package var state: State? {
    switch self {
    case .late: .done
    case .silent, .changed: .dueSoon
    case .signed: nil
    }
  }
}
