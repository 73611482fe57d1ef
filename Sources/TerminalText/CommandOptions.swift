/// Options that a command must repeat to mean the same once it is copied and pasted, such as the
/// folder it works in.
///
/// They are added where a command to copy is shown, so that no place that names one needs to know
/// of them.
package struct CommandOptions: Sendable, Hashable {
  private let program: String
  private let options: String
  private let independent: [String]
  private let excluding: [String]

  /// - Parameters:
  ///   - options: The options with their values, as they are typed.
  ///   - program: The name of the program, the first word of its commands.
  ///   - independent: The subcommands that have no use for the options.
  ///   - excluding: The words after which nothing is to be added, wherever they stand in a command:
  ///     the options themselves, and those that only ask for help.
  package init(
    _ options: String,
    for program: String,
    except independent: [String] = [],
    excluding: [String] = []
  ) {
    self.options = options
    self.program = program
    self.independent = independent
    self.excluding = excluding
  }

  /// Whether words that stay on one line begin as a command of the program does: most do not, but
  /// are a place in a file or a name.
  func mayConcern(_ words: some Sequence<UInt8>) -> Bool {
    words.drop { $0 == UInt8(ascii: " ") }.starts(with: program.utf8)
  }

  /// The command with the options, if it is one of the program and needs them.
  func completing(_ command: String) -> String {
    let words = command.split(separator: " ")
    guard words.count > 1, words[0] == program, !independent.contains(String(words[1])) else {
      return command
    }
    let equals = UInt8(ascii: "=")
    let isComplete = words.contains { word in
      let word = word.drop { $0 == "'" }
      return excluding.contains { option in
        // The value of a short option may be joined to it.
        word.hasPrefix(option)
          && (option.utf8.count == 2
            || (word.utf8.dropFirst(option.utf8.count).first ?? equals) == equals)
      }
    }
    return isComplete ? command : "\(command) \(options)"
  }
}

extension Prose {
  /// The prose whose commands to copy have the options they need.
  func completed(with options: CommandOptions?) -> Prose {
    guard let options else { return self }
    let hasCommand = marks.contains { mark in
      mark.isUnbreakable && options.mayConcern(text.utf8.dropFirst(mark.range.lowerBound))
    }
    guard hasCommand else { return self }
    return parts.reduce(into: Prose()) { result, part in
      result += Prose(
        part.isUnbreakable ? options.completing(part.text) : part.text,
        role: part.role,
        isUnbreakable: part.isUnbreakable
      )
    }
  }
}
