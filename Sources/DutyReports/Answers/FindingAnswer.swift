package import DutyModel
package import StrictJSON

extension FindingStatus {
  /// Writes the members of the finding into its object.
  package func writeMembers(to json: inout JSONWriter) {
    json.member("id", id)
    json.member("short", short)
    json.member("number", finding.number)
    json.member("title", finding.title)
    json.member("text", finding.text)
    json.member("source", finding.source)
    json.member("cause", finding.cause)
    json.member("measure", finding.measure)
    json.member("owner", finding.owner)
    json.member("departments", finding.departments)
    json.member("due", finding.due)
    json.member("state", state.rawValue)
    json.member("on", finding.on)
    json.member("closedOn", closure?.on)
    json.member("confirmedBy", closure?.confirmedBy)
    json.member("about", finding.about.map(\.description))
    json.member("events", events.map(\.description))
  }
}
