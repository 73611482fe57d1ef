import DutyModel
import TerminalText

extension DutyList {
  /// The lines after the rows: totals, what is not shown, and the overdue by name.
  func lastLines(shown: Int) -> [Message] {
    let totals = totals
    var lines = [totalsLine(totals)]
    if let line = restLine(shown: shown) { lines.append(line) }
    if layout != .flat, let line = overdueLine(of: totals[.overdue]) { lines.append(line) }
    return lines
  }

  private func totalsLine(_ totals: Totals) -> Message {
    let day = register.today.description
    let subject: Message
    if scope.filter.isEmpty {
      subject = Message(
        en: """
          \(chosen.count, "duty", "duties") in \(totals.checklists, "checklist", "checklists") \
          on \(day)
          """,
        zh: "\(totals.checklists)份清单，\(chosen.count)项职责（截至\(day)）"
      )
    } else {
      subject = Message(
        en: "\(scope.filter): \(chosen.count, "duty", "duties") on \(day)",
        zh: "\(scope.filter)：\(chosen.count)项（截至\(day)）"
      )
    }
    var line = Message(en: "\(subject): \(states(totals)).", zh: "\(subject)：\(states(totals))。")
    if let marks = marks(totals) {
      line = Message(en: "\(line) \(marks)", zh: "\(line)\(marks)")
    }
    if let wider = scope.wider {
      line = Message(en: "\(line) \(wider.sentence)", zh: "\(line)\(wider.sentence)")
    }
    return line
  }

  private func states(_ totals: Totals) -> Message {
    let parts = State.allCases.filter { totals[$0] > 0 }.map { state in
      let count = totals[state]
      let role = state == .overdue || state == .dueSoon ? state.role : nil
      func whole(_ text: String) -> Prose { .unbreakable(text, role: role) }
      return Message(
        en: "\(whole("\(count) \(state.word.text(in: .english))"))",
        zh: "\(whole("\(state.word.text(in: .chinese))\(count)"))"
      )
    }
    return .joined(parts)
  }

  private func marks(_ totals: Totals) -> Message? {
    // That all of them are silent is what was asked for.
    let silent = totals.silent < chosen.count ? totals.silent : 0
    let masked = totals.toBeFilledIn
    switch (silent > 0, masked > 0) {
    case (true, true):
      return Message(
        en: "Silent: \(silent). With values to be filled in: \(masked).",
        zh: "其中久无记录\(silent)项，有待填内容\(masked)项。"
      )
    case (true, false): return Message(en: "Silent: \(silent).", zh: "其中久无记录\(silent)项。")
    case (false, true):
      return Message(
        en: "With values to be filled in: \(masked).",
        zh: "其中有待填内容\(masked)项。"
      )
    case (false, false): return nil
    }
  }

  /// What has no row, and how to see it.
  private func restLine(shown: Int) -> Message? {
    let all = command("duty list --all")
    if layout == .folded, shown == 0 {
      return Message(
        en: "None of them asks for anything now; all rows: \(command: all)",
        zh: "眼下都无事，只列编号；全部列出：\(command: all)"
      )
    }
    if layout == .folded, shown < chosen.count {
      let rest = chosen.count - shown
      return Message(
        en: """
          \(shown) shown, \(rest == 1 ? "the other asks" : "the other \(rest) ask") nothing now \
          and \(rest == 1 ? "is" : "are") only counted; all rows: \(command: all)
          """,
        zh: "列出\(shown)项，其余\(rest)项眼下无事，只列编号；全部列出：\(command: all)"
      )
    }
    if listedCount < chosen.count {
      return Message(
        en: "The first \(listedCount) of \(chosen.count) are shown.",
        zh: "只列出前\(listedCount)项，共\(chosen.count)项。"
      )
    }
    return nil
  }

  /// How many overdue duties are named in the last lines.
  private static let namedCount = 5

  /// The overdue by name: only the last lines are on the screen once it has scrolled.
  private func overdueLine(of count: Int) -> Message? {
    if count == 0 { return nil }
    let overdue = chosen.lazy.filter { $0.state == .overdue }
    var names = Array(overdue.prefix(DutyList.namedCount)).map { status in
      let name = self.names.shortest(register.reference(of: register.items[status.item]))
      var owners: [String] = []
      for occurrence in status.currents where occurrence.state == .overdue {
        guard let owner = occurrence.owner, !owners.contains(owner) else { continue }
        owners.append(owner)
      }
      if owners.isEmpty { return Message.verbatim(name) }
      let people = NameList.owners(owners)
      return Message(en: "\(name) \(people)", zh: "\(name) \(people)")
    }
    let rest = count - names.count
    if rest > 0 { names.append(Message(en: "and \(rest) more", zh: "另有\(rest)项")) }
    let list = Message.joined(names)
    let more = command("duty overdue")
    return Message(
      en: "\("Overdue", role: .overdue): \(list); more: \(command: more)",
      zh: "\("逾期", role: .overdue)：\(list)；详见 \(command: more)"
    )
  }

  /// A command that looks at the same year.
  private func command(_ line: String) -> String {
    register.namedYear.map { "\(line) --year \($0)" } ?? line
  }
}

extension DutyList.Wider {
  fileprivate var sentence: Message {
    Message(
      en: "All \(count) of \(filter): \(command: command)",
      zh: "\(filter)共\(count)项：\(command: command)"
    )
  }
}

// MARK: - Nothing chosen

extension DutyList {
  /// What is said instead of rows: the day, and what comes nearest to what was asked for.
  var emptyAnswer: [Message] {
    let day = register.today.description
    if scope.filter.isEmpty {
      guard register.items.isEmpty else {
        return [
          Message(en: "No duty is in effect on \(day).", zh: "没有在\(day)有效的职责。")
        ]
      }
      // What is wrong with the files is told beside the answer.
      if scope.isIncomplete {
        return [Message(en: "No duty can be shown.", zh: "没有能显示的职责。")]
      }
      return [
        Message(
          en: "There are no duties here yet. Make a checklist of a text: \(command: "duty import")",
          zh: "这里还没有职责。由文字生成清单：\(command: "duty import")"
        )
      ]
    }
    var line = NoMatch(filter: scope.labelledFilter, suggestions: scope.suggestions)
      .sentence(on: register.today)
    if let wider = scope.wider {
      line = Message(en: "\(line) \(wider.sentence)", zh: "\(line)\(wider.sentence)")
    }
    return [line]
  }
}
