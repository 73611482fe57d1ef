package import CommandLineKit
import DutyStore
import StrictJSON
import TerminalText

/// Changes one setting.
package struct ConfigSet: Command {
  package let key: String
  package let value: String?
  package let isUser: Bool
  package let isUnset: Bool
  let options: WritingOptions

  package static let name = "config set"

  package static let declaration = Declaration(
    Message(en: "Change one setting", zh: "改一项设置"),
    group: .setUp,
    examples: [
      Example("duty config set dueSoonDays 20"),
      Example("duty config set report.flowUnits 人次,次,场"),
      Example("duty config set --user name 王芳"),
    ],
    discussion: Message(
      en:
        "The rest of the file stays as it is, byte for byte. A list is typed with commas between.",
      zh: "文件的其余部分一字不动。列表用逗号隔开。"
    ),
    Argument<String>(
      Message(en: "key", zh: "设置名"),
      help: Message(
        en: "The name, such as dueSoonDays, report.addressee or user.name",
        zh: "设置名，如 dueSoonDays、report.addressee、user.name"
      ),
      completion: .source("settings")
    ),
    OptionalArgument<String>(
      Message(en: "value", zh: "值"),
      help: Message(en: "The new value", zh: "新的值")
    ),
    Flag("user", help: Message(en: "One of your own settings", zh: "改个人设置")),
    Flag("unset", help: Message(en: "Back to the default", zh: "恢复默认值")),
    WritingOptions.parameters,
    as: ConfigSet.init(key:value:isUser:isUnset:options:)
  )

  package func run(in context: Context) throws -> Outcome {
    let wait = try context.lockMilliseconds(options.lockTimeout)
    switch (value, isUnset) {
    case (nil, false): throw UsageError.missingArgument(Message(en: "value", zh: "值"))
    case (let value?, true): throw UsageError.surplusArguments([value])
    default: break
    }
    let prefix = "user."
    let isPersonal = isUser || key.hasPrefix(prefix)
    let name = key.hasPrefix(prefix) ? String(key.dropFirst(prefix.count)) : key
    return isPersonal
      ? try setUser(name, in: context) : try setWorkspace(name, waiting: wait, in: context)
  }

  private func setWorkspace(
    _ name: String,
    waiting wait: Int,
    in context: Context
  ) throws -> Outcome {
    let location = try context.locate()
    let file = try Workspace.settings(at: location, files: context.files)
    let bytes = try file.setting(name, to: value)
    // The result is read as it will be read next time, before it is written.
    _ = try SettingsFile(bytes, path: Workspace.marker)
    if !options.isDryRun, bytes != file.original {
      try Workspace.write(
        bytes,
        to: Workspace.marker,
        in: location.folder,
        .unchanged(since: file.original),
        as: context.author(nil),
        lockMilliseconds: wait,
        files: context.files
      )
    }
    let path = Path.join(location.folder, Workspace.marker)
    return outcome(name, path, from: file.original, to: bytes)
  }

  private func setUser(_ name: String, in context: Context) throws -> Outcome {
    let file = try UserSettingsFile.read(
      environment: context.surroundings.environment,
      files: context.files
    )
    let bytes = try file.setting(name, to: value)
    _ = try UserSettingsFile(bytes, path: file.path)
    if !options.isDryRun, bytes != file.original { try file.write(bytes, files: context.files) }
    return outcome("user.\(name)", file.path ?? "", from: file.original, to: bytes)
  }

  private func outcome(
    _ name: String,
    _ path: String,
    from old: [UInt8],
    to new: [UInt8]
  ) -> Outcome {
    if options.isDryRun {
      return Outcome(
        .prose(LineDifference.lines(path, from: old, to: new).map { Message(verbatim: $0) })
      )
    }
    guard !options.isQuiet else { return Outcome(.nothing) }
    let message: Message
    if old == new {
      message = Message(en: "\(name) is so already (\(path))", zh: "\(name) 本来就是如此（\(path)）")
    } else if let value {
      message = Message(
        en: "\(name) is now \(quoted: value) (\(path))",
        zh: "\(name) 已改为\(quoted: value)（\(path)）"
      )
    } else {
      message = Message(en: "\(name) has its default again (\(path))", zh: "\(name) 已恢复默认（\(path)）")
    }
    return Outcome(.prose([message]))
  }
}
