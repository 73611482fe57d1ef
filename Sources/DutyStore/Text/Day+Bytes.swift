internal import DutyModel
internal import StrictJSON

/// Reads `YYYY-MM-DD` from bytes; `nil` unless the range is exactly a day that exists.
@inline(__always)
func day(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Day? {
  guard range.count == 10, range.upperBound <= bytes.count,
    let word = littleEndianWord(bytes, at: range.lowerBound),
    let day = twoDigits(bytes, range.lowerBound &+ 8)
  else { return nil }
  // `YYYY-MM-` at once: digits become their values and dashes zero, and whatever is neither gets a
  // bit that no value has when as much is added as takes 9, or 0, just below that bit.
  let values = word ^ 0x2D30_302D_3030_3030
  let sums = values &+ 0x7F76_767F_7676_7676
  guard (values | sums) & 0x8080_8080_8080_8080 == 0 else { return nil }
  // Each digit ten times and the one behind it.
  let pairs = values &* 10 &+ (values >> 8)
  let year = Int(pairs & 0xFF) * 100 + Int(pairs >> 16 & 0xFF)
  return Day(year: year, month: Int(pairs >> 40 & 0xFF), day: day)
}

/// Reads days of which many are the one read before, as in the records of a journal.
struct RepeatedDay {
  private var latest: Day?
  /// How the latest one is written: eight bytes and two more, the first ones lowest.
  private var yearAndMonth: UInt64 = 0
  private var rest: UInt16 = 0

  /// Reads `YYYY-MM-DD` from an offset on; `nil` if that is no day that exists.
  @inline(__always)
  mutating func day(_ bytes: Span<UInt8>, at index: Int) -> Day? {
    guard let word = littleEndianWord(bytes, at: index), index &+ 10 <= bytes.count else {
      return nil
    }
    let end = UInt16(bytes[index &+ 8]) | UInt16(bytes[index &+ 9]) << 8
    if word == yearAndMonth, end == rest { return latest }
    latest = DutyStore.day(bytes, index..<(index &+ 10))
    yearAndMonth = word
    rest = end
    return latest
  }
}

/// Reads two decimal digits.
@inline(__always)
func twoDigits(_ bytes: Span<UInt8>, _ index: Int) -> Int? {
  let tens = Int(bytes[index]) - 0x30
  let ones = Int(bytes[index &+ 1]) - 0x30
  guard tens >= 0, tens <= 9, ones >= 0, ones <= 9 else { return nil }
  return tens * 10 + ones
}

/// Reads the label of a period from bytes.
func readPeriod(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Period? {
  guard range.upperBound <= bytes.count else { return nil }
  switch range.count {
  case 10: return day(bytes, range).map(Period.due)
  case 4:
    guard let century = twoDigits(bytes, range.lowerBound),
      let rest = twoDigits(bytes, range.lowerBound + 2), century + rest > 0
    else { return nil }
    return .year(century * 100 + rest)
  case 7:
    let start = range.lowerBound
    if let century = twoDigits(bytes, start), let rest = twoDigits(bytes, start + 2),
      century + rest > 0, bytes[start + 4] == 0x2D
    {
      if let month = twoDigits(bytes, start + 5) {
        return (1...12).contains(month) ? .month(century * 100 + rest, month) : nil
      }
      let number = Int(bytes[start + 6]) - 0x30
      switch bytes[start + 5] {
      case UInt8(ascii: "Q") where (1...4).contains(number):
        return .quarter(century * 100 + rest, number)
      case UInt8(ascii: "H") where (1...2).contains(number):
        return .halfYear(century * 100 + rest, number)
      default: return nil
      }
    }
  case 8: break
  default: return nil
  }
  var text: [UInt8] = []
  for index in range { text.append(bytes[index]) }
  return Period(String(decoding: text, as: UTF8.self))
}
