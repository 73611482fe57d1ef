/// The full name of a duty or a requirement: `township/s11`, `township/s11b`.
package struct Reference: Hashable, Sendable {
  package let checklist: String
  package let duty: String
  /// The letter of the requirement, or `nil` for the whole duty.
  package let requirement: String?

  package init(checklist: String, duty: String, requirement: String? = nil) {
    self.checklist = checklist
    self.duty = duty
    self.requirement = requirement
  }

  /// Reads a full name; `nil` if it does not follow the grammar of ids.
  package init?(_ text: some StringProtocol) {
    let text = Substring(text)
    guard let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")) else { return nil }
    let item = text[text.utf8.index(after: slash)...]
    self.init(checklist: String(text[..<slash]), item: item)
  }

  /// Splits the name inside a checklist, such as `s11b`, after its last digit.
  package init?(checklist: String, item: some StringProtocol) {
    let item = Substring(item)
    let bytes = item.utf8
    guard
      let digit = bytes.lastIndex(where: { (0x30...0x39).contains($0) }),
      Identifier.isChecklist(checklist)
    else { return nil }
    let end = bytes.index(after: digit)
    let duty = String(item[..<end])
    guard Identifier.isItem(duty) else { return nil }
    if end == bytes.endIndex {
      self.init(checklist: checklist, duty: duty)
    } else {
      let letters = String(item[end...])
      guard Identifier.isRequirement(letters) else { return nil }
      self.init(checklist: checklist, duty: duty, requirement: letters)
    }
  }
}

extension Reference: CustomStringConvertible {
  package var description: String {
    "\(checklist)/\(item)"
  }

  /// The name inside the checklist: `s11b`.
  package var item: String {
    requirement.map { duty + $0 } ?? duty
  }

  /// The name of the duty alone.
  package var whole: Reference { Reference(checklist: checklist, duty: duty) }
}
