package import TerminalText

extension YearlyReport {
  /// The most names that the note on gaps lists.
  private static let mostNamed = 12

  /// How many gaps are left, and what they are about, for the person who writes the report; `nil`
  /// if there are none.
  package var gapNote: Message? {
    let gaps = gaps
    if gaps.isEmpty { return nil }
    var names: [String] = []
    var known: Set<String> = []
    for case let name? in gaps.map(\.subject) where known.insert(name).inserted {
      names.append(name)
    }
    let shown = names.prefix(YearlyReport.mostNamed)
    let more = names.count - shown.count
    let english =
      shown.isEmpty ? "" : ": " + shown.joined(separator: ", ") + (more > 0 ? ", +\(more)" : "")
    let chinese =
      shown.isEmpty
      ? "" : "：" + shown.joined(separator: "、") + (more > 0 ? "等\(names.count)项" : "")
    return Message(
      en: "The report has \(gaps.count, "gap", "gaps") to be filled in\(english).",
      zh: "报告有\(gaps.count)处待补充\(chinese)。"
    )
  }
}
