extension Workspace {
  /// The name of the file that marks a workspace and holds its settings.
  package static let marker = "duty.json"

  /// Finds the workspace a command is about.
  ///
  /// The folder that was asked for, else `DUTY_DIR`, is tried itself and with `Data` below it, and
  /// nothing else. Without them every folder from the working directory upwards is tried in the
  /// same way, up to the home folder, the edge of the file system or the root; then the folder of
  /// the user's settings.
  ///
  /// - Parameters:
  ///   - asked: The folder given on the command line.
  ///   - environment: The environment of the process; empty values count as missing.
  ///   - workingDirectory: The working directory, or `nil` if it was removed. Of one that is not
  ///     named by an absolute path the folders above are not known, and not tried.
  ///   - user: The user's settings.
  ///   - files: The file system.
  /// - Returns: The folder, and how it was found.
  /// - Throws: `noWorkspace` with every folder that was looked at, or `file`, also if there is none
  ///   but in a folder that may not be looked into.
  package static func locate(
    asked: String?,
    environment: [String: String],
    workingDirectory: String?,
    user: UserSettings,
    files: any FileSystem
  ) throws(StoreError) -> Location {
    var search = Search(files: files)
    let home = home(environment)
    let named = environment["DUTY_DIR"].flatMap { $0.isEmpty ? nil : $0 }
    if let folder = asked ?? named {
      let path = workingDirectory.map { Path.join($0, folder) } ?? folder
      guard let found = try search.folder(below: path) else { throw search.failure }
      return Location(folder: found, source: asked == nil ? .environment : .option)
    }
    if let workingDirectory {
      let found =
        try workingDirectory.utf8.first == UInt8(ascii: "/")
        ? search.walk(from: Path.normalized(workingDirectory), home: home)
        : search.folder(below: workingDirectory)
      if let found { return Location(folder: found, source: .walk) }
    }
    if let folder = user.folder(home: home), let found = try search.folder(below: folder) {
      return Location(folder: found, source: .userSettings)
    }
    throw search.failure
  }

  /// The workspace that commands typed in a folder use, if there is one.
  ///
  /// - Parameters:
  ///   - folder: The folder, which need not exist.
  ///   - walksUp: Whether the folders above are looked at too, as they are for the working
  ///     directory. Of one that is not named by an absolute path they are not known.
  ///   - environment: The environment of the process, for the home folder.
  ///   - files: The file system.
  /// - Returns: The folder of the workspace, which is the folder itself, its `Data`, or one above.
  /// - Throws: `file`; a folder that may not be looked into is passed by.
  package static func inUse(
    in folder: String,
    walksUp: Bool,
    environment: [String: String],
    files: any FileSystem
  ) throws(StoreError) -> String? {
    var search = Search(files: files)
    return walksUp && folder.utf8.first == UInt8(ascii: "/")
      ? try search.walk(from: Path.normalized(folder), home: home(environment))
      : try search.folder(below: folder)
  }

  /// The home folder, if the environment names one by an absolute path.
  private static func home(_ environment: [String: String]) -> String? {
    environment["HOME"].flatMap { $0.utf8.first == UInt8(ascii: "/") ? $0 : nil }
  }

  /// A search, and the folders it has looked at.
  private struct Search {
    let files: any FileSystem
    private var looked: [String] = []
    /// The first folder that may not be looked into.
    private var denied: String?

    init(files: any FileSystem) {
      self.files = files
    }

    /// Why nothing was found.
    var failure: StoreError {
      denied.map { .file(FileError($0, .read, .permission)) } ?? .noWorkspace(searched: looked)
    }

    /// The folder itself or its `Data`, whichever holds the marker.
    mutating func folder(below path: String) throws(StoreError) -> String? {
      for folder in [path, Path.join(path, "Data")] {
        looked.append(folder)
        if try isMarked(folder) { return folder }
      }
      return nil
    }

    /// The nearest folder that holds the marker, or whose `Data` does.
    mutating func walk(from start: String, home: String?) throws(StoreError) -> String? {
      let home = home.map { Path.normalized($0) }
      var folder = start
      var device: UInt64?
      while true {
        let status = try status(folder, in: Path.folder(of: folder))
        if let device, let status, status.device != device { return nil }
        device = device ?? status?.device
        looked.append(folder)
        if try isMarked(folder) { return folder }
        let data = Path.join(folder, "Data")
        if try isMarked(data) { return data }
        if folder == home || folder == "/" { return nil }
        folder = Path.folder(of: folder)
      }
    }

    private mutating func isMarked(_ folder: String) throws(StoreError) -> Bool {
      try status(Path.join(folder, Workspace.marker), in: folder)?.kind == .regular
    }

    /// What is at a path; a folder that may not be looked into is passed by.
    private mutating func status(
      _ path: String,
      in folder: String
    ) throws(StoreError) -> FileStatus? {
      do throws(FileError) {
        return try files.status(of: path, followingLinks: true)
      } catch {
        switch error.reason {
        case .permission:
          denied = denied ?? folder
          return nil
        case .notADirectory, .symbolicLink: return nil
        default: throw .file(error)
        }
      }
    }
  }
}
