import Bytes
import Testing

@Suite("Fields of a row")
struct ByteFieldsTests {
  private let columns = [
    FieldColumn(index: 0, width: 1, gap: 1, isTrailing: false),
    FieldColumn(index: 2, width: 21, gap: 2, isTrailing: false),
    FieldColumn(index: 1, width: 6, gap: 2, isTrailing: true),
  ]

  /// A row of the texts, and how far it was written.
  private func row(
    _ texts: [(text: String, tag: UInt8)],
    tagsUpTo limit: UInt8 = 0
  ) -> (text: String, cursor: FieldCursor) {
    var text = ByteBuffer(capacity: 1)
    var fields = [ByteField(start: 0, count: 7, width: 7)]
    for (part, tag) in texts {
      let start = text.count
      text.append(part)
      fields.append(
        ByteField(
          start: UInt32(start),
          count: UInt32(text.count - start),
          width: Int32(part.count),
          tag: tag
        )
      )
    }
    text.append("beyond")
    var buffer = ByteBuffer(capacity: 1)
    buffer.append("<")
    var cursor = FieldCursor()
    buffer.append(fields, from: 1, of: text, in: columns, tagsUpTo: limit, &cursor)
    buffer.append(">")
    return (String(decoding: buffer.bytes(), as: UTF8.self), cursor)
  }

  @Test("stand in their columns, and nothing comes from behind them", arguments: 0...21)
  func lengths(length: Int) {
    let long = String("abcdefghijklmnopqrstu".prefix(length))
    let (text, cursor) = row([("!", 0), ("0/12", 0), (long, 0)])
    let free = String(repeating: " ", count: 21 - length)
    #expect(text == "<! \(long)\(free)    0/12>")
    #expect(cursor.column == 3)
  }

  @Test("leave no spaces at the end of a row")
  func end() {
    let (text, cursor) = row([("", 0), ("", 0), ("abc", 0)])
    #expect(text == "<  abc>")
    #expect(cursor.column == 3)
    #expect(cursor.spaces == 20 + 8)
  }

  @Test("stop before one that its column has no room for")
  func tooWide() {
    let (text, cursor) = row([("!", 0), ("1234567", 0), ("abc", 0)])
    #expect(text == "<! abc>")
    #expect(cursor.column == 2)
    #expect(cursor.spaces == 20)
  }

  @Test("stop before one with a larger tag")
  func tagged() {
    let texts: [(String, UInt8)] = [("!", 1), ("0/1", 2), ("abc", 3)]
    #expect(row(texts).text == "<>")
    #expect(row(texts, tagsUpTo: 2).text == "<!>")
    #expect(row(texts, tagsUpTo: 3).text == "<! abc" + String(repeating: " ", count: 23) + "0/1>")
  }
}
