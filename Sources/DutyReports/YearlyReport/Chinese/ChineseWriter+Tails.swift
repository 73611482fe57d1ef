import DutyModel
import TerminalText

extension ChineseWriter {
  /// What was late, too close to another, returned, is open or has no record: clauses without a mark at the end.
  mutating func tails(_ requirement: RequirementFacts) -> [Sentence] {
    late(requirement) + tooClose(requirement) + returned(requirement) + open(requirement)
      + unrecorded(requirement)
  }

  /// The most late times of which each one's days are told.
  static let mostLateDays = 4

  /// 后一次比规定时限晚4天, 其中2次逾期（1月3日、4日），分别晚3天、4天.
  func late(_ requirement: RequirementFacts) -> [Sentence] {
    let late = requirement.times.filter { $0.late != nil }
    let days = late.compactMap(\.late?.days)
    guard let only = late.first, let most = days.max() else { return [] }
    let events = late.map(\.event)
    if late.count == 1 {
      return [Sentence("\(which(only, requirement))比规定时限晚\(most)天", events: events)]
    }
    let unit = ChineseWords.unit(requirement.requirement)
    let number = "\(late.reduce(0) { $0 + ($1.late?.times ?? 0) })\(unit)"
    let shown = Array(late.prefix(12))
    let more = late.count > shown.count ? "等" : ""
    // The days of all times stand before it.
    let head =
      late.count == requirement.times.count
      ? "\(number)均逾期" : "其中\(number)逾期（\(self.days(shown, of: requirement))\(more)）"
    let tail =
      if Set(days).count == 1 {
        "各晚\(most)天"
      } else if days.count <= ChineseWriter.mostLateDays {
        "分别晚" + days.map { "\($0)天" }.joined(separator: "、")
      } else {
        "最多晚\(most)天"
      }
    return [Sentence("\(head)，\(tail)", events: events)]
  }

  /// Which of its times a late one is; nothing of the only one.
  private func which(_ time: WorkRecord, _ requirement: RequirementFacts) -> String {
    let times = requirement.times
    let unit = ChineseWords.unit(requirement.requirement)
    if let owner = time.owner, !isSelf(owner) { return owner }
    if times.count == 1 { return "" }
    let number = time.late?.times ?? 1
    if times.count > 2 || number > 1 { return "其中\(dates.day(time.on))的\(number)\(unit)" }
    if times[0].event == times[1].event {
      return "\(dates.label(of: requirement.occurrences.filter { time.isOf($0) }))的1\(unit)"
    }
    return (times[0].event == time.event ? "前一" : "后一") + unit
  }

  private func tooClose(_ requirement: RequirementFacts) -> [Sentence] {
    guard let gap = requirement.requirement.schedule.gap else { return [] }
    let close = requirement.times.filter { $0.tooClose != nil }
    if close.isEmpty { return [] }
    let number = "\(close.count)\(ChineseWords.unit(requirement.requirement))"
    let which =
      close.count <= 4 ? "其中\(dates.days(close.map(\.on)))的\(number)" : "其中\(number)"
    return [
      Sentence("\(which)与前次间隔不足\(gap)天，不另计次数", events: close.map(\.event))
    ]
  }

  private func returned(_ requirement: RequirementFacts) -> [Sentence] {
    let days = WorkDay.days(of: requirement.returned, requirement)
    if days.isEmpty { return [] }
    let count = days.reduce(0) { sum, day in
      let (total, overflow) = sum.addingReportingOverflow(day.count)
      return overflow ? .max : total
    }
    let number = "\(count)\(unit(of: requirement))"
    let events = requirement.returned.map(\.event)
    if days.count > 4 { return [Sentence("另有\(number)办理后退回重办", events: events)] }
    let isNamed = days.contains { $0.owner != nil && !isSelf($0.owner) }
    let text =
      isNamed
      ? days.map { (isSelf($0.owner) ? "" : $0.owner ?? "") + dates.day($0.on) }
        .joined(separator: "、") : dates.days(days.map(\.on))
    return [Sentence("\(text)办理的\(number)已退回重办", events: events)]
  }

  /// 乙某年内无工作记录: where others of several persons have records.
  private func unrecorded(_ requirement: RequirementFacts) -> [Sentence] {
    if requirement.unrecorded.isEmpty || requirement.records.isEmpty { return [] }
    return [Sentence("\(ChineseWords.persons(requirement.unrecorded))年内无工作记录")]
  }

  /// 下半年应办的1次未完成, 规定4次，尚缺1次.
  private func open(_ requirement: RequirementFacts) -> [Sentence] {
    let open = requirement.open
    if open.isEmpty { return [] }
    let unit = ChineseWords.unit(requirement.requirement)
    let others = open.filter { $0.isPersonal && !isSelf($0.owner) }
    let own = open.filter { !$0.isPersonal || isSelf($0.owner) }
    var result = shortfalls(own, unit)
    for group in SharedOccurrences.groups(of: others) {
      let names = group.names.joined(separator: "、")
      result += shortfalls(group.occurrences, unit, isShared: group.names.count > 1).map {
        (Sentence(names) + $0).resting(on: group.events)
      }
    }
    return result
  }

  private func shortfalls(
    _ open: [Occurrence],
    _ unit: String,
    isShared: Bool = false
  ) -> [Sentence] {
    let single = open.filter { $0.owed == 1 }
    var result: [Sentence] = []
    if !single.isEmpty {
      let label = dates.label(of: single)
      let isDated = single.allSatisfy { if case .due = $0.period { true } else { false } }
      let events = single.flatMap(\.events)
      let count = (isShared ? "各" : "") + "\(single.count)\(unit)"
      let text = isDated ? "应于\(label)办理的\(count)未完成" : "\(label)应办的\(count)未完成"
      result.append(Sentence(text, events: events))
    }
    for occurrence in open where occurrence.owed > 1 {
      var label = dates.label(of: [occurrence])
      if case .year = occurrence.period { label = "" }
      let (owed, missing) = ("\(occurrence.owed)\(unit)", "\(occurrence.missing)\(unit)")
      result.append(
        Sentence(
          isShared ? "\(label)每人规定\(owed)，各缺\(missing)" : "\(label)规定\(owed)，尚缺\(missing)",
          events: occurrence.events
        )
      )
    }
    return result
  }

  // MARK: - Waivers, signatures, changes of persons

  /// “T”本年度免办，理由是….
  mutating func waivers(_ requirement: RequirementFacts, isShort: Bool = false) -> [Sentence] {
    var result: [Sentence] = []
    var known: [(reason: String, event: EventID?, occurrences: [Occurrence])] = []
    var places: [String: Int] = [:]
    for waiver in requirement.waivers {
      let key = "\(waiver.reason)\u{0}\(waiver.cited.joined(separator: "、"))"
      if let place = places[key] {
        if let occurrence = waiver.occurrence { known[place].occurrences.append(occurrence) }
      } else {
        places[key] = known.count
        known.append((waiver.reason, waiver.event, waiver.occurrence.map { [$0] } ?? []))
      }
    }
    let isWhole = requirement.isWaived && requirement.times.isEmpty
    for (reason, event, occurrences) in known {
      let isAll = isWhole && known.count == 1
      let cited = requirement.waivers.first { $0.event == event }?.cited ?? []
      let subject =
        isAll
        ? "“\(requirement.action)”本年度免办"
        : "\(label(ofWaived: occurrences))应办的\(occurrences.count)项免办"
      let events = event.map { [$0] } ?? []
      if isShort {
        result.append(Sentence("\(subject)。", events: events))
        continue
      }
      let word = ["理由是", "原因是"][rotation.next(.waiver, of: 2)]
      let text = NoteText(reason, language: .chinese)?.text ?? reason
      let told: Sentence = "\(subject)，\(word)\(text)\(ChineseWords.bracket(cited))。"
      result.append(told.resting(on: events))
    }
    return result
  }

  /// The periods of what was waived, with the persons where each of several owes it: 李强第一季度.
  private func label(ofWaived occurrences: [Occurrence]) -> String {
    let others = occurrences.filter { $0.isPersonal && !isSelf($0.owner) }
    let groups = SharedOccurrences.groups(of: others)
    if others.isEmpty || groups.reduce(0, { $0 + $1.names.count }) > 12 {
      return dates.label(of: occurrences)
    }
    let own = dates.label(of: occurrences.filter { !$0.isPersonal || isSelf($0.owner) })
    let parts = groups.map { group in
      group.names.joined(separator: "、") + dates.label(of: group.occurrences)
    }
    return ((own.isEmpty ? [] : [own]) + parts).joined(separator: "，")
  }

  /// A signature in one of two forms, with the opinion if there is one.
  mutating func signature(_ signature: Occurrence.Signature) -> Sentence {
    let name = isSelf(signature.signer) ? "我" : signature.signer
    let day = dates.day(signature.on)
    let changed = signature.isChanged ? "签字后有关记录有变动。" : ""
    guard let opinion = NoteText(signature.opinion, language: .chinese)?.text.quotable else {
      return Sentence("\(name)于\(day)签字确认。\(changed)", events: [signature.event])
    }
    let text: Sentence =
      rotation.next(.signature, of: 2) == 0
      ? "\(day)，\(name)签署意见：“\(opinion)。”" : "\(name)于\(day)签字，意见为“\(opinion)”。"
    return (text + Sentence(changed)).resting(on: [signature.event])
  }

  /// New due days and signatures.
  mutating func endings(_ requirement: RequirementFacts) -> [Sentence] {
    var result: [Sentence] = []
    for change in requirement.reschedules { result.append(reschedule(change)) }
    for signed in requirement.signatures { result.append(signature(signed.signature)) }
    return result
  }

  /// A new due day, and why: 12月31日的时限改为3月31日，理由是….
  private func reschedule(_ change: RequirementFacts.Reschedule) -> Sentence {
    let (old, new) = (change.occurrence.originalDue, change.occurrence.due)
    let reason = NoteText(change.reason, language: .chinese).map { "，理由是\($0.text)" } ?? ""
    let who = change.occurrence.isPersonal ? change.occurrence.owner ?? "" : ""
    let subject = who.isEmpty || isSelf(who) ? "" : "\(who)的"
    let text: Sentence = "\(subject)完成时限由\(dates.day(old))改为\(dates.day(new))\(reason)。"
    return text.resting(on: [change.event])
  }

  /// Who answers for a duty since when; what is the same for several requirements is said once.
  func handovers(_ duty: DutyFacts) -> [Sentence] {
    var result: [Sentence] = []
    var known: Set<EventID> = []
    for handover in duty.requirements.flatMap(\.handovers)
    where known.insert(handover.event).inserted {
      let who = isSelf(handover.owner) ? "我" : handover.owner
      let subject =
        handover.replaced.map { "\(isSelf($0) ? "我" : $0)负责的部分" } ?? "该项工作"
      result.append(
        Sentence(
          "\(subject)自\(dates.day(handover.from))起由\(who)负责。",
          events: [handover.event]
        )
      )
    }
    return result
  }
}
