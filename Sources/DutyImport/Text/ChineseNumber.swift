/// Numbers in a document: digits, or Chinese numerals up to 九千九百九十九.
enum ChineseNumber {
  /// The number that begins at an index, and the index behind it; `nil` if none does, or it is
  /// longer than any that counts something.
  static func read(_ line: Reading, at start: Int) -> (number: Int, end: Int)? {
    var end = start
    var number = 0
    while end < line.count, (0x30...0x39).contains(line[end].value) {
      guard end - start < 6 else { return nil }
      number = number * 10 + Int(line[end].value) - 0x30
      end += 1
    }
    if end > start { return (number, end) }
    var numerals: [Int] = []
    while end < line.count, let value = value(of: line[end]) {
      guard numerals.count < 8 else { return nil }
      numerals.append(value)
      end += 1
    }
    guard let value = value(of: numerals) else { return nil }
    return (value, end)
  }

  private static func value(of scalar: Unicode.Scalar) -> Int? {
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

  private static func value(of numerals: [Int]) -> Int? {
    guard let first = numerals.first else { return nil }
    guard numerals.contains(where: { $0 >= 10 }) else {
      guard numerals.count == 1 || numerals.count == 4 else { return nil }
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
        guard digit == nil, unit == 100 || unit == 1000 else { return nil }
      } else {
        guard digit == nil else { return nil }
        digit = numeral
      }
    }
    return sum + (digit ?? 0)
  }
}
