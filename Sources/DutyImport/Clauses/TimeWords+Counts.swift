internal import DutyModel

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
    let limitWords = limitStart(text, at: index)
    index = limitWords ?? index
    let numberStart = index
    var number: Int?
    var isAbout = false
    if let mask = mask(text, at: index) {
      index = mask
    } else if let (value, end) = approximate(text, at: index) {
      guard !isPartOfWord(text, before: numberStart) else { return nil }
      number = value
      index = end
      isAbout = true
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
    var isLimited = limitWords != nil
    if let last = ending(["以内", "之内", "以下", "为限"], text, index) {
      index = last
      isLimited = true
    }
    guard unit.text == "次" || isLeast || isLimited else { return nil }
    return Count(
      number: number,
      isLeast: isLeast,
      unit: unit.text,
      range: start..<index,
      limit: isLimited ? text[start..<index].description : nil,
      isAbout: isAbout
    )
  }

  /// The end of words that make the number behind them an upper limit.
  private static func limitStart(_ text: Reading, at start: Int) -> Int? {
    var end = start
    while let word = text.word(at: end, of: most) { end += word.count }
    return end > start ? end : nil
  }

  static let most = Word.list("至多 最多 不超过 不得超过 不能超过 不多于 不得多于 不高于 原则上不超过 控制在")

  /// The smaller of two numerals that stand for a number not known exactly: 三四次, 一、两次.
  private static func approximate(_ text: Reading, at start: Int) -> (number: Int, end: Int)? {
    func digit(_ index: Int) -> Int? {
      guard index < text.count, "一二两三四五六七八九".unicodeScalars.contains(text[index]) else {
        return nil
      }
      return ChineseNumerals.value(of: text[index])
    }
    guard let first = digit(start), start + 1 < text.count else { return nil }
    let next = text[start + 1] == "、" ? start + 2 : start + 1
    guard let second = digit(next), second == first + 1 || first == 3 && second == 5,
      text.word(at: next + 1, of: countUnits) != nil
    else { return nil }
    return (first, next + 1)
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
    case "每", "按", "逐", "隔", "双", "单", "最", "控", "全", "年", "本", "当", "半", "上", "至", "不", "原", "〇",
      "○", "零", "一", "二",
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

  static let least: [Word] = ["至少", "最少", "不得少于", "不少于", "不低于", "不得低于", "原则上不少于"]
  static let countUnits: [Word] = ["次", "场次", "场", "期", "轮", "堂", "回", "篇", "遍"]
}
