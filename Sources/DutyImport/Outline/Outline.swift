/// The third step: what stands under what. Levels come from nesting, not from shapes.
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
  }

  var body: Reading { segment.body }
  var isLeaf: Bool { children.isEmpty }
}

extension OutlineNode: CustomStringConvertible {
  package var description: String {
    "\(line)\t\(String(repeating: "  ", count: depth))\(marker)\t\(body)"
  }
}
