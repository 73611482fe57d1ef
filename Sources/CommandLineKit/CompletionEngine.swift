package import TerminalText

/// What the shell should offer.
package struct Completions: Sendable, Hashable {
  package var candidates: [Candidate] = []
  package var includesFiles = false

  package init(candidates: [Candidate] = [], includesFiles: Bool = false) {
    self.candidates = candidates
    self.includesFiles = includesFiles
  }

  /// The answer that the scripts of ``Shell`` understand: a candidate a line, with a tab before
  /// its help if it has any, and a line `:files` if file names may stand here too.
  package func lines(in language: Language) -> [String] {
    let words = candidates.map { candidate in
      let help = candidate.help.text(in: language).visible
      return help.isEmpty ? candidate.word : "\(candidate.word)\t\(help)"
    }
    return words + (includesFiles ? [":files"] : [])
  }
}

extension Tool {
  /// What may stand in the place of the last word.
  ///
  /// - Parameters:
  ///   - line: The words up to the cursor, without the name of the program. The last one is
  ///     being typed, and may be empty.
  ///   - source: Finds the candidates of a ``Completion/source(_:)``.
  /// - Returns: The words the shell should offer, in order, without those that do not begin
  ///   like the last one.
  package func completions(
    for line: [String],
    source: (String) -> [Candidate]
  ) -> Completions {
    let current = line.last ?? ""
    let reading = reading(of: Array(line.dropLast()))
    let words = reading.words
    if let option = words.awaiting {
      return completions(ofValue: current, of: option, source)
    }
    if current.hasPrefix("-"), !words.isPastOptions {
      return completions(ofOption: current, after: reading, source)
    }
    switch reading.subject {
    case .none:
      return Completions(candidates: commandCandidates + Candidate.help).beginning(with: current)
    case .family(let name):
      return Completions(candidates: memberCandidates(of: name)).beginning(with: current)
    case .unknown:
      return Completions()
    case .help(let names):
      guard let name = names.first else {
        return Completions(candidates: commandCandidates).beginning(with: current)
      }
      guard names.count == 1 else { return Completions() }
      return Completions(candidates: memberCandidates(of: name)).beginning(with: current)
    case .command(let index):
      let places = description(at: index).entries.filter { !$0.isNamed && !$0.isHidden }
      let count = words.arguments.count
      if places.isEmpty, count == 0 {
        // It takes no arguments, but others may begin with its name.
        return Completions(candidates: memberCandidates(of: names[index]))
          .beginning(with: current)
      }
      guard let place = count < places.count ? places[count] : places.last,
        count < places.count || place.isRepeating
      else { return Completions() }
      var completions = completions(place.completion, source).beginning(with: current)
      let typed = Set(words.arguments)
      completions.candidates.removeAll { typed.contains($0.word) }
      return completions
    }
  }

  // MARK: Options

  private func completions(
    ofOption current: String,
    after reading: Reading,
    _ source: (String) -> [Candidate]
  ) -> Completions {
    var entries = globals.entries + Entry.special
    if case .command(let index) = reading.subject {
      entries = description(at: index).entries.filter(\.isNamed) + entries
    }
    if let equals = current.firstIndex(of: "=") {
      let name = current[..<equals]
      guard let entry = entries.first(where: { $0.takesValue && "--\($0.name)" == name }) else {
        return Completions()
      }
      let value = String(current[current.index(after: equals)...])
      return completions(ofValue: value, of: entry, source).adding(prefix: "\(name)=")
    }
    let free = entries.filter { entry in
      !entry.isHidden && (entry.isRepeating || reading.words.values(of: entry.name) == nil)
    }
    let candidates = free.flatMap { entry in
      let isNegatable = entry.kind == .flag(isNegatable: true)
      return (isNegatable ? ["--", "--no-"] : ["--"]).map { dashes in
        Candidate(dashes + entry.name, entry.help.firstLine)
      }
    }
    return Completions(candidates: candidates).beginning(with: current)
  }

  private func completions(
    ofValue value: String,
    of entry: Entry,
    _ source: (String) -> [Candidate]
  ) -> Completions {
    let all = completions(entry.completion, source)
    guard let separator = entry.separator, let last = value.lastIndex(of: separator) else {
      return all.beginning(with: value)
    }
    let start = value.index(after: last)
    let typed = Set(value[..<last].split(separator: separator).map(String.init))
    var rest = all.beginning(with: String(value[start...]))
    rest.candidates.removeAll { typed.contains($0.word) }
    return rest.adding(prefix: String(value[..<start]))
  }

  // MARK: Words

  private func completions(
    _ completion: Completion,
    _ source: (String) -> [Candidate]
  ) -> Completions {
    switch completion {
    case .none: return Completions()
    case .files: return Completions(includesFiles: true)
    case .candidates(let candidates): return Completions(candidates: candidates)
    case .commands: return Completions(candidates: commandCandidates)
    case .source(let name): return Completions(candidates: source(name))
    case .anyOf(let kinds):
      return kinds.reduce(into: Completions()) { result, kind in
        let more = completions(kind, source)
        result.candidates += more.candidates
        result.includesFiles = result.includesFiles || more.includesFiles
      }
    }
  }

  /// The first words of the commands.
  private var commandCandidates: [Candidate] {
    var families: Set<String> = []
    return visibleDescriptions.compactMap { command in
      guard let family = command.family else { return Candidate(command.name, command.summary) }
      guard !visibleDescriptions.contains(where: { $0.name == family }) else { return nil }
      guard families.insert(family).inserted else { return nil }
      let words = memberCandidates(of: family).map(\.word)
      return Candidate(family, .verbatim(words.joined(separator: ", ")))
    }
  }

  /// The second words of the commands that share a first one.
  private func memberCandidates(of family: String) -> [Candidate] {
    members(of: family).map { command in
      Candidate(String(command.name.dropFirst(family.count + 1)), command.summary)
    }
  }
}

extension Candidate {
  fileprivate static let help = [
    Candidate("help", Message(en: "Show help on a command", zh: "显示某个命令的帮助"))
  ]
}

extension Completions {
  fileprivate func beginning(with prefix: String) -> Completions {
    var result = self
    result.candidates.removeAll { !$0.word.hasPrefix(prefix) }
    return result
  }

  fileprivate func adding(prefix: String) -> Completions {
    var result = self
    result.candidates = candidates.map { Candidate(prefix + $0.word, $0.help) }
    return result
  }
}
