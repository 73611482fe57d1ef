package import CommandLineKit
import DutyModel
import TerminalText

/// The id of a checklist that is to be, as it is typed.
package struct ChecklistID: Hashable, Sendable {
  /// The id in lower case and half width.
  package let text: String
}

extension ChecklistID: ArgumentValue {
  package init(word: String) throws(InvalidValue) {
    text = Identifier.folded(word)
    guard Identifier.isChecklist(text) else {
      throw InvalidValue(
        Message(
          en: "an id is lower-case letters, digits and dashes, and begins with a letter",
          zh: "编号由小写字母、数字和连字符组成，以字母开头"
        )
      )
    }
  }
}
