package import DutyModel
package import StrictJSON
package import TerminalText

/// Duties, each on a page of its own: where it stands, what the document says and asks, why it is
/// due when it is due, what there is to show, and what to type next.
package struct DutyPages: Sendable {
  private let pages: [DutyPage]

  package init(_ pages: [DutyPage]) {
    self.pages = pages
  }
}

extension DutyPages: Report {
  package func screen(in language: Language, for terminal: Terminal) -> [String] {
    var lines: [String] = []
    for page in pages {
      if !lines.isEmpty { lines += ["", ""] }
      lines += page.text.lines(in: language, for: terminal)
    }
    return lines
  }

  /// Writes one duty, the first: a document is about one.
  package func writeJSON(_ json: inout JSONWriter) {
    json.object { json in pages.first?.writeMembers(to: &json) }
  }

  package func writeElements(_ lines: inout JSONLines) {
    for page in pages { lines.add("duty") { page.writeElement(to: &$0) } }
  }

  package var table: DataTable {
    DataTable(columns: DutyPage.columns, rows: pages.flatMap(\.rows))
  }
}

/// Everything about one duty.
package struct DutyPage: Sendable {
  let register: Register
  let names: Names
  let item: Register.Item
  let status: DutyStatus
  /// What was recorded about it, ascending by id; what was taken back, too.
  let events: [StoredEvent]
  let unreadableLines: Int
  /// Whether the page works out every state from the records.
  private let isWorkedOut: Bool

  /// Makes the page of a duty.
  ///
  /// - Parameters:
  ///   - item: The number of the duty in the register.
  ///   - events: What was recorded about it.
  ///   - isWorkedOut: Whether every state is worked out from rule, period and records.
  ///   - register: The register.
  ///   - names: The names that are shown.
  ///   - unreadableLines: The number of lines of the journal that could not be read.
  package init(
    _ item: Int,
    events: [StoredEvent],
    isWorkedOut: Bool,
    in register: Register,
    names: Names,
    unreadableLines: Int
  ) {
    self.register = register
    self.names = names
    self.item = register.items[item]
    status = register.status(of: item)
    self.events = events
    self.unreadableLines = unreadableLines
    self.isWorkedOut = isWorkedOut
  }
}

// MARK: - Screen

extension DutyPage {
  var text: PageText {
    var page = PageText()
    page.add(head)
    page.add(place)
    page.add(phrases: responsible)
    for handover in handovers { page.add(handover) }
    if !item.duty.text.isEmpty {
      page.addSpace()
      page.addProse(item.duty.text)
    }
    page.begin(Message(en: "Requirements", zh: "要求"))
    page.add(requirementTable)
    if isWorkedOut {
      addWorking(to: &page)
    } else {
      addDerivations(to: &page)
    }
    addRecords(to: &page)
    addSignatures(to: &page)
    addFindings(to: &page)
    page.add(hints: hints)
    return page
  }

  /// The name that works from anywhere: bare where there is one checklist.
  func name(_ reference: Reference) -> String {
    let isOnly = Set(register.checklists.map(\.id)).count == 1
    return isOnly ? names.item(reference) : "\(reference.checklist)/\(names.item(reference))"
  }

  /// The name of a requirement on this page.
  func name(of requirement: RequirementStatus) -> String {
    names.item(register.obligations[requirement.obligation].reference)
  }

  private var head: Message {
    let title = Message.verbatim(item.duty.title).with(role: .heading)
    let name = name(register.reference(of: item))
    return Message(en: "\(name) \(title)  \(stateCell)", zh: "\(name) \(title)  \(stateCell)")
  }

  private var stateCell: Message {
    if status.state == .ongoing, let days = status.silentDays {
      return .silentCell(days: days).with(role: .silent)
    }
    let worst = status.requirements.first { $0.state == status.state }?.current
    let days = status.state == .done ? status.late : worst.map { $0.due - register.today }
    return .stateCell(status.state, days: days.map { abs($0) })
      .with(role: status.state.role(late: days))
  }

  /// Checklist, tier, section and number, as the document has them.
  private var place: Message {
    var parts: [Message] = [.verbatim(register.checklist(of: item).title)]
    parts.append(.verbatim(register.tier(of: item).title))
    let section = register.section(of: item)
    if section.id != nil {
      if let points = section.points {
        let points = Thousandths.text(points)
        parts.append(
          Message(en: "\(section.title) (\(points) points)", zh: "\(section.title)（\(points)分）")
        )
      } else {
        parts.append(.verbatim(section.title))
      }
    }
    let number = item.duty.number
    if !number.isEmpty {
      let isPlain = number.utf8.allSatisfy { (0x30...0x39).contains($0) }
      parts.append(
        isPlain
          ? Message(en: "no. \(number)", zh: "第\(number)项")
          : Message(en: "no. \(number)", zh: "\(number)")
      )
    }
    return .joined(parts)
  }

  private var responsible: [Message] {
    var parts: [Message] = []
    let owners = people
    if !owners.isEmpty { parts.append(owners) }
    let departments = status.departments
    if !departments.isEmpty {
      let list = NameList.full(departments)
      parts.append(Message(en: "Departments \(list)", zh: "责任处室 \(list)"))
    }
    return parts
  }

  /// Who answers: one person for all, or each with what is theirs.
  private var people: Message {
    if !status.each.isEmpty {
      let list = NameList.full(status.owners)
      return Message(en: "Owed by each of \(list)", zh: "由各人分别完成 \(list)")
    }
    let owners = status.owners
    guard let first = owners.first else { return .empty }
    if owners.count == 1, status.requirements.allSatisfy({ $0.owner == first }) {
      return Message(en: "Owner \(first)", zh: "负责人 \(first)")
    }
    let parts = owners.map { owner in
      let theirs = status.requirements.filter { $0.owner == owner }
      let ids = theirs.map { name(of: $0) }.joined(separator: " ")
      return Message(en: "\(owner) (\(ids))", zh: "\(owner)（\(ids)）")
    }
    let list = Message.joined(parts, separator: Message(en: ", ", zh: "、"))
    return Message(en: "Owners \(list)", zh: "负责人 \(list)")
  }

  /// Who takes over later, and who has taken over already where the person above answers still for
  /// an earlier occurrence.
  private var handovers: [Message] {
    var days: [(assignment: Assignment, ids: [String])] = []
    for number in item.obligations {
      let id = names.item(register.obligations[number].reference)
      for assignment in handovers(of: number) {
        if let place = days.firstIndex(where: { $0.assignment == assignment }) {
          days[place].ids.append(id)
        } else {
          days.append((assignment, [id]))
        }
      }
    }
    return days.sorted { $0.assignment.from < $1.assignment.from }.map { assignment, ids in
      let (day, owner) = (assignment.from.description, assignment.owner ?? "")
      let isWhole = ids.count == item.obligations.count
      let list = isWhole ? "" : " (\(ids.joined(separator: " ")))"
      guard let replaced = assignment.replaces else {
        return Message(en: "From \(day) on: \(owner)\(list)", zh: "\(day)起由\(owner)负责\(list)")
      }
      return Message(
        en: "From \(day) on: \(owner) instead of \(replaced)\(list)",
        zh: "\(day)起由\(owner)接替\(replaced)\(list)"
      )
    }
  }

  /// The changes of who answers for a requirement that its current occurrence does not show.
  private func handovers(of number: Int) -> [Assignment] {
    let today = register.today
    let assignments = register.assignments(of: number).map(\.assignment).filter { $0.owner != nil }
    let later = assignments.filter { $0.from > today }
    // In another year than this one others may have answered.
    guard register.year == today.year,
      let current = status.requirements.first(where: { $0.obligation == number })
    else { return later }
    let known = current.each.isEmpty ? [current.owner].compactMap(\.self) : current.each
    var present = register.persons(of: number, on: today)
    if present.isEmpty { present = [register.owner(of: number, on: today)].compactMap(\.self) }
    // Of several changes to one person the last one holds.
    let begun = present.filter { !known.contains($0) }.compactMap { person in
      assignments.last { $0.from <= today && $0.owner == person }
    }
    return begun + later
  }

  /// Where to read on, and how to record.
  private var hints: [Message] {
    let name = name(register.reference(of: item))
    var hints: [Message] = []
    if !events.isEmpty {
      let count = events.count
      hints.append(
        Message(
          en: "History, \(count, "event", "events"): \(command: "duty history \(name)")",
          zh: "历史\(count)条：\(command: "duty history \(name)")"
        )
      )
    }
    let open = status.requirements.filter { $0.state.isOpen || $0.state == .ongoing }
    if let next = open.min(by: { $0.state < $1.state }) {
      let reference = register.obligations[next.obligation].reference
      let id = self.name(reference)
      hints.append(
        next.each.isEmpty
          ? Message(
            en: "Record one: \(command: "duty done \(id) --on <date>")",
            zh: "记一笔：\(command: "duty done \(id) --on 日期")"
          )
          : Message(
            en: "Record one: \(command: "duty done \(id) --owner <name> --on <date>")",
            zh: "记一笔：\(command: "duty done \(id) --owner 姓名 --on 日期")"
          )
      )
    }
    return hints
  }
}
