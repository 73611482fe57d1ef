/// What the store asks of a file system: single steps, so that any of them can be made to fail.
///
/// The sequences that keep records safe (``append(_:to:existed:)``, ``replace(_:with:_:within:)``,
/// ``lock(_:holder:milliseconds:)``) are made of these and are the same for every file system.
package protocol FileSystem: Sendable {
  /// The number of this process, written into locks and names of temporary files.
  var processNumber: Int { get }

  /// What is at a path, or `nil` if there is nothing.
  func status(of path: String, followingLinks: Bool) throws(FileError) -> FileStatus?
  /// The names in a folder, in any order, without `.` and `..`.
  ///
  /// A name that is not UTF-8 has U+FFFD for what is not; such a file can be named to people and
  /// not be opened.
  func names(in folder: String) throws(FileError) -> [String]
  /// The path without symbolic links; the file must exist.
  func resolve(_ path: String) throws(FileError) -> String
  /// The bytes of a regular file, as many as it had when it was opened.
  func read(_ path: String, limit: Int, followingLinks: Bool) throws(FileError) -> [UInt8]

  /// Opens a file; a link is never followed.
  func open(_ path: String, _ mode: OpenMode) throws(FileError) -> OpenFile
  func status(of file: OpenFile) throws(FileError) -> FileStatus
  /// Up to a number of bytes from an offset; fewer only at the end of the file.
  func read(_ file: OpenFile, at offset: Int, count: Int) throws(FileError) -> [UInt8]
  /// Writes some of the bytes, and says how many; `interrupted` if none because of a signal.
  func write(_ file: OpenFile, _ bytes: ArraySlice<UInt8>) throws(FileError) -> Int
  func truncate(_ file: OpenFile, to size: Int) throws(FileError)
  /// Waits until the bytes are on the disk.
  func synchronize(_ file: OpenFile) throws(FileError)
  /// Gives an open file the permissions and the group of another.
  func setOwnership(_ file: OpenFile, like status: FileStatus) throws(FileError)
  /// Takes the lock of an open file if nobody has it; it is released by closing the file.
  func takeLock(_ file: OpenFile) throws(FileError) -> Bool
  func close(_ file: OpenFile) throws(FileError)

  /// Gives a file another name; refuses a name that is taken unless it is replacing.
  func rename(_ path: String, to target: String, replacing: Bool) throws(FileError)
  func remove(_ path: String) throws(FileError)
  func createFolder(_ path: String) throws(FileError)
  /// Waits until the names in a folder are on the disk.
  func synchronizeFolder(_ path: String) throws(FileError)

  /// Does something while the signals that end a program are kept waiting.
  func withoutSignals<Result>(
    _ body: () throws(FileError) -> Result
  ) throws(FileError) -> Result
  /// Waits.
  func pause(milliseconds: Int)
}

/// What a file is, where it is, and whose.
package struct FileStatus: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case regular
    case folder
    case symbolicLink
    case other
  }

  package let kind: Kind
  /// The size in bytes.
  package let size: Int
  /// The file system it is on.
  package let device: UInt64
  /// The number of the file on its file system.
  package let number: UInt64
  /// The permission bits.
  package let permissions: UInt32
  package let group: UInt32

  package init(
    kind: Kind,
    size: Int = 0,
    device: UInt64 = 0,
    number: UInt64 = 0,
    permissions: UInt32 = 0o644,
    group: UInt32 = 0
  ) {
    self.kind = kind
    self.size = size
    self.device = device
    self.number = number
    self.permissions = permissions
    self.group = group
  }
}

/// What a file is opened for.
package enum OpenMode: Hashable, Sendable {
  /// To read and to append; it must exist.
  case append
  /// To read and to append; it must not exist.
  case appendNew
  /// To write a new file; it must not exist.
  case writeNew
  /// To lock; made if it does not exist.
  case lock
}

/// A file that is open; only its file system knows what the number means.
package struct OpenFile: Hashable, Sendable {
  package let number: Int32
  package let path: String

  package init(number: Int32, path: String) {
    self.number = number
    self.path = path
  }
}

// MARK: - Paths

/// The arithmetic of paths; it looks at no file.
package enum Path {
  /// A path inside a folder; an absolute one stays as it is.
  package static func join(_ folder: String, _ path: String) -> String {
    if path.utf8.first == UInt8(ascii: "/") || folder.isEmpty { return path }
    return folder.utf8.last == UInt8(ascii: "/") ? folder + path : "\(folder)/\(path)"
  }

  /// The folder a path is in: `/a` for `/a/b`, `.` for `b`, and `/` for `/`.
  package static func folder(of path: String) -> String {
    var bytes = Substring(path).utf8
    while bytes.count > 1, bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    let before = bytes[..<slash]
    return before.isEmpty ? "/" : String(Substring(before))
  }

  /// The last component of a path.
  package static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// A path without `.` and double slashes, and without `..` but at the start of a relative one.
  package static func normalized(_ path: String) -> String {
    let isAbsolute = path.utf8.first == UInt8(ascii: "/")
    var parts: [Substring] = []
    for part in path.split(separator: "/") {
      switch part {
      case ".": break
      case ".." where !isAbsolute && parts.last ?? ".." == "..": parts.append(part)
      case "..": parts = parts.dropLast()
      default: parts.append(part)
      }
    }
    let result = parts.joined(separator: "/")
    return isAbsolute ? "/\(result)" : result.isEmpty ? "." : result
  }

  /// Whether a path is a folder itself or inside it; both without links.
  package static func isInside(_ path: String, _ folder: String) -> Bool {
    folder == "/" || path == folder || path.hasPrefix(folder + "/")
  }
}
