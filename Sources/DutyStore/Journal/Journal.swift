package import DutyModel
internal import StrictJSON

/// What was ever recorded: the events of every file, each once, in the order of their ids.
package struct Journal: Sendable {
  /// The files, by path.
  package internal(set) var files: [JournalFile]
  /// The events that can be used, ascending by id; members of batches stand on their own.
  package internal(set) var events: [Event]
  /// What is wrong with lines, by file and line.
  package internal(set) var problems: [Problem]
  /// The number of lines that could not be read.
  package internal(set) var unreadableLines: Int
  /// The number of lines that a later version of the program wrote; any forbids figures.
  package internal(set) var newerLines: Int
  /// The largest id of all lines that could be read, even of those that do not count.
  package internal(set) var latest: EventID?
  /// The lines that stand in a further file, word for word, by the number of that file; the place
  /// of an event is in the first of its files.
  package internal(set) var copies: [Int: Set<EventID>]
  /// The ids of lines that give no event: faulty ones, those of a later version, and those that
  /// share an id and differ.
  var unusedIDs: Set<EventID>
  /// Where the lines of batches stand, by their ids: looking for its ends again for every member
  /// would take the square of a line's length.
  var batchLines: [EventID: Range<Int>]
}

/// A file of the journal: the records of one writer.
package struct JournalFile: Sendable {
  /// The path relative to the workspace, such as `journal/wang@pc2.jsonl`.
  package let path: String
  package internal(set) var bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// The name of the writer.
  package var writer: String {
    let name = Path.name(of: path)
    return name.hasSuffix(".jsonl") ? String(name.dropLast(6)) : name
  }
}

extension Journal {
  /// Reads the lines of files.
  package init(_ files: [JournalFile]) {
    var reader = JournalReader(byteCount: files.reduce(0) { $0 + $1.bytes.count })
    for (number, file) in files.enumerated() { reader.read(file, number: number) }
    self = reader.journal(of: files)
  }

  /// The bytes of an event as stored: its line, or its object where it stands in a batch.
  package func rawLine(of event: Event) -> ArraySlice<UInt8> {
    bytes(event.place.bytes, of: event)
  }

  /// The whole line an event stands in: its own, or that of its batch.
  package func wholeLine(of event: Event) -> ArraySlice<UInt8> {
    bytes(lineRange(of: event), of: event)
  }

  /// The file and the line of an event, for people.
  package func place(of event: Event) -> FilePlace? {
    guard files.indices.contains(event.place.file) else { return nil }
    return FilePlace(path: files[event.place.file].path, line: event.place.line, column: 1)
  }

  /// The name of the writer whose file an event stands in.
  package func writer(of event: Event) -> String? {
    files.indices.contains(event.place.file) ? files[event.place.file].writer : nil
  }

  /// The last of some events whose line stands in a file, wherever else it stands too.
  ///
  /// A tool that keeps folders alike may put a copy of a whole file beside it.
  package func last(of events: [Event], in path: String) -> Event? {
    guard let number = files.firstIndex(where: { $0.path == path }) else { return nil }
    let copied = copies[number] ?? []
    return events.last { $0.place.file == number || copied.contains($0.id.line) }
  }

  private func bytes(_ range: Range<Int>, of event: Event) -> ArraySlice<UInt8> {
    guard files.indices.contains(event.place.file) else { return [] }
    let bytes = files[event.place.file].bytes
    return bytes[range.clamped(to: 0..<bytes.count)]
  }

  /// The bytes of the whole line an event stands in, without white space at its ends.
  private func lineRange(of event: Event) -> Range<Int> {
    guard event.id.member > 0 else { return event.place.bytes }
    return batchLines[event.id.line] ?? event.place.bytes
  }

  /// The words of an event that no figure depends on, read again from its line.
  package func particulars(of event: Event) -> Particulars {
    var result = Particulars(at: "", by: "")
    guard files.indices.contains(event.place.file) else { return result }
    let storage = files[event.place.file].bytes
    let bytes = storage.span
    let (at, by) = EventFields.origin(lineRange(of: event), bytes)
    result.at = at?.string(in: bytes) ?? ""
    result.by = by?.string(in: bytes) ?? ""
    guard let own = EventFields.read(event.place.bytes, bytes) else { return result }
    result.note = own.note?.string(in: bytes)
    result.cause = own.cause?.string(in: bytes)
    result.quantities =
      own.quantities.flatMap { try? EventFields.quantities($0, bytes) } ?? []
    if let documents = own.documents {
      var cursor = JSONCursor(in: documents.range, policy: .journalLine)
      result.documents = (try? cursor.strings(bytes)) ?? []
    }
    return result
  }

  /// The events that were recorded more than a day ahead of a moment, as problems.
  package func eventsAhead(of now: Instant) -> [Problem] {
    ahead(of: now).compactMap { event, _ in
      place(of: event).map {
        Problem(.futureID, .warning, at: $0, subject: event.id.line.description)
      }
    }
  }

  /// The latest moment at which an event was recorded, if that is more than a day ahead of another.
  package func latestMoment(aheadOf now: Instant) -> Instant? {
    ahead(of: now).compactMap(\.at).max { $0.milliseconds < $1.milliseconds }
  }

  /// The events that were recorded more than a day ahead of a moment, with when that was; `nil` if
  /// it is not told in a way that can be read.
  ///
  /// Only events whose ids are ahead can be. But ids follow the latest one, also that of a computer
  /// whose clock goes fast: their own moment tells who made them ahead of time.
  private func ahead(of now: Instant) -> [(event: Event, at: Instant?)] {
    let limit = now.milliseconds + 86_400_000
    let limitOfIDs = UInt64(max(0, limit))
    guard let latest, latest.milliseconds > limitOfIDs else { return [] }
    return events.compactMap { event in
      guard event.id.milliseconds > limitOfIDs, event.id.member <= 1 else { return nil }
      let at = Instant(particulars(of: event).at)
      if let at, at.milliseconds <= limit { return nil }
      return (event, at)
    }
  }

  /// The events that say another one of their writer stood before them, which is nowhere.
  ///
  /// A line that is there and does not count is not lost; it is a problem of its own.
  package func gaps() -> [Problem] {
    let known = unusedIDs.union(events.lazy.map(\.id.line))
    var problems: [Problem] = []
    for event in events where event.id.member <= 1 {
      let storage = files[event.place.file].bytes
      let bytes = storage.span
      guard let text = EventFields.read(lineRange(of: event), bytes)?.previous,
        let previous = EventID(ascii: bytes, text.range), !known.contains(previous.line),
        let place = place(of: event)
      else { continue }
      problems.append(
        Problem(
          .missingPrevious,
          .warning,
          at: place,
          subject: previous.description,
          values: ["event": event.id.line.description]
        )
      )
    }
    return problems
  }
}

extension EventFields {
  /// Reads the object of a range that was read before.
  static func read(_ range: Range<Int>, _ bytes: Span<UInt8>) -> EventFields? {
    var cursor = JSONCursor(in: range, policy: .journalLine)
    return try? EventFields(&cursor, bytes)
  }

  /// When the line of a range was recorded and by whom.
  ///
  /// Both stand before the members of a batch, which are not read then: every member asks.
  static func origin(_ range: Range<Int>, _ bytes: Span<UInt8>) -> (at: JSONText?, by: JSONText?) {
    var cursor = JSONCursor(in: range, policy: .journalLine)
    var (at, by): (JSONText?, JSONText?)
    do {
      try cursor.enterObject(bytes)
      while at == nil || by == nil, let member = try cursor.nextRawMember(bytes) {
        guard member.kind == .string else { continue }
        switch EventKey.table.field(member.key, in: bytes) {
        case .at: at = member.value
        case .by: by = member.value
        default: continue
        }
      }
    } catch {
      // Only a line that could be read before is asked about.
    }
    return (at, by)
  }
}
