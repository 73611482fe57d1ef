import DutyModel
import Testing

@Suite("The derivation of a due day")
struct DerivationTests {
  @Test("of a schedule without due days is its absence", arguments: ["ongoing", "as needed"])
  func undated(text: String) throws {
    let derivation = try Schedule(text).derivation(of: nil)
    #expect(derivation.rule == .undated)
    #expect(derivation.slot == nil)
    #expect(!derivation.isCountMasked && !derivation.isDateMasked)
  }

  @Test(
    "names the rule",
    arguments: [
      ("by 2023-06", Derivation.Rule.deadline(.month(2023, 6))),
      ("by 2023-?", .deadline(.unknownMonth(year: 2023))),
      ("by 06 and 12 each year", .datesOfYear([.month(6), .month(12)])),
      ("from 03 by 06-15 each year", .stretchOfYear(from: .month(3), by: .day(month: 6, day: 15))),
      ("1 per half-year", .endOfPeriod(.halfYear)),
      ("? per half-year", .endOfPeriod(.halfYear)),
      ("4 per year by 11", .dateInPeriod(.year, .point(.month(11)))),
      ("1 per month by 31", .dateInPeriod(.month, .dayOfMonth(31))),
    ]
  )
  func rule(text: String, rule: Derivation.Rule) throws {
    let schedule = try Schedule(text)
    let slots = schedule.slots(dueIn: .firstDay(ofYear: 2023)...Day.lastDay(ofYear: 2023))
    let slot = try #require(slots.first)
    let derivation = schedule.derivation(of: slot)
    #expect(derivation.rule == rule)
    #expect(derivation.slot == slot)
    #expect(derivation.isCountMasked == (text.first == "?"))
  }

  @Test(
    "says of every due day whether it stands in for a masked date",
    arguments: [
      ("by 2023-?", ["2023-12-31"], true),
      ("by 2023-06-?", ["2023-06-30"], true),
      ("by 2023-06", ["2023-06-30"], false),
      ("by ? each year", ["2023-12-31"], true),
      ("by 03 and ? each year", ["2023-12-31"], true),
      ("by 03 and ? each year", ["2023-03-31"], false),
      ("by 12 each year", ["2023-12-31"], false),
      ("from 03 by ? each year", ["2023-12-31"], true),
      ("? per year by ?", ["2023-12-31"], true),
      ("? per half-year", ["2023-06-30", "2023-12-31"], false),
    ]
  )
  func masked(text: String, dues: [String], isMasked: Bool) throws {
    let schedule = try Schedule(text)
    for due in dues {
      let day = try #require(Day(due))
      let slot = try #require(schedule.slots(dueIn: day...day).first)
      #expect(schedule.derivation(of: slot).isDateMasked == isMasked)
    }
  }

  @Test(
    "says from which day a short month was shortened",
    arguments: [
      ("1 per month by 31", "2023-01-31", nil),
      ("1 per month by 31", "2023-02-28", 31),
      ("1 per month by 30", "2024-02-29", 30),
      ("1 per month by 31", "2023-04-30", 31),
      ("1 per month", "2023-02-28", nil),
      ("by 02-29 each year", "2023-02-28", 29),
      ("by 02-29 each year", "2024-02-29", nil),
      ("by 02-28 and 02-29 each year", "2023-02-28", 29),
      ("from 02 by 02-29 each year", "2023-02-28", 29),
      ("1 per year by 02-29", "2023-02-28", 29),
      ("by 02 each year", "2023-02-28", nil),
      ("by 2023-02-28", "2023-02-28", nil),
    ] as [(String, String, Int?)]
  )
  func shortened(text: String, due: String, from: Int?) throws {
    let schedule = try Schedule(text)
    let day = try #require(Day(due))
    let slot = try #require(schedule.slots(dueIn: day...day).first)
    #expect(schedule.derivation(of: slot).shortenedFrom == from)
  }

  @Test("carries the gap")
  func gap() throws {
    let schedule = try Schedule("2 per year, 60 days apart")
    let slot = schedule.slot(for: .year(2026))
    #expect(schedule.derivation(of: slot).gap == 60)
  }
}
