internal import DutyModel

extension ImportReview {
  init(
    decisions: [ImportDecision],
    checklist: ImportedChecklist,
    text: DocumentText,
    ledger: CharacterLedger
  ) {
    // A stable sort: what was decided first about a line is said first.
    let sorted = decisions.enumerated().sorted {
      ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
    }
    self.decisions = sorted.map(\.element)
    var summary = Summary()
    summary.tiers = checklist.tiers.count
    for tier in checklist.tiers {
      summary.sections += tier.sections.filter { $0.id != nil }.count
    }
    for duty in checklist.duties {
      summary.duties += 1
      if duty.number != nil { summary.numbered += 1 }
      for requirement in duty.requirements {
        summary.requirements += 1
        switch requirement.origin {
        case .text: summary.schedulesFromText += 1
        case .annotation: summary.schedulesFromAnnotations += 1
        case .unstated: break
        }
        if requirement.schedule.isCountUnknown { summary.unknownCounts += 1 }
        if requirement.schedule.isDateUnknown { summary.unknownDates += 1 }
      }
    }
    var skipped: Set<Int> = []
    for decision in decisions {
      switch decision.what {
      case .maskedOwner: summary.unknownOwners += 1
      case .skipped: skipped.insert(decision.line)
      default: break
      }
    }
    summary.skippedLines = skipped.count
    summary.lostCharacters = ledger.lost
    self.summary = summary
  }
}
