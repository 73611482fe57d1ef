internal import DutyModel
internal import StrictJSON

/// Reads the files of a journal, one after the other, and makes one set of events of them.
struct JournalReader {
  /// A line that was read: its id, and where its events stand in the list.
  private struct Line {
    let id: EventID
    let place: Event.Place
    let events: Range<Int>
  }

  private var reader = EventReader()
  private var lines: [Line] = []
  private var events: [Event] = []
  private var isSorted = true
  private var problems: [Problem] = []
  private var unreadableLines = 0
  private var newerLines = 0
  /// The first line of each type that is not known, and how many there are.
  private var unknownTypes: [String: (place: FilePlace, count: Int)] = [:]
  private var latest: EventID?

  /// Makes a reader with room for the lines of so many bytes.
  init(byteCount: Int) {
    events.reserveCapacity(byteCount / 256)
    lines.reserveCapacity(byteCount / 256)
  }

  /// Reads the lines of a file.
  mutating func read(_ file: JournalFile, number: Int) {
    let bytes = file.bytes.span
    var start = 0
    var line = 0
    while start < bytes.count {
      line += 1
      let end = endOfLine(bytes, from: start)
      let range = trimmedLine(bytes, start..<end)
      if !range.isEmpty {
        let place = Event.Place(file: number, line: line, bytes: range)
        read(place, isLast: end == bytes.count, bytes, file.path)
      }
      start = end + 1
    }
  }

  private mutating func read(
    _ place: Event.Place,
    isLast: Bool,
    _ bytes: Span<UInt8>,
    _ path: String
  ) {
    do throws(LineFault) {
      let first = events.count
      if let id = try reader.read(place, bytes, into: &events) {
        add(Line(id: id, place: place, events: first..<events.count), path)
      } else {
        newerLines += 1
        problems.append(
          Problem(.newerEvent, at: FilePlace(path: path, line: place.line, column: 1))
        )
      }
    } catch {
      unreadableLines += 1
      problems.append(Problem(error, place, isLast: isLast, bytes, path))
    }
  }

  private mutating func add(_ line: Line, _ path: String) {
    if let last = lines.last, last.id >= line.id { isSorted = false }
    lines.append(line)
    latest = max(latest ?? line.id, line.id)
    for number in line.events {
      guard case .unknown(let name) = events[number].action else { continue }
      let place = FilePlace(path: path, line: line.place.line, column: 1)
      unknownTypes[name, default: (place, 0)].count += 1
    }
  }

  /// The journal of all files read.
  mutating func journal(of files: [JournalFile]) -> Journal {
    if !isSorted { sort(files) }
    for (name, entry) in unknownTypes {
      problems.append(
        Problem(
          .unknownType,
          .warning,
          at: entry.place,
          subject: name,
          values: ["count": String(entry.count)]
        )
      )
    }
    problems.sort { $0.place < $1.place }
    return Journal(
      files: files,
      events: events,
      problems: problems,
      unreadableLines: unreadableLines,
      newerLines: newerLines,
      latest: latest
    )
  }

  /// Sorts by id; of equal lines one stays, and of lines that share an id and differ none.
  private mutating func sort(_ files: [JournalFile]) {
    // Places in the list are in the order of files and lines, and small.
    let order = lines.indices
      .map { (id: lines[$0].id, number: $0) }
      .sorted { $0.id == $1.id ? $0.number < $1.number : $0.id < $1.id }
    var result: [Event] = []
    result.reserveCapacity(events.count)
    var index = 0
    while index < order.count {
      let line = lines[order[index].number]
      var end = index + 1
      var other: Line?
      while end < order.count, order[end].id == line.id {
        let next = lines[order[end].number]
        if other == nil, !isEqual(line.place, next.place, files) { other = next }
        end += 1
      }
      if let other {
        problems.append(
          Problem(
            .conflictingID,
            at: FilePlace(path: files[line.place.file].path, line: line.place.line, column: 1),
            subject: line.id.description,
            other: FilePlace(
              path: files[other.place.file].path,
              line: other.place.line,
              column: 1
            )
          )
        )
      } else {
        for number in line.events { result.append(events[number]) }
      }
      index = end
    }
    events = result
  }

  private func isEqual(
    _ left: Event.Place,
    _ right: Event.Place,
    _ files: [JournalFile]
  ) -> Bool {
    files[left.file].bytes[left.bytes] == files[right.file].bytes[right.bytes]
  }
}

extension FilePlace: Comparable {
  /// By path, line and column; a whole file comes before its lines.
  package static func < (left: FilePlace, right: FilePlace) -> Bool {
    if left.path != right.path { return left.path.utf8.lexicographicallyPrecedes(right.path.utf8) }
    return (left.line ?? 0, left.column ?? 0) < (right.line ?? 0, right.column ?? 0)
  }
}

extension Problem {
  /// What is wrong with a line of a journal.
  init(
    _ fault: LineFault,
    _ line: Event.Place,
    isLast: Bool,
    _ bytes: Span<UInt8>,
    _ path: String
  ) {
    func place(_ offset: Int) -> FilePlace {
      let start = startOfLine(bytes, around: line.bytes.lowerBound)
      let text = bytes.extracting(start..<max(line.bytes.upperBound, start))
      let column = JSONPosition(of: max(0, offset - start), in: text).column
      return FilePlace(path: path, line: line.line, column: column)
    }
    let start = place(line.bytes.lowerBound)
    switch fault {
    case .event(let fault):
      self.init(
        fault.isMissing ? .missingKey : .badEvent,
        at: place(fault.offset),
        subject: fault.key
      )
    case .json(let error):
      if line.bytes.contains(where: { bytes[$0] == 0 }) {
        self.init(.nulBytes, at: start)
      } else if Problem.isConflictMarker(bytes, line.bytes) {
        self.init(.conflictMarker, at: start)
      } else if Problem.isTorn(error, line) {
        self.init(.tornLine, at: start)
      } else {
        var other: FilePlace?
        if case .duplicateKey(let first) = error.reason { other = place(first) }
        self.init(error, at: place(error.offset), other: other)
      }
    }
  }

  /// Whether a line stops in the middle, as an interrupted write leaves it.
  private static func isTorn(_ error: JSONError, _ line: Event.Place) -> Bool {
    switch error.reason {
    case .unexpectedEnd, .unterminatedString, .emptyText: true
    case .invalidUTF8, .bareWord, .invalidEscape, .invalidNumber, .expected:
      error.offset + 12 >= line.bytes.upperBound
    default: false
    }
  }

  /// Whether version control has left the mark of a conflict.
  private static func isConflictMarker(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count >= 7, "<=>|".utf8.contains(bytes[range.lowerBound]) else { return false }
    return (range.lowerBound..<(range.lowerBound + 7)).allSatisfy {
      bytes[$0] == bytes[range.lowerBound]
    }
  }
}
