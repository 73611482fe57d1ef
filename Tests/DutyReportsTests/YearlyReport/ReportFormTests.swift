import DutyModel
import DutyReports
import Foundation
import OfficeDocuments
import TerminalText
import Testing

/// The forms in which a report is written.
@Suite struct ReportFormTests {
  private static let layouts = [
    ReportLayout(), ReportLayout(columns: 56), ReportLayout(columns: 56, isTraced: true),
    ReportLayout(columns: 9, isTraced: true),
  ]

  @Test(arguments: YearlyReport.Kind.allCases, ReportForm.allCases)
  func sameInputSameBytes(_ kind: YearlyReport.Kind, _ form: ReportForm) throws {
    let first = try ReportOffice("Data").report(kind, of: "township", on: "2026-07-10")
    let second = try ReportOffice("Data").report(kind, of: "township", on: "2026-07-10")
    for layout in ReportFormTests.layouts {
      let bytes = try first.bytes(as: form, layout: layout)
      #expect(try bytes == second.bytes(as: form, layout: layout))
      if form.isBinary { continue }
      #expect(bytes.last == 0x0A)
      #expect(String(validating: bytes, as: UTF8.self) != nil)
    }
  }

  @Test func linesHoldTwentyEightCharacters() throws {
    for kind in YearlyReport.Kind.allCases {
      let report = try ReportOffice("township").report(kind, of: "township", hasLists: true)
      let bytes = try report.bytes(as: .text, layout: ReportLayout(columns: 56))
      for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
        // A file number is never broken; it may lead beyond the edge by a closing mark.
        #expect(Terminal.unlimited.width(of: String(line)) <= 58, "\(line)")
        #expect(!line.hasSuffix(" "))
      }
    }
  }

  @Test func gapsAreCounted() throws {
    let office = try ReportOffice("township")
    #expect(try office.report(.annual, of: "township").gaps.count == 5)
    #expect(try office.report(.accountability, of: "township").gaps.count == 2)
    #expect(try office.report(.selfAssessment, of: "township").gaps.count == 2)
    #expect(
      try office.report(.annual, of: "township").gaps.map(\.subject) == [
        "g9", "m3", nil, "f3", nil,
      ]
    )
  }

  @Test func noteOnGapsNamesWhatTheyAreAbout() throws {
    let office = try ReportOffice("township")
    let note = try #require(try office.report(.annual, of: "township").gapNote)
    #expect(note.text(in: .chinese) == "报告有5处待补充：g9、m3、f3。")
    #expect(note.text(in: .english) == "The report has 5 gaps to be filled in: g9, m3, f3.")
    let empty = try #require(try office.report(of: "township", without: { _ in true }).gapNote)
    #expect(empty.text(in: .chinese) == "报告有20处待补充：g1、g2a、g2b、g3、g4、g5、g7、g8、g9、s1、s2a、s2b等18项。")
  }

  @Test func nothingRecordedIsAllGaps() throws {
    let report = try ReportOffice("township").report(of: "township", without: { _ in true })
    // A gap for each of 18 requirements, one of which says what is masked, the cause, and making up.
    #expect(report.gaps.count == 20)
    #expect(
      report.plain.contains("全年应办事项31项，均无完成记录；长期推进的职责3项，均无工作记录；遇事即办的职责1项，年内无办理记录。")
    )
    #expect(report.sentences.allSatisfy { $0.events.isEmpty })
  }

  @Test func unfinishedYearSaysSo() throws {
    let report = try ReportOffice("township").report(of: "township", on: "2026-09-30")
    #expect(
      report.plain.contains(
        "截至2026年9月30日已到期或已办结的应办事项20项，完成18项（其中逾期完成2项），免办1项，未完成1项，另有11项尚未到期"
      )
    )
    #expect(!report.plain.contains("全年"))
    #expect(!report.plain.contains("12月18日"))
  }

  /// Every sentence that tells of work names the events it rests on, and they are events that hold.
  @Test func sentencesNameTheirEvents() throws {
    let office = try ReportOffice("township")
    let register = try office.register("2026-12-31", year: 2026)
    let report = try office.report(of: "township")
    let ids = Set(register.effects.events.map(\.id))
    var told: Set<EventID> = []
    for sentence in report.sentences {
      #expect(sentence.events.allSatisfy(ids.contains))
      #expect(sentence.events == sentence.events.sorted())
      told.formUnion(sentence.events)
    }
    // All but the two that were undone or undo, and the one that only says who answers.
    #expect(told == ids)
    for sentence in report.sentences
    where sentence.text.contains("18人次") || sentence.text.contains("11个具体") {
      #expect(!sentence.events.isEmpty)
    }
  }

  @Test func traceNotesAreNumberedInOrder() throws {
    let report = try ReportOffice("township").report(of: "township")
    let bytes = try report.bytes(as: .text, layout: ReportLayout(isTraced: true))
    let text = String(decoding: bytes, as: UTF8.self)
    let parts = text.split(separator: "依据的记录\n")
    try #require(parts.count == 2)
    let marks = parts[0].matches(of: #/\[([0-9]+)\]/#).compactMap { Int($0.output.1) }
    let notes = parts[1].matches(of: #/(?m)^\[([0-9]+)\] ([0-9A-Z ]+)$/#).compactMap {
      Int($0.output.1)
    }
    #expect(marks == Array(1...marks.count))
    #expect(notes == marks)
    #expect(text.contains("[\(marks.count)] "))
    #expect(parts[0].replacing(#/\[[0-9]+\]/#, with: "") == report.plain + "\n")
  }

  // MARK: - Hostile texts

  private static let hostile = [
    "<script>alert(1)</script>&amp;\"'",
    "\u{1B}[31m\u{202E}cod\u{0}e\u{7}\u{2066}\r\n\t| --- |\n# x\n- y\n1. z",
    "{year}{name}{{}}【待补充：假】[^1] ![x](http://x) `a` **b** ~~c~~ $d$ <!-- e -->",
    String(repeating: "长", count: 300), "。；，、", " ", "=1+1", "\u{FEFF}\u{200B}é\u{301}👨‍👩‍👧",
    "\\u{41}", "]]>", "1) ", "+ x", "== ==",
  ]

  private func hostileReport(
    _ text: String,
    _ kind: YearlyReport.Kind,
    _ language: String
  ) throws -> YearlyReport {
    var office = SmallOffice()
    office.language = language
    office.kind = .secretary
    office.style.addressee = text
    office.style.short = text
    office.style.signature = text
    office.style.closing = text
    office.style.opening = text
    office.style.titles = [.annual: text, .accountability: text]
    let duties = try ["1 per year", "1 per month", "ongoing", "as needed", "2 per year"]
      .enumerated().map {
        try SmallOffice.duty(
          "g\($0.offset + 1)",
          [$0.element],
          title: text,
          action: text,
          unit: text,
          by: .owner(text)
        )
      }
    office.add(text, points: 10_000, duties)
    let quantity = Particulars.Quantity(what: text, thousandths: 1, unit: text)
    for day in ["2026-02-01", "2026-03-01"] {
      for duty in 1...5 {
        try office.done(
          "g\(duty)a",
          duty == 2 ? "2026-02" : "2026",
          on: day,
          note: text,
          quantities: [quantity],
          documents: [text + "号"]
        )
      }
    }
    let finding = office.record(
      .finding(
        Finding(
          number: text,
          title: text,
          text: text,
          source: text,
          cause: text,
          measure: text,
          owner: text,
          departments: [text],
          due: Day("2026-06-01"),
          on: try #require(Day("2026-01-02"))
        )
      )
    )
    office.record(
      .findingUpdate(finding, FindingChange()),
      Particulars(at: "2026-05-01T00:00:00Z", by: text, note: text)
    )
    let target = Target(to: try #require(Reference("town/g1a")), period: .year(2026))
    office.record(
      .sign(
        [target],
        SignOff(on: try #require(Day("2026-05-01")), signer: text, opinion: text, seen: [])
      )
    )
    office.record(
      .waive([Target(to: try #require(Reference("town/g5a")), period: .year(2026))], reason: text)
    )
    office.record(.score(section: "town/g0-1", year: 2026, thousandths: .max, reason: text))
    return try office.report(kind, hasLists: true)
  }

  @Test(arguments: hostile.indices, ["zh", "en"])
  func hostileTextsAreHarmless(_ number: Int, _ language: String) throws {
    for kind in YearlyReport.Kind.allCases {
      let report = try hostileReport(ReportFormTests.hostile[number], kind, language)
      for form in ReportForm.allCases where !form.isBinary {
        let bytes = try report.bytes(as: form, layout: ReportLayout(isTraced: true))
        #expect(!bytes.contains { $0 < 0x20 && $0 != 0x0A || $0 == 0x7F })
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(
          !text.unicodeScalars.contains {
            (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
          }
        )
        if form == .html {
          #expect(!text.contains("<script"))
          #expect(isBalanced(text))
        }
        if form == .markdown {
          #expect(!text.contains("<!--"))
          #expect(!text.contains(#/[^\\]\]\(/#))
          #expect(!text.contains("\n- y"))
        }
      }
      _ = try report.bytes(as: .text, layout: ReportLayout(columns: 9))
      #expect(try !report.bytes(as: .docx).isEmpty)
    }
  }

  @Test func wordDocumentsHoldTheText() throws {
    for kind in YearlyReport.Kind.allCases {
      let report = try ReportOffice("township").report(kind, of: "township")
      let document = try WordDocument(reading: report.bytes(as: .docx))
      let paragraphs = document.blocks.compactMap { block in
        if case .paragraph(let paragraph) = block { paragraph.text } else { nil }
      }
      for sentence in report.sentences.filter({ !$0.isEmpty }).prefix(20) {
        #expect(paragraphs.contains { $0.contains(sentence.text) }, "\(sentence.text)")
      }
    }
  }

  @Test(arguments: ReportForm.allCases.filter { !$0.isBinary })
  func hugeTextsAreWhole(_ form: ReportForm) throws {
    let text = String(repeating: "长", count: 100_000)
    var office = SmallOffice()
    office.add("部分", [try SmallOffice.duty("g1", ["1 per year"], action: "开展检查")])
    try office.done("g1a", "2026", on: "2026-03-01", note: text)
    let bytes = try office.report().bytes(as: form, layout: ReportLayout(columns: 56))
    #expect(bytes.count > 300_000)
    #expect(bytes.count < 310_000 + 20_000)
  }

  @Test func aGapInAFieldIsNotAGap() throws {
    let plain = try hostileReport("普通", .annual, "zh").gaps.count
    #expect(try hostileReport("【待补充：假】", .annual, "zh").gaps.count == plain)
  }

  @Test(arguments: YearlyReport.Kind.allCases)
  func htmlIsWhole(_ kind: YearlyReport.Kind) throws {
    let report = try ReportOffice("Data").report(
      kind,
      of: "township",
      on: "2026-07-10",
      hasLists: true
    )
    let bytes = try report.bytes(as: .html, layout: ReportLayout(isTraced: true))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(isBalanced(text))
    #expect(text.contains("<svg"))
    #expect(!text.contains("http:") && !text.contains("https:") && !text.contains("src="))
    let targets = Set(text.matches(of: #/href="#([a-z0-9]+)"/#).map { String($0.output.1) })
    let ids = text.matches(of: #/ id="([a-z0-9]+)"/#).map { String($0.output.1) }
    #expect(Set(ids).count == ids.count)
    #expect(targets == Set(ids))
  }

  /// What is waived is owed in none of the charts, as it is in no other figure.
  @Test func chartsLeaveOutWhatIsWaived() throws {
    var office = SmallOffice()
    let duties = try ["g1", "g2", "g3"].map { try SmallOffice.duty($0, ["by 06-30 each year"]) }
    office.add("检查", duties)
    try office.done("g1a", "2026-06-30", on: "2026-06-01")
    let target = Target(to: try #require(Reference("town/g2a")), period: Period("2026-06-30"))
    office.record(.waive([target], reason: "已撤并"))
    let html = String(decoding: try office.report().bytes(as: .html), as: UTF8.self)
    #expect(html.matches(of: #/>1/2</#).count == 3)
    #expect(!html.contains(">1/3<"))
    #expect(html.contains("检查 6月: 按期完成1，未完成1，免办1"))
  }

  /// Whether every element is closed, in order, by its own end.
  private func isBalanced(_ html: String) -> Bool {
    var open: [Substring] = []
    for match in html.matches(of: #/<(/?)([a-z0-9]+)[^<>]*?(/?)>/#) {
      let name = match.output.2
      if ["meta", "br", "wbr", "html"].contains(name) || match.output.3 == "/" { continue }
      if match.output.1 == "/" {
        guard open.popLast() == name else { return false }
      } else {
        open.append(name)
      }
    }
    return open.isEmpty
  }
}

/// Tables of a report within a width.
@Suite struct ReportTableTests {
  private func lines(_ columns: [String], _ rows: [[String]], total: [String]? = nil, in width: Int)
    throws -> [String]
  {
    let report = YearlyReport(
      kind: nil,
      language: .chinese,
      year: 2026,
      asOf: try #require(Day("2026-12-31")),
      title: "表",
      body: [
        .table(
          YearlyReport.Table(
            columns: columns.map { .init($0, isNumeric: $0 == "分") },
            rows: rows.map { $0.map { Sentence($0) } },
            total: total.map { $0.map { Sentence($0) } }
          )
        )
      ],
      signature: .init(name: "甲", date: "2026年12月31日")
    )
    return Array(report.screen(for: Terminal(columns: width)).dropFirst(2).dropLast(3))
  }

  @Test func whatFitsStandsInColumns() throws {
    let table = try lines(["号", "事项", "分"], [["1", "走访", "10"], ["2", "谈话提醒", "2.5"]], in: 40)
    #expect(
      table == [
        "号  事项       分", "--  --------  ---", "1   走访       10", "2   谈话提醒  2.5",
      ]
    )
  }

  @Test func aLongTextIsBrokenInItsColumn() throws {
    let table = try lines(
      ["号", "事项", "分"],
      [["1", "走访群众收集意见", "1"], ["2", "谈话", "2"]],
      total: ["合计", "", "3"],
      in: 20
    )
    #expect(
      table == [
        "号    事项        分", "----  ----------  --", "1     走访群众收   1", "      集意见", "",
        "2     谈话         2", "----  ----------  --", "合计               3",
      ]
    )
  }

  @Test(arguments: [20, 24, 30])
  func whatHasNoRoomHasALineForEachCell(_ width: Int) throws {
    let long = "长期坚持并且每个季度都要检查一次落实情况的事项"
    let table = try lines(
      ["编号", "事项", "办理情况"],
      [["g1", long, long + long], ["g2", "", "无"]],
      in: width
    )
    #expect(table.first == "编号：g1")
    #expect(table.suffix(3) == ["", "编号：g2", "办理情况：无"])
    #expect(table.allSatisfy { Terminal.unlimited.width(of: $0) <= width })
  }

  @Test func aFileNumberLeavesNoColumn() throws {
    let number = "青党〔2026〕1234567号"
    let table = try lines(["编号", "佐证材料"], [["一二三四五", number], ["甲", "乙"]], in: 28)
    #expect(table.map { $0.trimmingCharacters(in: .whitespaces) }.joined().contains(number))
    #expect(table.allSatisfy { Terminal.unlimited.width(of: $0) <= 28 })
  }
}
