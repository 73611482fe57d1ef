/// The third step: what stands under what.
///
/// Levels come from nesting, not from the shapes of markers.
package struct Outline: Sendable {
  /// In the document's order; a node's parent stands before it.
  package internal(set) var nodes: [OutlineNode] = []
  /// What stands before the first node: title, preamble, notice.
  package internal(set) var opening: [Segment] = []
  /// What stands behind the list: signature, date.
  package internal(set) var closing: [(segment: Segment, part: ImportDecision.SkippedPart)] = []
  /// Lines that look like items and are not.
  var rejected: [Segment] = []
  var headers: [Segment] = []

  /// The nodes that stand under none.
  package var roots: [Int] { nodes.indices.filter { nodes[$0].parent == nil } }
}

/// A heading or an item.
package struct OutlineNode: Sendable {
  package let marker: Marker
  package let line: Int
  /// The segment it begins with.
  let segment: Segment
  /// From 0.
  package let depth: Int
  package let parent: Int?
  package internal(set) var children: [Int] = []
  /// Paragraphs below it that have no marker, and lines that go on from it.
  package internal(set) var paragraphs: [Segment] = []
  package internal(set) var annotations: [Annotation] = []

  /// An annotation of an item.
  package struct Annotation: Sendable {
    let label: AnnotationLabel
    let line: Int
    let head: Reading
    var value: Reading
    var isFullLine: Bool
    /// Whether it is of the row of a table and stands with another item of that row, or of a row
    /// above.
    var isShared = false
  }

  var body: Reading { segment.body }

  /// The words of a heading: a line that is full goes on in the next one.
  var heading: Reading {
    var heading = segment.body
    for line in headingLines { heading.append(line.whole) }
    return heading
  }

  /// The lines that a heading goes on in.
  private var headingLines: ArraySlice<Segment> {
    guard segment.isFullLine, !segment.body.isTerminated else { return [] }
    var count = 0
    for line in paragraphs.prefix(2) {
      guard !line.isBlankBefore, !line.body.isTerminated, line.body.count <= 40 else { break }
      count += 1
      guard line.isFullLine else { break }
    }
    return paragraphs.prefix(count)
  }

  /// Whether it is a heading that a label such as 责任主体 makes one.
  var namesSubject: Bool {
    if case .annotation = segment.kind { true } else { false }
  }

  /// The paragraphs below a heading.
  var leads: ArraySlice<Segment> { paragraphs.dropFirst(headingLines.count) }

  /// The line below a subject that only says that its duties follow.
  var announcement: Segment? {
    guard namesSubject, let first = leads.first, HeadingWords.isAnnouncement(first.body) else {
      return nil
    }
    return first
  }

  /// The paragraphs below a heading that may be duties.
  var statements: ArraySlice<Segment> { leads.dropFirst(announcement == nil ? 0 : 1) }
  var isLeaf: Bool { children.isEmpty }
}

extension OutlineNode: CustomStringConvertible {
  package var description: String {
    "\(line)\t\(String(repeating: "  ", count: depth))\(marker)\t\(body)"
  }
}
