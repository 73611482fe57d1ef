package import TerminalText

extension Role {
  package static let overdue = Role(rawValue: 1)
  package static let dueSoon = Role(rawValue: 2)
  package static let active = Role(rawValue: 3)
  package static let pending = Role(rawValue: 4)
  package static let ongoing = Role(rawValue: 5)
  package static let future = Role(rawValue: 6)
  package static let good = Role(rawValue: 7)
  package static let waived = Role(rawValue: 8)
  package static let heading = Role(rawValue: 9)
  package static let error = Role(rawValue: 10)
  package static let warning = Role(rawValue: 11)
  /// What a change puts in.
  package static let add = Role(rawValue: 12)
  /// What a change takes out.
  package static let remove = Role(rawValue: 13)
  package static let late = Role(rawValue: 14)
  package static let silent = Role(rawValue: 15)
  package static let signed = Role(rawValue: 16)
  package static let changed = Role(rawValue: 17)
}

extension Palette {
  /// The usual looks; an office may give the states and the marks others.
  package static let standard = Palette([
    .overdue: Style(.red, .bold),
    .dueSoon: Style(.yellow),
    .active: Style(.cyan),
    .ongoing: Style(nil, .dim),
    .future: Style(nil, .dim),
    .good: Style(.green),
    .waived: Style(nil, .dim),
    .quiet: Style(nil, .dim),
    .heading: Style(nil, .bold),
    .error: Style(.red, .bold),
    .warning: Style(.yellow, .bold),
    .add: Style(.green),
    .remove: Style(.red),
    .late: Style(.green),
    .silent: Style(.yellow),
    .changed: Style(.yellow),
  ])

  /// Gives a role the colour that an office has chosen for it; what is bold stays bold.
  package mutating func set(_ color: Color, for role: Role) {
    self[role] = Style(color, self[role].strength == .bold ? .bold : .usual)
  }
}
