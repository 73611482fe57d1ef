internal import DutyModel

extension Workspace {
  static let longestChecklist = 64 << 20
  /// Offsets inside a journal's file are kept in 32 bits.
  static let longestJournal = Int(Int32.max)

  /// Reads a workspace; nothing is ever written by reading.
  ///
  /// A checklist that cannot be read does not hide the others: it is in ``problems``. A folder or
  /// a journal that may not be read does end the reading, because an empty answer would be wrong.
  ///
  /// - Throws: `badSettings`, or `file`.
  package static func open(
    at location: Location,
    files: any FileSystem
  ) throws(StoreError) -> Workspace {
    let settings = try SettingsFile.read(
      Path.join(location.folder, marker),
      shown: marker,
      files: files
    )
    let checklists = try readChecklists(location.folder, files)
    let journal = try readJournal(location.folder, files)
    return Workspace(
      location: location,
      settingsFile: settings,
      files: checklists,
      journal: journal
    )
  }

  init(
    location: Location,
    settingsFile: SettingsFile,
    files: [ChecklistFile],
    journal: Journal
  ) {
    var files = files
    Workspace.refuseOverlaps(&files)
    self.location = location
    self.settingsFile = settingsFile
    self.files = files
    self.journal = journal
    checklists = files.compactMap(\.checklist)
    checklistProblems = settingsFile.warnings + files.flatMap(\.problems)
  }

  static func readChecklists(
    _ folder: String,
    _ files: any FileSystem
  ) throws(StoreError) -> [ChecklistFile] {
    var result: [ChecklistFile] = []
    for name in try names(in: "checklists", of: folder, ".json", files) {
      let path = "checklists/\(name)"
      do throws(FileError) {
        let full = Path.join(folder, path)
        try refuseOutside(full, folder, files)
        let bytes = try files.read(full, limit: longestChecklist, followingLinks: true)
        result.append(ChecklistFile(path: path, bytes: bytes))
      } catch {
        switch error.reason {
        case .notFound:
          if let problem = try missing(path, in: folder, files) {
            result.append(ChecklistFile(path: path, unreadable: problem))
          }
        case .notARegularFile, .tooLarge, .outsideWorkspace, .symbolicLink, .invalidPath:
          let problem = Problem(
            .unreadableFile,
            at: FilePlace(path: path),
            values: ["reason": error.reason.word]
          )
          result.append(ChecklistFile(path: path, unreadable: problem))
        default: throw .file(error)
        }
      }
    }
    return result
  }

  static func readJournal(
    _ folder: String,
    _ files: any FileSystem
  ) throws(StoreError) -> Journal {
    var result: [JournalFile] = []
    var problems: [Problem] = []
    for name in try names(in: "journal", of: folder, ".jsonl", files) {
      let path = "journal/\(name)"
      do throws(FileError) {
        let bytes = try files.read(
          Path.join(folder, path),
          limit: longestJournal,
          followingLinks: false
        )
        result.append(JournalFile(path: path, bytes: bytes))
      } catch {
        guard error.reason == .notFound else { throw .file(error) }
        if let problem = try missing(path, in: folder, files) { problems.append(problem) }
      }
    }
    var journal = Journal(result)
    if !problems.isEmpty { journal.add(problems) }
    return journal
  }

  /// What is wrong with a file that its folder names and that cannot be found.
  ///
  /// Nothing is, if version control is replacing it: what is gone is gone. But a link that leads to
  /// nothing is still there, and so is a file whose name is not UTF-8.
  private static func missing(
    _ path: String,
    in folder: String,
    _ files: any FileSystem
  ) throws(StoreError) -> Problem? {
    let status = try storing { () throws(FileError) in
      try files.status(of: Path.join(folder, path), followingLinks: false)
    }
    let reason: String
    if path.unicodeScalars.contains("\u{FFFD}") {
      reason = "name-not-utf-8"
    } else if status?.kind == .symbolicLink {
      reason = "dangling-link"
    } else {
      return nil
    }
    return Problem(.unreadableFile, at: FilePlace(path: path), values: ["reason": reason])
  }

  /// A link may lead to another file of the workspace, and nowhere else.
  private static func refuseOutside(
    _ path: String,
    _ folder: String,
    _ files: any FileSystem
  ) throws(FileError) {
    guard try files.status(of: path, followingLinks: false)?.kind == .symbolicLink else { return }
    guard Path.isInside(try files.resolve(path), try files.resolve(folder)) else {
      throw FileError(path, .read, .outsideWorkspace)
    }
  }

  /// The names of the files of a kind in a folder, sorted by their bytes; hidden ones are not.
  private static func names(
    in part: String,
    of folder: String,
    _ suffix: String,
    _ files: any FileSystem
  ) throws(StoreError) -> [String] {
    let path = Path.join(folder, part)
    do throws(FileError) {
      return try files.names(in: path)
        .filter { $0.hasSuffix(suffix) && $0.utf8.first != UInt8(ascii: ".") }
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    } catch {
      // A workspace may have no checklists or records yet; but then it must be there itself.
      guard error.reason == .notFound else { throw .file(error) }
      return []
    }
  }

  /// Editions of one checklist must not be in effect on the same day; of two that are, neither is
  /// used, because nobody can tell which one holds.
  private static func refuseOverlaps(_ files: inout [ChecklistFile]) {
    let all = files.map(\.checklist)
    for (index, later) in all.enumerated() {
      guard let later else { continue }
      for (place, earlier) in all.prefix(upTo: index).enumerated() {
        guard let earlier, earlier.id == later.id, earlier.effective.overlaps(later.effective)
        else { continue }
        // No edition replaces another on the very day that one begins and ends: such a file is a
        // copy that a person, or a tool for synchronising, has left.
        let isCopy =
          files[index].bytes == files[place].bytes || later.effective == earlier.effective
        files[index].problems.append(
          Problem(
            .editionsOverlap,
            at: FilePlace(path: files[index].path, line: 1, column: 1),
            subject: later.id,
            values: isCopy ? ["reason": "copy"] : [:],
            other: FilePlace(path: files[place].path, line: 1, column: 1)
          )
        )
        files[index].checklist = nil
        files[place].checklist = nil
      }
    }
  }
}

extension FileError.Reason {
  /// The word of the reason, as problems carry it.
  package var word: String {
    switch self {
    case .notFound: "not-found"
    case .exists: "exists"
    case .permission: "permission"
    case .readOnlyFileSystem: "read-only-file-system"
    case .notARegularFile: "not-a-regular-file"
    case .notADirectory: "not-a-directory"
    case .symbolicLink: "symbolic-link"
    case .outsideWorkspace: "outside-workspace"
    case .invalidPath: "invalid-path"
    case .tooLarge: "too-large"
    case .noSpace: "no-space"
    case .busy: "busy"
    case .locksUnsupported: "locks-unsupported"
    case .changedSinceRead: "changed-since-read"
    case .replaced: "replaced"
    case .mismatch: "mismatch"
    case .unconfirmed: "unconfirmed"
    case .interrupted: "interrupted"
    case .io: "io"
    }
  }
}
