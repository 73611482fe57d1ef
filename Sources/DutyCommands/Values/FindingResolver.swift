import CommandLineKit
import DutyModel

/// Finds what the name of a finding means: `f` and the last 6 characters of its id, or the id.
///
/// Names are folded to lower case and half width, as all ids are.
struct FindingResolver {
  /// The findings that can be named.
  let findings: [FindingStatus]

  init(_ register: Register) {
    findings = register.findings
  }

  /// The finding that a word names.
  ///
  /// - Throws: `noFinding` with what is near, or `ambiguousEvent` if two share a short name.
  func finding(_ typed: String) throws(CommandError) -> FindingStatus {
    let name = Identifier.folded(typed)
    let found = findings.filter {
      $0.short == name || Identifier.folded($0.id.description) == name
    }
    if found.count > 1 { throw .ambiguousEvent(typed, found.map(\.id)) }
    guard let finding = found.first else {
      throw .noFinding(typed, nearest: findings.map(\.short).nearest(to: name, limit: 3))
    }
    return finding
  }
}
