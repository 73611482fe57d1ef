import Bytes
import DutyModel

/// Values of the model, written without a text for each of them.
extension ByteBuffer {
  /// Adds a day as `YYYY-MM-DD`.
  mutating func append(_ day: Day) {
    let parts = day.parts
    append(twoDigits: parts.year / 100)
    append(twoDigits: parts.year, UInt8(ascii: "-"))
    append(twoDigits: parts.month, UInt8(ascii: "-"))
    append(twoDigits: parts.day)
  }

  /// Adds the month and the day under a heading that names the year: `07-08`.
  mutating func append(monthAndDayOf day: Day) {
    let parts = day.parts
    append(twoDigits: parts.month, UInt8(ascii: "-"))
    append(twoDigits: parts.day)
  }

  /// Adds the label of a period.
  mutating func append(_ period: Period) {
    switch period {
    case .due(let day): append(day)
    case .month(let year, let month):
      append(twoDigits: year / 100)
      append(twoDigits: year, UInt8(ascii: "-"))
      append(twoDigits: month)
    case .year, .halfYear, .quarter, .week: append(period.description)
    }
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

  /// Adds the 26 characters of an event's id, and its place in a batch.
  mutating func append(_ id: EventID) {
    let number = UInt128(id.high) << 64 | UInt128(id.low)
    for place in (0..<26).reversed() {
      append(ByteBuffer.digits[Int(truncatingIfNeeded: number >> UInt128(place * 5) & 31)])
    }
    guard id.member != 0 else { return }
    append(UInt8(ascii: "-"))
    append(decimal: id.member)
  }

  /// The digits of Crockford's base 32.
  private static let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
}
