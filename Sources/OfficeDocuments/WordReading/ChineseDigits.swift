/// Numbers in Chinese characters.
enum ChineseDigits {
  static let stems = Array("甲乙丙丁戊己庚辛壬癸")
  static let branches = Array("子丑寅卯辰巳午未申酉戌亥")

  /// The ten digits with a character for zero.
  static func plain(zero: Character) -> [Character] {
    [zero] + Array("一二三四五六七八九")
  }

  /// A number as one counts: 十一, 一百零一, 一万二千.
  static func counting(_ number: Int, zero: Character) -> String {
    let text = spelled(number, digits: plain(zero: zero), units: ["", "十", "百", "千"], ten: "万")
    // Ten to nineteen start with the ten itself.
    return number >= 10 && number < 20 ? String(text.dropFirst()) : text
  }

  /// A number as Japanese counts, which leaves out one before a ten, hundred or thousand, and
  /// zeros.
  static func japanese(_ number: Int) -> String {
    guard number > 0, number < 100_000 else { return number == 0 ? "〇" : String(number) }
    let digits = plain(zero: "〇")
    var result = ""
    for (value, unit) in [(10_000, "万"), (1000, "千"), (100, "百"), (10, "十"), (1, "")] {
      let digit = number / value % 10
      guard digit > 0 else { continue }
      if digit > 1 || value == 1 || value == 10_000 {
        result.append(digits[digit])
      }
      result += unit
    }
    return result
  }

  /// A number in the digits of amounts.
  static func legal(_ number: Int, _ digits: NumberFormat.LegalDigits) -> String {
    switch digits {
    case .simplified:
      spelled(
        number,
        digits: Array("零壹贰叁肆伍陆柒捌玖"),
        units: ["", "拾", "佰", "仟"],
        ten: "萬"
      )
    case .traditional:
      spelled(
        number,
        digits: Array("零壹貳參肆伍陸柒捌玖"),
        units: ["", "拾", "佰", "仟"],
        ten: "萬"
      )
    }
  }

  private static func spelled(
    _ number: Int,
    digits: [Character],
    units: [String],
    ten: String
  ) -> String {
    guard number > 0, number < 100_000_000 else {
      return number == 0 ? String(digits[0]) : String(number)
    }
    let high = number / 10_000
    let low = number % 10_000
    var result = ""
    if high > 0 {
      result += group(high, digits, units, hasMore: false) + ten
    }
    if low > 0 {
      result += group(low, digits, units, hasMore: high > 0)
    }
    return result
  }

  /// Four digits with their units; one zero stands for any number of them in the middle.
  private static func group(
    _ number: Int,
    _ digits: [Character],
    _ units: [String],
    hasMore: Bool
  ) -> String {
    var result = ""
    var needsZero = hasMore && number < 1000
    for (place, value) in [(3, 1000), (2, 100), (1, 10), (0, 1)] {
      let digit = number / value % 10
      if digit == 0 {
        needsZero = needsZero || !result.isEmpty
        continue
      }
      if needsZero {
        result.append(digits[0])
        needsZero = false
      }
      result.append(digits[digit])
      result += units[place]
    }
    return result
  }
}
