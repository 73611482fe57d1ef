/// A piece of a document that is one thing: an item, an annotation or a paragraph.
package struct Segment: Sendable {
  package enum Kind: Sendable, Equatable {
    /// Begins with a marker, or is a heading of a table.
    case item(Marker)
    case annotation(AnnotationLabel)
    /// Text without a marker.
    case paragraph
    /// The head of a table.
    case tableHeader
  }

  package let kind: Kind
  /// The line it begins on, from 1.
  package let line: Int
  /// The marker, or the label, as it stands in the document.
  let head: Reading
  /// The words behind it.
  package let body: Reading
  /// Whether a line begins with it.
  let isLineStart: Bool
  /// Whether an empty line stands before it.
  let isBlankBefore: Bool
  /// Whether its line is as long as a hard-wrapped line can be.
  let isFullLine: Bool
  /// Whether its words stand in a row above and hold here too.
  let isRepeated: Bool

  /// The marker of an item.
  var marker: Marker? { if case .item(let marker) = kind { marker } else { nil } }
}

extension Segment: CustomStringConvertible {
  package var description: String {
    switch kind {
    case .item(let marker): "\(line)\t\(marker)\t\(body)"
    case .annotation(let label): "\(line)\t@\(label.name)\t\(body)"
    case .paragraph: "\(line)\t¶\t\(body)"
    case .tableHeader: "\(line)\t#\t\(body)"
    }
  }
}
