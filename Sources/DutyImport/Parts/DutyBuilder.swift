internal import DutyModel

/// Puts one duty together: its text, its annotations, and what it asks for.
struct DutyBuilder {
  /// A decision about the duty, before it has an id.
  struct Note {
    let line: Int
    let excerpt: String
    fileprivate(set) var what: ImportDecision.Decision
    let certainty: ImportDecision.Certainty
  }

  private let document: DocumentText
  private let year: Int?
  /// The words, paragraph by paragraph.
  private var paragraphs: [Reading] = []
  var annotations: [OutlineNode.Annotation] = []
  private(set) var textRanges: [Range<Int>] = []
  private(set) var annotationRanges: [Range<Int>] = []
  private(set) var decisions: [Note] = []

  init(text: DocumentText, year: Int?) {
    document = text
    self.year = year
  }

  mutating func append(_ words: Reading, isNewParagraph: Bool) {
    if isNewParagraph || paragraphs.isEmpty {
      paragraphs.append(words)
    } else {
      paragraphs[paragraphs.count - 1].append(words)
    }
  }

  mutating func duty(line: Int, number: String?) -> ImportedDuty {
    let points = takePoints()
    var duty = ImportedDuty(
      id: "",
      number: number,
      title: "",
      text: takeText(),
      line: line,
      owner: nil,
      departments: [],
      points: points,
      requirements: []
    )
    let first = paragraphs.first { !$0.isEmpty } ?? Reading()
    duty.title = TitleWords.title(of: first, in: document)
    if duty.title.isEmpty { duty.title = number ?? "—" }
    var time: (schedule: Schedule, annotation: OutlineNode.Annotation)?
    for annotation in annotations {
      read(annotation, into: &duty, time: &time)
      for reading in [annotation.head, annotation.value] where !annotation.isShared {
        annotationRanges += reading.stretches(in: document)
      }
    }
    duty.requirements = requirements(of: duty, time: time)
    if let only = duty.requirements.first, duty.requirements.count == 1, only.origin != .text {
      settleCycles(using: only.schedule)
    }
    return duty
  }

  /// Tells what a duty is owed by where its own cycle cannot be said and nothing else of its text.
  private mutating func settleCycles(using schedule: Schedule) {
    for index in decisions.indices {
      guard case .unsupportedCycle(let word, nil) = decisions[index].what else { continue }
      decisions[index].what = .unsupportedCycle(word: word, used: schedule)
    }
  }

  // MARK: Text

  /// The points at the end of the text, which are no part of it.
  private mutating func takePoints() -> Int? {
    guard let last = paragraphs.last, let start = HeadingWords.pointsStart(in: last), start > 0,
      let points = HeadingWords.points(in: last)
    else { return nil }
    annotationRanges += last.from(start).stretches(in: document)
    paragraphs[paragraphs.count - 1] = last[0..<start]
    return points
  }

  private mutating func takeText() -> String {
    // An array grows by doubling; a string would be copied for every stretch.
    var result: [Unicode.Scalar] = []
    for (index, paragraph) in paragraphs.enumerated() {
      if index > 0, !result.isEmpty { result.append("\n") }
      for range in paragraph.stretches(in: document) {
        textRanges.append(range)
        // Two words of letters would run together where a line was broken between them.
        if let last = result.last, let first = document.scalars[range].first,
          DutyBuilder.isLetter(last), DutyBuilder.isLetter(first)
        {
          result.append(" ")
        }
        result += document.scalars[range]
      }
    }
    return String(scalars: result)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  // MARK: Annotations

  private mutating func read(
    _ annotation: OutlineNode.Annotation,
    into duty: inout ImportedDuty,
    time: inout (schedule: Schedule, annotation: OutlineNode.Annotation)?
  ) {
    let label = annotation.label
    let value = DutyBuilder.trimmed(annotation.value)
    guard !value.isEmpty else { return }
    let isMask = value.scalars.allSatisfy { "*xX×?某".unicodeScalars.contains($0) }
    switch label.kind {
    case .owner:
      guard !isMask else {
        note(annotation, .maskedOwner(label: label.name), .fillIn)
        return
      }
      let isList = value.scalars.contains { "、,;".unicodeScalars.contains($0) }
      if isList || duty.owner != nil { note(annotation, .severalOwners, .ask) }
      if duty.owner == nil { duty.owner = document.oneLine(ofNames: value) }
    case .departments, .partners:
      guard !isMask else {
        note(annotation, .maskedOwner(label: label.name), .fillIn)
        return
      }
      readDepartments(value, annotation, into: &duty)
    case .time:
      guard let (schedule, isWhole) = AnnotationTime.schedule(of: value, year: year) else {
        if let word = TimeWords.reaction(in: value, value.indices) {
          note(annotation, .reactionTime(word: word), .ask)
        } else {
          note(annotation, .unreadableTime(label: label.name), .ask)
        }
        return
      }
      if time != nil { note(annotation, .unreadableTime(label: label.name), .ask) }
      time = time ?? (schedule, annotation)
      if schedule.isUnknown {
        note(annotation, .masked(schedule), .fillIn)
      } else if !isWhole {
        note(annotation, .timeInPart(schedule), .ask)
      } else if schedule.isDated, !schedule.isCounted, !value.contains("年"), !value.contains("每") {
        note(annotation, .schedule(schedule), .ask)
      }
    case .points:
      if let points = HeadingWords.thousandths(value) {
        duty.points = points
      } else {
        note(annotation, .unknownLabel(label.name), .ask)
      }
    case .other:
      guard !label.name.isEmpty || !annotation.head.isEmpty else { return }
      note(annotation, .columnSkipped(label.name, cells: 1), .ask)
    }
  }

  private mutating func readDepartments(
    _ value: Reading,
    _ annotation: OutlineNode.Annotation,
    into duty: inout ImportedDuty
  ) {
    var seen = Set(duty.departments)
    var start = 0
    for index in 0...value.count {
      let isApart =
        index > 0 && index < value.count && value.place(index) > value.place(index - 1) + 1
      let isSeparator =
        index == value.count || "、,;/".unicodeScalars.contains(value[index])
      guard isSeparator || isApart && value.line(of: index, in: document) else { continue }
      var name = value[start..<index]
      start = isSeparator ? index + 1 : index
      if name.last == "等", name.count > 1 {
        name = name[0..<(name.count - 1)]
        note(annotation, .openList, .sure)
      }
      let text = document.oneLine(name.stretches(in: document))
      if !text.isEmpty, seen.insert(text).inserted { duty.departments.append(text) }
    }
  }

  /// The value without a full stop, or the bracket that closes the annotation.
  private static func trimmed(_ value: Reading) -> Reading {
    var end = value.count
    while end > 0 {
      let last = value[end - 1]
      guard
        "。;,】]|【[(".unicodeScalars.contains(last)
          || last == ")" && !value[0..<(end - 1)].scalars.contains("(")
      else {
        break
      }
      end -= 1
    }
    return value[0..<end]
  }

  // MARK: Requirements

  private mutating func requirements(
    of duty: ImportedDuty,
    time: (schedule: Schedule, annotation: OutlineNode.Annotation)?
  ) -> [ImportedRequirement] {
    var result: [ImportedRequirement] = []
    var isOnlyEvents = true
    for paragraph in paragraphs {
      for clause in ClauseReader.clauses(in: paragraph) {
        note(clause, paragraph)
        guard let schedule = schedule(of: clause, in: paragraph) else { continue }
        if clause.basis != .event { isOnlyEvents = false }
        if let time, schedule.isDated || time.schedule.isDated, !schedule.isDue(as: time.schedule),
          clause.basis == .dateOnly
        {
          note(clause, paragraph, .disagreement(text: schedule, annotation: time.schedule), .ask)
        }
        guard result.count < DutyBuilder.most else {
          note(clause, paragraph, .unsupportedCycle(word: "…", used: nil), .ask)
          break
        }
        result.append(requirement(clause, schedule, paragraph))
      }
    }
    // What the text says already is not owed twice.
    let stated = result.indices.filter { result[$0].schedule.isCounted }
    if let time, stated.count == 1, let only = stated.first,
      let joined = result[only].schedule.joined(with: time.schedule)
        ?? result[only].schedule.joined(withYearly: time.annotation.value)
    {
      if joined != result[only].schedule {
        note(time.annotation, .schedule(joined), .ask)
      }
      result[only].schedule = joined
      for index in result.indices { result[index].id = DutyBuilder.letters(index) }
      return result
    }
    let isSaid = time.map { says($0.schedule, $0.annotation, in: result) } ?? false
    if let time, !isSaid, time.schedule.isDated || result.isEmpty || isOnlyEvents {
      let value = DutyBuilder.trimmed(time.annotation.value)
      result.append(
        ImportedRequirement(
          id: "",
          title: duty.title,
          schedule: time.schedule,
          origin: .annotation,
          reportTo: [],
          covers: nil,
          unit: nil,
          action: nil,
          phrase: document.oneLine(value.stretches(in: document)),
          line: time.annotation.line
        )
      )
    } else if result.isEmpty {
      result.append(
        ImportedRequirement(
          id: "",
          title: duty.title,
          schedule: .ongoing,
          origin: .unstated,
          reportTo: [],
          covers: nil,
          unit: nil,
          action: nil,
          phrase: "",
          line: duty.line
        )
      )
    }
    for index in result.indices { result[index].id = DutyBuilder.letters(index) }
    return result
  }

  /// Whether the text says already what an annotation says: the same time, in a list of one year
  /// the same month of every year, so many times a year by its end, or any number of times where
  /// the annotation says that it is all the year.
  private func says(
    _ schedule: Schedule,
    _ annotation: OutlineNode.Annotation,
    in stated: [ImportedRequirement]
  ) -> Bool {
    let yearly = AnnotationTime.schedule(of: annotation.value, year: nil)?.schedule
    let value = DutyBuilder.trimmed(annotation.value)
    let isAllYear =
      value.count <= 6 && ["全年", "年内", "年度内"].contains { value.hasPrefix($0) }
    return stated.contains { requirement in
      requirement.schedule.isDue(as: schedule)
        || yearly.map { requirement.schedule.isDue(as: $0) } ?? false
        || requirement.schedule.isCounted && isAllYear
        || requirement.schedule.isYearly && schedule.isYearEnd
    }
  }

  /// The schedule of a clause; a month without a cycle in a list of one year is of that year.
  private func schedule(of clause: Clause, in words: Reading) -> Schedule? {
    guard clause.basis == .dateOnly, let year, case .yearly(let points) = clause.schedule,
      let point = points.first, points.count == 1,
      !words[clause.range].containsAny(["年底", "年终", "年末"])
    else { return clause.schedule }
    return AnnotationTime.schedule(.point(point), year) ?? clause.schedule
  }

  private func requirement(
    _ clause: Clause,
    _ schedule: Schedule,
    _ words: Reading
  ) -> ImportedRequirement {
    var action = Reading()
    var isFirst = true
    for part in clause.action {
      var part = part
      // The number of a sub-item is no word.
      if part.lowerBound == 0, let marker = Marker(words, at: 0) {
        part = min(marker.end, part.upperBound)..<part.upperBound
      }
      if isFirst {
        for word in DutyBuilder.fillers
        where words.has(word, at: part.lowerBound)
          && words.word(at: part.lowerBound, of: DutyBuilder.noFillers) == nil
        {
          part = min(part.lowerBound + word.count, part.upperBound)..<part.upperBound
        }
        isFirst = part.isEmpty
      }
      action.append(words[part])
    }
    let full = document.oneLine(action.stretches(in: document))
    let title = TitleWords.shortened(action, in: document)
    let phrase = document.oneLine(words.stretches(clause.range, in: document))
    return ImportedRequirement(
      id: "",
      title: title.isEmpty ? phrase : title,
      schedule: schedule,
      origin: .text,
      reportTo: clause.reportTo.map { document.oneLine(words.stretches($0, in: document)) },
      covers: clause.covers,
      unit: clause.unit,
      action: title == full ? nil : full,
      phrase: phrase,
      line: document.line(of: words.place(clause.range.lowerBound))
    )
  }

  private static let fillers = Word.list("要 应当 应 须 必须 并 还要 分别 按规定")

  /// Words that only begin as one of those does.
  private static let noFillers = Word.list(
    """
    要求 要点 要情 要事 要素 要害 要件 要案 要务 应急 应对 应用 应届 应诉 应邀 应收 应付 应知 应会 应变 须知 \
    并购 并轨 并网 并联 并案
    """
  )

  private static let most = 26 * 27

  /// The letters of the n-th requirement: a … z, aa … zz.
  private static func letters(_ index: Int) -> String {
    let alphabet = Array("abcdefghijklmnopqrstuvwxyz")
    if index < 26 { return String(alphabet[index]) }
    let rest = min(index - 26, 675)
    return String([alphabet[rest / 26], alphabet[rest % 26]])
  }

  // MARK: Decisions

  private mutating func note(
    _ annotation: OutlineNode.Annotation,
    _ what: ImportDecision.Decision,
    _ certainty: ImportDecision.Certainty
  ) {
    var whole = annotation.head
    whole.append(annotation.value)
    decisions.append(
      Note(
        line: annotation.line,
        excerpt: document.excerpt(whole),
        what: what,
        certainty: certainty
      )
    )
  }

  private mutating func note(
    _ clause: Clause,
    _ words: Reading,
    _ what: ImportDecision.Decision,
    _ certainty: ImportDecision.Certainty
  ) {
    decisions.append(
      Note(
        line: document.line(of: words.place(clause.range.lowerBound)),
        excerpt: document.excerpt(words[clause.range]),
        what: what,
        certainty: certainty
      )
    )
  }

  /// Says what had to be decided about a clause; what the words say plainly is no decision.
  private mutating func note(_ clause: Clause, _ words: Reading) {
    guard !clause.range.isEmpty else { return }
    let schedule = schedule(of: clause, in: words)
    if let schedule, schedule.isUnknown {
      note(clause, words, .masked(schedule), .fillIn)
    }
    switch (clause.basis, schedule) {
    case (.stated, _): break
    case (.implied, let schedule?):
      if case .counted = schedule { note(clause, words, .once(schedule), .sure) }
    case (.inherited, let schedule?):
      // 其中…: a part of what was counted before, perhaps.
      let isPart = words.has("其中", at: clause.range.lowerBound)
      note(clause, words, .inherited(schedule), clause.unit == nil || isPart ? .ask : .sure)
    case (.yearly, let schedule?):
      note(clause, words, .yearly(schedule), year == nil ? .ask : .sure)
    case (.inPart, let schedule?):
      note(clause, words, .timeInPart(schedule), .ask)
    case (.previousYear, let schedule?), (.dateOnly, let schedule?):
      // A date with its year leaves no doubt.
      if case .once = clause.schedule { break }
      note(clause, words, .schedule(schedule), .ask)
    case (.eachMeeting, _): note(clause, words, .eachMeeting, .sure)
    case (.event, _):
      let names = clause.reportTo.map { document.oneLine(words.stretches($0, in: document)) }
      note(clause, words, .eventReport(names), .sure)
    case (.unsupported(let word), _):
      // What is used instead is known once the annotations are read too.
      note(clause, words, .unsupportedCycle(word: word, used: nil), .ask)
    case (.countOnly, _): note(clause, words, .countWithoutCycle, .ask)
    case (.vague(let word), _): note(clause, words, .noCycle(word: word), .ask)
    case (.reaction(let word), _):
      // An annotation may have said the same.
      guard !decisions.contains(where: { $0.what == .reactionTime(word: word) }) else { break }
      note(clause, words, .reactionTime(word: word), .ask)
    case (.implied, nil), (.inherited, nil), (.yearly, nil), (.previousYear, nil),
      (.dateOnly, nil), (.inPart, nil):
      break
    }
  }
}

extension Reading {
  /// Whether a plain space stands before a character, on the same line as the one before it.
  fileprivate func line(of index: Int, in document: DocumentText) -> Bool {
    let gap = (place(index - 1) + 1)..<max(place(index - 1) + 1, place(index))
    return gap.allSatisfy {
      Folding.isSpace(document.scalars[$0]) && !Folding.isLineEnd(document.scalars[$0])
    }
  }
}

extension Schedule {
  /// Whether it is so many times in every period.
  fileprivate var isCounted: Bool {
    if case .counted = self { true } else { false }
  }

  /// Whether it is so many times a year, by its end.
  fileprivate var isYearly: Bool {
    if case .counted(let counted) = self {
      counted.unit == .year && counted.by == nil
    } else {
      false
    }
  }

  /// Whether it is owed once by the end of a year.
  fileprivate var isYearEnd: Bool {
    switch self {
    case .once(.year), .once(.month(_, 12)), .yearly([.month(12)]): true
    default: false
    }
  }

  /// What a text and an annotation say together; `nil` if they speak of different times.
  ///
  /// Joined are 每年一次 and 7月底前; 每年两次 and 每半年一次; 每半年一次 and 6月、12月.
  fileprivate func joined(with annotation: Schedule) -> Schedule? {
    guard case .counted(let counted) = self, let count = counted.count, counted.by == nil else {
      return nil
    }
    switch annotation {
    case .yearly(let points):
      if counted.unit == .year {
        guard points.count == 1, let point = points.first, point != .unknown else { return nil }
        return .counted(Counted(count: count, unit: .year, by: .point(point)))
      }
      let ends: [YearPoint] =
        switch counted.unit {
        case .halfYear: [.month(6), .month(12)]
        case .quarter: [.month(3), .month(6), .month(9), .month(12)]
        default: []
        }
      return count == 1 && points == ends ? self : nil
    case .counted(let other):
      guard other.count == 1 else { return nil }
      if other.unit == counted.unit { return with(other.by) }
      let parts: [PeriodUnit: Int] = [.halfYear: 2, .quarter: 4, .month: 12]
      return counted.unit == .year && parts[other.unit] == count ? annotation : nil
    default: return nil
    }
  }

  /// The same in a list of one year, where a month of the annotation is a date of that year.
  fileprivate func joined(withYearly value: Reading) -> Schedule? {
    guard let (annotation, isWhole) = AnnotationTime.schedule(of: value, year: nil), isWhole else {
      return nil
    }
    return joined(with: annotation)
  }

  /// The same count with a date inside the period.
  private func with(_ date: PointInPeriod?) -> Schedule {
    guard case .counted(let counted) = self else { return self }
    return .counted(Counted(count: counted.count, unit: counted.unit, by: date))
  }

  /// Whether another schedule is owed at the same times.
  fileprivate func isDue(as other: Schedule) -> Bool {
    if case .once(let deadline) = self, case .once(let otherDeadline) = other,
      !isUnknown, !other.isUnknown
    {
      return deadline.day == otherDeadline.day
    }
    return self == other
  }
}
