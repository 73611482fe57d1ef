import Bytes
import Testing

@Suite("A byte buffer")
struct ByteBufferTests {
  @Test("holds text as its UTF-8, whatever its length", arguments: 0...40)
  func text(length: Int) {
    let text = String("责任 list of duties, 一二三四五六七八九十".prefix(length))
    var buffer = ByteBuffer(capacity: 1)
    buffer.append(0x21)
    buffer.append(text)
    buffer.append(0x21)
    #expect(buffer.bytes() == Array("!\(text)!".utf8))
  }

  @Test(
    "writes numbers as they are read",
    arguments: [
      0, 7, 9, 10, 99, 100, 12_345, -1, -10, .max, .min,
    ]
  )
  func decimal(number: Int) {
    var buffer = ByteBuffer(capacity: 1)
    buffer.append(decimal: number)
    #expect(String(decoding: buffer.bytes(), as: UTF8.self) == String(number))
  }

  @Test("repeats a byte and no other", arguments: [-1, 0, 1, 7, 8, 9, 64, 1000])
  func repeating(count: Int) {
    var buffer = ByteBuffer(capacity: 1)
    buffer.append(repeating: 0x20, count: count)
    buffer.append("x")
    #expect(
      String(decoding: buffer.bytes(), as: UTF8.self)
        == String(repeating: " ", count: max(count, 0)) + "x"
    )
  }

  @Test("forgets what is cut off")
  func truncation() {
    var buffer = ByteBuffer()
    buffer.append("2026-07-10")
    buffer.truncate(to: 4)
    buffer.append(twoDigits: 7)
    buffer.truncate(to: 100)
    #expect(buffer.count == 6)
    #expect(String(decoding: buffer.bytes(), as: UTF8.self) == "202607")
  }

  @Test(
    "writes dates with all their digits",
    arguments: [
      (2026, 6, 30, "2026-06-30"), (1, 1, 1, "0001-01-01"), (9999, 12, 31, "9999-12-31"),
    ]
  )
  func date(year: Int, month: Int, day: Int, text: String) {
    var buffer = ByteBuffer(capacity: 1)
    buffer.append(year: year, month: month, day: day)
    #expect(String(decoding: buffer.bytes(), as: UTF8.self) == text)
  }
}
