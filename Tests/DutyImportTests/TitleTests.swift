import DutyImport
import Testing

@Suite("The title of a duty")
struct TitleTests {
  @Test("is its first clause, whole or up to where another thing to do begins", arguments: titles)
  func title(text: String, expected: String) throws {
    let duty = try duty(text)
    #expect(duty.title == expected)
    #expect(duty.requirements.map(\.title) == [expected])
    #expect(duty.requirements.map(\.action) == [nil])
  }

  @Test("of something owed is short where it can be, and all of it is the action")
  func requirement() throws {
    let duty = try duty("每年组织学习《某项关于改进工作作风的规定》《某项关于厉行节约的条例》1次。")
    let requirement = try #require(duty.requirements.first)
    #expect(requirement.title == "组织学习《某项关于改进工作作风的规定》")
    #expect(requirement.action == "组织学习《某项关于改进工作作风的规定》《某项关于厉行节约的条例》")
  }

  static let titles: [(String, String)] = [
    ("抓好理论武装，组织学习。", "抓好理论武装"),
    // Several titles, and several things to do.
    (
      "严格执行《某某党员廉洁自律若干准则》《某某纪律处分若干条例》等规定。",
      "严格执行《某某党员廉洁自律若干准则》"
    ),
    (
      "履行全面从严治党主体责任、强化日常监督管理、推动工作落实到位。",
      "履行全面从严治党主体责任、强化日常监督管理"
    ),
    // Half of these would say something else.
    (
      "督促检查领导班子成员、直属单位负责人履行全面从严治党责任情况。",
      "督促检查领导班子成员、直属单位负责人履行全面从严治党责任情况"
    ),
    (
      "对各支部遵守各项纪律规定、执行民主集中制等情况进行监督和检查。",
      "对各支部遵守各项纪律规定、执行民主集中制等情况进行监督和检查"
    ),
    (
      "落实“学习《某某廉洁自律准则》《某某纪律处分条例》不走过场”的要求。",
      "落实“学习《某某廉洁自律准则》《某某纪律处分条例》不走过场”的要求"
    ),
    // A mark in quotation marks or brackets ends no clause.
    ("落实“讲政治、有信念，讲规矩、有纪律”要求，改进作风。", "落实“讲政治、有信念，讲规矩、有纪律”要求"),
    ("完善制度（学习，考勤），抓好落实。", "完善制度（学习，考勤）"),
    ("学习《某某准则，严守纪律。", "学习《某某准则"),
    (
      "按照上级党组织统一部署安排扎实有序开展好本单位本系统党内集中学习教育活动不走过场不搞形式真正取得实实在在的成效并且长期坚持下去。",
      "按照上级党组织统一部署安排扎实有序开展好本单位本系统党内集中学习教育活动不走过场不搞形式真正取得实实在在的成效并且长期坚持下去"
    ),
  ]

  private func duty(_ text: String) throws -> ImportedDuty {
    let document = try ImportedDocument(
      reading: "某局责任清单\n一、局党组责任\n1.\(text)",
      options: ImportOptions(id: "t")
    )
    return try #require(document.checklist.duties.first)
  }
}
