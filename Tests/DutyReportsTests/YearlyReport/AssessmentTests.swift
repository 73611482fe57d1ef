import DutyModel
import DutyReports
import TerminalText
import TestSupport
import Testing

/// How an office scores itself.
@Suite struct AssessmentTests {
  private func office(_ duties: [Duty], points: Int = 10_000) -> SmallOffice {
    var office = SmallOffice()
    office.add("部署", points: points, duties)
    return office
  }

  @Test func modelOffice() throws {
    let office = try ReportOffice("township")
    let assessment = try Assessment(
      of: "township",
      in: try office.register("2026-12-31", year: 2026),
      style: office.style
    )
    #expect(assessment.sections.map(\.score) == [16_700, 24_000, 20_800, 11_500, 8000, 5000])
    #expect(assessment.tiers.map(\.score) == [61_500, 19_500, 5000])
    #expect(assessment.score == 86_000)
    #expect(
      assessment.sections.flatMap(\.rows).map(\.loss) == [1700, 1600, 1000, 4200, 500, 5000]
    )
  }

  @Test func everythingOnTimeLosesNothing() throws {
    var office = office([try SmallOffice.duty("g1", ["1 per half-year"])])
    try office.done("g1a", "2026-H1", on: "2026-03-15")
    try office.done("g1a", "2026-H2", on: "2026-09-15")
    #expect(try office.assessment().score == 10_000)
  }

  @Test func sharesGoByDutyNotByTimes() throws {
    var office = office([
      try SmallOffice.duty("g1", ["1 per month"]), try SmallOffice.duty("g2", ["1 per year"]),
    ])
    for month in 1...12 {
      try office.done(
        "g1a",
        "2026-\(month < 10 ? "0" : "")\(month)",
        on: "2026-\(month < 10 ? "0" : "")\(month)-05"
      )
    }
    #expect(try office.assessment().score == 5000)
  }

  @Test(arguments: [(0, 0), (300, 3000), (500, 5000), (1000, 10_000)])
  func lateTimesEarnAPart(_ late: Int, _ score: Int) throws {
    var office = office([try SmallOffice.duty("g1", ["by 06-30 each year"])])
    try office.done("g1a", "2026-06-30", on: "2026-07-01")
    office.style.late = late
    #expect(try office.assessment().score == score)
  }

  @Test func onlyTheLateTimesOfAnOccurrenceAreLate() throws {
    var office = office([try SmallOffice.duty("g1", ["4 per year by 06-30"])])
    try office.done("g1a", "2026", on: "2026-03-01", count: 3)
    try office.done("g1a", "2026", on: "2026-08-01")
    // A quarter of the points, of which half.
    #expect(try office.assessment().score == 8700)
  }

  @Test func moreThanOwedEarnsNothing() throws {
    var office = office([
      try SmallOffice.duty("g1", ["1 per year"]), try SmallOffice.duty("g2", ["1 per year"]),
    ])
    try office.done("g1a", "2026", on: "2026-03-01", count: 7)
    #expect(try office.assessment().score == 5000)
  }

  @Test func waivedAndAsNeededLeaveTheRule() throws {
    var office = office([
      try SmallOffice.duty("g1", ["1 per year"]), try SmallOffice.duty("g2", ["1 per year"]),
      try SmallOffice.duty("g3", ["as needed"]),
    ])
    try office.done("g1a", "2026", on: "2026-03-01")
    office.record(
      .waive([Target(to: try #require(Reference("town/g2a")), period: .year(2026))], reason: "汛期")
    )
    #expect(try office.assessment().score == 10_000)
  }

  @Test func nothingToScoreIsAGapAndNeverFullMarks() throws {
    let office = office([try SmallOffice.duty("g3", ["as needed"])])
    #expect(try office.assessment().score == nil)
    let report = try office.report(.selfAssessment)
    #expect(
      report.gaps.map(\.text) == ["【待补充：“部署”自评得分】", "【待补充：自评总得分】"]
    )
  }

  @Test func ongoingNeedsOneRecord() throws {
    var office = office([
      try SmallOffice.duty("g1", ["ongoing"]), try SmallOffice.duty("g2", ["ongoing"]),
    ])
    try office.done("g1a", "2026", on: "2026-03-01")
    #expect(try office.assessment().score == 5000)
  }

  @Test func notYetDueIsLeftOut() throws {
    var office = office([
      try SmallOffice.duty("g1", ["by 06-30 each year"]),
      try SmallOffice.duty("g2", ["1 per year"]),
    ])
    try office.done("g1a", "2026-06-30", on: "2026-05-01")
    #expect(try office.assessment(on: "2026-09-30").score == 10_000)
    #expect(try office.assessment().score == 5000)
  }

  @Test func ownPointsGoBeforeEqualShares() throws {
    var office = office([
      try SmallOffice.duty("g1", ["1 per year"], points: 7000),
      try SmallOffice.duty("g2", ["1 per year"], points: 3000),
    ])
    try office.done("g1a", "2026", on: "2026-03-01")
    #expect(try office.assessment().score == 7000)
    office = self.office([
      try SmallOffice.duty("g1", ["1 per year"], points: 4000),
      try SmallOffice.duty("g2", ["1 per year"]), try SmallOffice.duty("g3", ["1 per year"]),
    ])
    try office.done("g2a", "2026", on: "2026-03-01")
    #expect(try office.assessment().score == 3000)
  }

  @Test func aSmallLossIsNeverRoundedAway() throws {
    var office = office([try SmallOffice.duty("g1", ["1 per week"])], points: 1000)
    for week in 1...51 {
      let period = "2026-W\(week < 10 ? "0" : "")\(week)"
      try office.done(
        "g1a",
        period,
        on: try #require(Period(period)).firstDay.dayAfter.dayAfter.dayAfter.description
      )
    }
    // A fifty-second of one point is less than half a step.
    let assessment = try office.assessment()
    #expect(assessment.sections[0].loss == 100)
    #expect(assessment.score == 900)
  }

  @Test func setByHandKeepsTheSum() throws {
    var office = office([
      try SmallOffice.duty("g1", ["1 per year"]), try SmallOffice.duty("g2", ["1 per year"]),
      try SmallOffice.duty("g3", ["1 per year"]),
    ])
    try office.done("g1a", "2026", on: "2026-03-01")
    office.record(
      .score(section: "town/g0-1", year: 2026, thousandths: 8000, reason: "两项属上级统筹")
    )
    let section = try office.assessment().sections[0]
    #expect(section.computed == 3300)
    #expect(section.score == 8000)
    #expect(section.rows.map(\.loss) == [3400, 3300, -4700])
    let text = try office.report(.selfAssessment).plain
    #expect(text.contains("自评调整：两项属上级统筹 | -4.7"))
    #expect(text.contains("（自评得分8分）"))
  }

  @Test(arguments: [Int.min, -1, 10_001, Int.max])
  func setByHandBeyondThePointsDoesNotHold(_ thousandths: Int) throws {
    var office = office([try SmallOffice.duty("g1", ["1 per year"])])
    try office.done("g1a", "2026", on: "2026-03-01")
    office.record(
      .score(section: "town/g0-1", year: 2026, thousandths: thousandths, reason: "手误")
    )
    #expect(try office.assessment().score == 10_000)
  }

  @Test func hugePointsDoNotOverflow() throws {
    var office = SmallOffice()
    for section in 1...3 {
      office.add("部分", points: .max, [try SmallOffice.duty("g\(section)", ["1 per month"])])
    }
    #expect(try office.assessment().score == 0)
    #expect(try office.assessment().loss == .max)
    #expect(try !office.report(.selfAssessment).plain.isEmpty)
  }

  /// Sections of many shapes: rows add up to the section, sections to the total, and nothing that
  /// was lost disappears.
  @Test(arguments: 1...40)
  func partsAddUp(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let schedules = [
      "1 per month", "4 per year", "1 per half-year", "by 03-31 and 10-31 each year", "1 per year",
      "ongoing", "1 per week",
    ]
    var office = SmallOffice()
    office.style.step = [50, 100, 500, 1000].randomElement(using: &random) ?? 100
    for section in 0..<Int.random(in: 1...4, using: &random) {
      let duties = try (0..<Int.random(in: 1...7, using: &random)).map { number in
        try SmallOffice.duty(
          "g\(section)\(number)",
          (0..<Int.random(in: 1...3, using: &random)).map { _ in
            schedules.randomElement(using: &random) ?? "1 per year"
          },
          points: Bool.random(using: &random) ? Int.random(in: 1...9000, using: &random) : nil
        )
      }
      office.add("部分\(section)", points: Int.random(in: 1...40, using: &random) * 1000, duties)
    }
    let plain = try office.register("2026-12-31")
    for (number, obligation) in plain.obligations.enumerated() {
      for occurrence in plain.occurrences(of: number, year: 2026)
      where Int.random(in: 0..<3, using: &random) > 0 {
        let day =
          occurrence.due.adding(days: Int.random(in: -9...9, using: &random)) ?? occurrence.due
        try office.done(
          obligation.reference.item,
          occurrence.period.description,
          on: min(day, .lastDay(ofYear: 2026)).description,
          count: Int.random(in: 1...4, using: &random)
        )
      }
    }
    let assessment = try office.assessment()
    for section in assessment.sections {
      let loss = try #require(section.loss)
      #expect(section.rows.reduce(0) { $0 + $1.loss } == loss)
      #expect(section.rows.allSatisfy { $0.loss >= 0 })
      #expect((0...section.points).contains(loss))
      #expect((loss == 0) == section.rows.isEmpty)
      #expect(loss % assessment.step == 0 || loss == section.points)
    }
    #expect(assessment.score == assessment.sections.reduce(0) { $0 + ($1.score ?? 0) })
  }

  /// Every late time stands in the reason of its deduction.
  @Test func lateTimesExplainTheirDeduction() throws {
    var office = office([try SmallOffice.duty("g1", ["2 per year"])])
    try office.done("g1a", "2026", on: "2027-01-03")
    try office.done("g1a", "2026", on: "2027-01-04")
    var text = try office.report(.selfAssessment, on: "2027-01-10").plain
    #expect(text.contains("2次逾期完成（2027年1月3日晚3天、2027年1月4日晚4天），逾期的减半计分 | 5"))
    office.language = "en"
    text = try office.report(.selfAssessment, on: "2027-01-10").plain
    #expect(
      text.contains("two late: 3 January 2027 by three days and 4 January 2027 by four days | 5")
    )
  }

  /// Without deductions there is no table of them; with sections that have no score it says so.
  @Test func theTableOfDeductions() throws {
    for language in ["zh", "en"] {
      var office = office([try SmallOffice.duty("g1", ["1 per year"])])
      office.language = language
      let sum = try office.report(.selfAssessment).annexes.first?.table.total?.first?.text
      #expect(sum == (language == "zh" ? "合计" : "Total"))
      office.add("其他", points: 10_000, [try SmallOffice.duty("g2", ["as needed"])])
      let part = try office.report(.selfAssessment).annexes.first?.table.total?.first?.text
      #expect(part == (language == "zh" ? "已计分部分合计" : "Total of the scored sections"))
      try office.done("g1a", "2026", on: "2026-05-01")
      #expect(try office.report(.selfAssessment).annexes.isEmpty)
    }
  }
}
