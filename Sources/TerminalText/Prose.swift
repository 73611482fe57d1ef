/// A run of text, parts of which may have a role or must stay on one line.
///
/// Lines are laid out first and coloured last, so the colours never count as columns.
/// Whatever a prose holds, a terminal is only ever shown the `visible` form of it.
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
    if marks.isEmpty { return Prose(text, role: role) }
    var result = Prose()
    for part in parts {
      result += Prose(
        part.text,
        role: part.role ?? role,
        isUnbreakable: part.isUnbreakable
      )
    }
    return result
  }

  /// The words of several proses with a text between each two.
  package static func joined(_ parts: [Prose], separator: String) -> Prose {
    var result = Prose()
    for index in parts.indices {
      if index > 0 { result += separator }
      result += parts[index]
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
struct Part: Hashable {
  var text: String
  var role: Role?
  var isUnbreakable: Bool
}

extension Prose {
  /// The prose, cut where its kind changes.
  var parts: [Part] {
    guard !marks.isEmpty else {
      return text.isEmpty ? [] : [Part(text: text, role: nil, isUnbreakable: false)]
    }
    var parts: [Part] = []
    var offset = 0
    let bytes = text.utf8
    var index = bytes.startIndex
    func take(to end: Int, _ role: Role?, _ isUnbreakable: Bool) {
      guard end > offset else { return }
      let next = bytes.index(index, offsetBy: end - offset)
      parts.append(
        Part(text: String(text[index..<next]), role: role, isUnbreakable: isUnbreakable)
      )
      index = next
      offset = end
    }
    for mark in marks {
      take(to: mark.range.lowerBound, nil, false)
      take(to: mark.range.upperBound, mark.role, mark.isUnbreakable)
    }
    take(to: bytes.count, nil, false)
    return parts
  }

  /// The prose with its controls written out, so that it can be measured.
  var visible: Prose {
    let text = text.visible
    guard text.utf8.count != self.text.utf8.count else { return self }
    return parts.reduce(into: Prose()) { result, part in
      result += Prose(part.text.visible, role: part.role, isUnbreakable: part.isUnbreakable)
    }
  }

  /// The prose on one line, as a terminal shows it.
  ///
  /// Each coloured part ends its own colour, so none runs on past the line.
  func rendered(with palette: Palette?) -> String {
    var text = ""
    render(into: &text, with: palette)
    return text
  }

  /// Adds the prose to a line, as a terminal shows it.
  ///
  /// - Parameters:
  ///   - line: The line so far.
  ///   - palette: The colours of roles, or `nil` to show none.
  ///   - isClean: Whether the text is its own visible form for certain.
  func render(into line: inout String, with palette: Palette?, isClean: Bool = false) {
    guard let palette, let mark = marks.first else {
      line += isClean ? text : text.visible
      return
    }
    if let role = mark.role, mark.range == 0..<text.utf8.count {
      let start = palette.start(of: role)
      line += start
      line += isClean ? text : text.visible
      if !start.isEmpty { line += Palette.end }
      return
    }
    for part in parts {
      Prose(part.text, role: part.role)
        .render(into: &line, with: part.role == nil ? nil : palette, isClean: isClean)
    }
  }
}
