package import CommandLineKit
package import DutyModel
import TerminalText

/// The label of an occurrence as people write it: `2026`, `2026-H1`, `2026q2`, `2026-06`,
/// `2026-W27`, `2026年6月`, or the due day of a date.
package struct PeriodArgument: Hashable, Sendable {
  package let period: Period

  package init(_ period: Period) {
    self.period = period
  }
}

extension PeriodArgument: ArgumentValue {
  package init(word: String) throws(InvalidValue) {
    if let period = Period(word) {
      self.period = period
      return
    }
    switch (try? DayExpression(word: word))?.form {
    case .period(let period)?: self.period = period
    case .day(let day)?: period = .due(day)
    default:
      throw InvalidValue(
        Message(en: "no period", zh: "不是一个期间"),
        advice: Message(
          en: "Write 2026, 2026-H1, 2026-Q2, 2026-06, 2026-W27, or the due day 2026-07-31.",
          zh: "请写 2026、2026-H1、2026-Q2、2026-06、2026-W27，或到期日 2026-07-31。"
        )
      )
    }
  }
}
