package import DutyModel
package import StrictJSON
package import TerminalText

/// All about some findings, one after the other.
package struct FindingPages: Sendable {
  private let findings: [FindingStatus]
  private let events: [EventID: StoredEvent]
  private let register: Register
  private let names: Names
  private let unreadableLines: Int

  /// Makes a page for each finding.
  ///
  /// - Parameters:
  ///   - findings: The findings, in the order in which they are shown.
  ///   - events: What was recorded about them.
  ///   - register: The register they are from.
  ///   - names: The names that are shown.
  ///   - unreadableLines: The number of lines of the journal that could not be read.
  package init(
    _ findings: [FindingStatus],
    events: [StoredEvent],
    in register: Register,
    names: Names,
    unreadableLines: Int
  ) {
    self.findings = findings
    self.events = Dictionary(events.map { ($0.event.id, $0) }, uniquingKeysWith: { $1 })
    self.register = register
    self.names = names
    self.unreadableLines = unreadableLines
  }
}

extension FindingPages: Report {
  package func screen(in language: Language, for terminal: Terminal) -> [String] {
    var lines: [String] = []
    for finding in findings {
      if !lines.isEmpty { lines.append("") }
      lines += page(finding).lines(in: language, for: terminal)
    }
    return lines
  }

  private func page(_ status: FindingStatus) -> PageText {
    let finding = status.finding
    var page = PageText()
    page.add(head(status))
    page.add(phrases: fields(status))
    let about = finding.about.map { reference in
      let title = register.item(reference).map { register.items[$0].duty.title } ?? ""
      return Message.verbatim(
        title.isEmpty ? "\(reference)" : "\(names.shortest(reference)) \(title)"
      )
    }
    if !about.isEmpty {
      let list = Message.joined(about, separator: Message(en: ", ", zh: "、"))
      page.add(Message(en: "About \(list)", zh: "涉及 \(list)"))
    }
    let sentences: [(Message, String?)] = [
      (Message(en: "Text", zh: "情况"), finding.text),
      (Message(en: "Cause", zh: "原因"), finding.cause),
      (Message(en: "Measure", zh: "整改措施"), finding.measure),
    ]
    for (heading, text) in sentences {
      guard let text else { continue }
      page.begin(heading)
      page.addProse(text)
    }
    page.begin(Message(en: "What was recorded", zh: "经过"))
    page.add(history(status))
    if status.state != .closed {
      page.addSpace()
      page.add(
        Message(
          en: "Close it: \(command: "duty finding close \(status.short) --on <date>")",
          zh: "销号：\(command: "duty finding close \(status.short) --on 日期")"
        )
      )
    }
    return page
  }

  private func head(_ status: FindingStatus) -> Message {
    let state = status.stateCell(on: register.today).with(role: status.state.role)
    let title = Message.verbatim(status.finding.title).with(role: .heading)
    return Message(
      en: "\(status.short) \(title)  \(state)",
      zh: "\(status.short) \(title)  \(state)"
    )
  }

  private func fields(_ status: FindingStatus) -> [Message] {
    let finding = status.finding
    var fields: [Message] = []
    if let owner = finding.owner {
      fields.append(Message(en: "Owner \(owner)", zh: "负责人 \(owner)"))
    }
    if !finding.departments.isEmpty {
      let names = NameList.full(finding.departments)
      fields.append(Message(en: "Departments \(names)", zh: "责任处室 \(names)"))
    }
    if let due = finding.due {
      let left = due - register.today
      fields.append(
        status.state == .open
          ? Message(
            en: "Due \(due.description) (in \(left, "day", "days"))",
            zh: "期限 \(due.description)（还有\(left)天）"
          )
          : Message(en: "Due \(due.description)", zh: "期限 \(due.description)")
      )
    }
    fields.append(
      Message(en: "Found \(finding.on.description)", zh: "发现 \(finding.on.description)")
    )
    if let source = finding.source {
      fields.append(Message(en: "Source \(source)", zh: "来源 \(source)"))
    }
    if let number = finding.number {
      fields.append(Message(en: "Number \(number)", zh: "本单位编号 \(number)"))
    }
    return fields
  }

  private func history(_ status: FindingStatus) -> PageText.Table {
    let words = EventWords(register, names)
    return PageText.Table(
      columns: [.init(id: "day"), .init(id: "record"), .init(id: "what"), .init(id: "who")],
      rows: status.events.compactMap { events[$0] }.map { stored in
        [
          .verbatim(String(stored.particulars.at.prefix(10))),
          .verbatim(stored.event.id.short),
          words.facts(of: stored),
          .verbatim(stored.particulars.by),
        ]
      },
      narrowing: [.wrap("what", to: 24), .drop("record"), .wrap("what", to: 12)]
    )
  }

  package func writeJSON(_ json: inout JSONWriter) {
    json.object { json in
      AnswerHead(today: register.today, year: nil, unreadableLines: unreadableLines)
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
