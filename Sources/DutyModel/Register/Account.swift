/// What a record is about, and how it stands there: an occurrence, or a year of a requirement
/// without due days.
package struct Account: Sendable {
  /// A record of work done.
  package struct Record: Hashable, Sendable {
    package let id: EventID
    package let on: Day
  }

  /// The number of the obligation in the register.
  package let obligation: Int
  package let period: Period
  /// The occurrence; `nil` where there are no due days.
  package let occurrence: Occurrence?
  /// Why it is waived, if it is.
  package let waivedFor: String?
  /// The records of work done, by day: those that count, and those that stand too close to another;
  /// not those that were returned.
  package let records: [Record]
  /// How many records of work there are of any kind that were not returned.
  package let recordCount: Int
}

extension Account {
  package var state: State {
    occurrence?.state ?? (waivedFor == nil ? .ongoing : .waived)
  }

  /// How many times it was done; without due days the number of records.
  package var done: Int { occurrence?.done ?? recordCount }

  /// How many times it is owed; 0 without due days.
  package var owed: Int { occurrence?.owed ?? 0 }
}

extension Register {
  /// How it stands with what an event is about.
  ///
  /// - Parameters:
  ///   - target: What the event names.
  ///   - day: The day of the work, if the event has one.
  /// - Returns: `nil` if no edition has a place for it, or if it needs a person who owes it.
  package func account(of target: Target, on day: Day? = nil) -> Account? {
    guard let number = obligation(target.to),
      let period = resolved(target.period, on: day, of: number)
    else { return nil }
    let obligation = obligations[number]
    let history = history(of: number)
    let slot = obligation.slot(for: period)
    var seat: Seat?
    if case .each(let names) = obligation.requirement(in: period).responsible {
      seat = target.owner.flatMap { name in
        seats(names, history: history).first { $0.wasHeld(by: name) }
      }
      if seat == nil { return nil }
    }
    var waiver: String?
    var returned: EventID?
    for ruling in history.rulings where ruling.period == period && concerns(ruling, seat) {
      switch ruling.kind {
      case .waive(let reason): waiver = reason
      case .reopen:
        waiver = nil
        returned = ruling.id
      case .reschedule, .sign: break
      }
    }
    let works = history.works.filter { work in
      work.period == period && concerns(work, seat) && returned.map { work.id > $0 } ?? true
    }
    return Account(
      obligation: number,
      period: period,
      occurrence: slot.flatMap { slot in
        occurrences(of: number, in: [slot]).first { $0.seat == seat?.name }
      },
      waivedFor: waiver,
      records: works.filter { $0.kind == .done }
        .map { Account.Record(id: $0.id, on: $0.on) }
        .sorted { ($0.on, $0.id) < ($1.on, $1.id) },
      recordCount: works.count(where: \.isRecord)
    )
  }
}

extension Obligation {
  /// The requirement as it reads where an occurrence, or a year without due days, belongs.
  func requirement(in period: Period) -> Requirement {
    if let slot = slot(for: period) { return version(dueOn: slot.due).requirement }
    let undated = versions.first { version in
      guard !version.requirement.schedule.isDated else { return false }
      return version.requirement.effective.contains(period.lastDay)
    }
    return (undated ?? versions.first { !$0.requirement.schedule.isDated } ?? versions[shown])
      .requirement
  }
}
