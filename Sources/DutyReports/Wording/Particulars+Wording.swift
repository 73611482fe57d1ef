package import DutyModel
package import TerminalText

extension Particulars.Quantity {
  /// The quantity as it is typed: `风险点31个`, `45人次`, `3 pages`.
  package var text: String { (what ?? "") + amount }

  /// The quantity as a message that no line ends within: `人` and `次` are one unit.
  var message: Message { Message(verbatim: Prose(what ?? "") + .unbreakable(amount)) }

  private var amount: String {
    let space = unit.utf8.first.map { $0 < 0x80 } ?? false ? " " : ""
    return Thousandths.text(thousandths) + space + unit
  }
}

extension Particulars {
  /// What there is to show: the note with the quantities, then causes and documents.
  ///
  /// - Parameter title: What stands in the place of a note that was not written.
  /// - Returns: The words; none if there is nothing to show.
  package func words(title: String? = nil) -> Message {
    var first: [Message] = []
    if let text = note ?? title, !text.isEmpty { first.append(.verbatim(text)) }
    if !quantities.isEmpty { first.append(.list(quantities.map(\.message))) }
    var parts: [Message] = []
    if !first.isEmpty { parts.append(.joined(first)) }
    if let cause { parts.append(Message(en: "cause: \(cause)", zh: "原因：\(cause)")) }
    if !documents.isEmpty { parts.append(.list(documents.map { Particulars.document($0) })) }
    return .joined(parts, separator: Message(en: "; ", zh: "；"))
  }

  /// A document; one that is a file says so, since it can be opened.
  private static func document(_ text: String) -> Message {
    text.utf8.contains(UInt8(ascii: "/"))
      ? Message(en: "file \(text)", zh: "附件 \(text)") : .verbatim(text)
  }
}
