import DutyModel
import Testing

/// The expected hashes are printed by `Oracle/dates.py`, which knows the calendar from Python's
/// datetime alone.
@Suite("A day")
struct DayTests {
  /// In Python: `fnv(f"{d.isoformat()},{d.isoweekday()}\n" for d in every day)`.
  @Test("has the parts and the weekday that Python has, on every day of the calendar")
  func everyDay() throws {
    var hash = Hash()
    for ordinal in 1...3_652_059 {
      let day = try #require(Day(ordinal: ordinal))
      let parts = day.parts
      hash.add(parts.year, width: 4)
      hash.add(0x2D)
      hash.add(parts.month, width: 2)
      hash.add(0x2D)
      hash.add(parts.day, width: 2)
      hash.add(0x2C)
      hash.add(day.weekday.rawValue, width: 1)
      hash.add(0x0A)
      if Day(year: parts.year, month: parts.month, day: parts.day)?.ordinal != ordinal {
        Issue.record("the parts of day \(ordinal) make another day")
      }
    }
    #expect(hash.value == 0x13BC_1ABF_FB07_A70A)
  }

  @Test("has months of the lengths that Python has, and no day beyond them")
  func monthEnds() {
    var hash = Hash()
    for year in 1...9999 {
      for month in 1...12 {
        let length = Day.count(inMonth: month, of: year)
        hash.add(year, width: 4)
        hash.add(0x2D)
        hash.add(month, width: 2)
        hash.add(0x2D)
        hash.add(length, width: 2)
        hash.add(0x0A)
        if Day(year: year, month: month, day: length + 1) != nil
          || Day(year: year, month: month, clampedDay: 31)?.day != length
        {
          Issue.record("the month \(year)-\(month) does not end on its day \(length)")
        }
      }
    }
    #expect(hash.value == 0xE61E_0101_FB3D_C562)
  }

  @Test("moved by months lands where Python's rule of clamping lands")
  func months() throws {
    var hash = Hash()
    let steps = [
      -24_000, -120, -25, -13, -12, -11, -2, -1, 0, 1, 2, 3, 6, 11, 12, 13, 48, 1200,
    ]
    for year in [1, 2, 4, 1899, 1900, 2000, 2023, 2024, 9996, 9998, 9999] {
      for ordinal in Day.firstDay(ofYear: year).ordinal...Day.lastDay(ofYear: year).ordinal {
        let day = try #require(Day(ordinal: ordinal))
        for step in steps {
          hash.add("\(day),\(step),\(day.adding(months: step)?.description ?? "-")\n")
        }
      }
    }
    #expect(hash.value == 0x16DF_CFCD_C41E_1CA3)
  }

  @Test("is read back from its text", arguments: [1, 400, 1899, 1900, 2000, 2023, 2024, 9999])
  func text(year: Int) throws {
    for ordinal in Day.firstDay(ofYear: year).ordinal...Day.lastDay(ofYear: year).ordinal {
      let day = try #require(Day(ordinal: ordinal))
      let text = day.description
      #expect(text.utf8.count == 10)
      #expect(Day(text) == day)
      #expect(Day(Substring(text)) == day)
    }
  }

  @Test(
    "is read from YYYY-MM-DD alone",
    arguments: [
      "", "2023", "2023-06", "2023-2-9", "2023-02-9", "23-01-01", "12023-01-01", "+2023-01-01",
      "-001-01-01", "2023-02-29", "1900-02-29", "2023-04-31", "2023-00-10", "2023-13-01",
      "2023-01-00", "2023-01-32", "0000-01-01", "10000-01-01", " 2023-01-01", "2023-01-01 ",
      "2023-01-01\n", "2023-01-01Z", "2023-01-01T00:00:00Z", "2023/01/01", "2023.01.01",
      "20230101", "2023-01–01", "2023-W01-1", "２０２３-０１-０１", "٢٠٢٣-٠١-٠١", "2023-01-0１",
      "2023-0a-01", "0x23-01-01", "2023-1e-01", "２-01-01", "2023年1月1日", "\u{0}023-01-01",
      "2023-01-1\u{301}",
    ]
  )
  func strictText(text: String) {
    #expect(Day(text) == nil)
  }

  @Test("beyond the calendar is none")
  func bounds() {
    #expect(Day(ordinal: 0) == nil)
    #expect(Day(ordinal: 3_652_060) == nil)
    #expect(Day(ordinal: .min) == nil)
    #expect(Day(ordinal: .max) == nil)
    #expect(Day.first.description == "0001-01-01")
    #expect(Day.last.description == "9999-12-31")
    #expect(Day.first.weekday == .monday)
    #expect(Day.last.weekday == .friday)
    #expect(Day.first.dayBefore == .first)
    #expect(Day.last.dayAfter == .last)
    #expect(Day.first.dayAfter.description == "0001-01-02")
    #expect(Day.last.dayBefore.description == "9999-12-30")
    #expect(Day.last - Day.first == 3_652_058)
    #expect(Day.first - Day.last == -3_652_058)
    #expect(Day.first < Day.last)
    for bound in [Int.min, Int.min + 1, -3_652_060, 3_652_060, .max - 1, .max] {
      for day in [Day.first, Day.last] {
        #expect(day.adding(days: bound) == nil)
        #expect(day.adding(months: bound) == nil)
      }
    }
    #expect(Day.last.adding(months: 1) == nil)
    #expect(Day.first.adding(months: -1) == nil)
    #expect(Day.first.adding(months: 119_987)?.description == "9999-12-01")
    #expect(Day.firstDay(ofYear: .min) == .first)
    #expect(Day.lastDay(ofYear: .max) == .last)
    #expect(Day.lastDay(ofYear: 0).description == "0001-12-31")
  }

  @Test(
    "of parts that no calendar has is none",
    arguments: [
      (0, 1, 1), (10_000, 1, 1), (-1, 1, 1), (Int.min, 1, 1), (Int.max, 12, 31), (2023, 0, 1),
      (2023, 13, 1), (2023, Int.max, 1), (2023, 1, 0), (2023, 1, 32), (2023, 1, Int.min),
      (2023, 1, Int.max),
    ]
  )
  func impossibleParts(year: Int, month: Int, day: Int) {
    #expect(Day(year: year, month: month, day: day) == nil)
    #expect(Day(year: year, month: month, clampedDay: day) == nil)
  }

  @Test("is the same by whichever of its parts it is asked for")
  func parts() throws {
    let day = try #require(Day("2024-02-29"))
    #expect((day.year, day.month, day.day) == (2024, 2, 29))
    #expect(day.weekday == .thursday)
    #expect(day.adding(days: 366)?.description == "2025-03-01")
    #expect(day.adding(months: 12)?.description == "2025-02-28")
    #expect(Day(year: 2023, month: 2, clampedDay: 29)?.description == "2023-02-28")
  }
}
