package import DutyModel

extension EventID {
  /// The shortest end of the id that names its line: 6 characters, more if others end alike.
  ///
  /// - Parameter events: The events among which it is to be told apart.
  /// - Returns: The end of the text of the id.
  package func shortest(among events: [Event]) -> String {
    let own = line
    // Six characters are 30 bits, so that hardly any other id has to be spelled out.
    let mask: UInt64 = 1 << 30 - 1
    var rivals: [String] = []
    for number in events.indices {
      let other = events[number].id
      guard other.low & mask == own.low & mask, other.line != own else { continue }
      rivals.append(other.line.description)
    }
    let text = own.description
    var length = 6
    while length < text.utf8.count, rivals.contains(where: { $0.hasSuffix(text.suffix(length)) }) {
      length += 1
    }
    return String(text.suffix(length))
  }
}
