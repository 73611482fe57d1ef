/// How far the line that begins at a place reaches, and whether it is a row of a table: cells with
/// tabs between them, at least two of them with something in it.
///
/// A cell may have several lines: those of a Word document have U+2028 between them, and a
/// spreadsheet puts quotation marks round a cell with line feeds.
struct TableRow {
  /// What stands alone in a cell that is the continuation of the one above it.
  static let continuation: Unicode.Scalar = "\u{2029}"

  /// The place of the line's end, or of the document's.
  private(set) var end: Int
  /// The number of line ends in it that an editor counts.
  private(set) var innerLineEnds = 0
  private var isRow = false
  /// The places of quotation marks that a spreadsheet put there.
  private var quotationMarks: Set<Int> = []

  init(_ scalars: [Unicode.Scalar], from start: Int) {
    end = start
    read(scalars)
    if !isRow {
      quotationMarks = []
      innerLineEnds = 0
      end =
        scalars[min(start, scalars.count)...].firstIndex { TableRow.endsLine($0) }
        ?? scalars.count
    }
  }

  /// Whether a line end before `end` only parts the lines of a cell.
  func holds(lineEndAt place: Int) -> Bool { isRow && place < end }

  func isQuotationMark(_ place: Int) -> Bool { quotationMarks.contains(place) }

  private mutating func read(_ scalars: [Unicode.Scalar]) {
    var filled = 0
    var hasTab = false
    var isCellStart = true
    var isFilled = false
    while end < scalars.count, !TableRow.endsLine(scalars[end]) {
      let scalar = scalars[end]
      if isCellStart, scalar == "\"", let close = TableRow.close(of: end, in: scalars) {
        quote(end...close, in: scalars)
        end = close
      }
      isCellStart = scalar == "\t"
      if isCellStart {
        hasTab = true
        isFilled = false
      } else if !isFilled, !Folding.isSpace(scalar) || scalar == TableRow.continuation {
        isFilled = true
        filled += 1
      }
      end += 1
    }
    isRow = hasTab && filled > 1
  }

  /// The ends of lines proper; U+2028 and U+2029 end one only outside of tables.
  private static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
    Folding.isLineEnd(scalar) && scalar.value < 0x2028
  }

  // MARK: Cells of spreadsheets

  /// The place of the mark that closes a cell of several lines, if a mark opens one: all marks
  /// inside are doubled, and no tab is in it.
  private static func close(of open: Int, in scalars: [Unicode.Scalar]) -> Int? {
    var hasLineEnd = false
    var place = open + 1
    while place < scalars.count, scalars[place] != "\t" {
      if scalars[place] == "\"" {
        let next = place + 1 < scalars.count ? scalars[place + 1] : "\n"
        guard next == "\"" else {
          return hasLineEnd && (next == "\t" || Folding.isLineEnd(next)) ? place : nil
        }
        place += 1
      }
      hasLineEnd = hasLineEnd || endsLine(scalars[place])
      place += 1
    }
    return nil
  }

  private mutating func quote(_ range: ClosedRange<Int>, in scalars: [Unicode.Scalar]) {
    quotationMarks.insert(range.lowerBound)
    quotationMarks.insert(range.upperBound)
    var place = range.lowerBound + 1
    while place < range.upperBound {
      // Of two marks the first is the text's.
      if scalars[place] == "\"" {
        place += 1
        quotationMarks.insert(place)
      } else if TableRow.endsLine(scalars[place]) {
        if scalars[place] == "\r", scalars[place + 1] == "\n" { place += 1 }
        innerLineEnds += 1
      }
      place += 1
    }
  }
}
