extension OfficialDocument {
  /// A text, of which some stretches may be marked as with a pen: what is still to be filled in.
  package struct Text: Hashable, Sendable {
    /// A stretch of a text that is marked, or is not.
    package struct Stretch: Hashable, Sendable {
      package let text: String
      package let isMarked: Bool
    }

    /// The stretches in order; none is empty.
    package private(set) var stretches: [Stretch] = []

    /// Creates a text without marks.
    package init(_ text: String = "") {
      append(text)
    }

    /// Adds a stretch.
    package mutating func append(_ text: String, isMarked: Bool = false) {
      if text.isEmpty { return }
      stretches.append(Stretch(text: text, isMarked: isMarked))
    }

    /// Adds another text.
    package mutating func append(_ other: Text) {
      stretches += other.stretches
    }

    package var isEmpty: Bool { stretches.isEmpty }

    /// What is written, whether marked or not.
    package var plain: String {
      stretches.count == 1 ? stretches[0].text : stretches.map(\.text).joined()
    }
  }
}

extension OfficialDocument.Text: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) {
    self.init(text)
  }
}
