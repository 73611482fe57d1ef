/// Reads the blocks of a document's main part.
struct WordBodyReader {
  private var reader: XMLReader
  private var counter: WordCounter
  private let styles: WordStyles

  /// Creates a reader of the main part.
  init(
    _ bytes: [UInt8],
    part: String,
    styles: WordStyles,
    numbering: WordNumbering
  ) throws(OfficeError) {
    reader = try XMLReader(bytes, part: part)
    counter = WordCounter(numbering, styles)
    self.styles = styles
  }

  /// Reads the whole part.
  mutating func read() throws(OfficeError) -> [WordDocument.Block] {
    let root = try reader.readRoot()
    guard root.wordName == "document" else { throw .notAWordDocument(.unknown) }
    var story = Story()
    try readBlocks(into: &story)
    // What is after the root must be well-formed too.
    while try reader.next() != .endOfDocument {}
    return story.finished
  }

  /// Blocks that are being collected.
  private struct Story {
    var blocks: [WordDocument.Block] = []

    /// The text of paragraphs whose ends were deleted; it belongs to the next paragraph.
    var carried = ""

    var finished: [WordDocument.Block] {
      carried.isEmpty ? blocks : blocks + [.paragraph(WordDocument.Paragraph(carried))]
    }
  }

  // MARK: - Blocks

  /// Reads the blocks of the element whose start tag was read.
  private mutating func readBlocks(into story: inout Story) throws(OfficeError) {
    while let child = try reader.nextChild() {
      switch child.wordName {
      case "p": try readParagraph(into: &story)
      case "tbl": story.blocks.append(.table(try readTable()))
      case "sdt": try readControl(into: &story)
      case "sectPr", "sdtPr", "sdtEndPr", "moveFrom", "del": try reader.skipElement()
      default: try readBlocks(into: &story)
      }
    }
  }

  /// Reads a content control, unless it holds a table of contents.
  private mutating func readControl(into story: inout Story) throws(OfficeError) {
    var isContents = false
    while let child = try reader.nextChild() {
      switch child.wordName {
      case "sdtPr": isContents = try readGallery() == "Table of Contents"
      case "sdtContent" where !isContents: try readBlocks(into: &story)
      default: try reader.skipElement()
      }
    }
  }

  /// The gallery that the content of a control was taken from.
  private mutating func readGallery() throws(OfficeError) -> String? {
    var result: String?
    while let child = try reader.nextChild() {
      if child.wordName == "docPartObj" {
        while let detail = try reader.nextChild() {
          if detail.wordName == "docPartGallery" {
            result = detail.word("val")
          }
          try reader.skipElement()
        }
      } else {
        try reader.skipElement()
      }
    }
    return result
  }

  // MARK: - Paragraphs

  /// A paragraph that is being read.
  private struct OpenParagraph {
    var text = ""
    var properties = WordParagraphProperties()

    /// What stands in text boxes of the paragraph.
    var boxes: [WordDocument.Block] = []

    /// The fields that are open.
    var fields: [Field] = []

    /// Whether what comes now is the result of a field that is left out.
    var isLeftOut: Bool {
      fields.contains { $0.hasResult && $0.isLeftOut }
    }
  }

  /// A field: an instruction and its result.
  private struct Field {
    var instruction = ""
    var hasResult = false

    /// Whether the result is a page number, which means nothing outside of the pages.
    var isLeftOut: Bool {
      let name = instruction.split { $0.isWhitespace }.first?.uppercased() ?? ""
      return ["PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF"].contains(name)
    }
  }

  private mutating func readParagraph(into story: inout Story) throws(OfficeError) {
    var paragraph = OpenParagraph()
    try readInline(into: &paragraph)
    let properties = paragraph.properties
    guard !properties.isEndDeleted else {
      story.carried += paragraph.text
      story.blocks += paragraph.boxes
      return
    }
    let chain = styles.chain(properties.style)
    if !chain.contains(where: { $0.style.name.lowercased().hasPrefix("toc ") }) {
      let number = counter.next(properties)
      let outlineLevel =
        properties.outlineLevel ?? chain.lazy.compactMap(\.style.properties.outlineLevel).first
      story.blocks.append(
        .paragraph(
          WordDocument.Paragraph(
            story.carried + paragraph.text,
            number: number?.text,
            isNumberSpaced: number?.isSpaced ?? true,
            outlineLevel: outlineLevel.flatMap { (0..<9).contains($0) ? $0 + 1 : nil }
          )
        )
      )
      story.carried = ""
    }
    story.blocks += paragraph.boxes
  }

  /// Reads the contents of a paragraph, or of an element inside one, to its end.
  private mutating func readInline(
    into paragraph: inout OpenParagraph,
    isHidden: Bool = false
  ) throws(OfficeError) {
    var isHidden = isHidden
    while let child = try reader.nextChild() {
      switch (child.name.namespace, child.name.local) {
      case (.word, "pPr"): paragraph.properties = try WordParagraphProperties(&reader)
      case (.word, "rPr"): isHidden = try readIsHidden() || isHidden
      case (.word, "t"), (.math, "t"):
        let text = try readText(child)
        append(text, to: &paragraph, isHidden)
      case (.word, "txbxContent"): try readBox(into: &paragraph)
      case (.word, "fldChar"):
        try reader.skipElement()
        readFieldMark(child, into: &paragraph)
      case (.word, "instrText"):
        let text = try reader.readElementText()
        if let last = paragraph.fields.indices.last, !paragraph.fields[last].hasResult {
          paragraph.fields[last].instruction += text
        }
      case (.word, "fldSimple"):
        paragraph.fields.append(Field(instruction: child.word("instr") ?? "", hasResult: true))
        let depth = paragraph.fields.count
        try readInline(into: &paragraph, isHidden: isHidden)
        if paragraph.fields.count >= depth {
          paragraph.fields.removeSubrange((depth - 1)...)
        }
      case (.word, "tab"), (.word, "ptab"):
        try reader.skipElement()
        append("\t", to: &paragraph, isHidden)
      case (.word, "br"), (.word, "cr"):
        try reader.skipElement()
        append("\n", to: &paragraph, isHidden)
      case (.word, "noBreakHyphen"):
        try reader.skipElement()
        append("-", to: &paragraph, isHidden)
      case (.word, "sym"):
        try reader.skipElement()
        let code = child.word("char") ?? ""
        let symbol = WordSymbols.character(code: code, font: child.word("font") ?? "")
        append(symbol, to: &paragraph, isHidden)
      case (.word, "del"), (.word, "moveFrom"), (.word, "delText"), (.word, "rt"),
        (.word, "sdtPr"), (.word, "sdtEndPr"), (.word, "rubyPr"), (.math, "rPr"):
        try reader.skipElement()
      default:
        try readInline(into: &paragraph, isHidden: isHidden)
      }
    }
  }

  private func append(_ text: String, to paragraph: inout OpenParagraph, _ isHidden: Bool) {
    if !isHidden, !paragraph.isLeftOut {
      paragraph.text += text
    }
  }

  /// The text of an element, without the white space at its ends unless it is to be kept.
  private mutating func readText(_ element: XMLElement) throws(OfficeError) -> String {
    let text = String(try reader.readElementText().map { $0 == "\n" ? " " : $0 })
    guard element.attribute(.xml, "space") != "preserve" else { return text }
    let isSpace = { (byte: UInt8) in byte.isXMLSpace }
    let trimmed = text.utf8.drop(while: isSpace).reversed().drop(while: isSpace).reversed()
    return String(decoding: Array(trimmed), as: UTF8.self)
  }

  private mutating func readIsHidden() throws(OfficeError) -> Bool {
    var result = false
    while let child = try reader.nextChild() {
      if child.wordName == "vanish" {
        result = child.isOn
      }
      try reader.skipElement()
    }
    return result
  }

  private mutating func readBox(into paragraph: inout OpenParagraph) throws(OfficeError) {
    var story = Story()
    try readBlocks(into: &story)
    paragraph.boxes += story.finished
  }

  private func readFieldMark(_ mark: XMLElement, into paragraph: inout OpenParagraph) {
    switch mark.word("fldCharType") {
    case "begin": paragraph.fields.append(Field())
    case "separate":
      if let last = paragraph.fields.indices.last {
        paragraph.fields[last].hasResult = true
      }
    case "end": _ = paragraph.fields.popLast()
    default: break
    }
  }

  // MARK: - Tables

  private mutating func readTable() throws(OfficeError) -> WordDocument.Table {
    var rows: [WordDocument.Row] = []
    try readRows(into: &rows)
    return WordDocument.Table(rows: rows)
  }

  private mutating func readRows(into rows: inout [WordDocument.Row]) throws(OfficeError) {
    while let child = try reader.nextChild() {
      switch child.wordName {
      case "tr":
        var row = OpenRow()
        try readCells(into: &row)
        if !row.isDeleted {
          rows.append(WordDocument.Row(cells: row.cells))
        }
      case "sdt", "sdtContent", "customXml", "ins", "moveTo": try readRows(into: &rows)
      default: try reader.skipElement()
      }
    }
  }

  /// A row that is being read.
  private struct OpenRow {
    var cells: [WordDocument.Cell] = []
    var isDeleted = false
  }

  private mutating func readCells(into row: inout OpenRow) throws(OfficeError) {
    while let child = try reader.nextChild() {
      switch child.wordName {
      case "tc":
        if let cell = try readCell() {
          row.cells.append(cell)
        }
      case "trPr":
        while let detail = try reader.nextChild() {
          switch detail.wordName {
          case "del": row.isDeleted = true
          case "gridBefore":
            // Columns that the row leaves out at its start.
            let count = Self.columnCount(detail)
            row.cells.append(WordDocument.Cell([], columns: count))
          default: break
          }
          try reader.skipElement()
        }
      case "sdt", "sdtContent", "customXml", "ins", "moveTo": try readCells(into: &row)
      default: try reader.skipElement()
      }
    }
  }

  /// Reads a cell; nil if it was deleted.
  private mutating func readCell() throws(OfficeError) -> WordDocument.Cell? {
    var cell = WordDocument.Cell([])
    var isDeleted = false
    var story = Story()
    while let child = try reader.nextChild() {
      switch child.wordName {
      case "tcPr":
        while let detail = try reader.nextChild() {
          switch detail.wordName {
          case "gridSpan": cell.columns = Self.columnCount(detail)
          case "vMerge": cell.continuesAbove = detail.word("val") != "restart"
          case "cellDel": isDeleted = true
          default: break
          }
          try reader.skipElement()
        }
      case "p": try readParagraph(into: &story)
      case "tbl": story.blocks.append(.table(try readTable()))
      case "sdt": try readControl(into: &story)
      case "moveFrom", "del": try reader.skipElement()
      default: try readBlocks(into: &story)
      }
    }
    for block in story.finished {
      switch block {
      case .paragraph(let paragraph): cell.paragraphs.append(paragraph)
      case .table(let table):
        for inner in table.rows.flatMap(\.cells) where !inner.continuesAbove {
          cell.paragraphs += inner.paragraphs
        }
      }
    }
    return isDeleted ? nil : cell
  }

  /// A number of columns that a table can have.
  private static func columnCount(_ element: XMLElement) -> Int {
    min(max(element.word("val").flatMap { Int($0) } ?? 1, 1), 63)
  }
}
