/// The styles of an official document.
enum OfficialStyles {
  static let text = "BodyText"
  static let letterhead = "Letterhead"
  static let title = "Title"
  static let subtitle = "Subtitle"
  static let addressee = "Salutation"
  static let list = "ListParagraph"
  static let attachmentNote = "AttachmentNote"
  static let annexMark = "AnnexMark"
  static let signature = "Signature"
  static let date = "Date"
  static let caption = "Caption"
  private static let tableHeader = "TableHeader"
  private static let tableText = "TableText"
  private static let narrowTableHeader = "NarrowTableHeader"
  private static let narrowTableText = "NarrowTableText"
  static let tableGap = "TableGap"
  static let footer = "Footer"
  static let table = "TableGrid"

  /// The margin of a cell at each side.
  static let cellMargin = 85

  /// The style of the cells of a table with a number of columns.
  static func tableText(columns: Int) -> String {
    columns > mostColumns ? narrowTableText : tableText
  }

  /// The style of the header of a table with a number of columns.
  static func tableHeader(columns: Int) -> String {
    columns > mostColumns ? narrowTableHeader : tableHeader
  }

  /// The size of the type in such a table, in half points.
  static func tableSize(columns: Int) -> Int {
    columns > mostColumns ? PageLayout.narrowTableSize : PageLayout.tableSize
  }

  /// The most columns of a table with type of the common size.
  private static let mostColumns = 5

  /// The style of a heading, from 1.
  static func heading(_ level: Int) -> String {
    "Heading\(min(max(level, 1), 4))"
  }

  /// How far a first line is indented: two characters.
  static let indent: KeyValuePairs = [
    "w:firstLineChars": "200",
    "w:firstLine": String(PageLayout.length(characters: 2)),
  ]

  /// A paragraph style; everything but its names is optional.
  private struct Style {
    var id: String
    var name: String
    var basedOn: String? = "Normal"
    var next: String?
    var keepsWithNext = false
    var alignment: String?
    var isIndented = false
    var outlineLevel: Int?
    var font: OfficialFonts.Font?
    var size: Int?

    /// The distance between lines, if they are not to be on the grid of the page.
    var linePitch: Int?

    /// Whether a line may be higher than that.
    var isPitchLeast = false
  }

  private static let styles: [Style] = [
    Style(id: text, name: "Body Text", isIndented: true),
    Style(
      id: letterhead,
      name: "Letterhead",
      next: title,
      keepsWithNext: true,
      alignment: "center",
      font: OfficialFonts.title
    ),
    Style(
      id: title,
      name: "Title",
      next: text,
      keepsWithNext: true,
      alignment: "center",
      font: OfficialFonts.title,
      size: PageLayout.titleSize,
      linePitch: PageLayout.linePitch
    ),
    Style(
      id: subtitle,
      name: "Subtitle",
      next: text,
      keepsWithNext: true,
      alignment: "center",
      font: OfficialFonts.kai
    ),
    heading(1, OfficialFonts.hei),
    heading(2, OfficialFonts.kai),
    heading(3, OfficialFonts.fangSong),
    heading(4, OfficialFonts.fangSong),
    Style(id: addressee, name: "Salutation", next: text),
    Style(id: list, name: "List Paragraph"),
    Style(id: attachmentNote, name: "Attachment Note"),
    Style(id: annexMark, name: "Annex Mark", keepsWithNext: true, font: OfficialFonts.hei),
    Style(id: signature, name: "Signature", keepsWithNext: true, alignment: "right"),
    Style(id: date, name: "Date", alignment: "right"),
    Style(
      id: caption,
      name: "caption",
      keepsWithNext: true,
      alignment: "center",
      font: OfficialFonts.hei,
      size: PageLayout.tableSize
    ),
    Style(
      id: tableText,
      name: "Table Text",
      alignment: "left",
      size: PageLayout.tableSize,
      linePitch: 340,
      isPitchLeast: true
    ),
    Style(
      id: tableHeader,
      name: "Table Header",
      basedOn: tableText,
      alignment: "center",
      font: OfficialFonts.hei
    ),
    Style(
      id: narrowTableText,
      name: "Narrow Table Text",
      basedOn: tableText,
      size: PageLayout.narrowTableSize
    ),
    Style(
      id: narrowTableHeader,
      name: "Narrow Table Header",
      basedOn: tableHeader,
      size: PageLayout.narrowTableSize
    ),
    Style(id: tableGap, name: "Table Gap", size: PageLayout.tableSize, linePitch: 240),
    Style(
      id: footer,
      name: "footer",
      font: OfficialFonts.song,
      size: PageLayout.pageNumberSize,
      linePitch: 360
    ),
  ]

  private static func heading(_ level: Int, _ font: OfficialFonts.Font) -> Style {
    Style(
      id: heading(level),
      name: "heading \(level)",
      next: text,
      keepsWithNext: true,
      isIndented: true,
      outlineLevel: level - 1,
      font: font
    )
  }

  /// The part that lists the styles.
  static var part: XMLWriter {
    var xml = XMLWriter()
    xml.element("w:styles", ["xmlns:w": WordNames.main]) { xml in
      writeDefaults(&xml)
      writeNormal(&xml)
      writeTableStyles(&xml)
      for style in styles {
        write(style, &xml)
      }
    }
    return xml
  }

  private static func writeDefaults(_ xml: inout XMLWriter) {
    xml.element("w:docDefaults") { xml in
      xml.element("w:rPrDefault") { xml in
        xml.element("w:rPr") { xml in
          writeFont(OfficialFonts.fangSong, &xml)
          xml.element("w:spacing", ["w:val": String(PageLayout.characterSpacing)])
          writeSize(PageLayout.textSize, &xml)
          xml.element("w:lang", ["w:val": "en-US", "w:eastAsia": "zh-CN", "w:bidi": "ar-SA"])
        }
      }
      xml.element("w:pPrDefault") { $0.element("w:pPr") }
    }
  }

  private static func writeNormal(_ xml: inout XMLWriter) {
    let attributes: KeyValuePairs = [
      "w:type": "paragraph", "w:default": "1", "w:styleId": "Normal",
    ]
    xml.element("w:style", attributes) { xml in
      xml.element("w:name", ["w:val": "Normal"])
      xml.element("w:qFormat")
      xml.element("w:pPr") { xml in
        // A line more or less at the end of a page would break the 22 lines.
        xml.element("w:widowControl", ["w:val": "0"])
        // Gaps around digits would break the 28 characters.
        xml.element("w:autoSpaceDE", ["w:val": "0"])
        xml.element("w:autoSpaceDN", ["w:val": "0"])
        writeSpacing(PageLayout.linePitch, &xml)
        xml.element("w:jc", ["w:val": "both"])
      }
    }
  }

  private static func writeTableStyles(_ xml: inout XMLWriter) {
    let normal: KeyValuePairs = [
      "w:type": "table", "w:default": "1", "w:styleId": "TableNormal",
    ]
    xml.element("w:style", normal) { xml in
      xml.element("w:name", ["w:val": "Normal Table"])
      xml.element("w:uiPriority", ["w:val": "99"])
      xml.element("w:semiHidden")
      xml.element("w:unhideWhenUsed")
      xml.element("w:tblPr") { xml in
        xml.element("w:tblInd", ["w:w": "0", "w:type": "dxa"])
        writeCellMargins(&xml)
      }
    }
    xml.element("w:style", ["w:type": "table", "w:styleId": table]) { xml in
      xml.element("w:name", ["w:val": "Table Grid"])
      xml.element("w:basedOn", ["w:val": "TableNormal"])
      xml.element("w:tblPr") { xml in
        xml.element("w:tblBorders") { xml in
          for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
            let line: KeyValuePairs = [
              "w:val": "single", "w:sz": "4", "w:space": "0", "w:color": "auto",
            ]
            xml.element("w:\(side)", line)
          }
        }
        writeCellMargins(&xml)
      }
    }
  }

  private static func writeCellMargins(_ xml: inout XMLWriter) {
    xml.element("w:tblCellMar") { xml in
      for (side, width) in [
        ("top", 28), ("left", cellMargin), ("bottom", 28), ("right", cellMargin),
      ] {
        xml.element("w:\(side)", ["w:w": String(width), "w:type": "dxa"])
      }
    }
  }

  private static func write(_ style: Style, _ xml: inout XMLWriter) {
    xml.element("w:style", ["w:type": "paragraph", "w:styleId": style.id]) { xml in
      xml.element("w:name", ["w:val": style.name])
      if let basedOn = style.basedOn {
        xml.element("w:basedOn", ["w:val": basedOn])
      }
      if let next = style.next {
        xml.element("w:next", ["w:val": next])
      }
      xml.element("w:qFormat")
      xml.element("w:pPr") { xml in
        if style.keepsWithNext {
          xml.element("w:keepNext")
        }
        if let pitch = style.linePitch {
          // Off the grid of the page.
          xml.element("w:snapToGrid", ["w:val": "0"])
          writeSpacing(pitch, isLeast: style.isPitchLeast, &xml)
        }
        if style.isIndented {
          xml.element("w:ind", indent)
        }
        if let alignment = style.alignment {
          xml.element("w:jc", ["w:val": alignment])
        }
        if let level = style.outlineLevel {
          xml.element("w:outlineLvl", ["w:val": String(level)])
        }
      }
      xml.element("w:rPr") { xml in
        if let font = style.font {
          writeFont(font, &xml)
        }
        if style.linePitch != nil {
          xml.element("w:spacing", ["w:val": "0"])
        }
        if let size = style.size {
          writeSize(size, &xml)
        }
      }
    }
  }

  private static func writeSpacing(
    _ pitch: Int,
    isLeast: Bool = false,
    _ xml: inout XMLWriter
  ) {
    let rule = isLeast ? "atLeast" : "exact"
    xml.element("w:spacing", ["w:line": String(pitch), "w:lineRule": rule])
  }

  private static func writeFont(_ font: OfficialFonts.Font, _ xml: inout XMLWriter) {
    // Digits and letters are of the same typeface: so the quotation marks, which Chinese and
    // English share, are as wide as the other Chinese marks.
    let names: KeyValuePairs = [
      "w:ascii": font.name, "w:eastAsia": font.name, "w:hAnsi": font.name, "w:cs": font.name,
    ]
    xml.element("w:rFonts", names)
  }

  private static func writeSize(_ size: Int, _ xml: inout XMLWriter) {
    xml.element("w:sz", ["w:val": String(size)])
    xml.element("w:szCs", ["w:val": String(size)])
  }
}
