import DutyModel

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
    while end < line.count, let value = ChineseNumerals.value(of: line[end]) {
      guard numerals.count < 8 else { return nil }
      numerals.append(value)
      end += 1
    }
    // Digits alone are one, or the four of a year.
    let isPlain = numerals.allSatisfy { $0 < 10 }
    guard !isPlain || numerals.count == 1 || numerals.count == 4,
      let value = ChineseNumerals.value(of: numerals)
    else { return nil }
    return (value, end)
  }
}
