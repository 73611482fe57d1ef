import DutyImport
import DutyModel

extension ImportedChecklist {
  /// The checklist in a few lines, so that a whole layout can be compared at a glance: ids,
  /// titles, numbers, texts, and every schedule that the document states.
  var sketch: String {
    var lines = ["# " + title + (year.map { " (\($0))" } ?? "")]
    for tier in tiers {
      let portfolio = tier.portfolio.map { " {\($0)}" } ?? ""
      lines.append("\(tier.id) \(tier.kind.rawValue) \(tier.title)\(portfolio)")
      for section in tier.sections {
        if let id = section.id {
          lines.append(" \(id) \(section.title)\(ImportedChecklist.sketch(points: section.points))")
        }
        for duty in section.duties { lines += duty.sketch }
      }
    }
    return lines.joined(separator: "\n")
  }

  fileprivate static func sketch(points: Int?) -> String {
    points.map { " (\($0) ‰)" } ?? ""
  }
}

extension ImportedDuty {
  fileprivate var sketch: [String] {
    var line = "  \(id) \(number ?? "-") \(text.split(separator: "\n").joined(separator: "⏎"))"
    line += ImportedChecklist.sketch(points: points)
    if let owner { line += " @\(owner)" }
    if !departments.isEmpty { line += " [\(departments.joined(separator: ","))]" }
    let stated = requirements.filter { $0.origin != .unstated }
    return [line]
      + stated.map { requirement in
        var line = "    \(requirement.id) \(requirement.schedule) = \(requirement.title)"
        if !requirement.reportTo.isEmpty {
          line += " → \(requirement.reportTo.joined(separator: ","))"
        }
        if let covers = requirement.covers { line += " (\(covers.rawValue))" }
        return line
      }
  }
}
