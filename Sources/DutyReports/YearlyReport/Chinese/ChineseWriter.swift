import DutyModel

/// Puts the facts of a year into Chinese, with what it has to remember from sentence to sentence.
struct ChineseWriter: Sendable {
  let facts: ReportFacts
  let dates: ChineseDates
  var rotation = Rotation()
  /// Whether the next clause that can bear it begins with 我: once in each section of a report in
  /// the first person.
  var saysI = false
  /// Notes that are too long for the text, in the order in which it points at them.
  var longNotes: [(name: String, record: WorkRecord)] = []

  init(_ facts: ReportFacts) {
    self.facts = facts
    dates = ChineseDates(year: facts.year)
  }

  /// Whether a sentence may say 全年: the year is over, or in its last month.
  var isWholeYear: Bool { facts.asOf.year > facts.year || facts.asOf.month == 12 }

  /// Whether it is a report in the first person by somebody of that name.
  func isSelf(_ name: String?) -> Bool { name != nil && facts.person?.name == name }

  /// 我, where it is still to be said in the section.
  mutating func takeI() -> String {
    defer { saysI = false }
    return saysI ? "我" : ""
  }

  /// The day of a record, with the person where each of several owes it.
  func when(_ record: WorkRecord) -> String {
    guard let owner = record.owner, !isSelf(owner) else { return dates.day(record.on) }
    return owner + dates.day(record.on)
  }

  /// The days of records for brackets; what was done several times on a day says so.
  func days(_ records: [WorkRecord], of requirement: RequirementFacts) -> String {
    let days = WorkDay.days(of: records, requirement)
    guard days.contains(where: { $0.count > 1 || $0.owner != nil && !isSelf($0.owner) }) else {
      return dates.days(days.map(\.on))
    }
    let unit = unit(of: requirement)
    return days.map { day in
      let name = isSelf(day.owner) ? "" : day.owner ?? ""
      return name + dates.day(day.on) + (day.count > 1 ? "共\(day.count)\(unit)" : "")
    }
    .joined(separator: "、")
  }

  /// The days of many records in few words: 1月至7月每月1次, 首次为…，末次为….
  func shortDays(_ records: [WorkRecord], of requirement: RequirementFacts) -> String {
    let days = WorkDay.days(of: records, requirement)
    guard days.count > 4, let first = days.first, let last = days.last else {
      return self.days(records, of: requirement)
    }
    let months = days.filter { $0.on.year == facts.year }.map(\.on.month)
    if months.count == days.count, Set(months).count == months.count,
      days.allSatisfy({ $0.count == 1 })
    {
      return ChineseDates.runs(months) { "\($0)月" } + "每月1\(unit(of: requirement))"
    }
    return "首次为\(dates.day(first.on))，末次为\(dates.day(last.on))"
  }

  /// The word for one time, or for one record of what has no due days.
  func unit(of requirement: RequirementFacts) -> String {
    requirement.nature == .dated ? ChineseWords.unit(requirement.requirement) : "次"
  }

  // MARK: - What a record says

  /// The quantities of a record that are told neither in a sum nor, where it is told, in its note.
  func ownQuantities(
    _ record: WorkRecord,
    _ sums: [QuantitySum],
    isNoteTold: Bool = true
  ) -> (stock: [Particulars.Quantity], flow: [Particulars.Quantity]) {
    let told = Set(sums.map(\.key))
    let own = record.quantities.filter { quantity in
      !told.contains(QuantitySum.Key(what: quantity.what ?? "", unit: quantity.unit))
        && !(isNoteTold
          && (record.note.map { !$0.isLong && ChineseWords.tells($0.text, quantity) } ?? false))
    }
    return (
      own.filter { !facts.style.flowUnits.contains($0.unit) },
      own.filter { facts.style.flowUnits.contains($0.unit) }
    )
  }

  /// The note, or where it stands if it is too long.
  mutating func note(_ record: WorkRecord, of name: String) -> String? {
    guard let note = record.note else { return nil }
    guard note.isLong else { return note.text }
    if !longNotes.contains(where: { $0.record.event == record.event && $0.name == name }) {
      longNotes.append((name, record))
    }
    let number = AnnexNumbers(facts, hasNotes: true).notes.map { String($0) } ?? ""
    return "具体情况见附件\(number)"
  }

  /// Whether a record has something to say in a list besides its day.
  func speaks(_ record: WorkRecord, _ sums: [QuantitySum]) -> Bool {
    let own = ownQuantities(record, sums)
    return record.note != nil || !own.stock.isEmpty || !own.flow.isEmpty
  }

  /// A record in a list: its day, its note, quantities and documents.
  mutating func entry(_ record: WorkRecord, _ name: String, _ sums: [QuantitySum] = []) -> Sentence
  {
    let own = ownQuantities(record, sums)
    let quantities = own.stock + own.flow
    var text = Sentence(when(record), events: [record.event])
    if let note = note(record, of: name) {
      text.append((record.note?.hasSentences ?? false ? "，" : "") + note)
      if !quantities.isEmpty { text += "，\(ChineseWords.text(quantities))" }
      text.append(ChineseWords.bracket(record.cited))
    } else if !quantities.isEmpty {
      let isPlain = own.stock.isEmpty && quantities[0].what != nil
      text.append((isPlain ? "" : "涉及") + ChineseWords.text(quantities))
      text.append(ChineseWords.bracket(record.cited))
    } else if !record.cited.isEmpty {
      text.append("见" + record.cited.joined(separator: "、"))
    } else {
      text.append(record.kind == .start ? "开始办理" : "有工作记录")
    }
    return text
  }

  /// Records as a list; a note of several sentences needs full stops between all of them.
  mutating func list(
    _ records: [WorkRecord],
    _ name: String,
    _ sums: [QuantitySum] = []
  ) -> Sentence {
    let separator = records.contains { $0.note?.hasSentences ?? false } ? "。" : "；"
    var entries: [Sentence] = []
    for record in records { entries.append(entry(record, name, sums)) }
    return entries.joined(separator)
  }

  // MARK: - Sums

  /// A sum as a part of a sentence: 合计参学277人次.
  mutating func sum(_ sums: [QuantitySum]) -> String? {
    if sums.isEmpty { return nil }
    let word = ["合计", "共", "累计"][rotation.next(.sum, of: 3)]
    return word + ChineseWords.text(sums.map(\.quantity))
  }

  /// A sum as a sentence of its own, such as “2轮累计谈话45人次”.
  mutating func sumSentence(
    _ sums: [QuantitySum],
    _ requirement: RequirementFacts,
    _ records: [WorkRecord]
  ) -> Sentence? {
    if sums.isEmpty { return nil }
    let word = ["累计", "共", "合计"][rotation.next(.totalOfTimes, of: 3)]
    let unit = ChineseWords.unit(requirement.requirement)
    return Sentence(
      "\(requirement.count)\(unit)\(word)\(ChineseWords.text(sums.map(\.quantity)))。",
      events: records.map(\.event)
    )
  }
}
