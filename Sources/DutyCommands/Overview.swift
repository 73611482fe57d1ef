import CommandLineKit
import DutyModel
import DutyStore
import TerminalText

/// What `duty` alone says: what it is for, three examples, the commands, and whether anything is
/// wrong in the reader's own workspace.
///
/// It never fails, whatever state the data is in.
struct Overview {
  private let standing: Standing

  /// What is known of the workspace.
  private enum Standing {
    case none
    case broken
    case open(folder: String, checklists: Int, duties: Int, today: Day, overdue: Int, dueSoon: Int)
  }

  init(_ context: Context) {
    standing = Overview.standing(in: context)
  }

  private static func standing(in context: Context) -> Standing {
    let location: Workspace.Location
    do {
      location = try context.locate()
    } catch {
      return .none
    }
    guard
      let workspace = try? Workspace.open(at: location, files: context.files),
      !workspace.hasUnreadableChecklist, workspace.journal.newerLines == 0
    else { return .broken }
    let opened = Opened(workspace, today: context.today)
    guard opened.missingChecklists.isEmpty else { return .broken }
    var counts: [State: Int] = [:]
    for number in opened.register.items.indices {
      let status = opened.register.status(of: number)
      guard opened.register.items[number].isInEffect || status.state == .overdue else { continue }
      counts[status.state, default: 0] += 1
    }
    return .open(
      folder: location.folder,
      checklists: Set(workspace.checklists.map(\.id)).count,
      duties: opened.register.items.count,
      today: context.today,
      overdue: counts[.overdue, default: 0],
      dueSoon: counts[.dueSoon, default: 0]
    )
  }

  /// The lines for a terminal, at most 80 columns.
  func lines(in language: Language, for terminal: Terminal) -> [String] {
    var terminal = terminal
    terminal.columns = min(terminal.columns ?? 80, 80)
    func lines(_ message: Message) -> [String] {
      message.prose(in: language).lines(for: terminal, indentation: Indentation(rest: 2))
    }
    var result = lines(.purpose)
    result += [""] + examples(in: language, for: terminal)
    result += [""] + groups(in: language, for: terminal)
    result.append("")
    for message in workspaceMessages { result += lines(message) }
    result.append("")
    for message in Overview.furtherHelp(in: language, for: terminal) { result += lines(message) }
    return result
  }

  // MARK: - Parts

  private func examples(in language: Language, for terminal: Terminal) -> [String] {
    let rows = Overview.examples.filter { example in
      Program.tool.visibleDescriptions.contains { $0.name == example.command }
    }
    let table = TextTable(
      columns: [.init("line", gap: 3), .init("meaning")],
      rows: rows.map { example in
        .cells([
          Prose.unbreakable("  " + example.line.text(in: language)),
          example.meaning.prose(in: language),
        ])
      },
      narrowing: [.drop("meaning")]
    )
    return table.lines(for: terminal)
  }

  private func groups(in language: Language, for terminal: Terminal) -> [String] {
    let groups = Overview.groups
    let width = groups.map { terminal.width(of: $0.title.text(in: language)) }.max() ?? 0
    let margin = width + (language == .english ? 3 : 4)
    return groups.flatMap { group -> [String] in
      let title = group.title.text(in: language)
      let gap = String(repeating: " ", count: margin - terminal.width(of: title))
      let names = Prose(group.names.joined(separator: "  "))
      let indentation = Indentation(first: margin, rest: margin)
      var lines = names.lines(for: terminal, indentation: indentation)
      if let first = lines.first { lines[0] = title + gap + first.dropFirst(margin) }
      return lines
    }
  }

  /// The names of the commands by group, each once: what begins with the same word stands where
  /// most of it belongs.
  private static var groups: [(title: Message, names: [String])] {
    var groups: [(title: Message, names: [String])] = []
    var counts: [String: [Int]] = [:]
    for description in Program.tool.visibleDescriptions {
      guard let title = description.group?.title else { continue }
      let name = description.name.split(separator: " ").first.map(String.init) ?? ""
      let group = groups.firstIndex { $0.title == title } ?? groups.count
      if group == groups.count { groups.append((title, [])) }
      if !groups[group].names.contains(name) { groups[group].names.append(name) }
      counts[name, default: []].append(group)
    }
    let numbers = groups.indices
    return groups.enumerated().map { number, group in
      let names = group.names.filter { name in
        let own = counts[name, default: []]
        let best = numbers.max { left, right in
          own.count { $0 == left } < own.count { $0 == right }
        }
        return best == number
      }
      return (group.title, names)
    }
  }

  private var workspaceMessages: [Message] {
    switch standing {
    case .none:
      [
        Message(
          en: "No workspace here. Start one: \(command: "duty init")",
          zh: "这里没有工作区。新建：\(command: "duty init")"
        ),
        Message(
          en: "Or use another: \(command: "duty list --dir <folder>")",
          zh: "或指定别处：\(command: "duty list --dir <文件夹>")"
        ),
      ]
    case .broken:
      [
        Message(
          en: "This workspace has problems: \(command: "duty check")",
          zh: "这个工作区有问题：\(command: "duty check")"
        )
      ]
    case .open(let folder, let checklists, let duties, let today, let overdue, let dueSoon):
      [
        Message(
          en:
            "Workspace: \(folder) (\(checklists, "checklist", "checklists"), \(duties, "duty", "duties"))",
          zh: "工作区：\(folder)（\(checklists)份清单，\(duties)项职责）"
        ),
        overdue + dueSoon == 0
          ? Message(
            en:
              "Today, \(today.description): nothing overdue, nothing due soon. See: \(command: "duty due")",
            zh: "今天\(today.description)：没有逾期，没有临期。查看：\(command: "duty due")"
          )
          : Message(
            en:
              "Today, \(today.description): \(overdue) overdue, \(dueSoon) due-soon. See: \(command: overdue > 0 ? "duty overdue" : "duty due")",
            zh:
              "今天\(today.description)：逾期\(overdue)，临期\(dueSoon)。查看：\(command: overdue > 0 ? "duty overdue" : "duty due")"
          ),
      ]
    }
  }

  private static func furtherHelp(in language: Language, for terminal: Terminal) -> [Message] {
    let both = Message(
      en:
        "Help on a command: \(command: "duty help <command>")     Everything: \(command: "duty manual")",
      zh: "某个命令的帮助：\(command: "duty help <命令>")    全部说明：\(command: "duty manual")"
    )
    guard terminal.width(of: both.text(in: language)) > terminal.columns ?? 80 else {
      return [both]
    }
    return [
      Message(
        en: "Help on a command: \(command: "duty help <command>")",
        zh: "某个命令的帮助：\(command: "duty help <命令>")"
      ),
      Message(en: "Everything: \(command: "duty manual")", zh: "全部说明：\(command: "duty manual")"),
    ]
  }

  private struct OverviewExample {
    let command: String
    let line: Message
    let meaning: Message
  }

  private static let examples = [
    OverviewExample(
      command: "list",
      line: Message(en: "duty list", zh: "duty list"),
      meaning: Message(en: "what is owed, by checklist and tier", zh: "看清单")
    ),
    OverviewExample(
      command: "done",
      line: Message(en: "duty done township/s11b", zh: "duty done township/s11b"),
      meaning: Message(en: "record that something was done", zh: "记一笔：办了")
    ),
    OverviewExample(
      command: "overdue",
      line: Message(en: "duty overdue", zh: "duty overdue"),
      meaning: Message(en: "what is late, and whose it is", zh: "看哪些逾期、是谁的")
    ),
  ]
}

extension Message {
  fileprivate static let purpose = Message(
    en: "duty keeps duty checklists: who owes what by when, what was done, what is late.",
    zh: "duty 管理责任清单：谁、到何时、该办什么，办了没有，有何佐证，哪些逾期。"
  )
}
