import DutyImport
import DutyModel
import TerminalText
import Testing

@Suite("What had to be decided is told")
struct DecisionTests {
  @Test(
    "of a time to react, which is no schedule",
    arguments: [
      ("接到举报后24小时内报告。", "24小时内"),
      ("发现问题的，5个工作日内办结。", "5个工作日内"),
      ("自收到之日起十五日以内答复。", "十五日以内"),
      ("重要情况在３天之内上报。", "3天之内"),
      ("收到意见后一个月内整改到位。", "一个月内"),
      ("有来信的，*个工作日内回复。", "*个工作日内"),
    ]
  )
  func reaction(text: String, words: String) throws {
    let document = try read("1.\(text)")
    #expect(try requirements(document) == ["ongoing"])
    #expect(
      decisions(document).contains(
        "g1: '\(words)' is a time to react, not a schedule; none was set ASK"
      )
    )
    let isToldInChinese = document.review.decisions.contains {
      $0.message.text(in: .chinese) == "g1：'\(words)'是办理时限，不是周期，未设时间安排"
    }
    #expect(isToldInChinese)
  }

  @Test(
    "of no time to react where there is none",
    arguments: ["三年内建成。", "7月1日内容更新。", "第5日内部通报。", "每月研究一次，加强内部管理。"]
  )
  func noReaction(text: String) throws {
    #expect(!decisions(try read("1.\(text)")).contains { $0.contains("time to react") })
  }

  @Test("of dates before the day from which the list holds, once for all of them")
  func earlyDates() throws {
    let text = """
      2024年度某局责任清单
      一、局党组责任
      1.2024年*月底前完成整改。
      2.2023年12月底前建成阵地。
      3.每年研究1次工作。
      4.2026年3月底前报告。
      """
    func found(from day: Day?) throws -> [String] {
      let options = ImportOptions(id: "t", effective: DayRange(from: day, to: nil))
      let review = try ImportedDocument(reading: text, options: options).review
      return review.decisions.filter { if case .datesTooEarly = $0.what { true } else { false } }
        .map { "\($0.line) \($0.message.text(in: .english)) \($0.certainty)" }
    }
    let expected = ["1 2 dates too early: --from 2023-01-01 ask"]
    #expect(try found(from: Day(year: 2026, month: 1, day: 1)) == expected)
    #expect(try found(from: Day(year: 2023, month: 1, day: 1)).isEmpty)
    #expect(try found(from: nil).isEmpty)
  }

  @Test("of a time to react beside a cycle, which stays")
  func reactionBesideCycle() throws {
    let document = try read("1.每季度检查一次，3个工作日内通报结果。")
    #expect(try requirements(document) == ["1 per quarter"])
    #expect(decisions(document).contains { $0.contains("'3个工作日内' is a time to react") })
  }

  @Test("of a time to react behind a label")
  func reactionBehindLabel() throws {
    let document = try read("1.办理来信来访。\n完成时限：10个工作日内")
    #expect(decisions(document).contains { $0.contains("'10个工作日内' is a time to react") })
  }

  @Test(
    "of a cycle that cannot be said, with what is owed instead",
    arguments: [
      ("每学期检查一次。", "g1: '每学期' is no period here; ongoing ASK", ["ongoing"]),
      (
        "每学期检查一次。\n完成时限：2026年6月底前",
        "g1: '每学期' is no period here; by 2026-06 ASK", ["by 2026-06"]
      ),
      (
        "每学期检查一次，每年报告一次。",
        "g1: '每学期' is no period here; left out ASK", ["1 per year"]
      ),
    ]
  )
  func cycles(text: String, decision: String, schedules: [String]) throws {
    let document = try read("1.\(text)")
    #expect(decisions(document).contains(decision), "\(decisions(document))")
    #expect(try requirements(document) == schedules)
  }

  @Test("of a column without a place once, not in every row")
  func columns() throws {
    let document = try read(
      """
      序号\t责任内容\t责任领导\t备注\t印证材料
      1\t研究工作\t李明\t见附件\t纪要
      2\t听取汇报\t李明\t\t纪要
      3\t开展谈话\t李明\t同上\t记录
      """
    )
    let told = decisions(document).filter { $0.contains("column") }
    #expect(
      told == [
        "no place for the column '备注'; 2 cells skipped ASK",
        "no place for the column '印证材料'; 3 cells skipped ASK",
      ]
    )
    #expect(document.review.decisions.filter { $0.excerpt == "备注" }.map(\.line) == [3])
    #expect(document.review.summary.lostCharacters == 0)
  }

  // MARK: Numbers

  @Test("of items whatever their number")
  func greatNumbers() throws {
    let items = (1...2100).map { "\($0).抓好第\($0)件事。" }.joined(separator: "\n")
    let duties = try read(items).checklist.duties
    #expect(duties.map { $0.number ?? "" } == (1...2100).map(String.init))
    #expect(duties.last?.id == "g2100")
  }

  @Test(
    "of no item where a line begins with a year",
    arguments: ["2026、2027年两年建成。", "2026.建设年活动。", "1985.5.1起施行的办法。"]
  )
  func years(text: String) throws {
    let duties = try read("1.抓好建设，\n\(text)").checklist.duties
    #expect(duties.map(\.text).count == 1, "\(duties.map(\.text))")
  }

  @Test("of articles beyond the nine hundred and ninety-ninth")
  func articles() throws {
    let document = try read("第九百九十九条 抓学习。\n第一千条 抓队伍。\n第一千零一条 抓作风。\n第一千零一十二条 抓纪律。")
    #expect(document.checklist.duties.map { $0.number ?? "" } == ["999", "1000", "1001", "1012"])
  }

  @Test("of items behind a comma that was meant to be another mark")
  func commas() throws {
    let document = try read("1．学习\n2、检查\n3，谈话\n4,总结\n1,000人次培训到位\n9，这是正文")
    let duties = document.checklist.duties
    #expect(duties.map { $0.number ?? "" } == ["1", "2", "3", "4"])
    #expect(document.review.summary.lostCharacters == 0)
  }

  // MARK: Times

  @Test("of a day of the next month, which no schedule can say")
  func nextMonth() throws {
    let apart = try read("1.每月汇总台账，次月5日前报送。")
    #expect(try requirements(apart) == ["1 per month"])
    #expect(decisions(apart).contains("g1: '次月5日前' is no period here; left out ASK"))
    let joined = try read("1.每月汇总台账并于次月5日前报送。")
    #expect(try requirements(joined) == ["1 per month"])
    #expect(
      decisions(joined).contains("g1: 1 per month (says only part of the time stated) ASK")
    )
  }

  @Test(
    "of nothing that an annotation says again",
    arguments: [
      ("每年2月底前制定计划。\n完成时限：2月底前", ["by 02 each year"]),
      ("每年讲课1次，谈话不少于2次。\n完成时限：全年", ["1 per year", "2 per year"]),
      ("每年讲课1次，谈话不少于2次。\n完成时限：2026年12月底前", ["1 per year", "2 per year"]),
      ("每年2月底前制定计划。\n完成时限：3月底前", ["by 02 each year", "by 2026-03"]),
    ]
  )
  func saidAgain(text: String, schedules: [String]) throws {
    let document = try ImportedDocument(
      reading: "2026年某局责任清单\n一、党委领导班子责任\n1.\(text)",
      options: ImportOptions(id: "t")
    )
    #expect(try requirements(document) == schedules)
  }

  @Test("of a name without the point that stands for a full stop")
  func points() throws {
    let duty = try #require(try read("1．每半年召开１次专题会议．").checklist.duties.first)
    #expect(duty.title == "每半年召开１次专题会议")
    #expect(duty.text == "每半年召开１次专题会议．")
    #expect(duty.requirements.map(\.title) == ["召开专题会议"])
  }

  @Test("of every time that is not wholly understood", arguments: doubtful)
  func doubt(text: String, decision: String) throws {
    let told = try read("1.\(text)").review.decisions.filter { $0.subject == "g1" }
      .map { "\($0.message.text(in: .chinese)) \($0.certainty)" }
    #expect(told == [decision])
  }

  static let doubtful: [(String, String)] = [
    ("每季度至多召开1次现场会。", "g1：'至多1次'是上限，未设次数 ask"),
    ("每年接待不超过3次。", "g1：'不超过3次'是上限，未设次数 ask"),
    ("检查工作。\n完成时限：每季度不超过1次", "g1：'不超过1次'是上限，未设次数 ask"),
    ("每周一、三、五巡查。", "g1：每周3次（所写时间只读出一部分） ask"),
    ("每年开展三四次督查。", "g1：每年3次（所写时间只读出一部分） ask"),
    ("每年开展多次督查。", "g1：每年1次（所写时间只读出一部分） ask"),
    ("每年“七一”前夕慰问党员。", "g1：每年1次（所写时间只读出一部分） ask"),
    ("每年两会前报送情况。", "g1：每年1次（所写时间只读出一部分） ask"),
    ("每月上旬召开例会。", "g1：每月1次（所写时间只读出一部分） ask"),
    ("每月10日报送信息。", "g1：每月10日前1次 ask"),
    ("国庆节前开展谈话。", "g1：'国庆节前'没有周期，未设次数 ask"),
    ("隔月听取汇报。", "g1：'隔月'无法表示，暂作持续推进 ask"),
    ("2026年5月完成排查。", "g1：2026年5月底前 ask"),
    ("上半年完成轮岗。", "g1：每年6月底前 ask"),
    ("季度末报送报表。", "g1：每季度1次（所写时间只读出一部分） ask"),
    ("检查工作。\n完成时限：年内", "g1：每年12月底前 ask"),
    ("检查工作。\n完成时限：上半年", "g1：每年6月底前 ask"),
  ]

  @Test(
    "of words that no schedule says, which stay in the text",
    arguments: [
      ("1.慰问党员。\n完成时限：七一前", "慰问党员。\n完成时限：七一前"),
      ("1.慰问党员（完成时限：按规定）。", "慰问党员\n完成时限：按规定"),
      ("1.慰问党员。\n完成时限：6月底前，并长期坚持", "慰问党员。\n完成时限：6月底前，并长期坚持"),
      ("序号\t工作任务\t完成时限\n1\t慰问党员\t定期", "慰问党员\n完成时限：定期"),
      ("1.慰问党员。\n完成时限：/", "慰问党员。"),
    ]
  )
  func kept(text: String, expected: String) throws {
    let document = try read(text)
    let duty = try #require(document.checklist.duties.first)
    #expect(duty.text == expected)
    #expect(document.review.summary.lostCharacters == 0)
    #expect((AnnotationLabel.keptTime(in: duty.text) != nil) == expected.contains("完成时限"))
  }

  // MARK: Helpers

  private func read(_ text: String) throws -> ImportedDocument {
    try ImportedDocument(
      reading: "某局责任清单\n一、党委领导班子责任\n" + text,
      options: ImportOptions(id: "t")
    )
  }

  private func requirements(_ document: ImportedDocument) throws -> [String] {
    try #require(document.checklist.duties.first).requirements.map(\.schedule.description)
  }

  private func decisions(_ document: ImportedDocument) -> [String] {
    document.review.decisions.map {
      "\($0.message.text(in: .english)) \($0.certainty.message.text(in: .english))"
    }
  }
}
