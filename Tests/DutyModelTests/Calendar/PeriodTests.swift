import DutyModel
import Testing

@Suite("A period")
struct PeriodTests {
  /// In Python: `fnv(f"{year:04}-W{week:02},{monday},{sunday}\n" for every ISO week)`, with the
  /// last Sunday cut to 9999-12-31.
  @Test("of a week is the ISO week that Python has, over the whole calendar")
  func everyWeek() {
    var hash = Hash()
    var period: Period? = Period(.week, containing: .first)
    var count = 0
    while let week = period {
      hash.add("\(week),\(week.firstDay),\(week.lastDay)\n")
      count += 1
      if Period(week.description) != week { Issue.record("\(week) is not read back") }
      period = week.next
    }
    #expect(hash.value == 0x6614_3795_007A_7A52)
    #expect(count == 521_723)
  }

  @Test(
    "follows the one before without a gap, from the first day to the last",
    arguments: PeriodUnit.allCases
  )
  func succession(unit: PeriodUnit) throws {
    var period = Period(unit, containing: .first)
    #expect(period.firstDay == .first)
    while let next = period.next {
      if next.firstDay != period.lastDay.dayAfter || next.unit != unit
        || Period(unit, containing: next.firstDay) != next
        || Period(unit, containing: next.lastDay) != next
      {
        Issue.record("\(next) does not follow \(period)")
      }
      period = next
    }
    #expect(period.lastDay == .last)
    #expect(period == Period(unit, containing: .last))
  }

  @Test(
    "has one label",
    arguments: [
      ("2026", Period.year(2026), "2026-01-01", "2026-12-31"),
      ("2026-H1", .halfYear(2026, 1), "2026-01-01", "2026-06-30"),
      ("2026-H2", .halfYear(2026, 2), "2026-07-01", "2026-12-31"),
      ("2026-Q1", .quarter(2026, 1), "2026-01-01", "2026-03-31"),
      ("2026-Q4", .quarter(2026, 4), "2026-10-01", "2026-12-31"),
      ("2024-02", .month(2024, 2), "2024-02-01", "2024-02-29"),
      ("2023-02", .month(2023, 2), "2023-02-01", "2023-02-28"),
      ("2026-W01", .week(2026, 1), "2025-12-29", "2026-01-04"),
      ("2026-W53", .week(2026, 53), "2026-12-28", "2027-01-03"),
      (
        "2026-07-31", .due(.lastDay(ofYear: 2026).adding(months: -5) ?? .first), "2026-07-31",
        "2026-07-31"
      ),
      ("0001", .year(1), "0001-01-01", "0001-12-31"),
      ("9999-W52", .week(9999, 52), "9999-12-27", "9999-12-31"),
    ]
  )
  func label(label: String, period: Period, first: String, last: String) {
    #expect(Period(label) == period)
    #expect(period.description == label)
    #expect(period.firstDay.description == first)
    #expect(period.lastDay.description == last)
  }

  @Test(
    "has no other labels",
    arguments: [
      "", "2", "202", "0000", "20266", "2026-", "2026-H", "2026-H0", "2026-H3", "2026-h1",
      "2026-Q0", "2026-Q5", "2026-q1", "2026-Q12", "2026-00", "2026-13", "2026-6", "2026-W00",
      "2026-W54", "2025-W53", "2026-W1", "2026-w01", "2026-W", "2026-02-29", "2026-02-30",
      "2026-2-1", "2026H1", "2026 H1", "2026-H1 ", " 2026", "２０２６", "2026-Ｑ1", "10000", "-001",
      "2026-07-31-", "2026--7", "0000-W01", "0000-Q1", "9999-W53", "2026年", "abcd", "2026-🙂",
    ]
  )
  func noLabel(label: String) {
    #expect(Period(label) == nil)
  }

  @Test("named by a due day has neither unit nor successor")
  func dated() {
    #expect(Period.due(.first).unit == nil)
    #expect(Period.due(.first).next == nil)
    #expect(Period.year(9999).next == nil)
    #expect(Period.week(9999, 52).next == nil)
    #expect(
      PeriodUnit.allCases.map(\.rawValue) == ["week", "month", "quarter", "half-year", "year"]
    )
  }

  @Test("that the calendar does not have traps nowhere")
  func impossiblePeriods() {
    let periods: [Period] = [
      .year(0), .year(10_000), .year(.max), .halfYear(2026, 9), .quarter(0, 0), .month(2026, 13),
      .month(-1, -1), .week(10_000, 1), .week(9999, 99), .week(0, 0),
    ]
    for period in periods {
      #expect((Day.first...Day.last).contains(period.firstDay))
      #expect((Day.first...Day.last).contains(period.lastDay))
      #expect(!period.description.isEmpty)
    }
  }
}
