/// Writes the text of an official document.
struct OfficialBody {
  private(set) var numbering = OfficialNumbering()
  private let isLandscape: Bool

  /// The main part.
  ///
  /// `footers` are the identifiers of the page numbers of odd and of even pages.
  static func part(
    of document: OfficialDocument,
    footers: (odd: String, even: String)
  ) -> (xml: XMLWriter, numbering: OfficialNumbering) {
    var body = OfficialBody(isLandscape: document.isLandscape)
    var xml = XMLWriter()
    let names: KeyValuePairs = ["xmlns:w": WordNames.main, "xmlns:r": WordNames.references]
    xml.element("w:document", names) { xml in
      xml.element("w:body") { xml in
        body.write(document, &xml)
        body.writeSection(footers, &xml)
      }
    }
    return (xml, body.numbering)
  }

  private init(isLandscape: Bool) {
    self.isLandscape = isLandscape
  }

  private mutating func write(_ document: OfficialDocument, _ xml: inout XMLWriter) {
    let head = [
      (OfficialStyles.letterhead, document.letterhead), (OfficialStyles.title, document.title),
      (OfficialStyles.subtitle, document.subtitle),
    ]
    .filter { _, text in !(text ?? "").isEmpty }
    for (style, text) in head {
      Self.paragraph(style, text ?? "", &xml)
    }
    if !head.isEmpty {
      Self.blankLine(&xml)
    }
    if let addressee = document.addressee, !addressee.isEmpty {
      Self.paragraph(OfficialStyles.addressee, Self.withColon(addressee), &xml)
    }
    for (place, block) in document.blocks.enumerated() {
      // A signature never stands alone on a page.
      let isBeforeSignature =
        if place + 1 < document.blocks.count, case .signature = document.blocks[place + 1] {
          true
        } else {
          false
        }
      write(block, keepsWithNext: isBeforeSignature, &xml)
    }
  }

  private mutating func write(
    _ block: OfficialDocument.Block,
    keepsWithNext: Bool,
    _ xml: inout XMLWriter
  ) {
    switch block {
    case .heading(let text, let level):
      Self.paragraph(OfficialStyles.heading(level), text, &xml)
    case .paragraph(let text):
      Self.paragraph(OfficialStyles.text, text, &xml) { xml in
        if keepsWithNext { xml.element("w:keepNext") }
      }
    case .list(let items, let marker):
      let list = numbering.add(marker)
      for item in items {
        Self.paragraph(OfficialStyles.list, item, &xml) { xml in
          xml.element("w:numPr") { xml in
            xml.element("w:ilvl", ["w:val": "0"])
            xml.element("w:numId", ["w:val": String(list)])
          }
        }
      }
    case .table(let table):
      OfficialTable(table, width: PageLayout.textWidth(isLandscape: isLandscape))?
        .write(keepsWithNext: keepsWithNext, &xml)
    case .pageBreak: Self.pageBreak(&xml)
    case .attachmentNote(let names, let label):
      Self.writeAttachmentNote(names, label: label, &xml)
    case .signature(let signature): Self.write(signature, &xml)
    case .annex(let mark, let title):
      Self.paragraph(OfficialStyles.annexMark, mark, &xml) { $0.element("w:pageBreakBefore") }
      Self.blankLine(&xml)
      Self.paragraph(OfficialStyles.title, title, &xml)
      Self.blankLine(&xml)
    }
  }

  // MARK: - Paragraphs

  /// Writes a paragraph.
  static func paragraph(
    _ style: String,
    _ text: OfficialDocument.Text,
    _ xml: inout XMLWriter,
    properties: (inout XMLWriter) -> Void = { _ in }
  ) {
    xml.element("w:p") { xml in
      xml.element("w:pPr") { xml in
        xml.element("w:pStyle", ["w:val": style])
        properties(&xml)
      }
      for stretch in text.stretches { run(stretch.text, isMarked: stretch.isMarked, &xml) }
    }
  }

  /// Writes a paragraph in which nothing is marked.
  static func paragraph(
    _ style: String,
    _ text: String,
    _ xml: inout XMLWriter,
    properties: (inout XMLWriter) -> Void = { _ in }
  ) {
    paragraph(style, OfficialDocument.Text(text), &xml, properties: properties)
  }

  private static func run(_ text: String, isMarked: Bool = false, _ xml: inout XMLWriter) {
    guard !text.isEmpty else { return }
    xml.element("w:r") { xml in
      if isMarked {
        xml.element("w:rPr") { $0.element("w:highlight", ["w:val": "yellow"]) }
      }
      var rest = text.withLineFeeds[...]
      while !rest.isEmpty {
        let plain = rest.prefix { $0 != "\n" && $0 != "\t" }
        if !plain.isEmpty {
          xml.element("w:t", ["xml:space": "preserve"]) { $0.text(String(plain)) }
        }
        rest = rest[plain.endIndex...]
        switch rest.popFirst() {
        case "\n": xml.element("w:br")
        case "\t": xml.element("w:tab")
        default: break
        }
      }
    }
  }

  private static func blankLine(_ xml: inout XMLWriter) {
    xml.element("w:p") { $0.element("w:pPr") { $0.element("w:keepNext") } }
  }

  private static func pageBreak(_ xml: inout XMLWriter) {
    xml.element("w:p") { $0.element("w:r") { $0.element("w:br", ["w:type": "page"]) } }
  }

  private static func withColon(_ addressee: String) -> String {
    guard let last = addressee.last, last != ":", last != "：" else { return addressee }
    return addressee + (addressee.allSatisfy(\.isASCII) ? ":" : "：")
  }

  // MARK: - After the text

  private static func writeAttachmentNote(
    _ names: [String],
    label: String,
    _ xml: inout XMLWriter
  ) {
    guard !names.isEmpty else { return }
    blankLine(&xml)
    for (index, name) in names.enumerated() {
      let prefix = OfficialDocument.attachmentStart(at: index, of: names.count, label: label)
      // A second line starts under the first character of the name.
      let start = 2 + label.widthInCharacters + (names.count > 1 ? 1 : 0)
      paragraph(OfficialStyles.attachmentNote, prefix + name, &xml) { xml in
        writeIndent(left: start, hanging: prefix.widthInCharacters, &xml)
      }
    }
  }

  private static func write(
    _ signature: OfficialDocument.Signature,
    _ xml: inout XMLWriter
  ) {
    let name = signature.name ?? OfficialDocument.Text()
    let date = OfficialDocument.Text(signature.date ?? "")
    guard !name.isEmpty || !date.isEmpty else { return }
    blankLine(&xml)
    // The name ends two characters before the edge, and the day starts two characters after the
    // name does. If the day is the longer of the two, it is the one that ends there.
    let difference = name.plain.widthInCharacters - date.plain.widthInCharacters
    let isDateLonger = name.isEmpty || difference < 0
    let dateEnd = isDateLonger ? 2 : difference
    let nameEnd = isDateLonger ? 4 - difference : 2
    for (style, text, end) in [
      (OfficialStyles.signature, name, nameEnd), (OfficialStyles.date, date, dateEnd),
    ] where !text.isEmpty {
      // What leaves no room for itself is moved no further.
      let room = Double(PageLayout.charactersPerLine) - text.plain.widthInCharacters
      let end = min(end, max(room, 0))
      paragraph(style, text, &xml) { xml in
        let indent: KeyValuePairs = [
          "w:rightChars": String(Int(end * 100)),
          "w:right": String(PageLayout.length(characters: end)),
        ]
        xml.element("w:ind", indent)
      }
    }
  }

  private static func writeIndent(left: Double, hanging: Double, _ xml: inout XMLWriter) {
    // Beyond half a line there is too little room left for the text.
    let limit = Double(PageLayout.charactersPerLine)
    let left = min(left, limit - 4)
    let hanging = min(hanging, left)
    let attributes: KeyValuePairs = [
      "w:leftChars": String(Int(left * 100)),
      "w:left": String(PageLayout.length(characters: left)),
      "w:hangingChars": String(Int(hanging * 100)),
      "w:hanging": String(PageLayout.length(characters: hanging)),
    ]
    xml.element("w:ind", attributes)
  }

  // MARK: - The page

  private func writeSection(
    _ footers: (odd: String, even: String),
    _ xml: inout XMLWriter
  ) {
    xml.element("w:sectPr") { xml in
      xml.element("w:footerReference", ["w:type": "default", "r:id": footers.odd])
      xml.element("w:footerReference", ["w:type": "even", "r:id": footers.even])
      let (width, height) = (String(PageLayout.width), String(PageLayout.height))
      let size: KeyValuePairs =
        isLandscape
        ? ["w:w": height, "w:h": width, "w:orient": "landscape"] : ["w:w": width, "w:h": height]
      xml.element("w:pgSz", size)
      // A page that lies is one that stands turned to the left: what is above comes to the left.
      let margins: KeyValuePairs = [
        "w:top": String(isLandscape ? PageLayout.right : PageLayout.top),
        "w:right": String(isLandscape ? PageLayout.bottom : PageLayout.right),
        "w:bottom": String(isLandscape ? PageLayout.left : PageLayout.bottom),
        "w:left": String(isLandscape ? PageLayout.top : PageLayout.left),
        "w:header": "851",
        "w:footer": String(isLandscape ? PageLayout.landscapeFooter : PageLayout.footer),
        "w:gutter": "0",
      ]
      xml.element("w:pgMar", margins)
      let pitch = String(PageLayout.linePitch)
      xml.element("w:docGrid", ["w:type": "lines", "w:linePitch": pitch])
    }
  }

  /// The page number between dashes, one character from the outer edge.
  static func footer(isOdd: Bool) -> XMLWriter {
    var xml = XMLWriter()
    xml.element("w:ftr", ["xmlns:w": WordNames.main]) { xml in
      xml.element("w:p") { xml in
        xml.element("w:pPr") { xml in
          xml.element("w:pStyle", ["w:val": OfficialStyles.footer])
          // One character of 14 points.
          let indent: KeyValuePairs = isOdd ? ["w:right": "280"] : ["w:left": "280"]
          xml.element("w:ind", indent)
          xml.element("w:jc", ["w:val": isOdd ? "right" : "left"])
        }
        run("— ", &xml)
        xml.element("w:fldSimple", ["w:instr": " PAGE "]) { run("1", &$0) }
        run(" —", &xml)
      }
    }
    return xml
  }
}
