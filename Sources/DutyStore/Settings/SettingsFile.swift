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

extension SettingEntry {
  /// The entries of a file.
  ///
  /// - Parameters:
  ///   - keys: The keys of its format, in their order.
  ///   - defaults: The values of those that are not given.
  ///   - given: What it gives.
  ///   - bytes: Its bytes.
  ///   - path: Its path for people.
  /// - Returns: Every key once; those that stand for any name with each name that has a value.
  fileprivate static func all(
    of keys: [SettingKey],
    _ defaults: [String: SettingValue],
    _ given: [GivenSetting],
    in bytes: [UInt8],
    of path: String
  ) -> [SettingEntry] {
    func entry(_ name: String) -> SettingEntry {
      guard let setting = given.last(where: { $0.name == name }) else {
        return SettingEntry(name: name, value: defaults[name], origin: .standard)
      }
      let place = FilePlace(path: path, offset: setting.offset, in: bytes.span)
      return SettingEntry(name: name, value: setting.value, origin: .file(place))
    }
    var result: [SettingEntry] = []
    for key in keys {
      guard key.name.hasSuffix("*") else {
        result.append(entry(key.name))
        continue
      }
      let prefix = key.name.dropLast()
      var names = Set(given.map(\.name).filter { $0.hasPrefix(prefix) })
      // Colours that are given replace those that are not, all of them.
      if prefix != "colors." || names.isEmpty {
        names.formUnion(defaults.keys.filter { $0.hasPrefix(prefix) })
      }
      for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
        result.append(entry(name))
      }
    }
    return result
  }
}

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

// MARK: - Values

extension Settings {
  /// What is given, each by the kind of value that its key takes.
  init(_ given: [GivenSetting]) {
    self.init()
    for setting in given {
      switch setting.value {
      case .text(let text): set(setting.name, to: text)
      case .number(let thousandths): set(setting.name, to: thousandths)
      case .texts(let texts): set(setting.name, to: texts)
      }
    }
  }

  private mutating func set(_ name: String, to text: String) {
    switch name {
    case "organization": organization = text
    case "language": language = text
    case "carryUntil": carryUntil = YearPoint(date: text) ?? carryUntil
    case "report.addressee": report.addressee = text
    case "report.signature": report.signature = text
    case "report.opening": report.opening = text
    case "report.closing": report.closing = text
    case "report.short": report.short = text
    default:
      if name.hasPrefix("report.titles.") { report.titles[String(name.dropFirst(14))] = text }
    }
  }

  private mutating func set(_ name: String, to thousandths: Int) {
    switch name {
    case "dueSoonDays": dueSoonDays = thousandths / 1000
    case "silentDays": silentDays = thousandths / 1000
    case "backdateDays": backdateDays = thousandths / 1000
    case "report.scoring.late": report.late = thousandths
    case "report.scoring.step": report.step = thousandths
    default: break
    }
  }

  private mutating func set(_ name: String, to texts: [String]) {
    if name == "report.flowUnits" { report.flowUnits = texts }
    if name.hasPrefix("colors.") { colors[String(name.dropFirst(7))] = texts }
  }
}

extension UserSettings {
  init(_ given: [GivenSetting]) {
    self.init()
    for setting in given {
      guard case .text(let text) = setting.value else { continue }
      switch setting.name {
      case "dir": dir = text
      case "name": name = text
      case "writer": writer = text
      case "language": language = text
      case "color": color = text
      default: break
      }
    }
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
