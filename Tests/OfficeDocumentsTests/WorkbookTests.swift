import Testing

@testable import OfficeDocuments

@Suite struct WorkbookTests {
  /// A part in the folder of the workbook.
  private static func part(_ name: String, of workbook: Workbook) throws -> String {
    let archive = try ZipArchive(reading: try workbook.bytes())
    return String(decoding: try #require(try archive.contents(of: "xl/" + name)), as: UTF8.self)
  }

  private static func sheet(_ rows: [[Workbook.Cell]]) -> Workbook {
    Workbook(sheets: [Workbook.Sheet(name: "表", columns: [Workbook.Column("列")], rows: rows)])
  }

  @Test func isTheSameBytesEveryTime() throws {
    #expect(try Samples.ledger.bytes() == Samples.ledger.bytes())
  }

  @Test func hasAHeaderThatStaysAndAPageThatFits() throws {
    let sheet = try Self.part("worksheets/sheet1.xml", of: Samples.ledger)
    #expect(sheet.contains("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\""))
    #expect(sheet.contains("<autoFilter ref=\"A1:F5\"/>"))
    #expect(sheet.contains("<col min=\"2\" max=\"2\" width=\"40\" customWidth=\"1\"/>"))
    #expect(sheet.contains("paperSize=\"9\" orientation=\"landscape\""))
    let book = try Self.part("workbook.xml", of: Samples.ledger)
    #expect(book.contains("localSheetId=\"0\">'责任清单'!$1:$1<"))
    #expect(book.contains(">'责任清单'!$A$1:$F$5<"))
  }

  /// The element of the first cell under the header.
  @Test(
    arguments: [
      (.integer(12), "t=\"n\"", "12"), (.integer(-3), "", "-3"), (.percent(0.5), "", "0.5"),
      (.number(1.25, decimals: 2), "", "1.25"), (.date(year: 2026, month: 7, day: 1), "", "46204"),
      (.date(year: 1900, month: 3, day: 1), "", "61"),
      (.date(year: 2000, month: 2, day: 29), "", "36585"),
      (.date(year: 9999, month: 12, day: 31), "", "2958465"),
    ] as [(Workbook.Cell, String, String)]
  )
  func writesNumbers(cell: Workbook.Cell, type: String, value: String) throws {
    let sheet = try Self.part("worksheets/sheet1.xml", of: Self.sheet([[cell]]))
    let element = try #require(sheet.split(separator: "<c r=\"A2\"").last)
    #expect(element.contains("><v>\(value)</v></c>"))
    #expect(!element.prefix { $0 != ">" }.contains("t=\"s\""))
  }

  /// What is no number for a workbook, and how it is written instead.
  @Test(
    arguments: [
      (.number(.nan, decimals: 0), "nan"), (.percent(-.infinity), "-inf"),
      (.integer(Int.max), "9223372036854775807"), (.integer(Int.min), "-9223372036854775808"),
      (.date(year: 1900, month: 2, day: 28), "1900-02-28"),
      (.date(year: 2026, month: 2, day: 29), "2026-02-29"),
      (.date(year: 2026, month: 13, day: 1), "2026-13-01"),
      (.date(year: Int.max, month: Int.min, day: 0), "9223372036854775807--9223372036854775808-00"),
      (.text("=1+1"), "=1+1"), (.text("_x000A_"), "_x005F_x000A_"), (.text("_x00G0_"), "_x00G0_"),
      (.text("一\r\n二"), "一\n二"),
    ] as [(Workbook.Cell, String)]
  )
  func writesTexts(cell: Workbook.Cell, text: String) throws {
    let workbook = Self.sheet([[cell]])
    let texts = try Self.part("sharedStrings.xml", of: workbook)
    #expect(texts.contains("<si><t>\(text)</t></si>"))
    let sheet = try Self.part("worksheets/sheet1.xml", of: workbook)
    let element = try #require(sheet.split(separator: "<c r=\"A2\"").last)
    #expect(element.prefix { $0 != ">" }.contains("t=\"s\""))
  }

  @Test func cutsATextThatNoCellHolds() throws {
    let long = String(repeating: "长", count: 32_767)
    let texts = try Self.part("sharedStrings.xml", of: Self.sheet([[.text(long + "尾")]]))
    #expect(texts.contains(">\(long.dropLast())…</t>"))
    #expect(try Self.part("sharedStrings.xml", of: Self.sheet([[.text(long)]])).contains(long))
  }

  @Test func writesDaysAsTextIfAsked() throws {
    var workbook = Self.sheet([[.date(year: 2026, month: 7, day: 1)]])
    workbook.dateStyle = .text
    #expect(try Self.part("sharedStrings.xml", of: workbook).contains("<t>2026-07-01</t>"))
  }

  @Test func neverWritesAFormula() throws {
    let archive = try ZipArchive(reading: try Samples.hostileLedger.bytes())
    #expect(archive.entries.count > Samples.hostileTexts.count)
    for entry in archive.entries where entry.name.hasSuffix(".xml") {
      let bytes = try #require(try archive.contents(of: entry.name))
      var reader = try XMLReader(bytes, part: entry.name)
      while case let event = try reader.next(), event != .endOfDocument {
        if case .start(let element) = event {
          #expect(element.name.local != "f")
        }
      }
    }
  }

  @Test func makesNamesThatEveryProgramTakes() {
    let long = String(repeating: "长", count: 40)
    let names = SheetNames.names(
      for: ["清单", "清单", "", "a[b]:*?/\\c", "'引'", "History", long, long, "A", "a", "\u{1}\n"]
    )
    #expect(
      names == [
        "清单", "清单 (2)", "Sheet3", "a_b______c", "引", "History_", String(long.prefix(31)),
        String(long.prefix(27)) + " (2)", "A", "a (2)", "Sheet11",
      ]
    )
  }

  @Test func refusesWhatNoSheetHolds() throws {
    let wide = [Workbook.Cell](repeating: .empty, count: SheetPart.mostColumns + 1)
    #expect(throws: OfficeError.sheetTooLarge(sheet: "表")) { try Self.sheet([wide]).bytes() }
    let long = [[Workbook.Cell]](repeating: [], count: SheetPart.mostRows)
    #expect(throws: OfficeError.sheetTooLarge(sheet: "表")) { try Self.sheet(long).bytes() }
  }

  @Test(arguments: [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA"), (16_384, "XFD")])
  func namesColumns(number: Int, letters: String) {
    #expect(SheetPart.letters(number) == letters)
  }

  @Test func writesAWorkbookWithoutSheets() throws {
    let book = try Self.part("workbook.xml", of: Workbook(sheets: []))
    #expect(book.contains("<sheet name=\"Sheet1\""))
  }
}
