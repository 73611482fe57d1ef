package import DutyModel
package import StrictJSON
package import TerminalText

/// What comes up, an occurrence a row: the answer of `duty due`.
package struct DueList: Sendable {
  /// Through which day is looked, and how that day was given.
  package struct Horizon: Sendable, Hashable {
    /// The last day.
    package let last: Day
    /// The days from the one looked at, if they were counted.
    package let days: Int?

    package init(last: Day, days: Int?) {
      self.last = last
      self.days = days
    }
  }

  /// What stands beside the rows: what comes after them, and what is late.
  package struct Surroundings: Sendable {
    /// What is due next after the last day.
    package var next: Occurrence?
    /// The number of what is overdue already.
    package var overdue: Int
    /// The command that shows it.
    package var overdueCommand: String
    /// Why there is nothing, if a name that was asked for fits no duty.
    package var noMatch: NoMatch?

    package init(
      next: Occurrence? = nil,
      overdue: Int = 0,
      overdueCommand: String = "duty overdue",
      noMatch: NoMatch? = nil
    ) {
      self.next = next
      self.overdue = overdue
      self.overdueCommand = overdueCommand
      self.noMatch = noMatch
    }
  }

  private let register: Register
  private let names: Names
  private let head: AnswerHead
  private let rows: OccurrenceTable
  private let filter: Message
  private let horizon: Horizon
  private let surroundings: Surroundings

  /// Makes the list.
  ///
  /// - Parameters:
  ///   - occurrences: What is due through the last day, by due day.
  ///   - register: What they were taken from.
  ///   - names: The shortest names of its duties.
  ///   - head: What the answer begins with.
  ///   - horizon: Through which day is looked.
  ///   - surroundings: What comes after it, and what is late.
  ///   - filter: What was chosen, in words; empty if everything is.
  ///   - layout: Which rows and columns are shown.
  package init(
    _ occurrences: [Occurrence],
    in register: Register,
    names: Names,
    head: AnswerHead,
    horizon: Horizon,
    surroundings: Surroundings = Surroundings(),
    filter: Message = .empty,
    layout: OccurrenceLayout = OccurrenceLayout()
  ) {
    self.register = register
    self.names = names
    self.head = head
    self.horizon = horizon
    self.surroundings = surroundings
    self.filter = filter
    rows = OccurrenceTable(
      occurrences,
      layout,
      in: register,
      names: names,
      distance: .left
    )
  }
}

extension DueList: Report {
  package func screen(in language: Language, for terminal: Terminal) -> [String] {
    screenBytes(in: language, for: terminal).separateLines
  }

  package func screenBytes(in language: Language, for terminal: Terminal) -> [UInt8] {
    rows.screenBytes(above: [lastLine], in: language, for: terminal)
  }

  package func writeJSON(_ json: inout JSONWriter) {
    rows.write(to: &json, under: head, format: "duty.due/1")
  }

  package func writeElements(_ lines: inout JSONLines) { rows.writeElements(&lines) }

  package var table: DataTable { rows.table }

  package func table(in language: Language) -> DataTable { rows.table(in: language) }
}

// MARK: - The last line

extension DueList {
  private var lastLine: Message {
    if let noMatch = surroundings.noMatch { return noMatch.sentence(on: register.today) }
    var line = count
    if let next = surroundings.next {
      let what = next.mention(in: register, names: names)
      line =
        rows.all.isEmpty
        ? Message(en: "\(line) Next: \(what)", zh: "\(line)下一件：\(what)")
        : Message(en: "\(line) Next after that: \(what)", zh: "\(line)之后最近的：\(what)")
    }
    let hasNext = surroundings.next != nil
    if surroundings.overdue > 0 {
      let late = surroundings.overdue
      let command = surroundings.overdueCommand
      let sentence = Message(
        en: """
          \(late) \(late == 1 ? "is" : "are") overdue already: \(command: command)
          """,
        zh: "\(Prose.unbreakable("另有逾期\(late)件"))：\(command: command)"
      )
      line = Message(
        en: "\(line)\(hasNext ? "; " : " ")\(sentence)",
        zh: "\(line)\(hasNext ? "。" : "")\(sentence)"
      )
    } else if hasNext {
      line = Message(en: "\(line).", zh: "\(line)。")
    }
    return filter.isEmpty ? line : Message(en: "\(filter): \(line)", zh: "\(filter)：\(line)")
  }

  /// How much is due, and until when.
  private var count: Message {
    let last = horizon.last.description
    let count = rows.all.count
    switch horizon.days {
    case 0?:
      return count == 0
        ? Message(en: "Nothing is due today (\(last)).", zh: "今天没有到期事项（\(last)）。")
        : Message(en: "\(count) due today (\(last)).", zh: "今天到期\(count)件（\(last)）。")
    case let days?:
      let time = Message(en: "within \(days, "day", "days") (until \(last))", zh: "（至\(last)）")
      return count == 0
        ? Message(en: "Nothing is due \(time).", zh: "\(days)天内没有到期事项\(time)。")
        : Message(en: "\(count) due \(time).", zh: "\(days)天内到期\(count)件\(time)。")
    case nil:
      return count == 0
        ? Message(en: "Nothing is due until \(last).", zh: "至\(last)没有到期事项。")
        : Message(en: "\(count) due until \(last).", zh: "至\(last)到期\(count)件。")
    }
  }
}
