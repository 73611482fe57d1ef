internal import DutyModel

/// Reports upwards: to whom, and about which time.
enum ReportWords {
  /// The addressees of a report in a range: 向县委、县纪委报告.
  static func addressees(in text: Reading, _ range: Range<Int>) -> [Range<Int>] {
    guard
      let start = range.first(where: { index in
        text[index] == "向"
          && !(index > range.lowerBound
            && "倾方导面走趋动志".unicodeScalars.contains(text[index - 1]))
      })
    else { return [] }
    // What others report, or are made to report, is not a report of whoever owes the duty.
    let before = range.lowerBound..<start
    for word in others where text.index(of: word, in: before) != nil { return [] }
    guard
      let verb = verbs.compactMap({ text.index(of: $0, in: (start + 1)..<range.upperBound) }).min()
    else { return [] }
    var end = verb
    // Words between the addressee and the verb.
    var isTrimmed = true
    while isTrimmed {
      isTrimmed = false
      for word in adverbs where end - word.count > start && text.has(word, at: end - word.count) {
        end -= word.count
        isTrimmed = true
      }
    }
    guard end > start + 1, end - start <= 40 else { return [] }
    var names: [Range<Int>] = []
    var nameStart = start + 1
    var index = nameStart
    while index <= end {
      let isEnd = index == end
      let isSeparator =
        !isEnd && index > nameStart && text[index] != "并" && JointWords.isJoint(text, at: index)
      if isEnd || isSeparator {
        let nameEnd = isSeparator ? JointWords.start(in: text, at: index) : index
        if nameEnd > nameStart { names.append(nameStart..<nameEnd) }
        nameStart = index + 1
      }
      index += 1
    }
    let longest = names.map(\.count).max() ?? 0
    return (2...16).contains(longest) && names.allSatisfy({ $0.count >= 2 }) ? names : []
  }

  /// The earlier time that a report in a range is about.
  static func coverage(in text: Reading, _ range: Range<Int>) -> Requirement.Coverage? {
    let isYear = previousYear.contains { text.index(of: $0, in: range) != nil }
    let isHalf = text.index(of: "上半年", in: range) != nil
    // Both in turn cannot be said in one word.
    if isYear { return isHalf ? nil : .previousYear }
    return nil
  }

  static func isReport(_ text: Reading, _ range: Range<Int>) -> Bool {
    verbs.contains { text.index(of: $0, in: range) != nil }
  }

  /// Whether a clause is about something that happens.
  static func isEvent(_ text: Reading, _ range: Range<Int>) -> Bool {
    events.contains { text.index(of: $0, in: range) != nil }
  }

  static let verbs = Word.list("请示报告 报告 汇报 述责述廉 述职述责 述职述廉 述职 述责 述廉 报送 上报 请示")
  private static let adverbs = Word.list(
    "书面 专题 专门 及时 如实 主动 定期 当面 全面 作 进行 提交 提出 集中 按时 分别 按规定 按程序 作出 做 呈报"
  )
  private static let others = Word.list("听取 组织 督促 要求 审阅 受理 指导 接受 制度")
  private static let events = Word.list(
    "及时 随时 第一时间 立即 按时 发现 发生 遇有 遇到 重大问题 重大事项 重要情况 突发 违纪违法 线索 主动 按规定按程序"
  )
  private static let previousYear = Word.list("上一年度 上年度 上一年 上年")
}
