import DutyModel
import TestSupport
import Testing

@Suite("A text that is no schedule")
struct ScheduleErrorTests {
  @Test("is refused with the fault and its place", arguments: faults)
  func fault(text: String, fault: ScheduleError) {
    #expect(throws: fault) { try Schedule(text) }
  }

  static let faults: [(String, ScheduleError)] = [
    ("", .empty),
    (" \u{3000}\t", .empty),
    ("4", .incomplete(at: 1)),
    ("4 per ", .incomplete(at: 6)),
    ("by", .incomplete(at: 2)),
    ("by 2023-", .incomplete(at: 8)),
    ("by 06", .incomplete(at: 5)),
    ("by 06 and", .unknown("and", nearest: nil, at: 6)),
    ("每年11月", .incomplete(at: 5)),
    ("每", .incomplete(at: 1)),
    ("每年不少于", .incomplete(at: 5)),
    ("半年", .incomplete(at: 2)),

    // Unknown words, and what may have been meant.
    ("ongoin", .unknown("ongoin", nearest: "ongoing", at: 0)),
    ("as neded", .unknown("as neded", nearest: "as needed", at: 0)),
    ("monthly", .unknown("monthly", nearest: "1 per month", at: 0)),
    ("every year", .unknown("every year", nearest: "1 per year", at: 0)),
    ("4 per yaer", .unknown("yaer", nearest: nil, at: 6)),
    ("4 per years", .unknown("years", nearest: "year", at: 6)),
    ("4 per half year", .unknown("half year", nearest: "half-year", at: 6)),
    ("2  per  mnth", .unknown("mnth", nearest: "month", at: 8)),
    ("4 per day", .unknown("day", nearest: nil, at: 6)),
    ("04 per year", .unknown("04 per year", nearest: nil, at: 0)),
    ("-1 per year", .unknown("-1 per year", nearest: nil, at: 0)),
    ("4 per year.", .unknown(".", nearest: nil, at: 10)),
    ("4 per year by 11-30 each year", .unknown("each year", nearest: nil, at: 20)),
    ("by 2023 each year", .unknown("each year", nearest: nil, at: 8)),
    ("by 6 each year", .unknown("6 each year", nearest: nil, at: 3)),
    ("by 2023-6", .unknown("6", nearest: nil, at: 8)),
    ("by 20234", .unknown("4", nearest: nil, at: 7)),
    ("by 2023-06-30Z", .unknown("Z", nearest: nil, at: 13)),
    ("ongoing ongoing", .unknown("ongoing", nearest: nil, at: 8)),
    ("2 per year, 60 days", .incomplete(at: 19)),
    ("2 per year, 60 weeks apart", .unknown("weeks apart", nearest: nil, at: 15)),
    ("ongöing", .unknown("ongöing", nearest: "ongoing", at: 0)),
    ("\u{0}ongoing", .unknown("\u{0}ongoing", nearest: "ongoing", at: 0)),
    ("\u{0}4 per year", .unknown("\u{0}4 per year", nearest: nil, at: 0)),
    ("4\u{0} per year", .unknown("\u{0} per year", nearest: nil, at: 1)),
    ("4 per year\u{0}", .unknown("\u{0}", nearest: nil, at: 10)),
    ("4 per year4", .unknown("4", nearest: nil, at: 10)),
    ("4ongoing", .unknown("ongoing", nearest: nil, at: 1)),
    (" per year", .unknown("per year", nearest: nil, at: 1)),
    ("🙂", .unknown("🙂", nearest: nil, at: 0)),
    ("持续", .unknown("持续", nearest: "持续推进", at: 0)),
    ("及时处理", .unknown("及时处理", nearest: "按需", at: 0)),
    ("每天1次", .unknown("天1次", nearest: nil, at: 1)),
    ("每年3月1次", .unknown("次", nearest: nil, at: 5)),
    ("2023年", .incomplete(at: 5)),
    ("2023年6月30日", .unknown("日", nearest: nil, at: 9)),
    ("每年3月至少1次", .unknown("至少1次", nearest: nil, at: 4)),
    ("每年1月31日前、7月31日前2次", .unknown("2次", nearest: nil, at: 15)),
    ("每年十十次", .unknown("十十次", nearest: nil, at: 2)),

    // Words that name no cycle.
    ("定期", .vague("定期", at: 0)),
    ("不定期开展", .vague("不定期", at: 0)),
    ("经常性", .vague("经常", at: 0)),
    ("每年 定期", .vague("定期", at: 3)),
    ("Regularly", .vague("regularly", at: 0)),
    ("2 per year, often", .vague("often", at: 12)),

    // Kept for later.
    ("1 per term", .notSupported(.perTerm, at: 6)),
    ("every 3 months", .notSupported(.everyMonths, at: 0)),
    ("each meeting", .notSupported(.eachMeeting, at: 0)),
    ("每届1次", .notSupported(.perTerm, at: 1)),
    ("每两个月1次", .notSupported(.everyMonths, at: 1)),
    ("每次会议", .notSupported(.eachMeeting, at: 1)),

    // Dates and counts out of range.
    ("by 0000", .yearOutOfRange(0, at: 3)),
    ("0年底前", .yearOutOfRange(0, at: 0)),
    ("10000年底前", .yearOutOfRange(10_000, at: 0)),
    ("by 2023-13", .monthOutOfRange(13, at: 8)),
    ("by 00 each year", .monthOutOfRange(0, at: 3)),
    ("2023年13月底前", .monthOutOfRange(13, at: 5)),
    ("by 2023-02-29", .dayOutOfRange(29, month: 2, year: 2023, at: 11)),
    ("2023年2月29日前", .dayOutOfRange(29, month: 2, year: 2023, at: 7)),
    ("by 02-30 each year", .dayOutOfRange(30, month: 2, year: nil, at: 6)),
    ("by 06-00 each year", .dayOutOfRange(0, month: 6, year: nil, at: 6)),
    ("每年6月31日前", .dayOutOfRange(31, month: 6, year: nil, at: 4)),
    ("1 per month by 32", .dayOutOfRange(32, month: nil, year: nil, at: 15)),
    ("每月0日前1次", .dayOutOfRange(0, month: nil, year: nil, at: 2)),
    ("0 per year", .countOutOfRange(0, at: 0)),
    ("367 per year", .countOutOfRange(367, at: 0)),
    ("99999999999999999999 per year", .countOutOfRange(1_000_000_000, at: 0)),
    ("每年367次", .countOutOfRange(367, at: 2)),

    // Order.
    ("by 07-31 and 01-31 each year", .notAscending(at: 13)),
    ("by 06 and 06 each year", .notAscending(at: 10)),
    ("by 06 and 06-30 each year", .notAscending(at: 10)),
    ("by 02 and 02-29 each year", .notAscending(at: 10)),
    ("by ? and 06 each year", .notAscending(at: 9)),
    ("by 12 and ? each year", .notAscending(at: 10)),
    ("每年7月底前、1月底前", .notAscending(at: 7)),
    ("from 06 by 03 each year", .reversed(at: 11)),
    ("from 03-15 by 03-14 each year", .reversed(at: 14)),
    ("每年6月至3月", .reversed(at: 5)),

    // Dates inside a period, and gaps.
    ("1 per quarter by 15", .dateDoesNotFit(.quarter, at: 17)),
    ("1 per week by 05", .dateDoesNotFit(.week, at: 14)),
    ("1 per month by 11-30", .dateDoesNotFit(.month, at: 15)),
    ("1 per month by ?", .dateDoesNotFit(.month, at: 15)),
    ("1 per year by 15", .monthOutOfRange(15, at: 14)),
    ("每季度15日前1次", .dateDoesNotFit(.quarter, at: 3)),
    ("1 per year, 60 days apart", .gapWithoutRepetition(at: 12)),
    ("? per year, 60 days apart", .gapWithoutRepetition(at: 12)),
    ("每年*次，间隔60天以上", .gapWithoutRepetition(at: 7)),
    ("2 per year, 365 days apart", .gapOutOfRange(365, most: 364, at: 12)),
    ("2 per year, 0 days apart", .gapOutOfRange(0, most: 364, at: 12)),
    ("2 per month, 28 days apart", .gapOutOfRange(28, most: 27, at: 13)),
    ("4 per week, 3 days apart", .gapOutOfRange(3, most: 2, at: 12)),
    ("每年2次，间隔365天以上", .gapOutOfRange(365, most: 364, at: 7)),
  ]

  @Test("has a fault inside the text, whatever stands there")
  func offsetsLieInside() {
    var generator = SeededGenerator(seed: 7)
    let pieces = [
      "by ", "2023", "-", "06", "?", " each year", " and ", "from ", "4", " per ", "year", "month",
      "week", ", ", "60", " days apart", "每", "年", "半年", "月", "底前", "日前", "至", "、", "*", "次",
      "，", "间隔", "天以上", "十", "百", "〇", "９", "定期", " ", "\u{3000}", "é", "🙂", "\u{0}", "99999999999",
      "至少", "完成", "前", "X", "ongoing", "as needed",
    ]
    var refused = 0
    for _ in 0..<20_000 {
      let length = Int.random(in: 0...7, using: &generator)
      let text = (0..<length).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      do throws(ScheduleError) {
        let schedule = try Schedule(text)
        if (try? Schedule(schedule.description)) != schedule {
          Issue.record("\(text) is read as \(schedule), which does not read back")
        }
      } catch {
        refused += 1
        if !(0...text.unicodeScalars.count).contains(error.offset) {
          Issue.record("\(text.debugDescription): \(error)")
        }
      }
    }
    #expect(refused > 10_000)
  }
}
