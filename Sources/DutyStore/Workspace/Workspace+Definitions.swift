extension Workspace {
  /// Puts a file of the workspace other than a journal in its place: a checklist or `duty.json`.
  ///
  /// People edit these files too, so that a file that is not as it was read is left alone. A
  /// symbolic link stays, and what it leads to is replaced, if that is inside the workspace.
  ///
  /// - Parameters:
  ///   - bytes: The new contents.
  ///   - path: The path relative to the workspace, such as `checklists/township.json`.
  ///   - folder: The folder of the workspace.
  ///   - replacement: What may be there before.
  ///   - author: Who writes, named to those who wait for the lock.
  ///   - lockMilliseconds: How long to wait for another process.
  ///   - files: The file system.
  /// - Throws: `exists`, `changedSinceRead`, `outsideWorkspace` and what the file system says.
  package static func write(
    _ bytes: [UInt8],
    to path: String,
    in folder: String,
    _ replacement: Replacement,
    as author: Author,
    lockMilliseconds: Int = 10_000,
    files: any FileSystem
  ) throws(StoreError) {
    let checklists = Path.join(folder, "checklists")
    try storing { () throws(FileError) in
      try createFolder(checklists, files)
      let lock = try files.lock(
        Path.join(checklists, ".lock"),
        holder: author.writer,
        milliseconds: lockMilliseconds
      )
      defer { lock.release() }
      try files.replace(
        Path.join(folder, path),
        with: bytes,
        replacement,
        within: try files.resolve(folder)
      )
    }
  }

  /// Finds what stands in the way of writing a file of the workspace, as far as that shows before
  /// anything is written.
  ///
  /// - Parameters:
  ///   - path: The path relative to the workspace.
  ///   - folder: The folder of the workspace.
  ///   - replacement: What may be there before.
  ///   - files: The file system.
  /// - Throws: What ``write(_:to:in:_:as:lockMilliseconds:files:)`` would.
  package static func checkWriting(
    to path: String,
    in folder: String,
    _ replacement: Replacement,
    files: any FileSystem
  ) throws(StoreError) {
    try storing { () throws(FileError) in
      let whole = Path.join(folder, path)
      // A folder that is missing would be made.
      let folderStatus = try files.status(of: Path.folder(of: whole), followingLinks: true)
      guard folderStatus != nil else { return }
      try files.checkReplacing(whole, replacement, within: try files.resolve(folder))
    }
  }

  static func createFolder(_ path: String, _ files: any FileSystem) throws(FileError) {
    guard try files.status(of: path, followingLinks: true) == nil else { return }
    do throws(FileError) {
      try files.createFolder(path)
    } catch {
      // Another process may have been as quick.
      guard error.reason == .exists else { throw error }
    }
  }
}

extension FileSystem {
  /// Makes a folder and those it is in, as far as they are missing.
  package func createFolders(_ path: String) throws(FileError) {
    guard try status(of: path, followingLinks: true) == nil else { return }
    let parent = Path.folder(of: path)
    if parent != path { try createFolders(parent) }
    do throws(FileError) {
      try createFolder(path)
    } catch {
      guard error.reason == .exists else { throw error }
    }
  }
}
