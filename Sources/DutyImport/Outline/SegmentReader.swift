/// The second step: lines become items, annotations and paragraphs.
///
/// A line may hold several items, a heading and its first item, or an item and its annotations.
struct SegmentReader {
  private let text: DocumentText
  private var segments: [Segment] = []
  private var isBlankBefore = false
  private var table: TableReader?
  /// The last number of each shape.
  private var lastNumbers: [Marker.Shape: Int] = [:]

  static func segments(of text: DocumentText) -> [Segment] {
    var reader = SegmentReader(text: text)
    for line in text.lines { reader.read(line) }
    return reader.segments
  }

  private init(text: DocumentText) { self.text = text }

  private mutating func read(_ line: TextLine) {
    guard !line.isBlank else {
      isBlankBefore = true
      return
    }
    if line.isHeading { isBlankBefore = true }
    if line.cells.isEmpty {
      // A line alone between rows may be a heading; anything longer ends the table.
      if line.reading.count > 40 { table = nil }
      read(line.reading, line)
    } else {
      var reader = table ?? TableReader()
      let parts = reader.read(line.cells)
      table = reader
      for part in parts { append(part, line) }
    }
    isBlankBefore = line.isHeading
  }

  private mutating func append(_ part: TableReader.Part, _ line: TextLine) {
    switch part {
    case .header(let reading):
      add(.tableHeader, Reading(), reading, line, isLineStart: true)
    case .heading(let column, let reading):
      if let marker = Marker(reading, at: 0) {
        add(.item(marker), reading[0..<marker.end], reading.from(marker.end), line)
      } else {
        add(.item(Marker(.group(column))), Reading(), reading, line)
      }
    case .item(let number, let reading):
      if number.isEmpty, Marker(reading, at: 0) != nil {
        read(reading, line)
      } else {
        let value = ChineseNumber.read(number, at: 0)?.number ?? 0
        add(.item(Marker(.row, number: value)), number, reading, line)
      }
    case .text(let reading):
      add(.paragraph, Reading(), reading, line, isLineStart: false)
    case .annotation(let label, let reading, let isRepeated):
      add(.annotation(label), Reading(), reading, line, isRepeated: isRepeated)
    }
  }

  private mutating func add(
    _ kind: Segment.Kind,
    _ head: Reading,
    _ body: Reading,
    _ line: TextLine,
    isLineStart: Bool = true,
    isRepeated: Bool = false
  ) {
    let width = text.wrapWidth ?? Int.max
    segments.append(
      Segment(
        kind: kind,
        line: line.number,
        head: head,
        body: body,
        isLineStart: isLineStart,
        isBlankBefore: isLineStart && isBlankBefore,
        isFullLine: text.wrapWidth != nil && line.reading.count + 5 >= width,
        isRepeated: isRepeated
      )
    )
  }

  // MARK: Lines without tabs

  private mutating func read(_ reading: Reading, _ line: TextLine) {
    if let start = SegmentReader.label(in: reading, at: 0) {
      readAnnotations(reading, from: start, line, isLineStart: true)
      return
    }
    let cuts = items(of: reading)
    for cut in cuts { lastNumbers[cut.marker.shape] = cut.marker.number }
    let starts = cuts.first?.start == 0 ? [] : [0]
    var isLineStart = true
    for start in starts {
      let end = cuts.first?.start ?? reading.count
      readText(.paragraph, start..<start, start..<end, reading, line, isLineStart)
      isLineStart = false
    }
    for (index, cut) in cuts.enumerated() {
      let end = index + 1 < cuts.count ? cuts[index + 1].start : reading.count
      let marker = cut.marker
      readText(
        .item(marker),
        cut.start..<marker.end,
        marker.end..<end,
        reading,
        line,
        isLineStart
      )
      isLineStart = false
    }
  }

  /// Adds the words of an item, and the annotations that end it.
  private mutating func readText(
    _ kind: Segment.Kind,
    _ head: Range<Int>,
    _ body: Range<Int>,
    _ reading: Reading,
    _ line: TextLine,
    _ isLineStart: Bool
  ) {
    var end = body.upperBound
    var annotations: Int?
    for index in body.dropFirst() {
      let before = reading[index - 1]
      let isApart =
        "。;(【[|".unicodeScalars.contains(before)
        || reading.place(index) > reading.place(index - 1) + 1
      if isApart, AnnotationLabel(reading, at: index) != nil {
        annotations = index
        end = "(【[|".unicodeScalars.contains(before) ? index - 1 : index
        break
      }
    }
    add(kind, reading[head], reading[body.lowerBound..<end], line, isLineStart: isLineStart)
    guard let start = annotations else { return }
    readAnnotations(reading[0..<body.upperBound], from: start, line, isLineStart: false, head: end)
  }

  /// Adds the annotations from an index on: each goes on to the next label.
  private mutating func readAnnotations(
    _ reading: Reading,
    from first: Int,
    _ line: TextLine,
    isLineStart: Bool,
    head headStart: Int? = nil
  ) {
    var start = first
    var headStart = headStart ?? 0
    var isLineStart = isLineStart
    while let label = AnnotationLabel(reading, at: start) {
      var end = start + label.length
      var next: Int?
      while end < reading.count {
        if AnnotationLabel(reading, at: end) != nil {
          next = end
          break
        }
        end += 1
      }
      // The bracket before the next label is a part of that.
      if next != nil, end > start + label.length, "(【[|".unicodeScalars.contains(reading[end - 1]) {
        end -= 1
      }
      add(
        .annotation(label),
        reading[headStart..<(start + label.length)],
        reading[(start + label.length)..<end],
        line,
        isLineStart: isLineStart
      )
      guard let next else { return }
      start = next
      headStart = end
      isLineStart = false
    }
  }

  /// Where a label begins at the start of a line, behind a bracket or a bullet.
  private static func label(in line: Reading, at start: Int) -> Int? {
    var index = start
    while index < min(line.count, start + 3) {
      if AnnotationLabel(line, at: index) != nil { return index }
      guard "(【[-—·●■◆*".unicodeScalars.contains(line[index]) else { return nil }
      index += 1
    }
    return nil
  }

  // MARK: Several items on one line

  /// The items of a line, with where their markers begin.
  private func items(of line: Reading) -> [(start: Int, marker: Marker)] {
    var cuts: [(start: Int, marker: Marker)] = []
    var open: [Marker] = []
    var textStart = 0
    // The number of marks of sentence since the last marker, so that headings are known.
    var isHeading = true
    var index = 0
    while index < line.count {
      if let marker = Marker(line, at: index),
        SegmentReader.isItem(
          marker,
          line,
          at: index,
          open: open,
          textStart: textStart,
          isHeading: isHeading
        ), !marker.isDoubtful || index > 0 || lastNumbers[marker.shape] == marker.number - 1
      {
        cuts.append((index, marker))
        while let last = open.last, open.contains(where: { $0.shape == marker.shape }) {
          open.removeLast()
          if last.shape == marker.shape { break }
        }
        open.append(marker)
        index = marker.end
        textStart = index
        isHeading = true
        continue
      }
      if isHeading, "。,;!?".unicodeScalars.contains(line[index]) || index - textStart > 40 {
        isHeading = false
      }
      index += 1
    }
    return cuts
  }

  private static func isItem(
    _ marker: Marker,
    _ line: Reading,
    at index: Int,
    open: [Marker],
    textStart: Int,
    isHeading: Bool
  ) -> Bool {
    guard index > 0 else { return true }
    let before = line[index - 1]
    let isApart = line.place(index) > line.place(index - 1) + 1
    let isAfterSentence = "。;!?".unicodeScalars.contains(before)
    guard let last = open.last else {
      // Text without a marker that runs into the first heading.
      let isTop = marker.shape == .chinese || marker.shape == .chapter
      return isTop && marker.number == 1 && (isAfterSentence || before == ":" || isApart)
    }
    guard index > textStart, marker.end < line.count else { return false }
    if let same = open.last(where: { $0.shape == marker.shape }) {
      // A reference to another item has no sentence's end before it.
      return marker.number == same.number + 1 && (isAfterSentence || isApart || before == ":")
    }
    guard marker.number == 1, isHeading, index - textStart >= 2 else { return false }
    // A heading and its first item.
    switch (last.shape, marker.shape) {
    case (.chinese, .chineseInBrackets), (.chapter, _), (.chinese, .arabic),
      (.chinese, .arabicInBrackets), (.chineseInBrackets, .arabic),
      (.chineseInBrackets, .arabicInBrackets):
      return true
    default:
      return before == ":" || isApart
    }
  }
}
