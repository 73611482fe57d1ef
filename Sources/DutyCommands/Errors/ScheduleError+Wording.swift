import DutyModel
import TerminalText

extension ScheduleError {
  /// What is wrong with a schedule: a phrase.
  var message: Message {
    switch self {
    case .empty: Message(en: "the schedule is empty", zh: "时间安排是空的")
    case .incomplete:
      Message(en: "the schedule stops too early", zh: "时间安排没有写完")
    case .unknown(let text, _, _):
      Message(en: "schedule not understood at \(quoted: text)", zh: "时间安排从\(quoted: text)起看不懂")
    case .vague(let word, _):
      Message(
        en: "\(quoted: word) names no cycle",
        zh: "\(quoted: word)没有说明多久一次"
      )
    case .notSupported(let form, _):
      Message(
        en: "\(quoted: form.rawValue) is not supported",
        zh: "没有\(quoted: form.chinese)这种时间安排"
      )
    case .yearOutOfRange(let year, _):
      Message(en: "there is no year \(year)", zh: "没有\(year)年")
    case .monthOutOfRange(let month, _):
      Message(en: "there is no month \(month)", zh: "没有\(month)月")
    case .dayOutOfRange(let day, nil, _, _):
      Message(en: "no month has a day \(day)", zh: "没有\(day)日")
    case .dayOutOfRange(let day, let month?, nil, _):
      Message(en: "month \(month) has no day \(day)", zh: "\(month)月没有\(day)日")
    case .dayOutOfRange(let day, let month?, let year?, _):
      Message(
        en: "month \(month) of \(year) has no day \(day)",
        zh: "\(year)年\(month)月没有\(day)日"
      )
    case .countOutOfRange(let count, _):
      Message(en: "\(count) times is out of range", zh: "\(count)次超出范围")
    case .notAscending:
      Message(en: "the dates are not in ascending order", zh: "日期没有按先后排列")
    case .reversed: Message(en: "it ends before it begins", zh: "结束早于开始")
    case .dateDoesNotFit(let unit, _):
      Message(
        en: "such a date does not fit 'per \(unit.rawValue)'",
        zh: "这种日期与\(unit.chineseCycle)不相配"
      )
    case .gapWithoutRepetition:
      Message(en: "a gap needs at least two times", zh: "至少两次才能写间隔")
    case .gapOutOfRange(_, 0, _):
      Message(
        en: "there are too many times for a gap between them",
        zh: "次数太多，中间隔不出天数"
      )
    case .gapOutOfRange(let gap, let most, _):
      Message(
        en: "a gap of \(gap) days does not fit; at most \(most)",
        zh: "间隔\(gap)天放不下，最多\(most)天"
      )
    }
  }

  /// What to write instead.
  var fix: Message {
    switch self {
    case .unknown(_, let nearest?, _):
      Message(en: "did you mean \(quoted: nearest)?", zh: "是否想写\(quoted: nearest)？")
    case .vague:
      Message(
        en: "give it a cycle, such as \"1 per quarter\", or write \"ongoing\"",
        zh: "写明多久一次，如\"每季度1次\"，或写\"持续推进\""
      )
    case .notSupported(.everyMonths, _):
      Message(
        en: "write the months, such as \"by 04 and 08 and 12 each year\", or \"as needed\"",
        zh: "写出各月，如\"每年4月底前、8月底前、12月底前\"，或写\"按需\""
      )
    case .notSupported:
      Message(en: "write \"as needed\"", zh: "写\"按需\"")
    case .yearOutOfRange:
      Message(en: "write a year from 1 to 9999", zh: "年份写1到9999")
    case .monthOutOfRange:
      Message(
        en: "write a month from 01 to 12, such as \"by 12-31 each year\"",
        zh: "月份写01到12，例如\"by 12-31 each year\""
      )
    case .dayOutOfRange:
      Message(
        en: "write a day the month has, such as \"by 06-30 each year\"",
        zh: "写这个月有的日子，例如\"by 06-30 each year\""
      )
    case .countOutOfRange:
      Message(en: "write 1 to 366 times", zh: "次数写1到366")
    case .notAscending:
      Message(
        en: "put the earlier date first, each once",
        zh: "早的写在前面，每个只写一次"
      )
    case .reversed:
      Message(
        en: "put the earlier date first: \"from 03 by 06 each year\"",
        zh: "早的写在前面：\"每年3月至6月\""
      )
    case .dateDoesNotFit:
      Message(
        en: "dates of the year go with \"per year\", days of the month with \"per month\"",
        zh: "某月某日配\"每年\"，某日配\"每月\""
      )
    case .gapWithoutRepetition, .gapOutOfRange(_, 0, _):
      Message(en: "leave the gap out", zh: "去掉间隔")
    case .gapOutOfRange(_, let most, _):
      Message(en: "write 1 to \(most) days", zh: "写1到\(most)天")
    case .empty, .incomplete, .unknown:
      Message(
        en: "such as \"ongoing\", \"4 per year\", \"by 06-30 each year\" or \"by 2026-06-30\"",
        zh: "例如\"持续推进\"\"每季度1次\"\"每年6月30日前\"\"2026年6月底前\""
      )
    }
  }
}

extension ScheduleError.ReservedForm {
  fileprivate var chinese: String {
    switch self {
    case .perTerm: "每届几次"
    case .everyMonths: "每几个月一次"
    case .eachMeeting: "每次会议"
    }
  }
}

extension PeriodUnit {
  fileprivate var chineseCycle: String {
    switch self {
    case .week: "每周"
    case .month: "每月"
    case .quarter: "每季度"
    case .halfYear: "每半年"
    case .year: "每年"
    }
  }
}
