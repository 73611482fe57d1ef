import DutyImport
import DutyModel
import DutyStore
import TerminalText
import Testing

@Suite("A step of the reading")
struct StepTests {
  static let text = """
    某镇责任清单
    — 1 —
    一、党委班子责任(一)抓学习。(二)抓队伍，每年培
    训2次。
    责任单位：党建办
    朗读
    """

  @Test("takes lines apart and junk out")
  func lines() throws {
    let document = try read(StepTests.text)
    #expect(document.text.lines.map(\.number) == Array(1...6))
    #expect(
      document.text.lines.map { $0.reading.isEmpty } == [false, true, false, false, false, true]
    )
    #expect(document.text.junk.map(\.part) == [.pageNumber, .siteJunk])
    #expect(document.text.junk.map(\.line) == [2, 6])
    #expect(document.text.lines[0].description == "1\t某镇责任清单")
  }

  @Test("makes items, paragraphs and annotations of lines")
  func segments() throws {
    #expect(
      try read(StepTests.text).segments.map(\.description) == [
        "1\t¶\t某镇责任清单",
        "3\t1〔一、〕\t党委班子责任",
        "3\t1〔（一）〕\t抓学习。",
        "3\t2〔（一）〕\t抓队伍,每年培",
        "4\t¶\t训2次。",
        "5\t@责任单位\t党建办",
      ]
    )
  }

  @Test("finds what stands under what")
  func outline() throws {
    #expect(
      try read(StepTests.text).outline.nodes.map(\.description) == [
        "3\t1〔一、〕\t党委班子责任",
        "3\t  1〔（一）〕\t抓学习。",
        "3\t  2〔（一）〕\t抓队伍,每年培",
      ]
    )
  }

  @Test("says what became of every character")
  func ledger() throws {
    let entries = try read(StepTests.text).ledger.entries
    #expect(
      entries.map(\.use) == [
        .title, .skipped(.pageNumber), .marker, .heading, .marker, .text(duty: 0), .marker,
        .text(duty: 1), .text(duty: 1), .annotation, .annotation, .skipped(.siteJunk),
      ]
    )
    #expect(
      entries.map(\.text) == [
        "某镇责任清单", "— 1 —", "一、", "党委班子责任", "(一)", "抓学习。", "(二)", "抓队伍，每年培", "训2次。",
        "责任单位：", "党建办", "朗读",
      ]
    )
  }

  @Test("takes a number at the start of a line for a marker, or not", arguments: markers)
  func marker(line: String, expected: String?) throws {
    let document = try read("某局责任清单\n一、局党组责任\n\(line)")
    let nodes = document.outline.nodes
    #expect(nodes.count == (expected == nil ? 1 : 2))
    if let expected, let node = nodes.last {
      #expect("\(node.marker)" == expected)
      #expect(node.depth == 1)
    }
  }

  static let markers: [(String, String?)] = [
    ("（一）抓学习。", "1〔（一）〕"),
    ("(一)抓学习。", "1〔（一）〕"),
    ("(一)、抓学习。", "1〔（一）〕"),
    ("1.抓学习。", "1〔1.〕"),
    ("1. 抓学习。", "1〔1.〕"),
    ("1．抓学习。", "1〔1.〕"),
    ("１．抓学习。", "1〔1.〕"),
    ("1、抓学习。", "1〔1.〕"),
    ("1.2024年抓学习。", "1〔1.〕"),
    ("（1）抓学习。", "1〔（1）〕"),
    ("(1)抓学习。", "1〔（1）〕"),
    ("\u{A0} （1）抓学习。", "1〔（1）〕"),
    ("1）抓学习。", "1〔1）〕"),
    ("①抓学习。", "1〔①〕"),
    ("第一条\u{A0}\u{A0}抓学习。", "第1条"),
    ("第十二条 抓学习。", "第12条"),
    ("1.5万元用于学习。", nil),
    ("2024.6是期限。", nil),
    ("一是抓学习。", nil),
    ("一、二级党组织抓学习。", nil),
    ("0.抓学习。", nil),
    ("第一责任人抓学习。", nil),
  ]

  private func read(_ text: String) throws -> ImportedDocument {
    try ImportedDocument(reading: text, options: ImportOptions(id: "t"))
  }
}

@Suite("The review")
struct ReviewTests {
  @Test("says what was decided of each line, and how sure")
  func decisions() throws {
    let document = try ImportedDocument(
      reading: """
        为压实责任，制定本清单。
        一、党组责任
        党组负责全面工作。
        1.每半年至少召开*次会议，定期听取汇报。
        牵头领导：*
        责任科室：办公室等
        完成时限：2024年*月底前
        2.研究工作，每年检查考
        核。
        4.年底向市委报告。
        完成时限：持续推进
        完成时限：抓紧
        """,
      options: ImportOptions(id: "t")
    )
    let found = document.review.decisions.map { decision in
      "\(decision.line) \(decision.message.text(in: .chinese)) "
        + decision.certainty.message.text(in: .chinese)
    }
    #expect(
      found == [
        "1 没有标题，暂称'责任清单' 请核",
        "1 前言，略去 确定",
        "2 g0：领导班子的职责 确定",
        "3 g0：引言，略去 确定",
        "4 g1：每半年*次 待填",
        "4 g1：'定期'没有周期，未设次数 请核",
        "5 g1：牵头领导被隐去，未定人 待填",
        "6 g1：有“等”字，其余未列名 确定",
        "7 g1：2024年*月底前 待填",
        "8 g2：每年1次（没写次数，按一次） 确定",
        "9 g2：接上一行（硬换行） 确定",
        "10 g4：编号 4，应为 3，照原样 请核",
        "10 g4：每年12月底前 请核",
        "10 g4：每年12月底前，标注却是持续推进 请核",
        "12 g4：完成时限：读不出时间，留在正文里 请核",
      ]
    )
    let summary = document.review.summary
    #expect(summary.tiers == 1 && summary.sections == 0 && summary.duties == 3)
    #expect(summary.numbered == 3 && summary.requirements == 4)
    #expect(summary.schedulesFromText == 3 && summary.schedulesFromAnnotations == 1)
    #expect(summary.unknownCounts == 1 && summary.unknownDates == 1 && summary.unknownOwners == 1)
    #expect(summary.skippedLines == 2 && summary.lostCharacters == 0)
    #expect(document.review.decisions.count { $0.certainty == .fillIn } == 3)
    #expect(document.review.questions.count == 6)
  }

  @Test("words every decision in both languages")
  func wording() throws {
    for layout in Layout.all {
      for decision in try layout.read().review.decisions {
        let english = decision.message.text(in: .english)
        let chinese = decision.message.text(in: .chinese)
        #expect(!english.isEmpty && !chinese.isEmpty && english != chinese)
        #expect(decision.line >= 1)
      }
    }
  }
}

@Suite("An annotation of a heading")
struct HeadingAnnotationTests {
  @Test("holds for the duties below that say nothing themselves")
  func heading() throws {
    let document = try ImportedDocument(
      reading: """
        某局责任清单
        一、党组责任
        责任领导：吴敏
        （一）抓学习
        责任科室：办公室
        1.组织学习。
        2.检查学习。
        责任科室：人事科
        （二）抓队伍
        3.管好队伍。
        """,
      options: ImportOptions(id: "t")
    )
    let tier = try #require(document.checklist.tiers.first)
    #expect(tier.owner == "吴敏" && tier.departments.isEmpty)
    #expect(tier.sections.map(\.departments) == [["办公室"], []])
    #expect(document.checklist.duties.map(\.departments) == [[], ["人事科"], []])
    let requirements = document.checklist.checklist.tiers.flatMap(\.sections).flatMap(\.duties)
      .flatMap(\.requirements)
    #expect(requirements.map(\.departments) == [["办公室"], ["人事科"], []])
    #expect(requirements.allSatisfy { $0.responsible == .owner("吴敏") })
    #expect(document.ledger.lost == 0)
    // The file says the same.
    let file = ChecklistFile(path: "t.json", bytes: document.checklist.json)
    let read = try #require(file.checklist).tiers.flatMap(\.sections).flatMap(\.duties)
    #expect(read.flatMap(\.requirements).map(\.departments) == requirements.map(\.departments))
    #expect(read.flatMap(\.requirements).allSatisfy { $0.responsible == .owner("吴敏") })
  }
}

@Suite("The file of an import")
struct ImportedFileTests {
  @Test("has its keys in their usual order")
  func bytes() throws {
    let document = try ImportedDocument(
      reading: """
        2024年度某局责任清单
        一、党组责任
        （一）抓学习(12.5分)
        1.每年向市委书面报告上一年度情况，主持学习不少于4次。(2分)
        责任领导：吴敏
        责任科室：办公室、人事科
        2.做好"日常"工作。
        二、分管宣传工作的党组成员责任
        1.抓宣传。
        """,
      options: ImportOptions(
        id: "sample",
        organization: "某局",
        effective: DayRange(from: Day(year: 2024, month: 1, day: 1), to: nil)
      )
    )
    #expect(
      String(decoding: document.checklist.json, as: UTF8.self) == """
        {
          "format": "duty.checklist/1",
          "id": "sample",
          "title": "2024年度某局责任清单",
          "organization": "某局",
          "year": 2024,
          "language": "zh",
          "effective": { "from": "2024-01-01" },
          "tiers": [
            {
              "id": "g0",
              "kind": "party-group",
              "title": "党组责任",
              "sections": [
                {
                  "id": "g0-1",
                  "title": "抓学习",
                  "points": 12.5,
                  "duties": [
                    {
                      "id": "g1",
                      "number": "1",
                      "title": "每年向市委书面报告上一年度情况",
                      "text": "每年向市委书面报告上一年度情况，主持学习不少于4次。",
                      "points": 2,
                      "owner": "吴敏",
                      "departments": ["办公室", "人事科"],
                      "requirements": [
                        { "id": "a", "title": "向市委书面报告上一年度情况", "schedule": "1 per year", \
        "reportTo": ["市委"], "covers": "previous-year" },
                        { "id": "b", "title": "主持学习", "schedule": "4 per year", "unit": "次" }
                      ]
                    },
                    {
                      "id": "g2",
                      "number": "2",
                      "title": "做好\\"日常\\"工作",
                      "text": "做好\\"日常\\"工作。",
                      "schedule": "ongoing"
                    }
                  ]
                }
              ]
            },
            {
              "id": "m0",
              "kind": "member",
              "title": "分管宣传工作的党组成员责任",
              "portfolio": "宣传工作",
              "duties": [
                {
                  "id": "m1",
                  "number": "1",
                  "title": "抓宣传",
                  "text": "抓宣传。",
                  "schedule": "ongoing"
                }
              ]
            }
          ]
        }

        """
    )
  }
}
