internal import StrictJSON

/// The keys of a kind of object, looked up without going through a generic table each time.
struct KeyTable<Key: Sendable>: Sendable {
  /// The names of the keys.
  let names: JSONNames
  private let keys: [Key]

  /// The key with an index among the names.
  @inline(__always)
  subscript(index: Int) -> Key { keys[index] }

  /// The key that a text names, or `nil`.
  @inline(__always)
  func field(_ text: JSONText, in bytes: Span<UInt8>) -> Key? {
    field(JSONKey(text, in: bytes), in: bytes)
  }

  /// The key that is known by this name, or `nil`.
  @inline(__always)
  func field(_ key: JSONKey, in bytes: Span<UInt8>) -> Key? {
    guard let index = names.index(of: key, in: bytes) else { return nil }
    return keys[index]
  }
}

// The type asks nothing of its keys: what it asked would be looked up at every start.
extension KeyTable where Key: CaseIterable & RawRepresentable<String> {
  init() {
    keys = Array(Key.allCases)
    names = JSONNames(keys.map { $0.rawValue })
  }
}
