package import DutyModel
package import StrictJSON

extension Occurrence {
  /// Writes the members of the occurrence into its object.
  ///
  /// - Parameters:
  ///   - json: The object.
  ///   - today: The day looked at.
  package func writeMembers(to json: inout JSONWriter, on today: Day) {
    json.member("period", period)
    json.member("owner", owner)
    json.member("start", start)
    json.member("due", due)
    json.member("originalDue", originalDue)
    json.member("year", year)
    json.member("owed", owed)
    json.member("done", done)
    json.member("state", state)
    json.member("fulfilledOn", fulfilledOn)
    json.member("late", late)
    json.member("daysLeft", due - today)
    json.member("waivedFor", waivedFor)
    json.key("signed")
    json.beginArray()
    for signature in signatures {
      json.object { json in
        json.member("signer", signature.signer)
        json.member("on", signature.on)
        json.member("event", signature.event)
        json.member("opinion", signature.opinion)
        json.member("changed", signature.isChanged)
      }
    }
    json.endArray()
    json.member("events", events)
  }
}

/// An occurrence on its own, with what it belongs to: an element of lists of occurrences.
package struct OccurrenceAnswer: Sendable {
  private let occurrence: Occurrence
  private let title: String
  private let today: Day

  package init(_ occurrence: Occurrence, in register: Register) {
    self.occurrence = occurrence
    title = occurrence.requirement.title
    today = register.today
  }

  /// Writes the members into the occurrence's object.
  package func writeMembers(to json: inout JSONWriter) {
    json.member("requirement", occurrence.reference)
    json.member("duty", occurrence.reference.whole)
    json.member("title", title)
    json.member("missing", occurrence.missing)
    occurrence.writeMembers(to: &json, on: today)
  }
}
