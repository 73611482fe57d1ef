/// The word before a colon that says who answers for an item, with whom, and by when.
package struct AnnotationLabel: Sendable, Equatable {
  /// What an annotation is about.
  package enum Kind: Sendable, Equatable {
    case owner
    /// Departments in the lead, or the only ones.
    case departments
    /// Departments that take part.
    case partners
    case time
    case points
    /// A column of a table that no key holds.
    case other
  }

  package let kind: Kind
  package let name: String
  /// The number of characters of the label and its colon.
  let length: Int

  init(kind: Kind, name: String, length: Int = 0) {
    self.kind = kind
    self.name = name
    self.length = length
  }

  /// The label that stands at an index, with its colon or, as in 【责任主体】, the bracket it ends with.
  init?(_ line: Reading, at start: Int) {
    guard start < line.count else { return nil }
    for (word, kind) in AnnotationLabel.byFirst[line[start]] ?? []
    where line.has(word, at: start) {
      let isBracketed = start > 0 && line[start - 1] == "【"
      guard let end = AnnotationLabel.end(of: start + word.count, line, isBracketed) else {
        continue
      }
      self.init(kind: kind, name: word.text, length: end - start)
      return
    }
    return nil
  }

  /// The index behind the marks that end a label, if they stand behind its word.
  private static func end(of word: Int, _ line: Reading, _ isBracketed: Bool) -> Int? {
    var end = word
    if isBracketed, end < line.count, line[end] == "】" { end += 1 }
    if end < line.count, line[end] == ":" { end += 1 }
    return end > word ? end : nil
  }

  /// The words behind a label of time that stands on a line of its own in the text of a duty, where
  /// they were kept because they could not be read; `nil` if no line has such a label.
  package static func keptTime(in text: String) -> String? {
    for line in text.split(separator: "\n").dropFirst() {
      let scalars = Array(line.unicodeScalars)
      let reading = Reading(scalars, scalars.indices)
      let start = reading.first == "【" ? 1 : 0
      guard let label = AnnotationLabel(reading, at: start), label.kind == .time else { continue }
      return reading.from(start + label.length).description
    }
    return nil
  }

  /// The labels that can be the head of a column, by their words.
  static let columns: [String: AnnotationLabel] = Dictionary(
    words.map { ($0.0.text, AnnotationLabel(kind: $0.1, name: $0.0.text)) },
    uniquingKeysWith: { first, _ in first }
  )

  private static let words: [(Word, Kind)] =
    Word.list(
      """
      牵头领导 责任领导 分管领导 主管领导 包保领导 包抓领导 联系领导 牵头负责人 具体责任人 直接责任人 \
      第一责任人 主要责任人 责任人 牵头人 负责人 落实人 承办人 经办人 责任同志 牵头县领导 牵头局领导 \
      责任岗位 岗位名称 岗位
      """
    ).map { ($0, .owner) }
    + Word.list(
      """
      责任处室 责任科室 责任单位 责任部门 责任股室 责任支部 牵头单位 牵头部门 牵头处室 牵头科室 牵头股室 \
      承办单位 承办部门 承办科室 主办单位 主办部门 主责单位 落实单位 落实部门 实施单位 责任主体 责任对象 责任机构
      """
    ).map { ($0, .departments) }
    + Word.list(
      "协办单位 协办部门 配合单位 配合部门 配合处室 配合科室 协助单位 协同单位 参与单位 参加单位 协作单位"
    ).map { ($0, .partners) }
    + Word.list(
      """
      时间进度安排 时间进度 时间安排 时间要求 时间节点 进度安排 完成时限 完成时间 完成期限 办理时限 落实时限 \
      整改时限 责任时限 时限要求 工作时限 时限 频次 工作频次 频次要求 落实时间 推进时间
      """
    ).map { ($0, .time) }
    + Word.list("分值 标准分 权重分").map { ($0, .points) }

  private static let byFirst: [Unicode.Scalar: [(Word, Kind)]] = {
    var result: [Unicode.Scalar: [(Word, Kind)]] = [:]
    for (word, kind) in words.sorted(by: { $0.0.count > $1.0.count }) {
      if let first = word.scalars.first { result[first, default: []].append((word, kind)) }
    }
    return result
  }()
}
