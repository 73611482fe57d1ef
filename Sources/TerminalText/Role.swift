/// What a piece of text means to its reader, from which its colour follows.
///
/// Never the only carrier of a meaning: the same text without colour says the same. Which roles
/// there are is the program's own matter: it numbers them, and its ``Palette`` says how each looks.
package struct Role: RawRepresentable, Sendable, Hashable {
  /// The number, at most 253.
  package let rawValue: UInt8

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// What matters less than the rest, such as the heads of columns.
  package static let quiet = Role(rawValue: 0)
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

/// How a text looks: its colour, and its strength.
package struct Style: Sendable, Hashable {
  /// How strong the letters are.
  package enum Strength: String, Sendable {
    case usual = ""
    case bold = "1"
    case dim = "2"
  }

  /// The colour, or `nil` for that of any text.
  package var color: Color?
  package var strength: Strength

  package init(_ color: Color? = nil, _ strength: Strength = .usual) {
    self.color = color
    self.strength = strength
  }

  /// The escape sequence that begins the style; empty for a text that is shown as it is.
  ///
  /// ECMA-48, 8.3.117 (SGR) has the numbers.
  fileprivate var start: String {
    let parameters = [strength.rawValue, color?.parameter ?? ""].filter { !$0.isEmpty }
    return parameters.isEmpty ? "" : "\u{1B}[\(parameters.joined(separator: ";"))m"
  }
}

/// How roles look; a role that it does not have is shown as it is.
package struct Palette: Sendable, Hashable {
  private var styles: [Style] = []

  package init(_ styles: [Role: Style]) {
    for (role, style) in styles { self[role] = style }
  }

  package subscript(role: Role) -> Style {
    get { role.rawValue < styles.count ? styles[Int(role.rawValue)] : Style() }
    set {
      while styles.count <= Int(role.rawValue) { styles.append(Style()) }
      styles[Int(role.rawValue)] = newValue
    }
  }

  /// The escape sequence that begins a role; empty for one that is shown as it is.
  func start(of role: Role) -> String { self[role].start }

  /// The escape sequences that begin the roles, by their numbers.
  var starts: [String] { styles.map(\.start) }

  /// The escape sequence that ends every role.
  static let end = "\u{1B}[0m"
}
