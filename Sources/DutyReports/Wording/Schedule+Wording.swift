package import DutyModel
package import TerminalText

extension Schedule {
  /// The schedule in the reader's language; both forms can be typed.
  package var words: Message { Message(en: "\(description)", zh: "\(chinese)") }

  /// The schedule in one language.
  func words(in language: Language) -> String {
    switch language {
    case .english: description
    case .chinese: chinese
    }
  }
}

extension Period {
  /// Tells one occurrence of a title from the next, where the period is shorter than a year.
  ///
  /// Such as `6月` and `2026-06`; nothing for a year and for a due day, which stand in columns of
  /// their own.
  package var distinction: Message? {
    switch self {
    case .year, .due: nil
    case .halfYear(_, let half):
      Message(en: "\(description)", zh: half == 1 ? "上半年" : "下半年")
    case .quarter(_, let quarter):
      Message(en: "\(description)", zh: "第\(quarter)季度")
    case .month(_, let month): Message(en: "\(description)", zh: "\(month)月")
    case .week(_, let week): Message(en: "\(description)", zh: "第\(week)周")
    }
  }
}
