package import CommandLineKit
import DutyModel
import DutyReports
import TerminalText

/// `duty finding update`: something about a finding changes.
package struct FindingUpdate: RecordingCommand {
  let id: String
  let title: String?
  let fields: FindingFields
  let cleared: [FindingKey]
  let recording: RecordingOptions

  package static let name = "finding update"

  package static let declaration = Declaration(
    Message(en: "Change what is told of a finding", zh: "修改一个问题的内容"),
    group: .record,
    examples: [
      Example(
        Message(
          en: "duty finding update f8wv8jy --measure \"Weekly check\" --due 2026-09-30",
          zh: "duty finding update f8wv8jy --measure \"每周核对\" --due 9月底"
        )
      ),
      Example("duty finding update f8wv8jy --clear due"),
    ],
    Argument<String>.finding,
    Option<String>(
      "title",
      value: Message(en: "text", zh: "文字"),
      help: Message(en: "What is wrong, in one line", zh: "问题，一句话")
    ),
    FindingFields.parameters,
    Options<FindingKey>(
      "clear",
      value: Message(en: "key", zh: "项目"),
      help: Message(en: "Clear one of them. Repeatable", zh: "清空其中一项。可多次使用")
    ),
    RecordingOptions.parameters,
    as: FindingUpdate.init
  )

  package func run(in context: Context) throws -> Outcome {
    let typed = fields.typedKeys
    if let key = cleared.first(where: { typed.contains($0) }) {
      throw UsageError.conflict("--\(key.option)", "--clear \(key.rawValue)")
    }
    guard title != nil || !typed.isEmpty || !cleared.isEmpty else {
      throw CommandError.refused(
        .usage,
        code: "empty",
        Message(en: "Nothing is to be changed", zh: "没有要修改的内容"),
        advice: [
          Message(
            en: "Say what: --title, --measure, --due …, or --clear <key>.",
            zh: "请写明改什么：--title、--measure、--due 等，或 --clear <项目>。"
          )
        ]
      )
    }
    let due = try fields.dueDay(on: context.today)
    let recorder = try Recorder(context, recording)
    return try recorder.record { opened in
      let finding = try FindingResolver(opened.register).finding(id)
      if let due, due < finding.finding.on {
        throw FindingFields.dueBefore(due, finding.finding.on)
      }
      let about = try fields.references(in: opened, line: context.line)
      let change = change(due: due, about: about)
      return Decision([Draft(.findingUpdate(finding.id, change))])
    }
  }

  private func change(due: Day?, about: [Reference]) -> FindingChange {
    var change = FindingChange()
    if let title { change.title = .set(title) }
    change.number = field(.number, fields.number)
    change.text = field(.text, fields.text)
    change.source = field(.source, fields.source)
    change.cause = field(.cause, fields.cause)
    change.measure = field(.measure, fields.measure)
    change.owner = field(.owner, fields.owner)
    change.departments = field(.departments, fields.departments.isEmpty ? nil : fields.departments)
    change.due = field(.due, due)
    change.about = field(.about, about.isEmpty ? nil : about)
    return change
  }

  private func field<Value>(_ key: FindingKey, _ value: Value?) -> FindingChange.Field<Value> {
    if let value { return .set(value) }
    return cleared.contains(key) ? .cleared : .unchanged
  }
}

/// What of a finding can be cleared; a title it always has.
package enum FindingKey: String, CaseIterable, ArgumentValue {
  case number
  case text
  case source
  case cause
  case measure
  case owner
  case departments
  case due
  case about

  /// The option that sets it.
  fileprivate var option: String {
    switch self {
    case .departments: "department"
    case .number, .text, .source, .cause, .measure, .owner, .due, .about: rawValue
    }
  }
}

extension FindingFields {
  /// What was typed.
  fileprivate var typedKeys: [FindingKey] {
    let texts: [(FindingKey, String?)] = [
      (.number, number), (.text, text), (.source, source), (.cause, cause), (.measure, measure),
      (.owner, owner), (.departments, departments.first), (.about, about.first),
    ]
    return texts.compactMap { $1 == nil ? nil : $0 } + (due == nil ? [] : [.due])
  }
}

extension Argument where Value == String {
  /// A finding by its name.
  static var finding: Argument<String> {
    Argument(
      Message(en: "finding", zh: "问题"),
      help: Message(
        en: "The finding: f8wv8jy, or the office's own number",
        zh: "问题的编号，如 f8wv8jy，或本单位编号"
      ),
      completion: .source("findings")
    )
  }
}
