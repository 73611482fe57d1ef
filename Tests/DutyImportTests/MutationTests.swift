import DutyImport
import DutyModel
import DutyStore
import TestSupport
import Testing

/// Damaged documents: whatever is done to a text, it is read or refused, and nothing is lost.
@Suite("A damaged document")
struct MutationTests {
  @Test("is read without loss, or refused", arguments: 0..<40)
  func mutation(seed: UInt64) {
    var generator = SeededGenerator(seed: seed &+ 1)
    var read = 0
    for _ in 0..<12 {
      guard let layout = Layout.all.randomElement(using: &generator) else { return }
      var scalars = Array(layout.text.unicodeScalars)
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        mutate(&scalars, &generator)
      }
      if isRead(String(String.UnicodeScalarView(scalars)), "seed \(seed)") { read += 1 }
    }
    #expect(read > 0)
  }

  @Test("of random characters is read without loss, or refused")
  func random() {
    var generator = SeededGenerator(seed: 1000)
    var read = 0
    for round in 0..<20 {
      var scalars: [Unicode.Scalar] = []
      for _ in 0..<400 {
        if let scalar = MutationTests.alphabet.randomElement(using: &generator) {
          scalars.append(scalar)
        }
      }
      if isRead(head + String(String.UnicodeScalarView(scalars)), "\(round)") { read += 1 }
    }
    #expect(read > 0)
  }

  /// What is not UTF-8 was decoded with replacement characters: the words behind them are lost.
  @Test("with random bytes among its items is refused", arguments: 0..<20)
  func bytes(seed: UInt64) {
    var generator = SeededGenerator(seed: seed &+ 2000)
    let bytes = (0..<200).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let damage = String(decoding: bytes, as: UTF8.self)
    #expect(!isRead(head + "1.每年开展1次检查。\n\(damage)\n2.做好工作。\n", "seed \(seed)"))
    #expect(isRead(head + "1.每年开展1次检查。\n2.做好工作。\n", "seed \(seed)"))
  }

  @Test("of one shape repeated is read without loss, or refused", arguments: repetitions)
  func repetition(part: String) {
    _ = isRead(head + String(repeating: part, count: 3000), part)
  }

  private let head = "某局责任清单\n一、党组责任\n"

  static let repetitions = [
    "1.", "（一）", "1.做事。", "一、党委责任\n", "“", "《", "每年", "每年1次、", "向", "导向", "\t", "甲\t乙\n", "责任人：",
    "责任人：甲\n", "第一条", "\n\n", "，", "。", "一、（一）1.（1）", "甲\n", "标题\n1.做事。\n", "##a##", "</br>", "*",
    "*月底前",
    "工作要求\n", "（12分）", "1.2.3.", "二〇二四年一月一日\n", "年底前", "\u{420}", "- 1 -\n", "🙂", "\u{301}",
  ]

  private static let alphabet: [Unicode.Scalar] = Array(
    "一二三四五六七八九十百两每年月日季度半至少不于次以上前底第条章节、。，；：（）()[]【】“”《》1234567890.*xX\n\n\n\t \u{A0}\u{3000}#<>/br党委书记责任清单职责成员班子分管向报告汇报人领导单位完成时限持续推进定期及时"
      .unicodeScalars
  )

  private func mutate(
    _ scalars: inout [Unicode.Scalar],
    _ generator: inout SeededGenerator
  ) {
    guard !scalars.isEmpty else { return }
    let start = Int.random(in: 0..<scalars.count, using: &generator)
    let end = min(scalars.count, start + Int.random(in: 1...20, using: &generator))
    switch Int.random(in: 0..<7, using: &generator) {
    case 0: scalars.removeSubrange(start..<end)
    case 1: scalars.insert(contentsOf: scalars[start..<end], at: start)
    case 2: scalars.insert("\n", at: start)
    case 3: scalars.removeAll { $0 == "\n" }
    case 4: scalars.swapAt(start, end - 1)
    case 5:
      let moved = Array(scalars[start..<end])
      scalars.removeSubrange(start..<end)
      scalars.insert(contentsOf: moved, at: Int.random(in: 0...scalars.count, using: &generator))
    default:
      if let scalar = MutationTests.alphabet.randomElement(using: &generator) {
        scalars[start] = scalar
      }
    }
  }

  /// Checks what holds of every text that is read.
  ///
  /// - Returns: Whether it is read; it may be refused.
  private func isRead(_ text: String, _ name: String) -> Bool {
    guard
      let document = try? ImportedDocument(reading: text, options: ImportOptions(id: "t"))
    else { return false }
    let checklist = document.checklist
    #expect(document.ledger.lost == 0, "\(name)\n\(text)")
    let together = document.ledger.entries.map(\.text).joined()
    #expect(words(together) == words(text), "\(name)")
    #expect(!checklist.duties.isEmpty, "\(name)")
    // The file is one that the program reads, and says the same again.
    let file = ChecklistFile(path: "t.json", bytes: checklist.json)
    #expect(!file.problems.contains { $0.severity == .error }, "\(name) \(file.problems)\n\(text)")
    #expect(file.checklist?.tiers.count == checklist.tiers.count, "\(name)")
    // No schedule is one that the grammar does not have.
    for requirement in checklist.duties.flatMap(\.requirements) {
      #expect((try? Schedule(requirement.schedule.description)) == requirement.schedule)
    }
    return true
  }
}
