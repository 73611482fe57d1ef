package import CommandLineKit
package import DutyReports
import TerminalText

/// In which form an answer is written: options shared by every command that prints rows.
package struct OutputOptions: Sendable, Hashable {
  package let format: Format
  /// Whether `csv` leaves texts alone that a spreadsheet would take for formulas.
  package let isRaw: Bool

  package static let parameters = Parameters(
    Option<Format>(
      "format",
      value: Message(en: "format", zh: "格式"),
      help: Message(en: "The form of the answer", zh: "输出的格式"),
      fallback: .verbatim("table")
    ),
    Flag("json", help: Message(en: "Short for --format json", zh: "即 --format json")),
    Flag("jsonl", help: Message(en: "Short for --format jsonl", zh: "即 --format jsonl")),
    Flag("csv", help: Message(en: "Short for --format csv", zh: "即 --format csv")),
    Flag("plain", help: Message(en: "Short for --format plain", zh: "即 --format plain")),
    Flag(
      "raw",
      help: Message(
        en: "Leave texts in csv that a spreadsheet would run as formulas",
        zh: "csv 中不处理会被表格软件当作公式的文字"
      )
    ),
    as: Typed.init(format:json:jsonl:csv:plain:isRaw:),
    untyped: { Typed() }
  )

  /// The options as they were typed, which may contradict each other.
  package struct Typed: Sendable, Hashable {
    var format: Format?
    var json = false
    var jsonl = false
    var csv = false
    var plain = false
    var isRaw = false

    /// The form asked for.
    package func resolved() throws(UsageError) -> OutputOptions {
      var chosen: (name: String, format: Format)? = format.map { ("--format \($0.rawValue)", $0) }
      func choose(_ format: Format, if isTyped: Bool) throws(UsageError) {
        guard isTyped else { return }
        let name = "--\(format.rawValue)"
        if let chosen, chosen.format != format { throw .conflict(chosen.name, name) }
        chosen = (name, format)
      }
      try choose(.json, if: json)
      try choose(.jsonl, if: jsonl)
      try choose(.csv, if: csv)
      try choose(.plain, if: plain)
      return OutputOptions(format: chosen?.format ?? .table, isRaw: isRaw)
    }
  }
}

extension Format: ArgumentValue {}
