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
  /// The same with what each filter is, for an answer without rows: `负责人 王方`.
  let labelledDescription: Message
  /// How many would be chosen by place and people alone.
  let countByPeople: Int
}

extension Selection {
  /// Whose occurrences are chosen.
  var people: People { People(owners: owners, departments: departments) }

  /// The year named, if it is one of the calendar.
  func validYear() throws(UsageError) -> Int? { try year.validYear() }

  /// The duties chosen, in the order of the documents.
  ///
  /// - Parameters:
  ///   - opened: The workspace.
  ///   - today: The day looked at.
  ///   - line: What was typed, for advice.
  ///   - includesFormer: Whether duties are chosen too that only a former edition has.
  /// - Returns: The duties with how it stands with them, and the choice in words.
  /// - Throws: An error about the first id or name that nothing has.
  func choose(
    from opened: Opened,
    on today: Day,
    line: TypedLine,
    includesFormer: Bool = false
  ) throws -> Choice {
    let register = opened.register
    let resolver = Resolver(opened, line: line)
    var wanted: Set<Int>?
    if !ids.isEmpty {
      var items: Set<Int> = []
      for id in ids { items.insert(try resolver.item(id)) }
      wanted = items
    }
    let place = try place(in: opened)
    let (before, after) = try dueBounds(on: today)
    let small = texts.map { $0.lowercased() }
    var countByPeople = 0
    var items: [Int] = []
    var statuses: [DutyStatus] = []
    for number in register.items.indices {
      let isWanted = wanted?.contains(number) ?? true
      // A status costs more than all else: it is made only for what may be chosen or counted.
      guard isWanted || !owners.isEmpty, place.holds(number, of: register) else { continue }
      let hasText = matches(small, register.items[number].duty)
      guard hasText || !owners.isEmpty else { continue }
      guard let status = status(of: number, in: register) else { continue }
      // What only a former edition has is shown as long as `overdue` lists it.
      let isShown =
        register.items[number].isInEffect
        || register.items[number].obligations.contains { !register.overdue($0).isEmpty }
      guard isShown || includesFormer || wanted != nil else { continue }
      guard matchesDepartments(status) else { continue }
      countByPeople += 1
      guard isWanted, hasText, matchesState(status) else { continue }
      if before != nil || after != nil {
        guard let due = status.due, isWithin(due, before, after) else { continue }
      }
      items.append(number)
      statuses.append(status)
    }
    return Choice(
      items: items,
      statuses: statuses,
      description: description(before: before, after: after),
      labelledDescription: description(before: before, after: after, isLabelled: true),
      countByPeople: countByPeople
    )
  }

  /// What records are about that is chosen: duties, in effect or not, and the sections, if they are
  /// chosen by place alone.
  ///
  /// - Parameters:
  ///   - opened: The workspace.
  ///   - today: The day looked at.
  ///   - line: What was typed, for advice.
  /// - Returns: The subjects.
  /// - Throws: An error about the first id or name that nothing has.
  func subjects(from opened: Opened, on today: Day, line: TypedLine) throws -> EventSubjects {
    let register = opened.register
    var subjects = EventSubjects()
    let choice = try choose(from: opened, on: today, line: line, includesFormer: true)
    for item in choice.items { subjects.obligations.formUnion(register.items[item].obligations) }
    guard isByPlaceOnly else { return subjects }
    let place = try place(in: opened)
    for checklist in register.checklists {
      for tier in checklist.tiers {
        for section in tier.sections where place.holds(section, under: tier, of: checklist.id) {
          subjects.sections.insert("\(checklist.id)/\(section.id ?? tier.id)")
        }
      }
    }
    return subjects
  }

  /// The first and the last day that bound what is chosen by its due day, themselves left out.
  func dueBounds(on today: Day) throws(UsageError) -> (before: Day?, after: Day?) {
    var bounds: (before: Day?, after: Day?)
    bounds.before = try dueBefore?.day(on: today, facing: .future, for: "due-before")
    bounds.after = try dueAfter?.day(on: today, facing: .future, for: "due-after")
    return bounds
  }

  /// Whether a due day lies between such bounds.
  func isWithin(_ due: Day, _ before: Day?, _ after: Day?) -> Bool {
    if let before, due >= before { return false }
    if let after, due <= after { return false }
    return true
  }

  private func place(in opened: Opened) throws(CommandError) -> PlaceFilter {
    var checklists: [String] = []
    for typed in self.checklists { checklists.append(try opened.checklistID(typed)) }
    return PlaceFilter(
      checklists: checklists,
      tiers: tiers.map { PlaceName($0) },
      sections: sections.map { PlaceName($0) }
    )
  }

  /// Whether a duty has one of some texts; in small letters all of them, so that case means
  /// nothing.
  private func matches(_ small: [String], _ duty: Duty) -> Bool {
    guard !small.isEmpty else { return true }
    let words = [duty.title, duty.text] + duty.requirements.map(\.title)
    return words.contains { word in
      let word = word.lowercased()
      // A text that is far longer cannot be in it, however its accents are written.
      return small.contains { $0.utf8.count / 4 <= word.utf8.count && word.contains($0) }
    }
  }

  /// How it stands with a duty, or with what the persons chosen answer for of it; `nil` if they
  /// answer for nothing.
  private func status(of number: Int, in register: Register) -> DutyStatus? {
    owners.isEmpty ? register.status(of: number) : register.status(of: number, for: owners)
  }

  private func matchesDepartments(_ status: DutyStatus) -> Bool {
    departments.isEmpty
      || status.requirements.contains { requirement in
        departments.contains { requirement.departments.contains($0) }
      }
  }

  private func matchesState(_ status: DutyStatus) -> Bool {
    states.isEmpty || states.contains { $0.matches(status) }
  }

  /// The filters in words where none of them is a day.
  var shortDescription: Message { description(before: nil, after: nil) }

  /// The same with what each filter is.
  var shortLabelledDescription: Message { description(before: nil, after: nil, isLabelled: true) }

  /// The filters in words, in the order they narrow.
  private func description(before: Day?, after: Day?, isLabelled: Bool = false) -> Message {
    var parts: [Message] = []
    func add(_ values: [Message], _ label: Message) {
      guard !values.isEmpty else { return }
      let list = Message.list(values, .and)
      parts.append(isLabelled ? Message(en: "\(label) \(list)", zh: "\(label) \(list)") : list)
    }
    func add(_ texts: [String], _ label: Message) { add(texts.map { .verbatim($0) }, label) }
    if !ids.isEmpty { parts.append(.verbatim(ids.joined(separator: " "))) }
    add(checklists, Message(en: "checklist", zh: "清单"))
    add(
      tiers.map { Tier.Kind(rawValue: Identifier.folded($0))?.word ?? .verbatim($0) },
      Message(en: "tier", zh: "责任主体")
    )
    add(sections, Message(en: "section", zh: "部分"))
    add(owners, Message(en: "owner", zh: "负责人"))
    add(departments, Message(en: "department", zh: "责任处室"))
    add(states.map(\.word), Message(en: "state", zh: "状态"))
    if !texts.isEmpty { parts.append(.list(quoted: texts, .and)) }
    parts += Selection.words(dueBefore: before, after: after)
    if let year { parts.append(Message(en: "\(year)", zh: "\(year)年")) }
    return .joined(parts, separator: Message(en: ", ", zh: "，"))
  }
}

/// Where in the documents duties are chosen.
private struct PlaceFilter {
  /// The ids of the checklists; all if there is none, as with the others.
  let checklists: [String]
  let tiers: [PlaceName]
  let sections: [PlaceName]

  var isEverywhere: Bool { checklists.isEmpty && tiers.isEmpty && sections.isEmpty }

  /// Whether a duty stands there, by its number.
  func holds(_ number: Int, of register: Register) -> Bool {
    if isEverywhere { return true }
    let item = register.items[number]
    return holds(
      register.section(of: item),
      under: register.tier(of: item),
      of: register.checklist(of: item).id
    )
  }

  /// Whether a section stands there.
  func holds(_ section: Section, under tier: Tier, of checklist: String) -> Bool {
    (checklists.isEmpty || checklists.contains(checklist))
      && (tiers.isEmpty || tiers.contains { $0.isName(of: tier, in: checklist) })
      && (sections.isEmpty
        || sections.contains { $0.isName(of: section, under: tier, in: checklist) })
  }
}

extension Selection {
  /// The bounds of due days in words.
  static func words(dueBefore before: Day?, after: Day?) -> [Message] {
    var words: [Message] = []
    if let day = before?.description {
      words.append(Message(en: "due before \(day)", zh: "\(day)前到期"))
    }
    if let day = after?.description {
      words.append(Message(en: "due after \(day)", zh: "\(day)后到期"))
    }
    return words
  }
}

// MARK: - Occurrences

/// A selection that is asked about occurrences instead of duties.
struct OccurrenceFilter {
  /// What was chosen, in words; empty if everything is.
  let description: Message
  /// The same with what each filter is.
  let labelledDescription: Message
  /// Whether one is chosen; `nil` if all are.
  private let matches: ((Occurrence) -> Bool)?

  fileprivate init(
    _ description: Message,
    labelled: Message,
    _ matches: ((Occurrence) -> Bool)?
  ) {
    self.description = description
    labelledDescription = labelled
    self.matches = matches
  }

  /// Those of some occurrences that are chosen.
  func chosen(of occurrences: [Occurrence]) -> [Occurrence] {
    matches.map { occurrences.filter($0) } ?? occurrences
  }
}

extension Selection {
  /// The selection as a filter of occurrences: people, state and due day are those of the
  /// occurrence, and the id of a requirement chooses that alone.
  ///
  /// - Parameters:
  ///   - opened: The workspace.
  ///   - today: The day looked at.
  ///   - line: What was typed, for advice.
  /// - Returns: The filter, and the choice in words.
  /// - Throws: An error about the first id or name that nothing has.
  func occurrenceFilter(
    from opened: Opened,
    on today: Day,
    line: TypedLine
  ) throws -> OccurrenceFilter {
    if isEverything, year == nil { return OccurrenceFilter(.empty, labelled: .empty, nil) }
    let register = opened.register
    let resolver = Resolver(opened, line: line)
    var wanted: Set<Int>?
    if !ids.isEmpty { wanted = Set(try ids.flatMap { try resolver.obligations($0) }) }
    let place = try place(in: opened)
    let (before, after) = try dueBounds(on: today)
    let hasPlace = !place.isEverywhere || !texts.isEmpty
    let small = texts.map { $0.lowercased() }
    let labelled = description(before: before, after: after, isLabelled: true)
    return OccurrenceFilter(
      description(before: before, after: after),
      labelled: labelled
    ) { occurrence in
      if let wanted, !wanted.contains(occurrence.obligation) { return false }
      guard isWithin(occurrence.due, before, after) else { return false }
      guard people.includes(occurrence.owner, occurrence.departments) else { return false }
      if !states.isEmpty, !states.contains(.state(occurrence.state)) { return false }
      if let year, occurrence.year != year { return false }
      guard hasPlace else { return true }
      guard let number = register.item(occurrence.reference) else { return false }
      return place.holds(number, of: register) && matches(small, register.items[number].duty)
    }
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
