internal import DutyModel

// What had to be decided while a duty was read.

extension DutyBuilder {
  mutating func note(
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

  mutating func note(
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
  mutating func note(_ clause: Clause, _ words: Reading) {
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
    case (.likely, let schedule?):
      note(clause, words, .schedule(schedule), .ask)
    case (.limit(let word), _): note(clause, words, .upperLimit(word: word), .ask)
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
      (.dateOnly, nil), (.inPart, nil), (.likely, nil):
      break
    }
  }
}
