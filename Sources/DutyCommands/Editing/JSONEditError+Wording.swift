package import StrictJSON
import TerminalText

extension JSONEditError {
  /// Why a file cannot be changed as it was asked for.
  var message: Message {
    switch self {
    case .notFound(let path):
      Message(
        en: "There is nothing at \(quoted: path.text) to change",
        zh: "\(quoted: path.text)处没有可改的内容"
      )
    case .wrongKind(let path, _, _):
      Message(
        en: "What stands at \(quoted: path.text) cannot be changed so",
        zh: "\(quoted: path.text)处的内容不能这样改"
      )
    case .keyExists(let key, let path):
      Message(
        en: "\(quoted: path.text) has \(quoted: key) already",
        zh: "\(quoted: path.text)已有\(quoted: key)"
      )
    case .conflict(let path):
      Message(
        en: "Two changes meet at \(quoted: path.text)",
        zh: "两处改动都涉及\(quoted: path.text)"
      )
    case .invalidFragment(let error):
      Message(
        en: "The new value cannot be written: \(error.reason.message)",
        zh: "新的值无法写入：\(error.reason.message)"
      )
    }
  }
}

extension JSONEditError: Diagnosable {
  package var diagnosis: Diagnosis { Diagnosis(.usage, "conflicting-change", message) }
}

extension [JSONPathStep] {
  /// The path as people write it: `tiers[0].title`.
  fileprivate var text: String {
    var text = ""
    for step in self {
      switch step {
      case .key(let key): text += text.isEmpty ? key : ".\(key)"
      case .index(let index): text += "[\(index)]"
      }
    }
    return text
  }
}
