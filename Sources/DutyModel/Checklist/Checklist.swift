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

extension [Checklist] {
  /// The id of every checklist once, in their order, however many editions it has.
  package var ids: [String] {
    var ids: [String] = []
    for checklist in self where !ids.contains(checklist.id) { ids.append(checklist.id) }
    return ids
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

    /// The letter that ids begin with which a file leaves out: those of its tiers and duties.
    package var letter: String {
      switch self {
      case .partyGroup: "g"
      case .secretary: "s"
      case .member: "m"
      case .common: "c"
      }
    }
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
