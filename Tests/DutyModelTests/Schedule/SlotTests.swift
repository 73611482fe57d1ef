import DutyModel
import Testing

@Suite("The slots of a schedule")
struct SlotTests {
  /// A row: the schedule, the first and the last due day asked for, and `label start…end due ×owed`.
  @Test("are those of its rule", arguments: table)
  func slots(schedule: String, range: String, expected: [String]) throws {
    let schedule = try Schedule(schedule)
    let ends = range.split(separator: "…")
    let first = try #require(Day(ends[0]))
    let last = try #require(Day(ends[1]))
    let slots = schedule.slots(dueIn: first...last)
    #expect(slots.map(line) == expected)
  }

  @Test(
    "never come where no due day lies in the effective days",
    arguments: [
      ("by 2023-?", "2026-01-01", nil, true),
      ("by 2023-?", "2023-01-01", nil, false),
      ("by 2026-06", nil, "2026-06-29", true),
      ("by 12 each year", "2026-01-01", "2026-06-30", true),
      ("by 12 each year", "2026-01-01", nil, false),
      ("2 per year", "2026-12-31", "2026-12-31", false),
      ("1 per month by 25", "2026-01-26", "2026-02-24", true),
      ("ongoing", "2026-01-01", "2026-01-01", false),
      ("as needed", nil, nil, false),
    ] as [(String, String?, String?, Bool)]
  )
  func never(schedule: String, from: String?, to: String?, expected: Bool) throws {
    let days = DayRange(from: from.flatMap { Day($0) }, to: to.flatMap { Day($0) })
    #expect(Terms(try Schedule(schedule), effective: days).isNeverDue == expected)
  }

  private func line(_ slot: Slot) -> String {
    "\(slot.period) \(slot.start)…\(slot.end) \(slot.due) ×\(slot.owed)"
  }

  static let table: [(String, String, [String])] = [
    ("ongoing", "0001-01-01…9999-12-31", []),
    ("as needed", "0001-01-01…9999-12-31", []),

    // Once.
    ("by 2023", "0001-01-01…9999-12-31", ["2023-12-31 2023-01-01…2023-12-31 2023-12-31 ×1"]),
    ("by 2023-06", "2023-06-30…2023-06-30", ["2023-06-30 2023-01-01…2023-06-30 2023-06-30 ×1"]),
    ("by 2023-06-15", "2023-06-16…9999-12-31", []),
    ("by 2023-06-15", "0001-01-01…2023-06-14", []),
    ("by 2023-?", "2023-01-01…2023-12-31", ["2023-12-31 2023-01-01…2023-12-31 2023-12-31 ×1"]),
    ("by 2024-02-?", "2024-01-01…2024-12-31", ["2024-02-29 2024-01-01…2024-02-29 2024-02-29 ×1"]),
    ("by 0001-01-01", "0001-01-01…0001-01-01", ["0001-01-01 0001-01-01…0001-01-01 0001-01-01 ×1"]),

    // Dates of every year.
    (
      "by 01-31 and 07-31 each year", "2026-01-01…2027-02-01",
      [
        "2026-01-31 2025-08-01…2026-01-31 2026-01-31 ×1",
        "2026-07-31 2026-02-01…2026-07-31 2026-07-31 ×1",
        "2027-01-31 2026-08-01…2027-01-31 2027-01-31 ×1",
      ]
    ),
    (
      "by 02-29 each year", "2023-01-01…2025-12-31",
      [
        "2023-02-28 2022-03-01…2023-02-28 2023-02-28 ×1",
        "2024-02-29 2023-03-01…2024-02-29 2024-02-29 ×1",
        "2025-02-28 2024-03-01…2025-02-28 2025-02-28 ×1",
      ]
    ),
    (
      "by 02-28 and 02-29 each year", "2023-01-01…2024-12-31",
      [
        "2023-02-28 2022-03-01…2023-02-28 2023-02-28 ×1",
        "2024-02-28 2023-03-01…2024-02-28 2024-02-28 ×1",
        "2024-02-29 2024-02-29…2024-02-29 2024-02-29 ×1",
      ]
    ),
    ("by ? each year", "2026-01-01…2026-12-31", ["2026-12-31 2026-01-01…2026-12-31 2026-12-31 ×1"]),
    (
      "by 06 each year", "0001-01-01…0002-12-31",
      [
        "0001-06-30 0001-01-01…0001-06-30 0001-06-30 ×1",
        "0002-06-30 0001-07-01…0002-06-30 0002-06-30 ×1",
      ]
    ),
    (
      "by 12 each year", "9999-01-01…9999-12-31",
      ["9999-12-31 9999-01-01…9999-12-31 9999-12-31 ×1"]
    ),

    // A stretch of every year.
    (
      "from 03 by 06 each year", "2026-01-01…2026-12-31",
      ["2026-06-30 2026-03-01…2026-06-30 2026-06-30 ×1"]
    ),
    (
      "from 02-29 by 02-29 each year", "2023-01-01…2024-12-31",
      [
        "2023-02-28 2023-02-28…2023-02-28 2023-02-28 ×1",
        "2024-02-29 2024-02-29…2024-02-29 2024-02-29 ×1",
      ]
    ),
    (
      "from ? by 06-15 each year", "2026-01-01…2026-12-31",
      ["2026-06-15 2026-01-01…2026-06-15 2026-06-15 ×1"]
    ),

    // Month ends never drift.
    (
      "1 per month", "2023-12-31…2024-04-30",
      [
        "2023-12 2023-12-01…2023-12-31 2023-12-31 ×1",
        "2024-01 2024-01-01…2024-01-31 2024-01-31 ×1",
        "2024-02 2024-02-01…2024-02-29 2024-02-29 ×1",
        "2024-03 2024-03-01…2024-03-31 2024-03-31 ×1",
        "2024-04 2024-04-01…2024-04-30 2024-04-30 ×1",
      ]
    ),
    (
      "1 per month by 31", "2023-01-01…2023-04-30",
      [
        "2023-01 2023-01-01…2023-01-31 2023-01-31 ×1",
        "2023-02 2023-02-01…2023-02-28 2023-02-28 ×1",
        "2023-03 2023-03-01…2023-03-31 2023-03-31 ×1",
        "2023-04 2023-04-01…2023-04-30 2023-04-30 ×1",
      ]
    ),
    (
      "2 per month by 05", "2026-01-05…2026-02-04",
      ["2026-01 2026-01-01…2026-01-31 2026-01-05 ×2"]
    ),
    ("2 per month by 05", "2026-01-06…2026-02-04", []),

    // Counted in the other periods.
    (
      "2 per quarter", "2026-06-30…2026-09-30",
      [
        "2026-Q2 2026-04-01…2026-06-30 2026-06-30 ×2",
        "2026-Q3 2026-07-01…2026-09-30 2026-09-30 ×2",
      ]
    ),
    (
      "? per half-year", "2026-01-01…2026-12-31",
      [
        "2026-H1 2026-01-01…2026-06-30 2026-06-30 ×1",
        "2026-H2 2026-07-01…2026-12-31 2026-12-31 ×1",
      ]
    ),
    ("4 per year", "2026-01-01…2026-12-31", ["2026 2026-01-01…2026-12-31 2026-12-31 ×4"]),
    ("4 per year by 11-30", "2026-01-01…2026-12-31", ["2026 2026-01-01…2026-12-31 2026-11-30 ×4"]),
    ("4 per year by 11-30", "2026-12-01…2027-11-29", []),
    ("1 per year by 02-29", "2023-01-01…2023-12-31", ["2023 2023-01-01…2023-12-31 2023-02-28 ×1"]),
    ("? per year by ?", "2026-12-31…2026-12-31", ["2026 2026-01-01…2026-12-31 2026-12-31 ×1"]),
    ("1 per week", "2027-01-01…2027-01-03", ["2026-W53 2026-12-28…2027-01-03 2027-01-03 ×1"]),
    ("1 per week", "0001-01-01…0001-01-07", ["0001-W01 0001-01-01…0001-01-07 0001-01-07 ×1"]),
    ("1 per week", "9999-12-27…9999-12-31", ["9999-W52 9999-12-27…9999-12-31 9999-12-31 ×1"]),
    (
      "2 per year, 60 days apart", "2026-01-01…2026-12-31",
      ["2026 2026-01-01…2026-12-31 2026-12-31 ×2"]
    ),
  ]

  @Test(
    "owed once begin where their checklist does",
    arguments: [
      ("2022-05-01", "2022-05-01"),
      ("2023-06-15", "2023-06-15"),
      ("2024-01-01", "2023-06-15"),
      ("0001-01-01", "0001-01-01"),
    ]
  )
  func beginning(of day: String, start: String) throws {
    let schedule = try Schedule("by 2023-06-15")
    let beginning = try #require(Day(day))
    let slots = schedule.slots(dueIn: .first...Day.last, beginning: beginning)
    #expect(slots.map(\.start.description) == [start])
    let slot = try #require(slots.first)
    #expect(schedule.slot(for: slot.period, beginning: beginning) == slot)
    #expect(schedule.slot(containing: slot.start, beginning: beginning) == slot)
    if slot.start > .first {
      #expect(schedule.slot(containing: slot.start.dayBefore, beginning: beginning) == nil)
    }
  }

  @Test("agree however they are asked for", arguments: ScheduleTable.pairs.map(\.0))
  func agreement(text: String) throws {
    let schedule = try Schedule(text)
    let from = try #require(Day("2022-12-20"))
    let to = try #require(Day("2025-01-12"))
    let slots = schedule.slots(dueIn: from...to)

    // In order, one label each, and each within itself.
    #expect(slots.map(\.due) == slots.map(\.due).sorted())
    #expect(Set(slots.map(\.period)).count == slots.count)
    for slot in slots {
      #expect(slot.start <= slot.due && slot.due <= slot.end)
      #expect(slot.dayCount == slot.due - slot.start + 1)
      #expect((1...366).contains(slot.owed))
      #expect(schedule.slot(for: slot.period) == slot)
      #expect(Period(slot.period.description) == slot.period)
      #expect(schedule.slot(containing: slot.start) == slot)
      #expect(schedule.slot(containing: slot.end) == slot)
    }

    // A narrower range gives those of them that are due in it.
    for days in [0, 1, 30, 45, 200] {
      guard let start = from.adding(days: days), let end = start.adding(days: 2 * days) else {
        continue
      }
      let narrow = start...min(end, to)
      #expect(schedule.slots(dueIn: narrow) == slots.filter { narrow.contains($0.due) })
    }

    // Every label of these years names one of them or none.
    for ordinal in from.ordinal...to.ordinal {
      let day = try #require(Day(ordinal: ordinal))
      let periods = PeriodUnit.allCases.map { Period($0, containing: day) } + [.due(day)]
      for period in periods {
        let slot = schedule.slot(for: period)
        if let slot, (from...to).contains(slot.due), !slots.contains(slot) {
          Issue.record("\(text): \(period) is not among the slots")
        }
        if slot == nil, slots.contains(where: { $0.period == period }) {
          Issue.record("\(text): \(period) is among the slots alone")
        }
      }
      let holder = schedule.slot(containing: day)
      if let holder, !(holder.start...holder.end).contains(day) {
        Issue.record("\(text): \(day) lies outside \(holder.period)")
      }
      if let slot = slots.first(where: { ($0.start...$0.end).contains(day) }), slot != holder {
        Issue.record("\(text): \(day) lies in \(slot.period)")
      }
    }
  }

  @Test(
    "cover the whole calendar, whatever its ends",
    arguments: [
      "by 02-29 each year", "by 01 and ? each year", "1 per half-year", "1 per year by 06",
      "1 per month by 31",
    ]
  )
  func wholeCalendar(text: String) throws {
    let schedule = try Schedule(text)
    let slots = schedule.slots(dueIn: .first...Day.last)
    let perYear =
      switch text {
      case "1 per month by 31": 12
      case "by 01 and ? each year", "1 per half-year": 2
      default: 1
      }
    #expect(slots.count == 9999 * perYear)
    #expect(slots.first?.start == .first)
    for (slot, next) in zip(slots, slots.dropFirst()) where next.start != slot.end.dayAfter {
      Issue.record("between \(slot.period) and \(next.period) there is a gap")
    }
  }

  @Test("trap for no day of the calendar's ends", arguments: ScheduleTable.pairs.map(\.0))
  func ends(text: String) throws {
    let schedule = try Schedule(text)
    for day in [Day.first, Day.first.dayAfter, Day.last.dayBefore, Day.last] {
      #expect(schedule.slots(dueIn: day...day).allSatisfy { $0.due == day })
      for beginning in [Day.first, Day.last] {
        if let slot = schedule.slot(containing: day, beginning: beginning) {
          #expect((slot.start...slot.end).contains(day))
        }
      }
      #expect(schedule.slot(for: .due(day)).map { $0.due == day } ?? true)
    }
  }

  @Test("of a schedule that no text has trap nowhere")
  func impossibleSchedules() {
    let schedules: [Schedule] = [
      .yearly([]), .yearly([.month(13), .day(month: 0, day: 99)]),
      .span(from: .month(12), by: .month(1)), .span(from: .day(month: 99, day: 99), by: .unknown),
      .once(.month(0, 0)), .once(.year(.max)), .once(.unknownDay(year: -1, month: 13)),
      .counted(Counted(count: -1, unit: .week, by: .point(.month(1)), gap: .max)),
      .counted(Counted(count: .max, unit: .year, by: .dayOfMonth(99), gap: .min)),
    ]
    let day = Day.lastDay(ofYear: 2026)
    for schedule in schedules {
      #expect(!schedule.description.isEmpty)
      #expect(!schedule.chinese.isEmpty)
      for slot in schedule.slots(dueIn: .firstDay(ofYear: 2026)...day) {
        #expect(slot.due.year == 2026)
        #expect(schedule.derivation(of: slot).slot == slot)
      }
      for period in [Period.year(2026), .due(day), .week(0, 0)] {
        #expect(schedule.slot(for: period).map { $0.period == period } ?? true)
      }
    }
  }
}
