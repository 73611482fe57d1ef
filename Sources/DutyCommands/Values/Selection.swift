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
    Options<String>(
      "checklist",
      value: Message(en: "id", zh: "编号"),
      help: Message(en: "Only these checklists", zh: "只看这份清单"),
      completion: .source("checklists")
    ),
    Options<String>(
      "tier",
      value: Message(en: "tier", zh: "主体"),
      help: Message(
        en: "Only this tier: party-group, secretary, member, common, an id or a title",
        zh: "只看这个责任主体：party-group、secretary、member、common、编号或标题"
      ),
      completion: .source("tiers")
    ),
    Options<String>(
      "section",
      value: Message(en: "section", zh: "部分"),
      help: Message(en: "Only this section: an id or part of a title", zh: "只看这个部分：编号或标题的一部分"),
      completion: .source("sections")
    ),
    Options<String>(
      "owner",
      value: Message(en: "name", zh: "姓名"),
      help: Message(en: "Only what this person answers for", zh: "只看这个人负责的"),
      completion: .source("owners")
    ),
    Options<String>(
      "department",
      value: Message(en: "name", zh: "名称"),
      help: Message(en: "Only what this department answers for", zh: "只看这个处室的"),
      completion: .source("departments")
    ),
    Options<StateFilter>(
      "state",
      value: Message(en: "state", zh: "状态"),
      help: Message(en: "Only these states; several with commas", zh: "只看这些状态；几个用逗号隔开"),
      separator: ","
    ),
    Options<String>(
      "text",
      value: Message(en: "text", zh: "文字"),
      help: Message(en: "Only duties whose title or text has this", zh: "只看标题或正文含此文字的")
    ),
    Option<DayExpression>(
      "due-before",
      value: Message(en: "date", zh: "日期"),
      help: Message(en: "Only what is due before this day", zh: "只看这天之前到期的")
    ),
    Option<DayExpression>(
      "due-after",
      value: Message(en: "date", zh: "日期"),
      help: Message(en: "Only what is due after this day", zh: "只看这天之后到期的")
    ),
    Option<Int>(
      "year",
      value: Message(en: "year", zh: "年份"),
      help: Message(en: "The year looked at", zh: "看哪一年"),
      fallback: Message(en: "that of today", zh: "今年")
    ),
    as: Selection.init,
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
