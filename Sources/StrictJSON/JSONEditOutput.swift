/// The text that comes out of edits, as it is put together from old bytes and new values.
struct JSONEditOutput {
  /// The old text.
  let bytes: [UInt8]

  /// Its layout.
  let style: JSONLayout

  let changes: JSONChanges

  /// The new text.
  private(set) var result: [UInt8] = []

  init(bytes: [UInt8], style: JSONLayout, changes: JSONChanges) {
    self.bytes = bytes
    self.style = style
    self.changes = changes
  }

  /// A part of a container after the edits.
  private enum Item {
    case old(JSONPart, index: Int)
    case new(JSONChanges.Insertion)
  }

  /// Copies old bytes.
  mutating func copy(_ range: Range<Int>) {
    result.append(contentsOf: bytes[range])
  }

  /// Writes an old value with the edits in it.
  ///
  /// - Parameters:
  ///   - value: The old value.
  ///   - isMultiline: Whether the container around it extends over several lines.
  mutating func emit(_ value: JSONValue, isMultiline: Bool) {
    let start = value.range.lowerBound
    if let new = changes.replacements[start] {
      let isOldMultiline = JSONEditOutput.isMultiline(value, bytes) ?? isMultiline
      write(new, isMultiline: isOldMultiline, indent: lineIndent(bytes, at: start))
      return
    }
    let parts = JSONPart.parts(of: value)
    guard !parts.isEmpty || changes.insertions[start] != nil else { return copy(value.range) }
    let items = items(of: value, parts)
    result.append(bytes[start])
    let layout = ContainerLayout(value, parts, bytes, style, isMultiline: isMultiline)
    if items.isEmpty {
      result.append(bytes[value.range.upperBound - 1])
      return
    }
    var previous: Item?
    for item in items {
      emitGap(previous, item, parts, layout)
      emit(item, layout)
      previous = item
    }
    result.append(contentsOf: layout.tail)
    result.append(bytes[value.range.upperBound - 1])
  }

  /// What a container consists of after the edits.
  private func items(of value: JSONValue, _ parts: [JSONPart]) -> [Item] {
    let insertions = changes.insertions[value.range.lowerBound] ?? []
    var items: [Item] = []
    for place in 0...parts.count {
      for insertion in insertions where insertion.place == place { items.append(.new(insertion)) }
      guard place < parts.count else { break }
      if !changes.removals.contains(parts[place].value.range.lowerBound) {
        items.append(.old(parts[place], index: place))
      }
    }
    return items
  }

  /// Writes what stands before an item: what stood there before, if the item is old.
  private mutating func emitGap(
    _ previous: Item?,
    _ item: Item,
    _ parts: [JSONPart],
    _ layout: ContainerLayout
  ) {
    guard let previous else {
      result.append(contentsOf: layout.lead)
      return
    }
    if case .old(let part, let index) = item, index > 0 {
      if case .old = previous {
        copy(parts[index - 1].range.upperBound..<part.range.lowerBound)
        return
      }
    }
    result.append(0x2C)
    result.append(contentsOf: layout.separator)
  }

  private mutating func emit(_ item: Item, _ layout: ContainerLayout) {
    switch item {
    case .old(let part, _):
      copy(part.range.lowerBound..<part.value.range.lowerBound)
      emit(part.value, isMultiline: layout.isMultiline)
    case .new(let insertion):
      if !insertion.key.isEmpty {
        result.append(contentsOf: insertion.key)
        result.append(contentsOf: layout.colon)
      }
      write(insertion.value, isMultiline: layout.isNewMultiline, indent: layout.indent)
    }
  }

  /// Whether a container extends over several lines; `nil` for an empty one or a scalar.
  static func isMultiline(_ value: JSONValue, _ bytes: [UInt8]) -> Bool? {
    guard let first = JSONPart.parts(of: value).first else { return nil }
    return bytes[value.range.lowerBound..<first.range.lowerBound].contains {
      $0 == 0x0A || $0 == 0x0D
    }
  }

  // MARK: - New values

  /// Writes a new value in the style of the text.
  ///
  /// - Parameters:
  ///   - new: The value.
  ///   - isMultiline: Whether it may extend over several lines.
  ///   - indent: The white space before the line on which it begins.
  private mutating func write(_ new: JSONChanges.NewValue, isMultiline: Bool, indent: [UInt8]) {
    write(new.value, new.bytes, isMultiline: isMultiline, indent: indent)
  }

  private mutating func write(
    _ value: JSONValue,
    _ source: [UInt8],
    isMultiline: Bool,
    indent: [UInt8]
  ) {
    let parts = JSONPart.parts(of: value)
    guard !parts.isEmpty else {
      // Scalars and empty containers; white space within `{ }` is not taken over.
      switch value.kind {
      case .object: result.append(contentsOf: "{}".utf8)
      case .array: result.append(contentsOf: "[]".utf8)
      default: result.append(contentsOf: source[value.range])
      }
      return
    }
    let breaks = isMultiline && !isShort(value, parts)
    let inner = indent + style.indent
    result.append(source[value.range.lowerBound])
    for (index, part) in parts.enumerated() {
      if index > 0 { result.append(0x2C) }
      if breaks {
        result.append(contentsOf: style.lineEnd + inner)
      } else if index > 0 {
        result.append(contentsOf: style.space)
      } else if value.kind == .object {
        result.append(contentsOf: style.padding)
      }
      if let key = part.keyRange {
        result.append(contentsOf: source[key])
        result.append(contentsOf: style.colon)
      }
      write(part.value, source, isMultiline: breaks, indent: inner)
    }
    if breaks {
      result.append(contentsOf: style.lineEnd + indent)
    } else if value.kind == .object {
      result.append(contentsOf: style.padding)
    }
    result.append(source[value.range.upperBound - 1])
  }

  /// Whether a value is an array of scalars that may stay on one line.
  private func isShort(_ value: JSONValue, _ parts: [JSONPart]) -> Bool {
    guard value.kind == .array else { return false }
    var length = 2
    for part in parts {
      guard part.value.kind != .object, part.value.kind != .array else { return false }
      length += part.value.range.count + 2
    }
    return length <= 80
  }
}

/// The white space of one container, as it is or as it would be.
struct ContainerLayout {
  /// What stands between the opening bracket and the first part.
  let lead: [UInt8]

  /// What stands behind a comma.
  let separator: [UInt8]

  /// What stands between the last part and the closing bracket.
  let tail: [UInt8]

  /// What stands between a key and its value.
  let colon: [UInt8]

  /// The white space before a line on which a part begins.
  let indent: [UInt8]

  /// Whether the parts are on lines of their own.
  let isMultiline: Bool

  /// Whether a new part that is a container may extend over several lines.
  let isNewMultiline: Bool

  /// Looks at a container.
  ///
  /// - Parameters:
  ///   - value: The container.
  ///   - parts: What it has.
  ///   - bytes: The text.
  ///   - style: The layout of the whole text.
  ///   - isOuterMultiline: Whether the container around it extends over several lines, which an
  ///     empty one then does too.
  init(
    _ value: JSONValue,
    _ parts: [JSONPart],
    _ bytes: [UInt8],
    _ style: JSONLayout,
    isMultiline isOuterMultiline: Bool
  ) {
    let outerIndent = lineIndent(bytes, at: value.range.lowerBound)
    guard let first = parts.first, let last = parts.last else {
      isMultiline = isOuterMultiline
      isNewMultiline = isOuterMultiline
      indent = isMultiline ? outerIndent + style.indent : outerIndent
      let padding = value.kind == .object ? style.padding : []
      lead = isMultiline ? style.lineEnd + indent : padding
      separator = isMultiline ? lead : style.space
      tail = isMultiline ? style.lineEnd + outerIndent : padding
      colon = style.colon
      return
    }
    lead = Array(bytes[(value.range.lowerBound + 1)..<first.range.lowerBound])
    tail = Array(bytes[last.range.upperBound..<(value.range.upperBound - 1)])
    isMultiline = lead.contains { $0 == 0x0A || $0 == 0x0D }
    indent = isMultiline ? lineIndent(bytes, at: first.range.lowerBound) : outerIndent
    separator =
      ContainerLayout.separator(parts, bytes) ?? (isMultiline ? lead : style.space)
    colon = first.keyRange.map { Array(bytes[$0.upperBound..<first.value.range.lowerBound]) } ?? []
    // A new element looks like its neighbours.
    let neighbour =
      value.kind == .array
      ? parts.lazy.compactMap { JSONEditOutput.isMultiline($0.value, bytes) }.last : nil
    isNewMultiline = neighbour ?? isMultiline
  }

  /// What stands behind the last comma between two parts.
  private static func separator(_ parts: [JSONPart], _ bytes: [UInt8]) -> [UInt8]? {
    guard parts.count > 1 else { return nil }
    let gap =
      bytes[parts[parts.count - 2].range.upperBound..<parts[parts.count - 1].range.lowerBound]
    guard let comma = gap.lastIndex(of: 0x2C) else { return nil }
    return Array(gap[(comma + 1)...])
  }
}
