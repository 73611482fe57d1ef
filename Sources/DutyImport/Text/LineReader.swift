/// Takes a document apart into lines, and junk out of them.
struct LineReader {
  private let scalars: [Unicode.Scalar]
  private(set) var lines: [TextLine] = []
  private(set) var junk: [DocumentText.Junk] = []
  /// The places of signs of layout.
  private(set) var marks: [Int] = []
  /// Whether most of the document is Chinese, so that a line without any Chinese is junk.
  private let isChinese: Bool
  /// Whether U+0420 stands where lines ended once.
  private let hasLetterForLineEnd: Bool
  private let markdown: Markdown?

  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
    var han = 0
    var letters = 0
    var cyrillic = 0
    var endings = 0
    for scalar in scalars {
      if Folding.isHan(scalar) { han += 1 }
      if scalar.value < 0x80, !Folding.isSpace(scalar) { letters += 1 }
      if scalar.value == 0x0420 { endings += 1 }
      if (0x0400...0x04FF).contains(scalar.value) { cyrillic += 1 }
    }
    isChinese = han * 2 > letters
    hasLetterForLineEnd = endings >= 2 && endings == cyrillic && han > 20 * endings
    markdown = Markdown(scalars)
  }

  mutating func read() {
    var start = 0
    var number = 1
    var place = 0
    var row = TableRow(scalars, from: 0)
    while place < scalars.count {
      let scalar = scalars[place]
      if Folding.isLineEnd(scalar), !row.holds(lineEndAt: place) {
        finish(start..<place, number, row)
        if scalar == "\r", place + 1 < scalars.count, scalars[place + 1] == "\n" { place += 1 }
        start = place + 1
        number += 1
        if place >= row.end {
          number += row.innerLineEnds
          row = TableRow(scalars, from: start)
        }
      } else if scalar == "<", let end = lineBreak(at: place) {
        finish(start..<place, number, row)
        note(place..<end, number, .siteJunk)
        start = end
        place = end - 1
      } else if scalar.value == 0x0420, hasLetterForLineEnd {
        finish(start..<place, number, row)
        note(place..<(place + 1), number, .siteJunk)
        start = place + 1
      }
      place += 1
    }
    finish(start..<scalars.count, number, row)
  }

  private mutating func note(
    _ range: Range<Int>,
    _ line: Int,
    _ part: ImportDecision.SkippedPart
  ) {
    guard !range.isEmpty else { return }
    junk.append(DocumentText.Junk(range: range, line: line, part: part))
  }

  private mutating func finish(_ range: Range<Int>, _ number: Int, _ row: TableRow) {
    let signs = markdown?.signs(of: range, in: scalars)
    marks += signs?.places ?? []
    var signIndex = 0
    // Cells are short and many: none keeps room that it does not need.
    func room(from place: Int) -> Int {
      let rest = scalars[place..<range.upperBound]
      return (rest.firstIndex(of: "\t") ?? range.upperBound) - place
    }
    var reading = Reading(reservingCapacity: room(from: range.lowerBound))
    var cells: [TextLine.Cell] = []
    var lineStarts: [Int] = []
    var continuesAbove = false
    func cell() -> TextLine.Cell {
      // A line end at the end of a cell begins nothing.
      if lineStarts.last == reading.count { lineStarts.removeLast() }
      return TextLine.Cell(
        reading: reading,
        lineStarts: lineStarts,
        continuesAbove: continuesAbove && reading.isEmpty
      )
    }
    var place = range.lowerBound
    while place < range.upperBound {
      let scalar = scalars[place]
      if scalar == "#", let end = paywall(at: place, before: range.upperBound) {
        note(place..<end, number, .siteJunk)
        place = end
        continue
      }
      if let places = signs?.places, signIndex < places.count, places[signIndex] == place {
        signIndex += 1
      } else if row.isQuotationMark(place) {
        marks.append(place)
      } else if scalar == "\t" {
        cells.append(cell())
        reading = Reading(reservingCapacity: room(from: place + 1))
        lineStarts = []
        continuesAbove = false
      } else if Folding.isLineEnd(scalar) {
        continuesAbove = continuesAbove || scalar == TableRow.continuation
        if !reading.isEmpty, lineStarts.last != reading.count { lineStarts.append(reading.count) }
      } else {
        reading.append(scalar, at: place)
      }
      place += 1
    }
    if !cells.isEmpty {
      cells.append(cell())
      reading = Reading(reservingCapacity: cells.reduce(0) { $0 + $1.reading.count })
      for cell in cells { reading.append(cell.reading) }
      // One cell with something in it is a line that was indented.
      if cells.filter({ !$0.isEmpty || $0.continuesAbove }).count < 2 { cells = [] }
    }
    if !reading.isEmpty, cells.isEmpty {
      if let part = JunkWords.part(of: reading, isChinese: isChinese) {
        note(reading.place(0)..<(reading.place(reading.count - 1) + 1), number, part)
        reading = Reading()
      } else if let start = JunkWords.garbage(before: reading), isChinese {
        note(reading.place(0)..<reading.place(start), number, .siteJunk)
        reading = reading.from(start)
      }
    }
    lines.append(
      TextLine(
        number: number,
        range: range,
        reading: reading,
        cells: cells,
        isHeading: signs?.isHeading ?? false
      )
    )
  }

  /// The end of `<br>`, `</br>` or `<br/>`.
  private func lineBreak(at place: Int) -> Int? {
    for form in LineReader.lineBreaks where scalars[place...].starts(with: form.scalars) {
      return place + form.count
    }
    return nil
  }

  private static let lineBreaks: [Word] = ["<br>", "</br>", "<br/>", "<br />", "<BR>", "</BR>"]

  /// The end of a mark such as `##paidbegin##`.
  private func paywall(at place: Int, before end: Int) -> Int? {
    guard place + 4 < end, scalars[place + 1] == "#" else { return nil }
    var index = place + 2
    while index < end, index < place + 34, LineReader.isLetter(scalars[index]) { index += 1 }
    guard index > place + 2, index + 1 < end, scalars[index] == "#", scalars[index + 1] == "#"
    else { return nil }
    return index + 2
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: true
    default: false
    }
  }
}
