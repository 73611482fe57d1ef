package import CommandLineKit
import DutyModel
import DutyReports
import TerminalText

/// What can be told of a finding beside its title.
package struct FindingFields: Sendable, Hashable {
  package let number: String?
  package let text: String?
  package let source: String?
  package let cause: String?
  package let measure: String?
  package let owner: String?
  package let departments: [String]
  package let due: DayExpression?
  package let about: [String]

  package static let parameters = Parameters(
    field("number", Message(en: "The office's own number", zh: "单位自己的编号")),
    field("text", Message(en: "What is wrong, in full", zh: "具体情况")),
    field(
      "source",
      Message(en: "Where it was found: an audit, an inspection", zh: "来源，如巡察反馈、审计")
    ),
    field("cause", Message(en: "Why it came about", zh: "原因")),
    field("measure", Message(en: "What is done about it", zh: "整改措施")),
    Option<String>(
      "owner",
      value: Message(en: "name", zh: "姓名"),
      help: Message(en: "Who answers for it", zh: "由谁负责整改"),
      completion: .source("owners")
    ),
    Options<String>(
      "department",
      value: Message(en: "name", zh: "名称"),
      help: Message(en: "The departments that answer for it. Repeatable", zh: "责任处室。可多次使用"),
      completion: .source("departments")
    ),
    Option<DayExpression>(
      "due",
      value: Message(en: "date", zh: "日期"),
      help: Message(en: "By when it is to be settled", zh: "整改期限")
    ),
    Options<String>(
      "about",
      value: Message(en: "id", zh: "编号"),
      help: Message(en: "The duties it is about. Repeatable", zh: "涉及的职责。可多次使用"),
      completion: .source("duties")
    ),
    as: FindingFields.init
  )

  private static func field(_ name: String, _ help: Message) -> Option<String> {
    Option(name, value: Message(en: "text", zh: "文字"), help: help)
  }

  /// By when it is to be settled.
  func dueDay(on today: Day) throws(UsageError) -> Day? {
    guard let due else { return nil }
    return try due.day(on: today, facing: .future, for: "due")
  }

  /// The duties and requirements it is about.
  func references(in opened: Opened, line: TypedLine) throws(CommandError) -> [Reference] {
    let resolver = Resolver(opened, line: line, option: "about", isRecording: true)
    var references: [Reference] = []
    for id in about {
      let reference = try resolver.reference(id)
      guard !references.contains(reference) else { throw TargetFinder.repeated(id) }
      references.append(reference)
    }
    return references
  }

  /// The refusal of a deadline before the day the problem was found.
  static func dueBefore(_ due: Day, _ day: Day) -> CommandError {
    .refused(
      .usage,
      code: "due-before",
      Message(
        en: "\(due.echoed) is before the day it was found, \(day.description)",
        zh: "\(due.echoed)早于发现问题的 \(day.description)"
      ),
      advice: []
    )
  }
}
