import DutyModel
import TerminalText

extension ChineseWriter {
  /// What is said of one requirement, and whether its own clause is in it.
  struct Told {
    var sentences: [Sentence]
    /// Whether the sentences name the requirement.
    var namesIt: Bool
  }

  /// Everything a report says of a requirement.
  mutating func tell(_ requirement: RequirementFacts) -> Told {
    let others = requirement.records.filter { isOfOther($0) }
    var told: Told
    if !others.isEmpty {
      told = tell(requirement, with: others)
    } else {
      told = requirement.nature == .dated ? tellDated(requirement) : tellUndated(requirement)
    }
    told.sentences += endings(requirement)
    if let gap = unknownGap(requirement, after: told.sentences) { told.sentences.append(gap) }
    return told
  }

  /// What the document masks; nothing if a gap before says so together with more.
  func unknownGap(_ requirement: RequirementFacts, after told: [Sentence]) -> Sentence? {
    let unknown = unknown(requirement)
    if unknown.isEmpty || told.contains(missing(requirement)) { return nil }
    return .gap("【待补充：\(requirement.name) \(unknown)】", about: requirement.name)
  }

  /// What the document masks, in words; an empty text if it masks nothing.
  private func unknown(_ requirement: RequirementFacts) -> String {
    let schedule = requirement.requirement.schedule
    var parts: [String] = []
    if schedule.isCountUnknown, case .counted(let counted) = schedule {
      let unit = ChineseWords.unit(requirement.requirement)
      parts.append("规定数量在原清单中缺失，暂按每\(counted.unit.chineseWord)1\(unit)计")
    }
    if schedule.isDateUnknown {
      let due = requirement.occurrences.last.map { "，暂按\(dates.day($0.originalDue))计" } ?? ""
      parts.append("规定期限在原清单中缺失\(due)")
    }
    return parts.joined(separator: "；")
  }

  func missing(_ requirement: RequirementFacts) -> Sentence {
    let unknown = unknown(requirement)
    let more = unknown.isEmpty ? "" : "；\(unknown)"
    // What was returned is told beside it.
    let none = requirement.returned.isEmpty ? "无工作记录" : "无有效工作记录"
    // Of what was handed on, whoever had it before may have done the rest.
    let isPart = facts.person != nil && !requirement.handovers.isEmpty && !requirement.open.isEmpty
    let part = isPart ? "\(dates.label(of: requirement.open))应办的" : ""
    return .gap(
      "【待补充：\(requirement.name) \(requirement.action)，\(facts.year)年\(part)\(none)\(more)】",
      about: requirement.name
    )
  }

  // MARK: - Without due days

  mutating func tellUndated(_ requirement: RequirementFacts) -> Told {
    var sentences: [Sentence] = []
    let records = requirement.records
    if records.isEmpty {
      if requirement.waivers.isEmpty {
        return Told(sentences: withoutRecord(requirement), namesIt: false)
      }
      return Told(sentences: waivers(requirement), namesIt: true)
    }
    let head = requirement.nature == .asNeeded && records.count > 1 ? "年内办理\(records.count)次：" : ""
    let sums = QuantitySum.sums(of: records, flowUnits: facts.style.flowUnits)
    let speaking = records.filter { speaks($0, sums) || !$0.cited.isEmpty }
    let name = requirement.name
    if records.count <= 4, speaking.count == records.count {
      sentences.append("\(head)\(list(records, name, sums))。")
      if let sum = sum(sums) {
        let text = "\(records.count)次\(sum)。"
        sentences.append(Sentence(text, events: records.map(\.event)))
      }
    } else {
      let days =
        records.count <= 4
        ? self.days(records, of: requirement) : shortDays(records, of: requirement)
      let word = requirement.nature == .asNeeded ? "办理" : "工作"
      var text = Sentence("年内\(word)\(records.count)次（\(days)）", events: records.map(\.event))
      if let sum = sum(sums) { text += "，\(sum)" }
      let chosen = chosen(speaking, sums)
      if !chosen.isEmpty {
        text += records.count <= 4 ? "，其中" : "。其中，"
        text += list(chosen, name, sums)
      }
      sentences.append("\(text)。")
    }
    sentences += tails(requirement).map { "\($0)。" }
    sentences += waivers(requirement)
    return Told(sentences: sentences, namesIt: false)
  }

  /// What is said of a requirement without due days that nothing was done for, with the causes
  /// that were recorded.
  private mutating func withoutRecord(_ requirement: RequirementFacts) -> [Sentence] {
    let returned = tails(requirement).map { tail -> Sentence in "\(tail)。" }
    if requirement.nature != .ongoing { return returned }
    var texts: [String] = []
    for cause in requirement.causes {
      let text = NoteText(cause.text, language: .chinese)?.text ?? ""
      if !text.isEmpty, !texts.contains(text) { texts.append(text) }
    }
    let why = Sentence(
      "原因是\(texts.joined(separator: "；"))。",
      events: requirement.causes.map(\.event)
    )
    return [missing(requirement)] + returned + (texts.isEmpty ? [] : [why])
  }

  /// At most three records for a text that cannot name all: those with a file number first, then
  /// the earliest; by day.
  private func chosen(_ records: [WorkRecord], _ sums: [QuantitySum]) -> [WorkRecord] {
    let speaking = records.filter { speaks($0, sums) }
    let first = speaking.filter { !$0.cited.isEmpty && $0.note != nil }
    let second = speaking.filter { $0.cited.isEmpty && $0.note != nil }
    return (first + second).prefix(3).sorted(by: WorkRecord.isEarlier)
  }

  // MARK: - With due days

  mutating func tellDated(_ requirement: RequirementFacts) -> Told {
    let times = requirement.times
    let notes = requirement.records.filter { $0.kind != .done }
    if times.isEmpty { return tellUndone(requirement, notes) }
    let others = notes.filter { $0.isSpeaking || !$0.cited.isEmpty || $0.kind == .start }
    var sentences: [Sentence] = []
    if requirement.count == 1, times.count == 1 {
      let before = others.filter { WorkRecord.isEarlier($0, times[0]) }
      let after = others.filter { !WorkRecord.isEarlier($0, times[0]) }
      sentences.append(one(requirement, times[0], after: before))
      if !after.isEmpty { sentences.append("\(list(after, requirement.name))。") }
    } else {
      sentences += several(requirement, times)
      if !others.isEmpty {
        let shown = others.count <= 4 ? others : Array(others.prefix(3))
        let head = others.count <= 4 ? "" : "另有工作记录\(others.count)条，其中"
        sentences.append("\(head)\(list(shown, requirement.name))。")
      }
    }
    sentences += waivers(requirement)
    return Told(sentences: sentences, namesIt: true)
  }

  private mutating func tellUndone(_ requirement: RequirementFacts, _ others: [WorkRecord]) -> Told
  {
    if requirement.isWaived {
      var sentences = waivers(requirement)
      if !others.isEmpty { sentences.append("\(list(others, requirement.name))。") }
      return Told(sentences: sentences, namesIt: true)
    }
    let open = tails(requirement)
    if others.isEmpty {
      var sentences: [Sentence] = []
      if !requirement.open.isEmpty {
        sentences.append(missing(requirement))
        if !requirement.returned.isEmpty { sentences += open.map { "\($0)。" } }
      } else if requirement.figures.notYetDue > 0 {
        let rest = open.isEmpty ? "暂无工作记录" : open.joined("，")
        sentences.append("“\(requirement.action)”尚未到规定时限，\(rest)。")
      }
      return Told(sentences: sentences + waivers(requirement), namesIt: true)
    }
    let shown = others.count <= 4 ? others : Array(others.prefix(3))
    // What is open is said once: as a whole, or by its periods after the records.
    let isOnly = requirement.occurrences.count == 1 && requirement.open.count == 1
    let tails = isOnly && requirement.returned.isEmpty ? [] : open
    let head = requirement.open.isEmpty ? "正在办理，" : tails.isEmpty ? "尚未完成，" : ""
    var text: Sentence =
      "“\(requirement.action)”\(head)有工作记录\(others.count)条：\(list(shown, requirement.name))"
    for tail in tails { text += "，\(tail)" }
    return Told(sentences: ["\(text)。"] + waivers(requirement), namesIt: true)
  }

  /// One time: 6月24日听取…，汇报…, or 讲廉政党课1次（5月6日），….
  private mutating func one(
    _ requirement: RequirementFacts,
    _ time: WorkRecord,
    after before: [WorkRecord]
  ) -> Sentence {
    let isVerbal = ChineseWords.isVerbal(requirement.requirement)
    let action = requirement.action
    var text = Sentence()
    var documents = time.cited
    if !before.isEmpty {
      let shown = before.count <= 4 ? before : Array(before.suffix(3))
      text += list(shown, requirement.name)
      text += "；"
      let i = isVerbal ? takeI() : ""
      text += Sentence(
        isVerbal
          ? "\(when(time))\(i.isEmpty ? "" : "，我")\(action)" : "\(when(time))办结“\(action)”"
      )
    } else if rotation.next(.oneTime, of: 2) == 0 {
      let i = isVerbal ? takeI() : ""
      if !i.isEmpty {
        text += Sentence("\(when(time))，我\(action)")
      } else {
        text += Sentence(
          isVerbal ? when(time) + action : "“\(action)”于\(when(time))完成"
        )
      }
    } else {
      let i = isVerbal ? takeI() : ""
      let inside = ([when(time)] + documents).joined(separator: "，")
      documents = []
      text += Sentence("\(i)\(ChineseWords.counted(requirement))（\(inside)）")
    }
    let own = quantities(of: time, requirement)
    if !own.stock.isEmpty { text += "，涉及\(ChineseWords.text(own.stock))" }
    if let note = note(time, of: requirement.name) { text += "，\(note)" }
    if !own.flow.isEmpty { text += "，\(ChineseWords.text(own.flow))" }
    text += Sentence(ChineseWords.bracket(documents))
    text.add([time.event])
    for tail in tails(requirement) { text += "，\(tail)" }
    return "\(text)。"
  }

  /// The quantities of the only time, without one that says no more than the requirement: 报告1份.
  func quantities(
    of time: WorkRecord,
    _ requirement: RequirementFacts,
    isNoteTold: Bool = true
  ) -> (stock: [Particulars.Quantity], flow: [Particulars.Quantity]) {
    let own = ownQuantities(time, [], isNoteTold: isNoteTold)
    let flow = own.flow.filter { quantity in
      quantity.thousandths != 1000 || quantity.unit != requirement.requirement.unit
        || !(quantity.what.map { requirement.action.contains($0) } ?? true)
    }
    return (own.stock, flow)
  }

  /// Several times.
  private mutating func several(
    _ requirement: RequirementFacts,
    _ times: [WorkRecord]
  ) -> [Sentence] {
    let (action, name) = (requirement.action, requirement.name)
    let isVerbal = ChineseWords.isVerbal(requirement.requirement)
    let counted = ChineseWords.counted(requirement)
    let sums = QuantitySum.sums(of: times, flowUnits: facts.style.flowUnits)
    let speaking = times.filter { speaks($0, sums) }
    let events = times.map(\.event)
    let isCited = times.contains { !$0.cited.isEmpty }
    if times.count > 4 {
      var text = Sentence(
        "\(isVerbal ? takeI() : "")\(counted)（\(shortDays(times, of: requirement))）",
        events: events
      )
      if let sum = sum(sums) { text += "，\(sum)" }
      for tail in tails(requirement) { text += "，\(tail)" }
      let chosen = chosen(speaking, sums)
      if !chosen.isEmpty { text += "。其中，\(list(chosen, name, sums))" }
      return ["\(text)。"]
    }
    var sentences: [Sentence] = []
    var tails = tails(requirement)
    if speaking.count == times.count {
      let variant = rotation.next(.listedTimes, of: 3)
      let i = isVerbal ? takeI() : ""
      let head =
        switch variant {
        case 1 where isVerbal: "\(i)先后"
        case 2 where isVerbal && isWholeYear: "\(i)全年"
        default: i
        }
      sentences.append("\(head)\(counted)：\(list(times, name, sums))。")
    } else if speaking.isEmpty, times.allSatisfy({ !$0.cited.isEmpty }) {
      let places = times.map { "\(when($0))\(ChineseWords.bracket($0.cited))" }
      let last = places.last ?? ""
      let dates = places.dropLast().joined(separator: "、") + (places.count > 1 ? "和" : "") + last
      var text = Sentence(
        "\(isVerbal ? takeI() : "")\(counted)，分别为\(dates)",
        events: events
      )
      if let sum = sum(sums) { text += "，\(sum)" }
      for tail in tails { text += "，\(tail)" }
      return ["\(text)。"]
    } else if !speaking.isEmpty || isCited {
      let told = times.filter { speaks($0, sums) || !$0.cited.isEmpty }
      let head = "\(isVerbal ? takeI() : "")\(counted)（\(days(times, of: requirement))）"
      sentences.append("\(Sentence(head, events: events))，其中\(list(told, name, sums))。")
    } else {
      let i = isVerbal ? takeI() : ""
      let variant = rotation.next(.plainTimes, of: 2)
      let isPlain =
        times.allSatisfy { $0.owner == nil && $0.count == 1 }
        && Set(times.map(\.on)).count == times.count
      let number = "\(requirement.count)\(ChineseWords.unit(requirement.requirement))"
      var text =
        variant == 1 && isVerbal && isPlain && i.isEmpty
        ? Sentence("先后于\(days(times, of: requirement))\(action)，共\(number)", events: events)
        : Sentence("\(i)\(counted)（\(days(times, of: requirement))）", events: events)
      if let sum = sum(sums) { text += "，\(sum)" }
      for tail in tails { text += "，\(tail)" }
      return ["\(text)。"]
    }
    if let sum = sumSentence(sums, requirement, times) { sentences.append(sum) }
    if !tails.isEmpty {
      sentences.append("\(tails.joined("，"))。")
      tails = []
    }
    return sentences
  }
}

extension PeriodUnit {
  /// The word in 每半年1次.
  var chineseWord: String {
    switch self {
    case .week: "周"
    case .month: "月"
    case .quarter: "季度"
    case .halfYear: "半年"
    case .year: "年"
    }
  }
}
