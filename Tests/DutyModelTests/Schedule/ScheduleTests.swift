import DutyModel
import Testing

@Suite("A schedule")
struct ScheduleTests {
  @Test(
    "knows what the document masks",
    arguments: [
      ("ongoing", false, false),
      ("as needed", false, false),
      ("by 2023", false, false),
      ("by 2023-?", false, true),
      ("by 2023-06-?", false, true),
      ("by ? each year", false, true),
      ("by 03 and ? each year", false, true),
      ("from ? by 06 each year", false, true),
      ("from 03 by ? each year", false, true),
      ("4 per year", false, false),
      ("? per year", true, false),
      ("4 per year by ?", false, true),
      ("? per year by ?", true, true),
    ]
  )
  func masks(text: String, count: Bool, date: Bool) throws {
    let schedule = try Schedule(text)
    #expect(schedule.isCountUnknown == count)
    #expect(schedule.isDateUnknown == date)
    #expect(schedule.isUnknown == (count || date))
  }

  @Test("without due days is ongoing or as needed", arguments: ScheduleTable.pairs.map(\.0))
  func isDated(text: String) throws {
    #expect(try Schedule(text).isDated == !["ongoing", "as needed"].contains(text))
  }

  @Test(
    "keeps a gap",
    arguments: [("2 per year, 60 days apart", 60), ("2 per year", nil), ("ongoing", nil)]
      as [(String, Int?)]
  )
  func gap(text: String, gap: Int?) throws {
    #expect(try Schedule(text).gap == gap)
  }
}
