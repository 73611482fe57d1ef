/// The formats of a workbook's cells, each once.
struct SheetFormats {
  /// What a cell looks like.
  enum Format: Hashable {
    case header
    case text
    case integer
    case decimals(Int)
    case percent
    case date(String)
  }

  /// The formats by their number less one: number 0 is that of cells without a format.
  private var formats: [Format] = [.header, .text]

  /// The number of a format.
  mutating func index(of format: Format) -> Int {
    if let index = formats.firstIndex(of: format) {
      return index + 1
    }
    formats.append(format)
    return formats.count
  }

  /// The number from which on formats are a workbook's own.
  private static let firstOwnFormat = 164

  /// The part that lists the formats.
  var part: XMLWriter {
    var xml = XMLWriter()
    xml.element("styleSheet", ["xmlns": SheetPart.main]) { xml in
      writeNumberFormats(&xml)
      Self.writeFonts(&xml)
      Self.writeFillsAndBorders(&xml)
      xml.element("cellStyleXfs", ["count": "1"]) { xml in
        let plain: KeyValuePairs = [
          "numFmtId": "0", "fontId": "0", "fillId": "0", "borderId": "0",
        ]
        xml.element("xf", plain)
      }
      xml.element("cellXfs", ["count": String(formats.count + 1)]) { xml in
        let plain: KeyValuePairs = [
          "numFmtId": "0", "fontId": "0", "fillId": "0", "borderId": "0", "xfId": "0",
        ]
        xml.element("xf", plain)
        for (index, format) in formats.enumerated() {
          write(format, index, &xml)
        }
      }
      xml.element("cellStyles", ["count": "1"]) { xml in
        xml.element("cellStyle", ["name": "Normal", "xfId": "0", "builtinId": "0"])
      }
    }
    return xml
  }

  /// The code of a format that is not among those every program knows.
  private static func code(_ format: Format) -> String? {
    switch format {
    case .header, .text, .integer, .percent: nil
    case .decimals(let count):
      count == 0 ? "0" : "0." + String(repeating: "0", count: count)
    case .date(let code): code
    }
  }

  private func writeNumberFormats(_ xml: inout XMLWriter) {
    let own = formats.enumerated().compactMap { index, format in
      Self.code(format).map { (Self.firstOwnFormat + index, $0) }
    }
    guard !own.isEmpty else { return }
    xml.element("numFmts", ["count": String(own.count)]) { xml in
      for (number, code) in own {
        xml.element("numFmt", ["numFmtId": String(number), "formatCode": code])
      }
    }
  }

  private static func writeFonts(_ xml: inout XMLWriter) {
    xml.element("fonts", ["count": "2"]) { xml in
      for isBold in [false, true] {
        xml.element("font") { xml in
          if isBold {
            xml.element("b")
          }
          xml.element("sz", ["val": "11"])
          xml.element("name", ["val": "宋体"])
          xml.element("charset", ["val": "134"])
        }
      }
    }
  }

  private static func writeFillsAndBorders(_ xml: inout XMLWriter) {
    xml.element("fills", ["count": "3"]) { xml in
      // The first two are given by the format.
      for pattern in ["none", "gray125"] {
        xml.element("fill") { $0.element("patternFill", ["patternType": pattern]) }
      }
      xml.element("fill") { xml in
        xml.element("patternFill", ["patternType": "solid"]) { xml in
          xml.element("fgColor", ["rgb": "FFE7E6E6"])
          xml.element("bgColor", ["indexed": "64"])
        }
      }
    }
    xml.element("borders", ["count": "2"]) { xml in
      let sides = ["left", "right", "top", "bottom"]
      xml.element("border") { xml in
        for side in sides + ["diagonal"] {
          xml.element(side)
        }
      }
      xml.element("border") { xml in
        for side in sides {
          xml.element(side, ["style": "thin"]) { $0.element("color", ["auto": "1"]) }
        }
        xml.element("diagonal")
      }
    }
  }

  private func write(_ format: Format, _ index: Int, _ xml: inout XMLWriter) {
    let number =
      switch format {
      case .header, .text: 49
      case .integer: 1
      case .percent: 9
      case .decimals, .date: Self.firstOwnFormat + index
      }
    let isHeader = format == .header
    let attributes: KeyValuePairs = [
      "numFmtId": String(number),
      "fontId": isHeader ? "1" : "0",
      "fillId": isHeader ? "2" : "0",
      "borderId": "1",
      "xfId": "0",
      "applyNumberFormat": "1",
      "applyFont": "1",
      "applyFill": "1",
      "applyBorder": "1",
      "applyAlignment": "1",
    ]
    xml.element("xf", attributes) { xml in
      let alignment: KeyValuePairs =
        isHeader
        ? ["horizontal": "center", "vertical": "center", "wrapText": "1"]
        : ["vertical": "top", "wrapText": "1"]
      xml.element("alignment", alignment)
    }
  }
}
