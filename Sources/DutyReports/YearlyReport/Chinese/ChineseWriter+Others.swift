import DutyModel

extension ChineseWriter {
  /// Whether, in a report in the first person, a record is of somebody else: of whoever had the
  /// duty before or after.
  func isOfOther(_ record: WorkRecord) -> Bool {
    facts.person != nil && record.owner != nil && !isSelf(record.owner)
  }

  /// A requirement that others had a part in: first what the person did, then under their names
  /// what they did.
  mutating func tell(_ requirement: RequirementFacts, with others: [WorkRecord]) -> Told {
    let own = requirement.telling(requirement.records.filter { !isOfOther($0) })
    let isOwnTold = requirement.nature == .dated ? !own.times.isEmpty : !own.records.isEmpty
    if isOwnTold {
      var told = requirement.nature == .dated ? tellDated(own) : tellUndated(own)
      told.sentences += tell(others, of: requirement, isFirst: false)
      return told
    }
    var told = Told(
      sentences: tell(others, of: requirement, isFirst: true),
      namesIt: others.contains { $0.kind == .done } && requirement.nature == .dated
    )
    if !own.records.isEmpty { told.sentences.append("\(list(own.records, requirement.name))。") }
    told.sentences += tails(own).map { "\($0)。" } + waivers(requirement)
    return told
  }

  /// What a person did of a duty before it was handed on, and who answers for it since.
  mutating func tell(_ former: FormerDuty) -> [Sentence] {
    let requirement = former.told
    let (event, owner) = (former.handover.event, former.handover.owner)
    let since = "自\(dates.day(former.handover.from))起由\(owner)负责"
    if requirement.records.isEmpty {
      return [Sentence("“\(requirement.action)”\(since)，此前无工作记录。", events: [event])]
    }
    var told = requirement.nature == .dated ? tellDated(requirement) : tellUndated(requirement)
    if !told.namesIt, let first = told.sentences.first {
      told.sentences[0] = "\(requirement.action)：\(first)"
    }
    if !former.isHolder {
      let subject = former.handover.replaced == nil ? "该项工作" : "我负责的部分"
      told.sentences.append(Sentence("\(subject)\(since)。", events: [event]))
    }
    return told.sentences
  }

  private mutating func tell(
    _ records: [WorkRecord],
    of requirement: RequirementFacts,
    isFirst: Bool
  ) -> [Sentence] {
    var names: [String] = []
    for name in records.compactMap(\.owner) where !names.contains(name) { names.append(name) }
    var result: [Sentence] = []
    for name in names {
      let all = requirement.telling(records.filter { $0.owner == name })
      let times = requirement.nature == .dated ? all.times : []
      let rest = all.records.filter { times.isEmpty || $0.kind != .done }
      if !times.isEmpty {
        let head = isFirst && result.isEmpty ? "“\(requirement.action)”" : "另"
        var text = completed(all, by: name, head: head)
        for tail in late(all.unsigned) { text += "，\(tail)" }
        result.append("\(text)。")
      }
      if rest.isEmpty { continue }
      let head = "\(name)负责期间有工作记录\(rest.count)条"
      let unsigned = all.telling(rest).unsigned.records
      let told: Sentence =
        rest.count > 4
        ? "（\(shortDays(unsigned, of: requirement))）" : "：\(list(unsigned, requirement.name))"
      let sentence: Sentence = "\(head)\(told)。"
      result.append(sentence.resting(on: rest.map(\.event)))
    }
    return result
  }

  /// “谈话”由李强于2月5日完成，…, or 另由李强完成2次：….
  private mutating func completed(
    _ requirement: RequirementFacts,
    by name: String,
    head: String
  ) -> Sentence {
    let times = requirement.unsigned.times
    let number = "\(requirement.count)\(ChineseWords.unit(requirement.requirement))"
    let events = times.map(\.event)
    guard times.count == 1, let time = times.first else {
      let isListed = times.count <= 4 && times.contains { speaks($0, []) || !$0.cited.isEmpty }
      let told: Sentence =
        isListed ? "：\(list(times, requirement.name))" : "（\(shortDays(times, of: requirement))）"
      let sentence: Sentence = "\(head)由\(name)完成\(number)\(told)"
      return sentence.resting(on: events)
    }
    let isWhole =
      head != "另" && requirement.count == 1 && requirement.occurrences.count == 1
      && requirement.occurrences[0].state == .done
    var text = Sentence(
      "\(head)由\(name)于\(dates.day(time.on))完成\(isWhole ? "" : number)",
      events: events
    )
    let own = quantities(of: time, requirement)
    if !own.stock.isEmpty { text += "，涉及\(ChineseWords.text(own.stock))" }
    if let note = note(time, of: requirement.name) { text += "，\(note)" }
    if !own.flow.isEmpty { text += "，\(ChineseWords.text(own.flow))" }
    return text + Sentence(ChineseWords.bracket(time.cited))
  }
}

extension RequirementFacts {
  /// The same with records that do not say who did them, for a sentence that does.
  fileprivate var unsigned: RequirementFacts {
    telling(
      records.map { record in
        var record = record
        record.owner = nil
        return record
      }
    )
  }
}
