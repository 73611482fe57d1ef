/// What is told beside a state.
package enum Mark: String, CaseIterable, Sendable {
  /// Done after its due day.
  case late
  /// Without a record for too long.
  case silent
  /// Signed by somebody.
  case signed
  /// Changed since it was signed.
  case changed
}
