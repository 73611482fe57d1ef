/// A reader of JSON that the caller drives: it goes forward through the bytes, and hands out one
/// key, element or value after another.
///
/// It holds a position and what it needs to find duplicate keys, but not the bytes: these are a
/// parameter of every method, and must be the same ones each time. (With other bytes the results
/// are arbitrary, but nothing is read outside them.) After an error it stays where it is, and must
/// not be used again before `restart(in:)`.
///
/// ```swift
/// var cursor = JSONCursor()
/// try cursor.enterObject(bytes)
/// while let key = try cursor.nextKey(bytes) {
///   if key.matches("id", in: bytes) {
///     id = try cursor.string(bytes)
///   } else {
///     try cursor.skipValue(bytes)
///   }
/// }
/// try cursor.end(bytes)
/// ```
package struct JSONCursor: Sendable {
  /// The offset in bytes of what is read next; the end of the last token until then.
  package internal(set) var position: Int

  /// The number of objects and arrays around the position.
  package internal(set) var depth = 0

  /// Whether a byte order mark was skipped at offset 0.
  package private(set) var hasByteOrderMark = false

  /// What is accepted.
  package let policy: JSONPolicy

  /// The offset behind which nothing is read, if that is before the end of the bytes.
  var limit: Int

  /// Where reading started.
  private var start: Int

  /// Whether a container has just been entered, so that no comma stands before its next part.
  private var isFirst = false

  /// The keys of the innermost object, and of the ones around it.
  private var keys = KeySet()
  private var outerKeys: [KeySet] = []
  private var openObjects = 0

  /// Creates a reader of a text, or of what follows an offset.
  package init(at offset: Int = 0, policy: JSONPolicy = .strict) {
    self.init(in: max(0, offset)..<Int.max, policy: policy)
  }

  /// Creates a reader of one range, such as a line; positions still count from the first byte.
  package init(in range: Range<Int>, policy: JSONPolicy = .strict) {
    position = max(0, range.lowerBound)
    start = position
    limit = max(0, range.upperBound)
    self.policy = policy
  }

  /// Starts again on another range, and keeps the memory this reader has.
  ///
  /// Reading a hundred thousand lines is faster with one cursor than with a new one for each.
  package mutating func restart(in range: Range<Int>) {
    position = max(0, range.lowerBound)
    start = position
    limit = max(0, range.upperBound)
    depth = 0
    hasByteOrderMark = false
    isFirst = false
    openObjects = 0
    outerKeys.removeAll(keepingCapacity: true)
  }

  // MARK: - Objects

  /// Enters the object that comes next.
  ///
  /// - Throws: `wrongKind` if another value comes next, `tooDeep`, and faults of the grammar.
  package mutating func enterObject(_ bytes: Span<UInt8>) throws(JSONError) {
    try enter(bytes, UInt8(ascii: "{"), .object)
    guard !policy.allowsDuplicateKeys else { return }
    if openObjects > 0 { outerKeys.append(keys) }
    openObjects += 1
    keys = KeySet()
  }

  /// Reads the next key of the object and the colon behind it; `nil` leaves the object.
  ///
  /// The value must be read, or skipped, before the next key.
  ///
  /// - Throws: `duplicateKey`, `trailingComma`, and faults of the grammar.
  package mutating func nextKey(_ bytes: Span<UInt8>) throws(JSONError) -> JSONKey? {
    try key(bytes)
  }

  /// Reads the next key where it is asked for, without a call.
  @inline(__always)
  mutating func key(_ bytes: Span<UInt8>) throws(JSONError) -> JSONKey? {
    guard try nextPart(bytes, closing: UInt8(ascii: "}"), .commaOrBrace) else {
      leaveObject()
      return nil
    }
    let key = try readKey(bytes)
    if !policy.allowsDuplicateKeys, let first = keys.insert(key, in: bytes) {
      throw JSONError(.duplicateKey(first: first), at: key.offset)
    }
    return key
  }

  private mutating func leaveObject() {
    guard !policy.allowsDuplicateKeys else { return }
    openObjects = max(0, openObjects - 1)
    guard openObjects > 0, let outer = outerKeys.popLast() else { return }
    keys = outer
  }

  // MARK: - Arrays

  /// Enters the array that comes next.
  ///
  /// - Throws: `wrongKind` if another value comes next, `tooDeep`, and faults of the grammar.
  package mutating func enterArray(_ bytes: Span<UInt8>) throws(JSONError) {
    try enter(bytes, UInt8(ascii: "["), .array)
  }

  /// Goes to the next element of the array; `false` leaves the array.
  ///
  /// The element must be read, or skipped, before the next one.
  ///
  /// - Throws: `trailingComma`, and faults of the grammar.
  package mutating func nextElement(_ bytes: Span<UInt8>) throws(JSONError) -> Bool {
    try nextPart(bytes, closing: UInt8(ascii: "]"), .commaOrBracket)
  }

  // MARK: - Ends and kinds

  /// Makes sure that nothing but white space is left.
  ///
  /// - Throws: `expected(.end)`, or what names the fault better.
  package mutating func end(_ bytes: Span<UInt8>) throws(JSONError) {
    if position == start { try begin(bytes) }
    skipWhitespace(bytes)
    guard position >= endOfText(bytes) else { throw unexpected(bytes, .end) }
  }

  /// The kind of the value that comes next, judged by its first byte; it is not read.
  package mutating func kind(_ bytes: Span<UInt8>) throws(JSONError) -> JSONKind {
    let byte = try peek(bytes)
    guard let kind = JSONKind(firstByte: byte) else { throw unexpected(bytes, .value) }
    return kind
  }

  // MARK: - Steps

  /// The number of bytes that may be read.
  @inline(__always)
  func endOfText(_ bytes: Span<UInt8>) -> Int { min(limit, bytes.count) }

  /// Skips the four kinds of white space that JSON has.
  @inline(__always)
  mutating func skipWhitespace(_ bytes: Span<UInt8>) {
    let end = endOfText(bytes)
    var index = position
    while index < end {
      let byte = bytes[index]
      guard byte <= 0x20, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else {
        break
      }
      index += 1
      // Behind a line break stands the indentation.
      if byte == 0x0A { index = spacesEnd(bytes, from: index) }
    }
    position = min(index, end)
  }

  /// Skips white space, and returns the first byte of what comes next.
  @inline(__always)
  mutating func peek(_ bytes: Span<UInt8>) throws(JSONError) -> UInt8 {
    let index = position
    if index != start, index < limit, index < bytes.count, index >= 0 {
      let byte = bytes[index]
      if byte > 0x20 { return byte }
    }
    return try peekBehindWhitespace(bytes)
  }

  @inline(never)
  private mutating func peekBehindWhitespace(_ bytes: Span<UInt8>) throws(JSONError) -> UInt8 {
    if position == start { try begin(bytes) }
    skipWhitespace(bytes)
    guard position < endOfText(bytes) else { throw endFault(bytes) }
    return bytes[position]
  }

  private func endFault(_ bytes: Span<UInt8>) -> JSONError {
    let end = endOfText(bytes)
    guard depth == 0 else { return JSONError(.unexpectedEnd, at: end) }
    return JSONError(.emptyText, at: end)
  }

  /// Looks at the length and the first bytes before anything is read.
  @inline(never)
  private mutating func begin(_ bytes: Span<UInt8>) throws(JSONError) {
    let end = endOfText(bytes)
    if end - position > policy.maximumBytes || end > JSONPolicy.largestText {
      throw JSONError(.textTooLong(limit: policy.maximumBytes), at: position)
    }
    guard start == 0, end >= 2 else { return }
    switch (bytes[0], bytes[1]) {
    case (0xFE, 0xFF), (0xFF, 0xFE), (0, 1...0x7F), (1...0x7F, 0):
      throw JSONError(.utf16Text, at: 0)
    case (0xEF, 0xBB) where end >= 3 && bytes[2] == 0xBF && policy.allowsByteOrderMark:
      position = 3
      hasByteOrderMark = true
    default: return
    }
  }

  @inline(__always)
  private mutating func enter(
    _ bytes: Span<UInt8>,
    _ bracket: UInt8,
    _ kind: JSONKind
  ) throws(JSONError) {
    let byte = try peek(bytes)
    guard byte == bracket else { throw unexpected(bytes, kind: kind) }
    guard depth < policy.maximumDepth else {
      throw JSONError(.tooDeep(limit: policy.maximumDepth), at: position)
    }
    position += 1
    depth += 1
    isFirst = true
  }

  /// Goes to the next part of a container, past the comma; `false` if the container ends.
  @inline(__always)
  private mutating func nextPart(
    _ bytes: Span<UInt8>,
    closing: UInt8,
    _ expectation: JSONError.Expectation
  ) throws(JSONError) -> Bool {
    var byte = try peek(bytes)
    if byte == closing {
      isFirst = false
      position += 1
      depth = max(0, depth - 1)
      return false
    }
    if isFirst {
      isFirst = false
      return true
    }
    guard byte == UInt8(ascii: ",") else { throw unexpected(bytes, expectation) }
    let comma = position
    position += 1
    byte = try peek(bytes)
    guard byte != closing else { throw JSONError(.trailingComma, at: comma) }
    return true
  }

  /// Reads a key and its colon.
  @inline(__always)
  mutating func readKey(_ bytes: Span<UInt8>) throws(JSONError) -> JSONKey {
    guard try peek(bytes) == UInt8(ascii: "\"") else { throw unexpected(bytes, .key) }
    return if let key = shortKey(bytes) { key } else { try anyKey(bytes) }
  }

  /// Reads a plain key of fewer than eight bytes with the colon right behind it, as most are.
  @inline(__always)
  private mutating func shortKey(_ bytes: Span<UInt8>) -> JSONKey? {
    let start = position &+ 1
    guard let word = littleEndianWord(bytes, at: start) else { return nil }
    let count = specialBytes(word).trailingZeroBitCount >> 3
    let end = start &+ count
    guard count < 8, count <= policy.maximumStringBytes, end &+ 1 < endOfText(bytes),
      bytes[end] == UInt8(ascii: "\""), bytes[end &+ 1] == UInt8(ascii: ":")
    else { return nil }
    position = end &+ 2
    return JSONKey(from: start, count: count, word: word)
  }

  @inline(never)
  private mutating func anyKey(_ bytes: Span<UInt8>) throws(JSONError) -> JSONKey {
    let text = try scanText(bytes)
    let key = JSONKey(text, in: bytes)
    guard try peek(bytes) == UInt8(ascii: ":") else { throw unexpected(bytes, .colon) }
    position += 1
    return key
  }
}

extension JSONKind {
  /// The kind of value that starts with a byte.
  @inline(__always)
  init?(firstByte byte: UInt8) {
    switch byte {
    case UInt8(ascii: "{"): self = .object
    case UInt8(ascii: "["): self = .array
    case UInt8(ascii: "\""): self = .string
    case UInt8(ascii: "t"), UInt8(ascii: "f"): self = .bool
    case UInt8(ascii: "n"): self = .null
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): self = .number
    default: return nil
    }
  }
}
