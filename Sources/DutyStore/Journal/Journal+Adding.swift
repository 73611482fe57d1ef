internal import DutyModel

extension Journal {
  /// The id of the event that is recorded next: later than every event that is there.
  ///
  /// It is a hybrid logical clock: the time is that of the clock or, if that is not later, the
  /// millisecond after the latest event, so that ids grow even if the clock was set back. The
  /// random bits are always new ones, because two writers may follow the same event and must not
  /// come upon the same id. `nil` if no id of the calendar is left.
  func nextID(_ clock: Clock) -> EventID? {
    var time = UInt64(max(0, clock.now.milliseconds))
    if let latest { time = max(time, latest.milliseconds + 1) }
    guard time < EventID.endOfTime else { return nil }
    return EventID(milliseconds: time, random: clock.randomBits())
  }

  /// The writer's event before the next one.
  func latestEvent(of path: String) -> EventID? {
    last(of: events, in: path)?.id.line
  }

  /// Adds what is wrong with files that could not be opened.
  mutating func add(_ new: [Problem]) {
    problems += new
    problems.sort { $0.place < $1.place }
  }

  /// Adds a line that has just been written, and returns its events.
  mutating func add(_ line: [UInt8], to path: String) -> [Event] {
    let number: Int
    if let found = files.firstIndex(where: { $0.path == path }) {
      number = found
    } else {
      files.append(JournalFile(path: path, bytes: []))
      number = files.count - 1
    }
    if let last = files[number].bytes.last, last != 0x0A { files[number].bytes.append(0x0A) }
    let start = files[number].bytes.count
    files[number].bytes += line + [0x0A]
    let lines = files[number].bytes.count { $0 == 0x0A }
    let place = Event.Place(file: number, line: lines, bytes: start..<(start + line.count))
    var reader = EventReader()
    let storage = files[number].bytes
    var new: [Event] = []
    _ = try? reader.read(place, storage.span, into: &new)
    events += new
    if let last = new.last {
      latest = max(latest ?? last.id.line, last.id.line)
      if last.id.member > 0 { batchLines[last.id.line] = place.bytes }
    }
    return new
  }
}
