import Bytes
import DutyModel
import StrictJSON
import TerminalText

/// Which rows and columns of a list of occurrences are shown.
package struct OccurrenceLayout: Sendable {
  let columns: [OccurrenceColumn]
  let order: OccurrenceOrder?
  let limit: Int?

  /// - Parameters:
  ///   - columns: The columns wanted; empty for those of the list.
  ///   - order: What rows are sorted by; `nil` for the order of the list.
  ///   - limit: How many rows there are at most, 0 or more; all are counted.
  package init(
    columns: [OccurrenceColumn] = [],
    order: OccurrenceOrder? = nil,
    limit: Int? = nil
  ) {
    self.columns = columns
    self.order = order
    self.limit = limit
  }
}

/// Rows of occurrences, one each, as lists of what is late and of what comes up show them.
struct OccurrenceTable {
  /// What is told of the days between the due day and the day looked at.
  enum Distance {
    case late
    case left
  }

  /// Every one of the list, in its order.
  let all: [Occurrence]
  /// Those that have a row.
  let occurrences: [Occurrence]
  let register: Register
  let names: Names
  let distance: Distance
  /// The columns that were named; `nil` leaves the choice to the list.
  private let columns: [OccurrenceColumn]?

  init(
    _ occurrences: [Occurrence],
    _ layout: OccurrenceLayout,
    in register: Register,
    names: Names,
    distance: Distance
  ) {
    let sorted = layout.order?.sorted(occurrences) ?? occurrences
    all = sorted
    self.occurrences = layout.limit.map { Array(sorted.prefix($0)) } ?? sorted
    self.register = register
    self.names = names
    self.distance = distance
    columns = layout.columns.isEmpty ? nil : layout.columns
  }

  /// What is said below the rows if there are more.
  var rest: Message? {
    guard occurrences.count < all.count else { return nil }
    return Message(
      en: "The first \(occurrences.count) of \(all.count) are shown.",
      zh: "只列出前\(occurrences.count)件，共\(all.count)件。"
    )
  }

  private var shownColumns: [OccurrenceColumn] { columns ?? OccurrenceColumn.standard }

  /// The lines of the table, each ended by a line feed; none without rows.
  func written(in language: Language, for terminal: Terminal) -> ByteBuffer {
    var table = TableWriter(
      columns: shownColumns.map { column in
        TextTable.Column(
          column.rawValue,
          header: header(of: column).text(in: language),
          alignment: column == .days ? .trailing : .leading,
          // Without the period two rows of a duty would be told apart by nothing.
          keepsTail: column == .title
        )
      },
      narrowing: columns == nil
        ? [
          .drop("departments"), .drop("schedule"), .cut("title", to: 16), .drop("due"),
          .drop("owed"), .drop("owner"), .cut("title", to: 8),
        ]
        // None that was named is left out.
        : [
          .cut("title", to: 16), .cut("departments", to: 8), .cut("owner", to: 8),
          .cut("title", to: 8),
        ],
      for: terminal,
      capacity: min(occurrences.count, 10_000)
    )
    var cells = OccurrenceCells(self, in: language)
    for place in occurrences.indices {
      for column in shownColumns { cells.add(column, of: place, to: &table.cells) }
      table.endRow()
    }
    return table.written()
  }

  /// The lines of the table and what is said below them.
  func screenBytes(
    above lastLines: [Message],
    in language: Language,
    for terminal: Terminal
  ) -> [UInt8] {
    var buffer = written(in: language, for: terminal)
    if buffer.count > 0 { buffer.append(0x0A) }
    for message in lastLines + (rest.map { [$0] } ?? []) {
      buffer.append(lines: message.prose(in: language).lines(for: terminal))
    }
    return buffer.bytes()
  }

  /// The whole answer as JSON.
  func write(to json: inout JSONWriter, under head: AnswerHead, format: String) {
    json.object { json in
      head.write(to: &json, format: format)
      json.array("occurrences", occurrences) { json, occurrence in
        json.object { OccurrenceAnswer(occurrence, in: register).writeMembers(to: &$0) }
      }
    }
  }

  /// The rows as JSON, a line each.
  func writeElements(_ lines: inout JSONLines) {
    for occurrence in occurrences {
      lines.add("occurrence") { OccurrenceAnswer(occurrence, in: register).writeMembers(to: &$0) }
    }
  }

  private func header(of column: OccurrenceColumn) -> Message {
    switch column {
    case .id: DutyList.Column.id.header
    case .title: DutyList.Column.title.header
    case .owner: DutyList.Column.owner.header
    case .due: DutyList.Column.due.header
    case .days:
      switch distance {
      case .late: Message(en: "Late", zh: "逾期")
      case .left: Message(en: "Left", zh: "还有")
      }
    case .owed: Message(en: "Owed", zh: "还欠")
    case .schedule: DutyList.Column.schedule.header
    case .departments: DutyList.Column.departments.header
    case .period: Message(en: "Period", zh: "期间")
    case .state: DutyList.Column.state.header
    }
  }
}

// MARK: - Machine forms

extension OccurrenceTable {
  /// A row for every occurrence.
  ///
  /// Columns are only ever added at the end.
  var table: DataTable {
    let whole = DataTable(
      columns: [
        .init("id", DutyList.Column.id.header),
        .init("state", DutyList.Column.state.header),
        .init("due", DutyList.Column.due.header),
        .init("days", Message(en: "Days", zh: "天数")),
        .init("done", DutyList.Column.done.header),
        .init("owed", Message(en: "Owed", zh: "应办")),
        .init("owner", DutyList.Column.owner.header),
        .init("title", DutyList.Column.title.header),
        .init("period", Message(en: "Period", zh: "期间")),
        .init("schedule", DutyList.Column.schedule.header),
        .init("departments", DutyList.Column.departments.header),
        .init("missing", Message(en: "Missing", zh: "还欠")),
      ],
      rows: occurrences.map { occurrence in
        let requirement = occurrence.requirement
        return [
          .value(names.full(occurrence.reference)),
          .value(occurrence.state.rawValue),
          .value(occurrence.due.description),
          .value(occurrence.due - register.today),
          .value(occurrence.done),
          .value(occurrence.owed),
          .optional(occurrence.owner),
          .text(requirement.title),
          .value(occurrence.period.description),
          .value(requirement.schedule.description),
          .names(occurrence.departments),
          .value(occurrence.missing),
        ]
      }
    )
    guard let columns else { return whole }
    let places = columns.flatMap(\.dataKeys).compactMap { key in
      whole.columns.firstIndex { $0.key == key }
    }
    return DataTable(
      columns: places.map { whole.columns[$0] },
      rows: whole.rows.map { row in places.map { row[$0] } }
    )
  }

  /// The rows for people, with all names in full.
  func table(in language: Language) -> DataTable {
    var cells = OccurrenceCells(self, in: language, isFull: true)
    var buffer = CellBuffer()
    return DataTable(
      columns: shownColumns.map { DataTable.Column($0.rawValue, header(of: $0)) },
      rows: occurrences.indices.map { place in
        let first = buffer.count
        for column in shownColumns { cells.add(column, of: place, to: &buffer) }
        return buffer.strings(from: first).map { .text($0) }
      }
    )
  }
}

// MARK: - Words for one occurrence

extension Occurrence {
  /// Whether the due day stands in for one that the document masks.
  var isDueMasked: Bool {
    // A day set by a reschedule is known.
    due == originalDue && requirement.schedule.masks(due)
  }

  /// The title of the requirement, told apart from that of its other periods.
  var distinctTitle: Message {
    let title = requirement.title
    guard let distinction = period.distinction else { return .verbatim(title) }
    return Message(en: "\(title) (\(distinction))", zh: "\(title)（\(distinction)）")
  }

  /// The occurrence in a sentence: day, name, title.
  func mention(in register: Register, names: Names) -> Message {
    let name = names.shortest(reference)
    let title = distinctTitle
    return Message(
      en: "\(due.description) \(name) \(title)",
      zh: "\(due.description) \(name) \(title)"
    )
  }
}

extension Schedule {
  /// Whether a due day that it gives stands in for one that the document masks.
  func masks(_ due: Day) -> Bool {
    switch self {
    case .ongoing, .asNeeded: return false
    case .once(let deadline):
      switch deadline {
      case .unknownMonth, .unknownDay: return true
      case .year, .month, .day: return false
      }
    case .yearly(let points):
      return points.contains(.unknown) && due == .lastDay(ofYear: due.year)
    case .span(_, let by): return by == .unknown
    case .counted(let counted):
      if case .point(.unknown)? = counted.by { return true }
      return false
    }
  }
}
