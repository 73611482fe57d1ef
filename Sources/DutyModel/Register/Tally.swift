/// Counts the records of one occurrence.
struct Tally {
  private let owed: Int
  private(set) var done = 0
  private(set) var isStarted = false
  private(set) var fulfilledOn: Day?

  /// Whether the records reach what is owed.
  var isFulfilled: Bool { done >= owed }

  /// Counts the records of a slot.
  ///
  /// - Parameters:
  ///   - works: What is recorded for the obligation, in the order of the events' ids.
  ///   - slot: The slot.
  ///   - gap: The least number of days between two records that both count.
  ///   - returned: The event that returned the work: what is older counts no longer.
  init(
    of works: ArraySlice<History.Work>,
    in slot: Slot,
    gap: Int?,
    returnedBy returned: EventID? = nil
  ) {
    self.init(owed: slot.owed)
    let isInOrder = add(works, of: slot.period, gap: gap, returnedBy: returned)
    if isInOrder { return }
    // Work that was recorded after younger work: it is counted again in the order of its days.
    self = Tally(owed: slot.owed)
    let sorted = works.sorted { ($0.on, $0.id) < ($1.on, $1.id) }
    _ = add(sorted[...], of: slot.period, gap: gap, returnedBy: returned)
  }

  private init(owed: Int) {
    self.owed = owed
  }

  /// Adds the records of an occurrence.
  ///
  /// - Returns: Whether they stand in the order of their days.
  private mutating func add(
    _ works: ArraySlice<History.Work>,
    of period: Period,
    gap: Int?,
    returnedBy returned: EventID?
  ) -> Bool {
    var last: Day?
    for index in works.indices where works[index].belongs(to: period, after: returned) {
      switch works[index].kind {
      case .done:
        let day = works[index].on
        if let last, day < last { return false }
        // With a gap, a record counts only if it is far enough from the last that counts.
        if let gap, let last, day - last < gap { continue }
        last = day
        count(gap == nil ? works[index].count : 1, on: day)
      case .start: isStarted = true
      case .note, .cause: break
      }
    }
    return true
  }

  /// Adds a record, in the order of their days, then of their ids.
  private mutating func count(_ times: Int, on day: Day) {
    let (sum, overflow) = done.addingReportingOverflow(times)
    done = overflow ? .max : sum
    if fulfilledOn == nil, done >= owed { fulfilledOn = day }
  }
}

extension History.Work {
  /// Whether it belongs to the occurrence with a label, and was not returned by an event.
  func belongs(to period: Period, after returned: EventID?) -> Bool {
    guard self.period == period else { return false }
    return returned.map { id >= $0 } ?? true
  }
}
