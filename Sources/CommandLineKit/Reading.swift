import TerminalText

/// A command line, as far as it can be understood without reading its values.
struct Reading {
  /// What the line is about.
  enum Subject {
    /// No command is named.
    case none

    /// The first of two words is there, and nothing after it.
    case family(String)
    case command(index: Int)
    case unknown(String)

    /// The word `help`, and the words after it.
    case help([String])
  }

  let subject: Subject

  /// The words of the line without those that name the subject.
  let words: Words
}

extension Tool {
  /// Finds out what a line is about.
  ///
  /// Options may stand before the command, so the options of all commands tell where it is.
  func reading(of line: [String]) -> Reading {
    let descriptions = descriptions
    let known = globals.entries + Entry.special
    let named = known + descriptions.flatMap(\.entries).filter(\.isNamed)
    let rough = Words(sorting: line, by: named)
    let names = rough.arguments.prefix(2)
    let subject = subject(named: Array(rough.arguments), among: descriptions)
    let (length, entries): (Int, [Entry]) =
      switch subject {
      case .none: (0, known)
      case .family: (1, known)
      case .help: (rough.arguments.count, known)
      case .unknown: (rough.arguments.count, named)
      case .command(let index):
        (
          descriptions[index].family == nil ? 1 : names.count,
          known + descriptions[index].entries
        )
      }
    let taken = Set(rough.places.prefix(length))
    let rest = line.indices.filter { !taken.contains($0) }.map { line[$0] }
    return Reading(subject: subject, words: Words(sorting: rest, by: entries))
  }

  private func subject(
    named words: [String],
    among descriptions: [CommandDescription]
  ) -> Reading.Subject {
    guard let first = words.first else { return .none }
    // Two words come first: what takes no arguments may have the first word for itself.
    if words.count > 1,
      let index = descriptions.firstIndex(where: { $0.name == "\(first) \(words[1])" })
    {
      return .command(index: index)
    }
    if let index = descriptions.firstIndex(where: { $0.name == first }) {
      return .command(index: index)
    }
    if first == "help" { return .help(Array(words.dropFirst())) }
    guard descriptions.contains(where: { $0.family == first }) else { return .unknown(first) }
    guard words.count > 1 else { return .family(first) }
    return .unknown("\(first) \(words[1])")
  }
}

extension Entry {
  /// The options that every program has.
  static let special = [
    Entry(
      kind: .flag(isNegatable: false),
      name: "version",
      help: Message(en: "Show the version", zh: "显示版本")
    ),
    Entry(
      kind: .flag(isNegatable: false),
      name: "help",
      short: "h",
      help: Message(en: "Show help information", zh: "显示帮助")
    ),
  ]
}
