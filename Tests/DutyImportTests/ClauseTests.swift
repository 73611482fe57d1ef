import DutyImport
import DutyModel
import TerminalText
import Testing

@Suite("The text of a duty")
struct ClauseTests {
  @Test("says what is owed how often", arguments: clauses)
  func owed(text: String, expected: [String]) throws {
    #expect(try schedules(of: text) == expected)
  }

  @Test("names no cycle with a soft word", arguments: softWords)
  func soft(text: String) throws {
    #expect(try schedules(of: text).isEmpty)
  }

  @Test("of a list of one year has its months in that year")
  func monthOfYear() throws {
    let document = try ImportedDocument(
      reading: "2024年度某局责任清单\n一、党委责任\n1.查找风险，6月底前完成。\n2.年底前向市委报告。",
      options: ImportOptions(id: "t")
    )
    let schedules = document.checklist.duties.map { $0.requirements.map(\.schedule.description) }
    #expect(schedules == [["by 2024-06"], ["by 12 each year"]])
  }

  static let clauses: [(String, [String])] = [
    // One cycle and one count, in every order of the words.
    ("每年至少组织1次学习。", ["1 per year 组织学习"]),
    ("每年讲课不少于2次。", ["2 per year 讲课"]),
    ("每年 讲课 3 次 以上。", ["3 per year 讲课"]),
    ("每年至少与班子成员谈话1次。", ["1 per year 与班子成员谈话"]),
    ("每半年专题研究一次工作。", ["1 per half-year 专题研究工作"]),
    ("每季度开展两次检查。", ["2 per quarter 开展检查"]),
    ("每月走访一次以上。", ["1 per month 走访"]),
    ("每周例会1次。", ["1 per week 例会"]),
    ("全年研究工作不少于四次。", ["4 per year 研究工作"]),
    ("年内开展检查二次以上。", ["2 per year 开展检查"]),
    ("一年一次体检，半年一次走访。", ["1 per year 体检", "1 per half-year 走访"]),
    ("每年开展十二次检查。", ["12 per year 开展检查"]),
    ("每年走访2-3次。", ["2 per year 走访"]),
    ("每个季度听取1次汇报。", ["1 per quarter 听取汇报"]),
    ("按季度通报情况。", ["1 per quarter 通报情况"]),
    // A cycle without a count.
    ("每年召开专题会议。", ["1 per year 召开专题会议"]),
    ("每年结合实际，开展检查不少于2次。", ["2 per year 开展检查"]),
    ("每年根据分工，督促整改。", ["1 per year 根据分工，督促整改"]),
    // Inheritance within a sentence, and no further.
    (
      "每年讲课不少于1次，主持学习不少于4次、开展教育不少于2次。",
      ["1 per year 讲课", "4 per year 主持学习", "2 per year 开展教育"]
    ),
    (
      "每季度检查2次、通报1次，走访3次。",
      ["2 per quarter 检查", "1 per quarter 通报", "3 per quarter 走访"]
    ),
    ("每月至少召开1次会议、开展2次走访。", ["1 per month 召开会议", "2 per month 开展走访"]),
    ("每半年听取班子汇报;听取支部汇报。", ["1 per half-year 听取班子汇报", "1 per half-year 听取支部汇报"]),
    ("每半年听取班子汇报；推动工作落实。", ["1 per half-year 听取班子汇报"]),
    ("每半年听取汇报。听取支部意见。", ["1 per half-year 听取汇报"]),
    ("每月研究工作。开展检查不少于2次。", ["1 per month 研究工作", "2 per year 开展检查"]),
    // Masks.
    ("每半年至少召开*次会议。", ["? per half-year 召开会议"]),
    ("全年研究不少于XX次。", ["? per year 研究"]),
    ("讲授党课不少于×次。", ["? per year 讲授党课"]),
    // Dates.
    ("每年年底前完成考核。", ["by 12 each year 完成考核"]),
    ("每年底前报送总结。", ["by 12 each year 报送总结"]),
    ("每年1月31日前和7月31日前，报送情况。", ["by 01-31 and 07-31 each year 报送情况"]),
    ("每年3月底前制定计划。", ["by 03 each year 制定计划"]),
    ("每年12月开展考核。", ["by 12 each year 开展考核"]),
    ("每年6月、12月各研究一次。", ["by 06 and 12 each year 研究"]),
    ("每年3月至6月开展轮训。", ["from 03 by 06 each year 开展轮训"]),
    ("每月25日前报送进度。", ["1 per month by 25 报送进度"]),
    ("每年11月底前检查不少于4次。", ["4 per year by 11 检查"]),
    ("2025年6月底前建成。", ["by 2025-06 建成"]),
    ("2025年9月30日前完成整改。", ["by 2025-09-30 完成整改"]),
    ("2025年*月底前完成。", ["by 2025-? 完成"]),
    // Reports upwards, with whom they go to.
    ("每年向县委书面报告情况。", ["1 per year 向县委书面报告情况 → 县委"]),
    ("年底向市委、市纪委书面报告履责情况。", ["by 12 each year 向市委、市纪委书面报告履责情况 → 市委,市纪委"]),
    ("每年以书面形式向局党委述责述廉。", ["1 per year 以书面形式向局党委述责述廉 → 局党委"]),
    ("向市委和市纪委报告上年度履责情况。", ["1 per year 向市委和市纪委报告上年度履责情况 → 市委,市纪委 (previous-year)"]),
    ("发现问题线索，及时向县委、县纪委报告。", ["as needed 及时向县委、县纪委报告 → 县委,县纪委"]),
    (
      "每年向上级报告情况，重大问题及时报告。",
      ["1 per year 向上级报告情况 → 上级", "as needed 重大问题及时报告 → 上级"]
    ),
    ("党组会议逢会必学。", ["as needed 党组会议逢会必学"]),
    // The verb and the preposition that belong to the time go with it.
    ("各责任人应当于每年1月底前提交上一年度履责报告。", ["by 01 each year 各责任人提交上一年度履责报告 (previous-year)"]),
    ("支部书记要在每季度末向机关党委报送情况。", ["1 per quarter 支部书记向机关党委报送情况 → 机关党委"]),
    ("主要每年开展检查。", ["1 per year 主要开展检查"]),
    // A part of the period that no schedule can say stays.
    ("每周一召开例会。", ["1 per week 周一召开例会"]),
    ("每周一次例会。", ["1 per week 例会"]),
    ("每周一节安全课。", ["1 per week 一节安全课"]),
    ("每月初召开例会。", ["1 per month 月初召开例会"]),
    ("每季度末月25日前上报台账。", ["1 per quarter 季度末月25日前上报台账"]),
    ("每周一、三、五巡查。", ["3 per week 巡查"]),
    ("每周一至周五巡查。", ["5 per week 巡查"]),
    ("每周二、三次巡查。", ["2 per week 巡查"]),
    ("每月10日报送信息。", ["1 per month by 10 报送信息"]),
    ("每月10日、20日报送信息。", []),
    ("每年6月30日报送信息。", ["by 06-30 each year 报送信息"]),
    // Two cycles of one thing to do.
    ("每季度、每半年各开展一次检查。", ["1 per quarter 每季度开展检查", "1 per half-year 每半年开展检查"]),
    (
      "按季度、半年、年度向县委报告。",
      [
        "1 per quarter 按季度向县委报告 → 县委", "1 per half-year 半年向县委报告 → 县委",
        "1 per year 年度向县委报告 → 县委",
      ]
    ),
    ("按月、按季上报数据。", ["1 per month 按月上报数据", "1 per quarter 按季上报数据"]),
    ("每季度或每半年检查一次。", ["1 per half-year 检查"]),
    // An upper limit is owed by nobody.
    ("每季度至多召开1次现场会。", []),
    ("每年接待不超过3次，走访不少于2次。", ["2 per year 走访"]),
    ("每年发文不多于2次。", []),
    ("每半年控制在3次以内。", []),
    ("群众反映最多的问题每年研究2次。", ["2 per year 群众反映最多的问题研究"]),
    // A number that is not exact is at least its first.
    ("每年开展三四次督查。", ["3 per year 开展督查"]),
    ("每年开展一、两次活动。", ["1 per year 开展活动"]),
    // The beginning of a clause needs no 前.
    ("2026年5月完成排查。", ["by 2026-05 完成排查"]),
    ("2026年上半年完成排查。", ["by 2026-06 完成排查"]),
    ("3月开展宣传。", ["by 03 each year 开展宣传"]),
    ("5月中旬完成自查。", ["by 05-20 each year 完成自查"]),
    ("年内完成制度修订。", ["by 12 each year 完成制度修订"]),
    ("上半年完成轮岗。", ["by 06 each year 完成轮岗"]),
    ("年中开展检查。", ["by 06 each year 开展检查"]),
    ("一季度召开动员会。", ["by 03 each year 召开动员会"]),
    ("二季度末前完成自查。", ["by 06 each year 完成自查"]),
    ("季度末报送报表。", ["1 per quarter 报送报表"]),
    ("11月20日至12月20日开展考核。", ["from 11-20 by 12-20 each year 开展考核"]),
    ("6月、12月底前分别报告。", ["by 06 and 12 each year 报告"]),
    ("一年一度开展评议。", ["1 per year 开展评议"]),
    // Each has its own name.
    ("每年12月10日前，各单位上报总结，12月31日前汇总。", ["by 12-10 each year 各单位上报总结", "by 12-31 each year 汇总"]),
    ("每月5日、20日前报送进度。", []),
    // Halves, quarters and months without 每年.
    ("上半年、下半年各讲1次党课。", ["1 per half-year 讲党课"]),
    ("每年上半年和下半年各开展1次督查。", ["1 per half-year 开展督查"]),
    ("每年第一季度制定计划。", ["by 03 each year 制定计划"]),
    ("第四季度组织评议。", ["by 12 each year 组织评议"]),
    ("2月、8月召开联席会议。", ["by 02 and 08 each year 召开联席会议"]),
    ("3-6月开展轮训。", ["from 03 by 06 each year 开展轮训"]),
    ("逐月通报情况。", ["1 per month 通报情况"]),
    // A date goes with the words behind the comma, or with the clause before.
    ("3月底前，召开部署会议。", ["by 03 each year 召开部署会议"]),
    ("3月底前，召开会议2次。", ["2 per year by 03 召开会议"]),
    ("6月底前，每季度检查1次。", ["by 06 each year 6月底前", "1 per quarter 检查"]),
    ("按月收缴党费，每月10日前完成。", ["1 per month by 10 收缴党费"]),
    // Lists of dates, of which only the last one has its 前.
    ("每年1月15日和7月15日前报送情况。", ["by 01-15 and 07-15 each year 报送情况"]),
    ("每年一季度、三季度各主持1次专题会议。", ["by 03 and 09 each year 主持专题会议"]),
    ("每年年中、年底各开展一次督查。", ["by 06 and 12 each year 开展督查"]),
    ("每年1—2月制定计划，11—12月组织考核。", ["from 01 by 02 each year 制定计划", "from 11 by 12 each year 组织考核"]),
    ("一季度听取一次汇报。", []),
    // Brackets go with the cycle, or stay whole.
    ("每季度（3、6、9、12月）召开分析会。", ["1 per quarter 召开分析会"]),
    ("每年至少开展1次（一般在春季）集中约谈。", ["1 per year 开展（一般在春季）集中约谈"]),
    // Words that have a joint or a modal verb in them stay whole.
    ("每年至少参与2次党委会议。", ["2 per year 参与党委会议"]),
    ("年底前参与1次考核。", ["1 per year by 12 参与考核"]),
    ("每年普及2次法律知识。", ["2 per year 普及法律知识"]),
    ("每年组织2次会议并参与3次调研。", ["2 per year 组织会议", "3 per year 参与调研"]),
    ("每年开展2次调研以及3次督查。", ["2 per year 开展调研", "3 per year 督查"]),
    ("每年形成会议纪要3次。", ["3 per year 形成会议纪要"]),
    ("善于每年总结2次经验。", ["2 per year 善于总结经验"]),
    ("每年应急演练不少于2次。", ["2 per year 应急演练"]),
    ("每年要求各支部开展1次自查。", ["1 per year 要求各支部开展自查"]),
    ("每年应开展1次自查。", ["1 per year 开展自查"]),
    ("每年向参与单位报告1次情况。", ["1 per year 向参与单位报告情况 → 参与单位"]),
    ("每季度和群众谈心1次。", ["1 per quarter 和群众谈心"]),
    ("每年召开不少于2次的座谈会。", ["2 per year 召开座谈会"]),
    // 不少于 of something else than times is no count.
    ("每年安排不少于10天时间驻村。", ["1 per year 安排不少于10天时间驻村"]),
  ]

  static let softWords = [
    "定期听取汇报。", "不定期开展检查。", "经常开展教育。", "及时传达精神。", "持续深化整治。", "常态化开展谈话。",
    "发现问题及时提醒。", "长期坚持。", "随时听取汇报。", "第一时间处置。", "落实三会一课，严格一岗双责。",
    "实行“年度双报告与评议”制度。", "落实“每月一课”制度。", "学习《每年一次检查的规定》。", "把工作纳入年度安排。",
    "研究上半年工作。", "第一次会议要开好。", "首次培训、多次走访、层次分明。", "培训50人次。", "年终考核要严格。",
    "10月1日国庆期间值班。", "收入每年增长5%。", "开展一次集中整治。", "每学期研究一次。", "每两年轮训一次。",
    "每次会议做好记录。", "组织支部向局党委进行述职。", "听取支部向党委的汇报。", "一学期研究不少于1次。",
    "每学年至少研究2次。", "三年内轮训一遍党员。", "半年一小结，全年一总结。", "年初有计划、年中有检查。", "坚持问题导向，落实报告制度。",
    "研究年内重点。", "上半年工作总结要及时。", "2026年5月印发的办法要落实。", "隔月听取汇报。", "双月召开例会。", "两月一次听取汇报。",
    "国庆节前开展谈话。", "5月1日起实施办法。", "每年开展0次检查。", "每年开展9999次检查。",
  ]

  /// What the text of one duty asks for, each as its schedule, title and addressees.
  private func schedules(of text: String) throws -> [String] {
    let document = try ImportedDocument(
      reading: "某局责任清单\n一、局党组责任\n1.\(text)",
      options: ImportOptions(id: "t")
    )
    let duties = document.checklist.duties
    try #require(duties.count == 1)
    return duties[0].requirements.filter { $0.origin == .text }.map { requirement in
      var line = "\(requirement.schedule) \(requirement.title)"
      if !requirement.reportTo.isEmpty {
        line += " → \(requirement.reportTo.joined(separator: ","))"
      }
      if let covers = requirement.covers { line += " (\(covers.rawValue))" }
      return line
    }
  }
}

@Suite("The time of an annotation")
struct AnnotationTimeTests {
  @Test("is read with and without a year in the title", arguments: times)
  func time(value: String, yearly: String?, dated: String?) throws {
    #expect(try schedule(value, title: "某局责任清单") == yearly)
    #expect(try schedule(value, title: "2024年度某局责任清单") == dated)
  }

  static let times: [(String, String?, String?)] = [
    ("持续推进", "ongoing", "ongoing"),
    ("长期坚持", "ongoing", "ongoing"),
    ("常态化开展", "ongoing", "ongoing"),
    ("及时", "as needed", "as needed"),
    ("2023年*月底前完成", "by 2023-?", "by 2023-?"),
    ("2023年6月底前完成", "by 2023-06", "by 2023-06"),
    ("2023年6月30日前", "by 2023-06-30", "by 2023-06-30"),
    ("2023年底前", "by 2023", "by 2023"),
    ("6月底前完成", "by 06 each year", "by 2024-06"),
    ("6月30日前", "by 06-30 each year", "by 2024-06-30"),
    ("*月底前完成", "by ? each year", "by 2024-?"),
    ("6月", "by 06 each year", "by 2024-06"),
    ("12月份", "by 12 each year", "by 2024-12"),
    ("3月至6月", "from 03 by 06 each year", "by 2024-06"),
    ("3-6月", "from 03 by 06 each year", "by 2024-06"),
    ("全年", "from 01 by 12 each year", "by 2024"),
    ("第二季度", "by 06 each year", "by 2024-06"),
    ("下半年", "by 12 each year", "by 2024-12"),
    ("年底前", "by 12 each year", "by 2024-12"),
    ("每季度一次", "1 per quarter", "1 per quarter"),
    ("每月不少于2次", "2 per month", "2 per month"),
    ("每年3月底前", "by 03 each year", "by 03 each year"),
    ("每半年召开*次", "? per half-year", "? per half-year"),
    ("2026年3月31日", "by 2026-03-31", "by 2026-03-31"),
    ("2026年6月", "by 2026-06", "by 2026-06"),
    ("2026年第一季度", "by 2026-03", "by 2026-03"),
    ("2026年6月底前，并长期坚持", "by 2026-06", "by 2026-06"),
    ("2026年3月底前制定计划，全年推进", "by 2026-03", "by 2026-03"),
    ("立行立改，长期坚持", "ongoing", "ongoing"),
    ("全年坚持", "ongoing", "ongoing"),
    ("逐月", "1 per month", "1 per month"),
    ("每季度末", "1 per quarter", "1 per quarter"),
    ("每季度末月25日前", "1 per quarter", "1 per quarter"),
    ("每月5日前", "1 per month by 05", "1 per month by 05"),
    ("一年两次", "2 per year", "2 per year"),
    ("年中年末", "by 06 and 12 each year", "by 06 and 12 each year"),
    ("3月、9月", "by 03 and 09 each year", "by 03 and 09 each year"),
    ("上半年、下半年各1次", "1 per half-year", "1 per half-year"),
    // As tables have them.
    ("2026/6/30", "by 2026-06-30", "by 2026-06-30"),
    ("2026.06.30前", "by 2026-06-30", "by 2026-06-30"),
    ("2026-06-30", "by 2026-06-30", "by 2026-06-30"),
    ("2026.6", "by 2026-06", "by 2026-06"),
    ("6.30", "by 06-30 each year", "by 2024-06-30"),
    ("2次/年", "2 per year", "2 per year"),
    ("不少于1次/季度", "1 per quarter", "1 per quarter"),
    ("10月中旬", "by 10-20 each year", "by 2024-10-20"),
    ("2026年10月中旬前", "by 2026-10-20", "by 2026-10-20"),
    ("三季度末前", "by 09 each year", "by 2024-09"),
    ("每半年一次，年底前完成", "1 per half-year", "1 per half-year"),
    ("2026/13/30", nil, nil),
    ("2026/02/30", nil, nil),
    ("2026.6-9", nil, nil),
    ("13.1", nil, nil),
    ("两个月一次", nil, nil),
    ("按月、按季", nil, nil),
    ("每学期", nil, nil),
    ("另行通知", nil, nil),
    ("13月底前", nil, nil),
    ("2023年2月30日前", nil, nil),
  ]

  private func schedule(_ value: String, title: String) throws -> String? {
    let document = try ImportedDocument(
      reading: "\(title)\n一、局党组责任\n1.做好工作。\n完成时限：\(value)\n2.抓好落实。",
      options: ImportOptions(id: "t")
    )
    let duties = document.checklist.duties
    try #require(duties.count == 2)
    try #require(duties[0].requirements.count == 1)
    let requirement = duties[0].requirements[0]
    let isRefused = document.review.decisions.contains {
      $0.what == .unreadableTime(label: "完成时限")
    }
    #expect(isRefused == (requirement.origin == .unstated))
    return requirement.origin == .annotation ? requirement.schedule.description : nil
  }
}

@Suite("The time of a text and of its annotation")
struct JoinedTimeTests {
  @Test("are one requirement where they speak of the same times", arguments: pairs)
  func joined(text: String, value: String, expected: [String]) throws {
    let document = try ImportedDocument(
      reading: "某局责任清单\n一、局党组责任\n1.\(text)\n完成时限：\(value)\n2.抓好落实。",
      options: ImportOptions(id: "t")
    )
    let duty = try #require(document.checklist.duties.first)
    #expect(duty.requirements.map(\.schedule.description) == expected)
  }

  static let pairs: [(String, String, [String])] = [
    ("每季度学习1次。", "每季度", ["1 per quarter"]),
    ("每月检查不少于2次。", "每月", ["2 per month"]),
    ("每年讲课1次。", "7月底前", ["1 per year by 07"]),
    ("每年谈话2次。", "上半年、下半年各1次", ["1 per half-year"]),
    ("一年开展不少于四次教育。", "12月10日前", ["4 per year by 12-10"]),
    ("每半年研究1次。", "6月、12月", ["1 per half-year"]),
    ("每月报送情况。", "每月5日前", ["1 per month by 05"]),
    ("2026年6月底前建成。", "2026年6月30日前", ["by 2026-06"]),
    ("每年1月底前报送情况。", "每年1月底前", ["by 01 each year"]),
    // The end of the year is the end of its last quarter.
    ("每季度学习1次。", "2026年底前", ["1 per quarter"]),
    ("每季度学习1次。", "12月底前", ["1 per quarter"]),
    ("每月走访2次。", "年底前", ["2 per month"]),
    ("每季度检查1次，每半年通报1次。", "12月底前", ["1 per quarter", "1 per half-year"]),
    // As many dates as times.
    ("每年督查2次。", "6月底、12月底", ["by 06 and 12 each year"]),
    ("每年督查2次。", "6月、12月底前", ["by 06 and 12 each year"]),
    // Different times are two.
    ("每季度学习1次。", "6月底前", ["1 per quarter", "by 06 each year"]),
    ("每年督查3次。", "6月底、12月底", ["3 per year", "by 06 and 12 each year"]),
    ("每年谈话3次。", "每半年", ["3 per year", "1 per half-year"]),
  ]

  @Test("that are two are asked about, and what is one is told once", arguments: notes)
  func told(text: String, value: String, expected: [String]) throws {
    let document = try ImportedDocument(
      reading: "2026年某局责任清单\n一、局党组责任\n1.\(text)\n完成时限：\(value)\n2.抓好落实。",
      options: ImportOptions(id: "t")
    )
    let told = document.review.decisions.filter { $0.subject == "g1" }
      .map { "\($0.message.text(in: .chinese)) \($0.certainty)" }
    #expect(told == expected)
  }

  static let notes: [(String, String, [String])] = [
    ("每年讲课2次。", "每季度", ["g1：每年2次，标注却是每季度1次，两项都列 ask"]),
    ("每季度学习1次。", "6月底前", ["g1：每季度1次，标注却是2026年6月底前，两项都列 ask"]),
    // A schedule that is not in the list is not told.
    ("每半年报告1次。", "6月底、12月底前", []),
    ("每年考核1次。", "12月底前", ["g1：每年12月底前1次 ask"]),
    ("向县委报告上年度情况。", "1月底前", ["g1：每年1月底前1次 ask"]),
    ("每月学习。", "每月5日前", ["g1：每月5日前1次（没写次数，按一次） sure", "g1：每月5日前1次 ask"]),
    ("每季度学习1次。", "2026年12月底前", []),
    ("每季度学习1次。", "2027年12月底前", ["g1：每季度1次 ask"]),
  ]

  @Test("that cannot be read whole is asked about")
  func part() throws {
    let document = try ImportedDocument(
      reading: "某局责任清单\n一、局党组责任\n1.做好工作。\n完成时限：2026年6月底前，并长期坚持\n2.每月初开会。",
      options: ImportOptions(id: "t")
    )
    let parts = document.review.decisions.filter {
      if case .timeInPart = $0.what { $0.certainty == .ask } else { false }
    }
    #expect(parts.map(\.line) == [4, 5])
  }
}

@Suite("What is skipped")
struct SkippedTests {
  @Test(
    "is asked about where it says how often",
    arguments: [
      ("每半年听取一次汇报。", ImportDecision.Certainty.ask), ("履行下列责任。", .sure),
    ]
  )
  func lead(paragraph: String, certainty: ImportDecision.Certainty) throws {
    let document = try ImportedDocument(
      reading: "某局责任清单\n一、局党组责任\n\(paragraph)\n1.做好工作。\n2.抓好落实。",
      options: ImportOptions(id: "t")
    )
    let skipped = document.review.decisions.filter { $0.what == .skipped(.lead) }
    #expect(skipped.map(\.certainty) == [certainty])
  }
}
