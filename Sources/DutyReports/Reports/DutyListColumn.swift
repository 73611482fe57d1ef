import TerminalText

extension DutyList {
  /// A column of the list; the raw value is what `--columns` takes.
  package enum Column: String, CaseIterable, Sendable {
    case id
    case number
    case title
    case owner
    case due
    case state
    case done
    case schedule
    case departments
    case section
    case tier
    case checklist
    case records
    case last
  }
}

extension DutyList.Column {
  var header: Message {
    switch self {
    case .id: Message(en: "ID", zh: "编号")
    case .number: Message(en: "No.", zh: "序号")
    case .title: Message(en: "Duty", zh: "职责")
    case .owner: Message(en: "Owner", zh: "负责人")
    case .due: Message(en: "Due", zh: "到期")
    case .state: Message(en: "State", zh: "状态")
    case .done: Message(en: "Done", zh: "完成")
    case .schedule: Message(en: "Schedule", zh: "时间安排")
    case .departments: Message(en: "Departments", zh: "责任处室")
    case .section: Message(en: "Section", zh: "部分")
    case .tier: Message(en: "Tier", zh: "责任主体")
    case .checklist: Message(en: "Checklist", zh: "清单")
    case .records: Message(en: "Records", zh: "记录")
    case .last: Message(en: "Last record", zh: "最近记录")
    }
  }

  /// The columns of separated values that hold what the column shows.
  var dataKeys: [String] {
    switch self {
    case .done: ["done", "owed"]
    case .due: ["due", "days"]
    default: [rawValue]
    }
  }

  /// The columns of a list for which none were named.
  ///
  /// - Parameters:
  ///   - layout: Where sections are headings, they need no column.
  ///   - width: The columns of the terminal; `nil` for any number.
  /// - Returns: The columns in their order; some give way where there is little room.
  static func standard(_ layout: DutyList.Layout, width: Int?) -> [DutyList.Column] {
    let hasSection = layout != .grouped && (width ?? .max) >= 140
    return [.id, .title, .owner, .due, .state, .done, .schedule, .departments]
      + (hasSection ? [.section] : [])
  }

  /// How a list gives way where there is little room.
  static let narrowing: [TextTable.Narrowing] = [
    .drop("section"), .drop("departments"), .drop("schedule"), .cut("title", to: 16),
    .drop("done"), .drop("owner"), .drop("due"), .cut("title", to: 8),
  ]

  /// How a list gives way whose columns were named: none is left out.
  static let narrowingOfChosen: [TextTable.Narrowing] = [
    .cut("title", to: 16), .cut("section", to: 8), .cut("tier", to: 8), .cut("departments", to: 8),
    .cut("owner", to: 8), .cut("title", to: 8),
  ]
}
