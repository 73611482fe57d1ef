import Testing

@testable import OfficeDocuments

@Suite struct OfficialDocumentTests {
  private static func part(_ name: String, of bytes: [UInt8]) throws -> String {
    let archive = try ZipArchive(reading: bytes)
    return String(decoding: try #require(try archive.contents(of: name)), as: UTF8.self)
  }

  /// The texts of the paragraphs of a body, one document for each.
  private static func lines(_ document: OfficialDocument) throws -> [String] {
    try WordDocument(reading: try document.bytes()).text
      .split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
  }

  @Test func saysWhatItWasGiven() throws {
    let lines = try Self.lines(Samples.report).filter { !$0.isEmpty }
    #expect(
      Array(lines.prefix(22)) == [
        "青禾镇党委2026年度履行", "全面从严治党主体责任情况报告", "临溪县委：",
        "2026年，青禾镇党委认真落实责任清单，按季度检查、按月记录，“一岗双责”逐项到人。"
          + "现将有关情况报告如下。",
        "一、履职情况", "（一）坚持集体研究",
        "全年召开党委会议14次，其中专题研究4次，听取班子成员汇报2次。", "1.突出重点环节",
        "对照清单列出的53项职责逐项核对，完成49项，4项按计划推进。", "（1）开展经常性提醒",
        "（1）逢会提醒，节前必讲；", "（2）约谈2人次，函询1人次。", "（二）完成情况",
        "表1 各层级完成情况", "层级\t职责（项）\t完成\t备注",
        "班子集体\t27\t25\t两项跨年度，已报县委备案，按新的时限继续推进，每月通报一次",
        "主要负责人\t13\t13\t", "其他成员\t13\t11\t第一行\u{2028}第二行", "二、存在的问题",
        "一是学习不够深入。", "二是检查不够经常。", "三是整改不够彻底。",
      ]
    )
    #expect(lines.contains("1.另起的第一条。"))
    #expect(lines.contains("• 要点甲"))
    #expect(lines.contains("附件：1.青禾镇2026年度责任清单"))
    #expect(lines.contains("2.履职记录汇总表"))
    #expect(lines.contains("2026年12月31日"))
  }

  @Test func isTheSameBytesEveryTime() throws {
    #expect(try Samples.report.bytes() == Samples.report.bytes())
  }

  @Test func layoutIsThatOfTheStandard() throws {
    let body = try Self.part("word/document.xml", of: try Samples.report.bytes())
    // 210 mm × 297 mm, and a text of 156 mm × 225 mm in 22 lines.
    #expect(body.contains("<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"))
    #expect(body.contains("w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" w:left=\"1587\""))
    #expect(body.contains("<w:docGrid w:type=\"lines\" w:linePitch=\"579\"/>"))
    #expect(PageLayout.linePitch * 22 <= 12_756)
    let character = PageLayout.textSize * 10 + PageLayout.characterSpacing
    #expect(character * 28 <= PageLayout.textWidth && character * 29 > PageLayout.textWidth)
    #expect(body.contains("<w:tblHeader/>"))
    #expect(!body.contains("</w:tbl><w:tbl>") && !body.contains("</w:tbl></w:tc>"))

    let styles = try Self.part("word/styles.xml", of: try Samples.report.bytes())
    for font in OfficialFonts.all {
      #expect(styles.contains("w:eastAsia=\"\(font.name)\""))
    }
    let odd = try Self.part("word/footer1.xml", of: try Samples.report.bytes())
    #expect(odd.contains("<w:jc w:val=\"right\"/>") && odd.contains("PAGE"))
    let even = try Self.part("word/footer2.xml", of: try Samples.report.bytes())
    #expect(even.contains("<w:jc w:val=\"left\"/>") && even.contains("PAGE"))
    let settings = try Self.part("word/settings.xml", of: try Samples.report.bytes())
    #expect(settings.contains("<w:evenAndOddHeaders/>"))
  }

  /// The ends of the two lines, in hundredths of a character from the right edge.
  @Test(
    arguments: [
      // The name is the longer one: the day starts two characters after it.
      ("中共青禾镇委员会", "2026年7月1日", [200, 200]),
      ("中共青禾镇委员会", "2026年12月31日", [200, 100]),
      // The day is the longer one: it ends two characters before the edge.
      ("办公室", "2026年7月1日", [700, 200]),
      (nil, "2026年7月1日", [200]),
      ("办公室", nil, [200]),
      (nil, nil, []),
    ] as [(String?, String?, [Int])]
  )
  func placesTheSignature(name: String?, date: String?, ends: [Int]) throws {
    let signature = OfficialDocument.Signature(name: name.map { .init($0) }, date: date)
    let document = OfficialDocument(title: "", blocks: [.signature(signature)])
    let body = try Self.part("word/document.xml", of: try document.bytes())
    let found = body.split(separator: "w:rightChars=\"").dropFirst()
      .compactMap { Int($0.prefix { $0 != "\"" }) }
    #expect(found == ends)
  }

  @Test(arguments: [
    ("县委", "县委："), ("县委：", "县委："), ("Committee", "Committee:"), ("To:", "To:"),
  ])
  func putsAColonAfterTheAddressee(addressee: String, line: String) throws {
    let document = OfficialDocument(title: "", addressee: addressee)
    #expect(try Self.lines(document) == [line, ""])
  }

  /// A text comes back as it was, without what XML forbids, and is never taken for markup.
  @Test(arguments: Samples.hostileTexts)
  func keepsHostileTexts(text: String) throws {
    let table = OfficialDocument.Table(
      columns: [OfficialDocument.Column(text)],
      rows: [[text]]
    )
    let document = OfficialDocument(
      title: text,
      author: text,
      blocks: [.heading(.init(text), level: 1), .paragraph(.init(text)), .table(table)]
    )
    let read = try WordDocument(reading: try document.bytes())
    let scalars = text.withLineFeeds.unicodeScalars.filter(\.isXMLCharacter)
    let expected = String(String.UnicodeScalarView(scalars))
    let paragraphs = read.blocks.compactMap { block in
      if case .paragraph(let paragraph) = block { paragraph.text } else { nil }
    }
    #expect(paragraphs.count == (text.isEmpty ? 3 : 5))
    #expect(paragraphs.suffix(3) == [expected, expected, ""])
    let tables = read.blocks.compactMap { block in
      if case .table(let table) = block { table } else { nil }
    }
    let cells = try #require(tables.first).rows.flatMap(\.cells).flatMap(\.paragraphs)
    #expect(cells.allSatisfy { $0.text == expected })
    #expect(cells.count == (text.isEmpty ? 1 : 2))
  }

  @Test func marksWhatIsToBeFilledIn() throws {
    var text: OfficialDocument.Text = "检查"
    text.append("【待补充：次数】", isMarked: true)
    text.append("次。")
    let table = OfficialDocument.Table(
      columns: [OfficialDocument.Column("事项")],
      rows: [[OfficialDocument.Text]]([[text]])
    )
    let document = OfficialDocument(title: "", blocks: [.paragraph(text), .table(table)])
    let body = try Self.part("word/document.xml", of: try document.bytes())
    let run =
      "<w:r><w:rPr><w:highlight w:val=\"yellow\"/></w:rPr>"
      + "<w:t xml:space=\"preserve\">【待补充：次数】</w:t></w:r>"
    #expect(body.split(separator: run, omittingEmptySubsequences: false).count == 3)
    #expect(body.split(separator: "w:highlight", omittingEmptySubsequences: false).count == 3)
    #expect(try Self.lines(document).contains("检查【待补充：次数】次。"))
  }

  @Test func writesEveryOddBlock() throws {
    let bytes = try Samples.hostileReport.bytes()
    let read = try WordDocument(reading: bytes)
    let widths = read.blocks.map { block in
      if case .table(let table) = block { table.rows.map(\.cells.count).max() ?? 0 } else { 0 }
    }
    // A table without columns is none, and one with too many keeps the rest in the last.
    #expect(widths.filter { $0 > 0 } == [1, Samples.hostileTexts.count, 63])
    #expect(read.text.contains("62 63 64"))
  }
}
