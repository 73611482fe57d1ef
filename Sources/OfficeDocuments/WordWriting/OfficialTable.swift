/// Writes a table of an official document.
struct OfficialTable {
  private let table: OfficialDocument.Table
  private let columns: [OfficialDocument.Column]

  /// The widths of the columns, together those of the text.
  private let widths: [Int]

  /// The most columns that a table of a text can have.
  static let mostColumns = 63

  /// Creates a table; nil if it has no columns.
  ///
  /// Cells beyond the most columns are put into the last one.
  init?(_ table: OfficialDocument.Table) {
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
    widths = Self.widths(columns, table.rows)
  }

  private static func row(_ cells: [String], _ count: Int) -> [String] {
    guard cells.count > count else {
      return cells + repeatElement("", count: count - cells.count)
    }
    return cells.prefix(count - 1) + [cells.dropFirst(count - 1).joined(separator: " ")]
  }

  private static func widths(
    _ columns: [OfficialDocument.Column],
    _ rows: [[String]]
  ) -> [Int] {
    let weights = columns.enumerated().map { index, column in
      if let weight = column.weight {
        return Double(min(max(weight, 1), 1000))
      }
      // Between two and sixteen characters: a long text can be broken.
      let widest = rows.reduce(column.header.longestLine) { max($0, $1[index].longestLine) }
      return min(max(widest, 2), 16) + 1
    }
    let total = weights.reduce(0, +)
    var widths = weights.map { Int(Double(PageLayout.textWidth) * $0 / total) }
    // What rounding left over goes to the last one.
    widths[widths.count - 1] += PageLayout.textWidth - widths.reduce(0, +)
    return widths
  }

  /// Writes the caption, the table and the gap after it, without which two tables would be one.
  func write(_ xml: inout XMLWriter) {
    if let caption = table.caption, !caption.isEmpty {
      OfficialBody.paragraph(OfficialStyles.caption, caption, &xml)
    }
    xml.element("w:tbl") { xml in
      xml.element("w:tblPr") { xml in
        xml.element("w:tblStyle", ["w:val": OfficialStyles.table])
        xml.element("w:tblW", ["w:w": String(PageLayout.textWidth), "w:type": "dxa"])
        xml.element("w:jc", ["w:val": "center"])
        xml.element("w:tblLayout", ["w:type": "fixed"])
      }
      xml.element("w:tblGrid") { xml in
        for width in widths {
          xml.element("w:gridCol", ["w:w": String(width)])
        }
      }
      if columns.contains(where: { !$0.header.isEmpty }) {
        write(columns.map(\.header), isHeader: true, &xml)
      }
      for row in table.rows {
        write(row, isHeader: false, &xml)
      }
      if table.rows.isEmpty {
        write(columns.map { _ in "" }, isHeader: false, &xml)
      }
    }
    OfficialBody.paragraph(OfficialStyles.tableGap, "", &xml)
  }

  private func write(_ cells: [String], isHeader: Bool, _ xml: inout XMLWriter) {
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
          let style = isHeader ? OfficialStyles.tableHeader : OfficialStyles.tableText
          OfficialBody.paragraph(style, text, &xml) { xml in
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
}
