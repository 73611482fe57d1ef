import DutyModel

/// The small words of a report in Chinese.
enum ChineseWords {
  /// Words a clause begins with that says what was done, so that a day or a person may stand before
  /// it; a clause that the checklist gives for the purpose always is one.
  private static let verbs = [
    "召开", "组织", "听取", "开展", "完成", "主持", "研究", "专题研究", "审议", "报告", "向", "讲", "参加",
    "参与", "检查", "考核", "排查", "督办", "审签", "签订", "慰问", "走访", "调研", "制定", "修订", "印发",
    "传达", "学习", "指导", "约谈", "通报", "部署", "落实", "与",
  ]

  static func isVerbal(_ requirement: Requirement) -> Bool {
    requirement.action != nil || verbs.contains { requirement.title.hasPrefix($0) }
  }

  /// The clause as it stands before what became of it: as it is, or as a name in quotes.
  static func subject(_ requirement: RequirementFacts) -> String {
    isVerbal(requirement.requirement) ? requirement.action : "“\(requirement.action)”"
  }

  /// The clause before the number of times: 讲廉政党课2次, “责任分解”完成2次.
  static func counted(_ requirement: RequirementFacts) -> String {
    let isVerbal = isVerbal(requirement.requirement)
    let number = "\(requirement.count)\(unit(requirement.requirement))"
    return subject(requirement) + (isVerbal ? "" : "完成") + number
  }

  static func unit(_ requirement: Requirement) -> String { requirement.unit ?? "次" }

  /// The names of persons: of many the first 12, and how many they are.
  static func persons(_ names: [String]) -> String {
    let most = 12
    let shown = names.prefix(most).joined(separator: "、")
    return names.count > most ? "\(shown)等\(names.count)人" : shown
  }

  /// A quantity: 风险点31个, 45人次.
  static func text(_ quantity: Particulars.Quantity) -> String {
    "\(quantity.what ?? "")\(Thousandths.text(quantity.thousandths))\(quantity.unit)"
  }

  static func text(_ quantities: [Particulars.Quantity]) -> String {
    quantities.map(text).joined(separator: "、")
  }

  /// Whether a note says a quantity itself, in digits or in words, so that it need not be repeated:
  /// “排出惠民实事9件” and “采纳建议四条” do.
  static func tells(_ note: String, _ quantity: Particulars.Quantity) -> Bool {
    if let what = quantity.what, !note.contains(what) {
      // “走访五个村” says as much as 走访村5个: the words stand around the number.
      return note.split { "，。；".contains($0) }.contains { clause in
        what.allSatisfy { clause.contains($0) }
          && tells(
            String(clause),
            Particulars.Quantity(thousandths: quantity.thousandths, unit: quantity.unit)
          )
      }
    }
    var numbers = [Thousandths.text(quantity.thousandths)]
    if quantity.thousandths % 1000 == 0, (1000...99_000).contains(quantity.thousandths) {
      let number = quantity.thousandths / 1000
      numbers.append(ChineseNumber.text(number))
      if number == 2 { numbers.append("两") }
    }
    return numbers.contains { number in
      note.ranges(of: number + quantity.unit).contains { range in
        let before = note[..<range.lowerBound].last
        let after = note[range.upperBound...].first
        // Neither the end of a larger number nor the start of a longer unit (人次, 个月), nor an
        // ordinal.
        return !(before.map { $0.isNumber || ".,两第".contains($0) } ?? false)
          && !(after.map { "次月半".contains($0) } ?? false)
      }
    }
  }

  /// The documents in brackets; nothing if there are none.
  static func bracket(_ documents: [String]) -> String {
    documents.isEmpty ? "" : "（\(documents.joined(separator: "、"))）"
  }
}

/// A sum of quantities over several records.
struct QuantitySum: Sendable {
  struct Key: Hashable, Sendable {
    let what: String
    let unit: String
  }

  let key: Key
  let thousandths: Int

  /// The sums of what several records carry, in the order of entry, and the keys of all of them.
  ///
  /// Only units of what passes are added up; a number that would not fit is cut.
  static func sums(of records: [WorkRecord], flowUnits: Set<String>) -> [QuantitySum] {
    var order: [Key] = []
    var totals: [Key: (sum: Int, carriers: Int)] = [:]
    for record in records {
      var seen: Set<Key> = []
      for quantity in record.quantities where flowUnits.contains(quantity.unit) {
        let key = Key(what: quantity.what ?? "", unit: quantity.unit)
        if totals[key] == nil { order.append(key) }
        var total = totals[key] ?? (0, 0)
        let (sum, overflow) = total.sum.addingReportingOverflow(quantity.thousandths)
        total.sum = overflow ? .max : sum
        if seen.insert(key).inserted { total.carriers += 1 }
        totals[key] = total
      }
    }
    return order.compactMap { key in
      guard let total = totals[key], total.carriers > 1 else { return nil }
      return QuantitySum(key: key, thousandths: total.sum)
    }
  }

  var quantity: Particulars.Quantity {
    Particulars.Quantity(
      what: key.what.isEmpty ? nil : key.what,
      thousandths: thousandths,
      unit: key.unit
    )
  }
}
