/// The figures of a workspace's settings that states depend on.
package struct Rules: Hashable, Sendable {
  /// How many days before its due day an occurrence is due soon, at most.
  package var dueSoonDays = 30
  /// After how many days without a record an ongoing requirement is silent.
  package var silentDays = 90
  /// The last day of the year, as month and day, on which what was due in the year before is
  /// still listed as overdue.
  package var carryUntil = YearPoint.day(month: 3, day: 31)

  package init() {}

  /// The first due day of what is listed as overdue without a year being named.
  ///
  /// Without the days carried over, a yearly duty due on 31 December would be overdue on the very
  /// day its year leaves the list.
  package func windowStart(on today: Day) -> Day {
    let year = today.year
    return .firstDay(ofYear: today <= carryUntil.lastDay(in: year) ? year - 1 : year)
  }
}
