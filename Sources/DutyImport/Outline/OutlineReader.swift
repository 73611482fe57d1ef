/// Builds the outline from the segments, one after the other.
struct OutlineReader {
  private let text: DocumentText
  private let segments: [Segment]
  private var outline = Outline()
  /// The nodes from the root down to the last one.
  private var stack: [Int] = []
  private var hasTitleBefore = false
  /// Whether the last thing read is an annotation.
  private var followsAnnotation = false
  /// The label that opens the duties of each body or person, if one does.
  private var subjectLabel: String?

  static func outline(of segments: [Segment], in text: DocumentText) -> Outline {
    var reader = OutlineReader(text: text, segments: segments)
    for index in segments.indices { reader.read(index) }
    reader.takeClosing()
    return reader.outline
  }

  private init(text: DocumentText, segments: [Segment]) {
    self.text = text
    self.segments = segments
  }

  private mutating func read(_ index: Int) {
    let segment = segments[index]
    switch segment.kind {
    case .item(let marker):
      if isAttachment(segment, marker) {
        add(paragraph: segment)
      } else if isText(segment, marker) {
        outline.rejected.append(segment)
        add(paragraph: segment)
      } else {
        add(segment, marker)
      }
    case .annotation(let label):
      if namesSubject(segment, label, index) {
        subjectLabel = label.name
        add(segment, Marker(.tierTitle))
      } else {
        add(segment, label)
      }
    case .tableHeader:
      outline.headers.append(segment)
    case .paragraph:
      if let shape = headingShape(segment, index) {
        add(segment, Marker(shape))
      } else {
        add(paragraph: segment)
      }
    }
  }

  // MARK: Items

  private mutating func add(_ segment: Segment, _ marker: Marker) {
    // Titles of tiers stand at the top; a heading without a number stands where the items below
    // it stood before.
    switch marker.shape {
    case .tierTitle, .group(-1): stack = []
    case .plain: closeForPlain()
    case .group(let column):
      if let open = stack.firstIndex(where: { isGroup($0, from: column) }) {
        stack.removeSubrange(open...)
      }
    default:
      if let open = stack.lastIndex(where: { outline.nodes[$0].marker.shape == marker.shape }) {
        stack.removeSubrange(open...)
      } else if marker.shape == .chapter
        || marker.shape == .chinese && marker.number == 1 && isBelowLower()
      {
        stack = []
      }
    }
    let parent = stack.last
    let node = OutlineNode(
      marker: marker,
      line: segment.line,
      segment: segment,
      depth: stack.count,
      parent: parent
    )
    outline.nodes.append(node)
    let index = outline.nodes.count - 1
    if let parent { outline.nodes[parent].children.append(index) }
    stack.append(index)
    followsAnnotation = false
  }

  private func isGroup(_ node: Int, from column: Int) -> Bool {
    if case .group(let other) = outline.nodes[node].marker.shape { return other >= column }
    return false
  }

  /// Whether only markers are open that never stand above `一、`.
  private func isBelowLower() -> Bool {
    guard !stack.isEmpty else { return false }
    return stack.allSatisfy {
      switch outline.nodes[$0].marker.shape {
      case .arabic, .arabicInBrackets, .arabicWithBracket, .arabicWithSpace, .decimal, .circled,
        .chineseInBrackets:
        true
      default: false
      }
    }
  }

  private mutating func closeForPlain() {
    if let open = stack.lastIndex(where: { outline.nodes[$0].marker.shape == .plain }) {
      stack.removeSubrange(open...)
      return
    }
    // The heading stands above the items that follow it.
    guard let next = nextMarker else { return }
    if let open = stack.firstIndex(where: { outline.nodes[$0].marker.shape == next.shape }) {
      stack.removeSubrange(open...)
    }
  }

  private var nextMarker: Marker?

  /// Whether an item is the middle of a sentence: a page was cut within it.
  private func isText(_ segment: Segment, _ marker: Marker) -> Bool {
    if marker.shape == .arabicWithSpace {
      // So little of a mark needs the right number.
      let open = stack.last { outline.nodes[$0].marker.shape == marker.shape }
      return marker.number != (open.map { outline.nodes[$0].marker.number + 1 } ?? 1)
    }
    guard segment.isLineStart, let last = stack.last, !segment.isBlankBefore else { return false }
    switch marker.shape {
    case .arabic, .arabicInBrackets, .arabicWithBracket, .article: break
    default: return false
    }
    let node = outline.nodes[last]
    guard node.annotations.isEmpty, node.marker.shape == marker.shape else { return false }
    let before = node.paragraphs.last?.body ?? node.body
    guard !before.isTerminated, let first = segment.body.first else { return false }
    if "0123456789%.,、".unicodeScalars.contains(first) { return segment.body.count <= 16 }
    // A reference such as 第三条规定 that a line happens to begin with.
    let open = stack.last { outline.nodes[$0].marker.shape == marker.shape }
    let expected = open.map { outline.nodes[$0].marker.number + 1 } ?? 1
    let isSentence = before.count > 30 || before.contains(",")
    return marker.number != expected && marker.number != 1 && isSentence
      && segment.isFullLine == false && text.wrapWidth != nil
  }

  /// Whether an item is one more attachment in a list of them.
  private func isAttachment(_ segment: Segment, _ marker: Marker) -> Bool {
    guard segment.isLineStart, let last = stack.last, marker.shape == .arabic, marker.number > 1,
      segment.body.count <= 40, !segment.body.isTerminated
    else { return false }
    return outline.nodes[last].paragraphs.contains { TitleWords.isAttachment($0.body) }
  }

  // MARK: Headings without a number

  private mutating func headingShape(_ segment: Segment, _ index: Int) -> Marker.Shape? {
    let words = HeadingWords.trimmed(segment.body)
    guard segment.isLineStart, (2...45).contains(words.count), !words.contains("。"),
      !segment.body.hasSuffix("。"), !segment.body.hasSuffix(";")
    else { return nil }
    if announcesDuties(segment) { return nil }
    let next = index + 1 < segments.count ? segments[index + 1] : nil
    nextMarker = nextItem(after: index)
    if namesPerson(segment.body), nextMarker?.number ?? 0 == 1, !stack.isEmpty || hasTitleBefore {
      return .tierTitle
    }
    // What goes on from a line that is not over is no heading, unless an empty line stands before.
    let goesOn = isOpen && !segment.isBlankBefore
    if HeadingWords.kind(of: segment.body) != nil || HeadingWords.isCommon(segment.body) {
      let isFirst = stack.isEmpty
      if isFirst {
        return isTitle(index) || nextMarker == nil ? nil : .tierTitle
      }
      let restarts = nextMarker?.number ?? 0 <= 1
      if !goesOn || restarts && next?.marker?.number == 1 { return .tierTitle }
      return nil
    }
    guard !stack.isEmpty, let marker = next?.marker, words.count <= 30, !words.contains(",") else {
      return nil
    }
    // A theme is followed by its first item, or by the next one if numbers run on.
    let open = stack.last { outline.nodes[$0].marker.shape == marker.shape }
    let follows = open.map { outline.nodes[$0].marker.number + 1 == marker.number } ?? false
    guard marker.number == 1 || follows && segment.isBlankBefore else { return nil }
    if goesOn, marker.number != 1 || open == nil || segment.isFullLine { return nil }
    if TitleWords.isDate(words) || segment.body.hasSuffix(":") && words.count > 16 { return nil }
    return .plain
  }

  /// Whether a line right below a body or person only says that its duties follow; further down it
  /// parts them, as a heading does.
  private func announcesDuties(_ segment: Segment) -> Bool {
    guard let last = stack.last else { return false }
    let node = outline.nodes[last]
    return node.namesSubject && node.paragraphs.isEmpty
      && HeadingWords.isAnnouncement(segment.body)
  }

  /// Whether a line is a post and a name, with a space between them.
  private func namesPerson(_ words: Reading) -> Bool {
    guard (4...26).contains(words.count) else { return false }
    // The name may have a space of its own.
    for length in 2...4 where words.count >= length + 2 {
      let start = words.count - length
      guard words.place(start) > words.place(start - 1) + 1 else { continue }
      return words.scalars[start...].allSatisfy { Folding.isHan($0) }
        && HeadingWords.isPost(words[0..<start])
    }
    return false
  }

  /// Whether the last line is not over.
  private var isOpen: Bool {
    guard let last = stack.last else { return false }
    let node = outline.nodes[last]
    guard node.annotations.isEmpty else { return false }
    if let paragraph = node.paragraphs.last { return !paragraph.body.isTerminated }
    return !node.body.isTerminated && HeadingWords.kind(of: node.body) == nil
  }

  /// Whether a label says whose duties follow, and not who answers for the item before it:
  /// 责任主体：党委书记 above items that begin anew, once for each body or person.
  private func namesSubject(_ segment: Segment, _ label: AnnotationLabel, _ index: Int) -> Bool {
    guard opensItems(segment, label, index) else { return false }
    guard stack.isEmpty else {
      guard label.name == subjectLabel else { return false }
      // Below a heading with items of another kind it is that heading's.
      guard let shape = nextItem(after: index)?.shape else { return true }
      return stack.contains { outline.nodes[$0].marker.shape == shape }
        || stack.allSatisfy { outline.nodes[$0].marker.shape == .tierTitle }
    }
    // One alone is the whole document's.
    return segments.indices.dropFirst(index + 1).contains { other in
      guard case .annotation(let otherLabel) = segments[other].kind else { return false }
      return otherLabel.name == label.name && opensItems(segments[other], otherLabel, other)
    }
  }

  /// Whether a line of a label stands above items: above the first of them, or above a line that
  /// only announces them.
  private func opensItems(_ segment: Segment, _ label: AnnotationLabel, _ index: Int) -> Bool {
    guard segment.isLineStart, !segment.head.isEmpty,
      label.kind == .owner || label.kind == .departments,
      (2...40).contains(segment.body.count), !segment.body.isTerminated
    else { return false }
    // A few other labels may stand between.
    let below = segments[(index + 1)...].prefix(12).first {
      if case .annotation = $0.kind { false } else { true }
    }
    guard let below, below.isLineStart else { return false }
    return below.marker?.number == 1
      || below.kind == .paragraph && HeadingWords.isAnnouncement(below.body)
  }

  private func nextItem(after index: Int) -> Marker? {
    // Only lead paragraphs may stand between.
    for next in segments[(index + 1)...].prefix(12) {
      if let marker = next.marker { return marker }
    }
    return nil
  }

  /// Whether a line before the first item is the document's title, not that of a tier: another
  /// heading or a preamble follows, or nothing does that says whose duties.
  private func isTitle(_ index: Int) -> Bool {
    guard index + 1 < segments.count else { return true }
    if segments[index + 1].kind == .paragraph {
      let next = segments[index + 1].body
      // A lead paragraph may stand below the title of a tier as well: then a title came before.
      if HeadingWords.kind(of: next) != nil || HeadingWords.isCommon(next) { return true }
      if !hasTitleBefore { return true }
    }
    guard !hasTitleBefore else { return false }
    // The first line is a tier's if others like it follow.
    for other in segments[(index + 1)...].prefix(2000)
    where other.kind == .paragraph && other.isLineStart {
      let words = HeadingWords.trimmed(other.body)
      if words.count <= 45, !other.body.isTerminated, HeadingWords.kind(of: other.body) != nil {
        return false
      }
    }
    return true
  }

  // MARK: Text

  private mutating func add(paragraph segment: Segment) {
    guard let last = stack.last else {
      outline.opening.append(segment)
      if TitleWords.isTitle(segment.body) { hasTitleBefore = true }
      return
    }
    if followsAnnotation, !segment.isBlankBefore,
      let value = outline.nodes[last].annotations.last, goesOn(value, segment)
    {
      let end = outline.nodes[last].annotations.count - 1
      outline.nodes[last].annotations[end].value.append(segment.head)
      outline.nodes[last].annotations[end].value.append(segment.body)
      outline.nodes[last].annotations[end].isFullLine = segment.isFullLine
      return
    }
    outline.nodes[last].paragraphs.append(segment)
    followsAnnotation = false
  }

  /// Whether the value of an annotation goes on in the next line.
  private func goesOn(_ value: OutlineNode.Annotation, _ segment: Segment) -> Bool {
    guard value.label.kind != .other, segment.isLineStart, segment.body.count <= 80 else {
      return false
    }
    if value.isFullLine { return true }
    if text.wrapWidth != nil, segment.body.count <= 40, !segment.body.isTerminated { return true }
    let isOpen = value.value.last == "、" || value.value.last == ","
    return isOpen || segment.body.count <= 12 && segment.body.contains("、")
  }

  private mutating func add(_ segment: Segment, _ label: AnnotationLabel) {
    guard let last = stack.last else {
      outline.opening.append(segment)
      return
    }
    var annotation = OutlineNode.Annotation(
      label: label,
      line: segment.line,
      head: segment.head,
      value: segment.body,
      isFullLine: segment.isFullLine,
      isShared: segment.isRepeated
    )
    outline.nodes[last].annotations.append(annotation)
    followsAnnotation = true
    // What a row says holds for every item in its cells.
    guard segment.head.isEmpty, label.kind != .other else { return }
    annotation.isShared = true
    var index = last
    while index > 0 {
      index -= 1
      let node = outline.nodes[index]
      guard node.line == segment.line, node.parent == outline.nodes[last].parent,
        node.marker.shape == outline.nodes[last].marker.shape
      else { break }
      outline.nodes[index].annotations.append(annotation)
    }
  }

  // MARK: The end

  private mutating func takeClosing() {
    guard let last = outline.nodes.indices.last else { return }
    var paragraphs = outline.nodes[last].paragraphs
    let attachment = paragraphs.firstIndex { TitleWords.isAttachment($0.body) }
    let found = paragraphs.lastIndex {
      TitleWords.isDate($0.body) || TitleWords.isColophon($0.body)
    }
    guard attachment != nil || found.map({ $0 + 6 >= paragraphs.count }) ?? false else { return }
    let date = found ?? paragraphs.count
    var start = date
    if let attachment {
      start = min(start, attachment)
    } else if start > 0 {
      let before = paragraphs[start - 1].body
      let hasText = start > 1 || outline.nodes[last].body.isTerminated
      if hasText, before.count <= 30, !before.isTerminated, !before.contains(","),
        !TitleWords.isColophon(paragraphs[date].body)
      {
        start -= 1
      }
    }
    for (index, segment) in paragraphs.enumerated() where index >= start {
      let part: ImportDecision.SkippedPart =
        index == date
        ? .date
        : index > date || segment.body.hasPrefix("附件") || found == nil
          ? .attachment : .signature
      outline.closing.append((segment, part))
    }
    paragraphs.removeSubrange(start...)
    outline.nodes[last].paragraphs = paragraphs
  }
}
