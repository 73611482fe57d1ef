/// Tells checklists from what is none: reports, score tables that have run together, prose.
enum Genre {
  /// Why a document is no checklist; `nil` if it may be one.
  static func refusal(of outline: Outline, in text: DocumentText) -> ImportError? {
    guard let first = text.lines.first(where: { !$0.isBlank }) else { return .empty }
    if text.isGarbled { return .notText(line: first.number) }
    if !isChinese(text) { return .notChinese(line: first.number) }
    if let error = report(outline, first) { return error }
    if let error = scores(text) { return error }
    if let error = columns(outline, text, first) { return error }
    if outline.nodes.isEmpty { return .noItems(line: first.number) }
    if isForeignTable(outline) { return .noDutyColumn(line: outline.nodes[0].line) }
    return prose(outline, first)
  }

  /// Whether at least one letter in twenty is Chinese: of other languages no word is understood.
  private static func isChinese(_ text: DocumentText) -> Bool {
    var han = 0
    var letters = 0
    for scalar in text.scalars {
      if Folding.isHan(scalar) {
        han += 1
      } else if scalar.properties.isAlphabetic {
        letters += 1
      }
    }
    return han * 19 >= letters
  }

  // MARK: Reports

  private static func report(_ outline: Outline, _ first: TextLine) -> ImportError? {
    var line: Int?
    var signs: [String] = []
    var weight = 0
    for segment in outline.opening.prefix(200) {
      let words = segment.body
      if words.containsAny(checklistWords) { return nil }
      if let phrase = opening(of: words) {
        weight += 3
        line = line ?? segment.line
        signs.append(phrase)
      } else if words.count <= 50, titles.contains(where: { words.hasSuffix($0) }) {
        weight += 2
        line = line ?? segment.line
        signs.append(words.description)
      }
    }
    var seen: Set<String> = []
    for node in outline.nodes where node.depth <= 1 && node.body.count <= 40 {
      let words = node.body
      guard headings.contains(where: { words.contains($0) }),
        seen.insert(words.description).inserted, seen.count <= 6
      else { continue }
      weight += 2
      line = line ?? node.line
      signs.append(words.description)
    }
    return weight >= 4 || weight == 3 && seen.isEmpty && !hasDuties(outline)
      ? .report(line: line ?? first.number, signs: Array(signs.prefix(4))) : nil
  }

  /// The words with which a report begins: 现将…情况报告如下.
  private static func opening(of words: Reading) -> String? {
    for start in words.indices where words[start] == "现" {
      guard words.has("现将", at: start) || words.has("现就", at: start) || words.has("现把", at: start)
      else { continue }
      let range = start..<min(start + 80, words.count)
      for verb in ["报告如下", "汇报如下", "总结如下", "述职如下", "说明如下", "如下报告", "如下汇报"] as [Word] {
        if let end = words.index(of: verb, in: range) {
          let from = max(start, end - 6)
          return (from > start ? "…" : "") + words[from..<(end + verb.count)].description
        }
      }
    }
    return nil
  }

  /// Whether headings say whose duties follow.
  private static func hasDuties(_ outline: Outline) -> Bool {
    outline.nodes.contains { $0.depth <= 1 && HeadingWords.kind(of: $0.body) != nil }
  }

  private static let checklistWords = Word.list("制定本清单 制定本责任清单 制定如下清单 如下责任清单 制定责任清单")
  private static let titles = Word.list("报告 总结 汇报 述职报告 述责述廉报告 自查报告 下一步打算 情况通报")
  private static let headings = Word.list(
    """
    主要做法 存在问题 存在的问题 存在主要问题 存在的主要问题 存在的不足 存在不足 原因分析 下一步打算 下一步工作 \
    下步打算 下步工作 努力方向 工作打算 自评得分 自评得 自评情况 总体评价 履职情况 工作开展情况 工作成效 取得的成效 \
    主要成效 问题及原因 问题和原因 工作回顾 整改情况 今后打算
    """
  )

  // MARK: Tables that lost their cells

  private static func scores(_ text: DocumentText) -> ImportError? {
    var header: (line: Int, words: String)?
    var bare = 0
    var lines = 0
    for line in text.lines where !line.isBlank && line.cells.isEmpty {
      lines += 1
      let words = line.reading
      if header == nil, words.count <= 60 {
        let heads = scoreHeads.filter { words.contains($0) }
        if heads.count >= 3 || heads.count >= 2 && words.contains("分值") && words.count <= 16 {
          header = (line.number, words.description)
        }
      }
      if endsInBareNumber(line.reading) { bare += 1 }
    }
    guard lines >= 3 else { return nil }
    if let header, bare * 5 >= lines || bare >= 3 {
      return .flattenedScores(line: header.line, signs: [header.words])
    }
    return nil
  }

  private static func endsInBareNumber(_ words: Reading) -> Bool {
    guard words.count >= 8, let last = words.last, JunkWords.isDigit(last) else { return false }
    var index = words.count - 1
    while index >= 0, JunkWords.isDigit(words[index]) || words[index] == "." { index -= 1 }
    guard index >= 0, words.count - index <= 4 else { return false }
    return "。;,)".unicodeScalars.contains(words[index]) || Folding.isHan(words[index])
  }

  private static let scoreHeads = Word.list(
    "分值 自评分 自评 核准分 核定分 合计 得分 扣分 考核内容 考核标准 评分标准 考评内容 考评标准 考评项目 考核项目 项目"
  )

  /// Columns that ran into one another leave short lines that end nowhere, and numbers that jump.
  private static func columns(
    _ outline: Outline,
    _ text: DocumentText,
    _ first: TextLine
  ) -> ImportError? {
    var lines = 0
    var broken = 0
    for line in text.lines where !line.isBlank && line.cells.isEmpty {
      lines += 1
      if line.reading.count <= 14, !line.reading.isTerminated { broken += 1 }
    }
    guard lines >= 12, broken * 10 >= lines * 7 else { return nil }
    var jumps = 0
    var numbers = 0
    var last: [Marker.Shape: Int] = [:]
    for node in outline.nodes where node.marker.number > 0 {
      numbers += 1
      let before = last[node.marker.shape] ?? 0
      if node.marker.number != before + 1, node.marker.number != 1 { jumps += 1 }
      last[node.marker.shape] = node.marker.number
    }
    return jumps * 4 >= max(numbers, 1) ? .interleavedColumns(line: first.number) : nil
  }

  /// Whether a document is only a table, and nothing in it says that its rows are duties.
  private static func isForeignTable(_ outline: Outline) -> Bool {
    guard outline.headers.isEmpty else { return false }
    return outline.nodes.allSatisfy { node in
      switch node.marker.shape {
      case .row: true
      case .group: HeadingWords.kind(of: node.body, isLoose: true) == nil
      default: false
      }
    }
  }

  // MARK: Prose

  private static func prose(_ outline: Outline, _ first: TextLine) -> ImportError? {
    var numbered = 0
    var unnumbered = 0
    var length = 0
    var loose = 0
    for node in outline.nodes {
      if node.marker.number > 0 { numbered += 1 }
      length += node.body.count
      let isHeading = HeadingWords.kind(of: node.body) != nil
      // A broken line is part of its item; a paragraph begins where one ended.
      var before = node.body
      for paragraph in node.paragraphs {
        if before.isTerminated, !isHeading {
          unnumbered += 1
          loose += paragraph.body.count
        } else {
          length += paragraph.body.count
        }
        before = paragraph.body
      }
    }
    for segment in outline.opening {
      unnumbered += 1
      loose += segment.body.count
    }
    guard unnumbered > max(20, numbered * 2), loose > length * 2 else { return nil }
    return .prose(line: first.number, numbered: numbered, paragraphs: unnumbered)
  }
}
