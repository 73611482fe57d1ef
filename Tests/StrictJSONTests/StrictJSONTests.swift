import StrictJSON
import Testing

@Suite("The reader")
struct JSONCursorTests {
  @Test func decodesAnObject() throws {
    let bytes = Array(#" {"id":"s11","n":-12,"more":{"a":[1,{"a":2}]},"t":true,"x":null} "#.utf8)
    var cursor = JSONCursor()
    var id: String?
    var n: Int?
    try cursor.enterObject(bytes.span)
    while let key = try cursor.nextKey(bytes.span) {
      if key.matches("id", in: bytes.span) {
        id = try cursor.string(bytes.span)
      } else if key.matches("n", in: bytes.span) {
        n = try cursor.integer(bytes.span)
      } else {
        try cursor.skipValue(bytes.span)
      }
    }
    try cursor.end(bytes.span)
    #expect(id == "s11")
    #expect(n == -12)
  }
}
