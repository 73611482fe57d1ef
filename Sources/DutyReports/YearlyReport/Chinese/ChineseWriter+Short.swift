import DutyModel

extension ChineseWriter {
  /// A requirement in a self-assessment: times, days, sums and what is lacking; no notes.
  mutating func tellShort(_ requirement: RequirementFacts) -> [Sentence] {
    var result = requirement.nature == .dated ? shortDated(requirement) : shortUndated(requirement)
    if let gap = unknownGap(requirement) { result.append(gap) }
    return result
  }

  private mutating func shortUndated(_ requirement: RequirementFacts) -> [Sentence] {
    let records = requirement.records
    if records.isEmpty {
      if !requirement.waivers.isEmpty { return waivers(requirement, isShort: true) }
      return requirement.nature == .ongoing ? [missing(requirement)] : []
    }
    let days = records.count > 4 ? shortDays(records) : self.days(records)
    let text = "“\(requirement.action)”有工作记录\(records.count)次（\(days)）。"
    return [Sentence(text, events: records.map(\.event))] + waivers(requirement, isShort: true)
  }

  private mutating func shortDated(_ requirement: RequirementFacts) -> [Sentence] {
    let times = requirement.times
    if times.isEmpty {
      if requirement.isWaived { return waivers(requirement, isShort: true) }
      if requirement.open.isEmpty {
        return ["“\(requirement.action)”尚未到规定时限。"] + waivers(requirement, isShort: true)
      }
      guard requirement.records.isEmpty else {
        let text = "“\(requirement.action)”有工作记录\(requirement.records.count)次"
        var sentence = Sentence(text, events: requirement.records.map(\.event))
        for tail in tails(requirement) { sentence += "，\(tail)" }
        return ["\(sentence)。"] + waivers(requirement, isShort: true)
      }
      return [missing(requirement)] + waivers(requirement, isShort: true)
    }
    let days = times.count > 4 ? shortDays(times) : self.days(times)
    let unit = ChineseWords.unit(requirement.requirement)
    var text = Sentence(
      "\(requirement.action)\(requirement.count)\(unit)（\(days)）",
      events: times.map(\.event)
    )
    let sums = QuantitySum.sums(of: times, flowUnits: facts.style.flowUnits)
    if times.count == 1 {
      let own = quantities(of: times[0], requirement, isNoteTold: false)
      if !own.stock.isEmpty { text += "，涉及\(ChineseWords.text(own.stock))" }
      if !own.flow.isEmpty { text += "，\(ChineseWords.text(own.flow))" }
    }
    if let sum = sum(sums) { text += "，\(sum)" }
    for tail in tails(requirement) { text += "，\(tail)" }
    return ["\(text)。"] + waivers(requirement, isShort: true)
  }
}
