import DutyModel
import TerminalText

/// Makes the cells of a list's rows for people.
///
/// Days and schedules repeat all over a checklist, so their words are made once.
struct DutyListCells {
  private let register: Register
  private let language: Language
  private let layout: DutyList.Layout
  private let hasOneChecklist: Bool
  /// Whether names of persons and departments are written in full.
  private let isFull: Bool
  private var days: [Day: Prose] = [:]
  private var schedules: [Schedule: Prose] = [:]
  private var words: [State: Prose] = [:]

  init(_ list: DutyList, in language: Language, isFull: Bool = false) {
    register = list.register
    layout = list.layout
    self.language = language
    self.isFull = isFull
    hasOneChecklist = Set(list.register.checklists.map(\.id)).count == 1
    for state in State.allCases {
      words[state] = DutyListCells.colored(state.word.prose(in: language), state.role)
    }
  }

  /// The mark in front of a row: the strongest of overdue, due soon, and to be filled in.
  func mark(of entry: DutyList.Entry) -> Prose {
    switch entry.state {
    case .overdue, .dueSoon: Prose(entry.state.mark, role: entry.state.role)
    default: entry.isToBeFilledIn ? Prose("?", role: .dueSoon) : Prose()
    }
  }

  mutating func cell(_ column: DutyList.Column, of entry: DutyList.Entry) -> Prose {
    let item = register.items[entry.status.item]
    switch column {
    case .id:
      let isBare = layout != .flat && !isFull || hasOneChecklist
      return Prose(isBare ? item.duty.id : "\(register.checklist(of: item).id)/\(item.duty.id)")
    case .number: return Prose(item.duty.number)
    case .title: return Prose(item.duty.title)
    case .owner: return owner(of: entry.status)
    case .due: return due(of: entry)
    case .state: return state(of: entry)
    case .done: return done(of: entry)
    case .schedule: return schedule(of: entry.status)
    case .departments: return departments(of: entry.status)
    case .section: return DutyListCells.quiet(register.section(of: item).title)
    case .tier: return DutyListCells.quiet(register.tier(of: item).title)
    case .checklist: return Prose(register.checklist(of: item).id)
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
    guard let current = entry.status.current else { return Prose() }
    var text = day(current.due)
    if current.isDueMasked(in: register) { text += Prose("?", role: .dueSoon) }
    return entry.state == .overdue ? text.with(role: .overdue) : text
  }

  private func state(of entry: DutyList.Entry) -> Prose {
    let days: Int?
    switch entry.state {
    case .overdue:
      days = entry.status.due.map { register.today - $0 }
    case .dueSoon:
      days = entry.status.currents.min(by: Occurrence.isWorse).map { $0.due - register.today }
    case .done:
      days = entry.status.late
    case .ongoing:
      guard let silence = entry.silentDays else { return words[.ongoing] ?? Prose() }
      return Message.silentCell(days: silence).prose(in: language).with(role: .dueSoon)
    case .inProgress, .pending, .future, .waived:
      days = nil
    }
    guard let days else { return words[entry.state] ?? Prose() }
    return DutyListCells.colored(
      Message.stateCell(entry.state, days: days).prose(in: language),
      entry.state.role
    )
  }

  /// What was done of what is owed, for every requirement; records where nothing has a due day.
  private mutating func done(of entry: DutyList.Entry) -> Prose {
    var cell = Prose()
    for requirement in entry.status.requirements where !requirement.currents.isEmpty {
      if !cell.isEmpty { cell += " " }
      cell += "\(requirement.done)/\(requirement.owed)"
      if requirement.requirement.schedule.isCountUnknown { cell += Prose("?", role: .dueSoon) }
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

  private static func colored(_ words: Prose, _ role: Role?) -> Prose {
    role.map { words.with(role: $0) } ?? words
  }
}
