extension FileSystem {
  /// Appends a line to a journal so that it is there whole, once and on the disk, or not at all.
  ///
  /// The caller holds the journal's lock. The order of the steps matters: look at the last byte
  /// (a torn line is ended first), write, read back, wait for the disk, and see whether the file
  /// is still the one people see. If it was replaced meanwhile, the same bytes are written to the
  /// new one; a line that is there twice counts once.
  ///
  /// - Parameters:
  ///   - line: The bytes, with the line feed at the end.
  ///   - path: The journal.
  ///   - existed: Whether the journal was there when it was read under the lock. One that was
  ///     is waited for, never made anew: version control removes a file before it writes it.
  /// - Throws: `unconfirmed` if the line was written but the disk did not confirm it; after any
  ///   other error the file is as it was, as far as the file system allows.
  package func append(_ line: [UInt8], to path: String, existed: Bool) throws(FileError) {
    try withoutSignals { () throws(FileError) in
      for _ in 0..<4 {
        if try appendOnce(line, to: path, existed: existed) { return }
      }
      throw FileError(path, .write, .replaced)
    }
  }

  /// Appends once; `false` if the file was replaced meanwhile.
  private func appendOnce(
    _ line: [UInt8],
    to path: String,
    existed: Bool
  ) throws(FileError) -> Bool {
    let (file, isNew) = try openJournal(path, existed: existed)
    do throws(FileError) {
      try write(line, toJournal: file)
      let isVisible = try confirm(file, isNew: isNew)
      // The disk has confirmed: what closing may report is about nothing of ours.
      try? close(file)
      return isVisible
    } catch {
      try? close(file)
      throw error
    }
  }

  private func openJournal(
    _ path: String,
    existed: Bool
  ) throws(FileError) -> (OpenFile, isNew: Bool) {
    var waited = 0
    while true {
      do throws(FileError) {
        return (try open(path, .append), false)
      } catch  where error.reason == .notFound {
        if !existed {
          do throws(FileError) {
            return (try open(path, .appendNew), true)
          } catch  where error.reason == .exists {
            // Somebody made it in between; open it as it is, after a pause.
          }
        }
        guard waited < 2000 else { throw FileError(path, .write, .replaced) }
        pause(milliseconds: 20)
        waited += 20
      }
    }
  }

  private func write(_ line: [UInt8], toJournal file: OpenFile) throws(FileError) {
    let before = try status(of: file)
    guard before.kind == .regular else { throw FileError(file.path, .write, .notARegularFile) }
    var bytes = line
    if before.size > 0, try read(file, at: before.size - 1, count: 1) != [0x0A] {
      bytes.insert(0x0A, at: 0)
    }
    var isWhole = false
    do throws(FileError) {
      try writeAll(bytes, to: file)
      isWhole = true
      guard
        try status(of: file).size == before.size + bytes.count,
        try read(file, at: before.size, count: bytes.count) == bytes
      else { throw FileError(file.path, .write, .mismatch) }
    } catch {
      if takeBack(bytes.count, after: before.size, from: file) || !isWhole { throw error }
      // Part of a line is no event; a whole line that stays may be one.
      throw FileError(file.path, .write, .unconfirmed(error.reason))
    }
  }

  /// Cuts off what a call has added; only as much as it can have added.
  ///
  /// - Returns: Whether nothing of it is left.
  private func takeBack(_ count: Int, after size: Int, from file: OpenFile) -> Bool {
    guard let now = try? status(of: file).size else { return false }
    guard now > size else { return true }
    guard now <= size + count else { return false }
    return (try? truncate(file, to: size)) != nil
  }

  /// Waits for the disk, and looks whether the file is still the one people see.
  ///
  /// A failure of the disk is final: asking again could be answered with a false yes. The file is
  /// looked at while it is open, since the number of one that is closed and gone is given to the
  /// next.
  ///
  /// - Returns: `false` if the file was replaced meanwhile.
  /// - Throws: `unconfirmed`: the line is written, and nothing more is known.
  private func confirm(_ file: OpenFile, isNew: Bool) throws(FileError) -> Bool {
    do throws(FileError) {
      try synchronize(file)
      if isNew { try synchronizeFolder(Path.folder(of: file.path)) }
      let written = try status(of: file)
      guard let visible = try status(of: file.path, followingLinks: false) else { return false }
      return visible.number == written.number && visible.device == written.device
    } catch {
      throw FileError(file.path, .synchronize, .unconfirmed(error.reason))
    }
  }

  /// Writes all the bytes, however many calls it takes.
  func writeAll(_ bytes: [UInt8], to file: OpenFile) throws(FileError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      do throws(FileError) {
        let count = try write(file, rest)
        guard count > 0 else { throw FileError(file.path, .write, .mismatch) }
        rest = rest.dropFirst(count)
      } catch  where error.reason == .interrupted {
        // A signal came before anything was written.
      }
    }
  }
}
