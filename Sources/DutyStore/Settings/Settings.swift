package import DutyModel

/// What `duty.json` says about a workspace; what it does not say has a default.
package struct Settings: Equatable, Sendable {
  /// The name of the office.
  package var organization: String?
  /// The language of the documents, `zh` or `en`; not that of messages.
  package var language = "zh"
  /// From how many days before it is due something is due soon: 0...366.
  package var dueSoonDays = Rules().dueSoonDays
  /// After how many days without a record something is silent: 1...3660.
  package var silentDays = Rules().silentDays
  /// The date up to which the last year's overdue duties are listed: a month and a day.
  package var carryUntil = Rules().carryUntil
  /// How many days back something is recorded without a question: 0...3660.
  package var backdateDays = 30
  /// Colours, and the states that have them; none if the usual ones hold: red for what is overdue,
  /// yellow for what is due soon.
  package var colors: [String: [String]] = [:]
  package var report = Report()

  /// What reports need to know of the office.
  package struct Report: Equatable, Sendable {
    /// Whom the report goes to.
    package var addressee: String?
    package var signature: String?
    /// The pattern of the title, by kind of report.
    package var titles: [String: String] = [:]
    package var opening: String?
    package var closing: String?
    /// What a late occurrence counts in a score, in thousandths: 0...1000.
    package var late = 500
    /// The step scores are rounded to, in thousandths of a point: 1...1000.
    package var step = 100
    /// The name the report uses for the office.
    package var short: String?
    /// The units of what passes, which are summed, such as 人次.
    package var flowUnits = Particulars.Quantity.unitsOfFlow

    package init() {}
  }

  package init() {}
}

/// What a person's own settings say, wherever they work.
package struct UserSettings: Equatable, Sendable {
  /// The workspace to use where none is found: absolute, or from the home folder.
  package var dir: String?
  /// The name to record under.
  package var name: String?
  /// The name of the journal's file.
  package var writer: String?
  /// The language of messages: `zh` or `en`.
  package var language: String?
  /// When to use colour: `auto`, `always` or `never`.
  package var color: String?

  package init() {}

  /// The folder of ``dir``; one that is not absolute is below the home folder.
  func folder(home: String?) -> String? {
    guard var dir else { return nil }
    if dir == "~" { return home }
    if dir.hasPrefix("~/") { dir = String(dir.dropFirst(2)) }
    if dir.utf8.first == UInt8(ascii: "/") { return dir }
    return home.map { Path.join($0, dir) }
  }
}
