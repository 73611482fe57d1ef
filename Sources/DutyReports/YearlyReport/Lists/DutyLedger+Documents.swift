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
        date: language == .chinese
          ? ChineseDates.full(facts.asOf) : EnglishWords.full(facts.asOf)
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

  /// The widths of columns whose texts are long.
  private static let widths = [
    "tier": 14, "section": 14, "duty": 18, "requirement": 26, "departments": 16, "record": 44,
    "documents": 24, "signoff": 24, "remark": 28,
  ]
}
