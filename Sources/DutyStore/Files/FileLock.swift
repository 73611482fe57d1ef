/// A lock that is held until it is released, or until the process ends in whatever way.
package struct FileLock: Sendable {
  let file: OpenFile
  let files: any FileSystem

  /// Gives the lock back.
  ///
  /// The lock's file stays: removing it would let two processes in at once.
  package func release() {
    try? files.truncate(file, to: 0)
    try? files.close(file)
  }
}

extension FileSystem {
  /// Takes the lock of a file beside the one it guards, waiting for it with growing pauses.
  ///
  /// The lock stands in a file of its own, because version control and synchronisation replace
  /// the guarded one, and because some network file systems refuse to read what is locked.
  ///
  /// - Parameters:
  ///   - path: The lock's file; it is made if it is missing, and never removed.
  ///   - holder: Who asks, for the message of those who wait.
  ///   - milliseconds: How long to wait at most.
  /// - Returns: The lock, to be released.
  /// - Throws: `busy` with the holder once the time is over.
  package func lock(
    _ path: String,
    holder: String,
    milliseconds: Int
  ) throws(FileError) -> FileLock {
    let file = try open(path, .lock)
    do throws(FileError) {
      guard try status(of: file).kind == .regular else {
        throw FileError(path, .lock, .notARegularFile)
      }
      var waited = 0
      var step = 1
      while try !takeLock(file) {
        guard waited < milliseconds else {
          let bytes = (try? read(file, at: 0, count: 256)) ?? []
          let reason = FileError.Reason.busy(holder: LockHolder(bytes), milliseconds: waited)
          throw FileError(path, .lock, reason)
        }
        let time = min(step, milliseconds - waited)
        pause(milliseconds: time)
        waited += time
        step = min(step * 2, 100)
      }
      // The text only helps people who wait, so that a full disk is no reason to refuse.
      try? truncate(file, to: 0)
      _ = try? write(file, LockHolder(process: processNumber, name: holder).bytes[...])
      return FileLock(file: file, files: self)
    } catch {
      try? close(file)
      throw error
    }
  }
}
