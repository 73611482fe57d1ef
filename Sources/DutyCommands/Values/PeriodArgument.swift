package import CommandLineKit
package import DutyModel
import TerminalText

/// The occurrence that is meant, as people write it: `2026`, `2026-H1`, `2026q2`, `2026-06`,
/// `2026-W27`, `2026年6月`, the due day of a date, or as answers show it, without its year:
/// `上半年`, `第1季度`, `6月`.
package struct PeriodArgument: Hashable, Sendable {
  /// The word, as it was typed.
  package let typed: String
  private let form: Form

  private enum Form: Hashable {
    case period(Period)
    /// The part of a year with a number, of the year so many years from this one if one was said.
    case part(PeriodUnit, Int, distance: Int?)
  }

  /// The period, if the word names its year.
  package var period: Period? {
    if case .period(let period) = form { period } else { nil }
  }

  /// Whether another word names the same.
  func isSame(as other: PeriodArgument) -> Bool { form == other.form }

  /// The periods that may be meant on a day; the likeliest first.
  ///
  /// Without its year a period is of the year of the day. One that has not begun then may be last
  /// year's as well: in January people still write of the fourth quarter. There is none in a year
  /// that has no week 53.
  package func periods(on today: Day) -> [Period] {
    switch form {
    case .period(let period): return [period]
    case .part(let unit, let number, let distance?):
      return [Period(unit, number, ofYear: today.year + distance)].compactMap(\.self)
    case .part(let unit, let number, nil):
      let own = Period(unit, number, ofYear: today.year)
      if let own, own.firstDay <= today { return [own] }
      return [own, Period(unit, number, ofYear: today.year - 1)].compactMap(\.self)
    }
  }
}

extension PeriodArgument: ArgumentValue {
  package init(word: String) throws(InvalidValue) {
    typed = word
    if let form = PeriodArgument.form(of: word) {
      self.form = form
      return
    }
    throw InvalidValue(
      Message(en: "no period", zh: "不是一个期间"),
      advice: Message(
        en: "Write 2026, 2026-H1, 2026-Q2, 2026-06, 2026-W27, or the due day 2026-07-31.",
        zh: "请写 2026、2026-H1、2026-Q2、2026-06、2026-W27、上半年、第2季度、6月，或到期日 2026-07-31。"
      )
    )
  }

  private static func form(of word: String) -> Form? {
    if let period = Period(word) { return .period(period) }
    switch (try? DayExpression(word: word))?.form {
    case .period(let period)?: return .period(period)
    case .day(let day)?: return .period(.due(day))
    default: return part(word)
    }
  }

  /// Reads `上半年`, `第1季度`, `6月` and `第27周`, in round brackets as well, and with a year.
  private static func part(_ word: String) -> Form? {
    var rest = DayExpressionScanner(Identifier.folded(word))
    let isBracketed = rest.take("(", "（")
    guard let year = try? rest.year() else { return nil }
    let unit: PeriodUnit
    var number = 0
    if rest.take("上半年") {
      (unit, number) = (.halfYear, 1)
    } else if rest.take("下半年") {
      (unit, number) = (.halfYear, 2)
    } else {
      let isOrdinal = rest.take("第")
      guard let count = rest.number() else { return nil }
      number = count
      if rest.take("季度", "季") {
        unit = .quarter
      } else if isOrdinal, rest.takeWeek() {
        unit = .week
      } else if !isOrdinal, rest.take("月份", "月") {
        unit = .month
      } else {
        return nil
      }
    }
    if isBracketed { rest.take(")", "）") }
    // Any year tells whether there is such a part; one with 53 weeks has all.
    let longYear = 2020
    guard rest.isAtEnd, Period(unit, number, ofYear: longYear) != nil else { return nil }
    if case .number(let year) = year {
      return Period(unit, number, ofYear: year).map { .period($0) }
    }
    return .part(unit, number, distance: year.distance)
  }
}

extension Period {
  /// The part of a year with a number; `nil` if the year has none such, or there is no such year.
  fileprivate init?(_ unit: PeriodUnit, _ number: Int, ofYear year: Int) {
    guard (1...9999).contains(year), (1...53).contains(number) else { return nil }
    let period: Period =
      switch unit {
      case .year: .year(year)
      case .halfYear: .halfYear(year, number)
      case .quarter: .quarter(year, number)
      case .month: .month(year, number)
      case .week: .week(year, number)
      }
    self.init(period.description)
  }
}
