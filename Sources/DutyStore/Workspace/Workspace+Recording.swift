package import DutyModel

/// What a command has recorded.
package struct Recorded: Sendable {
  /// The workspace as it is with the new events.
  package let workspace: Workspace
  /// The new events, read back from what was written.
  package let events: [Event]
  /// The line as it stands in the journal, without its end.
  package let line: [UInt8]
  /// The journal's file it stands in, relative to the workspace.
  package let path: String
}

extension Workspace {
  /// Records what a command decides, as one line of its writer's journal.
  ///
  /// The lock is taken first and everything is read again, so that what is decided holds when it
  /// is written. Several drafts become one batch: all or nothing.
  ///
  /// - Parameters:
  ///   - location: The workspace.
  ///   - author: Who records, and into which file.
  ///   - clock: The moment, and random bits for the id.
  ///   - lockMilliseconds: How long to wait for another process.
  ///   - files: The file system.
  ///   - decide: Looks at the workspace and says what to record. If it throws, nothing is
  ///     recorded; without drafts nothing is either.
  /// - Returns: What was recorded, or `nil` without drafts.
  /// - Throws: What the closure throws, or a ``StoreError``; after `unconfirmed` the event may be
  ///   there, after any other nothing was recorded.
  package static func record(
    at location: Location,
    as author: Author,
    clock: Clock,
    lockMilliseconds: Int = 10_000,
    files: any FileSystem,
    _ decide: (Workspace) throws -> [Draft]
  ) throws -> Recorded? {
    let folder = Path.join(location.folder, "journal")
    let lock = try storing { () throws(FileError) in
      try createFolder(folder, files)
      return try files.lock(
        Path.join(folder, "\(author.writer).lock"),
        holder: author.writer,
        milliseconds: lockMilliseconds
      )
    }
    defer { lock.release() }
    var workspace = try open(at: location, files: files)
    let path = "journal/\(author.writer).jsonl"
    if let problem = workspace.journal.refusal(ofChanging: path) {
      throw StoreError.unreadableJournal(problem)
    }
    let drafts = try decide(workspace)
    guard !drafts.isEmpty else { return nil }

    let own = workspace.journal.files.firstIndex { $0.path == path }
    guard let id = workspace.journal.nextID(clock) else {
      throw StoreError.badDraft(.noIDLeft)
    }
    let line = try workspace.encode(drafts, as: author, clock: clock, id: id.description)
    do throws(FileError) {
      try files.append(line + [0x0A], to: Path.join(location.folder, path), existed: own != nil)
    } catch {
      if case .unconfirmed = error.reason { throw StoreError.unconfirmed(id, error) }
      throw StoreError.file(error)
    }
    let events = workspace.journal.add(line, to: path)
    return Recorded(workspace: workspace, events: events, line: line, path: path)
  }

  /// The line that drafts would become, without recording it.
  ///
  /// - Parameters:
  ///   - drafts: What would be recorded.
  ///   - author: Who would record it.
  ///   - clock: The moment.
  ///   - id: The id, or `-` where nothing is recorded.
  /// - Returns: The line, without its end.
  /// - Throws: `badDraft` for what cannot stand in a journal.
  package func encode(
    _ drafts: [Draft],
    as author: Author,
    clock: Clock,
    id: String = "-"
  ) throws(StoreError) -> [UInt8] {
    let stamp = EventWriter.Stamp(
      id: id,
      at: clock.now.description,
      by: author.name,
      previous: journal.latestEvent(of: "journal/\(author.writer).jsonl")
    )
    do throws(DraftError) {
      return try EventWriter.line(drafts, stamp)
    } catch {
      throw .badDraft(error)
    }
  }
}

/// Does something with files, as a step of the store.
func storing<Result>(
  _ body: () throws(FileError) -> Result
) throws(StoreError) -> Result {
  do throws(FileError) {
    return try body()
  } catch {
    throw .file(error)
  }
}
