/// A run of text, parts of which may have a role or must stay on one line.
///
/// Lines are laid out first and coloured last, so the colours never count as columns.
/// Whatever a prose holds, a terminal is only ever shown the ``Swift/String/visible`` form of it.
package struct Prose: Sendable, Hashable {
  /// A part of the text that differs from the rest.
  struct Mark: Sendable, Hashable {
    /// The part, as offsets into the UTF-8 form of the text.
    var range: Range<Int>
    var role: Role?
    var isUnbreakable: Bool
  }

  /// The words alone.
  package private(set) var text: String

  /// The parts that differ, in order, none overlapping another, none empty.
  private(set) var marks: [Mark]

  /// Creates a prose that is all of one kind.
  ///
  /// - Parameters:
  ///   - text: The words.
  ///   - role: What they mean.
  ///   - isUnbreakable: Whether they must stay on one line, as a command to copy must.
  package init(_ text: String, role: Role? = nil, isUnbreakable: Bool = false) {
    self.text = text
    marks = []
    if role != nil || isUnbreakable, !text.isEmpty {
      marks = [Mark(range: 0..<text.utf8.count, role: role, isUnbreakable: isUnbreakable)]
    }
  }

  package init() {
    self.init("")
  }

  /// Words that must stay on one line, such as a command to copy.
  package static func unbreakable(_ text: String, role: Role? = nil) -> Prose {
    Prose(text, role: role, isUnbreakable: true)
  }

  package var isEmpty: Bool { text.isEmpty }

  package static func += (left: inout Prose, right: Prose) {
    let offset = left.text.utf8.count
    left.text += right.text
    for mark in right.marks {
      let moved = mark.range.lowerBound + offset..<mark.range.upperBound + offset
      if let last = left.marks.last, last.range.upperBound == moved.lowerBound,
        last.role == mark.role, !last.isUnbreakable, !mark.isUnbreakable
      {
        left.marks[left.marks.count - 1].range = last.range.lowerBound..<moved.upperBound
      } else {
        left.marks.append(
          Mark(range: moved, role: mark.role, isUnbreakable: mark.isUnbreakable)
        )
      }
    }
  }

  package static func + (left: Prose, right: Prose) -> Prose {
    var sum = left
    sum += right
    return sum
  }

  package static func += (left: inout Prose, right: String) {
    left.text += right
  }

  /// The same words with a role for those that have none.
  package func with(role: Role) -> Prose {
    guard !text.isEmpty else { return self }
    var result = Prose()
    for span in spans {
      result += Prose(
        span.text,
        role: span.role ?? role,
        isUnbreakable: span.isUnbreakable
      )
    }
    return result
  }

  /// The words of several proses with a text between each two.
  package static func joined(_ parts: [Prose], separator: String) -> Prose {
    var result = Prose()
    for (index, part) in parts.enumerated() {
      if index > 0 { result += separator }
      result += part
    }
    return result
  }
}

extension Prose: ExpressibleByStringInterpolation {
  package init(stringLiteral text: String) {
    self.init(text)
  }

  package init(stringInterpolation: StringInterpolation) {
    self = stringInterpolation.prose
  }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var prose = Prose()

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: String) {
      prose += literal
    }

    package mutating func appendInterpolation(_ text: String) {
      prose += text
    }

    package mutating func appendInterpolation(_ text: String, role: Role?) {
      prose += Prose(text, role: role)
    }

    package mutating func appendInterpolation(_ number: Int) {
      prose += String(number)
    }

    package mutating func appendInterpolation(_ other: Prose) {
      prose += other
    }

    /// Adds a command to copy, which is never broken over two lines.
    package mutating func appendInterpolation(command text: String) {
      prose += Prose(text, isUnbreakable: true)
    }
  }
}

// MARK: - Parts

/// A part of a prose that is all of one kind.
struct Span: Hashable {
  var text: String
  var role: Role?
  var isUnbreakable: Bool
}

extension Prose {
  /// The prose, cut where its kind changes.
  var spans: [Span] {
    guard !marks.isEmpty else {
      return text.isEmpty ? [] : [Span(text: text, role: nil, isUnbreakable: false)]
    }
    var spans: [Span] = []
    var offset = 0
    let bytes = text.utf8
    var index = bytes.startIndex
    func take(to end: Int, _ role: Role?, _ isUnbreakable: Bool) {
      guard end > offset else { return }
      let next = bytes.index(index, offsetBy: end - offset)
      spans.append(
        Span(text: String(text[index..<next]), role: role, isUnbreakable: isUnbreakable)
      )
      index = next
      offset = end
    }
    for mark in marks {
      take(to: mark.range.lowerBound, nil, false)
      take(to: mark.range.upperBound, mark.role, mark.isUnbreakable)
    }
    take(to: bytes.count, nil, false)
    return spans
  }

  /// The prose with its controls written out, so that it can be measured.
  var visible: Prose {
    let text = text.visible
    guard text.utf8.count != self.text.utf8.count else { return self }
    return spans.reduce(into: Prose()) { result, span in
      result += Prose(span.text.visible, role: span.role, isUnbreakable: span.isUnbreakable)
    }
  }

  /// The prose on one line, as a terminal shows it.
  ///
  /// Each coloured part ends its own colour, so none runs on past the line.
  func rendered(hasColor: Bool) -> String {
    guard hasColor, !marks.isEmpty else { return text.visible }
    var result = ""
    for span in spans {
      if let role = span.role {
        result += "\u{1B}[\(role.parameters)m\(span.text.visible)\u{1B}[0m"
      } else {
        result += span.text.visible
      }
    }
    return result
  }
}
