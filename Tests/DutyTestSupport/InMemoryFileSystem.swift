package import DutyStore
internal import Synchronization

/// Files that live in memory: the twin of the real ones, which can be made to fail anywhere.
package final class InMemoryFileSystem: FileSystem {
  /// The steps that can fail.
  package enum Step: String, CaseIterable, Sendable {
    case status, names, resolve, read, open, statusOfOpen, readOpen, write, truncate, synchronize
    case setOwnership, takeLock, close, rename, remove, createFolder, synchronizeFolder
  }

  /// A step that fails.
  package struct Fault: Sendable {
    /// Which step, counted from 1 over all of them.
    package var step: Int
    package var reason: FileError.Reason
    /// Whether every later step fails too, as after a crash.
    package var isPermanent: Bool
    /// How many bytes a failing write still writes.
    package var writtenBytes: Int

    package init(
      step: Int,
      reason: FileError.Reason = .io(5),
      isPermanent: Bool = false,
      writtenBytes: Int = 0
    ) {
      self.step = step
      self.reason = reason
      self.isPermanent = isPermanent
      self.writtenBytes = writtenBytes
    }
  }

  fileprivate struct Node: Sendable {
    var kind: FileStatus.Kind
    var bytes: [UInt8] = []
    /// The bytes that a loss of power would leave.
    var synchronized: [UInt8] = []
    var target = ""
    var device: UInt64 = 1
    var permissions: UInt32 = 0o644
    var group: UInt32 = 100
    var isLocked = false
  }

  fileprivate struct Handle: Sendable {
    var node: UInt64
    var mode: OpenMode
    var holdsLock = false
    var offset = 0
  }

  fileprivate struct State: Sendable {
    var names: [String: UInt64] = ["/": 1]
    var nodes: [UInt64: Node] = [1: Node(kind: .folder)]
    var lastNode: UInt64 = 1
    var handles: [Int32: Handle] = [:]
    var lastHandle: Int32 = 2
    var steps: [(Step, String)] = []
    var fault: Fault?
    var longestWrite = Int.max
    var interruptsWrites = false
    var wasInterrupted = false
    var liesAboutWrites = false
    var hidden: Set<String> = []
    var pauses = 0
  }

  private let state = Mutex(State())
  private let hook = Mutex<(@Sendable (Step, String) -> Void)?>(nil)

  package init(_ files: [String: String] = [:]) {
    for (path, text) in files { put(path, text) }
  }

  package var processNumber: Int { 4711 }

  // MARK: - For tests

  /// The fault that comes; set it to start counting anew.
  package var fault: Fault? {
    get { state.withLock { $0.fault } }
    set {
      state.withLock {
        $0.fault = newValue
        $0.steps = []
      }
    }
  }

  /// The steps since the fault was set, with their paths.
  package var steps: [(step: Step, path: String)] {
    state.withLock { $0.steps.map { (step: $0.0, path: $0.1) } }
  }

  /// The longest write that is done at once.
  package var longestWrite: Int {
    get { state.withLock { $0.longestWrite } }
    set { state.withLock { $0.longestWrite = newValue } }
  }

  /// Whether every other write is interrupted before it writes anything.
  package var interruptsWrites: Bool {
    get { state.withLock { $0.interruptsWrites } }
    set { state.withLock { $0.interruptsWrites = newValue } }
  }

  /// Whether writes claim more than they do.
  package var liesAboutWrites: Bool {
    get { state.withLock { $0.liesAboutWrites } }
    set { state.withLock { $0.liesAboutWrites = newValue } }
  }

  /// How many pauses there were.
  package var pauses: Int { state.withLock { $0.pauses } }

  /// Does something before each step, as another process might.
  package func beforeEachStep(_ body: (@Sendable (Step, String) -> Void)?) {
    hook.withLock { $0 = body }
  }

  /// The text of a file, or `nil` if there is none.
  package func text(_ path: String) -> String? {
    bytes(path).map { String(decoding: $0, as: UTF8.self) }
  }

  package func bytes(_ path: String) -> [UInt8]? {
    state.withLock { state in
      guard let number = state.names[path], let node = state.nodes[number], node.kind == .regular
      else { return nil }
      return node.bytes
    }
  }

  /// Every path there is, sorted.
  package var paths: [String] { state.withLock { $0.names.keys.sorted() } }

  /// Makes a file, and the folders it is in; an existing one gets a new number.
  package func put(_ path: String, _ text: String) { put(path, bytes: Array(text.utf8)) }

  package func put(_ path: String, bytes: [UInt8], permissions: UInt32 = 0o644) {
    var node = Node(kind: .regular, bytes: bytes, synchronized: bytes)
    node.permissions = permissions
    put(path, node)
  }

  package func putFolder(_ path: String, device: UInt64 = 1) {
    put(path, Node(kind: .folder, device: device))
  }

  package func putLink(_ path: String, to target: String) {
    put(path, Node(kind: .symbolicLink, target: target))
  }

  /// Makes something that is neither file nor folder, such as a pipe.
  package func putPipe(_ path: String) { put(path, Node(kind: .other)) }

  /// Takes a file away as another process would.
  package func take(_ path: String) { state.withLock { $0.names[path] = nil } }

  /// The files as a loss of power leaves them.
  ///
  /// - Parameter surviving: Given the bytes on the disk and those in memory, what is left.
  /// - Returns: A copy without locks and faults.
  package func afterLossOfPower(
    _ surviving: ([UInt8], [UInt8]) -> [UInt8]
  ) -> InMemoryFileSystem {
    let result = InMemoryFileSystem()
    let copy = state.withLock { $0 }
    result.state.withLock { state in
      state.names = copy.names
      state.lastNode = copy.lastNode
      for (number, node) in copy.nodes {
        var node = node
        node.isLocked = false
        node.bytes = surviving(node.synchronized, node.bytes)
        node.synchronized = node.bytes
        state.nodes[number] = node
      }
    }
    return result
  }

  /// The files as the end of this process leaves them: all bytes, no locks, no faults.
  package func afterCrash() -> InMemoryFileSystem { afterLossOfPower { $1 } }

  private func put(_ path: String, _ node: Node) {
    state.withLock { state in
      var folder = Path.folder(of: path)
      while state.names[folder] == nil {
        state.lastNode += 1
        state.names[folder] = state.lastNode
        state.nodes[state.lastNode] = Node(kind: .folder, device: node.device)
        folder = Path.folder(of: folder)
      }
      state.lastNode += 1
      state.names[path] = state.lastNode
      state.nodes[state.lastNode] = node
    }
  }

  // MARK: - Steps

  private func step(
    _ step: Step,
    _ path: String,
    _ action: FileError.Action
  ) throws(FileError) {
    hook.withLock { $0 }?(step, path)
    let reason = state.withLock { state -> FileError.Reason? in
      state.steps.append((step, path))
      guard let fault = state.fault else { return nil }
      let count = state.steps.count
      return count == fault.step || fault.isPermanent && count > fault.step ? fault.reason : nil
    }
    if let reason { throw FileError(path, action, reason) }
  }

  /// Runs a step on the state; `nil` from the closure stands for a reason to fail.
  private func run<Value>(
    _ path: String,
    _ action: FileError.Action,
    _ body: (inout State) -> Result<Value, Failure>
  ) throws(FileError) -> Value where Value: Sendable {
    switch state.withLock({ body(&$0) }) {
    case .success(let value): return value
    case .failure(let failure): throw FileError(path, action, failure.reason)
    }
  }

  private struct Failure: Error {
    let reason: FileError.Reason
  }

  package func status(of path: String, followingLinks: Bool) throws(FileError) -> FileStatus? {
    try step(.status, path, .read)
    return state.withLock { state in
      guard let path = state.path(path, followingLinks: followingLinks),
        let number = state.names[path]
      else { return nil }
      return state.status(number)
    }
  }

  package func names(in folder: String) throws(FileError) -> [String] {
    try step(.names, folder, .list)
    return try run(folder, .list) { state in
      guard let path = state.path(folder, followingLinks: true), let node = state.node(path) else {
        return .failure(Failure(reason: .notFound))
      }
      guard node.kind == .folder else { return .failure(Failure(reason: .notADirectory)) }
      let prefix = path == "/" ? "/" : path + "/"
      // Any order is allowed; this one is not sorted.
      return .success(
        state.names.keys
          .filter { $0.hasPrefix(prefix) && $0 != path }
          .map { String($0.dropFirst(prefix.count)) }
          .filter { !$0.isEmpty && !$0.contains("/") }
          .sorted(by: >)
      )
    }
  }

  package func resolve(_ path: String) throws(FileError) -> String {
    try step(.resolve, path, .read)
    return try run(path, .read) { state in
      guard let resolved = state.path(path, followingLinks: true), state.names[resolved] != nil
      else { return .failure(Failure(reason: .notFound)) }
      return .success(resolved)
    }
  }

  package func read(
    _ path: String,
    limit: Int,
    followingLinks: Bool
  ) throws(FileError) -> [UInt8] {
    try step(.read, path, .read)
    return try run(path, .read) { state in
      guard let found = state.path(path, followingLinks: followingLinks),
        let node = state.node(found)
      else { return .failure(Failure(reason: .notFound)) }
      switch node.kind {
      case .symbolicLink: return .failure(Failure(reason: .symbolicLink))
      case .folder, .other: return .failure(Failure(reason: .notARegularFile))
      case .regular: break
      }
      guard node.bytes.count <= limit else {
        return .failure(Failure(reason: .tooLarge(limit: limit)))
      }
      return .success(node.bytes)
    }
  }

  package func open(_ path: String, _ mode: OpenMode) throws(FileError) -> OpenFile {
    try step(.open, path, mode == .lock ? .lock : .write)
    return try run(path, mode == .lock ? .lock : .write) { state in
      let found = state.path(path, followingLinks: false) ?? path
      if let number = state.names[found], let node = state.nodes[number] {
        guard mode == .append || mode == .lock else { return .failure(Failure(reason: .exists)) }
        guard node.kind != .symbolicLink else { return .failure(Failure(reason: .symbolicLink)) }
        guard node.kind != .folder else { return .failure(Failure(reason: .notARegularFile)) }
        return .success(state.open(number, mode, path))
      }
      guard mode != .append else { return .failure(Failure(reason: .notFound)) }
      guard state.node(Path.folder(of: found))?.kind == .folder else {
        return .failure(Failure(reason: .notFound))
      }
      state.lastNode += 1
      state.names[found] = state.lastNode
      state.nodes[state.lastNode] = Node(kind: .regular)
      return .success(state.open(state.lastNode, mode, path))
    }
  }

  package func status(of file: OpenFile) throws(FileError) -> FileStatus {
    try step(.statusOfOpen, file.path, .read)
    return try run(file.path, .read) { state in
      guard let handle = state.handles[file.number], let status = state.status(handle.node) else {
        return .failure(Failure(reason: .io(9)))
      }
      return .success(status)
    }
  }

  package func read(
    _ file: OpenFile,
    at offset: Int,
    count: Int
  ) throws(FileError) -> [UInt8] {
    try step(.readOpen, file.path, .read)
    return try run(file.path, .read) { state in
      guard let handle = state.handles[file.number], let node = state.nodes[handle.node] else {
        return .failure(Failure(reason: .io(9)))
      }
      return .success(Array(node.bytes.dropFirst(offset).prefix(count)))
    }
  }

  package func write(_ file: OpenFile, _ bytes: ArraySlice<UInt8>) throws(FileError) -> Int {
    do throws(FileError) {
      try step(.write, file.path, .write)
    } catch {
      state.withLock { state in
        guard let fault = state.fault, state.steps.count == fault.step else { return }
        state.append(bytes.prefix(fault.writtenBytes), to: file)
      }
      throw error
    }
    return try run(file.path, .write) { state in
      guard state.handles[file.number] != nil else { return .failure(Failure(reason: .io(9))) }
      if state.interruptsWrites {
        state.wasInterrupted.toggle()
        if state.wasInterrupted { return .failure(Failure(reason: .interrupted)) }
      }
      let part = bytes.prefix(state.longestWrite)
      state.append(state.liesAboutWrites ? part.dropLast() : part, to: file)
      return .success(part.count)
    }
  }

  package func truncate(_ file: OpenFile, to size: Int) throws(FileError) {
    try step(.truncate, file.path, .write)
    state.withLock { state in
      guard let handle = state.handles[file.number] else { return }
      let bytes = state.nodes[handle.node]?.bytes ?? []
      state.nodes[handle.node]?.bytes =
        Array(bytes.prefix(size)) + Array(repeating: 0, count: max(0, size - bytes.count))
    }
  }

  package func synchronize(_ file: OpenFile) throws(FileError) {
    try step(.synchronize, file.path, .synchronize)
    state.withLock { state in
      guard let handle = state.handles[file.number], let node = state.nodes[handle.node] else {
        return
      }
      state.nodes[handle.node]?.synchronized = node.bytes
    }
  }

  package func setOwnership(_ file: OpenFile, like status: FileStatus) throws(FileError) {
    try step(.setOwnership, file.path, .create)
    state.withLock { state in
      guard let handle = state.handles[file.number] else { return }
      state.nodes[handle.node]?.permissions = status.permissions
      state.nodes[handle.node]?.group = status.group
    }
  }

  package func takeLock(_ file: OpenFile) throws(FileError) -> Bool {
    try step(.takeLock, file.path, .lock)
    return state.withLock { state in
      guard let handle = state.handles[file.number], let node = state.nodes[handle.node],
        !node.isLocked
      else { return false }
      state.nodes[handle.node]?.isLocked = true
      state.handles[file.number]?.holdsLock = true
      return true
    }
  }

  package func close(_ file: OpenFile) throws(FileError) {
    // Even a close that fails gives the number and the lock back.
    state.withLock { state in
      guard let handle = state.handles.removeValue(forKey: file.number), handle.holdsLock else {
        return
      }
      state.nodes[handle.node]?.isLocked = false
    }
    try step(.close, file.path, .write)
  }

  package func rename(_ path: String, to target: String, replacing: Bool) throws(FileError) {
    try step(.rename, target, .rename)
    try run(target, .rename) { state -> Result<Void, Failure> in
      let to = state.path(target, followingLinks: false) ?? target
      guard let from = state.path(path, followingLinks: false), let number = state.names[from]
      else { return .failure(Failure(reason: .notFound)) }
      if !replacing, state.names[to] != nil { return .failure(Failure(reason: .exists)) }
      state.names[from] = nil
      state.names[to] = number
      return .success(())
    }
  }

  package func remove(_ path: String) throws(FileError) {
    try step(.remove, path, .remove)
    try run(path, .remove) { state -> Result<Void, Failure> in
      guard let found = state.path(path, followingLinks: false), state.names[found] != nil else {
        return .failure(Failure(reason: .notFound))
      }
      state.names[found] = nil
      return .success(())
    }
  }

  package func createFolder(_ path: String) throws(FileError) {
    try step(.createFolder, path, .create)
    try run(path, .create) { state -> Result<Void, Failure> in
      let found = state.path(path, followingLinks: false) ?? path
      guard state.names[found] == nil else { return .failure(Failure(reason: .exists)) }
      guard state.node(Path.folder(of: found))?.kind == .folder else {
        return .failure(Failure(reason: .notFound))
      }
      state.lastNode += 1
      state.names[found] = state.lastNode
      state.nodes[state.lastNode] = Node(kind: .folder)
      return .success(())
    }
  }

  package func synchronizeFolder(_ path: String) throws(FileError) {
    try step(.synchronizeFolder, path, .synchronize)
  }

  package func withoutSignals<Result>(
    _ body: () throws(FileError) -> Result
  ) throws(FileError) -> Result {
    try body()
  }

  package func pause(milliseconds: Int) {
    state.withLock { $0.pauses += 1 }
  }
}

extension InMemoryFileSystem.State {
  /// The path without links; `nil` if a folder on the way is missing.
  fileprivate func path(_ path: String, followingLinks: Bool) -> String? {
    var result = "/"
    var rest = path.split(separator: "/").map(String.init)
    var links = 0
    while !rest.isEmpty {
      let part = rest.removeFirst()
      if part == "." { continue }
      if part == ".." {
        result = Path.folder(of: result)
        continue
      }
      let next = Path.join(result, part)
      guard let node = node(next) else {
        return rest.isEmpty ? next : nil
      }
      if node.kind == .symbolicLink, followingLinks || !rest.isEmpty {
        links += 1
        guard links < 20 else { return nil }
        if node.target.hasPrefix("/") { result = "/" }
        rest = node.target.split(separator: "/").map(String.init) + rest
      } else {
        result = next
      }
    }
    return result
  }

  fileprivate func node(_ path: String) -> InMemoryFileSystem.Node? {
    names[path].flatMap { nodes[$0] }
  }

  fileprivate func status(_ number: UInt64) -> FileStatus? {
    nodes[number].map {
      FileStatus(
        kind: $0.kind,
        size: $0.bytes.count,
        device: $0.device,
        number: number,
        permissions: $0.permissions,
        group: $0.group
      )
    }
  }

  fileprivate mutating func open(_ node: UInt64, _ mode: OpenMode, _ path: String) -> OpenFile {
    lastHandle += 1
    handles[lastHandle] = InMemoryFileSystem.Handle(node: node, mode: mode)
    return OpenFile(number: lastHandle, path: path)
  }

  fileprivate mutating func append(_ bytes: ArraySlice<UInt8>, to file: OpenFile) {
    guard var handle = handles[file.number] else { return }
    if handle.mode == .lock {
      var content = nodes[handle.node]?.bytes ?? []
      content = Array(content.prefix(handle.offset)) + Array(bytes)
      nodes[handle.node]?.bytes = content
      handle.offset += bytes.count
      handles[file.number] = handle
    } else {
      nodes[handle.node]?.bytes += bytes
    }
  }
}
