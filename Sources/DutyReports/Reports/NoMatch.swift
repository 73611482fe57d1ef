import DutyModel
package import TerminalText

/// Why an answer has no rows: a name that was asked for fits nothing.
package struct NoMatch: Sendable {
  /// The filters in words, with what each of them is.
  package let filter: Message
  /// What may have been meant.
  package let suggestions: [NameSuggestion]

  package init(filter: Message, suggestions: [NameSuggestion]) {
    self.filter = filter
    self.suggestions = suggestions
  }

  /// The whole answer.
  ///
  /// - Parameters:
  ///   - nothing: What there is none of.
  ///   - day: The day looked at.
  /// - Returns: What fits nothing, and what there is.
  func sentence(nothing: Message = .noDuty, on day: Day) -> Message {
    suggestions.reduce(
      Message(
        en: "\(nothing) matches (\(filter); on \(day.description)).",
        zh: "\(nothing)（\(filter)；截至\(day.description)）。"
      )
    ) { line, suggestion in
      Message(en: "\(line) \(suggestion.sentence)", zh: "\(line)\(suggestion.sentence)")
    }
  }
}

extension Message {
  fileprivate static let noDuty = Message(en: "No duty", zh: "没有符合的职责")
}

/// A name that there is, where one was asked for that there is not.
package enum NameSuggestion: Sendable, Hashable {
  /// A person near to the name, with the number of duties.
  case owner(String, count: Int)
  /// A department near to the name, with the number of duties.
  case department(String, count: Int)
  /// The tiers that can be named.
  case tiers([String])
  /// A section near to the name, by its full id and title.
  case section(String, title: String)

  fileprivate var sentence: Message {
    switch self {
    case .owner(let name, let count):
      Message(
        en: "There is an owner \(name) (\(count, "duty", "duties")).",
        zh: "有负责人：\(name)（\(count)项）。"
      )
    case .department(let name, let count):
      Message(
        en: "There is a department \(name) (\(count, "duty", "duties")).",
        zh: "有责任处室：\(name)（\(count)项）。"
      )
    case .tiers(let names):
      Message(
        en: "There are the tiers \(names.joined(separator: ", ")).",
        zh: "有责任主体：\(names.joined(separator: "、"))。"
      )
    case .section(let id, let title):
      Message(en: "There is a section \(id) \(title).", zh: "有部分：\(id) \(title)。")
    }
  }
}
