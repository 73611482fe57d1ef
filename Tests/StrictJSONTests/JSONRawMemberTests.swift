import StrictJSON
import Testing

@Suite("Members read whole")
struct JSONRawMemberTests {
  @Test func tellWhereTheirValuesStand() throws {
    let bytes = Array(#"{"a":"x\ny","b" : -12,"c":[1,{"d":null}],"e":{},"f":true,"g":null}"#.utf8)
    let span = bytes.span
    var cursor = JSONCursor()
    try cursor.enterObject(span)
    var seen: [String] = []
    while let member = try cursor.nextRawMember(span) {
      let value = String(decoding: bytes[member.value.range], as: UTF8.self)
      seen.append("\(member.key.string(in: span)) \(member.kind) \(value)")
      let first = member.kind == .string ? UInt8(ascii: "\"") : value.utf8.first
      #expect(bytes[member.valueOffset] == first)
    }
    try cursor.end(span)
    #expect(
      seen == [
        #"a string x\ny"#, "b number -12", #"c array [1,{"d":null}]"#, "e object {}", "f bool true",
        "g null null",
      ]
    )
  }

  @Test(
    "Faults are those of reading key and value apart",
    arguments: [
      #"{"a":1,"a":2}"#, #"{"a":{"b":1,"b":2}}"#, #"{"a":1,}"#, #"{"a" 1}"#, #"{"a":}"#,
      #"{"a":nul}"#, #"{"a":[1,]}"#, #"{"a":"\x"}"#, #"{"a":01}"#, #"{"a":1 "b":2}"#, #"{"a":'x'}"#,
    ]
  )
  func faultsAreTheSame(_ text: String) throws {
    let bytes = Array(text.utf8)
    func fault(_ read: (inout JSONCursor, Span<UInt8>) throws(JSONError) -> Bool) -> JSONError? {
      var cursor = JSONCursor()
      do throws(JSONError) {
        try cursor.enterObject(bytes.span)
        while try read(&cursor, bytes.span) {}
        return nil
      } catch {
        return error
      }
    }
    let whole = fault { cursor, bytes throws(JSONError) in
      try cursor.nextRawMember(bytes) != nil
    }
    let apart = fault { cursor, bytes throws(JSONError) in
      guard try cursor.nextKey(bytes) != nil else { return false }
      try cursor.skipValue(bytes)
      return true
    }
    #expect(whole != nil)
    #expect(whole == apart)
  }
}
