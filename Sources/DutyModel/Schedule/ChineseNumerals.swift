/// Numbers in Chinese numerals, as schedules and documents write them: 三, 十二, 一百零五, 二〇二六.
package enum ChineseNumerals {
  /// The value of a numeral: a digit from 0 to 9, or 10, 100 or 1000.
  package static func value(of scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "〇", "○", "零": 0
    case "一": 1
    case "二", "两": 2
    case "三": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    case "十": 10
    case "百": 100
    case "千": 1000
    default: nil
    }
  }

  /// The value of numerals in a row: 三十一 is 31, 二〇二六 is 2026.
  ///
  /// - Parameter numerals: The values of at most eight numerals.
  /// - Returns: The number, or `nil` if they make none.
  package static func value(of numerals: [Int]) -> Int? {
    guard let first = numerals.first, numerals.count <= 8 else { return nil }
    guard numerals.contains(where: { $0 >= 10 }) else {
      return numerals.reduce(0) { $0 * 10 + $1 }
    }
    var sum = 0
    var digit: Int? = first == 10 ? 1 : nil
    var unit = 10_000
    for numeral in numerals {
      if numeral >= 10 {
        guard numeral < unit, let count = digit, count > 0 else { return nil }
        sum += count * numeral
        unit = numeral
        digit = nil
      } else if numeral == 0 {
        // It stands for a unit that is left out: 一百零五.
        guard digit == nil, unit == 100 || unit == 1000 else { return nil }
      } else {
        guard digit == nil else { return nil }
        digit = numeral
      }
    }
    return sum + (digit ?? 0)
  }
}
