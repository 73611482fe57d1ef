import CommandLineKit
import DutyModel
import Foundation
import TerminalText
import Testing

@testable import DutyCommands

/// The meanings of words for days as `Oracle/days.py` computes them.
private struct Oracle {
  /// A word, and the hashes of what it means on many days.
  struct Row: Sendable, CustomTestStringConvertible {
    let word: String
    let past: String
    let future: String

    var testDescription: String { word }
  }

  /// The first of the 400 days each word is read on.
  static let start = Day(year: 2027, month: 12, day: 1)

  let rows: [Row]
  let randomShifts: String?

  init() {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "Oracle/days.tsv"
    )
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    let lines = text.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
    rows = lines.filter { $0.count == 3 }.map { Row(word: $0[0], past: $0[1], future: $0[2]) }
    randomShifts = lines.last.flatMap { $0.count == 2 ? $0[1] : nil }
  }
}

/// The hash FNV-1a of 64 bits.
private struct Hash {
  private var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ text: String) {
    for byte in text.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }

  var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

/// What a word means, as a day or, if it is refused, as its reason in English.
private func meaning(
  _ word: String,
  _ today: String,
  _ direction: DayExpression.Direction
) throws -> String {
  let today = try #require(Day(today))
  do {
    return try DayExpression(word: word).day(on: today, facing: direction).description
  } catch {
    return error.text(in: .english)
  }
}

extension InvalidValue {
  /// The reason and the advice, with a line feed between.
  fileprivate func text(in language: Language) -> String {
    guard case .text(let reason) = reason else { return "" }
    guard let advice else { return reason.text(in: language) }
    return "\(reason.text(in: language))\n\(advice.text(in: language))"
  }
}

struct DayExpressionTests {
  @Test
  func oracleIsComplete() {
    #expect(Oracle().rows.count == 814)
  }

  @Test(arguments: Oracle().rows)
  private func wordMeansWhatTheOracleSays(_ row: Oracle.Row) throws {
    let expression = try DayExpression(word: row.word)
    let start = try #require(Oracle.start)
    var hashes = (past: Hash(), future: Hash())
    for distance in 0..<400 {
      let today = try #require(start.adding(days: distance))
      let past = try? expression.day(on: today, facing: .past)
      let future = try? expression.day(on: today, facing: .future)
      hashes.past.add("\(past?.description ?? "-")\n")
      hashes.future.add("\(future?.description ?? "-")\n")
    }
    #expect(hashes.past.text == row.past)
    #expect(hashes.future.text == row.future)
  }

  @Test
  func shiftsAreThoseOfTheOracle() throws {
    var state: UInt64 = 1
    func draw(_ bound: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % bound)
    }
    var hash = Hash()
    for _ in 0..<10_000 {
      let today = try #require(Day(ordinal: draw(3_652_059) + 1))
      let unit = ["w", "m", "q", "y"][draw(4)]
      let count = draw(4001) - 2000
      let expression = try DayExpression(word: "\(count < 0 ? "" : "+")\(count)\(unit)")
      let day = try? expression.day(on: today, facing: .future)
      hash.add("\(day?.description ?? "-")\n")
    }
    #expect(hash.text == Oracle().randomShifts)
  }

  @Test(arguments: [
    // Around New Year.
    ("12-31", "2027-01-01", "2026-12-31", "2027-12-31"),
    ("12-31", "2026-12-31", "2026-12-31", "2026-12-31"),
    ("01-01", "2026-12-31", "2026-01-01", "2027-01-01"),
    ("1月1日", "2027-01-01", "2027-01-01", "2027-01-01"),
    ("6月底", "2026-07-01", "2026-06-30", "2027-06-30"),
    ("年底", "2026-12-31", "2026-12-31", "2026-12-31"),
    ("年底", "2027-01-01", "2026-12-31", "2027-12-31"),
    ("月底", "2027-01-01", "2026-12-31", "2027-01-31"),
    ("本月底", "2027-01-01", "2027-01-31", "2027-01-31"),
    ("季末", "2027-01-01", "2026-12-31", "2027-03-31"),
    ("本周五", "2027-01-03", "2027-01-01", "2027-01-01"),
    ("下周五", "2026-12-31", "2027-01-08", "2027-01-08"),
    ("上周日", "2027-01-04", "2027-01-03", "2027-01-03"),
    // A weekday that is today.
    ("wed", "2026-07-08", "2026-07-08", "2026-07-15"),
    ("周三", "2026-07-08", "2026-07-08", "2026-07-15"),
    // Eight years without 29 February.
    ("02-29", "1903-06-01", "1896-02-29", "1904-02-29"),
    ("02-29", "2026-06-01", "2024-02-29", "2028-02-29"),
    ("2月底", "2026-06-01", "2026-02-28", "2027-02-28"),
    // Cut to the month's length.
    ("+1m", "2026-01-31", "2026-02-28", "2026-02-28"),
    ("-1y", "2028-02-29", "2027-02-28", "2027-02-28"),
    // The ends of the calendar.
    ("月底", "9999-12-31", "9999-12-31", "9999-12-31"),
    ("月初", "0001-01-01", "0001-01-01", "0001-01-01"),
  ])
  func dayIsLookedForInItsDirection(
    _ word: String,
    _ today: String,
    _ past: String,
    _ future: String
  ) throws {
    #expect(try meaning(word, today, .past) == past)
    #expect(try meaning(word, today, .future) == future)
  }

  @Test(arguments: [
    ("-1d", "0001-01-01"), ("+1d", "9999-12-31"), ("+9999999d", "2026-07-08"),
    ("-9999999m", "2026-07-08"), ("+99999999999999999999d", "2026-07-08"),
    ("-9999999y", "2026-07-08"), ("上周一", "0001-01-01"), ("下周一", "9999-12-31"),
    ("上月底", "0001-01-31"), ("去年底", "0001-06-01"), ("明年底", "9999-06-01"),
    ("下个季度末", "9999-12-31"), ("9999999天前", "2026-07-08"),
  ])
  func calendarIsNeverLeft(_ word: String, _ today: String) throws {
    for direction in DayExpression.Direction.allCases {
      #expect(
        try meaning(word, today, direction) == "that day is outside 0001-01-01 to 9999-12-31"
      )
    }
  }

  @Test(arguments: [
    ("12-31", "0001-06-01", DayExpression.Direction.past), ("01-01", "9999-06-01", .future),
    ("sun", "0001-01-01", .past), ("fri", "9999-12-31", .future),
    ("02-29", "0004-02-28", .past), ("02-29", "9996-03-01", .future),
    ("季末", "0001-01-01", .past), ("31日", "0001-01-30", .past),
  ])
  func calendarMayHoldNoSuchDay(
    _ word: String,
    _ today: String,
    _ direction: DayExpression.Direction
  ) throws {
    #expect(
      try meaning(word, today, direction) == "that day is outside 0001-01-01 to 9999-12-31"
    )
  }

  @Test(arguments: [
    ("今年2月29日", "2026-07-08", "February 2026 has 28 days"),
    ("本月31日", "2026-06-08", "June 2026 has 30 days"),
    ("上月30日", "2026-03-08", "February 2026 has 28 days"),
  ])
  func monthMayBeTooShort(_ word: String, _ today: String, _ reason: String) throws {
    #expect(try meaning(word, today, .past) == reason)
    #expect(try meaning(word, today, .future) == reason)
  }

  @Test(arguments: [
    ("2026-W27", "a week, not a day", "2026-06-29", "2026-07-05"),
    ("2026-06", "a month, not a day", "2026-06-01", "2026-06-30"),
    ("2026Q2", "a quarter, not a day", "2026-04-01", "2026-06-30"),
    ("2026-H1", "half a year, not a day", "2026-01-01", "2026-06-30"),
    ("2026", "a year, not a day", "2026-01-01", "2026-12-31"),
    ("9999-w52", "a week, not a day", "9999-12-27", "9999-12-31"),
    ("0001-W01", "a week, not a day", "0001-01-01", "0001-01-07"),
  ])
  func periodIsADeadlineOnly(
    _ word: String,
    _ reason: String,
    _ first: String,
    _ last: String
  ) throws {
    #expect(try meaning(word, "2026-07-08", .future) == last)
    #expect(
      try meaning(word, "2026-07-08", .past) == "\(reason)\nWrite a day from \(first) to \(last)."
    )
  }
}

// MARK: - Refusals

/// A word that is refused, and the reason and the advice in both languages.
private struct Refusal: Sendable, CustomTestStringConvertible {
  let word: String
  let english: String
  let chinese: String

  init(_ word: String, _ english: String, _ chinese: String) {
    self.word = word
    self.english = english
    self.chinese = chinese
  }

  /// A word of which nothing is known.
  init(_ word: String) {
    self.init(
      word,
      "not a day\nWrite 2026-07-08. \(Refusal.others.en)",
      "不是日期\n请写 2026-07-08。\(Refusal.others.zh)"
    )
  }

  static let others = (
    en: "Also: today, -3d, 07-08, wed, 7月8日.", zh: "也可写：今天、-3d、07-08、7月8日、周三。"
  )

  var testDescription: String { word }
}

struct DayExpressionRefusalTests {
  private static let unclear: [Refusal] = [
    ("7/8/2026", "2026-07-08", "2026-08-07"), ("7/6/2026", "2026-07-06", "2026-06-07"),
    ("07-08-2026", "2026-07-08", "2026-08-07"), ("7.8.2026", "2026-07-08", "2026-08-07"),
    ("06/07", "06-07", "07-06"), ("6.7", "06-07", "07-06"), ("６／７", "06-07", "07-06"),
  ].map { word, first, second in
    Refusal(
      word,
      "day and month unclear\nWrite \(first) or \(second). \(Refusal.others.en)",
      "分不清月和日\n请写 \(first) 或 \(second)。\(Refusal.others.zh)"
    )
  }

  private static let misordered: [Refusal] = [
    ("2026/06/30", "2026-06-30"), ("2026.6.30", "2026-06-30"), ("30/06/2026", "2026-06-30"),
    ("30-06-2026", "2026-06-30"), ("7/7/2026", "2026-07-07"), ("13/5", "05-13"),
    ("2026/06", "2026-06"), ("06/2026", "2026-06"), ("6-2026", "2026-06"), ("29.2", "02-29"),
  ].map { word, instead in
    Refusal(
      word,
      "dates are written year first, with hyphens\nWrite \(instead).",
      "日期按年、月、日的顺序写，中间用连字符\n请写 \(instead)。"
    )
  }

  private static let notInTheCalendar: [Refusal] = [
    Refusal("2026-02-30", "February 2026 has 28 days", "2026年2月只有28天"),
    Refusal("2026-02-31", "February 2026 has 28 days", "2026年2月只有28天"),
    Refusal("2028-02-30", "February 2028 has 29 days", "2028年2月只有29天"),
    Refusal("20260231", "February 2026 has 28 days", "2026年2月只有28天"),
    Refusal("2026年6月31日", "June 2026 has 30 days", "2026年6月只有30天"),
    Refusal("06-31", "June has 30 days", "6月只有30天"),
    Refusal("2月30日", "February has at most 29 days", "2月最多有29天"),
    Refusal("2月31日", "February has at most 29 days", "2月最多有29天"),
    Refusal("2026-06-00", "there is no day 0", "没有0日"),
    Refusal("06-00", "there is no day 0", "没有0日"),
    Refusal("32日", "there is no day 32", "没有32日"),
    Refusal("2026-13-32", "there is no month 13", "没有13月"),
    Refusal("2026-00-01", "there is no month 0", "没有0月"),
    Refusal("2026-13", "there is no month 13", "没有13月"),
    Refusal("13月1日", "there is no month 13", "没有13月"),
    Refusal("30-06", "there is no month 30\nWrite 06-30.", "没有30月\n请写 06-30。"),
    Refusal(
      "2026-30-06",
      "there is no month 30\nWrite 2026-06-30.",
      "没有30月\n请写 2026-06-30。"
    ),
    Refusal("2026-W54", "2026 has 53 weeks", "2026年只有53周"),
    Refusal("2027-W53", "2027 has 52 weeks", "2027年只有52周"),
    Refusal("2027-W00", "2027 has 52 weeks", "2027年只有52周"),
    Refusal("2026-Q5", "a year has 4 quarters", "一年只有4个季度"),
    Refusal("2026H3", "a year has 2 halves", "一年只有上下两个半年"),
  ]

  private static let years: [Refusal] =
    [
      "0000-01-01", "0000", "0000-06", "00000101", "0000年1月1日", "10000-01-01", "10000年1月1日",
      "1/1/0000", "0000-W01",
    ].map { Refusal($0, "years go from 0001 to 9999", "年份只能是0001至9999") }
    + ["226-06-30", "7/6/26", "26.6.30", "99-02-31", "26年6月30日"].map {
      Refusal(
        $0,
        "the year needs four digits\nWrite 2026-07-08.",
        "年份要写四位\n请写 2026-07-08。"
      )
    }
    + [
      Refusal(
        "26-06-30",
        "the year needs four digits\nWrite 2026-06-30.",
        "年份要写四位\n请写 2026-06-30。"
      )
    ]

  private static let unfinished: [Refusal] = [
    Refusal("3天", "not a day\nWrite 3天前 or 3天后.", "不是日期\n请写 3天前 或 3天后。"),
    Refusal("3d", "not a day\nWrite +3d or -3d.", "不是日期\n请写 +3d 或 -3d。"),
    Refusal("+3", "not a day\nWrite +3d, +3w or +3m.", "不是日期\n请写 +3d、+3w 或 +3m。"),
    Refusal("-3", "not a day\nWrite -3d, -3w or -3m.", "不是日期\n请写 -3d、-3w 或 -3m。"),
    Refusal(" 2026-06-30", "there is a space in it\nWrite 2026-06-30.", "含有空格\n请写 2026-06-30。"),
    Refusal("2026-06-30\n", "there is a space in it\nWrite 2026-06-30.", "含有空格\n请写 2026-06-30。"),
    Refusal("6月　30日", "there is a space in it\nWrite 6月30日.", "含有空格\n请写 6月30日。"),
  ]

  private static let mistyped: [Refusal] = [
    ("tomorow", "tomorrow"), ("Yesteday", "yesterday"), ("toady", "today"),
    ("wendesday", "wednesday"),
  ].map { word, meant in
    Refusal(
      word,
      "not a day\nDid you mean '\(meant)'? \(Refusal.others.en)",
      "不是日期\n是否想输入'\(meant)'？\(Refusal.others.zh)"
    )
  }

  private static let unknown: [Refusal] = [
    "", " ", "-", "+", "--", "d", "+d", "-d", "+3x", "++3d", "+-3d", "+3.5d", "3d+", "2026-06-30x",
    "2026-06-", "-06-30", "2026--06", "2026-06-30-01", "202606", "2026063", "260630", "30",
    "1/1/1/1",
    "99/99", "99/99/2026", "2026-06-30T00:00", "2026-W", "W27", "2026-W27-3", "next friday", "now",
    "soon", "sow", "eow", "周", "周八", "周末", "上", "本", "本周", "下下周五", "个周五", "周五 下",
    "天前", "今夭", "3天前后", "3个天前", "3月后", "半年后", "-3天前", "0.5天前", "一一天前", "月",
    "月底前", "本月", "去年月底", "2026年月底", "六月底底", "6月", "6月30", "6月日", "月3日",
    "今年", "年", "年底年底", "底", "初", "2026底x", "两月底", "百天前", "99999999天前", "今天今天",
    "2026-06-3\u{301}0", "\u{0}", "\u{1B}[31m", "٢٠٢٦-٠٦-٣٠", "🗓", "\u{FEFF}2026-06-30",
  ].map { Refusal($0) }

  @Test(
    arguments: unclear + misordered + notInTheCalendar + years + unfinished + mistyped + unknown
  )
  private func wordIsRefused(_ refusal: Refusal) throws {
    let error = try #require(throws: InvalidValue.self) {
      try DayExpression(word: refusal.word)
    }
    #expect(error.text(in: .english) == refusal.english)
    #expect(error.text(in: .chinese) == refusal.chinese)
  }

  @Test
  func longWordsAreRefused() {
    for part in ["9", "-", "十", "周", "１", " ", "个月"] {
      #expect(throws: InvalidValue.self) {
        try DayExpression(word: String(repeating: part, count: 100_000))
      }
    }
  }

  /// Whatever is put together of the parts of days either is a day or is refused.
  @Test
  func piecesNeverStopTheProgram() throws {
    let pieces = [
      "0", "9", "12", "31", "2026", "9999999", "-", "+", "/", ".", "d", "w", "q", "h", "m", "y",
      "年",
      "月", "日", "底", "初", "周", "十", "五", "个", "上", "本", "去年", "季", "天", "前", "后", " ",
    ]
    let days = [Day.first, Day.last]
    var state: UInt64 = 7
    var accepted = 0
    for _ in 0..<15_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      var choices = Int(state >> 34)
      var word = ""
      for _ in 0...choices % 5 {
        choices /= 5
        word += pieces[choices % pieces.count]
        choices /= pieces.count
      }
      guard let expression = try? DayExpression(word: word) else { continue }
      accepted += 1
      for today in days {
        for direction in DayExpression.Direction.allCases {
          let day = try? expression.day(on: today, facing: direction)
          #expect(day.map { $0 >= .first && $0 <= .last } ?? true)
        }
      }
    }
    #expect(accepted > 100)
  }
}

// MARK: - On a command line

struct DayExpressionArgumentTests {
  @Test
  func dayMayBeginWithAMinus() throws {
    #expect(DayExpression.acceptsLeadingDash)
    #expect(try DayExpression(word: "-3d").form == DayExpression(word: "3天前").form)
    #expect(try DayExpression(word: "-3d").typed == "-3d")
    #expect(try DayExpression(word: "-3d") != DayExpression(word: "+3d"))
  }

  @Test
  func completionOffersWordsThatAreDays() throws {
    guard case .candidates(let candidates) = DayExpression.completion else {
      Issue.record("No words are offered")
      return
    }
    #expect(!candidates.isEmpty)
    for candidate in candidates {
      #expect(throws: Never.self) { try DayExpression(word: candidate.word) }
    }
  }
}
