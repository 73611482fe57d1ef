import CommandLineKit
import DutyReports
import TerminalText

extension ReportForm: ArgumentValue {}

extension ReportForm {
  /// The form of a document: the one that was typed, else the one that the name of the file asks
  /// for, else text.
  static func chosen(_ typed: ReportForm?, for output: DocumentOutput) throws(UsageError)
    -> ReportForm
  {
    if let typed { return typed }
    switch output.suffix?.lowercased() {
    case nil, "txt", "text": return .text
    case "md", "markdown": return .markdown
    case "html", "htm": return .html
    case "docx": return .docx
    case let suffix?: throw output.unknownSuffix(suffix, ReportForm.allCases.map(\.rawValue))
    }
  }
}

extension DocumentOutput {
  /// The error about a name whose ending is that of no form.
  func unknownSuffix(_ suffix: String, _ forms: [String]) -> UsageError {
    let list = Message.list(forms.map { .verbatim($0) }, .or)
    return .invalidValue(
      ".\(suffix)",
      ParameterReference(name: "--output", placeholder: Message(en: "file", zh: "文件")),
      InvalidValue(
        Message(en: "no form has this ending", zh: "没有这种后缀的格式"),
        advice: Message(
          en: "Say which it is with \(command: "--format"): \(list).",
          zh: "请用 \(command: "--format") 写明格式：\(list)。"
        )
      )
    )
  }
}
