internal import DutyModel
internal import StrictJSON

/// Why a setting cannot be changed as a person asks.
package enum SettingsEditError: Error, Hashable, Sendable {
  /// No setting has this name.
  case unknownKey(String, nearest: [String])
  /// The setting cannot have this value.
  case badValue(String, expected: String)
  /// There is no place for a person's settings: neither `HOME` nor `XDG_CONFIG_HOME` is set.
  case noUserFile
}

extension SettingsFile {
  /// The bytes of `duty.json` with one setting changed; all else stays byte for byte.
  ///
  /// - Parameters:
  ///   - name: The dotted name, such as `report.addressee`.
  ///   - text: The value as it is typed: a list with commas between; `nil` removes the setting.
  /// - Returns: The new bytes, to be written.
  /// - Throws: ``SettingsEditError``.
  package func setting(_ name: String, to text: String?) throws -> [UInt8] {
    try SettingsEdit(keys: SettingKey.workspace, format: SettingsFile.formatName)
      .apply(name, text, to: bytes)
  }

  /// The bytes as they were read, to be compared before the file is replaced.
  package var original: [UInt8] { bytes }
}

extension UserSettingsFile {
  /// The bytes of a person's settings with one of them changed; see ``SettingsFile``.
  package func setting(_ name: String, to text: String?) throws -> [UInt8] {
    try SettingsEdit(keys: SettingKey.user, format: UserSettingsFile.formatName)
      .apply(name, text, to: bytes)
  }

  /// Writes new bytes to the person's settings, and makes their folder if it is missing.
  ///
  /// - Throws: `noUserFile`, or a ``FileError``; `changedSinceRead` if they were changed meanwhile.
  package func write(_ new: [UInt8], files: any FileSystem) throws {
    guard let path else { throw SettingsEditError.noUserFile }
    try files.createFolders(Path.folder(of: path))
    try files.replace(path, with: new, isThere ? .unchanged(since: bytes) : .new)
  }
}

/// A change of one setting.
private struct SettingsEdit {
  let keys: [SettingKey]
  let format: String

  func apply(_ name: String, _ text: String?, to bytes: [UInt8]) throws -> [UInt8] {
    guard let key = SettingKey.find(name, among: keys) else {
      throw SettingsEditError.unknownKey(name, nearest: SettingKey.nearest(to: name, among: keys))
    }
    let document =
      bytes.isEmpty
      ? try JSONDocument(Array("{\n  \"format\": \"\(format)/1\"\n}\n".utf8))
      : try JSONDocument(bytes)
    let path = name.split(separator: ".").map { JSONPathStep.key(String($0)) }
    guard let text else {
      guard document.root[path] != nil else { return bytes }
      return try document.applying([.remove(path)])
    }
    guard let value = key.value(of: text), key.accepts(value) else {
      throw SettingsEditError.badValue(text, expected: key.expectation)
    }
    return try document.applying([edit(path, value, in: document.root)])
  }

  /// The edit that puts a value at a path, with the objects around it that are missing.
  private func edit(
    _ path: [JSONPathStep],
    _ value: SettingValue,
    in root: JSONValue
  ) -> JSONEdit {
    let fragment = JSONFragment { value.write(to: &$0) }
    if root[path] != nil { return .replace(path, with: fragment) }
    var depth = path.count - 1
    while depth > 0, root[Array(path[..<depth])]?.kind != .object { depth -= 1 }
    let outer = Array(path[..<depth])
    let names = path[depth...].compactMap { step -> String? in
      if case .key(let name) = step { name } else { nil }
    }
    let nested = JSONFragment { json in
      for name in names.dropFirst() {
        json.beginObject()
        json.key(name)
      }
      value.write(to: &json)
      for _ in names.dropFirst() { json.endObject() }
    }
    // `null` stands where nothing is set; an object takes its place.
    let inner = outer + [.key(names.first ?? "")]
    if root[inner] != nil { return .replace(inner, with: nested) }
    return .addMember(key: names.first ?? "", nested, to: outer)
  }
}

extension SettingKey {
  /// The value that a typed text stands for, if it can be one of this kind.
  fileprivate func value(of text: String) -> SettingValue? {
    switch kind {
    case .text, .word, .date: return .text(text)
    case .number, .thousandths:
      let bytes = Array(text.utf8)
      guard let first = bytes.first, (0x30...0x39).contains(first) else { return nil }
      return Decimal.thousandths(bytes.span, 0..<bytes.count).map(SettingValue.number)
    case .texts, .states:
      let words = text.split { $0 == "," || $0 == "，" || $0 == "、" }
      return .texts(
        words.map { word in
          String(word.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
      )
    }
  }
}

extension SettingValue {
  fileprivate func write(to json: inout JSONWriter) {
    switch self {
    case .text(let text): json.value(text)
    case .texts(let texts): json.value(texts)
    case .number(let thousandths): json.number(Thousandths.text(thousandths))
    }
  }
}

extension SettingValue: CustomStringConvertible {
  /// The value as it would be typed.
  package var description: String {
    switch self {
    case .text(let text): text
    case .texts(let texts): texts.joined(separator: ",")
    case .number(let thousandths): Thousandths.text(thousandths)
    }
  }
}
