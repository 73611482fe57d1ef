/// A column of a list of occurrences; the raw value is what `--columns` takes.
package enum OccurrenceColumn: String, CaseIterable, Sendable {
  case id
  case title
  case owner
  case due
  /// The days since or until the due day.
  case days
  case owed
  case schedule
  case departments
  case period
  case state
}

extension OccurrenceColumn {
  /// The columns of a list for which none were named.
  static let standard: [OccurrenceColumn] = [
    .id, .title, .owner, .due, .days, .owed, .schedule, .departments,
  ]

  /// The columns of separated values that hold what the column shows.
  var dataKeys: [String] {
    switch self {
    case .owed: ["done", "owed", "missing"]
    default: [rawValue]
    }
  }
}
