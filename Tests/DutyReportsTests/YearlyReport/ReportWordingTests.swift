import DutyModel
import DutyReports
import TerminalText
import Testing

/// How what persons recorded is put beside the marks, the quotes and the words of a report.
@Suite struct ReportWordingTests {
  private func office(
    _ schedule: String = "1 per year",
    _ language: String = "zh",
    title: String = "党课"
  ) throws -> SmallOffice {
    var office = SmallOffice()
    office.language = language
    office.add("日常", [try SmallOffice.duty("g1", [schedule], title: title)])
    return office
  }

  private func finding(
    _ title: String,
    measure: String? = nil,
    due: String? = nil,
    in office: inout SmallOffice
  ) throws -> EventID {
    office.record(
      .finding(
        Finding(
          title: title,
          measure: measure,
          owner: "王芳",
          due: due.flatMap { Day($0) },
          on: try #require(Day("2026-02-01")),
          about: [try #require(Reference("town/g1"))]
        )
      )
    )
  }

  // MARK: - Marks

  /// A pattern adds no mark behind a text that has ended.
  @Test(arguments: [
    ("怎么办？", "“党课”于3月15日完成，怎么办？"),
    ("抓落实！", "“党课”于3月15日完成，抓落实！"),
    ("附表3张……", "“党课”于3月15日完成，附表3张……"),
    ("他说：“守纪律。”", "“党课”于3月15日完成，他说：“守纪律。”"),
    ("学习“两个条例”", "“党课”于3月15日完成，学习“两个条例”。"),
    ("会上讲（很好！）", "“党课”于3月15日完成，会上讲（很好！）。"),
    ("先问为什么？，再答", "“党课”于3月15日完成，先问为什么？，再答。"),
  ])
  func aNoteThatHasEnded(_ note: String, _ told: String) throws {
    var office = try office()
    try office.done("g1a", "2026", on: "2026-03-15", note: note)
    #expect(try office.report().firstSection.hasSuffix(told))
  }

  @Test func aCommaBehindAnEndedNote() throws {
    var office = try office()
    let people = Particulars.Quantity(what: "参加", thousandths: 9000, unit: "人次")
    try office.done("g1a", "2026", on: "2026-03-15", note: "“守纪律。”", quantities: [people])
    #expect(try office.report().firstSection.hasSuffix("完成，“守纪律。”参加9人次。"))
  }

  @Test(arguments: [
    ("see minutes!", "Carried out once, on 15 March. See minutes!\n"),
    ("“Keep order.”", "Carried out once, on 15 March. “Keep order.”\n"),
    ("the rules of “order”", "Carried out once, on 15 March. The rules of “order”.\n"),
  ])
  func anEnglishNoteThatHasEnded(_ note: String, _ told: String) throws {
    var office = try office("1 per year", "en")
    try office.done("g1a", "2026", on: "2026-03-15", note: note)
    #expect(try office.report().plain.contains(told))
  }

  @Test(arguments: [
    ("“情况属实”", "3月20日，王芳签署意见：“情况属实。”"),
    ("同意！", "3月20日，王芳签署意见：“同意！”"),
    ("按“两个条例”办", "3月20日，王芳签署意见：“按‘两个条例’办。”"),
  ])
  func anOpinionInQuotes(_ opinion: String, _ told: String) throws {
    var office = try office()
    let work = try office.done("g1a", "2026", on: "2026-03-15")
    let target = Target(to: try #require(Reference("town/g1a")), period: Period("2026"))
    let day = try #require(Day("2026-03-20"))
    office.record(
      .sign([target], SignOff(on: day, signer: "王芳", opinion: opinion, seen: [work]))
    )
    #expect(try office.report().firstSection.contains(told))
  }

  // MARK: - Findings

  @Test func aTitleIsQuotedWithoutItsMarks() throws {
    var office = try office()
    let id = try finding("公开栏更新“不及时”。", measure: "每月更新；", in: &office)
    office.record(
      .findingClose(
        id,
        FindingClosure(
          on: try #require(Day("2026-06-20")),
          note: "已更新。",
          documents: ["a.jpg"],
          confirmedBy: nil
        )
      )
    )
    _ = try finding("台账登记不全。", measure: "全部补齐！", due: "2027-03-31", in: &office)
    let text = try office.report(hasLists: true).plain
    #expect(text.contains("关于“公开栏更新‘不及时’”的问题，王芳牵头每月更新；已更新，于6月20日销号。"))
    #expect(text.contains("针对“台账登记不全”的问题，全部补齐！由王芳负责，于2027年3月31日前完成。"))
    #expect(text.contains("已更新；a.jpg"))
    #expect(!text.contains("。；") && !text.contains("。：") && !text.contains("！，"))
  }

  /// A measure may be a noun or a clause, with a large letter or a small one.
  @Test func anEnglishMeasureIsASentence() throws {
    var office = try office("1 per year", "en")
    _ = try finding("Keys are lost.", measure: "Weekly check", due: "2026-11-30", in: &office)
    _ = try finding("Why?", measure: "lock the door!", due: "2027-01-31", in: &office)
    let text = try office.report(hasLists: true).plain
    #expect(text.contains("Keys are lost (raised on 1 February). Cause: "))
    #expect(
      text.contains(
        "Measure: Weekly check. 王芳 was to see to it by 30 November; this is 31 days overdue."
      )
    )
    #expect(text.contains("(2) Lock the door! 王芳 is to see to it by 31 January 2027.\n"))
  }

  // MARK: - English sentences

  @Test func whatAPersonWroteKeepsItsCase() throws {
    var office = try office("2 per year", "en", title: "British Library visit")
    try office.done("g1a", "2026", on: "2026-04-03", note: "I talked to Mary")
    try office.done("g1a", "2026", on: "2026-05-03", note: "Mr Smith came")
    let text = try office.report().plain
    #expect(text.contains("3 April – I talked to Mary; 3 May – Mr Smith came."))
    #expect(text.contains("in 2027: British Library visit (by 31 December)."))
  }

  @Test func aFewOfManyRecordsAreSaidToBeAFew() throws {
    var office = try office("ongoing", "en")
    for month in 1...7 {
      try office.done("g1a", "2026", on: "2026-0\(month)-05", note: "Course \(month)")
    }
    #expect(
      try office.report().plain.contains(
        "Among them (the rest is in the ledger): 5 January – Course 1; 5 February – Course 2; 5 March – Course 3."
      )
    )
  }

  @Test func asNeededWithoutRecords() throws {
    let text = try office("as needed", "en").report().plain
    #expect(text.contains("One duty arises as needed; no work is recorded for it."))
    #expect(text.contains("how the one duty in"))
  }

  // MARK: - The next year

  private func putOff(_ office: inout SmallOffice, _ period: String) throws {
    let target = Target(to: try #require(Reference("town/g1a")), period: Period(period))
    let due = try #require(Day("2027-02-15"))
    office.record(.reschedule([target], due: due, reason: "上级同意"))
  }

  @Test func whatWasPutOffIsInThePlan() throws {
    var few = try office("1 per half-year")
    try putOff(&few, "2026-H2")
    #expect(
      try few.report().plain.contains(
        "逐项办理2027年的3项应办事项：党课（每半年1次；2026年改期的1项，2月15日前）。"
      )
    )
    var many = try office("1 per month")
    try putOff(&many, "2026-12")
    #expect(
      try many.report().plain.contains(
        "2027年应办事项13项，其中第一季度到期4项：党课（2月15日、1月31日、2月28日、3月31日前）。"
      )
    )
    var english = try office("1 per month", "en")
    try putOff(&english, "2026-12")
    #expect(
      try english.report().plain.contains("13 items fall due in 2027, four of them by 31 March")
    )
  }

  /// The first days of 2027 belong to the last week of 2026.
  @Test func aWeekOfTheYearBeforeNamesIt() throws {
    #expect(try office("1 per week").report().plain.contains("党课（2026年第53周、第1周至第12周）"))
  }

  @Test func aYearThatHasNotBegunIsRefused() throws {
    let office = try office()
    let today = try #require(Day("2025-12-31"))
    #expect(throws: YearlyReport.Refusal.notBegun(year: 2026, today: today)) {
      try office.report(on: "2025-12-31")
    }
  }

  // MARK: - Headings and annexes

  /// A heading is printed only if a sentence follows it.
  @Test func noHeadingStandsAlone() throws {
    var office = SmallOffice()
    office.add("信访", [try SmallOffice.duty("g1", ["as needed"])])
    office.add("学习", [try SmallOffice.duty("g2", ["ongoing"])])
    let text = try office.report().plain
    #expect(!text.contains("信访"))
    #expect(text.contains("（一）学习"))
  }

  @Test func annexesAreAnnounced() throws {
    var office = try office()
    _ = try finding("台账不全", in: &office)
    try office.done("g1a", "2026", on: "2026-03-15", note: String(repeating: "很长", count: 60))
    let text = try office.report(hasLists: true).plain
    #expect(text.contains("具体情况见附件1"))
    #expect(text.contains("问题、任务和责任清单见附件2至附件4。"))
    #expect(
      text.contains("特此报告。\n\n附件：1.工作记录全文\n2.问题清单\n3.任务清单\n4.责任清单\n\n某镇党委")
    )
    let alone = try office.report().plain
    #expect(alone.contains("具体情况见附件。"))
    #expect(alone.contains("\n附件：工作记录全文\n"))
    #expect(try !self.office().report().plain.contains("附件"))
  }

  @Test func annexesAreAnnouncedInEnglish() throws {
    var office = try office("1 per year", "en")
    _ = try finding("Keys are lost", in: &office)
    let text = try office.report(hasLists: true).plain
    #expect(
      text.contains("The lists of problems, tasks and responsibilities are annexes 1 to 3.\n")
    )
    #expect(text.contains("\nAnnexes: 1. Problems\n2. Tasks\n3. Responsibilities\n"))
  }
}
