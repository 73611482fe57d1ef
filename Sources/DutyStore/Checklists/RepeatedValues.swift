internal import StrictJSON

/// Values that are written again and again in the same bytes, such as schedules and names: each is
/// made once and known by its number.
///
/// A table of a fixed size keeps the last place of each; what it forgets is made once more.
struct RepeatedValues<Value> {
  /// The values by their numbers.
  private(set) var values: [Value] = []
  private var ranges: [Range<Int>] = []
  private var slots = [Int32](repeating: -1, count: 256)

  /// The value with a number that this list has given.
  subscript(number: Int) -> Value { values[number] }

  /// The number of the value that was written in the same bytes, if there is one.
  func number(of range: Range<Int>, in bytes: Span<UInt8>) -> Int? {
    let number = Int(slots[RepeatedValues.slot(range, bytes)])
    guard number >= 0 else { return nil }
    let known = ranges[number]
    guard known.count == range.count, known.upperBound <= bytes.count,
      range.upperBound <= bytes.count
    else { return nil }
    return isEqual(known.lowerBound, range.lowerBound, range.count, bytes) ? number : nil
  }

  /// Adds a value that has no number yet.
  mutating func add(_ value: Value, _ range: Range<Int>, in bytes: Span<UInt8>) -> Int {
    values.append(value)
    ranges.append(range)
    slots[RepeatedValues.slot(range, bytes)] = Int32(truncatingIfNeeded: values.count - 1)
    return values.count - 1
  }

  /// Adds a value that is found by its number alone.
  mutating func add(_ value: Value) -> Int {
    values.append(value)
    ranges.append(0..<0)
    return values.count - 1
  }

  /// Whether the same bytes stand from two offsets on.
  private func isEqual(_ left: Int, _ right: Int, _ count: Int, _ bytes: Span<UInt8>) -> Bool {
    var index = 0
    while index &+ 8 <= count {
      guard
        littleEndianWord(bytes, at: left &+ index) == littleEndianWord(bytes, at: right &+ index)
      else { return false }
      index &+= 8
    }
    while index < count {
      guard bytes[left &+ index] == bytes[right &+ index] else { return false }
      index &+= 1
    }
    return true
  }

  /// A place in the table: a hash of the length and of bytes at both ends.
  private static func slot(_ range: Range<Int>, _ bytes: Span<UInt8>) -> Int {
    var hash = UInt64(truncatingIfNeeded: range.count)
    if range.count >= 8 {
      hash ^= littleEndianWord(bytes, at: range.lowerBound) ?? 0
      hash = hash &* 0x9E37_79B9_7F4A_7C15
      hash ^= littleEndianWord(bytes, at: range.upperBound - 8) ?? 0
    } else {
      for index in range.clamped(to: 0..<bytes.count) { hash = hash << 8 ^ UInt64(bytes[index]) }
    }
    return Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 56)
  }
}
