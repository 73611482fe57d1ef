/// One edition of a document: tiers, sections and duties, in the document's order.
///
/// Two editions may share an id if their effective ranges do not overlap; together they are one
/// checklist with one history. What is inherited (owner, departments …) is already resolved here.
package struct Checklist: Sendable {
  /// The name used in full ids: `[a-z][a-z0-9-]{0,31}`.
  package let id: String
  package let title: String
  package let organization: String?
  /// What the duties are about, as reports say it.
  package let subject: String?
  /// The year the document states, if it does; it says nothing about when duties are owed.
  package let year: Int?
  /// The language of the document: `zh` or `en`; `nil` inherits the workspace's.
  package let language: String?
  /// The days on which due days of this edition may lie.
  package let effective: DayRange
  package let tiers: [Tier]

  package init(
    id: String,
    title: String,
    organization: String? = nil,
    subject: String? = nil,
    year: Int? = nil,
    language: String? = nil,
    effective: DayRange = .always,
    tiers: [Tier]
  ) {
    self.id = id
    self.title = title
    self.organization = organization
    self.subject = subject
    self.year = year
    self.language = language
    self.effective = effective
    self.tiers = tiers
  }
}

/// A part of a checklist that says whose duties it holds (责任主体).
package struct Tier: Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case partyGroup = "party-group"
    case secretary
    case member
    /// Binds all the others (工作要求).
    case common
  }

  package let id: String
  package let kind: Kind
  package let title: String
  /// The field of work of a member's tier (分管领域).
  package let portfolio: String?
  /// The office its person holds, as reports name it (镇党委书记).
  package let post: String?
  /// The sections in order; duties that stand under the tier itself are in a section without id.
  package let sections: [Section]

  package init(
    id: String,
    kind: Kind,
    title: String,
    portfolio: String? = nil,
    post: String? = nil,
    sections: [Section]
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.portfolio = portfolio
    self.post = post
    self.sections = sections
  }
}

/// A heading inside a tier, with the duties below it.
package struct Section: Sendable {
  /// The id, or `nil` for duties that stand directly under their tier.
  package let id: String?
  package let title: String
  /// The points the section carries in a score, in thousandths.
  package let points: Int?
  /// What the section is about where reports must know it: `self-discipline`.
  package let role: String?
  package let duties: [Duty]

  package init(
    id: String?,
    title: String,
    points: Int? = nil,
    role: String? = nil,
    duties: [Duty]
  ) {
    self.id = id
    self.title = title
    self.points = points
    self.role = role
    self.duties = duties
  }
}

/// One numbered item of a checklist; it always asks at least one thing.
///
/// It never changes, and is a class so that the many places that hold it share one copy.
package final class Duty: Sendable {
  /// The name that never changes: `[a-z][a-z0-9.-]{0,30}[0-9]`.
  package let id: String
  /// The number as the document states it, if it does.
  private let statedNumber: String?
  package let title: String
  private let passage: Passage
  /// The points the duty carries in a score, in thousandths.
  package let points: Int?
  /// Whether somebody confirmed that a word such as 定期 in the text names no cycle.
  ///
  /// It changes nothing of what is owed, only what is still asked.
  package let hasNoCycle: Bool
  /// Ids the duty had before.
  package let formerly: [String]
  package let effective: DayRange
  package let requirements: [Requirement]

  /// The number as printed in the document; it may change.
  ///
  /// Where the document states none it is what follows the letters of the id.
  package var number: String { statedNumber ?? Duty.number(of: id) }

  /// The words of the document.
  package var text: String { passage.text }

  package init(
    id: String,
    number: String?,
    title: String,
    passage: Passage,
    points: Int? = nil,
    hasNoCycle: Bool = false,
    formerly: [String] = [],
    effective: DayRange = .always,
    requirements: [Requirement]
  ) {
    self.id = id
    statedNumber = number
    self.title = title
    self.passage = passage
    self.points = points
    self.hasNoCycle = hasNoCycle
    self.formerly = formerly
    self.effective = effective
    self.requirements = requirements
  }
}

extension Duty {
  private static func number(of id: String) -> String {
    let digits = id.utf8.drop {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == UInt8(ascii: "-")
        || $0 == UInt8(ascii: ".")
    }
    return String(Substring(digits))
  }

  package convenience init(
    id: String,
    number: String?,
    title: String,
    text: String = "",
    points: Int? = nil,
    hasNoCycle: Bool = false,
    formerly: [String] = [],
    effective: DayRange = .always,
    requirements: [Requirement]
  ) {
    self.init(
      id: id,
      number: number,
      title: title,
      passage: Passage(text),
      points: points,
      hasNoCycle: hasNoCycle,
      formerly: formerly,
      effective: effective,
      requirements: requirements
    )
  }
}

/// One thing a duty asks for, with a schedule.
///
/// It never changes, and is a class so that the many places that hold it share one copy.
package final class Requirement: Sendable {
  /// What a report upwards tells of.
  package enum Coverage: String, CaseIterable, Sendable {
    case previousYear = "previous-year"
    case previousHalfYear = "previous-half-year"
  }

  /// The letter inside the duty: `[a-z]{1,2}`.
  package let id: String
  package let title: String
  /// When it is owed.
  package let terms: Terms
  /// Whom a report goes to.
  package let reportTo: [String]
  package let covers: Coverage?
  /// The word for one time it is done, as reports say it (次, 轮, 期).
  package let unit: String?
  /// The clause that reports use for it; its title otherwise.
  package let action: String?
  /// The points the requirement carries in a score, in thousandths.
  package let points: Int?
  package let responsible: Responsible
  package let departments: [String]
  /// Whether an occurrence asks for a signature.
  package let signOff: Bool

  package init(
    id: String,
    title: String,
    terms: Terms,
    reportTo: [String] = [],
    covers: Coverage? = nil,
    unit: String? = nil,
    action: String? = nil,
    points: Int? = nil,
    responsible: Responsible = .nobody,
    departments: [String] = [],
    signOff: Bool = false
  ) {
    self.id = id
    self.title = title
    self.terms = terms
    self.reportTo = reportTo
    self.covers = covers
    self.unit = unit
    self.action = action
    self.points = points
    self.responsible = responsible
    self.departments = departments
    self.signOff = signOff
  }

  package var schedule: Schedule { terms.schedule }

  /// The days on which its due days may lie.
  package var effective: DayRange { terms.effective }
}

extension Requirement {
  /// Makes a requirement with terms of its own.
  package convenience init(
    id: String,
    title: String,
    schedule: Schedule,
    reportTo: [String] = [],
    covers: Coverage? = nil,
    unit: String? = nil,
    action: String? = nil,
    points: Int? = nil,
    responsible: Responsible = .nobody,
    departments: [String] = [],
    signOff: Bool = false,
    effective: DayRange = .always
  ) {
    self.init(
      id: id,
      title: title,
      terms: Terms(schedule, effective: effective),
      reportTo: reportTo,
      covers: covers,
      unit: unit,
      action: action,
      points: points,
      responsible: responsible,
      departments: departments,
      signOff: signOff
    )
  }
}

/// Who answers for a requirement.
package enum Responsible: Hashable, Sendable {
  /// Nobody is named yet.
  case nobody
  /// One person answers.
  case owner(String)
  /// Every one of them owes it separately.
  case each([String])

  /// Whether each of several persons owes it.
  var isPersonal: Bool { if case .each = self { true } else { false } }
}
