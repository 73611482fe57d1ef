import DutyModel
import TerminalText

extension YearlyReport {
  /// Figures that can be drawn.
  package enum Chart: Sendable {
    /// A bar of parts for each group.
    case bars(title: String, bars: [Bar])
    /// A light for each group and month in which something of it fell due.
    case calendar(title: String, rows: [CalendarRow])
  }

  /// How far one group is.
  package struct Bar: Hashable, Sendable {
    package let label: String
    package let parts: Parts
    /// Ongoing requirements, and those of them with a record.
    package let ongoing: Int
    package let ongoingRecorded: Int
  }

  /// Occurrences by what became of them.
  package struct Parts: Hashable, Sendable {
    package var onTime = 0
    package var late = 0
    package var open = 0
    package var waived = 0
    package var notYetDue = 0

    package var total: Int { owed + waived }

    /// What has to be done, sooner or later: all but what is waived.
    package var owed: Int { onTime + late + open + notYetDue }

    package var done: Int { onTime + late }

    package init() {}
  }

  /// The months of one group.
  package struct CalendarRow: Hashable, Sendable {
    package let label: String
    /// Twelve, by the month of the due day.
    package let months: [Parts]
  }
}

extension YearlyReport.Parts {
  init(_ figures: YearFigures) {
    onTime = figures.done - figures.late
    late = figures.late
    open = figures.open
    waived = figures.waived
    notYetDue = figures.notYetDue
  }

  mutating func count(_ occurrence: Occurrence, of requirement: RequirementFacts) {
    if occurrence.state == .waived {
      waived += 1
    } else if occurrence.state == .done {
      if occurrence.late == nil { onTime += 1 } else { late += 1 }
    } else if requirement.isOpen(occurrence) {
      open += 1
    } else {
      notYetDue += 1
    }
  }
}

/// Makes the charts of a report.
enum Charts {
  /// Progress by section, progress by owner, and the year by months.
  static func all(of facts: ReportFacts) -> [YearlyReport.Chart] {
    let sections = facts.sections.map { section in
      let figures = section.figures
      return YearlyReport.Bar(
        label: section.title.visible,
        parts: YearlyReport.Parts(figures),
        ongoing: figures.ongoing,
        ongoingRecorded: figures.ongoingRecorded
      )
    }
    let rows = facts.sections.map { section in
      YearlyReport.CalendarRow(label: section.title.visible, months: months(of: section))
    }
    if sections.isEmpty { return [] }
    return [
      .bars(title: facts.language.text(en: "Progress by section", zh: "各部分办理情况"), bars: sections),
      .bars(
        title: facts.language.text(en: "Progress by owner", zh: "各责任人办理情况"),
        bars: owners(facts)
      ),
      .calendar(
        title: facts.language.text(en: "The year by month due", zh: "全年应办事项（按到期月份）"),
        rows: rows.filter { $0.months.contains { $0.total > 0 } }
      ),
    ]
  }

  private static func months(of section: SectionFacts) -> [YearlyReport.Parts] {
    var months = Array(repeating: YearlyReport.Parts(), count: 12)
    for requirement in section.requirements {
      for occurrence in requirement.occurrences {
        months[occurrence.originalDue.month - 1].count(occurrence, of: requirement)
      }
    }
    return months
  }

  private static func owners(_ facts: ReportFacts) -> [YearlyReport.Bar] {
    let nobody = facts.language.text(en: "Nobody named", zh: "未明确责任人")
    var order: [String] = []
    var parts: [String: YearlyReport.Parts] = [:]
    for requirement in facts.requirements {
      for occurrence in requirement.occurrences {
        let owner = occurrence.owner ?? nobody
        if parts[owner] == nil { order.append(owner) }
        parts[owner, default: YearlyReport.Parts()].count(occurrence, of: requirement)
      }
    }
    return order.map { owner in
      YearlyReport.Bar(
        label: owner.visible,
        parts: parts[owner] ?? YearlyReport.Parts(),
        ongoing: 0,
        ongoingRecorded: 0
      )
    }
  }
}
