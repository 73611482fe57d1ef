import Bytes
import DutyModel

/// Values of the model, written without a text for each of them.
extension ByteBuffer {
  /// Adds a day as `YYYY-MM-DD`.
  mutating func append(_ day: Day) {
    let parts = day.parts
    append(year: parts.year, month: parts.month, day: parts.day)
  }

  /// Adds the month and the day under a heading that names the year: `07-08`.
  mutating func append(monthAndDayOf day: Day) {
    let parts = day.parts
    append(twoDigits: parts.month)
    append(UInt8(ascii: "-"))
    append(twoDigits: parts.day)
  }

  /// Adds the label of a period.
  mutating func append(_ period: Period) {
    if case .due(let day) = period { append(day) } else { append(period.description) }
  }

  /// Adds the canonical form of a schedule.
  mutating func append(_ schedule: Schedule) {
    if case .counted(let counted) = schedule, let count = counted.count, counted.by == nil,
      counted.gap == nil
    {
      append(decimal: count)
      append(" per ")
      append(counted.unit.rawValue)
    } else {
      append(schedule.description)
    }
  }

  /// Adds a full name.
  mutating func append(_ reference: Reference) {
    append(reference.checklist)
    append(UInt8(ascii: "/"))
    append(reference.duty)
    if let letter = reference.requirement { append(letter) }
  }

  /// Adds the text of an event's id.
  mutating func append(_ id: EventID) {
    append(id.description)
  }
}
