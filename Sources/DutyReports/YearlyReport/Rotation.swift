/// Chooses among wordings that say the same.
///
/// Every shape keeps its own count in a document, so equal shapes beside each other differ, and the
/// same workspace always gives the same text.
struct Rotation: Sendable {
  enum Shape: Hashable, Sendable {
    case oneTime
    case listedTimes
    case listedRecords
    case plainTimes
    case sum
    case totalOfTimes
    case waiver
    case signature
    case allOngoing
    case allOnTime
    case noneDone
    case someOpen
    case closedFinding
    case source
    case cause
  }

  private var counts: [Shape: Int] = [:]

  /// The next of a shape's wordings.
  mutating func next(_ shape: Shape, of variants: Int) -> Int {
    defer { counts[shape, default: 0] += 1 }
    return counts[shape, default: 0] % max(variants, 1)
  }
}
