package import TerminalText

extension Tool {
  /// The lines after the message of an error: what was expected, and where to read on.
  ///
  /// - Parameters:
  ///   - error: What is wrong with the line.
  ///   - line: What was typed, without the name of the program.
  ///   - language: The language of the lines.
  package func hints(
    for error: UsageError,
    in line: [String],
    language: Language
  ) -> [Prose] {
    if case .unknownCommand(let name, _) = error {
      let words = [self.name] + (name.contains(" ") ? [String(name.prefix { $0 != " " })] : [])
      let help = (words + ["--help"]).joined(separator: " ")
      return [Message.seeAllCommands(help).prose(in: language)]
    }
    if case .invalidValue(_, _, let problem) = error, let advice = problem.advice {
      return ["  \(advice.prose(in: language))"]
    }
    var hints: [Prose] = []
    let topic = topic(of: line)
    let entries = globals.entries + (topic.command?.entries ?? [])
    if let reference = error.parameter,
      let entry = entries.first(where: { $0.reference == reference && !$0.isHidden })
    {
      let label = entry.longLabel(in: language)
      let help = entry.isNamed ? label : "<\(entry.placeholder.text(in: language))>"
      hints.append(Message.help(help, entry.fullHelp).prose(in: language))
    }
    if let command = topic.command {
      hints.append(Message.usage(command.usage(name, in: language)).prose(in: language))
    }
    hints.append(Message.seeHelp(topic.line(after: name)).prose(in: language))
    return hints
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
    case .missingValue(let parameter), .emptyValue(let parameter): parameter
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
    Message(en: "Help:  \(label)  \(text)", zh: "帮助：  \(label)  \(text)")
  }

  fileprivate static func usage(_ line: String) -> Message {
    Message(en: "Usage: \(line)", zh: "用法：\(line)")
  }

  fileprivate static func seeHelp(_ line: String) -> Message {
    Message(
      en: "  See '\(command: line)' for more information.",
      zh: "  更多说明见 \(command: line)"
    )
  }

  fileprivate static func seeAllCommands(_ line: String) -> Message {
    Message(en: "  See '\(command: line)' for all commands.", zh: "  全部命令见 \(command: line)")
  }
}
