internal import DutyModel

/// What was mended in one file of the journal.
package struct Repaired: Hashable, Sendable {
  /// The file, relative to the workspace.
  package let path: String
  /// The numbers of the lines that were moved away.
  package let lines: [Int]
  /// Where they were appended.
  package let badPath: String
  /// The file as it was.
  package let backupPath: String
}

extension Workspace {
  /// Moves lines that cannot be read out of the journal.
  ///
  /// The lines are appended to `<file>.bad`, the file as it was is kept as `<file>.orig`, and the
  /// journal is replaced at once. All other lines stay byte for byte, also those of kinds that are
  /// not known. Where nothing is to be mended, nothing is written; nor where a file is in another
  /// encoding, because its lines are good ones.
  ///
  /// - Throws: ``StoreError``; a journal is either as it was or mended.
  package static func repair(
    at location: Location,
    as author: Author,
    lockMilliseconds: Int = 10_000,
    files: any FileSystem
  ) throws(StoreError) -> [Repaired] {
    var result: [Repaired] = []
    let journal = try readJournal(location.folder, files)
    if let problem = journal.refusalOfRepair { throw .unreadableJournal(problem) }
    for file in journal.files where !file.badLines.isEmpty {
      let repaired = try storing { () throws(FileError) in
        let folder = Path.join(location.folder, "journal")
        let lock = try files.lock(
          Path.join(folder, "\(file.writer).lock"),
          holder: author.writer,
          milliseconds: lockMilliseconds
        )
        defer { lock.release() }
        return try repair(file.path, in: location.folder, files)
      }
      if let repaired { result.append(repaired) }
    }
    return result
  }

  /// Mends one file, whose lock is held.
  private static func repair(
    _ path: String,
    in folder: String,
    _ files: any FileSystem
  ) throws(FileError) -> Repaired? {
    let full = Path.join(folder, path)
    let bytes = try files.read(full, limit: longestJournal, followingLinks: false)
    let bad = JournalFile(path: path, bytes: bytes).badLines
    guard !bad.isEmpty else { return nil }

    var kept: [UInt8] = []
    var moved: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var start = 0
    for line in bad {
      kept += bytes[start..<line.range.lowerBound]
      moved += bytes[line.range]
      if moved.last != 0x0A { moved.append(0x0A) }
      start = line.range.upperBound
    }
    kept += bytes[start...]
    if let last = kept.last, last != 0x0A { kept.append(0x0A) }

    let backup = try writeBackup(bytes, of: path, in: folder, files)
    let badPath = "\(path).bad"
    try keep(moved, in: Path.join(folder, badPath), files)
    try files.replace(full, with: kept, .unchanged(since: bytes))
    return Repaired(path: path, lines: bad.map(\.number), badPath: badPath, backupPath: backup)
  }

  /// Appends lines to a file, unless they are at its end since a repair that did not get further.
  private static func keep(
    _ lines: [UInt8],
    in path: String,
    _ files: any FileSystem
  ) throws(FileError) {
    let existed = try files.status(of: path, followingLinks: false) != nil
    if existed {
      let kept = try files.read(path, limit: longestJournal, followingLinks: false)
      if kept.count >= lines.count, kept.suffix(lines.count).elementsEqual(lines) { return }
    }
    try files.append(lines, to: path, existed: existed)
  }

  /// Keeps the file as it was under a name that is free, unless such a copy is there already.
  private static func writeBackup(
    _ bytes: [UInt8],
    of path: String,
    in folder: String,
    _ files: any FileSystem
  ) throws(FileError) -> String {
    for number in 1...999 {
      let name = number == 1 ? "\(path).orig" : "\(path).orig\(number)"
      let full = Path.join(folder, name)
      if try files.status(of: full, followingLinks: false) == nil {
        try files.replace(full, with: bytes, .new)
        return name
      }
      let known = try files.read(full, limit: longestJournal, followingLinks: false)
      if known == bytes { return name }
    }
    throw FileError(Path.join(folder, "\(path).orig"), .create, .exists)
  }
}

extension JournalFile {
  /// A line by its number and the range of its bytes, with its end.
  struct BadLine {
    let number: Int
    let range: Range<Int>
  }

  /// The lines that cannot be read; those of a later version can.
  var badLines: [BadLine] {
    var reader = EventReader()
    var events: [Event] = []
    var result: [BadLine] = []
    let bytes = bytes.span
    var start = 0
    var number = 0
    while start < bytes.count {
      number += 1
      let end = endOfLine(bytes, from: start)
      let range = trimmedLine(bytes, start..<end)
      if !range.isEmpty {
        let place = Event.Place(file: 0, line: number, bytes: range)
        do throws(LineFault) {
          _ = try reader.read(place, bytes, into: &events)
          events.removeAll(keepingCapacity: true)
        } catch {
          result.append(BadLine(number: number, range: start..<min(end + 1, bytes.count)))
        }
      }
      start = end + 1
    }
    return result
  }
}
