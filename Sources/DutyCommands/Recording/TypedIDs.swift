import DutyModel
import TerminalText

/// The ids a person typed, and those that stand on standard input.
enum TypedIDs {
  /// The ids; a `-` is replaced by the lines of standard input, without blank ones.
  ///
  /// They are read before any lock is taken, because a person may take their time.
  ///
  /// - Throws: A refusal if there are none.
  static func read(_ words: [String], in context: Context) throws(CommandError) -> [String] {
    guard words.contains("-") else { return words }
    var ids: [String] = []
    var isRead = false
    for word in words {
      guard word == "-" else {
        ids.append(word)
        continue
      }
      if !isRead { ids += lines(in: context) }
      isRead = true
    }
    guard !ids.isEmpty else {
      throw .refused(
        .usage,
        code: "no-ids",
        Message(en: "No ids on standard input", zh: "标准输入里没有编号"),
        advice: [Message(en: "Give them one a line.", zh: "请每行写一个。")]
      )
    }
    return ids
  }

  private static func lines(in context: Context) -> [String] {
    let surroundings = context.surroundings
    var lines: [String] = []
    var line: String?
    if surroundings.isInteractive {
      let hint = Message(
        en: "Note: reading ids, one a line; end with Ctrl-D",
        zh: "提示：正在读取编号，每行一个，按 Ctrl-D 结束"
      )
      line = surroundings.ask(hint.text(in: context.language) + "\n")
    } else {
      line = surroundings.readLine()
    }
    while let text = line {
      let id = text.trimmed
      if !id.isEmpty { lines.append(id) }
      line = surroundings.readLine()
    }
    return lines
  }
}
