import CommandLineKit
import DutyModel
import DutyReports
import TerminalText

/// A selection whose words were understood, ready to be asked about every duty.
struct Choice {
  let items: [Int]
  /// How it stands with every item chosen, in the same order.
  let statuses: [DutyStatus]
  /// What was chosen, in words, for the line of totals: `王芳，逾期和临期`.
  let description: Message
}

extension Selection {
  /// The year named, if it is one of the calendar.
  func validYear() throws(UsageError) -> Int? {
    guard let year else { return nil }
    guard (1...9999).contains(year) else {
      throw .invalidValue(
        String(year),
        ParameterReference(name: "--year", placeholder: Message(en: "year", zh: "年份")),
        InvalidValue(Message(en: "years are 1 to 9999", zh: "年份为 1 至 9999"))
      )
    }
    return year
  }

  /// The duties chosen, in the order of the documents.
  ///
  /// - Parameters:
  ///   - opened: The workspace.
  ///   - today: The day looked at.
  ///   - command: The command line up to the ids, for advice.
  /// - Throws: An error about the first id or name that nothing has.
  func choose(from opened: Opened, on today: Day, command: String) throws -> Choice {
    let register = opened.register
    let resolver = Resolver(opened, command: command)
    var wanted: Set<Int>?
    if !ids.isEmpty {
      var items: Set<Int> = []
      for id in ids { items.insert(try resolver.item(id)) }
      wanted = items
    }
    let checklists = try self.checklists.flatMap { text -> [String] in
      try text.split(separator: ",").map { try checklist(String($0), register) }
    }
    let before = try dueBefore.map { try $0.day(on: today, facing: .future, for: "due-before") }
    let after = try dueAfter.map { try $0.day(on: today, facing: .future, for: "due-after") }
    var items: [Int] = []
    var statuses: [DutyStatus] = []
    for number in register.items.indices {
      if let wanted, !wanted.contains(number) { continue }
      let item = register.items[number]
      guard matchesPlace(item, register, checklists), matchesText(item) else { continue }
      let status = register.status(of: number)
      guard item.isInEffect || wanted != nil || status.state == .overdue else { continue }
      guard matchesPeople(status), matchesState(status) else { continue }
      if before != nil || after != nil {
        guard let due = status.due else { continue }
        if let before, due >= before { continue }
        if let after, due <= after { continue }
      }
      items.append(number)
      statuses.append(status)
    }
    return Choice(
      items: items,
      statuses: statuses,
      description: description(before: before, after: after)
    )
  }

  private func checklist(_ typed: String, _ register: Register) throws(CommandError) -> String {
    let id = Identifier.folded(typed)
    let known = register.checklists.map(\.id)
    guard known.contains(id) else {
      throw .noChecklist(typed, nearest: known.nearest(to: id, limit: 3))
    }
    return id
  }

  private func matchesPlace(
    _ item: Register.Item,
    _ register: Register,
    _ checklists: [String]
  ) -> Bool {
    if !checklists.isEmpty, !checklists.contains(register.checklist(of: item).id) { return false }
    if !tiers.isEmpty {
      let tier = register.tier(of: item)
      guard tiers.contains(where: { $0 == tier.kind.rawValue || $0 == tier.id || $0 == tier.title })
      else { return false }
    }
    if !sections.isEmpty {
      let section = register.section(of: item)
      guard sections.contains(where: { $0 == section.id || section.title.contains($0) }) else {
        return false
      }
    }
    return true
  }

  private func matchesText(_ item: Register.Item) -> Bool {
    texts.isEmpty
      || texts.contains { text in
        let text = text.lowercased()
        return item.duty.title.lowercased().contains(text)
          || item.duty.text.lowercased().contains(text)
          || item.duty.requirements.contains { $0.title.lowercased().contains(text) }
      }
  }

  private func matchesPeople(_ status: DutyStatus) -> Bool {
    if !owners.isEmpty {
      guard
        status.requirements.contains(where: { requirement in
          owners.contains { $0 == requirement.owner || requirement.each.contains($0) }
        })
      else { return false }
    }
    if !departments.isEmpty {
      guard
        status.requirements.contains(where: { requirement in
          departments.contains { requirement.departments.contains($0) }
        })
      else { return false }
    }
    return true
  }

  private func matchesState(_ status: DutyStatus) -> Bool {
    states.isEmpty || states.contains { $0.matches(status) }
  }

  /// The filters in words, in the order they narrow.
  private func description(before: Day?, after: Day?) -> Message {
    var parts: [Message] = []
    if !ids.isEmpty { parts.append(.verbatim(ids.joined(separator: " "))) }
    for group in [checklists, tiers, sections, owners, departments] where !group.isEmpty {
      parts.append(.list(group.map { .verbatim($0) }, .and))
    }
    if !states.isEmpty { parts.append(.list(states.map(\.word), .and)) }
    if !texts.isEmpty { parts.append(.list(quoted: texts, .and)) }
    if let before {
      parts.append(
        Message(en: "due before \(before.description)", zh: "\(before.description)前到期")
      )
    }
    if let after {
      parts.append(Message(en: "due after \(after.description)", zh: "\(after.description)后到期"))
    }
    if let year { parts.append(Message(en: "\(year)", zh: "\(year)年")) }
    return .joined(parts, separator: Message(en: ", ", zh: "，"))
  }
}

extension DayExpression {
  /// The day, or an error that names the option it was given to.
  func day(on today: Day, facing direction: Direction, for option: String) throws(UsageError) -> Day
  {
    do throws(InvalidValue) {
      return try day(on: today, facing: direction)
    } catch {
      throw .invalidValue(
        typed,
        ParameterReference(name: "--\(option)", placeholder: Message(en: "date", zh: "日期")),
        error
      )
    }
  }
}
