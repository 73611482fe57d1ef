internal import DutyModel

/// The last steps: from the outline to a checklist, with every decision and the use of every
/// character written down.
struct Arranger {
  private let outline: Outline
  let text: DocumentText
  private let options: ImportOptions
  private var planner: Planner
  private(set) var decisions: [ImportDecision] = []
  private(set) var uses: [(range: Range<Int>, use: CharacterLedger.Use)] = []
  /// The year in the title.
  private(set) var year: Int?
  private var dutyCount = 0

  init(outline: Outline, text: DocumentText, options: ImportOptions) {
    self.outline = outline
    self.text = text
    self.options = options
    planner = Planner(outline: outline, text: text, titleKind: nil)
    for node in outline.nodes where !node.segment.isLineStart && node.marker.number > 0 {
      itemCounts[node.line] = 0
    }
    for node in outline.nodes where node.marker.number > 0 {
      if let count = itemCounts[node.line] { itemCounts[node.line] = count + 1 }
    }
  }

  mutating func checklist() throws(ImportError) -> ImportedChecklist {
    let opening = Opening(outline.opening, in: text)
    var titleReading = Reading()
    for line in opening.title { titleReading.append(line.whole) }
    year = TitleWords.year(in: titleReading)
    let title = title(of: titleReading)
    for line in opening.title { use(line.whole, .title) }
    for (segment, part) in opening.skipped { skip(segment, part) }
    for segment in outline.headers { skip(segment, .tableHeader) }

    let kind = HeadingWords.kind(ofTitle: titleReading)
    planner = Planner(outline: outline, text: text, titleKind: kind)
    planner.make()
    for node in planner.plan.skipped { skipNode(node) }
    var checklist = ImportedChecklist(
      id: options.id,
      title: title,
      organization: options.organization,
      year: year,
      effective: options.effective,
      tiers: []
    )
    for plan in planner.plan.tiers {
      checklist.tiers.append(tier(plan, title: title, titleLines: opening.title))
    }
    for column in skippedColumns {
      let what = ImportDecision.Decision.columnSkipped(column.name, cells: column.cells)
      decide(column.line, column.name, nil, what, .ask)
    }
    for (segment, part) in outline.closing { skip(segment, part) }
    for segment in outline.rejected { note(segment.line, segment.whole, .notAnItem, .ask) }
    for junk in text.junk {
      decide(junk.line, text.oneLine([junk.range]), nil, .skipped(junk.part), .sure)
    }
    guard dutyCount > 0 else {
      throw .noItems(line: text.lines.first { !$0.isBlank }?.number ?? 1)
    }
    noteEarlyDates(in: checklist, opening.title)
    Identifiers.give(to: &checklist)
    nameSubjects(in: checklist)
    return checklist
  }

  private mutating func title(of reading: Reading) -> String {
    if let title = options.title { return title }
    if !reading.isEmpty { return text.oneLine(reading.stretches(in: text)) }
    let used = "责任清单"
    let line = text.lines.first { !$0.isBlank }?.number ?? 1
    decide(line, "", nil, .titleMissing(used: used), .ask)
    return used
  }

  /// Says how many dates lie before the day from which the list holds: a list of an earlier year.
  private mutating func noteEarlyDates(in checklist: ImportedChecklist, _ title: [Segment]) {
    let years = checklist.duties.flatMap(\.requirements).compactMap { requirement -> Int? in
      guard case .once(let deadline) = requirement.schedule,
        Terms(requirement.schedule, effective: options.effective).isNeverDue
      else { return nil }
      return deadline.day.year
    }
    guard let first = years.min() else { return }
    let line = title.first?.line ?? 1
    let words = title.first?.whole ?? Reading()
    note(line, words, .datesTooEarly(years.count, year: first), .ask)
  }

  // MARK: Tiers and sections

  private mutating func tier(
    _ plan: TierPlan,
    title: String,
    titleLines: [Segment]
  ) -> ImportedTier {
    let first = decisions.count
    var tier = ImportedTier(id: "", kind: plan.kind, title: title, portfolio: nil, sections: [])
    if let node = plan.node {
      for container in planner.containers[node] ?? [] {
        _ = heading(container)
        lead(container)
      }
      tier.title = heading(node).title
      if !outline.nodes[node].isLeaf {
        lead(node)
      } else if let announcement = outline.nodes[node].announcement {
        skip(announcement, .lead)
      }
      (tier.owner, tier.departments) = annotations(ofHeading: node)
      let body = outline.nodes[node].body
      tier.portfolio = plan.portfolio.map { text.oneLine($0.stretches(in: text)) }
      if plan.isSure {
        note(outline.nodes[node].line, body, .tier(plan.kind), .sure)
      } else {
        note(outline.nodes[node].line, body, .tierUnknown(plan.kind), .ask)
      }
    } else if plan.isSure {
      let line = titleLines.first
      note(line?.line ?? 1, line?.body ?? Reading(), .tier(plan.kind), .ask)
    } else {
      note(
        titleLines.first?.line ?? 1,
        titleLines.first?.body ?? Reading(),
        .tierUnknown(plan.kind),
        .ask
      )
    }
    for index in first..<decisions.count { subjects[index] = .tier(tierCount) }
    var expected = 1
    for section in plan.sections { tier.sections.append(self.section(section, &expected)) }
    tierCount += 1
    return tier
  }

  private var tierCount = 0
  private var openHeadings: Set<Int> = []

  private mutating func section(_ plan: SectionPlan, _ expected: inout Int) -> ImportedSection {
    var section = ImportedSection(id: nil, title: "", points: nil, duties: [])
    var titles: [String] = []
    for node in plan.nodes where openHeadings.insert(node).inserted {
      let (title, points) = heading(node)
      titles.append(title)
      section.points = points ?? section.points
      if !outline.nodes[node].isLeaf { lead(node) }
      let (owner, departments) = annotations(ofHeading: node)
      section.owner = owner ?? section.owner
      if !departments.isEmpty { section.departments = departments }
      if outline.nodes[node].marker.shape == .plain {
        note(outline.nodes[node].line, outline.nodes[node].body, .heading, .ask)
      }
    }
    if let last = plan.nodes.last {
      section.id = ""
      section.title = titles.last ?? self.titleOf(last)
      if plan.nodes.count > 1 {
        section.title = plan.nodes.map { titleOf($0) }.joined(separator: "：")
        note(outline.nodes[last].line, outline.nodes[last].body, .flattened, .ask)
      }
    }
    for (index, item) in plan.items.enumerated() {
      switch item {
      case .node(let node):
        checkNumber(outline.nodes[node], isFirst: index == 0, &expected)
        section.duties.append(duty(node))
      case .paragraphs(let lines):
        section.duties.append(duty(lines))
      }
      dutyCount += 1
    }
    return section
  }

  private func titleOf(_ node: Int) -> String {
    let words = HeadingWords.trimmed(outline.nodes[node].heading)
    let title = text.oneLine(words.stretches(in: text))
    return title.isEmpty
      ? text.oneLine(outline.nodes[node].segment.whole.stretches(in: text)) : title
  }

  /// Reads a heading: its words and its points.
  private mutating func heading(_ node: Int) -> (title: String, points: Int?) {
    let item = outline.nodes[node]
    use(item.segment.head, .marker)
    use(item.heading, .heading)
    return (titleOf(node), HeadingWords.points(in: item.heading))
  }

  /// Skips the paragraphs below a heading.
  private mutating func lead(_ node: Int) {
    for paragraph in outline.nodes[node].leads { skip(paragraph, .lead) }
  }

  /// Reads the annotations of a heading: who answers for what stands below it.
  ///
  /// A time would hold for no duty of its own, so a person has to look at it.
  private mutating func annotations(
    ofHeading node: Int
  ) -> (owner: String?, departments: [String]) {
    var builder = DutyBuilder(text: text, year: year)
    builder.annotations = outline.nodes[node].annotations
    let read = builder.duty(line: outline.nodes[node].line, number: nil)
    for range in builder.annotationRanges + builder.textRanges {
      uses.append((range, .annotation))
    }
    for note in builder.decisions { decide(note, nil) }
    for annotation in outline.nodes[node].annotations where annotation.label.kind == .time {
      note(annotation.line, annotation.value, .unreadableTime(label: annotation.label.name), .ask)
    }
    return (read.owner, read.departments)
  }

  /// Skips a heading with everything below it.
  private mutating func skipNode(_ node: Int) {
    var open = [node]
    while let next = open.popLast() {
      let item = outline.nodes[next]
      skip(item.segment, .generalPart)
      for paragraph in item.paragraphs { skip(paragraph, .generalPart) }
      for annotation in item.annotations {
        use(annotation.head, .annotation)
        use(annotation.value, .annotation)
      }
      open += item.children
    }
  }

  private mutating func checkNumber(_ item: OutlineNode, isFirst: Bool, _ expected: inout Int) {
    let number = item.marker.number
    guard number > 0 else { return }
    let follows = number == expected || number == lastNumber + 1 || isFirst && number == 1
    // Articles run on through the whole document.
    if !follows, item.marker.shape != .article {
      decide(
        item.line,
        excerpt(item.segment.whole),
        .duty(dutyCount),
        .numberOutOfOrder(expected: expected, found: number),
        .ask
      )
    }
    expected = number + 1
    lastNumber = number
  }

  private var lastNumber = 0
  /// How many items stand on each line that has several.
  private var itemCounts: [Int: Int] = [:]

  // MARK: Duties

  private mutating func duty(_ lines: [Segment]) -> ImportedDuty {
    var builder = DutyBuilder(text: text, year: year)
    var isFirst = true
    for line in lines {
      builder.append(line.whole, isNewParagraph: false)
      if !isFirst { decide(line.line, excerpt(line.whole), .duty(dutyCount), .joined, .sure) }
      isFirst = false
    }
    let first = lines.first
    if let first {
      decide(first.line, excerpt(first.whole), .duty(dutyCount), .paragraphAsDuty, .ask)
    }
    return finish(&builder, line: first?.line ?? 1, number: nil)
  }

  private mutating func duty(_ node: Int) -> ImportedDuty {
    let item = outline.nodes[node]
    var builder = DutyBuilder(text: text, year: year)
    use(item.segment.head, .marker)
    if !item.segment.isLineStart, let count = itemCounts.removeValue(forKey: item.line) {
      decide(item.line, excerpt(item.segment.whole), .duty(dutyCount), .split(count), .sure)
    }
    append(node, to: &builder)
    return finish(&builder, line: item.line, number: printedNumber(of: item))
  }

  /// The number of an item as the document prints it.
  private func printedNumber(of item: OutlineNode) -> String? {
    guard item.marker.number > 0 else { return nil }
    guard case .decimal = item.marker.shape else { return String(item.marker.number) }
    let isMarked = item.segment.head.last.map { ".、".unicodeScalars.contains($0) } ?? false
    return item.segment.head[0..<(item.segment.head.count - (isMarked ? 1 : 0))].description
  }

  /// Adds the words of a node, and of what is below it if that belongs to it.
  private mutating func append(_ node: Int, to builder: inout DutyBuilder) {
    var open = [node]
    var subItems = 0
    while let next = open.popLast() {
      let item = outline.nodes[next]
      if next == node {
        builder.append(item.body, isNewParagraph: false)
      } else {
        builder.append(item.segment.whole, isNewParagraph: item.segment.isLineStart)
        subItems += 1
      }
      var before = item.body
      var isFullLine = item.segment.isFullLine
      for line in item.paragraphs {
        // Another cell of a row.
        guard line.isLineStart else {
          builder.append(line.whole, isNewParagraph: true)
          before = line.body
          continue
        }
        let goesOn =
          !(item.segment.line == line.line - 1 && planner.isTheme(next))
          && text.goesOn(before, isFullLine: isFullLine, in: line)
        builder.append(line.whole, isNewParagraph: !goesOn)
        decide(
          line.line,
          excerpt(line.whole),
          .duty(dutyCount),
          goesOn ? .joined : .paragraphAdded,
          goesOn ? .sure : .ask
        )
        before = line.body
        isFullLine = line.isFullLine
      }
      for annotation in item.annotations { builder.annotations.append(annotation) }
      open += item.children.reversed()
    }
    if subItems > 0 {
      decide(
        outline.nodes[node].line,
        excerpt(outline.nodes[node].segment.whole),
        .duty(dutyCount),
        .subItems(subItems),
        .ask
      )
    }
  }

  private mutating func finish(
    _ builder: inout DutyBuilder,
    line: Int,
    number: String?
  ) -> ImportedDuty {
    let duty = builder.duty(line: line, number: number)
    for range in builder.textRanges { uses.append((range, .text(duty: dutyCount))) }
    for range in builder.annotationRanges { uses.append((range, .annotation)) }
    for decision in builder.decisions { decide(decision, .duty(dutyCount)) }
    return duty
  }

  // MARK: Decisions

  private enum Subject {
    case tier(Int)
    case duty(Int)
  }

  /// What decisions are about, by their index, until ids are given.
  private var subjects: [Int: Subject] = [:]

  /// The columns that no key holds, in the order of their first cells.
  private var skippedColumns: [SkippedColumn] = []

  /// A column of a table, with the number of its cells that hold something.
  private struct SkippedColumn {
    let line: Int
    let name: String
    var cells: Int
  }

  /// What a whole column says is decided once, not in every row.
  private mutating func decide(_ note: DutyBuilder.Note, _ subject: Subject?) {
    guard case .columnSkipped(let name, let cells) = note.what else {
      decide(note.line, note.excerpt, subject, note.what, note.certainty)
      return
    }
    let line = headerLine(above: note.line)
    if let known = skippedColumns.lastIndex(where: { $0.line == line && $0.name == name }) {
      skippedColumns[known].cells += cells
    } else {
      skippedColumns.append(SkippedColumn(line: line, name: name, cells: cells))
    }
  }

  /// The line of the head of the table that a row is in.
  private func headerLine(above line: Int) -> Int {
    var low = 0
    var high = outline.headers.count
    while low < high {
      let middle = (low + high) / 2
      if outline.headers[middle].line <= line { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? outline.headers[low - 1].line : line
  }

  private mutating func decide(
    _ line: Int,
    _ excerpt: String,
    _ subject: Subject?,
    _ what: ImportDecision.Decision,
    _ certainty: ImportDecision.Certainty
  ) {
    if let subject { subjects[decisions.count] = subject }
    decisions.append(
      ImportDecision(line: line, excerpt: excerpt, subject: nil, what: what, certainty: certainty)
    )
  }

  private mutating func note(
    _ line: Int,
    _ words: Reading,
    _ what: ImportDecision.Decision,
    _ certainty: ImportDecision.Certainty
  ) {
    decide(line, excerpt(words), nil, what, certainty)
  }

  private mutating func skip(_ segment: Segment, _ part: ImportDecision.SkippedPart) {
    use(segment.whole, .skipped(part))
    // What says how often something is to be done may be a duty.
    let isTimed =
      (part == .lead || part == .preamble)
      && ClauseReader.clauses(in: segment.body).contains {
        switch $0.basis {
        case .stated, .implied, .yearly: true
        default: false
        }
      }
    note(segment.line, segment.whole, .skipped(part), isTimed ? .ask : .sure)
  }

  private mutating func use(_ reading: Reading, _ use: CharacterLedger.Use) {
    for range in reading.stretches(in: text) { uses.append((range, use)) }
  }

  private func excerpt(_ words: Reading) -> String { text.excerpt(words) }

  /// Puts ids in the place of the duties and tiers that decisions are about.
  private mutating func nameSubjects(in checklist: ImportedChecklist) {
    let duties = checklist.duties
    decisions = decisions.enumerated().map { index, decision in
      let id: String? =
        switch subjects[index] {
        case .tier(let tier) where tier < checklist.tiers.count: checklist.tiers[tier].id
        case .duty(let duty) where duty < duties.count: duties[duty].id
        default: nil
        }
      return ImportDecision(
        line: decision.line,
        excerpt: decision.excerpt,
        subject: id,
        what: decision.what,
        certainty: decision.certainty
      )
    }
  }
}

extension Segment {
  /// The marker or label, and the words.
  var whole: Reading {
    var whole = head
    whole.append(body)
    return whole
  }
}

extension DocumentText {
  /// The beginning of some words, for a table.
  func excerpt(_ words: Reading, most: Int = 24) -> String {
    let text = oneLine(words.stretches(0..<min(most, words.count), in: self))
    return words.count > most ? text + "…" : text
  }
}
