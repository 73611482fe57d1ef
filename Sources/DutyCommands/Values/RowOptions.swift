import CommandLineKit
import DutyReports
import TerminalText

// Which rows and columns of a list are shown: options shared by every command that lists what is
// owed. What can be sorted by and the columns there are differ from list to list.

extension Option where Wrapped: ArgumentValue {
  /// What rows are sorted by.
  ///
  /// - Parameter ownOrder: What the help calls the order of the list if none was typed.
  /// - Returns: The option.
  static func rowOrder(ownOrder: Message) -> Option {
    Option(
      "sort",
      value: Message(en: "by", zh: "依据"),
      help: Message(en: "What rows are sorted by", zh: "按什么排序"),
      fallback: ownOrder
    )
  }
}

extension Options where Element: ArgumentValue {
  /// The columns that are shown; all if none is named.
  static func rowColumns() -> Options {
    Options(
      "columns",
      value: Message(en: "columns", zh: "栏"),
      help: Message(
        en: "Only these columns, such as id,title,due; several with commas",
        zh: "只要这些栏，如 id,title,due；几个用逗号隔开"
      ),
      separator: ","
    )
  }
}

extension Option<Int> {
  /// How many rows are listed at most.
  static var rowLimit: Option<Int> {
    Option<Int>(
      "limit",
      value: Message(en: "number", zh: "数目"),
      help: Message(en: "List this many at most", zh: "最多列出多少")
    )
  }
}

extension Int? {
  /// The number of a limit, if it is none below 0.
  func validRowLimit() throws(UsageError) -> Int? {
    guard let limit = self, limit < 0 else { return self }
    throw .invalidValue(
      String(limit),
      ParameterReference(name: "--limit", placeholder: Message(en: "number", zh: "数目")),
      InvalidValue(Message(en: "it cannot be negative", zh: "不能为负数"))
    )
  }
}

extension OutputOptions.Typed {
  /// The form of an answer of which columns can be chosen.
  ///
  /// - Parameter namesColumns: Whether some were named.
  /// - Returns: The form.
  /// - Throws: A usage error that names both options, if the form has no columns.
  func resolved(namesColumns: Bool) throws(UsageError) -> OutputOptions {
    let output = try resolved()
    guard namesColumns, output.format == .json || output.format == .jsonl else { return output }
    let form = output.format.rawValue
    throw .conflict("--columns", format == nil ? "--\(form)" : "--format \(form)")
  }
}
