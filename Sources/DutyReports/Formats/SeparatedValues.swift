extension DataTable {
  /// Values separated by tabs; a tab or a line end inside a value becomes a space.
  func tabSeparated(withHeader: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    func add(_ values: [String]) {
      for (place, value) in values.enumerated() {
        if place > 0 { bytes.append(0x09) }
        for byte in value.utf8 {
          bytes.append(byte == 0x09 || byte == 0x0A || byte == 0x0D ? 0x20 : byte)
        }
      }
      bytes.append(0x0A)
    }
    if withHeader { add(columns.map(\.key)) }
    for row in rows { add(row.map(\.content)) }
    return bytes
  }

  /// Values separated by commas, by RFC 4180: text in quotes, lines ended by CR and LF.
  ///
  /// A text that a spreadsheet would run as a formula (https://cwe.mitre.org/data/definitions/1236.html)
  /// gets an apostrophe in front.
  ///
  /// - Parameter isRaw: Whether to leave such texts alone.
  /// - Returns: The header and the rows.
  func commaSeparated(isRaw: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    func add(_ cells: [Cell]) {
      for (place, cell) in cells.enumerated() {
        if place > 0 { bytes.append(0x2C) }
        switch cell {
        case .empty: break
        case .value(let text): bytes += text.utf8
        case .text(let text):
          bytes.append(0x22)
          if !isRaw, text.looksLikeFormula { bytes.append(0x27) }
          for byte in text.utf8 {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
          }
          bytes.append(0x22)
        }
      }
      bytes += [0x0D, 0x0A]
    }
    add(columns.map { .value($0.key) })
    for row in rows { add(row) }
    return bytes
  }
}

extension String {
  /// Whether a spreadsheet may take the text for a formula.
  var looksLikeFormula: Bool {
    guard let first = unicodeScalars.first else { return false }
    return switch first {
    case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": true
    default: false
    }
  }
}
