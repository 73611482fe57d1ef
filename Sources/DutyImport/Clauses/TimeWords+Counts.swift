// Numbers of times: 不少于2次, *次, 1—2次.

extension TimeWords {
  static func count(in text: Reading, at start: Int) -> Count? {
    var index = start
    var isLeast = false
    for word in least where text.has(word, at: index) {
      index += word.count
      isLeast = true
      break
    }
    let numberStart = index
    var number: Int?
    if let mask = mask(text, at: index) {
      index = mask
    } else if let (value, end) = ChineseNumber.read(text, at: index) {
      guard !isPartOfWord(text, before: numberStart) else { return nil }
      number = value
      index = end
      // 1—2次: at least the first of them.
      if index + 1 < text.count, "-—–~至到".unicodeScalars.contains(text[index]) {
        var next = index + 1
        while next < text.count, "-—–".unicodeScalars.contains(text[next]) { next += 1 }
        if let (_, end) = ChineseNumber.read(text, at: next) {
          index = end
          isLeast = true
        }
      }
    } else {
      return nil
    }
    if index < text.count, text[index] == "余" { index += 1 }
    guard let unit = text.word(at: index, of: countUnits) else { return nil }
    index += unit.count
    if index < text.count, "性数".unicodeScalars.contains(text[index]) { return nil }
    // 两场教育, 三期: only 次 is a count by itself.
    for word: Word in ["及以上", "(含)以上", "或以上", "以上"] where text.has(word, at: index) {
      index += word.count
      isLeast = true
      break
    }
    guard unit.text == "次" || isLeast else { return nil }
    return Count(number: number, isLeast: isLeast, unit: unit.text, range: start..<index)
  }

  /// The end of a mask in place of a number.
  static func mask(_ text: Reading, at start: Int) -> Int? {
    var end = start
    while end < text.count, end < start + 8, isMask(text[end]) { end += 1 }
    return end > start ? end : nil
  }

  static func isMask(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "*", "x", "X", "×", "?": true
    default: false
    }
  }

  /// Whether a cycle, a date or a count may begin with a character; nearly none can.
  static func mayBegin(with scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "每", "按", "逐", "全", "年", "本", "当", "半", "上", "至", "不", "原", "〇", "○", "零", "一", "二",
      "两", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "0"..."9":
      true
    default: isMask(scalar)
    }
  }

  private static func isPartOfWord(_ text: Reading, before index: Int) -> Bool {
    guard index > 0 else { return false }
    let before = text[index - 1]
    return "第首.".unicodeScalars.contains(before) || isNumeral(before)
  }

  static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    JunkWords.isDigit(scalar) || "一二三四五六七八九十百两".unicodeScalars.contains(scalar)
  }

  static let least: [Word] = ["至少", "不得少于", "不少于", "不低于", "不得低于", "原则上不少于"]
  private static let countUnits: [Word] = ["次", "场次", "场", "期", "轮", "堂", "回", "篇", "遍"]
}
