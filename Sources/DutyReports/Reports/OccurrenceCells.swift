import Bytes
import DutyModel
import TerminalText

/// Makes the cells of rows of occurrences for people.
struct OccurrenceCells {
  private let table: OccurrenceTable
  private let register: Register
  private let language: Language
  /// Whether names are written in full.
  private let isFull: Bool
  /// The number of the duty of each obligation.
  private let items: [Int]
  private var distinctions: PeriodDistinctions
  private let dayUnit: String

  init(_ table: OccurrenceTable, in language: Language, isFull: Bool = false) {
    self.table = table
    register = table.register
    self.language = language
    self.isFull = isFull
    items = table.register.itemsOfObligations
    distinctions = PeriodDistinctions(in: language)
    dayUnit = Message(en: "d", zh: "天").text(in: language)
  }

  /// Adds a cell of the row of an occurrence.
  ///
  /// - Parameters:
  ///   - column: What the cell tells.
  ///   - place: The place of the occurrence in the table: a copy of one costs more than a cell.
  ///   - cells: Where it is added.
  mutating func add(
    _ column: OccurrenceColumn,
    of place: Int,
    to cells: inout CellBuffer
  ) {
    switch column {
    case .id:
      let number = table.occurrences[place].obligation
      let (reference, item) = (register.obligations[number].reference, items[number])
      cells.add(
        isFull ? table.names.full(reference) : table.names.shortest(reference, ofItem: item)
      )
    case .title: addTitle(of: place, to: &cells)
    case .owner: cells.add(repeated: table.occurrences[place].owner ?? "")
    case .due: addDue(of: place, to: &cells)
    case .days: addDistance(of: place, to: &cells)
    case .owed: addOwed(of: place, to: &cells)
    case .schedule: cells.add(requirement(of: place).schedule, in: language)
    case .departments:
      if table.occurrences[place].departments.isEmpty { return cells.endCell() }
      let names = table.occurrences[place].departments
      let list = isFull ? NameList.full(names) : NameList.departments(names)
      cells.add(repeated: list.text(in: language), role: .quiet)
    case .period: cells.add(table.occurrences[place].period.description)
    case .state:
      let state = table.occurrences[place].state
      cells.add(state.word.text(in: language), role: state.role)
    }
  }

  private func requirement(of place: Int) -> Requirement {
    table.occurrences[place].requirement
  }

  /// Adds the title, told apart from that of the requirement's other periods.
  private mutating func addTitle(of place: Int, to cells: inout CellBuffer) {
    requirement(of: place).withTitle { cells.text.append($0) }
    if let distinction = distinctions.text(of: table.occurrences[place].period) {
      cells.text.append(distinction)
    }
    cells.endCell()
  }

  private func addDue(of place: Int, to cells: inout CellBuffer) {
    let due = table.occurrences[place].due
    let role: Role? = table.distance == .late ? .overdue : nil
    // A day set by a reschedule is known.
    let isMasked =
      due == table.occurrences[place].originalDue && requirement(of: place).schedule.masks(due)
    cells.add(due, isMasked: isMasked, role: role)
  }

  private func addDistance(of place: Int, to cells: inout CellBuffer) {
    let due = table.occurrences[place].due
    let isLate = table.distance == .late
    let days = isLate ? register.today - due : due - register.today
    cells.add(.days(days), role: isLate ? .overdue : nil) { text in
      switch days {
      case 0 where !isLate: text.append(Message(en: "today", zh: "今天").text(in: language))
      case 1 where !isLate: text.append(Message(en: "tomorrow", zh: "明天").text(in: language))
      default:
        text.append(decimal: days)
        text.append(dayUnit)
      }
    }
  }

  private func addOwed(of place: Int, to cells: inout CellBuffer) {
    let (done, owed) = (table.occurrences[place].done, table.occurrences[place].owed)
    let missing = table.occurrences[place].missing
    if requirement(of: place).schedule.isCountUnknown {
      append(missing, done, of: owed, to: &cells.text)
      cells.addPart("?", role: .dueSoon)
      cells.text.append(language.text(en: "", zh: "）"))
      cells.endCell()
    } else {
      cells.add(.owed(missing, done, of: owed)) { text in
        append(missing, done, of: owed, to: &text)
        text.append(language.text(en: "", zh: "）"))
      }
    }
  }

  /// Adds what is missing, done and owed, up to where a `?` may stand.
  private func append(_ missing: Int, _ done: Int, of owed: Int, to text: inout ByteBuffer) {
    text.append(decimal: missing)
    switch language {
    case .english: text.append(" of ")
    case .chinese:
      text.append("次（")
      text.append(decimal: done)
      text.append(UInt8(ascii: "/"))
    }
    text.append(decimal: owed)
  }
}
