package import CommandLineKit
import DutyModel
import DutyReports
import TerminalText

/// `duty assign`: somebody answers from a day on.
package struct Assign: RecordingCommand {
  let ids: [String]
  let owner: OwnerName?
  let from: DayExpression?
  let departments: [String]
  let replaced: String?
  let recording: RecordingOptions

  package static let name = "assign"

  package static let declaration = Declaration(
    Message(en: "Say who answers from a day on", zh: "分工：从某天起由谁负责"),
    group: .record,
    examples: [
      Example(
        "duty assign township/g25 --owner 王芳 --from 2026-09-01",
        Message(en: "from September on", zh: "9月起")
      ),
      Example(
        "duty assign township/m10 --owner 王芳 --instead-of 陈静",
        Message(en: "where each of several persons owes it", zh: "由几个人各自完成的")
      ),
    ],
    discussion: Message(
      en: """
        What fell due before that day stays with the person who answered then. A date without its \
        year is the nearest one, past or to come.
        """,
      zh: "此前到期的仍由原来的人负责。不写年份的日期取最近的一天，过去或将来都可以。"
    ),
    Arguments<String>(
      Message(en: "id", zh: "编号"),
      isOptional: false,
      help: Message(
        en: "Duties or requirements; - reads ids from standard input",
        zh: "职责或要求的编号；- 表示从标准输入读编号"
      ),
      completion: .source("duties")
    ),
    Option<OwnerName>(
      "owner",
      value: Message(en: "name", zh: "姓名"),
      help: Message(en: "Who answers", zh: "由谁负责"),
      completion: .source("owners")
    ),
    Option<DayExpression>(
      "from",
      value: Message(en: "date", zh: "日期"),
      help: Message(en: "The first day", zh: "从哪天起"),
      fallback: Message(en: "today", zh: "今天")
    ),
    Options<String>(
      "department",
      value: Message(en: "name", zh: "名称"),
      help: Message(
        en: "The departments that answer from then on. Repeatable",
        zh: "此后的责任处室。可多次使用"
      ),
      completion: .source("departments")
    ),
    Option<String>(
      "instead-of",
      value: Message(en: "name", zh: "姓名"),
      help: Message(
        en: "Whose place is taken, where each of several persons owes it",
        zh: "由几个人各自完成时，接替谁"
      ),
      completion: .source("owners")
    ),
    RecordingOptions.parameters,
    as: Assign.init
  )

  package func run(in context: Context) throws -> Outcome {
    if owner == nil, departments.isEmpty || replaced != nil {
      throw UsageError.missingOption(
        ParameterReference(name: "--owner", placeholder: Message(en: "name", zh: "姓名"))
      )
    }
    let day = try from?.nearestDay(to: context.today, for: "from") ?? context.today
    let recorder = try Recorder(context, recording)
    let ids = try TypedIDs.read(self.ids, in: context)
    return try recorder.record { opened in
      let resolver = Resolver(opened, line: context.line, isRecording: true)
      var references: [Reference] = []
      for id in ids {
        let reference = try resolver.reference(id)
        guard !references.contains(reference) else {
          throw TargetFinder.repeated(opened.names.shortest(reference))
        }
        try check(reference, on: day, in: opened)
        references.append(reference)
      }
      let assignment = Assignment(
        from: day,
        owner: owner?.text,
        departments: departments.isEmpty ? nil : departments,
        replaces: replaced
      )
      return Decision([Draft(.assign(references, assignment))])
    }
  }

  /// Makes sure that who is replaced is said where each of several persons owes something, and
  /// nowhere else.
  private func check(
    _ reference: Reference,
    on day: Day,
    in opened: Opened
  ) throws(CommandError) {
    guard owner != nil else { return }
    let register = opened.register
    let numbers =
      reference.requirement == nil
      ? register.item(reference).map { register.items[$0].obligations } ?? []
      : register.obligation(reference).map { [$0] } ?? []
    let name = opened.names.shortest(reference)
    for number in numbers {
      let names = register.persons(of: number, on: day)
      switch (replaced, names.isEmpty) {
      case (nil, true): continue
      case (let replaced?, false):
        guard names.contains(replaced) else {
          throw .notAnOwner(
            replaced,
            opened.names.shortest(register.obligations[number].reference),
            names
          )
        }
        if let owner = owner?.text, names.contains(owner) {
          throw Assign.holdsAlready(owner, name)
        }
      case (nil, false):
        let option = "--instead-of \(names[0].quotedForShell)"
        throw .refused(
          .usage,
          code: "instead-of-needed",
          Message(
            en: "Each of several persons owes \(name): \(NameList.full(names))",
            zh: "\(name) 由几个人各自完成：\(NameList.full(names))"
          ),
          advice: [
            Message(
              en: "Say whose place is taken: \(command: option)",
              zh: "请写明接替谁：\(command: option)"
            )
          ]
        )
      case (_?, true):
        throw .refused(
          .usage,
          code: "not-personal",
          Message(
            en: "One person answers for \(name), so it takes no --instead-of",
            zh: "\(name) 由一个人负责，不用 --instead-of"
          ),
          advice: [
            Message(
              en: "If the duty asks for several things, name the one you mean.",
              zh: "若这项职责有几项要求，请写明是哪一项。"
            )
          ]
        )
      }
    }
  }

  private static func holdsAlready(_ owner: String, _ name: String) -> CommandError {
    .refused(
      .usage,
      code: "holds-already",
      Message(
        en: "\(owner) is one of those who owe \(name) already",
        zh: "\(owner)已经是各自完成 \(name) 的人之一"
      ),
      advice: [
        Message(
          en: "Nobody can owe it twice.",
          zh: "一个人不能欠两份。"
        )
      ]
    )
  }
}
