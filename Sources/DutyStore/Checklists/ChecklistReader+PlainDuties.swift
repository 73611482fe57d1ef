internal import DutyModel
internal import StrictJSON

/// Duties whose values are all plain texts.
///
/// Nearly every duty has a few texts and nothing else, and is read in one pass. Whatever is to be
/// noted of a duty, and whatever is no text, is left to the reader of all duties.
extension ChecklistReader {
  /// The texts of such a duty.
  private struct PlainTexts {
    var id: JSONText?
    var number: JSONText?
    var title: JSONText?
    var text: JSONText?
    var unit: JSONText?
    var action: JSONText?
    var owner: JSONText?
    var schedule: JSONText?

    /// Keeps a text under its key; `false` if the key is none of these, or was there before.
    @inline(__always)
    mutating func keep(_ value: JSONText, as key: ChecklistKey) -> Bool {
      switch key {
      case .id: PlainTexts.keep(value, in: &id)
      case .number: PlainTexts.keep(value, in: &number)
      case .title: PlainTexts.keep(value, in: &title)
      case .text: PlainTexts.keep(value, in: &text)
      case .unit: PlainTexts.keep(value, in: &unit)
      case .action: PlainTexts.keep(value, in: &action)
      case .owner: PlainTexts.keep(value, in: &owner)
      case .schedule: PlainTexts.keep(value, in: &schedule)
      default: false
      }
    }

    @inline(__always)
    private static func keep(_ value: JSONText, in place: inout JSONText?) -> Bool {
      guard place == nil else { return false }
      place = value
      return true
    }
  }

  /// Reads the duty that comes next if it is such a one.
  ///
  /// - Returns: Whether it was read; if not, nothing is changed, and nothing noted.
  mutating func readPlainDuty(_ bytes: Span<UInt8>) -> Bool {
    plainMembers.begin(cursor.plainObject(bytes))
    var texts = PlainTexts()
    while let member = plainMembers.next(bytes) {
      guard texts.keep(member.value, as: keys[member.name]) else { return false }
    }
    // No plain text has a control character; but some must say something.
    guard texts.id.map({ isItem(bytes, $0.range) }) ?? true, texts.title?.isEmpty != true,
      texts.number?.isEmpty != true, texts.owner?.isEmpty != true
    else { return false }
    var schedule: Int?
    if let text = texts.schedule {
      guard let number = try? number(ofSchedule: text, bytes) else { return false }
      schedule = number
    }
    var duty = DutyParts(offset: cursor.position)
    guard cursor.goBehind(plainMembers) else { return false }
    duty.number = texts.number
    duty.title = texts.title
    duty.text = texts.text
    duty.schedule = schedule.map { Int32(clamping: $0) }
    duty.responsible = texts.owner.map { .owner(number(ofOwner: $0, bytes)) }
    if texts.unit != nil || texts.action != nil {
      duty.details = Int32(clamping: details.count)
      details.append(DutyDetails(unit: texts.unit, action: texts.action))
    }
    duties.append(duty)
    dutyIDs.append(texts.id.map { String(ascii: bytes, $0.range) })
    return true
  }
}
