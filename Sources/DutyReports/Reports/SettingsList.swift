import DutyModel
package import StrictJSON
package import TerminalText

/// The settings in force, and where each of them comes from.
package struct SettingsList: Sendable {
  /// Where a setting comes from.
  package enum Origin: Sendable, Hashable {
    case standard
    /// A variable of the environment, by its name.
    case environment(String)
    /// A person's own settings, by their file.
    case user(String, line: Int?)
    /// The workspace, by its file.
    case workspace(String, line: Int?)
  }

  /// The value of a setting.
  package enum Value: Sendable, Hashable {
    case text(String)
    case texts([String])
    /// Thousandths.
    case number(Int)
  }

  /// A setting.
  package struct Entry: Sendable {
    /// The dotted name that `config set` takes.
    package let key: String
    package let value: Value?
    package let origin: Origin

    package init(_ key: String, _ value: Value?, _ origin: Origin) {
      self.key = key
      self.value = value
      self.origin = origin
    }
  }

  package let entries: [Entry]

  package init(_ entries: [Entry]) {
    self.entries = entries
  }
}

// MARK: - Screen

extension SettingsList: Report {
  package func screen(in language: Language, for terminal: Terminal) -> [String] {
    let rows = entries.map { entry -> TextTable.Row in
      let isSet = entry.origin != .standard
      return .cells([
        Prose(entry.key),
        Prose(entry.value?.text ?? "-", role: isSet ? nil : .quiet),
        entry.origin.words.prose(in: language).with(role: .quiet),
      ])
    }
    let header = Message(en: "SETTING", zh: "设置").text(in: language)
    return TextTable(
      columns: [
        .init("key", header: header),
        .init("value", header: Message(en: "VALUE", zh: "值").text(in: language)),
        .init("origin", header: Message(en: "FROM", zh: "来自").text(in: language)),
      ],
      rows: rows,
      narrowing: [
        .cut("value", to: 12), .cut("origin", to: 20), .drop("origin"), .cut("value", to: 10),
      ]
    )
    .lines(for: terminal)
  }
}

extension SettingsList.Origin {
  fileprivate var words: Message {
    switch self {
    case .standard: Message(en: "default", zh: "默认")
    case .environment(let name): .verbatim(name)
    case .user(let path, let line), .workspace(let path, let line):
      .verbatim(line.map { "\(path):\($0)" } ?? path)
    }
  }

  /// The word for scripts.
  fileprivate var word: String {
    switch self {
    case .standard: "default"
    case .environment: "environment"
    case .user: "user"
    case .workspace: "workspace"
    }
  }

  fileprivate var file: String? {
    switch self {
    case .standard, .environment: nil
    case .user(let path, _), .workspace(let path, _): path
    }
  }
}

extension SettingsList.Value {
  fileprivate var text: String {
    switch self {
    case .text(let text): text
    case .texts(let texts): texts.joined(separator: ",")
    case .number(let thousandths): Thousandths.text(thousandths)
    }
  }
}

// MARK: - For machines

extension SettingsList {
  package func writeJSON(_ json: inout JSONWriter) {
    json.object { json in
      json.member("format", "duty.config/1")
      json.array("settings", entries) { json, entry in
        json.object { entry.writeMembers(to: &$0) }
      }
    }
  }

  package func writeElements(_ lines: inout JSONLines) {
    for entry in entries { lines.add("setting") { entry.writeMembers(to: &$0) } }
  }

  package var table: DataTable {
    DataTable(
      columns: [
        .init("key", Message(en: "Setting", zh: "设置")),
        .init("value", Message(en: "Value", zh: "值")),
        .init("origin", Message(en: "From", zh: "来自")),
        .init("file", Message(en: "File", zh: "文件")),
      ],
      rows: entries.map { entry in
        [
          .text(entry.key), .optional(entry.value?.text), .value(entry.origin.word),
          .optional(entry.origin.file),
        ]
      }
    )
  }
}

extension SettingsList.Entry {
  fileprivate func writeMembers(to json: inout JSONWriter) {
    json.member("key", key)
    switch value {
    case .text(let text): json.member("value", text)
    case .texts(let texts): json.member("value", texts)
    case .number(let thousandths):
      json.key("value")
      json.number(SettingsList.Value.number(thousandths).text)
    case nil: json.memberNull("value")
    }
    json.member("origin", origin.word)
    json.member("file", origin.file)
  }
}
