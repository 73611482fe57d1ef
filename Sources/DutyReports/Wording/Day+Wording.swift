package import DutyModel
package import TerminalText

extension Weekday {
  /// The short name: `Wed`, `周三`.
  package var word: Message {
    switch self {
    case .monday: Message(en: "Mon", zh: "周一")
    case .tuesday: Message(en: "Tue", zh: "周二")
    case .wednesday: Message(en: "Wed", zh: "周三")
    case .thursday: Message(en: "Thu", zh: "周四")
    case .friday: Message(en: "Fri", zh: "周五")
    case .saturday: Message(en: "Sat", zh: "周六")
    case .sunday: Message(en: "Sun", zh: "周日")
    }
  }
}

extension Day {
  /// The day with its weekday, as it is echoed so that a wrong guess is seen: `2026-07-08 (Wed)`.
  package var echoed: Message {
    Message(en: "\(description) (\(weekday.word))", zh: "\(description)（\(weekday.word)）")
  }

  /// The month and the day under a heading that names the year: `07-08`.
  package var monthAndDay: String { String(description.dropFirst(5)) }
}
