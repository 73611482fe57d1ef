internal import DutyModel
internal import StrictJSON

/// A setting that a file gives.
struct GivenSetting: Sendable {
  /// The dotted name.
  let name: String
  let value: SettingValue
  /// Where the value begins in the file.
  let offset: Int
}

/// Reads a file of settings into values by dotted name.
struct SettingsReader {
  let format: String
  let keys: [SettingKey]
  let path: String

  /// What the file gives, in its order; of several values of one name the last counts.
  private(set) var given: [GivenSetting] = []
  private(set) var problems: [Problem] = []

  init(format: String, keys: [SettingKey], path: String) {
    self.format = format
    self.keys = keys
    self.path = path
  }

  /// Reads the bytes; warnings stay in ``problems``.
  mutating func read(_ bytes: [UInt8]) throws(StoreError) {
    let text = bytes.span
    let root: JSONValue
    do throws(JSONError) {
      root = try JSONValue(text)
    } catch {
      let place = FilePlace(path: path, offset: error.offset, in: text)
      if isConflictMarker(text, around: error.offset) {
        throw .badSettings([Problem(.conflictMarker, at: place)])
      }
      var other: FilePlace?
      if case .duplicateKey(let first) = error.reason {
        other = FilePlace(path: path, offset: first, in: text)
      }
      throw .badSettings([Problem(error, at: place, other: other)])
    }
    guard root.kind == .object else {
      throw .badSettings([typeProblem(root, "object", subject: nil, text)])
    }
    if let problem = formatProblem(root, text) { throw .badSettings([problem]) }
    readMembers(of: root, prefix: "", text)
    if problems.contains(where: { $0.severity == .error }) { throw .badSettings(problems) }
  }

  private func formatProblem(_ root: JSONValue, _ bytes: Span<UInt8>) -> Problem? {
    let value = root["format"]
    let (code, found): (ProblemCode, String?)
    switch FormatWord(value?.string, expecting: format, upTo: 1) {
    case .known: return nil
    case .missing: (code, found) = (.badFormat, nil)
    case .other(let word): (code, found) = (.badFormat, word)
    case .newer(let word): (code, found) = (.newerFormat, word)
    }
    return Problem(
      code,
      at: FilePlace(path: path, offset: value?.range.lowerBound ?? 0, in: bytes),
      subject: found,
      values: ["expected": "\(format)/1"]
    )
  }

  private mutating func readMembers(
    of object: JSONValue,
    prefix: String,
    _ bytes: Span<UInt8>
  ) {
    for member in object.members {
      let name = prefix + member.key
      if prefix.isEmpty, member.key == "format" { continue }
      if let key = key(named: name) {
        readValue(member.value, of: key, name, bytes)
      } else if keys.contains(where: { $0.name.hasPrefix(name + ".") }) {
        if member.value.kind == .object {
          readMembers(of: member.value, prefix: name + ".", bytes)
        } else if member.value.kind != .null {
          problems.append(typeProblem(member.value, "object", subject: name, bytes))
        }
      } else {
        let place = FilePlace(path: path, offset: member.keyRange.lowerBound, in: bytes)
        let nearest = SettingKey.nearest(to: name, among: keys)
        problems.append(
          Problem(.unknownKey, .warning, at: place, subject: name, nearest: nearest)
        )
      }
    }
  }

  func key(named name: String) -> SettingKey? { SettingKey.find(name, among: keys) }

  private mutating func readValue(
    _ value: JSONValue,
    of key: SettingKey,
    _ name: String,
    _ bytes: Span<UInt8>
  ) {
    if value.kind == .null { return }
    guard value.kind == key.jsonKind else {
      problems.append(typeProblem(value, key.expectation, subject: name, bytes))
      return
    }
    let found: SettingValue? =
      switch value.kind {
      case .string: value.string.map(SettingValue.text)
      case .number: Decimal.thousandths(bytes, value.range).map(SettingValue.number)
      case .array: SettingsReader.texts(value)
      default: nil
      }
    guard let found, key.accepts(found) else {
      problems.append(
        Problem(
          .badValue,
          at: FilePlace(path: path, offset: value.range.lowerBound, in: bytes),
          subject: name,
          values: ["expected": key.expectation]
        )
      )
      return
    }
    given.append(GivenSetting(name: name, value: found, offset: value.range.lowerBound))
  }

  private static func texts(_ value: JSONValue) -> SettingValue? {
    let texts = value.elements.compactMap(\.string)
    return texts.count == value.elements.count ? .texts(texts) : nil
  }

  private func typeProblem(
    _ value: JSONValue,
    _ expected: String,
    subject: String?,
    _ bytes: Span<UInt8>
  ) -> Problem {
    Problem(
      .badType,
      at: FilePlace(path: path, offset: value.range.lowerBound, in: bytes),
      subject: subject,
      values: ["expected": expected, "found": value.kind.word]
    )
  }
}

extension SettingKey {
  /// The key of a dotted name, if it is known.
  static func find(_ name: String, among keys: [SettingKey]) -> SettingKey? {
    if let key = keys.first(where: { $0.name == name }) { return key }
    guard let dot = name.lastIndex(of: ".") else { return nil }
    let pattern = String(name[...dot]) + "*"
    guard let key = keys.first(where: { $0.name == pattern }) else { return nil }
    let last = String(name[name.index(after: dot)...])
    guard names[pattern]?.contains(last) ?? true else { return nil }
    return key
  }

  /// The known names that may have been meant.
  static func nearest(to name: String, among keys: [SettingKey]) -> [String] {
    var known: [String] = []
    for key in keys {
      guard key.name.hasSuffix("*") else {
        known.append(key.name)
        continue
      }
      let prefix = String(key.name.dropLast())
      known += (names[key.name] ?? []).map { prefix + $0 }
    }
    return Spelling.nearest(to: name, among: known)
  }

  var jsonKind: JSONKind {
    switch kind {
    case .text, .word, .date: .string
    case .number, .thousandths: .number
    case .texts, .states: .array
    }
  }

  /// Whether a value is one the key can have.
  func accepts(_ value: SettingValue) -> Bool {
    switch (kind, value) {
    case (.text, .text(let text)): !text.isEmpty && !text.hasControlCharacter
    case (.word(let words), .text(let text)): words.contains(text)
    case (.date, .text(let text)): YearPoint(date: text) != nil
    case (.number(let range), .number(let number)):
      number % 1000 == 0 && range.contains(number / 1000)
    case (.thousandths(let range), .number(let number)): range.contains(number)
    case (.texts, .texts(let texts)):
      texts.allSatisfy { !$0.isEmpty && !$0.hasControlCharacter }
    case (.states, .texts(let texts)): texts.allSatisfy(SettingKey.states.contains)
    default: false
    }
  }
}
