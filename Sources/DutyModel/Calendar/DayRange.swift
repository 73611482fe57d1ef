/// The days from one to another, both included; an end that is missing is open.
package struct DayRange: Hashable, Sendable {
  package var from: Day?
  package var to: Day?

  package static let always = DayRange(from: nil, to: nil)

  package init(from: Day?, to: Day?) {
    self.from = from
    self.to = to
  }

  package func contains(_ day: Day) -> Bool {
    if let from, day < from { return false }
    if let to, day > to { return false }
    return true
  }

  /// The days that lie in both ranges; such a range may hold no day at all.
  package func intersected(with other: DayRange) -> DayRange {
    var both = self
    if let start = other.from { both.from = from.map { max($0, start) } ?? start }
    if let end = other.to { both.to = to.map { min($0, end) } ?? end }
    return both
  }

  package func overlaps(_ other: DayRange) -> Bool {
    let both = intersected(with: other)
    guard let from = both.from, let to = both.to else { return true }
    return from <= to
  }
}
