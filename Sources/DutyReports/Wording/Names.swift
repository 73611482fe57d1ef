package import DutyModel
package import TerminalText

/// The shortest names that work: what is printed can be typed.
package struct Names: Sendable {
  private let register: Register
  /// The ids of the checklists, each once.
  private let checklists: [String]

  package init(_ register: Register) {
    self.register = register
    checklists = register.checklists.ids
  }

  /// The shortest name: bare where only one checklist has it, without the letter where a duty asks
  /// for one thing only.
  package func shortest(_ reference: Reference) -> String {
    isUnique(reference) ? item(reference) : "\(reference.checklist)/\(item(reference))"
  }

  /// The name under a heading that gives the checklist.
  package func item(_ reference: Reference) -> String {
    let asksOneThing =
      number(reference.checklist, reference.duty)
      .map { register.items[$0].asksOneThing } ?? false
    return asksOneThing ? reference.duty : reference.item
  }

  /// Whether the checklist has such a duty, and no other has one of the name.
  ///
  /// A record may be of a checklist that is not there or cannot be read: its bare name would be
  /// that of another one's duty.
  private func isUnique(_ reference: Reference) -> Bool {
    checklists.allSatisfy { checklist in
      (number(checklist, reference.duty) != nil) == (checklist == reference.checklist)
    } && checklists.contains(reference.checklist)
  }

  /// The number of a duty by its own name; former names do not count.
  private func number(_ checklist: String, _ duty: String) -> Int? {
    guard
      let number = register.item(Reference(checklist: checklist, duty: duty)),
      register.items[number].duty.id == duty
    else { return nil }
    return number
  }
}

extension Names {
  /// The shortest name of what belongs to a duty that is known by its number.
  func shortest(_ reference: Reference, ofItem number: Int) -> String {
    // With one checklist there is nothing to look up.
    guard checklists.count == 1 else { return shortest(reference) }
    return register.items[number].asksOneThing ? reference.duty : reference.item
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
