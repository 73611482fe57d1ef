/// The body of a report as it is written: a heading is numbered and printed only once something
/// follows it.
struct ReportBody: Sendable {
  private(set) var blocks: [YearlyReport.Block] = []
  /// The numbers of the last headings of either level.
  private var numbers = (first: 0, second: 0)
  /// Headings that wait for a paragraph.
  private var waiting: [(level: Int, text: Sentence)] = []
  /// The number of a heading and what stands behind it, by its level and the numbers so far.
  private let numbered: @Sendable (_ level: Int, _ first: Int, _ second: Int) -> String

  init(numbered: @escaping @Sendable (_ level: Int, _ first: Int, _ second: Int) -> String) {
    self.numbered = numbered
  }

  mutating func heading(_ text: Sentence) { waiting = [(1, text)] }

  mutating func heading(second text: Sentence) {
    waiting.removeAll { $0.level == 2 }
    waiting.append((2, text))
  }

  mutating func paragraph(_ sentences: [Sentence], lead: Sentence? = nil) {
    let paragraph = YearlyReport.Paragraph(sentences, lead: lead)
    if paragraph.sentences.isEmpty, lead == nil { return }
    for (level, text) in waiting {
      numbers = level == 1 ? (numbers.first + 1, 0) : (numbers.first, numbers.second + 1)
      let number = numbered(level, numbers.first, numbers.second)
      blocks.append(.heading(YearlyReport.Heading(level: level, "\(number)\(text)")))
    }
    waiting = []
    blocks.append(.paragraph(paragraph))
  }
}
