import Bytes
import StrictJSON
import Testing

@Suite("The writer")
struct JSONWriterTests {
  private func write(_ style: JSONWriter.Style, _ body: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter(style)
    body(&json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private func sample(_ json: inout JSONWriter) {
    json.object { json in
      json.member("format", "duty.list/1")
      json.member("year", nil as Int?)
      json.member("count", -20)
      json.member("open", true)
      json.member("departments", ["办公室", "监督室"])
      json.object("counts") { $0.member("duties", 3) }
      json.object("nothing") { _ in }
      json.array("duties", [1, 2]) { json, number in
        json.object { $0.member("id", number) }
      }
      json.key("none")
      json.array { _ in }
      json.memberIfPresent("absent", nil as String?)
      json.key("score")
      json.number("22.5")
    }
    json.endLine()
  }

  @Test func compact() {
    #expect(
      write(.compact, sample)
        == #"{"format":"duty.list/1","year":null,"count":-20,"open":true,"#
        + #""departments":["办公室","监督室"],"counts":{"duties":3},"nothing":{},"#
        + #""duties":[{"id":1},{"id":2}],"none":[],"score":22.5}"# + "\n"
    )
  }

  @Test func pretty() {
    let expected = #"""
      {
        "format": "duty.list/1",
        "year": null,
        "count": -20,
        "open": true,
        "departments": ["办公室", "监督室"],
        "counts": {
          "duties": 3
        },
        "nothing": {},
        "duties": [
          {
            "id": 1
          },
          {
            "id": 2
          }
        ],
        "none": [],
        "score": 22.5
      }

      """#
    #expect(write(.pretty, sample) == expected)
  }

  @Test(arguments: [20, 25])
  func aLongArrayOfScalarsTakesSeveralLines(_ count: Int) {
    let text = write(.pretty) { json in
      json.array { json in for _ in 0..<count { json.value(42) } }
    }
    // Each element takes four bytes on one line.
    #expect(text.contains("\n") == (count * 4 > 80))
  }

  @Test(arguments: [
    ("plain 标题", "plain 标题"), ("\"\\/", #"\"\\/"#), ("\n\r\t\u{08}\u{0C}", #"\n\r\t\b\f"#),
    ("\0\u{1B}[2J", #"\u0000\u001b[2J"#),
    ("\u{7F}\u{80}\u{9F}\u{A0}", "\\u007f\\u0080\\u009f\u{A0}"),
    ("\u{2028}\u{2029}\u{202A}\u{202E}", #"\u2028\u2029\u202a\u202e"#),
    ("\u{2066}\u{2069}\u{200E}\u{200F}\u{61C}", #"\u2066\u2069\u200e\u200f\u061c"#),
    ("\u{2027}\u{202F}\u{2065}\u{206A}\u{200D}", "\u{2027}\u{202F}\u{2065}\u{206A}\u{200D}"),
    ("\u{1F300}\n", "\u{1F300}\\n"), ("e\u{301}é", "e\u{301}é"),
  ])
  func escapes(_ text: String, _ written: String) throws {
    #expect(write(.compact) { $0.value(text) }.utf8.elementsEqual("\"\(written)\"".utf8))
    // The members' keys too.
    let object = write(.compact) { json in json.object { $0.member(text, 1) } }
    #expect(object.utf8.elementsEqual("{\"\(written)\":1}".utf8))
  }

  @Test(arguments: [0, 7, 10, -1, Int.max, Int.min])
  func integers(_ number: Int) {
    #expect(write(.compact) { $0.value(number) } == String(number))
  }

  @Test func plainValuesStandInQuotes() {
    let text = write(.compact) { json in
      json.object { json in
        json.key("day")
        json.value(plain: { $0.append("2026-07-10") })
        json.member("count", 1)
      }
    }
    #expect(text == #"{"day":"2026-07-10","count":1}"#)
  }

  @Test("finds what must be escaped wherever it stands", arguments: 0..<20)
  func placesOfEscapes(_ place: Int) {
    for (character, escaped) in [("\"", #"\""#), ("\u{7F}", #"\u007f"#), ("\u{2028}", #"\u2028"#)] {
      for filler in ["a", "责", "“"] {
        let front = String(repeating: filler, count: place)
        let text = write(.compact) { $0.value(front + character + "z") }
        #expect(text == "\"\(front)\(escaped)z\"")
      }
    }
  }

  @Test func linesStandAlone() {
    let text = write(.compact) { json in
      for number in 1...2 {
        json.object { $0.member("n", number) }
        json.endLine()
      }
    }
    #expect(text == "{\"n\":1}\n{\"n\":2}\n")
  }

  @Test func surplusEndsDoNoHarm() {
    let text = write(.pretty) { json in
      json.endArray()
      json.endObject()
    }
    #expect(text == "]}")
  }
}
