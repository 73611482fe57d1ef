import DutyModel
import TerminalText

/// Makes the cells of a list's rows for people.
///
/// Days and schedules repeat all over a checklist, so their words are made once.
struct DutyListCells {
  private let register: Register
  private let language: Language
  private let layout: DutyList.Layout
  /// Whether ids stand under a heading that names their checklist, or there is only one.
  private let hasBareIDs: Bool
  /// Whether names of persons and departments are written in full.
  private let isFull: Bool
  private var days: [Day: Prose] = [:]
  private var schedules: [Schedule: Prose] = [:]
  private var states: [StateAndDays: Prose] = [:]
  private var counts: [Counts: Prose] = [:]

  private struct StateAndDays: Hashable {
    let state: State
    let days: Int?
  }

  private struct Counts: Hashable {
    let done: Int
    let owed: Int
    let isMasked: Bool
  }

  init(_ list: DutyList, in language: Language, isFull: Bool = false) {
    register = list.register
    layout = list.layout
    self.language = language
    self.isFull = isFull
    let hasOneChecklist = Set(list.register.checklists.map(\.id)).count == 1
    hasBareIDs = hasOneChecklist || list.layout != .flat && !isFull
  }

  /// The mark in front of a row: the strongest of overdue, due soon, and to be filled in.
  func mark(of entry: DutyList.Entry) -> Prose {
    switch entry.state {
    case .overdue, .dueSoon: Prose(entry.state.mark, role: entry.state.role)
    default: entry.isToBeFilledIn ? Prose("?", role: .dueSoon) : Prose()
    }
  }

  mutating func cell(_ column: DutyList.Column, of entry: DutyList.Entry) -> Prose {
    // An item is looked up where it is needed: a copy of it costs more than most cells.
    let number = entry.status.item
    switch column {
    case .id:
      if hasBareIDs { return Prose(register.items[number].duty.id) }
      return Prose(register.reference(of: register.items[number]).description)
    case .number: return Prose(register.items[number].duty.number)
    case .title: return Prose(register.items[number].duty.title)
    case .owner: return owner(of: entry.status)
    case .due: return due(of: entry)
    case .state: return state(of: entry)
    case .done: return done(of: entry)
    case .schedule: return schedule(of: entry.status)
    case .departments: return departments(of: entry.status)
    case .section: return DutyListCells.quiet(register.section(of: register.items[number]).title)
    case .tier: return DutyListCells.quiet(register.tier(of: register.items[number]).title)
    case .checklist: return Prose(register.checklist(of: register.items[number]).id)
    case .records:
      let count = entry.status.requirements.reduce(0) { $0 + $1.records }
      return Message(en: "\(count)", zh: "\(count)条").prose(in: language)
    case .last: return lastRecord(of: entry.status).map { day($0) } ?? Prose()
    }
  }

  private func owner(of status: DutyStatus) -> Prose {
    if status.requirements.count == 1, status.requirements[0].each.isEmpty {
      return Prose(status.requirements[0].owner ?? "")
    }
    let owners = status.owners
    if owners.count == 1 { return Prose(owners[0]) }
    return (isFull ? NameList.full(owners) : NameList.owners(owners)).prose(in: language)
  }

  private func departments(of status: DutyStatus) -> Prose {
    let names = status.departments
    if names.count == 1 { return DutyListCells.quiet(names[0]) }
    return (isFull ? NameList.full(names) : NameList.departments(names)).prose(in: language)
      .with(role: .quiet)
  }

  private mutating func due(of entry: DutyList.Entry) -> Prose {
    guard let current = entry.status.currentOfOne ?? entry.status.current else { return Prose() }
    var text = day(current.due)
    if current.isDueMasked(in: register) { text += Prose("?", role: .dueSoon) }
    return entry.state == .overdue ? text.with(role: .overdue) : text
  }

  private mutating func state(of entry: DutyList.Entry) -> Prose {
    let days: Int? =
      switch entry.state {
      case .overdue:
        (entry.status.currentOfOne?.due ?? entry.status.due).map { register.today - $0 }
      case .dueSoon:
        entry.status.currents.min(by: Occurrence.isWorse).map { $0.due - register.today }
      case .done: entry.status.late
      case .ongoing: entry.silentDays
      case .inProgress, .pending, .future, .waived: nil
      }
    let key = StateAndDays(state: entry.state, days: days)
    if let known = states[key] { return known }
    let cell: Prose
    if entry.state == .ongoing, let days {
      cell = Message.silentCell(days: days).prose(in: language).with(role: .dueSoon)
    } else {
      cell = Message.stateCell(entry.state, days: days).prose(in: language)
        .with(role: entry.state.role)
    }
    states[key] = cell
    return cell
  }

  /// What was done of what is owed, for every requirement; records where nothing has a due day.
  private mutating func done(of entry: DutyList.Entry) -> Prose {
    var cell = Prose()
    for requirement in entry.status.requirements where !requirement.currents.isEmpty {
      let count = count(of: requirement)
      if entry.status.requirements.count == 1 { return count }
      if !cell.isEmpty { cell += " " }
      cell += count
    }
    guard cell.isEmpty, layout != .folded || isFull, entry.state == .ongoing else { return cell }
    let count = entry.status.requirements.reduce(0) { $0 + $1.records }
    guard let last = lastRecord(of: entry.status) else {
      return Message(en: "\(count)", zh: "\(count)条").prose(in: language)
    }
    // Without a year it is that of the count; an older day needs its own.
    let when =
      last.year == register.year ? Prose(last.monthAndDay) : day(last)
    return Message(en: "\(count), last \(when)", zh: "\(count)条，末\(when)").prose(in: language)
  }

  private mutating func count(of requirement: RequirementStatus) -> Prose {
    let key = Counts(
      done: requirement.done,
      owed: requirement.owed,
      isMasked: requirement.requirement.schedule.isCountUnknown
    )
    if let known = counts[key] { return known }
    var cell = Prose("\(key.done)/\(key.owed)")
    if key.isMasked { cell += Prose("?", role: .dueSoon) }
    counts[key] = cell
    return cell
  }

  private func lastRecord(of status: DutyStatus) -> Day? {
    var last: Day?
    for requirement in status.requirements {
      guard let day = requirement.lastRecord else { continue }
      if last.map({ $0 < day }) ?? true { last = day }
    }
    return last
  }

  private mutating func schedule(of status: DutyStatus) -> Prose {
    guard let first = status.requirements.first?.requirement.schedule else { return Prose() }
    if status.requirements.dropFirst().contains(where: { $0.requirement.schedule != first }) {
      let count = status.requirements.count
      return Message(en: "\(count) requirements", zh: "\(count)项要求").prose(in: language)
        .with(role: .quiet)
    }
    if let known = schedules[first] { return known }
    let words = first.words.prose(in: language).with(role: .quiet)
    schedules[first] = words
    return words
  }

  private mutating func day(_ day: Day) -> Prose {
    if let known = days[day] { return known }
    let text = Prose(day.description)
    days[day] = text
    return text
  }

  private static func quiet(_ text: String) -> Prose { Prose(text, role: .quiet) }
}

extension DutyStatus {
  /// The only occurrence of the only requirement, as most duties have it.
  fileprivate var currentOfOne: Occurrence? {
    guard requirements.count == 1, requirements[0].currents.count == 1 else { return nil }
    return requirements[0].currents[0]
  }
}
