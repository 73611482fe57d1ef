/// The fields that a kind of object knows, found by key without making a `String` of it.
///
/// The fields are the cases of an enumeration, whose raw values are the keys:
///
/// ```swift
/// enum Field: String, CaseIterable { case id, title, due }
/// let fields = JSONFields<Field>()
/// while let key = try cursor.nextKey(bytes) {
///   switch fields.field(key, in: bytes) {
///   case .id: id = try cursor.string(bytes)
///   case .title: title = try cursor.string(bytes)
///   case .due: due = try cursor.string(bytes)
///   case nil: try cursor.skipValue(bytes)
///   }
/// }
/// ```
///
/// Keep one per enumeration in a `static let`.
package struct JSONFields<Field: CaseIterable & RawRepresentable & Sendable>: Sendable
where Field.RawValue == String {
  private let fields: [Field]
  private let names: JSONNames

  /// Makes the table of all cases.
  package init() {
    fields = Array(Field.allCases)
    names = JSONNames(fields.map(\.rawValue))
  }

  /// The field that has this key, or `nil` if the key is unknown.
  @inline(__always)
  package func field(_ key: JSONKey, in bytes: Span<UInt8>) -> Field? {
    guard let index = names.index(of: key, in: bytes) else { return nil }
    return fields[index]
  }

  /// The names, in the order of the cases.
  package var allNames: [String] { fields.map(\.rawValue) }
}

/// A list of names in which a key is looked up.
package struct JSONNames: Sendable {
  /// A power of two of places; 0 is free, otherwise the index of a name plus 1.
  private let slots: [UInt8]
  private let words: [UInt64]
  private let contents: [[UInt8]]

  /// Makes the list; at most 127 names are looked up, more are ignored.
  package init(_ names: [String]) {
    contents = names.prefix(127).map { Array($0.utf8) }
    words = contents.map { JSONNames.word($0) }
    var places = [UInt8](repeating: 0, count: 256)
    for (index, word) in words.enumerated() {
      var slot = JSONNames.slot(word, contents[index].count)
      while places[slot] != 0 { slot = (slot + 1) & 255 }
      places[slot] = UInt8(index + 1)
    }
    slots = places
  }

  /// The index of the name that a key is, or `nil`.
  package func index(of key: JSONKey, in bytes: Span<UInt8>) -> Int? {
    guard !key.text.hasEscapes else {
      let unescaped = key.text.unescapedBytes(in: bytes)
      return contents.firstIndex(of: unescaped)
    }
    let count = key.text.count
    var slot = JSONNames.slot(key.word, count)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if words[index] == key.word, isEqual(index, key, count, bytes) { return index }
      slot = (slot + 1) & 255
    }
    return nil
  }

  @inline(__always)
  private func isEqual(_ index: Int, _ key: JSONKey, _ count: Int, _ bytes: Span<UInt8>) -> Bool {
    guard contents[index].count == count, key.text.upperBound <= bytes.count else { return false }
    var place = 8
    while place < count {
      guard contents[index][place] == bytes[key.text.lowerBound + place] else { return false }
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
  static func word(_ name: [UInt8]) -> UInt64 {
    var word: UInt64 = 0
    for (index, byte) in name.prefix(8).enumerated() { word |= UInt64(byte) << (UInt64(index) * 8) }
    return word
  }
}
