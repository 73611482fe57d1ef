package import DutyModel

/// The score an office gives itself for a year, by sections, with every deduction.
///
/// The rule: a section's points are shared equally by its duties, a duty's share by its
/// requirements, a requirement's share by the times owed in the year; points of a duty's or a
/// requirement's own go before equal shares. A time on time earns its share, a late one a part of
/// it, a missing one nothing. What is waived, not yet due or owed as needed leaves the rule, and its
/// share goes to the others. An ongoing requirement earns its share with one record in the year.
/// Shares are exact; a section's loss is rounded half up to the step, but never to nothing, and its
/// rows are rounded so that they add up to it. A score set by hand replaces all that, with a row
/// for the difference; one below 0 or above the section's points does not hold.
package struct Assessment: Sendable {
  /// Why points are lost.
  package enum Reason: Sendable {
    /// These occurrences lack times.
    case missing([Occurrence])
    /// These times were late.
    case late([LateTime])
    /// An ongoing requirement without a record; where only some of several persons have none, these.
    case noRecord(of: [String])
    /// The score was set by hand.
    case adjusted(String, EventID)
  }

  /// Work that was done after its due day.
  package struct LateTime: Sendable {
    package let on: Day
    /// How many days after the due day.
    package let days: Int
    /// How many of the times owed it stands for.
    package let times: Int
    /// Who did it, where each of several owes it.
    package let owner: String?
  }

  /// A deduction.
  package struct Row: Sendable {
    /// The name of the requirement: `g2b`; `nil` for a score set by hand.
    package let name: String?
    /// The clause for the requirement.
    package let action: String?
    /// The word for one time.
    package let unit: String?
    package let reason: Reason
    /// In thousandths of a point; negative where a score set by hand is above the computed one.
    package let loss: Int
    /// The events the deduction rests on.
    package let events: [EventID]
  }

  /// The score of a section.
  package struct SectionScore: Sendable {
    /// The full name: `township/g0-3`.
    package let name: String
    package let title: String
    /// What it carries, in thousandths.
    package let points: Int
    /// In thousandths; `nil` if nothing in it can be scored and no score was set.
    package let score: Int?
    /// What the rule gives, whatever was set by hand.
    package let computed: Int?
    package let rows: [Row]

    /// What is lost, in thousandths.
    package var loss: Int? { score.map { points - $0 } }
  }

  /// The sections of a tier that carry points.
  package struct TierScore: Sendable {
    /// The id inside the checklist: `g0`.
    package let id: String
    package let title: String
    package let sections: [SectionScore]

    /// The sum; `nil` if a section has no score.
    package var score: Int? { Assessment.sum(sections.map(\.score)) }
    package var points: Int { sections.reduce(0) { Assessment.sum($0, $1.points) } }
  }

  package let tiers: [TierScore]
  /// The share that a late time earns, and the step of rounding, in thousandths.
  package let late: Int
  package let step: Int

  /// The sum of all sections; `nil` if one has no score, or none carries points.
  package var score: Int? {
    let sections = tiers.flatMap(\.sections)
    return sections.isEmpty ? nil : Assessment.sum(sections.map(\.score))
  }

  package var points: Int { tiers.reduce(0) { Assessment.sum($0, $1.points) } }

  /// The sum of all deductions, in thousandths.
  package var loss: Int {
    sections.flatMap(\.rows).reduce(0) { Assessment.sum($0, $1.loss) }
  }

  /// The sections in the order of the document, each under its name.
  package var sections: [SectionScore] { tiers.flatMap(\.sections) }

  private static func sum(_ scores: [Int?]) -> Int? {
    scores.reduce(0) { sum, score in
      guard let sum, let score else { return nil }
      return Assessment.sum(sum, score)
    }
  }

  private static func sum(_ left: Int, _ right: Int) -> Int {
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? .max : sum
  }
}

extension Assessment {
  /// Scores a checklist.
  ///
  /// - Parameters:
  ///   - checklist: The id of the checklist.
  ///   - register: The state, made for the year that is scored.
  ///   - style: What the settings say of scoring.
  /// - Throws: If there is no such checklist.
  package init(
    of checklist: String,
    in register: Register,
    style: YearlyReport.Style
  ) throws(YearlyReport.Refusal) {
    let request = YearlyReport.Request(kind: .selfAssessment, checklist: checklist)
    let nothing = Particulars(at: "", by: "")
    self.init(of: try ReportFacts(request, register, style) { _ in nothing })
  }

  init(of facts: ReportFacts) {
    let late = min(max(facts.style.late, 0), 1000)
    let step = min(max(facts.style.step, 1), 1_000_000)
    (self.late, self.step) = (late, step)
    var scores: [String: Score] = [:]
    for (key, score) in facts.register.scores where key.year == facts.year {
      scores[key.section] = score
    }
    tiers = facts.tiers.compactMap { tier in
      let sections = tier.sections.compactMap { section -> SectionScore? in
        guard let points = section.points, points > 0 else { return nil }
        return SectionScore(
          section,
          points,
          scores[section.name],
          late: late,
          step: step
        )
      }
      return sections.isEmpty
        ? nil : TierScore(id: tier.tier.id, title: tier.tier.title, sections: sections)
    }
  }
}

extension Assessment.SectionScore {
  fileprivate init(
    _ section: SectionFacts,
    _ points: Int,
    _ set: Score?,
    late: Int,
    step: Int
  ) {
    (name, title) = (section.name, section.title)
    self.points = points
    let duties = section.duties.compactMap { duty -> (points: Int?, requirements: [Scored])? in
      let scored = duty.requirements.compactMap { Scored($0) }
      return scored.isEmpty ? nil : (duty.duty.points, scored)
    }
    var drafts: [Draft] = []
    let shares = Weights.shares(of: points, given: duties.map(\.points))
    for (duty, share) in zip(duties, shares) {
      let parts = Weights.parts(given: duty.requirements.map(\.facts.requirement.points), of: share)
      for (scored, share) in zip(duty.requirements, parts) {
        drafts += scored.losses(share, late: late)
      }
    }
    let loss = Draft.round(&drafts, step: step, points: points)
    computed = duties.isEmpty ? nil : points - loss
    let set = set.flatMap { (0...points).contains($0.thousandths) ? $0 : nil }
    score = set?.thousandths ?? computed
    var rows = drafts.map(\.row)
    if let set {
      let (difference, overflow) = (points - set.thousandths).subtractingReportingOverflow(loss)
      if !overflow, difference != 0 {
        rows.append(
          Assessment.Row(
            name: nil,
            action: nil,
            unit: nil,
            reason: .adjusted(set.reason, set.event),
            loss: difference,
            events: [set.event]
          )
        )
      }
    }
    self.rows = rows
  }
}

/// A deduction before it is rounded.
private struct Draft {
  let facts: RequirementFacts
  let reason: Assessment.Reason
  let exact: Fraction
  let events: [EventID]
  var loss = 0

  var row: Assessment.Row {
    Assessment.Row(
      name: facts.name,
      action: facts.action,
      unit: facts.requirement.unit,
      reason: reason,
      loss: loss,
      events: events
    )
  }

  /// Rounds the deductions of a section so that they add up to its rounded loss.
  ///
  /// - Returns: The loss, in thousandths.
  static func round(_ drafts: inout [Draft], step: Int, points: Int) -> Int {
    if drafts.isEmpty { return 0 }
    let exact = drafts.reduce(Fraction.zero) { $0 + $1.exact }
    let total = exact.steps(of: step)
    let steps = max(total.whole + (total.isHalf ? 1 : 0), 1)
    let (rounded, overflow) = steps.multipliedReportingOverflow(by: step)
    // Points need not be a number of whole steps: who loses all is left with none.
    let isAll = exact == Fraction(Int128(points), over: 1)
    let loss = overflow || isAll ? points : min(rounded, points)
    var rests: [(place: Int, rest: Fraction)] = []
    var given = 0
    for place in drafts.indices {
      let part = drafts[place].exact.steps(of: step)
      drafts[place].loss = min(
        part.whole.multipliedReportingOverflow(by: step).partialValue,
        loss - given
      )
      given += drafts[place].loss
      rests.append((place, part.rest))
    }
    rests.sort { $0.rest == $1.rest ? $0.place < $1.place : $0.rest > $1.rest }
    for (place, _) in rests where given < loss {
      let more = min(step, loss - given)
      drafts[place].loss += more
      given += more
    }
    if given < loss { drafts[rests[0].place].loss += loss - given }
    return loss
  }
}

/// A requirement that is scored, and what it owes.
private struct Scored {
  let facts: RequirementFacts
  private let owed: Int
  private let missing: [(occurrence: Occurrence, times: Int)]
  /// The times of what is scored that were late.
  private let late: [WorkRecord]

  /// `nil` if the requirement leaves the rule.
  init?(_ facts: RequirementFacts) {
    self.facts = facts
    switch facts.nature {
    case .asNeeded: return nil
    case .ongoing:
      if facts.figures.ongoing == 0 { return nil }
      owed = facts.figures.ongoing
      missing = []
      late = []
    case .dated:
      let counted = facts.occurrences.filter { $0.state == .done || facts.isOpen($0) }
      owed = counted.reduce(0) { $0 + $1.owed }
      if owed == 0 { return nil }
      missing = counted.filter { $0.done < $0.owed }.map { ($0, $0.owed - $0.done) }
      late = facts.times.filter { $0.late != nil }
    }
  }

  /// What is lost of its share.
  func losses(_ share: Fraction, late value: Int) -> [Draft] {
    if facts.nature == .ongoing {
      let silent = facts.figures.ongoing - facts.figures.ongoingRecorded
      if silent == 0 { return [] }
      let exact = share.times(Int128(silent), of: Int128(owed))
      let names = facts.figures.ongoingRecorded == 0 ? [] : facts.unrecorded
      return [Draft(facts: facts, reason: .noRecord(of: names), exact: exact, events: [])]
    }
    var result: [Draft] = []
    if !missing.isEmpty {
      let times = missing.reduce(0) { $0 + $1.times }
      result.append(
        Draft(
          facts: facts,
          reason: .missing(missing.map(\.occurrence)),
          exact: share.times(Int128(times), of: Int128(owed)),
          events: missing.flatMap(\.occurrence.events)
        )
      )
    }
    let lost = 1000 - min(max(value, 0), 1000)
    if !late.isEmpty, lost > 0 {
      let told = late.compactMap(Assessment.LateTime.init)
      let times = told.reduce(0) { $0 + $1.times }
      let part = share.times(Int128(times), of: Int128(owed))
      result.append(
        Draft(
          facts: facts,
          reason: .late(told),
          exact: part.times(Int128(lost), of: 1000),
          events: late.map(\.event)
        )
      )
    }
    return result
  }
}

extension Assessment.LateTime {
  /// `nil` if the record is not late.
  fileprivate init?(_ record: WorkRecord) {
    guard let late = record.late else { return nil }
    (on, days, times, owner) = (record.on, late.days, late.times, record.owner)
  }
}

/// How points are shared.
private enum Weights {
  /// The shares of a section's points.
  static func shares(of points: Int, given: [Int?]) -> [Fraction] {
    let total = Fraction(Int128(points), over: 1)
    return weights(given, whole: Int128(points)).map { total.times($0.part, of: $0.sum) }
  }

  /// The parts of a duty's share; where requirements carry points, these are weights.
  static func parts(given: [Int?], of share: Fraction) -> [Fraction] {
    let whole = given.reduce(Int128(0)) { $0 + Int128($1 ?? 0) }
    return weights(given, whole: whole).map { share.times($0.part, of: $0.sum) }
  }

  /// What is given goes before equal shares of the rest.
  private static func weights(_ given: [Int?], whole: Int128) -> [(part: Int128, sum: Int128)] {
    let known = given.reduce(Int128(0)) { $0 + Int128(max($1 ?? 0, 0)) }
    let others = Int128(given.count { $0 == nil })
    if known == 0 { return given.map { _ in (1, Int128(given.count)) } }
    let rest = max(whole - known, 0)
    let parts = given.map { $0.map { Int128(max($0, 0)) * max(others, 1) } ?? rest }
    let sum = parts.reduce(0, +)
    return parts.map { ($0, sum) }
  }
}
