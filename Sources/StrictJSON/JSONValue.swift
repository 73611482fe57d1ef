/// A value of any kind with all that is in it, for where a text's shape is not known beforehand.
///
/// Two values are equal if their contents are: the same keys in the same order, numbers written
/// alike, strings of the same scalars. Where they stand makes no difference.
package struct JSONValue: Equatable, Sendable {
  /// The range of its bytes in the text it was read from.
  package let range: Range<Int>

  /// What it is.
  package let content: Content

  /// A value's kind with its contents.
  package indirect enum Content: Sendable {
    case object([JSONMember])
    case array([JSONValue])
    case string(String)

    /// A number as it is written.
    case number(String)
    case bool(Bool)
    case null
  }

  /// Reads a whole text.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - policy: What is accepted.
  /// - Throws: What `JSONCursor` throws.
  package init(_ bytes: Span<UInt8>, policy: JSONPolicy = .strict) throws(JSONError) {
    var cursor = JSONCursor(policy: policy)
    self = try cursor.value(bytes)
    try cursor.end(bytes)
  }

  init(range: Range<Int>, content: Content) {
    self.range = range
    self.content = content
  }

  package static func == (left: JSONValue, right: JSONValue) -> Bool {
    switch (left.content, right.content) {
    case (.object(let one), .object(let other)): one == other
    case (.array(let one), .array(let other)): one == other
    case (.string(let one), .string(let other)): one.utf8.elementsEqual(other.utf8)
    case (.number(let one), .number(let other)): one == other
    case (.bool(let one), .bool(let other)): one == other
    case (.null, .null): true
    default: false
    }
  }

  /// The value of the member with a key, or `nil` if this is no object or has no such member.
  package subscript(_ key: String) -> JSONValue? {
    members.first { $0.key.utf8.elementsEqual(key.utf8) }?.value
  }

  /// The element at an index, or `nil` if this is no array or has no such element.
  package subscript(_ index: Int) -> JSONValue? {
    elements.indices.contains(index) ? elements[index] : nil
  }

  /// The value at the end of a path, or `nil` if there is none.
  package subscript(_ path: [JSONPathStep]) -> JSONValue? {
    var value = self
    for step in path {
      let next =
        switch step {
        case .key(let key): value[key]
        case .index(let index): value[index]
        }
      guard let next else { return nil }
      value = next
    }
    return value
  }

  /// The members in the order of the text; none if this is no object.
  package var members: [JSONMember] {
    guard case .object(let members) = content else { return [] }
    return members
  }

  /// The elements; none if this is no array.
  package var elements: [JSONValue] {
    guard case .array(let elements) = content else { return [] }
    return elements
  }

  /// The string, or `nil` if this is none.
  package var string: String? {
    guard case .string(let text) = content else { return nil }
    return text
  }

  /// The integer, or `nil` if this is no number or has a fraction or an exponent.
  package var integer: Int? {
    guard case .number(let text) = content else { return nil }
    return Int(text)
  }

  /// The kind of the value.
  package var kind: JSONKind {
    switch content {
    case .object: .object
    case .array: .array
    case .string: .string
    case .number: .number
    case .bool: .bool
    case .null: .null
    }
  }
}

/// A member of an object.
package struct JSONMember: Equatable, Sendable {
  /// The key, without escapes.
  package let key: String

  /// The range of the key's bytes, with the quotes.
  package let keyRange: Range<Int>

  /// The value.
  package let value: JSONValue

  package static func == (left: JSONMember, right: JSONMember) -> Bool {
    left.key.utf8.elementsEqual(right.key.utf8) && left.value == right.value
  }
}

/// A step from a value to one in it.
package enum JSONPathStep: Equatable, Sendable {
  /// To the member with this key.
  case key(String)

  /// To the element at this index, from 0.
  case index(Int)
}

extension JSONCursor {
  /// Reads whatever value comes next, with all that is in it.
  ///
  /// - Throws: Faults of the grammar and of the policy.
  package mutating func value(_ bytes: Span<UInt8>) throws(JSONError) -> JSONValue {
    let kind = try kind(bytes)
    let start = position
    let content: JSONValue.Content
    switch kind {
    case .object:
      var members: [JSONMember] = []
      try enterObject(bytes)
      while let key = try nextKey(bytes) {
        let value = try value(bytes)
        members.append(
          JSONMember(key: key.string(in: bytes), keyRange: key.text.tokenRange, value: value)
        )
      }
      content = .object(members)
    case .array:
      var elements: [JSONValue] = []
      try enterArray(bytes)
      while try nextElement(bytes) { elements.append(try value(bytes)) }
      content = .array(elements)
    case .string: content = .string(try string(bytes))
    case .number: content = .number(try numberText(bytes))
    case .bool: content = .bool(try bool(bytes))
    case .null:
      try null(bytes)
      content = .null
    }
    return JSONValue(range: start..<position, content: content)
  }
}
