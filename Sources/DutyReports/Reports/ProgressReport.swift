package import DutyModel
package import StrictJSON
package import TerminalText

/// How far the duties are, by groups: two honest figures side by side.
package struct ProgressReport: Sendable {
  let progress: Progress
  /// The groups in the order in which they are shown.
  let groups: [Progress.Group]
  let register: Register
  private let filter: Message
  private let noMatch: NoMatch?
  private let hasLegend: Bool
  private let unreadableLines: Int

  /// Puts the groups in order: people and departments by what is most pressing, all others as
  /// the documents and the calendar have them.
  ///
  /// - Parameters:
  ///   - progress: The figures.
  ///   - register: The register they were taken from.
  ///   - filter: What was chosen, in words; empty for everything.
  ///   - noMatch: Why there is nothing, if a name that was asked for fits no duty.
  ///   - hasLegend: Whether a screen says how the figures are counted.
  ///   - unreadableLines: The number of lines of the journal that could not be read.
  package init(
    _ progress: Progress,
    in register: Register,
    filter: Message,
    noMatch: NoMatch? = nil,
    hasLegend: Bool,
    unreadableLines: Int
  ) {
    self.progress = progress
    groups = progress.inOrder
    self.register = register
    self.filter = filter
    self.noMatch = noMatch
    self.hasLegend = hasLegend
    self.unreadableLines = unreadableLines
  }
}

extension Progress {
  /// The groups, those of persons and departments ordered: most overdue first, then the lowest
  /// share, then what owes nothing yet; last by the code points of the name.
  fileprivate var inOrder: [Group] {
    switch grouping {
    case .checklist, .tier, .section, .month: groups
    case .owner, .department: groups.sorted { $0.isMorePressing(than: $1) }
    }
  }
}

extension Progress.Group {
  fileprivate func isMorePressing(than other: Progress.Group) -> Bool {
    let (mine, its) = (figures.occurrences, other.figures.occurrences)
    if mine.overdue != its.overdue { return mine.overdue > its.overdue }
    if (mine.owedSoFar == 0) != (its.owedSoFar == 0) { return its.owedSoFar == 0 }
    let left = mine.fulfilledSoFar * its.owedSoFar
    let right = its.fulfilledSoFar * mine.owedSoFar
    if left != right { return left < right }
    return key.unicodeScalars.lexicographicallyPrecedes(other.key.unicodeScalars)
  }
}

// MARK: - Machine forms

extension ProgressReport: Report {
  package func writeJSON(_ json: inout JSONWriter) {
    json.object { json in
      AnswerHead(
        today: register.today,
        year: register.namedYear,
        unreadableLines: unreadableLines
      ).write(to: &json, format: "duty.progress/1")
      json.member("by", progress.grouping.rawValue)
      json.array("groups", groups) { json, group in
        json.object { group.writeMembers(to: &$0) }
      }
      json.object("total") { progress.total.writeMembers(to: &$0) }
      json.member("shared", progress.shared)
    }
  }

  package func writeElements(_ lines: inout JSONLines) {
    for group in groups { lines.add("group") { group.writeMembers(to: &$0) } }
  }

  package var table: DataTable {
    DataTable(
      columns: [
        .init(progress.grouping.rawValue, progress.grouping.header),
        .init("label", Message(en: "Name", zh: "名称")),
        .init("owed_so_far", Message(en: "Due so far", zh: "已到期")),
        .init("fulfilled_so_far", Message(en: "Fulfilled", zh: "已办")),
        .init("late", Message(en: "Late", zh: "迟办")),
        .init("overdue", Message(en: "Overdue", zh: "逾期")),
        .init("due_today", Message(en: "Due today", zh: "今天到期")),
        .init("waived", Message(en: "Waived", zh: "免办")),
        .init("owed_year", Message(en: "Owed in the year", zh: "全年应办")),
        .init("fulfilled_year", Message(en: "Fulfilled in the year", zh: "全年已办")),
        .init("ongoing", Message(en: "Ongoing", zh: "长期")),
        .init("recorded", Message(en: "Ongoing with a record", zh: "长期有记录")),
        .init("silent", Message(en: "Silent", zh: "久无记录")),
      ],
      rows: groups.map { group in
        let (dated, ongoing) = (group.figures.occurrences, group.figures.ongoing)
        let numbers = [
          dated.owedSoFar, dated.fulfilledSoFar, dated.late, dated.overdue, dated.dueToday,
          dated.waived, dated.owedYear, dated.fulfilledYear, ongoing.total, ongoing.recorded,
          ongoing.silent,
        ]
        return [.text(group.key), .text(group.label)] + numbers.map { .value($0) }
      }
    )
  }
}

extension Progress.Group {
  fileprivate func writeMembers(to json: inout JSONWriter) {
    json.member("key", key)
    json.member("label", label)
    figures.writeMembers(to: &json)
  }
}

extension Progress.Grouping {
  /// What the groups are called.
  var header: Message {
    switch self {
    case .checklist: Message(en: "Checklist", zh: "清单")
    case .tier: Message(en: "Tier", zh: "责任主体")
    case .section: Message(en: "Section", zh: "部分")
    case .owner: Message(en: "Owner", zh: "负责人")
    case .department: Message(en: "Department", zh: "责任处室")
    case .month: Message(en: "Month", zh: "月")
    }
  }
}

// MARK: - Screen

extension ProgressReport {
  package func screen(in language: Language, for terminal: Terminal) -> [String] {
    if let noMatch {
      return noMatch.sentence(on: register.today).prose(in: language).lines(for: terminal)
    }
    if progress.total == Figures() {
      let year = progress.year
      let message =
        filter.isEmpty
        ? Message(en: "Nothing is owed in \(year).", zh: "\(year)年没有应办的事项。")
        : Message(en: "\(filter): nothing is owed in \(year).", zh: "\(filter)：\(year)年没有应办的事项。")
      return message.prose(in: language).lines(for: terminal)
    }
    var lines =
      progress.grouping == .month
      ? monthLines(in: language, for: terminal)
      : groupTable(in: language, for: terminal).lines(for: terminal)
    for note in notes {
      lines += note.prose(in: language).lines(for: terminal)
    }
    if hasLegend, progress.grouping != .month {
      lines.append("")
      lines += legend.prose(in: language).lines(for: terminal)
    }
    return lines
  }

  private func groupTable(in language: Language, for terminal: Terminal) -> TextTable {
    func text(_ message: Message) -> String { message.text(in: language) }
    let share = text(Message(en: "Owed so far", zh: "已办/应办"))
    let all = text(Message(en: "All", zh: "合计"))
    var rows = groups.map {
      TextTable.Row.cells(cells($0.figures, named: name(of: $0).text(in: language), terminal))
    }
    rows.append(.line(""))
    rows.append(.cells(cells(progress.total, named: all, terminal)))
    return TextTable(
      columns: [
        .init("name", header: text(progress.grouping.header)),
        .init("share20", header: text(Message(en: "Owed so far: fulfilled/due", zh: "应办：已办/到期应办"))),
        .init("share8", header: share),
        .init("share", header: share),
        .init("percent", header: "%", alignment: .trailing),
        .init("year", header: text(Message(en: "Year", zh: "全年")), alignment: .trailing),
        .init(
          "ongoing in full",
          header: text(Message(en: "Ongoing: recorded/all", zh: "长期：有记录/共")),
          alignment: .trailing
        ),
        .init("ongoing", header: text(Message(en: "Ongoing", zh: "长期")), alignment: .trailing),
        .init("overdue", header: text(Message(en: "Overdue", zh: "逾期")), alignment: .trailing),
      ],
      rows: rows,
      narrowing: [
        .replace("ongoing in full", by: "ongoing"),
        .replace("share20", by: "share8"),
        .cut("name", to: 24),
        .replace("share8", by: "share"),
        .drop("year"),
        .drop("ongoing"),
        .cut("name", to: 10),
      ]
    )
  }

  private func cells(_ figures: Figures, named name: String, _ terminal: Terminal) -> [Prose] {
    let (dated, ongoing) = (figures.occurrences, figures.ongoing)
    let (done, owed) = (dated.fulfilledSoFar, dated.owedSoFar)
    func share(_ cells: Int) -> Prose {
      guard owed > 0 else { return "-" }
      let bar = cells > 0 ? Bar(done, of: owed, cells: cells).text(for: terminal) + " " : ""
      return Prose("\(bar)\(done)/\(owed)", role: done == owed ? .good : nil)
    }
    return [
      Prose(name),
      share(20),
      share(8),
      share(0),
      Prose(owed > 0 ? "\(done * 100 / owed)%" : "-"),
      Prose("\(dated.fulfilledYear)/\(dated.owedYear)"),
      Prose("\(ongoing.recorded)/\(ongoing.total)"),
      Prose("\(ongoing.recorded)/\(ongoing.total)"),
      Prose(String(dated.overdue), role: dated.overdue > 0 ? .overdue : nil),
    ]
  }

  /// What a group is called: with the id that options take, where there is one.
  private func name(of group: Progress.Group) -> Message {
    switch progress.grouping {
    case .checklist:
      return .verbatim("\(group.key)/ \(group.label)")
    case .tier, .section:
      let ids = Set(register.checklists.map(\.id))
      let slash = group.key.firstIndex(of: "/").map { group.key.index(after: $0) }
      let id = ids.count > 1 ? group.key : slash.map { String(group.key[$0...]) } ?? group.key
      return .verbatim("\(id) \(group.label)")
    case .owner, .department:
      return group.label.isEmpty ? Message(en: "(nobody)", zh: "（未定）") : .verbatim(group.label)
    case .month:
      return .verbatim(group.label)
    }
  }

  /// What was chosen, and why rows may add up to more than the total.
  private var notes: [Message] {
    var notes: [Message] = []
    if progress.shared > 0 {
      let count = progress.shared
      notes.append(
        Message(
          en:
            "(\(count) of several departments count once for each, so the rows add up to more.)",
          zh: "（\(count)件分属多个处室，各计一次，故合计小于各行之和。）"
        )
      )
    }
    if !filter.isEmpty {
      let day = register.today.description
      notes.append(Message(en: "Only: \(filter) (as of \(day)).", zh: "范围：\(filter)（截至\(day)）。"))
    }
    return notes
  }

  private var legend: Message {
    let day = register.today.description
    return Message(
      en:
        "Owed so far: of the occurrences due by \(day), those fulfilled, late or not. Year: all occurrences of \(progress.year), early ones included. Ongoing: of the duties without a date, those with a record. Waived ones are left out.",
      zh:
        "应办：到\(day)已到期的事项中，已办（含迟办）的件数。全年：\(progress.year)年全部应办事项，含提前办完的。长期：没有期限的职责中，至少有一条记录的项数。免办的都不计。"
    )
  }
}
