import Bytes
import DutyModel
import TerminalText

/// The sorts of text that stand in many rows of a table, each told by numbers.
extension CellKey {
  private enum Kind: Int {
    case mark
    case day
    case state
    case section
    case done
    case days
    case owed
    case settled
    case schedule
  }

  private init(_ kind: Kind, _ first: Int, _ second: Int = 0) {
    self.init(kind: kind.rawValue, first, second)
  }

  /// The mark of a state in front of a row.
  static func mark(of state: State) -> CellKey {
    CellKey(.mark, state.rank)
  }

  /// The title of a section of a tier of an edition.
  static func section(_ section: Int, tier: Int, edition: Int) -> CellKey {
    CellKey(.section, edition &<< 32 &+ tier, section)
  }

  /// What was done of what is owed.
  static func done(_ done: Int, of owed: Int) -> CellKey {
    CellKey(.done, done, owed)
  }

  /// A number of days.
  static func days(_ days: Int) -> CellKey {
    CellKey(.days, days)
  }

  /// What is missing, done and owed; what is missing is the difference, or nothing.
  static func owed(_ missing: Int, _ done: Int, of owed: Int) -> CellKey {
    CellKey(missing > 0 ? .owed : .settled, done, owed)
  }

  fileprivate static func day(_ day: Day) -> CellKey {
    CellKey(.day, day.ordinal)
  }

  /// A state with the days that go with it.
  fileprivate static func state(_ state: State, days: Int?) -> CellKey {
    CellKey(.state, state.rank, days ?? .min)
  }

  /// A schedule; `nil` for one of more dates than two numbers can tell.
  fileprivate static func schedule(_ schedule: Schedule) -> CellKey? {
    switch schedule {
    case .ongoing: return CellKey(.schedule, 0)
    case .asNeeded: return CellKey(.schedule, 1)
    case .once(.year(let year)): return CellKey(.schedule, 2, year)
    case .once(.unknownMonth(let year)): return CellKey(.schedule, 3, year)
    case .once(.month(let year, let month)): return CellKey(.schedule, 16 &+ month, year)
    case .once(.unknownDay(let year, let month)): return CellKey(.schedule, 32 &+ month, year)
    case .once(.day(let day)): return CellKey(.schedule, 4, day.ordinal)
    case .yearly(let points):
      return points.count == 1 ? CellKey(.schedule, 5, points[0].number) : nil
    case .span(let from, let by):
      return CellKey(.schedule, 6, from.number &* 1024 &+ by.number)
    case .counted(let counted):
      guard counted.by == nil else { return nil }
      let number = (counted.count ?? 0) &* 8 &+ counted.unit.number
      return CellKey(.schedule, 64 &+ number, counted.gap ?? -1)
    }
  }
}

extension CellBuffer {
  /// Adds a day.
  ///
  /// - Parameters:
  ///   - day: The day.
  ///   - isMasked: Whether it stands in for one that the document masks.
  ///   - role: What it means.
  mutating func add(_ day: Day, isMasked: Bool = false, role: Role? = nil) {
    if isMasked {
      text.append(day)
      addPart("?", role: .dueSoon)
      endCell(role: role)
    } else {
      add(.day(day), role: role) { $0.append(day) }
    }
  }

  /// Adds a schedule in the reader's language.
  mutating func add(_ schedule: Schedule, in language: Language) {
    if let key = CellKey.schedule(schedule) {
      add(key, role: .quiet) { $0.append(schedule.words(in: language)) }
    } else {
      add(schedule.words(in: language), role: .quiet)
    }
  }

  /// Adds a state with the days that go with it; of an ongoing duty, for how long it has been
  /// silent.
  mutating func add(_ state: State, days: Int?, role: Role, in language: Language) {
    add(.state(state, days: days), role: role) { text in
      let words =
        state == .ongoing && days != nil
        ? Message.silentCell(days: days ?? 0) : Message.stateCell(state, days: days)
      text.append(words.text(in: language))
    }
  }
}

extension YearPoint {
  /// A number for each date of a year, below 1024.
  fileprivate var number: Int {
    switch self {
    case .unknown: 0
    case .month(let month): month
    case .day(let month, let day): month &* 32 &+ day
    }
  }
}

extension PeriodUnit {
  /// A number for each unit, below 8.
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
