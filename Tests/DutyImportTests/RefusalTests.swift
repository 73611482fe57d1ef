import DutyImport
import TerminalText
import Testing

/// A document and the case of the error that refuses it.
struct Refusal: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String
  let expected: String

  // The texts are too long to be printed with the test.
  var testDescription: String { name }

  init(_ name: String, _ text: String, _ expected: String) {
    self.name = name
    self.text = text
    self.expected = expected
  }
}

@Suite("A document that is no checklist")
struct RefusalTests {
  @Test("is refused with the reason", arguments: refusals)
  func refusal(_ refusal: Refusal) {
    let error = #expect(throws: ImportError.self) {
      try ImportedDocument(reading: refusal.text, options: ImportOptions(id: "t"))
    }
    #expect(error.map(kind) == refusal.expected)
    #expect(error?.message.text(in: .chinese).isEmpty == false)
  }

  /// The name of the case, without its values.
  private func kind(_ error: ImportError) -> String {
    switch error {
    case .tooLong: "tooLong"
    case .textTooLong: "textTooLong"
    case .empty: "empty"
    case .notText: "notText"
    case .notChinese: "notChinese"
    case .report(_, let signs): signs.isEmpty ? "report without signs" : "report"
    case .flattenedScores: "flattenedScores"
    case .interleavedColumns: "interleavedColumns"
    case .noItems: "noItems"
    case .noDutyColumn: "noDutyColumn"
    case .prose: "prose"
    }
  }

  static let refusals: [Refusal] = [
    Refusal("nothing", "", "empty"),
    Refusal("a NUL", "某局责任清单\n一、党组责任\n1.做好\0工作。", "notText"),
    Refusal(
      "an item as long as a book",
      "一、党组责任\n1." + String(repeating: "做好工作，", count: 5000),
      "textTooLong"
    ),
    Refusal("spaces", " \u{3000}\n\u{A0}\n\u{FEFF}", "empty"),
    Refusal("control characters", String(repeating: "\u{1}\u{FFFD}甲", count: 40), "notText"),
    Refusal(
      "a list in English",
      """
      Accountability list of the Harbour Office (港务局)
      I. Duties of the party group
      1. Hold a meeting on discipline every quarter.
      2. Report in writing by the end of December each year.
      """,
      "notChinese"
    ),
    Refusal("one sentence", "今天开会。", "noItems"),
    Refusal("a title alone", "某局党委主体责任清单", "noItems"),
    Refusal(
      "a report with its opening",
      """
      2024年，在上级领导下，现将本人履行责任情况报告如下：
      一、主要做法
      （一）抓学习。一是学章程。二是学纪律。
      二、存在的问题
      1.学习不够深。
      三、下一步打算
      （一）加强学习。
      """,
      "report"
    ),
    Refusal(
      "a report by its title and headings",
      """
      某支部年度工作总结
      一、工作开展情况
      1.开展学习12次。
      二、存在的不足
      1.方法不多。
      """,
      "report"
    ),
    Refusal(
      "scores by section",
      """
      现将自查情况汇报如下，请评议。
      一、组织领导（自评得分20分）
      （一）召开会议XX次。
      二、宣传教育（自评得分30分）
      （一）举办讲座XX期。
      """,
      "report"
    ),
    Refusal(
      "a score table that lost its cells",
      """
      项目 内容 分值 自评分 核准分
      一、组织领导 1、研究工作 5
      2、部署落实责任到人 10
      3、按期听取工作汇报 10
      二、宣传教育 1、开展警示教育 5
      2、组织学习纪律要求 5
      合计 35
      """,
      "flattenedScores"
    ),
    Refusal(
      "columns in one another",
      """
      责任
      主体
      主要
      任务
      3.落实
      加强工
      作的部
      1.研究
      部署工
      作安排
      2.听取
      各单位
      汇报情
      5.督促
      落实到
      9.位
      """,
      "interleavedColumns"
    ),
    Refusal(
      "a novel",
      "第一章 归来\n"
        + String(repeating: "雨下了一夜，他站在门口，望着远处的山。\n她把灯点亮，什么也没有说。\n", count: 20),
      "prose"
    ),
    Refusal(
      "a table of other things",
      "张三\t13\t北京\n李四\t25\t上海\n王五\t31\t广州\n",
      "noDutyColumn"
    ),
    Refusal(
      "a table whose columns are not named after duties",
      """
      某局整改台账
      序号\t问题\t处理情况\t责任人\t整改时限
      1\t学习不深入\t已安排集中学习\t孙伟\t2026年12月底前
      2\t台账不全\t已补齐\t周洁\t2026年6月底前
      """,
      "noDutyColumn"
    ),
    Refusal(
      "too long a text",
      String(repeating: "一、党委责任\n", count: 16 << 16),
      "tooLong"
    ),
  ]

  @Test("says on which line it shows")
  func line() {
    let text = "\n\n关于学习的说明\n大家要认真学习。\n"
    let error = #expect(throws: ImportError.self) {
      try ImportedDocument(reading: text, options: ImportOptions(id: "t"))
    }
    #expect(error?.line == 3)
  }
}
