import CommandLineKit
import DutyStore
import TerminalText

/// Where a document is written: options shared by every command that writes one.
struct DocumentOutput: Sendable, Hashable {
  let path: String?
  let isForced: Bool

  static let parameters = Parameters(
    Option<String>(
      "output",
      short: "o",
      value: Message(en: "file", zh: "文件"),
      help: Message(en: "Write to this file", zh: "写到这个文件"),
      fallback: Message(en: "standard output", zh: "标准输出"),
      completion: .files
    ),
    Flag("force", help: Message(en: "Overwrite a file that is there", zh: "覆盖已有的文件")),
    as: DocumentOutput.init(path:isForced:)
  )

  /// The letters after the last dot of the file's name.
  var suffix: String? {
    guard let path, let dot = Path.name(of: path).lastIndex(of: ".") else { return nil }
    let name = Path.name(of: path)
    return String(name[name.index(after: dot)...])
  }

  /// Writes the document, or gives it as the answer.
  ///
  /// - Parameters:
  ///   - bytes: The document.
  ///   - isBinary: Whether a terminal could not show it.
  ///   - context: What is around the command.
  /// - Returns: The answer: the document, or the path of the file.
  /// - Throws: An error if the file is there already, or if a terminal would be flooded.
  func answer(_ bytes: [UInt8], isBinary: Bool, in context: Context) throws -> Outcome.Answer {
    guard let path, path != "-" else {
      if isBinary, context.surroundings.output.isTerminal {
        throw CommandError.refused(
          .usage,
          code: "binary-to-terminal",
          Message(en: "This form is not for a terminal", zh: "终端无法显示这种格式"),
          advice: [
            Message(
              en: "Name a file: \(command: "--output <file>")",
              zh: "请写明文件：\(command: "--output <文件>")"
            )
          ]
        )
      }
      return .bytes(bytes)
    }
    let whole = context.surroundings.workingDirectory.map { Path.join($0, path) } ?? path
    do throws(FileError) {
      try context.files.replace(whole, with: bytes, isForced ? .whatever : .new)
    } catch {
      if error.reason == .exists { throw CommandError.exists(path) }
      throw StoreError.file(FileError(path, error.action, error.reason))
    }
    return .bytes(Array("\(path)\n".utf8))
  }
}
