internal import DutyModel
internal import StrictJSON

/// `duty.json`: what it says, where it says it, and what is doubtful in it.
package struct SettingsFile: Sendable {
  package let settings: Settings
  /// Every key with its value and its origin, in the order of the format.
  package let entries: [SettingEntry]
  /// Keys that are not known.
  package let warnings: [Problem]

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
    settings = Settings(reader.values)
    entries = reader.entries(defaults: SettingsFile.defaults)
    warnings = reader.problems
    self.bytes = bytes
  }

  private static let defaults: [String: SettingValue] = {
    let settings = Settings()
    var values: [String: SettingValue] = [
      "language": .text(settings.language),
      "dueSoonDays": .number(settings.dueSoonDays * 1000),
      "silentDays": .number(settings.silentDays * 1000),
      "carryUntil": .text("03-31"),
      "backdateDays": .number(settings.backdateDays * 1000),
      "report.scoring.late": .number(settings.report.late),
      "report.scoring.step": .number(settings.report.step),
      "report.flowUnits": .texts(settings.report.flowUnits),
    ]
    for (color, states) in settings.colors { values["colors.\(color)"] = .texts(states) }
    return values
  }()
}

/// A setting with its value and where it comes from.
package struct SettingEntry: Hashable, Sendable {
  package enum Origin: Hashable, Sendable {
    case standard
    case file(FilePlace)
  }

  package let name: String
  /// The value, or `nil` if there is none.
  package let value: SettingValue?
  package let origin: Origin
}

/// A person's own settings: what they say, and where.
package struct UserSettingsFile: Sendable {
  package let settings: UserSettings
  package let entries: [SettingEntry]
  package let warnings: [Problem]
  /// The path of the file, whether it is there or not; `nil` if there is no place for it.
  package let path: String?

  let bytes: [UInt8]

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
    guard let path else { return try UserSettingsFile([], path: nil) }
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try files.read(path, limit: SettingsFile.longest, followingLinks: true)
    } catch {
      switch error.reason {
      case .notFound, .notADirectory: return try UserSettingsFile([], path: path)
      case .permission where !isThere(path, files): return try UserSettingsFile([], path: path)
      default: throw error.ofSettings(path)
      }
    }
    return try UserSettingsFile(bytes, path: path)
  }

  /// Whether a file can be seen, if not read: settings that somebody wrote are not passed over.
  private static func isThere(_ path: String, _ files: any FileSystem) -> Bool {
    (try? files.status(of: path, followingLinks: true)) != nil
  }

  /// Reads the bytes of a person's settings; no bytes at all stand for no file.
  package init(_ bytes: [UInt8], path: String?) throws(StoreError) {
    var reader = SettingsReader(
      format: UserSettingsFile.formatName,
      keys: SettingKey.user,
      path: path ?? ""
    )
    if !bytes.isEmpty { try reader.read(bytes) }
    settings = UserSettings(reader.values)
    entries = reader.entries(defaults: [:])
    warnings = reader.problems
    self.bytes = bytes
    self.path = path
  }
}

extension Settings {
  init(_ values: [String: SettingValue]) {
    self.init()
    func text(_ name: String) -> String? {
      if case .text(let text) = values[name] { text } else { nil }
    }
    func number(_ name: String) -> Int? {
      if case .number(let number) = values[name] { number } else { nil }
    }
    organization = text("organization")
    language = text("language") ?? language
    dueSoonDays = number("dueSoonDays").map { $0 / 1000 } ?? dueSoonDays
    silentDays = number("silentDays").map { $0 / 1000 } ?? silentDays
    backdateDays = number("backdateDays").map { $0 / 1000 } ?? backdateDays
    carryUntil = text("carryUntil").flatMap { YearPoint(date: $0) } ?? carryUntil
    report.addressee = text("report.addressee")
    report.signature = text("report.signature")
    report.opening = text("report.opening")
    report.closing = text("report.closing")
    report.short = text("report.short")
    report.late = number("report.scoring.late") ?? report.late
    report.step = number("report.scoring.step") ?? report.step
    if case .texts(let units) = values["report.flowUnits"] { report.flowUnits = units }
    // Colours that are given replace those that are not, all of them.
    if values.keys.contains(where: { $0.hasPrefix("colors.") }) { colors = [:] }
    for (name, value) in values {
      switch value {
      case .texts(let states) where name.hasPrefix("colors."):
        colors[String(name.dropFirst(7))] = states
      case .text(let pattern) where name.hasPrefix("report.titles."):
        report.titles[String(name.dropFirst(14))] = pattern
      default: break
      }
    }
  }
}

extension UserSettings {
  init(_ values: [String: SettingValue]) {
    func text(_ name: String) -> String? {
      if case .text(let text) = values[name] { text } else { nil }
    }
    self.init()
    dir = text("dir")
    name = text("name")
    writer = text("writer")
    language = text("language")
    color = text("color")
  }
}

extension YearPoint {
  /// Reads `MM-DD`: a day that at least leap years have.
  init?(date: String) {
    let bytes = Array(date.utf8)
    guard bytes.count == 5, bytes[2] == UInt8(ascii: "-"),
      let month = twoDigits(bytes.span, 0), let day = twoDigits(bytes.span, 3),
      Day(year: 2000, month: month, day: day) != nil
    else { return nil }
    self = .day(month: month, day: day)
  }
}

extension FileError {
  /// What it means that a file of settings cannot be read: one that is too large is wrong itself.
  fileprivate func ofSettings(_ shown: String) -> StoreError {
    guard case .tooLarge = reason else { return .file(self) }
    let place = FilePlace(path: shown)
    return .badSettings([Problem(.unreadableFile, at: place, values: ["reason": reason.word])])
  }
}
