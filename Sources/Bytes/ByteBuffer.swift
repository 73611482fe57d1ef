/// Bytes that are being written, one piece after another.
///
/// An array asks for every byte whether it is shared and whether there is room, and copies text as
/// a sequence. Here each piece asks once, and text goes over eight bytes at a time. All of it is
/// checked: nothing can be written outside the buffer.
package struct ByteBuffer: Sendable {
  /// The room, of which only the first ``count`` bytes mean something.
  package internal(set) var storage: [UInt8]

  /// How many bytes have been written.
  package internal(set) var count = 0

  /// Creates an empty buffer with room for so many bytes; it grows when they are used up.
  package init(capacity: Int = 512) {
    storage = [UInt8](repeating: 0, count: max(capacity, 16))
  }

  /// What has been written.
  package consuming func bytes() -> [UInt8] {
    storage.removeLast(storage.count - count)
    return storage
  }

  /// Forgets what was written from an offset on.
  package mutating func truncate(to end: Int) {
    count = min(max(end, 0), count)
  }

  /// Sees to it that so many bytes, and a word more, can be written without another look at the
  /// room.
  @inline(__always)
  mutating func reserve(_ room: Int) {
    if storage.count - count < room + 8 { grow(room + 8) }
  }

  @inline(never)
  private mutating func grow(_ room: Int) {
    storage.append(contentsOf: repeatElement(0, count: max(storage.count, room)))
  }
}

// MARK: - Writing

extension ByteBuffer {
  /// Adds a byte.
  @inline(__always)
  package mutating func append(_ byte: UInt8) {
    reserve(1)
    storage[count] = byte
    count += 1
  }

  /// Adds up to eight bytes, the lowest of a word first.
  @inline(__always)
  package mutating func append(_ word: UInt64, count length: Int) {
    reserve(8)
    let start = count
    count = start + min(max(length, 0), 8)
    var room = storage.mutableSpan
    room.store(word, at: start)
  }

  /// Adds a byte a number of times.
  package mutating func append(repeating byte: UInt8, count times: Int) {
    guard times > 0 else { return }
    reserve(times)
    let word = UInt64(byte) &* 0x0101_0101_0101_0101
    let end = count + times
    var place = count
    count = end
    var room = storage.mutableSpan
    // The last word may go beyond what is wanted, into room that was made for it.
    while place < end {
      room.store(word, at: place)
      place += 8
    }
  }

  /// Adds text as UTF-8.
  package mutating func append(_ text: String) {
    if #available(macOS 26, *) {
      append(text.utf8Span.span)
    } else {
      append(Array(text.utf8).span)
    }
  }

  /// Adds text in quotation marks, and up to seven bytes behind them, the lowest of a word first.
  ///
  /// - Returns: What stands in the text.
  package mutating func append(
    quoted text: String,
    _ next: UInt64 = 0,
    count length: Int = 0
  ) -> ByteTraits {
    if #available(macOS 26, *) {
      return append(quoted: text.utf8Span.span, next, count: length)
    }
    return append(quoted: Array(text.utf8).span, next, count: length)
  }

  @inline(__always)
  private mutating func append(
    quoted bytes: Span<UInt8>,
    _ next: UInt64,
    count length: Int
  ) -> ByteTraits {
    let size = bytes.count
    reserve(size + 10)
    let start = count
    count = start + size + 2 + min(max(length, 0), 7)
    var room = storage.mutableSpan
    room[start] = UInt8(ascii: "\"")
    let traits = room.put(bytes, at: start + 1, isWatched: true)
    room.store(UInt64(UInt8(ascii: "\"")) | next << 8, at: start + 1 + size)
    return traits
  }

  /// Adds a run of bytes.
  @inline(__always)
  package mutating func append(_ bytes: Span<UInt8>) {
    reserve(bytes.count)
    let start = count
    count = start + bytes.count
    var room = storage.mutableSpan
    _ = room.put(bytes, at: start, isWatched: false)
  }

  /// Begins a line.
  ///
  /// - Parameters:
  ///   - hasComma: Whether the line before ends with a comma.
  ///   - spaces: The spaces before the line.
  package mutating func beginLine(hasComma: Bool, spaces: Int) {
    reserve(max(spaces, 0) + 8)
    // The comma, the line feed and the first six spaces are one word.
    let end: UInt64 = hasComma ? 0x2020_2020_2020_0A2C : 0x2020_2020_2020_200A
    let start = count + (hasComma ? 2 : 1)
    var place = count
    count = start + max(spaces, 0)
    let behind = count
    var room = storage.mutableSpan
    room.store(end, at: place)
    place += 8
    while place < behind {
      room.store(0x2020_2020_2020_2020, at: place)
      place += 8
    }
  }

  /// Adds a whole number in decimal digits.
  package mutating func append(decimal number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    guard rest > 9 else {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest))
      return
    }
    reserve(20)
    let start = count
    var end = start
    var digits = rest
    while digits > 0 {
      end += 1
      digits /= 10
    }
    count = end
    var room = storage.mutableSpan
    while end > start {
      end -= 1
      room[end] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }

  /// Adds a date as `YYYY-MM-DD`, of a year from 0 to 9999.
  package mutating func append(year: Int, month: Int, day: Int) {
    let dashes: UInt64 = 0x2D00_002D_0000_0000
    let years = ByteBuffer.digits(year / 100) | ByteBuffer.digits(year) << 16
    append(years | ByteBuffer.digits(month) << 40 | dashes, count: 8)
    append(ByteBuffer.digits(day), count: 2)
  }

  /// Adds the last two decimal digits of a number that is not negative.
  package mutating func append(twoDigits number: Int) {
    append(ByteBuffer.digits(number), count: 2)
  }

  /// The last two decimal digits of a number, the first one lowest.
  @inline(__always)
  private static func digits(_ number: Int) -> UInt64 {
    let number = UInt64(number.magnitude) % 100
    return 0x3030 + number / 10 + (number % 10) << 8
  }
}

// MARK: - Looking back

extension ByteBuffer {
  /// Whether all that was written from an offset on is printable ASCII.
  package func isPrintableASCII(from start: Int) -> Bool {
    var place = start
    while place < count {
      var word = storage.span.word(at: place)
      let rest = count - place
      // What is behind the text means nothing: spaces take its place. There is always room for a
      // word, because it was made when the text was written.
      if rest < 8 {
        let behind: UInt64 = ~0 << UInt64(truncatingIfNeeded: rest * 8)
        word = word & ~behind | 0x2020_2020_2020_2020 & behind
      }
      guard word.isPrintableASCII else { return false }
      place += 8
    }
    return true
  }
}
