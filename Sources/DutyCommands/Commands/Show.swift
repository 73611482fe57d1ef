package import CommandLineKit
import DutyModel
import DutyReports
import DutyStore
import TerminalText

/// `duty show`: everything about a duty on a page.
package struct Show: Command {
  let ids: [String]
  let isWorkedOut: Bool
  let year: Int?
  let output: OutputOptions.Typed

  package static let name = "show"

  package static let declaration = Declaration(
    Message(en: "Show all about a duty", zh: "看一项职责的全部情况"),
    group: .look,
    examples: [
      Example("duty show township/s11"),
      Example("duty show township/g25 --why"),
    ],
    discussion: Message(
      en:
        "The words of the document, what it asks and where that stands, why each due date is that date, what was recorded, who signed, and what was found wrong.",
      zh: "原文、要求和进展、每个到期日的由来、记录、签字、发现的问题。"
    ),
    Arguments<String>(
      Message(en: "id", zh: "编号"),
      isOptional: false,
      help: Message(
        en: "Duties or requirements, such as s11, s11b or township/s11b",
        zh: "职责或要求的编号，如 s11、s11b 或 township/s11b"
      ),
      completion: .source("duties")
    ),
    Flag(
      "why",
      help: Message(
        en: "Work out every state from rule, period and records",
        zh: "由规则、期间和记录逐期推算状态"
      )
    ),
    Option<Int>(
      "year",
      value: Message(en: "year", zh: "年份"),
      help: Message(en: "The year looked at", zh: "看哪一年"),
      fallback: Message(en: "that of today", zh: "今年")
    ),
    OutputOptions.parameters,
    as: Show.init
  )

  package func run(in context: Context) throws -> Outcome {
    let output = try output.resolved()
    let opened = try context.open(year: Selection(year: year).validYear())
    let resolver = Resolver(opened, line: context.line)
    var items: [Int] = []
    for id in ids {
      let item = try resolver.item(id)
      if !items.contains(item) { items.append(item) }
    }
    if output.format == .json, items.count > 1 {
      throw CommandError.refused(
        .usage,
        code: "several-documents",
        Message(
          en: "One JSON document tells of one duty, and \(items.count) are named",
          zh: "一个 JSON 文档只说一项职责，这里有\(items.count)项"
        ),
        advice: [
          Message(
            en: "Write one a line instead: \(command: "--jsonl")",
            zh: "可改为每行一项：\(command: "--jsonl")"
          )
        ]
      )
    }
    let all = opened.workspace.journal.events
    let index = items.count > 1 ? EventIndex(all, in: opened.register) : nil
    let pages = items.map { item in
      let subjects = EventSubjects(duty: opened.register.items[item])
      let events = subjects.events(
        among: index?.events(about: opened.register.items[item].obligations) ?? all,
        in: opened.register
      )
      return DutyPage(
        item,
        events: opened.stored(events),
        isWorkedOut: isWorkedOut,
        in: opened.register,
        names: opened.names,
        unreadableLines: opened.unreadableLines
      )
    }
    return Outcome(
      .report(DutyPages(pages), output.format, isRaw: output.isRaw),
      opened: opened
    )
  }
}
