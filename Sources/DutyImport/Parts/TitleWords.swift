/// What a title of a checklist looks like, and short titles for duties.
enum TitleWords {
  /// Whether a line before the list can be its title, or the end of it.
  static func isTitle(_ line: Reading) -> Bool {
    let words = HeadingWords.trimmed(line)
    guard (3...60).contains(words.count), !words.contains("。"), !line.isTerminated,
      !words.hasPrefix("为") || !words.contains(",")
    else {
      return false
    }
    return words.containsAny(nouns) && !words.containsAny(others)
  }

  /// The year that a title states: 2023年度.
  static func year(in title: Reading) -> Int? {
    for index in title.indices where index == 0 || !JunkWords.isDigit(title[index - 1]) {
      guard let (number, end) = ChineseNumber.read(title, at: index) else { continue }
      if (1900...2999).contains(number), end < title.count, title[end] == "年" { return number }
    }
    return nil
  }

  /// Whether a line is only a date, such as 2023年3月28日 or 二〇〇九年七月十四日.
  static func isDate(_ words: Reading) -> Bool {
    guard (6...14).contains(words.count), words.last == "日", words.contains("年"),
      words.contains("月")
    else { return false }
    return words.scalars.allSatisfy {
      JunkWords.isDigit($0) || "年月日〇○OoＯ零一二三四五六七八九十*xX".unicodeScalars.contains($0)
    }
  }

  /// Whether a line is the printer's note at the end: 2025年4月6日印发.
  static func isColophon(_ words: Reading) -> Bool {
    guard (8...50).contains(words.count), words.hasSuffix("印发"),
      let day = words.scalars.lastIndex(of: "日"), day >= 5, day + 3 >= words.count
    else { return false }
    return words.contains("年") && words.contains("月") && !words.contains(",")
  }

  /// Whether a line below the list tells what goes with the document, or to whom it goes.
  static func isAttachment(_ words: Reading) -> Bool {
    guard words.count <= 60 else { return false }
    return attachments.contains { words.hasPrefix($0) }
  }

  /// Whether a line below a title goes with it: （试行）, （2026年度）.
  static func isTitleNote(_ words: Reading) -> Bool {
    guard (3...12).contains(words.count), words.first == "(", words.last == ")" else {
      return false
    }
    return words.containsAny(notes)
  }

  /// Whether the first words of a text only say when, or in what way.
  private static func isAdverbial(_ words: Reading) -> Bool {
    guard words.count <= 14, let last = words.last else { return false }
    if words.count <= 8, adverbs.contains(where: { words.hasPrefix($0) }) { return true }
    let isTime = "每0123456789一二三四五六七八九十年".unicodeScalars.contains(words[0])
    return isTime && "前底月末初中".unicodeScalars.contains(last)
  }

  private static let adverbs = Word.list("根据 结合 按照 围绕")
  private static let attachments = Word.list("附件: 附件1 附:  抄送: 抄报: 主送:")
  private static let notes = Word.list("试行 暂行 年度 年) 版) 修订 稿)")

  /// The part of a text that can name it: its first clause, and of a long one what can stand alone.
  static func title(of text: Reading, in document: DocumentText) -> String {
    guard !text.isEmpty else { return "" }
    // A number inside a cell is no part of the title.
    let start = Marker(text, at: 0)?.end ?? 0
    let text = start < text.count ? text.from(start) : text
    let isQuoted = text.quotations(bracketed: true)
    var end =
      text.indices.first { index in
        guard index >= 2, !isQuoted[index], "。;:,!?".unicodeScalars.contains(text[index]) else {
          return false
        }
        // 每年12月20日前，向县委报告: the time alone names nothing.
        return text[index] != "," || !isAdverbial(text[0..<index])
      } ?? text.count
    // A point that stands for a full stop is not part of the name.
    if end == text.count, end > 2, text[end - 1] == "." { end -= 1 }
    let title = shortened(text[0..<end], in: document)
    return title.isEmpty ? text.description : title
  }

  /// A clause as a title: a long one ends where another thing to do begins behind 、, or another
  /// title behind 》; one that has neither stays whole, because half a sentence says something else.
  static func shortened(_ clause: Reading, in document: DocumentText) -> String {
    let end = clause.count > 24 ? lastEnd(in: clause) ?? clause.count : clause.count
    return document.oneLine(clause.stretches(0..<end, in: document))
  }

  private static func lastEnd(in clause: Reading) -> Int? {
    var end: Int?
    // How many brackets and quotation marks are open.
    var depth = 0
    for index in 0..<min(25, clause.count) {
      let scalar = clause[index]
      if index >= 8, depth == 0 {
        switch scalar {
        case "、" where HeadingWords.beginsWithVerb(clause.from(index + 1)): end = index
        case "《" where clause[index - 1] == "》": end = index
        default: break
        }
      }
      // 对执行纪律、履行职责情况进行检查: what is done stands at the end.
      if depth == 0, "对把将向就".unicodeScalars.contains(scalar) { break }
      if "“‘《〈「『【(".unicodeScalars.contains(scalar) { depth += 1 }
      if "”’》〉」』】)".unicodeScalars.contains(scalar) { depth -= 1 }
    }
    return end
  }

  private static let nouns = Word.list("清单 责任 职责 制度 规定 办法 任务 要点")
  private static let others = Word.list("发布 来源 点击 字号 附件: 现将 印发给 请认真 的通知 首页")
}
