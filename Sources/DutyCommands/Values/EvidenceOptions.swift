package import CommandLineKit
import DutyModel
import TerminalText

/// What is told of a record of work: the day and the evidence.
package struct EvidenceOptions: Sendable, Hashable {
  package let on: DayExpression?
  package let note: String?
  package let quantities: [QuantityArgument]
  package let documents: [String]

  package static let parameters = Parameters(
    Option<DayExpression>.dayOfWork,
    Option<String>(
      "note",
      value: Message(en: "text", zh: "文字"),
      help: Message(en: "What was done, in a sentence", zh: "做了什么，一句话")
    ),
    Options<QuantityArgument>(
      "quantity",
      value: Message(en: "amount", zh: "数量"),
      help: Message(
        en: "Evidence in figures, such as 45人次; it never counts. Repeatable",
        zh: "佐证的数量，如 45人次；不计次。可多次使用"
      )
    ),
    Options<String>(
      "document",
      value: Message(en: "name", zh: "名称"),
      help: Message(
        en: "A document or file that shows it. Repeatable",
        zh: "可作佐证的文件。可多次使用"
      )
    ),
    as: EvidenceOptions.init
  )

  package init(
    on: DayExpression? = nil,
    note: String? = nil,
    quantities: [QuantityArgument] = [],
    documents: [String] = []
  ) {
    self.on = on
    self.note = note
    self.quantities = quantities
    self.documents = documents
  }

  /// Whether there is nothing to show.
  var isEmpty: Bool { note == nil && quantities.isEmpty && documents.isEmpty }

  /// An event with the evidence.
  func draft(_ action: Action, cause: String? = nil) -> Draft {
    Draft(
      action,
      note: note,
      cause: cause,
      quantities: quantities.map(\.quantity),
      documents: documents
    )
  }
}

extension Option where Wrapped == DayExpression {
  /// The day something was done: one that is past.
  package static var dayOfWork: Option<DayExpression> {
    Option(
      "on",
      value: Message(en: "date", zh: "日期"),
      help: Message(en: "The day it was", zh: "哪一天的事"),
      fallback: Message(en: "today", zh: "今天")
    )
  }
}

extension Option where Wrapped == String {
  /// Why something is decided.
  package static var reason: Option<String> {
    Option(
      "reason",
      value: Message(en: "text", zh: "文字"),
      help: Message(en: "Why", zh: "原因")
    )
  }
}
