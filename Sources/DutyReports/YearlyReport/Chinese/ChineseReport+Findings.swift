import DutyModel
import TerminalText

extension ChineseReport {
  /// 问题整改情况: how many, and each one that was closed.
  mutating func addFindings() {
    let all = facts.findings
    if all.isEmpty { return }
    body.heading("问题整改情况")
    let closed = all.filter { $0.status.state == .closed }
    let overdue = all.count { $0.status.state == .overdue }
    let first = Day.firstDay(ofYear: facts.year)
    let carried = all.count { $0.finding.on < first }
    var text =
      carried == 0
      ? "年内登记问题\(all.count)个" : "年内登记和上年结转的问题共\(all.count)个（其中上年结转\(carried)个）"
    if closed.count == all.count {
      text += all.count == 1 ? "，已销号" : "，均已销号"
    } else {
      if !closed.isEmpty { text += "，已销号\(closed.count)个" }
      let none = all.count == 1 ? "，未销号" : "，均未销号"
      text += closed.isEmpty ? none : "，未销号\(all.count - closed.count)个"
      if overdue > 0 { text += "（其中超过整改期限\(overdue)个）" }
    }
    var sentences = [Sentence(text + "。", events: all.map(\.status.id))]
    for finding in closed { sentences.append(closedFinding(finding)) }
    if facts.request.hasLists {
      let lists = annexNumbers.lists
      sentences.append("问题、任务和责任清单见附件\(lists.first)至附件\(lists.last)。")
    }
    body.paragraph(sentences)
  }

  private mutating func closedFinding(_ facts: FindingFacts) -> Sentence {
    let finding = facts.finding
    let title = facts.title.quotable
    guard let closure = facts.status.closure else { return Sentence() }
    let day = writer.dates.day(closure.on)
    func clean(_ text: String?) -> String? { NoteText(text, language: .chinese)?.text }
    let measure = clean(finding.measure)
    let cited = ChineseWords.bracket(
      closure.documents.filter { WorkRecord.isCited($0, in: .chinese) }
    )
    let evidence: Sentence =
      clean(closure.note).map { "\($0)\(cited)" }
      ?? (cited.isEmpty
        ? .gap("【待补充：\(facts.name) 销号依据】", about: facts.name)
        : "销号依据为\(closure.documents.joined(separator: "、"))")
    let isFirst = writer.rotation.next(.closedFinding, of: 2) == 0
    var text: Sentence
    if isFirst {
      let source = clean(finding.source).map { "（来自\($0)）" } ?? ""
      text = "关于“\(title)”的问题\(source)"
      if let measure {
        text += "，\(finding.owner.map { "\($0)牵头" } ?? "")\(measure)；"
      } else {
        text += Sentence("，" + (finding.owner.map { "由\($0)负责整改，" } ?? ""))
      }
      text += evidence
      text += Sentence(
        "，" + (closure.confirmedBy.map { "经\($0)确认，" } ?? "") + "于\(day)销号。"
      )
    } else {
      let source = clean(finding.source).map { "来自\($0)的" } ?? "关于"
      text = "\(source)“\(title)”问题，"
      if let owner = finding.owner {
        text += "由\(owner)负责\(measure ?? "整改")，"
      } else if let measure {
        text += "\(measure)，"
      }
      text += evidence
      text += Sentence("，\(day)" + (closure.confirmedBy.map { "经\($0)确认" } ?? "") + "销号。")
    }
    return text.resting(on: facts.status.events)
  }

  // MARK: - Problems

  /// The findings a report tells as problems: open ones, past their day first, then by due day; of
  /// a person only the own ones.
  var openFindings: [FindingFacts] {
    facts.findings
      .filter { $0.status.state != .closed }
      .filter { facts.person == nil || $0.finding.owner == facts.person?.name }
      .sorted { left, right in
        let (a, b) = (left.status.state == .overdue, right.status.state == .overdue)
        if a != b { return a }
        let (x, y) = (left.finding.due ?? .last, right.finding.due ?? .last)
        return x == y ? left.status.id < right.status.id : x < y
      }
  }

  mutating func addProblems(heading title: Sentence, head: Sentence?) {
    body.heading(title)
    var items = openFindings.map { problem($0) }
    if let missed { items.append(missed) }
    if items.isEmpty {
      body.paragraph([.gap("【待补充：存在的问题及原因】")])
      return
    }
    let numbered = numbered(items)
    let all = numbered.flatMap(\.self)
    let length = all.reduce(0) { $0 + $1.text.count }
    if length > 600, numbered.count > 1 {
      if let head { body.paragraph([head]) }
      for item in numbered { body.paragraph(item) }
    } else {
      body.paragraph((head.map { [$0] } ?? []) + all)
    }
  }

  private mutating func problem(_ facts: FindingFacts) -> [Sentence] {
    let finding = facts.finding
    func clean(_ text: String?) -> String? { NoteText(text, language: .chinese)?.text }
    let title = facts.title
    let day = writer.dates.day(finding.on)
    let isSentence = writer.rotation.next(.source, of: 2) == 0
    let source = clean(finding.source)
    var result: [Sentence] = []
    if isSentence {
      result.append("\(title)。")
      if let text = clean(finding.text) { result.append("\(text)。") }
      result.append(
        Sentence(source.map { "该问题来自\($0)，\(day)登记。" } ?? "该问题于\(day)登记。")
      )
    } else {
      result.append(Sentence("\(title)（" + (source.map { "来自\($0)，" } ?? "") + "\(day)登记）。"))
      if let text = clean(finding.text) { result.append("\(text)。") }
    }
    result.append(
      cause(
        clean(finding.cause).map { Sentence($0) }
          ?? .gap("【待补充：\(facts.name) 问题产生的原因】", about: facts.name)
      )
    )
    if let last = facts.progress.last {
      let text: Sentence = "截至\(writer.dates.day(last.on))，\(last.note.text)。"
      result.append(text.resting(on: [last.event]))
    }
    if let due = finding.due {
      let late = facts.status.state == .overdue ? "，已超期\(self.facts.asOf - due)天" : ""
      result.append("整改期限为\(writer.dates.day(due))\(late)。")
    } else {
      result.append("整改期限为\(Sentence.gap("【待补充：\(facts.name) 整改期限】", about: facts.name))。")
    }
    return result.map { $0.resting(on: [facts.status.id]) }
  }

  private mutating func cause(_ text: Sentence) -> Sentence {
    let word = ["主要原因是", "究其原因，", "原因在于"][writer.rotation.next(.cause, of: 3)]
    return "\(word)\(text)。"
  }

  // MARK: - What was missed

  /// A group of occurrences of one requirement.
  struct Group {
    let requirement: RequirementFacts
    let occurrences: [Occurrence]
  }

  var openGroups: [Group] {
    facts.requirements.compactMap { requirement in
      let open = requirement.open
      return open.isEmpty ? nil : Group(requirement: requirement, occurrences: open)
    }
  }

  var lateGroups: [Group] {
    facts.requirements.compactMap { requirement in
      let late = requirement.late
      return late.isEmpty ? nil : Group(requirement: requirement, occurrences: late)
    }
  }

  /// The most kinds of items that a sentence lists; the others stand in an annex.
  static let mostListed = ReportFacts.mostListed

  private var missed: [Sentence]? {
    mutating get {
      let (open, late) = (openGroups, lateGroups)
      if open.isEmpty, late.isEmpty { return nil }
      var result: [Sentence] = ["部分应办事项未按清单要求完成。"]
      if !open.isEmpty {
        let list = open.prefix(ChineseReport.mostListed).map { openItem($0) }
        let count = open.reduce(0) { $0 + $1.occurrences.count }
        result.append(
          "未完成的有\(count)项：\(list.joined("、"))\(more(open.count))。"
        )
      }
      if !late.isEmpty {
        let list = late.prefix(ChineseReport.mostListed).map { lateItem($0) }
        let count = late.reduce(0) { $0 + $1.occurrences.count }
        result.append(
          "逾期完成的有\(count)项：\(list.joined("、"))\(more(late.count))。"
        )
      }
      result.append(causes(open + late) ?? cause(.gap("【待补充：未完成和逾期完成事项的原因】")))
      return result
    }
  }

  private func more(_ count: Int) -> String {
    guard count > ChineseReport.mostListed else { return "" }
    let number = annexNumbers.unfinished.map { String($0) } ?? ""
    return "等，其余\(count - ChineseReport.mostListed)类见附件\(number)"
  }

  /// The numbers of the annexes, once all that the text points at is known.
  private var annexNumbers: AnnexNumbers {
    AnnexNumbers(facts, hasNotes: !writer.longNotes.isEmpty)
  }

  /// The recorded causes, and a gap for what has none; `nil` if nothing has one.
  private func causes(_ groups: [Group]) -> Sentence? {
    var told: [Sentence] = []
    var hasUntold = false
    for group in groups {
      var texts: [String] = []
      var events: [EventID] = []
      for occurrence in group.occurrences {
        let causes = group.requirement.causes(of: occurrence)
        if causes.isEmpty { hasUntold = true }
        for (event, cause) in causes {
          events.append(event)
          let text = NoteText(cause, language: .chinese)?.text ?? ""
          if !text.isEmpty, !texts.contains(text), texts.count < 12 { texts.append(text) }
        }
      }
      if texts.isEmpty { continue }
      let label = writer.dates.label(
        of: group.occurrences.filter { !group.requirement.causes(of: $0).isEmpty }
      )
      let causes = texts.map { Sentence($0) }.joined("、")
      let text: Sentence = "“\(group.requirement.action)”（\(label)）的原因是\(causes)"
      told.append(text.resting(on: events))
    }
    if told.isEmpty { return nil }
    let list = told.joined("；")
    guard hasUntold else { return "\(list)。" }
    return "\(list)；其余事项的原因为\(Sentence.gap("【待补充：其余未完成和逾期完成事项的原因】"))。"
  }

  /// 调研（李强、赵敏，第一季度；赵敏，第二季度）.
  private func openItem(_ group: Group) -> Sentence {
    let unit = ChineseWords.unit(group.requirement.requirement)
    let others = group.occurrences.filter { $0.isPersonal && !writer.isSelf($0.owner) }
    let own = group.occurrences.filter { !$0.isPersonal || writer.isSelf($0.owner) }
    var parts = own.isEmpty ? [] : [openDetail(own, unit)]
    let groups = SharedOccurrences.groups(of: others)
    for group in groups.prefix(ChineseReport.mostListed) {
      let shown = group.names.prefix(ChineseReport.mostListed).joined(separator: "、")
      let count = group.names.count
      let names = shown + (count > ChineseReport.mostListed ? "等\(count)人" : "")
      let detail = openDetail(group.occurrences, unit)
      parts.append(names + (detail == "全年" ? "" : "，" + detail))
    }
    let more = groups.count > ChineseReport.mostListed ? "等" : ""
    return Sentence(
      "\(group.requirement.action)（\(parts.joined(separator: "；"))\(more)）",
      events: group.occurrences.flatMap(\.events)
    )
  }

  /// The periods of what is open, or how much of it is.
  private func openDetail(_ occurrences: [Occurrence], _ unit: String) -> String {
    let label = writer.dates.label(of: occurrences)
    guard occurrences.count == 1, occurrences[0].owed > 1 else { return label }
    let done = occurrences[0].done
    let detail =
      "规定\(occurrences[0].owed)\(unit)，" + (done == 0 ? "均未完成" : "完成\(done)\(unit)")
    if case .year = occurrences[0].period { return detail }
    return label + detail
  }

  private func lateItem(_ group: Group) -> Sentence {
    let days = group.occurrences.compactMap(\.late)
    let detail: String
    if let only = days.first, days.count == 1 {
      detail = "晚\(only)天"
    } else {
      detail = "\(days.count)次，最多晚\(days.max() ?? 0)天"
    }
    return Sentence(
      "\(group.requirement.action)（\(detail)）",
      events: group.occurrences.flatMap(\.events)
    )
  }
}
