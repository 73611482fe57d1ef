package import TerminalText

extension YearlyReport {
  /// Duties that a report in the first person leaves to the report of the body.
  package struct ToldElsewhere: Hashable, Sendable {
    /// The title of their tier.
    package let tier: String
    /// How many of them the person answers for.
    package let duties: Int
  }

  /// What a report in the first person leaves to the body's annual one; `nil` if that is nothing.
  package var elsewhereNote: Message? {
    if toldElsewhere.isEmpty { return nil }
    let count = toldElsewhere.reduce(0) { $0 + $1.duties }
    let tiers = Message.list(quoted: toldElsewhere.map(\.tier), .and)
    return Message(
      en: """
        \(count, "further duty", "further duties") of \(tiers) \(count == 1 ? "is" : "are") told \
        in the body's annual report, not in this one.
        """,
      zh: "\(tiers)中另有\(count)项职责在单位的年度报告中反映，本报告不写。"
    )
  }

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
