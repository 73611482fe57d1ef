internal import DutyModel
internal import StrictJSON

/// Values of keys: one of another kind is noted and skipped, so that the reading goes on.
extension ChecklistReader {
  /// Goes to the next value; `false` after noting that it is of another kind, and skipping it.
  mutating func isNext(_ kind: JSONKind, _ bytes: Span<UInt8>) throws(JSONError) -> Bool {
    let found = try cursor.kind(bytes)
    guard found != kind else { return true }
    var fault = Fault(code: .badType, offset: cursor.position)
    fault.values = ["expected": kind.word, "found": found.word]
    fault.detail = .json(.wrongKind(expected: kind, found: found))
    faults.append(fault)
    try cursor.skipValue(bytes)
    return false
  }

  /// A text of any number of lines; `null` is no text.
  mutating func text(_ bytes: Span<UInt8>) throws(JSONError) -> JSONText? {
    switch try cursor.kind(bytes) {
    case .string: return try cursor.text(bytes)
    case .null: try cursor.null(bytes)
    default: _ = try isNext(.string, bytes)
    }
    return nil
  }

  /// A text of one line, such as a title or a name; `null` is no text.
  mutating func line(_ bytes: Span<UInt8>) throws(JSONError) -> JSONText? {
    guard let text = try text(bytes) else { return nil }
    if text.hasControlCharacter(in: bytes) {
      faults.append(Fault(code: .controlCharacter, offset: text.lowerBound - 1))
    }
    return text
  }

  /// A line that says something.
  mutating func statedLine(_ bytes: Span<UInt8>) throws(JSONError) -> JSONText? {
    guard let text = try line(bytes) else { return nil }
    guard text.isEmpty else { return text }
    faults.append(
      Fault(code: .badValue, offset: text.lowerBound - 1, values: ["reason": "empty"])
    )
    return nil
  }

  /// The offset of the value that comes next.
  mutating func next(_ bytes: Span<UInt8>) throws(JSONError) -> Int {
    _ = try cursor.kind(bytes)
    return cursor.position
  }

  /// The number of a list of names, none of them empty or twice.
  mutating func names(_ bytes: Span<UInt8>) throws(JSONError) -> Int {
    guard try !cursor.takeNull(bytes), try isNext(.array, bytes) else { return lists.add([]) }
    let range = try cursor.skipValue(bytes)
    if let known = lists.number(of: range, in: bytes) { return known }
    // The list is read again by a cursor of its own; where the outer one stands is kept.
    let outer = cursor
    cursor = JSONCursor(in: range)
    let before = faults.count
    let names = try newNames(bytes)
    cursor = outer
    // A list with a fault is looked at again each time: each time it is a fault.
    return faults.count == before ? lists.add(names, range, in: bytes) : lists.add(names)
  }

  private mutating func newNames(_ bytes: Span<UInt8>) throws(JSONError) -> [String] {
    var names: [String] = []
    var seen: Set<String> = []
    try cursor.enterArray(bytes)
    while try cursor.nextElement(bytes) {
      let offset = try next(bytes)
      guard let name = try statedLine(bytes)?.string(in: bytes) else { continue }
      // Lists are short; a set is only worth its price for long ones.
      let isKnown =
        names.count < 16 ? names.contains(name) : !seen.insert(name).inserted
      if isKnown {
        faults.append(
          Fault(code: .badValue, offset: offset, subject: name, values: ["reason": "repeated"])
        )
      } else {
        names.append(name)
        if names.count == 16 { seen = Set(names) }
      }
    }
    return names
  }

  mutating func bool(_ bytes: Span<UInt8>) throws(JSONError) -> Bool? {
    guard try !cursor.takeNull(bytes), try isNext(.bool, bytes) else { return nil }
    return try cursor.bool(bytes)
  }

  /// Points of a score: 0 to 100,000, at most three decimal places.
  mutating func points(_ bytes: Span<UInt8>) throws(JSONError) -> Int? {
    guard try !cursor.takeNull(bytes), try isNext(.number, bytes) else { return nil }
    let range = try cursor.number(bytes)
    if let value = Decimal.thousandths(bytes, range), (0...100_000_000).contains(value) {
      return value
    }
    faults.append(
      Fault(code: .badValue, offset: range.lowerBound, values: ["expected": "points"])
    )
    return nil
  }

  mutating func year(_ bytes: Span<UInt8>) throws(JSONError) -> Int? {
    guard try !cursor.takeNull(bytes), try isNext(.number, bytes) else { return nil }
    let range = try cursor.number(bytes)
    if let value = Decimal.thousandths(bytes, range), value % 1000 == 0,
      (1...9999).contains(value / 1000)
    {
      return value / 1000
    }
    faults.append(Fault(code: .badValue, offset: range.lowerBound, values: ["expected": "year"]))
    return nil
  }

  /// One of a list of words.
  mutating func word<Word: CaseIterable & RawRepresentable<String>>(
    _ bytes: Span<UInt8>
  ) throws(JSONError) -> Word? {
    let offset = try next(bytes)
    guard let text = try line(bytes)?.string(in: bytes) else { return nil }
    if let word = Word(rawValue: text) { return word }
    let known = Word.allCases.map(\.rawValue)
    var fault = Fault(code: .badValue, offset: offset, subject: text)
    fault.nearest = Spelling.nearest(to: text, among: known)
    fault.values = ["expected": known.joined(separator: " ")]
    faults.append(fault)
    return nil
  }

  /// The number of a duty, which is printed: a text, or a number as it is written.
  mutating func number(_ bytes: Span<UInt8>) throws(JSONError) -> JSONText? {
    if try cursor.kind(bytes) == .number { return JSONText(plain: try cursor.number(bytes)) }
    return try statedLine(bytes)
  }

  /// The number of a schedule in either language; what cannot be read is noted.
  mutating func schedule(_ bytes: Span<UInt8>) throws(JSONError) -> Int? {
    guard try isNext(.string, bytes) else { return nil }
    let text = try cursor.text(bytes)
    do throws(ScheduleError) {
      return try number(ofSchedule: text, bytes)
    } catch {
      var code = ProblemCode.badSchedule
      var fault = Fault(code: code, offset: text.lowerBound - 1)
      switch error {
      case .vague: code = .vagueSchedule
      case .unknown(_, let nearest, _): fault.nearest = nearest.map { [$0] } ?? []
      case .yearOutOfRange, .monthOutOfRange, .dayOutOfRange: code = .badDate
      default: break
      }
      fault.code = code
      fault.subject = text.string(in: bytes)
      fault.offset = ChecklistReader.offset(of: error.offset, in: text, bytes)
      fault.detail = .schedule(error)
      faults.append(fault)
      return nil
    }
  }

  /// The number of a schedule that can be read.
  mutating func number(
    ofSchedule text: JSONText,
    _ bytes: Span<UInt8>
  ) throws(ScheduleError) -> Int {
    if let known = schedules.number(of: text.range, in: bytes) { return known }
    let schedule = try Schedule(text.string(in: bytes))
    return schedules.add(schedule, text.range, in: bytes)
  }

  /// The offset of the n-th scalar of a text; of its first one if escapes make that unclear.
  private static func offset(of count: Int, in text: JSONText, _ bytes: Span<UInt8>) -> Int {
    guard !text.hasEscapes else { return text.lowerBound }
    var index = text.lowerBound
    var left = count
    while left > 0, index < text.upperBound {
      index += 1
      while index < text.upperBound, bytes[index] & 0xC0 == 0x80 { index += 1 }
      left -= 1
    }
    return index
  }

  /// The days something is in effect.
  mutating func effective(_ bytes: Span<UInt8>) throws(JSONError) -> DayRange {
    var range = DayRange.always
    guard try !cursor.takeNull(bytes), try isNext(.object, bytes) else { return range }
    let offset = cursor.position
    try cursor.enterObject(bytes)
    while let key = try cursor.nextKey(bytes) {
      if key.matches("from", in: bytes) {
        range.from = try day(bytes)
      } else if key.matches("to", in: bytes) {
        range.to = try day(bytes)
      } else {
        noteUnknown(key, known: ["from", "to"], bytes)
        try cursor.skipValue(bytes)
      }
    }
    if let from = range.from, let to = range.to, from > to {
      faults.append(
        Fault(
          code: .effectiveEmpty,
          offset: offset,
          values: ["from": "\(from)", "to": "\(to)"]
        )
      )
    }
    return range
  }

  private mutating func day(_ bytes: Span<UInt8>) throws(JSONError) -> Day? {
    guard try !cursor.takeNull(bytes), try isNext(.string, bytes) else { return nil }
    let text = try cursor.text(bytes)
    if !text.hasEscapes, let day = DutyStore.day(bytes, text.range) { return day }
    faults.append(
      Fault(code: .badDate, offset: text.lowerBound - 1, subject: text.string(in: bytes))
    )
    return nil
  }

  /// Notes a key that nobody knows, if it is much like one that is known.
  ///
  /// Of a file with very many of them only the first are compared: it was not written by hand.
  mutating func noteUnknown(_ key: JSONKey, known: [String], _ bytes: Span<UInt8>) {
    unknownKeys += 1
    guard unknownKeys <= 1000 else { return }
    let name = key.string(in: bytes)
    let nearest = Spelling.nearest(to: name, among: known)
    guard !nearest.isEmpty else { return }
    faults.append(
      Fault(
        code: .unknownKey,
        severity: .warning,
        offset: key.offset,
        subject: name,
        nearest: nearest
      )
    )
  }

  /// Notes a key that this level does not know.
  mutating func noteUnknown(
    _ key: JSONKey,
    _ field: ChecklistKey?,
    at level: ChecklistLevel,
    _ bytes: Span<UInt8>
  ) {
    guard let field else {
      noteUnknown(key, known: level.keys.map(\.rawValue), bytes)
      return
    }
    // A key of another level would be read there; here it says nothing.
    faults.append(
      Fault(
        code: .unknownKey,
        severity: .warning,
        offset: key.offset,
        subject: field.rawValue,
        values: ["reason": "other-level"]
      )
    )
  }
}
