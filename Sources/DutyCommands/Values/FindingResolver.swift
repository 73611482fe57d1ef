import CommandLineKit
import DutyModel
import DutyReports
import TerminalText

/// Finds what the name of a finding means: `f` and the last 6 characters of its id, the id, or the
/// office's own number, with which reports name it: `township/f1`, or `f1` if only one ends so.
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
  /// - Throws: `noFinding` with what is near, `ambiguousEvent` if two share a short name, or a
  ///   refusal if they share a number.
  func finding(_ typed: String) throws(CommandError) -> FindingStatus {
    let name = Identifier.folded(typed)
    let found = findings.filter {
      $0.short == name || Identifier.folded($0.id.description) == name
    }
    if found.count > 1 { throw .ambiguousEvent(typed, found.map(\.id)) }
    if let finding = found.first { return finding }
    guard let finding = try numbered(name, as: typed) else {
      throw .noFinding(typed, nearest: findings.map(\.short).nearest(to: name, limit: 3))
    }
    return finding
  }

  /// The finding to which the office gave a number.
  private func numbered(_ name: String, as typed: String) throws(CommandError) -> FindingStatus? {
    let numbers = findings.map { $0.finding.number.map { Identifier.folded($0) } }
    var found = findings.indices.filter { numbers[$0] == name }
    if found.isEmpty {
      found = findings.indices.filter { numbers[$0]?.hasSuffix("/" + name) ?? false }
    }
    guard found.count > 1 else { return found.first.map { findings[$0] } }
    let candidates = found.map { findings[$0] }
    throw .refused(
      .usage,
      code: "ambiguous-finding",
      Message(
        en: "\(quoted: typed) is the number of \(found.count) findings",
        zh: "有\(found.count)个问题编号为\(quoted: typed)"
      ),
      advice: [Message(en: "Name one by its id:", zh: "请用其标识写明一个：")]
        + candidates.map { .verbatim("  \($0.short)  \($0.finding.title)") }
    )
  }
}
