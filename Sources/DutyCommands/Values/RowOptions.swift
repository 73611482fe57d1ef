import CommandLineKit
import DutyReports
import TerminalText

/// Which rows and columns of a list are shown: options shared by every command that lists what is
/// owed.
///
/// What can be sorted by and the columns there are differ from list to list.
struct RowOptions<Order: ArgumentValue, Column: ArgumentValue>: Sendable {
  /// What rows are sorted by; `nil` for the list's own order.
  let order: Order?
  /// The columns that were named; all if there is none.
  let columns: [Column]
  /// How many are listed at most, as it was typed.
  private let typedLimit: Int?

  /// The options.
  ///
  /// - Parameter ownOrder: What the help calls the order of the list if none was typed.
  /// - Returns: The parameters.
  static func parameters(ownOrder: Message) -> Parameters<RowOptions> {
    Parameters(
      Option<Order>(
        "sort",
        value: Message(en: "by", zh: "依据"),
        help: Message(en: "What rows are sorted by", zh: "按什么排序"),
        fallback: ownOrder
      ),
      Options<Column>(
        "columns",
        value: Message(en: "columns", zh: "栏"),
        help: Message(
          en: "Only these columns, such as id,title,due; several with commas",
          zh: "只要这些栏，如 id,title,due；几个用逗号隔开"
        ),
        separator: ","
      ),
      Option<Int>.rowLimit,
      as: { RowOptions(order: $0, columns: $1, typedLimit: $2) }
    )
  }

  /// How many are listed at most; `nil` for all.
  func limit() throws(UsageError) -> Int? { try typedLimit.validRowLimit() }

  /// Whether something was asked for.
  var areTyped: Bool { order != nil || !columns.isEmpty || typedLimit != nil }

  /// Makes sure that columns are asked for only of forms that have any.
  ///
  /// - Parameters:
  ///   - output: The form of the answer.
  ///   - typed: The options that chose it.
  /// - Throws: A usage error that names both.
  func checkColumns(_ output: OutputOptions, _ typed: OutputOptions.Typed) throws(UsageError) {
    guard !columns.isEmpty, output.format == .json || output.format == .jsonl else { return }
    let form = output.format.rawValue
    throw .conflict("--columns", typed.format == nil ? "--\(form)" : "--format \(form)")
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
