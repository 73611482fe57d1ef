import StrictJSON

// An expectation cannot take a span apart, so the tests hand over arrays.

extension JSONCursor {
  mutating func enterObject(_ bytes: [UInt8]) throws { try enterObject(bytes.span) }
  mutating func enterArray(_ bytes: [UInt8]) throws { try enterArray(bytes.span) }
  mutating func nextKey(_ bytes: [UInt8]) throws -> JSONKey? { try nextKey(bytes.span) }
  mutating func nextElement(_ bytes: [UInt8]) throws -> Bool { try nextElement(bytes.span) }
  mutating func kind(_ bytes: [UInt8]) throws -> JSONKind { try kind(bytes.span) }
  mutating func string(_ bytes: [UInt8]) throws -> String { try string(bytes.span) }
  mutating func strings(_ bytes: [UInt8]) throws -> [String] { try strings(bytes.span) }
  mutating func text(_ bytes: [UInt8]) throws -> JSONText { try text(bytes.span) }
  mutating func integer(_ bytes: [UInt8]) throws -> Int { try integer(bytes.span) }
  mutating func bool(_ bytes: [UInt8]) throws -> Bool { try bool(bytes.span) }
  mutating func takeNull(_ bytes: [UInt8]) throws -> Bool { try takeNull(bytes.span) }
  mutating func end(_ bytes: [UInt8]) throws { try end(bytes.span) }

  @discardableResult
  mutating func skipValue(_ bytes: [UInt8]) throws -> Range<Int> { try skipValue(bytes.span) }
}

extension JSONKey {
  func matches(_ name: String, in bytes: [UInt8]) -> Bool { matches(name, in: bytes.span) }
  func string(in bytes: [UInt8]) -> String { string(in: bytes.span) }
}

extension JSONValue {
  init(_ bytes: [UInt8]) throws { try self.init(bytes.span) }
}

extension JSONNames {
  func index(of key: JSONKey, in bytes: [UInt8]) -> Int? { index(of: key, in: bytes.span) }
}
