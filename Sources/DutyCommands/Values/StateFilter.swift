package import CommandLineKit
package import DutyModel
import DutyReports
package import TerminalText

/// What `--state` takes: a state, or the mark of an ongoing duty without a record for too long.
package enum StateFilter: Hashable, Sendable {
  case state(State)
  case silent

  package static let all: [StateFilter] = State.allCases.map { .state($0) } + [.silent]

  /// The word that is typed and shown.
  package var word: Message {
    switch self {
    case .state(let state): state.word
    case .silent: .silent
    }
  }

  package func matches(_ status: DutyStatus) -> Bool {
    switch self {
    case .state(let state): status.state == state
    case .silent: status.silentDays != nil
    }
  }

  /// Other words for a state that people write.
  private static let synonyms: [String: StateFilter] = [
    "持续": .state(.ongoing), "未到期间": .state(.future), "已免办": .state(.waived),
    "缺记录": .silent,
  ]
}

extension StateFilter: ArgumentValue {
  package init(word: String) throws(InvalidValue) {
    let found = StateFilter.all.first { filter in
      Language.allCases.contains { filter.word.text(in: $0) == word }
    }
    guard let filter = found ?? StateFilter.synonyms[word] else {
      throw InvalidValue(notOneOf: StateFilter.all.map(\.word))
    }
    self = filter
  }

  package static var completion: Completion {
    .words(all.map { $0.word.text(in: .english) })
  }
}
