internal import DutyModel
internal import StrictJSON

/// A person's own settings: what they say, and where.
package struct UserSettingsFile: Sendable {
  package let settings: UserSettings
  package let warnings: [Problem]
  /// The path of the file, whether it is there or not; `nil` if there is no place for it.
  package let path: String?

  /// What the file gives, in its order.
  private let given: [GivenSetting]

  let bytes: [UInt8]
  /// Whether the file is there; one may be there and be empty.
  let isThere: Bool

  static let formatName = "duty.user"

  /// Where a person's settings are.
  ///
  /// It is `duty/config.json` in `XDG_CONFIG_HOME`, or in `.config` of the home folder, and `nil`
  /// without either. A relative `XDG_CONFIG_HOME` is ignored.
  package static func path(environment: [String: String]) -> String? {
    func absolute(_ name: String) -> String? {
      environment[name].flatMap { $0.utf8.first == UInt8(ascii: "/") ? $0 : nil }
    }
    if let folder = absolute("XDG_CONFIG_HOME") { return Path.join(folder, "duty/config.json") }
    return absolute("HOME").map { Path.join($0, ".config/duty/config.json") }
  }

  /// Reads a person's settings; those of a file that is missing, or in a folder that is out of
  /// reach, are all unset.
  package static func read(
    environment: [String: String],
    files: any FileSystem
  ) throws(StoreError) -> UserSettingsFile {
    let path = path(environment: environment)
    guard let path else { return try UserSettingsFile(nil, path: nil) }
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try files.read(path, limit: SettingsFile.longest, followingLinks: true)
    } catch {
      switch error.reason {
      case .notFound, .notADirectory: return try UserSettingsFile(nil, path: path)
      case .permission where !isThere(path, files): return try UserSettingsFile(nil, path: path)
      default: throw error.ofSettings(path)
      }
    }
    return try UserSettingsFile(bytes, path: path)
  }

  /// Whether a file can be seen, if not read: settings that somebody wrote are not passed over.
  private static func isThere(_ path: String, _ files: any FileSystem) -> Bool {
    (try? files.status(of: path, followingLinks: true)) != nil
  }

  /// Reads the bytes of a person's settings, `nil` if there is no file; one that is empty sets
  /// nothing.
  package init(_ found: [UInt8]?, path: String?) throws(StoreError) {
    self.path = path
    let bytes = found ?? []
    self.bytes = bytes
    isThere = found != nil
    guard !bytes.isEmpty else {
      (settings, warnings, given) = (UserSettings(), [], [])
      return
    }
    var reader = SettingsReader(
      format: UserSettingsFile.formatName,
      keys: SettingKey.user,
      path: path ?? ""
    )
    try reader.read(bytes)
    given = reader.given
    settings = UserSettings(given)
    warnings = reader.problems
  }

  /// Every key with its value and its origin, in the order of the format.
  package var entries: [SettingEntry] {
    SettingEntry.all(of: SettingKey.user, [:], given, in: bytes, of: path ?? "")
  }
}
