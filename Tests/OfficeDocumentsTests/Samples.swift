@testable import OfficeDocuments

/// Documents that several tests write.
enum Samples {
  /// A report with everything that a report can have.
  static let report = OfficialDocument(
    title: "青禾镇党委2026年度履行\n全面从严治党主体责任情况报告",
    addressee: "临溪县委",
    author: "青禾镇党政办公室",
    blocks: [
      .paragraph(
        """
        2026年，青禾镇党委认真落实责任清单，按季度检查、按月记录，“一岗双责”逐项到人。\
        现将有关情况报告如下。
        """
      ),
      .heading("一、履职情况", level: 1),
      .heading("（一）坚持集体研究", level: 2),
      .paragraph("全年召开党委会议14次，其中专题研究4次，听取班子成员汇报2次。"),
      .heading("1.突出重点环节", level: 3),
      .paragraph("对照清单列出的53项职责逐项核对，完成49项，4项按计划推进。"),
      .heading("（1）开展经常性提醒", level: 4),
      .list(["逢会提醒，节前必讲；", "约谈2人次，函询1人次。"], marker: .parenthesized),
      .heading("（二）完成情况", level: 2),
      .table(
        OfficialDocument.Table(
          caption: "表1 各层级完成情况",
          columns: [
            OfficialDocument.Column("层级"),
            OfficialDocument.Column("职责（项）", isCentered: true),
            OfficialDocument.Column("完成", isCentered: true),
            OfficialDocument.Column("备注"),
          ],
          rows: [
            ["班子集体", "27", "25", "两项跨年度，已报县委备案，按新的时限继续推进，每月通报一次"],
            ["主要负责人", "13", "13"],
            ["其他成员", "13", "11", "第一行\n第二行"],
          ]
        )
      ),
      .heading("二、存在的问题", level: 1),
      .list(["学习不够深入。", "检查不够经常。", "整改不够彻底。"], marker: .ordinal),
      .heading("三、下一步打算", level: 1),
      .list(["健全台账。", "压实责任。"], marker: .decimal),
      .list(["另起的第一条。", "另起的第二条。"], marker: .decimal),
      .list(["要点甲", "要点乙"], marker: .bullet),
      .paragraph("特此报告。"),
      .attachmentNote(["青禾镇2026年度责任清单", "履职记录汇总表"]),
      .signature(OfficialDocument.Signature(name: "中共青禾镇委员会", date: "2026年12月31日")),
      .annex(mark: "附件1", title: "青禾镇2026年度责任清单"),
      .table(
        OfficialDocument.Table(
          columns: [
            OfficialDocument.Column("序号", weight: 1, isCentered: true),
            OfficialDocument.Column("职责", weight: 6),
          ],
          rows: (1...40).map { [String($0), "第\($0)项职责：按要求完成并留存记录"] }
        )
      ),
      .pageBreak,
      .paragraph("（此页无正文）"),
    ]
  )

  /// Texts that try to break out of what they are put into.
  static let hostileTexts: [String] = [
    "", " ", "\u{0}\u{1}\u{8}\u{B}\u{C}\u{1F}控制", "\u{FFFE}\u{FFFF}\u{7F}\u{85}",
    "</w:t></w:r></w:p><w:p/>", "]]>&amp;<!--", "\"'<>&", "=1+1", "@SUM(A1)", "+1", "-1",
    "=HYPERLINK(\"http://example.invalid\")", "_x000A__x0041_", "_x005F_", "\u{202E}反向\u{202C}",
    "\u{200F}\u{2066}\u{2069}", "一\r\n二\r三\n四\t五", "\u{2028}\u{2029}", "𠮷👨‍👩‍👧‍👦e\u{301}",
    "\u{301}开头", "  两端  ", "%1$s \\ ${x}", "&C&A[x]:*?/'", "007", "1e5", "2026-01-01",
    String(repeating: "长", count: 100_000),
  ]

  /// A report whose every text is hostile.
  static let hostileReport = OfficialDocument(
    title: hostileTexts[4],
    addressee: hostileTexts[5],
    author: hostileTexts[2],
    blocks: hostileTexts.map { .paragraph(.init($0)) } + [
      .heading(.init(hostileTexts[4]), level: -3),
      .heading(.init(hostileTexts[5]), level: Int.max),
      .list(hostileTexts, marker: .bullet),
      .list([], marker: .decimal),
      .table(OfficialDocument.Table(columns: [], rows: [[String]]())),
      .table(OfficialDocument.Table(columns: [OfficialDocument.Column("空")], rows: [[String]]())),
      .table(
        OfficialDocument.Table(
          columns: hostileTexts.prefix(4).map { OfficialDocument.Column($0, weight: Int.max) },
          rows: [hostileTexts, [], ["一"]]
        )
      ),
      .table(
        OfficialDocument.Table(columns: [], rows: [(0..<100).map { String($0) }])
      ),
      .attachmentNote(hostileTexts, label: hostileTexts[26]),
      .attachmentNote([], label: ""),
      .signature(OfficialDocument.Signature(name: .init(hostileTexts[26]), date: hostileTexts[26])),
      .signature(OfficialDocument.Signature(name: nil, date: "2026年1月1日")),
      .signature(OfficialDocument.Signature(name: "办公室", date: "2026年12月31日")),
      .signature(OfficialDocument.Signature(name: "办", date: nil)),
      .signature(OfficialDocument.Signature(name: nil, date: nil)),
      .annex(mark: hostileTexts[4], title: hostileTexts[16]),
    ]
  )

  /// A workbook with every kind of cell.
  static let ledger = Workbook(
    sheets: [
      Workbook.Sheet(
        name: "责任清单",
        columns: [
          Workbook.Column("编号"), Workbook.Column("职责", width: 40), Workbook.Column("完成时限"),
          Workbook.Column("次数"), Workbook.Column("得分"), Workbook.Column("进度"),
        ],
        rows: [
          [
            .text("g1"), .text("每年至少组织1次专题学习"), .date(year: 2026, month: 6, day: 30),
            .integer(2), .number(9.5, decimals: 1), .percent(0.75),
          ],
          [
            .text("007"), .text("=1+1"), .date(year: 1899, month: 12, day: 31), .empty,
            .number(.infinity, decimals: 2), .percent(1),
          ],
          [],
          [.text("一\n二"), .text("  两端  "), .date(year: 1900, month: 3, day: 1)],
        ]
      ),
      Workbook.Sheet(name: "空表", columns: [], rows: []),
    ],
    title: "责任清单台账",
    author: "青禾镇党政办公室"
  )

  /// A workbook whose every text is hostile.
  static let hostileLedger = Workbook(
    sheets: hostileTexts.map { text in
      Workbook.Sheet(
        name: text,
        columns: hostileTexts.prefix(8).map { Workbook.Column($0, width: Int.max) },
        rows: hostileTexts.map { [.text($0), .integer(Int.min), .number(-0.0, decimals: -1)] }
      )
    },
    title: hostileTexts[4],
    dateStyle: .text
  )
}
