package import DutyModel
import TerminalText

/// A statement of a report that knows the events it rests on.
///
/// It is written as a string literal; texts from data are put in so that no character of theirs
/// can steer what shows them, and another sentence brings its gaps and its events along:
///
///     "\(date)\(action)，\(note)。"
package struct Sentence: Hashable, Sendable {
  /// A stretch of text.
  package struct Run: Hashable, Sendable {
    /// The text, without control characters and marks of direction.
    package fileprivate(set) var text: String
    /// Whether it stands for something the journal does not show.
    package let isGap: Bool
    /// What a gap is about: the name of a requirement or a finding, if it is about one.
    package let subject: String?
  }

  package private(set) var runs: [Run] = []
  /// The events it rests on, each once, in the order of their ids.
  package private(set) var events: [EventID] = []

  package init() {}

  /// A text of data or of our own, and the events it is taken from.
  package init(_ text: String, events: [EventID] = []) {
    append(text)
    add(events)
  }

  /// A visible gap: the text says what has to be put in.
  package static func gap(_ text: String, about subject: String? = nil) -> Sentence {
    var gap = Sentence()
    gap.runs = [Run(text: text.visible, isGap: true, subject: subject)]
    return gap
  }

  /// The whole text.
  package var text: String {
    runs.count == 1 ? runs[0].text : runs.reduce(into: "") { $0 += $1.text }
  }

  package var isEmpty: Bool { runs.isEmpty }
}

extension Sentence {
  /// Adds text; control characters and marks of direction in it are written out.
  ///
  /// A mark that it begins with is left out where what stands before has ended: so a pattern may
  /// set its marks behind whatever a person recorded, be it a question or a whole quotation.
  mutating func append(_ text: String) {
    if text.isEmpty { return }
    let text = text.visible
    if let last = runs.indices.last, !runs[last].isGap {
      runs[last].text += text.dropping(markAfter: runs[last].text)
    } else {
      runs.append(Run(text: text, isGap: false, subject: nil))
    }
  }

  mutating func append(_ other: Sentence) {
    append(runsOf: other)
    add(other.events)
  }

  fileprivate mutating func append(runsOf other: Sentence) {
    for run in other.runs {
      if run.isGap { runs.append(run) } else { append(run.text) }
    }
  }

  /// Adds events it rests on.
  mutating func add(_ more: [EventID]) {
    if more.isEmpty { return }
    if events.isEmpty, more.count == 1 {
      events = more
    } else {
      events = Set(events).union(more).sorted()
    }
  }

  func resting(on more: [EventID]) -> Sentence {
    var result = self
    result.add(more)
    return result
  }

  static func + (left: Sentence, right: Sentence) -> Sentence {
    var result = left
    result.append(right)
    return result
  }

  static func += (left: inout Sentence, right: Sentence) { left.append(right) }

  /// Whether it ends in a gap, after which no full stop stands.
  var endsInGap: Bool { runs.last?.isGap ?? false }
}

extension Sentence: ExpressibleByStringInterpolation {
  package init(stringLiteral text: String) {
    append(text)
  }

  package init(stringInterpolation: StringInterpolation) {
    self = stringInterpolation.sentence
  }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var sentence = Sentence()

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: String) { sentence.append(literal) }
    package mutating func appendInterpolation(_ text: String) { sentence.append(text) }
    package mutating func appendInterpolation(_ number: Int) { sentence.append(String(number)) }
    package mutating func appendInterpolation(_ other: Sentence) { sentence.append(other) }
  }
}

extension Sequence<Sentence> {
  /// The sentences one after the other, with a text between each two.
  func joined(_ separator: String) -> Sentence {
    var result = Sentence()
    var events: [EventID] = []
    for (place, sentence) in enumerated() {
      if place > 0 { result.append(separator) }
      result.append(runsOf: sentence)
      events += sentence.events
    }
    result.add(events)
    return result
  }
}
