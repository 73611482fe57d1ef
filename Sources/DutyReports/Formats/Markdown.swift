import TerminalText

extension DataTable {
  /// A table as GitHub's Markdown has it; whatever Markdown would read is escaped.
  func markdown(in language: Language) -> [UInt8] {
    var lines = [
      columns.map { $0.header.text(in: language).escapedForMarkdown },
      columns.map { _ in "---" },
    ]
    lines += rows.map { row in row.map { $0.content.visible.escapedForMarkdown } }
    return lines.map { "| " + $0.joined(separator: " | ") + " |" }.joinedLines
  }
}

extension String {
  /// The text with every character escaped that could mean something in Markdown or HTML.
  fileprivate var escapedForMarkdown: String {
    var result = ""
    for character in self {
      switch character {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "|", "\\", "`", "*", "_", "[", "]", "#", "!", "~": result += "\\\(character)"
      default: result.append(character)
      }
    }
    return result
  }
}
