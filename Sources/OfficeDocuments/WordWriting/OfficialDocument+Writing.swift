extension OfficialDocument {
  /// The document as a `.docx` file; the same document always makes the same bytes.
  ///
  /// Characters that XML forbids are left out.
  ///
  /// - Throws: `OfficeError.unsupported` if the file would be larger than 4 GB.
  package func bytes() throws(OfficeError) -> [UInt8] {
    var package = PackageWriter()
    let main = "word/document.xml"
    package.refer(from: "", to: main, "officeDocument")
    package.refer(from: main, to: "styles.xml", "styles")
    package.refer(from: main, to: "settings.xml", "settings")
    package.refer(from: main, to: "fontTable.xml", "fontTable")
    package.refer(from: main, to: "numbering.xml", "numbering")
    let odd = package.refer(from: main, to: "footer1.xml", "footer")
    let even = package.refer(from: main, to: "footer2.xml", "footer")

    let body = OfficialBody.part(of: self, footers: (odd, even))
    package.add(main, type: WordNames.type + "document.main+xml", body.xml)
    package.add("word/styles.xml", type: WordNames.type + "styles+xml", OfficialStyles.part)
    package.add("word/settings.xml", type: WordNames.type + "settings+xml", Self.settings)
    package.add("word/fontTable.xml", type: WordNames.type + "fontTable+xml", OfficialFonts.part)
    package.add("word/numbering.xml", type: WordNames.type + "numbering+xml", body.numbering.part)
    for (name, isOdd) in [("word/footer1.xml", true), ("word/footer2.xml", false)] {
      package.add(name, type: WordNames.type + "footer+xml", OfficialBody.footer(isOdd: isOdd))
    }
    package.addProperties(title: title.withSpacesForLineFeeds, author: author)
    return try package.finished()
  }

  private static var settings: XMLWriter {
    var xml = XMLWriter()
    xml.element("w:settings", ["xmlns:w": WordNames.main]) { xml in
      xml.element("w:defaultTabStop", ["w:val": String(PageLayout.length(characters: 2))])
      xml.element("w:evenAndOddHeaders")
      xml.element("w:characterSpacingControl", ["w:val": "compressPunctuation"])
      xml.element("w:compat") { xml in
        xml.element("w:balanceSingleByteDoubleByteWidth")
        xml.element("w:doNotExpandShiftReturn")
        xml.element("w:useFELayout")
        // Without it, newer programs lay the text out as an old one would.
        let setting: KeyValuePairs = [
          "w:name": "compatibilityMode",
          "w:uri": "http://schemas.microsoft.com/office/word",
          "w:val": "15",
        ]
        xml.element("w:compatSetting", setting)
      }
      xml.element("w:themeFontLang", ["w:val": "en-US", "w:eastAsia": "zh-CN"])
    }
    return xml
  }
}

extension String {
  fileprivate var withSpacesForLineFeeds: String {
    String(withLineFeeds.map { $0 == "\n" ? " " : $0 })
  }
}
