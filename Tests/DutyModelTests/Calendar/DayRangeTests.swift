import DutyModel
import Testing

@Suite("A range of days")
struct DayRangeTests {
  @Test(
    "holds its ends and what lies between",
    arguments: [
      ("2026-01-01", "2026-12-31", "2025-12-31", false),
      ("2026-01-01", "2026-12-31", "2026-01-01", true),
      ("2026-01-01", "2026-12-31", "2026-12-31", true),
      ("2026-01-01", "2026-12-31", "2027-01-01", false),
      ("", "2026-12-31", "0001-01-01", true),
      ("2026-01-01", "", "9999-12-31", true),
      ("", "", "2026-05-05", true),
      ("2026-02-01", "2026-01-01", "2026-01-15", false),
    ]
  )
  func contains(from: String, to: String, day: String, holds: Bool) throws {
    #expect(DayRange(from: Day(from), to: Day(to)).contains(try #require(Day(day))) == holds)
  }

  @Test(
    "meets another in the days of both",
    arguments: [
      (["2026-01-01", "2026-06-30"], ["2026-06-30", ""], ["2026-06-30", "2026-06-30"], true),
      (["2026-01-01", "2026-06-30"], ["2026-07-01", ""], ["2026-07-01", "2026-06-30"], false),
      (["", "2025-12-31"], ["2026-01-01", ""], ["2026-01-01", "2025-12-31"], false),
      (["", ""], ["", ""], ["", ""], true),
      (["", "2025-12-31"], ["", "2024-12-31"], ["", "2024-12-31"], true),
      (["2020-01-01", ""], ["2021-01-01", ""], ["2021-01-01", ""], true),
      (["2026-02-01", "2026-01-01"], ["", ""], ["2026-02-01", "2026-01-01"], false),
    ]
  )
  func intersection(left: [String], right: [String], both: [String], overlap: Bool) {
    let left = range(left)
    let right = range(right)
    #expect(left.intersected(with: right) == range(both))
    #expect(right.intersected(with: left) == range(both))
    #expect(left.overlaps(right) == overlap)
    #expect(right.overlaps(left) == overlap)
  }

  private func range(_ ends: [String]) -> DayRange {
    DayRange(from: Day(ends[0]), to: Day(ends[1]))
  }

  @Test("holds the days that both of two ranges hold, and overlaps if there is one")
  func intersectionHoldsCommonDays() {
    let days = (0...6).compactMap { Day.firstDay(ofYear: 2026).adding(days: $0) }
    let ends: [Day?] = [nil] + days[1...5].map { $0 }
    let ranges = ends.flatMap { from in ends.map { DayRange(from: from, to: $0) } }
    for left in ranges {
      for right in ranges {
        let both = left.intersected(with: right)
        let common = days.filter { left.contains($0) && right.contains($0) }
        #expect(days.filter(both.contains) == common)
        #expect(left.overlaps(right) == !common.isEmpty)
      }
    }
  }
}
