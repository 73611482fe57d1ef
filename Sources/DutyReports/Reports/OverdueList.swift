package import DutyModel
package import StrictJSON
package import TerminalText

/// What is late, an occurrence a row: the answer of `duty overdue`.
package struct OverdueList: Sendable {
  private let register: Register
  private let names: Names
  private let head: AnswerHead
  private let rows: OccurrenceTable
  private let filter: Message
  private let next: Occurrence?
  private let noMatch: NoMatch?

  /// Makes the list.
  ///
  /// - Parameters:
  ///   - occurrences: What is overdue, the latest first.
  ///   - register: What they were taken from.
  ///   - names: The shortest names of its duties.
  ///   - head: What the answer begins with.
  ///   - filter: What was chosen, in words; empty if everything is.
  ///   - next: What is due next, to be told if nothing is late.
  ///   - noMatch: Why there is nothing, if a name that was asked for fits no duty.
  ///   - layout: Which rows and columns are shown.
  package init(
    _ occurrences: [Occurrence],
    in register: Register,
    names: Names,
    head: AnswerHead,
    filter: Message = .empty,
    next: Occurrence? = nil,
    noMatch: NoMatch? = nil,
    layout: OccurrenceLayout = OccurrenceLayout()
  ) {
    self.register = register
    self.names = names
    self.head = head
    self.filter = filter
    self.next = next
    self.noMatch = noMatch
    rows = OccurrenceTable(
      occurrences,
      layout,
      in: register,
      names: names,
      distance: .late
    )
  }
}

extension OverdueList: Report {
  package func screen(in language: Language, for terminal: Terminal) -> [String] {
    screenBytes(in: language, for: terminal).separateLines
  }

  package func screenBytes(in language: Language, for terminal: Terminal) -> [UInt8] {
    rows.screenBytes(above: lastLines, in: language, for: terminal)
  }

  package func writeJSON(_ json: inout JSONWriter) {
    rows.write(to: &json, under: head, format: "duty.overdue/1")
  }

  package func writeElements(_ lines: inout JSONLines) { rows.writeElements(&lines) }

  package var table: DataTable { rows.table }

  package func table(in language: Language) -> DataTable { rows.table(in: language) }
}

// MARK: - Last lines

extension OverdueList {
  private var lastLines: [Message] {
    let day = register.today.description
    guard let earliest = rows.all.indices.lazy.map({ rows.all[$0].due }).min()
    else { return emptyAnswer }
    let worst = register.today - earliest
    let count = rows.all.count
    var line = Message(
      en: "\("\(count) overdue", role: .overdue) on \(day)",
      zh: "\("逾期\(count)件", role: .overdue)（截至\(day)）"
    )
    if let owners { line = Message(en: "\(line), \(owners)", zh: "\(line)，\(owners)") }
    line = Message(
      en: "\(line). The longest: \(worst, "day", "days").",
      zh: "\(line)。最久\(worst)天。"
    )
    if filter.isEmpty { return [line] }
    return [Message(en: "\(filter): \(line)", zh: "\(filter)：\(line)")]
  }

  /// How many owners are named in the last line.
  private static let namedCount = 5

  /// The owners, those with most first, each with the number of occurrences.
  private var owners: Message? {
    var counts: [(name: String, count: Int)] = []
    var places: [String: Int] = [:]
    for place in rows.all.indices {
      guard let owner = rows.all[place].owner else { continue }
      if let place = places[owner] {
        counts[place].count += 1
      } else {
        places[owner] = counts.count
        counts.append((owner, 1))
      }
    }
    if counts.isEmpty { return nil }
    // Equal counts stay in the order of the rows.
    let sorted = counts.enumerated()
      .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
      .map(\.element)
    var parts = sorted.prefix(OverdueList.namedCount).map { owner in
      Message(en: "\(owner.name) \(owner.count)", zh: "\(owner.name)\(owner.count)件")
    }
    let rest = counts.count - parts.count
    if rest > 0 { parts.append(Message(en: "\(rest) more", zh: "另有\(rest)人")) }
    let list = Message.joined(parts)
    return Message(
      en: "\(counts.count, "owner", "owners"): \(list)",
      zh: "涉及\(counts.count)人：\(list)"
    )
  }

  private var emptyAnswer: [Message] {
    // That nothing is overdue of nobody is no all-clear.
    if let noMatch { return [noMatch.sentence(on: register.today)] }
    let day = register.today.description
    let place =
      filter.isEmpty
      ? Message(en: "on \(day)", zh: "（截至\(day)）")
      : Message(en: "on \(day) (\(filter))", zh: "（\(filter)；截至\(day)）")
    if let year = register.namedYear, year != register.today.year {
      return [Message(en: "Nothing is overdue \(place).", zh: "没有逾期事项\(place)。")]
    }
    guard let next else {
      return [
        Message(
          en: "Nothing is overdue \(place), and nothing else is due this year.",
          zh: "没有逾期事项\(place)；今年也没有还要到期的应办事项。"
        )
      ]
    }
    let nothing = Message(en: "Nothing is overdue \(place).", zh: "没有逾期事项\(place)。")
    return [nothing, next.announcement(in: register, names: names)]
  }
}

extension Occurrence {
  /// What is due next, with its owner and the days left, as a sentence.
  fileprivate func announcement(in register: Register, names: Names) -> Message {
    let what = mention(in: register, names: names)
    let left =
      switch due - register.today {
      case 0: Message(en: "today", zh: "今天到期")
      case 1: Message(en: "tomorrow", zh: "明天到期")
      case let days: Message(en: "in \(days) days", zh: "还有\(days)天")
      }
    guard let owner else {
      return Message(en: "Next: \(what), \(left).", zh: "下一件：\(what)，\(left)。")
    }
    return Message(
      en: "Next: \(what) (\(owner)), \(left).",
      zh: "下一件：\(what)（\(owner)），\(left)。"
    )
  }
}
