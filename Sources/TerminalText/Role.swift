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

  /// The parameters of the SGR escape sequence: one of the 16 colours, bold or dim.
  package var parameters: String {
    switch self {
    case .overdue, .error: "1;31"
    case .warning: "1;33"
    case .dueSoon: "33"
    case .active: "36"
    case .good, .add: "32"
    case .remove: "31"
    case .heading: "1"
    case .quiet: "2"
    }
  }
}
