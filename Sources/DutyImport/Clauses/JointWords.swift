/// The words that join what stands before them and behind them: 、 和 与 及 以及 并.
enum JointWords {
  /// Whether a character joins; in 参与 and 普及 it is part of another word.
  static func isJoint(_ text: Reading, at index: Int) -> Bool {
    guard "、和与及并".unicodeScalars.contains(text[index]) else { return false }
    return !others.contains { other in
      let start = index - other.place
      return start >= 0 && text.has(other.word, at: start)
    }
  }

  /// Where the joint begins that ends with a character: 以及 has two.
  static func start(in text: Reading, at index: Int) -> Int {
    text[index] == "及" && index > 0 && text[index - 1] == "以" ? index - 1 : index
  }

  /// The words that have one of the characters and do not join, with its place in them.
  private static let others: [(word: Word, place: Int)] =
    Word.list("参与 给与 赋与 授与 付与 干与 普及 涉及 触及 顾及 波及 危及 惠及 遍及 累及 温和 缓和 饱和 一并 兼并 归并")
    .map { ($0, 1) } + Word.list("与时俱进 与此同时 与会人员 及时 及早 和谐 和睦").map { ($0, 0) }
}
