/// The styles of a document as far as they number paragraphs: the contents of `styles.xml`.
struct WordStyles: Sendable {
  private var styles: [String: Style] = [:]
  private var defaultParagraphStyle: String?

  /// What a style says of paragraphs.
  struct Style: Sendable {
    var name = ""
    var basedOn: String?
    var properties = WordParagraphProperties()
  }

  init() {}

  /// Reads the part.
  init(_ bytes: [UInt8], part: String) throws(OfficeError) {
    var reader = try XMLReader(bytes, part: part)
    _ = try reader.readRoot()
    while let child = try reader.nextChild() {
      guard child.wordName == "style" else {
        try reader.skipElement()
        continue
      }
      var style = Style()
      while let detail = try reader.nextChild() {
        switch detail.wordName {
        case "name": style.name = detail.word("val") ?? ""
        case "basedOn": style.basedOn = detail.word("val")
        case "pPr":
          style.properties = try WordParagraphProperties(&reader)
          continue
        default: break
        }
        try reader.skipElement()
      }
      guard let id = child.word("styleId") else { continue }
      styles[id] = style
      let isDefault = child.word("default").map { ["1", "true", "on"].contains($0) } ?? false
      if isDefault, child.word("type") == "paragraph" {
        defaultParagraphStyle = id
      }
    }
  }

  /// A style and those it is based on, the nearest first; the default style if none is named.
  func chain(_ id: String?) -> [(id: String, style: Style)] {
    var result: [(id: String, style: Style)] = []
    var next = id ?? defaultParagraphStyle
    // A chain longer than this goes round in circles.
    while let current = next, let style = styles[current], result.count < 32 {
      result.append((current, style))
      next = style.basedOn
    }
    return result
  }

  /// The list that a numbering style stands for.
  func list(ofNumberingStyle id: String) -> String? {
    styles[id]?.properties.list
  }
}

/// What a paragraph or a style says of a paragraph, as far as it matters to the text.
struct WordParagraphProperties: Sendable {
  /// The identifier of the style.
  var style: String?

  /// The identifier of the list; "0" takes the paragraph out of one.
  var list: String?

  /// The level of the list, from 0.
  var level: Int?

  /// The level of the outline, from 0; 9 is body text.
  var outlineLevel: Int?

  /// Whether the end of the paragraph was deleted, which joins it to the next one.
  var isEndDeleted = false

  init() {}

  /// Reads the properties whose start tag was read.
  init(_ reader: inout XMLReader) throws(OfficeError) {
    while let child = try reader.nextChild() {
      switch child.wordName {
      case "pStyle": style = child.word("val")
      case "outlineLvl": outlineLevel = child.word("val").flatMap { Int($0) }
      case "numPr":
        while let detail = try reader.nextChild() {
          switch detail.wordName {
          case "numId": list = detail.word("val")
          case "ilvl": level = detail.word("val").flatMap { Int($0) }
          default: break
          }
          try reader.skipElement()
        }
        continue
      case "rPr":
        while let detail = try reader.nextChild() {
          if detail.wordName == "del" || detail.wordName == "moveFrom" {
            isEndDeleted = true
          }
          try reader.skipElement()
        }
        continue
      default: break
      }
      try reader.skipElement()
    }
  }
}
