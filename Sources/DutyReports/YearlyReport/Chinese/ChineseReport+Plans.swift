import DutyModel
import TerminalText

extension ChineseReport {
  /// The next steps: measures of open findings, what is to be made up, and what falls due.
  mutating func addPlans(heading title: Sentence) {
    let blocks = [measures, makingUp, facts.isYearOver ? nextYear : restOfYear].compactMap(\.self)
    body.heading(title)
    if blocks.isEmpty {
      body.paragraph([.gap("【待补充：\(title.text)】")])
      return
    }
    for (place, block) in blocks.enumerated() {
      let number = ChineseNumber.text(place + 1)
      body.paragraph(
        block.sentences,
        lead: blocks.count > 1 ? "（\(number)）\(block.title)。" : "\(block.title)。"
      )
    }
  }

  private struct Plan {
    let title: String
    let sentences: [Sentence]
  }

  private var measures: Plan? {
    let findings = openFindings
    if findings.isEmpty { return nil }
    let sentences = findings.enumerated().map { place, finding in
      let text = measure(finding)
      return findings.count > 1 ? Sentence(ChineseNumber.item(place + 1)) + text : text
    }
    return Plan(title: "推进问题整改", sentences: sentences)
  }

  private func measure(_ facts: FindingFacts) -> Sentence {
    let finding = facts.finding
    let isOwn = self.facts.person != nil
    let measure: Sentence =
      NoteText(finding.measure, language: .chinese).map { Sentence($0.text) }
      ?? .gap("【待补充：\(facts.name) 整改措施】", about: facts.name)
    var text: Sentence = "针对“\(facts.title.quotable)”的问题，\(isOwn ? "我将" : "")\(measure)"
    if !isOwn {
      text +=
        finding.owner.map { "，由\($0)负责" }
        ?? "，责任人为\(Sentence.gap("【待补充：\(facts.name) 责任人】", about: facts.name))"
    }
    if let due = finding.due, facts.status.state != .overdue {
      text += "，于\(writer.dates.day(due))前完成。"
    } else if finding.due != nil {
      let gap = Sentence.gap("【待补充：\(facts.name) 新的整改期限】", about: facts.name)
      text += "，原定期限已过，完成时间为\(gap)。"
    } else {
      text += "，完成时间为\(Sentence.gap("【待补充：\(facts.name) 整改期限】", about: facts.name))。"
    }
    return text.resting(on: facts.status.events)
  }

  private var makingUp: Plan? {
    let count = openGroups.reduce(0) { $0 + $1.occurrences.count }
    if count == 0 { return nil }
    return Plan(
      title: "补齐未完成事项",
      sentences: [
        "对\(facts.year)年未完成的\(count)项应办事项，补办安排为\(Sentence.gap("【待补充：未完成事项的补办安排】"))。"
      ]
    )
  }

  // MARK: - What falls due

  private func nextYear(
    _ wanted: (Occurrence) -> Bool
  ) -> [(requirement: RequirementFacts, occurrences: [Occurrence])] {
    facts.requirements.compactMap { requirement in
      let own = facts.nextYear(of: requirement).filter(wanted)
      return own.isEmpty ? nil : (requirement, own)
    }
  }

  private var nextYear: Plan? {
    let year = facts.year + 1
    guard year <= 9999 else { return nil }
    let all = nextYear { _ in true }
    let count = all.reduce(0) { $0 + $1.occurrences.count }
    if count == 0 { return nil }
    let title = "落实\(year)年应办事项"
    let dates = ChineseDates(year: year)
    if count <= 8 {
      let list = all.map { requirement, occurrences in
        let putOff = occurrences.filter { $0.originalDue.year < year }
        var inside = putOff.count < occurrences.count ? [schedule(requirement.requirement)] : []
        if !putOff.isEmpty {
          inside.append("\(facts.year)年改期的\(putOff.count)项，\(dates.days(putOff.map(\.due)))前")
        }
        return "\(requirement.action)（\(inside.joined(separator: "；"))）"
      }
      .joined(separator: "、")
      let subject = facts.person == nil ? "" : "我将"
      let text =
        count == 1
        ? "\(subject)按照责任清单，办理\(year)年的应办事项：\(list)。"
        : "\(subject)按照责任清单，逐项办理\(year)年的\(count)项应办事项：\(list)。"
      return Plan(title: title, sentences: [Sentence(text)])
    }
    let end = Period.quarter(year, 1).lastDay
    let first = nextYear { $0.due <= end }
    let firstCount = first.reduce(0) { $0 + $1.occurrences.count }
    let subject = facts.person == nil ? "" : "我将"
    var text =
      facts.person == nil
      ? "按照责任清单，\(year)年应办事项\(count)项" : "\(subject)按照责任清单，逐项办理\(year)年的\(count)项应办事项"
    if firstCount > 0 {
      let shown = first.prefix(ChineseReport.mostListed).map {
        due($0.requirement, $0.occurrences, dates, isOnly: first.count == 1)
      }
      text += "，其中第一季度到期\(firstCount)项：\(shown.joined(separator: "，"))"
      if first.count > shown.count {
        let rest = first.dropFirst(shown.count).reduce(0) { $0 + $1.occurrences.count }
        text += "，其余\(rest)项按清单规定的时限办理"
      }
    }
    return Plan(title: title, sentences: [Sentence(text + "。")])
  }

  /// What is still to come in a year that is not over.
  private var restOfYear: Plan? {
    let rest = facts.requirements.compactMap {
      requirement -> (requirement: RequirementFacts, occurrences: [Occurrence])? in
      let own = requirement.occurrences.filter { $0.state.isOpen && !requirement.isOpen($0) }
      return own.isEmpty ? nil : (requirement, own)
    }
    let count = rest.reduce(0) { $0 + $1.occurrences.count }
    if count == 0 { return nil }
    let shown = rest.prefix(ChineseReport.mostListed).map {
      due($0.requirement, $0.occurrences, writer.dates, isOnly: rest.count == 1)
    }
    let subject = facts.person == nil ? "" : "我将按照责任清单继续办理。"
    var text = "\(subject)\(facts.year)年尚未到期的应办事项\(count)项：\(shown.joined(separator: "，"))"
    if rest.count > shown.count {
      let more = rest.dropFirst(shown.count).reduce(0) { $0 + $1.occurrences.count }
      text += "，其余\(more)项按清单规定的时限办理"
    }
    return Plan(title: "办理年内后续事项", sentences: [Sentence(text + "。")])
  }

  /// 向县委书面报告履责情况1项（1月31日前）, without the number if it is the only one.
  private func due(
    _ requirement: RequirementFacts,
    _ occurrences: [Occurrence],
    _ dates: ChineseDates,
    isOnly: Bool
  ) -> String {
    let unit = ChineseWords.unit(requirement.requirement)
    let (owed, missing) = (occurrences[0].owed, occurrences[0].missing)
    var label = ""
    // What was put off is told by its new day.
    let isPutOff = occurrences.contains { $0.due != $0.originalDue }
    let months = occurrences.compactMap { occurrence -> Int? in
      if case .month(_, let month) = occurrence.period, !isPutOff { month } else { nil }
    }
    if months.count == occurrences.count, months.count > 1 {
      label = ChineseDates.runs(months) { "\($0)月" } + "每月\(owed)\(unit)"
    } else {
      var unique: [Occurrence] = []
      var known: Set<Period> = []
      for occurrence in occurrences where known.insert(occurrence.period).inserted {
        unique.append(occurrence)
      }
      if !isPutOff, unique.allSatisfy({ if case .week = $0.period { true } else { false } }) {
        label = dates.label(of: unique)
      } else {
        label = dates.days(unique.map(\.due)) + "前"
      }
      if owed > 1 { label += missing < owed ? "，尚需\(missing)\(unit)" : "\(owed)\(unit)" }
    }
    let count = isOnly ? "" : "\(occurrences.count)项"
    return "\(requirement.action)\(count)（\(label)）"
  }

  /// The schedule as a plan quotes it: 每年4次, 每半年1轮; what the document masks is not quoted.
  private func schedule(_ requirement: Requirement) -> String {
    let schedule = requirement.schedule
    if schedule.isDateUnknown { return "原清单未载明时限" }
    if schedule.isCountUnknown { return "原清单未载明次数" }
    guard case .counted(let counted) = schedule, let count = counted.count,
      let unit = requirement.unit
    else { return schedule.chinese }
    return schedule.chinese.replacing("\(count)次", with: "\(count)\(unit)")
  }

  // MARK: - Annexes of what the text points at

  /// The whole of notes that were too long.
  var longNotes: YearlyReport.Annex? {
    if writer.longNotes.isEmpty { return nil }
    let rows = writer.longNotes.map { name, record -> [Sentence] in
      [
        Sentence(name),
        Sentence(ChineseDates.full(record.on)),
        Sentence(record.wholeNote ?? "", events: [record.event]),
      ]
    }
    return YearlyReport.Annex(
      title: "附件 工作记录全文",
      table: YearlyReport.Table(
        columns: [.init("编号"), .init("日期"), .init("工作记录")],
        rows: rows
      )
    )
  }

  /// All that was missed or late, if the text could not list it.
  var unfinished: YearlyReport.Annex? {
    guard facts.hasUnfinishedAnnex else { return nil }
    let (open, late) = (openGroups, lateGroups)
    func rows(_ groups: [Group], _ state: (Occurrence) -> String) -> [[Sentence]] {
      groups.flatMap { group in
        group.occurrences.map { occurrence in
          [
            Sentence(group.requirement.name),
            Sentence(group.requirement.action),
            Sentence(writer.dates.label(of: [occurrence])),
            Sentence(occurrence.owner ?? "—"),
            Sentence(state(occurrence), events: occurrence.events),
          ]
        }
      }
    }
    return YearlyReport.Annex(
      title: "附件 未完成和逾期完成事项",
      table: YearlyReport.Table(
        columns: [.init("编号"), .init("事项"), .init("时间"), .init("责任人"), .init("情况")],
        rows: rows(open) { "未完成（\($0.done)/\($0.owed)）" }
          + rows(late) { "逾期完成，晚\($0.late ?? 0)天" }
      )
    )
  }
}
