/// One thing a duty asks for, with a schedule.
///
/// It never changes, and is a class so that the many places that hold it share one copy.
package final class Requirement: Sendable {
  /// What a report upwards tells of.
  package enum Coverage: String, CaseIterable, Sendable {
    case previousYear = "previous-year"
    case previousHalfYear = "previous-half-year"
  }

  /// What few requirements state.
  package struct Additions: Sendable {
    /// What a report upwards tells of.
    package var covers: Coverage?
    /// The word for one time it is done, as reports say it (次, 轮, 期).
    package var unit: String?
    /// The clause that reports use for it; its title otherwise.
    package var action: String?
    /// The points the requirement carries in a score, in thousandths.
    package var points: Int?

    package init(
      covers: Coverage? = nil,
      unit: String? = nil,
      action: String? = nil,
      points: Int? = nil
    ) {
      self.covers = covers
      self.unit = unit
      self.action = action
      self.points = points
    }
  }

  /// Additions are stored apart, because there may be a hundred thousand requirements without.
  private indirect enum Rest: Sendable {
    case none
    case some(Additions)
  }

  /// The letter inside the duty: `[a-z]{1,2}`.
  package let id: String
  private let heading: Passage
  /// When it is owed.
  package let terms: Terms
  private let inherited: Inheritance
  private let rest: Rest

  /// Makes a requirement.
  ///
  /// - Parameters:
  ///   - id: The letter inside the duty.
  ///   - title: The title.
  ///   - terms: When it is owed.
  ///   - inherited: Who answers, and all else that levels around it state or it states itself.
  ///   - additions: What few requirements state, if this one does.
  package init(
    id: String,
    title: Passage,
    terms: Terms,
    inherited: Inheritance,
    additions: Additions? = nil
  ) {
    self.id = id
    heading = title
    self.terms = terms
    self.inherited = inherited
    rest = if let additions { .some(additions) } else { .none }
  }
}

extension Requirement {
  package convenience init(
    id: String,
    title: String,
    schedule: Schedule,
    reportTo: [String] = [],
    covers: Coverage? = nil,
    unit: String? = nil,
    action: String? = nil,
    points: Int? = nil,
    responsible: Responsible = .nobody,
    departments: [String] = [],
    signOff: Bool = false,
    effective: DayRange = .always
  ) {
    let conditions = Conditions(
      departments: departments,
      signOff: signOff,
      reportTo: reportTo,
      effective: effective
    )
    self.init(
      id: id,
      title: Passage(title),
      terms: Terms(schedule, effective: effective),
      inherited: Inheritance(responsible, conditions),
      additions: Additions(covers: covers, unit: unit, action: action, points: points)
    )
  }

  package var title: String { heading.text }

  /// Shows the bytes of the title, for which no text is made.
  package func withTitle(_ body: (Span<UInt8>) -> Void) { heading.withBytes(body) }

  /// Whom a report goes to.
  package var reportTo: [String] { inherited.reportTo }

  package var responsible: Responsible { inherited.responsible }

  package var departments: [String] { inherited.departments }

  /// Whether an occurrence asks for a signature.
  package var signOff: Bool { inherited.signOff }

  package var schedule: Schedule { terms.schedule }

  /// The days on which its due days may lie.
  package var effective: DayRange { terms.effective }

  /// What a report upwards tells of.
  package var covers: Coverage? { additions?.covers }

  /// The word for one time it is done, as reports say it (次, 轮, 期).
  package var unit: String? { additions?.unit }

  /// The clause that reports use for it; its title otherwise.
  package var action: String? { additions?.action }

  /// The points the requirement carries in a score, in thousandths.
  package var points: Int? { additions?.points }

  private var additions: Additions? {
    if case .some(let additions) = rest { additions } else { nil }
  }
}

/// What a duty asks for, in the document's order.
///
/// Nearly always it is one thing, which needs no array.
package struct Requirements: RandomAccessCollection, Sendable {
  private let head: Requirement?
  private let others: [Requirement]

  package init(_ list: [Requirement]) {
    head = list.first
    others = Array(list.dropFirst())
  }

  package init(_ only: Requirement) {
    head = only
    others = []
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { head == nil ? 0 : others.count + 1 }

  package subscript(place: Int) -> Requirement {
    if place == 0, let head { return head }
    return others[place - 1]
  }
}
