/// The numbers of the annexes that a text points at, known while the text is written.
///
/// They stand in the order of notes, items and lists; an annex that is alone has no number.
struct AnnexNumbers: Sendable {
  let hasNotes: Bool
  let hasUnfinished: Bool
  let hasLists: Bool

  init(_ facts: ReportFacts, hasNotes: Bool) {
    self.hasNotes = hasNotes
    hasUnfinished = facts.hasUnfinishedAnnex
    hasLists = facts.request.hasLists
  }

  /// The number of the notes in full.
  var notes: Int? { hasUnfinished || hasLists ? 1 : nil }

  /// The number of the items not completed or late.
  var unfinished: Int? { hasNotes ? 2 : hasLists ? 1 : nil }

  /// The numbers of the lists of problems, tasks and responsibilities.
  var lists: (first: Int, last: Int) {
    let first = 1 + (hasNotes ? 1 : 0) + (hasUnfinished ? 1 : 0)
    return (first, first + 2)
  }
}

extension ReportFacts {
  /// The most requirements that a sentence lists; the others stand in an annex.
  static let mostListed = 12

  /// Whether what was missed or late needs an annex.
  var hasUnfinishedAnnex: Bool {
    guard request.kind != .selfAssessment else { return false }
    let most = max(
      requirements.count { !$0.open.isEmpty },
      requirements.count { !$0.late.isEmpty }
    )
    return most > ReportFacts.mostListed
  }
}
