/// What may be at a path before a file is put there.
package enum Replacement: Sendable {
  /// Nothing may be there.
  case new
  /// Exactly these bytes must be there still, as they were read.
  case unchanged(since: [UInt8])
  /// Whatever is there is replaced, if it is a regular file.
  case whatever
}

extension FileSystem {
  /// Puts a file in its place at once: people see the old one or the new one, never a part.
  ///
  /// The bytes go to a temporary file in the same folder, with the permissions and the group of
  /// the one that is replaced; then the name is moved. A symbolic link stays, and the file it
  /// leads to is replaced.
  ///
  /// - Parameters:
  ///   - path: Where the file goes.
  ///   - bytes: Its contents.
  ///   - replacement: What may be there before.
  ///   - root: The folder, without links, that a link must not lead out of; `nil` for any.
  /// - Throws: `exists`, `changedSinceRead`, `outsideWorkspace`, or what the file system says.
  package func replace(
    _ path: String,
    with bytes: [UInt8],
    _ replacement: Replacement,
    within root: String? = nil
  ) throws(FileError) {
    let (target, old) = try target(of: path, replacement, within: root)
    try withoutSignals { () throws(FileError) in
      let temporary: String
      do throws(FileError) {
        temporary = try writeTemporary(for: target, bytes, like: old)
      } catch {
        // The name of the temporary file would say nothing to anybody.
        throw FileError(path, error.action, error.reason)
      }
      do throws(FileError) {
        let isNew: Bool
        switch replacement {
        case .new:
          isNew = true
        case .unchanged(let original):
          let now = try readIfPresent(target)
          guard now == original else { throw FileError(path, .write, .changedSinceRead) }
          isNew = false
        case .whatever:
          isNew = false
        }
        try rename(temporary, to: target, replacing: !isNew)
      } catch {
        try? remove(temporary)
        throw error
      }
      do throws(FileError) {
        try synchronizeFolder(Path.folder(of: target))
      } catch {
        throw FileError(path, .synchronize, .unconfirmed(error.reason))
      }
    }
  }

  /// Finds what stands in the way of putting a file in its place, as far as that shows before
  /// anything is written.
  ///
  /// - Parameters:
  ///   - path: Where the file would go.
  ///   - replacement: What may be there before.
  ///   - root: The folder, without links, that a link must not lead out of; `nil` for any.
  /// - Throws: What ``replace(_:with:_:within:)`` would.
  package func checkReplacing(
    _ path: String,
    _ replacement: Replacement,
    within root: String? = nil
  ) throws(FileError) {
    let (target, old) = try target(of: path, replacement, within: root)
    guard old == nil else { return }
    guard let folder = try status(of: Path.folder(of: target), followingLinks: true) else {
      throw FileError(path, .create, .notFound)
    }
    if folder.kind != .folder { throw FileError(path, .create, .notADirectory) }
  }

  /// The file that a path leads to in the end, and its status if it is there.
  private func target(
    of path: String,
    _ replacement: Replacement,
    within root: String?
  ) throws(FileError) -> (path: String, status: FileStatus?) {
    guard var old = try status(of: path, followingLinks: false) else { return (path, nil) }
    if case .new = replacement { throw FileError(path, .create, .exists) }
    var target = path
    if old.kind == .symbolicLink {
      target = try resolve(path)
      if let root, !Path.isInside(target, root) {
        throw FileError(path, .write, .outsideWorkspace)
      }
      guard let status = try status(of: target, followingLinks: false) else { return (target, nil) }
      old = status
    }
    if old.kind != .regular { throw FileError(path, .write, .notARegularFile) }
    return (target, old)
  }

  private func readIfPresent(_ path: String) throws(FileError) -> [UInt8]? {
    do throws(FileError) {
      return try read(path, limit: .max, followingLinks: false)
    } catch  where error.reason == .notFound {
      return nil
    }
  }

  private func writeTemporary(
    for target: String,
    _ bytes: [UInt8],
    like old: FileStatus?
  ) throws(FileError) -> String {
    let folder = Path.folder(of: target)
    let name = Path.name(of: target)
    for number in 0..<100 {
      let temporary = Path.join(folder, ".\(name).\(processNumber)-\(number).tmp")
      let file: OpenFile
      do throws(FileError) {
        file = try open(temporary, .writeNew)
      } catch  where error.reason == .exists {
        continue
      }
      do throws(FileError) {
        do throws(FileError) {
          if let old { try setOwnership(file, like: old) }
          try writeAll(bytes, to: file)
          try synchronize(file)
        } catch {
          try? close(file)
          throw error
        }
        try close(file)
        return temporary
      } catch {
        try? remove(temporary)
        throw error
      }
    }
    throw FileError(target, .create, .exists)
  }
}
