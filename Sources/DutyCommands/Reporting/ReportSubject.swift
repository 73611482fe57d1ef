import CommandLineKit
import DutyModel
import DutyReports
import DutyStore
import TerminalText

/// Of which checklist and year a document is written: options shared by every command that writes
/// one.
struct ReportSubject: Sendable, Hashable {
  let year: Int?
  let checklist: String?

  static let parameters = Parameters(
    Option<Int>(
      "year",
      value: Message(en: "year", zh: "年份"),
      help: Message(en: "The year it is about", zh: "哪一年的"),
      fallback: Message(en: "this year", zh: "今年")
    ),
    Option<String>(
      "checklist",
      value: Message(en: "id", zh: "编号"),
      help: Message(
        en: "The checklist; needed if there are several",
        zh: "清单；有几份时必须写明"
      ),
      completion: .source("checklists")
    ),
    as: ReportSubject.init(year:checklist:)
  )

  /// The workspace, as it stands in the year.
  func open(in context: Context) throws -> Opened {
    try context.open(year: try year.validYear())
  }

  /// The id of the checklist.
  ///
  /// - Parameters:
  ///   - opened: The workspace.
  ///   - line: What was typed, for the advice to name a checklist.
  /// - Returns: The one that was named, or the only one there is.
  /// - Throws: An error if there is none, or several and none was named, or if it does not hold
  ///   on any day of the year.
  func checklistID(in opened: Opened, line: TypedLine) throws(CommandError) -> String {
    let id = try named(in: opened, line: line)
    let year = opened.register.year
    let days = DayRange(from: .firstDay(ofYear: year), to: .lastDay(ofYear: year))
    let editions = opened.register.checklists.filter { $0.id == id }
    if editions.contains(where: { $0.effective.overlaps(days) }) { return id }
    throw .refused(
      .usage,
      code: "not-in-effect",
      Message(
        en: "The checklist \(quoted: id) does not hold in \(year)",
        zh: "清单\(quoted: id)在\(year)年没有生效"
      ),
      advice: editions.map(\.effective.message)
    )
  }

  private func named(in opened: Opened, line: TypedLine) throws(CommandError) -> String {
    let known = opened.register.checklists.ids
    let unreadable = opened.workspace.unreadableChecklists
    if let checklist { return try opened.checklistID(checklist) }
    guard unreadable.isEmpty else { throw unsure(unreadable) }
    guard known.count > 1 else {
      if let only = known.first { return only }
      throw .refused(
        .noInput,
        code: "no-checklist",
        Message(en: "There is no checklist to report on", zh: "没有可以报告的清单"),
        advice: []
      )
    }
    throw .refused(
      .usage,
      code: "several-checklists",
      Message(en: "There are \(known.count) checklists", zh: "有\(known.count)份清单"),
      advice: [Message(en: "Name one:", zh: "请写明是哪一份：")]
        + known.map { id in
          let command = line.adding("checklist", id)
          return Message(en: "  \(command: command)", zh: "  \(command: command)")
        }
    )
  }

  /// A report must not be of another checklist than the one that was meant.
  private func unsure(_ unreadable: [String]) -> CommandError {
    let files = unreadable.joined(separator: ", ")
    return .refused(
      .data,
      code: "unreadable-checklist",
      Message(
        en: "Cannot be sure which checklist is meant: \(files) cannot be read",
        zh: "无法确定指哪份清单：\(files) 无法读取"
      ),
      advice: [
        Message(
          en:
            "Mend the file: \(command: "duty check"); or name another: \(command: "--checklist <id>")",
          zh: "请修正文件：\(command: "duty check")；或写明另一份：\(command: "--checklist <编号>")"
        )
      ]
    )
  }
}

extension YearlyReport.Refusal: Diagnosable {
  package var diagnosis: Diagnosis {
    switch self {
    case .unknownChecklist(let id, let known):
      CommandError.noChecklist(id, known: known).diagnosis
    case .nobodyReports:
      Diagnosis(.usage, "nobody-reports", message)
    case .unknownPerson(let name, let known):
      Diagnosis(.noInput, "unknown-person", message, subject: name, nearest: known)
    case .notBegun:
      Diagnosis(.usage, "not-begun", message)
    }
  }
}

extension DayRange {
  /// From when to when something holds; one of the ends is there.
  fileprivate var message: Message {
    switch (from?.description, to?.description) {
    case (let from?, let to?):
      Message(en: "It holds from \(from) to \(to).", zh: "它从\(from)到\(to)有效。")
    case (let from?, nil): Message(en: "It holds from \(from) on.", zh: "它从\(from)起有效。")
    case (nil, let to?): Message(en: "It held until \(to).", zh: "它到\(to)为止有效。")
    case (nil, nil): .empty
    }
  }
}
