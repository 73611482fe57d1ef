package import CommandLineKit
import TerminalText

/// The names of departments that answer for something, typed with commas between them.
package struct DepartmentNames: Hashable, Sendable {
  /// Never empty.
  package let names: [String]
}

extension DepartmentNames: ArgumentValue {
  package init(word: String) throws(InvalidValue) {
    names = NameListText.names(in: word)
    if names.isEmpty {
      throw InvalidValue(Message(en: "no department is named", zh: "没有写处室名称"))
    }
  }
}
