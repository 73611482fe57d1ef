import DutyModel

extension ChineseWriter {
  /// A requirement in a self-assessment: times, days, sums and what is lacking; no notes.
  mutating func tellShort(_ requirement: RequirementFacts) -> [Sentence] {
    var result = requirement.nature == .dated ? shortDated(requirement) : shortUndated(requirement)
    if let gap = unknownGap(requirement, after: result) { result.append(gap) }
    return result
  }

  /// The requirements of a section in a self-assessment.
  ///
  /// Where three and more without due days stand together that have nothing but their records, one
  /// sentence tells of them all: its verb need not be said again.
  mutating func tellShort(_ requirements: [RequirementFacts]) -> [Sentence] {
    var result: [Sentence] = []
    var rest = requirements[...]
    while let first = rest.first {
      let run = rest.prefix { requirement in
        requirement.nature != .dated && !requirement.records.isEmpty && requirement.waivers.isEmpty
          && tails(requirement).isEmpty
      }
      guard run.count > 2 else {
        result += tellShort(first)
        rest = rest.dropFirst()
        continue
      }
      let parts = run.enumerated().map { place, requirement in
        recorded(requirement, verb: place == 0 ? "有工作记录" : "")
      }
      result.append("\(parts.joined("，"))。")
      rest = rest[run.endIndex...]
    }
    return result
  }

  /// “政治引领”有工作记录2次（1月8日、4月23日）, or without the verb.
  private func recorded(_ requirement: RequirementFacts, verb: String) -> Sentence {
    let records = requirement.records
    let days =
      records.count > 4
      ? shortDays(records, of: requirement) : self.days(records, of: requirement)
    let text = "“\(requirement.action)”\(verb)\(records.count)次（\(days)）"
    return Sentence(text, events: records.map(\.event))
  }

  private mutating func shortUndated(_ requirement: RequirementFacts) -> [Sentence] {
    let records = requirement.records
    if records.isEmpty {
      if !requirement.waivers.isEmpty { return waivers(requirement, isShort: true) }
      let gap = requirement.nature == .ongoing ? [missing(requirement)] : []
      return gap + tails(requirement).map { "\($0)。" }
    }
    let told = [recorded(requirement, verb: "有工作记录")] + tails(requirement)
    return ["\(told.joined("，"))。"] + waivers(requirement, isShort: true)
  }

  private mutating func shortDated(_ requirement: RequirementFacts) -> [Sentence] {
    let times = requirement.times
    if times.isEmpty {
      if requirement.isWaived { return waivers(requirement, isShort: true) }
      if requirement.open.isEmpty {
        let told: [Sentence] = ["“\(requirement.action)”尚未到规定时限"] + tails(requirement)
        return ["\(told.joined("，"))。"] + waivers(requirement, isShort: true)
      }
      guard requirement.records.isEmpty else {
        let text = "“\(requirement.action)”有工作记录\(requirement.records.count)次"
        var sentence = Sentence(text, events: requirement.records.map(\.event))
        for tail in tails(requirement) { sentence += "，\(tail)" }
        return ["\(sentence)。"] + waivers(requirement, isShort: true)
      }
      let returned = requirement.returned.isEmpty ? [] : tails(requirement)
      return [missing(requirement)] + returned.map { "\($0)。" }
        + waivers(requirement, isShort: true)
    }
    let days =
      times.count > 4 ? shortDays(times, of: requirement) : self.days(times, of: requirement)
    var text = Sentence(
      "\(ChineseWords.counted(requirement))（\(days)）",
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
