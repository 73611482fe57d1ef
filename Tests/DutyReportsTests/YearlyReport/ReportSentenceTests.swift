import DutyModel
import DutyReports
import TerminalText
import Testing

/// What is said of a single requirement, by what its records have to say.
@Suite struct ReportSentenceTests {
  private func office(
    _ schedule: String,
    title: String = "安全检查",
    action: String? = nil,
    unit: String? = nil
  ) throws -> SmallOffice {
    var office = SmallOffice()
    office.add(
      "检查",
      [try SmallOffice.duty("g1", [schedule], title: title, action: action, unit: unit)]
    )
    return office
  }

  @Test func oneRecordOfAnOffice() throws {
    var office = try office("1 per year", action: "开展安全检查")
    try office.done("g1a", "2026", on: "2026-03-15", note: "查出隐患三处。")
    #expect(
      try office.report().firstSection == "应办事项1项，已按期完成。安全检查。3月15日开展安全检查，查出隐患三处。"
    )
  }

  @Test func aTitleThatIsANounBearsNoDay() throws {
    var office = try office("1 per year")
    try office.done("g1a", "2026", on: "2026-03-15")
    #expect(try office.report().firstSection == "应办事项1项，已按期完成。“安全检查”于3月15日完成。")
  }

  /// A note that begins with what was to be done says it only once.
  @Test(arguments: [
    ("开展安全检查", "3月15日开展安全检查。"),
    ("安全检查。", "3月15日开展安全检查。"),
    ("安全检查，查出隐患三处", "3月15日开展安全检查，查出隐患三处。"),
    ("检查", "3月15日开展安全检查，检查。"),
    ("复查，开展安全检查", "3月15日开展安全检查，复查，开展安全检查。"),
  ])
  func aNoteDoesNotRepeatTheClause(_ note: String, _ told: String) throws {
    var office = try office("1 per year", action: "开展安全检查")
    try office.done("g1a", "2026", on: "2026-03-15", note: note)
    let text = try office.report().firstSection
    #expect(text == "应办事项1项，已按期完成。安全检查。\(told)")
  }

  /// What a note says in its own words is not said again as a figure.
  @Test(arguments: [
    ("走访五个村", ("走访村", 5, "个"), "走访五个村"),
    ("走访五个村", ("走访村", 6, "个"), "涉及走访村6个，走访五个村"),
    ("走访群众，查看三个村", ("走访村", 3, "个"), "涉及走访村3个，走访群众，查看三个村"),
    ("审签报告七份", ("报告", 7, "份"), "审签报告七份"),
    ("审签报告十七份", ("报告", 7, "份"), "审签报告十七份，报告7份"),
  ])
  func aFigureOfTheNoteIsNotRepeated(
    _ note: String,
    _ quantity: (what: String, amount: Int, unit: String),
    _ told: String
  ) throws {
    var office = try office("1 per year", action: "督促检查")
    let (what, amount, unit) = quantity
    let quantities = [Particulars.Quantity(what: what, thousandths: amount * 1000, unit: unit)]
    try office.done("g1a", "2026", on: "2026-03-15", note: note, quantities: quantities)
    #expect(try office.report().firstSection.hasSuffix("3月15日督促检查，\(told)。"))
  }

  /// Duties that have nothing but records share one sentence in a self-assessment.
  @Test func recordsOfSeveralDutiesAreOneSentence() throws {
    var office = SmallOffice()
    let titles = ["学习", "谈心", "检查", "调研"]
    office.add(
      "日常",
      points: 10_000,
      try titles.enumerated().map { try SmallOffice.duty("g\($0 + 1)", ["ongoing"], title: $1) }
    )
    for number in [1, 2, 3] {
      try office.done("g\(number)a", "2026", on: "2026-03-0\(number)")
    }
    #expect(
      try office.report(.selfAssessment).plain.contains(
        "“学习”有工作记录1次（3月1日），“谈心”1次（3月2日），“检查”1次（3月3日）。【待补充：g4 调研，2026年无工作记录】"
      )
    )
  }

  @Test func theYearAfterQuotesNoMask() throws {
    var office = SmallOffice()
    office.add(
      "计划",
      [
        try SmallOffice.duty("g1", ["2 per half-year"], title: "谈话", unit: "轮"),
        try SmallOffice.duty("g2", ["by ? each year"], title: "调研"),
        try SmallOffice.duty("g3", ["? per year"], title: "党课"),
      ]
    )
    #expect(
      try office.report().plain.contains(
        "逐项办理2027年的4项应办事项：谈话（每半年2轮）、调研（原清单未载明时限）、党课（原清单未载明次数）。"
      )
    )
  }

  @Test func thirtyRecordsAreTold() throws {
    var office = try office("30 per year", action: "开展廉政谈话", unit: "轮")
    for number in 0..<30 {
      let day = try #require(Day("2026-01-03")?.adding(days: number * 10))
      let talk = Particulars.Quantity(what: "谈话", thousandths: 3000, unit: "人次")
      try office.done(
        "g1a",
        "2026",
        on: day.description,
        note: number < 4 ? "第\(number + 1)批" : nil,
        quantities: [talk]
      )
    }
    #expect(
      try office.report().firstSection
        == "应办事项1项，已按期完成。安全检查。开展廉政谈话30轮（首次为1月3日，末次为10月20日），合计谈话90人次。其中，1月3日第1批；1月13日第2批；1月23日第3批。"
    )
  }

  @Test func severalTimesOnADayAreCounted() throws {
    var office = try office("4 per year", action: "走访群众")
    try office.done("g1a", "2026", on: "2026-03-15", count: 3)
    try office.done("g1a", "2026", on: "2026-09-18")
    #expect(
      try office.report().firstSection == "应办事项1项，已按期完成。安全检查。走访群众4次（3月15日共3次、9月18日）。"
    )
  }

  @Test func daysOfOneMonthNameItOnce() throws {
    var office = try office("2 per year", action: "走访群众")
    try office.done("g1a", "2026", on: "2026-09-18")
    try office.done("g1a", "2026", on: "2026-09-29")
    #expect(try office.report().firstSection.hasSuffix("走访群众2次（9月18日、29日）。"))
  }

  @Test func workOfTheNextYearIsLateAndSaysItsYear() throws {
    var office = try office("by 12-31 each year", action: "报告履责情况")
    try office.done("g1a", "2026-12-31", on: "2027-01-08")
    let report = try office.report(on: "2027-01-10")
    #expect(
      report.firstSection
        == "应办事项1项，已完成但逾期。安全检查。2027年1月8日报告履责情况，比规定时限晚8天。"
    )
    #expect(report.signature.date == "2027年1月10日")
    #expect(report.plain.contains("逾期完成的有1项：报告履责情况（晚8天）"))
  }

  @Test func noteOfSeveralSentencesKeepsThem() throws {
    var office = try office("2 per year", action: "走访群众")
    try office.done("g1a", "2026", on: "2026-03-15", note: "到东村。问题两个；当场答复。")
    try office.done("g1a", "2026", on: "2026-09-18", note: "到西村\n收集意见")
    #expect(
      try office.report().firstSection.hasSuffix(
        "走访群众2次：3月15日，到东村。问题两个；当场答复。9月18日，到西村；收集意见。"
      )
    )
  }

  @Test func longNoteStandsInAnAnnex() throws {
    var office = try office("1 per year", action: "走访群众")
    let note = String(repeating: "长", count: 120)
    try office.done("g1a", "2026", on: "2026-03-15", note: note)
    let report = try office.report()
    #expect(report.firstSection.hasSuffix("3月15日走访群众，具体情况见附件。"))
    #expect(report.annexes.map(\.title) == ["附件 工作记录全文"])
    #expect(report.annexes[0].table.rows[0].map(\.text) == ["g1", "2026年3月15日", note])
  }

  @Test func stocksAreNeverAddedUp() throws {
    var office = try office("2 per year", action: "走访群众")
    for day in ["2026-03-15", "2026-09-18"] {
      try office.done(
        "g1a",
        "2026",
        on: day,
        quantities: [
          Particulars.Quantity(what: "村", thousandths: 12_000, unit: "个"),
          Particulars.Quantity(what: "发放材料", thousandths: 1500, unit: "份"),
        ]
      )
    }
    let text = try office.report().firstSection
    #expect(text.hasSuffix("走访群众2次：3月15日涉及村12个；9月18日涉及村12个。2次累计发放材料3份。"))
  }

  @Test func sumsDoNotOverflow() throws {
    var office = try office("2 per year", action: "走访群众")
    for day in ["2026-03-15", "2026-09-18"] {
      try office.done(
        "g1a",
        "2026",
        on: day,
        count: .max,
        quantities: [Particulars.Quantity(thousandths: .max, unit: "人次")]
      )
    }
    #expect(try !office.report().firstSection.isEmpty)
    #expect(try !office.report(.selfAssessment).plain.isEmpty)
  }

  @Test func pathsStandInNoSentence() throws {
    var office = try office("1 per year", action: "走访群众")
    try office.done(
      "g1a",
      "2026",
      on: "2026-03-15",
      documents: ["files/照片.jpg", "青党〔2026〕3号"]
    )
    #expect(try office.report().firstSection.hasSuffix("3月15日走访群众（青党〔2026〕3号）。"))
  }

  @Test func undoneWorkIsNeverTold() throws {
    var office = try office("1 per year", action: "走访群众")
    let id = try office.done("g1a", "2026", on: "2026-03-15", note: "误记的一次")
    office.record(.undo(id, reason: nil))
    let text = try office.report().plain
    #expect(!text.contains("误记"))
    #expect(text.contains("【待补充：g1 走访群众，2026年无工作记录】"))
  }

  @Test func returnedWorkCountsNoLonger() throws {
    var office = try office("1 per year", action: "走访群众")
    try office.done("g1a", "2026", on: "2026-03-15", note: "走马观花")
    let target = Target(
      to: try #require(Reference("town/g1a")),
      period: .year(2026)
    )
    office.record(.reopen([target], reason: "补走两个村"))
    try office.done("g1a", "2026", on: "2026-05-20", note: "十个村走完")
    let text = try office.report().firstSection
    #expect(text.hasSuffix("5月20日走访群众，十个村走完，3月15日办理的1次已退回重办。"))
  }

  @Test func workIsReturnedToOnePersonOfSeveral() throws {
    var office = SmallOffice()
    let persons = Responsible.each(["李强", "赵敏"])
    office.add("日常", [try SmallOffice.duty("g1", ["ongoing"], title: "走访群众", by: persons)])
    try office.done("g1a", "2026", on: "2026-03-15", note: "走访东村", owner: "李强")
    try office.done("g1a", "2026", on: "2026-03-16", note: "走访西村", owner: "赵敏")
    let reference = try #require(Reference("town/g1a"))
    let target = Target(to: reference, period: .year(2026), owner: "李强")
    office.record(.reopen([target], reason: "补走两户"))
    let text = try office.report().firstSection
    #expect(text.contains("走访西村"))
    #expect(!text.contains("走访东村"))
  }

  @Test func personsWhoEachOweItAreNamed() throws {
    var office = SmallOffice()
    office.add(
      "党课",
      [
        try SmallOffice.duty(
          "m1",
          ["1 per year"],
          title: "讲党课",
          by: .each(["李强", "赵敏", "孙立群"])
        )
      ]
    )
    try office.done("m1a", "2026", on: "2026-03-15", note: "讲纪律", owner: "赵敏")
    let report = try office.report()
    #expect(
      report.firstSection
        == "应办事项3项，完成1项，未完成2项。赵敏3月15日讲党课，讲纪律，李强、孙立群全年应办的各1次未完成。"
    )
    #expect(report.plain.contains("未完成的有2项：讲党课（李强、孙立群）"))
    #expect(throws: YearlyReport.Refusal.unknownPerson("钱七", known: ["孙立群", "李强", "赵敏"])) {
      try office.report(.accountability, person: "钱七")
    }
    let own = try office.report(.accountability, person: "赵敏")
    #expect(own.plain.contains("应办事项1项，完成1项"))
    #expect(own.firstSection.contains("3月15日，我讲党课"))
  }

  /// Of the records of one day those that were still owed were late.
  @Test(arguments: [
    (
      "1 per half-year", "前一次比规定时限晚9天", "其中7月9日的1次比规定时限晚9天",
      "One of those on 9 July came nine days after"
    ),
    (
      "2 per half-year", "2次均逾期，各晚9天", "其中2次逾期（7月9日共2次），各晚9天",
      "Two (9 July and 9 July) came nine days after"
    ),
  ])
  func recordsOfADayAreLateAsFarAsTheyAreOwed(
    _ schedule: String,
    _ told: String,
    _ among: String,
    _ english: String
  ) throws {
    for language in ["zh", "en"] {
      var office = try office(schedule, action: "开展检查")
      office.language = language
      try office.done("g1a", "2026-H1", on: "2026-07-09")
      try office.done("g1a", "2026-H1", on: "2026-07-09")
      try office.done("g1a", "2026-H2", on: "2026-07-10", count: 2)
      let text = try office.report().plain
      #expect(text.contains(language == "zh" ? among : english))
    }
    var office = try office(schedule, action: "开展检查")
    try office.done("g1a", "2026-H1", on: "2026-07-09")
    try office.done("g1a", "2026-H1", on: "2026-07-09")
    #expect(try office.report(on: "2026-07-31").firstSection.contains(told))
  }

  @Test func newDueDayIsTold() throws {
    var office = try office("by 06-30 each year", action: "报告履责情况")
    let target = Target(to: try #require(Reference("town/g1a")), period: Period("2026-06-30"))
    let due = try #require(Day("2026-08-31"))
    office.record(.reschedule([target], due: due, reason: "上级改期。"))
    try office.done("g1a", "2026-06-30", on: "2026-09-02")
    #expect(
      try office.report().firstSection
        == "应办事项1项，已完成但逾期。安全检查。9月2日报告履责情况，比规定时限晚2天。完成时限由6月30日改为8月31日，理由是上级改期。"
    )
  }

  @Test func recordedCauseIsQuoted() throws {
    var office = try office("by 06-30 and 12-31 each year", action: "报告履责情况")
    office.record(
      .note(
        [Target(to: try #require(Reference("town/g1a")), period: Period("2026-06-30"))],
        on: try #require(Day("2026-07-02"))
      ),
      Particulars(at: "2026-07-02T08:00:00+08:00", by: "王芳", cause: "材料员空缺。")
    )
    let text = try office.report().plain
    #expect(text.contains("“报告履责情况”（6月30日前）的原因是材料员空缺；其余事项的原因为【待补充：其余未完成和逾期完成事项的原因】。"))
  }

  @Test(arguments: [
    ("? per quarter", "g1 规定数量在原清单中缺失，暂按每季度1次计"),
    ("by ? each year", "g1 规定期限在原清单中缺失，暂按12月31日计"),
    ("by 2026-06-?", "g1 规定期限在原清单中缺失，暂按6月30日计"),
  ])
  func whatTheDocumentMasksIsAGap(_ schedule: String, _ gap: String) throws {
    var office = try office(schedule)
    // With nothing recorded one gap says both.
    #expect(
      try office.report().gaps[0].text
        == "【待补充：g1 安全检查，2026年无工作记录；\(gap.dropFirst(3))】"
    )
    let period = try #require(
      try office.register("2026-12-31").occurrences(of: 0, year: 2026).first
    )
    try office.done("g1a", period.period.description, on: "2026-03-15")
    let report = try office.report()
    #expect(report.gaps.contains { $0.text == "【待补充：\(gap)】" && $0.subject == "g1" })
  }

  // MARK: - Late

  /// Every late time is told, once for all of them.
  @Test(arguments: [
    ("2 per year", ["2027-01-03", "2027-01-04"], "2次（2027年1月3日、4日），2次均逾期，分别晚3天、4天。"),
    ("2 per year", ["2026-01-03", "2027-01-04"], "2次（1月3日、2027年1月4日），后一次比规定时限晚4天。"),
    (
      "3 per year", ["2026-12-03", "2027-01-04", "2027-01-05"],
      "3次（12月3日、2027年1月4日、5日），其中2次逾期（2027年1月4日、5日），分别晚4天、5天。"
    ),
    (
      "5 per year", (1...5).map { "2027-01-0\($0)" }, "5次（首次为2027年1月1日，末次为2027年1月5日），5次均逾期，最多晚5天。"
    ),
    // What is not owed any more is not late, what lacks a time may be.
    ("1 per year", ["2026-12-03", "2027-01-04"], "2次（12月3日、2027年1月4日）。"),
    (
      "3 per year", ["2026-12-03", "2027-01-04"],
      "2次（12月3日、2027年1月4日），后一次比规定时限晚4天，规定3次，尚缺1次。"
    ),
  ])
  func everyLateTimeIsTold(_ schedule: String, _ days: [String], _ told: String) throws {
    var office = try office(schedule, action: "走访群众")
    for day in days { try office.done("g1a", "2026", on: day) }
    let text = try office.report(on: "2027-01-10").firstSection
    #expect(text.hasSuffix("走访群众" + told), "\(text)")
  }

  @Test(arguments: [
    (
      ["2027-01-03", "2027-01-04"],
      "Both came after the due date: on 3 January 2027 by three days and on 4 January 2027 by four days."
    ),
    (
      ["2026-05-03", "2027-01-02", "2027-01-02"],
      "Two (2 January 2027 and 2 January 2027) came two days after the due date."
    ),
    ((1...5).map { "2027-01-0\($0)" }, "All five came after the due date, by up to five days."),
  ])
  func everyLateTimeIsToldInEnglish(_ days: [String], _ told: String) throws {
    var office = try office("\(days.count) per year", action: "Site visit")
    office.language = "en"
    for day in days { try office.done("g1a", "2026", on: day) }
    #expect(try office.report(on: "2027-01-10").plain.contains(told))
  }

  // MARK: - Days

  /// The days tell as many times as the number before them, in the same word.
  @Test func daysAddUpToTheTimes() throws {
    var office = try office("4 per year", action: "走访群众", unit: "轮")
    for day in ["2026-03-15", "2026-03-15", "2026-09-18", "2026-09-29"] {
      try office.done("g1a", "2026", on: day)
    }
    #expect(try office.report().firstSection.hasSuffix("走访群众4轮（3月15日共2轮、9月18日、9月29日）。"))
    office = try self.office("ongoing")
    try office.done("g1a", "2026", on: "2026-03-15", count: 3)
    try office.done("g1a", "2026", on: "2026-03-15")
    #expect(try office.report().firstSection.hasSuffix("年内工作2次（3月15日共2次）。"))
  }

  // MARK: - Causes

  /// A cause alone shows no work, and is quoted where nothing else tells why.
  @Test func aCauseAloneIsNoWork() throws {
    for (language, told) in [
      ("zh", "【待补充：g1 安全检查，2026年无工作记录】原因是人手不足。"),
      ("en", "[To be supplied: g1 安全检查: no record in 2026] Cause: 人手不足."),
    ] {
      var office = SmallOffice()
      office.language = language
      office.add("检查", points: 10_000, [try SmallOffice.duty("g1", ["ongoing"], title: "安全检查")])
      try office.cause("g1a", "2026", on: "2026-12-01", "人手不足")
      let text = try office.report().plain
      #expect(text.contains(told), "\(text)")
      #expect(text.contains(language == "zh" ? "1项，无工作记录" : "no work is recorded for it"))
      #expect(try office.assessment().score == 0)
      let own = try office.report(.selfAssessment).plain
      #expect(own.contains(language == "zh" ? "2026年无工作记录】" : "no record in 2026]"))
    }
    var office = try office("1 per half-year")
    try office.cause("g1a", "2026-H1", on: "2026-07-02", "会场停用")
    for kind in [YearlyReport.Kind.annual, .selfAssessment] {
      #expect(try office.report(kind).plain.contains("【待补充：g1 安全检查，2026年无工作记录】"))
    }
    #expect(try office.report().plain.contains("的原因是会场停用"))
  }

  // MARK: - Returned

  /// What was returned is work, though none that counts.
  @Test func returnedWorkIsToldBesideTheGap() throws {
    var office = try office("2 per year", action: "走访群众", unit: "轮")
    try office.done("g1a", "2026", on: "2026-12-20", count: 2)
    let target = Target(to: try #require(Reference("town/g1a")), period: .year(2026))
    office.record(.reopen([target], reason: "材料不全"))
    let gap = "【待补充：g1 走访群众，2026年无有效工作记录】12月20日办理的2轮已退回重办。"
    #expect(try office.report().plain.contains(gap))
    #expect(try office.report(.selfAssessment).plain.contains(gap))
    office.record(.reschedule([target], due: try #require(Day("2027-03-01")), reason: "延期"))
    let told = "“走访群众”尚未到规定时限，12月20日办理的2轮已退回重办。"
    #expect(try office.report().plain.contains(told))
    #expect(try office.report(.selfAssessment).plain.contains(told))
    var ongoing = try self.office("ongoing")
    try ongoing.done("g1a", "2026", on: "2026-12-20")
    ongoing.record(.reopen([target], reason: "材料不全"))
    #expect(
      try ongoing.report().plain.contains("2026年无有效工作记录】12月20日办理的1次已退回重办。")
    )
  }

  // MARK: - One of a kind

  @Test func oneThingIsNotAll() throws {
    let office = try office("1 per year")
    let text = try office.report().plain
    #expect(text.contains("全年应办事项1项，无完成记录。"))
    var findings = try self.office("1 per year")
    findings.record(.finding(Finding(title: "台账不全", on: try #require(Day("2026-05-01")))))
    #expect(try findings.report().plain.contains("年内登记问题1个，未销号。"))
  }

  @Test func anOpeningWithoutFiguresHasOneFullStop() throws {
    let text = try office("ongoing").report(.selfAssessment).plain
    #expect(text.contains("情况进行了自评。现将自评情况报告如下"))
  }
}
