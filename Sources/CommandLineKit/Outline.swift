import TerminalText

// How a command and its parameters are outlined, in help, errors and the manual alike.

extension CommandDescription {
  /// The command line in outline: `duty sign <id> ... --signer <name> [--for <period>] ...`.
  ///
  /// Options that must be typed come before the others.
  /// Options that would make it longer than a line of help are left out for three dots.
  func usage(_ tool: String, in language: Language) -> String {
    let dots = " ..."
    var usage = "\(tool) \(name)"
    for entry in entries where !entry.isNamed && !entry.isHidden {
      usage += " " + entry.label(in: language)
    }
    let named = entries.filter { $0.isNamed && !$0.isHidden }
    for entry in named where entry.isRequired { usage += " " + entry.longLabel(in: language) }
    let options = named.filter { !$0.isRequired }
    // The title before the line takes 7 columns.
    let room = HelpPage.maximum - 7
    for (index, entry) in options.enumerated() {
      let option = " [\(entry.longLabel(in: language))]"
      let isLast = index == options.count - 1
      let width = usage.displayWidth + option.displayWidth + (isLast ? 0 : dots.count)
      guard width <= room else { return usage + dots }
      usage += option
    }
    return usage
  }
}

extension Entry {
  /// The way the parameter is typed: `-o, --output <file>`, `[<topic>]`, `<id> ...`.
  func label(in language: Language) -> String {
    switch kind {
    case .flag, .option:
      let long = longLabel(in: language)
      return short.map { "-\($0), \(long)" } ?? long
    case .argument(let isOptional, let isRepeating):
      let word = "<\(placeholder.text(in: language))>"
      return switch (isOptional, isRepeating) {
      case (false, false): word
      case (false, true): word + " ..."
      case (true, false): "[\(word)]"
      case (true, true): "[\(word) ...]"
      }
    }
  }

  /// The same without the short name.
  func longLabel(in language: Language) -> String {
    switch kind {
    case .flag(isNegatable: true): "--\(name)/--no-\(name)"
    case .flag, .argument: "--\(name)"
    case .option: "--\(name) <\(placeholder.text(in: language))>"
    }
  }

  /// The help as sentences, with the values that may be given and what happens without one.
  ///
  /// The first line of the help is a phrase, which is made a sentence here; more lines follow
  /// as they are.
  var fullHelp: Message {
    let rest = help.otherLines
    return rest.isEmpty ? shortHelp : .joined([shortHelp, rest], separator: .verbatim("\n"))
  }

  /// The same without the further lines.
  var shortHelp: Message {
    let notes = notes
    let first = help.firstLine.sentence
    return if notes.isEmpty {
      first
    } else if first.isEmpty {
      Message(en: "(\(notes))", zh: "（\(notes)）")
    } else {
      Message(en: "\(first) (\(notes))", zh: "\(first)（\(notes)）")
    }
  }

  private var notes: Message {
    var notes: [Message] = []
    if isNamed, isClosed, let words = completion.listedWords {
      let list = words.joined(separator: ", ")
      notes.append(Message(en: "values: \(list)", zh: "取值：\(list)"))
    }
    if isRequired { notes.append(Message(en: "required", zh: "必填")) }
    if let fallback {
      notes.append(Message(en: "default: \(fallback)", zh: "默认：\(fallback)"))
    }
    return .joined(notes, separator: Message(en: "; ", zh: "；"))
  }
}

extension Completion {
  /// The words, if they are known without running the program.
  fileprivate var listedWords: [String]? {
    guard case .candidates(let candidates) = self, !candidates.isEmpty else { return nil }
    return candidates.map(\.word)
  }
}

// MARK: - Sentences

extension Message {
  /// The phrase with a full stop.
  var sentence: Message {
    guard !isEmpty else { return self }
    let english = prose(in: .english)
    let chinese = prose(in: .chinese)
    return Message(
      en: "\(english)\(english.text.isSentence ? "" : ".")",
      zh: "\(chinese)\(chinese.text.isSentence ? "" : "。")"
    )
  }

  /// The text before the first line feed.
  var firstLine: Message {
    let english = text(in: .english).prefix { $0 != "\n" }
    let chinese = text(in: .chinese).prefix { $0 != "\n" }
    return Message(en: "\(String(english))", zh: "\(String(chinese))")
  }

  fileprivate var otherLines: Message {
    let english = text(in: .english).drop { $0 != "\n" }.dropFirst()
    let chinese = text(in: .chinese).drop { $0 != "\n" }.dropFirst()
    return Message(en: "\(String(english))", zh: "\(String(chinese))")
  }
}

extension String {
  /// Whether the text ends as a sentence does.
  var isSentence: Bool {
    last.map { ".。!！?？".contains($0) } ?? true
  }
}
