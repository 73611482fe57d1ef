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

  /// What has been written.
  package private(set) var bytes: [UInt8] = []

  /// How the text is laid out.
  package let style: Style

  /// Whether a comma must come before the next value or key.
  private var needsComma = false

  /// Whether a key was written and its value comes next.
  private var followsKey = false

  /// The containers that are open, in the pretty style.
  private var containers: [Container] = []

  /// Creates an empty writer.
  package init(_ style: Style = .compact) {
    self.style = style
  }

  /// Makes room for so many bytes.
  package mutating func reserveCapacity(_ count: Int) { bytes.reserveCapacity(count) }

  /// Hands over what has been written so far, to be written to a file, and goes on behind it.
  package mutating func takeBytes() -> [UInt8] {
    let taken = bytes
    bytes.removeAll(keepingCapacity: false)
    // What is gone cannot be put on one line any more.
    for index in containers.indices { containers[index].start = nil }
    return taken
  }

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
    appendQuoted(name)
    bytes.append(UInt8(ascii: ":"))
    if style == .pretty { bytes.append(UInt8(ascii: " ")) }
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

  /// Writes an integer.
  package mutating func value(_ number: Int) {
    startPart()
    appendDecimal(number)
    needsComma = true
  }

  /// Writes `true` or `false`.
  package mutating func value(_ flag: Bool) {
    startPart()
    bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    needsComma = true
  }

  /// Writes a value; an optional without a value is `null`.
  package mutating func value<Value: JSONWritable>(_ value: Value) {
    value.write(to: &self)
  }

  /// Writes `null`.
  package mutating func null() {
    startPart()
    bytes.append(contentsOf: "null".utf8)
    needsComma = true
  }

  /// Writes a value that is JSON already; it is neither checked nor laid out.
  package mutating func raw(_ json: Span<UInt8>) {
    startPart()
    markNested()
    for index in json.indices { bytes.append(json[index]) }
    needsComma = true
  }

  /// Writes a number that is JSON already, such as `22.5`.
  package mutating func number(_ text: String) {
    startPart()
    bytes.append(contentsOf: text.utf8)
    needsComma = true
  }

  /// Ends the text, or one of many in a file of lines, with a line feed.
  package mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
    followsKey = false
  }

  // MARK: - Layout

  /// What the pretty style knows of an open container.
  private struct Container {
    /// Where the opening bracket is, unless it has been handed over.
    var start: Int?

    /// Where the line with the opening bracket begins.
    var lineStart: Int

    /// Whether only scalars have been written into it.
    var hasOnlyScalars = true

    var isEmpty = true
  }

  private mutating func begin(_ bracket: UInt8) {
    startPart()
    markNested()
    if style == .pretty {
      containers.append(Container(start: bytes.count, lineStart: lineStart))
    }
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func end(_ bracket: UInt8) {
    if style == .pretty, let container = containers.popLast(), !container.isEmpty {
      breakLine()
      if bracket == UInt8(ascii: "]"), container.hasOnlyScalars { joinLines(container) }
    }
    bytes.append(bracket)
    needsComma = true
    followsKey = false
  }

  /// Writes what comes before a key, an element or a single value.
  private mutating func startPart() {
    guard !followsKey else {
      followsKey = false
      return
    }
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
    guard style == .pretty, !containers.isEmpty else { return }
    containers[containers.count - 1].isEmpty = false
    breakLine()
  }

  private mutating func markNested() {
    guard !containers.isEmpty else { return }
    containers[containers.count - 1].hasOnlyScalars = false
  }

  private var lineStart: Int {
    var index = bytes.count
    while index > 0, bytes[index - 1] != UInt8(ascii: "\n") { index -= 1 }
    return index
  }

  private mutating func breakLine() {
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<(containers.count * 2) { bytes.append(UInt8(ascii: " ")) }
  }

  /// Puts an array of scalars, which lacks its closing bracket, on one line if that is short.
  private mutating func joinLines(_ container: Container) {
    guard let start = container.start, container.lineStart <= start, start < bytes.count else {
      return
    }
    var joined: [UInt8] = []
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      // A line break in a string is escaped: each one here is layout.
      guard byte == UInt8(ascii: "\n") else {
        joined.append(byte)
        continue
      }
      while index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
      if joined.last == UInt8(ascii: ","), index < bytes.count { joined.append(UInt8(ascii: " ")) }
    }
    guard start - container.lineStart + joined.count + 1 <= 80 else { return }
    bytes.replaceSubrange(start..., with: joined)
  }

  // MARK: - Scalars

  private mutating func appendDecimal(_ number: Int) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    let start = bytes.count
    var rest = number.magnitude
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    guard bytes.count - start > 1 else { return }
    bytes[start...].reverse()
  }

  private mutating func appendQuoted(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    let plain = endOfUnescaped(from: start)
    if plain < bytes.count { escape(from: plain) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// The offset of the first byte, from `start`, of a character that must be escaped.
  private func endOfUnescaped(from start: Int) -> Int {
    let text = bytes.span
    var index = start
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        if byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F { return index }
      } else if byte == 0xC2 || byte == 0xD8 || byte == 0xE2,
        let scalar = unicodeScalar(text, at: index, end: text.count), scalar.mustBeEscaped
      {
        return index
      }
      index += 1
    }
    return index
  }

  /// Escapes what has been written from an offset on.
  private mutating func escape(from start: Int) {
    let rest = Array(bytes[start...])
    bytes.removeSubrange(start...)
    for scalar in String(decoding: rest, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\"": bytes.append(contentsOf: #"\""#.utf8)
      case "\\": bytes.append(contentsOf: #"\\"#.utf8)
      case "\n": bytes.append(contentsOf: #"\n"#.utf8)
      case "\r": bytes.append(contentsOf: #"\r"#.utf8)
      case "\t": bytes.append(contentsOf: #"\t"#.utf8)
      case "\u{08}": bytes.append(contentsOf: #"\b"#.utf8)
      case "\u{0C}": bytes.append(contentsOf: #"\f"#.utf8)
      case _ where scalar.mustBeEscaped: appendUnicodeEscape(scalar)
      default: scalar.appendUTF8(to: &bytes)
      }
    }
  }

  private mutating func appendUnicodeEscape(_ scalar: Unicode.Scalar) {
    bytes.append(contentsOf: #"\u"#.utf8)
    for shift: UInt32 in [12, 8, 4, 0] {
      let digit = UInt8(truncatingIfNeeded: scalar.value >> shift & 0xF)
      bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
    }
  }
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
