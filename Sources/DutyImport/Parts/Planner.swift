internal import DutyModel

/// Decides it, by what headings say and by what has items below it.
struct Planner {
  private let outline: Outline
  private let text: DocumentText
  private let titleKind: Tier.Kind?
  private let roots: [Int]
  /// For the root, and then for every node, how many of its children have children.
  private var innerCounts: [Int]
  private(set) var plan = Plan()
  /// Nodes with items below them that are one duty all the same.
  private(set) var folded: Set<Int> = []

  init(outline: Outline, text: DocumentText, titleKind: Tier.Kind?) {
    self.outline = outline
    self.text = text
    self.titleKind = titleKind
    roots = outline.roots
    innerCounts = [Int](repeating: 0, count: outline.nodes.count + 1)
    for node in outline.nodes where !node.isLeaf { innerCounts[(node.parent ?? -1) + 1] += 1 }
  }

  mutating func make() {
    fold(roots)
    for node in outline.nodes { fold(node.children) }
    let kinds = roots.map { role(of: $0) }
    let known = kinds.filter { $0.isTier }.count
    let others = kinds.filter { $0 == .unknown }.count
    if known == 0 || others > known {
      planWithoutTiers(roots)
    } else {
      for (root, role) in zip(roots, kinds) { add(root, role) }
    }
    mergeLoose()
    settleDiscipline()
  }

  /// Beside the head of the body, the secretary of its discipline body is another member.
  private mutating func settleDiscipline() {
    let isDiscipline = plan.tiers.map { tier in
      tier.node.map { outline.nodes[$0].heading.containsAny(Planner.discipline) } ?? false
    }
    let hasHead = zip(plan.tiers, isDiscipline).contains { $0.kind == .secretary && !$1 }
    guard hasHead else { return }
    for index in plan.tiers.indices
    where isDiscipline[index] && plan.tiers[index].kind == .secretary {
      plan.tiers[index].kind = .member
    }
  }

  private static let discipline = Word.list("纪委书记 纪工委书记 纪检书记 纪检组长 纪检组组长 纪检监察组长 纪检监察组组长")

  // MARK: Sub-items

  /// Finds among siblings those whose items belong to their own text: a sentence that ends in a
  /// colon, among siblings that are plain duties.
  private mutating func fold(_ siblings: [Int]) {
    let inner = siblings.filter { !outline.nodes[$0].isLeaf }
    guard !inner.isEmpty else { return }
    let leaves = siblings.count - inner.count
    let sentences = siblings.filter {
      outline.nodes[$0].isLeaf && (outline.nodes[$0].body.isTerminated || !isHeading($0))
    }.count
    for node in inner
    where !isHeading(node) && !isShort(node) && leaves > 0 && sentences >= inner.count {
      folded.insert(node)
    }
  }

  /// Whether the words of a node read like a heading.
  func isHeading(_ node: Int) -> Bool {
    let body = outline.nodes[node].body
    switch outline.nodes[node].marker.shape {
    case .group, .plain: return true
    default: break
    }
    if HeadingWords.kind(of: body) != nil, body.count <= 45 { return true }
    let last = body.last
    return body.count <= 45 && last != "。" && last != ";" && last != ":" && !body.contains("。")
      && !body.contains(";")
  }

  /// Whether the words of a node are a heading that ends in a full stop.
  private func isShort(_ node: Int) -> Bool {
    let body = outline.nodes[node].body
    return body.count <= 20 && body.last == "。" && !body.contains(",")
  }

  /// Whether a line is what its item is about, and the sentences stand in the lines below it: a
  /// few words without a mark, as all its siblings are.
  func isTheme(_ node: Int) -> Bool {
    let siblings = outline.nodes[node].parent.map { outline.nodes[$0].children } ?? roots
    guard siblings.count > 1 else { return false }
    // Looking at the ones beside it is enough. Siblings are in order.
    var place = 0
    var end = siblings.count
    while place < end {
      let middle = (place + end) / 2
      if siblings[middle] < node { place = middle + 1 } else { end = middle }
    }
    guard place < siblings.count else { return false }
    let near = siblings[max(0, place - 1)...min(siblings.count - 1, place + 1)]
    return near.allSatisfy { sibling in
      let item = outline.nodes[sibling]
      guard item.isLeaf, (2...20).contains(item.body.count), !item.body.isTerminated,
        !item.body.contains(","), !item.segment.isFullLine, let first = item.paragraphs.first
      else { return false }
      return first.isLineStart && first.body.isTerminated && first.body.count > 4
    }
  }

  func isInner(_ node: Int) -> Bool { !outline.nodes[node].isLeaf && !folded.contains(node) }

  // MARK: Roles

  enum Role: Equatable {
    case tier(Tier.Kind)
    /// Its children are the tiers.
    case container
    case common
    case general
    case unknown
    case duty

    var isTier: Bool {
      switch self {
      case .tier, .container: true
      default: false
      }
    }
  }

  func role(of node: Int) -> Role {
    let body = outline.nodes[node].heading
    let shape = outline.nodes[node].marker.shape
    if outline.nodes[node].isLeaf, HeadingWords.isAboutDocument(body) { return .general }
    var isLoose = shape == .tierTitle
    if case .group = shape { isLoose = true }
    if outline.nodes[node].parent == nil, isInner(node),
      HeadingWords.isPost(body) || HeadingWords.isPostWithName(body)
    {
      isLoose = true
    }
    let kind =
      isInner(node) || isHeadingLeaf(node) ? HeadingWords.kind(of: body, isLoose: isLoose) : nil
    if isInner(node) {
      let inner = outline.nodes[node].children.filter { isInner($0) }
      if !inner.isEmpty, inner.count == outline.nodes[node].children.count,
        inner.allSatisfy({ tierKind(of: $0) != nil }),
        kind == nil || !inner.allSatisfy({ HeadingWords.isDoubleDuty(outline.nodes[$0].heading) })
      {
        return .container
      }
    }
    if let kind { return .tier(kind) }
    // The document says that it is somebody's duties, and neither a body's nor its head's.
    if outline.nodes[node].namesSubject { return .tier(.member) }
    if HeadingWords.isGeneral(body), !isInner(node) || HeadingWords.isRules(body) {
      return .general
    }
    if HeadingWords.isCommon(body), isInner(node) || isHeadingLeaf(node) { return .common }
    if HeadingWords.isGeneral(body), outline.nodes[node].children.allSatisfy({ !isInner($0) }) {
      return .common
    }
    return isInner(node) || isHeadingLeaf(node) ? .unknown : .duty
  }

  private func tierKind(of node: Int) -> Tier.Kind? {
    let body = outline.nodes[node].heading
    if HeadingWords.portfolio(of: body) != nil { return .member }
    return HeadingWords.kind(of: body)
  }

  /// Whether a node without items is a heading over paragraphs without numbers.
  func isHeadingLeaf(_ node: Int) -> Bool {
    let item = outline.nodes[node]
    guard item.isLeaf, isHeading(node), let first = item.leads.first,
      !item.body.isTerminated, !first.body.isEmpty
    else { return false }
    // A line that is full goes on in the next one.
    if item.segment.isFullLine, !first.isBlankBefore, item.leads.count == item.paragraphs.count {
      return false
    }
    if HeadingWords.kind(of: item.body) != nil || HeadingWords.isCommon(item.body)
      || HeadingWords.isGeneral(item.body) || item.marker.shape == .plain
      || item.marker.shape == .tierTitle
    {
      return true
    }
    // Its siblings are headings, so it is one too, unless the line is only broken.
    let siblings = item.parent.map { outline.nodes[$0].children.count } ?? roots.count
    let inner = innerCounts[(item.parent ?? -1) + 1]
    return inner * 2 >= siblings && siblings > 1 && !item.segment.isFullLine
      && first.body.isTerminated
  }

  // MARK: Tiers

  private mutating func add(_ node: Int, _ role: Role) {
    switch role {
    case .container:
      let firstTier = plan.tiers.count
      for child in outline.nodes[node].children {
        add(
          child,
          self.role(of: child) == .container ? .container : .tier(tierKind(of: child) ?? .member)
        )
      }
      if firstTier < plan.tiers.count, let first = plan.tiers[firstTier].node {
        containers[first, default: []].insert(node, at: 0)
      }
    case .tier(let kind):
      var tier = TierPlan(node: node, kind: kind)
      tier.portfolio = kind == .member ? HeadingWords.portfolio(of: outline.nodes[node].body) : nil
      tier.sections = sections(below: node)
      plan.tiers.append(tier)
    case .common, .unknown:
      // The duties of some post or office are nobody else's; what else is left binds all.
      let heading = outline.nodes[node].heading
      let isPost =
        role == .unknown && (HeadingWords.isNoun(heading) || HeadingWords.isOffice(heading))
      var tier = TierPlan(node: node, kind: isPost ? .member : .common)
      tier.isSure = role == .common
      tier.sections = sections(below: node)
      plan.tiers.append(tier)
    case .general:
      plan.skipped.append(node)
    case .duty:
      plan.tiers.append(
        TierPlan(
          node: nil,
          kind: .common,
          isSure: false,
          sections: [SectionPlan(items: [.node(node)])]
        )
      )
    }
  }

  /// Headings above tiers, by the first tier below them; the outermost first.
  private(set) var containers: [Int: [Int]] = [:]

  /// Duties that stand between tiers go together.
  private mutating func mergeLoose() {
    var merged: [TierPlan] = []
    for tier in plan.tiers {
      if tier.node == nil, tier.kind == .common, let last = merged.last, last.node == nil,
        last.kind == .common
      {
        merged[merged.count - 1].sections += tier.sections
      } else {
        merged.append(tier)
      }
    }
    for index in merged.indices where merged[index].sections.count > 1 {
      var sections: [SectionPlan] = []
      for section in merged[index].sections {
        if section.nodes.isEmpty, let first = sections.first, first.nodes.isEmpty {
          sections[0].items += section.items
        } else if section.nodes.isEmpty {
          sections.insert(section, at: 0)
        } else {
          sections.append(section)
        }
      }
      merged[index].sections = sections
    }
    plan.tiers = merged
  }

  private mutating func planWithoutTiers(_ roots: [Int]) {
    var tier = TierPlan(node: nil, kind: titleKind ?? .partyGroup)
    tier.isSure = titleKind != nil
    var common: [Int] = []
    for root in roots {
      if isInner(root) || isHeadingLeaf(root) {
        let body = outline.nodes[root].body
        if HeadingWords.isCommon(body), roots.count > 1 {
          common.append(root)
        } else if HeadingWords.isGeneral(body), !isInner(root) {
          plan.skipped.append(root)
        } else {
          appendSections(root, above: [], to: &tier.sections)
        }
      } else if HeadingWords.isGeneral(outline.nodes[root].body) || role(of: root) == .general {
        plan.skipped.append(root)
      } else {
        appendItem(.node(root), under: [], to: &tier.sections)
      }
    }
    if !tier.sections.isEmpty { plan.tiers.append(tier) }
    for root in common {
      var tier = TierPlan(node: root, kind: .common)
      tier.sections = sections(below: root)
      plan.tiers.append(tier)
    }
  }

  private func sections(below node: Int) -> [SectionPlan] {
    var sections: [SectionPlan] = []
    appendBelow(node, above: [], to: &sections)
    return sections
  }

  /// Adds what stands below a heading; paragraphs are duties only if nothing else does.
  private func appendBelow(_ node: Int, above: [Int], to sections: inout [SectionPlan]) {
    let item = outline.nodes[node]
    if item.isLeaf {
      for lines in text.paragraphs(Array(item.statements)) {
        appendItem(.paragraphs(lines), under: above, to: &sections)
      }
    }
    for child in item.children {
      if isInner(child) || isHeadingLeaf(child) {
        appendSections(child, above: above, to: &sections)
      } else {
        appendItem(.node(child), under: above, to: &sections)
      }
    }
  }

  private func appendSections(_ node: Int, above: [Int], to sections: inout [SectionPlan]) {
    appendBelow(node, above: above + [node], to: &sections)
  }

  private func appendItem(
    _ item: ItemPlan,
    under nodes: [Int],
    to sections: inout [SectionPlan]
  ) {
    if nodes.isEmpty {
      if let first = sections.first, first.nodes.isEmpty {
        sections[0].items.append(item)
      } else {
        sections.insert(SectionPlan(nodes: [], items: [item]), at: 0)
      }
    } else if let last = sections.last, last.nodes == nodes {
      sections[sections.count - 1].items.append(item)
    } else {
      sections.append(SectionPlan(nodes: nodes, items: [item]))
    }
  }
}
