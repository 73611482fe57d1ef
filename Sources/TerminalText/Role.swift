/// What a piece of text means to its reader, from which its colour follows.
///
/// Never the only carrier of a meaning: the same text without colour says the same.
package enum Role: Sendable, Hashable, CaseIterable {
  case overdue
  case dueSoon
  case active
  case good
  case quiet
  case heading
  case error
  case warning
  case add
  case remove

  /// The escape sequence that begins the role: one of the 16 colours, bold or dim.
  package var start: String {
    switch self {
    case .overdue, .error: "\u{1B}[1;31m"
    case .warning: "\u{1B}[1;33m"
    case .dueSoon: "\u{1B}[33m"
    case .active: "\u{1B}[36m"
    case .good, .add: "\u{1B}[32m"
    case .remove: "\u{1B}[31m"
    case .heading: "\u{1B}[1m"
    case .quiet: "\u{1B}[2m"
    }
  }

  /// The escape sequence that ends every role.
  package static let end = "\u{1B}[0m"
}
