import DutyModel

/// What a report counts: occurrences, and requirements without due days; never mixed.
struct YearFigures: Hashable, Sendable {
  var done = 0
  /// Of those done, the ones done after their due day.
  var late = 0
  var waived = 0
  /// Due and not done.
  var open = 0
  /// Neither done nor due on the day of the report.
  var notYetDue = 0
  /// Counted once a person where each of several owes it.
  var ongoing = 0
  /// The same, each counted once.
  var ongoingRequirements = 0
  /// Of the ongoing ones, those with a record in the year.
  var ongoingRecorded = 0
  var asNeeded = 0
  /// How often something was done as needed.
  var asNeededRecords = 0

  /// What the report answers for: done, waived or due.
  var owed: Int { done + waived + open }

  /// Whether some of the ongoing ones have a record and others have none, and they are more when
  /// counted by persons: then the figures have to say so.
  var isOngoingByPersons: Bool {
    ongoing > ongoingRequirements && ongoingRecorded > 0 && ongoingRecorded < ongoing
  }

  static func + (left: YearFigures, right: YearFigures) -> YearFigures {
    var sum = left
    sum.done += right.done
    sum.late += right.late
    sum.waived += right.waived
    sum.open += right.open
    sum.notYetDue += right.notYetDue
    sum.ongoing += right.ongoing
    sum.ongoingRequirements += right.ongoingRequirements
    sum.ongoingRecorded += right.ongoingRecorded
    sum.asNeeded += right.asNeeded
    sum.asNeededRecords += right.asNeededRecords
    return sum
  }
}
