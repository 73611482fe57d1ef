package import Bytes

/// Writes JSON into bytes: the same calls give the same bytes.
///
/// ```swift
/// var json = JSONWriter(.pretty)
/// json.object { json in
///   json.member("format", "duty.list/1")
///   json.member("year", year)  // an optional: null if there is none
///   json.array("duties", duties) { json, duty in
///     json.object { $0.member("id", duty.id) }
///   }
/// }
/// json.endLine()
/// ```
///
/// Commas, colons and line breaks come by themselves. Text is UTF-8; quotes, backslashes and what a
/// terminal could act upon (control characters, line separators, controls of writing direction)
/// are escaped. The caller sees to it that values stand where JSON has them: a value follows `key`
/// in an object, and each beginning has its end.
package struct JSONWriter: Sendable {
  /// How the text is laid out.
  package enum Style: Sendable {
    /// Without any white space.
    case compact

    /// Indented by two spaces; an array of scalars stays on its line if that has 80 bytes or less.
    case pretty
  }

  private var buffer: ByteBuffer

  /// How the text is laid out.
  package let style: Style

  /// Whether a comma must come before the next value or key.
  private var needsComma = false

  /// Whether a key was written and its value comes next.
  private var followsKey = false

  /// The innermost container that is open, in the pretty style.
  private var container = Container(start: 0, lineStart: 0)

  /// Those around it; the first stands for what is around the text.
  private var outer: [Container] = []

  /// Where the line that is being written begins.
  private var lineStart = 0

  /// Creates an empty writer.
  ///
  /// - Parameters:
  ///   - style: How the text is laid out.
  ///   - capacity: The bytes there is room for at first.
  package init(_ style: Style = .compact, capacity: Int = 256) {
    self.style = style
    buffer = ByteBuffer(capacity: capacity)
  }

  /// What has been written.
  package var bytes: [UInt8] { buffer.bytes() }

  /// Hands over what has been written, without a copy.
  package consuming func finish() -> [UInt8] { buffer.bytes() }

  // MARK: - Containers

  /// Begins an object.
  package mutating func beginObject() { begin(UInt8(ascii: "{")) }

  /// Ends the object begun last.
  package mutating func endObject() { end(UInt8(ascii: "}")) }

  /// Begins an array.
  package mutating func beginArray() { begin(UInt8(ascii: "[")) }

  /// Ends the array begun last.
  package mutating func endArray() { end(UInt8(ascii: "]")) }

  /// Writes an object with the members that the closure writes.
  package mutating func object<Failure: Error>(
    _ members: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    beginObject()
    try members(&self)
    endObject()
  }

  /// Writes an array with the elements that the closure writes.
  package mutating func array<Failure: Error>(
    _ elements: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    beginArray()
    try elements(&self)
    endArray()
  }

  /// Writes a member that is an object.
  package mutating func object<Failure: Error>(
    _ name: String,
    _ members: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    key(name)
    try object(members)
  }

  /// Writes a member that is an array, element by element of a sequence.
  package mutating func array<Elements: Sequence, Failure: Error>(
    _ name: String,
    _ elements: Elements,
    _ element: (inout JSONWriter, Elements.Element) throws(Failure) -> Void
  ) throws(Failure) {
    key(name)
    beginArray()
    for each in elements { try element(&self, each) }
    endArray()
  }

  // MARK: - Members

  /// Writes a key; its value must come next.
  package mutating func key(_ name: String) {
    startPart()
    appendQuoted(name, Word.colonAndSpace, count: style == .pretty ? 2 : 1)
    followsKey = true
  }

  /// Writes a member whose value is a string.
  package mutating func member(_ name: String, _ text: String) {
    key(name)
    value(text)
  }

  /// Writes a member whose value is an integer.
  package mutating func member(_ name: String, _ number: Int) {
    key(name)
    value(number)
  }

  /// Writes a member whose value is true or false.
  package mutating func member(_ name: String, _ flag: Bool) {
    key(name)
    value(flag)
  }

  /// Writes a member that is a string, or `null` if there is none.
  package mutating func member(_ name: String, _ text: String?) {
    key(name)
    if let text { value(text) } else { null() }
  }

  /// Writes a member that is an integer, or `null` if there is none.
  package mutating func member(_ name: String, _ number: Int?) {
    key(name)
    if let number { value(number) } else { null() }
  }

  /// Writes a member that is an array of strings.
  package mutating func member(_ name: String, _ texts: [String]) {
    key(name)
    beginArray()
    for text in texts { value(text) }
    endArray()
  }

  /// Writes a member; an optional without a value is `null`.
  package mutating func member<Value: JSONWritable>(_ name: String, _ value: Value) {
    key(name)
    value.write(to: &self)
  }

  /// Writes a member unless there is no value, as files have it.
  package mutating func memberIfPresent<Value: JSONWritable>(_ name: String, _ value: Value?) {
    guard let value else { return }
    member(name, value)
  }

  /// Writes a member whose value is `null`.
  package mutating func memberNull(_ name: String) {
    key(name)
    null()
  }

  // MARK: - Values

  /// Writes a string.
  package mutating func value(_ text: String) {
    startPart()
    appendQuoted(text)
    needsComma = true
  }

  /// Writes a string none of whose characters needs to be escaped, such as a day or an id.
  package mutating func value(plain write: (inout ByteBuffer) -> Void) {
    startPart()
    buffer.append(UInt8(ascii: "\""))
    write(&buffer)
    buffer.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// Writes an integer.
  package mutating func value(_ number: Int) {
    startPart()
    buffer.append(decimal: number)
    needsComma = true
  }

  /// Writes `true` or `false`.
  package mutating func value(_ flag: Bool) {
    startPart()
    buffer.append(flag ? Word.true : Word.false, count: flag ? 4 : 5)
    needsComma = true
  }

  /// Writes a value; an optional without a value is `null`.
  package mutating func value<Value: JSONWritable>(_ value: Value) {
    value.write(to: &self)
  }

  /// Writes `null`.
  package mutating func null() {
    startPart()
    buffer.append(Word.null, count: 4)
    needsComma = true
  }

  /// Writes a value that is JSON already; it is neither checked nor laid out.
  package mutating func raw(_ json: Span<UInt8>) {
    startPart()
    markNested()
    buffer.append(json)
    needsComma = true
  }

  /// Writes a number that is JSON already, such as `22.5`.
  package mutating func number(_ text: String) {
    startPart()
    buffer.append(text)
    needsComma = true
  }

  /// Ends the text, or one of many in a file of lines, with a line feed.
  package mutating func endLine() {
    buffer.append(UInt8(ascii: "\n"))
    lineStart = buffer.count
    needsComma = false
    followsKey = false
  }

  // MARK: - Layout

  /// What the pretty style knows of an open container.
  private struct Container {
    /// Where the opening bracket is.
    var start: Int

    /// Where the line with the opening bracket begins.
    var lineStart: Int

    /// Whether only scalars have been written into it.
    var hasOnlyScalars = true

    var isEmpty = true
  }

  private mutating func begin(_ bracket: UInt8) {
    startPart()
    container.hasOnlyScalars = false
    if style == .pretty {
      outer.append(container)
      container = Container(start: buffer.count, lineStart: lineStart)
    }
    buffer.append(bracket)
    needsComma = false
  }

  private mutating func end(_ bracket: UInt8) {
    if style == .pretty, let around = outer.popLast() {
      if !container.isEmpty {
        breakLine()
        if bracket == UInt8(ascii: "]"), container.hasOnlyScalars { joinLines() }
      }
      container = around
    }
    buffer.append(bracket)
    needsComma = true
    followsKey = false
  }

  /// Writes what comes before a key, an element or a single value.
  private mutating func startPart() {
    guard !followsKey else {
      followsKey = false
      return
    }
    let hadComma = needsComma
    needsComma = false
    guard style == .pretty, !outer.isEmpty else {
      if hadComma { buffer.append(UInt8(ascii: ",")) }
      return
    }
    container.isEmpty = false
    breakLine(hasComma: hadComma)
  }

  private mutating func markNested() {
    container.hasOnlyScalars = false
  }

  private mutating func breakLine(hasComma: Bool = false) {
    lineStart = buffer.count + (hasComma ? 2 : 1)
    buffer.beginLine(hasComma: hasComma, spaces: outer.count * 2)
  }

  /// Puts an array of scalars, which lacks its closing bracket, on one line if that is short.
  private mutating func joinLines() {
    let start = container.start
    // Longer than this it cannot be short: a line break takes the place of a space at least.
    guard start >= container.lineStart else { return }
    var joined: [UInt8] = []
    var index = start
    while index < buffer.count {
      let byte = buffer.storage[index]
      index += 1
      // A line break in a string is escaped: each one here is layout.
      guard byte == UInt8(ascii: "\n") else {
        joined.append(byte)
        continue
      }
      while index < buffer.count, buffer.storage[index] == UInt8(ascii: " ") { index += 1 }
      if joined.last == UInt8(ascii: ","), index < buffer.count {
        joined.append(UInt8(ascii: " "))
      }
    }
    guard start - container.lineStart + joined.count + 1 <= 80 else { return }
    buffer.truncate(to: start)
    buffer.append(joined.span)
    lineStart = container.lineStart
  }

  // MARK: - Scalars

  /// Writes a string, and up to seven bytes behind it, the lowest of a word first.
  private mutating func appendQuoted(_ text: String, _ next: UInt64 = 0, count: Int = 0) {
    let start = buffer.count + 1
    let traits = buffer.append(quoted: text, next, count: count)
    if traits.isPlain { return }
    let end = start + text.utf8.count
    guard let place = buffer.firstEscape(in: start..<end) else { return }
    escape(place..<end)
    buffer.append(UInt64(UInt8(ascii: "\"")) | next << 8, count: count + 1)
  }

  /// Escapes what has been written in a range, and forgets what is behind it.
  private mutating func escape(_ range: Range<Int>) {
    let rest = String(decoding: buffer.storage[range], as: UTF8.self)
    buffer.truncate(to: range.lowerBound)
    for scalar in rest.unicodeScalars {
      switch scalar {
      case "\"": buffer.append(#"\""#)
      case "\\": buffer.append(#"\\"#)
      case "\n": buffer.append(#"\n"#)
      case "\r": buffer.append(#"\r"#)
      case "\t": buffer.append(#"\t"#)
      case "\u{08}": buffer.append(#"\b"#)
      case "\u{0C}": buffer.append(#"\f"#)
      case _ where scalar.mustBeEscaped: appendUnicodeEscape(scalar)
      default: for byte in UTF8.encode(scalar) ?? .init() { buffer.append(byte) }
      }
    }
  }

  private mutating func appendUnicodeEscape(_ scalar: Unicode.Scalar) {
    buffer.append(#"\u"#)
    for shift: UInt32 in [12, 8, 4, 0] {
      let digit = UInt8(truncatingIfNeeded: scalar.value >> shift & 0xF)
      buffer.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
    }
  }
}

extension ByteBuffer {
  /// The offset of the first byte in a range of a character that must be escaped.
  fileprivate func firstEscape(in range: Range<Int>) -> Int? {
    let text = storage.span
    for index in range {
      let byte = text[index]
      if byte < 0x80 {
        if byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F { return index }
      } else if byte == 0xC2 || byte == 0xD8 || byte == 0xE2,
        let scalar = unicodeScalar(text, at: index, end: range.upperBound), scalar.mustBeEscaped
      {
        return index
      }
    }
    return nil
  }
}

/// Short pieces of JSON as words, the first byte lowest.
private enum Word {
  static let null: UInt64 = 0x6C6C_756E
  static let `true`: UInt64 = 0x6575_7274
  static let `false`: UInt64 = 0x65_736C_6166
  static let colonAndSpace: UInt64 = 0x203A
}

extension Unicode.Scalar {
  /// Whether the writer escapes the character: C0, DEL, C1, the quote and the backslash, line and
  /// paragraph separators, and the controls of writing direction (all in the first plane).
  var mustBeEscaped: Bool {
    switch value {
    case 0..<0x20, 0x22, 0x5C, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E,
      0x2066...0x2069:
      true
    default: false
    }
  }
}
