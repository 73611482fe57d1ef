/// The number at the start of a heading or an item, such as `一、`, `（一）`, `1.` or `第三条`.
package struct Marker: Sendable, Equatable {
  /// How a number is written.
  ///
  /// The shape says nothing of the level: that is the outline's to find.
  package enum Shape: Hashable, Sendable {
    /// 第一章, 第一部分
    case chapter
    /// 第一节
    case part
    /// 第一条
    case article
    /// `一、`, `一.`
    case chinese
    /// `（一）`, `(一)、`
    case chineseInBrackets
    /// `1.`, `1．`, `1、`
    case arabic
    /// `（1）`
    case arabicInBrackets
    /// `1）`
    case arabicWithBracket
    /// `1 `: a number with only a space behind it
    case arabicWithSpace
    /// `1.1`, `1.1.1`: so many numbers, of which the last one counts
    case decimal(Int)
    /// `①`
    case circled
    /// `Ⅰ.`
    case roman
    /// A heading without a number that says whose duties follow.
    case tierTitle
    /// A heading without a number.
    case plain
    /// A cell that groups rows of a table, by its column.
    case group(Int)
    /// A row of a table.
    case row
  }

  package let shape: Shape
  /// 0 if it has none.
  package let number: Int
  /// Where the words begin behind it.
  let end: Int
  /// Whether it may as well be a year or a quantity: only the number before it settles that.
  let isDoubtful: Bool

  /// A heading or a row that has no number of its own.
  init(_ shape: Shape, number: Int = 0) {
    self.shape = shape
    self.number = number
    end = 0
    isDoubtful = false
  }

  private init(_ shape: Shape, _ number: Int, _ end: Int, isDoubtful: Bool = false) {
    self.shape = shape
    self.number = number
    self.end = end
    self.isDoubtful = isDoubtful
  }

  /// The marker that begins at an index, if one does.
  init?(_ line: Reading, at start: Int) {
    guard start < line.count else { return nil }
    let first = line[start]
    switch first {
    case "第":
      guard let (number, end) = ChineseNumber.read(line, at: start + 1), end < line.count else {
        return nil
      }
      if line[end] == "条" {
        self.init(.article, number, end + 1)
      } else if line[end] == "章" {
        self.init(.chapter, number, end + 1)
      } else if line[end] == "节" {
        self.init(.part, number, end + 1)
      } else if line.has("部分", at: end) {
        self.init(.chapter, number, end + 2)
      } else {
        return nil
      }
    case "(":
      guard let (number, end) = ChineseNumber.read(line, at: start + 1), end < line.count,
        line[end] == ")", number > 0
      else { return nil }
      let isArabic = Marker.isDigit(line[start + 1])
      // One document puts 、 behind the bracket.
      let hasComma = end + 1 < line.count && line[end + 1] == "、"
      self.init(
        isArabic ? .arabicInBrackets : .chineseInBrackets,
        number,
        end + (hasComma ? 2 : 1)
      )
    case "0"..."9":
      guard let (number, end) = ChineseNumber.read(line, at: start), end - start <= 5,
        end < line.count, number > 0
      else { return nil }
      let isDoubtful = number > 999
      switch line[end] {
      case "." where Marker.decimal(line, at: start) != nil:
        guard let decimal = Marker.decimal(line, at: start) else { return nil }
        self = decimal
      case ",":
        // A slip of the keyboard at the start of a line, not a list of numbers.
        guard start == 0, end + 1 < line.count, Folding.isHan(line[end + 1]) else { return nil }
        self.init(.arabic, number, end + 1, isDoubtful: true)
      case ".", "、":
        var end = end + 1
        if end < line.count, line[end] == "、" || line[end] == "." { end += 1 }
        if end < line.count, Marker.isDigit(line[end]), line[end - 1] == "." {
          // 1.2023年 is an item, 1.5 is a number; a space between them settles it as well.
          let isApart = line.place(end) > line.place(end - 1) + 1
          guard isApart || Marker.dateFollows(line, at: end) else { return nil }
        }
        self.init(.arabic, number, end, isDoubtful: isDoubtful)
      case ")":
        self.init(.arabicWithBracket, number, end + 1, isDoubtful: isDoubtful)
      default:
        // A number with only a space behind it; 2 次 is a count.
        guard start == 0, line.place(end) > line.place(end - 1) + 1, Folding.isHan(line[end]),
          !Marker.units.contains(line[end])
        else { return nil }
        self.init(.arabicWithSpace, number, end, isDoubtful: isDoubtful)
      }
    case "①"..."⑳":
      self.init(.circled, Int(first.value) - 0x245F, start + 1)
    case "Ⅰ"..."Ⅻ":
      guard start + 1 < line.count, line[start + 1] == "、" || line[start + 1] == "." else {
        return nil
      }
      self.init(.roman, Int(first.value) - 0x215F, start + 2)
    default:
      guard let (number, end) = ChineseNumber.read(line, at: start), end < line.count, number > 0
      else { return nil }
      if Marker.isApart(line, start, end) {
        self.init(.chinese, number, end)
        return
      }
      guard line[end] == "、" || line[end] == "." else { return nil }
      // 一、二级 is a list of numbers, not a heading.
      if let (_, next) = ChineseNumber.read(line, at: end + 1), next < line.count,
        "、级类条".unicodeScalars.contains(line[next])
      {
        return nil
      }
      self.init(.chinese, number, end + 1)
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value)
  }

  /// Numbers with points between them, and words behind them that they do not count: 1.1, 1.1.1.
  private static func decimal(_ line: Reading, at start: Int) -> Marker? {
    guard start == 0 else { return nil }
    var depth = 0
    var index = start
    var last = 0
    while let (number, end) = ChineseNumber.read(line, at: index), isDigit(line[index]),
      end - index <= 2, number > 0, end < line.count
    {
      depth += 1
      last = number
      index = end
      let isPoint = line[end] == "." && line.place(end) == line.place(end - 1) + 1
      guard isPoint, end + 1 < line.count, isDigit(line[end + 1]),
        line.place(end + 1) == line.place(end) + 1
      else { break }
      index += 1
    }
    // The last number was too long, or is a point with nothing behind it.
    guard (2...5).contains(depth), isDigit(line[index - 1]), !isDigit(line[index]) else {
      return nil
    }
    let hasMark = line[index] == "." || line[index] == "、"
    if hasMark { index += 1 }
    guard index < line.count, !dateFollows(line, at: start + 2) || depth > 2 else { return nil }
    let isApart = line.place(index) > line.place(index - 1) + 1
    guard hasMark || isApart || Folding.isHan(line[index]) && !units.contains(line[index]) else {
      return nil
    }
    return Marker(.decimal(depth), last, index, isDoubtful: !isApart && last != 1)
  }

  /// Whether a year or a month follows: 1.2023年 and 2.3月底前 begin items.
  private static func dateFollows(_ line: Reading, at start: Int) -> Bool {
    guard let (number, end) = ChineseNumber.read(line, at: start), end < line.count else {
      return false
    }
    if (1900...2999).contains(number), line[end] == "年" { return true }
    guard (1...12).contains(number) else { return false }
    if line[end] == "月" { return true }
    // 3-6月
    guard "-—–~至到".unicodeScalars.contains(line[end]),
      let (last, lastEnd) = ChineseNumber.read(line, at: end + 1), lastEnd < line.count
    else { return false }
    return (1...12).contains(last) && line[lastEnd] == "月"
  }

  /// Whether a Chinese number at the start of a short line has only a space behind it: 一 政治责任.
  private static func isApart(_ line: Reading, _ start: Int, _ end: Int) -> Bool {
    guard start == 0, end <= 2, (end + 3...20).contains(line.count), Folding.isHan(line[end]),
      line.place(end) > line.place(end - 1) + 1, line.place(end + 1) == line.place(end) + 1
    else { return false }
    return !line.scalars.contains { "。,;:、".unicodeScalars.contains($0) }
      && !units.contains(line[end])
  }

  /// What numbers count; behind a number and a space they begin no item.
  private static let units = Set("次年月日号个项名人天周季时分元万亿级届期场条种类层倍度小岁米公余多".unicodeScalars)
}

extension Marker: CustomStringConvertible {
  package var description: String {
    switch shape {
    case .chapter: "第\(number)章"
    case .part: "第\(number)节"
    case .article: "第\(number)条"
    case .chinese: "\(number)〔一、〕"
    case .chineseInBrackets: "\(number)〔（一）〕"
    case .arabic: "\(number)〔1.〕"
    case .arabicInBrackets: "\(number)〔（1）〕"
    case .arabicWithBracket: "\(number)〔1）〕"
    case .arabicWithSpace: "\(number)〔1 〕"
    case .decimal(let depth): "\(number)〔1\(String(repeating: ".1", count: depth - 1))〕"
    case .circled: "\(number)〔①〕"
    case .roman: "\(number)〔Ⅰ〕"
    case .tierTitle: "〔=〕"
    case .plain: "〔-〕"
    case .group(let column): "〔|\(column)〕"
    case .row: "\(number)〔|〕"
    }
  }
}
