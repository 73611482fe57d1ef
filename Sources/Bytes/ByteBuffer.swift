/// Bytes that are being written, one piece after another.
///
/// An array asks for every byte whether it is shared and whether there is room, and copies text as
/// a sequence. Here each piece asks once, and text goes over eight bytes at a time. All of it is
/// checked: nothing can be written outside the buffer.
///
/// What is short or takes a closure is inlinable: most pieces are shorter than a call is long.
package struct ByteBuffer: Sendable {
  /// The room, of which only the first ``count`` bytes mean something.
  @usableFromInline package internal(set) var storage: [UInt8]

  /// How many bytes have been written.
  @usableFromInline package internal(set) var count = 0

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
  @inlinable @inline(__always)
  mutating func reserve(_ room: Int) {
    if storage.count - count < room + 8 { grow(room + 8) }
  }

  @usableFromInline @inline(never)
  mutating func grow(_ room: Int) {
    storage.append(contentsOf: repeatElement(0, count: max(storage.count, room)))
  }
}

// MARK: - Writing

extension ByteBuffer {
  /// Adds a byte.
  @inlinable @inline(__always)
  package mutating func append(_ byte: UInt8) {
    reserve(1)
    storage[count] = byte
    count += 1
  }

  /// Adds up to eight bytes, the lowest of a word first.
  @inlinable @inline(__always)
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
    _ = append(text) { _ in false }
  }

  /// Adds text as UTF-8, and looks at it on the way.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - isStriking: Looks at eight bytes, the first one lowest; some are looked at twice, and in a
  ///     short text spaces stand behind it.
  /// - Returns: Whether any of them struck.
  @inlinable @inline(__always)
  package mutating func append(_ text: String, _ isStriking: (UInt64) -> Bool) -> Bool {
    if #available(macOS 26, *) {
      return append(text.utf8Span.span, isStriking)
    }
    return append(Array(text.utf8).span, isStriking)
  }

  /// Adds a run of bytes.
  package mutating func append(_ bytes: Span<UInt8>) {
    _ = append(bytes) { _ in false }
  }

  @inlinable @inline(__always)
  mutating func append(_ bytes: Span<UInt8>, _ isStriking: (UInt64) -> Bool) -> Bool {
    let length = bytes.count
    reserve(length)
    let start = count
    count = start + length
    var room = storage.mutableSpan
    guard length >= 8 else {
      let word = bytes.shortWord
      room.store(word, at: start)
      return isStriking(word)
    }
    var isStruck = false
    var index = 0
    while index < length - 8 {
      let word = bytes.word(at: index)
      if isStriking(word) { isStruck = true }
      room.store(word, at: start + index)
      index += 8
    }
    // The last word may repeat bytes of the one before it.
    let word = bytes.word(at: length - 8)
    room.store(word, at: start + length - 8)
    return isStriking(word) || isStruck
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

  /// Adds the last two decimal digits of a number that is not negative, and a byte behind them.
  @inlinable @inline(__always)
  package mutating func append(twoDigits number: Int, _ next: UInt8) {
    let number = number.magnitude % 100
    let word = 0x3030 + (number / 10) + (number % 10) << 8 + UInt(next) << 16
    append(UInt64(word), count: 3)
  }

  /// Adds the last two decimal digits of a number that is not negative.
  @inlinable @inline(__always)
  package mutating func append(twoDigits number: Int) {
    let number = number.magnitude % 100
    append(UInt64(0x3030 + (number / 10) + (number % 10) << 8), count: 2)
  }
}

// MARK: - Words

extension Span<UInt8> {
  /// Eight bytes from an offset, the first one lowest; 0 where there are not as many.
  @inlinable @inline(__always)
  package func word(at index: Int) -> UInt64 {
    guard index >= 0, index < count - 7 else { return 0 }
    // After this guard the compiler makes one load of the eight, without further checks.
    return UInt64(self[index]) | UInt64(self[index + 1]) << 8 | UInt64(self[index + 2]) << 16
      | UInt64(self[index + 3]) << 24 | UInt64(self[index + 4]) << 32
      | UInt64(self[index + 5]) << 40 | UInt64(self[index + 6]) << 48
      | UInt64(self[index + 7]) << 56
  }

  /// The bytes of a span of fewer than eight, the first one lowest, with spaces behind them.
  @inlinable @inline(__always)
  var shortWord: UInt64 {
    let spaces: UInt64 = 0x2020_2020_2020_2020
    guard count > 0, count < 8 else { return spaces }
    let first: UInt64
    let last: UInt64
    let lastPlace: Int
    if count >= 4 {
      first = half(at: 0)
      last = half(at: count - 4)
      lastPlace = count - 4
    } else {
      first = UInt64(self[0]) | UInt64(self[count / 2]) << UInt64(truncatingIfNeeded: count / 2 * 8)
      last = UInt64(self[count - 1])
      lastPlace = count - 1
    }
    let word = first | last << UInt64(truncatingIfNeeded: lastPlace * 8)
    return word | spaces << UInt64(truncatingIfNeeded: count * 8)
  }

  @inlinable @inline(__always)
  func half(at index: Int) -> UInt64 {
    guard index >= 0, index < count - 3 else { return 0 }
    return UInt64(self[index]) | UInt64(self[index + 1]) << 8 | UInt64(self[index + 2]) << 16
      | UInt64(self[index + 3]) << 24
  }
}

extension MutableSpan<UInt8> {
  /// Puts eight bytes at an offset, the lowest first, if there are as many.
  @inlinable @inline(__always)
  mutating func store(_ word: UInt64, at index: Int) {
    guard index >= 0, index < count - 7 else { return }
    self[index] = UInt8(truncatingIfNeeded: word)
    self[index + 1] = UInt8(truncatingIfNeeded: word >> 8)
    self[index + 2] = UInt8(truncatingIfNeeded: word >> 16)
    self[index + 3] = UInt8(truncatingIfNeeded: word >> 24)
    self[index + 4] = UInt8(truncatingIfNeeded: word >> 32)
    self[index + 5] = UInt8(truncatingIfNeeded: word >> 40)
    self[index + 6] = UInt8(truncatingIfNeeded: word >> 48)
    self[index + 7] = UInt8(truncatingIfNeeded: word >> 56)
  }
}
