/// Values that are written again and again in the same bytes, such as schedules and names: each is
/// made once and known by its number.
///
/// A table of a fixed size keeps the last place of each; what it forgets is made once more.
struct RepeatedValues<Value> {
  private var values: [Value] = []
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
    for index in 0..<range.count
    where bytes[known.lowerBound &+ index] != bytes[range.lowerBound &+ index] {
      return nil
    }
    return number
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

  /// A place in the table: a hash of the last bytes, which differ most.
  private static func slot(_ range: Range<Int>, _ bytes: Span<UInt8>) -> Int {
    var hash = range.count
    var index = max(range.lowerBound, range.upperBound &- 16)
    let end = min(range.upperBound, bytes.count)
    while index < end {
      hash = hash &* 31 &+ Int(bytes[index])
      index &+= 1
    }
    return hash & 255
  }
}
