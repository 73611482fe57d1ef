package import DutyModel
package import TerminalText

/// The shortest names that work: what is printed can be typed.
package struct Names: Sendable {
  /// How many checklists have a duty of a name.
  private var counts: [String: Int] = [:]
  /// The duties that ask for one thing only, so that its letter need not be typed.
  private var single: Set<Reference> = []

  package init(_ register: Register) {
    counts.reserveCapacity(register.items.count)
    for item in register.items {
      counts[item.duty.id, default: 0] += 1
      if item.obligations.count == 1 { single.insert(register.reference(of: item)) }
    }
  }

  /// The shortest name: bare where only one checklist has it, without the letter where a duty asks
  /// for one thing only.
  package func shortest(_ reference: Reference) -> String {
    counts[reference.duty] == 1 ? item(reference) : "\(reference.checklist)/\(item(reference))"
  }

  /// The name under a heading that gives the checklist.
  package func item(_ reference: Reference) -> String {
    single.contains(reference.whole) ? reference.duty : reference.item
  }
}

/// Names of persons and departments as tables show them: the first, and how many more.
package enum NameList {
  /// One person, two if they fit 10 cells, else the first and the number of all.
  package static func owners(_ names: [String]) -> Message {
    guard let first = names.first else { return .empty }
    if names.count == 1 { return .verbatim(first) }
    if names.count == 2 {
      let both = names.joined(separator: "、")
      if Terminal.unlimited.width(of: both) <= 10 {
        return Message(en: "\(names[0]), \(names[1])", zh: "\(both)")
      }
    }
    return Message(en: "\(first) +\(names.count - 1)", zh: "\(first)等\(names.count)人")
  }

  /// The first department and the number of all; a 等 of the document is kept and never counted.
  package static func departments(_ names: [String]) -> Message {
    guard let first = names.first else { return .empty }
    if names.count == 1 { return .verbatim(first) }
    return Message(en: "\(first) +\(names.count - 1)", zh: "\(first)等\(names.count)个")
  }

  /// All the names.
  package static func full(_ names: [String]) -> Message {
    Message(en: "\(names.joined(separator: ", "))", zh: "\(names.joined(separator: "、"))")
  }
}
