internal import DutyModel

/// The fourth step: which node of the outline is a tier, a section or a duty.
struct Plan {
  var tiers: [TierPlan] = []
  /// Nodes that are part of no tier, such as 总体要求.
  var skipped: [Int] = []
}

struct TierPlan {
  /// The heading; `nil` if the document names no tier.
  var node: Int?
  var kind: Tier.Kind
  var portfolio: Reading?
  /// Whether the heading settles the kind.
  var isSure = true
  var sections: [SectionPlan] = []
}

struct SectionPlan {
  /// The headings from the tier down; empty for duties right under the tier.
  var nodes: [Int] = []
  var items: [ItemPlan] = []
}

/// A duty: a node with everything below it, or a paragraph below a heading, line by line.
enum ItemPlan {
  case node(Int)
  case paragraphs([Segment])
}
