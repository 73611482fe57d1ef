/// Why something could not be done with a file.
package struct FileError: Error, Hashable, Sendable {
  /// What was to be done.
  package enum Action: String, Hashable, Sendable {
    case read
    case list
    case create
    case write
    case synchronize
    case rename
    case remove
    case lock
  }

  /// What stood in the way.
  package enum Reason: Hashable, Sendable {
    case notFound
    /// The file is there already and was not to be overwritten.
    case exists
    case permission
    case readOnlyFileSystem
    case notARegularFile
    case notADirectory
    /// A symbolic link stands where none is followed.
    case symbolicLink
    /// A symbolic link leads out of the workspace.
    case outsideWorkspace
    /// The path holds a character no path may have.
    case invalidPath
    /// The file has more bytes than are read at once.
    case tooLarge(limit: Int)
    /// No space, no quota, or the largest size of a file is reached.
    case noSpace
    /// Another process has held the lock all the time that was waited.
    case busy(holder: LockHolder?, milliseconds: Int)
    /// The file system knows no locks.
    case locksUnsupported
    /// The file is another one than was read before; nothing was written.
    case changedSinceRead
    /// The journal vanished and did not come back, or was replaced again and again.
    case replaced
    /// What was read back is not what was written; it was taken back.
    case mismatch
    /// The bytes were written, but the disk did not confirm them, for this reason.
    indirect case unconfirmed(Reason)
    /// A signal came in between; the call is to be repeated.
    case interrupted
    /// Anything else, as `errno` has it.
    case io(Int32)
  }

  package let path: String
  package let action: Action
  package let reason: Reason

  package init(_ path: String, _ action: Action, _ reason: Reason) {
    self.path = path
    self.action = action
    self.reason = reason
  }
}

/// Who holds a lock, as the lock's file tells it; for information only.
package struct LockHolder: Hashable, Sendable {
  package let process: Int
  /// The writer's name, such as `wang@pc2`.
  package let name: String

  package init(process: Int, name: String) {
    self.process = process
    self.name = name
  }

  /// Reads what a holder has written; `nil` if nothing sensible stands there.
  init?(_ bytes: [UInt8]) {
    let words = bytes.prefix(256).split { $0 <= 0x20 || $0 == 0x7F }
    guard words.count >= 2, let process = Int(String(decoding: words[0], as: UTF8.self)) else {
      return nil
    }
    self.init(process: process, name: String(decoding: words[1], as: UTF8.self))
  }

  var bytes: [UInt8] { Array("\(process) \(name)\n".utf8) }
}
