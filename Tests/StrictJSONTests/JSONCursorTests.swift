import StrictJSON
import Testing

@Suite("The reader")
struct JSONCursorTests {
  private enum Field: String, CaseIterable {
    case id
    case title
    case count
    case departments
    case reportToCommittee
  }

  private static let names = JSONNames(Field.allCases.map(\.rawValue))

  @Test func decodesAnObject() throws {
    let bytes = Array(
      #"""
      {"title" : "清\u5355","\u0069d":"s11","count":-12,"unknown":{"a":[1,{"a":2}]},
       "departments":["办公室","监督室"],"reportToCommittee":true,"reportToCommitter":1}
      """#.utf8
    )
    var cursor = JSONCursor()
    var seen: [Field] = []
    var unknown: [String] = []
    try cursor.enterObject(bytes)
    while let key = try cursor.nextKey(bytes) {
      let field = JSONCursorTests.names.index(of: key, in: bytes).map { Field.allCases[$0] }
      if let field { seen.append(field) }
      switch field {
      case .id: #expect(try cursor.string(bytes) == "s11")
      case .title: #expect(try cursor.string(bytes) == "清单")
      case .count: #expect(try cursor.integer(bytes) == -12)
      case .departments: #expect(try cursor.strings(bytes) == ["办公室", "监督室"])
      case .reportToCommittee: #expect(try cursor.bool(bytes))
      case nil:
        unknown.append(key.string(in: bytes))
        try cursor.skipValue(bytes)
      }
    }
    try cursor.end(bytes)
    #expect(seen == [.title, .id, .count, .departments, .reportToCommittee])
    #expect(unknown == ["unknown", "reportToCommitter"])
    #expect(cursor.depth == 0)
  }

  @Test func keysMatchByteByByte() throws {
    let bytes = Array(#"{"title":1,"t\u0069tle2":2,"é":3}"#.utf8)
    var cursor = JSONCursor()
    try cursor.enterObject(bytes)
    let first = try #require(try cursor.nextKey(bytes))
    #expect(first.matches("title", in: bytes))
    #expect(!first.matches("titl", in: bytes))
    #expect(!first.matches("titles", in: bytes))
    #expect(try cursor.skipValue(bytes) == 9..<10)
    let second = try #require(try cursor.nextKey(bytes))
    #expect(second.matches("title2", in: bytes))
    #expect(second.text.hasEscapes)
    _ = try cursor.skipValue(bytes)
    let third = try #require(try cursor.nextKey(bytes))
    #expect(third.matches("\u{E9}", in: bytes))
    #expect(!third.matches("e\u{301}", in: bytes))
  }

  @Test(arguments: [
    ("0", 0), ("-0", 0), ("9007199254740991", 9_007_199_254_740_991),
    ("-9007199254740991", -9_007_199_254_740_991),
  ])
  func readsIntegers(_ text: String, _ value: Int) throws {
    var cursor = JSONCursor()
    #expect(try cursor.integer(Array(text.utf8)) == value)
  }

  @Test(arguments: [
    ("9007199254740992", JSONError.Reason.integerOutOfRange),
    ("-9007199254740992", .integerOutOfRange),
    ("99999999999999999999999999999999", .integerOutOfRange),
    ("1.0", .notAnInteger), ("1e2", .notAnInteger),
    ("99999999999999999999999.5", .notAnInteger),
    (#""1""#, .wrongKind(expected: .number, found: .string)),
    ("tru", .unexpectedEnd),
    ("null", .wrongKind(expected: .number, found: .null)),
  ])
  func refusesOtherIntegers(_ text: String, _ reason: JSONError.Reason) {
    let bytes = Array(text.utf8)
    #expect(throws: JSONError(reason, at: reason == .unexpectedEnd ? 3 : 0)) {
      var cursor = JSONCursor()
      _ = try cursor.integer(bytes)
    }
  }

  @Test func takesNullOnlyIfThere() throws {
    let bytes = Array(#"[null, "x"]"#.utf8)
    var cursor = JSONCursor()
    try cursor.enterArray(bytes)
    #expect(try cursor.nextElement(bytes))
    #expect(try cursor.kind(bytes) == .null)
    #expect(try cursor.takeNull(bytes))
    #expect(try cursor.nextElement(bytes))
    #expect(try !cursor.takeNull(bytes))
    #expect(try cursor.text(bytes).tokenRange == 7..<10)
    #expect(try !cursor.nextElement(bytes))
    try cursor.end(bytes)
  }

  @Test func readsLinesOfOneText() throws {
    let bytes = Array("{\"a\":{\"b\":1}}\n{\"a\":2}\n{\"a\"\n:3}".utf8)
    var cursor = JSONCursor(in: 0..<13)
    #expect(try cursor.skipValue(bytes) == 0..<13)
    try cursor.end(bytes)
    cursor.restart(in: 14..<21)
    #expect(try cursor.skipValue(bytes) == 14..<21)
    try cursor.end(bytes)
    cursor.restart(in: 22..<26)
    #expect(throws: JSONError(.unexpectedEnd, at: 26)) { try cursor.skipValue(bytes) }
  }

  @Test func aValueThatIsNotReadIsAnError() throws {
    let bytes = Array(#"{"a":1,"b":2}"#.utf8)
    var cursor = JSONCursor()
    try cursor.enterObject(bytes)
    _ = try cursor.nextKey(bytes)
    #expect(throws: JSONError(.expected(.commaOrBrace), at: 5)) {
      try cursor.nextKey(bytes)
    }
  }

  @Test func reportsAByteOrderMark() throws {
    let marked = [0xEF, 0xBB, 0xBF] + Array("{}".utf8)
    var cursor = JSONCursor()
    try cursor.skipValue(marked)
    #expect(cursor.hasByteOrderMark)
    var refusing = JSONCursor(policy: JSONPolicy(allowsByteOrderMark: false))
    #expect(throws: JSONError(.byteOrderMark, at: 0)) { try refusing.skipValue(marked) }
    var later = JSONCursor(in: 1..<5)
    #expect(throws: JSONError.self) { try later.skipValue(marked) }
  }

  @Test func refusesATextThatIsTooLong() throws {
    let bytes = Array("[1234567]".utf8)
    #expect(fault(in: bytes, JSONPolicy(maximumBytes: 9)) == nil)
    #expect(
      fault(in: bytes, JSONPolicy(maximumBytes: 8)) == JSONError(.textTooLong(limit: 8), at: 0)
    )
  }

  @Test func rangesOutsideTheTextAreEmpty() {
    for range in [5..<9, 2..<2, -4 ..< -2, 0..<0] {
      var cursor = JSONCursor(in: range)
      #expect(throws: JSONError.self) { try cursor.skipValue(Array("[]".utf8)) }
    }
  }
}

@Suite("Duplicate keys")
struct DuplicateKeyTests {
  /// Objects of many sizes with one key that comes twice, at every distance.
  @Test(arguments: [2, 3, 8, 9, 15, 16, 17, 18, 33, 70])
  func areFoundInObjectsOfAnySize(_ count: Int) {
    let keys = (0..<count).map { #""key-\#($0 * 7919)""# }
    func object(_ keys: [String]) -> [UInt8] {
      Array(("{" + keys.map { $0 + #":{"x":[]}"# }.joined(separator: ",") + "}").utf8)
    }
    #expect(fault(in: object(keys), .strict) == nil)
    for first in stride(from: 0, to: count, by: max(1, count / 7)) {
      let bytes = object(keys + [keys[first].replacing("key", with: #"k\u0065y"#)])
      let firstOffset = object(Array(keys.prefix(first))).count - (first == 0 ? 1 : 0)
      let offset = object(keys).count
      #expect(
        fault(in: bytes, .strict) == JSONError(.duplicateKey(first: firstOffset), at: offset)
      )
      #expect(fault(in: bytes, .lenient) == nil)
    }
  }

  @Test func anObjectWithinDoesNotDisturbTheOneAroundIt() {
    let text = #"{"a":{"b":{"c":1,"a":2},"c":3},"b":[{"a":1},{"a":2}],"a":4}"#
    #expect(
      fault(in: Array(text.utf8), .strict) == JSONError(.duplicateKey(first: 1), at: 53)
    )
  }

  @Test func keysOfOneHashAreCompared() {
    // The same length and the same first eight bytes.
    let keys = (10..<99).map { #""abcdefgh-\#($0)":1"# }
    #expect(fault(in: Array("{\(keys.joined(separator: ","))}".utf8), .strict) == nil)
  }
}
