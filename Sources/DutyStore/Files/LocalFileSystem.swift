#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The files of this computer.
///
/// With what the program asks about its own process, and `HeapPages`, this is all that calls the
/// C library.
package struct LocalFileSystem: FileSystem {
  package init() {}

  package var processNumber: Int { Int(getpid()) }

  // MARK: - Looking

  package func status(of path: String, followingLinks: Bool) throws(FileError) -> FileStatus? {
    try check(path, .read)
    var buffer = stat()
    let result =
      followingLinks
      ? unsafe path.withCString { unsafe stat($0, &buffer) }
      : unsafe path.withCString { unsafe lstat($0, &buffer) }
    if result == 0 { return FileStatus(buffer) }
    let code = errno
    if code == ENOENT || code == ENOTDIR { return nil }
    throw FileError(path, .read, errno: code)
  }

  package func names(in folder: String) throws(FileError) -> [String] {
    try check(folder, .list)
    guard let stream = unsafe folder.withCString({ unsafe opendir($0) }) else {
      throw FileError(folder, .list, errno: errno)
    }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else {
        let code = errno
        guard code == 0 else { throw FileError(folder, .list, errno: code) }
        return names
      }
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
  }

  package func resolve(_ path: String) throws(FileError) -> String {
    try check(path, .read)
    guard let resolved = unsafe path.withCString({ unsafe realpath($0, nil) }) else {
      throw FileError(path, .read, errno: errno)
    }
    defer { unsafe free(resolved) }
    guard let text = unsafe String(validatingCString: resolved) else {
      throw FileError(path, .read, .invalidPath)
    }
    return text
  }

  package func read(
    _ path: String,
    limit: Int,
    followingLinks: Bool
  ) throws(FileError) -> [UInt8] {
    // Not waiting, because opening a pipe would wait for somebody to write to it.
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followingLinks ? 0 : O_NOFOLLOW)
    let file = OpenFile(number: try descriptor(path, flags, .read), path: path)
    defer { _ = systemClose(file.number) }
    let status = try status(of: file)
    guard status.kind == .regular else { throw FileError(path, .read, .notARegularFile) }
    guard status.size <= limit else { throw FileError(path, .read, .tooLarge(limit: limit)) }
    #if canImport(Glibc)
    HeapPages.makeRoom(forFileOf: status.size)
    #endif
    return try read(file, at: 0, count: status.size)
  }

  // MARK: - Open files

  package func open(_ path: String, _ mode: OpenMode) throws(FileError) -> OpenFile {
    let common = O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
    let number =
      switch mode {
      case .append: try descriptor(path, common | O_RDWR | O_APPEND, .write)
      case .appendNew:
        try descriptor(path, common | O_RDWR | O_APPEND | O_CREAT | O_EXCL, .create)
      case .writeNew: try descriptor(path, common | O_WRONLY | O_CREAT | O_EXCL, .create)
      case .lock: try lockDescriptor(path, common)
      }
    return OpenFile(number: number, path: path)
  }

  /// Opens a lock for writing, to say who holds it; only for reading where that is refused, as in a
  /// lock that another person of a group has made: locking asks for no more.
  private func lockDescriptor(_ path: String, _ flags: Int32) throws(FileError) -> Int32 {
    do throws(FileError) {
      return try descriptor(path, flags | O_RDWR | O_CREAT, .lock)
    } catch {
      guard error.reason == .permission,
        let number = try? descriptor(path, flags | O_RDONLY, .lock)
      else { throw error }
      return number
    }
  }

  package func status(of file: OpenFile) throws(FileError) -> FileStatus {
    var buffer = stat()
    guard unsafe fstat(file.number, &buffer) == 0 else {
      throw FileError(file.path, .read, errno: errno)
    }
    return FileStatus(buffer)
  }

  package func read(
    _ file: OpenFile,
    at offset: Int,
    count: Int
  ) throws(FileError) -> [UInt8] {
    guard count > 0 else { return [] }
    var failure: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count, let base = buffer.baseAddress {
        let result = unsafe pread(
          file.number,
          base + filled,
          count - filled,
          off_t(offset + filled)
        )
        if result < 0, errno == EINTR { continue }
        if result < 0 { failure = errno }
        guard result > 0 else { return }
        filled += result
      }
    }
    guard failure == 0 else { throw FileError(file.path, .read, errno: failure) }
    return bytes
  }

  package func write(_ file: OpenFile, _ bytes: ArraySlice<UInt8>) throws(FileError) -> Int {
    let result = unsafe bytes.withUnsafeBytes { buffer in
      unsafe systemWrite(file.number, buffer.baseAddress, buffer.count)
    }
    guard result >= 0 else { throw FileError(file.path, .write, errno: errno) }
    return result
  }

  package func truncate(_ file: OpenFile, to size: Int) throws(FileError) {
    guard ftruncate(file.number, off_t(size)) == 0 else {
      throw FileError(file.path, .write, errno: errno)
    }
  }

  package func synchronize(_ file: OpenFile) throws(FileError) {
    #if canImport(Darwin)
    // Only this asks the disk to empty its own memory; not every file system knows it.
    if fcntl(file.number, F_FULLFSYNC) == 0 { return }
    guard [ENOTSUP, EINVAL, ENOTTY].contains(errno) else {
      throw FileError(file.path, .synchronize, errno: errno)
    }
    let result = fsync(file.number)
    #else
    let result = fdatasync(file.number)
    #endif
    // A file system that cannot confirm anything is used as it is.
    guard result == 0 || [ENOTSUP, EINVAL, ENOSYS].contains(errno) else {
      throw FileError(file.path, .synchronize, errno: errno)
    }
  }

  package func setOwnership(_ file: OpenFile, like status: FileStatus) throws(FileError) {
    let now = try self.status(of: file)
    // The group may be one that this person cannot give; then the permissions still hold.
    if now.group != status.group { _ = fchown(file.number, uid_t.max, gid_t(status.group)) }
    guard fchmod(file.number, mode_t(status.permissions)) == 0 else {
      throw FileError(file.path, .create, errno: errno)
    }
  }

  package func takeLock(_ file: OpenFile) throws(FileError) -> Bool {
    while flock(file.number, LOCK_EX | LOCK_NB) != 0 {
      switch errno {
      case EINTR: continue
      case EWOULDBLOCK: return false
      case ENOLCK, ENOTSUP, EOPNOTSUPP, ENOSYS, EINVAL:
        throw FileError(file.path, .lock, .locksUnsupported)
      default: throw FileError(file.path, .lock, errno: errno)
      }
    }
    return true
  }

  package func close(_ file: OpenFile) throws(FileError) {
    // After EINTR the number is free already; closing again could hit another file.
    guard systemClose(file.number) == 0 || errno == EINTR else {
      throw FileError(file.path, .write, errno: errno)
    }
  }

  // MARK: - Names

  package func rename(_ path: String, to target: String, replacing: Bool) throws(FileError) {
    try check(path, .rename)
    try check(target, .rename)
    if !replacing {
      // A second name is never given over an existing one, at once and by the kernel.
      if unsafe path.withCString({ old in unsafe target.withCString { unsafe link(old, $0) } }) == 0
      {
        return try remove(path)
      }
      let code = errno
      guard [EPERM, ENOTSUP, EOPNOTSUPP, ENOSYS, EMLINK, EACCES].contains(code) else {
        throw FileError(target, .create, errno: code)
      }
      // The file system has no second names: look, then move.
      guard try status(of: target, followingLinks: false) == nil else {
        throw FileError(target, .create, .exists)
      }
    }
    let result = unsafe path.withCString { old in
      unsafe target.withCString { unsafe systemRename(old, $0) }
    }
    guard result == 0 else { throw FileError(target, .rename, errno: errno) }
  }

  package func remove(_ path: String) throws(FileError) {
    try check(path, .remove)
    guard unsafe path.withCString({ unsafe unlink($0) }) == 0 else {
      throw FileError(path, .remove, errno: errno)
    }
  }

  package func createFolder(_ path: String) throws(FileError) {
    try check(path, .create)
    guard unsafe path.withCString({ unsafe mkdir($0, 0o777) }) == 0 else {
      throw FileError(path, .create, errno: errno)
    }
  }

  package func synchronizeFolder(_ path: String) throws(FileError) {
    let number = try descriptor(path, O_RDONLY | O_CLOEXEC | O_DIRECTORY, .synchronize)
    defer { _ = systemClose(number) }
    guard fsync(number) == 0 || [ENOTSUP, EINVAL, ENOSYS].contains(errno) else {
      throw FileError(path, .synchronize, errno: errno)
    }
  }

  // MARK: - The process

  package func withoutSignals<Result>(
    _ body: () throws(FileError) -> Result
  ) throws(FileError) -> Result {
    var blocked = sigset_t()
    var before = sigset_t()
    unsafe sigemptyset(&blocked)
    for signal in [SIGINT, SIGTERM, SIGHUP] { unsafe sigaddset(&blocked, signal) }
    unsafe pthread_sigmask(SIG_BLOCK, &blocked, &before)
    defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
    return try body()
  }

  package func pause(milliseconds: Int) {
    guard milliseconds > 0 else { return }
    usleep(UInt32(clamping: milliseconds) &* 1000)
  }

  /// The name of this computer, or `localhost` if it has none that is UTF-8.
  package static var hostName: String {
    var buffer = [CChar](repeating: 0, count: 256)
    guard unsafe gethostname(&buffer, buffer.count - 1) == 0 else { return "localhost" }
    let bytes = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return String(validating: bytes, as: UTF8.self) ?? "localhost"
  }

  /// The number of the person the process runs for.
  package static var userNumber: Int { Int(getuid()) }

  /// The path of the working directory; `.` if it is not UTF-8, so that no name can be given to it,
  /// and `nil` if it was removed.
  package static var workingDirectory: String? {
    guard let path = unsafe getcwd(nil, 0) else { return nil }
    defer { unsafe free(path) }
    return unsafe String(validatingCString: path) ?? "."
  }

  private func check(_ path: String, _ action: FileError.Action) throws(FileError) {
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw FileError(path, action, .invalidPath)
    }
  }

  private func descriptor(
    _ path: String,
    _ flags: Int32,
    _ action: FileError.Action
  ) throws(FileError) -> Int32 {
    try check(path, action)
    while true {
      let number = unsafe path.withCString { unsafe systemOpen($0, flags, 0o666) }
      if number >= 0 { return number }
      let code = errno
      if code == EINTR { continue }
      throw FileError(path, action, errno: code)
    }
  }
}

// The methods of the same names hide these inside the type.

private func systemOpen(_ path: UnsafePointer<CChar>, _ flags: Int32, _ mode: mode_t) -> Int32 {
  unsafe open(path, flags, mode)
}

private func systemClose(_ number: Int32) -> Int32 { close(number) }

private func systemWrite(_ number: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  unsafe write(number, bytes, count)
}

private func systemRename(_ old: UnsafePointer<CChar>, _ new: UnsafePointer<CChar>) -> Int32 {
  unsafe rename(old, new)
}

extension FileStatus {
  fileprivate init(_ buffer: stat) {
    let kind: Kind =
      switch buffer.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .folder
      case S_IFLNK: .symbolicLink
      default: .other
      }
    self.init(
      kind: kind,
      size: Int(buffer.st_size),
      device: UInt64(truncatingIfNeeded: buffer.st_dev),
      number: UInt64(truncatingIfNeeded: buffer.st_ino),
      permissions: UInt32(buffer.st_mode & 0o7777),
      group: UInt32(buffer.st_gid)
    )
  }
}

extension FileError {
  fileprivate init(_ path: String, _ action: Action, errno code: Int32) {
    let reason: Reason =
      switch code {
      case ENOENT: .notFound
      case EEXIST: .exists
      case EACCES, EPERM: .permission
      case EROFS: .readOnlyFileSystem
      case ELOOP: .symbolicLink
      case ENOTDIR: .notADirectory
      case EISDIR, ENXIO: .notARegularFile
      case ENOSPC, EDQUOT, EFBIG: .noSpace
      case EINTR: .interrupted
      default: .io(code)
      }
    self.init(path, action, reason)
  }
}
