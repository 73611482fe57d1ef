extension Workbook {
  private static let type = "application/vnd.openxmlformats-officedocument.spreadsheetml."

  /// The workbook as an `.xlsx` file; the same workbook always makes the same bytes.
  ///
  /// Every sheet has a bold header that stays in view and is repeated on every printed page, a
  /// filter, and the set-up of a landscape A4 page. Characters that XML forbids are left out.
  ///
  /// - Throws: `OfficeError.sheetTooLarge` if a sheet has more than 1,048,575 rows or 16,384
  ///   columns, and `OfficeError.unsupported` if the file would be larger than 4 GB.
  package func bytes() throws(OfficeError) -> [UInt8] {
    let sheets = sheets.isEmpty ? [Sheet(name: "", columns: [], rows: [])] : sheets
    let names = SheetNames.names(for: sheets.map(\.name))
    var texts = SharedTexts()
    var formats = SheetFormats()
    var package = PackageWriter()
    let folder = "xl/"
    let main = folder + "workbook.xml"
    package.refer(from: "", to: main, "officeDocument")

    var parts: [SheetPart] = []
    var ids: [String] = []
    for (index, sheet) in sheets.enumerated() {
      guard let part = SheetPart(sheet, dateStyle, isFirst: index == 0) else {
        throw .sheetTooLarge(sheet: sheet.name)
      }
      parts.append(part)
      let target = "worksheets/sheet\(index + 1).xml"
      ids.append(package.refer(from: main, to: target, "worksheet"))
      package.add(folder + target, type: Self.type + "worksheet+xml", part.xml(&texts, &formats))
    }
    package.refer(from: main, to: "styles.xml", "styles")
    package.refer(from: main, to: "sharedStrings.xml", "sharedStrings")
    package.add(folder + "styles.xml", type: Self.type + "styles+xml", formats.part)
    package.add(folder + "sharedStrings.xml", type: Self.type + "sharedStrings+xml", texts.part)
    package.add(main, type: Self.type + "sheet.main+xml", Self.list(of: parts, names, ids))
    package.addProperties(title: title, author: author)
    return try package.finished()
  }

  /// The part that lists the sheets.
  private static func list(
    of parts: [SheetPart],
    _ names: [String],
    _ ids: [String]
  ) -> XMLWriter {
    var xml = XMLWriter()
    let spaces: KeyValuePairs = ["xmlns": SheetPart.main, "xmlns:r": WordNames.references]
    xml.element("workbook", spaces) { xml in
      xml.element("bookViews") { $0.element("workbookView", ["activeTab": "0"]) }
      xml.element("sheets") { xml in
        for (index, (name, id)) in zip(names, ids).enumerated() {
          let attributes: KeyValuePairs = [
            "name": name, "sheetId": String(index + 1), "r:id": id,
          ]
          xml.element("sheet", attributes)
        }
      }
      guard parts.contains(where: { $0.range != nil }) else { return }
      xml.element("definedNames") { xml in
        for (index, (part, name)) in zip(parts, names).enumerated() {
          guard let range = part.range else { continue }
          let quoted =
            "'"
            + name.split(separator: "'", omittingEmptySubsequences: false)
            .joined(separator: "''") + "'"
          let filter: KeyValuePairs = [
            "name": "_xlnm._FilterDatabase", "localSheetId": String(index), "hidden": "1",
          ]
          xml.element("definedName", filter) { $0.text("\(quoted)!\(range)") }
          let titles: KeyValuePairs = [
            "name": "_xlnm.Print_Titles", "localSheetId": String(index),
          ]
          xml.element("definedName", titles) { $0.text("\(quoted)!$1:$1") }
        }
      }
    }
    return xml
  }
}
