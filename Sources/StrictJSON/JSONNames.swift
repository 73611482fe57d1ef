/// A list of names in which a key is looked up without making a `String` of it.
///
/// Keep one per kind of object in a `static let`.
package struct JSONNames: Sendable {
  /// A place of the hash table: the first bytes and the length of a name decide nearly always.
  private struct Entry: Sendable {
    var word: UInt64 = 0
    /// 0 marks a free place; otherwise the index of the name plus 1.
    var number: UInt32 = 0
    var count: UInt32 = 0
  }

  private let entries: [Entry]
  /// The bytes of each name behind the first eight.
  private let tails: [[UInt8]]

  /// Makes the list; at most 127 names are looked up, more are ignored.
  package init(_ names: [String]) {
    let contents = names.prefix(127).map { Array($0.utf8) }
    var entries = [Entry](repeating: Entry(), count: 256)
    for (index, name) in contents.enumerated() {
      let word = JSONNames.word(name[...])
      var slot = JSONNames.slot(word, name.count)
      while entries[slot].number != 0 { slot = (slot + 1) & 255 }
      entries[slot] = Entry(
        word: word,
        number: UInt32(index + 1),
        count: UInt32(truncatingIfNeeded: name.count)
      )
    }
    self.entries = entries
    tails = contents.map { Array($0.dropFirst(8)) }
  }

  /// The index of the name that a key is, or `nil`.
  package func index(of key: JSONKey, in bytes: Span<UInt8>) -> Int? {
    let count = UInt32(truncatingIfNeeded: key.count)
    var slot = JSONNames.slot(key.word, key.count)
    while slot < entries.count {
      let entry = entries[slot]
      if entry.number == 0 { return nil }
      if entry.word == key.word, entry.count == count {
        let index = Int(entry.number) - 1
        if count <= 8 || hasTail(tails[index], key, bytes) { return index }
      }
      slot = (slot + 1) & 255
    }
    return nil
  }

  @inline(never)
  private func hasTail(_ tail: [UInt8], _ key: JSONKey, _ bytes: Span<UInt8>) -> Bool {
    guard !key.text.hasEscapes else {
      return key.text.unescapedBytes(in: bytes).dropFirst(8).elementsEqual(tail)
    }
    guard key.text.upperBound <= bytes.count else { return false }
    var place = key.text.lowerBound + 8
    for byte in tail {
      guard bytes[place] == byte else { return false }
      place += 1
    }
    return true
  }

  @inline(__always)
  private static func slot(_ word: UInt64, _ count: Int) -> Int {
    let mixed = (word ^ UInt64(truncatingIfNeeded: count)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 56)
  }

  /// The first eight bytes, the first one lowest, filled up with zeros.
  static func word(_ name: ArraySlice<UInt8>) -> UInt64 {
    var word: UInt64 = 0
    for byte in name.prefix(8).reversed() { word = word << 8 | UInt64(byte) }
    return word
  }
}
