import CommandLineKit
import DutyModel
import DutyReports
import DutyStore
import StrictJSON
import TerminalText

/// The keys of a checklist that can be filled in.
enum FillKey: String, CaseIterable, Hashable {
  case schedule
  case owner
  case departments
  case each
  case title

  /// What the key holds, in Chinese.
  fileprivate var chinese: String {
    switch self {
    case .schedule: "时间安排"
    case .owner: "负责人"
    case .departments: "责任处室"
    case .each: "各自完成的人"
    case .title: "标题"
    }
  }
}

/// A value for a key of a checklist: `township/g2.schedule=2 per half-year`.
struct FillChange: Hashable {
  /// The name of a requirement, duty, section or tier, as it was typed.
  let name: String
  let key: FillKey
  let value: String
}

extension FillChange: ArgumentValue {
  init(word: String) throws(InvalidValue) {
    let advice = Message(
      en: "Write it as township/g2.schedule=\"2 per half-year\" or g2.owner=王芳.",
      zh: "请写成 township/g2.schedule=每半年2次 或 g2.owner=王芳。"
    )
    guard let equals = word.firstIndex(of: "=") else {
      throw InvalidValue(Message(en: "there is no '='", zh: "没有'='"), advice: advice)
    }
    let left = word[..<equals]
    guard let dot = left.lastIndex(of: ".") else {
      throw InvalidValue(Message(en: "there is no key", zh: "没有写键"), advice: advice)
    }
    let keyWord = String(left[left.index(after: dot)...]).trimmed
    guard let key = FillKey(rawValue: keyWord) else {
      throw InvalidValue(notOneOf: FillKey.allCases.map(\.rawValue))
    }
    self.key = key
    name = String(left[..<dot]).trimmed
    value = String(word[word.index(after: equals)...]).trimmed
    guard !value.isEmpty else {
      throw InvalidValue(Message(en: "there is no value", zh: "没有写值"), advice: advice)
    }
  }
}

extension FillChange {
  /// The option that asks for it, as a shell takes it.
  var option: String { "--set \("\(name).\(key.rawValue)=\(value)".quotedForShell)" }
}

/// Changes of one file, in the order given.
struct FillEdits {
  let editing: ChecklistEditing
  /// What was asked for.
  private(set) var changes: [FillChange] = []
  private var entered: [JSONEdit] = []
  /// The numbers that words of the document mask, entered there.
  private var filled: [FilledWords] = []
  /// What changes, in words, with the path of what is filled in.
  private var told: [(message: Message, filled: [JSONPathStep]?)] = []
  /// Where the duties begin about whose cycle something is entered.
  private var confirmed: Set<Int> = []

  /// A value of a file whose mask is filled in.
  private struct FilledWords {
    let path: [JSONPathStep]
    let value: String
  }

  init(_ file: ChecklistFile) throws(CommandError) {
    editing = try ChecklistEditing(file)
  }

  /// All changes; words that somebody enters anew are not filled in.
  var edits: [JSONEdit] {
    entered
      + filled.filter { !isEntered($0.path) }.map {
        .replace($0.path, with: JSONFragment($0.value))
      }
  }

  /// What changes, in words.
  var words: [Message] {
    told.filter { $0.filled.map { !isEntered($0) } ?? true }.map(\.message)
  }

  private func isEntered(_ path: [JSONPathStep]) -> Bool {
    entered.contains { if case .replace(path, _) = $0 { true } else { false } }
  }

  /// Sets a key of the object at a path, which has a name for people; refuses a value that the
  /// key cannot have.
  mutating func set(
    _ key: FillKey,
    of name: String,
    at path: [JSONPathStep],
    to value: String
  ) throws(CommandError) {
    let fragment: JSONFragment
    var shown = value
    switch key {
    case .schedule:
      let schedule: Schedule
      do throws(ScheduleError) {
        schedule = try Schedule(value)
      } catch {
        throw .refused(.usage, code: "bad-schedule", error.message, advice: [error.advice])
      }
      shown = schedule.description
      fragment = JSONFragment(shown)
    case .owner:
      let name = try FillEdits.reading(value, of: key) { word throws(InvalidValue) in
        try OwnerName(word: word)
      }
      fragment = JSONFragment(name.text)
    case .each:
      let list = try FillEdits.reading(value, of: key) { word throws(InvalidValue) in
        try OwnerNames(word: word)
      }
      fragment = JSONFragment(list.names)
    case .title:
      fragment = JSONFragment(value)
    case .departments:
      let list = try FillEdits.reading(value, of: key) { word throws(InvalidValue) in
        try DepartmentNames(word: word)
      }
      fragment = JSONFragment(list.names)
    }
    changes.append(FillChange(name: name, key: key, value: value))
    let old = editing.document.root[path]?[key.rawValue]
    // The answer that a duty has no cycle leaves its schedule as it was.
    if key == .schedule, old?.string == shown { return }
    let before = old.map { text(of: $0) } ?? "-"
    entered.append(editing.setting(key.rawValue, fragment, at: path, after: FillEdits.order(key)))
    let message = Message(
      en: "\(name)  \(key.rawValue)  \(before) -> \(quoted: shown)",
      zh: "\(name)  \(key.rawValue)  \(before) -> \(quoted: shown)"
    )
    told.append((message, nil))
    // One person or each of several: never both at one level.
    let other: FillKey? = key == .owner ? .each : key == .each ? .owner : nil
    if let other, let removed = editing.document.root[path]?[other.rawValue] {
      entered.append(.remove(path + [.key(other.rawValue)]))
      told.append((.verbatim("\(name)  \(other.rawValue)  \(text(of: removed)) -> -"), nil))
    }
  }

  /// A value as it stands in the file.
  private func text(of value: JSONValue) -> String {
    String(decoding: editing.file.bytes[value.range], as: UTF8.self)
  }

  /// Enters that words such as 定期 in a duty's text name no cycle, or takes that back where the
  /// duty has one now.
  ///
  /// - Parameters:
  ///   - isConfirmed: Whether there is none.
  ///   - name: The duty's name for people.
  ///   - path: Where its object is.
  mutating func confirm(_ isConfirmed: Bool, of name: String, at path: [JSONPathStep]) {
    let key = "noCycle"
    guard let duty = editing.document.root[path] else { return }
    let wasConfirmed = if case .bool(true)? = duty[key]?.content { true } else { false }
    guard isConfirmed != wasConfirmed, confirmed.insert(duty.range.lowerBound).inserted else {
      return
    }
    let before = duty[key].map { text(of: $0) }
    if isConfirmed {
      entered.append(
        editing.setting(key, JSONFragment(true), at: path, after: ["schedule", "text", "title"])
      )
    } else if before != nil {
      entered.append(.remove(path + [.key(key)]))
    }
    let after = isConfirmed ? "true" : "-"
    told.append((.verbatim("\(name)  \(key)  \(before ?? "-") -> \(after)"), nil))
  }

  /// Enters a number where the title and the text of a duty mask it.
  mutating func fill(_ mask: FilledMask, of name: String, at path: [JSONPathStep]) {
    for key in ["title", "text"] {
      guard let old = editing.document.root[path]?[key]?.string, let new = mask.filling(old) else {
        continue
      }
      filled.append(FilledWords(path: path + [.key(key)], value: new))
      told.append((.verbatim("\(name)  \(key)  * -> \(mask.number)"), path + [.key(key)]))
    }
  }

  /// The value of a key that a text stands for; what is wrong with it is told under the key.
  private static func reading<Value>(
    _ text: String,
    of key: FillKey,
    as read: (String) throws(InvalidValue) -> Value
  ) throws(CommandError) -> Value {
    do throws(InvalidValue) {
      return try read(text)
    } catch {
      throw .refused(
        .usage,
        code: "bad-\(key.rawValue)",
        Message(
          en: "\(quoted: text) is invalid for \(quoted: key.rawValue): \(error.phrase)",
          zh: "\(key.chinese)\(quoted: text)无效：\(error.phrase)"
        ),
        advice: error.advice.map { [$0] } ?? []
      )
    }
  }

  private static func order(_ key: FillKey) -> [String] {
    switch key {
    case .title: ["number", "kind", "id"]
    case .owner, .each: ["text", "portfolio", "title", "id"]
    case .departments: ["owner", "each", "text", "title", "id"]
    case .schedule: ["departments", "owner", "each", "text", "title", "id"]
    }
  }
}
