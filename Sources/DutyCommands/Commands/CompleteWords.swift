package import CommandLineKit
import DutyModel
import DutyReports
import DutyStore
import TerminalText

/// Tells a shell what may stand in the place of the last word of a command line.
///
/// It says nothing else, and never fails: whoever presses a key does not want to read an error.
package struct CompleteWords: SettingsIndependentCommand {
  /// The words up to the cursor, without the name of the program.
  package let words: [String]

  package static let name = "complete-words"

  package static let declaration = Declaration(
    Message(en: "Tell a shell what may come next", zh: "告诉 shell 接下来可以写什么"),
    isHidden: true,
    Arguments<String>(
      Message(en: "word", zh: "词"),
      isOptional: true,
      help: Message(
        en: "The words up to the cursor, without the name of the program",
        zh: "光标之前的词，不含程序名"
      ),
      acceptsEmpty: true
    ),
    as: CompleteWords.init
  )

  package func run(in context: Context) -> Outcome {
    let source = CompletionSource(words, in: context)
    let completions = Program.tool.completions(for: words) { source.candidates(of: $0) }
    return Outcome(.bytes(completions.lines(in: context.language).joinedLines))
  }
}

/// The words that only the workspace knows.
struct CompletionSource {
  private let words: [String]
  private let context: Context

  /// - Parameters:
  ///   - words: The line that is being typed: it may name another workspace.
  ///   - context: Where it is typed.
  init(_ words: [String], in context: Context) {
    self.words = words
    self.context = context
  }

  /// The workspace that the line is about, if it can be read.
  private var opened: Opened? {
    let globals = (try? Program.tool.globals(leniently: Array(words.dropLast()))) ?? context.globals
    guard
      let location = try? Workspace.locate(
        asked: globals.folder,
        environment: context.surroundings.environment,
        workingDirectory: context.surroundings.workingDirectory,
        user: context.user,
        files: context.files
      ), let workspace = try? Workspace.open(at: location, files: context.files)
    else { return nil }
    let today = try? globals.today?.day(on: context.clockDay, facing: .past, for: "today")
    return Opened(workspace, today: today ?? context.today)
  }

  /// The candidates of a kind, in the order in which they are most likely to be wanted.
  func candidates(of source: String) -> [Candidate] {
    // These are the same in every workspace, and without one.
    if source == "tiers" { return Tier.Kind.allCases.map { Candidate($0.rawValue) } }
    guard let opened else { return [] }
    switch source {
    case "duties":
      return isRecording ? requirements(opened) : duties(opened)
    case "requirements": return requirements(opened)
    case "checklists": return checklists(opened)
    case "sections": return sections(opened)
    case "owners": return owners(opened)
    case "departments": return departments(opened)
    case "findings": return findings(opened)
    case "events": return events(opened)
    case "settings": return settings(opened)
    default: return []
    }
  }

  /// Whether the line records something, which is always about one requirement.
  private var isRecording: Bool {
    guard case .command(let command) = Program.tool.topic(of: words) else { return false }
    return command.group == .record
  }

  // MARK: - Duties

  private func duties(_ opened: Opened) -> [Candidate] {
    let register = opened.register
    return register.items.indices.filter { register.items[$0].isInEffect }.map { number in
      let item = register.items[number]
      let status = register.status(of: number)
      return Candidate(
        opened.names.shortest(register.reference(of: item)),
        help(item.duty.title, status.state, done: status.done, owed: status.owed)
      )
    }
  }

  /// What is open comes first, then what is done, then what is never done.
  private func requirements(_ opened: Opened) -> [Candidate] {
    let register = opened.register
    var groups: [[Candidate]] = [[], [], []]
    for item in register.items where item.isInEffect {
      for number in item.obligations {
        let status = register.status(ofObligation: number)
        let candidate = Candidate(
          opened.names.shortest(register.obligations[number].reference),
          help(status.requirement.title, status.state, done: status.done, owed: status.owed)
        )
        switch status.state {
        case .overdue, .dueSoon, .inProgress, .pending, .future: groups[0].append(candidate)
        case .done, .waived: groups[1].append(candidate)
        case .ongoing: groups[2].append(candidate)
        }
      }
    }
    return groups.flatMap { $0 }
  }

  /// A short title, the state, and the figures where there are any.
  private func help(_ title: String, _ state: State, done: Int, owed: Int) -> Message {
    let short = context.terminal.cut(title, to: 20)
    guard owed > 0 else {
      return Message(en: "\(short)  \(state.word)", zh: "\(short)  \(state.word)")
    }
    return Message(
      en: "\(short)  \(state.word) \(done)/\(owed)",
      zh: "\(short)  \(state.word) \(done)/\(owed)"
    )
  }

  // MARK: - Places

  private func checklists(_ opened: Opened) -> [Candidate] {
    var seen: Set<String> = []
    return opened.register.checklists.filter { seen.insert($0.id).inserted }
      .map { Candidate($0.id, .verbatim($0.title)) }
  }

  private func sections(_ opened: Opened) -> [Candidate] {
    var seen: Set<String> = []
    return opened.register.checklists.flatMap(\.tiers).flatMap(\.sections).compactMap { section in
      guard let id = section.id, seen.insert(id).inserted else { return nil }
      return Candidate(id, .verbatim(section.title))
    }
  }

  // MARK: - People

  private func owners(_ opened: Opened) -> [Candidate] {
    var names: [String] = []
    var counts: [String: (duties: Int, overdue: Int)] = [:]
    for number in opened.register.items.indices where opened.register.items[number].isInEffect {
      let status = opened.register.status(of: number)
      for name in status.owners {
        if counts[name] == nil { names.append(name) }
        counts[name, default: (0, 0)].duties += 1
        if status.state == .overdue { counts[name, default: (0, 0)].overdue += 1 }
      }
    }
    return names.map { name in
      let (duties, overdue) = counts[name] ?? (0, 0)
      return Candidate(
        name,
        overdue == 0
          ? Message(en: "\(duties, "duty", "duties")", zh: "\(duties)项")
          : Message(
            en: "\(duties, "duty", "duties"), \(overdue) overdue",
            zh: "\(duties)项，逾期\(overdue)"
          )
      )
    }
  }

  private func departments(_ opened: Opened) -> [Candidate] {
    var names: [String] = []
    var counts: [String: Int] = [:]
    for item in opened.register.items where item.isInEffect {
      var own: Set<String> = []
      for number in item.obligations {
        for name in opened.register.obligations[number].requirement.departments
        where own.insert(name).inserted {
          if counts[name] == nil { names.append(name) }
          counts[name, default: 0] += 1
        }
      }
    }
    return names.map { name in
      let count = counts[name, default: 0]
      return Candidate(name, Message(en: "\(count, "duty", "duties")", zh: "\(count)项"))
    }
  }

  // MARK: - Records

  private func findings(_ opened: Opened) -> [Candidate] {
    let findings = opened.register.findings
    let open = findings.filter { $0.state != .closed }
    let closed = findings.filter { $0.state == .closed }
    return (open + closed).map { Candidate($0.short, .verbatim($0.finding.title)) }
  }

  /// The latest records by their short ids, newest first.
  private func events(_ opened: Opened) -> [Candidate] {
    var seen: Set<EventID> = []
    var result: [Candidate] = []
    for event in opened.workspace.journal.events.reversed()
    where seen.insert(event.id.line).inserted {
      guard result.count < 50 else { break }
      let particulars = opened.workspace.journal.particulars(of: event)
      let targets = event.action.targets.prefix(2).map { opened.names.shortest($0.to) }
      let what = [String(particulars.at.prefix(10)), particulars.by] + targets
      result.append(Candidate(event.id.line.short, .verbatim(what.joined(separator: " "))))
    }
    return result
  }

  private func settings(_ opened: Opened) -> [Candidate] {
    opened.workspace.settingsFile.entries.map { entry in
      Candidate(entry.name, .verbatim(entry.value?.description ?? ""))
    }
  }
}
