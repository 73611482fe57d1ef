/// Writes a table of an official document.
struct OfficialTable {
  private let table: OfficialDocument.Table
  private let columns: [OfficialDocument.Column]

  /// The width of the text.
  private let width: Int

  /// The widths of the columns, together that of the text.
  private let widths: [Int]

  /// The most columns that a table of a text can have.
  static let mostColumns = 63

  /// Creates a table; nil if it has no columns.
  ///
  /// Cells beyond the most columns are put into the last one.
  init?(_ table: OfficialDocument.Table, width: Int) {
    let count = min(
      max(table.columns.count, table.rows.map(\.count).max() ?? 0),
      Self.mostColumns
    )
    guard count > 0 else { return nil }
    var table = table
    table.rows = table.rows.map { Self.row($0, count) }
    columns = (0..<count).map { index in
      index < table.columns.count ? table.columns[index] : OfficialDocument.Column("")
    }
    self.table = table
    self.width = width
    widths = Self.widths(columns, table.rows, in: width)
  }

  private static func row(
    _ cells: [OfficialDocument.Text],
    _ count: Int
  ) -> [OfficialDocument.Text] {
    guard cells.count > count else {
      return cells + repeatElement("", count: count - cells.count)
    }
    var last = cells[count - 1]
    for cell in cells.dropFirst(count) {
      last.append(" ")
      last.append(cell)
    }
    return cells.prefix(count - 1) + [last]
  }

  private static func widths(
    _ columns: [OfficialDocument.Column],
    _ rows: [[OfficialDocument.Text]],
    in width: Int
  ) -> [Int] {
    let longest = columns.indices.map { index in
      rows.reduce(columns[index].header.longestLine) { max($0, $1[index].plain.longestLine) }
    }
    if columns.contains(where: { $0.weight != nil }) {
      return shared(
        width,
        by: zip(columns, longest).map { column, longest in
          // Between two and sixteen characters: a long text can be broken.
          column.weight.map { Double(min(max($0, 1), 1000)) } ?? min(max(longest, 2), 16) + 1
        }
      )
    }
    let needs = longest.map { need(of: $0, among: columns.count) }
    // What needs no more than its share has what it needs, so that numbers and names are not
    // broken; the others share the rest.
    var widths = [Int](repeating: 0, count: columns.count)
    var rest = width
    var open = Array(columns.indices)
    while !open.isEmpty {
      let share = rest / open.count
      let content = open.filter { needs[$0] <= share }
      if content.isEmpty { break }
      for index in content { widths[index] = needs[index] }
      rest -= content.reduce(0) { $0 + needs[$1] }
      open.removeAll { needs[$0] <= share }
    }
    if open.isEmpty {
      let widest = widths.indices.max { widths[$0] < widths[$1] } ?? 0
      widths[widest] += rest
      return widths
    }
    // Six characters or the longest word at least, if there is room for them, and the more the
    // longer the texts are.
    let words = open.map { index in
      rows.reduce(columns[index].header.longestWord) { max($0, $1[index].plain.longestWord) }
    }
    func needed(_ least: Double) -> [Int] {
      words.map { need(of: max(least, min($0, 9)), among: columns.count) }
    }
    let wanted = needed(6)
    let floors = wanted.reduce(0, +) <= rest ? wanted : needed(3)
    let least = floors.reduce(0, +)
    let isRoomy = least <= rest
    let shares = shared(
      isRoomy ? rest - least : rest,
      by: open.map {
        isRoomy ? max(min(longest[$0], 60) - 6, 1) : min(longest[$0], 40).squareRoot()
      }
    )
    for (place, index) in open.enumerated() {
      widths[index] = shares[place] + (isRoomy ? floors[place] : 0)
    }
    return widths
  }

  /// The width that a text of a number of characters needs in a cell.
  private static func need(of characters: Double, among columns: Int) -> Int {
    // A character of a half point of size is ten twentieths wide; a fifth more, and half of one, is
    // for typefaces whose Latin letters are wider than half a character.
    let size = Double(OfficialStyles.tableSize(columns: columns) * 10)
    return Int((min(characters, 200) * 1.2 + 0.5) * size) + OfficialStyles.cellMargin * 2 + 30
  }

  /// A width shared out by weights.
  private static func shared(_ width: Int, by weights: [Double]) -> [Int] {
    let total = weights.reduce(0, +)
    var widths = weights.map { Int(Double(width) * $0 / max(total, 1)) }
    // What rounding left over goes to the last one.
    if let last = widths.indices.last { widths[last] += width - widths.reduce(0, +) }
    return widths
  }

  /// Writes the caption, the table and the gap after it, without which two tables would be one.
  ///
  /// If it `keepsWithNext`, its last row stands on the page of what follows.
  func write(keepsWithNext: Bool, _ xml: inout XMLWriter) {
    if let caption = table.caption, !caption.isEmpty {
      OfficialBody.paragraph(OfficialStyles.caption, caption, &xml)
    }
    xml.element("w:tbl") { xml in
      xml.element("w:tblPr") { xml in
        xml.element("w:tblStyle", ["w:val": OfficialStyles.table])
        xml.element("w:tblW", ["w:w": String(width), "w:type": "dxa"])
        xml.element("w:jc", ["w:val": "center"])
        xml.element("w:tblLayout", ["w:type": "fixed"])
      }
      xml.element("w:tblGrid") { xml in
        for width in widths {
          xml.element("w:gridCol", ["w:w": String(width)])
        }
      }
      if columns.contains(where: { !$0.header.isEmpty }) {
        write(
          columns.map { OfficialDocument.Text($0.header) },
          isHeader: true,
          keepsWithNext: false,
          &xml
        )
      }
      for (place, row) in table.rows.enumerated() {
        let isLast = place == table.rows.count - 1
        write(row, isHeader: false, keepsWithNext: keepsWithNext && isLast, &xml)
      }
      if table.rows.isEmpty {
        write(columns.map { _ in "" }, isHeader: false, keepsWithNext: keepsWithNext, &xml)
      }
    }
    OfficialBody.paragraph(OfficialStyles.tableGap, "", &xml) { xml in
      if keepsWithNext { xml.element("w:keepNext") }
    }
  }

  private func write(
    _ cells: [OfficialDocument.Text],
    isHeader: Bool,
    keepsWithNext: Bool,
    _ xml: inout XMLWriter
  ) {
    xml.element("w:tr") { xml in
      if isHeader {
        // The other rows may be broken over pages: one may be longer than a page.
        xml.element("w:trPr") { xml in
          xml.element("w:cantSplit")
          xml.element("w:tblHeader")
        }
      }
      for (index, text) in cells.enumerated() {
        xml.element("w:tc") { xml in
          xml.element("w:tcPr") { xml in
            xml.element("w:tcW", ["w:w": String(widths[index]), "w:type": "dxa"])
            xml.element("w:vAlign", ["w:val": "center"])
          }
          let style =
            isHeader
            ? OfficialStyles.tableHeader(columns: columns.count)
            : OfficialStyles.tableText(columns: columns.count)
          OfficialBody.paragraph(style, text, &xml) { xml in
            if keepsWithNext { xml.element("w:keepNext") }
            if !isHeader, columns[index].isCentered {
              xml.element("w:jc", ["w:val": "center"])
            }
          }
        }
      }
    }
  }
}

extension String {
  /// The width of the longest line, in characters of full width.
  fileprivate var longestLine: Double {
    split(whereSeparator: \.isNewline).map { String($0).widthInCharacters }.max() ?? 0
  }

  /// The width of the longest word that is not broken, in characters of full width; capitals and
  /// typefaces of wide letters have room.
  fileprivate var longestWord: Double {
    let words = unicodeScalars.split { !$0.isASCII || $0 == " " || $0 == "-" || $0 == "/" }
    return Double(words.map(\.count).max() ?? 0) * 0.6
  }
}
