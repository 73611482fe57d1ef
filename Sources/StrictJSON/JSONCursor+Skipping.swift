extension JSONCursor {
  /// Reads the value at the position, given its first byte, and keeps nothing of it.
  ///
  /// It recurs once for each level of nesting, which the policy limits.
  mutating func skip(_ bytes: Span<UInt8>, _ first: UInt8) throws(JSONError) {
    switch first {
    case UInt8(ascii: "\""): _ = try scanText(bytes)
    case UInt8(ascii: "{"): try skipObject(bytes)
    case UInt8(ascii: "["): try skipArray(bytes)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): _ = try scanNumber(bytes)
    case UInt8(ascii: "t"): try scanWord(bytes, .isTrue)
    case UInt8(ascii: "f"): try scanWord(bytes, .isFalse)
    case UInt8(ascii: "n"): try scanWord(bytes, .isNull)
    default: throw unexpected(bytes, .value)
    }
  }

  private mutating func skipObject(_ bytes: Span<UInt8>) throws(JSONError) {
    try openContainer()
    var keys = KeySet()
    var byte = try peek(bytes)
    if byte != UInt8(ascii: "}") {
      while true {
        let key = try readKey(bytes)
        if !policy.allowsDuplicateKeys, let first = keys.insert(key, in: bytes) {
          throw JSONError(.duplicateKey(first: first), at: key.offset)
        }
        try skip(bytes, try peek(bytes))
        byte = try peek(bytes)
        if byte == UInt8(ascii: "}") { break }
        guard byte == UInt8(ascii: ",") else { throw unexpected(bytes, .commaOrBrace) }
        let comma = position
        position += 1
        guard try peek(bytes) != UInt8(ascii: "}") else {
          throw JSONError(.trailingComma, at: comma)
        }
      }
    }
    position += 1
    depth -= 1
  }

  private mutating func skipArray(_ bytes: Span<UInt8>) throws(JSONError) {
    try openContainer()
    var byte = try peek(bytes)
    if byte != UInt8(ascii: "]") {
      while true {
        try skip(bytes, byte)
        byte = try peek(bytes)
        if byte == UInt8(ascii: "]") { break }
        guard byte == UInt8(ascii: ",") else { throw unexpected(bytes, .commaOrBracket) }
        let comma = position
        position += 1
        byte = try peek(bytes)
        guard byte != UInt8(ascii: "]") else { throw JSONError(.trailingComma, at: comma) }
      }
    }
    position += 1
    depth -= 1
  }

  @inline(__always)
  private mutating func openContainer() throws(JSONError) {
    guard depth < policy.maximumDepth else {
      throw JSONError(.tooDeep(limit: policy.maximumDepth), at: position)
    }
    position += 1
    depth += 1
  }
}
