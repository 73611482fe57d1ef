import TerminalText

extension Role {
  static let late = Role(rawValue: 1)
  static let soon = Role(rawValue: 2)
  static let good = Role(rawValue: 3)
  static let heading = Role(rawValue: 4)
  static let error = Role(rawValue: 5)
}

extension Palette {
  static let testing = Palette([
    .quiet: Style(nil, .dim), .late: Style(.red, .bold), .soon: Style(.yellow),
    .good: Style(.green), .heading: Style(nil, .bold), .error: Style(.red, .bold),
  ])
}
