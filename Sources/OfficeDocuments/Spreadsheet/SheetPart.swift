/// Writes one sheet of a workbook.
struct SheetPart {
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

  /// The most rows and columns that programs take.
  static let mostRows = 1_048_576
  static let mostColumns = 16_384

  /// Programs keep fifteen digits of a number, so a larger one is written as text.
  private static let largestInteger = 999_999_999_999_999

  private let sheet: Workbook.Sheet
  private let dateStyle: Workbook.DateStyle
  private let isFirst: Bool

  /// The widths of the columns in digits.
  private let widths: [Int]

  /// How many columns are written.
  let columnCount: Int

  /// Creates a part; nil if the sheet has more rows or columns than programs take.
  init?(_ sheet: Workbook.Sheet, _ dateStyle: Workbook.DateStyle, isFirst: Bool) {
    columnCount = max(sheet.columns.count, sheet.rows.map(\.count).max() ?? 0)
    guard columnCount <= Self.mostColumns, sheet.rows.count < Self.mostRows else { return nil }
    self.sheet = sheet
    self.dateStyle = dateStyle
    self.isFirst = isFirst
    widths = (0..<columnCount).map { Self.width(of: $0, in: sheet) }
  }

  /// The cells from the header to the last row, such as "$A$1:$C$9"; nil without columns.
  var range: String? {
    guard columnCount > 0 else { return nil }
    return "$A$1:$\(Self.letters(columnCount))$\(sheet.rows.count + 1)"
  }

  /// The XML of the sheet.
  func xml(_ texts: inout SharedTexts, _ formats: inout SheetFormats) -> XMLWriter {
    var xml = XMLWriter()
    xml.element("worksheet", ["xmlns": Self.main]) { xml in
      xml.element("sheetPr") { $0.element("pageSetUpPr", ["fitToPage": "1"]) }
      writeView(&xml)
      xml.element("sheetFormatPr", ["defaultRowHeight": String(Self.lineHeight)])
      writeColumns(&xml)
      xml.element("sheetData") { xml in
        if columnCount > 0 {
          writeHeader(&xml, &texts, &formats)
        }
        for (index, row) in sheet.rows.enumerated() where !row.isEmpty {
          write(row, number: index + 2, &xml, &texts, &formats)
        }
      }
      if let range {
        xml.element("autoFilter", ["ref": range.filter { $0 != "$" }])
      }
      writePrinting(&xml)
    }
    return xml
  }

  // MARK: - Around the cells

  private func writeView(_ xml: inout XMLWriter) {
    xml.element("sheetViews") { xml in
      let view: KeyValuePairs = ["tabSelected": isFirst ? "1" : "0", "workbookViewId": "0"]
      xml.element("sheetView", view) { xml in
        guard columnCount > 0 else { return }
        let pane: KeyValuePairs = [
          "ySplit": "1", "topLeftCell": "A2", "activePane": "bottomLeft", "state": "frozen",
        ]
        xml.element("pane", pane)
        xml.element("selection", ["pane": "bottomLeft", "activeCell": "A2", "sqref": "A2"])
      }
    }
  }

  private func writeColumns(_ xml: inout XMLWriter) {
    guard columnCount > 0 else { return }
    xml.element("cols") { xml in
      for index in 0..<columnCount {
        let number = String(index + 1)
        let attributes: KeyValuePairs = [
          "min": number, "max": number, "width": String(widths[index]), "customWidth": "1",
        ]
        xml.element("col", attributes)
      }
    }
  }

  /// The width of a column in digits: the one asked for, or that of the longest line, at most
  /// fifty; a text that is longer is broken.
  private static func width(of index: Int, in sheet: Workbook.Sheet) -> Int {
    let column = index < sheet.columns.count ? sheet.columns[index] : nil
    if let width = column?.width {
      return min(max(width, 1), 255)
    }
    let widest = sheet.rows.reduce(width(column?.header ?? "")) { widest, row in
      guard index < row.count else { return widest }
      switch row[index] {
      case .text(let text): return max(widest, width(text))
      case .date: return max(widest, 10)
      case .integer(let number): return max(widest, String(number).count)
      case .number, .percent: return max(widest, 8)
      case .empty: return widest
      }
    }
    // Two more for the margins, and two for the arrow of the filter.
    return min(widest, 50) + 4
  }

  private static func width(_ text: String) -> Int {
    text.split(whereSeparator: \.isNewline)
      .map { Int(min(String($0).widthInCharacters * 2, 1000)) }
      .max() ?? 0
  }

  /// The most digits over the width of A4, at a little more than half the size.
  private static let widestOfA4 = 200

  private func writePrinting(_ xml: inout XMLWriter) {
    let margins: KeyValuePairs = [
      "left": "0.5", "right": "0.5", "top": "0.75", "bottom": "0.75", "header": "0.3",
      "footer": "0.3",
    ]
    xml.element("printOptions", ["horizontalCentered": "1"])
    xml.element("pageMargins", margins)
    // As many pages down as it takes: of A4, or of A3 where A4 would make the text too small.
    let isWide = widths.reduce(0, +) > Self.widestOfA4
    let setup: KeyValuePairs = [
      "paperSize": isWide ? "8" : "9", "orientation": "landscape", "fitToWidth": "1",
      "fitToHeight": "0",
    ]
    xml.element("pageSetup", setup)
    xml.element("headerFooter") { xml in
      xml.element("oddHeader") { $0.text("&C&A") }
      xml.element("oddFooter") { $0.text("&C&P / &N") }
    }
  }

  // MARK: - Cells

  /// The height of a line in points.
  private static let lineHeight = 15

  /// How many lines the cells of a row need, by and large: not every program works it out itself.
  private func lineCount(_ row: [Workbook.Cell]) -> Int {
    var result = 1
    for (index, cell) in row.enumerated() {
      guard case .text(let text) = cell else { continue }
      let width = widths[index]
      let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        .reduce(0) { $0 + max((Int(String($1).widthInCharacters * 2) + width - 1) / width, 1) }
      result = max(result, lines)
    }
    return result
  }

  private func writeHeader(
    _ xml: inout XMLWriter,
    _ texts: inout SharedTexts,
    _ formats: inout SheetFormats
  ) {
    let format = formats.index(of: .header)
    xml.element("row", ["r": "1"]) { xml in
      for index in 0..<columnCount {
        let text = index < sheet.columns.count ? sheet.columns[index].header : ""
        Self.writeText(text, "\(Self.letters(index + 1))1", format, &xml, &texts)
      }
    }
  }

  private func write(
    _ row: [Workbook.Cell],
    number: Int,
    _ xml: inout XMLWriter,
    _ texts: inout SharedTexts,
    _ formats: inout SheetFormats
  ) {
    let lines = lineCount(row)
    let attributes: KeyValuePairs =
      lines > 1
      ? ["r": String(number), "ht": String(min(lines * Self.lineHeight, 405))]
      : ["r": String(number)]
    xml.element("row", attributes) { xml in
      for (index, cell) in row.enumerated() {
        write(cell, "\(Self.letters(index + 1))\(number)", &xml, &texts, &formats)
      }
    }
  }

  private func write(
    _ cell: Workbook.Cell,
    _ place: String,
    _ xml: inout XMLWriter,
    _ texts: inout SharedTexts,
    _ formats: inout SheetFormats
  ) {
    switch cell {
    case .empty:
      let format = String(formats.index(of: .text))
      xml.element("c", ["r": place, "s": format])
    case .text(let text):
      Self.writeText(text, place, formats.index(of: .text), &xml, &texts)
    case .integer(let number) where number.magnitude > Self.largestInteger:
      Self.writeText(String(number), place, formats.index(of: .text), &xml, &texts)
    case .integer(let number):
      Self.writeNumber(String(number), place, formats.index(of: .integer), &xml)
    case .number(let number, let decimals):
      let format = formats.index(of: .decimals(min(max(decimals, 0), 9)))
      Self.writeNumber(number, place, format, &xml, &texts)
    case .percent(let share):
      Self.writeNumber(share, place, formats.index(of: .percent), &xml, &texts)
    case .date(let year, let month, let day):
      let day = SheetDay(year: year, month: month, day: day)
      if case .number(let code) = dateStyle, let serial = day.serial {
        let format = formats.index(of: .date(code))
        Self.writeNumber(String(serial), place, format, &xml)
      } else {
        Self.writeText(day.text, place, formats.index(of: .text), &xml, &texts)
      }
    }
  }

  private static func writeText(
    _ text: String,
    _ place: String,
    _ format: Int,
    _ xml: inout XMLWriter,
    _ texts: inout SharedTexts
  ) {
    let attributes: KeyValuePairs = ["r": place, "s": String(format), "t": "s"]
    let index = texts.index(of: text)
    xml.element("c", attributes) { $0.element("v") { $0.text(String(index)) } }
  }

  /// Writes a number; what is none, such as the infinite, is written as text.
  private static func writeNumber(
    _ number: Double,
    _ place: String,
    _ format: Int,
    _ xml: inout XMLWriter,
    _ texts: inout SharedTexts
  ) {
    if number.isFinite {
      writeNumber("\(number)", place, format, &xml)
    } else {
      writeText("\(number)", place, format, &xml, &texts)
    }
  }

  private static func writeNumber(
    _ number: String,
    _ place: String,
    _ format: Int,
    _ xml: inout XMLWriter
  ) {
    xml.element("c", ["r": place, "s": String(format)]) { $0.element("v") { $0.text(number) } }
  }

  /// The letters of a column, counted from 1: after Z comes AA.
  static func letters(_ number: Int) -> String {
    var rest = number
    var result: [UInt8] = []
    while rest > 0 {
      result.insert(UInt8(ascii: "A") + UInt8((rest - 1) % 26), at: 0)
      rest = (rest - 1) / 26
    }
    return String(decoding: result, as: UTF8.self)
  }
}
