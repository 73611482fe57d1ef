// Who answers for a duty, and with whom.

extension DutyBuilder {
  /// Reads an annotation; `false` if its words are to stay in the text of the duty.
  mutating func read(
    _ annotation: OutlineNode.Annotation,
    into duty: inout ImportedDuty,
    time: inout StatedTime?
  ) -> Bool {
    let value = DutyBuilder.trimmed(annotation.value)
    guard !value.isEmpty else { return true }
    if annotation.label.kind == .time { return readTime(value, annotation, &time) }
    read(value, annotation, into: &duty)
    return true
  }

  private mutating func read(
    _ value: Reading,
    _ annotation: OutlineNode.Annotation,
    into duty: inout ImportedDuty
  ) {
    let label = annotation.label
    let isMask = value.scalars.allSatisfy { "*xX×?某".unicodeScalars.contains($0) }
    switch label.kind {
    case .owner:
      guard !isMask else {
        note(annotation, .maskedOwner(label: label.name), .fillIn)
        return
      }
      let isList = value.scalars.contains { "、,;".unicodeScalars.contains($0) }
      if isList || duty.owner != nil { note(annotation, .severalOwners, .ask) }
      if duty.owner == nil { duty.owner = document.oneLine(ofNames: value) }
    case .departments, .partners:
      guard !isMask else {
        note(annotation, .maskedOwner(label: label.name), .fillIn)
        return
      }
      readDepartments(value, annotation, into: &duty)
    case .points:
      if let points = HeadingWords.thousandths(value) {
        duty.points = points
      } else {
        note(annotation, .unknownLabel(label.name), .ask)
      }
    case .time: break
    case .other:
      guard !label.name.isEmpty || !annotation.head.isEmpty else { return }
      note(annotation, .columnSkipped(label.name, cells: 1), .ask)
    }
  }

  private mutating func readDepartments(
    _ value: Reading,
    _ annotation: OutlineNode.Annotation,
    into duty: inout ImportedDuty
  ) {
    var seen = Set(duty.departments)
    var start = 0
    for index in 0...value.count {
      let isApart =
        index > 0 && index < value.count && value.place(index) > value.place(index - 1) + 1
      let isSeparator =
        index == value.count || "、,;/".unicodeScalars.contains(value[index])
      guard isSeparator || isApart && value.line(of: index, in: document) else { continue }
      var name = value[start..<index]
      start = isSeparator ? index + 1 : index
      if name.last == "等", name.count > 1 {
        name = name[0..<(name.count - 1)]
        note(annotation, .openList, .sure)
      }
      let text = document.oneLine(name.stretches(in: document))
      if !text.isEmpty, seen.insert(text).inserted { duty.departments.append(text) }
    }
  }

  /// The value without a full stop, or the bracket that closes the annotation.
  static func trimmed(_ value: Reading) -> Reading {
    var end = value.count
    while end > 0 {
      let last = value[end - 1]
      guard
        "。;,】]|【[(".unicodeScalars.contains(last)
          || last == ")" && !value[0..<(end - 1)].scalars.contains("(")
      else {
        break
      }
      end -= 1
    }
    return value[0..<end]
  }
}

extension Reading {
  /// Whether a plain space stands before a character, on the same line as the one before it.
  fileprivate func line(of index: Int, in document: DocumentText) -> Bool {
    let gap = (place(index - 1) + 1)..<max(place(index - 1) + 1, place(index))
    return gap.allSatisfy {
      Folding.isSpace(document.scalars[$0]) && !Folding.isLineEnd(document.scalars[$0])
    }
  }
}
