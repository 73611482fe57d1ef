/// A member of an object that was read and checked but not taken in: its key, and where its value
/// stands.
package struct JSONRawMember: Equatable, Sendable {
  /// The key.
  package let key: JSONKey

  /// The kind of the value.
  package let kind: JSONKind

  /// A string without its quotes, or the bytes of any other value.
  package let value: JSONText

  /// The offset of the first byte of the value.
  package var valueOffset: Int { kind == .string ? value.lowerBound - 1 : value.lowerBound }
}

extension JSONCursor {
  /// Reads the next member of the object, key and value; `nil` leaves the object.
  ///
  /// - Throws: As `nextKey(_:)`, and faults of the value and of what is in it.
  package mutating func nextRawMember(
    _ bytes: Span<UInt8>
  ) throws(JSONError) -> JSONRawMember? {
    guard let key = try key(bytes) else { return nil }
    let first = try peek(bytes)
    if first == UInt8(ascii: "\"") {
      return JSONRawMember(key: key, kind: .string, value: try scanText(bytes))
    }
    guard let kind = JSONKind(firstByte: first) else { throw unexpected(bytes, .value) }
    let start = position
    try skip(bytes, first)
    return JSONRawMember(key: key, kind: kind, value: JSONText(plain: start..<position))
  }
}
