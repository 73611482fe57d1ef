import CommandLineKit
import DutyCommands
import TerminalText
import Testing

/// Rules of the command line that hold for every command and every option.
@Suite struct GrammarTests {
  private static let tool = Program.tool
  private static let descriptions = tool.descriptions
  private static let globals = tool.globals.entries
  private static let commands = tool.visibleDescriptions.map(\.name)

  /// Values of every kind that an option or an argument may want.
  private static let values = [
    "office", "bash", "dueSoonDays", "2026-06-30", "2026-07-01", "2026", "2025", "2026-Q2",
    "2026-Q3", "1", "2", "30", "45人次", "3场", "id", "title", "due", "owner", "tier", "overdue",
    "open", "closed", "annual", "self-assessment", "text", "html", "json", "csv", "xlsx", "en",
    "zh", "always", "never", "number", "cause", "4 per year", "1 per month", "g1.owner=王芳",
    "g2.owner=王芳",
  ]

  /// What a line asks for, with all the values that were read; `nil` if it is refused.
  private func meaning(_ line: [String]) -> String? {
    guard let request = try? GrammarTests.tool.request(for: line) else { return nil }
    return "\(request)"
  }

  private func isUnderstood(_ line: [String]) -> Bool {
    (try? GrammarTests.tool.request(for: line)) != nil
  }

  /// The words of a command, of its arguments and of the options that must be there, such that the
  /// line is understood.
  private func base(_ name: String) throws -> [String] {
    let words = name.split(separator: " ").map(String.init)
    let description = try #require(GrammarTests.descriptions.first { $0.name == name })
    let count = description.entries.count { entry in
      if case .argument(isOptional: false, _) = entry.kind { true } else { false }
    }
    let required = description.entries.filter(\.isRequired)
    let lines = GrammarTests.values.lazy.compactMap { value in
      completed(words + Array(repeating: value, count: count), with: required[...])
    }
    return try #require(lines.first, "\(name)")
  }

  /// A line with options that must be there, such that it is understood.
  private func completed(_ line: [String], with required: ArraySlice<Entry>) -> [String]? {
    guard let entry = required.first else { return isUnderstood(line) ? line : nil }
    return GrammarTests.values.lazy.compactMap { value in
      completed(line + ["--\(entry.name)", value], with: required.dropFirst())
    }.first
  }

  /// A line without an option that must be there, so that it can be added in every way.
  private func line(_ line: [String], without entry: Entry) -> [String] {
    guard let place = line.firstIndex(of: "--\(entry.name)") else { return line }
    return Array(line[..<place] + line[(place + 2)...])
  }

  /// The options and flags of a command and of all.
  private func entries(_ name: String) throws -> [Entry] {
    let description = try #require(GrammarTests.descriptions.first { $0.name == name })
    return (description.entries + GrammarTests.globals).filter(\.isNamed)
  }

  /// Two values of an option that mean different things; one if there is no other.
  private func values(of entry: Entry, after base: [String]) -> [String] {
    var meanings: Set<String> = []
    var accepted: [String] = []
    for value in GrammarTests.values where accepted.count < 2 {
      guard let meaning = meaning(base + ["--\(entry.name)", value]) else { continue }
      if meanings.insert(meaning).inserted { accepted.append(value) }
    }
    return accepted
  }

  // MARK: - Spellings

  /// `--name value`, `--name=value`, `-n value` and `-nvalue`, before the arguments and behind
  /// them, mean the same.
  @Test(arguments: commands)
  func spellingsMeanTheSame(_ name: String) throws {
    let whole = try base(name)
    let count = name.split(separator: " ").count
    for entry in try entries(name) {
      let base = line(whole, without: entry)
      let long = "--\(entry.name)"
      var spellings: [[String]] = [[long]]
      if case .option = entry.kind {
        let value = try #require(values(of: entry, after: base).first, "\(name) \(long)")
        spellings = [[long, value], ["\(long)=\(value)"]]
        if let short = entry.short { spellings += [["-\(short)", value], ["-\(short)\(value)"]] }
      } else if let short = entry.short {
        spellings.append(["-\(short)"])
      }
      let meanings = spellings.flatMap { spelling in
        [base + spelling, base[..<count] + spelling + base[count...]].map { meaning(Array($0)) }
      }
      #expect(meanings[0] != nil && Set(meanings).count == 1, "\(name) \(long)")
      #expect(meanings[0] != meaning(base), "\(name) \(long) changes nothing")
    }
  }

  /// What all commands take stands also before the command.
  @Test(arguments: commands)
  func optionsOfAllStandBeforeTheCommandToo(_ name: String) throws {
    let base = try base(name)
    for entry in GrammarTests.globals {
      var words = ["--\(entry.name)"]
      if case .option = entry.kind {
        words.append(try #require(values(of: entry, after: base).first))
      }
      #expect(meaning(words + base) == meaning(base + words), "\(words)")
      #expect(isUnderstood(words + base), "\(words)")
    }
  }

  /// `-nq` is `-n -q`; the last of a cluster may take a value.
  @Test(arguments: commands)
  func shortNamesStandTogether(_ name: String) throws {
    let base = try base(name)
    let entries = try entries(name)
    for first in entries {
      guard case .flag = first.kind, let one = first.short else { continue }
      for second in entries where second.name != first.name {
        guard let other = second.short else { continue }
        var value: [String] = []
        if case .option = second.kind { value = ["2026"] }
        let apart = meaning(base + ["-\(one)", "-\(other)"] + value)
        #expect(meaning(base + ["-\(one)\(other)"] + value) == apart, "\(name) -\(one)\(other)")
      }
    }
  }

  /// An option that has one value is not given two; the same twice is a script's habit.
  @Test(arguments: commands)
  func oneValueIsNotTwo(_ name: String) throws {
    let whole = try base(name)
    for entry in try entries(name) {
      guard case .option(let isRepeating, _) = entry.kind else { continue }
      let base = line(whole, without: entry)
      let values = values(of: entry, after: base)
      let first = try #require(values.first)
      let one = base + ["--\(entry.name)", first]
      if isRepeating {
        guard values.count == 2 else { continue }
        #expect(isUnderstood(one + ["--\(entry.name)", values[1]]), "\(name) --\(entry.name)")
      } else {
        #expect(meaning(one + ["--\(entry.name)", first]) == meaning(one))
        let other = try #require(values.last { $0 != first }, "\(name) --\(entry.name)")
        #expect(!isUnderstood(one + ["--\(entry.name)", other]), "\(name) --\(entry.name)")
      }
    }
  }

  // MARK: - Refusals

  /// What must be there is told to be missing, and shown as such.
  @Test(arguments: commands)
  func requiredOptionsAreRequired(_ name: String) throws {
    let whole = try base(name)
    let description = try #require(GrammarTests.descriptions.first { $0.name == name })
    let topic = GrammarTests.tool.topic(of: name.split(separator: " ").map(String.init))
    let page = HelpPage(topic, of: GrammarTests.tool, language: .english, columns: 80)
    let usage = try #require(page.lines.first { $0.hasPrefix("USAGE: ") })
    for entry in description.entries where entry.isRequired {
      #expect(throws: UsageError.missingOption(entry.reference)) {
        try GrammarTests.tool.request(for: line(whole, without: entry))
      }
      #expect(usage.contains(" --\(entry.name) <"), "\(usage)")
    }
  }

  /// No option and no command is understood by its beginning.
  @Test(arguments: commands)
  func abbreviationsAreRefused(_ name: String) throws {
    let base = try base(name)
    let all = Set(
      GrammarTests.descriptions.flatMap { $0.name.split(separator: " ").map(String.init) }
    ).union(["help"])
    let count = name.split(separator: " ").count
    for place in 0..<count {
      var line = base
      for length in 1..<base[place].count {
        line[place] = String(base[place].prefix(length))
        if !all.contains(line[place]) { #expect(!isUnderstood(line), "\(line)") }
      }
    }
    let entries = try entries(name)
    let names = Set(entries.map(\.name) + ["help", "version"])
    for option in names {
      for length in 1..<option.count where !names.contains(String(option.prefix(length))) {
        // With a value and without: neither a flag nor an option.
        for end in ["", "=2026"] {
          let line = base + ["--\(option.prefix(length))\(end)"]
          #expect(!isUnderstood(line), "\(line)")
        }
      }
    }
  }

  /// `-o=value` is neither the value `=value` nor `value`.
  @Test(arguments: commands)
  func equalSignsBelongToLongNames(_ name: String) throws {
    let base = try base(name)
    for entry in try entries(name) {
      guard let short = entry.short else { continue }
      #expect(!isUnderstood(base + ["-\(short)=1"]), "\(name) -\(short)")
    }
  }

  /// A value that may not be empty is not, and one that is missing is not taken from the next
  /// option.
  @Test(arguments: commands)
  func valuesAreThere(_ name: String) throws {
    let whole = try base(name)
    for entry in try entries(name) {
      guard case .option = entry.kind else { continue }
      let base = line(whole, without: entry)
      let long = "--\(entry.name)"
      #expect(!isUnderstood(base + [long]), "\(name) \(long)")
      #expect(!isUnderstood(base + [long, "--lang", "zh"]), "\(name) \(long)")
      #expect(!isUnderstood(base + ["\(long)="]) || entry.acceptsEmpty, "\(name) \(long)")
    }
  }

  /// Every option that takes a day refuses what might be two days, or none.
  @Test(arguments: commands)
  func unclearDaysAreRefused(_ name: String) throws {
    let whole = try base(name)
    for entry in try entries(name) where entry.placeholder.text(in: .english) == "date" {
      let base = line(whole, without: entry)
      let long = "--\(entry.name)"
      #expect(isUnderstood(base + [long, "2026-06-30"]), "\(name) \(long)")
      for word in [
        "7/6/2026", "06/07", "26-06-30", "2026-02-31", "2026-13-01", "0000-01-01", "10000-01-01",
        "2026-06-30x", " 2026-06-30", "2026-06-30 ", "", "soon", "2026-02-30", "2027-02-29",
      ] {
        #expect(!isUnderstood(base + [long, word]), "\(name) \(long) '\(word)'")
      }
    }
  }

  // MARK: - Help

  /// No line is wider than the page, but for what must not be broken; what an option is for
  /// stands in a column of its own.
  @Test(arguments: commands, Language.allCases)
  func helpFits(_ name: String, _ language: Language) {
    let topic = GrammarTests.tool.topic(of: name.split(separator: " ").map(String.init))
    for columns in [40, 80, 200] {
      let page = HelpPage(topic, of: GrammarTests.tool, language: language, columns: columns)
      for line in page.lines where line.displayWidth > min(columns, 80) {
        // The usage, examples to copy and long names stand on lines of their own.
        let isWhole =
          line.hasPrefix("USAGE: ") || line.hasPrefix("用法：") || line.contains("duty ")
          || line.hasPrefix("  --") && !line.dropFirst(4).contains("   ")
        #expect(isWhole, "\(columns): \(line)")
      }
      #expect(page.lines.allSatisfy { $0.last != " " })
      for entry in entriesShown(name) {
        let lines = page.lines.filter { $0.hasName("--\(entry.name)") }
        #expect(lines.count == 1, "\(name) --\(entry.name) at \(columns)")
      }
    }
  }

  /// What is told in one language is told in the other.
  @Test(arguments: commands)
  func helpIsInBothLanguages(_ name: String) throws {
    let description = try #require(GrammarTests.descriptions.first { $0.name == name })
    let messages =
      [description.summary, description.discussion, description.exitStatus].compactMap(\.self)
      + description.entries.filter { !$0.isHidden }.map(\.help)
    for message in messages {
      let (english, chinese) = (message.text(in: .english), message.text(in: .chinese))
      #expect(english != chinese)
      #expect(chinese.unicodeScalars.contains { $0.isHan }, "\(chinese)")
    }
  }

  private func entriesShown(_ name: String) -> [Entry] {
    let description = GrammarTests.tool.visibleDescriptions.first { $0.name == name }
    return description?.entries.filter { $0.isNamed && !$0.isHidden } ?? []
  }
}

extension Unicode.Scalar {
  /// Whether it is a Chinese character of the usual block.
  fileprivate var isHan: Bool { ("\u{4E00}"..."\u{9FFF}").contains(self) }
}

extension String {
  /// Whether it is the line of an option in a help page.
  fileprivate func hasName(_ option: String) -> Bool {
    guard hasPrefix("  -") else { return false }
    let words = split { " ,/".contains($0) }
    return words.first == option[...] || words.dropFirst().first == option[...]
  }
}
