package import DutyModel

/// What had to be decided while a document was read, for a person to look over.
package struct ImportReview: Sendable {
  /// One decision for every line, or clause of a line, that needed one; by line.
  package let decisions: [ImportDecision]
  package let summary: Summary

  /// The figures of an import.
  package struct Summary: Sendable, Equatable {
    package var tiers = 0
    /// Headings inside tiers.
    package var sections = 0
    package var duties = 0
    /// Items that carry a number in the document and became duties.
    package var numbered = 0
    package var requirements = 0
    /// Requirements whose schedule was read from the text of a duty.
    package var schedulesFromText = 0
    /// Requirements whose schedule was read from an annotation.
    package var schedulesFromAnnotations = 0
    package var unknownCounts = 0
    package var unknownDates = 0
    package var unknownOwners = 0
    /// Lines of which nothing went into the checklist: preamble, lead paragraphs, junk.
    package var skippedLines = 0
    /// Characters, without spaces, of which it is not known what became; 0 or the reader is wrong.
    package var lostCharacters = 0
  }

  /// The decisions that a person has to check.
  package var questions: [ImportDecision] { decisions.filter { $0.certainty == .ask } }
}

/// One thing that was decided about a line.
package struct ImportDecision: Sendable, Equatable {
  /// How sure a decision is.
  package enum Certainty: String, CaseIterable, Sendable {
    /// The document leaves no doubt.
    case sure
    /// The document masks a value: somebody has to fill it in.
    case fillIn = "fill in"
    /// Somebody has to confirm it.
    case ask
  }

  /// The line, from 1.
  package let line: Int
  /// The words it is about, short enough for a table.
  package let excerpt: String
  /// The tier, section or duty it is about.
  package let subject: String?
  package let what: Decision
  package let certainty: Certainty

  /// What was decided.
  package enum Decision: Sendable, Equatable {
    /// Not part of any tier.
    case skipped(SkippedPart)
    /// So many dates lie before the day from which the list holds; they would be due if it held
    /// from the beginning of a year.
    case datesTooEarly(Int, year: Int)
    /// The document has no title.
    case titleMissing(used: String)
    /// The line goes on from the one before it.
    case joined
    /// A paragraph without a number belongs to the duty above it.
    case paragraphAdded
    /// A paragraph without a number is a duty of its own.
    case paragraphAsDuty
    /// A line without a number is a heading.
    case heading
    /// Items that share a line, so many of them.
    case split(Int)
    /// Sub-items that stay in the text of their duty, so many of them.
    case subItems(Int)
    /// Whose duties a heading holds.
    case tier(Tier.Kind)
    /// Nothing says whose duties these are.
    case tierUnknown(Tier.Kind)
    /// A heading below a section became a section of its own.
    case flattened
    /// The number does not follow the one before it.
    case numberOutOfOrder(expected: Int, found: Int)
    /// Looks like an item and is not: the number belongs to the sentence.
    case notAnItem
    /// A schedule that the words state.
    case schedule(Schedule)
    /// A schedule that says only a part of the time that the words state.
    case timeInPart(Schedule)
    /// A cycle without a number: once.
    case once(Schedule)
    /// The cycle stands earlier in the sentence.
    case inherited(Schedule)
    /// A count without a cycle: yearly.
    case yearly(Schedule)
    /// A count without a cycle and without 不少于: not a schedule.
    case countWithoutCycle
    /// The document masks a number or a month.
    case masked(Schedule)
    /// The document masks the person.
    case maskedOwner(label: String)
    /// A word that names no cycle (定期).
    case noCycle(word: String)
    /// A cycle that schedules cannot say (每学期); `used` is what the duty is owed by instead, if
    /// nothing else is read of it.
    case unsupportedCycle(word: String, used: Schedule?)
    /// How soon something is to be done after something else happened (24小时内): not a schedule.
    case reactionTime(word: String)
    /// An upper limit (不超过3次), of which nothing is owed.
    case upperLimit(word: String)
    /// Owed at every meeting.
    case eachMeeting
    /// The text and the annotation state different times; both are kept.
    case disagreement(text: Schedule, annotation: Schedule)
    /// An annotation whose time cannot be read.
    case unreadableTime(label: String)
    /// A label that nobody knows.
    case unknownLabel(String)
    /// A list of departments that ends in 等: others are not named.
    case openList
    /// Several persons where one has to answer.
    case severalOwners
    /// A clause reports to somebody when something happens.
    case eventReport([String])
    /// A column of a table that no key holds, and how many of its cells hold something.
    case columnSkipped(String, cells: Int)
  }

  /// A part of a document that is not part of its checklist.
  package enum SkippedPart: String, CaseIterable, Sendable {
    case preamble
    case notice
    case lead
    case generalPart
    case pageNumber
    case siteJunk
    case signature
    case date
    case attachment
    case tableHeader
  }
}
