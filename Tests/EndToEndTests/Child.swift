import Foundation
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// What a standard stream of a child is connected with.
enum Stream: Sendable {
  case closed
  /// A file, made anew, that keeps what is written.
  case file(String)
  /// Something that is there already, for reading or for writing.
  case existing(String)
  /// What is open here already.
  case descriptor(Int32)
}

/// How a process ended.
enum Ending: Hashable, CustomStringConvertible {
  case exited(Int32)
  case killed(by: Int32)
  /// It did not end in the time it had, and was killed.
  case overdue

  var description: String {
    switch self {
    case .exited(let status): "status \(status)"
    case .killed(let signal): "killed by signal \(signal)"
    case .overdue: "it did not end in time"
    }
  }

  /// Whether the program trapped, which no input may bring about.
  var isCrash: Bool {
    switch self {
    case .exited(let status): [132, 133, 134, 135, 139].contains(status)
    case .killed(let signal): [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGSEGV].contains(signal)
    case .overdue: false
    }
  }

  fileprivate init(waitStatus status: Int32) {
    let signal = status & 0x7F
    self = signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(by: signal)
  }
}

/// A process that was started.
struct Child {
  let process: pid_t

  enum Failure: Error {
    case notStarted(Int32)
  }

  /// Starts a program.
  ///
  /// It gets no descriptor but its standard streams, and the usual effect of each signal.
  ///
  /// - Parameters:
  ///   - path: The program.
  ///   - words: Its arguments, without its own name.
  ///   - environment: All of its environment.
  ///   - folder: Where it runs; `nil` for where the tests run. The shell goes there and becomes
  ///     the program, so that `PWD` is added to the environment.
  ///   - streams: Its standard input, output and error.
  ///   - blocked: The signals that it is started with blocked.
  /// - Throws: ``Failure`` if the system does not start it.
  init(
    _ path: String,
    _ words: [[UInt8]],
    environment: [String: String],
    in folder: String? = nil,
    streams: [Stream],
    blocked: [Int32] = []
  ) throws {
    #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
    var attributes: posix_spawnattr_t?
    #else
    var actions = unsafe posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    #endif
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawnattr_init(&attributes)
    defer {
      unsafe posix_spawn_file_actions_destroy(&actions)
      unsafe posix_spawnattr_destroy(&attributes)
    }
    for (number, stream) in streams.enumerated() {
      let number = Int32(number)
      switch stream {
      case .closed:
        unsafe posix_spawn_file_actions_addclose(&actions, number)
      case .file(let path):
        let flags = O_WRONLY | O_CREAT | O_TRUNC
        unsafe posix_spawn_file_actions_addopen(&actions, number, path, flags, 0o600)
      case .existing(let path):
        let flags = number == 0 ? O_RDONLY : O_WRONLY
        unsafe posix_spawn_file_actions_addopen(&actions, number, path, flags, 0)
      case .descriptor(let descriptor):
        unsafe posix_spawn_file_actions_adddup2(&actions, descriptor, number)
      }
    }
    var mask = sigset_t()
    var all = sigset_t()
    unsafe sigemptyset(&mask)
    for signal in blocked { unsafe sigaddset(&mask, signal) }
    unsafe sigfillset(&all)
    unsafe posix_spawnattr_setsigmask(&attributes, &mask)
    unsafe posix_spawnattr_setsigdefault(&attributes, &all)
    let flags = Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF)
    unsafe posix_spawnattr_setflags(&attributes, flags)

    let name = Array(path.utf8)
    let path = folder == nil ? path : "/bin/sh"
    let start = folder.map {
      ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", $0].map { Array($0.utf8) }
    }
    let arguments = CStrings((start ?? []) + [name] + words)
    let variables = CStrings(environment.map { Array("\($0)=\($1)".utf8) })
    var process: pid_t = 0
    let result = unsafe posix_spawn(
      &process,
      path,
      &actions,
      &attributes,
      arguments.pointers,
      variables.pointers
    )
    guard result == 0 else { throw Failure.notStarted(result) }
    self.process = process
  }

  func send(_ signal: Int32) {
    kill(process, signal)
  }

  /// Waits for the end.
  ///
  /// - Parameter seconds: How long; after that the process is killed.
  /// - Returns: How it ended.
  func wait(seconds: Double = 60) -> Ending {
    let end = Date().addingTimeInterval(seconds)
    var status: Int32 = 0
    while true {
      let result = unsafe waitpid(process, &status, WNOHANG)
      if result == process { return Ending(waitStatus: status) }
      if result < 0, errno != EINTR { return .overdue }
      if Date() > end {
        send(SIGKILL)
        _ = unsafe waitpid(process, &status, 0)
        return .overdue
      }
      usleep(500)
    }
  }
}

/// Texts as C takes them: each ends with a zero, and all of them with a null pointer.
@safe private final class CStrings {
  let pointers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  private let count: Int

  init(_ texts: [[UInt8]]) {
    count = texts.count
    unsafe pointers = .allocate(capacity: count + 1)
    for (number, text) in texts.enumerated() {
      let copy = UnsafeMutablePointer<CChar>.allocate(capacity: text.count + 1)
      for (place, byte) in text.enumerated() { unsafe copy[place] = CChar(bitPattern: byte) }
      unsafe copy[text.count] = 0
      unsafe (pointers + number).initialize(to: copy)
    }
    unsafe (pointers + count).initialize(to: nil)
  }

  deinit {
    for number in 0..<count { unsafe pointers[number]?.deallocate() }
    unsafe pointers.deallocate()
  }
}
