/// Counts the records of one occurrence.
struct Tally {
  /// What a record counts with.
  private struct Record {
    let on: Day
    let id: EventID
    let count: Int
  }

  private let owed: Int
  /// The first record, apart from the others: most occurrences have no more.
  private var first: Record?
  private var others: [Record] = []
  private(set) var done = 0
  private(set) var isStarted = false
  private(set) var fulfilledOn: Day?

  /// Whether the records reach what is owed.
  var isFulfilled: Bool { done >= owed }

  /// Every record of work done, whether it counts or stands too close to another.
  var records: [EventID] { (first.map { [$0.id] } ?? []) + others.map(\.id) }

  /// Counts the records of a slot.
  ///
  /// - Parameters:
  ///   - works: What is recorded for the obligation.
  ///   - slot: The slot.
  ///   - gap: The least number of days between two records that both count.
  ///   - returned: The event that returned the work: what is older counts no longer.
  init(of works: [History.Work], in slot: Slot, gap: Int?, returnedBy returned: EventID? = nil) {
    owed = slot.owed
    for work in works where work.period == slot.period {
      if let returned, work.id < returned { continue }
      switch work.kind {
      case .done:
        let record = Record(on: work.on, id: work.id, count: work.count)
        if first == nil { first = record } else { others.append(record) }
      case .start: isStarted = true
      case .note: break
      }
    }
    guard let first else { return }
    if others.isEmpty {
      count(first.count, on: first.on, hasGap: gap != nil)
      return
    }
    var last: Day?
    for record in (others + [first]).sorted(by: { ($0.on, $0.id) < ($1.on, $1.id) }) {
      // With a gap, a record counts only if it is far enough from the last that counts.
      if let gap, let last, record.on - last < gap { continue }
      last = record.on
      count(record.count, on: record.on, hasGap: gap != nil)
    }
  }

  /// Adds a record, in the order of their days, then of their ids; with a gap it counts once.
  private mutating func count(_ times: Int, on day: Day, hasGap: Bool) {
    let (sum, overflow) = done.addingReportingOverflow(hasGap ? 1 : times)
    done = overflow ? .max : sum
    if fulfilledOn == nil, done >= owed { fulfilledOn = day }
  }
}
