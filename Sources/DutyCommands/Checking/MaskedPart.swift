import DutyModel
import TerminalText

/// What a document masks in a schedule.
enum MaskedPart: CaseIterable {
  case count
  case month
  case day

  /// The part that is masked, if one is.
  init?(_ schedule: Schedule) {
    if schedule.isCountUnknown {
      self = .count
    } else if case .once(.unknownDay) = schedule {
      self = .day
    } else if schedule.isDateUnknown {
      self = .month
    } else {
      return nil
    }
  }

  var word: Message {
    switch self {
    case .count: Message(en: "count", zh: "次数")
    case .month: Message(en: "month", zh: "月份")
    case .day: Message(en: "day", zh: "日期")
    }
  }

  /// The largest number that may stand there.
  var most: Int {
    switch self {
    case .count: 366
    case .month: 12
    case .day: 31
    }
  }
}
