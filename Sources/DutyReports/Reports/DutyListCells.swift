import Bytes
import DutyModel
import TerminalText

/// Makes the cells of a list's rows for people.
struct DutyListCells {
  private let register: Register
  private let language: Language
  private let layout: DutyList.Layout
  /// Whether ids stand under a heading that names their checklist, or there is only one.
  private let hasBareIDs: Bool
  /// Whether names of persons and departments are written in full.
  private let isFull: Bool

  /// What stands behind a number of records, alone and before the day of the last.
  private let recordsUnit: String
  private let lastRecordsUnit: String

  init(_ list: DutyList, in language: Language, isFull: Bool = false) {
    register = list.register
    layout = list.layout
    self.language = language
    self.isFull = isFull
    recordsUnit = Message(en: "", zh: "条").text(in: language)
    lastRecordsUnit = Message(en: ", last ", zh: "条，末").text(in: language)
    let checklists = list.register.checklists
    let hasOneChecklist =
      !checklists.isEmpty && checklists.allSatisfy { $0.id == checklists[0].id }
    hasBareIDs = hasOneChecklist || list.layout != .flat && !isFull
  }

  /// Adds the mark in front of a row: the strongest of overdue, due soon, and to be filled in.
  func addMark(of status: DutyStatus, to cells: inout CellBuffer) {
    switch status.state {
    case .overdue, .dueSoon:
      cells.add(.mark(of: status.state), role: status.state.role) { $0.append(status.state.mark) }
    default:
      if status.isToBeFilledIn { cells.add("?", role: .dueSoon) } else { cells.endCell() }
    }
  }

  /// Adds a cell of a row.
  func add(
    _ column: DutyList.Column,
    of status: DutyStatus,
    to cells: inout CellBuffer
  ) {
    // An item is looked up where it is needed: a copy of it costs more than most cells.
    let number = status.item
    switch column {
    case .id:
      if hasBareIDs {
        cells.add(register.items[number].duty.id)
      } else {
        cells.add(register.reference(of: register.items[number]).description)
      }
    case .number: cells.add(register.items[number].duty.number)
    case .title:
      register.items[number].duty.withTitle { cells.text.append($0) }
      cells.endCell()
    case .owner: addOwner(of: status, to: &cells)
    case .due: addDue(of: status, to: &cells)
    case .state: addState(of: status, to: &cells)
    case .done: addDone(of: status, to: &cells)
    case .schedule: addSchedule(of: status, to: &cells)
    case .departments: addDepartments(of: status, to: &cells)
    case .section:
      let (edition, tier) = (register.items[number].edition, register.items[number].tier)
      let section = register.items[number].section
      cells.add(.section(section, tier: tier, edition: edition), role: .quiet) { text in
        text.append(register.checklists[edition].tiers[tier].sections[section].title)
      }
    case .tier:
      let edition = register.items[number].edition
      cells.add(register.checklists[edition].tiers[register.items[number].tier].title, role: .quiet)
    case .checklist: cells.add(register.checklists[register.items[number].edition].id)
    case .records:
      cells.text.append(decimal: status.records)
      cells.text.append(recordsUnit)
      cells.endCell()
    case .last:
      if let day = status.lastRecord { cells.text.append(day) }
      cells.endCell()
    }
  }

  // MARK: - People

  private func addOwner(of status: DutyStatus, to cells: inout CellBuffer) {
    if status.requirements.count == 1, status.requirements[0].each.isEmpty {
      cells.add(repeated: status.requirements[0].owner ?? "")
      return
    }
    let owners = status.owners
    cells.add((isFull ? NameList.full(owners) : NameList.owners(owners)).prose(in: language))
  }

  private func addDepartments(of status: DutyStatus, to cells: inout CellBuffer) {
    if status.requirements.count == 1, status.requirements[0].departments.isEmpty {
      cells.endCell()
      return
    }
    let names = status.departments
    let list = isFull ? NameList.full(names) : NameList.departments(names)
    cells.add(repeated: list.text(in: language), role: .quiet)
  }

  // MARK: - State

  private func addDue(of status: DutyStatus, to cells: inout CellBuffer) {
    let role: Role? = status.state == .overdue ? .overdue : nil
    if !status.isUnknown, status.hasOneCurrent {
      cells.add(status.requirements[0].currents[0].due, role: role)
    } else if let current = status.current {
      cells.add(current.due, isMasked: current.isDueMasked, role: role)
    } else {
      cells.endCell()
    }
  }

  private func addState(of status: DutyStatus, to cells: inout CellBuffer) {
    let days = days(of: status)
    let isSilent = status.state == .ongoing && days != nil
    let role = isSilent ? .silent : status.state.role(late: days)
    cells.add(status.state, days: days, role: role, in: language)
  }

  /// The days that are told with the state.
  private func days(of status: DutyStatus) -> Int? {
    switch status.state {
    case .overdue:
      if status.hasOneCurrent { return register.today - status.requirements[0].currents[0].due }
      return status.due.map { register.today - $0 }
    case .dueSoon:
      if status.hasOneCurrent { return status.requirements[0].currents[0].due - register.today }
      return status.currents.min(by: Occurrence.isWorse).map { $0.due - register.today }
    case .done: return status.late
    case .ongoing: return status.ongoingSilence
    case .inProgress, .pending, .future, .waived: return nil
    }
  }

  // MARK: - What was done

  /// Adds what was done of what is owed, for every requirement; records where nothing has a due
  /// day.
  private func addDone(of status: DutyStatus, to cells: inout CellBuffer) {
    if !status.isUnknown, status.hasOneCurrent {
      let (done, owed) = status.doneOfOwed(0)
      cells.add(.done(done, of: owed)) { $0.append(done, of: owed) }
      return
    }
    let requirements = status.requirements
    var isFirst = true
    for index in requirements.indices where !requirements[index].currents.isEmpty {
      if !isFirst { cells.text.append(UInt8(ascii: " ")) }
      isFirst = false
      let (done, owed) = status.doneOfOwed(index)
      cells.text.append(done, of: owed)
      if requirements[index].requirement.schedule.isCountUnknown {
        cells.addPart("?", role: .dueSoon)
      }
    }
    if isFirst, layout != .folded || isFull, status.state == .ongoing {
      appendRecords(of: status, to: &cells.text)
    }
    cells.endCell()
  }

  /// The number of records and the day of the last.
  private func appendRecords(of status: DutyStatus, to text: inout ByteBuffer) {
    text.append(decimal: status.records)
    guard let last = status.lastRecord else {
      text.append(recordsUnit)
      return
    }
    text.append(lastRecordsUnit)
    // Without a year it is that of the count; an older day needs its own.
    if last.year == register.year { text.append(monthAndDayOf: last) } else { text.append(last) }
  }

  private func addSchedule(of status: DutyStatus, to cells: inout CellBuffer) {
    let count = status.requirements.count
    guard count > 0 else { return cells.endCell() }
    if count > 1, status.hasSeveralSchedules {
      let words = Message(en: "\(count) requirements", zh: "\(count)项要求")
      cells.add(words.text(in: language), role: .quiet)
    } else {
      cells.add(status.requirements[0].requirement.schedule, in: language)
    }
  }
}

extension ByteBuffer {
  /// Adds what was done of what is owed, such as `1/4`.
  fileprivate mutating func append(_ done: Int, of owed: Int) {
    append(decimal: done)
    append(UInt8(ascii: "/"))
    append(decimal: owed)
  }
}

extension DutyStatus {
  /// Whether there is one occurrence of one requirement, as most duties have it.
  fileprivate var hasOneCurrent: Bool {
    requirements.count == 1 && requirements[0].currents.count == 1
  }

  /// How many times were done and are owed of a requirement, by its place; one occurrence of one
  /// person as it is.
  fileprivate func doneOfOwed(_ index: Int) -> (done: Int, owed: Int) {
    guard requirements[index].currents.count == 1 else {
      return (requirements[index].done, requirements[index].owed)
    }
    let isPersonal = requirements[index].currents[0].seat != nil
    let owed = requirements[index].currents[0].owed
    return (isPersonal ? requirements[index].done : requirements[index].currents[0].done, owed)
  }

  /// Whether the requirements differ in when they are owed.
  fileprivate var hasSeveralSchedules: Bool {
    let first = requirements[0].requirement.schedule
    return requirements.contains { $0.requirement.schedule != first }
  }

  /// The records of all requirements.
  fileprivate var records: Int { requirements.reduce(0) { $0 + $1.records } }

  /// The day of the last record of all.
  fileprivate var lastRecord: Day? {
    requirements.compactMap(\.lastRecord).max()
  }
}
