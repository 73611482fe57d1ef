internal import DutyModel

extension Workspace {
  /// Reads a workspace to find all that is wrong with it, also where the settings cannot be used.
  ///
  /// - Returns: The workspace, with default settings if its own are wrong, and what is wrong with
  ///   them.
  /// - Throws: `file`.
  package static func inspect(
    at location: Location,
    files: any FileSystem
  ) throws(StoreError) -> (workspace: Workspace, settingsProblems: [Problem]) {
    do throws(StoreError) {
      return (try open(at: location, files: files), [])
    } catch {
      guard case .badSettings(let problems) = error else { throw error }
      let standard = Array("{\"format\":\"\(SettingsFile.formatName)/1\"}".utf8)
      let workspace = Workspace(
        location: location,
        settingsFile: try SettingsFile(standard, path: marker),
        files: try readChecklists(location.folder, files),
        journal: try readJournal(location.folder, files)
      )
      return (workspace, problems)
    }
  }

  /// The files of `checklists/` and `journal/` that are neither read nor made by the program.
  ///
  /// Hidden files, locks, and what a repair has put aside are known.
  package static func strayFiles(
    at location: Location,
    files: any FileSystem
  ) throws(StoreError) -> [FilePlace] {
    var result: [FilePlace] = []
    for (folder, suffix) in [("checklists", ".json"), ("journal", ".jsonl")] {
      let names = try storing { () throws(FileError) in
        do throws(FileError) {
          return try files.names(in: Path.join(location.folder, folder))
        } catch {
          guard error.reason == .notFound else { throw error }
          return []
        }
      }
      for name in names where !name.hasPrefix(".") && !name.hasSuffix(suffix) {
        let isKnown =
          name.hasSuffix(".lock") || name.hasSuffix(".jsonl.bad") || isBackup(name)
        if !isKnown { result.append(FilePlace(path: "\(folder)/\(name)")) }
      }
    }
    return result.sorted()
  }

  /// Whether a name is that of a journal as it was before a repair: `x.jsonl.orig`, `x.jsonl.orig2`.
  private static func isBackup(_ name: String) -> Bool {
    var stem = name[...]
    while let last = stem.utf8.last, (0x30...0x39).contains(last) { stem = stem.dropLast() }
    return stem.hasSuffix(".jsonl.orig")
  }
}

extension Workspace {
  /// Reads the settings of a workspace and nothing else.
  package static func settings(
    at location: Location,
    files: any FileSystem
  ) throws(StoreError) -> SettingsFile {
    try SettingsFile.read(Path.join(location.folder, marker), shown: marker, files: files)
  }
}

extension UserSettingsFile {
  /// The bytes as they were read; none if there is no file.
  package var original: [UInt8] { bytes }
}

extension Workspace {
  /// The lines of the journal that ``repair(at:as:lockMilliseconds:files:)`` would move away, by
  /// their file.
  ///
  /// - Throws: `unreadableJournal` if a file is in another encoding, and none would be mended.
  package static func unreadableLines(
    at location: Location,
    files: any FileSystem
  ) throws(StoreError) -> [(path: String, lines: [Int])] {
    let journal = try readJournal(location.folder, files)
    if let problem = journal.refusalOfRepair { throw .unreadableJournal(problem) }
    return journal.files.compactMap { file in
      let lines = file.badLines.map(\.number)
      return lines.isEmpty ? nil : (file.path, lines)
    }
  }
}
