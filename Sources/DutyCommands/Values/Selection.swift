package import CommandLineKit
import DutyModel
import DutyReports
import TerminalText

/// Which duties a command is about: ids and filters, the same on every command that selects.
///
/// Repeats of one filter widen the choice, different filters narrow it.
package struct Selection: Sendable, Hashable {
  package let ids: [String]
  package let checklists: [String]
  package let tiers: [String]
  package let sections: [String]
  package let owners: [String]
  package let departments: [String]
  package let states: [StateFilter]
  package let texts: [String]
  package let dueBefore: DayExpression?
  package let dueAfter: DayExpression?
  package let year: Int?

  package static let parameters = Parameters(
    Arguments<String>(
      Message(en: "id", zh: "编号"),
      isOptional: true,
      help: Message(
        en: "Duties or requirements, such as s11, s11b or township/s11b",
        zh: "职责或要求的编号，如 s11、s11b 或 township/s11b"
      ),
      completion: .source("duties")
    ),
    Options<String>.checklists,
    Options<String>.tiers,
    Options<String>.sections,
    Options<String>.owners,
    Options<String>.departments,
    Options<StateFilter>(
      "state",
      value: Message(en: "state", zh: "状态"),
      help: Message(en: "Only these states; several with commas", zh: "只看这些状态；几个用逗号隔开"),
      separator: ","
    ),
    Options<String>.texts,
    Option<DayExpression>.dueBefore,
    Option<DayExpression>.dueAfter,
    Option<Int>(
      "year",
      value: Message(en: "year", zh: "年份"),
      help: Message(en: "The year looked at", zh: "看哪一年"),
      fallback: Message(en: "that of today", zh: "今年")
    ),
    as: Selection.init,
    untyped: { Selection() }
  )

  /// The filters by place, people and words alone: for what has no state and no due day.
  package static let filters = Parameters(
    Options<String>.checklists,
    Options<String>.tiers,
    Options<String>.sections,
    Options<String>.owners,
    Options<String>.departments,
    Options<String>.texts,
    as: {
      Selection(
        checklists: $0,
        tiers: $1,
        sections: $2,
        owners: $3,
        departments: $4,
        texts: $5
      )
    },
    untyped: { Selection() }
  )

  package init(
    ids: [String] = [],
    checklists: [String] = [],
    tiers: [String] = [],
    sections: [String] = [],
    owners: [String] = [],
    departments: [String] = [],
    states: [StateFilter] = [],
    texts: [String] = [],
    dueBefore: DayExpression? = nil,
    dueAfter: DayExpression? = nil,
    year: Int? = nil
  ) {
    self.ids = ids
    self.checklists = checklists
    self.tiers = tiers
    self.sections = sections
    self.owners = owners
    self.departments = departments
    self.states = states
    self.texts = texts
    self.dueBefore = dueBefore
    self.dueAfter = dueAfter
    self.year = year
  }
}

extension Selection {
  /// Whether every duty is chosen.
  package var isEverything: Bool {
    isByPlaceOnly && checklists.isEmpty && tiers.isEmpty && sections.isEmpty
  }

  /// Whether duties are chosen by their place in the documents alone, so that headings tell it.
  package var isByPlaceOnly: Bool {
    ids.isEmpty && owners.isEmpty && departments.isEmpty && states.isEmpty && texts.isEmpty
      && dueBefore == nil && dueAfter == nil
  }
}
