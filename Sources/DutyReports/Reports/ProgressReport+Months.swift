import DutyModel
import TerminalText

extension ProgressReport {
  /// The months of the year, and a line for the whole of it.
  func monthLines(in language: Language, for terminal: Terminal) -> [String] {
    var lines = monthTable(in: language, for: terminal).lines(for: terminal)
    lines.append("")
    let label = Message(en: "Year", zh: "全年").text(in: language)
    let width = 9
    let space = String(repeating: " ", count: max(1, width - terminal.width(of: label)))
    let year = Prose(label + space) + yearLine.prose(in: language)
    lines += year.lines(for: terminal, indentation: Indentation(rest: width))
    return lines
  }

  private var yearLine: Message {
    let figures = progress.total.occurrences
    let day = register.today.description
    return Message(
      en:
        "\(figures.owedYear, "occurrence", "occurrences"), \(figures.fulfilledYear) fulfilled; of these, \(figures.owedSoFar) due by \(day), \(figures.fulfilledSoFar) fulfilled.",
      zh:
        "\(figures.owedYear)件，已办\(figures.fulfilledYear)件；其中到\(day)已到期\(figures.owedSoFar)件，已办\(figures.fulfilledSoFar)件。"
    )
  }

  private func monthTable(in language: Language, for terminal: Terminal) -> TextTable {
    func column(_ id: String, _ header: Message) -> TextTable.Column {
      .init(id, header: header.text(in: language), alignment: .trailing)
    }
    var table = TextTable(
      columns: [
        .init("month", header: progress.grouping.header.text(in: language)),
        column("due", Message(en: "Due", zh: "到期")),
        column("done", Message(en: "Done", zh: "已办")),
        column("late", Message(en: "Late", zh: "迟办")),
        column("overdue", Message(en: "Overdue", zh: "逾期")),
      ],
      rows: groups.map { .cells(cells($0)) },
      narrowing: [.drop("bar"), .drop("late")]
    )
    let room = room(beside: table, in: language, for: terminal)
    let largest = groups.map(\.figures.occurrences.owedYear).max() ?? 0
    // One cell is one occurrence while the largest month fits; else each bar shows its share.
    let share = largest > room ? min(room, 20) : nil
    table.columns.append(.init("bar"))
    table.rows = groups.map { group in
      let bar = bar(group, share: share, terminal)
      let note = note(group)?.prose(in: language) ?? Prose()
      let gap = bar.isEmpty || note.isEmpty ? "" : "  "
      return .cells(cells(group) + [Prose(bar + gap) + note])
    }
    return table
  }

  /// The columns that are left for bars; the notes behind them need some, too.
  private func room(
    beside table: TextTable,
    in language: Language,
    for terminal: Terminal
  ) -> Int {
    guard let columns = terminal.columns else { return 60 }
    let used = table.lines(for: .unlimited).map { terminal.width(of: $0) }.max() ?? 0
    let notes = groups.compactMap { note($0)?.text(in: language) }
    let longest = notes.map { terminal.width(of: $0) }.max() ?? 0
    return max(0, min(60, columns - used - 2 - longest - 2))
  }

  private func cells(_ group: Progress.Group) -> [Prose] {
    let figures = group.figures.occurrences
    let isOver = place(of: group) != .future
    return [
      Prose(group.key),
      Prose(String(figures.owedYear)),
      Prose(String(figures.fulfilledYear)),
      isOver ? Prose(String(figures.late)) : Prose(),
      isOver
        ? Prose(String(figures.overdue), role: figures.overdue > 0 ? .overdue : nil) : Prose(),
    ]
  }

  /// Nothing for a month to come of which nothing is done.
  private func bar(_ group: Progress.Group, share: Int?, _ terminal: Terminal) -> String {
    let figures = group.figures.occurrences
    guard figures.owedYear > 0, place(of: group) != .future || figures.fulfilledYear > 0 else {
      return ""
    }
    let cells = share ?? figures.owedYear
    return Bar(figures.fulfilledYear, of: figures.owedYear, cells: cells).text(for: terminal)
  }

  private func note(_ group: Progress.Group) -> Message? {
    let done = group.figures.occurrences.fulfilledYear
    switch place(of: group) {
    case .past: return nil
    case .present:
      let left = (Period(group.key)?.lastDay ?? register.today) - register.today
      return Message(en: "this month, \(left, "day", "days") left", zh: "本月，还有\(left)天")
    case .future:
      return done > 0 ? Message(en: "\(done) done early", zh: "提前办完\(done)件") : nil
    }
  }

  private enum Place {
    case past
    case present
    case future
  }

  private func place(of group: Progress.Group) -> Place {
    guard let month = Period(group.key) else { return .past }
    if month.firstDay > register.today { return .future }
    return month.lastDay < register.today ? .past : .present
  }
}
