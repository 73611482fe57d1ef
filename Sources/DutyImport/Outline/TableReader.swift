/// Reads the rows of a table by the heads of its columns.
struct TableReader {
  /// What a row holds.
  enum Part {
    case header(Reading)
    /// A cell that groups the rows below it, and its column.
    case heading(Int, Reading)
    case item(number: Reading, Reading)
    case text(Reading)
    /// What a cell says of the row, and whether the cell began in a row above.
    case annotation(AnnotationLabel, Reading, isRepeated: Bool = false)
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
  /// What the last cell of every annotating column says, for the rows that it goes on in.
  private var last: [Int: Reading] = [:]

  mutating func read(_ cells: [TextLine.Cell]) -> [Part] {
    let readings = cells.map(\.reading)
    if let found = TableReader.columns(readings) {
      columns = found
      groups = [:]
      last = [:]
      var all = Reading()
      for reading in readings { all.append(reading) }
      return [.header(all)]
    }
    if columns.isEmpty { columns = TableReader.guess(readings) }
    let filled = readings.indices.filter { !readings[$0].isEmpty }
    // A row that says the same in every cell, or in one, is a heading over the columns.
    if let first = filled.first,
      filled.allSatisfy({ readings[$0].scalars == readings[first].scalars }), filled.count > 2
    {
      groups = [:]
      return [.heading(-1, readings[first])]
        + filled.dropFirst().map { .annotation(TableReader.repeated, readings[$0]) }
    }
    return row(cells)
  }

  private static let repeated = AnnotationLabel(kind: .other, name: "")

  private mutating func row(_ cells: [TextLine.Cell]) -> [Part] {
    var parts: [Part] = []
    var number = Reading()
    var contents: [TextLine.Cell] = []
    var annotations: [Part] = []
    for (index, cell) in cells.enumerated() where !cell.isEmpty || cell.continuesAbove {
      switch index < columns.count ? columns[index] : .annotation(TableReader.repeated) {
      case .annotation(let label):
        if !cell.continuesAbove { last[index] = cell.list(of: label.kind) }
        guard let words = last[index], label.kind != .other || !cell.continuesAbove else { break }
        annotations.append(.annotation(label, words, isRepeated: cell.continuesAbove))
      // A number, a group or a text is the row above's.
      case _ where cell.continuesAbove: break
      case .number:
        number.append(cell.reading)
      case .group:
        let name = cell.reading.description
        if groups[index] == name {
          annotations.append(.annotation(TableReader.repeated, cell.reading))
        } else {
          groups = groups.filter { $0.key < index }
          groups[index] = name
          parts.append(.heading(index, cell.reading))
        }
      case .content: contents.append(cell)
      }
    }
    if let first = contents.first {
      // A heading over the rows stands alone in its row.
      if annotations.isEmpty, contents.count == 1, first.reading.count <= 40,
        !first.reading.isTerminated, let marker = Marker(first.reading, at: 0),
        marker.shape == .chinese, columns.count > 2
      {
        groups = [:]
        parts.append(.heading(-1, first.reading))
        if !number.isEmpty { parts.append(.annotation(TableReader.repeated, number)) }
      } else {
        // The items of a cell without a number are duties of their own.
        let isMarked = number.isEmpty && Marker(first.reading, at: 0) != nil
        let texts =
          (isMarked ? [first.reading] : first.paragraphs)
          + contents.dropFirst().flatMap(\.paragraphs)
        parts.append(.item(number: number, texts.first ?? first.reading))
        parts += texts.dropFirst().map { .text($0) }
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
    "工作措施", "具体措施", "落实措施", "整改措施", "整改内容", "整改任务", "任务分解", "目标任务", "具体任务", "清单内容", "责任清单内容",
    "工作目标及任务要求", "三级指标", "履责内容",
  ]
}

extension TextLine.Cell {
  /// The text's paragraphs: a line goes on in the next one unless its sentence is over, or an item
  /// begins there.
  fileprivate var paragraphs: [Reading] {
    var paragraphs: [Reading] = []
    var start = 0
    for next in lineStarts
    where reading[start..<next].isTerminated || Marker(reading, at: next) != nil {
      paragraphs.append(reading[start..<next])
      start = next
    }
    return paragraphs + [reading.from(start)]
  }

  /// The words of an annotation, with 、 between lines that each hold one of several names or
  /// times.
  fileprivate func list(of kind: AnnotationLabel.Kind) -> Reading {
    guard kind != .other, kind != .points else { return reading }
    var list = Reading()
    var above = Reading()
    var start = 0
    for next in lineStarts + [reading.count] {
      let line = reading[start..<next]
      // A post and below it the name of who holds it are one person.
      let isName = kind == .owner && HeadingWords.isPost(above) && !HeadingWords.isPost(line)
      if let before = list.last, !isName, TextLine.Cell.isEntry(line, of: kind),
        !"、,;:(".unicodeScalars.contains(before)
      {
        list.append("、", at: reading.place(start - 1) + 1)
      }
      list.append(line)
      above = line
      start = next
    }
    return list
  }

  /// Whether a line holds an entry of its own, and is not the rest of the one above it: 处, 底前.
  private static func isEntry(_ line: Reading, of kind: AnnotationLabel.Kind) -> Bool {
    guard line.count > 1, let first = line.first, first != "(" else { return false }
    return kind != .time || !"底末前内初中旬日月年".unicodeScalars.contains(first)
  }
}
