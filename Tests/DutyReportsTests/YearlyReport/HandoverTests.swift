import DutyModel
import DutyReports
import TerminalText
import Testing

/// What is told of duties that were handed on in the year, and of what persons each owe.
@Suite struct HandoverTests {
  /// Two duties of two persons each; 李强 did some of them before 何静 took his place.
  private func office(_ language: String = "zh") throws -> SmallOffice {
    var office = SmallOffice()
    office.kind = .member
    office.language = language
    let persons = Responsible.each(["李强", "赵敏"])
    office.add(
      "日常",
      [
        try SmallOffice.duty("m1", ["1 per quarter"], title: "查岗", by: persons),
        try SmallOffice.duty("m2", ["1 per year"], title: "谈话", by: persons),
      ]
    )
    try office.done("m2a", "2026", on: "2026-02-05", note: "同财政所谈话", owner: "李强")
    try office.done("m1a", "2026-Q2", on: "2026-04-10", owner: "李强")
    try assign(["m1", "m2"], to: "何静", insteadOf: "李强", in: &office)
    return office
  }

  private func assign(
    _ duties: [String],
    to owner: String,
    insteadOf old: String?,
    in office: inout SmallOffice
  ) throws {
    office.record(
      .assign(
        try duties.map { try #require(Reference("town/\($0)")) },
        Assignment(from: try #require(Day("2026-09-01")), owner: owner, replaces: old)
      )
    )
  }

  private func sheet(_ person: String, _ office: SmallOffice) throws -> String {
    let words = office.words
    return try DutySheet.paper(
      of: person,
      checklist: "town",
      from: try office.register("2026-12-31"),
      style: office.style,
      particulars: { words[$0.id] ?? Particulars(at: "", by: "") }
    ).plain
  }

  private func ledger(_ office: SmallOffice, on today: String = "2026-12-31") throws -> DutyLedger {
    let words = office.words
    return try DutyLedger(
      of: "town",
      from: try office.register(today),
      style: office.style,
      unreadableLines: 0,
      particulars: { words[$0.id] ?? Particulars(at: "", by: "") }
    )
  }

  /// The cells of a column.
  private func cells(_ column: String, _ ledger: DutyLedger) throws -> [String] {
    let table = ledger.table(in: .chinese)
    let place = try #require(table.columns.firstIndex { $0.key == column })
    return table.rows.map { row in
      switch row[place] {
      case .text(let text), .value(let text): text
      case .empty: ""
      }
    }
  }

  // MARK: - Who did it

  @Test func whoDidItIsNamed() throws {
    let text = try office().report().plain
    #expect(text.contains("“谈话”完成1次（李强2月5日），同财政所谈话，赵敏全年应办的1次未完成。"))
    #expect(!text.contains("何静2月5日"))
    let english = try office("en").report().plain
    #expect(english.contains("Carried out once, on 5 February (李强). 同财政所谈话. Not completed by 赵敏."))
  }

  @Test func aReportOfOnesOwnTellsWhatThePredecessorDid() throws {
    let report = try office().report(.accountability, person: "何静")
    #expect(report.plain.contains("“谈话”由李强于2月5日完成，同财政所谈话。李强负责的部分自9月1日起由我负责。"))
    let told = report.sentences.filter { $0.text.contains("由李强于2月5日") }
    #expect(told.map(\.events.count) == [1])
  }

  @Test func ownWorkStandsBesideThePredecessors() throws {
    var office = try office()
    try office.done("m2a", "2026", on: "2026-10-10", note: "同卫生院谈话", owner: "何静")
    let text = try office.report(.accountability, person: "何静").plain
    #expect(text.contains("10月10日"))
    #expect(text.contains("同卫生院谈话。另由李强于2月5日完成1次，同财政所谈话。"))
    #expect(!text.contains("谈话2次"))
  }

  @Test func severalTimesOfThePredecessorAreListed() throws {
    var office = try office()
    try office.done("m2a", "2026", on: "2026-03-06", owner: "李强")
    let text = try office.report(.accountability, person: "何静").plain
    #expect(text.contains("“谈话”由李强完成2次：2月5日同财政所谈话；3月6日有工作记录。"))
  }

  /// The predecessor was late, which nobody else is said to have been.
  @Test func thePredecessorWasLate() throws {
    var office = SmallOffice()
    office.kind = .member
    office.add(
      "日常",
      [
        try SmallOffice.duty(
          "m1",
          ["2 per year by 08-31"],
          title: "报告",
          by: .each(["李强", "赵敏"])
        )
      ]
    )
    try office.done("m1a", "2026", on: "2026-08-01", owner: "李强")
    try office.done("m1a", "2026", on: "2026-09-09", owner: "李强")
    try assign(["m1"], to: "何静", insteadOf: "李强", in: &office)
    #expect(try office.report().firstSection.contains("李强比规定时限晚9天"))
  }

  /// Where one person answers, the record names nobody: it is of whoever answered on its day.
  @Test func aSinglePersonsPredecessorIsNamedToo() throws {
    var office = SmallOffice()
    office.kind = .secretary
    office.add("日常", [try SmallOffice.duty("s1", ["2 per year"], title: "调研", action: "开展调研")])
    try office.done("s1a", "2026", on: "2026-03-15", note: "到村里")
    try assign(["s1"], to: "何静", insteadOf: nil, in: &office)
    try office.done("s1a", "2026", on: "2026-10-15", note: "到学校")
    let text = try office.report(.accountability, person: "何静").plain
    #expect(text.contains("10月15日，我开展调研，到学校。另由王芳于3月15日完成1次，到村里。"))
    #expect(try sheet("何静", office).contains("王芳3月15日到村里；10月15日到学校"))
    #expect(
      try sheet("王芳", office).contains("s1 | 开展调研 | 2026年8月31日 | 3月15日到村里")
    )
  }

  @Test func ongoingWorkOfThePredecessorCountsForThePlace() throws {
    var office = SmallOffice()
    office.kind = .member
    office.add(
      "日常",
      [try SmallOffice.duty("m1", ["ongoing"], title: "学习", by: .each(["李强", "赵敏"]))]
    )
    try office.done("m1a", "2026", on: "2026-02-05", note: "读书会", owner: "李强")
    try office.done("m1a", "2026", on: "2026-02-06", note: "自学", owner: "赵敏")
    try assign(["m1"], to: "何静", insteadOf: "李强", in: &office)
    let report = try office.report(.accountability, person: "何静")
    #expect(report.plain.contains("李强负责期间有工作记录1条：2月5日读书会。"))
    #expect(!report.plain.contains("自学"))
    #expect(try sheet("李强", office).contains("m1 | 学习 | 2026年8月31日 | 2月5日读书会"))
  }

  // MARK: - Whoever handed it on

  /// Whoever handed a duty on in the year accounts for what was done until then.
  @Test(arguments: [
    (
      "zh",
      [
        "我按照《责任清单》承担的职责3项已于年内移交。",
        "一、履行职责情况\n年内移交他人负责的工作有3项。一是3月1日，我讲党课，讲纪律。该项工作自9月1日起由李强负责。二是学习：2月3日读书会。该项工作自9月1日起由李强负责。三是“调研”自9月1日起由李强负责，此前无工作记录。",
      ]
    ),
    (
      "en",
      [
        "I handed on in the year three duties in “责任清单”.",
        "1. What was done\nThree items were handed on in the year.\n讲党课. Carried out once, on 1 March. 讲纪律. 李强 has answered for it since 1 September.",
        "调研. No work is recorded before it was handed on. 李强 has answered for it since 1 September.",
      ]
    ),
  ])
  func aReportOfWhoeverHandedEverythingOn(_ language: String, _ told: [String]) throws {
    var office = SmallOffice()
    office.kind = .secretary
    office.language = language
    office.add(
      "日常",
      [
        try SmallOffice.duty("s1", ["1 per year"], title: "讲党课"),
        try SmallOffice.duty("s2", ["ongoing"], title: "学习"),
        try SmallOffice.duty("s3", ["1 per year"], title: "调研"),
      ]
    )
    try office.done("s1a", "2026", on: "2026-03-01", note: "讲纪律")
    try office.done("s2a", "2026", on: "2026-02-03", note: "读书会")
    try assign(["s1", "s2", "s3"], to: "李强", insteadOf: nil, in: &office)
    try office.done("s3a", "2026", on: "2026-10-09", note: "到村里")
    let text = try office.report(.accountability, person: "王芳").plain
    for part in told { #expect(text.contains(part)) }
    #expect(!text.contains("到村里"))
  }

  /// What is told with the person's own part is not told again.
  @Test func onlyWhatStandsNowhereElseIsToldAsHandedOn() throws {
    let report = try office().report(.accountability, person: "李强").plain
    #expect(report.contains("年内移交他人负责的工作有1项。“谈话”完成1次（2月5日），同财政所谈话。我负责的部分自9月1日起由何静负责。"))
    #expect(report.ranges(of: "4月10日").count == 1)
  }

  @Test func sheets() throws {
    let office = try office()
    #expect(try sheet("何静", office).contains("12月31日前 | — | 李强2月5日同财政所谈话 | 已完成"))
    let former = try sheet("李强", office)
    #expect(former.contains("m1 | 查岗 | 2026年8月31日 | —\nm2 | 谈话 | 2026年8月31日 | 2月5日同财政所谈话"))
    #expect(former.contains("6月30日前 | — | 4月10日 | 已完成"))
  }

  // MARK: - The ledger

  @Test func aHandoverIsRemarkedOnlyOnItsOwnRows() throws {
    let ledger = try ledger(try office())
    let rows = zip(try cells("owner", ledger), try cells("remark", ledger))
    for (owner, remark) in rows {
      #expect(remark == (owner == "赵敏" ? "" : "自9月1日起由何静负责"))
    }
    #expect(try cells("record", ledger).contains("李强2月5日同财政所谈话"))
  }

  /// It can be seen who of several has a record and who has none.
  @Test func recordsOfSeveralPersonsNameThem() throws {
    var office = SmallOffice()
    office.add("日常", [try SmallOffice.duty("m1", ["ongoing"], by: .each(["李强", "赵敏", "何静"]))])
    try office.done("m1a", "2026", on: "2026-02-05", note: "走访", owner: "李强")
    try office.done("m1a", "2026", on: "2026-02-06", owner: "赵敏")
    #expect(try cells("record", try ledger(office)) == ["李强2月5日走访；赵敏2月6日"])
    #expect(try sheet("李强", office).contains("| 2月5日走访 |"))
  }

  @Test func aSharedRowSaysWhoseHandoverItIs() throws {
    var office = SmallOffice()
    office.add("日常", [try SmallOffice.duty("m1", ["ongoing"], by: .each(["李强", "赵敏"]))])
    try assign(["m1"], to: "何静", insteadOf: "李强", in: &office)
    #expect(try cells("remark", try ledger(office)) == ["李强负责的部分自9月1日起由何静负责"])
    // A replacement of somebody who never had a part of it changes nothing.
    var other = SmallOffice()
    other.add("日常", [try SmallOffice.duty("m1", ["ongoing"], by: .each(["李强", "赵敏"]))])
    try assign(["m1"], to: "何静", insteadOf: "钱七", in: &other)
    try assign(["m1"], to: "何静", insteadOf: nil, in: &other)
    #expect(try cells("remark", try ledger(other)) == [""])
  }

  @Test func severalOwnersAreJoinedAsTheLanguageHasIt() throws {
    for (language, owners) in [("zh", "李强、赵敏"), ("en", "李强; 赵敏")] {
      var office = SmallOffice()
      office.language = language
      office.add("日常", [try SmallOffice.duty("m1", ["ongoing"], by: .each(["李强", "赵敏"]))])
      let ledger = try ledger(office)
      #expect(try cells("owner", ledger) == [owners])
      let json = Format.json.bytes(of: ledger, in: .chinese, for: .unlimited, isRaw: false)
      #expect(String(decoding: json, as: UTF8.self).contains(#""owner": "李强; 赵敏""#))
      let screen = ledger.screen(in: .english, for: .unlimited).joined()
      #expect(screen.contains("李强, 赵敏"))
    }
  }

  // MARK: - Who lacks what

  /// No name stands beside a period that its person did not miss.
  @Test func whatIsOpenIsToldOfThoseWhoLackIt() throws {
    let text = try office().report().plain
    #expect(
      text.contains("未完成的有8项：查岗（李强、赵敏，第一季度；赵敏，第二季度；何静、赵敏，第三季度、第四季度）、谈话（赵敏）。")
    )
    #expect(
      text.contains("李强、赵敏第一季度应办的各1次未完成，赵敏第二季度应办的1次未完成，何静、赵敏第三季度、第四季度应办的各2次未完成。")
    )
    let english = try office("en").report().plain
    #expect(
      english.contains(
        "Not completed by 李强 and 赵敏 (first quarter); by 赵敏 (second quarter); by 何静 and 赵敏 (third quarter and fourth quarter)."
      )
    )
    #expect(
      english.contains(
        "查岗 (李强 and 赵敏: first quarter; 赵敏: second quarter; 何静 and 赵敏: third quarter and fourth quarter); 谈话 (赵敏)."
      )
    )
  }

  @Test func howMuchIsOpenIsToldOfEach() throws {
    var office = SmallOffice()
    office.add(
      "日常",
      [try SmallOffice.duty("m1", ["4 per year"], title: "谈话", by: .each(["李强", "赵敏", "何静"]))]
    )
    try office.done("m1a", "2026", on: "2026-03-06", owner: "李强")
    #expect(
      try office.report().plain.contains("谈话（李强，规定4次，完成1次；赵敏、何静，规定4次，均未完成）")
    )
  }

  @Test func waivedPeriodsNameThePersonOnce() throws {
    let target = try #require(Reference("town/m1a"))
    for (language, told) in [
      ("zh", "赵敏第一季度、第二季度、第三季度、第四季度应办的4项免办，理由是挂职。"),
      (
        "en",
        "Waived for the first quarter, the second quarter, the third quarter and the fourth quarter (赵敏): 挂职."
      ),
    ] {
      var office = try office(language)
      let targets = (1...4).map { quarter in
        Target(to: target, period: Period("2026-Q\(quarter)"), owner: "赵敏")
      }
      office.record(.waive(targets, reason: "挂职"))
      #expect(try office.report().plain.contains(told))
    }
  }

  // MARK: - Without due days

  /// Ongoing duties are counted as duties, and by persons where only some have records.
  @Test(arguments: [
    ([], "长期推进的职责2项，均无工作记录", "Two duties are continuous; work is recorded for neither of them."),
    (
      ["李强"], "长期推进的职责2项，按人计3项，有工作记录的1项",
      "Two duties are continuous, three if counted by person; work is recorded for one of them."
    ),
    (
      ["李强", "赵敏", "王芳"], "长期推进的职责2项，均有工作记录",
      "Two duties are continuous; work is recorded for both of them."
    ),
  ])
  func ongoingDutiesAreCounted(_ done: [String], _ chinese: String, _ english: String) throws {
    for (language, told) in [("zh", chinese), ("en", english)] {
      var office = SmallOffice()
      office.language = language
      office.add(
        "日常",
        [
          try SmallOffice.duty("g1", ["ongoing"], title: "学习", by: .each(["李强", "赵敏"])),
          try SmallOffice.duty("g2", ["ongoing"], title: "值班"),
        ]
      )
      for name in done {
        let isOwn = name == "王芳"
        try office.done(
          isOwn ? "g2a" : "g1a",
          "2026",
          on: "2026-03-06",
          owner: isOwn ? nil : name
        )
      }
      #expect(try office.report().plain.contains(told))
    }
  }

  /// Of a duty that was handed on, a gap names the part that is still to be done.
  @Test func aGapNamesOnlyThePartOfItsPerson() throws {
    for (language, gap) in [
      ("zh", "【待补充：s1 报告，2026年7月31日前应办的无工作记录】"),
      ("en", "[To be supplied: s1 报告: no record in 2026 for 31 July]"),
    ] {
      var office = SmallOffice()
      office.kind = .secretary
      office.language = language
      office.add(
        "日常",
        [try SmallOffice.duty("s1", ["by 01-31 and 07-31 each year"], title: "报告")]
      )
      try office.done("s1a", "2026-01-31", on: "2026-01-20")
      office.record(
        .assign(
          [try #require(Reference("town/s1"))],
          Assignment(from: try #require(Day("2026-06-15")), owner: "何静")
        )
      )
      #expect(try office.report(.accountability, person: "何静").plain.contains(gap))
    }
  }

  /// What each of several lacks is told of each.
  @Test func whatEachLacksIsToldOfEach() throws {
    var office = SmallOffice()
    office.add(
      "日常",
      [try SmallOffice.duty("m1", ["2 per year"], title: "调研", by: .each(["李强", "赵敏"]))]
    )
    try office.done("m1a", "2026", on: "2026-05-07", owner: "李强")
    try office.done("m1a", "2026", on: "2026-05-08", owner: "赵敏")
    let told = "调研2次（李强5月7日、赵敏5月8日），李强、赵敏每人规定2次，各缺1次。"
    #expect(try office.report().plain.contains(told))
    #expect(try office.report(.selfAssessment).plain.contains(told))
    office.language = "en"
    #expect(
      try office.report().plain.contains("One of two required completed by 李强 and 赵敏 each.")
    )
  }

  @Test func whoHasNoRecordIsNamed() throws {
    for (language, told, row) in [
      ("zh", "有工作记录1次（李强2月5日），赵敏年内无工作记录。", "赵敏年内无工作记录 | 5"),
      ("en", "No work is recorded for 赵敏.", "no record of 赵敏 in the year | 5"),
    ] {
      var office = SmallOffice()
      office.language = language
      office.add(
        "日常",
        points: 10_000,
        [try SmallOffice.duty("m1", ["ongoing"], title: "学习", by: .each(["李强", "赵敏"]))]
      )
      try office.done("m1a", "2026", on: "2026-02-05", owner: "李强")
      let text = try office.report(.selfAssessment).plain
      #expect(text.contains(told), "\(text)")
      #expect(text.contains(row))
      #expect(try office.report().plain.contains(language == "zh" ? "赵敏年内无工作记录。" : told))
    }
  }
}
