import TerminalText
import Testing

@Suite struct TextTableTests {
  /// A list of duties as the program shows it.
  private let table = TextTable(
    columns: [
      .mark,
      .init("id", header: "编号"),
      .init("title", header: "职责"),
      .init("owner", header: "负责人"),
      .init("due", header: "到期"),
      .init("state", header: "状态"),
      .init("done", header: "完成"),
      .init("schedule", header: "时间安排"),
      .init("departments", header: "责任处室"),
    ],
    rows: [
      .line(""),
      .line(Prose("township/ 乡镇党委主体责任清单（某乡党委）", role: .heading)),
      .line("党委领导班子  27项", indentation: .all(2)),
      .cells(["", "g4", "专题学习", "陈静", "2026-12-31", "待办", "0/1", "每年1次", "机关党委"]),
      .cells([
        "", "g5", "意识形态专题报告", "李国栋", "2026-12-31", "待办", "0/1", "每年1次", "党政办公室",
      ]),
      .cells(["", "g14", "群众诉求渠道", "陈静", "", "缺记录143天", "", "持续推进", "组织办公室"]),
      .cells([
        "!", "g23", "听取履责汇报", "欧阳文静", Prose("2026-06-30", role: .late),
        Prose("逾期10天", role: .late), "1/1 0/1", "每半年1次", "纪委",
      ]),
      .cells([
        "*", "g25", "半年书面报告", "王芳", "2026-07-31", "临期21天", "0/1", "每年1月31日前和7月31日前",
        "党政办公室",
      ]),
      .line(
        "持续19项 g1-g3 g6-g13 g15-g18 g20 g21 g26 g27；已完成1项 g22",
        indentation: Indentation(first: 2, rest: 4)
      ),
    ],
    narrowing: [
      .drop("section"), .drop("departments"), .drop("schedule"), .cut("title", to: 16),
      .drop("done"), .drop("owner"), .drop("due"), .cut("title", to: 8),
    ]
  )

  @Test func wide() {
    #expect(
      table.lines(for: Terminal(columns: 120)) == [
        "  编号  职责              负责人    到期        状态         完成     时间安排                  责任处室",
        "",
        "township/ 乡镇党委主体责任清单（某乡党委）",
        "  党委领导班子  27项",
        "  g4    专题学习          陈静      2026-12-31  待办         0/1      每年1次                   机关党委",
        "  g5    意识形态专题报告  李国栋    2026-12-31  待办         0/1      每年1次                   党政办公室",
        "  g14   群众诉求渠道      陈静                  缺记录143天           持续推进                  组织办公室",
        "! g23   听取履责汇报      欧阳文静  2026-06-30  逾期10天     1/1 0/1  每半年1次                 纪委",
        "* g25   半年书面报告      王芳      2026-07-31  临期21天     0/1      每年1月31日前和7月31日前  党政办公室",
        "  持续19项 g1-g3 g6-g13 g15-g18 g20 g21 g26 g27；已完成1项 g22",
      ]
    )
  }

  @Test func usual() {
    #expect(
      table.lines(for: Terminal(columns: 80)) == [
        "  编号  职责              负责人    到期        状态         完成",
        "",
        "township/ 乡镇党委主体责任清单（某乡党委）",
        "  党委领导班子  27项",
        "  g4    专题学习          陈静      2026-12-31  待办         0/1",
        "  g5    意识形态专题报告  李国栋    2026-12-31  待办         0/1",
        "  g14   群众诉求渠道      陈静                  缺记录143天",
        "! g23   听取履责汇报      欧阳文静  2026-06-30  逾期10天     1/1 0/1",
        "* g25   半年书面报告      王芳      2026-07-31  临期21天     0/1",
        "  持续19项 g1-g3 g6-g13 g15-g18 g20 g21 g26 g27；已完成1项 g22",
      ]
    )
  }

  @Test func narrow() {
    #expect(
      table.lines(for: Terminal(columns: 50)) == [
        "  编号  职责              到期        状态",
        "",
        "township/ 乡镇党委主体责任清单（某乡党委）",
        "  党委领导班子  27项",
        "  g4    专题学习          2026-12-31  待办",
        "  g5    意识形态专题报告  2026-12-31  待办",
        "  g14   群众诉求渠道                  缺记录143天",
        "! g23   听取履责汇报      2026-06-30  逾期10天",
        "* g25   半年书面报告      2026-07-31  临期21天",
        "  持续19项 g1-g3 g6-g13 g15-g18 g20 g21 g26 g27；",
        "    已完成1项 g22",
      ]
    )
  }

  @Test func veryNarrow() {
    let lines = table.lines(for: Terminal(columns: 31))
    #expect(
      lines.dropFirst(5).prefix(5) == [
        "  g4    专题学习    待办",
        "  g5    意识形态…   待办",
        "  g14   群众诉求…   缺记录143天",
        "! g23   听取履责…   逾期10天",
        "* g25   半年书面…   临期21天",
      ]
    )
  }

  @Test func unlimited() {
    let lines = table.lines(for: .unlimited)
    #expect(lines.last == "  持续19项 g1-g3 g6-g13 g15-g18 g20 g21 g26 g27；已完成1项 g22")
    #expect(lines == table.lines(for: Terminal(columns: 500)))
  }

  @Test(arguments: 1...130)
  func fitsAndAligns(columns: Int) {
    let terminal = Terminal(columns: columns)
    let lines = table.lines(for: terminal)
    let least = 2 + 6 + 10 + 11
    for line in lines where columns >= least {
      #expect(line.displayWidth <= columns, "\(line)")
    }
    #expect(lines.allSatisfy { !$0.hasSuffix(" ") })
    let colored = table.lines(for: Terminal(columns: columns, palette: .testing))
    #expect(colored.map(\.withoutColor) == lines)
  }

  @Test func coloursComeAfterLayout() {
    let lines = table.lines(for: Terminal(columns: 80, palette: .testing))
    #expect(lines[0].hasPrefix("  \u{1B}[2m编号\u{1B}[0m  "))
    #expect(
      lines[7].hasSuffix(
        "\u{1B}[1;31m2026-06-30\u{1B}[0m  \u{1B}[1;31m逾期10天\u{1B}[0m     1/1 0/1"
      )
    )
  }

  @Test func alignmentAndFreeLines() {
    let table = TextTable(
      columns: [
        .init("name", header: "Name"),
        .init("count", header: "Late", alignment: .trailing),
        .init("note"),
      ],
      rows: [.cells(["one", "1"]), .cells(["", "1234567", "x"]), .cells([]), .line("end")]
    )
    #expect(
      table.lines(for: Terminal()) == [
        "Name     Late", "one         1", "      1234567  x", "", "end",
      ]
    )
  }

  @Test func noHeaderOverNothing() {
    let columns = [TextTable.Column("a", header: "A")]
    #expect(TextTable(columns: columns, rows: []).lines(for: Terminal()) == [])
    #expect(TextTable(columns: columns, rows: [.line("none")]).lines(for: Terminal()) == ["none"])
    #expect(
      TextTable(columns: [.init("a")], rows: [.cells(["x"])]).lines(for: Terminal()) == ["x"]
    )
  }

  @Test func tooManyCells() {
    let table = TextTable(columns: [.init("a")], rows: [.cells(["x", "y"])])
    #expect(table.lines(for: Terminal()) == ["x"])
  }

  @Test func replacing() {
    let table = TextTable(
      columns: [.init("name"), .init("long"), .init("short")],
      rows: [.cells(["a", "▮▮▮▮▮▯▯▯▯▯ 5/9", "▮▯ 5/9"])],
      narrowing: [.replace("long", by: "short"), .drop("short")]
    )
    #expect(table.lines(for: Terminal(columns: 17)) == ["a  ▮▮▮▮▮▯▯▯▯▯ 5/9"])
    #expect(table.lines(for: .unlimited) == ["a  ▮▮▮▮▮▯▯▯▯▯ 5/9"])
    #expect(table.lines(for: Terminal(columns: 16)) == ["a  ▮▯ 5/9"])
    #expect(table.lines(for: Terminal(columns: 8)) == ["a"])
  }

  @Test func wrappingCells() {
    let table = TextTable(
      columns: [.init("day", header: "Day"), .init("what", header: "What"), .init("who")],
      rows: [
        .cells(["07-10", Prose("讲廉政党课，1次、62人", role: .quiet), "刘文"]),
        .cells(["07-11", "ok", "王芳"]),
      ],
      narrowing: [.wrap("what", to: 8)]
    )
    #expect(
      table.lines(for: Terminal(columns: 25)) == [
        "Day    What", "07-10  讲廉政党课，  刘文", "       1次、62人",
        "07-11  ok            王芳",
      ]
    )
    #expect(
      table.lines(for: Terminal(columns: 25, palette: .testing))[2]
        == "       \u{1B}[2m1次、62人\u{1B}[0m"
    )
  }

  @Test func controlsInCellsAreWrittenOutAndMeasured() {
    let table = TextTable(
      columns: [.init("a"), .init("b")],
      rows: [.cells(["x\u{1B}[2J\n", "y"]), .cells(["z", Prose("\u{9B}", role: .good)])]
    )
    #expect(
      table.lines(for: Terminal(palette: .testing)) == [
        "x\\u{1b}[2J\\u{a}  y", "z                \u{1B}[32m\\u{9b}\u{1B}[0m",
      ]
    )
  }

  @Test func cutCellsKeepTheirColour() {
    let cell: Prose = "\("红色的", role: .error)没有颜色"
    let table = TextTable(
      columns: [.init("a")],
      rows: [.cells([cell])],
      narrowing: [.cut("a", to: 3)]
    )
    let terminal = Terminal(columns: 9, palette: .testing)
    #expect(table.lines(for: terminal) == ["\u{1B}[1;31m红色的\u{1B}[0m没…"])
    #expect(
      table.lines(for: Terminal(columns: 5, palette: .testing))
        == ["\u{1B}[1;31m红色…\u{1B}[0m"]
    )
  }

  @Test(arguments: [
    ("经常检查抓全面从严（第3季度）", 20, "经常检查…（第3季度）"), ("经常检查抓全面从严（第3季度）", 14, "经常检查抓全…"),
    ("Regular checks of work (2026-06)", 20, "Regular c… (2026-06)"),
    ("Regular checks of it", 12, "Regular che…"),
    ("(2026-06)", 6, "(2026…"),
  ])
  func cutCellsKeepTheirTail(_ text: String, _ width: Int, _ cut: String) {
    let table = TextTable(
      columns: [.init("a", keepsTail: true)],
      rows: [.cells([Prose(text)])],
      narrowing: [.cut("a", to: 3)]
    )
    #expect(table.lines(for: Terminal(columns: width)) == [cut])
  }

  @Test func ambiguousWidthsAlign() {
    let table = TextTable(
      columns: [.init("a"), .init("b")],
      rows: [.cells(["①", "x"]), .cells(["中", "y"])]
    )
    #expect(table.lines(for: Terminal()) == ["①   x", "中  y"])
    #expect(table.lines(for: Terminal(ambiguousIsWide: true)) == ["①  x", "中  y"])
  }
}
