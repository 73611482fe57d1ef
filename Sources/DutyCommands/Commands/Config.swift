package import CommandLineKit
import DutyReports
import DutyStore
import TerminalText

/// Tells the settings in force and where each comes from.
package struct Config: Command {
  package let output: OutputOptions.Typed

  package static let name = "config"

  package static let declaration = Declaration(
    Message(en: "The settings in force, and where each comes from", zh: "查看生效的设置及其来处"),
    group: .setUp,
    examples: [
      Example("duty config"),
      Example("duty config set dueSoonDays 20"),
      Example(Message(en: "duty config set user.name 王芳", zh: "duty config set user.name 王芳")),
    ],
    discussion: Message(
      en:
        "Settings of the office are in duty.json; those that begin with 'user.' are your own, and the environment wins over them.",
      zh: "单位的设置在 duty.json 里；以'user.'开头的是个人设置，环境变量优先于个人设置。"
    ),
    OutputOptions.parameters,
    as: Config.init
  )

  package func run(in context: Context) throws -> Outcome {
    let output = try output.resolved()
    let user = try UserSettingsFile.read(
      environment: context.surroundings.environment,
      files: context.files
    )
    var entries = try Config.workspaceEntries(in: context)
    for entry in user.entries {
      entries.append(Config.userEntry(entry, user, context.surroundings.environment))
    }
    return Outcome(.report(SettingsList(entries), output.format, isRaw: output.isRaw))
  }

  /// The settings of the workspace; none outside of one.
  private static func workspaceEntries(in context: Context) throws -> [SettingsList.Entry] {
    let location: Workspace.Location
    do {
      location = try context.locate()
    } catch StoreError.noWorkspace {
      return []
    }
    let settings = try Workspace.settings(at: location, files: context.files)
    return settings.entries.map { entry in
      let origin: SettingsList.Origin =
        switch entry.origin {
        case .standard: .standard
        case .file(let place): .workspace(place.path, line: place.line)
        }
      return SettingsList.Entry(entry.name, entry.value.map { SettingsList.Value($0) }, origin)
    }
  }

  private static func userEntry(
    _ entry: SettingEntry,
    _ file: UserSettingsFile,
    _ environment: [String: String]
  ) -> SettingsList.Entry {
    let key = "user.\(entry.name)"
    if let variable = variables[entry.name], let value = environment[variable], !value.isEmpty {
      return SettingsList.Entry(key, .text(value), .environment(variable))
    }
    let origin: SettingsList.Origin =
      switch entry.origin {
      case .standard: .standard
      case .file(let place): .user(file.path ?? place.path, line: place.line)
      }
    return SettingsList.Entry(key, entry.value.map { SettingsList.Value($0) }, origin)
  }

  /// The variables that win over a person's own settings.
  private static let variables = [
    "dir": "DUTY_DIR", "name": "DUTY_USER", "writer": "DUTY_WRITER", "language": "DUTY_LANG",
  ]
}

extension SettingsList.Value {
  fileprivate init(_ value: SettingValue) {
    self =
      switch value {
      case .text(let text): .text(text)
      case .texts(let texts): .texts(texts)
      case .number(let thousandths): .number(thousandths)
      }
  }
}
