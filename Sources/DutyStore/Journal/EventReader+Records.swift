internal import DutyModel
internal import StrictJSON

/// What stands between the values of a record of work, as the program writes it.
struct RecordSigns: Sendable {
  let id = FixedText("{\"v\":1,\"id\":\"")
  let at = FixedText("\",\"at\":\"")
  let by = FixedText("\",\"by\":\"")
  let previous = FixedText("\",\"prev\":\"")
  let type = FixedText("\",\"type\":\"")
  let done = FixedText("done")
  let note = FixedText("note")
  let start = FixedText("start")
  let targets = FixedText("\",\"targets\":[")
  let to = FixedText("{\"to\":\"")
  let period = FixedText("\",\"for\":\"")
  let owner = FixedText("\",\"owner\":\"")
  let on = FixedText("\"}],\"on\":\"")
  let count = FixedText(",\"count\":")
  let words = FixedText(",\"note\":\"")
}

/// Records of work in the very form in which the program writes them.
///
/// Nearly every line of a journal is one: its keys are in their order, without spaces between them,
/// and it is about one occurrence. Such a line is read in one pass that knows what comes next.
/// Whatever differs, be it by a space or a further key, is left to the reader of all lines; what is
/// read here would be read there alike.
extension EventReader {
  /// Reads a line that is a record of work in that form, and adds its event.
  ///
  /// - Parameters:
  ///   - start: The offset of the line.
  ///   - file: The number of the file in the journal's list.
  ///   - line: The number of the line, from 1.
  ///   - bytes: The bytes of the file.
  ///   - events: The list that is added to.
  /// - Returns: The offset of the end of the line, or `nil` if it has another form; then nothing is
  ///   added.
  mutating func readRecord(
    at start: Int,
    file: Int,
    line: Int,
    _ bytes: Span<UInt8>,
    into events: inout [Event]
  ) -> Int? {
    var index = start
    guard signs.id.isNext(in: bytes, &index),
      let id = EventID(ascii: bytes, index..<(index &+ 26))
    else { return nil }
    index &+= 26
    guard signs.at.isNext(in: bytes, &index), isMoment(bytes, &index),
      signs.by.isNext(in: bytes, &index), skipText(bytes, &index)
    else { return nil }
    if signs.previous.isNext(in: bytes, &index) {
      guard skipText(bytes, &index) else { return nil }
    }
    guard signs.type.isNext(in: bytes, &index) else { return nil }
    let type: EventType
    if signs.done.isNext(in: bytes, &index) {
      type = .done
    } else if signs.note.isNext(in: bytes, &index) {
      type = .note
    } else if signs.start.isNext(in: bytes, &index) {
      type = .start
    } else {
      return nil
    }
    guard signs.targets.isNext(in: bytes, &index), let target = onlyTarget(bytes, &index),
      signs.on.isNext(in: bytes, &index), index &+ 10 < bytes.count,
      let on = days.day(bytes, at: index), bytes[index &+ 10] == UInt8(ascii: "\"")
    else { return nil }
    index &+= 11
    var count = 1
    if type == .done, signs.count.isNext(in: bytes, &index) {
      guard let number = smallNumber(bytes, &index) else { return nil }
      count = number
    }
    if signs.words.isNext(in: bytes, &index) {
      guard skipText(bytes, &index) else { return nil }
      index &+= 1
    }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "}") else { return nil }
    let end = index &+ 1
    // No text that was passed over has a line feed. What is longer may have one that is too long.
    guard end == bytes.count || bytes[end] == 0x0A, end &- start <= 0x1_0000 else { return nil }
    let place = Event.Place(file: file, line: line, bytes: start..<end)
    events.append(Event(id: id, place: place, action: work(type, target, on, count)))
    return end
  }

  /// What a record of work says.
  @inline(__always)
  private func work(_ type: EventType, _ target: Target, _ on: Day, _ count: Int) -> Action {
    switch type {
    case .note: .note([target], on: on)
    case .start: .start([target], on: on)
    default: .done([target], on: on, count: count)
    }
  }

  /// Goes to the quote behind a text that is well formed and has no escapes.
  @inline(__always)
  private func skipText(_ bytes: Span<UInt8>, _ index: inout Int) -> Bool {
    guard let end = plainStringEnd(bytes, from: index) else { return false }
    index = end
    return true
  }

  /// Goes to the quote behind the moment of recording.
  @inline(__always)
  private mutating func isMoment(_ bytes: Span<UInt8>, _ index: inout Int) -> Bool {
    let start = index
    // What is a day needs no second look.
    guard days.day(bytes, at: start) != nil else { return false }
    index &+= 10
    guard skipText(bytes, &index), index &- start >= 20, index &- start <= 40 else { return false }
    return bytes[start &+ 10] == UInt8(ascii: "T")
  }

  /// Reads the first target, up to the quote behind its last value.
  @inline(__always)
  private mutating func onlyTarget(_ bytes: Span<UInt8>, _ index: inout Int) -> Target? {
    guard signs.to.isNext(in: bytes, &index) else { return nil }
    guard let to = nextReference(bytes, &index), signs.period.isNext(in: bytes, &index) else {
      return nil
    }
    let label = index
    guard skipText(bytes, &index) else { return nil }
    let period = readPeriod(bytes, label..<index)
    guard signs.owner.isNext(in: bytes, &index) else { return Target(to: to, period: period) }
    let owner = index
    guard skipText(bytes, &index) else { return nil }
    let text = JSONText(plain: owner..<index)
    return Target(to: to, period: period, owner: text.string(in: bytes))
  }

  /// Reads how often a record counts, as a whole number in digits.
  @inline(__always)
  private func smallNumber(_ bytes: Span<UInt8>, _ index: inout Int) -> Int? {
    let start = index
    var number = 0
    while index < bytes.count, index &- start < 7 {
      let digit = Int(bytes[index]) - 0x30
      guard digit >= 0, digit <= 9 else { break }
      number = number * 10 + digit
      index &+= 1
    }
    guard index > start, bytes[start] != UInt8(ascii: "0"), (1...maximumCount).contains(number)
    else { return nil }
    return number
  }
}
