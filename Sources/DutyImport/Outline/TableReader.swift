/// Reads the rows of a table by the heads of its columns.
struct TableReader {
  /// What a row holds.
  enum Part {
    case header(Reading)
    /// A cell that groups the rows below it, and its column.
    case heading(Int, Reading)
    case item(number: Reading, Reading)
    case text(Reading)
    case annotation(AnnotationLabel, Reading)
  }

  private enum Column: Equatable {
    case number
    case group
    case content
    case annotation(AnnotationLabel)
  }

  private var columns: [Column] = []
  /// The words of every grouping cell that is open.
  private var groups: [Int: String] = [:]

  mutating func read(_ cells: [Reading]) -> [Part] {
    if let found = TableReader.columns(cells) {
      columns = found
      groups = [:]
      var all = Reading()
      for cell in cells { all.append(cell) }
      return [.header(all)]
    }
    if columns.isEmpty { columns = TableReader.guess(cells) }
    let filled = cells.indices.filter { !cells[$0].isEmpty }
    // A row that says the same in every cell, or in one, is a heading over the columns.
    if let first = filled.first,
      filled.allSatisfy({ cells[$0].scalars == cells[first].scalars }), filled.count > 2
    {
      groups = [:]
      return [.heading(-1, cells[first])]
        + filled.dropFirst().map { .annotation(TableReader.repeated, cells[$0]) }
    }
    return row(cells)
  }

  private static let repeated = AnnotationLabel(kind: .other, name: "")

  private mutating func row(_ cells: [Reading]) -> [Part] {
    var parts: [Part] = []
    var number = Reading()
    var contents: [Reading] = []
    var annotations: [Part] = []
    for (index, cell) in cells.enumerated() where !cell.isEmpty {
      switch index < columns.count ? columns[index] : .annotation(TableReader.repeated) {
      case .number:
        number.append(cell)
      case .group:
        let name = cell.description
        if groups[index] == name {
          annotations.append(.annotation(TableReader.repeated, cell))
        } else {
          groups = groups.filter { $0.key < index }
          groups[index] = name
          parts.append(.heading(index, cell))
        }
      case .content: contents.append(cell)
      case .annotation(let label): annotations.append(.annotation(label, cell))
      }
    }
    if let first = contents.first {
      // A heading over the rows stands alone in its row.
      if annotations.isEmpty, contents.count == 1, first.count <= 40, !first.isTerminated,
        let marker = Marker(first, at: 0), marker.shape == .chinese, columns.count > 2
      {
        groups = [:]
        parts.append(.heading(-1, first))
        if !number.isEmpty { parts.append(.annotation(TableReader.repeated, number)) }
      } else {
        parts.append(.item(number: number, first))
        parts += contents.dropFirst().map { .text($0) }
      }
    } else if !number.isEmpty {
      parts.append(.heading(-1, number))
    }
    return parts + annotations
  }

  /// The columns, if a row is the head of a table.
  private static func columns(_ cells: [Reading]) -> [Column]? {
    guard cells.count <= 30, cells.allSatisfy({ $0.count <= 16 }) else { return nil }
    var known = 0
    var hasContent = false
    let columns: [Column] = cells.map { cell in
      let name = cell.description
      guard let column = heads[name] else {
        return .annotation(AnnotationLabel(kind: .other, name: name))
      }
      known += 1
      hasContent = hasContent || column == .content
      return column
    }
    let filled = cells.filter { !$0.isEmpty }.count
    guard known >= 2, known * 2 >= filled else { return nil }
    guard !hasContent else { return columns }
    // The last grouping column holds the items where no column is named after them.
    guard let last = columns.lastIndex(of: .group) else { return nil }
    var result = columns
    result[last] = .content
    return result
  }

  /// The columns of a table without a head, by what its first row holds.
  private static func guess(_ cells: [Reading]) -> [Column] {
    let longest = cells.indices.max { cells[$0].count < cells[$1].count } ?? 0
    return cells.indices.map { index in
      if index == longest { return .content }
      let cell = cells[index]
      if index < longest, !cell.isEmpty, cell.count <= 6,
        ChineseNumber.read(cell, at: 0)?.end == cell.count
      {
        return .number
      }
      if index < longest { return .group }
      return .annotation(AnnotationLabel(kind: .other, name: ""))
    }
  }

  /// Every head of a column that is known, in one table: each row is looked at.
  private static let heads: [String: Column] = {
    var heads = AnnotationLabel.columns.mapValues { Column.annotation($0) }
    for name in contentHeads { heads[name] = .content }
    for name in groupHeads { heads[name] = .group }
    for name in numberHeads { heads[name] = .number }
    return heads
  }()

  private static let numberHeads: Set<String> = ["序号", "编号", "序", "No.", "NO.", "条目", "项次"]

  private static let groupHeads: Set<String> = [
    "类别", "项目", "责任类别", "责任主体", "责任对象", "主体", "对象", "一级指标", "二级指标", "分类", "类型",
    "责任项目", "责任分类", "考核项目", "考评项目", "工作类别", "层级", "责任层级", "板块", "方面", "领域",
  ]

  private static let contentHeads: Set<String> = [
    "责任内容", "责任清单", "主要内容", "工作内容", "具体内容", "内容", "工作任务", "主要任务", "重点任务", "任务",
    "任务内容", "任务清单", "事项", "责任事项", "工作事项", "落实事项", "履责事项", "职责", "主要职责", "工作职责",
    "职责内容", "具体责任", "责任", "考核内容", "考评内容", "工作要求", "责任要求", "具体要求", "落实内容",
    "工作措施", "具体措施", "落实措施", "任务分解", "目标任务", "具体任务", "清单内容", "责任清单内容",
    "工作目标及任务要求", "三级指标", "履责内容",
  ]
}
