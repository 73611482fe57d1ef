import DutyModel
package import TerminalText

extension DutyList {
  /// A row for every requirement, so that what is done and owed are single numbers.
  ///
  /// Columns are only ever added at the end.
  package var table: DataTable {
    let columns = DutyList.dataColumns
    let wanted = self.columns.map { chosen -> [Int] in
      chosen.flatMap(\.dataKeys).compactMap { key in columns.firstIndex { $0.key == key } }
    }
    var rows: [[DataTable.Cell]] = []
    for status in listed {
      for requirement in status.requirements {
        let row = row(of: requirement, of: register.items[status.item])
        rows.append(wanted.map { places in places.map { row[$0] } } ?? row)
      }
    }
    return DataTable(columns: wanted.map { $0.map { columns[$0] } } ?? columns, rows: rows)
  }

  private static let dataColumns: [DataTable.Column] = [
    .init("id", Column.id.header),
    .init("state", Column.state.header),
    .init("due", Column.due.header),
    .init("days", Message(en: "Days", zh: "天数")),
    .init("done", Column.done.header),
    .init("owed", Message(en: "Owed", zh: "应办")),
    .init("owner", Column.owner.header),
    .init("title", Column.title.header),
    .init("schedule", Column.schedule.header),
    .init("departments", Column.departments.header),
    .init("period", Message(en: "Period", zh: "期间")),
    .init("checklist", Column.checklist.header),
    .init("tier", Column.tier.header),
    .init("section", Column.section.header),
    .init("number", Column.number.header),
    .init("records", Column.records.header),
    .init("last", Column.last.header),
  ]

  private func row(
    of status: RequirementStatus,
    of item: Register.Item
  ) -> [DataTable.Cell] {
    let obligation = register.obligations[status.obligation]
    let current = status.current
    let owners = status.each.isEmpty ? status.owner.map { [$0] } ?? [] : status.each
    return [
      .value(names.full(obligation.reference)),
      .value(status.state.rawValue),
      .value(current?.due),
      .value(current.map { $0.due - register.today }),
      .value(current == nil ? status.records : status.done),
      current == nil ? .empty : .value(status.owed),
      .names(owners),
      .text(status.requirement.title),
      .value(status.requirement.schedule.description),
      .names(status.departments),
      .value(current?.period),
      .value(obligation.reference.checklist),
      .text(register.tier(of: item).title),
      .optional(register.section(of: item).id.map { _ in register.section(of: item).title }),
      .text(item.duty.number),
      .value(status.records),
      .value(status.lastRecord),
    ]
  }

  /// A row for every duty, as the widest screen has it, with all names in full.
  package func table(in language: Language) -> DataTable {
    let columns = self.columns ?? Column.standard(layout, width: 0)
    let cells = DutyListCells(self, in: language, isFull: true)
    var buffer = CellBuffer()
    return DataTable(
      columns: columns.map { DataTable.Column($0.rawValue, $0.header) },
      rows: listed.map { status in
        let first = buffer.count
        for column in columns { cells.add(column, of: status, to: &buffer) }
        return buffer.strings(from: first).map { .text($0) }
      }
    )
  }
}

extension DataTable.Cell {
  /// Names in one cell, as every language writes them here.
  static func names(_ names: [String]) -> DataTable.Cell {
    names.isEmpty ? .empty : .text(names.joined(separator: ";"))
  }
}

extension Names {
  /// The name with its checklist, without the letter where a duty asks for one thing only.
  func full(_ reference: Reference) -> String {
    "\(reference.checklist)/\(item(reference))"
  }
}
