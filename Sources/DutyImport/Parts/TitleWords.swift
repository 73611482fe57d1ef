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

  /// The part of a text that can name it: its first sentence if that is short, its first clause
  /// otherwise, cut at 、 or at last anywhere.
  static func title(of text: Reading, in document: DocumentText, most: Int = 20) -> String {
    guard !text.isEmpty else { return "" }
    // A number inside a cell is no part of the title.
    let start = Marker(text, at: 0)?.end ?? 0
    let text = start < text.count ? text.from(start) : text
    var end = text.count
    for index in text.indices where index < 60 {
      if "。;:,!?".unicodeScalars.contains(text[index]), index >= 2 {
        end = index
        break
      }
    }
    if end > most + 4 {
      let comma = (4..<most).last { $0 < text.count && text[$0] == "、" }
      let cut = comma ?? most
      return document.oneLine(text.stretches(0..<cut, in: document)) + "…"
    }
    let title = document.oneLine(text.stretches(0..<end, in: document))
    return title.isEmpty ? text.description : title
  }

  private static let nouns = Word.list("清单 责任 职责 制度 规定 办法 任务 要点")
  private static let others = Word.list("发布 来源 点击 字号 附件: 现将 印发给 请认真 的通知 首页")
}
