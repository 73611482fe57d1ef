import Testing

@testable import OfficeDocuments

/// A document made of the XML that a test is about.
private struct Sample {
  var body: String
  var numbering = ""
  var styles = ""

  private static let spaces = """
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
    xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" \
    xmlns:v="urn:schemas-microsoft-com:vml"
    """

  func bytes() throws -> [UInt8] {
    let type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    let list = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\""
    var zip = ZipWriter()
    let parts = [
      (
        "_rels/.rels",
        "<Relationships \(list)><Relationship Id='a' Type='\(type)officeDocument' "
          + "Target='/word/document.xml'/></Relationships>"
      ),
      (
        "word/_rels/document.xml.rels",
        "<Relationships \(list)><Relationship Id='a' Type='\(type)styles' "
          + "Target='styles.xml'/><Relationship Id='b' Type='\(type)numbering' "
          + "Target='../word/./numbering.xml'/></Relationships>"
      ),
      ("word/document.xml", "<w:document \(Self.spaces)><w:body>\(body)</w:body></w:document>"),
      ("word/numbering.xml", "<w:numbering \(Self.spaces)>\(numbering)</w:numbering>"),
      ("word/styles.xml", "<w:styles \(Self.spaces)>\(styles)</w:styles>"),
    ]
    for (name, text) in parts {
      zip.add(name, Array(text.utf8))
    }
    return try zip.finished()
  }

  func document() throws -> WordDocument {
    try WordDocument(reading: try bytes())
  }

  /// The lines of the document without the last line feed.
  func lines() throws -> [String] {
    try document().text.split(separator: "\n", omittingEmptySubsequences: false)
      .dropLast().map { String($0) }
  }
}

/// A paragraph of a list.
private func item(_ text: String, _ level: Int, _ list: Int = 1) -> String {
  "<w:p><w:pPr><w:numPr><w:ilvl w:val='\(level)'/><w:numId w:val='\(list)'/></w:numPr></w:pPr>"
    + "<w:r><w:t>\(text)</w:t></w:r></w:p>"
}

/// A level of a list.
private func level(_ number: Int, _ format: String, _ text: String, _ more: String = "") -> String {
  "<w:lvl w:ilvl='\(number)'><w:start w:val='1'/><w:numFmt w:val='\(format)'/>\(more)"
    + "<w:lvlText w:val='\(text)'/></w:lvl>"
}

@Suite struct WordDocumentTests {
  @Test func readsAChecklistOfWord() throws {
    let document = try WordDocument(reading: try Fixture.bytes("checklist.docx"))
    let lines = document.text.split(separator: "\n").map { String($0) }
    #expect(
      lines == [
        "青禾镇责任清单", "一、党委班子集体责任", "（一）加强学习", "1. 每年至少组织1次专题学习。",
        "2. 2026年起每季度通报一次。", "① 通报到人", "（二）加强监督", "1. 每半年听取一次汇报。",
        "5. 从第五条起。", "二、主要负责人责任", "（一）带头学习", "1. 列表甲", "2. 列表乙", "• 要点",
        "序号\t职责\t时限", "5.\t学习\t每季度\u{2028}年底", "6.\t汇报\u{2028}（书面）\t\u{2029}", "合计\t\t2项",
      ]
    )
    guard case .table(let table) = try #require(document.blocks.last) else {
      Issue.record("the last block is no table")
      return
    }
    #expect(table.rows[2].cells.map(\.continuesAbove) == [false, false, true])
    #expect(table.rows[3].cells.map(\.columns) == [2, 1])
    #expect(table.rows[3].fields == ["合计", "", "2项"])
  }

  @Test func readsChanges() throws {
    let document = try WordDocument(reading: try Fixture.bytes("changes.docx"))
    #expect(document.text == "原有新增\n前段后段\n可见\n一\n二 三\n")
    #expect(document.blocks.last == .paragraph(WordDocument.Paragraph("一\n二\t三")))
  }

  @Test func readsWhatLibreOfficeWrites() throws {
    let document = try WordDocument(reading: try Fixture.bytes("writer.docx"))
    let lines = document.text.split(separator: "\n").map { String($0) }
    #expect(
      lines == [
        "职责汇总", "第一段，粗体与链接。", "1. 甲项", "2. 乙项", "a. 子项", "• 要点", "姓名\t任务",
        "周敏\t走访\u{2028}记录", "合计\t", "末段",
      ]
    )
    guard case .paragraph(let heading) = try #require(document.blocks.first) else {
      Issue.record("the first block is no paragraph")
      return
    }
    #expect(heading.outlineLevel == 1)
  }

  @Test(arguments: [
    ("<w:r><w:t>一 </w:t><w:t xml:space='preserve'> 二</w:t></w:r>", "一 二"),
    ("<w:r><w:t>一</w:t><w:tab/><w:t>二</w:t><w:cr/><w:t>三</w:t></w:r>", "一\t二\n三"),
    ("<w:r><w:t>一</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>二</w:t></w:r>", "一-二"),
    ("<w:r><w:sym w:font='Wingdings' w:char='F0FE'/></w:r>", "☑"),
    ("<w:r><w:sym w:font='Wingdings' w:char='F082'/></w:r>", "②"),
    ("<w:r><w:sym w:font='Symbol' w:char='F0B3'/></w:r>", "≥"),
    ("<w:r><w:sym w:font='宋体' w:char='2460'/></w:r>", "①"),
    ("<w:r><w:sym w:font='Other' w:char='F0FE'/></w:r>", "□"),
    ("<w:r><w:sym w:font='Other' w:char='zz'/></w:r>", "□"),
    ("<w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink>", "链接"),
    ("<w:smartTag><w:smartTag><w:r><w:t>标记</w:t></w:r></w:smartTag></w:smartTag>", "标记"),
    ("<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>控件</w:t></w:r></w:sdtContent></w:sdt>", "控件"),
    ("<w:moveFrom><w:r><w:t>原处</w:t></w:r></w:moveFrom>", ""),
    ("<w:moveTo><w:r><w:t>新处</w:t></w:r></w:moveTo>", "新处"),
    ("<w:ins><w:del><w:r><w:t>增后又删</w:t></w:r></w:del></w:ins>", ""),
    ("<w:r><w:footnoteReference w:id='1'/></w:r>", ""),
    ("<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>可见</w:t></w:r>", "可见"),
    (
      "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>zhi</w:t></w:r></w:rt><w:rubyBase><w:r>"
        + "<w:t>职</w:t></w:r></w:rubyBase></w:ruby></w:r>",
      "职"
    ),
    (
      "<w:r><w:t>第</w:t></w:r><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> "
        + "PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>7"
        + "</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r><w:r><w:t>页</w:t></w:r>",
      "第页"
    ),
    (
      "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>REF a</w:instrText></w:r>"
        + "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>见上</w:t></w:r>"
        + "<w:r><w:fldChar w:fldCharType='end'/></w:r><w:fldSimple w:instr='NUMPAGES'><w:r><w:t>9"
        + "</w:t></w:r></w:fldSimple><w:fldSimple w:instr='DATE'><w:r><w:t>今</w:t></w:r>"
        + "</w:fldSimple>",
      "见上今"
    ),
    ("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", "x"),
  ])
  func readsRuns(runs: String, text: String) throws {
    let document = try Sample(body: "<w:p>\(runs)</w:p>").document()
    #expect(document.blocks == [.paragraph(WordDocument.Paragraph(text))])
  }

  @Test func readsATextBoxOnceAndAfterItsParagraph() throws {
    let box = "<w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent>"
    let body = """
      <w:p><w:r><w:t>前</w:t><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>\(box)\
      </w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>\(box)</v:textbox></w:pict>\
      </mc:Fallback></mc:AlternateContent><w:t>后</w:t></w:r></w:p>
      """
    #expect(try Sample(body: body).lines() == ["前后", "框内"])
  }

  @Test func leavesOutATableOfContents() throws {
    let body = """
      <w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>\
      </w:sdtPr><w:sdtContent><w:p><w:r><w:t>目录</w:t></w:r></w:p></w:sdtContent></w:sdt>\
      <w:p><w:pPr><w:pStyle w:val="10"/></w:pPr><w:r><w:t>一、学习 1</w:t></w:r></w:p>\
      <w:sdt><w:sdtContent><w:p><w:r><w:t>正文</w:t></w:r></w:p></w:sdtContent></w:sdt>
      """
    let styles = "<w:style w:type='paragraph' w:styleId='10'><w:name w:val='toc 1'/></w:style>"
    #expect(try Sample(body: body, styles: styles).lines() == ["正文"])
  }

  @Test func countsLevelsThatShareOneDefinition() throws {
    let numbering = """
      <w:abstractNum w:abstractNumId="0">\(level(0, "decimal", "%1."))\
      \(level(1, "decimal", "%1.%2", "<w:suff w:val='space'/>"))\
      \(level(2, "upperRoman", "%3", "<w:lvlRestart w:val='1'/>"))\
      \(level(3, "lowerLetter", "%4)", "<w:lvlRestart w:val='0'/>"))</w:abstractNum>\
      <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>\
      <w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>\
      <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">\
      <w:startOverride w:val="1"/></w:lvlOverride></w:num>
      """
    let body = [
      item("", 1), item("", 0), item("", 1), item("", 2), item("", 3), item("", 1), item("", 2),
      item("", 3), item("", 0, 2), item("", 2), item("", 0, 3), item("", 0, 3), item("", 0),
      item("", 3), item("无", 0, 0), item("无", 0, 9), item("", 99), item("", -1),
    ].joined()
    #expect(
      try Sample(body: body, numbering: numbering).lines()
        == [
          "1.1", "1.", "1.1", "I", "a)", "1.2", "II", "b)", "2.", "I", "1.", "2.", "3.", "c)", "无",
          "无", "无", "4.",
        ].enumerated().map { $0.offset == 16 ? "" : $0.element }
    )
  }

  @Test func numbersByStyle() throws {
    let numbering = """
      <w:abstractNum w:abstractNumId="0">\
      \(level(0, "chineseCounting", "第%1章", "<w:pStyle w:val='H1'/>"))\
      \(level(1, "decimal", "%1-%2", "<w:pStyle w:val='H2'/><w:isLgl/>"))</w:abstractNum>\
      <w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>
      """
    let styles = """
      <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>\
      <w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>\
      <w:pPr><w:numPr><w:numId w:val="7"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>\
      <w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="H1"/>\
      <w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>\
      <w:style w:type="paragraph" w:styleId="Sub"><w:basedOn w:val="H2"/></w:style>\
      <w:style w:type="paragraph" w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>
      """
    let paragraph = { (style: String, more: String) in
      "<w:p><w:pPr><w:pStyle w:val='\(style)'/>\(more)</w:pPr><w:r><w:t>\(style)</w:t></w:r></w:p>"
    }
    let body = [
      paragraph("H1", ""), paragraph("H2", ""), paragraph("Sub", ""), paragraph("a", ""),
      paragraph("H1", "<w:numPr><w:numId w:val='0'/></w:numPr>"), paragraph("H1", ""),
      paragraph("H2", ""), paragraph("Loop", ""), paragraph("None", ""),
    ].joined()
    let document = try Sample(body: body, numbering: numbering, styles: styles).document()
    #expect(
      document.text == "第一章 H1\n1-1 H2\n1-2 Sub\na\nH1\n第二章 H1\n2-1 H2\nLoop\nNone\n"
    )
    let levels = document.blocks.map { block in
      if case .paragraph(let paragraph) = block { paragraph.outlineLevel } else { -1 }
    }
    #expect(levels == [1, 2, 2, nil, 1, 1, 2, nil, nil])
  }

  @Test func followsALinkToANumberingStyle() throws {
    let numbering = """
      <w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="S"/></w:abstractNum>\
      <w:abstractNum w:abstractNumId="1"><w:styleLink w:val="S"/>\(level(0, "decimal", "（%1）"))\
      </w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
      """
    #expect(try Sample(body: item("甲", 0), numbering: numbering).lines() == ["（1） 甲"])
  }

  @Test func readsNumbersThatOnlyNewerProgramsKnow() throws {
    let number = """
      <w:lvl w:ilvl="0"><w:start w:val="9"/><mc:AlternateContent><mc:Choice Requires="w14">\
      <w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback>\
      <w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>
      """
    let numbering =
      "<w:abstractNum w:abstractNumId='0'>\(number)</w:abstractNum>"
      + "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
    let body = item("甲", 0) + item("乙", 0)
    #expect(try Sample(body: body, numbering: numbering).lines() == ["009 甲", "010 乙"])
  }

  @Test func writesBulletsOfSymbolFontsAsTheCommonOne() throws {
    let numbering = """
      <w:abstractNum w:abstractNumId="0">\(level(0, "bullet", "\u{F06C}"))\
      \(level(1, "bullet", "–"))</w:abstractNum>\
      <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
      """
    let body = item("甲", 0) + item("乙", 1)
    #expect(try Sample(body: body, numbering: numbering).lines() == ["• 甲", "– 乙"])
  }

  @Test func readsTables() throws {
    let cell = { (text: String, more: String) in
      "<w:tc><w:tcPr>\(more)</w:tcPr><w:p><w:r><w:t>\(text)</w:t></w:r></w:p></w:tc>"
    }
    let inner = "<w:tbl><w:tr>\(cell("内1", ""))\(cell("内2", ""))</w:tr></w:tbl><w:p/>"
    let body = """
      <w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>\
      \(cell("甲", "<w:gridSpan w:val='2'/>"))</w:tr>\
      <w:sdt><w:sdtContent><w:tr>\(cell("乙", "<w:vMerge w:val='restart'/>"))\
      \(cell("丙", ""))<w:sdt><w:sdtContent>\(cell("丁", ""))</w:sdtContent></w:sdt></w:tr>\
      </w:sdtContent></w:sdt>\
      <w:tr>\(cell("不读", "<w:vMerge/>"))<w:tc><w:p/><w:p><w:r><w:t>上</w:t><w:tab/><w:t>右</w:t>\
      </w:r></w:p><w:p/><w:p><w:r><w:t>下</w:t></w:r></w:p><w:p/></w:tc><w:tc>\(inner)</w:tc></w:tr>\
      <w:tr><w:trPr><w:del/></w:trPr>\(cell("删", ""))</w:tr></w:tbl>
      """
    #expect(
      try Sample(body: body).lines() == [
        "\t甲\t", "乙\t丙\t丁", "\u{2029}\t上 右\u{2028}\u{2028}下\t内1\u{2028}内2",
      ]
    )
  }

  @Test func keepsTextWhoseParagraphEndWasDeletedLast() throws {
    let body = """
      <w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t>末尾</w:t></w:r></w:p>\
      <w:sectPr><w:pgSz/></w:sectPr>
      """
    #expect(try Sample(body: body).lines() == ["末尾"])
  }

  @Test func saysWhatAnotherDocumentIs() throws {
    let cases: [(folder: String, name: String, kind: DocumentKind)] = [
      ("xl/", "workbook.xml", .workbook), ("XL/", "workbook.bin", .workbook),
      ("ppt/", "presentation.xml", .presentation), ("", "content.xml", .openDocument),
      ("", "xl", .unknown), ("", "readme.txt", .unknown),
    ]
    for (folder, name, kind) in cases {
      var zip = ZipWriter()
      zip.add(folder + name, Array("<a/>".utf8))
      let bytes = try zip.finished()
      #expect(throws: OfficeError.notAWordDocument(kind)) { try WordDocument(reading: bytes) }
    }
    let workbook = try Samples.ledger.bytes()
    #expect(throws: OfficeError.notAWordDocument(.workbook)) {
      try WordDocument(reading: workbook)
    }
  }

  @Test func refusesAMissingPartAndBrokenXML() throws {
    var zip = ZipWriter()
    let list = "http://schemas.openxmlformats.org/package/2006/relationships"
    let type = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
    let text =
      "<Relationships xmlns='\(list)'><Relationship Type='\(type)' "
      + "Target='word/document.xml'/></Relationships>"
    zip.add("_rels/.rels", Array(text.utf8))
    let bytes = try zip.finished()
    #expect(throws: OfficeError.missingPart("word/document.xml")) {
      try WordDocument(reading: bytes)
    }
    let broken = try Sample(body: "<w:p>\n<w:r></w:p>").bytes()
    #expect(throws: OfficeError.invalidXML(.mismatchedTag, part: "word/document.xml", line: 2)) {
      try WordDocument(reading: broken)
    }
  }

  /// Elements where they do not belong, empty, without attributes, or with odd ones.
  @Test(arguments: [
    "", "text", "<w:tbl/>", "<w:tbl><w:tr/></w:tbl>", "<w:tbl><w:tr><w:tc/></w:tr></w:tbl>",
    "<w:p><w:p/></w:p>", "<w:tc><w:tr/></w:tc>", "<w:p><w:r><w:fldChar/></w:r></w:p>",
    "<w:p><w:fldSimple><w:r><w:fldChar w:fldCharType='end'/></w:r></w:fldSimple></w:p>",
    "<w:p><w:r><w:fldChar w:fldCharType='end'/><w:t>一</w:t></w:r></w:p>",
    "<w:p><w:pPr><w:numPr/><w:outlineLvl w:val='99999999999999999999'/></w:pPr></w:p>",
    "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='-5'/></w:tcPr></w:tc></w:tr></w:tbl>",
    "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='999999999'/></w:tcPr></w:tc></w:tr></w:tbl>",
    "<mc:Choice/><mc:Fallback/><mc:AlternateContent/>",
    "<w:sdt><w:sdtContent/></w:sdt><w:sdt/><w:p><w:sdt/></w:p>",
  ])
  func survivesOddDocuments(body: String) throws {
    let document = try Sample(body: body).document()
    #expect(document.text.utf8.count < 100)
  }

  @Test func survivesFlippedBits() throws {
    let bytes = try Fixture.bytes("writer.docx")
    let text = try WordDocument(reading: bytes).text
    var refusals = 0
    for bit in stride(from: 0, to: bytes.count * 8, by: 211) {
      var changed = bytes
      changed[bit / 8] ^= 1 << UInt8(bit % 8)
      do throws(OfficeError) {
        #expect(try WordDocument(reading: changed).text.isEmpty == false)
      } catch {
        refusals += 1
      }
    }
    #expect(!text.isEmpty && refusals > 20)
  }
}
