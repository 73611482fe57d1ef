internal import DutyModel
internal import StrictJSON

/// `duty.json`: what it says, where it says it, and what is doubtful in it.
package struct SettingsFile: Sendable {
  package let settings: Settings
  /// Keys that are not known.
  package let warnings: [Problem]

  /// What the file gives, in its order.
  private let given: [GivenSetting]
  /// The path for people.
  private let path: String
  /// The file's bytes; empty if it is missing.
  let bytes: [UInt8]

  static let formatName = "duty.settings"
  /// The longest file of settings that is read, in bytes.
  static let longest = 1 << 20

  /// Reads the settings of a workspace.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - shown: The path for people.
  ///   - files: The file system.
  /// - Returns: What the file says.
  /// - Throws: `badSettings`, or `file`.
  static func read(
    _ path: String,
    shown: String,
    files: any FileSystem
  ) throws(StoreError) -> SettingsFile {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try files.read(path, limit: longest, followingLinks: true)
    } catch {
      throw error.ofSettings(shown)
    }
    return try SettingsFile(bytes, path: shown)
  }

  /// Reads the bytes of `duty.json`.
  package init(_ bytes: [UInt8], path: String) throws(StoreError) {
    var reader = SettingsReader(
      format: SettingsFile.formatName,
      keys: SettingKey.workspace,
      path: path
    )
    try reader.read(bytes)
    given = reader.given
    settings = Settings(given)
    warnings = reader.problems
    self.path = path
    self.bytes = bytes
  }

  /// Every key with its value and its origin, in the order of the format.
  package var entries: [SettingEntry] {
    SettingEntry.all(of: SettingKey.workspace, SettingsFile.defaults, given, in: bytes, of: path)
  }

  private static var defaults: [String: SettingValue] {
    let settings = Settings()
    return [
      "language": .text(settings.language),
      "dueSoonDays": .number(settings.dueSoonDays * 1000),
      "silentDays": .number(settings.silentDays * 1000),
      "carryUntil": .text("03-31"),
      "backdateDays": .number(settings.backdateDays * 1000),
      "colors.red": .texts(["overdue"]),
      "colors.yellow": .texts(["due-soon"]),
      "report.scoring.late": .number(settings.report.late),
      "report.scoring.step": .number(settings.report.step),
      "report.flowUnits": .texts(settings.report.flowUnits),
    ]
  }
}

extension FileError {
  /// What it means that a file of settings cannot be read: one that is too large is wrong itself.
  func ofSettings(_ shown: String) -> StoreError {
    guard case .tooLarge = reason else { return .file(self) }
    let place = FilePlace(path: shown)
    return .badSettings([Problem(.unreadableFile, at: place, values: ["reason": reason.word])])
  }
}
