import DutyModel
import TerminalText

extension DutyPage {
  /// Why the due dates are those: for every requirement the rule, then the arithmetic.
  ///
  /// Requirements that follow from the same rule share its lines, whatever number they owe.
  func addDerivations(to page: inout PageText) {
    page.begin(Message(en: "Where the due dates come from", zh: "到期日的由来"))
    var explanations: [Explanation] = []
    for requirement in status.requirements {
      let new = Explanation(requirement, on: self)
      if let same = explanations.firstIndex(where: { $0.isLike(new) }) {
        explanations[same].add(new)
      } else {
        explanations.append(new)
      }
    }
    for explanation in explanations {
      let ids = explanation.ids.joined(separator: " ")
      let sentence = explanation.sentence
      page.addIndented(Message(en: "\(ids)  \(sentence)", zh: "\(ids)  \(sentence)"))
      page.add(explanation.table, indentation: 4)
    }
  }

  /// An occurrence's state with what moved or ended it: late, rescheduled, waived.
  func outcome(of occurrence: Occurrence) -> Message {
    var parts: [Message] = [stateCell(occurrence)]
    if occurrence.late != nil, occurrence.state == .done, let day = occurrence.fulfilledOn {
      let cell = parts[0]
      parts = [
        Message(
          en: "\(cell) (record of \(day.description))",
          zh: "\(cell)（\(day.description)记录）"
        )
      ]
    }
    if let reason = occurrence.waivedFor {
      parts = [Message(en: "\(parts[0]): \(reason)", zh: "\(parts[0])：\(reason)")]
    }
    if let moved = move(of: occurrence) { parts.append(moved) }
    return .joined(parts, separator: Message(en: "; ", zh: "；"))
  }

  /// How an occurrence got another due day than the schedule gave it.
  private func move(of occurrence: Occurrence) -> Message? {
    guard occurrence.due != occurrence.originalDue else { return nil }
    let ids = Set(occurrence.events)
    let last = events.last { stored in
      if case .reschedule = stored.event.action { ids.contains(stored.event.id) } else { false }
    }
    let (new, old) = (occurrence.due.description, occurrence.originalDue.description)
    let facts = Message(en: "moved from \(old) to \(new)", zh: "由\(old)改为\(new)到期")
    guard case .reschedule(_, _, let reason) = last?.event.action else { return facts }
    return Message(en: "\(facts): \(reason)", zh: "\(facts)：\(reason)")
  }
}

/// The rule a requirement's due dates follow from, and the dates it gave.
private struct Explanation {
  private(set) var ids: [String]
  private let schedule: Schedule
  /// The number owed in each period, where all that share the rule owe the same.
  private var count: Int?
  private let single: Occurrence?
  private let derivation: Derivation?
  private let undated: Message?
  private let notes: [Message]
  private let rows: [[Message]]

  init(_ status: RequirementStatus, on page: DutyPage) {
    ids = [page.name(of: status)]
    schedule = status.requirement.schedule
    let occurrences = page.occurrences(status)
    let periods = Set(occurrences.map(\.period))
    let first = occurrences.first
    derivation = first.flatMap { page.derivation(of: $0) }
    count = first?.owed
    let isSingle = periods.count == 1 && occurrences.count == 1
    single = isSingle ? first : nil
    undated = first == nil ? Explanation.words(status, on: page) : nil
    var notes: [Message] = []
    let command = "duty fill \(page.register.checklist(of: page.item).id)"
    if schedule.isCountUnknown {
      notes.append(Message(en: "the number is masked (*) and counted as 1", zh: "次数原文为*，按1次计"))
    }
    if schedule.isDateUnknown {
      notes.append(
        Message(en: "a date is masked (*): the last possible day stands in", zh: "日期原文为*，按最后一天计")
      )
    }
    if !notes.isEmpty {
      notes.append(Message(en: "fill it in: \(command: command)", zh: "补填：\(command: command)"))
    }
    if let gap = schedule.gap {
      notes.append(Message(en: "records at least \(gap) days apart", zh: "两次之间至少隔\(gap)天"))
    }
    if let only = single {
      if let day = derivation?.shortenedFrom {
        notes.append(Explanation.shortened(day, only))
      }
      if only.state == .waived || only.late != nil || only.due != only.originalDue
        || only.state == .overdue
      {
        notes.append(page.outcome(of: only))
      }
      rows = []
    } else {
      rows = Explanation.rows(occurrences, on: page)
    }
    self.notes = notes
  }

  /// Whether only the number owed differs.
  func isLike(_ other: Explanation) -> Bool {
    guard
      undated == other.undated, notes == other.notes, rows == other.rows,
      (single == nil) == (other.single == nil), rows.isEmpty
    else { return false }
    if derivation?.rule != other.derivation?.rule { return false }
    if undated != nil { return schedule == other.schedule }
    return single?.period == other.single?.period && single?.start == other.single?.start
      && single?.originalDue == other.single?.originalDue
  }

  mutating func add(_ other: Explanation) {
    ids += other.ids
    if count != other.count { count = nil }
  }

  // MARK: - Words

  var sentence: Message {
    let parts = [undated ?? rule] + notes
    return .joined(parts, separator: Message(en: "; ", zh: "；"))
  }

  /// The rule, and for a single period its days.
  private var rule: Message {
    guard let derivation, let slot = derivation.slot else { return schedule.words }
    guard let single else { return pattern(derivation) }
    let times = Explanation.times(count)
    let span = Explanation.span(single.start, slot.end)
    let due = single.originalDue.description
    let words = generalWords(derivation)
    switch derivation.rule {
    case .undated:
      return schedule.words
    case .deadline:
      return Message(
        en: "\(words): once, due \(due)",
        zh: "\(words)：只办一次，\(due)到期"
      )
    case .datesOfYear(let points) where points.count > 1:
      return Message(
        en: "\(words): one of \(points.count) fixed dates of every year, due \(due)",
        zh: "\(words)：一年\(points.count)个固定日期之一，\(due)到期"
      )
    case .datesOfYear:
      return Message(
        en: "\(words): a fixed date of every year, due \(due)",
        zh: "\(words)：每年的固定日期，\(due)到期"
      )
    case .stretchOfYear:
      return Message(
        en: "\(words): from \(single.start.description), due \(due)",
        zh: "\(words)：自\(single.start.description)起，\(due)到期"
      )
    case .endOfPeriod:
      return Message(
        en: "\(words): \(times) from \(span), due \(due), the period's end",
        zh: "\(words)：\(span)办够\(times)，期末\(due)到期"
      )
    case .dateInPeriod:
      return Message(
        en: "\(words): \(times) from \(span), due \(due) inside the period",
        zh: "\(words)：\(span)内办够\(times)，期内\(due)到期"
      )
    }
  }

  /// The rule alone, where a table below has the days.
  private func pattern(_ derivation: Derivation) -> Message {
    let words = generalWords(derivation)
    let times = Explanation.times(count)
    switch derivation.rule {
    case .undated, .deadline, .stretchOfYear:
      return words
    case .datesOfYear(let points):
      return Message(
        en: "\(words): \(points.count, "fixed date", "fixed dates") of every year",
        zh: "\(words)：一年\(points.count)个固定日期"
      )
    case .endOfPeriod:
      return Message(
        en: "\(words): \(times) in each period, due at its end",
        zh: "\(words)：每期办够\(times)，期末到期"
      )
    case .dateInPeriod:
      return Message(
        en: "\(words): \(times) in each period, due on that day of it",
        zh: "\(words)：每期办够\(times)，期内该日到期，逐期由规则算出"
      )
    }
  }

  /// The schedule in words, without its number where several numbers share the rule.
  private func generalWords(_ derivation: Derivation) -> Message {
    guard count == nil, case .endOfPeriod(let unit) = derivation.rule else { return schedule.words }
    switch unit {
    case .week: return Message(en: "N per week", zh: "每周N次")
    case .month: return Message(en: "N per month", zh: "每月N次")
    case .quarter: return Message(en: "N per quarter", zh: "每季度N次")
    case .halfYear: return Message(en: "N per half-year", zh: "每半年N次")
    case .year: return Message(en: "N per year", zh: "每年N次")
    }
  }

  private static func times(_ count: Int?) -> Message {
    guard let count else { return Message(en: "N times", zh: "N次") }
    return Message(en: "\(count, "time", "times")", zh: "\(count)次")
  }

  /// Two days, the second without its year where that is the year of the first.
  static func span(_ first: Day, _ last: Day) -> Message {
    let end = first.year == last.year ? last.monthAndDay : last.description
    return Message(en: "\(first.description) to \(end)", zh: "\(first.description)至\(end)")
  }

  private static func shortened(_ day: Int, _ occurrence: Occurrence) -> Message {
    let due = occurrence.originalDue.description
    return Message(
      en: "the month has no day \(day), so \(due)",
      zh: "该月没有\(day)日，取\(due)"
    )
  }

  /// What there is to say of a requirement without due days, or without any this year.
  private static func words(_ status: RequirementStatus, on page: DutyPage) -> Message {
    let words = status.requirement.schedule.words
    guard !status.requirement.schedule.isDated else {
      let year = page.register.year
      return Message(en: "\(words): nothing is due in \(year)", zh: "\(words)：\(year)年没有到期日")
    }
    var parts = [Message(en: "no due day", zh: "没有到期日")]
    if let days = status.silentDays {
      let limit = page.register.rules.silentDays
      parts.append(
        Message(
          en: "no record for \(days) days (marked from \(limit))",
          zh: "\(days)天没有记录（满\(limit)天提示）"
        )
      )
    } else if let last = status.lastRecord {
      parts.append(Message(en: "last record \(last.description)", zh: "最近一次记录\(last.description)"))
    }
    if let reason = status.waivedFor {
      parts.append(Message(en: "waived: \(reason)", zh: "免办：\(reason)"))
    }
    let list = Message.joined(parts)
    return Message(en: "\(words): \(list)", zh: "\(words)：\(list)")
  }

  // MARK: - Several dates

  /// The days that the rule gave, in columns of which none is empty.
  var table: PageText.Table {
    let names = ["label", "owner", "span", "due", "done", "state"]
    let used = names.indices.filter { place in
      rows.contains { place < $0.count && !$0[place].isEmpty }
    }
    return PageText.Table(
      columns: used.map { .init(id: names[$0]) },
      rows: rows.map { row in used.map { row[$0] } },
      narrowing: [.wrap("state", to: 16), .drop("span"), .wrap("state", to: 10)]
    )
  }

  private static func rows(_ occurrences: [Occurrence], on page: DutyPage) -> [[Message]] {
    let isLong = occurrences.count > 13
    var rows: [[Message]] = []
    var index = 0
    while index < occurrences.count {
      let occurrence = occurrences[index]
      var end = index + 1
      if isLong {
        while end < occurrences.count, isAlike(occurrence, occurrences[end]) { end += 1 }
      }
      if end - index > 2 {
        rows.append(row(occurrences[index..<end]))
        index = end
      } else {
        rows.append(row(occurrence, on: page))
        index += 1
      }
    }
    return rows
  }

  /// Whether two occurrences say so much the same that a long list may put them into one line.
  private static func isAlike(_ left: Occurrence, _ right: Occurrence) -> Bool {
    left.state == right.state && left.late == nil && right.late == nil
      && left.due == left.originalDue && right.due == right.originalDue
      && left.waivedFor == right.waivedFor && left.owner == right.owner
  }

  private static func row(_ occurrence: Occurrence, on page: DutyPage) -> [Message] {
    let derivation = page.derivation(of: occurrence)
    let isNamedByDue = occurrence.period == .due(occurrence.originalDue)
    var state = page.outcome(of: occurrence)
    if let day = derivation?.shortenedFrom {
      let note = shortened(day, occurrence)
      state = Message(en: "\(state); \(note)", zh: "\(state)；\(note)")
    }
    let masked = derivation?.isDateMasked ?? false ? "?" : ""
    let due = occurrence.originalDue.description + masked
    let counted = derivation?.isCountMasked ?? false ? "?" : ""
    return [
      .verbatim(isNamedByDue ? due : "\(occurrence.period)"),
      .verbatim(occurrence.isPersonal ? occurrence.owner ?? "" : ""),
      span(occurrence.start, derivation?.slot?.end ?? occurrence.originalDue),
      isNamedByDue ? .empty : Message(en: "due \(due)", zh: "\(due)到期"),
      .verbatim("\(occurrence.done)/\(occurrence.owed)\(counted)"),
      state,
    ]
  }

  /// A line for a run of occurrences of which there is nothing more to say.
  private static func row(_ run: ArraySlice<Occurrence>) -> [Message] {
    guard let first = run.first, let last = run.last else {
      return Array(repeating: .empty, count: 6)
    }
    let word = first.state.word.with(role: first.state.role)
    return [
      .verbatim("\(first.period) - \(last.period)"),
      .verbatim(first.isPersonal ? first.owner ?? "" : ""),
      span(first.start, last.originalDue),
      .empty,
      .empty,
      Message(en: "\(word): \(run.count, "occurrence", "occurrences")", zh: "\(word)\(run.count)件"),
    ]
  }
}
