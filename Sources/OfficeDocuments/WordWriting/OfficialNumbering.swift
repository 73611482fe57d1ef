/// The numbering of the lists of an official document.
struct OfficialNumbering {
  /// The markers of the lists, in order; the first list has the number 1.
  private(set) var lists: [OfficialDocument.ListMarker] = []

  /// Adds a list, and gives back its number.
  mutating func add(_ marker: OfficialDocument.ListMarker) -> Int {
    lists.append(marker)
    return lists.count
  }

  /// The part that defines the lists.
  var part: XMLWriter {
    var xml = XMLWriter()
    let markers = OfficialDocument.ListMarker.allCases
    xml.element("w:numbering", ["xmlns:w": WordNames.main]) { xml in
      for (index, marker) in markers.enumerated() {
        xml.element("w:abstractNum", ["w:abstractNumId": String(index)]) { xml in
          xml.element("w:multiLevelType", ["w:val": "singleLevel"])
          Self.writeLevel(of: marker, &xml)
        }
      }
      for (index, marker) in lists.enumerated() {
        xml.element("w:num", ["w:numId": String(index + 1)]) { xml in
          let definition = markers.firstIndex(of: marker) ?? 0
          xml.element("w:abstractNumId", ["w:val": String(definition)])
          xml.element("w:lvlOverride", ["w:ilvl": "0"]) { xml in
            xml.element("w:startOverride", ["w:val": "1"])
          }
        }
      }
    }
    return xml
  }

  private static func writeLevel(
    of marker: OfficialDocument.ListMarker,
    _ xml: inout XMLWriter
  ) {
    let (format, text) =
      switch marker {
      case .decimal: ("decimal", "%1.")
      case .parenthesized: ("decimal", "（%1）")
      case .ordinal: ("chineseCounting", "%1是")
      case .bullet: ("bullet", "•")
      }
    xml.element("w:lvl", ["w:ilvl": "0"]) { xml in
      xml.element("w:start", ["w:val": "1"])
      xml.element("w:numFmt", ["w:val": format])
      xml.element("w:suff", ["w:val": marker == .bullet ? "space" : "nothing"])
      xml.element("w:lvlText", ["w:val": text])
      xml.element("w:lvlJc", ["w:val": "left"])
      xml.element("w:pPr") { $0.element("w:ind", OfficialStyles.indent) }
    }
  }
}
