package import CommandLineKit
import DutyModel
import TerminalText

/// The name of one person who answers for something, as it is typed.
///
/// What can only be a slip is refused: several names where one person answers, and answers to
/// other questions. Whatever is taken would stand in the checklist as a person.
package struct OwnerName: Hashable, Sendable {
  package let text: String
}

extension OwnerName: ArgumentValue {
  package init(word: String) throws(InvalidValue) {
    text = word.trimmed
    if text.contains(where: { ",，、;；".contains($0) }) {
      throw InvalidValue(
        Message(en: "these are several names", zh: "写了几个姓名"),
        advice: Message(
          en:
            "One person answers. If every one of several owes it, that is 'each': \(command: "duty add --each <names>") or \(command: "duty fill --set <id>.each=<names>").",
          zh:
            "负责人只有一个。几个人各自完成的，请用 each：\(command: "duty add --each <姓名>") 或 \(command: "duty fill --set <编号>.each=<姓名>")。"
        )
      )
    }
    let folded = Identifier.folded(text)
    if folded.isEmpty || folded.meansNone {
      throw InvalidValue(.noName)
    }
    if folded.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      throw InvalidValue(Message(en: "a number is no name", zh: "数字不是姓名"))
    }
    if (try? Schedule(text)) != nil {
      throw InvalidValue(Message(en: "a schedule is no name", zh: "时间安排不是姓名"))
    }
  }
}

/// The names of several persons each of whom owes something, typed with commas between them.
package struct OwnerNames: Hashable, Sendable {
  package let names: [String]
}

extension OwnerNames: ArgumentValue {
  package init(word: String) throws(InvalidValue) {
    names = NameListText.names(in: word)
    if names.isEmpty { throw InvalidValue(.noName) }
    for name in names { _ = try OwnerName(word: name) }
  }
}

extension Message {
  fileprivate static let noName = Message(en: "that is no name", zh: "这不是姓名")
}

extension String {
  /// Whether the answer to a question, folded, says that there is nothing of the kind.
  var meansNone: Bool { ["none", "no", "无", "没有"].contains(self) }
}
