internal import DutyModel

/// A setting by its dotted name, and what its value can be.
package struct SettingKey: Hashable, Sendable {
  /// What the value of a setting can be.
  package enum Kind: Hashable, Sendable {
    case text
    /// One of these words.
    case word([String])
    /// A whole number in a range.
    case number(ClosedRange<Int>)
    /// A decimal number in a range of thousandths.
    case thousandths(ClosedRange<Int>)
    /// A date of the year: `03-31`.
    case date
    case texts
    /// A list of states.
    case states
  }

  /// The name, such as `report.scoring.late`.
  package let name: String
  package let kind: Kind

  /// The keys of `duty.json`; those that end in `*` stand for any name there.
  static let workspace: [SettingKey] = [
    SettingKey(name: "organization", kind: .text),
    SettingKey(name: "language", kind: .word(["zh", "en"])),
    SettingKey(name: "dueSoonDays", kind: .number(0...366)),
    SettingKey(name: "silentDays", kind: .number(1...3660)),
    SettingKey(name: "carryUntil", kind: .date),
    SettingKey(name: "backdateDays", kind: .number(0...3660)),
    SettingKey(name: "colors.*", kind: .states),
    SettingKey(name: "report.addressee", kind: .text),
    SettingKey(name: "report.signature", kind: .text),
    SettingKey(name: "report.titles.*", kind: .text),
    SettingKey(name: "report.opening", kind: .text),
    SettingKey(name: "report.closing", kind: .text),
    SettingKey(name: "report.scoring.late", kind: .thousandths(0...1000)),
    SettingKey(name: "report.scoring.step", kind: .thousandths(1...1000)),
    SettingKey(name: "report.short", kind: .text),
    SettingKey(name: "report.flowUnits", kind: .texts),
  ]

  /// The keys of a person's own settings.
  static let user: [SettingKey] = [
    SettingKey(name: "dir", kind: .text),
    SettingKey(name: "name", kind: .text),
    SettingKey(name: "writer", kind: .text),
    SettingKey(name: "language", kind: .word(["zh", "en"])),
    SettingKey(name: "color", kind: .word(["auto", "always", "never"])),
  ]

  /// The names that may stand for a `*`, where not any may.
  static let names: [String: [String]] = [
    "colors.*": [
      "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white", "grey",
    ],
    "report.titles.*": ["annual", "accountability", "self-assessment"],
  ]

  /// The states, and the marks beside them, that colours can be given to.
  static let states = State.allCases.map(\.rawValue) + Mark.allCases.map(\.rawValue)

  /// The kind's name, for messages.
  package var expectation: String {
    switch kind {
    case .text: "text"
    case .word(let words): words.joined(separator: " ")
    case .number(let range): "\(range.lowerBound)...\(range.upperBound)"
    case .thousandths(let range):
      "\(Thousandths.text(range.lowerBound))..."
        + Thousandths.text(range.upperBound)
    case .date: "MM-DD"
    case .texts: "texts"
    case .states: SettingKey.states.joined(separator: " ")
    }
  }
}

/// The value of a setting, as a file or a person gives it.
package enum SettingValue: Hashable, Sendable {
  case text(String)
  case texts([String])
  /// Thousandths.
  case number(Int)
}
