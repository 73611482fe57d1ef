import TerminalText
import Testing

@testable import DutyReports

@Suite struct TitleLinesTests {
  @Test(arguments: [
    (
      "某乡党委2026年度落实全面从严治党主体责任情况报告",
      ["某乡党委2026年度", "落实全面从严治党主体责任情况报告"]
    ),
    (
      "中共青石镇委员会2026年度落实全面从严治党主体责任情况自评报告",
      ["中共青石镇委员会2026年度", "落实全面从严治党主体责任情况自评报告"]
    ),
    ("2026年度述责述廉报告", ["2026年度述责述廉报告"]),
    ("未完成和逾期完成事项", ["未完成和逾期完成事项"]),
    (
      "Harbour Library: report on meeting the checklist of 2026",
      ["Harbour Library: report on", "meeting the checklist of 2026"]
    ),
    ("第一行\n第二行", ["第一行", "第二行"]),
    ("", []),
  ])
  func breaksWhereMeaningAllowsIt(_ title: String, _ expected: [String]) {
    #expect(TitleLines.lines(title, columns: 38) == expected)
  }

  /// Whatever the width: nothing is lost, no line is too long, and no word or number is torn where
  /// a line can hold it.
  @Test(arguments: 12...60)
  func keepsWordsWhole(_ columns: Int) {
    let terminal = Terminal(columns: nil)
    for title in [
      "某乡党委2026年度落实全面从严治党主体责任情况报告",
      "青溪区某街道办事处2026年度贯彻落实党风廉政建设责任制第一责任人职责情况报告",
      "关于《乡镇党委主体责任清单》2026年度履行情况的报告",
      "民政局党委主体责任清单2026年度工作台账",
    ] {
      let lines = TitleLines.lines(title, columns: columns)
      #expect(lines.joined() == title)
      #expect(lines.allSatisfy { terminal.width(of: $0) <= columns })
      for word in ["2026年", "责任", "情况", "报告", "清单", "台账", "党风", "廉政", "从严", "年度"]
      where title.contains(word) {
        #expect(lines.contains { $0.contains(word) }, "\(word) in \(lines)")
      }
      for line in lines {
        #expect(!"，。》年度".contains(line.first ?? " "), "\(lines)")
        #expect(line.last != "《", "\(lines)")
      }
    }
  }

  @Test(arguments: [String(repeating: "长", count: 20_000), String(repeating: "9", count: 20_000)])
  func breaksWhatHasNoWords(_ title: String) {
    let lines = TitleLines.lines(title, columns: 38)
    #expect(lines.joined() == title)
    #expect(lines.allSatisfy { $0.count <= 38 })
  }

  @Test func partsAreTheWholeTitle() {
    let title = "某乡党委2026年度落实全面从严治党主体责任情况报告"
    #expect(
      TitleLines.parts(title) == ["某乡党委", "2026年度", "落实", "全面从严治党", "主体责任", "情况报告"]
    )
    #expect(TitleLines.parts("").isEmpty)
  }
}
