import DutyModel
package import OfficeDocuments
import TerminalText

extension DutyLedger {
  /// The ledger as a paper, for forms that people print.
  package var paper: YearlyReport {
    let language = facts.language
    let table = table(in: language)
    return YearlyReport(
      kind: nil,
      language: language,
      year: facts.year,
      asOf: facts.asOf,
      title: title,
      body: [
        .table(
          YearlyReport.Table(
            columns: table.columns.map { column in
              YearlyReport.Table.Column(
                column.header.text(in: language),
                isNumeric: DutyLedger.numbers.contains(column.key)
              )
            },
            rows: table.rows.map { $0.map { Sentence($0.content) } }
          )
        )
      ],
      signature: YearlyReport.Signature(
        name: Sentence(facts.organization ?? ""),
        date: language.words(for: facts.asOf)
      )
    )
  }

  /// The ledger as a workbook of one sheet: figures are numbers, days are days, the rest is text.
  package var workbook: Workbook {
    let language = facts.language
    let table = table(in: language)
    return Workbook(
      sheets: [
        Workbook.Sheet(
          name: facts.checklist.title,
          columns: table.columns.map { column in
            Workbook.Column(
              column.header.text(in: language),
              width: DutyLedger.widths[column.key]
            )
          },
          rows: zip(table.rows, rows).map { cells, row in
            zip(table.columns, cells).map { column, cell in
              if column.key == "due", let due = row.occurrence?.due {
                return .date(year: due.year, month: due.month, day: due.day)
              }
              let text = cell.content
              if text.isEmpty { return .empty }
              guard DutyLedger.numbers.contains(column.key), let number = Int(text) else {
                return .text(text)
              }
              return .integer(number)
            }
          }
        )
      ],
      title: title,
      author: facts.organization
    )
  }

  private var title: String {
    switch facts.language {
    case .chinese: "\(facts.checklist.title)\(facts.year)年度工作台账"
    case .english: "\(facts.checklist.title): ledger of \(facts.year)"
    }
  }

  /// The columns that hold numbers.
  private static let numbers: Set<String> = ["no", "owed", "done", "late"]

  /// The widths of the columns in digits; longer texts are broken.
  private static let widths = [
    "no": 7, "tier": 13, "section": 14, "id": 8, "duty": 16, "requirement": 26, "schedule": 14,
    "period": 11, "due": 13, "owner": 11, "departments": 18, "owed": 7, "done": 7, "state": 10,
    "dates": 13, "late": 8, "record": 44, "documents": 22, "signoff": 22, "remark": 24,
  ]
}
