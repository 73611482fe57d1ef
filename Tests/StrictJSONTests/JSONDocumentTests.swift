import StrictJSON
import Testing

@Suite("Edits")
struct JSONDocumentTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let before: String
    let edits: [JSONEdit]
    let after: String

    init(_ name: String, _ before: String, _ edits: [JSONEdit], _ after: String) {
      testDescription = name
      self.before = before
      self.edits = edits
      self.after = after
    }
  }

  static let tier = JSONFragment { json in
    json.object { json in
      json.member("id", "village")
      json.member("kinds", ["a", "b"])
      json.object("more") { $0.member("x", 1) }
    }
  }

  static let examples: [Example] = [
    Example("nothing", " {\"a\" :1.0e0 }\r\n", [], " {\"a\" :1.0e0 }\r\n"),
    Example(
      "a scalar deep inside",
      "{\n  \"n\": 1.50,\n  \"t\": [ {\"id\":\"x\", \"u\":\"\\u0041\"} ]\n}\n",
      [.replace([.key("t"), .index(0), .key("id")], with: JSONFragment("镇"))],
      "{\n  \"n\": 1.50,\n  \"t\": [ {\"id\":\"镇\", \"u\":\"\\u0041\"} ]\n}\n"
    ),
    Example(
      "a member at the end, four spaces, CR LF, byte order mark",
      "\u{FEFF}{\r\n    \"a\": 1\r\n}\r\n",
      [.addMember(key: "b", tier, to: [])],
      "\u{FEFF}{\r\n    \"a\": 1,\r\n    \"b\": {\r\n        \"id\": \"village\",\r\n"
        + "        \"kinds\": [\"a\", \"b\"],\r\n        \"more\": {\r\n            \"x\": 1\r\n"
        + "        }\r\n    }\r\n}\r\n"
    ),
    Example(
      "a member behind another, tabs",
      "{\n\t\"a\":1,\n\t\"c\":3\n}",
      [.addMember(key: "b", JSONFragment(2), to: [], after: "a")],
      "{\n\t\"a\":1,\n\t\"b\":2,\n\t\"c\":3\n}"
    ),
    Example(
      "objects on one line stay so",
      "{\n  \"t\": [\n    { \"id\": \"a\", \"n\": 1 }\n  ]\n}",
      [.insertElement(tier, into: [.key("t")])],
      "{\n  \"t\": [\n    { \"id\": \"a\", \"n\": 1 },\n"
        + "    { \"id\": \"village\", \"kinds\": [\"a\", \"b\"], \"more\": { \"x\": 1 } }\n  ]\n}"
    ),
    Example(
      "a compact text stays compact",
      #"{"a":[1,2]}"#,
      [
        .insertElement(JSONFragment(0), into: [.key("a")], at: 0),
        .insertElement(JSONFragment(3), into: [.key("a")]),
        .addMember(key: "b", JSONFragment { $0.object { $0.member("x", 1) } }, to: []),
      ],
      #"{"a":[0,1,2,3],"b":{"x":1}}"#
    ),
    Example(
      "into empty containers",
      "{\n  \"a\": {},\n  \"b\": []\n}",
      [
        .addMember(key: "x", JSONFragment(1), to: [.key("a")]),
        .insertElement(JSONFragment("y"), into: [.key("b")]),
      ],
      "{\n  \"a\": {\n    \"x\": 1\n  },\n  \"b\": [\n    \"y\"\n  ]\n}"
    ),
    Example(
      "removing the first, one between and the last",
      "{\n  \"a\": 1,\n  \"b\": 2,\n\n  \"c\": 3,\n  \"d\": 4\n}",
      [.remove([.key("a")]), .remove([.key("c")]), .remove([.key("d")])],
      "{\n  \"b\": 2\n}"
    ),
    Example(
      "removing all",
      "[ 1, 2 ]",
      [.remove([.index(0)]), .remove([.index(1)])],
      "[]"
    ),
    Example(
      "removing all and adding one",
      "{\"a\": 1}",
      [.remove([.key("a")]), .addMember(key: "a", JSONFragment(true), to: [])],
      "{\"a\": true}"
    ),
    Example(
      "several behind the same member, in order",
      #"{"a": 1, "z": 9}"#,
      [
        .addMember(key: "b", JSONFragment(2), to: [], after: "a"),
        .addMember(key: "c", JSONFragment(3), to: [], after: "a"),
        .replace([.key("z")], with: JSONFragment(Int?.none)),
      ],
      #"{"a": 1, "b": 2, "c": 3, "z": null}"#
    ),
    Example(
      "a container over several lines replaced",
      "{\n  \"a\": {\n    \"x\": 1\n  }\n}",
      [.replace([.key("a")], with: JSONFragment { $0.object { $0.member("y", [1, 2]) } })],
      "{\n  \"a\": {\n    \"y\": [1, 2]\n  }\n}"
    ),
    Example("the whole value", " 1\n", [.replace([], with: JSONFragment("x"))], " \"x\"\n"),
  ]

  @Test(arguments: examples)
  func keepEverythingElse(_ example: Example) throws {
    let document = try JSONDocument(Array(example.before.utf8))
    let after = try document.applying(example.edits)
    #expect(String(decoding: after, as: UTF8.self) == example.after)
    _ = try JSONDocument(after)
  }

  @Test(arguments: [
    ([JSONEdit.replace([.key("x")], with: JSONFragment(1))], JSONEditError.notFound([.key("x")])),
    (
      [.replace([.key("t"), .index(2)], with: JSONFragment(1))], .notFound([.key("t"), .index(2)])
    ),
    (
      [.replace([.key("t"), .index(-1)], with: JSONFragment(1))],
      .notFound([.key("t"), .index(-1)])
    ),
    (
      [.addMember(key: "k", JSONFragment(1), to: [.key("t")])],
      .wrongKind([.key("t")], expected: .object, found: .array)
    ),
    (
      [.insertElement(JSONFragment(1), into: [])],
      .wrongKind([], expected: .array, found: .object)
    ),
    (
      [.insertElement(JSONFragment(1), into: [.key("t")], at: 3)],
      .notFound([.key("t"), .index(3)])
    ),
    ([.addMember(key: "a", JSONFragment(1), to: [])], .keyExists("a", [])),
    (
      [
        .addMember(key: "n", JSONFragment(1), to: []),
        .addMember(key: "n", JSONFragment(1), to: []),
      ],
      .keyExists("n", [])
    ),
    ([.addMember(key: "n", JSONFragment(1), to: [], after: "q")], .notFound([.key("q")])),
    (
      [.replace([.key("a")], with: JSONFragment(1)), .remove([.key("a")])],
      .conflict([.key("a")])
    ),
    (
      [.remove([.key("t"), .index(0)]), .remove([.key("t")])],
      .conflict([.key("t")])
    ),
    (
      [.remove([.key("t")]), .insertElement(JSONFragment(1), into: [.key("t")])],
      .conflict([.key("t")])
    ),
    ([.remove([])], .conflict([])),
    (
      [.replace([.key("a")], with: JSONFragment(json: Array("[1,]".utf8)))],
      .invalidFragment(JSONError(.trailingComma, at: 2))
    ),
  ])
  func whatCannotBeDoneIsRefused(_ edits: [JSONEdit], _ error: JSONEditError) throws {
    let document = try JSONDocument(Array(#"{"a":1,"t":[1,2]}"#.utf8))
    #expect(throws: error) { try document.applying(edits) }
  }
}
