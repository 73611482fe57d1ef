package import DutyModel
package import StrictJSON

extension Figures {
  /// Writes the two honest figures into an object.
  package func writeMembers(to json: inout JSONWriter) {
    json.object("occurrences") { json in
      json.member("owedSoFar", occurrences.owedSoFar)
      json.member("fulfilledSoFar", occurrences.fulfilledSoFar)
      json.member("late", occurrences.late)
      json.member("overdue", occurrences.overdue)
      json.member("dueToday", occurrences.dueToday)
      json.member("waived", occurrences.waived)
      json.member("owedYear", occurrences.owedYear)
      json.member("fulfilledYear", occurrences.fulfilledYear)
    }
    json.object("ongoing") { json in
      json.member("total", ongoing.total)
      json.member("recorded", ongoing.recorded)
      json.member("silent", ongoing.silent)
    }
  }
}
