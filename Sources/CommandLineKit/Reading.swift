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
  /// A line that begins with a command's name, or with options of the program and then the name,
  /// is the rule: then that command's declaration is the only one that is built. Otherwise other
  /// options stand before the command, or there is none, and the options of all commands tell
  /// which word names it.
  func reading(of line: [String]) -> Reading {
    let known = globals.entries + Entry.special
    let start = leadingOptions(of: line, known)
    if let (index, length) = leadingCommand(of: line[start...]) {
      return Reading(
        subject: .command(index: index),
        words: Words(
          sorting: Array(line[..<start] + line[(start + length)...]),
          by: entries(of: index)
        )
      )
    }
    let descriptions = descriptions
    let named = known + descriptions.flatMap(\.entries).filter(\.isNamed)
    let rough = Words(sorting: line, by: named)
    let subject = subject(named: Array(rough.arguments))
    let (length, entries): (Int, [Entry]) =
      switch subject {
      case .none: (0, known)
      case .family: (1, known)
      case .help: (rough.arguments.count, known)
      case .unknown: (rough.arguments.count, named)
      case .command(let index): (names[index].family == nil ? 1 : 2, self.entries(of: index))
      }
    let taken = Set(rough.places.prefix(length))
    let rest = line.indices.filter { !taken.contains($0) }.map { line[$0] }
    return Reading(subject: subject, words: Words(sorting: rest, by: entries))
  }

  /// How many words at the start are options of the program with their values; none if anything
  /// else stands among them.
  private func leadingOptions(of line: [String], _ known: [Entry]) -> Int {
    guard let first = line.first, first.hasPrefix("-"),
      let count = Words(sorting: line, by: known).places.first
    else { return 0 }
    return Words(sorting: Array(line[..<count]), by: known).problem == nil ? count : 0
  }

  /// The command that the first words name, and how many words that takes.
  private func leadingCommand(of line: ArraySlice<String>) -> (index: Int, length: Int)? {
    guard let first = line.first, !first.hasPrefix("-") else { return nil }
    let names = names
    let start = first + " "
    guard names.contains(where: { $0.hasPrefix(start) }) else {
      return names.firstIndex(of: first).map { ($0, 1) }
    }
    guard let second = line.dropFirst().first else { return nil }
    return names.firstIndex(of: start + second).map { ($0, 2) }
  }

  /// What may be typed with a command.
  func entries(of index: Int) -> [Entry] {
    globals.entries + Entry.special + description(at: index).entries
  }

  private func subject(named words: [String]) -> Reading.Subject {
    guard let first = words.first else { return .none }
    let names = names
    // Two words come first: what takes no arguments may have the first word for itself.
    if words.count > 1, let index = names.firstIndex(of: "\(first) \(words[1])") {
      return .command(index: index)
    }
    if let index = names.firstIndex(of: first) { return .command(index: index) }
    if first == "help" { return .help(Array(words.dropFirst())) }
    guard names.contains(where: { $0.family == first }) else { return .unknown(first) }
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
