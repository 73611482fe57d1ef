internal import DutyModel

/// Reads `YYYY-MM-DD` from bytes; `nil` unless the range is exactly a day that exists.
@inline(__always)
func day(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Day? {
  guard range.count == 10, range.upperBound <= bytes.count else { return nil }
  let start = range.lowerBound
  guard bytes[start &+ 4] == 0x2D, bytes[start &+ 7] == 0x2D,
    let century = twoDigits(bytes, start), let rest = twoDigits(bytes, start &+ 2),
    let month = twoDigits(bytes, start &+ 5), let day = twoDigits(bytes, start &+ 8)
  else { return nil }
  return Day(year: century * 100 + rest, month: month, day: day)
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
