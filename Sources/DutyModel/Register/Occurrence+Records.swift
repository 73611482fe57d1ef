extension Occurrence {
  /// A record of work done for an occurrence, and what it counted.
  package struct Record: Hashable, Sendable {
    /// Why a record counts or does not.
    package enum Standing: Hashable, Sendable {
      case counted
      /// The work was returned after it.
      case returned
      /// It stands too close to the last that counted: so many days after it.
      case tooClose(days: Int)
    }

    package let event: EventID
    package let on: Day
    /// How many times the record says it was done.
    package let count: Int
    package let standing: Standing
    /// How many times were done with it, as they are counted.
    package let sum: Int
  }
}

extension Register {
  /// The records of work done for an occurrence, in the order in which they are counted.
  ///
  /// The last sum is what the occurrence says was done.
  package func records(of occurrence: Occurrence) -> [Occurrence.Record] {
    let number = occurrence.obligation
    let history = history(of: number)
    let version = obligations[number].version(dueOn: occurrence.originalDue)
    let seat = occurrence.seat.flatMap { self.seat($0, of: version.requirement, history) }
    var returned: EventID?
    for ruling in history.rulings
    where ruling.period == occurrence.period && concerns(ruling, seat) {
      if case .reopen = ruling.kind { returned = ruling.id }
    }
    let gap = version.requirement.schedule.gap
    let works = history.works
      .filter { $0.kind == .done && $0.period == occurrence.period && concerns($0, seat) }
      .sorted { ($0.on, $0.id) < ($1.on, $1.id) }
    var last: Day?
    var sum = 0
    return works.map { work in
      var standing = Occurrence.Record.Standing.counted
      if let returned, work.id < returned {
        standing = .returned
      } else if let gap, let last, work.on - last < gap {
        standing = .tooClose(days: work.on - last)
      } else {
        let (total, overflow) = sum.addingReportingOverflow(gap == nil ? work.count : 1)
        sum = overflow ? .max : total
        last = work.on
      }
      return Occurrence.Record(
        event: work.id,
        on: work.on,
        count: work.count,
        standing: standing,
        sum: sum
      )
    }
  }
}
