import CommandLineKit
import DutyCommands
import DutyModel
import Foundation
import Testing

/// Amounts and periods as people type them.
@Suite struct ArgumentTests {
  @Test(
    arguments: [
      ("45人次", nil, 45_000, "人次"),
      ("45 人次", nil, 45_000, "人次"),
      ("１３５５份", nil, 1_355_000, "份"),
      ("1,355份", nil, 1_355_000, "份"),
      ("2.5万元", nil, 2500, "万元"),
      ("0.125 km", nil, 125, "km"),
      ("风险点31个", "风险点", 31_000, "个"),
      ("2025年问题 7 个", "2025年问题", 7000, "个"),
      ("999999999999元", nil, 999_999_999_999_000, "元"),
      ("0次", nil, 0, "次"),
    ] as [(String, String?, Int, String)]
  )
  func amounts(_ word: String, _ what: String?, _ thousandths: Int, _ unit: String) throws {
    let quantity = try QuantityArgument(word: word).quantity
    #expect(quantity == .init(what: what, thousandths: thousandths, unit: unit))
  }

  @Test(arguments: [
    "45", "人次", "", "1.2345元", "1.2.3次", "-5次", "1234567890123元", "1,2份", ",5份", "5.元", "三次",
    ".5元", "12,3456份",
  ]) func noAmounts(_ word: String) {
    #expect(throws: InvalidValue.self) { try QuantityArgument(word: word) }
  }

  @Test(arguments: ["王芳", " 王芳 ", "Ann Lee", "O'Neil", "阿依古丽·买买提", "一中", "No Name"])
  func names(_ word: String) throws {
    #expect(try OwnerName(word: word).text == word.trimmingCharacters(in: .whitespaces))
  }

  @Test(arguments: [
    "王芳、李明", "王芳，李明", "Ann,Bob", "王芳；李明", "1", "１２", "无", "没有", "None", "no", " ",
    "每月一次", "4 per year", "持续推进",
  ]) func noNames(_ word: String) {
    #expect(throws: InvalidValue.self) { try OwnerName(word: word) }
  }

  @Test func eachOfSeveralNamesIsOne() throws {
    #expect(try OwnerNames(word: "王芳、李明， Ann Lee").names == ["王芳", "李明", "Ann Lee"])
    #expect(throws: InvalidValue.self) { try OwnerNames(word: "王芳、无") }
  }

  @Test(arguments: [
    ("2026", "2026"), ("2026-H1", "2026-H1"), ("2026h2", "2026-H2"), ("2026Q2", "2026-Q2"),
    ("2026-q4", "2026-Q4"), ("2026-06", "2026-06"), ("2026-W27", "2026-W27"),
    ("2026年6月", "2026-06"), ("２０２６", "2026"), ("2026-07-31", "2026-07-31"),
    ("2026年", "2026"), ("2026-7-31", "2026-07-31"),
  ]) func periods(_ word: String, _ label: String) throws {
    #expect(try PeriodArgument(word: word).period?.description == label)
  }

  /// As answers show an occurrence: without its year.
  @Test(arguments: [
    ("上半年", ["2026-H1"]), ("（上半年）", ["2026-H1"]), ("下半年", ["2026-H2", "2025-H2"]),
    ("第1季度", ["2026-Q1"]), ("一季度", ["2026-Q1"]), ("第二季度", ["2026-Q2"]),
    ("第3季度", ["2026-Q3", "2025-Q3"]), ("6月", ["2026-06"]), ("六月份", ["2026-06"]),
    ("７月", ["2026-07", "2025-07"]), ("第23周", ["2026-W23"]), ("第53周", ["2026-W53"]),
    ("2025年第4季度", ["2025-Q4"]), ("2026年上半年", ["2026-H1"]), ("去年下半年", ["2025-H2"]),
    ("今年12月", ["2026-12"]),
  ]) func periodsOfTheYear(_ word: String, _ labels: [String]) throws {
    let today = try #require(Day("2026-06-20"))
    let periods = try PeriodArgument(word: word).periods(on: today)
    #expect(periods.map(\.description) == labels)
  }

  @Test(arguments: [
    "", "soon", "2026-13", "2026-W54", "2026-Q5", "today", "06", "H1", "13月", "第5季度", "0月",
    "第54周", "23周", "第6月", "上半年底", "半年", "季度",
  ])
  func noPeriods(_ word: String) {
    #expect(throws: InvalidValue.self) { try PeriodArgument(word: word) }
  }
}
