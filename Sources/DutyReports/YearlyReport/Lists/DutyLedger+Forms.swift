import DutyModel
package import StrictJSON
package import TerminalText

extension DutyLedger: Report {
  package func screen(in language: Language, for terminal: Terminal) -> [String] {
    func header(_ message: Message) -> String { message.text(in: language) }
    let table = TextTable(
      columns: [
        .init("no", header: header(Message(en: "No.", zh: "序号")), alignment: .trailing),
        .init("id", header: header(Message(en: "ID", zh: "编号"))),
        .init("requirement", header: header(Message(en: "Requirement", zh: "工作要求"))),
        .init("owner", header: header(Message(en: "Owner", zh: "责任人"))),
        .init("due", header: header(Message(en: "Due", zh: "时限"))),
        .init("state", header: header(Message(en: "State", zh: "状态"))),
        .init("done", header: header(Message(en: "Done", zh: "已办"))),
        .init("documents", header: header(Message(en: "Evidence", zh: "佐证"))),
      ],
      rows: rows.map { .cells(cells($0, in: language)) },
      narrowing: [
        .cut("documents", to: 16), .drop("documents"), .cut("requirement", to: 16), .drop("no"),
        .drop("owner"), .cut("requirement", to: 8),
      ]
    )
    let open = rows.count { $0.state == .missed }
    let footer = Message(
      en: "\(rows.count, "row", "rows"); \(open) not done.",
      zh: "共\(rows.count)行，未完成\(open)行。"
    )
    return table.lines(for: terminal) + (rows.isEmpty ? [] : [""])
      + footer.prose(in: language).lines(for: terminal)
  }

  private func cells(_ row: Row, in language: Language) -> [Prose] {
    let role = row.state.role
    let late = row.late.map { language.text(en: " \($0)d", zh: "\($0)天") } ?? ""
    let done = row.occurrence.map { "\($0.done)/\($0.owed)" } ?? String(row.records.count)
    return [
      Prose(String(row.number)), Prose(row.id),
      Prose(row.requirement.action ?? row.requirement.title),
      Prose(NameList.full(row.owners).text(in: language)),
      Prose(row.occurrence?.due.description ?? ""),
      Prose(row.state.word.text(in: language) + late, role: role), Prose(done),
      Prose(row.documents.joined(separator: language.text(en: "; ", zh: "、"))),
    ]
  }

  package func writeJSON(_ json: inout JSONWriter) {
    json.object { json in
      AnswerHead(today: facts.asOf, year: facts.year, unreadableLines: unreadableLines)
        .write(to: &json, format: "duty.ledger/1")
      json.member("checklist", facts.checklist.id)
      json.array("rows", rows) { json, row in json.object { write(row, to: &$0) } }
    }
  }

  package func writeElements(_ lines: inout JSONLines) {
    for row in rows { lines.add("row") { write(row, to: &$0) } }
  }

  private func write(_ row: Row, to json: inout JSONWriter) {
    let occurrence = row.occurrence
    json.member("number", row.number)
    json.member("tier", row.tier)
    json.member("section", row.section)
    json.member("id", "\(facts.checklist.id)/\(row.id)")
    json.member("duty", row.duty.title)
    json.member("requirement", row.requirement.title)
    json.member("schedule", row.requirement.schedule.description)
    json.member("period", occurrence?.period.description)
    json.member("due", occurrence?.due)
    json.member("owner", row.owners.isEmpty ? nil : row.owners.joined(separator: "; "))
    json.array("departments", row.departments) { $0.value($1) }
    json.member("owed", occurrence?.owed)
    json.member("done", occurrence?.done ?? row.records.count)
    json.member("state", row.state.rawValue)
    json.array("dates", row.days) { $0.value($1) }
    json.member("late", row.late)
    json.member("record", row.record(in: facts.language))
    json.array("documents", row.documents) { $0.value($1) }
    json.member("signoff", row.signatures(in: facts.language))
    json.member("remark", row.remark(in: facts.language))
  }

  package var table: DataTable { table { $0.rawValue } }

  package func table(in language: Language) -> DataTable { table { $0.word.text(in: language) } }

  private func table(_ state: (State) -> String) -> DataTable {
    let language = facts.language
    let comma = language.text(en: "; ", zh: "、")
    return DataTable(
      columns: DutyLedger.columns,
      rows: rows.map { row in
        let occurrence = row.occurrence
        return [
          .value(row.number),
          .text(row.tier),
          .text(row.section),
          .value(row.id),
          .text(row.duty.title),
          .text(row.requirement.action ?? row.requirement.title),
          .value(
            row.requirement.schedule.words(in: language)
          ),
          .value(occurrence?.period),
          .value(occurrence?.due),
          row.owners.isEmpty ? .empty : .text(row.owners.joined(separator: comma)),
          .text(row.departments.joined(separator: comma)),
          .value(occurrence?.owed),
          .value(occurrence?.done ?? row.records.count),
          .value(state(row.state)),
          .value(row.days.map(\.description).joined(separator: " ")),
          .value(row.late),
          .text(row.record(in: language)),
          .text(row.documents.joined(separator: comma)),
          .text(row.signatures(in: language)),
          .text(row.remark(in: language)),
        ]
      }
    )
  }

  private static let columns: [DataTable.Column] = [
    .init("no", Message(en: "No.", zh: "序号")),
    .init("tier", Message(en: "Whose", zh: "责任主体")),
    .init("section", Message(en: "Section", zh: "部分")),
    .init("id", Message(en: "ID", zh: "编号")),
    .init("duty", Message(en: "Duty", zh: "责任事项")),
    .init("requirement", Message(en: "Requirement", zh: "工作要求")),
    .init("schedule", Message(en: "Schedule", zh: "时间安排")),
    .init("period", Message(en: "Period", zh: "所属期")),
    .init("due", Message(en: "Due", zh: "完成时限")),
    .init("owner", Message(en: "Owner", zh: "牵头领导")),
    .init("departments", Message(en: "Departments", zh: "责任科室")),
    .init("owed", Message(en: "Owed", zh: "应办")),
    .init("done", Message(en: "Done", zh: "已办")),
    .init("state", Message(en: "State", zh: "状态")),
    .init("dates", Message(en: "Done on", zh: "完成日期")),
    .init("late", Message(en: "Days late", zh: "逾期天数")),
    .init("record", Message(en: "Records and quantities", zh: "工作记录和数量")),
    .init("documents", Message(en: "Evidence", zh: "佐证")),
    .init("signoff", Message(en: "Sign-off", zh: "签字背书")),
    .init("remark", Message(en: "Remarks", zh: "备注")),
  ]
}
