package import CommandLineKit
import DutyStore
import TerminalText

/// Moves lines that cannot be read out of the journal, so that nothing is in the way of the rest.
package struct Repair: Command {
  package let isConfirmed: Bool
  let options: WritingOptions

  package static let name = "repair"

  package static let declaration = Declaration(
    Message(en: "Move lines that cannot be read out of the journal", zh: "把读不了的行移出台账"),
    group: .setUp,
    examples: [
      Example("duty repair --dry-run"),
      Example("duty repair --yes", Message(en: "in a script", zh: "供脚本使用")),
    ],
    discussion: Message(
      en:
        "The lines are kept in a file beside the journal that ends in .bad, and the journal as it was in one that ends in .orig. All other lines stay byte for byte. A file that was saved in another encoding is left alone: save it as UTF-8.",
      zh:
        "移出的行存放在台账旁边以 .bad 结尾的文件里，原来的台账存为以 .orig 结尾的文件。其余各行一字不动。存成了其他编码的文件不会改动，请把它存成 UTF-8。"
    ),
    Flag("yes", short: "y", help: Message(en: "Do not ask", zh: "不再询问")),
    WritingOptions.parameters,
    as: Repair.init(isConfirmed:options:)
  )

  package func run(in context: Context) throws -> Outcome {
    let wait = try context.lockMilliseconds(options.lockTimeout)
    let location = try context.locate()
    let bad = try Workspace.unreadableLines(at: location, files: context.files)
    guard !bad.isEmpty else {
      return Outcome(
        options.isQuiet
          ? .nothing
          : .prose([Message(en: "Nothing to repair: every line can be read.", zh: "无需修复：每一行都能读取。")])
      )
    }
    if options.isDryRun {
      return Outcome(
        .prose(
          bad.map {
            Message(
              en: "\($0.path): would move \(Repair.lines($0.lines, .english)) to \($0.path).bad",
              zh: "\($0.path)：将把\(Repair.lines($0.lines, .chinese))移到 \($0.path).bad"
            )
          }
        )
      )
    }
    guard try isWanted(bad.reduce(0) { $0 + $1.lines.count }, bad.count, in: context) else {
      return Outcome(
        .prose([Message(en: "Nothing was changed.", zh: "没有改动。")]),
        status: .negative
      )
    }
    let repaired = try Workspace.repair(
      at: location,
      as: context.author(nil),
      lockMilliseconds: wait,
      files: context.files
    )
    guard !options.isQuiet else { return Outcome(.nothing) }
    return Outcome(
      .prose(
        repaired.map { file in
          let path = Path.join(location.folder, file.path)
          let bad = Path.join(location.folder, file.badPath)
          let backup = Path.join(location.folder, file.backupPath)
          return Message(
            en:
              "\(path): moved \(Repair.lines(file.lines, .english)) to \(bad); the file as it was: \(backup)",
            zh: "\(path)：\(Repair.lines(file.lines, .chinese))已移到 \(bad)，原文件存为 \(backup)"
          )
        }
      )
    )
  }

  private func isWanted(_ lines: Int, _ files: Int, in context: Context) throws -> Bool {
    if isConfirmed { return true }
    let question = Message(
      en: "Move \(lines, "line", "lines") out of \(files, "file", "files") of the journal?",
      zh: "把\(lines)行移出\(files)个台账文件吗？"
    )
    guard context.surroundings.isInteractive else {
      throw CommandError.wouldAsk(question, option: "--yes")
    }
    let choice = Message(en: "\(question) [y/N] ", zh: "\(question)[y/N] ")
    let answer = context.surroundings.ask(choice.text(in: context.language))?.trimmed
      .lowercased()
    return ["y", "yes", "是", "好"].contains(answer ?? "")
  }

  /// The numbers of lines in words, at most ten.
  private static func lines(_ numbers: [Int], _ language: Language) -> String {
    let more = numbers.count > 10
    let list = numbers.prefix(10).map(String.init)
    switch language {
    case .english:
      let text = list.joined(separator: ", ") + (more ? " and \(numbers.count - 10) more" : "")
      return numbers.count == 1 ? "line \(text)" : "lines \(text)"
    case .chinese:
      return "第" + list.joined(separator: "、") + "行" + (more ? "等\(numbers.count)行" : "")
    }
  }
}
