package import DutyModel
package import StrictJSON
package import TerminalText

/// The problems that were found, and how far each is put right.
package struct FindingList: Sendable {
  /// How many there are of each kind, whatever of them is shown.
  package struct Counts: Hashable, Sendable {
    /// Open ones, overdue ones included.
    package let open: Int
    package let overdue: Int
    package let closed: Int
    /// Those closed in the year of the day looked at.
    package let closedThisYear: Int

    /// Counts findings.
    package init(_ findings: [FindingStatus], on today: Day) {
      open = findings.count { $0.state != .closed }
      overdue = findings.count { $0.state == .overdue }
      closed = findings.count { $0.state == .closed }
      closedThisYear = findings.count { $0.closure?.on.year == today.year && $0.state == .closed }
    }
  }

  /// What is shown, up to the limit.
  private let findings: [FindingStatus]
  /// How many were chosen.
  private let total: Int
  private let counts: Counts?
  private let command: String?
  private let filter: Message
  private let noMatch: NoMatch?
  private let today: Day
  private let unreadableLines: Int

  /// Puts findings in order: by due day, then as they were recorded; closed ones last.
  ///
  /// - Parameters:
  ///   - findings: What was chosen.
  ///   - counts: How many there are of what was chosen, closed ones included; `nil` if they were
  ///     chosen by their states.
  ///   - command: The command line that shows the closed ones too, if they are left out.
  ///   - filter: What was chosen, in words; empty for everything.
  ///   - noMatch: Why there is nothing, if nobody has a name that was asked for.
  ///   - limit: How many are shown at most; all are counted.
  ///   - today: The day looked at.
  ///   - unreadableLines: The number of lines of the journal that could not be read.
  package init(
    _ findings: [FindingStatus],
    counts: Counts?,
    command: String?,
    filter: Message,
    noMatch: NoMatch? = nil,
    limit: Int? = nil,
    today: Day,
    unreadableLines: Int
  ) {
    let sorted = findings.enumerated().sorted { left, right in
      FindingList.place(of: left.element, left.offset)
        < FindingList.place(of: right.element, right.offset)
    }
    total = findings.count
    self.findings = sorted.prefix(limit ?? total).map(\.element)
    self.counts = counts
    self.command = command
    self.filter = filter
    self.noMatch = noMatch
    self.today = today
    self.unreadableLines = unreadableLines
  }

  private static func place(of status: FindingStatus, _ offset: Int) -> (Int, Day, Int) {
    (status.state == .closed ? 1 : 0, status.finding.due ?? .last, offset)
  }
}

extension FindingList: Report {
  package func screen(in language: Language, for terminal: Terminal) -> [String] {
    var lines = table(in: language).lines(for: terminal)
    if !findings.isEmpty { lines.append("") }
    let footer =
      noMatch.map { $0.sentence(nothing: Message(en: "No finding", zh: "没有符合的问题"), on: today) }
      ?? footer
    lines += footer.prose(in: language).lines(for: terminal)
    if findings.count < total {
      let rest = Message(
        en: "The first \(findings.count) of \(total) are shown.",
        zh: "只列出前\(findings.count)个，共\(total)个。"
      )
      lines += rest.prose(in: language).lines(for: terminal)
    }
    return lines
  }

  private func table(in language: Language) -> TextTable {
    func header(_ message: Message) -> String { message.text(in: language) }
    return TextTable(
      columns: [
        .mark,
        .init("id", header: header(Message(en: "ID", zh: "编号"))),
        .init("title", header: header(Message(en: "Finding", zh: "问题"))),
        .init("source", header: header(Message(en: "Source", zh: "来源"))),
        .init("owner", header: header(Message(en: "Owner", zh: "负责人"))),
        .init("due", header: header(Message(en: "Due", zh: "期限"))),
        .init("state", header: header(Message(en: "State", zh: "状态"))),
      ],
      rows: findings.map { .cells(cells($0, in: language)) },
      narrowing: [
        .cut("title", to: 20), .drop("source"), .drop("owner"), .drop("due"), .cut("title", to: 8),
      ]
    )
  }

  private func cells(_ status: FindingStatus, in language: Language) -> [Prose] {
    let finding = status.finding
    let role = status.state.role
    return [
      Prose(status.state.mark, role: role),
      Prose(status.short),
      Prose(finding.title),
      Prose(finding.source ?? ""),
      Prose(finding.owner ?? ""),
      Prose(finding.due?.description ?? "", role: status.state == .overdue ? .overdue : nil),
      Prose(status.stateCell(on: today).text(in: language), role: role),
    ]
  }

  private var footer: Message {
    guard let counts else {
      let count = total
      return Message(en: "\(filter): \(count, "finding", "findings").", zh: "\(filter)：\(count)个。")
    }
    var parts: [Message] = []
    if counts.open == 0 {
      parts.append(
        Message(en: filter.isEmpty ? "No findings open" : "no findings open", zh: "没有未销号的问题")
      )
    } else {
      let late =
        counts.overdue > 0
        ? Message(en: " (\(counts.overdue) overdue)", zh: "（逾期\(counts.overdue)）") : .empty
      parts.append(
        Message(
          en: "\(counts.open, "finding", "findings") open\(late)",
          zh: "未销号\(counts.open)个\(late)"
        )
      )
    }
    if command != nil, counts.closedThisYear > 0 {
      let count = counts.closedThisYear
      parts.append(Message(en: "\(count) closed this year", zh: "今年已销号\(count)个"))
    } else if counts.closed > 0 {
      parts.append(Message(en: "\(counts.closed) closed", zh: "已销号\(counts.closed)个"))
    }
    var text = Message.joined(parts, separator: Message(en: "; ", zh: "；"))
    if !filter.isEmpty { text = Message(en: "\(filter): \(text)", zh: "\(filter)：\(text)") }
    guard let command, counts.closed > 0 else { return Message(en: "\(text).", zh: "\(text)。") }
    return Message(en: "\(text): \(command: command)", zh: "\(text)：\(command: command)")
  }

  package func writeJSON(_ json: inout JSONWriter) {
    json.object { json in
      AnswerHead(today: today, year: nil, unreadableLines: unreadableLines)
        .write(to: &json, format: "duty.findings/1")
      json.array("findings", findings) { json, status in
        json.object { status.writeMembers(to: &$0) }
      }
    }
  }

  package func writeElements(_ lines: inout JSONLines) {
    for status in findings { lines.add("finding") { status.writeMembers(to: &$0) } }
  }

  package var table: DataTable { DataTable(findings: findings) }
}

extension DataTable {
  /// A row for every finding.
  init(findings: [FindingStatus]) {
    self.init(
      columns: [
        .init("id", Message(en: "Record", zh: "记录")),
        .init("short", Message(en: "ID", zh: "编号")),
        .init("number", Message(en: "Number", zh: "本单位编号")),
        .init("title", Message(en: "Finding", zh: "问题")),
        .init("source", Message(en: "Source", zh: "来源")),
        .init("cause", Message(en: "Cause", zh: "原因")),
        .init("measure", Message(en: "Measure", zh: "整改措施")),
        .init("owner", Message(en: "Owner", zh: "负责人")),
        .init("departments", Message(en: "Departments", zh: "责任处室")),
        .init("found_on", Message(en: "Found", zh: "发现")),
        .init("due", Message(en: "Due", zh: "期限")),
        .init("state", Message(en: "State", zh: "状态")),
        .init("closed_on", Message(en: "Closed", zh: "销号")),
        .init("about", Message(en: "About", zh: "涉及")),
      ],
      rows: findings.map { status in
        let finding = status.finding
        return [
          .value(status.id.description),
          .value(status.short),
          .optional(finding.number),
          .text(finding.title),
          .optional(finding.source),
          .optional(finding.cause),
          .optional(finding.measure),
          .optional(finding.owner),
          .text(finding.departments.joined(separator: ";")),
          .value(finding.on.description),
          .value(finding.due),
          .value(status.state.rawValue),
          .value(status.closure?.on),
          .value(finding.about.map(\.description).joined(separator: " ")),
        ]
      }
    )
  }
}
