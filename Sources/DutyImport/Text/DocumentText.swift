/// The first step: the characters of a document, its lines, and what of it is junk.
///
/// Places in the document are numbers of Unicode scalars from its beginning, everywhere.
package struct DocumentText: Sendable {
  /// The longest document that is read, in bytes of UTF-8.
  package static let longest = 16 << 20

  /// The characters as they were given.
  let scalars: [Unicode.Scalar]
  /// The lines that hold anything, and the empty ones.
  package let lines: [TextLine]
  /// Junk inside lines and lines that are junk, in order.
  package let junk: [Junk]
  /// The places of signs that only say how the text is laid out: the quotation marks round a cell
  /// of a spreadsheet, the signs of Markdown.
  let marks: [Int]
  /// The length of a full line if the document is hard-wrapped all through.
  package let wrapWidth: Int?

  /// Whether it is no text: it has a NUL, or more than one character in fifty is a control
  /// character or stands for bytes that are none.
  let isGarbled: Bool

  /// A stretch that is no part of the document's text.
  package struct Junk: Sendable, Equatable {
    package let range: Range<Int>
    package let line: Int
    package let part: ImportDecision.SkippedPart
  }

  init(_ text: String) {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(text.utf8.count)
    scalars.append(contentsOf: text.unicodeScalars)
    var reader = LineReader(scalars)
    reader.read()
    self.scalars = scalars
    let strange = scalars.lazy.filter { DocumentText.isStrange($0) }.count
    isGarbled = strange * 50 > scalars.count || scalars.contains("\0")
    lines = reader.lines
    junk = reader.junk
    marks = reader.marks
    wrapWidth = DocumentText.wrapWidth(of: reader.lines)
  }

  private static func isStrange(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85: false
    case 0...0x1F, 0x7F...0x9F, 0xFFFD, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// The characters of a stretch, with control characters as spaces and no spaces at the ends.
  func oneLine(_ ranges: [Range<Int>]) -> String {
    var line: [Unicode.Scalar] = []
    line.reserveCapacity(ranges.reduce(0) { $0 + $1.count })
    for range in ranges {
      for scalar in scalars[range] {
        let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        if isControl || Folding.isSpace(scalar) {
          if let last = line.last, last != " " { line.append(" ") }
        } else {
          line.append(scalar)
        }
      }
    }
    if line.last == " " { line.removeLast() }
    return String(scalars: line)
  }

  /// Names on one line, with 、 where each stands on a line of its own in a cell.
  func oneLine(ofNames names: Reading) -> String {
    let parts = names.indices.split {
      names[$0] == "、" && Folding.isSpace(scalars[names.place($0)])
    }
    return parts.map { oneLine(names.stretches($0.startIndex..<$0.endIndex, in: self)) }
      .joined(separator: "、")
  }

  /// The number of the line a place is on, from 1.
  func line(of place: Int) -> Int {
    var low = 0
    var high = lines.count
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].range.lowerBound <= place { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? lines[low - 1].number : 1
  }

  /// The length of a full line, if lines are broken again and again at about the same length.
  private static func wrapWidth(of lines: [TextLine]) -> Int? {
    let longest = lines.lazy.map(\.reading.count).max() ?? 0
    guard (16...80).contains(longest) else { return nil }
    var broken = 0
    var full = 0
    for (line, next) in zip(lines, lines.dropFirst()) {
      // A line that is not over, and one below it that begins with no marker.
      guard !line.isBlank, !next.isBlank, line.cells.isEmpty, next.cells.isEmpty,
        !line.reading.isTerminated, line.reading.count > 12, Marker(next.reading, at: 0) == nil,
        AnnotationLabel(next.reading, at: 0) == nil
      else { continue }
      broken += 1
      if line.reading.count + 6 >= longest { full += 1 }
    }
    return full >= 3 && full * 3 >= broken * 2 ? longest : nil
  }
}
