/// How a text is laid out, as far as new parts need to know.
struct JSONLayout {
  /// What ends a line: LF, CR LF or CR.
  private(set) var lineEnd: [UInt8] = [0x0A]

  /// By what each level is indented more than the one around it.
  private(set) var indent: [UInt8] = [0x20, 0x20]

  /// What stands between a key and its value, with the colon.
  private(set) var colon: [UInt8] = Array(": ".utf8)

  /// What stands behind a comma where several parts share a line.
  private(set) var space: [UInt8] = [0x20]

  /// What stands within the braces of an object on one line.
  private(set) var padding: [UInt8] = []

  /// Whether the value extends over several lines.
  private(set) var isMultiline = false

  /// Finds out how a text is laid out, from the first places that show it.
  init(of root: JSONValue, in bytes: [UInt8]) {
    isMultiline = bytes[root.range].contains { $0 == 0x0A || $0 == 0x0D }
    if let end = bytes.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
      let isPair = bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A
      lineEnd = isPair ? [0x0D, 0x0A] : [bytes[end]]
    }
    var evidence = Evidence(bytes: bytes)
    evidence.look(at: root)
    if let found = evidence.indent { indent = found }
    if let found = evidence.colon { colon = found }
    if let found = evidence.padding { padding = found }
    space = evidence.space ?? (colon == [0x3A] ? [] : [0x20])
  }

  /// The first example of each habit.
  private struct Evidence {
    let bytes: [UInt8]
    var indent: [UInt8]?
    var colon: [UInt8]?
    var space: [UInt8]?
    var padding: [UInt8]?

    var isComplete: Bool { indent != nil && colon != nil && space != nil && padding != nil }

    mutating func look(at value: JSONValue) {
      guard !isComplete else { return }
      let parts = JSONPart.parts(of: value)
      guard let first = parts.first else { return }
      let lead = Array(bytes[(value.range.lowerBound + 1)..<first.range.lowerBound])
      if let lineBreak = lead.lastIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
        let outer = lineIndent(bytes, at: value.range.lowerBound)
        let inner = Array(lead[(lineBreak + 1)...])
        if indent == nil, inner.count > outer.count, inner.starts(with: outer) {
          indent = Array(inner[outer.count...])
        }
      } else if value.kind == .object, padding == nil {
        padding = lead
      }
      if colon == nil, let key = first.keyRange {
        let gap = bytes[key.upperBound..<first.value.range.lowerBound]
        if gap.allSatisfy({ $0 == 0x20 || $0 == 0x3A || $0 == 0x09 }) { colon = Array(gap) }
      }
      if space == nil, parts.count > 1 {
        let gap = bytes[parts[0].range.upperBound..<parts[1].range.lowerBound]
        if let comma = gap.firstIndex(of: 0x2C) {
          let behind = Array(gap[(comma + 1)...])
          if behind.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { space = behind }
        }
      }
      for part in parts { look(at: part.value) }
    }
  }
}

/// A member of an object or an element of an array, with where it stands.
struct JSONPart {
  /// The range of the key; `nil` in an array.
  let keyRange: Range<Int>?
  let value: JSONValue

  /// The range from the key, or the element, to the value's end.
  var range: Range<Int> {
    (keyRange?.lowerBound ?? value.range.lowerBound)..<value.range.upperBound
  }

  /// What a container is made of; nothing for other values.
  static func parts(of value: JSONValue) -> [JSONPart] {
    switch value.content {
    case .object(let members):
      members.map { JSONPart(keyRange: $0.keyRange, value: $0.value) }
    case .array(let elements): elements.map { JSONPart(keyRange: nil, value: $0) }
    default: []
    }
  }
}

/// The white space at the start of the line on which an offset is.
func lineIndent(_ bytes: [UInt8], at offset: Int) -> [UInt8] {
  var start = min(offset, bytes.count)
  while start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
  if start == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
  return Array(bytes[start...].prefix { $0 == 0x20 || $0 == 0x09 })
}
