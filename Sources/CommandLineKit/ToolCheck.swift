import TerminalText

extension Tool {
  /// What the types cannot hold: faults in the declarations, one line each, for a test to find
  /// none of.
  package var faults: [String] {
    var faults: [String] = []
    let descriptions = descriptions
    let names = descriptions.map(\.name)
    for name in names.repeated { faults.append("\(name): the name is used twice") }
    let families = Set(descriptions.compactMap(\.family))
    for command in descriptions where families.contains(command.name) {
      // Its argument could not be told from the second word of another.
      guard command.entries.contains(where: { !$0.isNamed }) else { continue }
      faults.append("\(command.name): takes arguments and is the first word of others")
    }
    let globals = globals.entries + Entry.special
    faults += summary.phraseFaults.map { "\(name): the summary \($0)" }
    faults += globals.flatMap { entry in entry.faults.map { "\(name): \($0)" } }
    for entry in globals where !entry.isNamed {
      faults.append("\(name): \(entry.display) is an argument of all commands")
    }
    for command in descriptions {
      faults += command.faults(with: globals).map { "\(command.name): \($0)" }
    }
    faults += Tool.disagreements(among: globals + descriptions.flatMap(\.entries))
    return faults
  }

  /// Options that take a value in one command and none in another: before the command is known,
  /// nobody could tell which word belongs to them.
  private static func disagreements(among entries: [Entry]) -> [String] {
    var takesValue: [String: Bool] = [:]
    var faults: [String] = []
    for entry in entries where entry.isNamed {
      let names = ["--\(entry.name)"] + (entry.short.map { ["-\($0)"] } ?? [])
      for name in names {
        if let other = takesValue[name], other != entry.takesValue {
          faults.append("\(name): takes a value in one place and none in another")
        }
        takesValue[name] = entry.takesValue
      }
    }
    return faults
  }
}

extension CommandDescription {
  fileprivate func faults(with globals: [Entry]) -> [String] {
    var faults = summary.phraseFaults.map { "the summary \($0)" }
    let words = name.split(separator: " ", omittingEmptySubsequences: false)
    if words.count > 2 || words.contains(where: { $0.isEmpty || $0.hasPrefix("-") }) {
      faults.append("the name is neither a word nor two")
    }
    let named = (entries + globals).filter(\.isNamed)
    for name in named.map(\.name).repeated { faults.append("--\(name) is used twice") }
    for short in named.compactMap(\.short).map(String.init).repeated {
      faults.append("-\(short) is used twice")
    }
    let places = entries.filter { !$0.isNamed }
    for place in places.dropLast() where place.isRepeating {
      faults.append("\(place.display) repeats, but is not the last argument")
    }
    if let optional = places.firstIndex(where: \.isOptionalArgument) {
      for place in places[optional...] where !place.isOptionalArgument {
        faults.append("\(place.display) is required after an optional argument")
      }
    }
    return faults + entries.flatMap(\.faults)
  }
}

extension Entry {
  fileprivate var display: String { label(in: .english) }

  fileprivate var isOptionalArgument: Bool {
    if case .argument(isOptional: true, _) = kind { true } else { false }
  }

  fileprivate var faults: [String] {
    var faults: [String] = []
    if !isHidden || !help.isEmpty {
      faults += help.firstLine.phraseFaults.map { "the help of \(display) \($0)" }
    }
    let needsPlaceholder = takesValue || !isNamed
    if needsPlaceholder, !placeholder.isWhole {
      faults.append("\(display) has no name for its value in one of the languages")
    }
    if isNamed, name.isEmpty || name.hasPrefix("-") || name.contains("=") || name.contains(" ") {
      faults.append("'\(name)' is no name for an option")
    }
    if isNamed, name.hasPrefix("no-") { faults.append("--\(name) reads like a negation") }
    return faults
  }
}

extension Message {
  /// Whether there are words in every language.
  fileprivate var isWhole: Bool {
    Language.allCases.allSatisfy { !text(in: $0).isEmpty }
  }

  fileprivate var phraseFaults: [String] {
    Language.allCases.flatMap { language -> [String] in
      let text = text(in: language)
      if text.isEmpty { return ["is empty in \(language)"] }
      if text.hasSuffix(".") && !text.hasSuffix("...") || text.hasSuffix("。") {
        return ["ends in a full stop in \(language)"]
      }
      if text.contains("(default") || text.contains("（默认") {
        return ["tells the default, which is added to it, in \(language)"]
      }
      return []
    }
  }
}

extension [String] {
  /// The elements that occur more than once, each once.
  fileprivate var repeated: [String] {
    var counts: [String: Int] = [:]
    for element in self { counts[element, default: 0] += 1 }
    return counts.filter { $0.value > 1 }.keys.sorted()
  }
}
