internal import StrictJSON

/// Values that are written again and again in the same bytes, such as schedules and names: each is
/// made once and known by its number.
///
/// A table of a fixed size keeps the last place of each; what it forgets is made once more.
struct RepeatedValues<Value> {
  /// The values by their numbers.
  private(set) var values: [Value] = []
  /// How each value is written, by its number.
  private var texts: [RepeatedText] = []
  private var slots = [Int32](repeating: -1, count: 256)

  /// The value with a number that this list has given.
  subscript(number: Int) -> Value { values[number] }

  /// The number of the value that was written in the same bytes, if there is one.
  func number(of range: Range<Int>, in bytes: Span<UInt8>) -> Int? {
    let text = RepeatedText(range, in: bytes)
    let number = Int(slots[text.slot])
    guard number >= 0, texts[number].isEqual(to: text, in: bytes) else { return nil }
    return number
  }

  /// Adds a value that has no number yet.
  mutating func add(_ value: Value, _ range: Range<Int>, in bytes: Span<UInt8>) -> Int {
    let text = RepeatedText(range, in: bytes)
    values.append(value)
    texts.append(text)
    slots[text.slot] = Int32(truncatingIfNeeded: values.count - 1)
    return values.count - 1
  }

  /// Adds a value that is found by its number alone.
  mutating func add(_ value: Value) -> Int {
    values.append(value)
    texts.append(RepeatedText())
    return values.count - 1
  }
}

/// A text that may come again: where it stands, and its bytes at both ends, which are all of most
/// texts.
private struct RepeatedText {
  private let start: Int
  private let count: Int
  /// The first eight bytes, or all of fewer.
  private let first: UInt64
  /// The last eight bytes, which may be among the first ones; 0 if there are fewer.
  private let last: UInt64

  /// A text that is nowhere.
  init() {
    start = 0
    count = 0
    first = 0
    last = 0
  }

  @inline(__always)
  init(_ range: Range<Int>, in bytes: Span<UInt8>) {
    start = range.lowerBound
    count = range.count
    if count >= 8 {
      first = littleEndianWord(bytes, at: range.lowerBound) ?? 0
      last = littleEndianWord(bytes, at: range.upperBound &- 8) ?? 0
    } else {
      var word: UInt64 = 0
      for index in range.clamped(to: 0..<bytes.count) { word = word << 8 | UInt64(bytes[index]) }
      first = word
      last = 0
    }
  }

  /// A place in a table of 256.
  @inline(__always)
  var slot: Int {
    let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    let hash = (first ^ UInt64(truncatingIfNeeded: count)) &* factor ^ last
    return Int(truncatingIfNeeded: (hash &* factor) >> 56)
  }

  /// Whether another text is the same.
  @inline(__always)
  func isEqual(to other: RepeatedText, in bytes: Span<UInt8>) -> Bool {
    guard count == other.count, first == other.first, last == other.last else { return false }
    return count <= 16 || areEqual(bytes, start &+ 8, other.start &+ 8, count: count &- 16)
  }
}
