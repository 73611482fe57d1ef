/// What a piece of text means to its reader, from which its colour follows.
///
/// Never the only carrier of a meaning: the same text without colour says the same.
package enum Role: UInt8, Sendable, Hashable, CaseIterable {
  case overdue
  case dueSoon
  case active
  case pending
  case ongoing
  case future
  case good
  case waived
  case quiet
  case heading
  case error
  case warning
  case add
  case remove
}

/// The colours of a terminal that every one of them has.
package enum Color: String, CaseIterable, Sendable {
  case black
  case red
  case green
  case yellow
  case blue
  case magenta
  case cyan
  case white
  case grey

  fileprivate var parameter: String {
    switch self {
    case .black: "30"
    case .red: "31"
    case .green: "32"
    case .yellow: "33"
    case .blue: "34"
    case .magenta: "35"
    case .cyan: "36"
    case .white: "37"
    case .grey: "90"
    }
  }
}

/// The colours of roles: the usual ones, and those an office has chosen instead.
package struct Palette: Sendable, Hashable {
  /// The colours by the numbers of their roles; empty if none was chosen.
  private var chosen: [Color?] = []

  package static let standard = Palette()

  /// Gives a role a colour; what is overdue stays bold.
  package mutating func set(_ color: Color, for role: Role) {
    if chosen.isEmpty { chosen = Array(repeating: nil, count: Role.allCases.count) }
    chosen[Int(role.rawValue)] = color
  }

  /// The escape sequence that begins a role; empty for one that is shown as it is.
  func start(of role: Role) -> String {
    let parameters =
      if !chosen.isEmpty, let color = chosen[Int(role.rawValue)] {
        role == .overdue ? "1;\(color.parameter)" : color.parameter
      } else {
        Palette.usual(role)
      }
    return parameters.isEmpty ? "" : "\u{1B}[\(parameters)m"
  }

  /// The escape sequence that ends every role.
  static let end = "\u{1B}[0m"

  private static func usual(_ role: Role) -> String {
    switch role {
    case .overdue, .error: "1;31"
    case .warning: "1;33"
    case .dueSoon: "33"
    case .active: "36"
    case .good, .add: "32"
    case .remove: "31"
    case .heading: "1"
    case .quiet, .ongoing, .future, .waived: "2"
    case .pending: ""
    }
  }
}
