package import TerminalText

extension Tool {
  /// The lines after the message of an error: what was expected, and where to read on.
  ///
  /// - Parameters:
  ///   - error: What is wrong with the line.
  ///   - line: What was typed, without the name of the program.
  ///   - language: The language of the lines.
  ///   - terminal: Where the lines are shown.
  /// - Returns: Lines that fit the terminal, but for the usage, which is never broken.
  package func hints(
    for error: UsageError,
    in line: [String],
    language: Language,
    terminal: Terminal
  ) -> [String] {
    func lines(_ message: Message, first: Int) -> [String] {
      message.prose(in: language)
        .lines(for: terminal, indentation: Indentation(first: first, rest: 2))
    }
    if case .unknownCommand(let name, _) = error {
      let words = [self.name] + (name.contains(" ") ? [String(name.prefix { $0 != " " })] : [])
      let help = (words + ["--help"]).joined(separator: " ")
      return lines(.seeAllCommands(help), first: 2)
    }
    if case .invalidValue(_, _, let problem) = error, let advice = problem.advice {
      return lines(advice, first: 2)
    }
    var hints: [String] = []
    let topic = topic(of: line)
    let entries = globals.entries + (topic.command?.entries ?? [])
    if let reference = error.parameter,
      let entry = entries.first(where: { $0.reference == reference && !$0.isHidden })
    {
      let label = entry.longLabel(in: language)
      let help = entry.isNamed ? label : "<\(entry.placeholder.text(in: language))>"
      hints += lines(.help(help, entry.shortHelp), first: 0)
    }
    if let command = topic.command {
      hints.append(Message.usage(command.usage(name, in: language)).text(in: language))
    }
    return hints + lines(.seeHelp(topic.line(after: name)), first: 2)
  }
}

extension HelpTopic {
  fileprivate var command: CommandDescription? {
    if case .command(let command) = self { command } else { nil }
  }

  fileprivate func line(after tool: String) -> String {
    switch self {
    case .tool: "\(tool) --help"
    case .family(let name): "\(tool) \(name) --help"
    case .command(let command): "\(tool) \(command.name) --help"
    }
  }
}

extension UsageError {
  /// The parameter that the error is about.
  fileprivate var parameter: ParameterReference? {
    switch self {
    case .missingValue(let parameter), .emptyValue(let parameter), .missingOption(let parameter):
      parameter
    case .invalidValue(_, let parameter, _): parameter
    case .repeatedOption(let parameter, _, _): parameter
    case .missingArgument(let placeholder):
      ParameterReference(name: "", placeholder: placeholder)
    default: nil
    }
  }
}

// MARK: - Wording

extension Message {
  fileprivate static func help(_ label: String, _ text: Message) -> Message {
    Message(en: "Help:  \(label)  \(text)", zh: "帮助：\(label)  \(text)")
  }

  fileprivate static func usage(_ line: String) -> Message {
    Message(en: "Usage: \(line)", zh: "用法：\(line)")
  }

  fileprivate static func seeHelp(_ line: String) -> Message {
    Message(
      en: "See '\(command: line)' for more information.",
      zh: "更多说明见 \(command: line)"
    )
  }

  fileprivate static func seeAllCommands(_ line: String) -> Message {
    Message(en: "See '\(command: line)' for all commands.", zh: "全部命令见 \(command: line)")
  }
}
