import DutyModel
import TerminalText

extension DutyPage {
  /// Works out the state of every occurrence, so that it can be checked by hand: the rule, the
  /// period, the due day, the records that count, and what follows.
  func addWorking(to page: inout PageText) {
    page.begin(Message(en: "Worked out", zh: "逐期推算"))
    for requirement in status.requirements {
      let occurrences = occurrences(requirement)
      if occurrences.isEmpty { page.add(undatedTable(requirement)) }
      for occurrence in occurrences {
        page.add(table(occurrence, requirement))
      }
    }
  }

  private func table(_ occurrence: Occurrence, _ status: RequirementStatus) -> PageText.Table {
    let derivation = derivation(of: occurrence)
    let slot = derivation?.slot
    let schedule = status.requirement.schedule
    var owed = Message(
      en: "\(schedule.words); owed \(occurrence.owed)",
      zh: "\(schedule.words)；应办\(occurrence.owed)次"
    )
    if derivation?.isCountMasked ?? false {
      owed = Message(en: "\(owed) (masked, counted as 1)", zh: "\(owed)（原文为*，按1次计）")
    }
    let name = Message.verbatim("\(name(of: status))@\(occurrence.period)")
    let whose = occurrence.isPersonal ? occurrence.owner : nil
    var rows: [[Message]] = [
      [name, whose.map { .verbatim($0) } ?? .verbatim(status.requirement.title)],
      line(Message(en: "rule", zh: "规则"), owed),
      line(
        Message(en: "period", zh: "期间"),
        span(occurrence.start, slot?.end ?? occurrence.originalDue)
      ),
      line(Message(en: "due", zh: "到期"), due(occurrence, derivation)),
    ]
    rows.append(line(Message(en: "records", zh: "记录"), records(occurrence)))
    rows.append(line(Message(en: "state", zh: "状态"), conclusion(occurrence)))
    return workingTable(rows)
  }

  private func undatedTable(_ status: RequirementStatus) -> PageText.Table {
    let limit = register.rules.silentDays
    let state =
      status.silentDays.map { Message.silentCell(days: $0) } ?? status.state.word
    let last: Message =
      status.lastRecord.map { Message(en: "; last \($0.description)", zh: "；最近\($0.description)") }
      ?? .empty
    return workingTable([
      [.verbatim(name(of: status)), .verbatim(status.requirement.title)],
      line(
        Message(en: "rule", zh: "规则"),
        Message(
          en:
            "\(status.requirement.schedule.words); no due day, marked after \(limit) days without a record",
          zh: "\(status.requirement.schedule.words)；没有到期日，满\(limit)天没有记录即提示"
        )
      ),
      line(
        Message(en: "records", zh: "记录"),
        Message(
          en: "\(status.records) in \(register.year)\(last)",
          zh: "\(register.year)年\(status.records)条\(last)"
        )
      ),
      line(Message(en: "state", zh: "状态"), state),
    ])
  }

  private func workingTable(_ rows: [[Message]]) -> PageText.Table {
    PageText.Table(
      columns: [.init(id: "name"), .init(id: "value")],
      rows: rows,
      narrowing: [.wrap("value", to: 20)]
    )
  }

  private func line(_ name: Message, _ value: Message) -> [Message] {
    [Message(en: "  \(name, role: .quiet)", zh: "  \(name, role: .quiet)"), value]
  }

  private func span(_ first: Day, _ last: Day) -> Message {
    Message(
      en: "\(first.description) to \(last.description)",
      zh: "\(first.description)至\(last.description)"
    )
  }

  private func due(_ occurrence: Occurrence, _ derivation: Derivation?) -> Message {
    let day = occurrence.originalDue.description
    var words: Message =
      switch derivation?.rule {
      case .endOfPeriod:
        Message(en: "\(day), the period's end", zh: "\(day)，期末")
      case .dateInPeriod:
        Message(en: "\(day), the day the rule names in the period", zh: "\(day)，规则定在期内这一天")
      case .datesOfYear, .stretchOfYear, .deadline:
        Message(en: "\(day), the date the rule names", zh: "\(day)，规则写明的日期")
      case .undated, nil:
        .verbatim(day)
      }
    if derivation?.isDateMasked ?? false {
      words = Message(en: "\(words) (masked: a stand-in)", zh: "\(words)（原文为*，暂按此日）")
    }
    if let named = derivation?.shortenedFrom {
      words = Message(en: "\(words) (no day \(named) in it)", zh: "\(words)（该月没有\(named)日）")
    }
    guard occurrence.due != occurrence.originalDue else { return words }
    let new = occurrence.due.description
    return Message(en: "\(words); moved to \(new)", zh: "\(words)；改为\(new)")
  }

  /// Each record with what it counts, and the sum.
  private func records(_ occurrence: Occurrence) -> Message {
    let records = register.records(of: occurrence)
    guard !records.isEmpty else { return Message(en: "none", zh: "无") }
    let parts = records.map { record -> Message in
      let (day, id) = (record.on.description, record.event.short)
      switch record.standing {
      case .counted:
        let count = record.count
        return Message(en: "\(day) +\(count) (\(id))", zh: "\(day) 计\(count)次（\(id)）")
      case .returned:
        return Message(
          en: "\(day) not counted, returned (\(id))",
          zh: "\(day) 已退回，不计（\(id)）"
        )
      case .tooClose(let days):
        return Message(
          en: "\(day) not counted, only \(days) days after the last (\(id))",
          zh: "\(day) 距上次只有\(days)天，不计（\(id)）"
        )
      }
    }
    let sum = records.last?.sum ?? 0
    let list = Message.joined(parts, separator: Message(en: ", ", zh: "、"))
    return Message(en: "\(list); sum \(sum)", zh: "\(list)；共\(sum)次")
  }

  /// The comparison that gives the state.
  private func conclusion(_ occurrence: Occurrence) -> Message {
    let figures = "\(occurrence.done)/\(occurrence.owed)"
    let cell = outcome(of: occurrence)
    guard occurrence.state.isOpen else {
      return Message(en: "\(figures): \(cell)", zh: "\(figures)：\(cell)")
    }
    let left = occurrence.due - register.today
    let distance: Message =
      if left < 0 {
        Message(
          en: "due \(-left) days before \(register.today.description)",
          zh: "到\(register.today.description)已过期\(-left)天"
        )
      } else {
        Message(
          en: "\(left) days left on \(register.today.description)",
          zh: "到\(register.today.description)还有\(left)天"
        )
      }
    return Message(en: "\(figures), \(distance): \(cell)", zh: "\(figures)，\(distance)：\(cell)")
  }
}
