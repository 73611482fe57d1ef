import DutyModel
import TerminalText

/// The words that stand in many rows of a table, in one language; each is made once.
struct RowWords: Sendable {
  let language: Language
  private var schedules = TextMemo<Schedule>()
  private var periods = TextMemo<Period>()
  private var states = TextMemo<StateAndDays>(capacity: 1024)

  private struct StateAndDays: Equatable {
    let state: State
    let days: Int?
  }

  init(in language: Language) {
    self.language = language
  }

  /// The schedule in the reader's language.
  mutating func text(of schedule: Schedule) -> String {
    schedules.text(of: schedule, at: schedule.number) { schedule.words.text(in: language) }
  }

  /// What tells an occurrence from the next of its title, as it stands behind that; `nil` if
  /// nothing does.
  mutating func distinction(of period: Period) -> String? {
    let number: Int
    switch period {
    case .year, .due: return nil
    case .halfYear(let year, let half): number = year &* 8 &+ half
    case .quarter(let year, let quarter): number = year &* 8 &+ 2 &+ quarter
    case .month(let year, let month): number = year &* 8 &+ 7 &+ month
    case .week(let year, let week): number = year &* 8 &+ 20 &+ week
    }
    return periods.text(of: period, at: number) {
      guard let words = period.distinction else { return "" }
      return Message(en: " (\(words))", zh: "（\(words)）").text(in: language)
    }
  }

  /// The state with the days that go with it; of an ongoing duty, for how long it has been silent.
  mutating func text(of state: State, days: Int?) -> String {
    let key = StateAndDays(state: state, days: days)
    return states.text(of: key, at: (days ?? -1) &* 8 &+ state.rank) {
      let words =
        state == .ongoing && days != nil
        ? Message.silentCell(days: days ?? 0) : Message.stateCell(state, days: days)
      return words.text(in: language)
    }
  }
}

extension Schedule {
  /// A number that differs for most schedules.
  fileprivate var number: Int {
    switch self {
    case .ongoing: 0
    case .asNeeded: 1
    case .once(let deadline): deadline.day.ordinal
    case .yearly(let points): points.reduce(2) { $0 &* 31 &+ $1.number }
    case .span(let from, let by): 3 &+ from.number &* 31 &+ by.number
    case .counted(let counted):
      4 &+ (counted.count ?? 0) &* 8 &+ counted.unit.number &+ (counted.gap ?? 0)
    }
  }
}

extension YearPoint {
  fileprivate var number: Int {
    switch self {
    case .month(let month): month
    case .day(let month, let day): month &* 32 &+ day
    case .unknown: 0
    }
  }
}

extension PeriodUnit {
  fileprivate var number: Int {
    switch self {
    case .week: 0
    case .month: 1
    case .quarter: 2
    case .halfYear: 3
    case .year: 4
    }
  }
}
