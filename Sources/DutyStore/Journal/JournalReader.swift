internal import DutyModel
internal import StrictJSON

/// Reads the files of a journal, one after the other, and makes one set of events of them.
struct JournalReader {
  private var reader = EventReader()
  private var events: [Event] = []
  private var isSorted = true
  private var problems: [Problem] = []
  /// What is wrong with lines of the file that is being read.
  private var lineProblems: [Problem] = []
  private var unreadableLines = 0
  private var newerLines = 0
  /// The first line of each type that is not known, and how many there are.
  private var unknownTypes: [String: (place: FilePlace, count: Int)] = [:]
  private var latest: EventID?
  private var copies: [Int: Set<EventID>] = [:]
  private var unusedIDs: Set<EventID> = []
  private var batchLines: [EventID: Range<Int>] = [:]

  /// Makes a reader with room for the lines of so many bytes.
  init(byteCount: Int) {
    events.reserveCapacity(byteCount / 256)
  }

  /// Reads the lines of a file.
  mutating func read(_ file: JournalFile, number: Int) {
    let bytes = file.bytes.span
    var start = 0
    var line = 0
    while start < bytes.count {
      line += 1
      let first = events.count
      // A record in the program's own form is read without looking for the end of its line first.
      if let end = reader.readRecord(at: start, file: number, line: line, bytes, into: &events) {
        add(from: first)
        start = end + 1
        continue
      }
      let end = endOfLine(bytes, from: start)
      let range = trimmedLine(bytes, start..<end)
      if !range.isEmpty {
        let place = Event.Place(file: number, line: line, bytes: range)
        read(place, bytes, file.path)
      }
      start = end + 1
    }
    if !lineProblems.isEmpty { addLineProblems(of: file) }
  }

  /// Takes over what is wrong with lines, or that the whole file is in another encoding.
  private mutating func addLineProblems(of file: JournalFile) {
    if let encoding = file.foreignEncoding {
      let place = FilePlace(path: file.path)
      problems.append(
        Problem(.unreadableFile, at: place, values: ["reason": encoding.rawValue])
      )
    } else {
      problems += lineProblems
    }
    lineProblems = []
  }

  private mutating func read(
    _ place: Event.Place,
    _ bytes: Span<UInt8>,
    _ path: String
  ) {
    do throws(LineFault) {
      let first = events.count
      if try reader.read(place, bytes, into: &events) {
        add(from: first)
        noteBatch(from: first, place)
        noteUnknownTypes(from: first, path)
      } else {
        newerLines += 1
        noteUnused(place, bytes)
        problems.append(
          Problem(.newerEvent, at: FilePlace(path: path, line: place.line, column: 1))
        )
      }
    } catch {
      unreadableLines += 1
      noteUnused(place, bytes)
      lineProblems.append(Problem(error, place, bytes, path))
    }
  }

  /// Takes note of the line whose events begin at a place of the list.
  private mutating func add(from first: Int) {
    let id = events[first].id.line
    if let latest, !(latest < id) { isSorted = false } else { latest = id }
  }

  /// Takes note of where a batch stands; of lines with one id the first counts.
  private mutating func noteBatch(from first: Int, _ place: Event.Place) {
    let id = events[first].id
    if id.member > 0, batchLines[id.line] == nil { batchLines[id.line] = place.bytes }
  }

  /// Takes note of the id of a line that gives no event, if it can be read.
  private mutating func noteUnused(_ place: Event.Place, _ bytes: Span<UInt8>) {
    let text = EventFields.read(place.bytes, bytes)?.id
    if let id = text.flatMap({ EventID(ascii: bytes, $0.range) }) { unusedIDs.insert(id) }
  }

  private mutating func noteUnknownTypes(from first: Int, _ path: String) {
    for number in first..<events.count {
      guard case .unknown(let name) = events[number].action else { continue }
      let place = FilePlace(path: path, line: events[number].place.line, column: 1)
      unknownTypes[name, default: (place, 0)].count += 1
    }
  }

  /// The journal of all files read.
  mutating func journal(of files: [JournalFile]) -> Journal {
    if !isSorted, sort() { removeRepeated(files) }
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
      latest: latest,
      copies: copies,
      unusedIDs: unusedIDs,
      batchLines: batchLines
    )
  }

  /// Sorts by the ids of lines; events of one id stay in the order of files and lines.
  ///
  /// - Returns: Whether any two have the same id.
  private mutating func sort() -> Bool {
    // What is compared is sorted apart: whole events are far larger.
    var order = events.indices.map { number in
      SortKey(high: events[number].id.high, low: events[number].id.low, number: number)
    }
    // The sort is stable.
    order.sort { $0.high == $1.high ? $0.low < $1.low : $0.high < $1.high }
    var hasEqual = false
    for place in order.indices.dropFirst()
    where order[place].low == order[place - 1].low && order[place].high == order[place - 1].high {
      hasEqual = true
    }
    // Along each cycle of places every event is moved to its own, so that no second list is needed;
    // in a span, because an array would copy the events that it swaps.
    var list = events.mutableSpan
    for first in order.indices {
      var place = first
      while order[place].number != place {
        let source = order[place].number
        order[place].number = place
        guard source != first else { break }
        list.swapAt(place, source)
        place = source
      }
    }
    return hasEqual
  }

  /// What an event is sorted by, and where it stood.
  private struct SortKey {
    let high: UInt64
    let low: UInt64
    var number: Int
  }

  /// Of equal lines leaves one and notes the files of the others, and of lines that share an id and
  /// differ leaves none.
  private mutating func removeRepeated(_ files: [JournalFile]) {
    let hasRepeated = events.indices.dropFirst().contains {
      events[$0].id.line == events[$0 - 1].id.line && !isOneLine($0 - 1, $0)
    }
    guard hasRepeated else { return }
    var result: [Event] = []
    result.reserveCapacity(events.count)
    var first = 0
    while first < events.count {
      let id = events[first].id.line
      let line = first..<endOfEvents(from: first)
      var end = line.upperBound
      var other: Int?
      var copyFiles: [Int] = []
      while end < events.count, events[end].id.line == id {
        if other == nil, bytes(of: first, files) != bytes(of: end, files) { other = end }
        copyFiles.append(events[end].place.file)
        end = endOfEvents(from: end)
      }
      if let other {
        unusedIDs.insert(id)
        problems.append(
          Problem(
            .conflictingID,
            at: place(of: first, files),
            subject: id.description,
            other: place(of: other, files)
          )
        )
      } else {
        result += events[line]
        for file in copyFiles where file != events[first].place.file {
          copies[file, default: []].insert(id)
        }
      }
      first = end
    }
    events = result
  }

  /// The place in the list behind the events of the line that one stands in.
  private func endOfEvents(from first: Int) -> Int {
    var end = first + 1
    while end < events.count, isOneLine(first, end) { end += 1 }
    return end
  }

  /// Whether two events stand in one line.
  private func isOneLine(_ left: Int, _ right: Int) -> Bool {
    events[left].place.line == events[right].place.line
      && events[left].place.file == events[right].place.file
  }

  private func place(of number: Int, _ files: [JournalFile]) -> FilePlace {
    let place = events[number].place
    return FilePlace(path: files[place.file].path, line: place.line, column: 1)
  }

  /// The bytes of the whole line of an event, without white space at its ends.
  private func bytes(of number: Int, _ files: [JournalFile]) -> ArraySlice<UInt8> {
    let place = events[number].place
    let bytes = files[place.file].bytes
    return bytes[trimmedLine(bytes.span, around: place.bytes.lowerBound)]
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
      } else if isConflictMarker(bytes, line.bytes) {
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
}
