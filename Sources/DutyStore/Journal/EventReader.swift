internal import DutyModel
internal import StrictJSON

/// Makes events of lines.
///
/// One reader serves all lines of a journal: what it keeps between them saves making the same
/// texts again.
struct EventReader {
  private var cursor = JSONCursor(policy: .journalLine)
  var parts = JSONCursor(policy: .journalLine)
  let signs = RecordSigns()
  var days = RepeatedDay()
  /// The checklist of the reference that was read last, and how it stands before an item of it;
  /// empty if that is too long to be looked for.
  var checklist = ""
  var checklistSign = FixedText("")
  /// The letters of the requirement that was read last, as their bytes and as a text.
  var letterBytes: UInt16 = 0
  var letters = ""

  /// Reads one line, and adds its event, or the members of its batch.
  ///
  /// - Parameters:
  ///   - place: The place of the line, without white space at its ends.
  ///   - bytes: The bytes of the file.
  ///   - events: The list that is added to; it stays as it is if the line is no event.
  /// - Returns: Whether there is an event; `false` for a line of a later version.
  /// - Throws: Why the line is no event.
  mutating func read(
    _ place: Event.Place,
    _ bytes: Span<UInt8>,
    into events: inout [Event]
  ) throws(LineFault) -> Bool {
    let fields: EventFields
    do throws(JSONError) {
      cursor.restart(in: place.bytes)
      fields = try EventFields(&cursor, bytes)
      try cursor.end(bytes)
    } catch {
      throw .json(error)
    }
    let count = events.count
    do throws(EventFault) {
      return try read(fields, place, bytes, into: &events)
    } catch {
      events.removeLast(events.count - count)
      throw .event(error)
    }
  }

  private mutating func read(
    _ fields: EventFields,
    _ place: Event.Place,
    _ bytes: Span<UInt8>,
    into events: inout [Event]
  ) throws(EventFault) -> Bool {
    let start = place.bytes.lowerBound
    guard let version = fields.version else {
      throw fields.fault ?? EventFault("v", at: start, isMissing: true)
    }
    guard version == 1 else { return false }
    guard let idText = fields.id else { throw EventFault("id", at: start, isMissing: true) }
    guard let id = EventID(ascii: bytes, idText.range), id.member == 0 else {
      throw EventFault("id", at: idText.lowerBound - 1)
    }
    guard let at = fields.at else { throw EventFault("at", at: start, isMissing: true) }
    guard (20...40).contains(at.count), bytes[at.lowerBound + 10] == UInt8(ascii: "T"),
      day(bytes, at.lowerBound..<(at.lowerBound + 10)) != nil
    else { throw EventFault("at", at: at.lowerBound - 1) }
    guard fields.by != nil else { throw EventFault("by", at: start, isMissing: true) }
    let key = fields.key.map { $0.string(in: bytes) }
    guard let typeText = fields.type else { throw EventFault("type", at: start, isMissing: true) }
    let type = EventType.table.field(typeText, in: bytes)
    if type == .batch {
      try readMembers(fields, id, key, place, bytes, into: &events)
    } else {
      let action = try action(fields, type, bytes)
      events.append(Event(id: id, place: place, key: key, action: action))
    }
    return true
  }

  private mutating func readMembers(
    _ fields: EventFields,
    _ id: EventID,
    _ key: String?,
    _ place: Event.Place,
    _ bytes: Span<UInt8>,
    into events: inout [Event]
  ) throws(EventFault) {
    let start = place.bytes.lowerBound
    if let fault = fields.fault { throw fault }
    guard let all = fields.events else { throw EventFault("events", at: start, isMissing: true) }
    var number = 0
    var list = JSONCursor(in: all.range, policy: .journalLine)
    while let (fields, range) = try member(number == 0, &list, bytes) {
      guard number < 99_999 else { throw EventFault("events", at: range.lowerBound) }
      let type = fields.type.flatMap { EventType.table.field($0, in: bytes) }
      if type == .batch, let text = fields.type {
        throw EventFault("type", at: text.lowerBound - 1)
      }
      let action = try action(fields, type, bytes)
      let place = Event.Place(file: place.file, line: place.line, bytes: range)
      number += 1
      events.append(Event(id: id.member(number), place: place, key: key, action: action))
    }
    guard number > 0 else { throw EventFault("events", at: all.lowerBound) }
  }

  /// The next member of a batch and the range of its object; `nil` after the last one.
  private func member(
    _ isFirst: Bool,
    _ list: inout JSONCursor,
    _ bytes: Span<UInt8>
  ) throws(EventFault) -> (EventFields, Range<Int>)? {
    do throws(JSONError) {
      if isFirst { try list.enterArray(bytes) }
      guard try list.nextElement(bytes) else { return nil }
      let fields = try EventFields(&list, bytes)
      return (fields, fields.start..<list.position)
    } catch {
      throw EventFault("events", at: error.offset)
    }
  }
}

/// Why a line is no event.
enum LineFault: Error {
  case json(JSONError)
  case event(EventFault)
}

extension EventID {
  /// Reads an id from a range of bytes, as its text is read.
  init?(ascii bytes: Span<UInt8>, _ range: Range<Int>) {
    guard range.count >= 26, range.count <= 33, range.upperBound <= bytes.count else { return nil }
    if range.count > 26 {
      self.init(String(ascii: bytes, range))
    } else {
      self.init(bytes.extracting(range), digits: EventID.digits.span)
    }
  }

  /// Reads an id of 26 digits, without a text between: that of every event is read at every start.
  ///
  /// - Parameters:
  ///   - text: The bytes.
  ///   - digits: The value of each byte as a digit.
  private init?(_ text: Span<UInt8>, digits: Span<UInt8>) {
    // With both counts known no access is checked again.
    guard text.count == 26, digits.count == 256 else { return nil }
    // What is no digit has bits that no digit has, and is found at the end.
    var all: UInt8 = 0
    let time = EventID.number(text, 0..<10, digits, &all)
    let middle = EventID.number(text, 10..<18, digits, &all)
    let last = EventID.number(text, 18..<26, digits, &all)
    guard all < 32, time >> 48 == 0, time < EventID.endOfTime else { return nil }
    self.init(high: time << 16 | middle >> 24, low: middle << 40 | last)
  }

  /// The number of at most twelve digits, whose bits are added to those of all others.
  @inline(__always)
  private static func number(
    _ text: Span<UInt8>,
    _ range: Range<Int>,
    _ digits: Span<UInt8>,
    _ all: inout UInt8
  ) -> UInt64 {
    var number: UInt64 = 0
    for index in range {
      let digit = digits[Int(text[index])]
      all |= digit
      number = number << 5 | UInt64(digit)
    }
    return number
  }

  /// The value of each digit of Crockford's base 32 in upper case; 255 for other bytes.
  private static let digits: [UInt8] = {
    var digits = [UInt8](repeating: 255, count: 256)
    for (value, byte) in "0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8.enumerated() {
      digits[Int(byte)] = UInt8(value)
    }
    return digits
  }()
}
