package import TerminalText

/// A value that can be written as one word of a command line.
package protocol ArgumentValue: Sendable {
  /// Reads the value from a word.
  init(word: String) throws(InvalidValue)

  /// The words that may stand for a value.
  static var completion: Completion { get }

  /// Whether ``completion`` has all the words there are, so that the help may list them.
  static var isClosed: Bool { get }

  /// Whether a word that begins with `-` and a digit can stand for a value, as `-3d` can for a
  /// day. If not, such a word is taken for an option.
  static var acceptsLeadingDash: Bool { get }
}

extension ArgumentValue {
  package static var completion: Completion { .none }

  package static var isClosed: Bool { false }

  package static var acceptsLeadingDash: Bool { false }
}

/// The reason why a word does not stand for a value.
package struct InvalidValue: Error, Hashable {
  /// Why a word is refused.
  package enum Reason: Sendable, Hashable {
    /// What is wrong, as a phrase without a full stop.
    case text(Message)

    /// The value must be one of these.
    case notOneOf([Message])

    /// It is plain to see.
    case none
  }

  package let reason: Reason

  /// What to write instead, as a sentence or several.
  package let advice: Message?

  /// What is wrong, as a phrase; empty where the reason is not given in words.
  package var phrase: Message {
    if case .text(let text) = reason { text } else { .empty }
  }

  package init(_ reason: Message, advice: Message? = nil) {
    self.reason = .text(reason)
    self.advice = advice
  }

  /// Says nothing of the reason.
  package init() {
    reason = .none
    advice = nil
  }

  /// Says what the word should have been one of.
  package init(notOneOf choices: [String]) {
    self.init(notOneOf: choices.map { .verbatim($0) })
  }

  /// Says what the word should have been one of, where each has a word in both languages.
  package init(notOneOf choices: [Message]) {
    reason = .notOneOf(choices)
    advice = nil
  }
}

extension String: ArgumentValue {
  package init(word: String) {
    self = word
  }
}

extension Int: ArgumentValue {
  package init(word: String) throws(InvalidValue) {
    guard let number = Int(word) else {
      throw InvalidValue(Message(en: "not a whole number", zh: "不是整数"))
    }
    self = number
  }

  package static var acceptsLeadingDash: Bool { true }
}

extension ArgumentValue where Self: CaseIterable & RawRepresentable<String> {
  package init(word: String) throws(InvalidValue) {
    guard let value = Self(rawValue: word) else {
      throw InvalidValue(notOneOf: Self.allCases.map(\.rawValue))
    }
    self = value
  }

  package static var completion: Completion {
    .words(Self.allCases.map { $0.rawValue })
  }

  package static var isClosed: Bool { true }
}
