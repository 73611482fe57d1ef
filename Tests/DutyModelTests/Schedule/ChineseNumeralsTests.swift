import DutyModel
import Testing

/// Numbers in Chinese numerals.
@Suite struct ChineseNumeralsTests {
  private func value(of text: String) -> Int? {
    let numerals = text.unicodeScalars.map { ChineseNumerals.value(of: $0) }
    guard !numerals.contains(nil) else { return nil }
    return ChineseNumerals.value(of: numerals.compactMap(\.self))
  }

  @Test(arguments: [
    ("〇", 0), ("两", 2), ("十", 10), ("十二", 12), ("三十一", 31), ("一百", 100), ("一百零五", 105),
    ("一百一十", 110), ("九百九十九", 999), ("一千", 1000), ("一千零一", 1001), ("一千零二十", 1020),
    ("九千九百九十九", 9999), ("二〇二六", 2026), ("二零二六", 2026),
  ])
  func reads(text: String, number: Int) {
    #expect(value(of: text) == number)
  }

  @Test(arguments: ["", "百", "百一", "十百", "一二十", "十零一", "零十", "二〇二六二〇二六一", "万"])
  func refuses(text: String) {
    #expect(value(of: text) == nil)
  }

  /// What is counted up to 999 is read as it is written.
  @Test func agreesWithWhatIsWritten() {
    let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    for number in 1...999 {
      let (hundreds, tens, ones) = (number / 100, number / 10 % 10, number % 10)
      var text = hundreds > 0 ? digits[hundreds] + "百" : ""
      if tens > 0 {
        text += (tens == 1 && hundreds == 0 ? "" : digits[tens]) + "十"
      } else if hundreds > 0, ones > 0 {
        text += "零"
      }
      if ones > 0 { text += digits[ones] }
      #expect(value(of: text) == number, "\(text)")
    }
  }
}
