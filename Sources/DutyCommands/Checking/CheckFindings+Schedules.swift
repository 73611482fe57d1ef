import DutyModel
import DutyReports
import DutyStore
import TerminalText

/// Schedules that nothing will ever come of, in one entry a checklist.
extension CheckFindings {
  mutating func addNeverDue() {
    for (edition, number) in workspace.readableFiles.enumerated() {
      let file = workspace.files[number]
      let never = register.items.filter { $0.edition == edition }.flatMap(\.obligations)
        .map { register.obligations[$0] }
        .filter { $0.versions.allSatisfy(\.requirement.terms.isNeverDue) }
      guard !never.isEmpty else { continue }
      add(neverDue(never.map(\.reference), in: register.checklists[edition].id, file.path))
    }
  }

  private func neverDue(
    _ references: [Reference],
    in checklist: String,
    _ path: String
  ) -> ProblemList.Entry {
    let count = references.count
    let first = references.first.map { names.shortest($0) } ?? checklist
    return ProblemList.Entry(
      .warning,
      CheckCode.neverDue.rawValue,
      path: path,
      id: checklist,
      message: Message(
        en:
          "\(count, "requirement", "requirements") can never fall due: no date of \(count == 1 ? "it" : "them") lies in the days on which the checklist holds",
        zh: "\(count)项要求永远不会到期：日期都不在清单的生效期内"
      ),
      details: .verbatim(IDRanges.text(references.map { names.item($0) })),
      fix: Message(
        en:
          "change the days on which it holds (\(quoted: "effective") in the file), or set other dates: \(command: "duty fill --set \(first).schedule=<schedule>")",
        zh:
          "请改文件里的生效期（\(quoted: "effective")），或另定日期：\(command: "duty fill --set \(first).schedule=<时间安排>")"
      ),
      values: [
        (key: "count", value: .number(count)),
        (key: "ids", value: .texts(references.map(\.description))),
      ]
    )
  }
}
