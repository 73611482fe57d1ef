import DutyReports

extension Format {
  /// Whether scripts read it: then it is the same in every language and on every terminal.
  var isForMachines: Bool {
    switch self {
    case .table, .markdown: false
    case .plain, .json, .jsonl, .csv, .tsv: true
    }
  }
}
