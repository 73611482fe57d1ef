extension Span<UInt8> {
  /// Eight bytes from an offset, the first one lowest; 0 where there are not as many.
  @inline(__always)
  func word(at index: Int) -> UInt64 {
    guard index >= 0, index < count - 7 else { return 0 }
    // After this guard the compiler makes one load of the eight, without further checks.
    return UInt64(self[index]) | UInt64(self[index + 1]) << 8 | UInt64(self[index + 2]) << 16
      | UInt64(self[index + 3]) << 24 | UInt64(self[index + 4]) << 32
      | UInt64(self[index + 5]) << 40 | UInt64(self[index + 6]) << 48
      | UInt64(self[index + 7]) << 56
  }

  /// The bytes of a span of fewer than eight, the first one lowest, with spaces behind them.
  @inline(__always)
  var shortWord: UInt64 {
    let spaces: UInt64 = 0x2020_2020_2020_2020
    guard count > 0, count < 8 else { return spaces }
    // Two pieces that may share bytes make up the whole without a loop.
    let first: UInt64
    let last: UInt64
    let lastPlace: Int
    if count >= 4 {
      first = half(at: 0)
      lastPlace = count - 4
      last = half(at: lastPlace)
    } else {
      let middle = count / 2
      first = UInt64(self[0]) | UInt64(self[middle]) << UInt64(truncatingIfNeeded: middle * 8)
      lastPlace = count - 1
      last = UInt64(self[lastPlace])
    }
    let word = first | last << UInt64(truncatingIfNeeded: lastPlace * 8)
    return word | spaces << UInt64(truncatingIfNeeded: count * 8)
  }

  /// Four bytes from an offset, the first one lowest; 0 where there are not as many.
  @inline(__always)
  private func half(at index: Int) -> UInt64 {
    guard index >= 0, index < count - 3 else { return 0 }
    return UInt64(self[index]) | UInt64(self[index + 1]) << 8 | UInt64(self[index + 2]) << 16
      | UInt64(self[index + 3]) << 24
  }
}

extension String {
  /// The bytes of a text of at most sixteen as two numbers.
  ///
  /// Together with their count they stand for no other text.
  ///
  /// - Returns: The numbers; `nil` for a longer text.
  package var words: (first: UInt64, second: UInt64, count: Int)? {
    if #available(macOS 26, *) { return utf8Span.span.words }
    return Array(utf8).span.words
  }
}

extension Span<UInt8> {
  @inline(__always)
  fileprivate var words: (first: UInt64, second: UInt64, count: Int)? {
    if count > 16 { return nil }
    // Two words of eight or more bytes may share some of them.
    return count < 8 ? (shortWord, 0, count) : (word(at: 0), word(at: count - 8), count)
  }
}

extension MutableSpan<UInt8> {
  /// Puts eight bytes at an offset, the lowest first, if there are as many.
  @inline(__always)
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

  /// Puts bytes at an offset, eight at a time, where there is room for a word more.
  ///
  /// - Returns: What stands among them, if that is wanted.
  @inline(__always)
  mutating func put(_ bytes: Span<UInt8>, at start: Int, isWatched: Bool) -> ByteTraits {
    let length = bytes.count
    guard length >= 8 else {
      let word = bytes.shortWord
      store(word, at: start)
      return isWatched ? word.traits : []
    }
    var traits: ByteTraits = []
    var index = 0
    while index < length - 8 {
      let word = bytes.word(at: index)
      if isWatched { traits.formUnion(word.traits) }
      store(word, at: start + index)
      index += 8
    }
    // The last word may repeat bytes of the one before it.
    let word = bytes.word(at: length - 8)
    store(word, at: start + length - 8)
    return isWatched ? traits.union(word.traits) : []
  }
}
