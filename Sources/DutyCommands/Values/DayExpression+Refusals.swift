import CommandLineKit
import DutyModel
import TerminalText

/// Why a word does not stand for a day.
enum DayFault: Error, Hashable {
  /// It is of no known form; perhaps another word was meant.
  case notADay(meant: String?)

  /// It would be a day without its spaces.
  case spaces(without: String)

  /// It has several readings, which would be written as these.
  case unclear([String])

  /// It has one reading, in an order or with a sign that is not used for days.
  case order(instead: String)

  /// The year has less than four digits.
  case shortYear(instead: String?)
  case yearOutside
  case noMonth(Int, instead: String?)
  case noDay(Int, month: Int?, year: Int?)

  /// The year has no such week, quarter or half.
  case noPeriod(PeriodUnit, year: Int)

  /// A distance without its sign, its unit or its side, and what it may become: `3d`, `+3`, `3天`.
  case unfinished([String])

  /// The days of a period were named where one day is asked for.
  case severalDays(Period)
  case outsideCalendar
}

extension DayFault {
  /// The refusal, as it is reported.
  var invalidValue: InvalidValue {
    InvalidValue(reason, advice: advice)
  }

  private var reason: Message {
    switch self {
    case .notADay, .unfinished: Message(en: "not a day", zh: "不是日期")
    case .spaces: Message(en: "there is a space in it", zh: "含有空格")
    case .unclear: Message(en: "day and month unclear", zh: "分不清月和日")
    case .order:
      Message(
        en: "dates are written year first, with hyphens",
        zh: "日期按年、月、日的顺序写，中间用连字符"
      )
    case .shortYear: Message(en: "the year needs four digits", zh: "年份要写四位")
    case .yearOutside:
      Message(en: "years go from 0001 to 9999", zh: "年份只能是0001至9999")
    case .noMonth(let month, _):
      Message(en: "there is no month \(month)", zh: "没有\(month)月")
    case .noDay(let day, let month?, let year) where day > 0:
      DayFault.length(ofMonth: month, year)
    case .noDay(let day, _, _): Message(en: "there is no day \(day)", zh: "没有\(day)日")
    case .noPeriod(let unit, let year): DayFault.parts(unit, of: year)
    case .severalDays(let period): DayFault.severalDays(of: period)
    case .outsideCalendar:
      Message(
        en: "that day is outside 0001-01-01 to 9999-12-31",
        zh: "超出0001-01-01至9999-12-31的范围"
      )
    }
  }

  private var advice: Message? {
    switch self {
    case .notADay(let meant?):
      Message(
        en: "Did you mean \(quoted: meant)? \(DayFault.others)",
        zh: "是否想输入\(quoted: meant)？\(DayFault.others)"
      )
    case .notADay(nil):
      Message(
        en: "\(DayFault.write(["2026-07-08"])) \(DayFault.others)",
        zh: "\(DayFault.write(["2026-07-08"]))\(DayFault.others)"
      )
    case .unclear(let readings):
      Message(
        en: "\(DayFault.write(readings)) \(DayFault.others)",
        zh: "\(DayFault.write(readings))\(DayFault.others)"
      )
    case .spaces(let text), .order(let text), .noMonth(_, let text?), .shortYear(let text?):
      DayFault.write([text])
    case .shortYear(nil): DayFault.write(["2026-07-08"])
    case .unfinished(let words): DayFault.write(words)
    case .severalDays(let period):
      Message(
        en: "Write a day from \(period.firstDay.description) to \(period.lastDay.description).",
        zh: "请写 \(period.firstDay.description) 至 \(period.lastDay.description) 中的一天。"
      )
    case .yearOutside, .noMonth(_, nil), .noDay, .noPeriod, .outsideCalendar: nil
    }
  }
}

// MARK: - Parts of sentences

extension DayFault {
  /// Some of the other forms, to learn from.
  private static let others = Message(
    en: "Also: today, -3d, 07-08, wed, 7月8日.",
    zh: "也可写：今天、-3d、07-08、7月8日、周三。"
  )

  /// Tells to write one of some words.
  private static func write(_ words: [String]) -> Message {
    let last = words.last ?? ""
    let others = words.dropLast().joined(separator: "、")
    return Message(
      en: "Write \(Message.list(words.map { .verbatim($0) }, .or)).",
      zh: others.isEmpty ? "请写 \(last)。" : "请写 \(others) 或 \(last)。"
    )
  }

  private static func length(ofMonth month: Int, _ year: Int?) -> Message {
    let name = month <= months.count && month > 0 ? months[month - 1] : ""
    guard let year else {
      let days = Day.count(inMonth: month, of: 2000)
      return month == 2
        ? Message(en: "\(name) has at most \(days) days", zh: "\(month)月最多有\(days)天")
        : Message(en: "\(name) has \(days) days", zh: "\(month)月只有\(days)天")
    }
    let days = Day.count(inMonth: month, of: year)
    return Message(en: "\(name) \(year) has \(days) days", zh: "\(year)年\(month)月只有\(days)天")
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private static func parts(_ unit: PeriodUnit, of year: Int) -> Message {
    switch unit {
    case .week:
      // 28 December is always in the last week.
      let last = Period(.week, containing: Day.lastDay(ofYear: year).adding(days: -3) ?? .last)
      let weeks = if case .week(_, let week) = last { week } else { 52 }
      return Message(en: "\(year) has \(weeks) weeks", zh: "\(year)年只有\(weeks)周")
    case .quarter: return Message(en: "a year has 4 quarters", zh: "一年只有4个季度")
    case .halfYear: return Message(en: "a year has 2 halves", zh: "一年只有上下两个半年")
    case .month, .year: return Message(en: "not a day", zh: "不是日期")
    }
  }

  private static func severalDays(of period: Period) -> Message {
    switch period.unit {
    case .week: Message(en: "a week, not a day", zh: "这是一周，不是一天")
    case .month: Message(en: "a month, not a day", zh: "这是一个月，不是一天")
    case .quarter: Message(en: "a quarter, not a day", zh: "这是一个季度，不是一天")
    case .halfYear: Message(en: "half a year, not a day", zh: "这是半年，不是一天")
    case .year, nil: Message(en: "a year, not a day", zh: "这是一年，不是一天")
    }
  }
}
